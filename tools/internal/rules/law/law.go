// Package law says what the law asks of the published pages, and how far a
// site's facts answer it.
//
// Goals: one table of duties, each with its article, its source and the day on
// which that was checked; coverage from structured fields, in five states, and from
// words only where these cannot be read in two ways; known mistakes in the facts; and dated reference tables. Each
// fault is told once, at the place where it is put right, with what to write.
//
// It is engineering help. Nothing here is legal advice, and nothing may present
// itself as such.
package law

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/wording"
)

// Pack names the state of the law that this program knows, for reports and
// issued versions.
const Pack = "se-2026-11"

// Rules returns the rules that come with the tables of duties, mistakes and wording, by
// id, for the one table of rules. Where several speak by one name, the rule is that of
// the gravest, and told of with the wording.
func Rules() []diag.Rule {
	byID := map[string]diag.Rule{}
	for _, m := range mistakes {
		byID[m.ID] = m.Rule
	}
	for _, l := range wording.LintRules() {
		r := l.Rule
		if known, ok := byID[r.ID]; ok {
			if known.Severity <= r.Severity {
				known.Group = r.Group
				r = known
			}
			r.Milder = true
		}
		byID[r.ID] = r
	}
	for _, d := range duties {
		if _, known := byID[d.Rule().ID]; !known && d.told == "" {
			byID[d.Rule().ID] = d.Rule()
		}
	}
	return slices.SortedFunc(maps.Values(byID), func(a, b diag.Rule) int { return cmp.Compare(a.ID, b.ID) })
}

// Check returns what the facts of a site fail to answer, the known mistakes in
// them and in their texts and prose, and what is stale in the reference tables,
// sorted. Duties are those of the profiles that the organisation claims.
func Check(set *record.Set, prose []prose.File, asOf value.Date) diag.List {
	return CheckAgain(set, prose, asOf, &wording.Memory{})
}

// CheckAgain does the same, with what is known of the texts.
func CheckAgain(set *record.Set, prose []prose.File, asOf value.Date, known *wording.Memory) diag.List {
	list := CheckFacts(set, asOf)
	list = append(list, besides(known.Lint(set, prose, asOf), list)...)
	list = append(list, stale(set, asOf)...)
	list.Sort()
	return list
}

// CheckFacts returns what is to be said of the facts on a day, the words aside.
func CheckFacts(set *record.Set, asOf value.Date) diag.List {
	f := gather(set, asOf)
	t := &told{facts: f, places: map[spot]bool{}}
	for _, m := range mistakes {
		t.mistake(m)
	}
	for _, d := range bySeverity(f.owed(nil)) {
		t.duty(d)
	}
	return t.list()
}

// besides leaves out of the findings about wording those on a line of which the
// facts have been found wrong, and those of a right of which the same rule has
// spoken: a limit that must go needs no better sentence.
func besides(wording, facts diag.List) diag.List {
	type line struct {
		file, rule string
		line       int
	}
	taken := map[line]bool{}
	for _, d := range facts {
		for _, r := range append([]diag.Related{{Pos: d.Pos}}, d.Related...) {
			taken[line{r.Pos.File, "", r.Pos.Line}] = true
			if strings.HasPrefix(r.Pos.File, "data/rights/") {
				taken[line{r.Pos.File, d.Rule, 0}] = true
			}
		}
	}
	return slices.DeleteFunc(wording, func(d diag.Diagnostic) bool {
		return taken[line{d.Pos.File, "", d.Pos.Line}] || taken[line{d.Pos.File, d.Rule, 0}]
	})
}

// bySeverity puts the graver duties first, so that a place that several speak of
// is told by the gravest.
func bySeverity(owed []Duty) []Duty {
	slices.SortStableFunc(owed, func(a, b Duty) int { return cmp.Compare(a.normal(), b.normal()) })
	return owed
}
