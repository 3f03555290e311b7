// Package export writes the lists of a trust center for those who take them
// away: customers, auditors and their programs. A list is a Table; a format is a
// function from a Table to bytes, one file per format.
//
// Column names are a promise: they are documented in docs/format.md, and a name
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

// Type is what the cells of a column hold.
type Type string

const (
	Text Type = "text" // string
	Date Type = "date" // string, YYYY-MM-DD
	List Type = "list" // []string
	Flag Type = "flag" // bool
	Int  Type = "int"  // int
)

// Column is one column of a table.
type Column struct {
	Name   string    // stable, snake_case
	Type   Type      //
	Label  diag.Text // the heading that a person sees
	Doc    diag.Text // what the cells mean
	Always bool      // every row has it
	Codes  string    // the list of choices whose codes its cells hold, or "country"

	Article diag.Text // the provision that asks for it, with which its label begins
}

// Filled says that every row has a value in the column.
func (c Column) Filled() Column {
	c.Always = true
	return c
}

// of says which list the codes in the column come from.
func (c Column) of(codes string) Column {
	c.Codes = codes
	return c
}

func NewColumn(name string, t Type, label, doc diag.Text) Column {
	return Column{Name: name, Type: t, Label: label, Doc: doc}
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
	sheet    []group // how the columns share the width of a page
	Rows     func(set *record.Set, lang string, asOf value.Date) [][]any
}

// Table fills the list in a language.
func (r Roll) Table(set *record.Set, lang string, e Edition) Table {
	return Table{
		Edition: e, Name: r.Name, Title: e.Words.In(lang, r.Title), Language: lang,
		Organisation: set.Organisation.Name, Columns: r.Columns, Rows: r.Rows(set, lang, e.AsOf), Register: r.Register,
	}
}
