package law

import (
	"slices"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/statute"
)

// Reach is where a right that depends on the legal basis can be used.
type Reach struct {
	Activities []string // the ids of those whose purposes give it, in the order of the records
	Cookies    bool     // it is given by consent to cookies
}

// RightsInUse tells of each right that depends on the legal basis, or on marketing,
// where it can be used; a right with an empty reach can be used nowhere. It is nil
// while an activity of ours does not say what it rests on, since nothing can then be
// told for certain.
func RightsInUse(set *record.Set, asOf value.Date) map[string]Reach {
	f := gather(set, asOf)
	if f.baseless || len(f.ours) == 0 {
		return nil
	}
	reach := map[string]Reach{}
	for _, right := range []string{"portability", "objection", "objection-marketing", "withdraw-consent"} {
		var r Reach
		for _, a := range f.ours {
			if slices.ContainsFunc(a.Purposes, func(p record.Purpose) bool { return gives(p, right) }) {
				r.Activities = append(r.Activities, a.ID)
			}
		}
		asked := slices.ContainsFunc(set.Cookies, func(c *record.Cookie) bool { return record.Yes(c.ConsentRequired) })
		r.Cookies = asked && (right == "withdraw-consent" || right == "portability")
		reach[right] = r
	}
	return reach
}

// gives tells whether a purpose gives a right.
func gives(p record.Purpose, right string) bool {
	if right == "objection-marketing" {
		return p.DirectMarketing
	}
	if p.Art9 == "explicit-consent" && statute.RightApplies(right, "consent") != statute.Never {
		return true
	}
	return slices.ContainsFunc(p.Bases, func(b record.Basis) bool { return statute.RightApplies(right, b.Art6) != statute.Never })
}
