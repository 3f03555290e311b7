package list

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// What protects the data at a recipient stands in both lists of recipients, in the
// same columns: where it goes outside the EU/EEA, by what right, and the agreement.

func transferColumns() []Column {
	return []Column{
		FlagColumn("third_country", diag.Say("true, false, eller tomt när det inte är angivet.", "true, false, or empty where it is not stated."),
			func(r receiving) *bool { return transfer(r).ThirdCountry }).As(record.LabelOf[record.Transfer]("third_country")),
		ListColumn("transfer_countries", diag.Say("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters."),
			func(r receiving) []string { return countries(transfer(r).Countries) }).Called("Tredjeländer", "Third countries").of("country"),
		TextColumn("transfer_mechanism", diag.Say("Koden i docs/format.md, till exempel art46-2-c.", "The code in docs/format.md, such as art46-2-c."),
			func(r receiving) string { return transfer(r).Mechanism }).As(record.LabelOf[record.Transfer]("mechanism")).of("mechanism"),
		TextColumn("transfer_fallback", diag.Say("Grunden som tar vid om överföringsgrunden faller.", "The ground that takes over if the mechanism falls."),
			func(r receiving) string { return transfer(r).Fallback }).As(record.LabelOf[record.Transfer]("fallback")).of("mechanism"),
		IntColumn("scc_module", diag.Say("Anges när klausulerna är överföringsgrunden eller reservgrunden, och hör till den av dem som de är.", "Given where the clauses are the mechanism or the fallback, and about whichever of the two they are."),
			func(r receiving) int { return module(transfer(r)) }).Called("Standardavtalsklausulernas modul", "Module of the standard contractual clauses"),
		TextColumn("adequacy_decision", diag.Say("Beslutets nummer.", "The number of the decision."),
			func(r receiving) string { return transfer(r).AdequacyRef }).As(record.LabelOf[record.Transfer]("adequacy_ref")),
		DateColumn("dpf_checked_on", diag.Say("Dagen då listan för Data Privacy Framework kontrollerades.", "The day on which the Data Privacy Framework list was looked at."),
			func(r receiving) value.Date { return transfer(r).DPFCheckedOn }).As(record.LabelOf[record.Transfer]("dpf_checked_on")),
		TextColumn("dpf_coverage", diag.Say("Vilka uppgifter certifieringen omfattar.", "Which data the certification covers."),
			func(r receiving) string { return transfer(r).DPFCoverage }).As(record.LabelOf[record.Transfer]("dpf_coverage")).of("dpf-coverage"),
		TextColumn("supplementary_measures", diag.Say("Vad som skyddar uppgifterna utöver överföringsgrunden.", "What protects the data beyond the mechanism."),
			func(r receiving) string { return r.In(transfer(r).Supplementary) }).As(record.LabelOf[record.Transfer]("supplementary")),
		DateColumn("transfer_assessed_on", diag.Say("Dagen för bedömningen av överföringen.", "The day of the transfer impact assessment."),
			func(r receiving) value.Date { return transfer(r).TIAOn }).Called("Överföringen bedömd", "Transfer assessed on"),
		TextColumn("transfer_copy", diag.Say("Var en kopia finns, eller hur man begär den.", "Where a copy is found, or how it is asked for."),
			func(r receiving) string { return Safeguards(transfer(r).Copy, r.Lang) }).Called("Kopia av skyddsåtgärderna", "Copy of the safeguards"),
		TextColumn("transfer_note", diag.Say("Mer om överföringen, eller om varför ingen sker.", "More on the transfer, or on why there is none."),
			func(r receiving) string { return r.In(transfer(r).Note) }).As(record.LabelOf[record.Transfer]("note")),
	}
}

// clauses are the standard contractual clauses of the Commission.
const clauses = "art46-2-c"

// transfer is what a recipient says of its transfers, which may be nothing.
func transfer(r receiving) record.Transfer {
	if r.Of.Transfer == nil {
		return record.Transfer{}
	}
	return *r.Of.Transfer
}

// module is that of the clauses, whether they are the ground or its fallback.
func module(t record.Transfer) int {
	if t.Mechanism == clauses || t.Fallback == clauses {
		return t.SCCModule
	}
	return 0
}

func agreementColumns() []Column {
	return []Column{
		TextColumn("security", diag.Say("Säkerheten i ord.", "Security in words."),
			func(r receiving) string { return r.In(r.Of.SecurityText) }).As(record.LabelOf[record.Recipient]("security_text")),
		ListColumn("security_measures", diag.Say("De av våra säkerhetsåtgärder som den har.", "Those of our security measures that it has."),
			func(r receiving) []string { return protecting(r) }).Called("Säkerhetsåtgärder", "Security measures"),
		TextColumn("agreement", diag.Say("Vad avtalet är.", "What the agreement is."),
			func(r receiving) string { return r.In(agreement(r).Type) }).As(record.LabelOf[record.Recipient]("dpa")),
		DateColumn("agreement_signed_on", diag.Say("Dagen då avtalet undertecknades.", "The day on which the agreement was signed."),
			func(r receiving) value.Date { return agreement(r).SignedOn }).Called("Avtalet undertecknat", "Agreement signed on"),
		TextColumn("agreement_url", diag.Say("Var avtalet finns.", "Where the agreement is."),
			func(r receiving) string { return agreement(r).URL }).Called("Avtalets adress", "Address of the agreement"),
		FlagColumn("same_duties", diag.Say("Om den har samma skyldigheter som vi.", "Whether the same duties are laid on it as on us."),
			func(r receiving) *bool { return r.Of.FlowDown }).As(record.LabelOf[record.Recipient]("flow_down")),
		TextColumn("subprocessors_url", diag.Say("Dess egen lista över underbiträden.", "Its own list of sub-processors."),
			func(r receiving) string { return r.Of.SubprocessorsURL }),
	}
}

// agreement is the one with a recipient, of which nothing may be said.
func agreement(r receiving) record.Agreement {
	if r.Of.DPA == nil {
		return record.Agreement{}
	}
	return *r.Of.DPA
}

// protecting are the names of the measures that a recipient has.
func protecting(r receiving) []string {
	var out []string
	for _, id := range r.Of.Measures {
		out = append(out, Label(r.Set, "measure", id, r.Lang))
	}
	return out
}
