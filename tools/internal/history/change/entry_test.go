package change

import (
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/trial"
)

// version is what one that was issued on a day says of its changes.
type version struct {
	day     value.Date
	changes []byte
}

// story tells the states of a site, each in a version of its day. Only the first
// has nothing that could change.
func story(t *testing.T, days []value.Date, states []Snapshot) []version {
	t.Helper()
	var versions []version
	for i := 1; i < len(days); i++ {
		changes, err := EncodeChanges(Diff(states[i-1], states[i]).On(days[i]), states[i])
		if err != nil {
			t.Fatal(err)
		}
		versions = append(versions, version{days[i], changes})
	}
	return versions
}

// entries are what the versions say, explained, the newest first.
func entries(t *testing.T, versions []version, set *record.Set) []Entry {
	t.Helper()
	var list []Entry
	for _, v := range versions {
		said, err := DecodeChanges(v.changes)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range said {
			e.ID, e.Version, e.Issued = path.Join(string(v.day), e.Kind, e.Record), string(v.day), v.day
			list = append(list, e)
		}
	}
	Explain(list, set)
	slices.SortStableFunc(list, func(a, b Entry) int { return ByVersion(b, a) })
	return list
}

func TestEditorsExplainTheChangeOfTheirDay(t *testing.T) {
	const about = "records: [recipients/helper]\ntitle: {sv: Hjälp, en: Help}\n"
	added, moved := puzzel(t, trial.Helper+"2026-05-01\n"), puzzel(t, trial.Helper+"2026-06-01\n")
	renamed := puzzel(t, "data/recipients/helper.yaml: legal_name: Hjälpen AB\nkind: subprocessor\nannounced: 2026-03-01\nobject_by: 2026-04-01\neffective: 2026-06-01\n")
	c := story(t, []value.Date{"2026-01-01", "2026-03-01", "2026-04-10", "2026-09-01"}, []Snapshot{puzzel(t), added, moved, renamed})
	for _, tc := range []struct {
		name, change string
		want         []string // the versions whose entry is explained
	}{
		{"the day that was first said", about + "effective: 2026-05-01\n", []string{"2026-03-01"}},
		{"a day that was moved means both", about + "effective: 2026-06-01\n", []string{"2026-04-10", "2026-03-01"}},
		{"the day of the version", about + "effective: 2026-09-01\n", []string{"2026-09-01"}},
		{"a day on which nothing changed", about + "effective: 2026-07-01\n", nil},
		{"no day, and several changes", about, nil},
		{"another record", "records: [recipients/puzzel]\ntitle: {sv: P, en: P}\neffective: 2026-05-01\n", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var got []string
			for _, e := range entries(t, c, trial.Said(t, tc.change)) {
				if len(e.Changes) > 0 {
					got = append(got, e.Version)
				}
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
	t.Run("no day, and one change", func(t *testing.T) {
		c := story(t, []value.Date{"2026-01-01", "2026-03-01"}, []Snapshot{puzzel(t), added})
		if e := entries(t, c, trial.Said(t, about))[0]; len(e.Changes) != 1 {
			t.Errorf("%s is not explained", e.ID)
		}
	})
}

// An activity whose new recipient is yet to come changes on the day that it comes,
// not before; one that changes in other ways, too, changes at once.
func TestActivitiesChangeWhenTheirRecipientsCome(t *testing.T) {
	const activity = "data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\nrecipients: [puzzel, helper]\npurposes: "
	const purpose = "{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: contract}]}"
	for _, tc := range []struct {
		name, purposes string
		want           value.Date
	}{
		{"a recipient", "[" + purpose + "]\n", "2026-05-01"},
		{"a recipient and a purpose", "[" + purpose + ", {id: teach, text: {sv: Lära, en: Teach}}]\n", "2026-03-01"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := story(t, []value.Date{"2026-01-01", "2026-03-01"}, []Snapshot{puzzel(t), puzzel(t, trial.Helper+"2026-05-01\n", activity+tc.purposes)})
			set := trial.Said(t, "records: [recipients/helper, activities/support]\ntitle: {sv: Hjälp, en: Help}\neffective: "+string(tc.want)+"\n")
			list := entries(t, c, set)
			i := slices.IndexFunc(list, func(e Entry) bool { return e.Kind == "activity" })
			if e := list[i]; e.Applies() != tc.want || len(e.Changes) != 1 {
				t.Errorf("it applies from %s, explained by %d records", e.Applies(), len(e.Changes))
			}
		})
	}
}

// A record under a new id is still the same to who wrote of it under the old.
func TestEditorsMayNameARenamedRecordByEitherID(t *testing.T) {
	renamed := puzzel(t, "data/recipients/puzzel.yaml: -", "data/recipients/puzzel-sverige.yaml: legal_name: Puzzel Sverige AB\norg_number: 556579-4384\nkind: subprocessor\n",
		"data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\n")
	c := story(t, []value.Date{"2026-01-01", "2026-03-01"}, []Snapshot{puzzel(t), renamed})
	for _, id := range []string{"puzzel", "puzzel-sverige"} {
		list := entries(t, c, trial.Said(t, "records: [recipients/"+id+"]\ntitle: {sv: P, en: P}\neffective: 2026-03-01\n"))
		if !slices.ContainsFunc(list, func(e Entry) bool { return e.Record == "puzzel-sverige" && len(e.Changes) == 1 }) {
			t.Errorf("by the id %s the change is not explained", id)
		}
	}
}

func TestMaterialChangesNeedARecordOfNotice(t *testing.T) {
	added := puzzel(t, trial.Helper+"2026-05-01\n")
	c := story(t, []value.Date{"2026-01-01", "2026-03-01"}, []Snapshot{puzzel(t), added})
	const about = "records: [recipients/helper]\ntitle: {sv: Hjälp, en: Help}\neffective: 2026-05-01\n"
	const notices = "notices: [{audience: customers, date: 2026-03-01, channel: email}]\n"
	for _, tc := range []struct {
		name   string
		asOf   value.Date
		change string
		want   string // severity and place, "" when all is well
	}{
		{"nothing is said, and there is time", "2026-04-30", "", "warning versions/2026-03-01/changes.json"},
		{"nothing is said on the first day", "2026-05-01", "", "error versions/2026-03-01/changes.json"},
		{"nobody was told, and there is time", "2026-04-30", about, "warning data/changes/a.yaml"},
		{"nobody was told, and it applies", "2026-05-01", about, "error data/changes/a.yaml"},
		{"nobody was told, and it is long past", "2028-02-29", about + "material: true\n", "error data/changes/a.yaml"},
		{"told", "2026-05-01", about + notices, ""},
		{"told, of what the editor calls material", "2026-05-01", about + "material: true\n" + notices, ""},
		{"no matter, the editor says", "2026-05-01", about + "material: false\n", ""},
		{"of another day", "2026-05-01", strings.Replace(about, "2026-05-01", "2026-05-02", 1) + notices, "error versions/2026-03-01/changes.json"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var changes []string
			if tc.change != "" {
				changes = []string{tc.change}
			}
			set := trial.Said(t, changes...)
			var got []string
			for _, d := range CheckNotices(set, entries(t, c, set), tc.asOf) {
				severity := map[diag.Severity]string{diag.Error: "error", diag.Warning: "warning"}[d.Severity]
				got = append(got, severity+" "+d.Pos.File)
				if d.Rule != "notice-missing" || d.Message.SV == "" || d.Hint.EN == "" {
					t.Errorf("got %+v", d)
				}
			}
			if want := strings.Join(got, ", "); want != tc.want {
				t.Errorf("got %q, want %q", want, tc.want)
			}
		})
	}
}

// What an editor calls material is asked of before anything is issued.
func TestMaterialChangesAreAskedOfBeforeTheyAreIssued(t *testing.T) {
	set := trial.Said(t, "records: [recipients/puzzel]\ntitle: {sv: P, en: P}\neffective: 2026-05-01\nmaterial: true\n")
	list := CheckNotices(set, nil, "2026-05-01")
	if len(list) != 1 || list[0].Severity != diag.Error || list[0].Pos.Line != 4 {
		t.Errorf("got %+v", list)
	}
	// A day that no calendar has is before no other.
	set = trial.Said(t, "records: [recipients/puzzel]\ntitle: {sv: P, en: P}\nmaterial: true\n")
	if list := CheckNotices(set, nil, "2026-05-01"); len(list) != 1 || list[0].Severity != diag.Warning {
		t.Errorf("without a day: %+v", list)
	}
}
