package edit

import (
	"fmt"
	"slices"
	"strings"
)

// Line is a line that two states of a file do not share.
type Line struct {
	Number int    // in the state that has it, from 1
	New    bool   // whether it stands in the later state
	Text   string // with its line break, if it has one
}

// Lines are those that go and those that come between two states of a file, in order.
func Lines(before, after []byte) []Line {
	a, b := lines(before), lines(after)
	var changed []Line
	for _, s := range script(a, b) {
		if s.old >= 0 {
			changed = append(changed, Line{s.old + 1, false, a[s.old]})
		} else {
			changed = append(changed, Line{s.new + 1, true, b[s.new]})
		}
	}
	return changed
}

func lines(data []byte) []string {
	if len(data) == 0 {
		return nil
	}
	return strings.SplitAfter(strings.TrimSuffix(string(data), "\n"), "\n")
}

// step takes a line away or adds one; the other index is -1.
type step struct{ old, new, at int } // at is where in the old lines it is done

// script is a short way from some lines to others, after E. Myers: what can be reached by
// so many steps, on each diagonal as far as it goes.
func script(a, b []string) []step {
	reach := map[int]int{1: 0} // by diagonal, how far in a
	var traces []map[int]int
	for d := 0; ; d++ {
		trace := make(map[int]int, len(reach))
		for k, x := range reach {
			trace[k] = x
		}
		traces = append(traces, trace)
		for k := -d; k <= d; k += 2 {
			x := reach[k-1] + 1
			if k == -d || k != d && reach[k-1] < reach[k+1] {
				x = reach[k+1]
			}
			for x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			reach[k] = x
			if x >= len(a) && x-k >= len(b) {
				return back(traces, len(a), len(b))
			}
		}
	}
}

// back goes the way that was found from its end.
func back(traces []map[int]int, x, y int) []step {
	var steps []step
	for d := len(traces) - 1; d > 0; d-- {
		reach, k := traces[d], x-y
		from := k - 1
		if k == -d || k != d && reach[k-1] < reach[k+1] {
			from = k + 1
		}
		px := reach[from]
		py := px - from
		if from == k+1 { // a line more
			steps = append(steps, step{-1, py, px})
		} else {
			steps = append(steps, step{px, -1, px})
		}
		x, y = px, py
	}
	slices.Reverse(steps)
	return steps
}

// Diff is what differs between two states of a file, as diff -u and git write it; nothing
// where they are the same.
func Diff(name string, before, after []byte) string {
	a, b := whole(before), whole(after)
	steps := script(a, b)
	if len(steps) == 0 {
		return ""
	}
	const context = 3
	var out strings.Builder
	fmt.Fprintf(&out, "--- a/%s\n+++ b/%s\n", name, name)
	for i, shift := 0, 0; i < len(steps); {
		j := i + 1
		for j < len(steps) && steps[j].at-steps[j-1].at <= 2*context {
			j++
		}
		from := max(steps[i].at-context, 0)
		last := steps[j-1]
		to := min(last.at+context, len(a))
		if last.old >= 0 {
			to = min(last.at+1+context, len(a))
		}
		var body strings.Builder
		x, gone, came := from, 0, 0
		for _, s := range steps[i:j] {
			for ; x < s.at; x++ {
				body.WriteString(" " + a[x])
			}
			if s.old >= 0 {
				body.WriteString("-" + a[x])
				x, gone = x+1, gone+1
			} else {
				body.WriteString("+" + b[s.new])
				came++
			}
		}
		for ; x < to; x++ {
			body.WriteString(" " + a[x])
		}
		fmt.Fprintf(&out, "@@ -%s +%s @@\n%s", reach(from, to-from), reach(from+shift, to-from-gone+came), body.String())
		shift += came - gone
		i = j
	}
	return out.String()
}

// reach is where lines stand and how many they are.
func reach(from, count int) string {
	if count == 0 {
		return fmt.Sprintf("%d,0", from)
	}
	return fmt.Sprintf("%d,%d", from+1, count)
}

// whole are the lines of a file, each with a line break; one that has none is told.
func whole(data []byte) []string {
	all := lines(data)
	if n := len(all) - 1; n >= 0 {
		if strings.HasSuffix(string(data), "\n") {
			all[n] += "\n"
		} else {
			all[n] += "\n\\ No newline at end of file\n"
		}
	}
	return all
}
