package check_test

import (
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/check"
)

// Whether a rule is known, and whether it can be accepted, is told by the table alone:
// one that only ever stops cannot, and one that also warns can.
func TestAcceptanceGoesByTheTable(t *testing.T) {
	table := diag.Rules(
		diag.Rule{ID: "own-stop", Severity: diag.Error},
		diag.Rule{ID: "own-both", Severity: diag.Error, Milder: true},
		diag.Rule{ID: "own-advice", Severity: diag.Info},
		diag.Rule{ID: "se-dsl-6-8", Severity: diag.Info},
	)
	for rule, want := range map[string]string{
		"country":         "accepted-error", // of the table in diag
		"prose-html":      "accepted-error", // that pages are found by
		"own-stop":        "accepted-error", // of another room
		"own-both":        "",
		"own-advice":      "",
		"se-dsl-6-8":      "",
		"se-dsl-7-remedy": "", // by the name that it bore before
		"notice-missing":  "",
		"unused-record":   "",
		"own-stopp":       "accepted-unknown",
		"record-and-more": "accepted-unknown",
	} {
		set, list, err := record.Load(site(t, map[string][]byte{"data/organisation.yaml": []byte(
			"name: Exempelbolaget\nlanguages: [sv, en]\ncontroller: exempelbolaget\naccepted:\n  - rule: " + rule + "\n    reason: Prövat\n    until: 2026-12-31\n")}))
		if err != nil || len(list) > 0 {
			t.Fatal(list, err)
		}
		warned := diag.Diagnostic{Rule: diag.Named(rule), Severity: diag.Warning}
		kept, accepted := check.Accept(diag.List{warned}, set, today, table)
		got := ""
		for _, d := range kept {
			if d.Rule != warned.Rule {
				got = d.Rule
			}
		}
		if got != want || (want == "") != (len(accepted) == 1) {
			t.Errorf("%s: %q and %d accepted, want %q", rule, got, len(accepted), want)
		}
	}
}
