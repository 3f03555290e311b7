package law_test

import (
	"slices"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
)

// breach is a duty with the fact that is taken from the repository's own site.
type breach struct {
	id     string
	given  func(*record.Set) // what the site lacks for the duty to apply
	broken func(*record.Set)
	turns  coverage.State // into missing when empty
	silent bool           // the duty is kept by nothing being there
}

var breaches = slices.Concat(informationBreaches, elsewhereBreaches, principleBreaches, processorBreaches, transferBreaches, swedishBreaches)

// informationBreaches are of Art. 12 and 13.
var informationBreaches = []breach{
	{id: "GDPR-12-1-concise", broken: func(s *record.Set) { newsletter(s).Summary = nil }},
	{id: "GDPR-12-1-language", broken: func(s *record.Set) { delete(newsletter(s).Occasion, "en") }},
	{id: "GDPR-12-2-channel", broken: func(s *record.Set) { company(s).RightsContact = nil }},
	{id: "GDPR-12-3-time", broken: func(s *record.Set) { r := s.Organisation.Requests; r.ResponseTime, r.Extension = nil, nil }},
	{id: "GDPR-12-4-refusal", broken: func(s *record.Set) { s.Organisation.Requests.RefusalNote = nil }},
	{id: "GDPR-12-5-free", broken: func(s *record.Set) { right(s, "access").Fee = text("200 kronor") }},
	{id: "GDPR-12-6-identity", broken: func(s *record.Set) { s.Organisation.Requests.IdentityCheck = nil }},
	{id: "GDPR-13-1-a", broken: nameless},
	{id: "GDPR-13-1-a-rep", given: abroadWithRepresentative, broken: func(s *record.Set) { company(s).Representative = nil }},
	{id: "GDPR-13-1-b", broken: unreachableOfficer},
	{id: "GDPR-13-1-c-purpose", broken: func(s *record.Set) { newsletter(s).Purposes = nil }},
	{id: "GDPR-13-1-c-basis", broken: func(s *record.Set) { newsletter(s).Purposes[1].Bases = nil }},
	{id: "GDPR-13-1-c-link", broken: func(s *record.Set) { rule(s, "newsletter").Data = nil }},
	{id: "GDPR-13-1-d", broken: func(s *record.Set) { activity(s, "support").Purposes[0].Bases[0].Interest = nil }},
	{id: "GDPR-13-1-e", broken: undisclosed},
	{id: "GDPR-13-1-e-named", broken: func(s *record.Set) { recipient(s, "brevlyktan-utskick").LegalName = "" }},
	{id: "GDPR-13-1-e-category", broken: func(s *record.Set) { r := recipient(s, "toppdomaner"); r.Service, r.Locations = nil, nil }},
	{id: "GDPR-13-1-f-fact", broken: untoldTransfer},
	{id: "GDPR-13-1-f-basis", given: ourTransfer, broken: func(s *record.Set) { transfer(s).Mechanism = "" }},
	{id: "GDPR-13-1-f-copy", given: ourTransfer, broken: func(s *record.Set) { transfer(s).Copy = nil }},
	{id: "GDPR-13-1-f-country", given: ourTransfer, broken: func(s *record.Set) { transfer(s).Countries = nil }},
	{id: "GDPR-13-2-a", broken: unkept},
	{id: "GDPR-13-2-a-start", broken: func(s *record.Set) { rule(s, "newsletter").StartsAt = nil }},
	{id: "GDPR-13-2-a-generic", given: byCriterion, broken: func(s *record.Set) { rule(s, "newsletter").StartsAt = nil }},
	{id: "GDPR-13-2-b-access", broken: withoutRight("access")},
	{id: "GDPR-13-2-b-rectification", broken: withoutRight("rectification")},
	{id: "GDPR-13-2-b-erasure", broken: withoutRight("erasure")},
	{id: "GDPR-13-2-b-restriction", broken: withoutRight("restriction")},
	{id: "GDPR-13-2-b-objection", broken: withoutRight("objection")},
	{id: "GDPR-13-2-b-portability", broken: withoutRight("portability")},
	{id: "GDPR-13-2-b-explain", broken: func(s *record.Set) { r := right(s, "rectification"); r.Meaning, r.How = nil, nil }},
	{id: "GDPR-13-2-c", broken: withoutRight("withdraw-consent")},
	{id: "GDPR-13-2-d", broken: withoutRight("complaint")},
	{id: "GDPR-13-2-d-contact", broken: func(s *record.Set) {
		a := s.Authorities[0]
		a.Address, a.Email, a.Phone, a.Web, a.ComplaintURL = nil, "", "", "", nil
	}},
	{id: "GDPR-13-2-e", broken: func(s *record.Set) { newsletter(s).Provision = nil }},
	{id: "GDPR-13-2-f", given: machineDecisions, broken: unexplained},
	{id: "GDPR-13-3", given: newPurpose, broken: func(s *record.Set) { s.Changes[len(s.Changes)-1].Notices = nil }},
}

// elsewhereBreaches are of Art. 14: the newsletter's addresses are bought.
var elsewhereBreaches = []breach{
	{id: "GDPR-14-1-a", broken: nameless},
	{id: "GDPR-14-1-b", broken: unreachableOfficer},
	{id: "GDPR-14-1-c", given: bought, broken: func(s *record.Set) { newsletter(s).Purposes[1].Bases = nil }},
	{id: "GDPR-14-1-e", given: bought, broken: undisclosed},
	{id: "GDPR-14-1-f", broken: untoldTransfer},
	{id: "GDPR-14-1-d", given: bought, broken: func(s *record.Set) { newsletter(s).Data = nil }},
	{id: "GDPR-14-2-a", given: bought, broken: unkept},
	{id: "GDPR-14-2-c", broken: withoutRight("rectification")},
	{id: "GDPR-14-2-d", broken: withoutRight("withdraw-consent")},
	{id: "GDPR-14-2-e", broken: withoutRight("complaint")},
	{id: "GDPR-14-2-g", given: both(bought, machineDecisions), broken: unexplained},
	{id: "GDPR-14-2-b", given: both(bought, func(s *record.Set) {
		newsletter(s).Purposes[1].Bases = []record.Basis{{Art6: "legitimate-interests", Interest: text("Intresset av att kunna visa samtycket"), Whose: text("Vårt")}}
	}), broken: func(s *record.Set) { newsletter(s).Purposes[1].Bases[0].Interest = nil }},
	{id: "GDPR-14-2-f", given: bought, broken: func(s *record.Set) { src := newsletter(s).Source; src.From, src.PubliclyAccessible = nil, nil }},
	{id: "GDPR-14-3", given: bought, broken: func(s *record.Set) { newsletter(s).Source.InformedWhen = nil }},
	{id: "GDPR-14-5", given: both(bought, func(s *record.Set) { newsletter(s).Source.Exemption = text("Artikel 14.5 a: du vet redan.") }),
		broken: func(s *record.Set) { newsletter(s).Source.Exemption = text("Ett undantag gäller.") }},
}

// principleBreaches are of Art. 5–11 and 21–37.
var principleBreaches = []breach{
	{id: "GDPR-6-1", broken: func(s *record.Set) { newsletter(s).Purposes[1].Bases = nil }},
	{id: "GDPR-6-3", broken: lawless},
	{id: "GDPR-6-1-b-marketing", silent: true, broken: func(s *record.Set) { activity(s, "support").Purposes[1].Bases[0].Art6 = "contract" }},
	{id: "GDPR-7-3", broken: func(s *record.Set) { right(s, "withdraw-consent").How = nil }},
	{id: "GDPR-8-1", given: forChildren, broken: ageless},
	{id: "GDPR-9-2", given: sensitive, broken: func(s *record.Set) { newsletter(s).Purposes[0].Art9 = "" }},
	{id: "GDPR-10", given: criminal, broken: func(s *record.Set) { newsletter(s).Purposes[0].Art10 = nil }, turns: coverage.Unknown},
	{id: "GDPR-5-1-e", broken: func(s *record.Set) { rule(s, "newsletter").Action = "" }},
	{id: "GDPR-21-4", broken: func(s *record.Set) { right(s, "objection").Prominent = false }},
	{id: "GDPR-21-2", broken: withoutRight("objection-marketing")},
	{id: "GDPR-21-5", broken: func(s *record.Set) { right(s, "objection").How = nil }},
	{id: "GDPR-22-2", given: machineDecisions, broken: func(s *record.Set) { newsletter(s).AutomatedDecisions.Exception = "" }},
	{id: "GDPR-22-3", given: machineDecisions, broken: func(s *record.Set) { newsletter(s).AutomatedDecisions.Safeguards = nil }},
	{id: "GDPR-22-4", given: both(machineDecisions, sensitive), broken: func(s *record.Set) { newsletter(s).Purposes[0].Art9 = "health-care" }},
	{id: "GDPR-26-1", given: shared, broken: func(s *record.Set) { company(s).Joint[0].ContactPoint = nil }},
	{id: "GDPR-26-2", given: shared, broken: func(s *record.Set) { company(s).Joint[0].Essence = nil }},
	{id: "GDPR-27-1", given: abroadWithRepresentative, broken: func(s *record.Set) { company(s).Representative = nil }},
	{id: "GDPR-37-1", broken: func(s *record.Set) { company(s).DPO.Basis = nil }},
	{id: "GDPR-37-7", broken: unreachableOfficer},
	{id: "GDPR-38-4", broken: func(s *record.Set) { company(s).DPO.Topics = nil }},
}

// processorBreaches are of Art. 28–34, of the clauses and of the Data Act.
var processorBreaches = []breach{
	{id: "GDPR-28-1", broken: func(s *record.Set) { subprocessor(s).DPA = nil }},
	{id: "GDPR-28-2-authorisation", broken: func(s *record.Set) { terms(s).Authorisation = "" }},
	{id: "GDPR-28-2-notice", broken: func(s *record.Set) {
		s.Organisation.NoticeDays, terms(s).NoticeChannels, terms(s).Objection = 0, nil, nil
	}},
	{id: "GDPR-28-2-list", broken: func(s *record.Set) { subprocessor(s).Effective = "" }},
	{id: "GDPR-28-3", broken: func(s *record.Set) { terms(s).GoverningAgreement = nil }},
	{id: "GDPR-28-3-a", broken: func(s *record.Set) { terms(s).Instructions = nil }},
	{id: "GDPR-28-3-b", broken: func(s *record.Set) { terms(s).Confidentiality = nil }},
	{id: "GDPR-28-3-c", broken: measuresFor("controller")},
	{id: "GDPR-28-3-d", broken: func(s *record.Set) { terms(s).Authorisation, terms(s).FlowDown = "", nil }},
	{id: "GDPR-28-3-e", broken: func(s *record.Set) { terms(s).AssistanceRights = nil }},
	{id: "GDPR-28-3-f", broken: func(s *record.Set) { terms(s).AssistanceSecurity = nil }},
	{id: "GDPR-28-3-g", broken: func(s *record.Set) { terms(s).ReturnOrDelete = nil }},
	{id: "GDPR-28-3-h", broken: func(s *record.Set) { terms(s).Audit = nil }},
	{id: "GDPR-28-4", broken: func(s *record.Set) { subprocessor(s).FlowDown = nil }},
	{id: "GDPR-30-2-a", broken: func(s *record.Set) { activity(s, "hosting").OnBehalfOf = nil }},
	{id: "GDPR-30-2-b", broken: func(s *record.Set) { activity(s, "hosting").Operations = nil }},
	{id: "GDPR-30-2-c", broken: untoldChain},
	{id: "GDPR-30-2-d", broken: measuresFor("controller")},
	{id: "GDPR-30-1-a", broken: nameless},
	{id: "GDPR-30-1-b", broken: func(s *record.Set) { newsletter(s).Purposes = nil }},
	{id: "GDPR-30-1-c", broken: func(s *record.Set) { a := newsletter(s); a.DataSubjects, a.Data = nil, nil }},
	{id: "GDPR-30-1-d", broken: undisclosed},
	{id: "GDPR-30-1-e", broken: untoldTransfer},
	{id: "GDPR-30-1-f", broken: unkept},
	{id: "GDPR-30-1-g", broken: measuresFor("processor")},
	{id: "GDPR-32-1-a", broken: withoutDomain("pseudonymisation-encryption")},
	{id: "GDPR-32-1-b", broken: withoutDomain("cia-resilience")},
	{id: "GDPR-32-1-c", broken: withoutDomain("recovery")},
	{id: "GDPR-32-1-d", broken: withoutDomain("testing")},
	{id: "GDPR-32-4", broken: withoutDomain("personnel")},
	{id: "GDPR-32-cert", broken: func(s *record.Set) { c := s.Certifications[0]; c.Scope, c.Body, c.ValidTo = nil, "", "" }},
	{id: "GDPR-33-1", broken: func(s *record.Set) { s.Organisation.Incident.Authority = nil }},
	{id: "GDPR-33-2", broken: func(s *record.Set) { i := s.Organisation.Incident; i.CustomerNoticeHours, i.Email, i.Phone = 0, "", "" }},
	{id: "GDPR-34-2", broken: func(s *record.Set) { s.Organisation.Incident.Subjects = nil }},
	{id: "EDPB-07-2020-ROLES", broken: func(s *record.Set) { newsletter(s).Role = "" }},
	{id: "EDPB-07-2020-FLAG", broken: func(s *record.Set) { terms(s).NoticeChannels = []string{"website"} }},
	{id: "EDPB-22-2024-CHAIN", broken: anonymousChain},
	{id: "EDPB-22-2024-TRANSFER", broken: untoldChain},
	{id: "SCC914-9a", broken: func(s *record.Set) { s.Organisation.NoticeDays, terms(s).Authorisation = 0, "" }},
	{id: "SCC914-ANNEX-I", broken: undescribed},
	{id: "SCC914-ANNEX-II", broken: func(s *record.Set) { m := s.Measures[0]; m.Text, m.Items = nil, nil }},
	{id: "SCC914-ANNEX-III", broken: anonymousChain},
	{id: "SCC915-ANNEX-I", broken: func(s *record.Set) { company(s).LegalName, company(s).Address = "", nil }},
	{id: "SCC915-ANNEX-II", broken: undescribed},
	{id: "SCC915-ANNEX-III", broken: func(s *record.Set) { s.Measures = nil }},
	{id: "SCC915-ANNEX-IV", broken: anonymousChain},
	{id: "DATAACT-28-1-a", broken: func(s *record.Set) { s.Services[0].Jurisdiction = nil }},
	{id: "DATAACT-28-1-b", broken: func(s *record.Set) { s.Services[0].GovAccessMeasures = nil }},
	{id: "DATAACT-26", broken: func(s *record.Set) { s.Services[0].Switching = nil }},
}

// transferBreaches are of Art. 44–49, at the one sub-processor with access from
// the United States.
var transferBreaches = []breach{
	{id: "GDPR-44", broken: untoldChain},
	{id: "GDPR-45", broken: func(s *record.Set) { transfer(s).Countries = []value.Country{"IN"} }},
	{id: "GDPR-45-dpf", broken: func(s *record.Set) { transfer(s).DPFCheckedOn = "" }},
	{id: "GDPR-46-2", given: ground("art46-2-c"), broken: func(s *record.Set) { transfer(s).Mechanism = "" }},
	{id: "GDPR-46-2-c-module", broken: func(s *record.Set) { transfer(s).SCCModule = 0 }},
	{id: "GDPR-46-tia", broken: func(s *record.Set) { transfer(s).TIAOn = "" }},
	{id: "GDPR-46-3", given: ground("art46-3-a"), broken: func(s *record.Set) { transfer(s).Note = nil }},
	{id: "GDPR-47", given: ground("art46-2-b"), broken: func(s *record.Set) { transfer(s).Copy = nil }},
	derogation("a"), derogation("b"), derogation("c"), derogation("d"), derogation("e"), derogation("f"), derogation("g"),
	{id: "GDPR-49-1-2", given: ground("art49-1-2"), broken: func(s *record.Set) { transfer(s).Note = nil }},
	{id: "GDPR-77-1", broken: withoutRight("complaint")},
	{id: "GDPR-77-unconditional", broken: func(s *record.Set) { right(s, "complaint").Precondition = text("Du ska ha fått vårt svar.") }},
	{id: "GDPR-77-2", broken: func(s *record.Set) { s.Authorities[0].Complaint.Process = nil }},
	{id: "GDPR-79", broken: both(withoutRight("judicial-remedy"), withoutRight("compensation"))},
}

// swedishBreaches are of Swedish law and of the guidelines.
var swedishBreaches = []breach{
	{id: "SE-DSL-3-10", broken: func(s *record.Set) { number(s).NationalID.Justification = "" }},
	{id: "SE-DSL-3-10-special", broken: func(s *record.Set) { number(s).Special = "health" }},
	{id: "SE-DSL-2-4", given: forChildren, broken: ageless},
	{id: "SE-DSL-2-1", broken: lawless},
	{id: "SE-DSL-3-8", given: criminal, broken: func(s *record.Set) { newsletter(s).Purposes[0].Art10 = nil }, turns: coverage.Unknown},
	{id: "SE-DSL-6-8", broken: func(s *record.Set) { s.Authorities[0].Complaint.Remedy = nil }},
	{id: "SE-LEK-9-28-purpose", broken: func(s *record.Set) { cookie(s, "visit-counter").Purpose = nil }},
	{id: "SE-LEK-9-28-consent", broken: func(s *record.Set) { s.Organisation.Cookies.Consent = nil }},
	{id: "SE-LEK-9-28-exempt", broken: func(s *record.Set) { cookie(s, "visit-counter").ConsentRequired = new(bool) }},
	{id: "SE-LEK-9-28-info", broken: func(s *record.Set) { cookie(s, "visit-counter").Lifetime = "" }},
	{id: "SE-LEK-9-28-withdraw", broken: func(s *record.Set) {
		c := s.Organisation.Cookies.Consent
		c.Withdraw, c.WithdrawURL = nil, ""
	}},
	{id: "SE-BFL-7-2", broken: func(s *record.Set) { rule(s, "bookkeeping").Period = "P5Y" }},
	{id: "SE-PRESKR-2", broken: func(s *record.Set) { rule(s, "agreements").Law = nil }},
	{id: "SE-ABL-28-5", broken: func(s *record.Set) { company(s).Seat = "" }},
	{id: "SE-EHL-8", broken: func(s *record.Set) {
		c := company(s)
		c.LegalName, c.Address, c.Email, c.OrgNumber, c.VATNumber = "", nil, "", "", ""
	}},
	{id: "SE-ORGNR-FORMAT", broken: func(s *record.Set) { company(s).OrgNumber = "559999-0009" }},
	{id: "SE-IMY-NAME", broken: func(s *record.Set) {
		a := s.Authorities[0]
		a.Name, a.LocalName, a.Abbreviation = text("Datainspektionen"), "", ""
	}},
	{id: "SE-PTS-COOKIE", broken: func(s *record.Set) { s.Authorities = s.Authorities[:1] }},
	{id: "WP260-LAYER", broken: func(s *record.Set) { newsletter(s).Summary = nil }},
	{id: "WP260-LANG", broken: func(s *record.Set) { s.Organisation.Languages = []string{"en"} }},
	{id: "WP260-CHANGE-ACTIVE", broken: func(s *record.Set) { s.Changes[0].Notices = nil }},
	{id: "WP260-CHANGE-ADVANCE", broken: func(s *record.Set) {
		for i := range s.Changes[0].Notices {
			s.Changes[0].Notices[i].Date = s.Changes[0].Effective
		}
	}},
	{id: "WP260-DATE", broken: func(s *record.Set) { s.Organisation.Review = nil }},
}
