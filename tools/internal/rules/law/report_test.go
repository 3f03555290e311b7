package law_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/law"
)

func modelled(tb testing.TB, name string) *record.Set {
	tb.Helper()
	set, _, err := record.LoadFS(os.DirFS("../../../../examples/" + name))
	if err != nil {
		tb.Fatal(err)
	}
	return set
}

// The formats, on an example whose notice has gaps.
func TestReports(t *testing.T) {
	for _, tt := range []struct {
		example, golden string
		options         law.Options
		write           func(coverage.Report, io.Writer) error
	}{
		{"iver", "iver.sv.txt", law.Options{Profiles: []string{"security"}}, func(r coverage.Report, w io.Writer) error { return r.Text(w, "sv") }},
		{"iver", "iver.en.txt", law.Options{Profiles: []string{"security"}}, func(r coverage.Report, w io.Writer) error { return r.Text(w, "en") }},
		{"iver", "iver.sv.md", law.Options{Profiles: []string{"cookies", "security"}}, func(r coverage.Report, w io.Writer) error { return r.Markdown(w, "sv") }},
		{"iver", "iver.en.html", law.Options{Profiles: []string{"cookies"}}, func(r coverage.Report, w io.Writer) error { return r.HTML(w, "en") }},
		{"iver", "iver.json", law.Options{Profiles: []string{"cookies"}, Strict: true}, func(r coverage.Report, w io.Writer) error { return r.JSON(w) }},
	} {
		t.Run(tt.golden, func(t *testing.T) {
			var b bytes.Buffer
			if err := tt.write(law.Cover(modelled(t, tt.example), today, tt.options), &b); err != nil {
				t.Fatal(err)
			}
			golden(t, "testdata/report/"+tt.golden, b.Bytes())
		})
	}
}

// hostile is a site whose names would do harm where they are not escaped.
func hostile(t *testing.T) coverage.Report {
	t.Helper()
	name := `<script>alert(1)</script>|[x](javascript:y) @all`
	set, _, err := record.LoadFS(fstest.MapFS{
		"data/organisation.yaml":       &fstest.MapFile{Data: []byte("name: '" + name + "'\nlanguages: [sv]\n")},
		"data/activities/a.yaml":       &fstest.MapFile{Data: []byte("name: {sv: '" + name + "'}\nrole: controller\npurposes:\n  - id: a\n    text: {sv: \"rad\\nett `kod` " + `<b>\"\x1b[31m` + "\"}\n")},
		"data/controllers/c.yaml":      &fstest.MapFile{Data: []byte("legal_name: '" + name + "'\n")},
		"data/certifications/iso.yaml": &fstest.MapFile{Data: []byte("standard: '" + name + "'\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return law.Cover(set, today, everything)
}

func TestReportsEscapeWhatTheyShow(t *testing.T) {
	r := hostile(t)
	var page, text, summary bytes.Buffer
	for _, err := range []error{r.HTML(&page, "sv"), r.Text(&text, "sv"), r.Markdown(&summary, "sv")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if s := page.String(); strings.Contains(s, "<script") || strings.Contains(s, "style=") || strings.Contains(s, "<style") {
		t.Error("the page holds a script or a style")
	}
	if strings.ContainsRune(text.String(), '\x1b') || strings.ContainsRune(summary.String(), '\x1b') {
		t.Error("a terminal would obey the text")
	}
	for _, bad := range []string{"<script", "](javascript", " @all", "|["} {
		if strings.Contains(summary.String(), bad) {
			t.Errorf("the summary holds %q", bad)
		}
	}
}

// The page is one that a screen reader can follow.
func TestPageIsWellFormed(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		var b bytes.Buffer
		if err := law.Cover(root(t), today, everything).HTML(&b, lang); err != nil {
			t.Fatal(err)
		}
		doc, err := html.Parse(&b)
		if err != nil {
			t.Fatal(err)
		}
		count, ids := map[string]int{}, map[string]int{}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			count[n.Data]++
			for _, a := range n.Attr {
				switch {
				case a.Key == "id":
					ids[a.Val]++
				case n.Data == "html" && a.Key == "lang" && a.Val != lang:
					t.Errorf("language %q, want %q", a.Val, lang)
				case n.Data == "th" && a.Key != "scope":
					t.Errorf("a header cell has %s", a.Key)
				}
			}
		}
		if count["h1"] != 1 || count["main"] != 1 || count["table"] != 7 || count["caption"] != 7 || count["script"] != 0 || count["style"] != 0 {
			t.Errorf("%s: %v", lang, count)
		}
		for id, n := range ids {
			if n > 1 {
				t.Errorf("the id %s stands %d times", id, n)
			}
		}
	}
}

func TestJSONIsReadable(t *testing.T) {
	var b bytes.Buffer
	if err := hostile(t).JSON(&b); err != nil {
		t.Fatal(err)
	}
	var out struct {
		Counts   map[string]int
		Profiles []struct{ Duties []struct{ ID, State string } }
	}
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, p := range out.Profiles {
		n += len(p.Duties)
	}
	sum := 0
	for _, c := range out.Counts {
		sum += c
	}
	if n != len(strings.Fields(ids)) || sum != n {
		t.Errorf("%d duties, %d counted", n, sum)
	}
}

// The same facts give the same bytes.
func TestReportsAreTheSameEachTime(t *testing.T) {
	var first string
	for range 5 {
		var b bytes.Buffer
		if err := law.Cover(modelled(t, "interdo"), today, everything).JSON(&b); err != nil {
			t.Fatal(err)
		}
		if first == "" {
			first = b.String()
		} else if b.String() != first {
			t.Fatal("two runs differ")
		}
	}
}

func TestStrictCountsWhatNobodyDeclared(t *testing.T) {
	set := modelled(t, "interdo")
	if s := states(law.Cover(set, today, law.Options{}))["GDPR-13-1-b"]; s != coverage.Unknown {
		t.Errorf("is %s", s)
	}
	strict := law.Cover(set, today, law.Options{Strict: true})
	if s := states(strict)["GDPR-13-1-b"]; s != coverage.Missing {
		t.Errorf("is %s in strict mode", s)
	}
	if !strict.Blocks() || law.Cover(root(t), today, law.Options{Strict: true}).Blocks() {
		t.Error("blocks what it should not, or does not what it should")
	}
}

// A warning that the site accepts stands in every report, with its reason.
func TestReportsShowWhatIsAccepted(t *testing.T) {
	set := root(t)
	set.Organisation.Accepted = []record.Acceptance{
		{Rule: "backup-gap", Reason: "Kopiorna tas bort i mars", Until: "2026-12-31"},
		{Rule: "no-date", Reason: "Förbi", Until: "2026-11-20"},
	}
	r := law.Cover(set, today, law.Options{})
	for name, write := range map[string]func(io.Writer) error{
		"text":     func(w io.Writer) error { return r.Text(w, "sv") },
		"Markdown": func(w io.Writer) error { return r.Markdown(w, "sv") },
		"HTML":     func(w io.Writer) error { return r.HTML(w, "sv") },
		"JSON":     r.JSON,
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "Kopiorna tas bort i mars") || strings.Contains(b.String(), "Förbi") {
			t.Errorf("%s does not show what is accepted today, or shows what no longer is", name)
		}
	}
}
