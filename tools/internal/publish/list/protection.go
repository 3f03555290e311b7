package list

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// What protects the data at a recipient stands in both lists of recipients, in the
// same columns: where it goes outside the EU/EEA, by what right, and the agreement.

func transferColumns() []Column {
	return []Column{
		NewColumn("third_country", Flag, diag.Say("Överföring till tredjeland", "Transfer to a third country"), diag.Say("true, false, eller tomt när det inte är angivet.", "true, false, or empty where it is not stated.")),
		NewColumn("transfer_countries", List, diag.Say("Tredjeländer", "Third countries"), diag.Say("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters.")).of("country"),
		NewColumn("transfer_mechanism", Text, diag.Say("Överföringsgrund", "Mechanism"), diag.Say("Koden i docs/format.md, till exempel art46-2-c.", "The code in docs/format.md, such as art46-2-c.")).of("mechanism"),
		NewColumn("transfer_fallback", Text, diag.Say("Reservgrund", "Fallback"), diag.Say("Grunden som tar vid om överföringsgrunden faller.", "The ground that takes over if the mechanism falls.")).of("mechanism"),
		NewColumn("scc_module", Int, diag.Say("Standardavtalsklausulernas modul", "Module of the standard contractual clauses"), diag.Say("Anges när klausulerna är överföringsgrunden eller reservgrunden, och hör till den av dem som de är.", "Given where the clauses are the mechanism or the fallback, and about whichever of the two they are.")),
		NewColumn("adequacy_decision", Text, diag.Say("Beslut om adekvat skyddsnivå", "Adequacy decision"), diag.Say("Beslutets nummer.", "The number of the decision.")),
		NewColumn("dpf_checked_on", Date, diag.Say("DPF-listan kontrollerad", "DPF list checked on"), diag.Say("Dagen då listan för Data Privacy Framework kontrollerades.", "The day on which the Data Privacy Framework list was looked at.")),
		NewColumn("dpf_coverage", Text, diag.Say("DPF-omfattning", "DPF coverage"), diag.Say("Vilka uppgifter certifieringen omfattar.", "Which data the certification covers.")).of("dpf-coverage"),
		NewColumn("supplementary_measures", Text, diag.Say("Kompletterande åtgärder", "Supplementary measures"), diag.Say("Vad som skyddar uppgifterna utöver överföringsgrunden.", "What protects the data beyond the mechanism.")),
		NewColumn("transfer_assessed_on", Date, diag.Say("Överföringen bedömd", "Transfer assessed on"), diag.Say("Dagen för bedömningen av överföringen.", "The day of the transfer impact assessment.")),
		NewColumn("transfer_copy", Text, diag.Say("Kopia av skyddsåtgärderna", "Copy of the safeguards"), diag.Say("Var en kopia finns, eller hur man begär den.", "Where a copy is found, or how it is asked for.")),
		NewColumn("transfer_note", Text, diag.Say("Anmärkning", "Note"), diag.Say("Mer om överföringen, eller om varför ingen sker.", "More on the transfer, or on why there is none.")),
	}
}

// clauses are the standard contractual clauses of the Commission.
const clauses = "art46-2-c"

func transferCells(t *record.Transfer, lang string) []any {
	if t == nil {
		t = &record.Transfer{}
	}
	module := 0
	if t.Mechanism == clauses || t.Fallback == clauses {
		module = t.SCCModule
	}
	return []any{
		FlagCell(t.ThirdCountry), ListCell(countries(t.Countries)), TextCell(t.Mechanism), TextCell(t.Fallback), IntCell(module),
		TextCell(t.AdequacyRef), TextCell(string(t.DPFCheckedOn)), TextCell(t.DPFCoverage), TextCell(t.Supplementary.In(lang)),
		TextCell(string(t.TIAOn)), TextCell(Safeguards(t.Copy, lang)), TextCell(t.Note.In(lang)),
	}
}

func agreementColumns() []Column {
	return []Column{
		NewColumn("security", Text, diag.Say("Säkerhet", "Security"), diag.Say("Säkerheten i ord.", "Security in words.")),
		NewColumn("security_measures", List, diag.Say("Säkerhetsåtgärder", "Security measures"), diag.Say("De av våra säkerhetsåtgärder som den har.", "Those of our security measures that it has.")),
		NewColumn("agreement", Text, diag.Say("Personuppgiftsbiträdesavtal", "Data processing agreement"), diag.Say("Vad avtalet är.", "What the agreement is.")),
		NewColumn("agreement_signed_on", Date, diag.Say("Avtalet undertecknat", "Agreement signed on"), diag.Say("Dagen då avtalet undertecknades.", "The day on which the agreement was signed.")),
		NewColumn("agreement_url", Text, diag.Say("Avtalets adress", "Address of the agreement"), diag.Say("Var avtalet finns.", "Where the agreement is.")),
		NewColumn("same_duties", Flag, diag.Say("Samma skyldigheter", "Same duties"), diag.Say("Om den har samma skyldigheter som vi.", "Whether the same duties are laid on it as on us.")),
		NewColumn("subprocessors_url", Text, diag.Say("Dess underbiträden", "Its sub-processors"), diag.Say("Dess egen lista över underbiträden.", "Its own list of sub-processors.")),
	}
}

func agreementCells(set *record.Set, r *record.Recipient, lang string) []any {
	dpa := r.DPA
	if dpa == nil {
		dpa = &record.Agreement{}
	}
	var protected []string
	for _, id := range r.Measures {
		protected = append(protected, Label(set, "measure", id, lang))
	}
	return []any{
		TextCell(r.SecurityText.In(lang)), ListCell(protected), TextCell(dpa.Type.In(lang)), TextCell(string(dpa.SignedOn)), TextCell(dpa.URL),
		FlagCell(r.FlowDown), TextCell(r.SubprocessorsURL),
	}
}
