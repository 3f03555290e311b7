package wording

import (
	"strings"
	"testing"
	"time"

	"tillit/tools/internal/facts/prose"
)

// Text that was made to be slow takes time in proportion to its length.
func TestLintTakesLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	for _, unit := range []string{
		"radering kan inte ", "så länge det behövs ", "(", "[", "](", "[a](", "`", "``` ", "` `` ``` ", "{{<", "{{</*", "{{<`", "<a ", "<b>", "<!--", "a\n<!--b", "\\", "&amp", "*_~", "| ", "# ", "# a\n", "- a:\n", "a\u030A", ". ", "A. ",
		"genom att använda ", "överförs utanför eu/ees\n\n", "inte, ", "t.ex. ", "1. ", "http://", "å", "\u00AD", "leverantören ",
		"<p>så länge det behövs", "<li>", "<svg>", "<br>", "<a href=", "<p ", "</p",
	} {
		spent := func(n int) time.Duration {
			page := []prose.File{{File: "page.md", Lang: "sv", HTML: unit[0] == '<', Data: []byte(strings.Repeat(unit, n/len(unit)))}}
			best := time.Hour
			for range 2 {
				begin := time.Now()
				Lint(nil, page, "2026-11-21")
				best = min(best, time.Since(begin))
			}
			return best
		}
		const small, times = 3_000, 8
		short, long := spent(small), spent(small*times)
		if long > time.Second && long > 4*times*short {
			t.Errorf("%q: %v for %d bytes, %v for %d times as many", unit, short, small, long, times)
		}
	}
}
