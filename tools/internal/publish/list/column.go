package list

import (
	"reflect"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/schema"
	"tillit/tools/internal/facts/value"
)

// Type is what the cells of a column hold.
type Type string

const (
	Text Type = "text" // string
	Date Type = "date" // string, YYYY-MM-DD
	List Type = "list" // []string
	Flag Type = "flag" // bool
	Int  Type = "int"  // int
)

// Column is one column of a table, with the function that makes its cells. It is made
// by TextColumn and those beside it, which see to it that a cell is of the column's
// type. It is called what the struct of the records calls the field of the same name,
// and means what that means, unless it says otherwise.
type Column struct {
	Name   string    // stable, snake_case
	Type   Type      //
	Label  diag.Text // the heading that a person sees
	Doc    diag.Text // what the cells mean
	Always bool      // every row has it
	Codes  string    // the list of choices whose codes its cells hold, or "country"
	Own    bool      // its label is no field's, on purpose
	Typed  bool      // what it means is said of no field, on purpose

	Article diag.Text // the provision that asks for it, with which its label begins

	// Cell makes the cell from a Row of a record.
	Cell func(row any) any
}

// Row is one record of a list, with what its cells are made from.
type Row[R any] struct {
	Of   R
	Set  *record.Set
	Lang string
	AsOf value.Date
}

// In is a text of the record in the language of the list.
func (r Row[R]) In(t record.Text) string { return t.In(r.Lang) }

// Of makes the rows of a list from its records, given in the order of the list.
func Of[R any](records func(set *record.Set, lang string, asOf value.Date) []R) func(*record.Set, string, value.Date) []any {
	return func(set *record.Set, lang string, asOf value.Date) []any {
		var rows []any
		for _, of := range records(set, lang, asOf) {
			rows = append(rows, Row[R]{of, set, lang, asOf})
		}
		return rows
	}
}

// TextColumn is a column of texts. An empty one is not stated.
func TextColumn[R any](name string, cell func(Row[R]) string) Column {
	return column[R](name, Text, func(row any) any { return cell(row.(Row[R])) })
}

// DateColumn is a column of days. An empty one is not stated.
func DateColumn[R any](name string, cell func(Row[R]) value.Date) Column {
	return column[R](name, Date, func(row any) any { return string(cell(row.(Row[R]))) })
}

// ListColumn is a column whose cells hold several values. None is not stated.
func ListColumn[R any](name string, cell func(Row[R]) []string) Column {
	return column[R](name, List, func(row any) any { return cell(row.(Row[R])) })
}

// FlagColumn is a column of yes and no. Nil is not stated.
func FlagColumn[R any](name string, cell func(Row[R]) *bool) Column {
	return column[R](name, Flag, func(row any) any {
		if b := cell(row.(Row[R])); b != nil {
			return *b
		}
		return nil
	})
}

// IntColumn is a column of numbers. Zero is not stated.
func IntColumn[R any](name string, cell func(Row[R]) int) Column {
	return column[R](name, Int, func(row any) any { return cell(row.(Row[R])) })
}

func column[R any](name string, t Type, cell func(row any) any) Column {
	return Column{Name: name, Type: t, Cell: cell}.As(FieldOf[R](name))
}

// Field is what the struct of a record says of a field.
type Field struct{ Label, Doc diag.Text }

// FieldOf finds the field of a struct by its key in YAML; there may be none.
func FieldOf[R any](key string) Field {
	return Field{Label: record.LabelOf[R](key), Doc: schema.Meaning(reflect.TypeFor[R](), key)}
}

// As gives the column what is said of a field that has another name, or lies deeper.
func (c Column) As(f Field) Column {
	c.Label, c.Doc = f.Label, f.Doc
	return c
}

// Means says what the cells mean, where that is no field's meaning, or more than it:
// how they are written, or what they are made of.
func (c Column) Means(sv, en string) Column {
	c.Doc, c.Typed = diag.Text{SV: sv, EN: en}, true
	return c
}

// Called gives the column a label of its own: it is about no field, or says more than
// the name of the field would outside of its record.
func (c Column) Called(sv, en string) Column {
	c.Label, c.Own = diag.Text{SV: sv, EN: en}, true
	return c
}

// AskedBy puts the provision that asks for the column before its label.
func (c Column) AskedBy(article diag.Text) Column {
	c.Article = article
	c.Label = diag.Text{SV: article.SV + " " + c.Label.SV, EN: article.EN + " " + c.Label.EN}
	return c
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

// cell is what the column has to say of a row; nil when there is nothing.
func (c Column) cell(row any) any {
	v := c.Cell(row)
	if c.Always {
		return v
	}
	switch said := v.(type) {
	case string:
		return TextCell(said)
	case []string:
		return ListCell(said)
	case int:
		if said == 0 {
			return nil
		}
	}
	return v
}
