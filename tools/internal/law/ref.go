package law

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// Certainty is how sure a fact of a reference table is.
type Certainty string

const (
	Verified   Certainty = "verified"    // checked against the source named
	Statute    Certainty = "statute"     // the text of a law, stable
	SecondHand Certainty = "second-hand" // from somebody who says to have checked it
	Unproven   Certainty = "unproven"    // never shown to a reader
)

// Reference is where a fact of a table comes from, and when it was looked at.
type Reference struct {
	Source    string
	Certainty Certainty
	Checked   record.Date
}

// Shown tells whether a fact may be shown to a reader.
func (r Reference) Shown() bool { return r.Certainty == Verified || r.Certainty == Statute }

// freshDays is how long a reference counts as fresh.
const freshDays = 180

// stale warns of each table with entries that a site rests on and that nobody has
// looked at for long. A table of statutes does not age by itself: a new law is a
// new rule.
func stale(set *record.Set, asOf record.Date) diag.List {
	var list diag.List
	for _, t := range tables() {
		var old []Reference
		for i, r := range t.entries {
			if t.countries != nil && !restsOn(set, t.countries[i]) {
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
			Message: say("%s i det här programmet har %d poster som inte har kontrollerats på %d dagar, den äldsta den %s",
				"%s in this program has %d entries that were not checked for %d days, the oldest on %s", t.name, len(old), freshDays, day(oldest.Checked)),
			Hint: both("uppdatera programmet, och jämför själv med källan det som sidorna visar", "update the program, and compare what the pages show with the source yourself"),
		})
	}
	return list
}

// refTable is a table as the test of age sees it.
type refTable struct {
	name      diag.Text
	entries   []Reference
	countries []record.Country // of the entries; none where a site rests on them all
}

func tables() []refTable {
	authorities := refTable{name: both("tabellen över tillsynsmyndigheter", "the table of supervisory authorities")}
	for _, a := range authorityTable {
		authorities.entries = append(authorities.entries, a.Reference)
		authorities.countries = append(authorities.countries, a.Country)
	}
	decisions := refTable{name: both("tabellen över beslut om adekvat skyddsnivå", "the table of adequacy decisions")}
	for _, d := range adequacyTable {
		decisions.entries = append(decisions.entries, d.Reference)
	}
	anchors := refTable{name: both("tabellen över lagringstider i lag", "the table of periods in law")}
	for _, a := range anchorTable {
		anchors.entries = append(anchors.entries, a.Reference)
	}
	return []refTable{authorities, decisions, anchors}
}

// restsOn tells whether a site has readers in a country, or names its authority.
func restsOn(set *record.Set, country record.Country) bool {
	named := slices.ContainsFunc(set.Authorities, func(a *record.Authority) bool { return a.Country == country })
	return named || set.Organisation != nil && slices.Contains(set.Organisation.AudienceCountries, country)
}
