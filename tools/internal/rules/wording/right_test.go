package wording

import (
	"os"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
)

// Whole policies that are written right, with what lawyers rightly say of the very things
// that the lints look for, would be stopped by no error.
func TestPoliciesThatAreRightAreNotStopped(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		name := "testdata/right/policy." + lang + ".md"
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range Lint(nil, []prose.File{{File: name, Lang: lang, Data: data}}, "2026-11-29") {
			if d.Severity == diag.Error {
				t.Errorf("%s:%d: %s [%s]", d.Pos.File, d.Pos.Line, d.Message.EN, d.Rule)
			}
		}
	}
}
