package schema

import (
	"bytes"
	_ "embed"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Download is a list that visitors download. Package export knows the lists; it
// and this package do not know each other, so they are handed in.
type Download struct {
	Name    string // in the names of its files
	Title   diag.Text
	Columns []Column
}

// Column is a column of such a list.
type Column struct {
	Name  string    // as it stands in the file
	Type  string    // what its cells hold
	Label diag.Text // the heading that a person sees
	Doc   diag.Text // what the cells mean
}

//go:embed intro.md
var intro string

// Format returns docs/format.md: how to write a record, every field of every
// kind, every list of choices, and the columns of the downloads.
func Format(lists []Download) ([]byte, error) {
	n, err := readNotes(record.Files)
	if err != nil {
		return nil, err
	}
	p := &page{notes: n, lists: map[string]bool{}}
	p.out.WriteString(intro)
	p.kinds()
	for _, k := range record.Kinds() {
		if err := p.kind(k); err != nil {
			return nil, fmt.Errorf("format of %s: %w", k.Name, err)
		}
	}
	p.choices()
	p.downloads(lists)
	return p.out.Bytes(), nil
}

// page is docs/format.md while it is written.
type page struct {
	notes notes
	lists map[string]bool // the lists of choices that fields refer to
	out   bytes.Buffer
}

func (p *page) line(format string, args ...any) {
	fmt.Fprintf(&p.out, format+"\n", args...)
}

// heading writes a heading with an anchor of its own. The anchors that hosts of
// Markdown make are numbered where headings repeat, and move when one is added.
func (p *page) heading(level int, anchor, text string) {
	p.line("\n<a id=%q></a>\n\n%s %s\n", anchor, strings.Repeat("#", level), text)
}

func (p *page) kinds() {
	p.line("\n## Kinds of records / Slag av poster\n")
	p.line("| Kind | Slag | Where | Schema |\n| --- | --- | --- | --- |")
	for _, k := range record.Kinds() {
		p.line("| [%s](#%s) | %s | `%s` | [%s](../schema/%[5]s) |",
			diag.Capital(k.Plural.EN), k.Name, diag.Capital(k.Plural.SV), fileOf(k), k.Name+suffix)
	}
}

// fileOf is where records of a kind lie.
func fileOf(k record.Kind) string {
	if k.Folder == "" {
		return "data/" + k.Name + ".yaml"
	}
	return "data/" + k.Folder + "/<id>.yaml"
}

func (p *page) kind(k record.Kind) error {
	top := solid(reflect.TypeOf(k.New("")))
	p.heading(2, k.Name, bilingual(diag.Text{EN: diag.Capital(k.Plural.EN), SV: diag.Capital(k.Plural.SV)}))
	p.line("`%s`\n", fileOf(k))
	p.both(p.notes[top.Name()].text)
	fields, err := p.notes.fields(top)
	if err != nil {
		return err
	}
	p.line("\n| Field | | | |\n| --- | --- | --- | --- |")
	for _, f := range fields {
		p.line("| [`%s`](#%s) | %s | %s | %s |", f.name, anchor(k, f.name), f.label.EN, f.label.SV, needed(f))
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
	title := "**" + bilingual(f.label) + "**"
	if need := needed(f); need != "" {
		title += " · " + need
	}
	p.line("%s\n", title)
	p.both(f.note.text)
	p.line("")
	p.line("- Type / typ: %s", p.holds(f))
	if f.note.law != "" {
		p.line("- Law / lag: %s", f.note.law)
	}
	if f.note.example != "" {
		p.line("- Example / exempel: `%s: %s`", f.name, f.note.example)
	}
}

// anchor is where docs/format.md speaks of a field: recipient.locations.country.
func anchor(k record.Kind, path string) string {
	return k.Name + "." + strings.ReplaceAll(path, "[]", "")
}

// both writes a text in English and then in Swedish.
func (p *page) both(t diag.Text) {
	p.line("%s\n", t.EN)
	p.line("*sv:* %s", t.SV)
}

// needed tells whether a field must be there.
func needed(f field) string {
	switch {
	case f.demand.required:
		return "**required**"
	case len(f.others) > 0:
		return "**required** unless `" + strings.Join(f.others, "` or `") + "` is given"
	}
	return ""
}

// holds says in words what a field holds.
func (p *page) holds(f field) string {
	each := p.ruled(inner(f.typ), f.demand.each)
	if ref, ok := record.KindOf(f.ref); ok {
		each = fmt.Sprintf("an id among the [%s](#%s) / ett id bland [%s](#%[2]s)", ref.Plural.EN, ref.Name, ref.Plural.SV)
	}
	switch shapeOf(f.typ) {
	case words:
		return "a text in each language / en text på varje språk"
	case byLang:
		return "a value in each language / ett värde på varje språk: " + each
	case list:
		return "a list / en lista" + limits(f.demand.self) + ": " + each
	case listOrNot:
		return "a list, or the word `none` / en lista, eller ordet `none`: " + each
	}
	if f.ref != "" {
		return each
	}
	return p.ruled(f.typ, f.demand.self)
}

// ruled says in words what a value of a type is under some rules.
func (p *page) ruled(t reflect.Type, rules []word) string {
	switch {
	case shapeOf(t) == object:
		return "a group of fields / en grupp fält"
	case shapeOf(t) == words:
		return "a text in each language / en text på varje språk"
	case t.Kind() == reflect.Bool:
		return "`true` or `false` / `true` eller `false`"
	case t.Kind() == reflect.Int:
		return "a whole number / ett heltal" + limits(rules)
	}
	var said []string
	for _, w := range rules {
		switch r, ok := record.RuleOf(w.tag); {
		case w.tag == "choice":
			p.lists[w.param] = true
			said = append(said, fmt.Sprintf("one of [%s](#choice.%[1]s): `%s`", w.param, strings.Join(codes(value.Choices(w.param)), "`, `")))
		case w.tag == "country":
			said = append(said, "a country / ett land, [ISO 3166-1](#choice.country)")
		case ok:
			said = append(said, bilingual(r.Doc))
		}
	}
	return strings.Join(said, " ") + limits(rules)
}

// limits writes min and max: (1–9).
func limits(rules []word) string {
	low, high := "", ""
	for _, w := range rules {
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
		return " (at least / minst " + low + ")"
	case high != "":
		return " (at most / högst " + high + ")"
	}
	return ""
}

func (p *page) choices() {
	p.line("\n## Choices / Val\n")
	p.line("A field that holds one of several words takes the code. Readers of the site meet the name in their language.\n")
	p.line("*sv:* Ett fält som rymmer ett av flera ord tar koden. Webbplatsens läsare möter namnet på sitt språk.")
	for _, list := range value.ChoiceLists() {
		if p.lists[list] {
			p.choice(list, value.Choices(list))
		}
	}
	p.choice("country", countries())
}

func (p *page) choice(list string, choices []value.Choice) {
	lawful := slices.ContainsFunc(choices, func(c value.Choice) bool { return c.Law != "" })
	p.heading(3, "choice."+list, "`"+list+"`")
	if lawful {
		p.line("| Code | sv | en | Law |\n| --- | --- | --- | --- |")
	} else {
		p.line("| Code | sv | en |\n| --- | --- | --- |")
	}
	for _, c := range choices {
		row := fmt.Sprintf("| `%s` | %s | %s |", c.Code, c.Name.SV, c.Name.EN)
		if lawful {
			row += " " + c.Law + " |"
		}
		p.line("%s", row)
	}
}

func (p *page) downloads(lists []Download) {
	p.line("\n## Downloads\n")
	p.line("%s", strings.TrimSpace(downloads))
	for _, l := range lists {
		p.heading(3, "download."+l.Name, bilingual(l.Title)+": `"+l.Name+"`")
		p.line("| Column | Type | en | sv | Meaning | Betydelse |\n| --- | --- | --- | --- | --- | --- |")
		for _, c := range l.Columns {
			p.line("| `%s` | %s | %s | %s | %s | %s |", c.Name, c.Type, c.Label.EN, c.Label.SV, c.Doc.EN, c.Doc.SV)
		}
	}
}

//go:embed downloads.md
var downloads string
