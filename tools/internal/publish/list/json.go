package list

import (
	"bytes"
	"encoding/json"

	"tillit/tools/internal/facts/words"
)

// JSON writes a table for programs: where it comes from, its columns with their
// labels in the language, and one object per row. Nothing is neutralised there.
func JSON(t Table) []byte {
	columns := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		o := Object{{"name", c.Name}, {"label", t.in(c.Label)}}
		if !c.Article.IsZero() {
			o = append(o, Member{"article", c.Article.In(t.Language)})
		}
		columns[i] = o
	}
	rows := make([]any, len(t.Rows))
	for i, row := range t.Rows {
		o := Object{}
		for j, v := range row {
			if v != nil {
				o = append(o, Member{t.Columns[j].Name, v})
			}
		}
		rows[i] = o
	}
	var o Object
	if !t.Register { // a register has no schema beside it
		o = Object{{"$schema", t.Name + ".schema.json"}}
	}
	o = append(o, Object{
		{"organisation", t.Organisation},
		{"title", t.Title},
		{"language", t.Language},
		{"as_of", string(t.AsOf)},
	}...)
	if t.Version != "" {
		o = append(o, Member{"version", t.Version}, Member{"digest", t.Digest})
	}
	return Encode(append(o, Member{"columns", columns}, Member{"rows", rows}))
}

// Schema is the JSON Schema (draft 2020-12) of what JSON writes.
func Schema(t Table) []byte {
	properties, required := Object{}, []string{}
	for _, c := range t.Columns {
		if c.Always {
			required = append(required, c.Name)
		}
		properties = append(properties, Member{c.Name, append(jsonType(c.Type),
			Member{"title", c.Label.EN}, Member{"description", c.Doc.EN},
			Member{"x-title-sv", c.Label.SV}, Member{"x-description-sv", c.Doc.SV})})
	}
	str := Object{{"type", "string"}}
	return Encode(Object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "urn:tillit:data:v1:" + t.Name},
		{"type", "object"},
		{"required", []string{"organisation", "title", "language", "as_of", "columns", "rows"}},
		{"properties", Object{
			{"$schema", str},
			{"organisation", str},
			{"title", str},
			{"language", str},
			{"as_of", jsonType(Date)},
			{"version", str},
			{"digest", str},
			{"columns", Object{{"type", "array"}, {"items", Object{
				{"type", "object"}, {"required", []string{"name", "label"}},
				{"properties", Object{{"name", str}, {"label", str}}}, {"additionalProperties", false},
			}}}},
			{"rows", Object{{"type", "array"}, {"items", Object{
				{"type", "object"}, {"required", required},
				{"properties", properties}, {"additionalProperties", false},
			}}}},
		}},
		{"additionalProperties", false},
	})
}

func jsonType(t Type) Object {
	switch t {
	case Date:
		return Object{{"type", "string"}, {"format", "date"}}
	case List:
		return Object{{"type", "array"}, {"items", Object{{"type", "string"}}}}
	case Flag:
		return Object{{"type", "boolean"}}
	case Int:
		return Object{{"type", "integer"}}
	}
	return Object{{"type", "string"}}
}

// CSVW says in JSON what the columns of the CSV file mean (W3C, Metadata
// Vocabulary for Tabular Data).
func CSVW(t Table) []byte {
	columns := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		o := Object{
			{"name", c.Name},
			{"titles", titles(t, c)},
			{"dc:description", Object{{"@value", t.in(c.Doc)}, {"@language", docLanguage(t, c)}}},
			{"datatype", csvwType(c.Type)},
		}
		if c.Type == List {
			o = append(o, Member{"separator", separator})
		}
		columns[i] = o
	}
	return Encode(Object{
		{"@context", []any{"http://www.w3.org/ns/csvw", Object{{"@language", t.Language}}}},
		{"url", t.Name + "." + t.Language + ".csv"},
		{"dc:title", t.Title},
		{"dc:publisher", t.Organisation},
		{"dc:date", string(t.AsOf)},
		{"dialect", Object{{"encoding", "utf-8"}, {"delimiter", ","}, {"quoteChar", `"`}, {"doubleQuote", true}, {"header", true}, {"lineTerminators", "\r\n"}}},
		{"tableSchema", Object{{"columns", columns}, {"primaryKey", "id"}}},
	})
}

// titles are the headings of a column by language: und is the one in the file.
func titles(t Table, c Column) Object {
	o := Object{{"und", c.Name}, {"sv", c.Label.SV}, {"en", c.Label.EN}}
	if !words.Spoken(t.Language) {
		o = append(o, Member{t.Language, t.in(c.Label)})
	}
	return o
}

// docLanguage is the language in which a column is described.
func docLanguage(t Table, c Column) string {
	if t.Language != "sv" && t.in(c.Doc) == c.Doc.EN {
		return "en"
	}
	return t.Language
}

func csvwType(t Type) string {
	switch t {
	case Date:
		return "date"
	case Flag:
		return "boolean"
	case Int:
		return "integer"
	}
	return "string"
}

// Object is a JSON object whose members keep their order.
type Object []Member

type Member struct {
	Name  string
	Value any
}

func (o Object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(m.Name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.Value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// Encode writes JSON for people to look at as well. Values are strings, numbers
// and truth values, which always encode.
func Encode(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil
	}
	return b.Bytes()
}
