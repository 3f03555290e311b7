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
			TextColumn("id", func(r protective) string { return r.Of.ID }).
				Means("Postens id; också radens ankare på sidan.", "The record's id; also the row's anchor on the page.").Called("Id", "Id").Filled(),
			TextColumn("domain", func(r protective) string { return r.Of.Domain }).
				Means("Rubriken i bilaga III till beslut (EU) 2021/915; koden i docs/format.md.", "The heading of Annex III to Decision (EU) 2021/915; the code in docs/format.md.").Filled().of("domain"),
			TextColumn("title", func(r protective) string { return r.Of.Label(r.Lang) }).
				Means("Vad åtgärden kallas.", "What the measure is called.").Called("Åtgärd", "Measure").Filled(),
			TextColumn("text", func(r protective) string { return r.In(r.Of.Text) }).
				Means("Vad som görs.", "What is done.").Called("Beskrivning", "Description"),
			ListColumn("items", func(r protective) []string { return Texts(r.Of.Items, r.Lang) }).
				Means("Åtgärdens delar.", "The parts of the measure.").Called("Delar", "Parts"),
			TextColumn("applies_to", func(r protective) string { return r.Of.AppliesTo }).
				Means("Vems uppgifter den skyddar: controller, processor eller both.", "Whose data it protects: controller, processor or both.").of("applies-to"),
		},
		groups: []group{
			{diag.Say("Åtgärd", "Measure"), []string{"title", "id"}},
			{diag.Say("Vad som görs", "What is done"), []string{"text", "items"}},
			{diag.Say("Område", "Domain"), []string{"domain", "applies_to"}},
		},
		Rows: Of(func(set *record.Set, lang string, _ value.Date) []*record.Measure {
			return set.ListedMeasures(lang)
		}),
	}
}

// protective is a measure in the list of them.
type protective = Row[*record.Measure]
