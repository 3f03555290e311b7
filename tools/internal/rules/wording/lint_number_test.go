package wording

import (
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
)

// A personal identity number on a page is found however it is written, and is not
// told again by what is said of it.
func TestPersonalNumbersOfPagesAreFound(t *testing.T) {
	tests := []struct {
		file, text, want string
	}{
		{"page.md", "Ring Kim.\n\nNumret är **811218-9876**.", "3:13+11"},
		{"page.md", "Numret är 19811218‑9876, tror vi.", "1:11+13"},
		{"page.md", "Numret är 811218 - 9876.", "1:11+13"},
		{"page.md", "Numret är _811218-9876_.", "1:12+11"},
		{"page.md", "| Kim | 8112189876 |", "1:9+10"},
		{"page.md", "<!-- 811218-9876 -->\n\nText.", "1:6+11"},
		{"page.md", "---\ntitle: Kim 811218-9876\n---\n\nText.", "2:12+11"},
		{"page.md", "```\n811218+9876\n```", "2:1+11"},
		{"page.html", "<p>Numret är 811218&#45;9876.", "1:14+15"},
		{"page.html", "<p>Text<script>id=8112189876</script>", ""},
		{"page.md", "Vårt nummer är 556036-0793, och [länken](/x/811218-9876/).", ""},
		{"page.md", "Numret är 811218-9877.", ""},
	}
	for _, tt := range tests {
		page := prose.File{File: tt.file, Lang: "sv", HTML: strings.HasSuffix(tt.file, "html"), Data: []byte(tt.text)}
		found := slices.DeleteFunc(Lint(nil, []prose.File{page}, "2026-11-21"), func(d diag.Diagnostic) bool { return d.Rule != "pnr-leak" })
		got := ""
		if len(found) == 1 && found[0].Severity == diag.Error {
			got = place(found[0].Pos)
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q: %+v", tt.text, got, tt.want, found)
		}
		for _, d := range found {
			if strings.Contains(d.Message.SV+d.Message.EN+d.Hint.SV, "9876") {
				t.Errorf("%q is told again: %s", tt.text, d.Message.SV)
			}
		}
	}
}
