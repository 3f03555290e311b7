package export

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// recipients are those who get the data that the controller itself decides over.
// The customers' sub-processors are on a list of their own. What the two lists
// have in common has the same columns.
func recipients() Roll {
	return Roll{
		Name: "recipients", Title: diag.Say("Mottagare", "Recipients"),
		Columns: slices.Concat(
			pick(subprocessors().Columns, "id", "status", "name"),
			[]Column{column("kind", Text, diag.Say("Slag", "Kind"), diag.Say("Vad den är i förhållande till uppgifterna; koden i docs/format.md, till exempel processor.", "What it is to the data; the code in docs/format.md, such as processor.")).always().of("recipient-kind")},
			pick(subprocessors().Columns, "trade_name", "org_number", "foreign_registration", "country", "address", "contact", "web", "parent", "locations", "service", "purposes", "data", "data_subjects"),
			[]Column{column("activities", List, diag.Say("Behandlingar", "Activities"), diag.Say("De av våra behandlingar där den får uppgifter.", "Those of our activities in which it gets data."))},
			pick(subprocessors().Columns, "duration"), transferColumns(), agreementColumns(),
			pick(subprocessors().Columns, "effective", "ended", "replaces"),
		),
		sheet: []group{
			{diag.Say("Mottagare", "Recipient"), []string{"name", "kind", "trade_name", "org_number", "foreign_registration", "country", "address", "contact", "web", "parent", "id"}},
			{diag.Say("Vad den gör", "What it does"), []string{"service", "purposes", "activities"}},
			{diag.Say("Uppgifter", "Data"), []string{"data", "data_subjects", "duration"}},
			{diag.Say("Var, och vilket skydd", "Where, and how protected"), slices.Concat([]string{"locations"}, names(transferColumns()), names(agreementColumns()))},
			{diag.Say("När", "When"), []string{"status", "effective", "ended", "replaces"}},
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

// names are those of columns.
func names(columns []Column) []string {
	var out []string
	for _, c := range columns {
		out = append(out, c.Name)
	}
	return out
}

func recipient(set *record.Set, r *record.Recipient, lang string, asOf record.Date) []any {
	used := activities(set, lang, func(a *record.Activity) bool { return slices.Contains(a.Recipients.List, r.ID) })
	return slices.Concat([]any{
		r.ID, string(r.Status(asOf)), r.Label(lang), r.Kind, text(also(r)),
		text(record.OrgNumber(r.OrgNumber)), text(r.ForeignRegistration), text(string(r.Country)), text(address(r.Address, lang)),
		text(contact(r.Contact)), text(r.Web), text(parent(r.Parent)), list(locations(r.Locations, lang)), text(r.Service.In(lang)),
		list(texts(r.Purposes, lang)), list(data(set, r.Data, lang)), list(texts(r.DataSubjects, lang)),
		list(used), text(r.Duration.In(lang)),
	}, transferCells(r.Transfer, lang), agreementCells(set, r, lang), []any{
		text(string(r.Effective)), text(string(r.Ended)), text(r.Replaces),
	})
}

func safeguards(c *record.Copy, lang string) string {
	if c == nil {
		return ""
	}
	return join(" ", c.Text.In(lang), c.URL)
}
