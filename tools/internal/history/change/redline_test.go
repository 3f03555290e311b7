package change

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
)

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

// A value is marked word by word where it kept some of its words, and else as a whole.
func TestFieldsAreMarkedWordByWord(t *testing.T) {
	field := func(old, new string) FieldChange {
		return FieldChange{Verb: Changed, Old: diag.Text{SV: old, EN: old}, New: diag.Text{SV: new, EN: new}}
	}
	mark := func(spans []Span) string {
		var b strings.Builder
		for _, s := range spans {
			b.WriteString(map[Verb]string{Added: "+", Removed: "-"}[s.Verb] + s.Text + "|")
		}
		return b.String()
	}
	for _, tc := range [][4]string{
		{"Servrar för post i Boden", "Servrar för post i Luleå", "Servrar för post i |-Boden|", "Servrar för post i |+Luleå|"},
		{"6 månader", "1 år", "-6 månader|", "+1 år|"},
		{"", "Ja", "", "+Ja|"},
		{"Ja", "", "-Ja|", ""},
	} {
		before, after := field(tc[0], tc[1]).Marked("sv")
		if mark(before) != tc[2] || mark(after) != tc[3] {
			t.Errorf("%q → %q: %q and %q", tc[0], tc[1], mark(before), mark(after))
		}
	}
}

// Words that went and came again with a link or an emphasis have stayed.
func TestLinksAreNotMarked(t *testing.T) {
	for _, tc := range []struct{ old, new, want string }{
		{"Vi är ansvarig här.", `Vi är {{< page "glossary" "x" "ansvarig" >}} här.`, ""},
		{"Vi är ansvarig här.", "Vi är **ansvarig** här.", ""},
		{"Vi är ansvarig här.", "Vi är [ansvariga](/x/) här.", "ansvarig>ansvariga"},
	} {
		var gone, come string
		for _, s := range (Edit{Spans: redline(tc.old, tc.new)}).Excerpt(50) {
			gone += map[Verb]string{Removed: s.Text}[s.Verb]
			come += map[Verb]string{Added: s.Text}[s.Verb]
		}
		if got := strings.Trim(gone+">"+come, ">[]()/x"); got != tc.want && !(tc.want == "" && gone+come == "") {
			t.Errorf("%q → %q: %q, want %q", tc.old, tc.new, gone+">"+come, tc.want)
		}
	}
}
