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
