package law

import (
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
)

// article14 is what a person is told when the data comes from elsewhere. The
// letters are not those of Art. 13.
var article14 = []Duty{
	elsewhere("GDPR-14-1-a", "GDPR Art. 14(1)(a)", "controllers: legal_name, address, email, phone",
		diag.Say("vem som är personuppgiftsansvarig", "who the controller is"), nil, each(controllers, noController, identity)),
	elsewhere("GDPR-14-1-b", "GDPR Art. 14(1)(b)", "controllers: dpo",
		diag.Say("hur dataskyddsombudet nås", "how to reach the data protection officer"), nil, each(controllers, noController, officerReached)).named("dpo-missing"),
	elsewhere("GDPR-14-1-c", "GDPR Art. 14(1)(c)", "activities: purposes[].bases",
		diag.Say("ändamål och rättslig grund", "purposes and legal basis"), nil, each(indirect, nobody, purposedAndBased)),
	elsewhere("GDPR-14-1-e", "GDPR Art. 14(1)(e)", "activities: recipients",
		diag.Say("vilka som får uppgifterna", "who gets the data"), nil, each(indirect, nobody, disclosed)),
	elsewhere("GDPR-14-1-f", "GDPR Art. 14(1)(f)", "recipients: transfer",
		diag.Say("om och på vilken grund uppgifter lämnar EU/EES", "whether and on what ground data leaves the EU/EEA"), nil,
		transfersTold(transferTold)),
	elsewhere("GDPR-14-1-d", "GDPR Art. 14(1)(d)", "activities: data[].category",
		diag.Say("vilka kategorier av uppgifter det gäller", "which categories of data are concerned"), nil, each(indirect, nobody, categorised)),
	elsewhere("GDPR-14-2-a", "GDPR Art. 14(2)(a)", "activities: retention; retention: period, range, criterion",
		diag.Say("hur länge uppgifterna sparas", "how long the data is kept"), nil, each(indirect, nobody, keptFor)),
	elsewhere("GDPR-14-2-c", "GDPR Art. 14(2)(c)", "rights",
		diag.Say("de sex rättigheterna", "the six rights"), nil, sixRights).named("rights-missing"),
	elsewhere("GDPR-14-2-d", "GDPR Art. 14(2)(d)", "rights: right: withdraw-consent",
		diag.Say("rätten att återkalla ett samtycke", "the right to withdraw consent"), onConsent, right("withdraw-consent")).named("withdraw-missing"),
	elsewhere("GDPR-14-2-e", "GDPR Art. 14(2)(e)", "rights: right: complaint",
		diag.Say("rätten att klaga hos en tillsynsmyndighet", "the right to lodge a complaint with an authority"), nil, right("complaint")),
	elsewhere("GDPR-14-2-g", "GDPR Art. 14(2)(g)", "activities: automated_decisions; declarations.automated_decisions",
		diag.Say("om beslut fattas enbart automatiserat", "whether decisions are made by machines alone"), nil, each(indirect, nobody, decided)),
	elsewhere("GDPR-14-2-b", "GDPR Art. 14(2)(b)", "activities: purposes[].bases[].interest, whose",
		diag.Say("vilket intresse det gäller, och vems", "which interest it is, and whose"), onInterest, each(indirect, nobody, interested)).named("li-unnamed"),
	elsewhere("GDPR-14-2-f", "GDPR Art. 14(2)(f)", "activities: source.from, source.publicly_accessible",
		diag.Say("varifrån uppgifterna kommer, och om källan är öppen för alla", "where the data comes from, and whether the source is open to all"), nil,
		each(indirect, nobody, sourced)),
	func() Duty {
		d := elsewhere("GDPR-14-3", "GDPR Art. 14(3)", "activities: source.informed_when",
			diag.Say("när personen får veta det", "when the person is told"), nil, each(indirect, nobody, informed))
		d.Severity = diag.Warning
		return d
	}(),
	func() Duty {
		d := elsewhere("GDPR-14-5", "GDPR Art. 14(5)", "activities: source.exemption",
			diag.Say("vilket undantag som åberopas", "which exemption is relied on"), nil, each(indirect, nobody, exempted))
		d.Severity = diag.Warning
		return d
	}(),
}

// elsewhere is a duty that is owed where data does not come from the person.
func elsewhere(id, article, fields string, title diag.Text, when condition, ask func(*facts) answer) Duty {
	return Duty{
		ID: id, Article: article, Severity: diag.Error, Fields: fields, Title: title,
		Why: diag.Say("Den som inte själv har lämnat uppgifterna vet inte ens att de finns.", "Whoever did not give the data does not even know that it exists."),
		when: func(f *facts) (answer, bool) {
			if a, ok := fromElsewhere(f); !ok {
				return a, false
			}
			if when != nil {
				return when(f)
			}
			return applies()
		},
		answer: ask,
	}
}

// named tells the gaps of a duty by the name of a mistake.
func (d Duty) named(lint string) Duty { d.lint = lint; return d }

func indirect(f *facts) []*record.Activity { return only(f.ours, fromOthers) }

// fromElsewhere is the condition that an activity gets data from others than the
// person.
func fromElsewhere(f *facts) (answer, bool) {
	var by []spot
	var open answer
	for _, a := range f.ours {
		switch {
		case fromOthers(a):
			return applies()
		case a.Source == nil || len(a.Source.Kinds) == 0:
			open.add(f, a, reply{state: coverage.Unknown, path: "source", duty: "GDPR-14-2-f", write: "source: {kinds: [subject]}",
				text: diag.Say("säger inte varifrån uppgifterna kommer", "does not say where the data comes from")})
		default:
			by = append(by, spot{a, "source.kinds"})
		}
	}
	if open.state == coverage.Unknown {
		return open, false
	}
	return spared(diag.Say("alla uppgifter kommer från personen själv", "all data comes from the person"), by...)
}

func purposedAndBased(f *facts, a *record.Activity) reply {
	if r := purposed(f, a); r.state != coverage.Covered {
		return r
	}
	return based(f, a)
}

func categorised(_ *facts, a *record.Activity) reply {
	return tells(len(a.Data) > 0, "data", "vilka uppgifter som behandlas", "which data is processed", "data: [{category: …, items: [{name: {sv: …, en: …}}]}]")
}

func sixRights(f *facts) answer {
	a := right("access")(f)
	for _, code := range []string{"rectification", "erasure", "restriction"} {
		a = a.and(right(code)(f))
	}
	if _, ok := unlessSpared(objectable)(f); ok {
		a = a.and(right("objection")(f))
	}
	if _, ok := unlessSpared(portable)(f); ok {
		a = a.and(right("portability")(f))
	}
	return a
}

func sourced(_ *facts, a *record.Activity) reply {
	return parts(
		part{len(a.Source.From) > 0, "source.from", "från vem uppgifterna kommer", "from whom the data comes", "source: {from: [{sv: …, en: …}]}"},
		part{a.Source.PubliclyAccessible != nil, "source.publicly_accessible", "om källan är öppen för alla", "whether the source is open to all", "source: {publicly_accessible: false}"})
}

func informed(_ *facts, a *record.Activity) reply {
	if len(a.Source.Exemption) > 0 {
		return passed("source.exemption", "ett undantag från skyldigheten åberopas", "an exemption from the duty is relied on")
	}
	return tells(len(a.Source.InformedWhen) > 0, "source.informed_when", "när personen får veta att uppgifterna finns", "when the person is told that the data exists", "source: {informed_when: {sv: Senast inom en månad., en: …}}")
}

// exempted asks of an exemption that it names the provision.
func exempted(_ *facts, a *record.Activity) reply {
	e := a.Source.Exemption
	if len(e) == 0 {
		return passed("source.informed_when", "inget undantag åberopas", "no exemption is relied on")
	}
	for _, text := range e {
		if strings.Contains(text, "14.5") || strings.Contains(text, "14(5)") {
			return covered("source.exemption")
		}
	}
	return lacks(coverage.Missing, "source.exemption", diag.Say("åberopar ett undantag utan att säga vilket: %s", "relies on an exemption without saying which: %s", record.QuotedWords(e)),
		"source: {exemption: {sv: Artikel 14.5 b: …, en: …}}")
}
