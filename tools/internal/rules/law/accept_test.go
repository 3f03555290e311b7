package law_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/rules/law"
)

// What is accepted in one file is told of in the others, whichever comes first.
func TestAcceptancesHideTheirFileAlone(t *testing.T) {
	files := map[string]string{"organisation": "name: Prov\nlanguages: [sv]\ncontroller: prov\n"}
	for _, id := range []string{"alfa", "beta", "gamma"} {
		files["recipients/"+id] = "legal_name: " + strings.ToUpper(id[:1]) + id[1:] + " AB\nkind: subprocessor\nlocations: [{region: EEA}]\n"
	}
	const rule = "location-region"
	for _, tt := range []struct {
		file  string // accepted; every file where it is empty
		names string // of the recipients that are still told of, by the findings that stay
	}{
		{"data/recipients/alfa.yaml", "Beta AB Gamma AB"},
		{"data/recipients/beta.yaml", "Alfa AB Gamma AB"},
		{"data/recipients/gamma.yaml", "Alfa AB Beta AB"},
		{"data/recipients/delta.yaml", "Alfa AB Beta AB Gamma AB"},
		{"", ""},
	} {
		set := bare(t, files)
		set.Organisation.Accepted = []record.Acceptance{{Rule: rule, File: tt.file, Reason: "Prövat", Until: "2027-01-31"}}
		kept, hidden := check.Accept(law.Check(set, nil, today), set, today, diag.Rules(law.Rules()...))
		var told strings.Builder
		for _, d := range kept {
			if d.Rule == rule {
				told.WriteString(d.Message.EN)
			}
		}
		for _, name := range []string{"Alfa AB", "Beta AB", "Gamma AB"} {
			if got := strings.Contains(told.String(), name); got != strings.Contains(tt.names, name) {
				t.Errorf("accepted in %q, %s is told of: %t: %s", tt.file, name, got, told.String())
			}
		}
		unused := check.Unused(hidden, set, today, diag.Rules(law.Rules()...))
		if told := len(unused) == 1 && unused[0].Rule == "accepted-unused"; told != (tt.file == "data/recipients/delta.yaml") {
			t.Errorf("accepted in %q: that it hides nothing is told: %t", tt.file, told)
		}
	}
}
