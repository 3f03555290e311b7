package change

import (
	"testing"

	"tillit/tools/internal/history/weight"
	"tillit/tools/internal/trial"
)

// What an editor says goes before what was computed; of two who disagree the one who
// would tell.
func TestAnEditorKnowsBetterWhatIsMaterial(t *testing.T) {
	reasons := []weight.Reason{{ID: "recipient-added"}}
	for _, tc := range []struct {
		reasons []weight.Reason
		said    string // of each record in data/changes: y, n or - for nothing
		want    bool
	}{
		{reasons, "", true}, {nil, "", false}, {reasons, "-", true}, {nil, "-", false},
		{reasons, "n", false}, {nil, "y", true}, {reasons, "ny", true}, {reasons, "yn", true}, {reasons, "-n", false}, {reasons, "n-", false}, {nil, "-y", true}, {nil, "y-", true},
	} {
		e := Entry{Reasons: tc.reasons}
		var texts []string
		for _, said := range tc.said {
			texts = append(texts, "records: [recipients/puzzel]\ntitle: {sv: P, en: P}\n"+map[rune]string{'y': "material: true\n", 'n': "material: false\n"}[said])
		}
		e.Changes = trial.Said(t, texts...).Changes
		if got := e.Material(); got != tc.want {
			t.Errorf("with %d reasons, and %q said: %v", len(tc.reasons), tc.said, got)
		}
	}
}
