package view

import (
	"cmp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// Retention is one rule of how long data is kept.
type Retention struct {
	ID         string
	Name       string
	Data       []string // names of categories
	Period     string   // "7 years", "30 days – 2 years"; empty where a criterion decides
	Criterion  Text
	StartsAt   Text
	Action     Word
	Handling   Text
	Storage    []Word
	Exception  Text
	Law        Text
	Breakdown  []Share
	Activities []Ref

	categories []string
}

// Share is the period for one service.
type Share struct {
	Service string
	Period  string
}

func (t *tongue) retention() []*Retention {
	var list []*Retention
	for _, r := range t.set.Retention {
		out := &Retention{
			ID: r.ID, Name: r.Label(t.lang), Period: t.period(r.Period), Criterion: t.text(r.Criterion), StartsAt: t.text(r.StartsAt),
			Action: t.choice("retention-action", r.Action), Handling: t.text(r.Handling), Storage: t.choices("storage", r.Storage),
			Exception: t.text(r.Exception), Law: t.text(r.Law), categories: r.Data,
		}
		if r.Range != nil {
			out.Period = between(t.period(r.Range.Min), t.period(r.Range.Max))
		}
		for _, ref := range t.refs("category", r.Data) {
			out.Data = append(out.Data, ref.Name)
		}
		for _, s := range r.Breakdown {
			out.Breakdown = append(out.Breakdown, Share{Service: t.ref("service", s.Service).Name, Period: t.period(s.Period)})
		}
		by(t, out.Breakdown, func(s Share) string { return s.Service })
		var users []string
		for _, a := range t.set.Activities {
			if slices.Contains(a.Retention, r.ID) {
				users = append(users, a.ID)
			}
		}
		out.Activities = t.refs("activity", users)
		list = append(list, out)
	}
	by(t, list, func(r *Retention) string { return r.Name })
	return list
}

// Right is one right of the person.
type Right struct {
	ID           string
	Right        Word
	Title        string
	Meaning      Text
	How          Text
	Conditional  bool
	Grounds      []Text
	Limits       []Text
	ResponseTime Text
	Fee          Text
	Frequency    Text
	Precondition Text
	Letter       *ModelLetter // nil when there is none to write

	// Where the right can be used, of one that depends on the legal basis; Nowhere
	// when no activity gives it.
	Where   []Ref
	Cookies bool
	Nowhere bool
}

// rights are in the order that the records give, then in that of the law. Those
// of objection are told apart from all others, as Art. 21(4) GDPR demands.
func (t *tongue) rights() (rights, objections []*Right) {
	records := slices.Clone(t.set.Rights)
	rank := map[string]int{}
	for i, c := range record.Choices("right") {
		rank[c.Code] = i
	}
	const last = 1000
	slices.SortStableFunc(records, func(a, b *record.Right) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.Order, last), cmp.Or(b.Order, last)), cmp.Compare(rank[a.Right], rank[b.Right]))
	})
	for _, r := range records {
		out := &Right{
			ID: r.ID, Right: t.choice("right", r.Right), Title: diag.Capital(cmp.Or(string(t.text(r.Title)), t.choice("right", r.Right).Text)),
			Meaning: t.text(r.Meaning), How: t.text(r.How), Conditional: r.Conditional,
			Grounds: t.texts(r.Grounds), Limits: t.texts(r.Limits), ResponseTime: t.text(r.ResponseTime),
			Fee: t.text(r.Fee), Frequency: t.text(r.FrequencyLimit), Precondition: t.text(r.Precondition),
		}
		if r.Prominent || slices.Contains([]string{"objection", "objection-marketing", "objection-research"}, r.Right) {
			objections = append(objections, out)
		} else {
			rights = append(rights, out)
		}
	}
	return rights, objections
}

// MeasureDomain is the measures under one heading of Annex III.
type MeasureDomain struct {
	Domain   Word
	Measures []*Measure
}

// Measure is a technical or organisational measure.
type Measure struct {
	ID        string
	Title     string
	Text      Text
	Items     []Text
	AppliesTo Word
	order     int
}

func (t *tongue) measures() []MeasureDomain {
	var list []MeasureDomain
	for _, c := range record.Choices("domain") {
		d := MeasureDomain{Domain: t.choice("domain", c.Code)}
		for _, m := range t.set.Measures {
			if m.Domain == c.Code {
				d.Measures = append(d.Measures, &Measure{
					ID: m.ID, Title: m.Label(t.lang), Text: t.text(m.Text), Items: t.texts(m.Items),
					AppliesTo: t.choice("applies-to", m.AppliesTo), order: cmp.Or(m.Order, 1000),
				})
			}
		}
		by(t, d.Measures, func(m *Measure) string { return m.Title })
		slices.SortStableFunc(d.Measures, func(a, b *Measure) int { return cmp.Compare(a.order, b.order) })
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
	Gloss    Text
	Scope    Text
	Body     string
	Number   string
	From, To Day
	Link     *Link
	Lapsed   bool // on the day of the page
}

func (t *tongue) certifications() []*Certification {
	var list []*Certification
	for _, c := range t.set.Certifications {
		list = append(list, &Certification{
			ID: c.ID, Standard: typeset(t.lang, c.Standard), Gloss: t.text(c.Gloss), Scope: t.text(c.Scope), Body: c.Body, Number: c.CertificateNo,
			From: t.day(c.ValidFrom), To: t.day(c.ValidTo), Link: web(c.URL), Lapsed: c.ValidTo.Before(t.asOf),
		})
	}
	by(t, list, func(c *Certification) string { return c.Standard })
	return list
}

// Cookie is something stored on, or read from, a visitor's device.
type Cookie struct {
	ID         string
	Name       string
	Kind       Word
	Provider   string
	Party      Word
	Purpose    Text
	Category   Word
	Lifetime   string
	Session    bool
	Consent    bool
	Recipients []Ref
}

// cookies are by category, the necessary ones first, and then by name.
func (t *tongue) cookies() []*Cookie {
	var list []*Cookie
	for _, c := range record.Choices("cookie-category") {
		var part []*Cookie
		for _, k := range t.set.Cookies {
			if k.Category == c.Code {
				part = append(part, &Cookie{
					ID: k.ID, Name: k.Name, Kind: t.choice("cookie-kind", k.Kind), Provider: k.Provider, Party: t.choice("cookie-party", k.Party),
					Purpose: t.text(k.Purpose), Category: t.choice("cookie-category", k.Category), Lifetime: t.period(k.Lifetime),
					Session: k.Session, Consent: yes(k.ConsentRequired), Recipients: t.refs("recipient", k.Recipients),
				})
			}
		}
		by(t, part, func(c *Cookie) string { return c.Name })
		list = append(list, part...)
	}
	return list
}

// Service is a product under its own name.
type Service struct {
	ID           string
	Name         string
	Description  Text
	DefinedTerm  Text
	Web          *Link
	Provider     string
	Roles        []ServiceRole
	Terms        []Term
	Integrations Text
	Links        []Link
	Jurisdiction []string
	GovAccess    Text
	Switching    Text
}

// ServiceRole tells who stands in which role in a service.
type ServiceRole struct {
	Role, Who Word
	Name      Text
	Text      Text
}

// Term is a word and its meaning.
type Term struct {
	Term, Meaning Text
	Service       string
}

func (t *tongue) services() []*Service {
	var list []*Service
	for _, s := range t.set.Services {
		out := &Service{
			ID: s.ID, Name: s.Label(t.lang), Description: t.text(s.Description), DefinedTerm: t.text(s.DefinedTerm), Web: web(s.URL),
			Integrations: t.text(s.Integrations), Links: t.links(s.Links), Jurisdiction: t.countries(s.Jurisdiction),
			GovAccess: t.text(s.GovAccessMeasures), Switching: t.text(s.Switching),
		}
		if s.Provider != "" {
			out.Provider = t.ref("controller", s.Provider).Name
		}
		for _, r := range s.Roles {
			role := ServiceRole{t.choice("service-role", r.Role), t.choice("party", r.Who), t.text(r.Name), t.text(r.Text)}
			if strings.EqualFold(role.Who.Text, string(role.Name)) { // the customer, called the Customer
				role.Name = ""
			}
			out.Roles = append(out.Roles, role)
		}
		for _, term := range s.Terms {
			out.Terms = append(out.Terms, Term{t.text(term.Term), t.text(term.Meaning), out.Name})
		}
		by(t, out.Terms, func(x Term) string { return string(x.Term) })
		list = append(list, out)
	}
	by(t, list, func(s *Service) string { return s.Name })
	return list
}

func (t *tongue) serviceNames(ids []string) []string {
	var list []string
	for _, ref := range t.refs("service", ids) {
		list = append(list, ref.Name)
	}
	return list
}

// terms are the defined words of all services.
func terms(t *tongue, services []*Service) []Term {
	var list []Term
	for _, s := range services {
		if s.DefinedTerm != "" {
			list = append(list, Term{Term: s.DefinedTerm, Meaning: Text(s.Name), Service: s.Name})
		}
		list = append(list, s.Terms...)
	}
	by(t, list, func(x Term) string { return string(x.Term) })
	return list
}
