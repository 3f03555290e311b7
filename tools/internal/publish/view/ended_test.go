package view

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
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

// An activity names those who get its data on the day: one that is to come with its
// first day, one that is to leave with its last, and from the next day not at all.
func TestActivitiesNameWhoGetsTheDataOnTheDay(t *testing.T) {
	files := map[string]string{
		"recipients/gammal": "kind: processor\nlegal_name: Gammal AB\nended: 2026-11-21\n",
		"recipients/ny":     "kind: processor\nlegal_name: Ny AB\nreplaces: gammal\neffective: 2026-11-22\n",
		"activities/a":      "name: {sv: A, en: A}\nrole: controller\nrecipients: [gammal, ny]\ndata: [{category: c}]\n",
		"activities/b":      "name: {sv: B, en: B}\nrole: controller\nrecipients: [gammal]\n",
		"categories/c":      "name: {sv: C, en: C}\n",
	}
	for _, tc := range []struct {
		day     value.Date
		want    []string
		nothing bool // nobody is left in the activity that names the one that leaves alone
	}{
		{"2026-11-20", []string{"Gammal AB to 2026-11-21", "Ny AB from 2026-11-22"}, false},
		{"2026-11-21", []string{"Gammal AB to 2026-11-21", "Ny AB from 2026-11-22"}, false},
		{"2026-11-22", []string{"Ny AB"}, true},
	} {
		v, err := planOf(t, tc.day, files).In("en")
		if err != nil {
			t.Fatal(err)
		}
		for _, refs := range [][]words.Ref{v.Own[0].Recipients, v.Own[0].Rows[0].Recipients} {
			var got []string
			for _, r := range refs {
				name := r.Name
				if r.From.ISO != "" {
					name += " from " + r.From.ISO
				}
				if r.To.ISO != "" {
					name += " to " + r.To.ISO
				}
				got = append(got, name)
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("on %s: -want +got\n%s", tc.day, diff)
			}
		}
		if v.Own[1].NoRecipients != tc.nothing {
			t.Errorf("on %s nobody gets the data of B: %t", tc.day, v.Own[1].NoRecipients)
		}
	}
}
