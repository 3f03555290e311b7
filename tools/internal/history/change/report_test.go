package change

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/trial"
)

var update = flag.Bool("update", false, "rewrite the reports in testdata")

// told is a report of all that can happen: records that come, go, change and get
// another name, fields that come and go, prose, and characters that mean something in
// Markdown and HTML.
func told(t *testing.T) Report {
	before := puzzel(t,
		"data/recipients/puzzel.yaml: legal_name: Puzzel AB\norg_number: 556579-4384\nkind: subprocessor\nlocations: [{country: IE, kinds: [hosting]}]\ndata: [{category: contact}]\nweb: https://old.example/\n",
		"data/recipients/gone.yaml: legal_name: Borta_AB\nkind: processor\n",
		"data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P6M\n")
	after := puzzel(t,
		"data/recipients/puzzel.yaml: -",
		"data/recipients/puzzel-sverige.yaml: legal_name: Puzzel <Sverige> AB\norg_number: 556579-4384\nkind: subprocessor\nannounced: 2026-03-01\neffective: 2026-04-01\nlocations: [{country: SE, city: Lund, kinds: [hosting]}]\ndata: [{category: contact}]\n",
		"data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\npurposes: [{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: contract}]}]\nrecipients: [puzzel-sverige]\n",
		trial.Helper+"2026-05-01\n",
		"data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P1Y\n",
		"data/categories/chat.yaml: name: {sv: Chattar, en: Chat *logs*}\n")
	long := strings.Repeat("Vi sparar inte mer än vad vi behöver. ", 6)
	before.Prose = map[string]map[string]string{"privacy-policy": {"sv": long + "Loggar sparas i sex_månader.\n\n" + long, "en": "As before.\n"}, "about": {"sv": "Om oss.\n"}}
	after.Prose = map[string]map[string]string{"privacy-policy": {"sv": long + "Loggar sparas i <ett> år.\n\n" + long, "en": "As before.\n"}, "cookies": {"sv": "Inga.\n"}}
	return Report{Difference: Diff(before, after), From: "2026-01-01", To: "data/", NoticeDays: 30, After: after, AsOf: "2026-03-01"}
}

func TestReportsAreAsTheyWere(t *testing.T) {
	r := told(t)
	for name, write := range map[string]func(io.Writer) error{
		"report.sv.txt": func(w io.Writer) error { return r.Text(w, "sv") }, "report.en.txt": func(w io.Writer) error { return r.Text(w, "en") },
		"report.sv.md": func(w io.Writer) error { return r.Markdown(w, "sv") }, "report.en.md": func(w io.Writer) error { return r.Markdown(w, "en") },
		"report.sv.html": func(w io.Writer) error { return r.HTML(w, "sv") }, "report.en.html": func(w io.Writer) error { return r.HTML(w, "en") },
		"report.json": r.JSON,
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		trial.Golden(t, *update, filepath.Join("testdata", name), b.Bytes())
		if strings.HasSuffix(name, ".html") && strings.Contains(b.String(), "<Sverige>") {
			t.Errorf("%s holds a tag that is a name", name)
		}
		// A place that cannot be written to is told of, wherever it comes to its end.
		for _, room := range []int{0, 1, b.Len() / 2, b.Len() - 1} {
			if err := write(&narrow{room}); !errors.Is(err, errFull) {
				t.Errorf("%s, with room for %d of %d bytes: %v", name, room, b.Len(), err)
			}
		}
	}
}

// narrow takes so many bytes and no more.
type narrow struct{ room int }

var errFull = errors.New("the disk is full")

func (n *narrow) Write(data []byte) (int, error) {
	if len(data) > n.room {
		return 0, errFull
	}
	n.room -= len(data)
	return len(data), nil
}

func TestReportsOfNothingSaySo(t *testing.T) {
	r := Report{From: "a", To: "b"}
	for write, want := range map[string]func(io.Writer) error{
		"ingen skillnad\n":       func(w io.Writer) error { return r.Text(w, "sv") },
		"No difference.\n":       func(w io.Writer) error { return r.Markdown(w, "en") },
		"<p>Ingen skillnad.</p>": func(w io.Writer) error { return r.HTML(w, "sv") },
		`"material": false`:      r.JSON,
		`"pages": []`:            r.JSON,
	} {
		var b bytes.Buffer
		if err := want(&b); err != nil || !strings.Contains(b.String(), write) {
			t.Errorf("%v: no %q in\n%s", err, write, b.String())
		}
	}
}

// The days of notice are counted from the announcement to the day on which data is
// first had, of a recipient whose change sets one of them.
func TestNoticeIsCountedInDays(t *testing.T) {
	recipient := func(announced, effective string) map[string]any {
		return map[string]any{"announced": announced, "effective": effective}
	}
	set := []FieldChange{{Path: []string{"effective"}}}
	for _, tc := range []struct {
		name   string
		change Change
		given  int
		ok     bool
	}{
		{"thirty days", Change{Kind: "recipient", Verb: Changed, Fields: set, new: recipient("2026-03-02", "2026-04-01")}, 30, true},
		{"over the end of winter time", Change{Kind: "recipient", Verb: Changed, Fields: set, new: recipient("2026-03-28", "2026-03-30")}, 2, true},
		{"none", Change{Kind: "recipient", Verb: Changed, Fields: set, new: recipient("2026-03-02", "2026-03-02")}, 0, true},
		{"too late", Change{Kind: "recipient", Verb: Changed, Fields: set, new: recipient("2026-03-02", "2026-03-01")}, -1, true},
		{"a new one, with nothing said of its fields", Change{Kind: "recipient", Verb: Added, new: recipient("2026-03-02", "2026-04-01")}, 30, true},
		{"the announcement moved", Change{Kind: "recipient", Verb: Renamed, Fields: []FieldChange{{Path: []string{"announced"}}}, new: recipient("2026-03-02", "2026-04-01")}, 30, true},
		{"another field", Change{Kind: "recipient", Verb: Changed, Fields: []FieldChange{{Path: []string{"web"}}}, new: recipient("2026-03-02", "2026-04-01")}, 0, false},
		{"no announcement", Change{Kind: "recipient", Verb: Added, new: recipient("", "2026-04-01")}, 0, false},
		{"no beginning", Change{Kind: "recipient", Verb: Added, new: recipient("2026-03-02", "2026-02-30")}, 0, false},
		{"no recipient", Change{Kind: "activity", Verb: Added, new: recipient("2026-03-02", "2026-04-01")}, 0, false},
	} {
		given, promised, ok := Report{NoticeDays: 30}.Notice(tc.change)
		if given != tc.given || ok != tc.ok || promised != 30 {
			t.Errorf("%s: %d of %d, %v", tc.name, given, promised, ok)
		}
	}
}

func TestLinesSayWhatWasAndWhatIs(t *testing.T) {
	both := func(s string) diag.Text { return diag.Text{SV: s, EN: s} }
	for want, f := range map[string]FieldChange{
		"Ort: + Lund":                  {Verb: Added, Label: both("Ort"), New: both("Lund")},
		"Ort: − Lund":                  {Verb: Removed, Label: both("Ort"), Old: both("Lund")},
		"Ort: Lund → Åre":              {Verb: Changed, Label: both("Ort"), Old: both("Lund"), New: both("Åre")},
		"Ort: Lund → Lund":             {Verb: Changed, Label: both("Ort"), Old: both("Lund"), New: both("Lund")},
		"Ort (in Swedish): Lund → Åre": {Verb: Changed, Label: both("Ort"), Old: diag.Text{SV: "Lund", EN: "x"}, New: diag.Text{SV: "Åre", EN: "x"}},
	} {
		if got := f.Line("en"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for want, c := range map[string]Change{
		"the vessel Ada: added":                        {Kind: "the vessel", Verb: Added, Name: both("Ada")},
		"the recipient Ny AB: renamed (was Gammal AB)": {Kind: "recipient", Verb: Renamed, Name: both("Ny AB"), OldName: both("Gammal AB")},
		"the recipient Ny AB: renamed":                 {Kind: "recipient", Verb: Renamed, Name: both("Ny AB"), OldName: both("Ny AB")},
	} {
		if got := c.Heading("en"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if upper("") != "" || upper("åre") != "Åre" {
		t.Errorf("capitals: %q %q", upper(""), upper("åre"))
	}
}

// What means something in Markdown means nothing where a value holds it.
func TestMarkdownIsTakenFromValues(t *testing.T) {
	const value = "a*b_c`d[e](f)|g~h#i@j!k\\l<m>&n"
	const want = "a\\*b\\_c\\`d\\[e\\](f)\\|g\\~h\\#i\\@j\\!k\\\\l&lt;m>&amp;n"
	if got := markdown(value); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := oneLine(" a\n\t b\u00a0c "); got != "a b c" {
		t.Errorf("%q is no line", got)
	}
}
