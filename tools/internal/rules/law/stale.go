package law

import (
	"regexp"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/statute"
)

// stale warns of each table with entries that a site rests on and that nobody has
// looked at for long. A table of statutes does not age by itself: a new law is a
// new rule.
func stale(set *record.Set, asOf value.Date) diag.List {
	var list diag.List
	for _, t := range Tables() {
		var old []statute.Reference
		for i, r := range t.References {
			if t.Used == nil || !t.Used(set, i) {
				continue
			}
			if r.Certainty != statute.Statute && r.Checked.DaysUntil(asOf) > statute.FreshDays {
				old = append(old, r)
			}
		}
		if len(old) == 0 {
			continue
		}
		oldest := slices.MinFunc(old, func(a, b statute.Reference) int { return b.Checked.DaysUntil(a.Checked) })
		list = append(list, diag.New("reference-stale", diag.Pos{},
			diag.Say("%s i det här programmet har %d poster som inte har kontrollerats på %d dagar, den äldsta den %s",
				"%s in this program has %d entries that were not checked for %d days, the oldest on %s", t.Name, len(old), statute.FreshDays, record.DayWords(oldest.Checked)),
			diag.Say("uppdatera programmet, och jämför själv med källan det som sidorna visar", "update the program, and compare what the pages show with the source yourself")))
	}
	return list
}

// sendsTo tells whether a transfer of a site rests on a decision.
func sendsTo(set *record.Set, d statute.Adequacy) bool {
	return slices.ContainsFunc(set.Recipients, func(r *record.Recipient) bool {
		return r.Transfer != nil && adequate(r.Transfer) && slices.Contains(destinations(r), value.Country(d.Country))
	})
}

// keptUnder tells whether a retention rule of a site cites the law of a period.
func keptUnder(set *record.Set, a statute.Anchor) bool {
	return slices.ContainsFunc(set.Retention, func(r *record.Retention) bool {
		return len(r.Law) > 0 && slices.ContainsFunc(statuteNumber.FindAllString(a.Law, -1), func(n string) bool { return cites(r.Law, n) })
	})
}

// statuteNumber is what a Swedish law is cited by.
var statuteNumber = regexp.MustCompile(`\d{4}:\d+`)

// restsOn tells whether a site has readers in a country, or names its authority.
func restsOn(set *record.Set, country value.Country) bool {
	lives := func(c value.Country) bool { return statute.HomeOf(c) == country }
	named := slices.ContainsFunc(set.Authorities, func(a *record.Authority) bool { return a.Country == country })
	return named || set.Organisation != nil && slices.ContainsFunc(set.Organisation.AudienceCountries, lives)
}

// Tables returns what the program knows of the world, table by table.
func Tables() []statute.RefTable {
	return []statute.RefTable{
		statute.TableOf("tabellen över tillsynsmyndigheter", "the table of supervisory authorities", statute.AuthorityTable(), func(a statute.Authority) statute.Reference { return a.Reference },
			func(set *record.Set, a statute.Authority) bool { return restsOn(set, a.Country) }),
		statute.TableOf("tabellen över beslut om adekvat skyddsnivå", "the table of adequacy decisions", statute.AdequacyTable, func(d statute.Adequacy) statute.Reference { return d.Reference }, sendsTo),
		statute.TableOf("tabellen över lagringstider i lag", "the table of periods in law", statute.AnchorTable(), func(a statute.Anchor) statute.Reference { return a.Reference }, keptUnder),
		statute.TableOf("tabellen över svenska nummer", "the table of Swedish numbers", statute.IdentifierTable, func(i statute.Identifier) statute.Reference { return i.Reference }, nil),
		statute.TableOf("tabellen över länder inom EU/EES", "the table of countries of the EU/EEA", statute.JurisdictionTable, func(j statute.Jurisdiction) statute.Reference { return j.Reference }, nil),
		statute.TableOf("tabellen över överföringsgrunder", "the table of grounds of transfer", statute.MechanismTable, func(m statute.Mechanism) statute.Reference { return m.Reference }, nil),
		statute.TableOf("tabellen över standardavtalsklausulernas moduler", "the table of modules of the standard contractual clauses", statute.SCCTable, func(m statute.SCCModule) statute.Reference { return m.Reference }, nil),
		statute.TableOf("tabellen över rättsliga grunder", "the table of legal bases", statute.BasisTable, func(b statute.Basis) statute.Reference { return b.Reference }, nil),
		statute.TableOf("tabellen över påståenden som inte längre stämmer", "the table of claims that no longer hold", statute.ClaimTable(), func(c statute.Claim) statute.Reference { return c.Reference },
			func(set *record.Set, c statute.Claim) bool { return restsOn(set, c.Country) }),
		statute.TableOf("tabellen över rättigheter", "the table of rights", statute.RightTable, func(r statute.DependentRight) statute.Reference { return r.Reference }, nil),
	}
}
