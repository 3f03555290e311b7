package source

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// A file may be one line of hundreds of thousands of characters. Each of its
// values still has its true place, and finding it costs little.
func TestPlacesOnALongLine(t *testing.T) {
	for _, word := range []string{"x", "å", "東京"} {
		f, found := Parse("data/x.yaml", []byte("a: ["+strings.Repeat(word+", ", 20_000)+"]\n"))
		if f == nil || len(found) > 0 {
			t.Fatal(found)
		}
		begun := time.Now()
		width := len([]rune(word)) + 2
		for i := range 20_000 {
			pos, ok := f.At(fmt.Sprintf("a[%d]", i))
			if !ok || pos.Line != 1 || pos.Column != 5+i*width || pos.Length != width-2 {
				t.Fatalf("item %d of %q stands at %+v", i, word, pos)
			}
		}
		if took := time.Since(begun); took > 20*time.Second {
			t.Errorf("20,000 places took %v", took)
		}
		if got := f.from(f.NodePos(&Node{Kind: Scalar, Line: 9, Column: 9})); got != "" {
			t.Errorf("past the end stands %q", got)
		}
	}
}

// Reading values that stand on one line costs about what it does on lines of
// their own.
func TestReadingALongLine(t *testing.T) {
	const values = 20_000
	best := func(text string) time.Duration {
		least := time.Hour
		for range 3 {
			begun := time.Now()
			if f, found := Parse("data/x.yaml", []byte(text)); f == nil || len(found) > 0 {
				t.Fatal(found)
			}
			least = min(least, time.Since(begun))
		}
		return least
	}
	line, lines := best("a: ["+strings.Repeat("å, ", values)+"]\n"), best("a: ["+strings.Repeat("å,\n ", values)+"]\n")
	if line > 10*lines {
		t.Errorf("on one line it takes %v, on many %v", line, lines)
	}
}
