package view

import (
	"slices"

	"tillit/tools/internal/facts/words"
)

// What the page of annexes shows besides what other pages do: Annexes I to IV of
// Commission Implementing Decision (EU) 2021/915, as the PDF of the same name has
// them.

// Processors are the organisations that process data for customers, for Annex I: by
// their role, by an activity, or the only one there is.
func (v *View) Processors() []*Controller {
	var list []*Controller
	for _, c := range v.Controllers {
		role := slices.ContainsFunc(c.Roles, func(w words.Word) bool { return w.Code == "processor" })
		named := slices.ContainsFunc(v.Customers, func(a *Activity) bool { return a.Controller != nil && a.Controller.Name == c.Name })
		if role || named {
			list = append(list, c)
		}
	}
	if len(list) == 0 && v.Controller != nil {
		list = append(list, v.Controller)
	}
	return list
}

// CustomerMeasures are the measures that protect what is processed for customers,
// for Annex III.
func (v *View) CustomerMeasures() []MeasureDomain {
	var list []MeasureDomain
	for _, d := range v.Measures {
		d.Measures = slices.DeleteFunc(slices.Clone(d.Measures), func(m *Measure) bool { return m.AppliesTo.Code == "controller" })
		if len(d.Measures) > 0 {
			list = append(list, d)
		}
	}
	return list
}

// Sensitive are the special categories of data of an activity, for Annex II.
func (a *Activity) Sensitive() []Item {
	var list []Item
	for _, d := range a.Data {
		for _, it := range d.Items {
			if it.Special.Code != "" {
				list = append(list, it)
			}
		}
	}
	return list
}

// Assistance is the help that a customer gets, Art. 28(3)(e) and (f), for Annex III.
func (v *View) Assistance() []Clause {
	return slices.DeleteFunc(slices.Clone(v.ProcessorTerms.Clauses), func(c Clause) bool {
		return c.Name != "assistance_rights" && c.Name != "assistance_security"
	})
}
