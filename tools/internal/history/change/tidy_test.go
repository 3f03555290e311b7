package change_test

import (
	"testing"

	"tillit/tools/internal/history/change"
)

// What was issued before texts were trimmed and composed on the way in has not changed by
// the program that reads it today.
func TestAnUpgradeIsNoChange(t *testing.T) {
	issued, err := change.Decode([]byte(`{"schema": 1, "records": {"recipient": {"x": {"legal_name": "A\u030Akerberg", "links": [{"url": "https://a.example/o\u0308"}],
		"service": {"sv": "Fo\u0308rvaring.\n", "en": " Storage. "}}}}, "prose": {"home": {"sv": "Va\u0308lkommen\n"}}}`))
	if err != nil {
		t.Fatal(err)
	}
	now := change.Snapshot{Shape: 1, Records: map[string]map[string]map[string]any{"recipient": {"x": {
		"legal_name": "Åkerberg", "links": []any{map[string]any{"url": "https://a.example/o\u0308"}},
		"service": map[string]any{"sv": "Förvaring.", "en": "Storage."},
	}}}, Prose: map[string]map[string]string{"home": {"sv": "Välkommen\n"}}}
	if d := change.Diff(issued, now); !d.Empty() {
		t.Errorf("it differs: %+v", d)
	}
	now.Records["recipient"]["x"]["legal_name"] = "Akerberg"
	if change.Diff(issued, now).Empty() {
		t.Error("another name is no difference")
	}
}
