package view

import (
	"cmp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
)

// Retention is one rule of how long data is kept.
type Retention struct {
	ID         string
	Name       string
	Data       []string // names of categories
	Period     string   // "7 years", "30 days – 2 years"; empty where a criterion decides
	Criterion  words.Text
	StartsAt   words.Text
	Action     words.Word
	Handling   words.Text
	Storage    []words.Word
	Exception  words.Text
	Law        words.Text
	Breakdown  []Share
	Activities []words.Ref

	categories []string
}

// Share is the period for one service.
type Share struct {
	Service string
	Period  string
}

func (t *tongue) retention() []*Retention {
	var list []*Retention
	for _, r := range t.Set.ListedRetention(t.Lang) {
		out := &Retention{
			ID: r.ID, Name: r.Label(t.Lang), Period: t.Period(r.Period), Criterion: t.Text(r.Criterion), StartsAt: t.Text(r.StartsAt),
			Action: t.Choice("retention-action", r.Action), Handling: t.Text(r.Handling), Storage: t.Choices("storage", r.Storage),
			Exception: t.Text(r.Exception), Law: t.Text(r.Law), categories: r.Data,
		}
		if r.Range != nil {
			out.Period = words.Between(t.Period(r.Range.Min), t.Period(r.Range.Max))
		}
		for _, ref := range t.Refs("category", r.Data) {
			out.Data = append(out.Data, ref.Name)
		}
		for _, s := range r.Breakdown {
			out.Breakdown = append(out.Breakdown, Share{Service: t.Ref("service", s.Service).Name, Period: t.Period(s.Period)})
		}
		words.By(t.Tongue, out.Breakdown, func(s Share) string { return s.Service })
		var users []string
		for _, a := range t.Set.Activities {
			if slices.Contains(a.Retention, r.ID) {
				users = append(users, a.ID)
			}
		}
		out.Activities = t.Refs("activity", users)
		list = append(list, out)
	}
	return list
}

// Right is one right of the person.
type Right struct {
	ID           string
	Right        words.Word
	Title        string
	Meaning      words.Text
	How          words.Text
	Conditional  bool
	Grounds      []words.Text
	Limits       []words.Text
	ResponseTime words.Text
	Fee          words.Text
	Frequency    words.Text
	Precondition words.Text
	Letter       *ModelLetter // nil when there is none to write

	// Where the right can be used, of one that depends on the legal basis; Nowhere
	// when no activity gives it.
	Where   []words.Ref
	Cookies bool
	Nowhere bool
}

// rights are in the order that the records give, then in that of the law. Those
// of objection are told apart from all others, as Art. 21(4) GDPR demands.
func (t *tongue) rights() (rights, objections []*Right) {
	records := slices.Clone(t.Set.Rights)
	rank := map[string]int{}
	for i, c := range value.Choices("right") {
		rank[c.Code] = i
	}
	const last = 1000
	slices.SortStableFunc(records, func(a, b *record.Right) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.Order, last), cmp.Or(b.Order, last)), cmp.Compare(rank[a.Right], rank[b.Right]))
	})
	for _, r := range records {
		out := &Right{
			ID: r.ID, Right: t.Choice("right", r.Right), Title: diag.Capital(cmp.Or(string(t.Text(r.Title)), t.Choice("right", r.Right).Text)),
			Meaning: t.Text(r.Meaning), How: t.Text(r.How), Conditional: r.Conditional,
			Grounds: t.Texts(r.Grounds), Limits: t.Texts(r.Limits), ResponseTime: t.Text(r.ResponseTime),
			Fee: t.Text(r.Fee), Frequency: t.Text(r.FrequencyLimit), Precondition: t.Text(r.Precondition),
		}
		if page.Apart(r) {
			objections = append(objections, out)
		} else {
			rights = append(rights, out)
		}
	}
	return rights, objections
}

// MeasureDomain is the measures under one heading of Annex III.
type MeasureDomain struct {
	Domain   words.Word
	Measures []*Measure
}

// Measure is a technical or organisational measure.
type Measure struct {
	ID        string
	Title     string
	Text      words.Text
	Items     []words.Text
	AppliesTo words.Word
}

func (t *tongue) measures() []MeasureDomain {
	var list []MeasureDomain
	all := t.Set.ListedMeasures(t.Lang)
	for _, c := range value.Choices("domain") {
		d := MeasureDomain{Domain: t.Choice("domain", c.Code)}
		for _, m := range all {
			if m.Domain == c.Code {
				d.Measures = append(d.Measures, &Measure{
					ID: m.ID, Title: m.Label(t.Lang), Text: t.Text(m.Text), Items: t.Texts(m.Items),
					AppliesTo: t.Choice("applies-to", m.AppliesTo),
				})
			}
		}
		if len(d.Measures) > 0 {
			list = append(list, d)
		}
	}
	return list
}

// Certification is a certificate that somebody else can vouch for.
type Certification struct {
	ID       string
	Standard string
	Gloss    words.Text
	Scope    words.Text
	Body     string
	Number   string
	From, To words.Day
	Link     *words.Link
	Lapsed   bool // on the day of the page
}

func (t *tongue) certifications() []*Certification {
	var list []*Certification
	for _, c := range t.Set.Certifications {
		list = append(list, &Certification{
			ID: c.ID, Standard: words.Typeset(t.Lang, c.Standard), Gloss: t.Text(c.Gloss), Scope: t.Text(c.Scope), Body: c.Body, Number: c.CertificateNo,
			From: t.Day(c.ValidFrom), To: t.Day(c.ValidTo), Link: words.Web(c.URL), Lapsed: c.ValidTo.Before(t.AsOf),
		})
	}
	words.By(t.Tongue, list, func(c *Certification) string { return c.Standard })
	return list
}

// Cookie is something stored on, or read from, a visitor's device.
type Cookie struct {
	ID         string
	Name       string
	Kind       words.Word
	Provider   string
	Party      words.Word
	Purpose    words.Text
	Category   words.Word
	Lifetime   string
	Session    bool
	Consent    bool
	Recipients []words.Ref
}

// cookies are by category, the necessary ones first, and then by name.
func (t *tongue) cookies() []*Cookie {
	var list []*Cookie
	for _, c := range value.Choices("cookie-category") {
		var part []*Cookie
		for _, k := range t.Set.Cookies {
			if k.Category == c.Code {
				part = append(part, &Cookie{
					ID: k.ID, Name: k.Name, Kind: t.Choice("cookie-kind", k.Kind), Provider: k.Provider, Party: t.Choice("cookie-party", k.Party),
					Purpose: t.Text(k.Purpose), Category: t.Choice("cookie-category", k.Category), Lifetime: t.Period(k.Lifetime),
					Session: k.Session, Consent: record.Yes(k.ConsentRequired), Recipients: t.Refs("recipient", t.Set.On(t.AsOf).Standing(k.Recipients)),
				})
			}
		}
		words.By(t.Tongue, part, func(c *Cookie) string { return c.Name })
		list = append(list, part...)
	}
	return list
}

// Service is a product under its own name.
type Service struct {
	ID           string
	Name         string
	Description  words.Text
	DefinedTerm  words.Text
	Web          *words.Link
	Provider     string
	Roles        []ServiceRole
	Terms        []Term
	Integrations words.Text
	Links        []words.Link
	Jurisdiction []string
	GovAccess    words.Text
	Switching    words.Text
}

// ServiceRole tells who stands in which role in a service.
type ServiceRole struct {
	Role, Who words.Word
	Name      words.Text
	Text      words.Text
}

// Term is a word and its meaning.
type Term struct {
	Term, Meaning words.Text
	Service       string
}

func (t *tongue) services() []*Service {
	var list []*Service
	for _, s := range t.Set.Services {
		out := &Service{
			ID: s.ID, Name: s.Label(t.Lang), Description: t.Text(s.Description), DefinedTerm: t.Text(s.DefinedTerm), Web: words.Web(s.URL),
			Integrations: t.Text(s.Integrations), Links: t.Links(s.Links), Jurisdiction: t.Countries(s.Jurisdiction),
			GovAccess: t.Text(s.GovAccessMeasures), Switching: t.Text(s.Switching),
		}
		if s.Provider != "" {
			out.Provider = t.Ref("controller", s.Provider).Name
		}
		for _, r := range s.Roles {
			role := ServiceRole{t.Choice("service-role", r.Role), t.Choice("party", r.Who), t.Text(r.Name), t.Text(r.Text)}
			if strings.EqualFold(role.Who.Text, string(role.Name)) { // the customer, called the Customer
				role.Name = ""
			}
			out.Roles = append(out.Roles, role)
		}
		for _, term := range s.Terms {
			out.Terms = append(out.Terms, Term{t.Text(term.Term), t.Text(term.Meaning), out.Name})
		}
		words.By(t.Tongue, out.Terms, func(x Term) string { return string(x.Term) })
		list = append(list, out)
	}
	words.By(t.Tongue, list, func(s *Service) string { return s.Name })
	return list
}

func (t *tongue) serviceNames(ids []string) []string {
	var list []string
	for _, ref := range t.Refs("service", ids) {
		list = append(list, ref.Name)
	}
	return list
}

// terms are the defined words of all services.
func terms(t *tongue, services []*Service) []Term {
	var list []Term
	for _, s := range services {
		if s.DefinedTerm != "" {
			list = append(list, Term{Term: s.DefinedTerm, Meaning: words.Text(s.Name), Service: s.Name})
		}
		list = append(list, s.Terms...)
	}
	words.By(t.Tongue, list, func(x Term) string { return string(x.Term) })
	return list
}
