package law

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/skeleton"
	"tillit/tools/internal/rules/statute"
)

// The questions that Art. 13 asks of the records. Art. 14 asks most of them again,
// of other activities, and Art. 30 asks some.

// personal are our activities with data from the person.
func personal(f *facts) []*record.Activity { return only(f.ours, fromPerson) }

func only[T any](list []T, match func(T) bool) []T {
	var matching []T
	for _, v := range list {
		if match(v) {
			matching = append(matching, v)
		}
	}
	return matching
}

func received(f *facts) []*record.Recipient { return f.received }

func processorsOfOurs(f *facts) []*record.Recipient {
	return only(f.received, (*record.Recipient).IsProcessor)
}

func categoriesOfOurs(f *facts) []*record.Recipient {
	return only(f.received, func(r *record.Recipient) bool { return r.Kind == "category" })
}

func controllersOutside(f *facts) []*record.Controller {
	return only(f.controllers, func(c *record.Controller) bool { return record.No(c.EstablishedInEU) })
}

// keptByUs are the retention rules of our activities, each once.
func keptByUs(f *facts) []*record.Retention {
	used := map[string]bool{}
	for _, a := range f.ours {
		for _, id := range a.Retention {
			used[id] = true
		}
	}
	return only(f.set.Retention, func(r *record.Retention) bool { return used[r.ID] })
}

// changesOfActivities are the changes of what we answer for ourselves; of what we
// do as a processor, the customer tells the data subjects.
func changesOfActivities(f *facts) []*record.Change {
	return only(f.set.Changes, func(c *record.Change) bool {
		return slices.ContainsFunc(f.ours, func(a *record.Activity) bool { return slices.Contains(c.Records, "activities/"+a.ID) })
	})
}

func rights(f *facts) []*record.Right { return f.set.Rights }

// nobody is the answer for a list that a condition has found not to be empty.
func nobody(*facts) answer { return answer{state: coverage.NotApplicable} }

func noRight(f *facts) answer { return right("access")(f) }

func noRetention(f *facts) answer { return f.unkept() }

// amongRecipients asks each of some recipients of ours. That there is none of them
// is known only where each activity says who gets its data.
func amongRecipients(list func(*facts) []*record.Recipient, sv, en string, ask func(*facts, *record.Recipient) reply) func(*facts) answer {
	return each(list, nobodyNamed(sv, en), ask)
}

// transfersTold asks each recipient of ours about transfers, where it is not
// declared that there are none. Those whom nobody names are an open question.
func transfersTold(ask func(*facts, *record.Recipient) reply) func(*facts) answer {
	return func(f *facts) answer {
		a := each(received, nobodyNamed("ingen mottagare får uppgifterna", "no recipient gets the data"), ask)(f)
		if f.org.Declared().NoTransfers() && len(f.received) == 0 {
			a = answer{}
			a.add(f, f.org, covered("declarations.transfers"))
		}
		if !f.org.Declared().NoTransfers() && len(f.received) > 0 {
			a = a.and(f.undisclosed())
		}
		return a
	}
}

func identity(_ *facts, c *record.Controller) reply {
	channels := 0
	for _, there := range []bool{c.Address != nil, c.Email != "", c.Phone != "", len(c.Channels) > 0} {
		if there {
			channels++
		}
	}
	at := "legal_name"
	var gaps []reply
	switch {
	case c.LegalName == "" && c.TradeName == "":
		at, gaps = "address", append(gaps, tells(false, "legal_name", "vem som är personuppgiftsansvarig", "who the controller is", "legal_name: …"))
	case c.LegalName == "":
		gaps = append(gaps, lacks(coverage.Partial, "trade_name", diag.Say("anges bara med sitt namn utåt, inte med sin firma", "is told by its trade name only, not by its legal name"), "legal_name: …"))
	}
	switch channels {
	case 0:
		gaps = append(gaps, lacks(coverage.Partial, at, diag.Say("anger inte hur den nås", "does not state how to reach it"), "address: {street: …, postal_code: …, city: …, country: …}; email: …; phone: …"))
	case 1:
		more := "phone: …"
		if c.Email == "" {
			more = "email: …"
		}
		gaps = append(gaps, lacks(coverage.Partial, at, diag.Say("har bara en kontaktväg, och WP260 råder till flera", "has a single way of contact, where WP260 advises several"), more))
	}
	return all(gaps, covered("legal_name"))
}

func represented(_ *facts, c *record.Controller) reply {
	r := c.Representative
	return tells(r != nil && r.Name != "" && (r.Address != nil || r.Email != "" || r.Phone != ""), "representative",
		"vem som företräder den i EU och hur den nås", "who represents it in the EU and how to reach them", "representative: {name: …, email: …, address: {street: …, postal_code: …, city: …, country: …}}")
}

func officerUndeclared() reply {
	return reply{state: coverage.Unknown, path: "dpo", text: diag.Say("säger inte om ett dataskyddsombud är utsett", "does not say whether a data protection officer is appointed"),
		write: "dpo: {appointed: false, basis: {sv: …, en: …}}"}
}

func officerReached(_ *facts, c *record.Controller) reply {
	switch d := c.DPO; {
	case d == nil || d.Appointed == nil:
		return officerUndeclared()
	case !*d.Appointed && c.LegalForm == "public-authority":
		return lacks(coverage.Missing, "dpo.appointed", diag.Say("är en myndighet och ska ha ett dataskyddsombud (artikel 37.1 a)", "is a public authority and must have a data protection officer (Article 37(1)(a))"),
			"dpo: {appointed: true, email: …}")
	case !*d.Appointed:
		return passed("dpo.appointed", "inget dataskyddsombud är utsett", "no data protection officer is appointed")
	default:
		return tells(d.Email != "" || d.Phone != "" || d.Address != nil, "dpo.appointed", "hur dataskyddsombudet nås", "how to reach the data protection officer", "dpo: {email: …}")
	}
}

func purposed(_ *facts, a *record.Activity) reply {
	return tells(len(a.Purposes) > 0, "purposes", "varför uppgifterna behandlas", "why the data is processed", "purposes: [{id: …, text: {sv: …, en: …}, bases: [{art6: …}]}]")
}

func based(_ *facts, a *record.Activity) reply {
	var gaps []reply
	for i, p := range a.Purposes {
		if len(p.Bases) == 0 {
			gaps = append(gaps, lacks(coverage.Missing, item("purposes", i), diag.Say("anger ingen rättslig grund för ändamålet %s", "gives no legal basis for the purpose %s", record.QuotedWords(p.Text)),
				"bases: [{art6: …}]").advised("välj en av consent, contract, legal-obligation, vital-interests, public-task och legitimate-interests",
				"choose one of consent, contract, legal-obligation, vital-interests, public-task and legitimate-interests"))
		}
	}
	if len(a.Purposes) == 0 {
		return reply{state: coverage.Missing}
	}
	return all(gaps, covered("purposes"))
}

// linked asks that each category of an activity has a period of its own.
func linked(f *facts, a *record.Activity) reply {
	rules := f.kept(a)
	if len(rules) == 0 {
		return pending("GDPR-13-2-a", "retention", keptFor(f, a).text)
	}
	if live := only(rules, func(r *record.Retention) bool { return !copies(r) }); len(live) > 0 {
		rules = live // that a backup lives for a month does not say how long the data does
	}
	if len(a.Data) == 0 {
		return tells(false, "data", "vilka uppgifter som behandlas", "which data is processed", "data: [{category: …, items: [{name: {sv: …, en: …}}]}]")
	}
	var of []string
	for _, r := range rules {
		of = append(of, r.Data...)
	}
	var gaps []reply
	for i, d := range a.Data {
		if len(of) > 0 && slices.Contains(of, d.Category) || len(a.Data) == 1 && len(of) == 0 {
			continue
		}
		gaps = append(gaps, lacks(coverage.Missing, item("data", i), diag.Say("säger inte hur länge uppgifterna i kategorin %s sparas", "does not say how long the data in the category %s is kept", f.category(d.Category)),
			"").advised("lägg kategorin i data i en lagringstid som behandlingen hänvisar till", "put the category in data of a retention rule that the activity refers to"))
	}
	return all(gaps, covered("data"))
}

// copies tells whether a rule is about backups alone.
func copies(r *record.Retention) bool { return len(r.Storage) == 1 && r.Storage[0] == "backup" }

func (f *facts) category(id string) diag.Text {
	if e := f.set.Find("category", id); e != nil {
		return diag.Text{SV: diag.Quote(e.Value.Label("sv")), EN: diag.Quote(e.Value.Label("en"))}
	}
	return diag.Say(diag.Quote(id), diag.Quote(id))
}

func interested(_ *facts, a *record.Activity) reply {
	const shortest = 15 // letters; a heading such as "säkerhet" is no interest that can be weighed
	found := false
	var gaps []reply
	for i, p := range a.Purposes {
		for j, b := range p.Bases {
			if b.Art6 != "legitimate-interests" {
				continue
			}
			found = true
			at := item(item("purposes", i)+".bases", j)
			switch {
			case characters(b.Interest) == 0:
				gaps = append(gaps, lacks(coverage.Missing, at, diag.Say("anger en intresseavvägning för ändamålet %s, men inte vilket intresse", "rests the purpose %s on legitimate interests, but names none", record.QuotedWords(p.Text)),
					"interest: {sv: …, en: …}; whose: {sv: …, en: …}"))
			case characters(b.Interest) < shortest:
				gaps = append(gaps, lacks(coverage.Partial, at+".interest", diag.Say("anger intresset bara som %s", "tells the interest only as %s", record.QuotedWords(b.Interest)),
					"interest: {sv: Intresset av att …, en: …}"))
			}
			if characters(b.Interest) > 0 && len(b.Whose) == 0 {
				gaps = append(gaps, lacks(coverage.Partial, at, diag.Say("säger inte vems intresse det gäller i ändamålet %s", "does not say whose interest the purpose %s is about", record.QuotedWords(p.Text)), "whose: {sv: …, en: …}"))
			}
		}
	}
	if !found {
		return passed("purposes", "inget av ändamålen bygger på en intresseavvägning", "none of the purposes rests on legitimate interests")
	}
	return all(gaps, covered("purposes"))
}

func disclosed(_ *facts, a *record.Activity) reply {
	return tells(a.Recipients.Declared(), "recipients", "vilka som får uppgifterna", "who gets the data", "recipients: none").
		orAdvised("lista mottagarnas id, eller skriv none om ingen får uppgifterna", "list the ids of the recipients, or write none if nobody gets the data")
}

// orAdvised adds a sentence where there is a gap.
func (r reply) orAdvised(sv, en string) reply {
	if r.text.IsZero() {
		return r
	}
	return r.advised(sv, en)
}

func named(_ *facts, r *record.Recipient) reply {
	return tells(r.LegalName != "", "legal_name", "vilket bolag det är", "which company it is", "legal_name: …")
}

func described(_ *facts, r *record.Recipient) reply {
	return parts(
		part{len(r.Service) > 0, "service", "vilken bransch det gäller", "which sector it is", "service: {sv: …, en: …}"},
		part{len(r.Locations) > 0, "locations", "i vilka länder de finns", "in which countries they are", "locations: [{country: …}]"})
}

// transferTold asks whether data leaves the EU/EEA. A company whose every place
// is told, and lies in the EEA, has said so.
func transferTold(f *facts, r *record.Recipient) reply {
	if r.StatesTransfer() {
		return covered("transfer.third_country")
	}
	if f.org.Declared().NoTransfers() && !r.Abroad() {
		return covered("transfer")
	}
	if r.Zone() == value.Within && (r.Parent == nil || r.Parent.Country == "" || r.Parent.Country.Zone() == value.Within) {
		return covered("locations")
	}
	return tells(false, "transfer", "om uppgifter lämnar EU/EES", "whether data leaves the EU/EEA", "transfer: {third_country: false}")
}

func grounded(_ *facts, r *record.Recipient) reply {
	return tells(r.Transfer.Mechanism != "", "transfer.mechanism", "på vilken grund uppgifter lämnar EU/EES", "on what ground data leaves the EU/EEA", "transfer: {mechanism: …}")
}

// copied asks for a copy of the safeguards, which an adequacy decision needs not.
func copied(_ *facts, r *record.Recipient) reply {
	t := r.Transfer
	if m, ok := statute.MechanismOf(t.Mechanism); !ok || !m.Copy {
		return passed("transfer.mechanism", "ett beslut om adekvat skyddsnivå har inga skyddsåtgärder att ge en kopia av", "an adequacy decision has no safeguards of which to give a copy")
	}
	return tells(t.Copy != nil && (t.Copy.URL != "" || len(t.Copy.Text) > 0), "transfer.copy", "hur man får en kopia av skyddsåtgärderna", "how to get a copy of the safeguards", "transfer: {copy: {text: {sv: …, en: …}}}")
}

func countriesNamed(_ *facts, r *record.Recipient) reply {
	return tells(len(r.Transfer.Countries) > 0, "transfer.countries", "till vilka länder uppgifterna förs", "to which countries the data goes", "transfer: {countries: […]}")
}

func keptFor(f *facts, a *record.Activity) reply {
	rules := f.kept(a)
	if len(rules) == 0 {
		return tells(false, "retention", "hur länge uppgifterna sparas", "how long the data is kept", "retention: […]")
	}
	var gaps []reply
	for _, r := range rules {
		gaps = append(gaps, tells(r.Period != "" || r.Range != nil || len(r.Criterion) > 0, "name", "hur länge uppgifterna sparas", "how long the data is kept", "period: …").in(r))
	}
	return all(gaps, covered("retention"))
}

func started(_ *facts, r *record.Retention) reply {
	if r.Period == "" && r.Range == nil {
		return passed("criterion", "lagringstiden anges som ett kriterium och räknas inte från någon dag", "the retention is told as a criterion and runs from no day")
	}
	return tells(len(r.StartsAt) > 0, "starts_at", "från vilken händelse tiden räknas", "from which event the period runs", "starts_at: {sv: …, en: …}")
}

// testable asks of a criterion that an event or a law bounds it.
func testable(_ *facts, r *record.Retention) reply {
	if len(r.Criterion) == 0 || r.Period != "" || r.Range != nil {
		return passed("period", "varje lagringstid är en tid, inte ett kriterium", "each retention rule has a period, and no criterion")
	}
	if len(r.StartsAt) > 0 || len(r.Law) > 0 {
		return covered("criterion")
	}
	return lacks(coverage.Missing, "criterion", diag.Say("har bara kriteriet %s, utan händelse att räkna från och utan lag", "has only the criterion %s, with neither an event to count from nor a law", record.QuotedWords(r.Criterion)),
		"period: …; starts_at: {sv: …, en: …}").advised("ange en tid; går det inte, säg från vilken händelse eller enligt vilken lag", "give a period; where that cannot be done, say from which event or under which law")
}

// right asks for a record of a right.
func right(code string) func(*facts) answer {
	return func(f *facts) answer {
		var a answer
		if r := f.rights[code]; r != nil {
			a.add(f, r, covered("right"))
			return a
		}
		a.add(f, f.org, f.absentRight(code))
		return a
	}
}

// absentRight is told where something gives the right that nothing is said of, or else of
// the organisation.
func (f *facts) absentRight(code string) reply {
	name := record.ChoiceWords("right", code)
	r := reply{state: coverage.Missing, path: "profiles", name: name, file: "data/rights/" + code + ".yaml",
		text:  diag.Say("säger ingenting om %s", "says nothing of the %s", name),
		write: skeleton.Right(code)}
	if !skeleton.MeansByLaw(code) {
		r.advice = diag.Say("utgå från texterna som ”tillit init” skriver i data/rights/", "begin from the texts that “tillit init” writes in data/rights/")
	}
	if giver := f.giver(code); giver.record != nil {
		r.path, r.text = giver.path, diag.Say("ger %s, som det inte sägs något om", "gives the %s, of which nothing is said", name)
		r = r.in(giver.record)
	}
	return r
}

// giver is the first that gives a right which not everybody has: a legal basis, a cookie,
// a purpose that is marketing.
func (f *facts) giver(code string) spot {
	switch code {
	case "withdraw-consent":
		return f.basis["consent"]
	case "objection-marketing":
		return f.markets
	case "objection":
		return f.basis[cmp.Or(f.used("legitimate-interests"), "public-task")]
	case "portability":
		return f.basis[cmp.Or(f.used("consent"), "contract")]
	}
	return spot{}
}

// used is a basis that something rests on, or nothing.
func (f *facts) used(basis string) string {
	if f.rests(basis) {
		return basis
	}
	return ""
}

func explained(_ *facts, r *record.Right) reply {
	return parts(
		part{len(r.Meaning) > 0, "meaning", "vad rätten betyder", "what the right means", "meaning: {sv: …, en: …}"},
		part{len(r.How) > 0, "how", "hur rätten används", "how to use the right", skeleton.HowTo(r.Right)})
}

func authorityReached(f *facts) answer {
	var a answer
	au := f.authority()
	if au == nil {
		a.add(f, f.org, f.whichAuthority(diag.Say("säger inte vilken myndighet som tar emot klagomål", "does not say which authority receives complaints")))
		return a
	}
	a.add(f, au, parts(
		part{au.Address != nil || au.Email != "" || au.Phone != "", "email", "hur den nås", "how to reach it", "email: …; phone: …"},
		part{au.Web != "" || len(au.ComplaintURL) > 0, "complaint_url", "var man lämnar klagomål", "where to lodge a complaint", "complaint_url: {sv: https://…, en: https://…}"}))
	return a
}

// whichAuthority is the reply of an organisation that names no authority: choose
// one of those there are, or write a record of the Swedish one and name it.
func (f *facts) whichAuthority(text diag.Text) reply {
	r := lacks(coverage.Missing, "authority", text, "authority: …")
	there := only(f.set.Authorities, func(a *record.Authority) bool { return slices.Contains(a.Tasks, "complaints") })
	if len(there) > 0 {
		var ids []string
		for _, a := range there {
			ids = append(ids, a.ID)
		}
		r.advice = diag.Say("välj en av myndigheterna i data/authorities: %s", "choose one of the authorities in data/authorities: %s", strings.Join(ids, ", "))
		return r
	}
	r.file, r.write = "data/authorities/imy.yaml", writtenIMY()
	return r.advised("i Sverige tar IMY emot klagomål; när filen finns behövs authority i data/organisation.yaml bara om ni beskriver flera myndigheter",
		"in Sweden IMY receives complaints; once the file is there, authority in data/organisation.yaml is needed only where you describe several authorities")
}

// writtenIMY is a skeleton of what is known of the Swedish authority.
func writtenIMY() string {
	a := statute.IMY()
	return fmt.Sprintf("country: %s; tasks: [complaints]; name: {sv: %s, en: %s}; local_name: %s; abbreviation: %s; address: {street: %s, postal_code: %q, city: %s, country: %s}; email: %s; phone: %q; web: %q; complaint_url: {sv: %q, en: %q}; checked_on: …; sources: [%q]",
		a.Country, a.Name["sv"], a.Name["en"], a.LocalName, a.Abbreviation, a.Address.Street, a.Address.PostalCode, a.Address.City, a.Address.Country,
		a.Email, a.Phone, a.Web, a.ComplaintURL["sv"], a.ComplaintURL["en"], a.Sources[0])
}

func required(_ *facts, a *record.Activity) reply {
	p := a.Provision
	if p == nil {
		p = &record.Provision{}
	}
	r := parts(
		part{p.Requirement != "", "provision.requirement", "om uppgifterna krävs", "whether the data is required", "requirement: …"},
		part{p.Obliged != nil, "provision.obliged", "om personen är skyldig att lämna uppgifterna", "whether the person is obliged to give the data", "obliged: false"},
		part{len(p.Consequences) > 0, "provision.consequences", "vad som händer om de inte lämnas", "what follows if it is not given", "consequences: {sv: …, en: …}"})
	if r.state != coverage.Covered {
		r.path, r.write = "provision", "provision: {requirement: contractual, obliged: false, consequences: {sv: …, en: …}}"
	}
	return r
}

func decided(f *facts, a *record.Activity) reply {
	d := a.AutomatedDecisions
	switch {
	case d != nil && record.No(d.Used):
		return passed("automated_decisions.used", "inga beslut fattas enbart automatiserat", "no decisions are made by machines alone")
	case d != nil && record.Yes(d.Used):
		return decisionExplained(d)
	case f.org.Declared().NoAutomatedDecisions():
		return passed("automated_decisions", "inga beslut fattas enbart automatiserat", "no decisions are made by machines alone")
	}
	return reply{state: coverage.Unknown, path: "automated_decisions", write: "automated_decisions: {used: false}", text: undecidedMachines}
}

func decisionExplained(d *record.AutomatedDecisions) reply {
	return parts(
		part{len(d.Logic) > 0, "automated_decisions.logic", "hur beslutet fattas", "how the decision is reached", "logic: {sv: …, en: …}"},
		part{len(d.Significance) > 0, "automated_decisions.significance", "vad beslutet betyder för personen", "what it means for the person", "significance: {sv: …, en: …}"},
		part{len(d.Consequences) > 0, "automated_decisions.consequences", "vilka följder som väntas", "what is expected to follow", "consequences: {sv: …, en: …}"})
}

// toldInTime asks that data subjects hear of a change before it applies.
func toldInTime(_ *facts, c *record.Change) reply {
	for _, n := range c.Notices {
		if n.Audience == "data-subjects" && (c.Effective == "" || n.Date.Before(c.Effective)) {
			return covered("notices")
		}
	}
	return lacks(coverage.Missing, "notices", diag.Say("ändrar en behandling utan att de registrerade har underrättats innan", "changes an activity without the data subjects having been told before"),
		"notices: [{audience: data-subjects, date: …, channel: …}]")
}
