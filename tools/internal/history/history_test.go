package history

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tillit/tools/internal/record"
)

// puzzel is a site of two recipients and an activity, for breaking one thing at
// a time.
func puzzel(t *testing.T, edits ...string) Snapshot {
	t.Helper()
	files := map[string]string{
		"data/organisation.yaml":       "name: Exempel\nlanguages: [sv, en]\n",
		"data/categories/contact.yaml": "name: {sv: Kontaktuppgifter, en: Contact details}\n",
		"data/categories/chat.yaml":    "name: {sv: Chattar, en: Chats}\n",
		"data/recipients/puzzel.yaml":  "legal_name: Puzzel AB\norg_number: 556579-4384\nkind: subprocessor\nlocations: [{country: IE, kinds: [hosting]}]\ndata: [{category: contact}]\n",
		"data/retention/logs.yaml":     "name: {sv: Loggar, en: Logs}\nperiod: P6M\n",
		"data/activities/support.yaml": "name: {sv: Support, en: Support}\nrole: controller\npurposes: [{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: contract}]}]\nrecipients: [puzzel]\n",
	}
	for _, e := range edits {
		name, text, _ := strings.Cut(e, ": ")
		if text == "-" {
			delete(files, name)
			continue
		}
		files[name] = text
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, list, err := record.LoadFS(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if list.Blocks() {
		t.Fatalf("the test's own records have findings: %v", list)
	}
	return Of(set, map[string]map[string]string{"privacy-policy": {"sv": "Vi sparar loggar i sex månader.\n", "en": "We keep logs for six months.\n"}})
}

func TestDiffSpeaksOfFieldsInWords(t *testing.T) {
	const p = "data/recipients/puzzel.yaml: "
	for _, tc := range []struct {
		name  string
		edit  string
		verb  Verb
		label string
		old   string
		new   string
		why   string // the reason for which it is material, if it is
	}{
		{"a place moves", p + "legal_name: Puzzel AB\norg_number: 556579-4384\nkind: subprocessor\nlocations: [{country: SE, kinds: [hosting]}]\ndata: [{category: contact}]\n",
			Changed, "Places of processing", "Ireland (hosting)", "", "recipient-location"},
		{"a dash is no change of the number, but a digit is", p + "legal_name: Puzzel AB\norg_number: 556340-7468\nkind: subprocessor\nlocations: [{country: IE, kinds: [hosting]}]\ndata: [{category: contact}]\n",
			Changed, "Organisation number", "556579-4384", "556340-7468", "recipient-org-number"},
		{"data is added, and named", p + "legal_name: Puzzel AB\norg_number: 556579-4384\nkind: subprocessor\nlocations: [{country: IE, kinds: [hosting]}]\ndata: [{category: contact}, {category: chat}]\n",
			Changed, "Data", "", "Chats", "recipient-data"},
		{"a company changes its name", p + "legal_name: Puzzel Sverige AB\norg_number: 556579-4384\nkind: subprocessor\nlocations: [{country: IE, kinds: [hosting]}]\ndata: [{category: contact}]\n",
			Renamed, "Legal name", "Puzzel AB", "Puzzel Sverige AB", "recipient-name"},
		{"retention grows", "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P1Y\n",
			Changed, "Period", "6 months", "1 year", "retention-longer"},
		{"retention shrinks, which needs no notice", "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P3M\n",
			Changed, "Period", "6 months", "3 months", ""},
		{"a basis changes", "data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\npurposes: [{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: consent}]}]\nrecipients: [puzzel]\n",
			Changed, "Purposes: Legal basis", "contract", "", "activity-basis"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := Diff(puzzel(t), puzzel(t, tc.edit))
			if len(d.Records) != 1 || len(d.Prose) != 0 {
				t.Fatalf("want one changed record, got %+v", d)
			}
			c := d.Records[0]
			if c.Verb != tc.verb {
				t.Errorf("verb %q, want %q", c.Verb, tc.verb)
			}
			f := c.Fields[0]
			if f.Label.EN != tc.label || unspaced(f.Old.EN) != tc.old || unspaced(f.New.EN) != tc.new {
				t.Errorf("got %q: %q → %q", f.Label.EN, f.Old.EN, f.New.EN)
			}
			var why []string
			for _, r := range c.Reasons {
				why = append(why, r.ID)
			}
			if got := strings.Join(why, " "); got != tc.why {
				t.Errorf("material because of %q, want %q", got, tc.why)
			}
		})
	}
}

func TestLookingAgainAtATransferIsNotMaterial(t *testing.T) {
	const p = "data/recipients/puzzel.yaml: legal_name: Puzzel AB\nkind: subprocessor\ntransfer: {third_country: true, mechanism: dpf, "
	a := puzzel(t, p+"dpf_checked_on: 2026-01-01, tia_on: 2026-01-01}\n")
	again := Diff(a, puzzel(t, p+"dpf_checked_on: 2026-05-01, tia_on: 2026-05-01}\n")).Records[0]
	if len(again.Fields) != 2 || len(again.Reasons) != 0 {
		t.Errorf("two days changed; got %+v", again)
	}
	other := Diff(a, puzzel(t, p+"dpf_checked_on: 2026-05-01, tia_on: 2026-01-01, fallback: scc}\n")).Records[0]
	if len(other.Reasons) != 1 || other.Reasons[0].ID != "recipient-transfer" {
		t.Errorf("a fallback was added; got %+v", other)
	}
}

// unspaced puts ordinary spaces where typography has others.
func unspaced(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestDiffOfTheSameIsEmpty(t *testing.T) {
	if d := Diff(puzzel(t), puzzel(t)); !d.Empty() {
		t.Errorf("got %+v", d)
	}
	// The order of lists and keys carries no meaning.
	same := puzzel(t, "data/recipients/puzzel.yaml: kind: subprocessor\ndata: [{category: contact}]\nlegal_name: Puzzel AB\nlocations: [{kinds: [hosting], country: IE}]\norg_number: \"556579-4384\"\n")
	if d := Diff(puzzel(t), same); !d.Empty() {
		t.Errorf("the order of keys counted: %+v", d)
	}
}

func TestARecordUnderANewIDIsRenamed(t *testing.T) {
	d := Diff(puzzel(t), puzzel(t,
		"data/recipients/puzzel.yaml: -",
		"data/recipients/puzzel-sverige.yaml: legal_name: Puzzel Sverige AB\norg_number: 556579-4384\nkind: subprocessor\n",
		"data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\nrecipients: [puzzel-sverige]\n"))
	for _, c := range d.Records {
		if c.Kind == "activity" && len(c.Reasons) > 0 {
			t.Errorf("the activity has the recipient that it had, and is material: %v", c.Reasons)
		}
	}
	c := d.Records[0]
	if c.Verb != Renamed || c.From != "puzzel" || c.OldName.SV != "Puzzel AB" || c.Name.SV != "Puzzel Sverige AB" {
		t.Errorf("got %+v", c)
	}
}

func TestApplyingADifferenceGivesTheOther(t *testing.T) {
	a := puzzel(t)
	for _, b := range []Snapshot{
		puzzel(t, "data/recipients/puzzel.yaml: -"),
		puzzel(t, "data/recipients/new.yaml: legal_name: Ny AB\nkind: processor\n"),
		puzzel(t, "data/recipients/puzzel.yaml: -", "data/recipients/p2.yaml: legal_name: P2 AB\norg_number: 556579-4384\nkind: processor\n"),
		puzzel(t, "data/retention/logs.yaml: -", "data/categories/chat.yaml: name: {sv: Samtal, en: Talks}\n"),
	} {
		b.Prose = map[string]map[string]string{"privacy-policy": {"sv": "Vi sparar loggar i tre månader, inte sex.\n"}, "cookies": {"en": "None.\n"}}
		for _, pair := range [][2]Snapshot{{a, b}, {b, a}} {
			got := Apply(pair[0], Diff(pair[0], pair[1]))
			if diff := cmp.Diff(pair[1], got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		}
	}
}

func TestRedlineKeepsWordsWhole(t *testing.T) {
	e := Edit{Spans: redline("Vi sparar loggar i sex månader.", "Vi sparar säkerhetsloggar i tre månader.")}
	if e.Old() != "Vi sparar loggar i sex månader." || e.New() != "Vi sparar säkerhetsloggar i tre månader." {
		t.Fatalf("the texts cannot be put together again: %+v", e.Spans)
	}
	for _, s := range e.Spans {
		if s.Verb == Added && strings.Contains(s.Text, "säkerhets") && !strings.Contains(s.Text, "säkerhetsloggar") {
			t.Errorf("a word was cut: %q", s.Text)
		}
	}
}

// A reader sees the words around a change, and nothing that stands there for
// programs; a gap in a sentence is shown.
func TestExcerptsAreForReaders(t *testing.T) {
	const before = "---\ntitle: Integritetspolicy\n---\n{{% when \"cookies\" %}}\n\n## Kakor {#kakor}\n\nDet står på sidan {{< page \"cookies\" >}}.\n\n{{% /when %}}\n\n## Tider {#tider}\n\nVi sparar "
	e := Edit{Spans: redline(before+"loggar i sex månader, och raderar dem sedan.\n", before+"loggar i tre månader, och raderar dem sedan.\n")}
	var got []string
	for _, s := range e.Excerpt(14) {
		got = append(got, string(s.Verb)+": "+s.Text)
	}
	want := []string{": … loggar i ", "removed: sex", "added: tre", ":  månader, och …"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if text := e.Excerpt(1000)[0].Text; !strings.HasPrefix(text, "Kakor\n\nDet står på sidan […].\n\nTider\n\nVi sparar") {
		t.Errorf("got %q", text)
	}
}

func FuzzRedline(f *testing.F) {
	f.Add("Vi sparar loggar.", "Vi sparar inga loggar.")
	f.Add("", "å\xff ä")
	f.Fuzz(func(t *testing.T, a, b string) {
		e := Edit{Spans: redline(a, b)}
		if e.Old() != a || e.New() != b {
			t.Errorf("%q → %q came back as %q → %q", a, b, e.Old(), e.New())
		}
	})
}

// issue freezes a small version and returns the chain after it.
func issue(t *testing.T, root string, day record.Date, s Snapshot) *Chain {
	t.Helper()
	c := open(t, root)
	id, err := c.Next(day)
	if err != nil {
		t.Fatal(err)
	}
	site := []File{{"index.html", []byte("<h1>Policy " + id + "</h1>\n")}, {"en/index.html", []byte("<h1>Policy</h1>\n")}}
	if _, err := c.Freeze(root, id, s, []byte("[]\n"), site); err != nil {
		t.Fatal(err)
	}
	return open(t, root)
}

func open(t *testing.T, root string) *Chain {
	t.Helper()
	c, list, err := Open(os.DirFS(root))
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	return c
}

func chain(t *testing.T) string {
	root := t.TempDir()
	issue(t, root, "2026-01-01", puzzel(t))
	issue(t, root, "2026-03-01", puzzel(t, "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P3M\n"))
	issue(t, root, "2026-03-01", puzzel(t))
	return root
}

func TestFreezeNamesAndOrdersVersions(t *testing.T) {
	c := open(t, chain(t))
	var ids []string
	for _, v := range c.Versions {
		ids = append(ids, v.ID)
	}
	if diff := cmp.Diff([]string{"2026-01-01", "2026-03-01", "2026-03-01.2"}, ids); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if v := c.On("2026-02-28"); v == nil || v.ID != "2026-01-01" || c.Until(v) != "2026-02-28" {
		t.Errorf("on 28 February: %+v", v)
	}
	if v := c.On("2026-03-01"); v == nil || v.ID != "2026-03-01.2" || c.Until(v) != "" {
		t.Errorf("on 1 March: %+v", v)
	}
	if v := c.On("2025-12-31"); v != nil {
		t.Errorf("before the first version: %+v", v)
	}
	if _, err := c.Next("2026-02-01"); err == nil {
		t.Error("a day before the last version was accepted")
	}
	if id, err := c.Next("2026-03-01"); err != nil || id != "2026-03-01.3" {
		t.Errorf("got %q, %v", id, err)
	}
}

func TestFreezeRefusesExistingVersion(t *testing.T) {
	root := chain(t)
	c := open(t, root)
	for _, id := range []string{"2026-03-01", "2026-03-01.2", "2025-01-01", "2026-09-31", "../2027-01-01", "latest"} {
		if _, err := c.Freeze(root, id, puzzel(t), nil, nil); err == nil {
			t.Errorf("%q was issued", id)
		}
	}
	if err := os.MkdirAll(filepath.Join(root, Folder, "2026-04-01"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Freeze(root, "2026-04-01", puzzel(t), nil, nil); err == nil {
		t.Error("an empty folder of the name was overwritten")
	}
}

func TestVerifyFindsEveryAlteration(t *testing.T) {
	if _, list, err := Verify(os.DirFS(chain(t))); err != nil || len(list) > 0 {
		t.Fatalf("an untouched chain: %v %v", err, list)
	}
	for _, tc := range []struct {
		name string
		do   func(dir string) error
		rule string
		file string
	}{
		{"a byte of a page", flip("2026-01-01/site/index.html"), "version-altered", "versions/2026-01-01/site/index.html"},
		{"a byte of the data", flip("2026-03-01/data.json"), "version-altered", "versions/2026-03-01/data.json"},
		{"a line of the manifest", cut("2026-03-01/SHA256SUMS"), "version-digest", "versions/2026-03-01/SHA256SUMS"},
		{"a missing file", remove("2026-03-01.2/site/en/index.html"), "version-missing-file", "versions/2026-03-01.2/site/en/index.html"},
		{"a missing manifest", remove("2026-03-01.2/SHA256SUMS"), "version-missing-file", "versions/2026-03-01.2/SHA256SUMS"},
		{"an extra file", add("2026-01-01/site/extra.html"), "version-extra-file", "versions/2026-01-01/site/extra.html"},
		{"a renamed folder", move("2026-01-01", "2026-01-02"), "version-renamed", "versions/2026-01-02/version.yaml"},
		{"a folder with a day that is none", move("2026-01-01", "2026-09-31"), "version-name", "versions/2026-09-31"},
		{"a version taken out", remove("2026-03-01"), "version-chain", "versions/2026-03-01.2/version.yaml"},
		{"a comment in version.yaml", add("2026-01-01/version.yaml"), "version-altered", "versions/2026-01-01/version.yaml"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			root := chain(t)
			if err := tc.do(filepath.Join(root, Folder)); err != nil {
				t.Fatal(err)
			}
			_, list, err := Verify(os.DirFS(root))
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range list {
				if d.Rule == tc.rule && d.Pos.File == tc.file {
					return
				}
			}
			t.Errorf("want %s at %s, got %v", tc.rule, tc.file, list)
		})
	}
}

func flip(name string) func(string) error {
	return func(dir string) error {
		name := filepath.Join(dir, name)
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		data[len(data)/2] ^= 1
		return os.WriteFile(name, data, 0o644)
	}
}

func cut(name string) func(string) error {
	return func(dir string) error {
		name := filepath.Join(dir, name)
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		_, rest, _ := strings.Cut(string(data), "\n")
		return os.WriteFile(name, []byte(rest), 0o644)
	}
}

func remove(name string) func(string) error {
	return func(dir string) error { return os.RemoveAll(filepath.Join(dir, name)) }
}

func add(name string) func(string) error {
	return func(dir string) error {
		f, err := os.OpenFile(filepath.Join(dir, name), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			return err
		}
		f.WriteString("# more\n")
		return f.Close()
	}
}

func move(from, to string) func(string) error {
	return func(dir string) error { return os.Rename(filepath.Join(dir, from), filepath.Join(dir, to)) }
}
