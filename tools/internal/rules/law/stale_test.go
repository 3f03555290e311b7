package law_test

import (
	"slices"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/law"
	"tillit/tools/internal/rules/statute"
)

// The record of IMY in the repository's own data is what the table knows.
func TestTheRepositorysAuthorityIsTheOneKnown(t *testing.T) {
	for _, d := range law.Check(root(t), nil, today) {
		if d.Rule == "authority-differs" {
			t.Error(d.Message.EN)
		}
	}
}

// Each country of the EEA has an authority and languages.
func TestEachJurisdictionHasAnAuthorityAndLanguages(t *testing.T) {
	for _, j := range statute.Jurisdictions() {
		set := bare(t, map[string]string{"organisation": "name: Prov\nlanguages: [sv]\naudience_countries: [\"" + string(j.Country) + "\"]\n", "rights/complaint": "right: complaint\nmeaning: {sv: Klaga.}\n"})
		got := states(law.Cover(set, today, everything))
		if got["GDPR-77-1"] != coverage.Covered {
			t.Errorf("%s has no authority", j.Country)
		}
		if speaks := got["WP260-LANG"] == coverage.Covered; speaks != slices.Contains([]value.Country{"SE", "FI", "AX"}, j.Country) {
			t.Errorf("%s: Swedish is spoken there: %t", j.Country, speaks)
		}
	}
}

// A site that rests on no table is not told that one is old.
func TestUnusedTablesDoNotAge(t *testing.T) {
	for _, d := range law.Check(bare(t, nil), nil, "2028-01-01") {
		if d.Rule == "reference-stale" {
			t.Error(d.Message.EN)
		}
	}
}

// Entries that nobody has looked at for half a year are warned of, once a table,
// where the site rests on them.
func TestOldTablesAreWarnedOf(t *testing.T) {
	for _, tt := range []struct {
		asOf    value.Date
		readers []value.Country
		want    int
	}{{"2026-08-01", []value.Country{"SE", "FI"}, 0}, {"2026-11-21", []value.Country{"SE"}, 0}, {"2026-11-21", []value.Country{"SE", "FI"}, 1}, {"2027-09-01", []value.Country{"SE"}, 4}} {
		n := 0
		set := root(t)
		set.Organisation.AudienceCountries = tt.readers
		for _, d := range law.Check(set, nil, tt.asOf) {
			if d.Rule == "reference-stale" {
				n++
				if d.Severity != diag.Warning {
					t.Errorf("%s: %s", tt.asOf, d.Severity)
				}
			}
		}
		if n != tt.want {
			t.Errorf("%s: %d warnings, want %d", tt.asOf, n, tt.want)
		}
	}
}
