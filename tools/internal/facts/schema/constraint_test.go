package schema

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/invopop/jsonschema"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// A constraint that nobody has translated must not be left out in silence: an editor
// would accept what the check refuses.
func TestConstraintsWithoutATranslationStopTheGeneration(t *testing.T) {
	for _, c := range []struct {
		name string
		s    *jsonschema.Schema
		word word
	}{
		{"unknown constraint", &jsonschema.Schema{Type: "string"}, word{"shoesize", ""}},
		{"unknown list", &jsonschema.Schema{Type: "string"}, word{"choice", "shoesizes"}},
		{"constraint of strings on a number", &jsonschema.Schema{Type: "integer"}, word{"line", ""}},
		{"second pattern", &jsonschema.Schema{Type: "string", Pattern: "."}, word{"id", ""}},
		{"bound that is no number", &jsonschema.Schema{Type: "integer"}, word{"max", "many"}},
		{"bound of a truth value", &jsonschema.Schema{Type: "boolean"}, word{"max", "1"}},
		{"text on a single line", &jsonschema.Schema{Type: "string"}, word{"text", ""}},
		{"country without its type", &jsonschema.Schema{Type: "string"}, word{"country", ""}},
	} {
		if err := apply(c.s, []word{c.word}); err == nil {
			t.Errorf("%s: no error", c.name)
		}
	}
}

func TestEveryConstraintIsTranslated(t *testing.T) {
	for _, r := range record.Constraints() {
		if r.Tag == "choice" || r.Tag == textDef || r.Tag == countryDef {
			continue // with a list, and with definitions of their own
		}
		s := &jsonschema.Schema{Type: "string"}
		if err := apply(s, []word{{r.Tag, ""}}); err != nil {
			t.Errorf("%s: %v", r.Tag, err)
		}
		if s.Extras["errorMessage"] != r.Doc.EN+" / "+r.Doc.SV {
			t.Errorf("%s: the message is %q", r.Tag, s.Extras["errorMessage"])
		}
	}
}

func TestTagsThatHaveNoSchemaAreRefused(t *testing.T) {
	for _, tag := range []string{"dive,dive,line", "required_without=A B"} {
		if _, err := parseDemand(tag); err == nil {
			t.Errorf("%q: no error", tag)
		}
	}
}

func TestCommentsAreSplitIntoTheirParts(t *testing.T) {
	src := fstest.MapFS{
		"place.go": {Data: []byte(`package record

// Place is where something
// happens.
// sv: Platsen där något
// händer.
type Place struct {
	// The country: where it is.
	// sv: Landet: var det är.
	// law: GDPR Art. 13
	// example: SE
	Country string
}
`)},
		"place_test.go": {Data: []byte("package record\n\n// Never is not read.\ntype Never struct{}\n")},
	}
	got, err := readNotes(src)
	if err != nil {
		t.Fatal(err)
	}
	want := notes{
		"Place":         {text: diag.Text{EN: "Where something happens.", SV: "Platsen där något händer."}},
		"Place.Country": {text: diag.Text{EN: "The country: where it is.", SV: "Landet: var det är."}, law: "GDPR Art. 13", example: "SE"},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(note{})); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}
