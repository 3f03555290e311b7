package document

import (
	"fmt"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/publish/list"
)

// Registers are the records of processing of GDPR Art. 30, for the authority
// that asks for them. They are no downloads of a site: All leaves them out. Over
// each column stands the letter that asks for it, in CSV as well, where the labels
// take the place of the names that programs know.
func Registers() []list.Roll { return []list.Roll{controllerRegister(), processorRegister()} }

// controllerRegister is the record under Art. 30(1): what we do for ourselves.
func controllerRegister() list.Roll {
	return list.Roll{
		Name: "ropa-controller", Register: true, Title: diag.Say("Register enligt artikel 30.1", "Record under Article 30(1)"),
		Columns: []list.Column{
			list.TextColumn("id", func(r processing) string { return r.Of.ID }).
				Means("Postens id i data/activities.", "The record's id in data/activities.").Called("Id", "Id").Filled(),
			list.TextColumn("name", func(r processing) string { return r.Of.Label(r.Lang) }).
				Means("Vad behandlingen kallas.", "What the activity is called.").Called("Behandling", "Activity").Filled(),
			list.TextColumn("controller", func(r processing) string { return party(who(r), r.Lang) }).
				Means("Namn och kontaktuppgifter.", "Name and contact details.").Called("Personuppgiftsansvarig", "Controller").AskedBy(point(1, "a")),
			list.ListColumn("joint_controllers", func(r processing) []string { return joint(r.Set, who(r), r.Of, r.Lang) }).As(list.FieldOf[record.Controller]("joint")).
				Means("De som bestämmer tillsammans med den ansvariga.", "Those who decide together with the controller.").AskedBy(point(1, "a")),
			list.TextColumn("representative", func(r processing) string { return representative(who(r), r.Lang) }).As(list.FieldOf[record.Controller]("representative")).
				Means("Företrädaren i EU, där en sådan finns.", "The representative in the EU, where there is one.").AskedBy(point(1, "a")),
			list.TextColumn("dpo", func(r processing) string { return officer(who(r), r.Lang) }).As(list.FieldOf[record.Controller]("dpo")).
				Means("Hur ombudet nås.", "How the officer is reached.").AskedBy(point(1, "a")),
			list.ListColumn("purposes", func(r processing) []string { return purposes(r.Of, r.Lang) }).
				Means("Varför uppgifterna behandlas.", "Why the data is processed.").AskedBy(point(1, "b")),
			list.ListColumn("data_subjects", func(r processing) []string { return list.Texts(r.Of.DataSubjects, r.Lang) }).
				Means("Kategorier av registrerade.", "Categories of data subjects.").AskedBy(point(1, "c")),
			list.ListColumn("data", func(r processing) []string { return list.Data(r.Set, r.Of.Data, r.Lang) }).
				Means("Kategorier av uppgifter, och inom parentes uppgifterna.", "Categories of data, and in brackets the data.").AskedBy(point(1, "c")),
			list.ListColumn("recipients", func(r processing) []string { return disclosed(r.Of, r.Set.Involved(r.Of), r.Lang, r.AsOf) }).
				Means("De som har fått, får eller ska få uppgifterna, även i tredjeland.", "Those who have received, receive or will receive the data, also in third countries.").AskedBy(point(1, "d")),
			list.ListColumn("transfers", func(r processing) []string { return transfers(r.Set, r.Of, r.Set.On(r.AsOf).RemainingIn(r.Of), r.Lang) }).
				Means("Mottagare i tredjeland, med länder och skyddsåtgärder.", "Recipients in third countries, with countries and safeguards.").Called("Överföringar", "Transfers").AskedBy(point(1, "e")),
			list.ListColumn("retention", func(r processing) []string { return limits(r.Set, r.Of, r.Lang) }).
				Means("Hur länge uppgifterna sparas, och från när.", "How long the data is kept, and from when.").Called("Tidsfrister för radering", "Time limits for erasure").AskedBy(point(1, "f")),
			list.ListColumn("measures", func(r processing) []string { return protection(r.Set, r.Of.Measures, "controller", r.Lang) }).
				Means("Allmän beskrivning av åtgärderna enligt artikel 32.1.", "General description of the measures under Art. 32(1).").Called("Säkerhetsåtgärder", "Security measures").AskedBy(point(1, "g")),
		},
		Rows: list.Of(func(set *record.Set, _ string, _ value.Date) []*record.Activity { return inRole(set, false) }),
	}
}

// processorRegister is the record under Art. 30(2): what we do for others.
func processorRegister() list.Roll {
	return list.Roll{
		Name: "ropa-processor", Register: true, Title: diag.Say("Register enligt artikel 30.2", "Record under Article 30(2)"),
		Columns: []list.Column{
			list.TextColumn("id", func(r processing) string { return r.Of.ID }).
				Means("Postens id i data/activities.", "The record's id in data/activities.").Called("Id", "Id").Filled(),
			list.TextColumn("name", func(r processing) string { return r.Of.Label(r.Lang) }).
				Means("Vad behandlingen kallas.", "What the activity is called.").Called("Behandling", "Activity").Filled(),
			list.TextColumn("processor", func(r processing) string { return party(who(r), r.Lang) }).
				Means("Biträdets namn och kontaktuppgifter.", "The processor's name and contact details.").Called("Biträde", "Processor").AskedBy(point(2, "a")),
			list.TextColumn("on_behalf_of", func(r processing) string { return r.In(r.Of.OnBehalfOf) }).
				Means("De personuppgiftsansvariga som biträdet arbetar för.", "The controllers for whom the processor works.").AskedBy(point(2, "a")),
			list.TextColumn("representative", func(r processing) string { return representative(who(r), r.Lang) }).As(list.FieldOf[record.Controller]("representative")).
				Means("Företrädaren i EU, där en sådan finns.", "The representative in the EU, where there is one.").AskedBy(point(2, "a")),
			list.TextColumn("dpo", func(r processing) string { return officer(who(r), r.Lang) }).As(list.FieldOf[record.Controller]("dpo")).
				Means("Hur ombudet nås.", "How the officer is reached.").AskedBy(point(2, "a")),
			list.ListColumn("subprocessors", func(r processing) []string {
				return disclosed(r.Of, r.Set.On(r.AsOf).RemainingIn(r.Of), r.Lang, r.AsOf)
			}).
				Means("Biträden som i sin tur anlitas eller ska anlitas.", "Processors that are, or will be, engaged in turn.").Called("Underbiträden", "Sub-processors").AskedBy(point(2, "a")),
			list.ListColumn("operations", func(r processing) []string { return list.Texts(r.Of.Operations, r.Lang) }).
				Means("Kategorier av behandling som utförs.", "Categories of processing that is carried out.").Called("Behandling för den ansvariga", "Processing for the controller").AskedBy(point(2, "b")),
			list.ListColumn("transfers", func(r processing) []string { return transfers(r.Set, r.Of, r.Set.On(r.AsOf).RemainingIn(r.Of), r.Lang) }).
				Means("Mottagare i tredjeland, med länder och skyddsåtgärder.", "Recipients in third countries, with countries and safeguards.").Called("Överföringar", "Transfers").AskedBy(point(2, "c")),
			list.ListColumn("measures", func(r processing) []string { return protection(r.Set, r.Of.Measures, "processor", r.Lang) }).
				Means("Allmän beskrivning av åtgärderna enligt artikel 32.1.", "General description of the measures under Art. 32(1).").Called("Säkerhetsåtgärder", "Security measures").AskedBy(point(2, "d")),
		},
		Rows: list.Of(func(set *record.Set, _ string, _ value.Date) []*record.Activity { return inRole(set, true) }),
	}
}

// processing is an activity in a register.
type processing = list.Row[*record.Activity]

// inRole are the activities that are in one register: those as processor, or the rest.
func inRole(set *record.Set, processor bool) []*record.Activity {
	var out []*record.Activity
	for _, a := range set.Activities {
		if (a.Role == "processor") == processor {
			out = append(out, a)
		}
	}
	return out
}

// who is the organisation that does an activity.
func who(r processing) *record.Controller { return controllerOf(r.Set, r.Of) }

// point is that of Art. 30 that asks for a column.
func point(paragraph int, letter string) diag.Text {
	return diag.Say(fmt.Sprintf("Art. 30.%d %s", paragraph, letter), fmt.Sprintf("Art. 30(%d)(%s)", paragraph, letter))
}

// controllerOf is the organisation that does an activity: its own, the site's
// main one, or the only one.
func controllerOf(set *record.Set, a *record.Activity) *record.Controller {
	id := a.Controller
	if id == "" && set.Organisation != nil {
		id = set.Organisation.Controller
	}
	i := slices.IndexFunc(set.Controllers, func(c *record.Controller) bool { return c.ID == id })
	switch {
	case i >= 0:
		return set.Controllers[i]
	case id == "" && len(set.Controllers) == 1:
		return set.Controllers[0]
	}
	return &record.Controller{}
}

func party(c *record.Controller, lang string) string {
	return diag.Join(", ", c.LegalName, value.OrgNumber(c.OrgNumber), list.Address(c.Address, lang), c.Email, c.Phone)
}

// joint are the other controllers of an activity, with where a person turns; an
// arrangement that names no activity is about all of them. That there are none is
// told where it is declared.
func joint(set *record.Set, c *record.Controller, a *record.Activity, lang string) []string {
	var out []string
	for _, j := range c.Joint {
		if len(j.Activities) == 0 || slices.Contains(j.Activities, a.ID) {
			out = append(out, diag.Join(": ", j.With, j.ContactPoint.In(lang)))
		}
	}
	if len(out) == 0 && set.Declared().NoJointControllers() {
		return none(lang)
	}
	return out
}

// none is what stands in a cell when it is declared that there is nothing to name.
func none(lang string) []string { return []string{value.ChoiceName("none", "none", lang)} }

func representative(c *record.Controller, lang string) string {
	r := c.Representative
	switch {
	case r != nil:
	case record.Yes(c.EstablishedInEU):
		return diag.Say("behövs inte: etablerad i EU/EES", "not required: established in the EU/EEA").In(lang)
	default:
		return ""
	}
	return diag.Join(", ", r.Name, list.Address(r.Address, lang), r.Email, r.Phone)
}

// officer is how the data protection officer is reached, or that none is
// appointed, if that is declared.
func officer(c *record.Controller, lang string) string {
	d := c.DPO
	switch {
	case d == nil:
		return ""
	case record.No(d.Appointed):
		return diag.Say("inte utsett", "not appointed").In(lang)
	}
	return diag.Join(", ", d.Title.In(lang), d.Name, list.Address(d.Address, lang), d.Email, d.Phone)
}

func purposes(a *record.Activity, lang string) []string {
	var out []string
	for _, p := range a.Purposes {
		out = append(out, p.Text.In(lang))
	}
	return out
}

// disclosed names recipients, each with what it is, the third countries to which
// data goes, and the day on which that begins or ended.
func disclosed(a *record.Activity, rs []*record.Recipient, lang string, asOf value.Date) []string {
	if len(rs) == 0 && a.Recipients.None {
		return none(lang)
	}
	var out []string
	for _, r := range rs {
		var notes []string
		if r.Kind != "" && !(r.IsSubprocessor() && a.Role == "processor") { // whose column says so
			notes = append(notes, value.ChoiceName("recipient-kind", r.Kind, lang))
		}
		if r.Abroad() {
			notes = append(notes, abroad(r, lang))
		}
		switch r.Status(asOf) {
		case record.Upcoming:
			notes = append(notes, diag.Say("från ", "from ").In(lang)+string(r.Effective))
		case record.Ended:
			notes = append(notes, diag.Say("till och med ", "until ").In(lang)+string(r.Ended))
		}
		out = append(out, list.Bracket(r.Label(lang), notes))
	}
	return out
}

func abroad(r *record.Recipient, lang string) string {
	var names []string
	for _, c := range r.Destinations() {
		names = append(names, value.CountryName(string(c), lang))
	}
	return strings.Join(names, ", ")
}

// transfers are the recipients in third countries, each with the countries and
// what protects the data there. There are none where that is declared, or where
// each recipient says that no data leaves.
func transfers(set *record.Set, a *record.Activity, rs []*record.Recipient, lang string) []string {
	var out []string
	stay := a.Recipients.None || len(rs) > 0
	for _, r := range rs {
		stay = stay && r.Zone() == value.Within
		if !r.Abroad() {
			continue
		}
		out = append(out, r.Label(lang)+": "+diag.Join("; ", abroad(r, lang), ground(r.Protection(), lang)))
	}
	if len(out) == 0 && (stay || set.Declared().NoTransfers()) {
		return none(lang)
	}
	return out
}

// ground is what a transfer rests on, as the authority reads it: the provision, and
// which decision, module or list it is. How a reader gets a copy is no matter of the
// record.
func ground(t record.Transfer, lang string) string {
	in := func(sv, en string) string { return diag.Say(sv, en).In(lang) }
	if t.Mechanism == "" {
		return in("grunden är inte angiven", "the ground is not stated")
	}
	var notes []string
	if i := slices.IndexFunc(value.Choices("mechanism"), func(c value.Choice) bool { return c.Code == t.Mechanism }); i >= 0 {
		notes = append(notes, diag.Provision(value.Choices("mechanism")[i].Law).In(lang))
	}
	if t.Mechanism == "art46-2-c" {
		notes = append(notes, modular(t, lang))
	}
	if t.AdequacyRef != "" {
		notes = append(notes, in("beslut ", "decision ")+t.AdequacyRef)
	}
	if t.DPFCheckedOn != "" {
		notes = append(notes, diag.Join(", ", in("listan kontrollerad ", "list checked on ")+string(t.DPFCheckedOn), in("omfattar ", "covers ")+value.ChoiceName("dpf-coverage", t.DPFCoverage, lang)))
	}
	if t.TIAOn != "" {
		notes = append(notes, in("bedömd ", "assessed on ")+string(t.TIAOn))
	}
	out := list.Bracket(value.ChoiceName("mechanism", t.Mechanism, lang), notes)
	if t.Fallback != "" {
		next := value.ChoiceName("mechanism", t.Fallback, lang)
		if t.Fallback == "art46-2-c" {
			next = list.Bracket(next, []string{modular(t, lang)})
		}
		out = diag.Join("; ", out, in("om grunden faller: ", "if the ground falls: ")+next)
	}
	if strings.HasPrefix(t.Mechanism, "art49-") || strings.HasPrefix(t.Mechanism, "art46-3-") { // where the safeguards are documented
		out = diag.Join("; ", out, t.Note.In(lang))
	}
	return diag.Join("; ", out, t.Supplementary.In(lang))
}

// modular names the standard contractual clauses, with their module where it is
// told.
func modular(t record.Transfer, lang string) string {
	decision := diag.Say("beslut (EU) 2021/914", "Decision (EU) 2021/914").In(lang)
	if t.SCCModule == 0 {
		return decision
	}
	return fmt.Sprintf("%s, %s %d", decision, diag.Say("modul", "module").In(lang), t.SCCModule)
}

// limits are the periods of an activity with what they run from, what happens then
// and which categories of data they are about.
func limits(set *record.Set, a *record.Activity, lang string) []string {
	var out []string
	for _, r := range set.Retention {
		if !slices.Contains(a.Retention, r.ID) {
			continue
		}
		long := diag.Join("; ", list.Length(r, lang), r.Criterion.In(lang))
		if from := r.StartsAt.In(lang); from != "" {
			long = diag.Join(" ", long, diag.Text{SV: "från", EN: "from"}.In(lang), from)
		}
		var then, about string
		if r.Action != "" {
			then = diag.Say("därefter: ", "then: ").In(lang) + value.ChoiceName("retention-action", r.Action, lang)
		}
		var categories []string
		for _, id := range r.Data {
			categories = append(categories, list.Label(set, "category", id, lang))
		}
		if len(categories) > 0 {
			about = diag.Say("gäller ", "concerns ").In(lang) + strings.Join(categories, ", ")
		}
		out = append(out, r.Label(lang)+": "+diag.Join("; ", long, then, about))
	}
	return out
}

// protection are the measures that an activity names, or else all that protect
// the data in a role.
func protection(set *record.Set, ids []string, role, lang string) []string {
	var out []string
	for _, m := range set.ListedMeasures(lang) {
		general := len(ids) == 0 && (m.AppliesTo == "" || m.AppliesTo == "both" || m.AppliesTo == role)
		if general || slices.Contains(ids, m.ID) {
			out = append(out, diag.Join(": ", m.Label(lang), diag.Join(" ", append([]string{m.Text.In(lang)}, list.Texts(m.Items, lang)...)...)))
		}
	}
	return out
}
