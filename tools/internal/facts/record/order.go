package record

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tillit/tools/internal/facts/value"
)

// Alphabet is the order in which names are listed, on pages and in files alike: as
// a Swede sorts, with å, ä and ö last and numbers by what they count. It is so in
// every language, so that a reader who changes language, or takes a file away,
// finds the same row in the same place. A collator serves one goroutine.
func Alphabet() *collate.Collator { return collate.New(language.Swedish, collate.Numeric) }

// Listed are the recipients that are wanted, in the order of every list of them on
// a day: those yet to come by the day on which they begin, then the current ones by
// name, then those that ended, the last to end first. Names decide between equals,
// and ids between names.
func (s *Set) Listed(day value.Date, lang string, wanted func(*Recipient) bool) []*Recipient {
	list := slices.DeleteFunc(slices.Clone(s.Recipients), func(r *Recipient) bool { return !wanted(r) })
	rank := map[Status]int{Upcoming: 0, Current: 1, Ended: 2}
	names := Alphabet()
	slices.SortStableFunc(list, func(a, b *Recipient) int {
		status := a.Status(day)
		if c := cmp.Compare(rank[status], rank[b.Status(day)]); c != 0 {
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

// ListedRetention are the retention rules by name.
func (s *Set) ListedRetention(lang string) []*Retention {
	names, list := Alphabet(), slices.Clone(s.Retention)
	slices.SortStableFunc(list, func(a, b *Retention) int { return names.CompareString(a.Label(lang), b.Label(lang)) })
	return list
}

// ListedMeasures are the measures under the headings of Annex III to Decision (EU)
// 2021/915 in their order, then by the order that the records give, those without
// one last, then by name.
func (s *Set) ListedMeasures(lang string) []*Measure {
	rank := map[string]int{}
	for i, c := range value.Choices("domain") {
		rank[c.Code] = i
	}
	const last = 1000
	names, list := Alphabet(), slices.Clone(s.Measures)
	slices.SortStableFunc(list, func(a, b *Measure) int {
		return cmp.Or(
			cmp.Compare(rank[a.Domain], rank[b.Domain]),
			cmp.Compare(cmp.Or(a.Order, last), cmp.Or(b.Order, last)),
			names.CompareString(a.Label(lang), b.Label(lang)),
		)
	})
	return list
}
