package coverage

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// Text writes the report for a person at a terminal: by profile, gaps first, and
// for each gap what to write and in which file.
func (r Report) Text(w io.Writer, lang string) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s\n%s\n", r.heading().In(lang), onlyExamples.In(lang))
	for _, g := range r.Groups {
		fmt.Fprintf(b, "\n%s: %s\n", diag.Capital(g.Name.In(lang)), g.counts().In(lang))
		for _, d := range g.Results {
			if d.Like != "" {
				continue
			}
			fmt.Fprintln(b)
			for _, d := range append([]Result{d}, g.alike(d.ID)...) {
				fmt.Fprintf(b, "  %s  %s  %s [%s]\n", d.State.Name().In(lang), diag.Provision(d.Article).In(lang), d.Title.In(lang), d.ID)
			}
			if reason := d.Reason.In(lang); reason != "" {
				fmt.Fprintf(b, "      %s\n", reason)
			}
			for i := 0; i < len(d.Gaps); {
				alike := 1
				for i+alike < len(d.Gaps) && d.Gaps[i+alike].Write == d.Gaps[i].Write && d.Gaps[i+alike].Advice == d.Gaps[i].Advice {
					alike++
				}
				writeGaps(b, d.Gaps[i:i+alike], lang)
				i += alike
			}
			if len(d.By) > 0 {
				fmt.Fprintf(b, "      %s %s\n", d.answeredIn().In(lang), visible(answered(d.By, d.More, lang)))
			}
		}
	}
	if len(r.Accepted) > 0 {
		fmt.Fprintf(b, "\n%s:\n", acceptedWord.In(lang))
		for _, a := range r.Accepted {
			fmt.Fprintf(b, "  %s\n", visible(acceptance(a).In(lang)))
		}
	}
	fmt.Fprintf(b, "\n%s\n", noAdvice.In(lang))
	return b.Flush()
}

// onlyExamples stands above every report, and noAdvice below it.
var (
	onlyExamples = diag.Say("Exemplen visar hur ett svar kan se ut; skriv det som stämmer hos er.", "The examples show what an answer may look like; write what is true of you.")
	noAdvice     = diag.Say("Rapporten är ett tekniskt stöd och ingen juridisk rådgivning.", "This report is engineering help, and no legal advice.")
)

// answeredIn introduces the places of an answer. Where something is left out, they
// answer only a part.
func (r Result) answeredIn() diag.Text {
	switch {
	case r.State == NotApplicable:
		return diag.Say("framgår av", "as told in")
	case r.Gap():
		return diag.Say("besvaras delvis i", "answered in part in")
	}
	return diag.Say("besvaras i", "answered in")
}

var acceptedWord = diag.Say("Godtagna varningar", "Accepted warnings")

// acceptance says which warning is accepted, until when and why.
func acceptance(a record.Acceptance) diag.Text {
	where := a.File
	if where != "" {
		where = " (" + where + ")"
	}
	return diag.Say("%s%s till och med %s: %s", "%s%s until %s: %s", a.Rule, where, record.DayWords(a.Until), a.Reason)
}

func (r Report) heading() diag.Text {
	name := r.Organisation
	if name == "" {
		name = "–"
	}
	t := diag.Say("Lagens krav och svaren på dem: %s, %s (%s)", "What the law asks and how it is answered: %s, %s (%s)", visible(name), record.DayWords(r.AsOf), r.Pack)
	if r.Strict {
		t = diag.Say("%s, strängt", "%s, strict", t)
	}
	return t
}

// Name is what a state is called where a person reads it.
func (s State) Name() diag.Text {
	switch s {
	case Covered:
		return diag.Say("besvarad", "covered")
	case Partial:
		return diag.Say("delvis besvarad", "partial")
	case Missing:
		return diag.Say("saknas", "missing")
	case NotApplicable:
		return diag.Say("gäller inte", "not applicable")
	}
	return diag.Say("oavgjord", "unknown")
}

// counts says how many duties of a group are in each state.
func (g Group) counts() diag.Text {
	n := map[State]int{}
	for _, d := range g.Results {
		n[d.State]++
	}
	var sv, en []string
	for _, s := range states() {
		if n[s] > 0 || s == Covered {
			word := s.Name().SV
			if n[s] != 1 {
				word = plural(s)
			}
			sv = append(sv, fmt.Sprintf("%d %s", n[s], word))
			en = append(en, fmt.Sprintf("%d %s", n[s], s.Name().EN))
		}
	}
	return diag.Text{SV: strings.Join(sv, ", "), EN: strings.Join(en, ", ")}
}

// plural is what several duties in a state are called in Swedish.
func plural(s State) string {
	switch s {
	case Covered:
		return "besvarade"
	case Partial:
		return "delvis besvarade"
	case Unknown:
		return "oavgjorda"
	}
	return s.Name().SV
}

// states are in the order in which a reader wants to hear of them.
func states() []State { return []State{Missing, Partial, Unknown, Covered, NotApplicable} }

// writeGaps writes gaps that are closed in the same way, and how that is done.
// The lines of YAML stand as they do in the file.
func writeGaps(b *bufio.Writer, alike []Gap, lang string) {
	const margin = "          "
	for _, g := range alike {
		fmt.Fprintf(b, "      %s%s\n", placed(g.Pos), visible(g.Message.In(lang)))
	}
	g := alike[0]
	if advice := g.Advice.In(lang); advice != "" {
		fmt.Fprintf(b, "%s%s\n", margin, visible(advice))
	}
	if g.Write == "" {
		return
	}
	where := g.Where
	if len(alike) > 1 {
		where = diag.Say("skriv på vart och ett av ställena", "write in each of the places")
	}
	fmt.Fprintf(b, "%s%s:\n", margin, visible(Instead(where, g.Model, g.Claim).In(lang)))
	for line := range strings.SplitSeq(g.Write, "\n") {
		fmt.Fprintf(b, "%s  %s\n", margin, visible(line))
	}
}

// placed is a place as a terminal makes a link of it, with a colon behind, or
// nothing.
func placed(p diag.Pos) string {
	s := point(p)
	if s == "" {
		return ""
	}
	return s + ": "
}

func point(p diag.Pos) string {
	switch {
	case p.File == "":
		return ""
	case p.Line == 0:
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// answered names the places that answer a duty: the first few, and how many more
// there are.
func answered(by []Place, more int, lang string) string {
	const shown = 3
	var places []string
	for i, p := range by {
		if i == shown {
			return strings.Join(places, ", ") + diag.Say(" och %d till", " and %d more", len(by)-shown+more).In(lang)
		}
		at := p.Record.In(lang)
		if s := point(p.Pos); s != "" {
			at = s
		}
		places = append(places, at)
	}
	return strings.Join(places, ", ")
}

// visible writes out what a terminal would obey or not show, and brings a value
// that has line breaks onto one line.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
