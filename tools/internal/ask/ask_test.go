package ask

import (
	"bytes"
	"strings"
	"testing"
)

// At a terminal an answer is picked by its number; whoever presses return says that it is
// a change, and a number that stands for nothing is asked again.
func TestAnAnswerIsPickedByItsNumber(t *testing.T) {
	for typed, want := range map[string]string{"4\n": "renamed", "\n": "changes", "9\n0\nx\n6\n": "reworded"} {
		var out bytes.Buffer
		a := &Person{In: strings.NewReader(typed), Out: &out, Lang: "en"}
		kind, err := a.choose(t.Context())
		if err != nil || kind != want {
			t.Errorf("%q: %q, %v; want %q", typed, kind, err, want)
		}
		if n := strings.Count(out.String(), "What is it? [1–6, 1] "); n != strings.Count(typed, "\n") || !strings.Contains(out.String(), "    5 corrected, it was never so\n") {
			t.Errorf("%q: asked %d times\n%s", typed, n, out.String())
		}
	}
	a := &Person{In: strings.NewReader(""), Out: &bytes.Buffer{}}
	if _, err := a.choose(t.Context()); err == nil {
		t.Error("nobody answers, and there is an answer")
	}
}
