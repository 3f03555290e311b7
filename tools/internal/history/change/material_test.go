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

// The kind that an editor names goes before the one that was computed, and decides
// whether anybody must be told where nothing is said of that.
func TestAnEditorKnowsBetterWhatKindItIs(t *testing.T) {
	reasons := []weight.Reason{{ID: "recipient-name"}}
	for _, tc := range []struct {
		said     string
		entry    Entry
		nature   weight.Nature
		material bool
	}{
		{"", Entry{Nature: weight.Changes, Reasons: reasons}, weight.Changes, true},
		{"kind: renamed\n", Entry{Nature: weight.Changes, Reasons: reasons}, weight.Renamed, false},
		{"kind: corrected\nmaterial: true\n", Entry{Nature: weight.Changes, Reasons: reasons}, weight.Corrected, true},
		{"kind: changes\n", Entry{Nature: weight.Changes, Reasons: reasons}, weight.Changes, true},
		{"kind: told\n", Entry{Verb: Added, Nature: weight.Begins, Reasons: reasons}, weight.Told, false},
		{"", Entry{Verb: Added}, weight.Begins, false},
		{"", Entry{Verb: Removed}, weight.Ends, false},
		{"", Entry{Verb: Renamed, Reasons: reasons}, weight.Renamed, true}, // as it was judged then
		{"", Entry{Verb: Changed}, weight.Changes, false},
	} {
		e := tc.entry
		e.Changes = trial.Said(t, "records: [recipients/puzzel]\ntitle: {sv: P, en: P}\n"+tc.said).Changes
		if e.Weighs() != tc.nature || e.Material() != tc.material {
			t.Errorf("%q of %+v: %s, material %v", tc.said, tc.entry, e.Weighs(), e.Material())
		}
	}
}
