package law_test

import (
	"slices"

	"tillit/tools/internal/facts/record"
)

// The records of the repository's own site that the tests change.

func company(s *record.Set) *record.Controller             { return s.Controllers[0] }
func terms(s *record.Set) *record.ProcessorTerms           { return s.Organisation.ProcessorTerms }
func newsletter(s *record.Set) *record.Activity            { return activity(s, "newsletter") }
func subprocessor(s *record.Set) *record.Recipient         { return recipient(s, "kvistfors-datahall") }
func transfer(s *record.Set) *record.Transfer              { return recipient(s, "lanternview-monitoring").Transfer }
func activity(s *record.Set, id string) *record.Activity   { return byID(s.Activities, id) }
func recipient(s *record.Set, id string) *record.Recipient { return byID(s.Recipients, id) }
func rule(s *record.Set, id string) *record.Retention      { return byID(s.Retention, id) }
func right(s *record.Set, id string) *record.Right         { return byID(s.Rights, id) }
func cookie(s *record.Set, id string) *record.Cookie       { return byID(s.Cookies, id) }

func byID[R record.Record](list []R, id string) R {
	return list[slices.IndexFunc(list, func(r R) bool { return r.Key() == id })]
}

// number is the first national identification number among the data.
func number(s *record.Set) *record.Item {
	for _, a := range s.Activities {
		for i := range a.Data {
			for j := range a.Data[i].Items {
				if it := &a.Data[i].Items[j]; it.NationalID != nil {
					return it
				}
			}
		}
	}
	panic("the site has no national identification number")
}

func text(sv string) record.Text { return record.Text{"sv": sv, "en": sv} }
func truth(b bool) *bool         { return &b }

func both(a, b func(*record.Set)) func(*record.Set) {
	return func(s *record.Set) { a(s); b(s) }
}

func withoutRight(code string) func(*record.Set) {
	return func(s *record.Set) {
		s.Rights = slices.DeleteFunc(s.Rights, func(r *record.Right) bool { return r.Right == code })
	}
}

func nameless(s *record.Set) { company(s).LegalName, company(s).TradeName = "", "" }

func unreachableOfficer(s *record.Set) {
	d := company(s).DPO
	d.Email, d.Phone, d.Address = "", "", nil
}

func abroadWithRepresentative(s *record.Set) {
	company(s).EstablishedInEU = truth(false)
	company(s).Representative = &record.Representative{Name: "Ombud AB", Email: "ombud@example.com"}
}

func undisclosed(s *record.Set) { newsletter(s).Recipients = record.OrNone[string]{} }
func unkept(s *record.Set)      { newsletter(s).Retention = nil }
func lawless(s *record.Set)     { newsletter(s).Purposes[1].Bases[0].Law = nil }

func untoldTransfer(s *record.Set) {
	r := recipient(s, "brevlyktan-utskick")
	r.Transfer, r.Locations = nil, nil
}

func untoldChain(s *record.Set) {
	r := subprocessor(s)
	r.Transfer, r.Locations = nil, nil
}

func anonymousChain(s *record.Set) {
	r := subprocessor(s)
	r.LegalName, r.Address, r.Contact, r.Service = "", nil, nil, nil
}

// undescribed leaves nothing of an activity for customers but its name, and
// nothing of what a sub-processor does.
func undescribed(s *record.Set) {
	a := activity(s, "hosting")
	a.DataSubjects, a.Data, a.Operations, a.Purposes, a.Retention = nil, nil, nil, nil, nil
}

// ground rests the transfer on a mechanism alone, with all that any could need.
func ground(mechanism string) func(*record.Set) {
	return func(s *record.Set) {
		t := transfer(s)
		t.Mechanism, t.Fallback, t.SCCModule, t.Note = mechanism, "", 3, text("Tillståndet från IMY och informationen till de registrerade.")
		t.Copy = &record.Copy{URL: "https://www.example.com/regler"}
	}
}

// ourTransfer sends data of ours to the United States.
func ourTransfer(s *record.Set) {
	ground("art46-2-c")(s)
	newsletter(s).Recipients.List = append(newsletter(s).Recipients.List, "lanternview-monitoring")
}

func derogation(letter string) breach {
	return breach{
		id: "GDPR-49-1-" + letter,
		given: func(s *record.Set) {
			ground("art49-1-" + letter)(s)
			recipient(s, "lanternview-monitoring").Kind = "controller"
		},
		broken: func(s *record.Set) { recipient(s, "lanternview-monitoring").Kind = "processor" },
	}
}

func byCriterion(s *record.Set) {
	r := rule(s, "newsletter")
	r.Period, r.Criterion = "", text("Till dess att du avslutar prenumerationen")
}

func machineDecisions(s *record.Set) {
	s.Organisation.Declarations.AutomatedDecisions = ""
	newsletter(s).AutomatedDecisions = &record.AutomatedDecisions{
		Used: truth(true), Exception: "contract", Logic: text("Så här."), Significance: text("Det här."), Consequences: text("Detta."),
		Safeguards: []record.Text{text("En människa prövar om.")},
	}
}

func unexplained(s *record.Set) {
	d := newsletter(s).AutomatedDecisions
	d.Logic, d.Significance, d.Consequences = nil, nil, nil
}

// bought lets the addresses of the newsletter come from somebody else.
func bought(s *record.Set) {
	newsletter(s).Source = &record.Source{
		Kinds: []string{"other"}, From: []record.Text{text("Adressbolaget AB")}, PubliclyAccessible: truth(false), InformedWhen: text("I det första brevet."),
	}
}

func newPurpose(s *record.Set) {
	s.Changes = append(s.Changes, &record.Change{
		ID: "zz-new-purpose", Records: []string{"activities/newsletter"}, Title: text("Ett nytt ändamål"), Effective: "2026-12-01", Material: truth(true),
		Notices: []record.Notice{{Audience: "data-subjects", Date: "2026-11-01", Channel: "email"}},
	})
}

func forChildren(s *record.Set) {
	s.Organisation.Declarations.Children = ""
	newsletter(s).Children = &record.Children{Targeted: truth(true), MinAge: 13, Consent: text("Vårdnadshavaren bekräftar.")}
}

func ageless(s *record.Set) {
	c := newsletter(s).Children
	c.MinAge, c.Consent = 0, nil
}

func sensitive(s *record.Set) {
	s.Organisation.Declarations.SpecialCategories = ""
	newsletter(s).Data[0].Items[0].Special = "health"
	newsletter(s).Purposes[0].Art9 = "explicit-consent"
}

func criminal(s *record.Set) {
	s.Organisation.Declarations.CriminalOffences = ""
	newsletter(s).Purposes[0].Art10 = text("Förordningen (2018:219) 5 §")
}

func shared(s *record.Set) {
	s.Organisation.Declarations.JointControllers = ""
	company(s).Joint = []record.Joint{{With: "Exempelgruppen AB", Essence: text("Vi svarar för informationen."), ContactPoint: text("Skriv till oss.")}}
}

func measuresFor(who string) func(*record.Set) {
	return func(s *record.Set) {
		for _, m := range s.Measures {
			m.AppliesTo = who
		}
	}
}

func withoutDomain(domain string) func(*record.Set) {
	return func(s *record.Set) {
		s.Measures = slices.DeleteFunc(s.Measures, func(m *record.Measure) bool { return m.Domain == domain })
	}
}
