package view

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/trial"
)

// recipientByChance is a recipient in words that may well contradict each other.
func recipientByChance(r *rand.Rand, id string) string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	text := fmt.Sprintf("legal_name: %s AB\nkind: %s\n", id, pick("subprocessor", "subprocessor", "processor", "recipient"))
	text += pick("", "", "country: US\n", "country: SE\n")
	if n := r.IntN(3); n > 0 {
		text += "locations:\n"
		for range n {
			text += "  - " + pick("country: SE", "country: IN", "country: US", "region: EEA", "region: EU", "region: world", "{region: world, country: SE}") + "\n"
		}
	}
	if r.IntN(2) == 0 {
		text += "transfer: {third_country: " + pick("true", "false") + pick("", ", countries: [IN]", ", countries: [GB, US]") + pick("", ", mechanism: art46-2-c") + "}\n"
	}
	return text + pick("", "", "ended: 2026-01-01\n", "ended: 2026-11-28\n", "effective: 2027-01-01\n", "ended: 2027-01-01\n")
}

// Whatever the facts say, and against each other, no page gives the good answer beside a
// fact that gives the bad one.
func TestNoPageAnswersAgainstAFact(t *testing.T) {
	r := rand.New(rand.NewPCG(20261129, 1))
	for range 300 {
		files := map[string]string{
			"organisation":     "name: Prov\nlanguages: [sv, en]\ncontroller: prov\n" + []string{"", "declarations: {transfers: none}\n"}[r.IntN(2)],
			"services/moln":    "name: Moln\n",
			"activities/drift": "name: {sv: Drift, en: Running}\nrole: controller\nrecipients: [a, b, c, d, e]\n",
		}
		for _, id := range []string{"a", "b", "c", "d", "e"} {
			files["recipients/"+id] = recipientByChance(r, id)
		}
		v, err := planOf(t, "2026-11-28", files).In("en")
		if err != nil {
			t.Fatal(err)
		}
		answerOn(t, trial.SetOf(t, files), v, files)
	}
}

// answerOn compares what the pages say with each recipient.
func answerOn(t *testing.T, set *record.Set, v *View, files map[string]string) {
	t.Helper()
	const day = value.Date("2026-11-28")
	all := func() string {
		var text strings.Builder
		for _, id := range []string{"organisation", "recipients/a", "recipients/b", "recipients/c", "recipients/d", "recipients/e"} {
			text.WriteString(id + "\n" + files[id])
		}
		return text.String()
	}
	within := map[string]bool{}
	for _, f := range v.Facets {
		for _, part := range f.Parts {
			if part.Page == "subprocessors-transfer-within" {
				for _, x := range part.All() {
					within[x.ID] = true
				}
			}
		}
	}
	named := map[string]bool{}
	for _, ref := range v.Own[0].Recipients {
		named[ref.Name] = true
	}
	for _, x := range set.Recipients {
		beyond := slices.ContainsFunc(x.Locations, func(l record.Location) bool { return l.Country == "IN" || l.Country == "US" || l.Region == "world" }) ||
			x.Transfer != nil && (record.Yes(x.Transfer.ThirdCountry) || len(x.Transfer.Countries) > 0)
		ended := x.Ended != "" && x.Ended < day
		listed := slices.ContainsFunc(v.Transfers, func(of TransferOf) bool { return of.Recipient.Name == x.LegalName })
		no := v.conditions["no-transfers"]
		switch {
		case beyond && within[x.ID]:
			t.Fatalf("%s stands among those within the EEA:\n%s", x.ID, all())
		case beyond && !ended && (no || !listed):
			t.Fatalf("%s: no transfers: %t, in the list: %t:\n%s", x.ID, no, listed, all())
		case ended && (listed || named[x.LegalName]):
			t.Fatalf("%s has ended, and is listed: %t, named: %t:\n%s", x.ID, listed, named[x.LegalName], all())
		case !ended && !named[x.LegalName]:
			t.Fatalf("%s is not named by the activity:\n%s", x.ID, all())
		case !beyond && listed:
			t.Fatalf("%s stands among the transfers:\n%s", x.ID, all())
		}
	}
}
