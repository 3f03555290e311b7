package list

import (
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/sheet"
	"tillit/tools/internal/facts/value"
)

// XLSX writes a table for people with a spreadsheet: dates are dates, numbers
// numbers and yes or no a truth value, and everything else is text and nothing
// but text, whatever it begins with. A second sheet tells what the list is, and
// what its columns mean. It returns nil if the list cannot be written, which
// only a list of more than a million rows is the cause of.
func XLSX(t Table) []byte {
	book := sheet.Book{
		Properties: sheet.Properties{ // their day is that of the list, so that the same list gives the same bytes
			Title: t.Title + " – " + t.Organisation, Creator: t.Organisation, Day: string(t.AsOf),
			Language: t.Language, Version: t.Version, Program: "Tillit",
		},
		Table: sheet.Table{Name: t.Title, Rows: make([][]any, len(t.Rows))},
		Page:  about(t),
	}
	for _, c := range t.Columns {
		book.Table.Heads = append(book.Table.Heads, heading(t, c))
	}
	for n, row := range t.Rows {
		cells := make([]any, len(row))
		for i, v := range row {
			cells[i] = typed(v, t.Columns[i].Type)
		}
		book.Table.Rows[n] = cells
	}
	data, err := sheet.Write(book)
	if err != nil {
		return nil
	}
	return data
}

// heading is a column's label, below the provision that asks for it.
func heading(t Table, c Column) string {
	label, article := t.in(c.Label), c.Article.In(t.Language)
	if article == "" {
		return label
	}
	return article + "\n" + strings.TrimPrefix(label, article+" ")
}

// typed is a value as a cell that a spreadsheet can sort and filter by.
func typed(v any, t Type) any {
	switch v := v.(type) {
	case nil, bool, int:
		return v
	case string:
		if d := value.Date(v); t == Date && d.Valid() {
			return d.Time()
		}
	}
	return cell(v)
}

// about is the sheet that says what the list is and how to read it.
func about(t Table) sheet.Page {
	say := func(sv, en string) string { return t.in(diag.Say(sv, en)) }
	page := sheet.Page{Name: say("Om listan", "About the list"), Widths: []float64{26, 72, 24}}
	line := func(label string, value any) {
		page.Lines = append(page.Lines, []any{sheet.Bold(label), value})
	}
	line(say("Organisation", "Organisation"), t.Organisation)
	line(say("Lista", "List"), t.Title)
	line(say("Språk", "Language"), value.LanguageName(t.Language, t.Language))
	if t.AsOf.Valid() {
		line(say("Gäller dagen", "As of"), t.AsOf.Time())
	}
	if !t.Register { // a register is made of the facts of the day, issued or not
		line(say("Version", "Version"), t.version())
	}
	sum := t.sum()
	line(sum.Label, sum.Value)
	if t.BaseURL != "" { // a register is published nowhere
		line(say("Senaste listan", "Latest list"), t.BaseURL+t.Path("xlsx"))
	}
	line(say("Antal rader", "Number of rows"), len(t.Rows))
	how := say(
		"Varje rad på det första bladet är en post. En cell som rymmer flera värden har | mellan dem. En tom cell betyder att uppgiften inte är angiven.",
		"Each row on the first sheet is a record. A cell that holds several values has | between them. An empty cell means that the fact is not stated.")
	if !t.Register {
		how += say(" Länder är koder enligt ISO 3166-1.", " Countries are codes of ISO 3166-1.")
	}
	line(say("Så läser du listan", "How to read the list"), how)
	head := []any{sheet.Bold(say("Kolumn", "Column")), sheet.Bold(say("Vad den betyder", "What it means")), sheet.Bold(say("Namn i CSV och JSON", "Name in CSV and JSON"))}
	page.Lines = append(page.Lines, nil, head)
	for _, c := range t.Columns {
		page.Lines = append(page.Lines, []any{t.in(c.Label), t.in(c.Doc), c.Name})
	}
	return page
}
