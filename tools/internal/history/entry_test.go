package history

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// story issues a version for each day, with what differs from the one before.
func story(t *testing.T, days []record.Date, states []Snapshot) *Chain {
	t.Helper()
	root := t.TempDir()
	before := Snapshot{}
	for i, day := range days {
		c := open(t, root)
		id, err := c.Next(day)
		if err != nil {
			t.Fatal(err)
		}
		changes, err := EncodeChanges(Diff(before, states[i]), states[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.Freeze(root, id, states[i], changes, nil); err != nil {
			t.Fatal(err)
		}
		before = states[i]
	}
	return open(t, root)
}

// said loads records of data/changes.
func said(t *testing.T, changes ...string) *record.Set {
	t.Helper()
	fsys := fstest.MapFS{
		"data/organisation.yaml":      {Data: []byte("name: Exempel\nlanguages: [sv, en]\n")},
		"data/recipients/puzzel.yaml": {Data: []byte("legal_name: Puzzel AB\nkind: subprocessor\neffective: 2026-05-01\n")},
	}
	for i, text := range changes {
		fsys["data/changes/"+string(rune('a'+i))+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	set, list, err := record.LoadFS(fsys)
	if err != nil || list.Blocks() {
		t.Fatal(err, list)
	}
	return set
}

const helper = "data/recipients/helper.yaml: legal_name: Hjälp AB\nkind: subprocessor\nannounced: 2026-03-01\nobject_by: 2026-04-01\neffective: "

func entries(t *testing.T, c *Chain, set *record.Set) []Entry {
	t.Helper()
	list, err := c.Entries(set)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestEntriesTellEachVersionNewestFirst(t *testing.T) {
	page := puzzel(t, helper+"2026-05-01\n")
	page.Prose = map[string]map[string]string{"privacy-policy": {"sv": "---\ntitle: Integritetspolicy\n---\nVi sparar loggar i tre månader.\n", "en": "We keep logs for six months.\n"}}
	c := story(t, []record.Date{"2026-01-01", "2026-03-01", "2026-03-01"}, []Snapshot{puzzel(t), puzzel(t, helper+"2026-05-01\n"), page})
	var got []string
	for _, e := range entries(t, c, said(t)) {
		got = append(got, e.ID+": "+e.Title.SV)
	}
	want := []string{
		"2026-03-01.2/page/privacy-policy: Texten på sidan Integritetspolicy: ändrad",
		"2026-03-01/recipient/helper: Underbiträdet Hjälp AB: tillagt",
		"2026-01-01/version/2026-01-01: Den första versionen är utgiven",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// An id names one entry in all the years: the same record changes in every
// version here, comes and goes, and is edited twice on one day.
func TestEntryIDsAreUniqueOverTheYears(t *testing.T) {
	var days []record.Date
	var states []Snapshot
	for i, day := range []record.Date{"2024-02-29", "2024-12-31", "2025-01-01", "2025-02-28", "2026-01-31", "2026-01-31", "2026-12-31", "2028-02-29"} {
		period := []string{"P1M", "P2M"}[i%2]
		edits := []string{"data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: " + period + "\n"}
		if i%3 == 0 {
			edits = append(edits, helper+"2026-05-01\n")
		}
		days, states = append(days, day), append(states, puzzel(t, edits...))
	}
	seen := map[string]bool{}
	list := entries(t, story(t, days, states), said(t))
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

func TestChangesAreReadAsTheyWereWritten(t *testing.T) {
	after := puzzel(t, helper+"2026-05-01\n", "data/recipients/puzzel.yaml: -",
		"data/recipients/p2.yaml: legal_name: P2 AB\norg_number: 556579-4384\nkind: processor\n")
	after.Prose = map[string]map[string]string{"cookies": {"sv": "Inga.\n"}}
	data, err := EncodeChanges(Diff(puzzel(t), after), after)
	if err != nil {
		t.Fatal(err)
	}
	list, err := DecodeChanges(data)
	if err != nil {
		t.Fatal(err)
	}
	again, err := record.Canonical(changesJSON{ChangesShape, list})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(data), string(again)); diff != "" {
		t.Errorf("-written +read\n%s", diff)
	}
	for _, bad := range []string{`{"schema": 2, "entries": []}`, `[]`, ``, `{"schema": 1, "entries": [{}]}`, `{"schema": 1, "entries": [{"kind": "recipient", "lines": [{}]}]}`} {
		if _, err := DecodeChanges([]byte(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

// What a version of the first shape said of a change is read for good.
func TestOldShapesOfChangesAreRead(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "changes-1.json"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := DecodeChanges(data)
	if err != nil {
		t.Fatal(err)
	}
	e := list[0]
	if e.Title.SV != "Underbiträdet Puzzel AB: ändrat" || len(e.Lines) != 1 || e.Lines[0].Line("en") != "Places of processing: Ireland → Sweden" ||
		e.Reasons[0].ID != "recipient-location" || e.Effective != "2026-05-01" || !e.Subprocessor() || list[1].Edits[0].New() != "Vi sparar inga loggar.\n" {
		t.Errorf("got %+v", list)
	}
}

func TestEditorsExplainTheChangeOfTheirDay(t *testing.T) {
	const about = "records: [recipients/helper]\ntitle: {sv: Hjälp, en: Help}\n"
	added, moved := puzzel(t, helper+"2026-05-01\n"), puzzel(t, helper+"2026-06-01\n")
	renamed := puzzel(t, "data/recipients/helper.yaml: legal_name: Hjälpen AB\nkind: subprocessor\nannounced: 2026-03-01\nobject_by: 2026-04-01\neffective: 2026-06-01\n")
	c := story(t, []record.Date{"2026-01-01", "2026-03-01", "2026-04-10", "2026-09-01"}, []Snapshot{puzzel(t), added, moved, renamed})
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
			for _, e := range entries(t, c, said(t, tc.change)) {
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
		c := story(t, []record.Date{"2026-01-01", "2026-03-01"}, []Snapshot{puzzel(t), added})
		if e := entries(t, c, said(t, about))[0]; len(e.Changes) != 1 {
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
		want           record.Date
	}{
		{"a recipient", "[" + purpose + "]\n", "2026-05-01"},
		{"a recipient and a purpose", "[" + purpose + ", {id: teach, text: {sv: Lära, en: Teach}}]\n", "2026-03-01"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := story(t, []record.Date{"2026-01-01", "2026-03-01"}, []Snapshot{puzzel(t), puzzel(t, helper+"2026-05-01\n", activity+tc.purposes)})
			set := said(t, "records: [recipients/helper, activities/support]\ntitle: {sv: Hjälp, en: Help}\neffective: "+string(tc.want)+"\n")
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
	c := story(t, []record.Date{"2026-01-01", "2026-03-01"}, []Snapshot{puzzel(t), renamed})
	for _, id := range []string{"puzzel", "puzzel-sverige"} {
		list := entries(t, c, said(t, "records: [recipients/"+id+"]\ntitle: {sv: P, en: P}\neffective: 2026-03-01\n"))
		if !slices.ContainsFunc(list, func(e Entry) bool { return e.Record == "puzzel-sverige" && len(e.Changes) == 1 }) {
			t.Errorf("by the id %s the change is not explained", id)
		}
	}
}

func TestMaterialChangesNeedARecordOfNotice(t *testing.T) {
	added := puzzel(t, helper+"2026-05-01\n")
	c := story(t, []record.Date{"2026-01-01", "2026-03-01"}, []Snapshot{puzzel(t), added})
	const about = "records: [recipients/helper]\ntitle: {sv: Hjälp, en: Help}\neffective: 2026-05-01\n"
	const notices = "notices: [{audience: customers, date: 2026-03-01, channel: email}]\n"
	for _, tc := range []struct {
		name   string
		asOf   record.Date
		change string
		want   string // severity and place, "" when all is well
	}{
		{"nothing is said, and there is time", "2026-04-30", "", "warning versions/2026-03-01/changes.json"},
		{"nothing is said on the first day", "2026-05-01", "", "error versions/2026-03-01/changes.json"},
		{"nobody was told, and there is time", "2026-04-30", about, "warning data/changes/a.yaml"},
		{"nobody was told, and it applies", "2026-05-01", about, "error data/changes/a.yaml"},
		{"nobody was told, and it is long past", "2028-02-29", about + "material: true\n", "error data/changes/a.yaml"},
		{"told", "2026-05-01", about + notices, ""},
		{"no matter, the editor says", "2026-05-01", about + "material: false\n", ""},
		{"of another day", "2026-05-01", strings.Replace(about, "2026-05-01", "2026-05-02", 1) + notices, "error versions/2026-03-01/changes.json"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var changes []string
			if tc.change != "" {
				changes = []string{tc.change}
			}
			set := said(t, changes...)
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
	set := said(t, "records: [recipients/puzzel]\ntitle: {sv: P, en: P}\neffective: 2026-05-01\nmaterial: true\n")
	list := CheckNotices(set, nil, "2026-05-01")
	if len(list) != 1 || list[0].Severity != diag.Error || list[0].Pos.Line != 4 {
		t.Errorf("got %+v", list)
	}
	// A day that no calendar has is before no other.
	set = said(t, "records: [recipients/puzzel]\ntitle: {sv: P, en: P}\nmaterial: true\n")
	if list := CheckNotices(set, nil, "2026-05-01"); len(list) != 1 || list[0].Severity != diag.Warning {
		t.Errorf("without a day: %+v", list)
	}
}

// The reasons are a promise to readers of docs/versions.md.
func TestReasonsAreDocumented(t *testing.T) {
	data, err := os.ReadFile("../../../docs/versions.md")
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, r := range Reasons() {
		want = append(want, "| `"+r.ID+"` | "+r.Text.EN+" | "+r.Text.SV+" | "+r.Law+" |")
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "| `") && strings.Contains(line, "GDPR") {
			got = append(got, strings.TrimSpace(line))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-program +document\n%s", diff)
	}
}
