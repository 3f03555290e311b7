package law

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/skeleton"
)

// standardClauses are the annexes of the standard contractual clauses, which a
// site of this kind can fill.
var standardClauses = []Duty{
	{
		ID: "SCC914-9a", Article: "Decision (EU) 2021/914 cl. 9(a)", Severity: diag.Warning, Fields: "organisation: processor_terms.authorisation, notice_days",
		Title: diag.Say("alternativ 1 eller 2 för underbiträden, och antal dagar", "option 1 or 2 on sub-processors, and the number of days"),
		Why:   diag.Say("Klausulen har två alternativ, och ett av dem ska gälla.", "The clause has two options, and one of them must apply."),
		when:  processing,
		answer: site(func(f *facts, o *record.Organisation) reply {
			t := f.terms()
			return parts(
				part{t.Authorisation != "", "processor_terms.authorisation", "vilket tillstånd som gäller för underbiträden", "which authorisation holds for sub-processors", "processor_terms: {authorisation: …}"},
				part{o.NoticeDays > 0 || t.Authorisation == "specific", "notice_days", "hur många dagar i förväg ett nytt underbiträde meddelas", "how many days in advance a new sub-processor is announced", "notice_days: 30"})
		}),
	},
	{
		ID: "SCC914-ANNEX-I", Article: "Decision (EU) 2021/914 Annex I", Severity: diag.Warning, Fields: "controllers; activities: data_subjects, data, purposes, retention; organisation: authority",
		Title:  diag.Say("parter, beskrivning av behandlingen och tillsynsmyndighet", "parties, description of the processing and supervisory authority"),
		Why:    diag.Say("Bilagan är avtalets innehåll, inte en formalitet.", "The annex is the substance of the contract, not a formality."),
		when:   processing,
		answer: annexI,
	},
	{
		ID: "SCC914-ANNEX-II", Article: "Decision (EU) 2021/914 Annex II", Severity: diag.Warning, Fields: "measures: text, items",
		Title: diag.Say("bestämda säkerhetsåtgärder, inte allmänna", "security measures that are specific, not generic"),
		Why:   diag.Say("Bilagan säger själv att allmänna ord inte räcker.", "The annex itself says that generic words are not enough."),
		when:  processing,
		answer: each(customerMeasures, noMeasure, func(_ *facts, m *record.Measure) reply {
			return tells(len(m.Text) > 0 || len(m.Items) > 0, "text", "vad som görs", "what is done", "text: {sv: Alla säkerhetskopior krypteras., en: All backups are encrypted.}")
		}),
	},
	{
		ID: "SCC914-ANNEX-III", Article: "Decision (EU) 2021/914 Annex III", Severity: diag.Warning, Fields: "recipients: legal_name, address, contact, service",
		Title:  diag.Say("underbiträdets namn, adress, kontaktperson och uppgift", "the sub-processor's name, address, contact and task"),
		Why:    diag.Say("Krävs när varje underbiträde godkänns för sig, och är god sed annars.", "Required where each sub-processor is approved, and good practice otherwise."),
		when:   processing,
		answer: each(chain, noChain, listedParty),
	},
	Duty{
		ID: "SCC915-ANNEX-I", Article: "Decision (EU) 2021/915 Annex I", Severity: diag.Warning, Fields: "controllers: legal_name, address, dpo",
		Title:  diag.Say("parterna och deras dataskyddsombud", "the parties and their data protection officers"),
		Why:    diag.Say("Kunden ska veta vem den har avtal med.", "The customer shall know with whom it has a contract."),
		when:   processing,
		answer: each(controllers, noController, partyOfContract),
	}.by(scc915),
	Duty{
		ID: "SCC915-ANNEX-II", Article: "Decision (EU) 2021/915 Annex II", Severity: diag.Warning, Fields: "activities: data_subjects, data, operations, purposes, retention; recipients: service, duration",
		Title:  diag.Say("vad som behandlas, varför och hur länge, också av underbiträden", "what is processed, why and for how long, by sub-processors too"),
		Why:    diag.Say("Bilagan är kundens instruktion.", "The annex is the customer's instruction."),
		when:   processing,
		answer: annexIIOf915,
	}.by(scc915),
	Duty{
		ID: "SCC915-ANNEX-III", Article: "Decision (EU) 2021/915 Annex III", Severity: diag.Warning, Fields: "measures: domain",
		Title:  diag.Say("åtgärder under bilagans sjutton rubriker", "measures under the annex's seventeen headings"),
		Why:    diag.Say("En rubrik utan åtgärd är en fråga som kunden kommer att ställa.", "A heading without a measure is a question that the customer will ask."),
		when:   processing,
		answer: headings,
	}.by(scc915),
	Duty{
		ID: "SCC915-ANNEX-IV", Article: "Decision (EU) 2021/915 Annex IV", Severity: diag.Warning, Fields: "recipients: legal_name, address, contact, service",
		Title:  diag.Say("listan över underbiträden", "the list of sub-processors"),
		Why:    diag.Say("Kunden ska kunna lägga listan till avtalet.", "The customer shall be able to attach the list to the contract."),
		when:   processing,
		answer: each(chain, noChain, listedParty),
	}.by(scc915),
}

func annexI(f *facts) answer {
	a := each(controllers, noController, func(_ *facts, c *record.Controller) reply {
		return parts(
			part{c.LegalName != "", "legal_name", "sin firma", "its legal name", "legal_name: …"},
			part{c.Address != nil, "address", "sin adress", "its address", "address: {street: …, postal_code: …, city: …, country: …}"})
	})(f).and(each(customerActivities, noProcessing, specified)(f))
	if au := f.authority(); au != nil {
		a.add(f, au, covered("name"))
	} else {
		a.add(f, f.org, f.whichAuthority(diag.Say("anger inte vilken tillsynsmyndighet som är behörig", "does not state which supervisory authority is competent")))
	}
	return a
}

func partyOfContract(f *facts, c *record.Controller) reply {
	r := parts(
		part{c.LegalName != "", "legal_name", "sin firma", "its legal name", "legal_name: …"},
		part{c.Address != nil, "address", "sin adress", "its address", "address: {street: …, postal_code: …, city: …, country: …}"})
	if r.state != coverage.Covered {
		return r
	}
	if dpo := officerReached(f, c); dpo.state != coverage.Covered && dpo.state != coverage.NotApplicable {
		dpo.state = coverage.Missing
		return dpo
	}
	return r
}

func annexIIOf915(f *facts) answer {
	a := each(customerActivities, noProcessing, specified)(f)
	return a.and(each(chain, noChain, func(_ *facts, r *record.Recipient) reply {
		return parts(
			part{len(r.Service) > 0, "service", "vad den gör", "what it does", "service: {sv: …, en: …}"},
			part{len(r.Duration) > 0, "duration", "hur länge den behandlar uppgifterna", "how long it processes the data", "duration: {sv: …, en: …}"})
	})(f))
}

// headings compares the measures with the headings of the annex, which stand
// first in the list of domains.
func headings(f *facts) answer {
	const count = 17
	var a answer
	byDomain := f.domains()
	var lacking []string
	var sv, en []string
	for _, c := range value.Choices("domain")[:count] {
		if m := byDomain[c.Code]; m != nil {
			a.add(f, m, covered("domain"))
			continue
		}
		lacking, sv, en = append(lacking, c.Code), append(sv, c.Name.SV), append(en, c.Name.EN)
	}
	switch len(lacking) {
	case 0:
	case count:
		return noMeasure(f)
	default:
		a.add(f, f.org, reply{state: coverage.Partial, path: "profiles", file: "data/measures/…",
			text:  diag.Say("beskriver ingen åtgärd för %s", "describes no measure for %s", diag.Text{SV: diag.And(sv, "eller"), EN: diag.And(en, "or")}),
			write: skeleton.Measure(lacking[0])})
	}
	return a
}
