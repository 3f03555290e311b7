package schema

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"tillit/tools/internal/diag"
)

// describe lays on a map's schema what its struct says.
func (n notes) describe(s *jsonschema.Schema, t reflect.Type) error {
	fields, err := n.fields(t)
	if err != nil {
		return err
	}
	for _, f := range fields {
		prop, ok := s.Properties.Get(f.name)
		if !ok {
			return fmt.Errorf("the field %s of %s has no schema", f.name, t.Name())
		}
		if err := n.write(prop, f); err != nil {
			return fmt.Errorf("the field %s of %s: %w", f.name, t.Name(), err)
		}
		if f.demand.required {
			s.Required = append(s.Required, f.name)
		}
		if len(f.others) > 0 {
			s.AllOf = append(s.AllOf, oneGiven(append([]string{f.name}, f.others...)))
		}
	}
	return nil
}

// oneGiven asks that a map has at least one of some keys.
func oneGiven(keys []string) *jsonschema.Schema {
	s := &jsonschema.Schema{}
	for _, key := range keys {
		one := &jsonschema.Schema{Required: []string{key}}
		one.Extras = map[string]any{"errorMessage": bilingual(diag.Text{
			EN: "Give at least one of " + strings.Join(keys, ", "),
			SV: "Ange minst ett av " + strings.Join(keys, ", "),
		})}
		s.AnyOf = append(s.AnyOf, one)
	}
	return s
}

// write lays on a field's schema what its struct says of the field.
func (n notes) write(s *jsonschema.Schema, f field) error {
	titled(s, f.label)
	described(s, f.note)
	if f.ref != "" {
		s.Extras["x-reference"] = f.ref
	}
	if f.note.example != "" {
		value, err := exampleValue(f.note.example)
		if err != nil {
			return err
		}
		s.Examples = []any{value}
	}
	switch shapeOf(f.typ) {
	case list:
		return n.writeList(s, f)
	case listOrNot:
		return writeOrNone(s, f)
	case byLang:
		return perLanguage(s, f.demand.each)
	case object:
		return n.writeMap(s, f.typ)
	}
	if err := apply(s, f.demand.self); err != nil {
		return err
	}
	if s.Ref != "" {
		return borrow(s)
	}
	switch s.Type {
	case "boolean":
		s.Extras["errorMessage"] = bilingual(diag.Text{EN: "true or false", SV: "true eller false"})
	case "integer":
		s.Extras["errorMessage"] = bilingual(diag.Text{EN: "A whole number, without quotation marks", SV: "Ett heltal, utan citattecken"})
	}
	blank(s)
	return nil
}

// writeList describes a list and the values in it.
func (n notes) writeList(s *jsonschema.Schema, f field) error {
	s.MinItems = size(1) // an empty list says nothing; a declared negative does
	if err := apply(s, f.demand.self); err != nil {
		return err
	}
	s.Extras["errorMessage"] = bilingual(diag.Text{
		EN: "A list: each value on a line of its own, after a dash and a space",
		SV: "En lista: varje värde på en egen rad, efter ett bindestreck och ett blanksteg",
	})
	if t := inner(f.typ); shapeOf(t) == object {
		return n.writeMap(s.Items, t)
	}
	return apply(s.Items, f.demand.each)
}

// writeMap describes a map inside a record. An empty one says nothing.
func (n notes) writeMap(s *jsonschema.Schema, t reflect.Type) error {
	s.MinProperties = size(1)
	return n.describe(s, t)
}

// writeOrNone describes the two ways to write a list that may be declared empty.
func writeOrNone(s *jsonschema.Schema, f field) error {
	if f.ref == "" || inner(f.typ).Kind() != reflect.String {
		return fmt.Errorf("none is understood of lists of ids alone")
	}
	none, some := s.OneOf[0], s.OneOf[1]
	described(none, note{text: diag.Text{
		EN: "Declares that there are none.",
		SV: "Förklarar att det inte finns några.",
	}})
	none.Extras["errorMessage"] = bilingual(diag.Text{
		EN: "A list, or the word none",
		SV: "En lista, eller ordet none",
	})
	some.Extras = map[string]any{"errorMessage": none.Extras["errorMessage"]}
	some.MinItems = size(1)
	return apply(some.Items, []word{{tag: "id"}})
}

// blank keeps an editor from filling a new field with its example. YAML's
// language server inserts an only example when a key is completed, and a fact
// that nobody wrote would then be published; with a second proposal it leaves
// the value to the writer.
func blank(s *jsonschema.Schema) {
	if len(s.Examples) == 0 {
		return
	}
	body := "$1"
	if s.Type == "string" {
		body = `"$1"`
	}
	s.Extras["defaultSnippets"] = []map[string]any{{
		"label":       "…",
		"description": bilingual(diag.Text{EN: "your own value", SV: "ett eget värde"}),
		"body":        body,
	}}
}
