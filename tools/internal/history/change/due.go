package change

import (
	"cmp"
	"fmt"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Due is a day on which the published site says something else than the day
// before, without anybody changing a file.
type Due struct {
	Date value.Date
	What diag.Text
	Kind string
	ID   string
}

// NextDue returns what falls due after a day, the nearest first.
func NextDue(set *record.Set, asOf value.Date) []Due {
	d := dues{asOf: asOf}
	for _, r := range set.Recipients {
		name := diag.Text{SV: r.Label("sv"), EN: r.Label("en")}
		d.add("recipient", r.ID, r.Announced, name, "%s står som kommande i listan", "%s stands in the list as upcoming")
		d.after("recipient", r.ID, r.ObjectBy, name, "tiden att invända mot %s har gått ut", "the time to object to %s is over")
		d.add("recipient", r.ID, r.Effective, name, "%s får uppgifter", "%s gets data")
		d.after("recipient", r.ID, r.Ended, name, "%s står som upphörd", "%s stands as ended")
	}
	for _, c := range set.Certifications {
		name := diag.Text{SV: c.Standard, EN: c.Standard}
		d.add("certification", c.ID, c.ValidFrom, name, "certifikatet %s börjar gälla", "the certificate %s becomes valid")
		d.after("certification", c.ID, c.ValidTo, name, "certifikatet %s gäller inte längre", "the certificate %s is no longer valid")
	}
	if o := set.Organisation; o != nil {
		name := diag.Text{SV: o.Name, EN: o.Name}
		if o.SecurityContact != nil {
			d.after("organisation", o.ID, o.SecurityContact.Expires, name, "security.txt för %s gäller inte längre", "security.txt of %s is no longer valid")
		}
		if o.Review != nil {
			d.add("organisation", o.ID, o.Review.NextReviewOn, name, "uppgifterna om %s ska gås igenom", "the facts of %s are to be reviewed")
		}
		for _, a := range o.Accepted {
			rule := diag.Text{SV: a.Rule, EN: a.Rule}
			d.after("organisation", o.ID, a.Until, rule, "varningen %s godtas inte längre", "the warning %s is no longer accepted")
		}
	}
	slices.SortStableFunc(d.list, func(a, b Due) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.What.EN, b.What.EN))
	})
	return d.list
}

type dues struct {
	asOf value.Date
	list []Due
}

func (d *dues) add(kind, id string, on value.Date, name diag.Text, sv, en string) {
	if on.Valid() && on > d.asOf {
		d.list = append(d.list, Due{on, diag.Text{SV: fmt.Sprintf(sv, name.SV), EN: fmt.Sprintf(en, name.EN)}, kind, id})
	}
}

// after is for a last day: what it ends, ends the day after.
func (d *dues) after(kind, id string, last value.Date, name diag.Text, sv, en string) {
	if last.Valid() {
		d.add(kind, id, last.Add(1), name, sv, en)
	}
}
