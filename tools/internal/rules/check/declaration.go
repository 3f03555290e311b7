package check

import (
	"fmt"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// facts are the places that contradict the declared negatives, by the field that
// declares each.
type facts map[string][]fact

type fact struct {
	record record.Record
	path   string
}

func (f facts) against(field string, r record.Record, path string, there bool) {
	if there {
		f[field] = append(f[field], fact{r, path})
	}
}

// declarations compares what is declared not to happen with the records. A
// negative that another page contradicts misleads whoever reads only one.
func (s *subject) declarations(o *record.Organisation) {
	d := o.Declared()
	noCookies := o.Cookies != nil && record.No(o.Cookies.Used)
	if d == (record.Declarations{}) && !noCookies {
		return
	}
	found := s.facts()
	if d.NoTransfers() && len(found["declarations.transfers"]) == 0 {
		s.unproved()
	}
	for _, declared := range []struct {
		field string
		made  bool
		what  diag.Text
	}{
		{"declarations.joint_controllers", d.NoJointControllers(), diag.Say("inga gemensamt ansvariga finns", "there are no joint controllers")},
		{"declarations.transfers", d.NoTransfers(), diag.Say("inga uppgifter överförs till tredjeland", "no data is transferred to third countries")},
		{"declarations.automated_decisions", d.NoAutomatedDecisions(), diag.Say("inga automatiserade beslut fattas", "no automated decisions are made")},
		{"declarations.special_categories", d.NoSpecialCategories(), diag.Say("inga känsliga personuppgifter behandlas", "no special categories of data are processed")},
		{"declarations.criminal_offences", d.NoCriminalOffences(), diag.Say("inga uppgifter om lagöverträdelser behandlas", "no data on criminal offences is processed")},
		{"declarations.national_id", d.NoNationalID(), diag.Say("inga personnummer behandlas", "no national identification numbers are processed")},
		{"declarations.children", d.NotForChildren(), diag.Say("tjänsterna inte riktar sig till barn", "the services are not directed at children")},
		{"declarations.representative", d.NoRepresentative(), diag.Say("ingen företrädare i EU krävs", "no representative in the EU is required")},
		{"cookies.used", noCookies, diag.Say("inga kakor används", "no cookies are used")},
	} {
		if against := found[declared.field]; declared.made && len(against) > 0 {
			s.contradicted(declared.field, declared.what, against)
		}
	}
}

func (s *subject) contradicted(field string, what diag.Text, against []fact) {
	d := s.report("declaration-contradiction", field,
		diag.Say("%s förklarar att %s, men %s säger annat", "%s declares that %s, but %s says otherwise", s.called(), what, s.checker.called(against[0].record)),
		diag.Say("ta bort förklaringen, eller rätta posten", "remove the declaration, or correct the record"))
	for _, f := range against[:min(shown, len(against))] {
		d.Related = append(d.Related, s.note(f.record, f.path, s.checker.called(f.record)))
	}
}

// unproved asks where those recipients have the data whom no word of theirs places
// within the EU/EEA. That nobody knows is not the good answer.
func (s *subject) unproved() {
	var open []fact
	for _, r := range s.set.On(s.asOf).Remaining() {
		if r.Zone() == value.Unknown && !s.misplaced(r) {
			open = append(open, fact{r, ""})
		}
	}
	if len(open) == 0 {
		return
	}
	d := s.report("declaration-unproved", "declarations.transfers",
		diag.Say("%s förklarar att inga uppgifter överförs till tredjeland, men var %s har uppgifterna är inte angivet", "%s declares that no data is transferred to third countries, but where %s has the data is not stated",
			s.called(), s.checker.called(open[0].record)),
		diag.Say("ange platserna i locations, eller skriv transfer: {third_country: false} hos mottagaren om det stämmer", "state the places in locations, or write transfer: {third_country: false} at the recipient if that is so"))
	for _, f := range open[:min(shown, len(open))] {
		d.Related = append(d.Related, s.note(f.record, f.path, s.checker.called(f.record)))
	}
}

// misplaced tells whether a place of a recipient is told, but cannot be read or is none;
// that has a finding of its own.
func (s *subject) misplaced(r *record.Recipient) bool {
	return s.about(r).filed.File.Failed("locations") ||
		slices.ContainsFunc(r.Locations, func(l record.Location) bool { return l.Country != "" && l.Country.Zone() == value.Unknown })
}

// shown is how many of the records are named that a declaration is compared with.
const shown = 5

// facts gathers what a declaration may be contradicted by.
func (s *subject) facts() facts {
	f := facts{}
	for _, c := range s.set.Controllers {
		f.against("declarations.joint_controllers", c, "joint", len(c.Joint) > 0)
		f.against("declarations.representative", c, "representative", c.Representative != nil)
	}
	for _, r := range s.set.On(s.asOf).Remaining() {
		f.against("declarations.joint_controllers", r, "kind", r.Kind == "joint")
		f.leaving(r)
		f.data(r, r.Data)
	}
	for _, a := range s.set.Activities {
		f.against("declarations.joint_controllers", a, "role", a.Role == "joint")
		f.against("declarations.automated_decisions", a, "automated_decisions.used", a.AutomatedDecisions != nil && record.Yes(a.AutomatedDecisions.Used))
		f.against("declarations.children", a, "children.targeted", a.Children != nil && record.Yes(a.Children.Targeted))
		for i, p := range a.Purposes {
			f.against("declarations.special_categories", a, fmt.Sprintf("purposes[%d].art9", i), p.Art9 != "")
			f.against("declarations.criminal_offences", a, fmt.Sprintf("purposes[%d].art10", i), len(p.Art10) > 0)
		}
		f.data(a, a.Data)
	}
	for _, c := range s.set.Cookies {
		f.against("cookies.used", c, "", true)
	}
	return f
}

// leaving adds what tells that a recipient has data outside of the EU/EEA. One that
// tells no place is where it is established.
func (f facts) leaving(r *record.Recipient) {
	path, _ := r.Beyond()
	if path == "" && r.Zone() == value.Unknown && r.Country.Zone() == value.Outside {
		path = "country"
	}
	f.against("declarations.transfers", r, path, path != "")
}

// data adds what the single data of a record contradict.
func (f facts) data(r record.Record, data []record.Data) {
	for i, d := range data {
		for j, it := range d.Items {
			at := fmt.Sprintf("data[%d].items[%d]", i, j)
			f.against("declarations.special_categories", r, at+".special", it.Special != "")
			f.against("declarations.national_id", r, at+".national_id", it.NationalID != nil)
		}
	}
}
