package document

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/publish/list"
	"tillit/tools/internal/publish/pdf"
)

// annexFiles are the annexes to the data processing agreement, for those who
// process data for others; nothing otherwise.
func annexFiles(set *record.Set, lang string, e list.Edition) []list.File {
	a := annexes{set: set, lang: lang, edition: e}
	if len(a.activities()) == 0 {
		return nil
	}
	data := a.pdf()
	name := list.Dated(set.Organisation.Name, list.Latin(a.title(), "annexes"), lang, e)
	return []list.File{{Path: list.Folder + "annexes." + lang + ".pdf", Data: data, Dated: list.Folder + name + ".pdf"}}
}

// annexes are Annexes I to IV of the standard contractual clauses between
// controllers and processors, Commission Implementing Decision (EU) 2021/915,
// filled in as far as the processor can do it for all its customers.
type annexes struct {
	set     *record.Set
	lang    string
	edition list.Edition
	blocks  []pdf.Block
}

func (a *annexes) say(sv, en string) string { return a.edition.Words.In(a.lang, diag.Say(sv, en)) }

func (a *annexes) title() string {
	return a.say("Bilagor till personuppgiftsbiträdesavtalet", "Annexes to the data processing agreement")
}

// sum is the digest of the version, or of the facts that the annexes are made
// from where no version is issued.
func (a *annexes) sum() list.Sum {
	if a.edition.Digest != "" {
		return a.edition.VersionSum(a.lang)
	}
	return list.Sum{Label: a.say("Uppgifternas kontrollsumma (SHA-256)", "Digest of the facts (SHA-256)"), Value: a.edition.Facts}
}

func (a *annexes) pdf() []byte {
	d := list.NewDocument(a.set.Organisation.Name, a.title(), a.lang, a.edition, a.sum())
	a.para(
		"Bilagorna följer kommissionens standardavtalsklausuler mellan personuppgiftsansvariga och personuppgiftsbiträden, genomförandebeslut (EU) 2021/915. Uppgifterna gäller alla kunder. Det som bara gäller en kund, som kundens namn och underskrifter, fylls i av parterna.",
		"The annexes follow the Commission's standard contractual clauses between controllers and processors, Implementing Decision (EU) 2021/915. The facts hold for all customers. What holds for one customer only, such as its name and the signatures, is filled in by the parties.")
	a.parties()
	a.processing()
	a.measures()
	a.subprocessors()
	d.Blocks = append(d.Blocks, a.blocks...)
	return list.Written(d, a.edition.Words)
}

func (a *annexes) add(b ...pdf.Block) { a.blocks = append(a.blocks, b...) }

func (a *annexes) heading(level int, text string) { a.add(pdf.Heading{Level: level, Text: text}) }

// para adds a paragraph.
func (a *annexes) para(sv, en string) {
	a.add(pdf.Paragraph{Text: pdf.Plainly(a.say(sv, en))})
}

// form is a table of names and values. What has no value is left out, unless it
// is to be filled in by hand.
type form struct{ table pdf.Table }

func newForm() *form { return &form{pdf.Table{Widths: []int{3, 7}}} }

func (f *form) line(label string, values ...string) {
	var c pdf.Cell
	for _, v := range values {
		if v != "" {
			c = append(c, pdf.Plainly(v))
		}
	}
	if len(c) > 0 {
		f.table.Rows = append(f.table.Rows, formRow(label, c))
	}
}

// blank is room to write in.
func (f *form) blank(label string) {
	f.table.Rows = append(f.table.Rows, formRow(label, pdf.Cell{pdf.Plainly("\u00a0\n\u00a0")}))
}

func formRow(label string, c pdf.Cell) pdf.Row {
	return pdf.Row{Cells: []pdf.Cell{{{{Text: label, Style: pdf.Bold}}}, c}}
}

func (a *annexes) parties() {
	a.heading(2, a.say("Bilaga I – Förteckning över parter", "Annex I – List of parties"))
	a.heading(3, a.say("Personuppgiftsansvarig", "Controller"))
	f := newForm()
	for _, label := range []string{
		a.say("Namn", "Name"), a.say("Adress", "Address"),
		a.say("Kontaktpersonens namn, befattning och kontaktuppgifter", "Contact person's name, position and contact details"),
		a.say("Underskrift och datum för anslutning", "Signature and accession date"),
	} {
		f.blank(label)
	}
	a.add(f.table)
	for _, c := range a.processors() {
		a.heading(3, a.say("Personuppgiftsbiträde", "Processor"))
		a.add(a.party(c))
	}
}

// processors are the organisations that process for the customers.
func (a *annexes) processors() []*record.Controller {
	var out []*record.Controller
	for _, c := range a.set.Controllers {
		used := slices.ContainsFunc(a.activities(), func(p *record.Activity) bool { return p.Controller == c.ID })
		if used || slices.Contains(c.Roles, "processor") {
			out = append(out, c)
		}
	}
	if len(out) == 0 && a.set.Controller() != nil {
		out = append(out, a.set.Controller())
	}
	return out
}

func (a *annexes) party(c *record.Controller) pdf.Table {
	f := newForm()
	f.line(a.say("Namn", "Name"), c.Label(a.lang))
	f.line(a.say("Organisationsnummer eller registrering", "Organisation number or registration"), value.OrgNumber(c.OrgNumber), c.ForeignRegistration)
	f.line(a.say("Adress", "Address"), list.Address(c.Address, a.lang))
	f.line(a.say("Kontakt", "Contact"), diag.Join(", ", c.Email, c.Phone))
	if d := c.DPO; d != nil && record.Yes(d.Appointed) {
		who := diag.Join(", ", d.Title.In(a.lang), d.Name)
		if who == "" {
			who = a.say("Dataskyddsombud", "Data protection officer")
		}
		f.line(a.say("Kontaktpersonens namn, befattning och kontaktuppgifter", "Contact person's name, position and contact details"),
			who, diag.Join(", ", d.Email, d.Phone), list.Address(d.Address, a.lang))
	}
	f.blank(a.say("Underskrift och datum för anslutning", "Signature and accession date"))
	return f.table
}

// activities are what is done for customers.
func (a *annexes) activities() []*record.Activity {
	return slices.DeleteFunc(slices.Clone(a.set.Activities), func(p *record.Activity) bool { return p.Role != "processor" })
}

func (a *annexes) processing() {
	a.heading(2, a.say("Bilaga II – Beskrivning av behandlingen", "Annex II – Description of the processing"))
	for _, p := range a.activities() {
		a.heading(3, p.Label(a.lang))
		f := newForm()
		f.line(a.say("Kategorier av registrerade vars personuppgifter behandlas", "Categories of data subjects whose personal data is processed"), list.Texts(p.DataSubjects, a.lang)...)
		f.line(a.say("Kategorier av personuppgifter som behandlas", "Categories of personal data processed"), list.Data(a.set, p.Data, a.lang)...)
		f.line(a.say("Känsliga uppgifter som behandlas", "Sensitive data processed"), a.sensitive(p)...)
		f.line(a.say("Behandlingens art", "Nature of the processing"), list.Texts(p.Operations, a.lang)...)
		var purposes []string
		for _, purpose := range p.Purposes {
			purposes = append(purposes, purpose.Text.In(a.lang))
		}
		f.line(a.say("Ändamål för vilka uppgifterna behandlas för den ansvarigas räkning", "Purposes for which the data is processed on behalf of the controller"), purposes...)
		f.line(a.say("Behandlingens varaktighet", "Duration of the processing"), a.duration(p)...)
		f.line(a.say("Tjänster", "Services"), strings.Join(list.Services(a.set, p.Services), ", "))
		f.line(a.say("Underbiträden", "Sub-processors"), a.engaged(p)...)
		a.add(f.table)
	}
}

// sensitive are the special categories of an activity, or that there are none
// where the organisation declares it.
func (a *annexes) sensitive(p *record.Activity) []string {
	var out []string
	for _, d := range p.Data {
		for _, i := range d.Items {
			if i.Special != "" {
				out = append(out, list.Bracket(i.Name.In(a.lang), []string{a.edition.Words.Choice("special", i.Special, a.lang)}))
			}
		}
	}
	if len(out) == 0 && a.set.Declared().NoSpecialCategories() {
		out = append(out, a.say("Inga.", "None."))
	}
	return out
}

func (a *annexes) duration(p *record.Activity) []string {
	var out []string
	for _, id := range p.Retention {
		e := a.set.Find("retention", id)
		if e == nil {
			continue
		}
		r := e.Value.(*record.Retention)
		how := diag.Join(", ", list.Length(r, a.lang), r.Criterion.In(a.lang))
		if from := r.StartsAt.In(a.lang); from != "" && how != "" {
			how += a.say(" från ", " from ") + from
		}
		out = append(out, diag.Join(": ", r.Label(a.lang), how))
	}
	return out
}

// engaged are the sub-processors of an activity that are current or upcoming.
func (a *annexes) engaged(p *record.Activity) []string {
	var names []string
	for _, r := range a.listed() {
		if p.Names(r) {
			names = append(names, r.Label(a.lang))
		}
	}
	return names
}

// listed are the sub-processors of the day, and those to come.
func (a *annexes) listed() []*record.Recipient {
	return a.set.On(a.edition.AsOf).Listed(a.lang, func(r *record.Recipient) bool {
		return r.IsSubprocessor() && r.Status(a.edition.AsOf) != record.Ended
	})
}

func (a *annexes) measures() {
	a.heading(2, a.say("Bilaga III – Tekniska och organisatoriska åtgärder", "Annex III – Technical and organisational measures"))
	domain := ""
	for _, m := range a.set.ListedMeasures(a.lang) {
		if m.AppliesTo == "controller" {
			continue
		}
		if m.Domain != domain {
			domain = m.Domain
			a.heading(3, diag.Capital(a.edition.Words.Choice("domain", domain, a.lang)))
		}
		text := pdf.Text{{Text: m.Label(a.lang), Style: pdf.Bold}}
		if t := m.Text.In(a.lang); t != "" {
			text = append(text, pdf.Span{Text: ". " + t})
		}
		a.add(pdf.Paragraph{Text: text})
		a.points(m.Items)
	}
	terms := a.set.Organisation.ProcessorTerms
	if terms == nil {
		return
	}
	help := [2]string{terms.AssistanceRights.In(a.lang), terms.AssistanceSecurity.In(a.lang)}
	if help[0]+help[1] == "" {
		return
	}
	a.heading(3, a.say("Bistånd till den personuppgiftsansvariga", "Assistance to the controller"))
	for _, text := range help {
		if text != "" {
			a.add(pdf.Paragraph{Text: pdf.Plainly(text)})
		}
	}
}

func (a *annexes) points(items []record.Text) {
	var points pdf.List
	for _, text := range list.Texts(items, a.lang) {
		points.Items = append(points.Items, pdf.Plainly(text))
	}
	if len(points.Items) > 0 {
		a.add(points)
	}
}

func (a *annexes) subprocessors() {
	a.heading(2, a.say("Bilaga IV – Förteckning över underbiträden", "Annex IV – List of sub-processors"))
	items := a.listed()
	if len(items) == 0 {
		a.para("Inga underbiträden anlitas.", "No sub-processors are engaged.")
		return
	}
	a.para("Den personuppgiftsansvariga har godkänt att följande underbiträden anlitas. Ett som ännu inte har börjat anlitas är märkt med dagen då det sker.",
		"The controller has authorised the use of the following sub-processors. One that is not yet engaged is marked with the day on which it will be.")
	for _, r := range items {
		a.heading(3, r.Label(a.lang))
		f := newForm()
		if r.Status(a.edition.AsOf) == record.Upcoming {
			f.line(a.say("Anlitas från", "Engaged from"), a.edition.Words.Date(r.Effective, a.lang))
		}
		f.line(a.say("Organisationsnummer eller registrering", "Organisation number or registration"), value.OrgNumber(r.OrgNumber), r.ForeignRegistration)
		f.line(a.say("Adress", "Address"), list.Address(r.Address, a.lang))
		if c := r.Contact; c != nil {
			f.line(a.say("Kontaktpersonens befattning och kontaktuppgifter", "Contact person's position and contact details"), c.Position.In(a.lang), list.Contact(c))
		}
		f.line(a.say("Beskrivning av behandlingen", "Description of the processing"), append([]string{r.Service.In(a.lang)}, list.Texts(r.Purposes, a.lang)...)...)
		f.line(a.say("Personuppgifter", "Personal data"), list.Data(a.set, r.Data, a.lang)...)
		f.line(a.say("Registrerade", "Data subjects"), list.Texts(r.DataSubjects, a.lang)...)
		f.line(a.say("Varaktighet", "Duration"), r.Duration.In(a.lang))
		var places []string
		for _, place := range list.Locations(r.Locations, a.lang) {
			places = append(places, list.CountryFirst(place, a.lang, a.edition.Words))
		}
		f.line(a.say("Plats för behandlingen", "Place of processing"), places...)
		f.line(a.say("Överföring till tredjeland", "Transfer to a third country"), a.transfer(r)...)
		if r.EngagedBy != "" {
			f.line(a.say("Anlitas av", "Engaged by"), list.Label(a.set, "recipient", r.EngagedBy, a.lang))
		}
		a.add(f.table)
	}
}

func (a *annexes) transfer(r *record.Recipient) []string {
	switch {
	case r.Abroad():
	case r.StatesTransfer():
		return []string{a.say("Nej.", "No.")}
	default:
		return nil
	}
	var names []string
	for _, c := range r.Destinations() {
		names = append(names, a.edition.Words.Country(string(c), a.lang))
	}
	ground := a.say("Grunden för överföringen är inte angiven.", "The ground of the transfer is not stated.")
	if m := r.Protection().Mechanism; m != "" {
		ground = a.edition.Words.Choice("mechanism", m, a.lang)
	}
	return []string{strings.Join(names, ", "), ground}
}
