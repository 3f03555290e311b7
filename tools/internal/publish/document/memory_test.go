package document

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/publish/list"
	"tillit/tools/internal/trial"
)

// What is remembered is what would be written anew, whatever has changed; and a list that
// has not is the same bytes in memory.
func TestAMemoryWritesWhatWouldBeWrittenAnew(t *testing.T) {
	edition := list.Edition{AsOf: trial.Today, BaseURL: "https://example.com/"}
	set := trial.Small(t)
	m := &Memory{}
	first := m.All(set, edition)
	again := m.All(set, edition)
	kept := map[string]bool{}
	for i, f := range again {
		kept[f.Path] = &f.Data[0] == &first[i].Data[0]
	}
	if !kept["data/v1/recipients.sv.csv"] || !kept["data/v1/recipients.en.xlsx"] || !kept["data/v1/retention.sv.pdf"] {
		t.Errorf("lists were written again: %v", kept)
	}
	for what, change := range map[string]func(*record.Set, *list.Edition){
		"a recipient":   func(s *record.Set, _ *list.Edition) { s.Recipients[0].LegalName = "Another AB" },
		"the languages": func(s *record.Set, _ *list.Edition) { s.Organisation.Languages = []string{"en", "sv"} },
		"the version":   func(_ *record.Set, e *list.Edition) { e.Version, e.Digest, e.Frozen = "2026-12-01", "0f", true },
		"fewer":         func(s *record.Set, _ *list.Edition) { s.Recipients = nil },
	} {
		set, edition := trial.Small(t), edition
		change(set, &edition)
		if diff := cmp.Diff(All(set, edition), m.All(set, edition)); diff != "" {
			t.Errorf("after %s: -anew +remembered\n%s", what, diff)
		}
	}
}
