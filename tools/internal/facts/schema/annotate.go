package schema

import (
	"fmt"
	"strconv"

	"github.com/invopop/jsonschema"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/source"
)

// JSON Schema knows a title and a description in one language. English stands
// there; Swedish stands beside it under x- names for programs, and both stand
// together in the words that editors show.

// titled gives a schema its name in both languages.
func titled(s *jsonschema.Schema, name diag.Text) {
	s.Title = name.EN
	extras(s)["x-title-sv"] = name.SV
}

// described gives a schema what its comment says.
func described(s *jsonschema.Schema, n note) {
	if n.text.EN == "" {
		return
	}
	s.Description = n.text.EN
	x := extras(s)
	x["x-description-sv"] = n.text.SV
	if n.law != "" {
		x["x-law"] = n.law
	}
	text := markdown(n.text, n.law)
	if n.example != "" {
		text += "\n\n*Example / exempel:* `" + n.example + "`"
	}
	x["markdownDescription"] = text
}

// extras returns the keywords of a schema that JSON Schema itself does not know.
func extras(s *jsonschema.Schema) map[string]any {
	if s.Extras == nil {
		s.Extras = map[string]any{}
	}
	return s.Extras
}

// bilingual says the same thing in English and Swedish on one line.
func bilingual(t diag.Text) string {
	if t.EN == t.SV {
		return t.EN
	}
	return t.EN + " / " + t.SV
}

// markdown says the same thing in two paragraphs, with the law that asks.
func markdown(t diag.Text, law string) string {
	text := t.EN
	if t.SV != t.EN {
		text += "\n\n*sv:* " + t.SV
	}
	if law != "" {
		text += "\n\n*Law / lag:* " + law
	}
	return text
}

// exampleValue reads the example of a comment, which is written as in YAML.
func exampleValue(text string) (any, error) {
	n := source.Fragment(text)
	if n == nil {
		return nil, fmt.Errorf("the example %q is not YAML", text)
	}
	return plainValue(n)
}

// plainValue turns YAML into the values of JSON. Dates stay the text that they
// were written as, because that is what a record holds.
func plainValue(n *source.Node) (any, error) {
	switch n.Kind {
	case source.List:
		all := []any{}
		for _, c := range n.Content {
			v, err := plainValue(c)
			if err != nil {
				return nil, err
			}
			all = append(all, v)
		}
		return all, nil
	case source.Map:
		all := map[string]any{}
		for key, value := range n.Fields() {
			v, err := plainValue(value)
			if err != nil {
				return nil, err
			}
			all[key.Value] = v
		}
		return all, nil
	}
	switch n.Type {
	case source.Text, source.Day:
		return n.Value, nil
	case source.Truth:
		return n.Value == "true", nil
	case source.Whole:
		return strconv.Atoi(n.Value)
	}
	return nil, fmt.Errorf("the example holds %q, which records do without", n.Value)
}
