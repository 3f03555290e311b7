package record

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func keys[R Record](list []R) []string {
	var ids []string
	for _, r := range list {
		ids = append(ids, r.Key())
	}
	return ids
}

func TestRecipientsAreListedUpcomingThenCurrentThenEnded(t *testing.T) {
	s := &Set{Recipients: []*Recipient{
		{ID: "a", LegalName: "Över AB"},
		{ID: "b", LegalName: "Åska AB", Effective: "2026-06-01"},
		{ID: "c", LegalName: "Zebra AB"},
		{ID: "d", LegalName: "Nod 10 AB"},
		{ID: "e", LegalName: "nod 9 AB"},
		{ID: "f", LegalName: "Sen AB", Effective: "2026-07-02"},
		{ID: "g", LegalName: "Zon AB", Effective: "2026-07-01"},
		{ID: "h", LegalName: "Borta AB", Ended: "2026-05-31"},
		{ID: "i", LegalName: "Arkiv AB", Ended: "2026-05-30"},
		{ID: "j", LegalName: "Algot AB", Ended: "2026-05-31"},
		{ID: "k", LegalName: "Tidig AB", Effective: "2026-07-01"},
		{ID: "l", LegalName: "Sista dagen AB", Ended: "2026-06-01"},
		{ID: "m", LegalName: "Zebra AB"},
		{ID: "other", LegalName: "Någon AB"},
	}}
	want := []string{"k", "g", "f", "e", "d", "l", "c", "m", "b", "a", "j", "h", "i"}
	before := keys(s.Recipients)
	for _, lang := range []string{"sv", "en", "de"} {
		got := keys(s.On("2026-06-01").Listed(lang, func(r *Recipient) bool { return r.ID != "other" }))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", lang, diff)
		}
	}
	if !slices.Equal(keys(s.Recipients), before) {
		t.Error("the set itself was sorted")
	}
}

func TestRecipientsAreListedByTheNameInTheLanguage(t *testing.T) {
	s := &Set{Recipients: []*Recipient{
		{ID: "a", Name: Text{"sv": "Revisorer", "en": "Auditors"}},
		{ID: "b", Name: Text{"sv": "Banker", "en": "Banks"}},
	}}
	all := func(*Recipient) bool { return true }
	if diff := cmp.Diff([]string{"b", "a"}, keys(s.On("2026-06-01").Listed("sv", all))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if diff := cmp.Diff([]string{"a", "b"}, keys(s.On("2026-06-01").Listed("en", all))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestRetentionRulesAreListedByName(t *testing.T) {
	s := &Set{Retention: []*Retention{
		{ID: "a", Name: Text{"sv": "Ärenden"}}, {ID: "b", Name: Text{"sv": "Loggar 10"}},
		{ID: "c", Name: Text{"sv": "Zoner"}}, {ID: "d", Name: Text{"sv": "Loggar 9"}},
	}}
	if diff := cmp.Diff([]string{"d", "b", "c", "a"}, keys(s.ListedRetention("sv"))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestMeasuresAreListedByHeadingThenOrderThenName(t *testing.T) {
	s := &Set{Measures: []*Measure{
		{ID: "a", Domain: "risk", Title: Text{"sv": "A"}},
		{ID: "b", Domain: "recovery", Title: Text{"sv": "Å"}},
		{ID: "c", Domain: "recovery", Title: Text{"sv": "Z"}},
		{ID: "d", Domain: "recovery", Title: Text{"sv": "Ö"}, Order: 2},
		{ID: "e", Domain: "recovery", Title: Text{"sv": "A"}, Order: 10},
	}}
	if diff := cmp.Diff([]string{"d", "e", "c", "b", "a"}, keys(s.ListedMeasures("sv"))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
