package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Repair is a finding that has been mended, with the lines that went and those that came.
type Repair struct {
	Of            Diagnostic
	Before, After []string // without white space around them
}

// Repaired is what was mended and what is left, to be printed.
type Repaired struct {
	Repairs []Repair
	Refused List // what could be mended but for the reason that is its hint
	Left    List
	Dry     bool // nothing has been written
}

// PrintRepairs writes a line for each finding that was mended, and for each that was not
// though it could be, why.
func PrintRepairs(w io.Writer, r Repaired, lang string) error {
	var b strings.Builder
	for _, done := range r.Repairs {
		fmt.Fprintf(&b, "%s:%d: %s [%s]\n", done.Of.Pos.File, done.Of.Pos.Line, visible(done.said().In(lang), ""), done.Of.Rule)
	}
	for _, d := range r.Refused {
		fmt.Fprintf(&b, "%s:%d: %s [%s]\n", d.Pos.File, d.Pos.Line, visible(Say("rättas inte: %s", "not mended: %s", d.Hint).In(lang), ""), d.Rule)
	}
	fmt.Fprintln(&b, r.sum().In(lang))
	_, err := io.WriteString(w, b.String())
	return err
}

// said is what became of which line.
func (r Repair) said() Text {
	before, after := clipped(r.Before), clipped(r.After)
	switch {
	case after == "" && before == "":
		return Text{SV: "osynliga tecken borttagna", EN: "invisible characters removed"}
	case after == "":
		return Say("%s → borttaget", "%s → removed", before)
	}
	return Say("%s → %s", "%s → %s", before, after)
}

// clipped is the first of some lines, and how many follow.
func clipped(lines []string) string {
	const most = 100
	switch len(lines) {
	case 0:
		return ""
	case 1:
		return Clip(lines[0], most)
	}
	return fmt.Sprintf("%s (+%d)", Clip(lines[0], most), len(lines)-1)
}

// sum is how much has been mended.
func (r Repaired) sum() Text {
	files := map[string]bool{}
	for _, done := range r.Repairs {
		files[done.Of.Pos.File] = true
	}
	things, in := Say("%d fel", "%d findings", len(r.Repairs)), Say("%d filer", "%d files", len(files))
	if len(r.Repairs) == 1 {
		things.EN = "1 finding"
	}
	if len(files) == 1 {
		in = Text{SV: "1 fil", EN: "1 file"}
	}
	switch {
	case len(r.Repairs) == 0 && len(r.Refused) > 0:
		return Text{SV: "inget är rättat", EN: "nothing is mended"}
	case len(r.Repairs) == 0:
		return Text{SV: "inget finns som bara kan betyda en sak", EN: "there is nothing that can mean one thing only"}
	case r.Dry:
		return Say("%s i %s kan rättas; inget är skrivet", "%s in %s can be mended; nothing is written", things, in)
	case len(r.Repairs) == 1:
		return Say("%s rättat i %s", "%s mended in %s", things, in)
	}
	return Say("%s rättade i %s", "%s mended in %s", things, in)
}

// PrintReasons writes for the rules of what is left why a person must mend it.
func PrintReasons(w io.Writer, left List, lang string) error {
	rules := map[string][]string{}
	var order []string
	for _, d := range left.sorted() {
		why := Hand(d.Rule).In(lang)
		if rules[why] == nil {
			order = append(order, why)
		}
		if !slices.Contains(rules[why], d.Rule) {
			rules[why] = append(rules[why], d.Rule)
		}
	}
	slices.Sort(order)
	var b strings.Builder
	fmt.Fprintln(&b, Text{SV: "\nVarför det inte är rättat här:", EN: "\nWhy it is not mended here:"}.In(lang))
	for _, why := range order {
		slices.Sort(rules[why])
		fmt.Fprintf(&b, "%s: %s\n", why, strings.Join(rules[why], ", "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// repair is a finding that was mended, for programs.
type repair struct {
	place
	Rule   string   `json:"rule"`
	Before []string `json:"before"`
	After  []string `json:"after"`
}

// PrintRepairsJSON writes the same for programs, with what is left as PrintJSON has it.
func PrintRepairsJSON(w io.Writer, r Repaired) error {
	var left, refused bytes.Buffer
	for buffer, list := range map[*bytes.Buffer]List{&left: r.Left, &refused: r.Refused} {
		if err := PrintJSON(buffer, list); err != nil {
			return err
		}
	}
	all := struct {
		Version int             `json:"version"`
		Written bool            `json:"written"`
		Mended  []repair        `json:"mended"`
		Refused json.RawMessage `json:"refused"`
		Left    json.RawMessage `json:"left"`
	}{1, !r.Dry && len(r.Repairs) > 0, []repair{}, refused.Bytes(), left.Bytes()}
	for _, done := range r.Repairs {
		all.Mended = append(all.Mended, repair{place(done.Of.Pos), done.Of.Rule, nonNil(done.Before), nonNil(done.After)})
	}
	return encode(w, all)
}

func nonNil(lines []string) []string { return append([]string{}, lines...) }
