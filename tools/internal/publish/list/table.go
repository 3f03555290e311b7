// Package list writes the lists of a trust center for those who take them
// away: customers, auditors and their programs. A list is a Table; a format is a
// function from a Table to bytes, one file per format.
//
// Column names are a promise: they are documented in docs/format/, and a name
// once published is neither renamed nor given another meaning.
package list

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
)

// Edition is which of its days and versions a download is about.
type Edition struct {
	AsOf    value.Date
	Version string      // the issued version; empty when none is
	Number  int         // which one in the row of issued versions; 0 when none is
	Frozen  bool        // it lies at the address of its version, and so needs no dated names
	Digest  string      // of that version
	Facts   string      // digest of all facts, where no version is issued that has one
	BaseURL string      // the site's address, with a closing slash; may be empty
	Words   words.Words // of languages that are neither Swedish nor English; may be nil
}

// Table is a list, ready to be written in any format. A cell is nil when there
// is nothing to say, else of its column's type.
type Table struct {
	Edition
	Name         string // "subprocessors": in file names and addresses
	Title        string // in Language
	Language     string
	Organisation string
	Columns      []Column
	Rows         [][]any

	Register bool // for an authority, and published nowhere
}

// in is a phrase in the language of the table.
func (t Table) in(phrase diag.Text) string { return t.Words.In(t.Language, phrase) }

// Lists are the lists that a site offers.
func Lists() []Roll { return []Roll{subprocessors(), recipients(), retention(), measures()} }

// Roll is one of those lists before it is filled.
type Roll struct {
	Name    string
	Title   diag.Text
	Columns []Column

	Register bool
	groups   []group // how the columns share the width of a page

	// Rows are those that each column makes a cell from, as Of makes them.
	Rows func(set *record.Set, lang string, asOf value.Date) []any
}

// Cells makes a row of a table: the cell of each of its columns.
func Cells(columns []Column, row any) []any {
	cells := make([]any, len(columns))
	for i, c := range columns {
		cells[i] = c.cell(row)
	}
	return cells
}

// Table fills the list in a language.
func (r Roll) Table(set *record.Set, lang string, e Edition) Table {
	var rows [][]any
	for _, row := range r.Rows(set, lang, e.AsOf) {
		rows = append(rows, Cells(r.Columns, row))
	}
	return Table{
		Edition: e, Name: r.Name, Title: e.Words.In(lang, r.Title), Language: lang,
		Organisation: set.Organisation.Name, Columns: r.Columns, Rows: rows, Register: r.Register,
	}
}
