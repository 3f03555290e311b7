package export

import (
	"slices"

	"tillit/tools/internal/record"
)

// recipients are those who get the data that the controller itself decides over.
// The customers' sub-processors are on a list of their own. What the two lists
// have in common has the same columns.
func recipients() Roll {
	return Roll{
		Name: "recipients", Title: say("Mottagare", "Recipients"),
		Columns: slices.Concat(
			pick(subprocessors().Columns, "id", "status", "name"),
			[]Column{column("kind", Text, say("Slag", "Kind"), say("Vad den är i förhållande till uppgifterna; koden i docs/format.md, till exempel processor.", "What it is to the data; the code in docs/format.md, such as processor.")).always().of("recipient-kind")},
			pick(subprocessors().Columns, "org_number", "foreign_registration", "country", "address", "contact", "parent", "locations", "service", "purposes", "data", "data_subjects"),
			[]Column{
				column("activities", List, say("Behandlingar", "Activities"), say("De av våra behandlingar där den får uppgifter.", "Those of our activities in which it gets data.")),
				column("duration", Text, say("Varaktighet", "Duration"), say("Hur länge den behandlar uppgifterna.", "How long it processes the data.")),
			},
			pick(subprocessors().Columns, "third_country", "transfer_countries", "transfer_mechanism", "scc_module"),
			[]Column{column("transfer_copy", Text, say("Kopia av skyddsåtgärderna", "Copy of the safeguards"), say("Var en kopia finns, eller hur man begär den.", "Where a copy is found, or how it is asked for."))},
			pick(subprocessors().Columns, "security", "effective", "ended", "replaces"),
		),
		sheet: []group{
			{say("Mottagare", "Recipient"), []string{"name", "kind", "org_number", "foreign_registration", "country", "address", "contact", "parent", "id"}},
			{say("Vad den gör", "What it does"), []string{"service", "purposes", "activities"}},
			{say("Uppgifter", "Data"), []string{"data", "data_subjects", "duration"}},
			{say("Var, och vilket skydd", "Where, and how protected"), []string{"locations", "third_country", "transfer_countries", "transfer_mechanism", "scc_module", "transfer_copy", "security"}},
			{say("När", "When"), []string{"status", "effective", "ended", "replaces"}},
		},
		rows: func(set *record.Set, lang string, asOf record.Date) [][]any {
			var rows [][]any
			for _, r := range byStatus(set, lang, asOf, func(r *record.Recipient) bool { return !isSubprocessor(r) }) {
				rows = append(rows, recipient(set, r, lang, asOf))
			}
			return rows
		},
	}
}

// pick returns columns by name, in the order asked for.
func pick(columns []Column, names ...string) []Column {
	var out []Column
	for _, name := range names {
		i := slices.IndexFunc(columns, func(c Column) bool { return c.Name == name })
		out = append(out, columns[i])
	}
	return out
}

func recipient(set *record.Set, r *record.Recipient, lang string, asOf record.Date) []any {
	transfer := r.Transfer
	if transfer == nil {
		transfer = &record.Transfer{}
	}
	used := activities(set, lang, func(a *record.Activity) bool { return slices.Contains(a.Recipients.List, r.ID) })
	return []any{
		r.ID, string(r.Status(asOf)), r.Label(lang), r.Kind,
		text(record.OrgNumber(r.OrgNumber)), text(r.ForeignRegistration), text(string(r.Country)), text(address(r.Address, lang)),
		text(contact(r.Contact)), text(parent(r.Parent)), list(locations(r.Locations, lang)), text(r.Service.In(lang)),
		list(texts(r.Purposes, lang)), list(data(set, r.Data, lang)), list(texts(r.DataSubjects, lang)),
		list(used), text(r.Duration.In(lang)),
		truth(transfer.ThirdCountry), list(countries(transfer.Countries)), text(transfer.Mechanism), number(transfer.SCCModule),
		text(safeguards(transfer.Copy, lang)), text(security(set, r, lang)),
		text(string(r.Effective)), text(string(r.Ended)), text(r.Replaces),
	}
}

func safeguards(c *record.Copy, lang string) string {
	if c == nil {
		return ""
	}
	return join(" ", c.Text.In(lang), c.URL)
}
