package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// A line is cut where it is one cell too long, and shown from its beginning as long as
// the caret stands within three quarters of what is shown.
func TestExcerptsAreCutAtTheirBorders(t *testing.T) {
	as := func(n int) string { return strings.Repeat("a", n) }
	for _, tc := range []struct {
		name           string
		line           string
		column, length int
		text           string
		before, caret  int // cells before the caret, and of it
	}{
		{"as long as there is room", as(room), 1, 1, as(room), 0, 1},
		{"as long as there is room, at its end", as(room), room, 1, as(room), room - 1, 1},
		{"one cell too long", as(room + 1), 1, 1, as(room) + "…", 0, 1},
		{"as long, in wide letters", strings.Repeat("京", room/2), room / 2, 1, strings.Repeat("京", room/2), room - 2, 2},
		{"too long, in wide letters", strings.Repeat("京", room/2+1), 1, 1, strings.Repeat("京", room/2) + "…", 0, 2},
		{"the last caret that is shown from the beginning", as(300), lead + lead/2 + 1, 1, as(room) + "…", lead + lead/2, 1},
		{"the first that is not", as(300), lead + lead/2 + 2, 1, "…" + as(room) + "…", lead + 1, 1},
		{"the very end of a long line", as(300), 301, 1, "…" + as(lead), lead + 1, 1},
		{"past the end", as(300), 999, 9, "…" + as(lead), lead + 1, 1},
		{"all of it", as(room), 1, room, as(room), 0, room},
		{"all of a long one", as(300), 1, 300, as(room) + "…", 0, room},
		{"column 1 of nothing", "", 1, 1, "", 0, 1},
		{"column 0", as(3), 0, 2, as(3), -1, 0},
		{"no length", as(3), 2, 0, as(3), 1, 1},
		{"one code point", as(3), 2, 1, as(3), 1, 1},
		{"two", as(3), 2, 2, as(3), 1, 2},
	} {
		text, caret := excerpt([]rune(tc.line), tc.column, tc.length)
		want := ""
		if tc.before >= 0 {
			want = strings.Repeat(" ", tc.before) + "^" + strings.Repeat("~", tc.caret-1)
		}
		if text != tc.text || caret != want {
			t.Errorf("%s:\n%s|\n%s|\nwant\n%s|\n%s|", tc.name, text, caret, tc.text, want)
		}
	}
}

// Lines are those that positions count: the first has no byte order mark, the last
// need not end, and there is none after it.
func TestLinesAreCounted(t *testing.T) {
	for text, want := range map[string][]string{
		"": {}, "a": {"a"}, "a\n": {"a"}, "a\r\nb": {"a", "b"}, "a\rb\n": {"a\rb"}, "a\n\nb\n": {"a", "", "b"}, "\ufeffa\n": {"a"}, "a\r": {"a\r"}, "\n": {""},
	} {
		e := excerpts{read: func(string) []byte { return []byte(text) }}
		for n := range len(want) + 2 {
			line, ok := e.of(Pos{File: "a", Line: n})
			if there := n >= 1 && n <= len(want); ok != there || there && string(line) != want[n-1] {
				t.Errorf("line %d of %q: %q, %v", n, text, string(line), ok)
			}
		}
	}
}

// Every code point comes back from the JSON as itself, and none of those at a border
// stands there unseen.
func TestJSONHoldsEveryCodePoint(t *testing.T) {
	for _, r := range []rune{
		0, 1, 0x1F, ' ', '!', '"', '\\', '~', 0x7F, 0x80, 0x9F, 0xA0, 0xA1, 0xAD, 0x2028, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF,
		0x10000, 0x1000C, 0x10400, 0x1F600, 0x1FFFE, 0x1FFFF, 0x20000, 0xE0041, 0xFFFFF, 0x100000, 0x10FFFE, 0x10FFFF,
	} {
		text := "a" + string(r) + "z"
		var b bytes.Buffer
		if err := PrintJSON(&b, List{{Message: Text{SV: text}}}); err != nil {
			t.Fatal(err)
		}
		var got report
		if err := json.Unmarshal(b.Bytes(), &got); err != nil || got.Findings[0].Message.SV != text {
			t.Errorf("%U: %v, %q", r, err, b.String())
			continue
		}
		_, rest, _ := strings.Cut(b.String(), `"sv": "a`)
		written, _, _ := strings.Cut(rest, `z"`)
		if shown := string(r); harmless(r) != (written == shown || written == `\`+shown) {
			t.Errorf("%U is written %q", r, written)
		}
		for _, c := range written {
			if !harmless(c) {
				t.Errorf("%U is written with %U", r, c)
			}
		}
	}
}

// The keys of a report, and its numbers, are a promise to programs.
func TestJSONCountsWhatItHolds(t *testing.T) {
	l := List{
		{Pos: Pos{"b", 2, 3, 4}, Severity: Warning}, {Pos: Pos{"a", 1, 0, 0}, Severity: Info, Related: []Related{{Pos: Pos{File: "c"}}}},
		{Pos: Pos{"a", 1, 1, 1}}, {Pos: Pos{}, Severity: Info}, {Severity: Info}}
	var b bytes.Buffer
	if err := PrintJSON(&b, l); err != nil {
		t.Fatal(err)
	}
	var got report
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if want := (summary{Errors: 1, Warnings: 1, Infos: 3, Files: 2}); got.Summary != want || got.Version != 1 {
		t.Errorf("version %d, %+v, want %+v", got.Version, got.Summary, want)
	}
	var order []string
	for _, f := range got.Findings {
		order = append(order, fmt.Sprint(f.File, f.Line, f.Column, f.Length, len(f.Related)))
	}
	if want := "[0 0 0 0 0 0 0 0 a1 0 0 1 a1 1 1 0 b2 3 4 0]"; fmt.Sprint(order) != want {
		t.Errorf("%v, want %s", order, want)
	}
}
