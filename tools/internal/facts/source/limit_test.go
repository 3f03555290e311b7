package source_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/facts/source"
)

// What a file may hold it may hold whole: a byte, a level or a value more is told of.
func TestAFileMayBeAsLargeAsItsLimits(t *testing.T) {
	bytes := func(n int) string { return "a: b\n#" + strings.Repeat("x", n-6) }
	levels := func(n int) string { return "a: " + strings.Repeat("[", n-1) + strings.Repeat("]", n-1) + "\n" } // the map is one
	values := func(n int) string { return "a: [" + strings.Repeat("x,", n-3) + "]\n" }                         // so are the map, the key and the list
	findings := func(n int) string { return "a:\n" + strings.Repeat("  - &x y\n", n) }
	for _, tc := range []struct {
		name, text string
		rule       string // of the last finding
		count      int
	}{
		{"bytes", bytes(1 << 20), "", 0},
		{"a byte more", bytes(1<<20 + 1), "file-too-large", 1},
		{"levels", levels(32), "", 0},
		{"a level more", levels(33), "nesting-too-deep", 1},
		{"values", values(50_000), "", 0},
		{"a value more", values(50_001), "too-many-values", 1},
		{"findings", findings(100), "anchor", 100},
		{"a finding more", findings(101), "too-many-findings", 101},
	} {
		f, found := source.Parse("data/a.yaml", []byte(tc.text))
		rule := ""
		for _, d := range found {
			if d.Rule == "too-many-findings" || rule != "too-many-findings" {
				rule = d.Rule
			}
		}
		if rule != tc.rule || len(found) != tc.count || (f == nil) != (tc.rule == "file-too-large") {
			t.Errorf("%s: %d findings, %q, a file: %v", tc.name, len(found), rule, f != nil)
		}
	}
}
