package record_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// one is a site with a record of each kind, and what a person calls it.
var one = []struct{ file, text, kind, sv, en string }{
	{"organisation", "name: Exempel\nlanguages: [sv, en]\n", "organisation", "organisationen Exempel", "the organisation Exempel"},
	{"controllers/bolaget", "trade_name: Bolaget\n", "controller", "den ansvariga Bolaget", "the controller Bolaget"},
	{"services/moln", "name: Molnet\n", "service", "tjänsten Molnet", "the service Molnet"},
	{"categories/kontakt", "name: {sv: Kontakt, en: Contact}\n", "category", "kategorin Kontakt", "the category Contact"},
	{"recipients/puzzel", "trade_name: Puzzel\n", "recipient", "mottagaren Puzzel", "the recipient Puzzel"},
	{"retention/loggar", "name: {sv: Loggar}\n", "retention", "lagringstiden Loggar", "the retention rule Loggar"},
	{"activities/support", "name: {en: Support}\n", "activity", "behandlingen Support", "the activity Support"},
	{"rights/tillgang", "right: access\n", "right", "rättigheten rätt till tillgång (registerutdrag)", "the right right of access"},
	{"measures/las", "title: {fi: Lukot}\n", "measure", "åtgärden Lukot", "the measure Lukot"},
	{"certifications/iso", "standard: ISO 27001\n", "certification", "certifieringen ISO 27001", "the certification ISO 27001"},
	{"cookies/session", "name: session_id\n", "cookie", "kakan session_id", "the cookie session_id"},
	{"authorities/imy", "name: {sv: Integritetsskyddsmyndigheten, en: The Authority}\n", "authority", "myndigheten Integritetsskyddsmyndigheten", "the authority The Authority"},
	{"changes/byte", "title: {sv: Byte, en: Switch}\n", "change", "ändringen Byte", "the change Switch"},
}

func files(more ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, r := range one {
		fsys["data/"+r.file+".yaml"] = &fstest.MapFile{Data: []byte(r.text)}
	}
	for _, m := range more {
		name, text, _ := strings.Cut(m, ": ")
		if fsys["data/"+name] = (&fstest.MapFile{Data: []byte(text)}); text == "-" {
			delete(fsys, "data/"+name)
		}
	}
	return fsys
}

func loaded(t *testing.T, more ...string) (*record.Set, diag.List) {
	t.Helper()
	set, list, err := record.LoadFS(files(more...))
	if err != nil {
		t.Fatal(err)
	}
	return set, list
}

func TestEachKindIsFoundAndCalledByItsName(t *testing.T) {
	set, list := loaded(t)
	if len(list) > 0 || !set.Whole() {
		t.Fatalf("whole: %v, findings: %v", set.Whole(), list)
	}
	if kinds := record.Kinds(); len(one) != len(kinds) {
		t.Fatalf("there are %d kinds, and %d records here", len(kinds), len(one))
	}
	for i, r := range one {
		e := set.All()[i]
		id := r.file[strings.LastIndex(r.file, "/")+1:]
		if e.Kind.Name != r.kind || e.Name() != r.file || e.Value.Key() != id {
			t.Errorf("%s is %s %s with the id %s", r.file, e.Kind.Name, e.Name(), e.Value.Key())
		}
		if set.Find(r.kind, id) != e || set.Of(e.Value) != e || !set.Exists(r.kind, id) || set.Lost(r.kind) {
			t.Errorf("%s is not found again", r.file)
		}
		if folder, _, ok := strings.Cut(r.file, "/"); ok && set.Find(folder, id) != e {
			t.Errorf("%s is not found by its folder", r.file)
		}
		if diff := cmp.Diff(diag.Text{SV: r.sv, EN: r.en}, set.Called(e.Value)); diff != "" {
			t.Errorf("%s: -want +got\n%s", r.file, diff)
		}
		k, ok := record.KindOf(r.kind)
		if bare := k.New("x"); !ok || bare.Key() != "x" || bare.Label("sv") != "x" {
			t.Errorf("a bare %s is called %q", r.kind, bare.Label("sv"))
		}
	}
	stranger := &record.Recipient{ID: "y"}
	if set.Find("recipient", "y") != nil || set.Find("vessel", "puzzel") != nil || set.Exists("recipient", "y") || set.Of(stranger) != nil {
		t.Error("something is found that is not there")
	}
	if got := set.Called(stranger); got != (diag.Text{SV: "y", EN: "y"}) || set.At(stranger, "name") != (diag.Pos{}) {
		t.Errorf("a record of no set is called %v", got)
	}
	if pos := set.At(set.Recipients[0], "trade_name"); pos.String() != "data/recipients/puzzel.yaml:1:13" {
		t.Errorf("the name stands at %s", pos)
	}
}

// Records come by kind and then by id, however the files were read.
func TestRecordsComeInTheirOrder(t *testing.T) {
	set, _ := loaded(t, "recipients/b.yaml: trade_name: B\n", "recipients/a.yaml: trade_name: A\n", "services/z.yaml: name: Z\n", "services/a.yaml: name: A\n")
	var all, recipients []string
	for _, e := range set.All() {
		all = append(all, e.Name())
	}
	for _, r := range set.Recipients {
		recipients = append(recipients, r.ID)
	}
	var want []string
	for _, r := range one { // which are in the order of the kinds
		switch r.kind {
		case "service":
			want = append(want, "services/a", r.file, "services/z")
		case "recipient":
			want = append(want, "recipients/a", "recipients/b", r.file)
		default:
			want = append(want, r.file)
		}
	}
	if diff := cmp.Diff(want, all); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if diff := cmp.Diff([]string{"a", "b", "puzzel"}, recipients); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// What cannot be read, or not whole, is told of, and may hold what is missed.
func TestWhatIsLostIsKnown(t *testing.T) {
	for _, tc := range []struct {
		name, file string
		rule       string
		exists     bool // the record may be referred to
		lost       bool // of its kind
	}{
		{"a list", "recipients/puzzel.yaml: - a\n", "not-a-map", true, true},
		{"a list that is mended to be none", "recipients/puzzel.yaml: {", "unclosed-bracket", true, false},
		{"a wrong type", "recipients/puzzel.yaml: level: first\n", "not-a-whole-number", true, true},
		{"an unknown field", "recipients/puzzel.yaml: colour: red\n", "unknown-field", true, true},
		{"a folder of no kind", "vessels/ada.yaml: name: Ada\n", "file-place", true, false},
		{"a folder within one", "recipients/old/x.yaml: name: x\n", "file-place", true, false},
		{"a file beside the organisation", "puzzel.yaml: name: x\n", "file-place", true, false},
		{"nothing in its place", "recipients/puzzel.yaml: -", "", false, false},
	} {
		set, list := loaded(t, tc.file)
		rule := ""
		for _, d := range list {
			rule = d.Rule
			if d.Message.SV == d.Message.EN || d.Hint.IsZero() {
				t.Errorf("%s: %+v", tc.name, d)
			}
		}
		if rule != tc.rule || set.Exists("recipient", "puzzel") != tc.exists || set.Lost("recipient") != tc.lost || set.Whole() == tc.lost {
			t.Errorf("%s: %q, exists %v, lost %v, whole %v", tc.name, rule, set.Exists("recipient", "puzzel"), set.Lost("recipient"), set.Whole())
		}
		if set.Lost("service") {
			t.Errorf("%s: another kind is lost", tc.name)
		}
	}
}

func TestLoadReadsAFolderAsItReadsFiles(t *testing.T) {
	root := t.TempDir()
	for name, f := range files("vessels/ada.yaml: name: Ada\n") {
		full := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	set, list, err := record.Load(root)
	want, wantList := loaded(t, "vessels/ada.yaml: name: Ada\n")
	if err != nil || len(set.All()) != len(want.All()) {
		t.Fatal(err, len(set.All()))
	}
	if diff := cmp.Diff(wantList, list); diff != "" {
		t.Errorf("-files +folder\n%s", diff)
	}
	if _, _, err := record.Load(filepath.Join(root, "nowhere")); err == nil {
		t.Error("a folder that is not there was read")
	}
	if _, _, err := record.LoadFS(fstest.MapFS{}); err == nil {
		t.Error("no data is no error")
	}
}

func TestTheMainControllerIsTheOneThatIsNamed(t *testing.T) {
	const org = "organisation.yaml: name: Exempel\nlanguages: [sv]\n"
	const second = "controllers/annat.yaml: trade_name: Annat\n"
	for _, tc := range []struct {
		name string
		more []string
		want string
	}{
		{"the only one", nil, "bolaget"},
		{"none of two", []string{second}, ""},
		{"the one that is named", []string{second, org + "controller: annat\n"}, "annat"},
		{"one that is not there", []string{org + "controller: annat\n"}, ""},
		{"none at all", []string{"controllers/bolaget.yaml: -"}, ""},
		{"the only one, with no organisation", []string{"organisation.yaml: -"}, "bolaget"},
	} {
		set, _ := loaded(t, tc.more...)
		got := ""
		if c := set.Controller(); c != nil {
			got = c.ID
		}
		if got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}
