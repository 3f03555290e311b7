package schema

import (
	"fmt"
	"reflect"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// field is one key of a map in a record, with everything that its struct says
// of it. Schemas and docs/format/ are two ways to write the same fields.
type field struct {
	name   string       // the key in YAML
	typ    reflect.Type // what it holds; never a pointer
	label  diag.Text    // its short name
	note   note
	ref    string // the kind of record whose ids it holds
	demand demand
	others []string // the keys of which one must be there when this one is not
}

// shape is how a value is written in YAML, as far as its Go type decides.
type shape int

const (
	scalar    shape = iota
	words           // a text in each language
	byLang          // a plain value in each language
	list            // - one line per value
	listOrNot       // a list, or the word none
	object          // keys of its own
)

func shapeOf(t reflect.Type) shape {
	switch {
	case t == reflect.TypeFor[record.Text]():
		return words
	case t.Kind() == reflect.Map:
		return byLang
	case t.Kind() == reflect.Slice:
		return list
	case t.Kind() == reflect.Struct && t.NumField() == 2 && t.Field(0).Tag.Get("yaml") == ",none":
		return listOrNot
	case t.Kind() == reflect.Struct:
		return object
	}
	return scalar
}

// inner returns the type of one value of a list or of a map by language, and
// the type itself of everything else.
func inner(t reflect.Type) reflect.Type {
	switch shapeOf(t) {
	case list, byLang:
		return solid(t.Elem())
	case listOrNot:
		return solid(t.Field(1).Type.Elem())
	}
	return t
}

// solid is the type behind a pointer, which only says that a value may be absent.
func solid(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// fields returns the fields of a struct in the order in which it lists them.
// A field that nobody has described in both languages is an error: what is
// published of it would be a key without a meaning.
func (n notes) fields(t reflect.Type) ([]field, error) {
	var all []field
	for i := range t.NumField() {
		sf := t.Field(i)
		name, _, _ := strings.Cut(sf.Tag.Get("yaml"), ",")
		if name == "-" || !sf.IsExported() {
			continue
		}
		asked, err := parseDemand(sf.Tag.Get("validate"))
		if err != nil {
			return nil, fmt.Errorf("the field %s of %s: %w", sf.Name, t.Name(), err)
		}
		f := field{
			name:   name,
			typ:    solid(sf.Type),
			label:  diag.Text{SV: sf.Tag.Get("sv"), EN: sf.Tag.Get("en")},
			note:   n[t.Name()+"."+sf.Name],
			ref:    sf.Tag.Get("ref"),
			demand: asked,
		}
		for _, other := range asked.without {
			o, ok := t.FieldByName(other)
			if !ok {
				return nil, fmt.Errorf("the field %s of %s: there is no field %s beside it", sf.Name, t.Name(), other)
			}
			f.others = append(f.others, o.Tag.Get("yaml"))
		}
		if err := f.told(); err != nil {
			return nil, fmt.Errorf("the field %s of %s: %w", sf.Name, t.Name(), err)
		}
		all = append(all, f)
	}
	return all, nil
}

// told tells whether all is said that a reader needs.
func (f field) told() error {
	switch {
	case f.name == "":
		return fmt.Errorf("it has no yaml tag")
	case f.label.SV == "" || f.label.EN == "":
		return fmt.Errorf("it has no name in Swedish and English (tags sv and en)")
	case f.note.text.SV == "" || f.note.text.EN == "":
		return fmt.Errorf("its comment does not describe it in both languages")
	}
	return nil
}

// demand is a validate tag, read.
type demand struct {
	required bool
	without  []string // Go names of the fields that may be given in its place
	self     []word   // what is asked of the value
	each     []word   // what is asked of every value in it
}

// word is one constraint of a validate tag: "max=300" is max with 300.
type word struct{ tag, param string }

func parseDemand(tag string) (demand, error) {
	var d demand
	if tag == "" {
		return d, nil
	}
	dived := false
	for part := range strings.SplitSeq(tag, ",") {
		tag, param, _ := strings.Cut(part, "=")
		switch tag {
		case "omitempty":
		case "required":
			d.required = true
		case "required_without", "required_without_all":
			d.without = append(d.without, strings.Fields(param)...)
			if tag == "required_without" && len(d.without) > 1 {
				return d, fmt.Errorf("required_without with several fields asks for each; JSON Schema would need another form")
			}
		case "dive":
			if dived {
				return d, fmt.Errorf("lists in lists have no schema yet")
			}
			dived = true
		default:
			if dived {
				d.each = append(d.each, word{tag, param})
			} else {
				d.self = append(d.self, word{tag, param})
			}
		}
	}
	return d, nil
}
