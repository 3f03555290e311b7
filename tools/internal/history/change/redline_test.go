package change

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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
