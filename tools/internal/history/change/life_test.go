package change

import (
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/trial"
)

// An announcement is made, moved, moved again, and withdrawn: what was announced knows
// what became of it, nothing of it falls due, and who was told is to be told of the end.
func TestAnAnnouncementHasALife(t *testing.T) {
	on := func(day string) Snapshot { return puzzel(t, trial.Helper+day+"\n") }
	days := []value.Date{"2026-01-01", "2026-03-01", "2026-03-20", "2026-04-10", "2026-04-20"}
	states := []Snapshot{puzzel(t), on("2026-05-01"), on("2026-06-01"), on("2026-05-15"), puzzel(t)}
	const about = "records: [recipients/helper]\ntitle: {sv: Hjälp, en: Help}\neffective: 2026-05-01\n"
	const told = "notices: [{audience: customers, date: 2026-03-01, channel: email}]\n"

	var stages []string
	all := entries(t, story(t, days, states), trial.Said(t))
	for _, e := range all {
		stages = append(stages, e.Version+" "+string(e.Stage()))
	}
	if got := strings.Join(stages, ", "); got != "2026-04-20 withdrawn, 2026-04-10 hastened, 2026-03-20 postponed, 2026-03-01 announced" {
		t.Errorf("the stages are %s", got)
	}
	for _, e := range all[1:] {
		if !e.Dead() || e.Fate.Version != "2026-04-20" {
			t.Errorf("%s is not withdrawn: %+v", e.Version, e.Fate)
		}
	}
	for _, tc := range []struct {
		name  string
		until int // how many of the states were issued
		said  string
		asOf  value.Date
		want  string // what is due, and the version of what is still to be told
	}{
		{"announced", 2, "", "2026-05-01", "error 1 May 2026; 2026-03-01"},
		{"postponed, and the first day is here", 3, "", "2026-05-01", "warning 1 June 2026; 2026-03-01"},
		{"postponed, and the second day is here", 3, about, "2026-06-01", "error 1 June 2026; 2026-03-01"},
		{"postponed, and told in time", 3, about + told, "2026-06-01", "; "},
		{"brought forward, which is news", 4, about + told, "2026-04-11", "warning 15 May 2026; 2026-04-10"},
		{"withdrawn, and nobody was told", 5, "", "2026-05-02", "; "},
		{"withdrawn, and somebody was told", 5, about + told, "2026-05-02", "; 2026-04-20"},
		{"withdrawn, and called material", 5, about + "material: true\n", "2026-05-02", "; "},
	} {
		var said []string
		if tc.said != "" {
			said = []string{tc.said}
		}
		set := trial.Said(t, said...)
		list := entries(t, story(t, days[:tc.until], states[:tc.until]), set)
		var due, untold []string
		for _, d := range CheckNotices(set, list, tc.asOf) {
			_, day, _ := strings.Cut(d.Message.EN, "applies from ")
			due = append(due, map[diag.Severity]string{diag.Error: "error", diag.Warning: "warning"}[d.Severity]+" "+day)
		}
		for _, e := range Untold(list) {
			untold = append(untold, e.Version)
		}
		if got := strings.Join(due, ", ") + "; " + strings.Join(untold, ", "); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}

// An older version does not say the day before; it is known from the entry before.
func TestTheDayBeforeIsKnownFromTheEntryBefore(t *testing.T) {
	list := []Entry{
		{Kind: "recipient", Record: "x", Verb: Added, Version: "2026-03-01", Issued: "2026-03-01", Effective: "2026-05-01"},
		{Kind: "recipient", Record: "x", Verb: Changed, Version: "2026-04-01", Issued: "2026-04-01", Effective: "2026-06-01", Lines: []FieldChange{{Path: []string{"effective"}}}},
		{Kind: "recipient", Record: "x", Verb: Changed, Version: "2026-07-01", Issued: "2026-07-01", Effective: "2026-08-01", Lines: []FieldChange{{Path: []string{"effective"}}}},
	}
	Explain(list, trial.Said(t))
	if list[1].Stage() != Postponed || list[0].Fate == nil || list[0].Fate.Day != "2026-06-01" || list[0].Due() != "2026-06-01" {
		t.Errorf("%s, %+v", list[1].Stage(), list[0].Fate)
	}
	if list[2].Stage() != Announced || list[1].Fate != nil { // its day had come
		t.Errorf("%s, %+v", list[2].Stage(), list[1].Fate)
	}
}

// An end has a life, too.
func TestAnEndHasALife(t *testing.T) {
	line := []FieldChange{{Path: []string{"ended"}}}
	for _, tc := range []struct {
		was, is value.Date
		want    Stage
	}{
		{"", "2026-12-31", Ending}, {"", "2026-11-29", Ending}, {"", "2026-11-28", Over}, {"2026-12-31", "2027-01-31", Extended},
		{"2026-12-31", "", Extended}, {"2026-12-31", "2026-12-01", Ending}, {"2026-10-31", "", Returned}, {"2026-10-31", "2026-12-31", Returned}, {"2026-10-31", "2026-10-30", Over},
	} {
		e := Entry{Kind: "recipient", Verb: Changed, Issued: "2026-11-29", Ended: tc.is, Was: &Days{Last: tc.was}, Lines: line}
		if got := e.Stage(); got != tc.want {
			t.Errorf("%q → %q: %s, want %s", tc.was, tc.is, got, tc.want)
		}
	}
}
