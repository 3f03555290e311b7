package view

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
)

// Law is what the site takes from the law, to help those who turn to it.
type Law struct {
	Rights      []string           // that a person can use, on the legal bases of the records
	Reach       map[string]Reach   // of the rights that depend on them: where
	Authorities []record.Authority // of all countries of the EEA, as far as they are known
	Directory   string             // where all of them are listed, kept up to date by others
}

// Reach is where a right can be used: by the ids of activities, and for cookies.
type Reach struct {
	Activities []string
	Cookies    bool
}

// ModelLetter is a letter to copy, in which a person uses a right. Its words are those
// of the interface: letter_subject_<right> and letter_body_<right>.
type ModelLetter struct {
	Name  string   // the right's, as keys have it: withdraw_consent
	To    []string // whom it goes to, line by line
	Email string   // where it can be sent at once
	Due   bool     // the law sets a time for the answer: Art. 12(3) GDPR
}

// tellHelp puts letters under the rights that a person can use, and makes the list
// of all authorities.
func (b *Making) tellHelp() {
	for _, l := range b.Languages {
		v := b.Plan.Views[l.Key()]
		t := newTongue(b.Set, l.Tag, b.AsOf, b.Words[l.Key()], b.Plan.absent, nil)
		for _, r := range slices.Concat(v.Objections, v.Rights) {
			if r.Letter = letter(r, v.Controller, b.Law.Rights); r.Letter != nil {
				v.Letters = append(v.Letters, r)
			}
			if reach, ok := b.Law.Reach[r.Right.Code]; ok {
				r.Where, r.Cookies = t.told(reach.Activities), reach.Cookies
				r.Nowhere = len(r.Where) == 0 && !r.Cookies
			}
		}
		v.Everywhere = t.everywhere(b.Law.Authorities)
		v.Directory = words.Web(b.Law.Directory)
		v.conditions["letters"], v.conditions["everywhere"] = len(v.Letters) > 0, len(v.Everywhere) > 0
	}
}

// told are activities where the privacy policy tells of each.
func (t *tongue) told(ids []string) []words.Ref {
	var list []words.Ref
	for _, id := range ids {
		list = append(list, t.Shown(t.Ref("activity", id).Name, page.Policy, id))
	}
	words.By(t.Tongue, list, func(r words.Ref) string { return r.Name })
	return list
}

// letter is nil for a right that is not used by writing to the organisation, and
// for one that no legal basis in use gives.
func letter(r *Right, to *Controller, usable []string) *ModelLetter {
	elsewhere := []string{"complaint", "judicial-remedy"} // to an authority, and to a court
	if slices.Contains(elsewhere, r.Right.Code) || !slices.Contains(usable, r.Right.Code) {
		return nil
	}
	// Art. 12(3) is about requests under Articles 15 to 22.
	timeless := []string{"information", "withdraw-consent", "compensation"}
	out := &ModelLetter{Name: strings.ReplaceAll(r.Right.Code, "-", "_"), To: []string{to.LegalName}, Due: !slices.Contains(timeless, r.Right.Code)}
	if c := to.Rights; c != nil {
		out.Email = c.Email
		if a := c.Address; a != nil {
			out.To = append(out.To, a.Street, diag.Join(" ", a.Postcode, a.City), a.Country)
		}
		out.To = append(out.To, c.Email)
	}
	out.To = slices.DeleteFunc(out.To, func(line string) bool { return line == "" })
	return out
}

// everywhere lists the authorities for complaints by country: the site's own
// records, and for all other countries what the law's table knows.
func (t *tongue) everywhere(known []record.Authority) []*Authority {
	var list []*Authority
	if len(known) == 0 {
		return nil
	}
	receives := func(a *record.Authority) bool { return slices.Contains(a.Tasks, "complaints") }
	told := map[value.Country]bool{}
	for _, a := range t.Set.Authorities {
		if receives(a) {
			told[a.Country] = true
			out := t.authority(a)
			out.Scope = "" // it stands in the authority's own card
			list = append(list, out)
		}
	}
	for _, a := range known {
		if receives(&a) && !told[a.Country] {
			list = append(list, t.authority(&a))
		}
	}
	words.By(t.Tongue, list, func(a *Authority) string { return a.Country })
	return list
}
