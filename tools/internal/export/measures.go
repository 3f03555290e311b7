package export

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tillit/tools/internal/record"
)

// measures are the technical and organisational measures, under the headings of
// Annex III to Decision (EU) 2021/915 and in their order.
func measures() Roll {
	return Roll{
		Name: "measures", Title: say("Säkerhetsåtgärder", "Security measures"),
		Columns: []Column{
			column("id", Text, say("Id", "Id"), say("Postens id; också radens ankare på sidan.", "The record's id; also the row's anchor on the page.")).always(),
			column("domain", Text, say("Område", "Domain"), say("Rubriken i bilaga III till beslut (EU) 2021/915; koden i docs/format.md.", "The heading of Annex III to Decision (EU) 2021/915; the code in docs/format.md.")).always().of("domain"),
			column("title", Text, say("Åtgärd", "Measure"), say("Vad åtgärden kallas.", "What the measure is called.")).always(),
			column("text", Text, say("Beskrivning", "Description"), say("Vad som görs.", "What is done.")),
			column("items", List, say("Delar", "Parts"), say("Åtgärdens delar.", "The parts of the measure.")),
			column("applies_to", Text, say("Gäller", "Applies to"), say("Vems uppgifter den skyddar: controller, processor eller both.", "Whose data it protects: controller, processor or both.")).of("applies-to"),
		},
		sheet: []group{
			{say("Åtgärd", "Measure"), []string{"title", "id"}},
			{say("Vad som görs", "What is done"), []string{"text", "items"}},
			{say("Område", "Domain"), []string{"domain", "applies_to"}},
		},
		rows: func(set *record.Set, lang string, _ record.Date) [][]any {
			var rows [][]any
			for _, m := range byDomain(set.Measures, lang) {
				rows = append(rows, []any{m.ID, m.Domain, m.Label(lang), text(m.Text.In(lang)), list(texts(m.Items, lang)), text(m.AppliesTo)})
			}
			return rows
		},
	}
}

// byDomain sorts measures by their headings, then by the order that the records
// give, then by name.
func byDomain(measures []*record.Measure, lang string) []*record.Measure {
	rank := map[string]int{}
	for i, c := range record.Choices("domain") {
		rank[c.Code] = i
	}
	const last = 1000 // those without a place come after those with one
	names := collate.New(language.Make(lang))
	out := slices.Clone(measures)
	slices.SortStableFunc(out, func(a, b *record.Measure) int {
		return cmp.Or(
			cmp.Compare(rank[a.Domain], rank[b.Domain]),
			cmp.Compare(cmp.Or(a.Order, last), cmp.Or(b.Order, last)),
			names.CompareString(a.Label(lang), b.Label(lang)),
		)
	})
	return out
}
