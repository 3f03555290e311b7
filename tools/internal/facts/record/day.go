package record

import (
	"cmp"
	"slices"

	"tillit/tools/internal/facts/value"
)

// Dated is a set as it applies on a day: what pages, lists, feeds, documents and rules
// ask of those who come and go. What no day changes is asked of the set in it.
type Dated struct {
	*Set
	Day value.Date
}

// On is the set as it applies on a day, in Sweden.
func (s *Set) On(day value.Date) Dated { return Dated{Set: s, Day: day} }

// Remaining are the recipients whose part has not ended: those who take part, and
// those yet to come.
func (d Dated) Remaining() []*Recipient {
	return slices.DeleteFunc(slices.Clone(d.Recipients), func(r *Recipient) bool { return r.Status(d.Day) == Ended })
}

// Transfers tells whether data leaves the EU/EEA to some recipient whose part has not
// ended.
func (d Dated) Transfers() bool { return slices.ContainsFunc(d.Remaining(), (*Recipient).Abroad) }

// GettingFrom are those who get data in an activity.
func (d Dated) GettingFrom(a *Activity) []*Recipient {
	return slices.DeleteFunc(d.Involved(a), func(r *Recipient) bool { return r.Status(d.Day) != Current })
}

// RemainingIn are those involved in an activity whose part has not ended.
func (d Dated) RemainingIn(a *Activity) []*Recipient {
	return slices.DeleteFunc(d.Involved(a), func(r *Recipient) bool { return r.Status(d.Day) == Ended })
}

// Standing are those of the ids of recipients whose part has not ended. An id that
// leads nowhere stays.
func (d Dated) Standing(ids []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		e := d.Find("recipient", id)
		return e != nil && e.Value.(*Recipient).Status(d.Day) == Ended
	})
}

// Listed are the recipients that are wanted, in the order of every list of them: those
// yet to come by the day on which they begin, then the current ones by name, then
// those that ended, the last to end first. Names decide between equals, and ids
// between names.
func (d Dated) Listed(lang string, wanted func(*Recipient) bool) []*Recipient {
	list := slices.DeleteFunc(slices.Clone(d.Recipients), func(r *Recipient) bool { return !wanted(r) })
	rank := map[Status]int{Upcoming: 0, Current: 1, Ended: 2}
	names := Alphabet()
	slices.SortStableFunc(list, func(a, b *Recipient) int {
		status := a.Status(d.Day)
		if c := cmp.Compare(rank[status], rank[b.Status(d.Day)]); c != 0 {
			return c
		}
		first := 0
		switch status {
		case Upcoming:
			first = cmp.Compare(a.Effective, b.Effective)
		case Ended:
			first = cmp.Compare(b.Ended, a.Ended)
		}
		return cmp.Or(first, names.CompareString(a.Label(lang), b.Label(lang)))
	})
	return list
}
