package law

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
)

// articles21to37 are objection, decisions by machines, joint controllers, the
// representative and the data protection officer.
var articles21to37 = []Duty{
	{
		ID: "GDPR-21-4", Article: "GDPR Art. 21(4)", Severity: diag.Error, Fields: "rights: right: objection: prominent",
		Title:  diag.Say("rätten att invända, skild från annan information", "the right to object, apart from other information"),
		Why:    diag.Say("En rätt som göms i en uppräkning blir inte använd.", "A right hidden in a list is not used."),
		lint:   "objection-buried",
		when:   objectable,
		answer: setApart,
	},
	{
		ID: "GDPR-21-2", Article: "GDPR Art. 21(2)–(3)", Severity: diag.Error, Fields: "rights: right: objection-marketing",
		Title:  diag.Say("den ovillkorliga rätten att slippa direktmarknadsföring", "the unconditional right to stop direct marketing"),
		Why:    diag.Say("Mot reklam behövs inga skäl.", "No reasons are needed against advertising."),
		when:   marketing,
		answer: right("objection-marketing"),
	},
	{
		ID: "GDPR-21-5", Article: "GDPR Art. 21(5)", Severity: diag.Info, Fields: "rights: right: objection: how",
		Title:  diag.Say("hur man invänder på nätet", "how to object online"),
		Why:    diag.Say("Den som använder en tjänst på nätet ska kunna invända där.", "Whoever uses a service online shall be able to object there."),
		when:   objectable,
		answer: objectionMade,
	},
	{
		ID: "GDPR-22-2", Article: "GDPR Art. 22(2)", Severity: diag.Error, Fields: "activities: automated_decisions.exception",
		Title:  diag.Say("undantaget som medger automatiserade beslut", "the exception that allows automated decisions"),
		Why:    diag.Say("Sådana beslut är förbjudna om inget undantag gäller.", "Such decisions are forbidden unless an exception applies."),
		when:   deciding,
		answer: each(decidingActivities, nobody, decisionExcepted),
	},
	{
		ID: "GDPR-22-3", Article: "GDPR Art. 22(3)", Severity: diag.Error, Fields: "activities: automated_decisions.safeguards",
		Title:  diag.Say("en människas medverkan, och rätten att bestrida beslutet", "a human's part, and the right to contest the decision"),
		Why:    diag.Say("Den som drabbas av en maskins beslut ska få tala med en människa.", "Whoever is hit by a machine's decision shall be able to talk to a human."),
		when:   deciding,
		answer: each(decidingActivities, nobody, safeguarded),
	},
	{
		ID: "GDPR-22-4", Article: "GDPR Art. 22(4)", Severity: diag.Error, Fields: "activities: purposes[].art9",
		Title:  diag.Say("känsliga uppgifter i automatiserade beslut bara med samtycke eller viktigt allmänt intresse", "special categories in automated decisions only with consent or a substantial public interest"),
		Why:    diag.Say("Där är förbudet strängast.", "There the ban is strictest."),
		when:   deciding,
		answer: each(decidingActivities, nobody, specialDecisions),
	},
	{
		ID: "GDPR-26-1", Article: "GDPR Art. 26(1)", Severity: diag.Warning, Fields: "controllers: joint[].contact_point; declarations.joint_controllers",
		Title:  diag.Say("vart man vänder sig när flera är ansvariga", "where to turn when several are responsible"),
		Why:    diag.Say("Delat ansvar får inte betyda att ingen svarar.", "Shared responsibility must not mean that nobody answers."),
		when:   jointly,
		answer: arrangements(func(j record.Joint) bool { return len(j.ContactPoint) > 0 }, "contact_point", "vart en person vänder sig", "where a person turns"),
	},
	{
		ID: "GDPR-26-2", Article: "GDPR Art. 26(2)", Severity: diag.Error, Fields: "controllers: joint[].essence; declarations.joint_controllers",
		Title:  diag.Say("det väsentliga i arrangemanget mellan gemensamt ansvariga", "the essence of the arrangement between joint controllers"),
		Why:    diag.Say("Den registrerade ska se vem som svarar för vad.", "The data subject shall see who answers for what."),
		when:   jointly,
		answer: arrangements(func(j record.Joint) bool { return len(j.Essence) > 0 }, "essence", "det väsentliga i arrangemanget", "the essence of the arrangement"),
	},
	{
		ID: "GDPR-27-1", Article: "GDPR Art. 27(1)", Severity: diag.Error, Fields: "controllers: representative; declarations.representative",
		Title:  diag.Say("en utsedd företrädare i EU", "a designated representative in the EU"),
		Why:    diag.Say("Den som är etablerad utanför EU ska gå att nå i EU.", "Whoever is established outside the EU shall be reachable inside it."),
		when:   outsideUnion,
		answer: each(controllersOutside, noController, represented),
	},
	{
		ID: "GDPR-37-1", Article: "GDPR Art. 37(1)", Severity: diag.Info, Fields: "controllers: dpo.basis",
		Title: diag.Say("varför ett dataskyddsombud är, eller inte är, utsett", "why a data protection officer is, or is not, appointed"),
		Why:   diag.Say("Den som har prövat saken kan visa det.", "Whoever has examined the question can show it."),
		answer: each(controllers, noController, func(_ *facts, c *record.Controller) reply {
			return tells(c.DPO != nil && len(c.DPO.Basis) > 0, "dpo.basis", "varför ett dataskyddsombud är, eller inte är, utsett", "why a data protection officer is, or is not, appointed", "dpo: {basis: {sv: …, en: …}}")
		}),
	},
	{
		ID: "GDPR-37-7", Article: "GDPR Art. 37(7)", Severity: diag.Error, Fields: "controllers: dpo.email, phone, address, notified_to_authority_on",
		Title:  diag.Say("ombudets kontaktuppgifter är publicerade och anmälda till IMY", "the officer's contact details are published and notified to IMY"),
		Why:    diag.Say("Både den registrerade och myndigheten ska nå ombudet direkt.", "Both the data subject and the authority shall reach the officer directly."),
		when:   officer,
		answer: each(withOfficer, noController, officerPublished),
	},
	{
		ID: "GDPR-38-4", Article: "GDPR Art. 38(4)", Severity: diag.Info, Fields: "controllers: dpo.topics",
		Title: diag.Say("vad man får fråga ombudet om", "what the officer may be asked about"),
		Why:   diag.Say("Ombudet är till för alla frågor om personens uppgifter.", "The officer is there for all questions about the person's data."),
		when:  officer,
		answer: each(withOfficer, noController, func(_ *facts, c *record.Controller) reply {
			return tells(len(c.DPO.Topics) > 0, "dpo.topics", "vad man kan fråga dataskyddsombudet om", "what the data protection officer may be asked about", "dpo: {topics: {sv: …, en: …}}")
		}),
	},
}

func decidingActivities(f *facts) []*record.Activity {
	return only(f.ours, func(a *record.Activity) bool {
		return a.AutomatedDecisions != nil && record.Yes(a.AutomatedDecisions.Used)
	})
}

func withOfficer(f *facts) []*record.Controller {
	return only(f.controllers, func(c *record.Controller) bool { return c.DPO != nil && record.Yes(c.DPO.Appointed) })
}

func setApart(f *facts) answer {
	r := f.rights["objection"]
	if r == nil {
		if m := f.rights["objection-marketing"]; m != nil && f.basis["legitimate-interests"].record == nil && f.basis["public-task"].record == nil {
			r = m
		} else {
			return right("objection")(f)
		}
	}
	var a answer
	if r.Prominent {
		a.add(f, r, covered("prominent"))
		return a
	}
	a.add(f, r, lacks(coverage.Missing, "right", diag.Say("står inte skild från annan information", "does not stand apart from other information"), "prominent: true"))
	return a
}

func objectionMade(f *facts) answer {
	r := f.rights["objection"]
	if r == nil {
		var a answer
		a.add(f, f.org, pending("GDPR-13-2-b-objection", "profiles", diag.Say("beskriver inte rätten att invända", "does not describe the right to object")))
		return a
	}
	var a answer
	a.add(f, r, tells(len(r.How) > 0, "how", "hur man invänder", "how to object", "how: {sv: Skriv till oss och säg vilken behandling du invänder mot., en: Write to us and say which processing you object to.}"))
	return a
}

func decisionExcepted(_ *facts, a *record.Activity) reply {
	return tells(a.AutomatedDecisions.Exception != "", "automated_decisions", "vilket undantag som medger automatiserade beslut", "which exception allows automated decisions", "automated_decisions: {exception: …}")
}

func safeguarded(_ *facts, a *record.Activity) reply {
	d := a.AutomatedDecisions
	if d.Exception == "law" {
		return passed("automated_decisions.exception", "besluten medges i lag, som själv föreskriver skyddet", "the decisions are allowed by law, which itself lays down the safeguards")
	}
	return tells(len(d.Safeguards) > 0, "automated_decisions", "hur en människa medverkar och hur beslutet bestrids", "how a human takes part and how the decision is contested", "automated_decisions: {safeguards: [{sv: …, en: …}]}")
}

func specialDecisions(_ *facts, a *record.Activity) reply {
	at := specialItem(a)
	if at == "" {
		return passed("data", "inga känsliga uppgifter ligger till grund för besluten", "no special categories of data underlie the decisions")
	}
	for _, p := range a.Purposes {
		if p.Art9 == "explicit-consent" || p.Art9 == "substantial-public-interest" {
			return covered("purposes")
		}
	}
	return lacks(coverage.Missing, at, diag.Say("använder känsliga uppgifter i automatiserade beslut utan uttryckligt samtycke eller viktigt allmänt intresse",
		"uses special categories of data in automated decisions without explicit consent or a substantial public interest"), "art9: explicit-consent")
}

// arrangements asks something of each arrangement between joint controllers.
func arrangements(told func(record.Joint) bool, key, sv, en string) func(*facts) answer {
	return func(f *facts) answer {
		var a answer
		for _, c := range f.set.Controllers {
			for i, j := range c.Joint {
				a.add(f, c, tells(told(j), item("joint", i)+"."+key, sv, en, "joint: [{"+key+": {sv: …, en: …}}]"))
			}
		}
		if a.state == "" {
			a.add(f, f.org, tells(false, "controller", "det väsentliga i arrangemanget mellan gemensamt ansvariga", "the essence of the arrangement between joint controllers",
				"joint: [{with: …, essence: {sv: …, en: …}, contact_point: {sv: …, en: …}}]"))
		}
		return a
	}
}

func officerPublished(_ *facts, c *record.Controller) reply {
	d := c.DPO
	gaps := []reply{tells(d.Email != "" || d.Phone != "" || d.Address != nil, "dpo.appointed", "hur dataskyddsombudet nås", "how to reach the data protection officer", "dpo: {email: …}")}
	if d.NotifiedToAuthorityOn == "" {
		gaps = append(gaps, lacks(coverage.Partial, "dpo", diag.Say("säger inte när dataskyddsombudet anmäldes till IMY", "does not say when the data protection officer was notified to IMY"),
			"dpo: {notified_to_authority_on: …}"))
	}
	return all(gaps, covered("dpo.notified_to_authority_on"))
}
