package law

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
)

// siteMistakes are about services, certificates and the data protection officer.
var siteMistakes = []Mistake{
	{
		Rule: diag.Rule{ID: "enf-purpose-service", Group: "purposes", Severity: diag.Error, Law: "GDPR Art. 13(1)(c)",
			Title: diag.Say("en tjänst utan behandling", "a service without an activity")},
		find: owing("notice", asked(each(services, quiet, unprocessed))),
	},
	{
		Rule: diag.Rule{ID: "cert-unsupported", Group: "security", Severity: diag.Warning, Law: "GDPR Art. 32(3), 42",
			Title: diag.Say("ett certifikat som ingen kan kontrollera", "a certificate that nobody can check")},
		find: asked(each(certifications, quiet, certified)),
	},
	{
		Rule: diag.Rule{ID: "dpo-person-name", Severity: diag.Info, Law: "GDPR Art. 5(1)(c), 37(7)",
			Title: diag.Say("dataskyddsombudets namn är publicerat", "the data protection officer's name is published")},
		find: asked(each(withOfficer, quiet, func(_ *facts, c *record.Controller) reply {
			if c.DPO.Name == "" {
				return reply{}
			}
			return lacks(coverage.Missing, "dpo.name", diag.Say("publicerar namnet på sitt dataskyddsombud, vilket inte krävs", "publishes the name of its data protection officer, which is not required"), "").
				advised("ange bara funktionen, om ombudet inte vill synas", "tell the function only, unless the officer wishes to be seen")
		})),
	},
	{
		Rule: diag.Rule{ID: "dpo-conflict", Severity: diag.Info, Law: "GDPR Art. 38(6)",
			Title: diag.Say("ombudets brevlåda hör till någon annan", "the officer's mailbox belongs to somebody else")},
		find: asked(each(withOfficer, quiet, conflicted)),
	},
}

func unprocessed(f *facts, s *record.Service) reply {
	for _, a := range f.set.Activities {
		if slices.Contains(a.Services, s.ID) && len(a.Purposes)+len(a.Operations) > 0 {
			return reply{}
		}
	}
	r := lacks(coverage.Missing, "name", diag.Say("hör inte till någon behandling med ändamål", "belongs to no activity with a purpose"), "")
	a := f.fittest(s)
	switch {
	case a == nil:
		return r.advised("skriv en behandling i data/activities/ som tjänsten medför, med "+s.ID+" i services", "write an activity in data/activities/ that the service involves, with "+s.ID+" in services")
	case slices.Contains(a.Services, s.ID):
		return r.advised("skriv ändamålen i purposes i "+f.at(spot{a, ""}).File, "write the purposes in purposes in "+f.at(spot{a, ""}).File)
	}
	r.advice = diag.Say("lägg till %[1]s i services i %[2]s, eller i en annan behandling som tjänsten medför", "add %[1]s to services in %[2]s, or in another activity that the service involves", s.ID, f.at(spot{a, ""}).File)
	return r
}

// fittest is the activity that most likely belongs to a service: one that names it, else
// one that names another and has a purpose, else any that has one.
func (f *facts) fittest(s *record.Service) *record.Activity {
	for _, fits := range []func(*record.Activity) bool{
		func(a *record.Activity) bool { return slices.Contains(a.Services, s.ID) },
		func(a *record.Activity) bool { return len(a.Services) > 0 && len(a.Purposes) > 0 },
		func(a *record.Activity) bool { return len(a.Purposes) > 0 },
	} {
		if i := slices.IndexFunc(f.set.Activities, fits); i >= 0 {
			return f.set.Activities[i]
		}
	}
	return nil
}

// conflicted finds an officer whose mail goes to those whom the officer watches.
func conflicted(_ *facts, c *record.Controller) reply {
	box, _, _ := strings.Cut(strings.ToLower(c.DPO.Email), "@")
	if !slices.Contains([]string{"sales", "salj", "support", "kundtjanst", "vd", "ceo", "hr", "marketing", "marknad", "it", "cto", "ciso", "info"}, box) {
		return reply{}
	}
	return lacks(coverage.Missing, "dpo.email", diag.Say("låter dataskyddsombudets brev gå till %s, som delas med andra", "lets the data protection officer's mail go to %s, which others share", diag.Quote(c.DPO.Email)), "dpo: {email: dataskyddsombud@…}")
}
