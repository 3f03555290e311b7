package law

import (
	"regexp"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// stale warns of each table with entries that a site rests on and that nobody has
// looked at for long. A table of statutes does not age by itself: a new law is a
// new rule.
func stale(set *record.Set, asOf record.Date) diag.List {
	var list diag.List
	for _, t := range tables() {
		var old []Reference
		for i, r := range t.entries {
			if t.used == nil || !t.used(set, i) {
				continue
			}
			if r.Certainty != Statute && r.Checked.DaysUntil(asOf) > freshDays {
				old = append(old, r)
			}
		}
		if len(old) == 0 {
			continue
		}
		oldest := slices.MinFunc(old, func(a, b Reference) int { return b.Checked.DaysUntil(a.Checked) })
		list = append(list, diag.Diagnostic{
			Severity: diag.Warning, Rule: "reference-stale",
			Message: diag.Say("%s i det här programmet har %d poster som inte har kontrollerats på %d dagar, den äldsta den %s",
				"%s in this program has %d entries that were not checked for %d days, the oldest on %s", t.name, len(old), freshDays, day(oldest.Checked)),
			Hint: diag.Say("uppdatera programmet, och jämför själv med källan det som sidorna visar", "update the program, and compare what the pages show with the source yourself"),
		})
	}
	return list
}

// sendsTo tells whether a transfer of a site rests on a decision.
func sendsTo(set *record.Set, d Adequacy) bool {
	return slices.ContainsFunc(set.Recipients, func(r *record.Recipient) bool {
		return r.Transfer != nil && adequate(r.Transfer) && slices.Contains(destinations(r), record.Country(d.Country))
	})
}

// keptUnder tells whether a retention rule of a site cites the law of a period.
func keptUnder(set *record.Set, a Anchor) bool {
	return slices.ContainsFunc(set.Retention, func(r *record.Retention) bool {
		return len(r.Law) > 0 && slices.ContainsFunc(statuteNumber.FindAllString(a.Law, -1), func(n string) bool { return cites(r.Law, n) })
	})
}

// statuteNumber is what a Swedish law is cited by.
var statuteNumber = regexp.MustCompile(`\d{4}:\d+`)

// restsOn tells whether a site has readers in a country, or names its authority.
func restsOn(set *record.Set, country record.Country) bool {
	lives := func(c record.Country) bool { return home(c) == country }
	named := slices.ContainsFunc(set.Authorities, func(a *record.Authority) bool { return a.Country == country })
	return named || set.Organisation != nil && slices.ContainsFunc(set.Organisation.AudienceCountries, lives)
}

func tables() []refTable {
	return []refTable{
		tableOf("tabellen över tillsynsmyndigheter", "the table of supervisory authorities", AuthorityTable(), func(a Authority) Reference { return a.Reference },
			func(set *record.Set, a Authority) bool { return restsOn(set, a.Country) }),
		tableOf("tabellen över beslut om adekvat skyddsnivå", "the table of adequacy decisions", adequacyTable, func(d Adequacy) Reference { return d.Reference }, sendsTo),
		tableOf("tabellen över lagringstider i lag", "the table of periods in law", AnchorTable(), func(a Anchor) Reference { return a.Reference }, keptUnder),
		tableOf("tabellen över svenska nummer", "the table of Swedish numbers", identifierTable, func(i Identifier) Reference { return i.Reference }, nil),
		tableOf("tabellen över länder inom EU/EES", "the table of countries of the EU/EEA", jurisdictionTable, func(j Jurisdiction) Reference { return j.Reference }, nil),
		tableOf("tabellen över överföringsgrunder", "the table of grounds of transfer", mechanismTable, func(m Mechanism) Reference { return m.Reference }, nil),
		tableOf("tabellen över standardavtalsklausulernas moduler", "the table of modules of the standard contractual clauses", sccTable, func(m SCCModule) Reference { return m.Reference }, nil),
		tableOf("tabellen över rättsliga grunder", "the table of legal bases", basisTable, func(b Basis) Reference { return b.Reference }, nil),
		tableOf("tabellen över rättigheter", "the table of rights", rightTable, func(r DependentRight) Reference { return r.Reference }, nil),
	}
}
