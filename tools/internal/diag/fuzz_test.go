package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzPrint proves that whatever a file holds and a finding says, the text form
// keeps its shape: no control character but the line break, a message of one
// line, and a caret within its source line. The other formats stay readable.
func FuzzPrint(f *testing.F) {
	f.Add([]byte("namn: Åre\n"), "data/a.yaml", "fel", 1, 7, 3)
	f.Fuzz(func(t *testing.T, data []byte, file, message string, line, column, length int) {
		l := List{{
			Pos:     Pos{file, line, column, length},
			Rule:    "rule",
			Message: Text{message, message},
		}}
		out := printed(t, l, TextOptions{Lines: func(string) []byte { return data }})
		checkShown(t, out)

		rows := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
		switch len(rows) {
		case 1, 2:
		case 3:
			source, caret := rowCells(rows[1]), rowCells(rows[2])
			if strings.Trim(rows[2], " ^~") != "" || strings.Count(rows[2], "^") != 1 {
				t.Errorf("the caret line is %q", rows[2])
			}
			if caret > max(source, len(indent))+1 || caret > len(indent)+room+tabStop+2 {
				t.Errorf("carets end at %d, the line at %d:\n%s", caret, source, out)
			}
		default:
			t.Errorf("%d lines:\n%s", len(rows), out)
		}

		var b bytes.Buffer
		if err := PrintGitHub(&b, l, GitHubOptions{}); err != nil {
			t.Fatal(err)
		}
		checkShown(t, b.String())
		if strings.Count(b.String(), "\n") != 1 {
			t.Errorf("more than one command: %q", b.String())
		}
		for _, print := range []func() error{
			func() error { return PrintJSON(&b, l) },
			func() error { return PrintSARIF(&b, l, SARIFOptions{}) },
		} {
			b.Reset()
			if err := print(); err != nil {
				t.Fatal(err)
			}
			checkShown(t, b.String())
			if !json.Valid(b.Bytes()) {
				t.Errorf("no JSON: %s", b.String())
			}
		}
	})
}

// checkShown checks that all of a text can be seen.
func checkShown(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("no UTF-8: %q", s)
	}
	for _, r := range s {
		if r != '\n' && (unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector)) {
			t.Errorf("%U is written as it is: %q", r, s)
			return
		}
	}
}

// rowCells returns how many columns a printed row takes.
func rowCells(row string) int {
	n := 0
	for _, g := range glyphs([]rune(row)) {
		n += g.cells
	}
	return n
}
