package schema

import (
	"fmt"

	"github.com/invopop/jsonschema"
	"gopkg.in/yaml.v3"

	"tillit/tools/internal/diag"
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
	var node yaml.Node
	if err := yaml.Unmarshal([]byte(text), &node); err != nil || len(node.Content) != 1 {
		return nil, fmt.Errorf("the example %q is not YAML", text)
	}
	return plainValue(node.Content[0])
}

// plainValue turns YAML into the values of JSON. Dates stay the text that they
// were written as, because that is what a record holds.
func plainValue(n *yaml.Node) (any, error) {
	switch n.Kind {
	case yaml.SequenceNode:
		all := []any{}
		for _, c := range n.Content {
			v, err := plainValue(c)
			if err != nil {
				return nil, err
			}
			all = append(all, v)
		}
		return all, nil
	case yaml.MappingNode:
		all := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			v, err := plainValue(n.Content[i+1])
			if err != nil {
				return nil, err
			}
			all[n.Content[i].Value] = v
		}
		return all, nil
	case yaml.ScalarNode:
		if n.ShortTag() == "!!timestamp" {
			return n.Value, nil
		}
		var v any
		err := n.Decode(&v)
		return v, err
	}
	return nil, fmt.Errorf("the example holds %q, which records do without", n.Value)
}
