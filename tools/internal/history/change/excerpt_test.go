package change

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// A stretch is cut only where that makes it shorter, and never within a word. What
// does not touch a change is no part of it: the beginning of a text, and its end.
func TestStretchesAreCutAtTheirBorders(t *testing.T) {
	for _, tc := range []struct {
		text          string
		around        int
		before, after bool
		want          string
	}{
		{"", 2, true, true, ""},
		{"abcde", 2, true, true, "abcde"},    // as many as are kept, and the one that stands for the gap
		{"abcdef", 2, true, true, "ab … ef"}, // one more
		{"abcdef", 2, false, false, "…"},     // touches nothing
		{"a", 2, false, false, "a"},          // would not be shorter
		{"abc", 2, true, false, "abc"},       // to its end
		{"abcd", 2, true, false, "ab …"},     //
		{"abc", 2, false, true, "abc"},       // from its beginning
		{"abcd", 2, false, true, "… cd"},     //
		{"åäöåäö", 2, true, true, "åä … äö"}, // letters count, not bytes
		{"ett två tre fyra fem", 6, true, true, "ett … fem"},
		{"ett två tre fyra fem", 7, true, true, "ett … fem"},          // the word that would be cut goes as a whole
		{" ett två tre fyra fem ", 8, true, true, " ett … fem "},      // and so does the space that it leaves
		{"ett två tre fyra fem", 9, true, true, "ett två … fyra fem"}, // a word that just fits stays
		{"ett två tre fyra fem", 10, true, true, "ett två tre fyra fem"},
		{"xxxxxxxxxx yy", 4, true, true, "xxxx … yy"}, // a word with no space before it is cut
		{"xx yyyyyyyyyy", 4, true, true, "xx … yyyy"},
		{"xxxxxxxxxxx ", 4, true, true, "xxxx … xxx "},
	} {
		if got := shorten(tc.text, tc.around, tc.before, tc.after); got != tc.want {
			t.Errorf("%q to %d, %v, %v: %q, want %q", tc.text, tc.around, tc.before, tc.after, got, tc.want)
		}
	}
}

// The first stretch touches no change at its beginning, and the last none at its end.
func TestExcerptsBeginAndEndAtTheChange(t *testing.T) {
	long := strings.Repeat("ord ", 20)
	for _, tc := range []struct {
		name string
		edit Edit
		want []Span
	}{
		{"in the middle", Edit{Spans: []Span{{"", long}, {Added, "nytt "}, {"", long}, {Removed, "gammalt "}, {"", long}}},
			[]Span{{"", "… ord ord "}, {Added, "nytt "}, {"", "ord ord … ord ord "}, {Removed, "gammalt "}, {"", "ord ord …"}}},
		{"at the beginning", Edit{Spans: []Span{{Added, "nytt "}, {"", long}}}, []Span{{Added, "nytt "}, {"", "ord ord …"}}},
		{"at the end", Edit{Spans: []Span{{"", long}, {Removed, "gammalt"}}}, []Span{{"", "… ord ord "}, {Removed, "gammalt"}}},
		{"all that there is", Edit{Spans: []Span{{Removed, long}}}, []Span{{Removed, long}}},
		{"nothing that a reader sees", Edit{Spans: []Span{{"", "a\n"}, {Added, "\n{{< aims >}}\n"}, {Removed, " \n"}}}, []Span{{"", "a\n"}}},
		{"the space between two changes stays", Edit{Spans: []Span{{Added, "a"}, {"", " "}, {Removed, "b"}}}, []Span{{Added, "a"}, {"", " "}, {Removed, "b"}}},
		{"front matter that changed is shown", Edit{Spans: []Span{{Removed, "---\ntitle: A\n---\na"}, {Added, "---\ntitle: B\n---\na"}}},
			[]Span{{Removed, "---\ntitle: A\n---\na"}, {Added, "---\ntitle: B\n---\na"}}},
		{"front matter that stayed is not", Edit{Spans: []Span{{"", "---\ntitle: A\n---\n\na "}, {Added, "b"}}}, []Span{{"", "a "}, {Added, "b"}}},
		{"nor is a line within the text", Edit{Spans: []Span{{Added, "a\n"}, {"", "---\nb\n---\n"}}}, []Span{{Added, "a\n"}, {"", "---\nb\n---\n"}}},
		{"a line of a table is none", Edit{Spans: []Span{{"", "a\n---\nb "}, {Added, "c"}}}, []Span{{"", "a\n---\nb "}, {Added, "c"}}},
	} {
		before := cmp.Diff(Edit{}, tc.edit)
		if diff := cmp.Diff(tc.want, tc.edit.Excerpt(9)); diff != "" {
			t.Errorf("%s: -want +got\n%s", tc.name, diff)
		}
		if cmp.Diff(Edit{}, tc.edit) != before {
			t.Errorf("%s: the edit itself was cut", tc.name)
		}
	}
}

// Each word of a long text stands for a character, and comes back as itself: also past
// the surrogates, which are no characters.
func TestWordsStandForCharacters(t *testing.T) {
	for n := range 0x12000 {
		r := code(n)
		if r == 0 || !utf8.ValidRune(r) || place(r) != n {
			t.Fatalf("the word %d is %U, which is the word %d", n, r, place(r))
		}
	}
}

func TestTextsAreCutIntoWordsAndBackTogether(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "",
		"Vi sparar, i 3 månader.":           "Vi| |sparar|,| |i| |3| |månader|.",
		"a{{< page \"x\" >}}b {{% when %}}": "a|{{< page \"x\" >}}|b| |{{% when %}}",
		"e\u0301t  \n--":                    "e\u0301t|  \n|-|-",
	} {
		got := words(text)
		if strings.Join(got, "|") != want || strings.Join(got, "") != text {
			t.Errorf("%q: %q", text, got)
		}
	}
}
