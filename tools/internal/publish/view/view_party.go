package view

import (
	"cmp"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
)

// Controller is an organisation that the site speaks for.
type Controller struct {
	ID           string
	Name         string // by which it is known
	LegalName    string // in the company register
	LegalForm    words.Word
	OrgNumber    string
	Registration string // outside Sweden
	VATNumber    string
	Seat         string
	Description  words.Text
	Address      *words.Address
	Email        string
	Phone        *words.Phone
	Web          *words.Link
	Channels     []Channel
	Parent       *Parent
	Roles        []words.Word
	OutsideEU    bool

	DPO            *Officer // nil when nothing is said of one
	Representative *Representative
	Joint          []Joint
	Rights         *Contact
}

// Channel is a further way of contact.
type Channel struct {
	Kind    words.Word
	Purpose words.Text
	Link    *words.Link
	Hours   words.Text
}

// Parent is a company above another.
type Parent struct {
	Name    string
	Country string
	Text    words.Text
}

// Officer is the data protection officer, or that there is none.
type Officer struct {
	Of        string // the organisation
	Appointed bool
	Basis     words.Text
	Title     words.Text
	Name      string
	Email     string
	Phone     *words.Phone
	Address   *words.Address
	Topics    words.Text
	Notified  words.Day
}

// Representative stands for an organisation outside the EU.
type Representative struct {
	Name    string
	Address *words.Address
	Email   string
	Phone   *words.Phone
}

// Joint is one arrangement between joint controllers.
type Joint struct {
	Of, With     string
	Activities   []words.Ref
	Essence      words.Text
	ContactPoint words.Text
}

// Contact is where one turns with a question or a request.
type Contact struct {
	Name    string
	Email   string
	Form    *words.Link
	Phone   *words.Phone
	Address *words.Address
	Text    words.Text
}

func (t *tongue) controller(c *record.Controller) *Controller {
	const home = "SE"
	out := &Controller{
		ID: c.ID, Name: cmp.Or(c.TradeName, c.LegalName), LegalName: cmp.Or(c.LegalName, c.TradeName),
		LegalForm: t.Choice("legal-form", c.LegalForm), OrgNumber: hyphened(c.OrgNumber),
		Registration: c.ForeignRegistration, VATNumber: c.VATNumber, Seat: c.Seat,
		Description: t.Text(c.Description), Address: t.Address(c.Address, home),
		Email: c.Email, Phone: t.Phone(c.Phone), Web: words.Web(c.Web),
		Parent: t.parent(c.GroupParent), Roles: t.Choices("role", c.Roles), OutsideEU: record.No(c.EstablishedInEU),
	}
	for _, ch := range c.Channels {
		out.Channels = append(out.Channels, t.channel(ch))
	}
	if d := c.DPO; d != nil {
		out.DPO = &Officer{
			Of: out.LegalName, Appointed: record.Yes(d.Appointed), Basis: t.Text(d.Basis), Title: t.Text(d.Title), Name: d.Name,
			Email: d.Email, Phone: t.Phone(d.Phone), Address: t.Address(d.Address, home),
			Topics: t.Text(d.Topics), Notified: t.Day(d.NotifiedToAuthorityOn),
		}
	}
	if r := c.Representative; r != nil {
		out.Representative = &Representative{Name: r.Name, Address: t.Address(r.Address, ""), Email: r.Email, Phone: t.Phone(r.Phone)}
	}
	for _, j := range c.Joint {
		out.Joint = append(out.Joint, Joint{
			Of: out.LegalName, With: j.With, Activities: t.Refs("activity", j.Activities),
			Essence: t.Text(j.Essence), ContactPoint: t.Text(j.ContactPoint),
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
			Name: out.LegalName, Email: r.Email, Form: words.Web(r.FormURL), Phone: t.Phone(r.Phone),
			Address: t.Address(r.Address, "SE"), Text: t.Text(r.Text),
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
	out := Channel{Kind: t.Choice("channel", c.Kind), Purpose: t.Text(c.Purpose), Link: words.Web(c.URL), Hours: t.Text(c.Hours)}
	if number, ok := strings.CutPrefix(c.URL, "tel:"); ok {
		p := t.Phone(number)
		out.Link = &words.Link{Href: p.Href, Text: p.Text}
	}
	return out
}

func (t *tongue) parent(p *record.Parent) *Parent {
	if p == nil {
		return nil
	}
	return &Parent{Name: p.Name, Country: t.Country(p.Country), Text: t.Text(p.Text)}
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
	Tasks        []words.Word
	Name         string
	LocalName    string // where it differs from Name
	Abbreviation string
	FullName     string // with the abbreviation, and the local name where it differs
	OrgNumber    string
	Address      *words.Address
	Visiting     *words.Address
	Email        string
	Phone        *words.Phone
	Web          *words.Link
	Complaint    *words.Link // its page for complaints
	Rights       *words.Link
	Contact      *words.Link
	Scope        words.Text
	Way          *Way // how a complaint goes
	CheckedOn    words.Day
	Sources      []string
}

// Way is how a complaint goes with an authority.
type Way struct {
	Who, First, Form, Process, Remedy, Appeal words.Text
	Contents                                  []words.Text
}

func (t *tongue) authority(a *record.Authority) *Authority {
	out := &Authority{
		ID: a.ID, Country: t.Country(a.Country), Tasks: t.Choices("authority-task", a.Tasks),
		Name: a.Name.Any(t.Lang), Abbreviation: a.Abbreviation, OrgNumber: hyphened(a.OrgNumber),
		Address: t.Address(a.Address, a.Country), Visiting: t.Address(a.VisitingAddress, a.Country),
		Email: a.Email, Phone: t.Phone(a.Phone), Web: words.Web(a.Web),
		Complaint: t.Local(a.ComplaintURL), Rights: t.Local(a.RightsURL), Contact: t.Local(a.ContactURL),
		Scope: t.Text(a.Scope), CheckedOn: t.Day(a.CheckedOn), Sources: a.Sources,
	}
	if a.LocalName != out.Name {
		out.LocalName = a.LocalName
	}
	out.FullName = out.Name
	switch inside := diag.Join(", ", out.LocalName, missingIn(out.Name, a.Abbreviation)); {
	case inside != "":
		out.FullName += " (" + inside + ")"
	}
	if c := a.Complaint; c != nil {
		out.Way = &Way{
			Who: t.Text(c.Who), First: t.Text(c.First), Form: t.Text(c.Form), Process: t.Text(c.Process),
			Remedy: t.Text(c.Remedy), Appeal: t.Text(c.Appeal), Contents: t.Texts(c.Contents),
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
