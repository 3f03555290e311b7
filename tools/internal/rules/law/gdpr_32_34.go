package law

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/skeleton"
)

// articles32to34 are security and breaches. They need not be published, except
// for what feeds Art. 28 and 30.
var articles32to34 = []Duty{
	domainDuty("GDPR-32-1-a", "GDPR Art. 32(1)(a)", "pseudonymisation-encryption", diag.Warning, record.ChoiceWords("domain", "pseudonymisation-encryption")),
	domainDuty("GDPR-32-1-b", "GDPR Art. 32(1)(b)", "cia-resilience", diag.Warning, record.ChoiceWords("domain", "cia-resilience")),
	domainDuty("GDPR-32-1-c", "GDPR Art. 32(1)(c)", "recovery", diag.Warning, diag.Say("återställning efter en incident", "recovery after an incident")),
	domainDuty("GDPR-32-1-d", "GDPR Art. 32(1)(d)", "testing", diag.Warning, diag.Say("regelbunden provning och utvärdering", "regular testing and evaluation")),
	domainDuty("GDPR-32-4", "GDPR Art. 32(4)", "personnel", diag.Info, diag.Say("personalens instruktioner och utbildning", "instructions and training of the staff")),
	{
		ID: "GDPR-32-cert", Article: "GDPR Art. 32(3)", Severity: diag.Warning, Fields: "certifications: scope, body, valid_to",
		Title:  diag.Say("ett certifikat har omfattning, utfärdare och giltighetstid", "a certificate has a scope, an issuer and a period of validity"),
		Why:    diag.Say("Ett certifikat som ingen kan kontrollera är ett påstående.", "A certificate that nobody can check is a claim."),
		answer: each(certifications, outside("inget certifikat åberopas", "no certificate is relied on"), certified),
	},
	{
		ID: "GDPR-33-1", Article: "GDPR Art. 33(1)", Severity: diag.Info, Fields: "organisation: incident.authority",
		Title: diag.Say("anmälan till IMY inom 72 timmar", "notification to IMY within 72 hours"),
		Why:   diag.Say("Den som har bestämt vägen i förväg hinner.", "Whoever has decided the way in advance is in time."),
		answer: site(func(f *facts, _ *record.Organisation) reply {
			return tells(len(f.incident().Authority) > 0, "incident.authority", "hur en incident anmäls till IMY", "how a breach is notified to IMY", "incident: {authority: {sv: …, en: …}}")
		}),
	},
	{
		ID: "GDPR-33-2", Article: "GDPR Art. 33(2)", Profile: "processor", Severity: diag.Warning, Fields: "organisation: incident.customer_notice_hours, email, phone",
		Title: diag.Say("hur snabbt kunderna underrättas om en incident", "how fast customers are told of a breach"),
		Why:   diag.Say("Kundens egna 72 timmar börjar när biträdet hör av sig.", "The customer's own 72 hours begin when the processor gets in touch."),
		when:  processing,
		answer: site(func(f *facts, _ *record.Organisation) reply {
			i := f.incident()
			return parts(
				part{i.CustomerNoticeHours > 0, "incident.customer_notice_hours", "inom hur många timmar kunderna underrättas", "within how many hours customers are told", "incident: {customer_notice_hours: 24}"},
				part{i.Email != "" || i.Phone != "", "incident.email", "vart en incident rapporteras", "where a breach is reported", "incident: {email: …}"})
		}),
	},
	{
		ID: "GDPR-34-2", Article: "GDPR Art. 34(2)", Severity: diag.Info, Fields: "organisation: incident.subjects",
		Title: diag.Say("hur berörda personer underrättas", "how affected persons are told"),
		Why:   diag.Say("Den som är i fara ska få veta vad den kan göra.", "Whoever is at risk shall learn what they can do."),
		answer: site(func(f *facts, _ *record.Organisation) reply {
			return tells(len(f.incident().Subjects) > 0, "incident.subjects", "hur berörda personer underrättas", "how affected persons are told", "incident: {subjects: {sv: …, en: …}}")
		}),
	},
}

// domainDuty is the duty to describe a measure of a domain.
func domainDuty(id, article, domain string, s diag.Severity, title diag.Text) Duty {
	return Duty{
		ID: id, Article: article, Severity: s, Fields: "measures: domain: " + domain, Title: title,
		Why: diag.Say("Lagen nämner åtgärden, så frånvaron behöver ett skäl.", "The law names the measure, so its absence needs a reason."),
		answer: func(f *facts) answer {
			var a answer
			if m := f.domains()[domain]; m != nil {
				a.add(f, m, covered("domain"))
				return a
			}
			a.add(f, f.org, reply{state: coverage.Missing, path: "profiles", name: title, file: "data/measures/" + domain + ".yaml",
				text: diag.Say("beskriver ingen åtgärd på området %s", "describes no measure in the domain %s", record.ChoiceWords("domain", domain)), write: skeleton.Measure(domain)})
			return a
		},
	}
}

func certifications(f *facts) []*record.Certification { return f.set.Certifications }

func certified(f *facts, c *record.Certification) reply {
	if c.ValidTo.Before(f.asOf) {
		return lacks(coverage.Missing, "valid_to", diag.Say("gällde till och med %s och har gått ut", "held until %s and has expired", record.DayWords(c.ValidTo)), "valid_to: …").
			advised("förnya certifikatet eller ta bort posten", "renew the certificate or remove the record")
	}
	return parts(
		part{len(c.Scope) > 0, "scope", "vad certifikatet omfattar", "what the certificate covers", "scope: {sv: …, en: …}"},
		part{c.Body != "", "body", "vem som har utfärdat det", "who issued it", "body: …"},
		part{c.ValidTo != "", "valid_to", "hur länge det gäller", "until when it holds", "valid_to: …"})
}
