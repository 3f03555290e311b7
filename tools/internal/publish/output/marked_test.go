package output

import (
	"html/template"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A template hands a row on by its mark; a page that was never given one stays as it is,
// whatever it holds.
func TestRowsTakeThePlaceOfTheirMarks(t *testing.T) {
	m := &Marked{}
	if got := m.Keep("sv", "b", "text"); got != "text" {
		t.Errorf("a text became %q", got)
	}
	marks := map[string]string{}
	for _, lang := range []string{"sv", "en"} {
		for _, id := range []string{"a", "a-b"} {
			mark := m.Keep(lang, id, template.HTML("<tr>"+lang+" "+id+"</tr>")).(template.HTML)
			if again := m.Keep(lang, id, template.HTML("<tr>"+lang+" "+id+"</tr>")); again != mark {
				t.Errorf("the mark of %s %s was %q and then %q", lang, id, mark, again)
			}
			marks[lang+" "+id] = string(mark)
		}
	}
	for page, want := range map[string]string{
		"":            "",
		"<p>x</p>":    "<p>x</p>",
		marks["sv a"]: "<tr>sv a</tr>",
		"1" + marks["sv a"] + "2" + marks["en a-b"] + marks["sv a"]: "1<tr>sv a</tr>2<tr>en a-b</tr><tr>sv a</tr>",
		"\x00":                           "\x00",
		"\x00sv c\x00":                   "\x00sv c\x00",
		"\x00x" + marks["en a"] + "\x00": "\x00x<tr>en a</tr>\x00",
		"\x00\x00" + marks["en a"]:       "\x00\x00<tr>en a</tr>",
	} {
		if diff := cmp.Diff(want, string(m.Fill([]byte(page)))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", page, diff)
		}
	}
}

// No fact can pass for a mark.
func TestNoTextIsAMark(t *testing.T) {
	m := &Marked{}
	mark := m.Keep("sv", "a", template.HTML("<tr></tr>")).(template.HTML)
	var b strings.Builder
	page := template.Must(template.New("").Parse(`<p title="{{ . }}">{{ . }}</p><script type="application/ld+json">{{ . }}</script>`))
	if err := page.Execute(&b, string(mark)); err != nil {
		t.Fatal(err)
	}
	if got := string(m.Fill([]byte(b.String()))); got != b.String() || strings.Contains(got, "\x00") {
		t.Errorf("a text became a row: %q", got)
	}
}
