package change

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/trial"
)

func TestChangesAreReadAsTheyWereWritten(t *testing.T) {
	after := puzzel(t, trial.Helper+"2026-05-01\n", "data/recipients/puzzel.yaml: -",
		"data/recipients/p2.yaml: legal_name: P2 AB\norg_number: 556579-4384\nkind: processor\n")
	after.Prose = map[string]map[string]string{"cookies": {"sv": "Inga.\n"}}
	data, err := EncodeChanges(Diff(puzzel(t), after), after)
	if err != nil {
		t.Fatal(err)
	}
	list, err := DecodeChanges(data)
	if err != nil {
		t.Fatal(err)
	}
	again, err := record.Canonical(changesJSON{ChangesShape, list})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(data), string(again)); diff != "" {
		t.Errorf("-written +read\n%s", diff)
	}
	for _, bad := range []string{`{"schema": 2, "entries": []}`, `[]`, ``, `{"schema": 1, "entries": [{}]}`, `{"schema": 1, "entries": [{"kind": "recipient", "lines": [{}]}]}`} {
		if _, err := DecodeChanges([]byte(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

// What a version of the first shape said of a change is read for good.
func TestOldShapesOfChangesAreRead(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "changes-1.json"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := DecodeChanges(data)
	if err != nil {
		t.Fatal(err)
	}
	e := list[0]
	if e.Title.SV != "Underbiträdet Puzzel AB: ändrat" || len(e.Lines) != 1 || e.Lines[0].Line("en") != "Places of processing: Ireland → Sweden" ||
		e.Reasons[0].ID != "recipient-location" || e.Effective != "2026-05-01" || !e.Subprocessor() || list[1].Edits[0].New() != "Vi sparar inga loggar.\n" {
		t.Errorf("got %+v", list)
	}
}
