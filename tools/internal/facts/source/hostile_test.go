package source_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"tillit/tools/internal/facts/source"
)

const mebibyte = 1 << 20

// TestBombIsRefusedUnexpanded feeds the billion laughs, which would take 10^20
// values if a single alias were expanded.
func TestBombIsRefusedUnexpanded(t *testing.T) {
	var b strings.Builder
	b.WriteString("a0: &a0 [lol, lol]\n")
	const levels = 20
	for i := range levels {
		fmt.Fprintf(&b, "a%d: &a%d [%s*a%d]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), i)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f, found := source.Parse("data/bomb.yaml", []byte(b.String()))
	var c company
	found = append(found, f.Decode(&c)...)
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 8*mebibyte {
		t.Errorf("allocated %d bytes for a file of %d", grown, b.Len())
	}
	counts := map[string]int{}
	for _, d := range found {
		counts[d.Rule]++
	}
	// Parsing and decoding each give a hundred findings and say that there are more.
	if counts["anchor"] == 0 || counts["alias"] == 0 || counts["too-many-findings"] == 0 || len(found) > 202 {
		t.Errorf("findings by rule: %v", counts)
	}
}

// TestHostileFilesAreBounded parses the worst that a mebibyte may hold. The
// limit of time is far above what a slow machine needs, and below what a cost
// that grows with the square of the size takes.
func TestHostileFilesAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	full := func(s string) string { return strings.Repeat(s, mebibyte/len(s)) }
	tests := map[string]string{
		"open brackets":       full("["),
		"open braces":         full("{"),
		"nested lists":        full("- "),
		"nested keys":         full("? "),
		"values in a list":    "a: [" + strings.Repeat("a,", mebibyte/2-8) + "]",
		"empty items":         full("-\n"),
		"open quote":          "a: 1\nb: \"" + strings.Repeat("x y z\n", mebibyte/6-4),
		"open single quote":   "a: 1\nb: '" + strings.Repeat("x\n", mebibyte/2-8),
		"open bracket":        "a: 1\nb: [" + strings.Repeat("x\n", mebibyte/2-8),
		"no space":            full("a:b\nc: d\n"),
		"no colon":            full("a\nb: c\n"),
		"tabs":                full("\ta: b\n"),
		"colons":              "a: " + strings.Repeat("b: ", mebibyte/3-4),
		"repeated keys":       full("a: 1\n"),
		"documents":           full("---\n"),
		"comments":            full("# x\n"),
		"anchors":             "a:\n" + strings.Repeat("- &a\n", mebibyte/5-4),
		"aliases":             "a: &a b\nc:\n" + strings.Repeat("- *a\n", mebibyte/5-4),
		"directives":          full("%a\n"),
		"control characters":  full("\x01"),
		"bytes of no text":    full("\xff\xfe\xfd"),
		"bidi":                "a: " + strings.Repeat("\u202e", mebibyte/3-4),
		"tags":                full("!a "),
		"long key":            full("k") + ": v",
		"steps to the right":  stairs(),
		"bad indentation":     full("a:\n    b: 1\n  c: 2\n"),
		"quotes in quotes":    full("a: \"b \"c\" d\"\n"),
		"reserved characters": full("a: @b\n"),
		"spaces":              full(" "),
		"line breaks":         full("\n"),
		"carriage returns":    full("\r"),
		"question marks":      full("?\n"),
	}
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			f, found := source.Parse("data/x.yaml", []byte(data))
			if f != nil {
				var c company
				found = append(found, f.Decode(&c)...)
			}
			if len(found) == 0 || len(found) > 202 {
				t.Errorf("%d findings", len(found))
			}
			took := time.Since(start)
			t.Logf("%v, %d findings", took.Round(time.Millisecond), len(found))
			if took > time.Minute {
				t.Errorf("took %v", took)
			}
		})
	}
}

// stairs nests fields as deep as the size allows.
func stairs() string {
	var b strings.Builder
	for i := 0; b.Len() < mebibyte-2000; i++ {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
