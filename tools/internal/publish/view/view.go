package view

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
)

// View is all that the pages of one language show. Its fields are what templates
// may use: lists are sorted, days and numbers written out, references resolved.
// A field that does not exist fails the build, with the template's line.
type View struct {
	Lang string    // BCP 47
	AsOf words.Day // the day on which upcoming, current and ended are judged
	Name string    // of the organisation, as the site bears it

	Controller  *Controller // the one that the site speaks for; never nil
	Controllers []*Controller
	Officers    []*Officer // of all controllers, also where none is appointed
	Joint       []Joint
	Services    []*Service
	Terms       []Term
	Aims        []words.Text
	Requests    Requests

	Own       []*Activity // as controller, alone or jointly
	Customers []*Activity // as processor
	NoSpecial bool        // no special categories of data, as declared
	Retention []*Retention

	Subprocessors Roster
	Facets        []*Facet // of the sub-processors
	Recipients    []RecipientKind
	Transfers     []TransferOf

	Rights     []*Right
	Objections []*Right // told apart from all others
	Letters    []*Right // those with a letter to copy

	ComplaintAuthority *Authority
	CookieAuthority    *Authority
	OtherAuthorities   []*Authority
	Everywhere         []*Authority // one of each country, and more where there are more
	Directory          *words.Link  // where others list them all

	Measures       []MeasureDomain
	Certifications []*Certification
	Incident       *Incident
	Cookies        []*Cookie
	CookiePolicy   CookieUse
	ProcessorTerms ProcessorTerms
	Hosting        *Hosting
	Security       []words.Link // where a weakness is reported
	SecurityPolicy *words.Link
	Review         Review
	ChangePolicy   words.Text
	NoticeDays     string // "30 days"
	Routes         []page.Route

	Head     *Edition   // the last issued version; nil before any
	Issue    *Edition   // the version that is being issued, of which this is a page
	Editions []*Edition // the newest first
	Changes  []*ChangeSet
	changed  map[string]*Edition

	statements []Statement
	downloads  func() []offer
	conditions page.Conditions
	processing []string // countries
	leaving    []string // third countries
}

// Statement is something said to everybody.
type Statement struct {
	ID    string
	Title words.Text
	Text  words.Text
	Items []words.Text
	Links []words.Link
	topic string
}

// Requests says how requests from persons are handled.
type Requests struct {
	ResponseTime, Extension, IdentityCheck, Refusal words.Text
	Free                                            bool
}

// Incident says what happens after a personal data breach.
type Incident struct {
	Authority, Subjects words.Text
	CustomerNotice      string // "24 hours"
	Email               string
	Phone               *words.Phone
}

// CookieUse is what holds for all cookies.
type CookieUse struct {
	Used, Unused bool // both false when nothing is said
	Explanation  words.Text
	Informs      []words.Text
	Purposes     []words.Text
	Refusal      words.Text
	Consequence  words.Text
	Consent      *Consent
}

// Consent is how a visitor chooses.
type Consent struct {
	Tool        string
	ToolLink    *words.Link
	RejectFirst bool
	Withdraw    words.Text
	WithdrawAt  *words.Link
}

// ProcessorTerms are what a customer may rely on.
type ProcessorTerms struct {
	Authorisation    words.Word
	Channels         []words.Word
	Objection        words.Text
	Clauses          []Clause
	Responsibilities []Responsibility
}

// Clause is one of the terms, by the name that the record gives it.
type Clause struct {
	Name string // instructions, confidentiality, …
	Law  string
	Text words.Text
}

// Responsibility is what one party answers for.
type Responsibility struct {
	Who   words.Word
	Texts []words.Text
}

// Hosting tells who serves the site.
type Hosting struct {
	Provider *words.Ref
	Text     words.Text
}

// Review is when people went through the facts.
type Review struct {
	On, Next, From words.Day
}

func newView(t *tongue, p *Plan) *View {
	o := t.Set.Organisation
	if o == nil {
		o = &record.Organisation{}
	}
	v := &View{Lang: t.Lang, AsOf: t.Day(t.AsOf), Name: o.Name, downloads: p.offered}
	t.parties(v, o)
	v.Services = t.services()
	v.Terms = terms(t, v.Services)
	v.Aims = t.Texts(o.Aims)
	v.Retention = t.retention()
	kept := map[string]*Retention{}
	for _, r := range v.Retention {
		kept[r.ID] = r
	}
	v.Own, v.Customers = t.activities(kept)
	v.NoSpecial = o.Declared().NoSpecialCategories()
	v.Subprocessors = t.roster((*record.Recipient).IsSubprocessor)
	v.Recipients = t.recipientKinds()
	v.Transfers, v.leaving, v.processing = t.transfers(), t.transferCountries(), t.processingCountries()
	v.Rights, v.Objections = t.rights()
	v.Facets = t.facets(v.Subprocessors)
	v.Measures, v.Certifications, v.Cookies = t.measures(), t.certifications(), t.cookies()
	t.promises(v, o)
	v.Routes = page.Routes(t.Absent)
	v.conditions = page.ConditionsOf(t.Set, t.AsOf)
	return v
}

// parties fills in who is responsible, and who watches over it.
func (t *tongue) parties(v *View, o *record.Organisation) {
	main := t.Set.Controller()
	for _, c := range t.Set.Controllers {
		out := t.controller(c)
		v.Controllers = append(v.Controllers, out)
		if main == c || main == nil && v.Controller == nil {
			v.Controller = out
		}
	}
	if v.Controller == nil { // prose always names somebody
		v.Controller = &Controller{Name: o.Name, LegalName: o.Name}
	}
	words.By(t.Tongue, v.Controllers, func(c *Controller) string {
		if c == v.Controller {
			return "" // the main one comes first
		}
		return c.LegalName
	})
	for _, c := range v.Controllers {
		if c.DPO != nil {
			v.Officers = append(v.Officers, c.DPO)
		}
		v.Joint = append(v.Joint, c.Joint...)
	}
	t.authorities(v)
}

// authorities tells the one for complaints and the one for cookies from all others.
func (t *tongue) authorities(v *View) {
	complaints, cookies := page.AuthorityFor(t.Set, "complaints"), page.AuthorityFor(t.Set, "cookies")
	for _, a := range t.Set.Authorities {
		switch out := t.authority(a); {
		case a == complaints:
			v.ComplaintAuthority = out
			if a == cookies {
				v.CookieAuthority = out
			}
		case a == cookies:
			v.CookieAuthority = out
		default:
			v.OtherAuthorities = append(v.OtherAuthorities, out)
		}
	}
	words.By(t.Tongue, v.OtherAuthorities, func(a *Authority) string { return a.Country + " " + a.Name })
}

// promises fills in what the organisation says of itself.
func (t *tongue) promises(v *View, o *record.Organisation) {
	for _, s := range o.Statements {
		v.statements = append(v.statements, Statement{
			ID: s.ID, Title: t.Text(s.Title), Text: t.Text(s.Text), Items: t.Texts(s.Items), Links: t.Links(s.Links), topic: s.Topic,
		})
	}
	if r := o.Requests; r != nil {
		v.Requests = Requests{
			ResponseTime: t.Text(r.ResponseTime), Extension: t.Text(r.Extension), IdentityCheck: t.Text(r.IdentityCheck),
			Refusal: t.Text(r.RefusalNote), Free: record.Yes(r.FreeOfCharge),
		}
	}
	if i := o.Incident; i != nil {
		v.Incident = &Incident{Authority: t.Text(i.Authority), Subjects: t.Text(i.Subjects), Email: i.Email, Phone: t.Phone(i.Phone)}
		if i.CustomerNoticeHours > 0 {
			v.Incident.CustomerNotice = t.Period(value.Period(fmt.Sprintf("PT%dH", i.CustomerNoticeHours)))
		}
	}
	v.CookiePolicy = t.cookieUse(o.Cookies)
	v.ProcessorTerms = t.processorTerms(o.ProcessorTerms)
	if h := o.Hosting; h != nil {
		v.Hosting = &Hosting{Text: t.Text(h.Text)}
		if h.Provider != "" {
			ref := t.Ref("recipient", h.Provider)
			v.Hosting.Provider = &ref
		}
	}
	if s := o.SecurityContact; s != nil {
		for _, url := range s.Contact {
			v.Security = append(v.Security, *t.channel(record.Channel{URL: url}).Link)
		}
		v.SecurityPolicy = words.Web(s.Policy)
	}
	if r := o.Review; r != nil {
		v.Review = Review{On: t.Day(r.ReviewedOn), Next: t.Day(r.NextReviewOn), From: t.Day(r.EffectiveFrom)}
	}
	v.ChangePolicy = t.Text(o.ChangePolicy)
	if o.NoticeDays > 0 {
		v.NoticeDays = t.Period(value.Period(fmt.Sprintf("P%dD", o.NoticeDays)))
	}
}

func (t *tongue) cookieUse(c *record.CookieUse) CookieUse {
	if c == nil {
		return CookieUse{}
	}
	out := CookieUse{
		Used: record.Yes(c.Used), Unused: record.No(c.Used), Explanation: t.Text(c.Explanation), Informs: t.Texts(c.Informs),
		Purposes: t.Texts(c.Purposes), Refusal: t.Text(c.Refusal), Consequence: t.Text(c.Consequence),
	}
	if k := c.Consent; k != nil {
		out.Consent = &Consent{
			Tool: k.Tool, ToolLink: words.Web(k.ToolURL), RejectFirst: record.Yes(k.RejectOnFirstLayer),
			Withdraw: t.Text(k.Withdraw), WithdrawAt: words.Web(k.WithdrawURL),
		}
	}
	return out
}

func (t *tongue) processorTerms(p *record.ProcessorTerms) ProcessorTerms {
	if p == nil {
		return ProcessorTerms{}
	}
	out := ProcessorTerms{
		Authorisation: t.Choice("authorisation", p.Authorisation), Channels: t.Choices("notice-channel", p.NoticeChannels),
		Objection: t.Text(p.Objection),
	}
	for _, c := range []struct {
		name, law string
		text      record.Text
	}{
		{"instructions", "28(3)(a)", p.Instructions},
		{"confidentiality", "28(3)(b)", p.Confidentiality},
		{"flow_down", "28(4)", p.FlowDown},
		{"assistance_rights", "28(3)(e)", p.AssistanceRights},
		{"assistance_security", "28(3)(f)", p.AssistanceSecurity},
		{"return_or_delete", "28(3)(g)", p.ReturnOrDelete},
		{"audit", "28(3)(h)", p.Audit},
		{"governing_agreement", "28(3)", p.GoverningAgreement},
	} {
		if text := t.Text(c.text); text != "" {
			out.Clauses = append(out.Clauses, Clause{c.name, t.Provision("GDPR Art. " + c.law), text})
		}
	}
	for _, party := range value.Choices("party") {
		r := Responsibility{Who: t.Choice("party", party.Code)}
		for _, line := range p.Responsibilities {
			if line.Who == party.Code {
				r.Texts = append(r.Texts, t.Text(line.Text))
			}
		}
		if len(r.Texts) > 0 {
			out.Responsibilities = append(out.Responsibilities, r)
		}
	}
	return out
}

// Statements are those filed under a topic.
func (v *View) Statements(topic string) ([]Statement, error) {
	if !known("topic", topic) {
		return nil, fmt.Errorf("there is no topic %q", topic)
	}
	var list []Statement
	for _, s := range v.statements {
		if s.topic == topic {
			list = append(list, s)
		}
	}
	return list, nil
}

// Activities are those in a role: controller (alone or jointly) or processor.
func (v *View) Activities(role string) ([]*Activity, error) {
	switch role {
	case "controller":
		return v.Own, nil
	case "processor":
		return v.Customers, nil
	}
	return nil, fmt.Errorf("there is no role %q; write controller or processor", role)
}

// Countries are the names of countries: those outside the EU/EEA that data is
// transferred to, or all in which it is processed.
func (v *View) Countries(which string) ([]string, error) {
	switch which {
	case "transfers":
		return v.leaving, nil
	case "processing":
		return v.processing, nil
	}
	return nil, fmt.Errorf("there is no list of countries %q; write transfers or processing", which)
}

// Unnamed tells whether data goes to a country that nobody has told.
func (v *View) Unnamed() bool {
	return slices.ContainsFunc(v.Transfers, func(x TransferOf) bool { return len(x.Countries) == 0 })
}

// Direction is the one in which the language is written, as HTML has it.
func (v *View) Direction() string {
	script, _ := language.Make(v.Lang).Script()
	if slices.Contains(leftward, script.String()) {
		return "rtl"
	}
	return "ltr"
}

// leftward are the scripts in use that are written from right to left.
var leftward = strings.Fields("Adlm Arab Hebr Mand Nkoo Rohg Samr Syrc Thaa")
