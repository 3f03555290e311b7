package view

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/value"
)

// On its last day a recipient still has data, in the place where it is, and what was
// certified still holds. The day after the pages tell of neither.
func TestWhatHasEndedIsToldUpToItsLastDay(t *testing.T) {
	files := map[string]string{
		"recipients/last":     "kind: processor\nlegal_name: Sist AB\nended: 2026-11-21\nlocations: [{country: IN}]\ntransfer: {third_country: true, countries: [IN]}\n",
		"recipients/coming":   "kind: processor\nlegal_name: Snart AB\neffective: 2026-12-01\nlocations: [{country: JP}]\ntransfer: {third_country: true, countries: [JP]}\n",
		"certifications/iso":  "standard: ISO 27001\nvalid_to: 2026-11-21\n",
		"certifications/open": "standard: ISO 9001\n",
	}
	for _, tc := range []struct {
		day       value.Date
		transfers []string
		countries []string
		lapsed    []bool
	}{
		{"2026-11-20", []string{"Sist AB", "Snart AB"}, []string{"India", "Japan"}, []bool{false, false}},
		{"2026-11-21", []string{"Sist AB", "Snart AB"}, []string{"India", "Japan"}, []bool{false, false}},
		{"2026-11-22", []string{"Snart AB"}, []string{"Japan"}, []bool{false, true}},
	} {
		v, err := planOf(t, tc.day, files).In("en")
		if err != nil {
			t.Fatal(err)
		}
		var transfers []string
		for _, x := range v.Transfers {
			transfers = append(transfers, x.Recipient.Name)
		}
		var lapsed []bool
		for _, c := range v.Certifications { // ISO 9001 stands before ISO 27001
			lapsed = append(lapsed, c.Lapsed)
		}
		for _, which := range []string{"transfers", "processing"} {
			countries, err := v.Countries(which)
			if diff := cmp.Diff(tc.countries, countries); diff != "" || err != nil {
				t.Errorf("on %s, countries of %s: %v -want +got\n%s", tc.day, which, err, diff)
			}
		}
		if diff := cmp.Diff(tc.transfers, transfers) + cmp.Diff(tc.lapsed, lapsed); diff != "" {
			t.Errorf("on %s: -want +got\n%s", tc.day, diff)
		}
	}
}
