package law

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/skeleton"
)

// article28 is what a processor owes its customers. A company that processes
// data for nobody owes none of it.
var article28 = []Duty{
	{
		ID: "GDPR-28-1", Article: "GDPR Art. 28(1)", Severity: diag.Warning, Fields: "recipients: dpa",
		Title:  diag.Say("stöd för att varje underbiträde ger tillräckliga garantier", "evidence that each sub-processor gives sufficient guarantees"),
		Why:    diag.Say("Kunden ska kunna lita på den som den aldrig har valt.", "The customer shall be able to rely on those whom it never chose."),
		when:   processing,
		answer: each(chain, noChain, guaranteed),
	},
	{
		ID: "GDPR-28-2-authorisation", Article: "GDPR Art. 28(2)", Severity: diag.Error, Fields: "organisation: processor_terms.authorisation",
		Title: diag.Say("särskilt eller allmänt tillstånd att anlita underbiträden", "specific or general authorisation to engage sub-processors"),
		Why:   diag.Say("Utan tillstånd får inget underbiträde anlitas.", "Without authorisation no sub-processor may be engaged."),
		when:  processing,
		answer: term("authorisation", "vilket tillstånd som gäller för underbiträden", "which authorisation holds for sub-processors",
			func(t record.ProcessorTerms) bool { return t.Authorisation != "" }, "general"),
	},
	{
		ID: "GDPR-28-2-notice", Article: "GDPR Art. 28(2)", Severity: diag.Error, Fields: "organisation: notice_days, processor_terms.notice_channels, objection",
		Title:  diag.Say("hur och när nya underbiträden meddelas, och hur man invänder", "how and when new sub-processors are announced, and how to object"),
		Why:    diag.Say("Ett varsel som ingen hinner svara på är inget varsel.", "A notice that nobody has time to answer is none."),
		when:   processing,
		answer: site(noticed),
	},
	{
		ID: "GDPR-28-2-list", Article: "GDPR Art. 28(2)", Severity: diag.Warning, Fields: "recipients: kind: subprocessor: effective, ended",
		Title:  diag.Say("en daterad lista över alla underbiträden", "a dated list of all sub-processors"),
		Why:    diag.Say("Kunden ska kunna se vem som hade uppgifterna på en viss dag.", "The customer shall be able to see who had the data on a given day."),
		when:   processing,
		answer: each(chain, noChain, dated),
	},
	{
		ID: "GDPR-28-3", Article: "GDPR Art. 28(3)", Severity: diag.Error, Fields: "organisation: processor_terms.governing_agreement; activities: data_subjects, data, operations, purposes, retention",
		Title:  diag.Say("avtalet, och vad som behandlas, varför och hur länge", "the agreement, and what is processed, why and for how long"),
		Why:    diag.Say("Ett biträde får bara göra det som avtalet beskriver.", "A processor may do only what the agreement describes."),
		when:   processing,
		answer: agreed,
	},
	termDuty("GDPR-28-3-a", "GDPR Art. 28(3)(a)", "instructions", diag.Say("dokumenterade instruktioner", "documented instructions"),
		diag.Say("Kunden bestämmer, även om överföringar till tredjeland.", "The customer decides, also on transfers to third countries."),
		"hur kunden ger instruktioner", "how the customer gives instructions", func(t record.ProcessorTerms) record.Text { return t.Instructions }),
	termDuty("GDPR-28-3-b", "GDPR Art. 28(3)(b)", "confidentiality", diag.Say("tystnadsplikt för personalen", "confidentiality of the staff"),
		diag.Say("Den som ser uppgifterna ska vara bunden att tiga.", "Whoever sees the data shall be bound to silence."),
		"hur personalen är bunden av tystnadsplikt", "how the staff are bound to confidentiality", func(t record.ProcessorTerms) record.Text { return t.Confidentiality }),
	{
		ID: "GDPR-28-3-c", Article: "GDPR Art. 28(3)(c)", Severity: diag.Error, Fields: "measures: applies_to: processor, both",
		Title:  diag.Say("säkerhetsåtgärder för kundernas uppgifter", "security measures for the customers' data"),
		Why:    diag.Say("Kunden svarar för säkerheten hos den som den anlitar.", "The customer answers for the security of those whom it engages."),
		when:   processing,
		answer: each(customerMeasures, noMeasure, standing),
	},
	{
		ID: "GDPR-28-3-d", Article: "GDPR Art. 28(3)(d)", Severity: diag.Error, Fields: "organisation: processor_terms.authorisation, flow_down",
		Title: diag.Say("villkoren för att anlita underbiträden", "the conditions for engaging sub-processors"),
		Why:   diag.Say("Skyddet får inte tunnas ut längre ned i kedjan.", "The protection must not thin out further down the chain."),
		when:  processing,
		answer: site(func(f *facts, _ *record.Organisation) reply {
			t := f.terms()
			return parts(
				part{t.Authorisation != "", "processor_terms.authorisation", "vilket tillstånd som gäller för underbiträden", "which authorisation holds for sub-processors", "processor_terms: {authorisation: …}"},
				part{len(t.FlowDown) > 0, "processor_terms.flow_down", "vad som krävs av underbiträden", "what is demanded of sub-processors", "processor_terms: {flow_down: {sv: …, en: …}}"})
		}),
	},
	termDuty("GDPR-28-3-e", "GDPR Art. 28(3)(e)", "assistance_rights", diag.Say("hjälp med de registrerades begäran", "help with data subjects' requests"),
		diag.Say("Kunden kan inte svara på det som bara biträdet vet.", "The customer cannot answer what only the processor knows."),
		"hur kunden får hjälp med begäran från registrerade", "how the customer is helped with requests from data subjects", func(t record.ProcessorTerms) record.Text { return t.AssistanceRights }),
	termDuty("GDPR-28-3-f", "GDPR Art. 28(3)(f)", "assistance_security", diag.Say("hjälp med säkerhet, incidenter och konsekvensbedömningar", "help with security, breaches and impact assessments"),
		diag.Say("Kunden har 72 timmar på sig och behöver biträdets uppgifter.", "The customer has 72 hours and needs what the processor knows."),
		"hur kunden får hjälp med säkerhet och incidenter", "how the customer is helped with security and breaches", func(t record.ProcessorTerms) record.Text { return t.AssistanceSecurity }),
	termDuty("GDPR-28-3-g", "GDPR Art. 28(3)(g)", "return_or_delete", diag.Say("återlämning eller radering när tjänsten upphör", "return or deletion when the service ends"),
		diag.Say("Kunden ska få ut sina uppgifter och veta att inget blir kvar.", "The customer shall get its data out and know that nothing remains."),
		"vad som händer med uppgifterna när tjänsten upphör", "what happens to the data when the service ends", func(t record.ProcessorTerms) record.Text { return t.ReturnOrDelete }),
	termDuty("GDPR-28-3-h", "GDPR Art. 28(3)(h)", "audit", diag.Say("information och granskning", "information and audits"),
		diag.Say("Den som svarar för andras arbete ska få se det.", "Whoever answers for the work of others shall be able to see it."),
		"hur kunden får granska", "how the customer may audit", func(t record.ProcessorTerms) record.Text { return t.Audit }),
	{
		ID: "GDPR-28-4", Article: "GDPR Art. 28(4)", Severity: diag.Warning, Fields: "recipients: flow_down",
		Title: diag.Say("samma skyldigheter för varje underbiträde", "the same duties for each sub-processor"),
		Why:   diag.Say("Kedjan är inte starkare än sin svagaste länk.", "The chain is no stronger than its weakest link."),
		when:  processing,
		answer: each(chain, noChain, func(_ *facts, r *record.Recipient) reply {
			return tells(record.Yes(r.FlowDown), "flow_down", "att den har samma skyldigheter som organisationen", "that it has the same duties as the organisation", "flow_down: true")
		}),
	},
}

// article30As2 is the record of a processor.
var article30As2 = []Duty{
	{
		ID: "GDPR-30-2-a", Article: "GDPR Art. 30(2)(a)", Severity: diag.Warning, Fields: "activities: on_behalf_of; controllers",
		Title:  diag.Say("biträdet, och för vems räkning det behandlar", "the processor, and on whose behalf it processes"),
		Why:    diag.Say("Registret ska visa vems uppgifter det är.", "The record shall show whose data it is."),
		when:   processing,
		answer: each(customerActivities, noProcessing, onBehalf),
	},
	{
		ID: "GDPR-30-2-b", Article: "GDPR Art. 30(2)(b)", Severity: diag.Warning, Fields: "activities: operations",
		Title: diag.Say("vad biträdet gör med uppgifterna", "what the processor does with the data"),
		Why:   diag.Say("Kunden ska känna igen sin egen instruktion.", "The customer shall recognise its own instruction."),
		when:  processing,
		answer: each(customerActivities, noProcessing, func(_ *facts, a *record.Activity) reply {
			return tells(len(a.Operations) > 0, "operations", "vad som görs med uppgifterna", "what is done with the data", "operations: [{sv: …, en: …}]")
		}),
	},
	{
		ID: "GDPR-30-2-c", Article: "GDPR Art. 30(2)(c)", Severity: diag.Warning, Fields: "recipients: transfer",
		Title:  diag.Say("överföringar till tredjeland, med land", "transfers to third countries, with the country"),
		Why:    diag.Say("Här krävs landets namn, till skillnad från i artikel 13.", "Here the name of the country is required, other than in Article 13."),
		when:   processing,
		answer: each(chain, noChain, transferRecorded),
	},
	{
		ID: "GDPR-30-2-d", Article: "GDPR Art. 30(2)(d)", Severity: diag.Warning, Fields: "measures: applies_to: processor, both",
		Title:  diag.Say("en allmän beskrivning av säkerheten", "a general description of security"),
		Why:    diag.Say("Registret ska visa hur kundernas uppgifter skyddas.", "The record shall show how the customers' data is protected."),
		when:   processing,
		answer: each(customerMeasures, noMeasure, standing),
	},
}

// article30As1 is the record of a controller. It is shown to the authority, never
// to the public.
var article30As1 = []Duty{
	{
		ID: "GDPR-30-1-a", Article: "GDPR Art. 30(1)(a)", Severity: diag.Warning, Fields: "controllers",
		Title:  diag.Say("den ansvariga, gemensamt ansvariga, företrädare och ombud", "the controller, joint controllers, representative and officer"),
		Why:    diag.Say("Registret ska visa vem som svarar.", "The record shall show who answers."),
		answer: each(controllers, noController, identity),
	},
	{
		ID: "GDPR-30-1-b", Article: "GDPR Art. 30(1)(b)", Severity: diag.Warning, Fields: "activities: purposes",
		Title:  diag.Say("ändamålen", "the purposes"),
		Why:    diag.Say("Registret ska visa varför.", "The record shall show why."),
		answer: each(ours, noActivity, purposed),
	},
	{
		ID: "GDPR-30-1-c", Article: "GDPR Art. 30(1)(c)", Severity: diag.Warning, Fields: "activities: data_subjects, data",
		Title: diag.Say("vilka personer det gäller, och vilka uppgifter", "whom it concerns, and which data"),
		Why:   diag.Say("Registret ska visa vems uppgifter det är.", "The record shall show whose data it is."),
		answer: each(ours, noActivity, func(_ *facts, a *record.Activity) reply {
			return parts(
				part{len(a.DataSubjects) > 0, "data_subjects", "vilka personer det gäller", "whom it concerns", "data_subjects: [{sv: …, en: …}]"},
				part{len(a.Data) > 0, "data", "vilka uppgifter som behandlas", "which data is processed", "data: [{category: …}]"})
		}),
	},
	{
		ID: "GDPR-30-1-d", Article: "GDPR Art. 30(1)(d)", Severity: diag.Warning, Fields: "activities: recipients",
		Title:  diag.Say("kategorierna av mottagare, även i tredjeland", "the categories of recipients, in third countries too"),
		Why:    diag.Say("Registret ska visa vart uppgifterna går.", "The record shall show where the data goes."),
		answer: each(ours, noActivity, disclosed),
	},
	{
		ID: "GDPR-30-1-e", Article: "GDPR Art. 30(1)(e)", Severity: diag.Warning, Fields: "recipients: transfer.countries",
		Title:  diag.Say("överföringar, med landets namn", "transfers, with the name of the country"),
		Why:    diag.Say("Här krävs landets namn, till skillnad från i artikel 13.", "Here the name of the country is required, other than in Article 13."),
		answer: transfersTold(transferRecorded),
	},
	{
		ID: "GDPR-30-1-f", Article: "GDPR Art. 30(1)(f)", Severity: diag.Warning, Fields: "activities: retention",
		Title:  diag.Say("tidsfristerna för radering", "the time limits for erasure"),
		Why:    diag.Say("Registret ska visa hur länge.", "The record shall show for how long."),
		answer: each(ours, noActivity, keptFor),
	},
	{
		ID: "GDPR-30-1-g", Article: "GDPR Art. 30(1)(g)", Severity: diag.Warning, Fields: "measures: applies_to: controller, both",
		Title:  diag.Say("en allmän beskrivning av säkerheten", "a general description of security"),
		Why:    diag.Say("Registret ska visa hur uppgifterna skyddas.", "The record shall show how the data is protected."),
		answer: each(ownMeasures, noMeasure, standing),
	},
	{
		ID: "GDPR-30-5", Article: "GDPR Art. 30(5)", Severity: diag.Info, Fields: "–",
		Title: diag.Say("om undantaget för färre än 250 anställda åberopas", "whether the exemption for fewer than 250 staff is relied on"),
		Why:   diag.Say("Undantaget är snävt: den som behandlar uppgifter regelbundet omfattas inte.", "The exemption is narrow: whoever processes data regularly is not covered."),
		answer: undecided("inget fält säger hur många anställda organisationen har",
			"no field tells how many staff the organisation has"),
	},
}

func chain(f *facts) []*record.Recipient             { return f.chain }
func customerActivities(f *facts) []*record.Activity { return f.customers }

// noChain is the answer where no sub-processor is listed: none is engaged only if
// each activity for customers says so.
func noChain(f *facts) answer {
	var a answer
	for _, act := range f.customers {
		if act.Recipients.Declared() {
			a.by = append(a.by, spot{act, "recipients"})
			continue
		}
		a.add(f, act, reply{state: coverage.Unknown, path: "recipients", text: diag.Say("säger inte om något underbiträde anlitas", "does not say whether any sub-processor is engaged"), write: "recipients: none"})
	}
	if len(f.customers) == 0 {
		return noProcessing(f)
	}
	if a.state == "" {
		a.state, a.why = coverage.NotApplicable, diag.Say("inget underbiträde anlitas", "no sub-processor is engaged")
	}
	return a
}

func noProcessing(f *facts) answer {
	var a answer
	a.add(f, f.org, reply{state: coverage.Missing, path: "profiles", file: "data/activities/…",
		text:  diag.Say("är personuppgiftsbiträde, men har ingen behandling med role: processor", "is a processor, but has no activity with role: processor"),
		write: skeleton.Activity("processor") + "; on_behalf_of: {sv: …, en: …}; operations: [{sv: …, en: …}]"})
	return a
}

func noMeasure(f *facts) answer {
	var a answer
	a.add(f, f.org, reply{state: coverage.Missing, path: "profiles", file: "data/measures/…",
		text:  diag.Say("beskriver ingen säkerhetsåtgärd", "describes no security measure"),
		write: skeleton.Measure("pseudonymisation-encryption")})
	return a
}

func customerMeasures(f *facts) []*record.Measure {
	return only(f.set.Measures, func(m *record.Measure) bool { return m.AppliesTo != "controller" })
}

func ownMeasures(f *facts) []*record.Measure {
	return only(f.set.Measures, func(m *record.Measure) bool { return m.AppliesTo != "processor" })
}

// standing is covered by the record being there.
func standing(_ *facts, _ *record.Measure) reply { return covered("title") }

// term asks for one of the processor terms.
func term(key, sv, en string, told func(record.ProcessorTerms) bool, write string) func(*facts) answer {
	return site(func(f *facts, o *record.Organisation) reply {
		r := tells(told(f.terms()), "processor_terms."+key, sv, en, "processor_terms: {"+key+": "+write+"}")
		if o.ProcessorTerms == nil { // one fault, not ten
			r.duty, r.name = "GDPR-28-3", diag.Say(sv, en)
		}
		return r
	})
}

func termDuty(id, article, key string, title, why diag.Text, sv, en string, text func(record.ProcessorTerms) record.Text) Duty {
	return Duty{
		ID: id, Article: article, Severity: diag.Error, Fields: "organisation: processor_terms." + key, Title: title, Why: why,
		when:   processing,
		answer: term(key, sv, en, func(t record.ProcessorTerms) bool { return len(text(t)) > 0 }, "{sv: …, en: …}"),
	}
}

func guaranteed(_ *facts, r *record.Recipient) reply {
	d := r.DPA
	return tells(d != nil && (d.SignedOn != "" || d.URL != "" || len(d.Type) > 0), "dpa", "vilket avtal som binder den", "which agreement binds it", "dpa: {signed_on: …}")
}

func noticed(f *facts, o *record.Organisation) reply {
	t := f.terms()
	if t.Authorisation == "specific" {
		return passed("processor_terms.authorisation", "varje underbiträde godkänns för sig, så inget meddelas i förväg", "each sub-processor is authorised by itself, so none is announced")
	}
	return parts(
		part{o.NoticeDays > 0, "notice_days", "hur många dagar i förväg ett nytt underbiträde meddelas", "how many days in advance a new sub-processor is announced", "notice_days: 30"},
		part{len(t.NoticeChannels) > 0, "processor_terms.notice_channels", "hur det meddelas", "how it is announced", "processor_terms: {notice_channels: […]}"},
		part{len(t.Objection) > 0, "processor_terms.objection", "hur kunden invänder", "how the customer objects", "processor_terms: {objection: {sv: …, en: …}}"})
}

func dated(_ *facts, r *record.Recipient) reply {
	return tells(r.Effective != "", "effective", "från vilken dag den anlitas", "from which day it is engaged", "effective: …")
}

func agreed(f *facts) answer {
	a := term("governing_agreement", "vilket avtal som gäller", "which agreement governs",
		func(t record.ProcessorTerms) bool { return len(t.GoverningAgreement) > 0 }, "{sv: …, en: …}")(f)
	return a.and(each(customerActivities, noProcessing, specified)(f))
}

// specified asks for what an agreement must state of each processing.
func specified(f *facts, a *record.Activity) reply {
	return parts(
		part{len(a.DataSubjects) > 0, "data_subjects", "vems uppgifter det är", "whose data it is", "data_subjects: [{sv: …, en: …}]"},
		part{len(a.Data) > 0, "data", "vilka uppgifter det är", "which data it is", "data: [{category: …}]"},
		part{len(a.Operations) > 0 || len(a.Purposes) > 0, "operations", "vad som görs och varför", "what is done and why", "operations: [{sv: …, en: …}]"},
		part{len(f.kept(a)) > 0, "retention", "hur länge", "for how long", "retention: […]"})
}

func onBehalf(_ *facts, a *record.Activity) reply {
	return tells(len(a.OnBehalfOf) > 0, "on_behalf_of", "för vems räkning det sker", "on whose behalf it is done", "on_behalf_of: {sv: …, en: …}")
}

func transferRecorded(f *facts, r *record.Recipient) reply {
	if got := transferTold(f, r); got.state == coverage.Missing || !r.Transfers() {
		return got
	}
	return parts(
		part{len(r.Transfer.Countries) > 0, "transfer.countries", "till vilka länder uppgifterna förs", "to which countries the data goes", "transfer: {countries: […]}"},
		part{r.Transfer.Mechanism != "", "transfer.mechanism", "på vilken grund", "on what ground", "transfer: {mechanism: …}"})
}

// domains tells which domains of security the measures cover.
func (f *facts) domains() map[string]*record.Measure {
	byDomain := map[string]*record.Measure{}
	for _, m := range f.set.Measures {
		if byDomain[m.Domain] == nil {
			byDomain[m.Domain] = m
		}
	}
	return byDomain
}

// role tells whether an activity is done in a role that the law knows.
func role(a *record.Activity) bool {
	return slices.Contains([]string{"controller", "processor", "joint"}, a.Role)
}
