package edit_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tillit/tools/internal/facts/edit"
)

func TestDiff(t *testing.T) {
	var old strings.Builder
	for i := range 30 {
		fmt.Fprintf(&old, "%d\n", i)
	}
	now := strings.NewReplacer("\n4\n", "\nfour\n", "\n6\n", "\n6\nmore\n", "\n20\n", "\n", "\n29\n", "\n29").Replace(old.String())
	want := `--- a/x.yaml
+++ b/x.yaml
@@ -2,9 +2,10 @@
 1
 2
 3
-4
+four
 5
 6
+more
 7
 8
 9
@@ -18,7 +19,6 @@
 17
 18
 19
-20
 21
 22
 23
@@ -27,4 +27,4 @@
 26
 27
 28
-29
+29
\ No newline at end of file
`
	if got := edit.Diff("x.yaml", []byte(old.String()), []byte(now)); got != want {
		t.Errorf("%s", got)
	}
	if got := edit.Diff("x.yaml", []byte("a"), []byte("a")); got != "" {
		t.Errorf("%s", got)
	}
}

// What is said to go and to come makes one state of the other.
func TestLinesLeadFromOneStateToTheOther(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var a, b []string
		for range dice.IntN(12) {
			line := string(rune('a' + dice.IntN(4)))
			if a = append(a, line); dice.IntN(3) > 0 {
				b = append(b, line)
			}
			if dice.IntN(4) == 0 {
				b = append(b, "x")
			}
		}
		before, after := strings.Join(a, "\n"), strings.Join(b, "\n")
		gone, come := map[int]bool{}, 0
		for _, l := range edit.Lines([]byte(before), []byte(after)) {
			if l.New {
				if b[l.Number-1] != strings.TrimSuffix(l.Text, "\n") {
					t.Fatalf("%q and %q: %+v", before, after, l)
				}
				come++
			} else {
				gone[l.Number-1] = true
			}
		}
		var left []string
		for i, line := range a {
			if !gone[i] {
				left = append(left, line)
			}
		}
		if len(left)+come != len(b) || len(left) > 0 && !subsequence(left, b) {
			t.Fatalf("%q and %q", before, after)
		}
	}
}

func subsequence(part, whole []string) bool {
	for _, line := range whole {
		if len(part) > 0 && part[0] == line {
			part = part[1:]
		}
	}
	return len(part) == 0
}
