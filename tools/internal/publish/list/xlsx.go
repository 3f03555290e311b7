package list

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// XLSX writes a table for people with a spreadsheet: dates are dates, numbers
// numbers and yes or no a truth value, and everything else is text and nothing
// but text, whatever it begins with. A second sheet tells what the list is, and
// what its columns mean. It returns nil if the list cannot be written, which
// only a list of more than a million rows is the cause of.
func XLSX(t Table) []byte {
	b := &book{file: excelize.NewFile(), t: t}
	defer b.file.Close() // what is removed is a file of large lists that is no longer needed
	b.properties()
	b.list()
	b.about()
	var out bytes.Buffer
	if b.err == nil {
		b.err = b.file.Write(&out)
	}
	if b.err != nil {
		return nil
	}
	return out.Bytes()
}

// book is a workbook under way, with the first thing that went wrong.
type book struct {
	file *excelize.File
	t    Table
	err  error
}

func (b *book) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) say(sv, en string) string { return b.t.in(diag.Say(sv, en)) }

// properties are those that a file manager shows. Their times are the day of
// the list, so that the same list gives the same bytes.
func (b *book) properties() {
	day := string(b.t.AsOf) + "T00:00:00Z"
	b.try(b.file.SetDocProps(&excelize.DocProperties{
		Title: b.t.Title + " – " + b.t.Organisation, Creator: b.t.Organisation, LastModifiedBy: b.t.Organisation,
		Created: day, Modified: day, Language: b.t.Language, Version: b.t.Version,
	}))
	b.try(b.file.SetAppProps(&excelize.AppProperties{Application: "Tillit", Company: b.t.Organisation}))
}

func (b *book) style(s *excelize.Style) int {
	s.Font = &excelize.Font{Family: "Calibri", Size: 11, Bold: s.Font != nil && s.Font.Bold}
	s.Alignment = &excelize.Alignment{Vertical: "top", WrapText: true}
	id, err := b.file.NewStyle(s)
	b.try(err)
	return id
}

// list writes the sheet with the rows, as a stream: long lists are many cells.
func (b *book) list() {
	const sheet = 1
	name := sheetName(b.t.Title)
	b.try(b.file.SetSheetName("Sheet1", name))
	w, err := b.file.NewStreamWriter(name)
	if err != nil {
		b.try(err)
		return
	}
	iso := "yyyy-mm-dd"
	head := b.style(&excelize.Style{Font: &excelize.Font{Bold: true}, Border: []excelize.Border{{Type: "bottom", Color: "333333", Style: 1}}})
	plain, day := b.style(&excelize.Style{}), b.style(&excelize.Style{CustomNumFmt: &iso})
	for i, width := range b.widths() {
		b.try(w.SetColWidth(i+1, i+1, width))
	}
	b.try(w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}}}))
	last, err := excelize.CoordinatesToCellName(len(b.t.Columns), len(b.t.Rows)+sheet)
	b.try(err)
	b.try(b.file.AutoFilter(name, "A1:"+last, nil))

	cells := make([]any, len(b.t.Columns))
	for i, c := range b.t.Columns {
		cells[i] = excelize.Cell{StyleID: head, Value: b.heading(c)}
	}
	b.try(w.SetRow("A1", cells))
	for n, row := range b.t.Rows {
		for i, v := range row {
			cells[i] = nil
			if v != nil {
				cells[i] = typed(v, b.t.Columns[i].Type, plain, day)
			}
		}
		b.try(w.SetRow(fmt.Sprintf("A%d", n+2), cells))
	}
	b.try(w.Flush())
}

// sheetName is a title as a sheet may be called, in whatever language: at most 31
// characters, and none that a formula reads.
func sheetName(title string) string {
	title = strings.Trim(strings.NewReplacer("[", "(", "]", ")", ":", " ", "*", " ", "?", " ", "/", " ", `\`, " ").Replace(title), "' ")
	if runes := []rune(title); len(runes) > excelize.MaxSheetNameLength {
		title = strings.TrimRight(string(runes[:excelize.MaxSheetNameLength]), "' ")
	}
	return title
}

// heading is a column's label, below the provision that asks for it.
func (b *book) heading(c Column) string {
	label, article := b.t.in(c.Label), c.Article.In(b.t.Language)
	if article == "" {
		return label
	}
	return article + "\n" + strings.TrimPrefix(label, article+" ")
}

// typed is a value as a cell that a spreadsheet can sort and filter by.
func typed(v any, t Type, plain, day int) excelize.Cell {
	switch v := v.(type) {
	case bool, int:
		return excelize.Cell{StyleID: plain, Value: v}
	case string:
		if d := value.Date(v); t == Date && d.Valid() {
			return excelize.Cell{StyleID: day, Value: d.Time()}
		}
	}
	return excelize.Cell{StyleID: plain, Value: fitting(cell(v))}
}

// fitting shortens what is longer than a cell may be, and says so.
func fitting(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	units := 0
	for i, r := range s {
		if units += 1 + (utf8.RuneLen(r) / 4); units > excelize.TotalCellChars-4 {
			return s[:i] + " […]"
		}
	}
	return s
}

// widths are the columns' widths in characters: as wide as their widest line,
// within bounds. Longer lines wrap.
func (b *book) widths() []float64 {
	const narrow, wide, air = 8, 48, 3
	out := make([]float64, len(b.t.Columns))
	note := func(i int, text string) {
		for line := range strings.SplitSeq(text, "\n") {
			out[i] = min(max(out[i], float64(utf8.RuneCountInString(line)+air)), wide)
		}
	}
	for i, c := range b.t.Columns {
		out[i] = narrow
		note(i, b.heading(c))
	}
	for _, row := range b.t.Rows {
		for i, v := range row {
			if out[i] < wide {
				note(i, cell(v))
			}
		}
	}
	return out
}

// about writes the sheet that says what the list is and how to read it.
func (b *book) about() {
	name := sheetName(b.say("Om listan", "About the list"))
	_, err := b.file.NewSheet(name)
	b.try(err)
	bold, plain := b.style(&excelize.Style{Font: &excelize.Font{Bold: true}}), b.style(&excelize.Style{})
	iso := "yyyy-mm-dd"
	day := b.style(&excelize.Style{CustomNumFmt: &iso})
	n := 0
	line := func(styles []int, values ...any) {
		n++
		for i, v := range values {
			at, err := excelize.CoordinatesToCellName(i+1, n)
			b.try(err)
			b.try(b.file.SetCellValue(name, at, v))
			b.try(b.file.SetCellStyle(name, at, at, styles[min(i, len(styles)-1)]))
		}
	}
	fact := []int{bold, plain}
	line(fact, b.say("Organisation", "Organisation"), b.t.Organisation)
	line(fact, b.say("Lista", "List"), b.t.Title)
	line(fact, b.say("Språk", "Language"), value.LanguageName(b.t.Language, b.t.Language))
	if b.t.AsOf.Valid() {
		line([]int{bold, day}, b.say("Gäller dagen", "As of"), b.t.AsOf.Time())
	}
	if !b.t.Register { // a register is made of the facts of the day, issued or not
		line(fact, b.say("Version", "Version"), b.t.version())
	}
	sum := b.t.sum()
	line(fact, sum.Label, sum.Value)
	if b.t.BaseURL != "" { // a register is published nowhere
		line(fact, b.say("Senaste listan", "Latest list"), b.t.BaseURL+b.t.Path("xlsx"))
	}
	line(fact, b.say("Antal rader", "Number of rows"), len(b.t.Rows))
	how := b.say(
		"Varje rad på det första bladet är en post. En cell som rymmer flera värden har | mellan dem. En tom cell betyder att uppgiften inte är angiven.",
		"Each row on the first sheet is a record. A cell that holds several values has | between them. An empty cell means that the fact is not stated.")
	if !b.t.Register {
		how += b.say(" Länder är koder enligt ISO 3166-1.", " Countries are codes of ISO 3166-1.")
	}
	line(fact, b.say("Så läser du listan", "How to read the list"), how)
	n++
	line([]int{bold}, b.say("Kolumn", "Column"), b.say("Vad den betyder", "What it means"), b.say("Namn i CSV och JSON", "Name in CSV and JSON"))
	for _, c := range b.t.Columns {
		line([]int{plain}, b.t.in(c.Label), b.t.in(c.Doc), c.Name)
	}
	for i, width := range []float64{26, 72, 24} {
		letter := string(rune('A' + i))
		b.try(b.file.SetColWidth(name, letter, letter, width))
	}
}
