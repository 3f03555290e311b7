package list

import (
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// What protects the data at a recipient stands in both lists of recipients, in the
// same columns: where it goes outside the EU/EEA, by what right, and the agreement.

func transferColumns() []Column {
	return []Column{
		FlagColumn("third_country", func(r receiving) *bool { return transfer(r).ThirdCountry }).As(FieldOf[record.Transfer]("third_country")).
			Means("true, false, eller tomt när det inte är angivet.", "true, false, or empty where it is not stated."),
		ListColumn("transfer_countries", func(r receiving) []string { return countries(transfer(r).Countries) }).
			Means("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters.").Called("Tredjeländer", "Third countries").of("country"),
		TextColumn("transfer_mechanism", func(r receiving) string { return transfer(r).Mechanism }).As(FieldOf[record.Transfer]("mechanism")).
			Means("Koden i docs/format.md, till exempel art46-2-c.", "The code in docs/format.md, such as art46-2-c.").of("mechanism"),
		TextColumn("transfer_fallback", func(r receiving) string { return transfer(r).Fallback }).As(FieldOf[record.Transfer]("fallback")).
			Means("Grunden som tar vid om överföringsgrunden faller.", "The ground that takes over if the mechanism falls.").of("mechanism"),
		IntColumn("scc_module", func(r receiving) int { return module(transfer(r)) }).
			Means("Anges när klausulerna är överföringsgrunden eller reservgrunden, och hör till den av dem som de är.", "Given where the clauses are the mechanism or the fallback, and about whichever of the two they are.").Called("Standardavtalsklausulernas modul", "Module of the standard contractual clauses"),
		TextColumn("adequacy_decision", func(r receiving) string { return transfer(r).AdequacyRef }).As(FieldOf[record.Transfer]("adequacy_ref")).
			Means("Beslutets nummer.", "The number of the decision."),
		DateColumn("dpf_checked_on", func(r receiving) value.Date { return transfer(r).DPFCheckedOn }).As(FieldOf[record.Transfer]("dpf_checked_on")),
		TextColumn("dpf_coverage", func(r receiving) string { return transfer(r).DPFCoverage }).As(FieldOf[record.Transfer]("dpf_coverage")).of("dpf-coverage"),
		TextColumn("supplementary_measures", func(r receiving) string { return r.In(transfer(r).Supplementary) }).As(FieldOf[record.Transfer]("supplementary")).
			Means("Vad som skyddar uppgifterna utöver överföringsgrunden.", "What protects the data beyond the mechanism."),
		DateColumn("transfer_assessed_on", func(r receiving) value.Date { return transfer(r).TIAOn }).As(FieldOf[record.Transfer]("tia_on")).Called("Överföringen bedömd", "Transfer assessed on"),
		TextColumn("transfer_copy", func(r receiving) string { return Safeguards(transfer(r).Copy, r.Lang) }).
			Means("Var en kopia finns, eller hur man begär den.", "Where a copy is found, or how it is asked for.").Called("Kopia av skyddsåtgärderna", "Copy of the safeguards"),
		TextColumn("transfer_note", func(r receiving) string { return r.In(transfer(r).Note) }).As(FieldOf[record.Transfer]("note")).
			Means("Mer om överföringen, eller om varför ingen sker.", "More on the transfer, or on why there is none."),
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
		TextColumn("security", func(r receiving) string { return r.In(r.Of.SecurityText) }).As(FieldOf[record.Recipient]("security_text")).
			Means("Säkerheten i ord.", "Security in words."),
		ListColumn("security_measures", func(r receiving) []string { return protecting(r) }).
			Means("De av våra säkerhetsåtgärder som den har.", "Those of our security measures that it has.").Called("Säkerhetsåtgärder", "Security measures"),
		TextColumn("agreement", func(r receiving) string { return r.In(agreement(r).Type) }).As(FieldOf[record.Recipient]("dpa")).
			Means("Vad avtalet är.", "What the agreement is."),
		DateColumn("agreement_signed_on", func(r receiving) value.Date { return agreement(r).SignedOn }).
			Means("Dagen då avtalet undertecknades.", "The day on which the agreement was signed.").Called("Avtalet undertecknat", "Agreement signed on"),
		TextColumn("agreement_url", func(r receiving) string { return value.Wire(agreement(r).URL) }).
			Means("Var avtalet finns.", "Where the agreement is.").Called("Avtalets adress", "Address of the agreement"),
		FlagColumn("same_duties", func(r receiving) *bool { return r.Of.FlowDown }).As(FieldOf[record.Recipient]("flow_down")),
		TextColumn("subprocessors_url", func(r receiving) string { return r.Of.SubprocessorsURL }),
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
