package view

import (
	"cmp"
	"strings"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Controller is an organisation that the site speaks for.
type Controller struct {
	ID           string
	Name         string // by which it is known
	LegalName    string // in the company register
	LegalForm    Word
	OrgNumber    string
	Registration string // outside Sweden
	VATNumber    string
	Seat         string
	Description  Text
	Address      *Address
	Email        string
	Phone        *Phone
	Web          *Link
	Channels     []Channel
	Parent       *Parent
	Roles        []Word
	OutsideEU    bool

	DPO            *Officer // nil when nothing is said of one
	Representative *Representative
	Joint          []Joint
	Rights         *Contact
}

// Channel is a further way of contact.
type Channel struct {
	Kind    Word
	Purpose Text
	Link    *Link
	Hours   Text
}

// Parent is a company above another.
type Parent struct {
	Name    string
	Country string
	Text    Text
}

// Officer is the data protection officer, or that there is none.
type Officer struct {
	Of        string // the organisation
	Appointed bool
	Basis     Text
	Title     Text
	Name      string
	Email     string
	Phone     *Phone
	Address   *Address
	Topics    Text
	Notified  Day
}

// Representative stands for an organisation outside the EU.
type Representative struct {
	Name    string
	Address *Address
	Email   string
	Phone   *Phone
}

// Joint is one arrangement between joint controllers.
type Joint struct {
	Of, With     string
	Activities   []Ref
	Essence      Text
	ContactPoint Text
}

// Contact is where one turns with a question or a request.
type Contact struct {
	Name    string
	Email   string
	Form    *Link
	Phone   *Phone
	Address *Address
	Text    Text
}

func (t *tongue) controller(c *record.Controller) *Controller {
	const home = "SE"
	out := &Controller{
		ID: c.ID, Name: cmp.Or(c.TradeName, c.LegalName), LegalName: cmp.Or(c.LegalName, c.TradeName),
		LegalForm: t.choice("legal-form", c.LegalForm), OrgNumber: hyphened(c.OrgNumber),
		Registration: c.ForeignRegistration, VATNumber: c.VATNumber, Seat: c.Seat,
		Description: t.text(c.Description), Address: t.address(c.Address, home),
		Email: c.Email, Phone: t.phone(c.Phone), Web: web(c.Web),
		Parent: t.parent(c.GroupParent), Roles: t.choices("role", c.Roles), OutsideEU: no(c.EstablishedInEU),
	}
	for _, ch := range c.Channels {
		out.Channels = append(out.Channels, t.channel(ch))
	}
	if d := c.DPO; d != nil {
		out.DPO = &Officer{
			Of: out.LegalName, Appointed: yes(d.Appointed), Basis: t.text(d.Basis), Title: t.text(d.Title), Name: d.Name,
			Email: d.Email, Phone: t.phone(d.Phone), Address: t.address(d.Address, home),
			Topics: t.text(d.Topics), Notified: t.day(d.NotifiedToAuthorityOn),
		}
	}
	if r := c.Representative; r != nil {
		out.Representative = &Representative{Name: r.Name, Address: t.address(r.Address, ""), Email: r.Email, Phone: t.phone(r.Phone)}
	}
	for _, j := range c.Joint {
		out.Joint = append(out.Joint, Joint{
			Of: out.LegalName, With: j.With, Activities: t.refs("activity", j.Activities),
			Essence: t.text(j.Essence), ContactPoint: t.text(j.ContactPoint),
		})
	}
	out.Rights = t.rightsContact(c, out)
	return out
}

// rightsContact is where requests go: the contact that was named for them, else
// the officer, else the organisation itself.
func (t *tongue) rightsContact(c *record.Controller, out *Controller) *Contact {
	if r := c.RightsContact; r != nil {
		return &Contact{
			Name: out.LegalName, Email: r.Email, Form: web(r.FormURL), Phone: t.phone(r.Phone),
			Address: t.address(r.Address, "SE"), Text: t.text(r.Text),
		}
	}
	if d := out.DPO; d != nil && d.Appointed && (d.Email != "" || d.Phone != nil || d.Address != nil) {
		return &Contact{Name: out.LegalName, Email: d.Email, Phone: d.Phone, Address: d.Address}
	}
	if out.Email != "" || out.Phone != nil || out.Address != nil {
		return &Contact{Name: out.LegalName, Email: out.Email, Phone: out.Phone, Address: out.Address}
	}
	return nil
}

func (t *tongue) channel(c record.Channel) Channel {
	out := Channel{Kind: t.choice("channel", c.Kind), Purpose: t.text(c.Purpose), Link: web(c.URL), Hours: t.text(c.Hours)}
	if number, ok := strings.CutPrefix(c.URL, "tel:"); ok {
		p := t.phone(number)
		out.Link = &Link{Href: p.Href, Text: p.Text}
	}
	return out
}

func (t *tongue) parent(p *record.Parent) *Parent {
	if p == nil {
		return nil
	}
	return &Parent{Name: p.Name, Country: t.country(p.Country), Text: t.text(p.Text)}
}

// hyphened writes an organisation number as the register does, whatever dash or
// space it was typed with. What is no such number is shown as it is.
func hyphened(number string) string {
	return cmp.Or(value.OrgNumber(number), number)
}

// Authority is where a person complains.
type Authority struct {
	ID           string
	Country      string
	Tasks        []Word
	Name         string
	LocalName    string // where it differs from Name
	Abbreviation string
	FullName     string // with the abbreviation, and the local name where it differs
	OrgNumber    string
	Address      *Address
	Visiting     *Address
	Email        string
	Phone        *Phone
	Web          *Link
	Complaint    *Link // its page for complaints
	Rights       *Link
	Contact      *Link
	Scope        Text
	Way          *Way // how a complaint goes
	CheckedOn    Day
	Sources      []string
}

// Way is how a complaint goes with an authority.
type Way struct {
	Who, First, Form, Process, Remedy, Appeal Text
	Contents                                  []Text
}

func (t *tongue) authority(a *record.Authority) *Authority {
	out := &Authority{
		ID: a.ID, Country: t.country(a.Country), Tasks: t.choices("authority-task", a.Tasks),
		Name: a.Name.Any(t.lang), Abbreviation: a.Abbreviation, OrgNumber: hyphened(a.OrgNumber),
		Address: t.address(a.Address, a.Country), Visiting: t.address(a.VisitingAddress, a.Country),
		Email: a.Email, Phone: t.phone(a.Phone), Web: web(a.Web),
		Complaint: t.local(a.ComplaintURL), Rights: t.local(a.RightsURL), Contact: t.local(a.ContactURL),
		Scope: t.text(a.Scope), CheckedOn: t.day(a.CheckedOn), Sources: a.Sources,
	}
	if a.LocalName != out.Name {
		out.LocalName = a.LocalName
	}
	out.FullName = out.Name
	switch inside := join(", ", out.LocalName, missingIn(out.Name, a.Abbreviation)); {
	case inside != "":
		out.FullName += " (" + inside + ")"
	}
	if c := a.Complaint; c != nil {
		out.Way = &Way{
			Who: t.text(c.Who), First: t.text(c.First), Form: t.text(c.Form), Process: t.text(c.Process),
			Remedy: t.text(c.Remedy), Appeal: t.text(c.Appeal), Contents: t.texts(c.Contents),
		}
	}
	return out
}

// missingIn returns the word unless the name already holds it.
func missingIn(name, word string) string {
	if strings.Contains(name, word) {
		return ""
	}
	return word
}

// join puts the words that are not empty together.
func join(between string, words ...string) string {
	var kept []string
	for _, w := range words {
		if w != "" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, between)
}
