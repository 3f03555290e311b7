package list

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// measures are the technical and organisational measures, under the headings of
// Annex III to Decision (EU) 2021/915 and in their order.
func measures() Roll {
	return Roll{
		Name: "measures", Title: diag.Say("Säkerhetsåtgärder", "Security measures"),
		Columns: []Column{
			NewColumn("id", Text, diag.Say("Id", "Id"), diag.Say("Postens id; också radens ankare på sidan.", "The record's id; also the row's anchor on the page.")).Filled(),
			NewColumn("domain", Text, diag.Say("Område", "Domain"), diag.Say("Rubriken i bilaga III till beslut (EU) 2021/915; koden i docs/format.md.", "The heading of Annex III to Decision (EU) 2021/915; the code in docs/format.md.")).Filled().of("domain"),
			NewColumn("title", Text, diag.Say("Åtgärd", "Measure"), diag.Say("Vad åtgärden kallas.", "What the measure is called.")).Filled(),
			NewColumn("text", Text, diag.Say("Beskrivning", "Description"), diag.Say("Vad som görs.", "What is done.")),
			NewColumn("items", List, diag.Say("Delar", "Parts"), diag.Say("Åtgärdens delar.", "The parts of the measure.")),
			NewColumn("applies_to", Text, diag.Say("Gäller", "Applies to"), diag.Say("Vems uppgifter den skyddar: controller, processor eller both.", "Whose data it protects: controller, processor or both.")).of("applies-to"),
		},
		sheet: []group{
			{diag.Say("Åtgärd", "Measure"), []string{"title", "id"}},
			{diag.Say("Vad som görs", "What is done"), []string{"text", "items"}},
			{diag.Say("Område", "Domain"), []string{"domain", "applies_to"}},
		},
		Rows: func(set *record.Set, lang string, _ value.Date) [][]any {
			var rows [][]any
			for _, m := range set.ListedMeasures(lang) {
				rows = append(rows, []any{m.ID, m.Domain, m.Label(lang), TextCell(m.Text.In(lang)), ListCell(Texts(m.Items, lang)), TextCell(m.AppliesTo)})
			}
			return rows
		},
	}
}
