package schema

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// The two types that nearly every record uses have definitions of their own.
const (
	textDef    = "text"
	countryDef = "country"
	defsAt     = "#/$defs/"
)

// common names the definition of a type that has one, or is "".
func common(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[record.Text]():
		return textDef
	case reflect.TypeFor[value.Country]():
		return countryDef
	}
	return ""
}

func definition(name string) (*jsonschema.Schema, error) {
	if name == textDef {
		return textSchema()
	}
	return countrySchema()
}

// definitions returns the definitions that a schema refers to.
func definitions(s *jsonschema.Schema) (jsonschema.Definitions, error) {
	raw, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	defs := jsonschema.Definitions{}
	for _, name := range []string{textDef, countryDef} {
		if !bytes.Contains(raw, []byte(`"`+defsAt+name+`"`)) {
			continue
		}
		if defs[name], err = definition(name); err != nil {
			return nil, err
		}
	}
	return defs, nil
}

// borrow moves a field's reference to a definition below allOf, and repeats at
// the field itself what an editor needs there in order to complete the key.
func borrow(s *jsonschema.Schema) error {
	def, err := definition(strings.TrimPrefix(s.Ref, defsAt))
	if err != nil {
		return err
	}
	s.AllOf = []*jsonschema.Schema{{Ref: s.Ref}}
	s.Ref, s.Type = "", def.Type
	for _, key := range []string{"errorMessage", "defaultSnippets"} {
		if v, ok := def.Extras[key]; ok {
			s.Extras[key] = v
		}
	}
	return nil
}

// textSchema is the definition of a text in each language.
func textSchema() (*jsonschema.Schema, error) {
	s := &jsonschema.Schema{Type: "object"}
	wanted := diag.Text{
		EN: "A text in each language of the site: {sv: …, en: …}",
		SV: "En text på vart och ett av webbplatsens språk: {sv: …, en: …}",
	}
	titled(s, diag.Text{EN: "Text", SV: "Text"})
	described(s, note{text: wanted})
	s.Extras["errorMessage"] = bilingual(wanted)
	s.Extras["defaultSnippets"] = []map[string]any{{
		"label": "sv, en",
		"body":  json.RawMessage(`{"sv":"$1","en":"$2"}`), // in this order
	}}
	return s, perLanguage(s, []word{{tag: "text"}})
}

// perLanguage makes a map by language of a schema: Swedish and English by name,
// every other language by its BCP 47 tag.
func perLanguage(s *jsonschema.Schema, constraints []word) error {
	tag, err := constraintOf("language")
	if err != nil {
		return err
	}
	value := func(name diag.Text) (*jsonschema.Schema, error) {
		v := &jsonschema.Schema{Type: "string"}
		if !name.IsZero() {
			titled(v, name)
		}
		return v, named(v, constraints)
	}
	sv, err := value(diag.Text{SV: "På svenska", EN: "In Swedish"})
	if err != nil {
		return err
	}
	en, err := value(diag.Text{SV: "På engelska", EN: "In English"})
	if err != nil {
		return err
	}
	other, err := value(diag.Text{})
	if err != nil {
		return err
	}
	s.Properties = jsonschema.NewProperties()
	s.Properties.Set("sv", sv)
	s.Properties.Set("en", en)
	s.PatternProperties = map[string]*jsonschema.Schema{tag.Pattern: other}
	s.AdditionalProperties = jsonschema.FalseSchema
	s.MinProperties = size(1)
	return nil
}

// countrySchema is the definition of a country: every code, with its names.
func countrySchema() (*jsonschema.Schema, error) {
	r, err := constraintOf("country")
	if err != nil {
		return nil, err
	}
	s := &jsonschema.Schema{Type: "string"}
	titled(s, diag.Text{EN: "Country", SV: "Land"})
	described(s, note{text: r.Doc})
	s.Extras["errorMessage"] = bilingual(r.Doc)
	enumerate(s, countries())
	return s, nil
}

// countries are the codes of all countries, with their names.
func countries() []value.Choice {
	var all []value.Choice
	for _, code := range value.Countries() {
		name := diag.Text{SV: value.CountryName(code, "sv"), EN: value.CountryName(code, "en")}
		all = append(all, value.Choice{Code: code, Name: name})
	}
	return all
}
