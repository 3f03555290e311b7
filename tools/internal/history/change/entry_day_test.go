package change

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/weight"
	"tillit/tools/internal/trial"
)

const helper = "data/recipients/helper.yaml: legal_name: Hjälp AB\nkind: subprocessor\n"

// A day that a later version moves has not come while it is not before the day from
// which that version applies. Then the new day means the first entry, too.
func TestADayIsMovedUntilItHasCome(t *testing.T) {
	const about = "records: [recipients/helper]\ntitle: {sv: Hjälp, en: Help}\neffective: "
	for _, tc := range []struct {
		issued value.Date // the version that moves 1 May to 1 June, or 31 May to 30 June
		field  string
		said   string
		want   []string
	}{
		{"2026-04-30", "effective", "2026-06-01", []string{"2026-04-30", "2026-03-01"}},
		{"2026-05-01", "effective", "2026-06-01", []string{"2026-05-01", "2026-03-01"}},
		{"2026-05-02", "effective", "2026-06-01", []string{"2026-05-02"}},
		{"2026-05-02", "effective", "2026-05-01", []string{"2026-03-01"}},
		{"2026-05-31", "ended", "2026-06-30", []string{"2026-05-31", "2026-03-01"}},
		{"2026-06-01", "ended", "2026-06-30", []string{"2026-06-01"}},
	} {
		first, then := "2026-05-01", "2026-06-01"
		if tc.field == "ended" {
			first, then = "2026-05-31", "2026-06-30"
		}
		c := story(t, []value.Date{"2026-01-01", "2026-03-01", tc.issued}, []Snapshot{
			puzzel(t, helper), puzzel(t, helper+tc.field+": "+first+"\n"), puzzel(t, helper+tc.field+": "+then+"\n")})
		var got []string
		for _, e := range entries(t, c, trial.Said(t, about+tc.said+"\n")) {
			if len(e.Changes) > 0 {
				got = append(got, e.Version)
			}
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s moved on %s, said of %s: -want +got\n%s", tc.field, tc.issued, tc.said, diff)
		}
	}
}

// When a change applies, whether it is an end, and until when one can object, are told
// by the days that the version itself set.
func TestDaysOfAnEntryAreThoseThatItSet(t *testing.T) {
	line := func(fields ...string) (list []FieldChange) {
		for _, f := range fields {
			list = append(list, FieldChange{Path: []string{f}})
		}
		return list
	}
	days := Entry{Kind: "recipient", Issued: "2026-03-01", Effective: "2026-05-01", Ended: "2026-06-30", ObjectBy: "2026-04-01"}
	for _, tc := range []struct {
		name     string
		fields   []string
		applies  value.Date
		ends     bool
		deadline value.Date
	}{
		{"none of them", []string{"service"}, "2026-03-01", false, ""},
		{"a beginning", []string{"effective"}, "2026-05-01", false, ""},
		{"an end", []string{"ended"}, "2026-06-30", true, ""},
		{"both", []string{"ended", "effective"}, "2026-05-01", false, ""},
		{"a deadline", []string{"object_by"}, "2026-03-01", false, "2026-04-01"},
	} {
		e := days
		e.Lines = line(tc.fields...)
		if e.Applies() != tc.applies || e.Ends() != tc.ends || e.Deadline() != tc.deadline {
			t.Errorf("%s: applies %s, ends %v, deadline %q", tc.name, e.Applies(), e.Ends(), e.Deadline())
		}
		e.Effective, e.Ended, e.ObjectBy = "2026-02-30", "", ""
		if e.Applies() != e.Issued || e.Ends() || e.Deadline() != "" {
			t.Errorf("%s, on days that are none: %+v", tc.name, e)
		}
	}
	for effective, want := range map[value.Date]value.Date{"2026-02-28": "2026-03-01", "2026-03-01": "2026-03-01", "2026-03-02": "2026-03-02", "": "2026-03-01"} {
		e := Entry{Kind: "activity", Issued: "2026-03-01", Effective: effective}
		if got := e.Applies(); got != want {
			t.Errorf("an activity whose new recipient comes on %q applies from %s", effective, got)
		}
	}
}

func TestEntriesAreNamedAndSorted(t *testing.T) {
	for _, tc := range []struct {
		entry      Entry
		anchor     string
		name       string
		categories string
		sub        bool
	}{
		{Entry{Kind: "recipient", Record: "puzzel", Role: "subprocessor", Reasons: []weight.Reason{{}}}, "recipient-puzzel", "recipients/puzzel", "recipient subprocessor material", true},
		{Entry{Kind: "recipient", Record: "puzzel", Role: "processor", OldRole: "subprocessor"}, "recipient-puzzel", "recipients/puzzel", "recipient processor", true},
		{Entry{Kind: "recipient", Record: "puzzel", Role: "processor"}, "recipient-puzzel", "recipients/puzzel", "recipient processor", false},
		{Entry{Kind: "organisation", Record: "organisation"}, "organisation-organisation", "organisation", "organisation", false},
		{Entry{Kind: PageEntry, Record: "changes/2026"}, "page-changes-2026", "changes/2026", "page", false},
		{Entry{Kind: PageEntry, Record: ""}, "page", "", "page", false},
		{Entry{Kind: "vessel", Record: "x"}, "vessel-x", "x", "vessel", false},
	} {
		e := tc.entry
		if e.Anchor() != tc.anchor || e.name(e.Record) != tc.name || strings.Join(e.Categories(), " ") != tc.categories || e.Subprocessor() != tc.sub {
			t.Errorf("%s/%s: %q, %q, %q, %v", e.Kind, e.Record, e.Anchor(), e.name(e.Record), e.Categories(), e.Subprocessor())
		}
	}
}

// A record in data/changes without a day is asked of on the first day on which
// something that it is about applies.
func TestAnEditorWhoNamesNoDayIsAskedOnTheFirst(t *testing.T) {
	c := story(t, []value.Date{"2026-01-01", "2026-03-01"}, []Snapshot{
		puzzel(t, helper), puzzel(t, helper+"effective: 2026-05-01\n", "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P1Y\n")})
	set := trial.Said(t, "records: [recipients/helper, retention/logs]\ntitle: {sv: Hjälp, en: Help}\nmaterial: true\n")
	list := entries(t, c, set)
	for day, want := range map[value.Date]string{"2026-02-28": "warning", "2026-03-01": "error"} {
		found := CheckNotices(set, list, day)
		if len(found) != 1 || found[0].Severity.String() != want || !strings.Contains(found[0].Message.EN, "from 1 March 2026") {
			t.Errorf("on %s: %+v", day, found)
		}
	}
	// Asked of where the day stands, when nobody describes the change.
	bare := trial.SetOf(t, map[string]string{"recipients/helper": "legal_name: Hjälp AB\nkind: subprocessor\neffective: 2026-05-01\n"})
	for i := range list {
		list[i].Changes, list[i].Reasons = nil, weight.Reasons()[:1]
	}
	found := CheckNotices(bare, list, "2026-01-01")
	if len(found) != 2 || found[0].Pos.Line != 3 && found[1].Pos.Line != 3 {
		t.Errorf("the finding does not stand at the day: %+v", found)
	}
	ended := Entry{Kind: "recipient", Record: "helper", Ended: "2026-05-01", Lines: []FieldChange{{Path: []string{"ended"}}}}
	if field(ended) != "ended" || field(Entry{}) != "" {
		t.Errorf("got %q and %q", field(ended), field(Entry{}))
	}
}

// The first day of several new recipients is that of the activity; where one of them
// has begun already, or nobody knows when, it is that of the version.
func TestAnActivityChangesWithItsFirstNewRecipient(t *testing.T) {
	const a = "data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\npurposes: [{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: contract}]}]\nrecipients: "
	company := func(id, effective string) string {
		return "data/recipients/" + id + ".yaml: legal_name: " + id + "\nkind: processor\n" + effective
	}
	for _, tc := range []struct {
		name, b, c string
		recipients string
		want       value.Date
	}{
		{"one", "effective: 2026-05-01\n", "", "[puzzel, b]\n", "2026-05-01"},
		{"the first of two", "effective: 2026-06-01\n", "effective: 2026-05-01\n", "[puzzel, b, c]\n", "2026-05-01"},
		{"the first of two, the other way round", "effective: 2026-05-01\n", "effective: 2026-06-01\n", "[puzzel, b, c]\n", "2026-05-01"},
		{"one of which nobody knows when", "effective: 2026-05-01\n", "", "[puzzel, b, c]\n", ""},
		{"none that is new", "", "", "[puzzel]\n", ""},
	} {
		after := puzzel(t, a+tc.recipients, company("b", tc.b), company("c", tc.c))
		data, err := EncodeChanges(Diff(puzzel(t, company("b", tc.b), company("c", tc.c)), after), after)
		if err != nil {
			t.Fatal(err)
		}
		list, err := DecodeChanges(data)
		if err != nil {
			t.Fatal(err)
		}
		var got value.Date
		for _, e := range list {
			got = e.Effective
		}
		if got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

// Each change that nobody was told of is asked of once, on its own day, whatever else
// applies before it or is described beside it.
func TestEachUntoldChangeIsAskedOfOnItsOwnDay(t *testing.T) {
	c := story(t, []value.Date{"2026-01-01", "2026-02-01", "2026-03-01"}, []Snapshot{
		puzzel(t, helper+"locations: [{country: FI}]\n"),
		puzzel(t, helper+"locations: [{country: FI}]\n", "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P1Y\n"),
		puzzel(t, helper+"locations: [{country: SE}]\n", "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P2Y\n"),
	})
	about := "records: [recipients/helper]\ntitle: {sv: Hjälp, en: Help}\n"
	for _, tc := range []struct {
		change string
		want   []string // the day of each finding, the record in data/changes first
	}{
		{about, []string{"1 March 2026", "1 February 2026", "1 March 2026"}},
		{about + "effective: 2026-03-01\n", []string{"1 March 2026", "1 February 2026", "1 March 2026"}},
		{about + "material: true\neffective: 2026-09-09\n", []string{"9 September 2026", "1 February 2026", "1 March 2026", "1 March 2026"}},
		{about + "notices: [{audience: customers, date: 2026-02-01, channel: email}]\n", []string{"1 February 2026", "1 March 2026"}},
	} {
		set := trial.Said(t, tc.change)
		var got []string
		for _, d := range CheckNotices(set, entries(t, c, set), "2026-12-01") {
			_, day, _ := strings.Cut(d.Message.EN, "applies from ")
			got = append(got, day)
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", tc.change, diff)
		}
	}
}

// Of several things that a record is about the first to apply counts, whichever was
// issued first.
func TestTheFirstDayOfAllThatAnEditorTellsOfCounts(t *testing.T) {
	c := story(t, []value.Date{"2026-01-01", "2026-03-01", "2026-04-01"}, []Snapshot{
		puzzel(t, helper), puzzel(t, helper+"effective: 2026-05-01\n"),
		puzzel(t, helper+"effective: 2026-05-01\n", "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P1Y\n")})
	set := trial.Said(t, "records: [recipients/helper, retention/logs]\ntitle: {sv: Hjälp, en: Help}\nmaterial: true\n")
	found := CheckNotices(set, entries(t, c, set), "2026-01-01")
	if len(found) != 1 || !strings.HasSuffix(found[0].Message.EN, "from 1 April 2026") {
		t.Errorf("got %+v", found)
	}
	// What is described and older keeps nobody from asking of what is newer.
	set = trial.Said(t, "records: [recipients/helper]\ntitle: {sv: Hjälp, en: Help}\n")
	list := entries(t, c, set)
	for i := range list {
		list[i].Reasons = weight.Reasons()[:1]
	}
	if found = CheckNotices(set, list, "2026-01-01"); len(found) != 2 {
		t.Errorf("got %+v", found)
	}
}
