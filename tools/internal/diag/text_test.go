package diag

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPrintPutsTheCaretUnderTheCharacter compares the source line and the caret
// line, which is all that depends on how wide characters are.
func TestPrintPutsTheCaretUnderTheCharacter(t *testing.T) {
	long := strings.Repeat("abcdefghi ", 30)
	tests := []struct {
		name           string
		line           string
		column, length int
		want           string // without the indent of each line
	}{
		{"first character", "contry: SE", 1, 6, "contry: SE\n^~~~~~\n"},
		{"length unknown", "country: Sverige", 10, 0, "country: Sverige\n         ^\n"},
		{"one character", "country: S", 10, 1, "country: S\n         ^\n"},
		{"after å ä ö", "ort: Åmål, Örebro", 12, 6, "ort: Åmål, Örebro\n           ^~~~~~\n"},
		{"å as letter and ring", "ort: A\u030Ama\u030Al x", 13, 1, "ort: A\u030Ama\u030Al x\n          ^\n"},
		{"on the ring itself", "ort: A\u030Amal", 7, 1, "ort: A\u030Amal\n     ^\n"},
		{"å with its ring, as two code points", "ort: A\u030Amal", 6, 2, "ort: A\u030Amal\n     ^\n"},
		{"one double width character", "ort: 東京", 7, 1, "ort: 東京\n       ^~\n"},
		{"after double width", "東京: Tokyo", 5, 5, "東京: Tokyo\n      ^~~~~\n"},
		{"full-width latin", "ＡＢ c", 4, 1, "ＡＢ c\n     ^\n"},
		{"after an emoji", "😀 x", 3, 1, "😀 x\n   ^\n"},
		{"after an emoji with a skin tone", "👍🏽 x", 4, 1, "👍🏽 x\n   ^\n"},
		{"after a flag", "🇸🇪 x", 4, 1, "🇸🇪 x\n   ^\n"},
		{"Hangul in its parts", "\u1112\u1161\u11AB x", 5, 1, "\u1112\u1161\u11AB x\n   ^\n"},
		{"tab before", "\tname: x", 2, 4, "    name: x\n    ^~~~\n"},
		{"tab reaches to the next stop", "ab\tx", 4, 1, "ab  x\n    ^\n"},
		{"the tab itself", "ab\tx", 3, 1, "ab  x\n  ^~\n"},
		{"tab after double width", "東\tx", 3, 1, "東  x\n    ^\n"},
		{"bidi override before", "a\u202Eb", 3, 1, "a<U+202E>b\n         ^\n"},
		{"bidi override itself", "a\u202Eb", 2, 1, "a<U+202E>b\n ^~~~~~~~\n"},
		{"terminal escape", "\x1b[31mx", 6, 1, "<U+001B>[31mx\n            ^\n"},
		{"a CR alone ends no line", "a\rb", 3, 1, "a<U+000D>b\n         ^\n"},
		{"zero width space", "a\u200Bb", 3, 1, "a<U+200B>b\n         ^\n"},
		{"space that does not break", "a\u00A0b", 3, 1, "a<U+00A0>b\n         ^\n"},
		{"joined emoji are shown apart", "👨\u200D👩 x", 5, 1, "👨<U+200D>👩 x\n             ^\n"},
		{"a pile of marks", "e\u0301\u0301\u0301\u0301x", 6, 1, "e\u0301\u0301\u0301<U+0301>x\n         ^\n"},
		{"byte that is not UTF-8", "\xe5r x", 4, 1, "\uFFFDr x\n   ^\n"},
		{"end of the line", "name:", 6, 1, "name:\n     ^\n"},
		{"past the end", "name:", 60, 5, "name:\n     ^\n"},
		{"longer than the line", "name: x", 7, 60, "name: x\n      ^\n"},
		{"empty line", "", 1, 1, "\n^\n"},
		{"column unknown", "name: x", 0, 0, "name: x\n"},
		{"long line, at its beginning", long, 1, 9,
			long[:100] + "…\n^~~~~~~~~\n"},
		{"long line, in its middle", long, 151, 9,
			"…" + long[100:200] + "…\n" + strings.Repeat(" ", 51) + "^~~~~~~~~\n"},
		{"long line, at its end", long, 301, 0,
			"…" + long[250:] + "\n" + strings.Repeat(" ", 51) + "^\n"},
		{"very long line, far within", strings.Repeat("å", 5000), 2500, 3,
			"…" + strings.Repeat("å", 100) + "…\n" + strings.Repeat(" ", 51) + "^~~\n"},
		{"carets end where the line is cut", long, 1, 300,
			long[:100] + "…\n^" + strings.Repeat("~", 99) + "\n"},
		{"no mark is torn from its letter", strings.Repeat("e\u0301", 150), 161, 1,
			"…" + strings.Repeat("e\u0301", 100) + "…\n" + strings.Repeat(" ", 51) + "^\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			// The line is the second of three, and ends as on Windows.
			data := []byte("before\r\n" + tt.line + "\r\nafter\n")
			l := List{{
				Pos:     Pos{"a.yaml", 2, tt.column, tt.length},
				Rule:    "rule",
				Message: Text{"meddelande", "message"},
			}}
			got := printed(t, l, TextOptions{Lines: func(string) []byte { return data }})
			_, got, _ = strings.Cut(got, "\n")
			var want strings.Builder
			for line := range strings.Lines(tt.want) {
				if line != "\n" {
					want.WriteString(indent)
				}
				want.WriteString(line)
			}
			if diff := cmp.Diff(want.String(), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestPrintShowsOnlyWhatIsKnown(t *testing.T) {
	data := func(string) []byte { return []byte("\ufeffone\ntwo\n") }
	message := Text{"meddelande", "message"}
	tests := []struct {
		name string
		d    Diagnostic
		o    TextOptions
		want string
	}{
		{"no file", Diagnostic{Rule: "r", Message: message}, TextOptions{Lines: data}, "error: message [r]\n"},
		{"no line", Diagnostic{Pos: Pos{File: "a"}, Message: message}, TextOptions{Lines: data}, "a: error: message\n"},
		{"no column", Diagnostic{Pos: Pos{File: "a", Line: 2}, Message: message}, TextOptions{Lines: data}, "a:2: error: message\n    two\n"},
		{"no such line", Diagnostic{Pos: Pos{"a", 3, 1, 1}, Message: message}, TextOptions{Lines: data}, "a:3:1: error: message\n"},
		{"no source", Diagnostic{Pos: Pos{"a", 1, 1, 1}, Message: message}, TextOptions{}, "a:1:1: error: message\n"},
		{"file gone", Diagnostic{Pos: Pos{"a", 1, 1, 1}, Message: message},
			TextOptions{Lines: func(string) []byte { return nil }}, "a:1:1: error: message\n"},
		{"in colour", Diagnostic{Pos: Pos{"a", 1, 2, 2}, Message: message, Hint: message}, TextOptions{Color: true, Lines: data},
			"\x1b[1ma:1:2:\x1b[0m \x1b[1;31merror:\x1b[0m message\n    one\n     \x1b[1;31m^~\x1b[0m\n    \x1b[1;36mhint:\x1b[0m message\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, printed(t, List{tt.d}, tt.o)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestPrintShowsHostileTextHarmless(t *testing.T) {
	l := List{{
		Pos:      Pos{File: "data/\u202Elmay.x\x1b]0;t\a", Line: 1, Column: 1},
		Severity: Warning,
		Rule:     "r\x9b",
		Message:  Text{EN: "value \"\u2066x\u2069\"\nb.yaml:1:1: error: forged\r\t\x7f\xff"},
		Hint:     Text{EN: "name: a\nb.yaml:1:1: error: forged\u2028"},
		Law:      "GDPR\nArt. 13",
		Related:  []Related{{Pos{File: "c\n"}, Text{EN: "\ufeffd\U000E0041"}}},
	}}
	want := `data/<U+202E>lmay.x<U+001B>]0;t<U+0007>:1:1: warning: value "<U+2066>x<U+2069>"<U+000A>b.yaml:1:1: error: forged<U+000D><U+0009><U+007F>` + "\uFFFD" + ` [r` + "\uFFFD" + `]
    hint: name: a
          b.yaml:1:1: error: forged<U+2028>
    law: GDPR
         Art. 13
c<U+000A>: note: <U+FEFF>d<U+E0041>
`
	if diff := cmp.Diff(want, printed(t, l, TextOptions{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestPrintCutsEndlessText(t *testing.T) {
	l := List{{Message: Text{EN: strings.Repeat("å", 2*maxText)}}}
	want := "error: " + strings.Repeat("å", maxText) + "…\n"
	if got := printed(t, l, TextOptions{}); got != want {
		t.Errorf("got %d bytes, want %d", len(got), len(want))
	}
}

func TestPrintLeavesTheListAsItWas(t *testing.T) {
	l := List{{Pos: Pos{File: "b"}}, {Pos: Pos{File: "a"}}}
	if got, want := printed(t, l, TextOptions{}), "a: error: \n\nb: error: \n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if l[0].Pos.File != "b" {
		t.Error("the caller's list was sorted")
	}
}

func TestPrintersTellOfAFailedWrite(t *testing.T) {
	full := errors.New("disk full")
	w := writer(func([]byte) (int, error) { return 0, full })
	for name, err := range map[string]error{
		"text":   Print(w, sample(), TextOptions{}),
		"github": PrintGitHub(w, sample(), GitHubOptions{}),
		"json":   PrintJSON(w, sample()),
		"sarif":  PrintSARIF(w, sample(), SARIFOptions{}),
	} {
		if !errors.Is(err, full) {
			t.Errorf("%s: got error %v, want %v", name, err, full)
		}
	}
}

type writer func([]byte) (int, error)

func (w writer) Write(p []byte) (int, error) { return w(p) }

func printed(t *testing.T, l List, o TextOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := Print(&b, l, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A reader is shown enough places to see what is meant, and told how many more
// there are; programs get them all.
func TestPrintCountsWhatItDoesNotShow(t *testing.T) {
	for n, want := range map[int]string{
		mostPlaces:     "",
		mostPlaces + 1: "    note: and one more place, which --format json shows\n",
		mostPlaces + 5: "    note: and 5 more places, which --format json lists\n",
	} {
		d := Diagnostic{Message: Text{EN: "x"}}
		for range n {
			d.Related = append(d.Related, Related{Message: Text{EN: "here"}})
		}
		want = "error: x\n" + strings.Repeat("note: here\n", mostPlaces) + want
		if diff := cmp.Diff(want, printed(t, List{d}, TextOptions{})); diff != "" {
			t.Errorf("%d places -want +got:\n%s", n, diff)
		}
	}
}
