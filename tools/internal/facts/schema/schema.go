// Package schema says what a record looks like, to editors and to people: a
// JSON Schema per kind of record, and the pages of docs/format/.
//
// Goals: nothing here is typed that a record struct already says. Names,
// descriptions, laws and examples come from the structs' comments and tags,
// constraints from their validate tags, choices from their lists; one that cannot
// be put into a schema stops the generation, so that editor and check cannot
// drift apart. The same structs always give the same bytes.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// Suffix ends the name of every schema, so that a file in schema/ tells what it is.
const Suffix = ".schema.json"

// All returns the JSON Schema of every kind of record, draft 2020-12, by kind:
// recipient.schema.json for the files in data/recipients/.
func All() ([]File, error) {
	n, err := ownNotes()
	if err != nil {
		return nil, err
	}
	var files []File
	for _, k := range record.Kinds() {
		s, err := n.schema(k)
		if err != nil {
			return nil, fmt.Errorf("schema of %s: %w", k.Name, err)
		}
		data, err := encode(s)
		if err != nil {
			return nil, fmt.Errorf("schema of %s: %w", k.Name, err)
		}
		files = append(files, File{Name: k.Name + Suffix, Data: data})
	}
	return files, nil
}

// schema makes the schema of one kind. The reflector gives the skeleton of
// types; everything that the structs say beyond types is then laid upon it.
//
// Maps inside a record are written out where they stand. YAML's language server
// completes a key by what stands at the key itself and not by what it refers to,
// and would offer "address" without a colon.
func (n notes) schema(k record.Kind) (*jsonschema.Schema, error) {
	top := solid(reflect.TypeOf(k.New("")))
	r := jsonschema.Reflector{
		Anonymous:                  true,
		DoNotReference:             true,
		FieldNameTag:               "yaml",
		RequiredFromJSONSchemaTags: true, // required is said by the validate tag
		Mapper:                     special,
	}
	s := r.ReflectFromType(top)
	if err := n.describe(s, top); err != nil {
		return nil, err
	}
	s.ID = jsonschema.ID(k.Name + Suffix)
	titled(s, kindName(k))
	described(s, n[top.Name()])
	var err error
	s.Definitions, err = definitions(s)
	return s, err
}

// kindName is what a single record of a kind is called: "Recipient".
func kindName(k record.Kind) diag.Text {
	return diag.Text{SV: diag.Capital(k.Word.SV), EN: diag.Capital(strings.TrimPrefix(k.Word.EN, "the "))}
}

// special gives the skeleton of the types that Go's own cannot express.
func special(t reflect.Type) *jsonschema.Schema {
	if name := common(t); name != "" {
		return &jsonschema.Schema{Ref: defsAt + name}
	}
	switch shapeOf(t) {
	case byLang:
		return &jsonschema.Schema{Type: "object"}
	case listOrNot:
		return &jsonschema.Schema{OneOf: []*jsonschema.Schema{
			{Type: "string", Const: "none"},
			{Type: "array", Items: &jsonschema.Schema{Type: "string"}},
		}}
	}
	return nil
}

// encode writes a schema with two spaces of indent and a newline at the end.
func encode(s *jsonschema.Schema) ([]byte, error) {
	raw, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, raw, "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}
