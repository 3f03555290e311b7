package version

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/trial"
)

// story issues a version for each day, with what differs from the one before.
func story(t *testing.T, days []value.Date, states []change.Snapshot) *Chain {
	t.Helper()
	root := t.TempDir()
	before := change.Snapshot{}
	for i, day := range days {
		c := open(t, root)
		id, err := c.Next(day)
		if err != nil {
			t.Fatal(err)
		}
		changes, err := change.EncodeChanges(change.Diff(before, states[i]), states[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.Freeze(root, id, trial.Moment(id), states[i], changes, nil); err != nil {
			t.Fatal(err)
		}
		before = states[i]
	}
	return open(t, root)
}

func entries(t *testing.T, c *Chain, set *record.Set) []change.Entry {
	t.Helper()
	list, err := c.Entries(set)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestEntriesTellEachVersionNewestFirst(t *testing.T) {
	page := puzzel(t, trial.Helper+"2026-05-01\n")
	page.Prose = map[string]map[string]string{"privacy-policy": {"sv": "---\ntitle: Integritetspolicy\n---\nVi sparar loggar i tre månader.\n", "en": "We keep logs for six months.\n"}}
	c := story(t, []value.Date{"2026-01-01", "2026-03-01", "2026-03-01"}, []change.Snapshot{puzzel(t), puzzel(t, trial.Helper+"2026-05-01\n"), page})
	set := trial.Said(t, "records: [recipients/helper]\ntitle: {sv: Hjälp, en: Help}\neffective: 2026-05-01\n")
	var got []string
	for _, e := range entries(t, c, set) {
		said := e.ID + ": " + e.Title.SV
		for _, about := range e.Changes {
			said += ", enligt " + about.ID
		}
		got = append(got, said)
	}
	want := []string{
		"2026-03-01.2/page/privacy-policy: Texten på sidan ”Integritetspolicy” har ändrats",
		"2026-03-01/recipient/helper: Hjälp AB blir underbiträde den 1 maj 2026, enligt a",
		"2026-01-01/version/2026-01-01: Den första versionen är utgiven",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// An id names one entry in all the years: the same record changes in every
// version here, comes and goes, and is edited twice on one day.
func TestEntryIDsAreUniqueOverTheYears(t *testing.T) {
	var days []value.Date
	var states []change.Snapshot
	for i, day := range []value.Date{"2024-02-29", "2024-12-31", "2025-01-01", "2025-02-28", "2026-01-31", "2026-01-31", "2026-12-31", "2028-02-29"} {
		period := []string{"P1M", "P2M"}[i%2]
		edits := []string{"data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: " + period + "\n"}
		if i%3 == 0 {
			edits = append(edits, trial.Helper+"2026-05-01\n")
		}
		days, states = append(days, day), append(states, puzzel(t, edits...))
	}
	seen := map[string]bool{}
	list := entries(t, story(t, days, states), trial.Said(t))
	for i, e := range list {
		if seen[e.ID] {
			t.Errorf("%s names two entries", e.ID)
		}
		seen[e.ID] = true
		if i > 0 && e.Issued > list[i-1].Issued {
			t.Errorf("%s is newer than the entry before it", e.ID)
		}
	}
	if len(list) < 12 {
		t.Errorf("only %d entries", len(list))
	}
}
