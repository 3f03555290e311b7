// Package export writes the lists of a trust center for those who take them
// away: customers, auditors and their programs. A list is a Table; a format is a
// function from a Table to bytes, one file per format.
//
// Column names are a promise: they are documented in docs/format.md, and a name
// once published is neither renamed nor given another meaning.
package export

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// File is one file to publish.
type File struct {
	Path string // slash-separated, relative to the site's root address
	Data []byte
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
	Name  string    // stable, snake_case
	Type  Type      //
	Label diag.Text // the heading that a person sees
	Doc   diag.Text // what the cells mean
}

// Table is a list, ready to be written in any format. A cell is nil when there
// is nothing to say, else of its column's type.
type Table struct {
	Name         string // "subprocessors": in file names and addresses
	Title        string // in Language
	Language     string
	Organisation string
	AsOf         record.Date
	Columns      []Column
	Rows         [][]any
}

// Path is where a table in a format is published.
func (t Table) Path(ending string) string {
	return "data/v1/" + t.Name + "." + t.Language + "." + ending
}

// All returns every download of a site in each of its languages. A list without
// rows is not written.
func All(set *record.Set, asOf record.Date) []File {
	var files []File
	schema := false
	for _, lang := range set.Organisation.Languages {
		t := Subprocessors(set, lang, asOf)
		if len(t.Rows) == 0 {
			continue
		}
		files = append(files,
			File{t.Path("csv"), CSV(t)},
			File{t.Path("csv-metadata.json"), CSVW(t)},
			File{t.Path("json"), JSON(t)},
		)
		if !schema {
			files = append(files, File{"data/v1/" + t.Name + ".schema.json", Schema(t)})
			schema = true
		}
	}
	return files
}
