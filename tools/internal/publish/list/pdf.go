package list

import (
	"slices"
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/publish/pdf"
)

// group is a column of a page: the columns of the list that stand in it, one
// below the other. A page is not wide enough for a column each.
type group struct {
	label   diag.Text
	columns []string
}

// PDF writes a table for people to read and keep. Codes become words there;
// nothing else is left out or changed.
func PDF(r Roll, t Table) []byte {
	sum := t.sum()
	p := paper{t: t, names: map[string]string{}}
	for _, row := range t.Rows {
		p.names[p.value(row, "id")] = p.value(row, "name")
	}
	table := pdf.Table{}
	for _, g := range r.groups {
		table.Columns = append(table.Columns, t.in(g.label))
	}
	for _, row := range t.Rows {
		out := pdf.Row{}
		for i, g := range r.groups {
			out.Cells = append(out.Cells, p.cell(row, g, i == 0))
		}
		out.Mark = p.value(row, r.groups[0].columns[0])
		table.Rows = append(table.Rows, out)
	}
	d := NewDocument(t.Organisation, t.Title, t.Language, t.Edition, sum)
	d.Landscape = true
	d.Blocks = append(d.Blocks, p.intro()...)
	d.Blocks = append(d.Blocks, table)
	return Written(d, t.Words)
}

// NewDocument is an empty document with what each page says of the edition.
func NewDocument(organisation, title, lang string, e Edition, sum Sum) *pdf.Document {
	say := func(sv, en string) string { return e.Words.In(lang, diag.Say(sv, en)) }
	edition := say("Version: ", "Version: ") + e.called(lang) + " – " +
		say("gäller den ", "as of ") + e.Words.Date(e.AsOf, lang)
	return &pdf.Document{
		Title: title + " – " + organisation, Author: organisation, Subject: edition, Language: lang, Date: string(e.AsOf),
		Header: organisation + " – " + title,
		Footer: []string{organisation + " – " + title + " – " + edition, sum.Label + ": " + sum.Value},
		Number: func(page, pages int) string {
			return say("sida ", "page ") + strconv.Itoa(page) + say(" av ", " of ") + strconv.Itoa(pages)
		},
		Blocks: []pdf.Block{pdf.Heading{Level: 1, Text: title}},
	}
}

// Written writes a document. If its fonts lack characters, the document says so.
func Written(d *pdf.Document, words words.Words) []byte {
	data, missing := pdf.Write(d)
	if len(missing) == 0 {
		return data
	}
	note := diag.Say("I dokumentet finns {count} olika tecken som dess typsnitt saknar. De visas som □, men följer med rätt när texten kopieras.",
		"The document holds {count} different characters that its fonts lack. They are shown as □, but come out right when the text is copied.")
	d.Blocks = append(d.Blocks, pdf.Paragraph{Small: true, Text: pdf.Plainly(strings.Replace(words.In(d.Language, note), "{count}", strconv.Itoa(len(missing)), 1))})
	data, _ = pdf.Write(d)
	return data
}

// paper turns the cells of a table into what a reader sees.
type paper struct {
	t     Table
	names map[string]string // of the rows, by id
}

// intro says what the list is and where to find the latest.
func (p paper) intro() []pdf.Block {
	t := p.t
	say := func(sv, en string) string { return t.in(diag.Say(sv, en)) }
	blocks := []pdf.Block{pdf.Paragraph{Text: pdf.Plainly(strings.Replace(
		say("Så ser listan ut den {day}.", "The list as of {day}."), "{day}", t.Words.Date(t.AsOf, t.Language), 1))}}
	if t.BaseURL != "" {
		address := t.BaseURL + t.Path("pdf")
		blocks = append(blocks, pdf.Paragraph{Small: true, Text: pdf.Text{
			{Text: say("Den senaste finns på ", "The latest one is at ")}, {Text: address, URL: address}, {Text: "."}}})
	}
	return blocks
}

func (p paper) value(row []any, name string) string {
	i := slices.IndexFunc(p.t.Columns, func(c Column) bool { return c.Name == name })
	if i < 0 {
		return ""
	}
	return cell(row[i])
}

// cell is what a row has to say in a group. The first value of the group speaks
// for itself; the others have their labels before them.
func (p paper) cell(row []any, g group, first bool) pdf.Cell {
	var out pdf.Cell
	for n, name := range g.columns {
		i := slices.IndexFunc(p.t.Columns, func(c Column) bool { return c.Name == name })
		said := p.said(row[i], p.t.Columns[i])
		switch {
		case len(said) == 0:
		case n == 0 && first:
			out = append(out, pdf.Text{{Text: strings.Join(said, "; "), Style: pdf.Bold}})
		case n == 0:
			for _, value := range said {
				out = append(out, pdf.Plainly(diag.Capital(value)))
			}
		default:
			out = append(out, pdf.Text{
				{Text: p.t.in(p.t.Columns[i].Label) + ": ", Style: pdf.Muted},
				{Text: enumerate(said)},
			})
		}
	}
	return out
}

// enumerate writes values one after the other, with a semicolon between those
// that are no sentences.
func enumerate(values []string) string {
	var b strings.Builder
	for i, v := range values {
		if i > 0 && !strings.HasSuffix(values[i-1], ".") {
			b.WriteString(";")
		}
		if i > 0 {
			b.WriteString(" ")
		}
		b.WriteString(v)
	}
	return b.String()
}

// said is a cell in words, a list in as many as it has.
func (p paper) said(v any, c Column) []string {
	switch v := v.(type) {
	case nil:
		return nil
	case bool:
		if v {
			return []string{p.t.in(diag.Say("ja", "yes"))}
		}
		return []string{p.t.in(diag.Say("nej", "no"))}
	case []string:
		out := make([]string, len(v))
		for i, code := range v {
			out[i] = p.word(code, c.Codes)
		}
		return out
	}
	return []string{p.word(cell(v), c.Codes)}
}

// word is what a code is called.
func (p paper) word(code, codes string) string {
	lang := p.t.Language
	switch codes {
	case "":
		return code
	case "status":
		return p.t.in(statusWord(code))
	case "country":
		return CountryFirst(code, lang, p.t.Words)
	case "recipient":
		if name := p.names[code]; name != "" {
			return name
		}
		return code
	}
	return p.t.Words.Choice(codes, code, lang)
}

func statusWord(status string) diag.Text {
	switch record.Status(status) {
	case record.Upcoming:
		return diag.Say("kommande", "upcoming")
	case record.Ended:
		return diag.Say("upphörd", "ended")
	}
	return diag.Say("aktuell", "current")
}

// CountryFirst writes out the country or region that a place begins with:
// SE, Halmstad becomes Sverige, Halmstad.
func CountryFirst(place, lang string, words words.Words) string {
	end := strings.IndexAny(place, ", (")
	if end < 0 {
		end = len(place)
	}
	code := place[:end]
	name := words.Country(code, lang)
	if name == code {
		name = words.Choice("region", code, lang)
	}
	return name + place[end:]
}
