package schema

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/invopop/jsonschema"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// apply translates the constraints of a validate tag. One that it does not know is
// an error, so that nobody can add one to a struct and forget the editors.
func apply(s *jsonschema.Schema, constraints []word) error {
	for _, w := range constraints {
		var err error
		switch w.tag {
		case "min", "max":
			err = bound(s, w)
		case "choice":
			err = choice(s, w.param)
		case textDef, countryDef:
			if s.Ref != defsAt+w.tag {
				err = fmt.Errorf("the constraint %q is for a type of its own", w.tag)
			}
		default:
			err = named(s, []word{w})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// bound translates min and max, whose meaning depends on what is counted.
func bound(s *jsonschema.Schema, w word) error {
	n, err := strconv.ParseUint(w.param, 10, 32)
	if err != nil {
		return fmt.Errorf("%s wants a whole number, not %q", w.tag, w.param)
	}
	switch s.Type + " " + w.tag {
	case "integer min":
		s.Minimum = json.Number(w.param)
	case "integer max":
		s.Maximum = json.Number(w.param)
	case "array min":
		s.MinItems = size(n)
	case "array max":
		s.MaxItems = size(n)
	case "string max":
		s.MaxLength = size(n)
	default:
		return fmt.Errorf("%s has no meaning here", w.tag)
	}
	return nil
}

// size is a number in the form in which a schema may leave it out.
func size(n uint64) *uint64 { return &n }

// choice lists the words a field may hold.
func choice(s *jsonschema.Schema, list string) error {
	choices := value.Choices(list)
	if len(choices) == 0 {
		return fmt.Errorf("there is no list of choices called %q", list)
	}
	enumerate(s, choices)
	words := strings.Join(codes(choices), ", ")
	s.Extras["errorMessage"] = bilingual(diag.Text{EN: "Choose one of: " + words, SV: "Välj ett av: " + words})
	return nil
}

// enumerate lists words with what they mean. Editors show the meaning beside
// each word that they offer.
func enumerate(s *jsonschema.Schema, choices []value.Choice) {
	var meanings []string
	for _, c := range choices {
		s.Enum = append(s.Enum, c.Code)
		meaning := bilingual(c.Name)
		if c.Law != "" {
			meaning += " (" + c.Law + ")"
		}
		meanings = append(meanings, meaning)
	}
	extras(s)["enumDescriptions"] = meanings
}

func codes(choices []value.Choice) []string {
	var all []string
	for _, c := range choices {
		all = append(all, c.Code)
	}
	return all
}

// named translates constraints of our own, as far as a schema can say them: what a
// pattern refuses is wrong, what it accepts may still be (a check digit).
func named(s *jsonschema.Schema, constraints []word) error {
	for _, w := range constraints {
		c, err := constraintOf(w.tag)
		switch {
		case err != nil:
			return err
		case s.Type != "string":
			return fmt.Errorf("the constraint %q is for strings", w.tag)
		case s.Pattern != "":
			return fmt.Errorf("the constraint %q would be the second pattern", w.tag)
		case c.Pattern == "":
			return fmt.Errorf("the constraint %q has no pattern that a schema can hold", w.tag)
		}
		s.Pattern, s.Format = c.Pattern, c.Format
		s.MinLength = size(1)
		if c.MaxLen > 0 {
			s.MaxLength = size(uint64(c.MaxLen))
		}
		extras(s)["errorMessage"] = bilingual(c.Doc)
	}
	return nil
}

func constraintOf(tag string) (value.Constraint, error) {
	c, ok := record.ConstraintOf(tag)
	if !ok {
		return c, fmt.Errorf("the constraint %q has no translation", tag)
	}
	return c, nil
}
