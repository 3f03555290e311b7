package diag

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSortIsTheSameWhateverTheOrder(t *testing.T) {
	want := List{
		{Pos: Pos{File: "a"}},
		{Pos: Pos{"a", 1, 0, 0}, Severity: Warning},
		{Pos: Pos{"a", 1, 2, 0}, Severity: Error, Rule: "z"},
		{Pos: Pos{"a", 1, 2, 0}, Severity: Warning, Rule: "a"},
		{Pos: Pos{"a", 1, 2, 0}, Severity: Warning, Rule: "b"},
		{Pos: Pos{"a", 1, 2, 9}, Severity: Warning, Rule: "b", Message: Text{"b", "a"}},
		{Pos: Pos{"a", 1, 2, 0}, Severity: Warning, Rule: "b", Message: Text{"a", "b"}},
		{Pos: Pos{"a", 1, 2, 3}, Severity: Warning, Rule: "b", Message: Text{"a", "b"}},
		{Pos: Pos{"a", 1, 2, 3}, Severity: Warning, Rule: "b", Message: Text{"a", "b"}, Hint: Text{"h", "h"}},
		{Pos: Pos{"a", 10, 1, 0}},
		{Pos: Pos{"b", 1, 1, 0}},
	}
	for turn := range want {
		got := slices.Concat(want[turn:], want[:turn])
		if turn%2 == 1 {
			slices.Reverse(got)
		}
		got.Sort()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("turned by %d, -want +got:\n%s", turn, diff)
		}
	}
}

func TestOnlyErrorsBlock(t *testing.T) {
	if (List{{Severity: Warning}, {Severity: Info}}).Blocks() {
		t.Error("a warning stops publication")
	}
	if !(List{{Severity: Warning}, {Severity: Error}}).Blocks() {
		t.Error("an error does not stop publication")
	}
}

func TestTextSpeaksSwedishOrElseEnglish(t *testing.T) {
	text := Text{SV: "ja", EN: "yes"}
	for lang, want := range map[string]string{"sv": "ja", "sv-SE": "ja", "sv_SE.UTF-8": "ja", "en": "yes", "de": "yes", "s": "yes", "": "yes"} {
		if got := text.In(lang); got != want {
			t.Errorf("in %q: got %q, want %q", lang, got, want)
		}
	}
	if text.IsZero() || !(Text{}).IsZero() {
		t.Error("only an empty text says nothing")
	}
}
