package center

import (
	"fmt"
	"strings"
	"time"
)

// Timer measures the stages of a build, by a clock that it is given.
type Timer struct {
	Now    func() time.Time
	stages []stage
}

type stage struct {
	name       string
	start, end time.Time
}

// Begin ends the stage under way and starts the next, if there is one.
func (t *Timer) Begin(name string) {
	t.End()
	if name == "" {
		return
	}
	t.stages = append(t.stages, stage{name: name, start: t.Now()})
}

// End ends the stage under way.
func (t *Timer) End() {
	if n := len(t.stages); n > 0 && t.stages[n-1].end.IsZero() {
		t.stages[n-1].end = t.Now()
	}
}

// String tells what each stage took, a line each.
func (t *Timer) String() string {
	var b strings.Builder
	var sum time.Duration
	line := func(name string, d time.Duration) {
		fmt.Fprintf(&b, "%-8s %8.1f ms\n", name, float64(d.Microseconds())/1000)
	}
	for _, s := range t.stages {
		line(s.name, s.end.Sub(s.start))
		sum += s.end.Sub(s.start)
	}
	line("total", sum)
	return b.String()
}
