package schema

import (
	"bytes"
	"embed"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// page is one page of docs/format/ while it is written.
type page struct {
	notes notes
	lang  string          // en or sv
	lists map[string]bool // the lists of choices that fields refer to, on all pages
	out   bytes.Buffer
}

func (p *page) line(format string, args ...any) {
	fmt.Fprintf(&p.out, format+"\n", args...)
}

// say chooses the words of the page's language.
func (p *page) say(sv, en string) string { return diag.Text{SV: sv, EN: en}.In(p.lang) }

// heading writes a heading with an anchor of its own. The anchors that hosts of
// Markdown make are numbered where headings repeat, and move when one is added.
func (p *page) heading(level int, anchor, text string) {
	p.line("\n<a id=%q></a>\n\n%s %s\n", anchor, strings.Repeat("#", level), text)
}

// ways lead to the same page in the other language, and to the list of all.
func (p *page) ways(name string) string {
	other := p.say("[in English](../en/", "[på svenska](../sv/")
	return other + name + ".md) · " + p.say("[alla sidor](../../format.md)", "[all pages](../../format.md)")
}

// kind writes the page of a kind of record: an example, and then its fields.
func (p *page) kind(k record.Kind) error {
	top := solid(reflect.TypeOf(k.New("")))
	schema := k.Name + Suffix
	p.line("# %s\n", diag.Capital(k.Plural.In(p.lang)))
	p.line("`%s` · [%s](../../../schema/%[2]s) · %s\n", fileOf(k), schema, p.ways(k.Name))
	p.line("%s", p.notes[top.Name()].text.In(p.lang))
	files, err := examplesOf(k)
	if err != nil {
		return err
	}
	for _, f := range files {
		p.line("\n```yaml\n# %s\n%s```", f.Name, f.Data)
	}
	fields, err := p.notes.fields(top)
	if err != nil {
		return err
	}
	p.line("\n## %s\n\n| | | |\n| --- | --- | --- |", p.say("Fält", "Fields"))
	for _, f := range fields {
		p.line("| [`%s`](#%s) | %s | %s |", f.name, anchor(k, f.name), f.label.In(p.lang), p.needed(f))
	}
	return p.fields(k, fields, "")
}

// fields writes a heading for each field and for those inside it.
func (p *page) fields(k record.Kind, fields []field, within string) error {
	for _, f := range fields {
		path := within + f.name
		p.field(k, f, path)
		t := inner(f.typ)
		if shapeOf(t) != object {
			continue
		}
		if s := shapeOf(f.typ); s == list || s == listOrNot {
			path += "[]"
		}
		nested, err := p.notes.fields(t)
		if err != nil {
			return err
		}
		if err := p.fields(k, nested, path+"."); err != nil {
			return err
		}
	}
	return nil
}

func (p *page) field(k record.Kind, f field, path string) {
	p.heading(3, anchor(k, path), "`"+path+"`")
	title := "**" + f.label.In(p.lang) + "**"
	if need := p.needed(f); need != "" {
		title += " · " + need
	}
	p.line("%s\n\n%s\n", title, f.note.text.In(p.lang))
	p.line("- %s: %s", p.say("Typ", "Type"), p.holds(f))
	if f.note.law != "" {
		p.line("- %s: %s", p.say("Lag", "Law"), diag.Provision(f.note.law).In(p.lang))
	}
	if f.note.example != "" {
		p.line("- %s: `%s: %s`", p.say("Exempel", "Example"), f.name, f.note.example)
	}
}

// anchor is where the page of a kind speaks of a field: recipient.locations.country.
func anchor(k record.Kind, path string) string {
	return k.Name + "." + strings.ReplaceAll(path, "[]", "")
}

// needed tells whether a field must be there.
func (p *page) needed(f field) string {
	switch {
	case f.demand.required:
		return p.say("**måste anges**", "**required**")
	case len(f.others) > 0:
		return p.say("**måste anges** om inte ", "**required** unless ") +
			"`" + strings.Join(f.others, p.say("` eller `", "` or `")) + "`" + p.say(" anges", " is given")
	}
	return ""
}

// holds says in words what a field holds.
func (p *page) holds(f field) string {
	each := p.bounded(inner(f.typ), f.demand.each)
	if ref, ok := record.KindOf(f.ref); ok {
		each = fmt.Sprintf(p.say("ett id bland [%s](%s.md)", "an id among the [%s](%s.md)"), ref.Plural.In(p.lang), ref.Name)
	}
	switch shapeOf(f.typ) {
	case words:
		return p.inWords()
	case byLang:
		return p.say("ett värde på varje språk: ", "a value in each language: ") + each
	case list:
		return p.say("en lista", "a list") + p.limits(f.demand.self) + ": " + each
	case listOrNot:
		return p.say("en lista, eller ordet `none`: ", "a list, or the word `none`: ") + each
	}
	if f.ref != "" {
		return each
	}
	return p.bounded(f.typ, f.demand.self)
}

func (p *page) inWords() string { return p.say("en text på varje språk", "a text in each language") }

// bounded says in words what a value of a type is under some constraints.
func (p *page) bounded(t reflect.Type, constraints []word) string {
	switch {
	case shapeOf(t) == object:
		return p.say("en grupp fält", "a group of fields")
	case shapeOf(t) == words:
		return p.inWords()
	case t.Kind() == reflect.Bool:
		return p.say("`true` eller `false`", "`true` or `false`")
	case t.Kind() == reflect.Int:
		return p.say("ett heltal", "a whole number") + p.limits(constraints)
	}
	var said []string
	for _, w := range constraints {
		switch r, ok := record.ConstraintOf(w.tag); {
		case w.tag == "choice":
			p.lists[w.param] = true
			said = append(said, fmt.Sprintf(p.say("ett av", "one of")+" [%s](choices.md#choice.%[1]s): `%s`", w.param, strings.Join(codes(value.Choices(w.param)), "`, `")))
		case w.tag == "country":
			said = append(said, p.say("ett land", "a country")+", [ISO 3166-1](choices.md#choice.country)")
		case ok:
			said = append(said, r.Doc.In(p.lang))
		}
	}
	return strings.Join(said, " ") + p.limits(constraints)
}

// limits writes min and max: (1–9).
func (p *page) limits(constraints []word) string {
	low, high := "", ""
	for _, w := range constraints {
		switch w.tag {
		case "min":
			low = w.param
		case "max":
			high = w.param
		}
	}
	switch {
	case low != "" && high != "":
		return " (" + low + "–" + high + ")"
	case low != "":
		return p.say(" (minst ", " (at least ") + low + ")"
	case high != "":
		return p.say(" (högst ", " (at most ") + high + ")"
	}
	return ""
}

func (p *page) choices() {
	p.line("# %s\n\n%s\n", p.say("Val", "Choices"), p.ways("choices"))
	p.line("%s", p.say("Ett fält som rymmer ett av flera ord tar koden. Webbplatsens läsare möter namnet på sitt språk.",
		"A field that holds one of several words takes the code. Readers of the site meet the name in their language."))
	for _, list := range value.ChoiceLists() {
		if p.lists[list] {
			p.choice(list, value.Choices(list))
		}
	}
	p.choice("country", countries())
}

func (p *page) choice(list string, choices []value.Choice) {
	lawful := slices.ContainsFunc(choices, func(c value.Choice) bool { return c.Law != "" })
	p.heading(2, "choice."+list, "`"+list+"`")
	head, line := p.say("| Kod | Namn |", "| Code | Name |"), "| --- | --- |"
	if lawful {
		head, line = head+p.say(" Lag |", " Law |"), line+" --- |"
	}
	p.line("%s\n%s", head, line)
	for _, c := range choices {
		row := fmt.Sprintf("| `%s` | %s |", c.Code, c.Name.In(p.lang))
		if lawful {
			row += " " + diag.Provision(c.Law).In(p.lang) + " |"
		}
		p.line("%s", row)
	}
}

// typed are the pages, or the beginnings of pages, that are written by hand.
//
//go:embed writing.en.md writing.sv.md downloads.en.md downloads.sv.md
var typed embed.FS

// written writes a page that is written by hand, with the ways from it.
func (p *page) written(name string) error {
	text, err := typed.ReadFile(name + "." + p.lang + ".md")
	if err != nil {
		return err
	}
	title, rest, _ := strings.Cut(string(text), "\n")
	p.line("%s\n\n%s\n%s", title, p.ways(name), strings.TrimRight(rest, "\n"))
	return nil
}

func (p *page) downloads(lists []Download) error {
	if err := p.written("downloads"); err != nil {
		return err
	}
	for _, l := range lists {
		p.heading(2, "download."+l.Name, l.Title.In(p.lang)+": `"+l.Name+"`")
		p.line("%s\n| --- | --- | --- | --- |", p.say("| Kolumn | Typ | Rubrik | Betydelse |", "| Column | Type | Heading | Meaning |"))
		for _, c := range l.Columns {
			p.line("| `%s` | %s | %s | %s |", c.Name, c.Type, c.Label.In(p.lang), c.Doc.In(p.lang))
		}
	}
	return nil
}
