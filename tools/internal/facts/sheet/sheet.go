// Package sheet writes spreadsheets. It knows nothing of what they are about, and
// alone knows the library that makes them.
//
// The value in a cell decides what a spreadsheet takes it for: a time.Time is a day,
// an int a number and a bool a truth value. A string is text and nothing but text,
// whatever it begins with.
package sheet

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Book is a workbook: a table, and behind it a page that says what it is.
type Book struct {
	// Properties are those that a file manager shows. The same ones and the same
	// sheets give the same bytes.
	Properties Properties
	Table      Table
	Page       Page
}

// Properties are what a workbook says of itself outside of its sheets.
type Properties struct {
	Title    string
	Creator  string // who made it, a company
	Day      string // YYYY-MM-DD, on which it was made
	Language string // BCP 47
	Version  string
	Program  string // that wrote it
}

// Table is a sheet of rows below headings, which stay in sight, with a filter. Its
// columns are as wide as their widest line, within bounds; longer lines wrap.
type Table struct {
	Name  string // of any length and of any characters; it is made fit
	Heads []string
	Rows  [][]any // a cell for each heading: nil, string, bool, int or time.Time
}

// Page is a sheet of lines.
type Page struct {
	Name   string
	Widths []float64 // of its columns, in characters
	Lines  [][]any   // as the rows of a table, and Bold; an empty one is left blank
}

// Bold is text in bold type.
type Bold string

// Write makes the file (ISO/IEC 29500, .xlsx). The error is that of the library, for a
// table of more than a million rows, or a column that is too wide.
func Write(b Book) ([]byte, error) {
	w := &writer{file: excelize.NewFile()}
	defer w.file.Close() // what is removed is a file of large tables that is no longer needed
	w.properties(b.Properties)
	w.table(b.Table)
	w.page(b.Page)
	var out bytes.Buffer
	if w.err == nil {
		w.err = w.file.Write(&out)
	}
	if w.err != nil {
		return nil, w.err
	}
	return out.Bytes(), nil
}

// writer is a workbook under way, with the first thing that went wrong.
type writer struct {
	file *excelize.File
	err  error
}

func (w *writer) try(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) properties(p Properties) {
	day := p.Day + "T00:00:00Z"
	w.try(w.file.SetDocProps(&excelize.DocProperties{
		Title: p.Title, Creator: p.Creator, LastModifiedBy: p.Creator,
		Created: day, Modified: day, Language: p.Language, Version: p.Version,
	}))
	w.try(w.file.SetAppProps(&excelize.AppProperties{Application: p.Program, Company: p.Creator}))
}

func (w *writer) style(s *excelize.Style) int {
	s.Font = &excelize.Font{Family: "Calibri", Size: 11, Bold: s.Font != nil && s.Font.Bold}
	s.Alignment = &excelize.Alignment{Vertical: "top", WrapText: true}
	id, err := w.file.NewStyle(s)
	w.try(err)
	return id
}

// table writes the sheet as a stream: long tables are many cells.
func (w *writer) table(t Table) {
	const heads = 1
	name := Name(t.Name)
	w.try(w.file.SetSheetName("Sheet1", name))
	s, err := w.file.NewStreamWriter(name)
	if err != nil {
		w.try(err)
		return
	}
	iso := "yyyy-mm-dd"
	head := w.style(&excelize.Style{Font: &excelize.Font{Bold: true}, Border: []excelize.Border{{Type: "bottom", Color: "333333", Style: 1}}})
	plain, day := w.style(&excelize.Style{}), w.style(&excelize.Style{CustomNumFmt: &iso})
	for i, width := range widths(t) {
		w.try(s.SetColWidth(i+1, i+1, width))
	}
	w.try(s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}}}))
	last, err := excelize.CoordinatesToCellName(len(t.Heads), len(t.Rows)+heads)
	w.try(err)
	w.try(w.file.AutoFilter(name, "A1:"+last, nil))

	cells := make([]any, len(t.Heads))
	for i, h := range t.Heads {
		cells[i] = excelize.Cell{StyleID: head, Value: h}
	}
	w.try(s.SetRow("A1", cells))
	for n, row := range t.Rows {
		for i, v := range row {
			cells[i] = nil
			if v != nil {
				cells[i] = cell(v, plain, day)
			}
		}
		w.try(s.SetRow(fmt.Sprintf("A%d", n+2), cells))
	}
	w.try(s.Flush())
}

func cell(v any, plain, day int) excelize.Cell {
	switch v := v.(type) {
	case time.Time:
		return excelize.Cell{StyleID: day, Value: v}
	case string:
		return excelize.Cell{StyleID: plain, Value: fitting(v)}
	}
	return excelize.Cell{StyleID: plain, Value: v}
}

// page writes a sheet of few cells, which share their strings.
func (w *writer) page(p Page) {
	name := Name(p.Name)
	_, err := w.file.NewSheet(name)
	w.try(err)
	bold, plain := w.style(&excelize.Style{Font: &excelize.Font{Bold: true}}), w.style(&excelize.Style{})
	iso := "yyyy-mm-dd"
	day := w.style(&excelize.Style{CustomNumFmt: &iso})
	for n, line := range p.Lines {
		for i, v := range line {
			at, err := excelize.CoordinatesToCellName(i+1, n+1)
			w.try(err)
			style := plain
			switch said := v.(type) {
			case Bold:
				v, style = string(said), bold
			case time.Time:
				style = day
			}
			w.try(w.file.SetCellValue(name, at, v))
			w.try(w.file.SetCellStyle(name, at, at, style))
		}
	}
	for i, width := range p.Widths {
		letter, err := excelize.ColumnNumberToName(i + 1)
		w.try(err)
		w.try(w.file.SetColWidth(name, letter, letter, width))
	}
}

// Name is a title as a sheet may be called, in whatever language: at most 31
// characters, and none that a formula reads.
func Name(title string) string {
	title = strings.Trim(strings.NewReplacer("[", "(", "]", ")", ":", " ", "*", " ", "?", " ", "/", " ", `\`, " ").Replace(title), "' ")
	if runes := []rune(title); len(runes) > excelize.MaxSheetNameLength {
		title = strings.TrimRight(string(runes[:excelize.MaxSheetNameLength]), "' ")
	}
	return title
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

// widths are those of the columns of a table, in characters.
func widths(t Table) []float64 {
	const narrow, wide, air = 8, 48, 3
	out := make([]float64, len(t.Heads))
	note := func(i int, text string) {
		for line := range strings.SplitSeq(text, "\n") {
			out[i] = min(max(out[i], float64(utf8.RuneCountInString(line)+air)), wide)
		}
	}
	for i, h := range t.Heads {
		out[i] = narrow
		note(i, h)
	}
	for _, row := range t.Rows {
		for i, v := range row {
			if out[i] < wide {
				note(i, shown(v))
			}
		}
	}
	return out
}

// shown is a cell as the sheet shows it.
func shown(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case time.Time:
		return v.Format(time.DateOnly)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}
