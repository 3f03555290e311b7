package law

import (
	"slices"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/statute"
)

// UsableRights returns the rights that a person can use against the organisation,
// in the order of the law: those that hold whatever the processing rests on, and
// those that hold on a basis that is in use, or may be where a basis is not told.
func UsableRights(set *record.Set, asOf value.Date) []string {
	f := gather(set, asOf)
	bases := f.basesInUse()
	var list []string
	for _, r := range statute.RightTable {
		if usable(f, r, bases) {
			list = append(list, r.Code)
		}
	}
	return list
}

func usable(f *facts, r statute.DependentRight, bases []string) bool {
	switch r.Code {
	case "objection-marketing":
		return f.markets.record != nil
	case "erasure": // what is processed unlawfully is erased, whatever it rests on: Art. 17(1)(d)
		return true
	}
	untold := f.baseless || len(f.ours) == 0
	return r.On == nil || untold || slices.ContainsFunc(bases, func(b string) bool { return statute.RightApplies(r.Code, b) != statute.Never })
}

// basesInUse are those of our purposes. Explicit consent is consent, and so is
// what a visitor says of cookies: gather has noted both.
func (f *facts) basesInUse() []string {
	var list []string
	for _, b := range statute.BasisTable {
		if _, used := f.basis[b.Code]; used {
			list = append(list, b.Code)
		}
	}
	return list
}
