package change

import (
	"tillit/tools/internal/facts/value"
)

// Stage is where the life of an announcement stands after an entry: what is announced
// may be moved or withdrawn before its day, and else it applies.
type Stage string

const (
	Announced Stage = "announced" // it begins on a day that is to come
	Postponed Stage = "postponed" // the day was moved, and is later
	Hastened  Stage = "hastened"  // or earlier, or has come at once
	Withdrawn Stage = "withdrawn" // it will not begin
	Ending    Stage = "ending"    // its last day is to come
	Over      Stage = "over"      // its last day is past
	Extended  Stage = "extended"  // its last day was moved, and is later, or will not come
	Returned  Stage = "returned"  // it had ended, and is there again
)

// Days are those of a recipient that a version moves.
type Days struct {
	First value.Date `json:"effective,omitempty"`
	Last  value.Date `json:"ended,omitempty"`
}

// Stage tells what an entry of a recipient does to what is announced; "" where it says
// nothing of days.
func (e Entry) Stage() Stage {
	before := Days{}
	if e.Was != nil {
		before = *e.Was
	}
	first, last := e.Effective, e.Ended
	coming := func(day value.Date) bool { return day.Valid() && day > e.Issued }
	switch {
	case e.Kind != "recipient":
		return ""
	case e.Verb == Removed && coming(first):
		return Withdrawn
	case e.Verb == Removed:
		return ""
	case e.Verb == Added && coming(first):
		return Announced
	case e.moves("effective") && coming(before.First) && first > before.First:
		return Postponed
	case e.moves("effective") && coming(before.First):
		return Hastened
	case e.moves("effective") && coming(first):
		return Announced
	case !e.moves("ended"):
		return ""
	case before.Last.Valid() && before.Last < e.Issued && (last == "" || last >= e.Issued):
		return Returned
	case before.Last.Valid() && (last == "" || last > before.Last):
		return Extended
	case !last.Valid():
		return ""
	case last < e.Issued:
		return Over
	}
	return Ending
}

// moves tells whether a day came, went or was moved.
func (e Entry) moves(field string) bool {
	for _, f := range e.Lines {
		if f.Path[0] == field {
			return true
		}
	}
	return false
}

// Fate is what became of an announcement in a later version, before its day had come.
type Fate struct {
	Stage   Stage // Postponed, Hastened or Withdrawn
	Version string
	Issued  value.Date
	Day     value.Date // the new day; "" of what was withdrawn
}

// Dead tells whether an announcement was withdrawn: then nothing of it falls due.
func (e Entry) Dead() bool { return e.Fate != nil && e.Fate.Stage == Withdrawn }

// Due is the day by which somebody must have been told: that from which the change
// applies, where a later version has not moved it.
func (e Entry) Due() value.Date {
	if e.Fate != nil && e.Fate.Day.Valid() {
		return e.Fate.Day
	}
	return e.Applies()
}

// live follows each announcement of a record through its entries, which come oldest
// first. What the days were before is read from the entry before, where a version of an
// older program does not say.
func live(list []Entry, own []int) {
	for n, i := range own {
		e := &list[i]
		if n > 0 && e.Was == nil && e.Verb == Changed {
			before := list[own[n-1]]
			e.Was = &Days{before.Effective, before.Ended}
		}
		switch e.Stage() {
		case Postponed, Hastened, Withdrawn:
			fate := &Fate{e.Stage(), e.Version, e.Issued, e.Effective}
			if fate.Stage == Withdrawn {
				fate.Day = ""
			}
			for m := n - 1; m >= 0; m-- { // back to where it was announced
				list[own[m]].Fate = fate
				if list[own[m]].Verb == Added || list[own[m]].Stage() == Announced {
					break
				}
			}
		}
	}
}
