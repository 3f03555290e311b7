package change

import (
	"fmt"
	"html"
	"io"
	"slices"
	"strings"
	"unicode"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/weight"
)

// Report is a difference to be told, with what a reader of it needs to know.
type Report struct {
	Difference
	From, To   string     // what was compared: versions, days, "data/"
	NoticeDays int        // promised in organisation.yaml, 0 when nothing is
	After      Snapshot   // the later of the two
	AsOf       value.Date // the day on which it is told
}

// verbs in words.
func verbWord(v Verb, lang string) string {
	return map[Verb]diag.Text{
		Added:   {SV: "tillagd", EN: "added"},
		Changed: {SV: "ändrad", EN: "changed"},
		Removed: {SV: "borttagen", EN: "removed"},
		Renamed: {SV: "bytt namn", EN: "renamed"},
	}[v].In(lang)
}

// Line is one changed field in words: "Places of processing: Ireland → Sweden".
func (f FieldChange) Line(lang string) string {
	label, old, new := f.sides(lang)
	switch f.Verb {
	case Added:
		return fmt.Sprintf("%s: + %s", label, new)
	case Removed:
		return fmt.Sprintf("%s: − %s", label, old)
	}
	return fmt.Sprintf("%s: %s → %s", label, old, new)
}

// Elsewhere tells whether only the text in another language was changed.
func (f FieldChange) Elsewhere(lang string) bool {
	return f.Verb == Changed && f.Old.In(lang) == f.New.In(lang)
}

// sides are what the field is called, what it said and what it says: in the other
// language, where only that was changed.
func (f FieldChange) sides(lang string) (label, old, new string) {
	label = f.Label.In(lang)
	if !f.Elsewhere(lang) || f.Old == f.New {
		return label, f.Old.In(lang), f.New.In(lang)
	}
	if lang == "sv" {
		return label + " (på engelska)", f.Old.EN, f.New.EN
	}
	return label + " (in Swedish)", f.Old.SV, f.New.SV
}

// Heading is one changed record in words.
func (c Change) Heading(lang string) string {
	kind, _ := record.KindOf(c.Kind)
	word := kind.Word.In(lang)
	if word == "" {
		word = c.Kind
	}
	text := fmt.Sprintf("%s %s: %s", word, c.Name.In(lang), verbWord(c.Verb, lang))
	if c.Verb == Renamed && c.OldName.In(lang) != c.Name.In(lang) {
		text += diag.Text{SV: " (hette ", EN: " (was "}.In(lang) + c.OldName.In(lang) + ")"
	}
	return text
}

// lines are the fields that changed, and of a recipient that is new what a reader asks
// first: what it does, for which services, where, and with what data.
func (r Report) lines(c Change) []FieldChange {
	if c.Verb != Added || c.Kind != "recipient" {
		return c.Fields
	}
	return slices.DeleteFunc(c.entry(r.After).Lines, func(f FieldChange) bool {
		return !slices.Contains([]string{"service", "services", "purposes", "data", "locations", "object_by", "effective"}, f.Path[0])
	})
}

// nature is what kind of change it is, in words, where it is none for the reader's rights
// or where nobody but an editor knows.
func (c Change) nature(lang string) string {
	if len(c.Asked) > 0 {
		return diag.Text{SV: "uppgifterna räcker inte för att säga vad ändringen är; svara med kind i data/changes", EN: "facts do not tell what the change is; answer by kind in data/changes"}.In(lang)
	}
	switch c.Nature {
	case weight.Begins, weight.Changes, weight.Ends, "":
		return ""
	}
	return value.ChoiceName("change-kind", string(c.Nature), lang)
}

// why is the reasons in words.
func (c Change) why(lang string) string {
	var words []string
	for _, r := range c.Reasons {
		words = append(words, r.Text.In(lang)+" ("+diag.Provision(r.Law).In(lang)+")")
	}
	return strings.Join(words, "; ")
}

// Notice is the days between announcement and effect of a recipient's change,
// against those promised. ok is false where either day is missing, or where the
// change sets none of them.
func (r Report) Notice(c Change) (given, promised int, ok bool) {
	announced, _ := c.new["announced"].(string)
	effective, _ := c.new["effective"].(string)
	a, e := value.Date(announced), value.Date(effective)
	sets := c.Verb == Added || slices.ContainsFunc(c.Fields, func(f FieldChange) bool { return f.Path[0] == "announced" || f.Path[0] == "effective" })
	if c.Kind != "recipient" || !a.Valid() || !e.Valid() || !sets {
		return 0, r.NoticeDays, false
	}
	return a.DaysUntil(e), r.NoticeDays, true
}

func (r Report) noticeLine(c Change, lang string) string {
	given, promised, ok := r.Notice(c)
	if !ok {
		return ""
	}
	return fmt.Sprintf(diag.Text{SV: "varsel: %d dagar, utlovat %d", EN: "notice: %d days, promised %d"}.In(lang), given, promised)
}

// Text writes the report for a terminal.
func (r Report) Text(w io.Writer, lang string) error {
	p := &printer{w: w}
	p.line("%s → %s", r.From, r.To)
	if r.Empty() {
		p.line("%s", diag.Text{SV: "ingen skillnad", EN: "no difference"}.In(lang))
	}
	for _, c := range r.Records {
		p.line("")
		p.line("%s", upper(c.Heading(lang)))
		for _, f := range r.lines(c) {
			p.line("    %s", oneLine(f.Line(lang)))
		}
		if n := c.nature(lang); n != "" {
			p.line("    %s", n)
		}
		if len(c.Reasons) > 0 {
			p.line("    %s: %s", diag.Text{SV: "väsentlig", EN: "material"}.In(lang), c.why(lang))
		}
		if n := r.noticeLine(c, lang); n != "" {
			p.line("    %s", n)
		}
	}
	for _, e := range r.Prose {
		p.line("")
		p.line("content/%s (%s): %s", e.Page, e.Language, verbWord(e.Verb, lang))
		p.line("    %s", strings.ReplaceAll(redlineText(e, 60), "\n", "\n    "))
	}
	return p.err
}

// redlineText marks what went as [-…-] and what came as {+…+}, and leaves out
// long stretches that stayed.
func redlineText(e Edit, around int) string {
	var b strings.Builder
	for i, s := range e.Spans {
		switch s.Verb {
		case Added:
			b.WriteString("{+" + s.Text + "+}")
		case Removed:
			b.WriteString("[-" + s.Text + "-]")
		default:
			b.WriteString(shorten(s.Text, around, i > 0, i+1 < len(e.Spans)))
		}
	}
	return strings.TrimSpace(b.String())
}

// shorten keeps the ends of a text that touch a change.
func shorten(s string, around int, before, after bool) string {
	r := []rune(s)
	head, tail := 0, 0
	if before {
		head = around
	}
	if after {
		tail = around
	}
	if len(r) <= head+tail+1 {
		return s
	}
	start, end := string(r[:head]), string(r[len(r)-tail:])
	if i := strings.LastIndexFunc(start, unicode.IsSpace); i > 0 {
		start = start[:i] // no word is cut
	}
	if i := strings.IndexFunc(end, unicode.IsSpace); i >= 0 && i < len(end)-1 {
		end = end[i:]
	}
	if start = strings.TrimRightFunc(start, unicode.IsSpace); start != "" {
		start += " "
	}
	if end = strings.TrimLeftFunc(end, unicode.IsSpace); end != "" {
		end = " " + end
	}
	return start + "…" + end
}

// Markdown writes the report as a comment on a pull request.
func (r Report) Markdown(w io.Writer, lang string) error {
	p := &printer{w: w}
	say := func(sv, en string) string { return diag.Text{SV: sv, EN: en}.In(lang) }
	p.line("### %s", say("Det här ändras för läsarna", "What this changes for readers"))
	p.line("")
	p.line("%s `%s` → `%s`", say("Jämfört:", "Compared:"), r.From, r.To)
	p.line("")
	if r.Empty() {
		p.line("%s", say("Ingen skillnad.", "No difference."))
		return p.err
	}
	if r.Material() {
		p.line("**%s**", say("Ändringen är väsentlig: någon måste underrättas innan den gäller.", "The change is material: somebody must be told before it applies."))
		p.line("")
	}
	for _, c := range r.Records {
		p.line("- **%s**", markdown(upper(c.Heading(lang))))
		for _, f := range r.lines(c) {
			p.line("  - %s", markdown(oneLine(f.Line(lang))))
		}
		if n := c.nature(lang); n != "" {
			p.line("  - %s", n)
		}
		if len(c.Reasons) > 0 {
			p.line("  - %s: %s", say("väsentlig", "material"), markdown(c.why(lang)))
		}
		if n := r.noticeLine(c, lang); n != "" {
			p.line("  - %s", n)
		}
	}
	for _, e := range r.Prose {
		p.line("- **content/%s (%s)**: %s", e.Page, e.Language, verbWord(e.Verb, lang))
		p.line("")
		for line := range strings.Lines(redlineMarkdown(e)) {
			p.line("  > %s", strings.TrimRight(line, "\n"))
		}
		p.line("")
	}
	p.line("")
	p.line("%s %s", say("Sidor som berörs:", "Pages affected:"), strings.Join(r.Pages(), ", "))
	return p.err
}

func redlineMarkdown(e Edit) string {
	var b strings.Builder
	for i, s := range e.Spans {
		switch s.Verb {
		case Added:
			b.WriteString("<ins>" + markdown(s.Text) + "</ins>")
		case Removed:
			b.WriteString("<del>" + markdown(s.Text) + "</del>")
		default:
			b.WriteString(markdown(shorten(s.Text, 80, i > 0, i+1 < len(e.Spans))))
		}
	}
	return b.String()
}

// HTML writes the report as a page of its own, for those who review on paper.
func (r Report) HTML(w io.Writer, lang string) error {
	p := &printer{w: w}
	say := func(sv, en string) string { return html.EscapeString(diag.Text{SV: sv, EN: en}.In(lang)) }
	title := say("Ändringar", "Changes")
	p.line("<!doctype html>\n<html lang=%q>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n</head>\n<body>\n<main>", lang, title)
	p.line("<h1>%s</h1>\n<p>%s → %s</p>", title, html.EscapeString(r.From), html.EscapeString(r.To))
	if r.Empty() {
		p.line("<p>%s</p>", say("Ingen skillnad.", "No difference."))
	}
	for _, c := range r.Records {
		p.line("<h2>%s</h2>", html.EscapeString(upper(c.Heading(lang))))
		if len(c.Fields) > 0 {
			p.line("<table>\n<caption>%s</caption>\n<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n<tbody>",
				say("Ändrade fält", "Changed fields"), say("Fält", "Field"), say("Förut", "Before"), say("Nu", "Now"))
			for _, f := range c.Fields {
				label, old, new := f.sides(lang)
				p.line("<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td></tr>", html.EscapeString(label), html.EscapeString(old), html.EscapeString(new))
			}
			p.line("</tbody>\n</table>")
		}
		if len(c.Reasons) > 0 {
			p.line("<p>%s: %s</p>", say("Väsentlig", "Material"), html.EscapeString(c.why(lang)))
		}
	}
	for _, e := range r.Prose {
		p.line("<h2>content/%s (%s): %s</h2>\n<p>", html.EscapeString(e.Page), html.EscapeString(e.Language), html.EscapeString(verbWord(e.Verb, lang)))
		for _, s := range e.Spans {
			text := html.EscapeString(s.Text)
			switch s.Verb {
			case Added:
				text = "<ins>" + text + "</ins>"
			case Removed:
				text = "<del>" + text + "</del>"
			}
			p.write(text)
		}
		p.line("</p>")
	}
	p.line("</main>\n</body>\n</html>")
	return p.err
}

// JSON writes the report for programs.
func (r Report) JSON(w io.Writer) error {
	type field struct {
		Path  string    `json:"path"`
		Verb  Verb      `json:"verb"`
		Label diag.Text `json:"label"`
		Old   diag.Text `json:"old"`
		New   diag.Text `json:"new"`
	}
	type change struct {
		Kind    string        `json:"kind"`
		ID      string        `json:"id"`
		From    string        `json:"from,omitempty"`
		Verb    Verb          `json:"verb"`
		Name    diag.Text     `json:"name"`
		Fields  []field       `json:"fields"`
		Reasons []string      `json:"reasons"`
		Nature  weight.Nature `json:"nature"`
		Asked   []string      `json:"asked,omitempty"`
	}
	type span struct {
		Verb Verb   `json:"verb,omitempty"`
		Text string `json:"text"`
	}
	type edit struct {
		Page     string `json:"page"`
		Language string `json:"language"`
		Verb     Verb   `json:"verb"`
		Spans    []span `json:"spans"`
	}
	out := struct {
		Version  int      `json:"version"`
		From     string   `json:"from"`
		To       string   `json:"to"`
		Material bool     `json:"material"`
		Records  []change `json:"records"`
		Prose    []edit   `json:"prose"`
		Pages    []string `json:"pages"`
	}{Version: 1, From: r.From, To: r.To, Material: r.Material(), Records: []change{}, Prose: []edit{}, Pages: r.Pages()}
	for _, c := range r.Records {
		o := change{Kind: c.Kind, ID: c.ID, From: c.From, Verb: c.Verb, Name: c.Name, Fields: []field{}, Reasons: []string{}, Nature: c.Nature, Asked: c.Asked}
		for _, f := range c.Fields {
			o.Fields = append(o.Fields, field{strings.Join(f.Path, "."), f.Verb, f.Label, f.Old, f.New})
		}
		for _, reason := range c.Reasons {
			o.Reasons = append(o.Reasons, reason.ID)
		}
		out.Records = append(out.Records, o)
	}
	for _, e := range r.Prose {
		o := edit{Page: e.Page, Language: e.Language, Verb: e.Verb}
		for _, s := range e.Spans {
			o.Spans = append(o.Spans, span(s))
		}
		out.Prose = append(out.Prose, o)
	}
	data, err := record.Canonical(out)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// Pages returns the pages on which the changes are read, sorted.
func (r Report) Pages() []string {
	seen := map[string]bool{}
	for _, c := range r.Records {
		for _, p := range pagesOf(c.Kind, c.Fields) {
			seen[p] = true
		}
	}
	for _, e := range r.Prose {
		seen[e.Page] = true
	}
	list := []string{}
	for p := range seen {
		list = append(list, p)
	}
	slices.Sort(list)
	return list
}

// printer remembers the first failure to write.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) write(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s)
	}
}

func (p *printer) line(format string, args ...any) { p.write(fmt.Sprintf(format, args...) + "\n") }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func upper(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// markdown takes the meaning from every character that has one in Markdown.
func markdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '&':
			b.WriteString("&amp;")
		case '<':
			b.WriteString("&lt;")
		case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '@', '!':
			b.WriteRune('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
