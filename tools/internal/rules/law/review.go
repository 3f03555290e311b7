package law

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/statute"
)

// Review is a day on which something that the site says of the law, or rests on, is to
// be looked at again.
type Review struct {
	Date value.Date
	What diag.Text
	Kind string // of record: authority, recipient; reference for a table of the program
	ID   string // of the record; the name of the table in English
}

// Reviews returns those that come on a day or after it. What should have been looked at
// before is a finding.
func Reviews(set *record.Set, asOf value.Date) []Review {
	var list []Review
	add := func(checked value.Date, days int, kind, id string, what diag.Text) {
		if !checked.Valid() {
			return
		}
		if on := checked.Add(days + 1); !on.Before(asOf) {
			list = append(list, Review{on, what, kind, id})
		}
	}
	for _, t := range Tables() {
		oldest := value.Date("")
		for i, r := range t.References {
			if t.Used != nil && t.Used(set, i) && r.Certainty != statute.Statute && (oldest == "" || r.Checked < oldest) {
				oldest = r.Checked
			}
		}
		add(oldest, statute.FreshDays, "reference", t.Name.EN, diag.Say("%s i programmet ska jämföras med källorna på nytt", "%s in the program is to be compared with its sources anew", t.Name))
	}
	for _, a := range set.Authorities {
		add(a.CheckedOn, statute.FreshDays, "authority", a.ID, diag.Say("uppgifterna om %s ska jämföras med myndighetens egna sidor", "the details of %s are to be compared with the authority's own pages", label(a)))
	}
	for _, r := range set.Recipients {
		if t := r.Protection(); r.Status(asOf) != record.Ended && t.Mechanism == "adequacy-dpf" && t.DPFCheckedOn.Valid() {
			next := value.DateOf(t.DPFCheckedOn.Time().AddDate(1, 0, 0))
			add(t.DPFCheckedOn, t.DPFCheckedOn.DaysUntil(next), "recipient", r.ID, diag.Say("%s ska sökas på nytt på listan för Data Privacy Framework", "%s is to be looked up on the Data Privacy Framework list again", label(r)))
		}
	}
	return slices.Clip(list)
}

func label(r record.Record) diag.Text { return diag.Text{SV: r.Label("sv"), EN: r.Label("en")} }
