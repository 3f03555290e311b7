package export

import "tillit/tools/internal/record"

// What protects the data at a recipient stands in both lists of recipients, in the
// same columns: where it goes outside the EU/EEA, by what right, and the agreement.

func transferColumns() []Column {
	return []Column{
		column("third_country", Flag, say("Överföring till tredjeland", "Transfer to a third country"), say("true, false, eller tomt när det inte är angivet.", "true, false, or empty where it is not stated.")),
		column("transfer_countries", List, say("Tredjeländer", "Third countries"), say("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters.")).of("country"),
		column("transfer_mechanism", Text, say("Överföringsgrund", "Mechanism"), say("Koden i docs/format.md, till exempel art46-2-c.", "The code in docs/format.md, such as art46-2-c.")).of("mechanism"),
		column("transfer_fallback", Text, say("Reservgrund", "Fallback"), say("Grunden som tar vid om överföringsgrunden faller.", "The ground that takes over if the mechanism falls.")).of("mechanism"),
		column("scc_module", Int, say("Standardavtalsklausulernas modul", "Module of the standard contractual clauses"), say("Anges när klausulerna är överföringsgrunden eller reservgrunden, och hör till den av dem som de är.", "Given where the clauses are the mechanism or the fallback, and about whichever of the two they are.")),
		column("adequacy_decision", Text, say("Beslut om adekvat skyddsnivå", "Adequacy decision"), say("Beslutets nummer.", "The number of the decision.")),
		column("dpf_checked_on", Date, say("DPF-listan kontrollerad", "DPF list checked on"), say("Dagen då listan för Data Privacy Framework kontrollerades.", "The day on which the Data Privacy Framework list was looked at.")),
		column("dpf_coverage", Text, say("DPF-omfattning", "DPF coverage"), say("Vilka uppgifter certifieringen omfattar.", "Which data the certification covers.")).of("dpf-coverage"),
		column("supplementary_measures", Text, say("Kompletterande åtgärder", "Supplementary measures"), say("Vad som skyddar uppgifterna utöver överföringsgrunden.", "What protects the data beyond the mechanism.")),
		column("transfer_assessed_on", Date, say("Överföringen bedömd", "Transfer assessed on"), say("Dagen för bedömningen av överföringen.", "The day of the transfer impact assessment.")),
		column("transfer_copy", Text, say("Kopia av skyddsåtgärderna", "Copy of the safeguards"), say("Var en kopia finns, eller hur man begär den.", "Where a copy is found, or how it is asked for.")),
		column("transfer_note", Text, say("Anmärkning", "Note"), say("Mer om överföringen, eller om varför ingen sker.", "More on the transfer, or on why there is none.")),
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
		truth(t.ThirdCountry), list(countries(t.Countries)), text(t.Mechanism), text(t.Fallback), number(module),
		text(t.AdequacyRef), text(string(t.DPFCheckedOn)), text(t.DPFCoverage), text(t.Supplementary.In(lang)),
		text(string(t.TIAOn)), text(safeguards(t.Copy, lang)), text(t.Note.In(lang)),
	}
}

func agreementColumns() []Column {
	return []Column{
		column("security", Text, say("Säkerhet", "Security"), say("Säkerheten i ord.", "Security in words.")),
		column("security_measures", List, say("Säkerhetsåtgärder", "Security measures"), say("De av våra säkerhetsåtgärder som den har.", "Those of our security measures that it has.")),
		column("agreement", Text, say("Personuppgiftsbiträdesavtal", "Data processing agreement"), say("Vad avtalet är.", "What the agreement is.")),
		column("agreement_signed_on", Date, say("Avtalet undertecknat", "Agreement signed on"), say("Dagen då avtalet undertecknades.", "The day on which the agreement was signed.")),
		column("agreement_url", Text, say("Avtalets adress", "Address of the agreement"), say("Var avtalet finns.", "Where the agreement is.")),
		column("same_duties", Flag, say("Samma skyldigheter", "Same duties"), say("Om den har samma skyldigheter som vi.", "Whether the same duties are laid on it as on us.")),
		column("subprocessors_url", Text, say("Dess underbiträden", "Its sub-processors"), say("Dess egen lista över underbiträden.", "Its own list of sub-processors.")),
	}
}

func agreementCells(set *record.Set, r *record.Recipient, lang string) []any {
	dpa := r.DPA
	if dpa == nil {
		dpa = &record.Agreement{}
	}
	var protected []string
	for _, id := range r.Measures {
		protected = append(protected, label(set, "measure", id, lang))
	}
	return []any{
		text(r.SecurityText.In(lang)), list(protected), text(dpa.Type.In(lang)), text(string(dpa.SignedOn)), text(dpa.URL),
		truth(r.FlowDown), text(r.SubprocessorsURL),
	}
}
