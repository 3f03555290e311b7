package change

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/trial"
)

func TestSnapshotsAreReadAsTheyWereWritten(t *testing.T) {
	s := puzzel(t, "data/organisation.yaml: name: Exempel\nlanguages: [sv, en]\nnotice_days: 30\nrequests: {free_of_charge: false}\n",
		"data/recipients/puzzel.yaml: legal_name: Puzzel AB\nkind: subprocessor\nlevel: 2\noptional: true\n")
	data, err := s.Encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s, again); diff != "" {
		t.Errorf("-written +read\n%s", diff)
	}
	if d := Diff(s, again); !d.Empty() {
		t.Errorf("what was read differs from what was written: %+v", d)
	}
	if again.Records["organisation"]["organisation"]["notice_days"] != 30 {
		t.Errorf("a number is no whole number: %#v", again.Records["organisation"])
	}
	for _, bad := range []string{"", "[]", `{"schema": 2}`, `{"schema": "1"}`} {
		if _, err := Decode([]byte(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
	if old, err := Decode([]byte(`{"schema": 0, "records": {}}`)); err != nil || old.Shape != 0 {
		t.Errorf("an older shape: %+v, %v", old, err)
	}
	// What an editor says of a change is in no version.
	set := trial.Said(t, "records: [recipients/puzzel]\ntitle: {sv: P, en: P}\neffective: 2026-05-01\n")
	if of := Of(set, nil); of.Records["change"] != nil || of.Prose == nil || len(of.Records) != 2 {
		t.Errorf("got %+v", of)
	}
}

func TestSnapshotsNameTheirRecords(t *testing.T) {
	s := Snapshot{Records: map[string]map[string]map[string]any{
		"recipient":     {"a": {"legal_name": "A AB", "trade_name": "Aa"}, "b": {"trade_name": "Bee", "name": map[string]any{"sv": "B"}}, "c": {"name": map[string]any{"fi": "C", "sv": "Ce"}}, "d": {"name": map[string]any{"en": "Dee"}}, "e": {"name": map[string]any{"fi": "E"}}},
		"certification": {"iso": {"standard": "ISO"}},
		"right":         {"access": {"right": "access"}, "own": {"right": "access", "title": map[string]any{"sv": "Titt"}}, "odd": {}},
	}}
	for _, tc := range [][3]string{
		{"recipient", "a", "A AB"}, {"recipient", "b", "Bee"}, {"recipient", "c", "Ce"}, {"recipient", "d", "Dee"}, {"recipient", "e", "E"},
		{"certification", "iso", "ISO"}, {"right", "access", "rätt till tillgång (registerutdrag)"}, {"right", "own", "Titt"}, {"right", "odd", "odd"}, {"vessel", "x", "x"},
	} {
		if got := s.Name(tc[0], tc[1], "sv"); got != tc[2] {
			t.Errorf("%s/%s is called %q, want %q", tc[0], tc[1], got, tc[2])
		}
	}
	if got := s.Name("recipient", "c", "fi"); got != "C" {
		t.Errorf("in its own language it is called %q", got)
	}
}
