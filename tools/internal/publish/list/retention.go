package list

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// retention is how long data is kept, by the name of what is kept.
func retention() Roll {
	return Roll{
		Name: "retention", Title: diag.Say("Lagringstider", "Retention"),
		Columns: []Column{
			NewColumn("id", Text, diag.Say("Id", "Id"), diag.Say("Postens id; också radens ankare på sidan.", "The record's id; also the row's anchor on the page.")).Filled(),
			NewColumn("name", Text, diag.Say("Namn", "Name"), diag.Say("Vad som sparas.", "What is kept.")).Filled(),
			NewColumn("data", List, diag.Say("Uppgifter", "Data"), diag.Say("Kategorier av uppgifter.", "Categories of data.")),
			NewColumn("activities", List, diag.Say("Behandlingar", "Activities"), diag.Say("Behandlingarna där uppgifterna sparas så länge.", "The activities in which the data is kept so long.")),
			NewColumn("kept", Text, diag.Say("Hur länge", "How long"), diag.Say("Tiden eller intervallet i ord; tomt när ett kriterium avgör.", "The period or range in words; empty where a criterion decides.")),
			NewColumn("period", Text, diag.Say("Tid", "Period"), diag.Say("Tiden som ISO 8601-period, till exempel P7Y.", "The period as an ISO 8601 duration, such as P7Y.")),
			NewColumn("period_min", Text, diag.Say("Minst", "At least"), diag.Say("Den kortaste tiden i ett intervall, som ISO 8601-period.", "The shortest period of a range, as an ISO 8601 duration.")),
			NewColumn("period_max", Text, diag.Say("Högst", "At most"), diag.Say("Den längsta tiden i ett intervall, som ISO 8601-period.", "The longest period of a range, as an ISO 8601 duration.")),
			NewColumn("criterion", Text, diag.Say("Kriterium", "Criterion"), diag.Say("Vad som avgör, där ingen tid kan anges.", "What decides, where no period can be given.")),
			NewColumn("starts_at", Text, diag.Say("Räknas från", "Counted from"), diag.Say("Händelsen som tiden räknas från.", "The event that the period runs from.")),
			NewColumn("breakdown", List, diag.Say("Per tjänst", "Per service"), diag.Say("Tjänst, och inom parentes dess tid.", "Service, and in brackets its period.")),
			NewColumn("action", Text, diag.Say("Därefter", "Afterwards"), diag.Say("Vad som händer sedan; koden i docs/format.md, till exempel erase.", "What happens then; the code in docs/format.md, such as erase.")).of("retention-action"),
			NewColumn("handling", Text, diag.Say("Hur det går till", "How it is done"), diag.Say("Mer om vad som händer sedan.", "More on what happens then.")),
			NewColumn("storage", List, diag.Say("Lagring", "Storage"), diag.Say("Var uppgifterna ligger: primary, backup eller log.", "Where the data lies: primary, backup or log.")).of("storage"),
			NewColumn("exception", Text, diag.Say("Undantag", "Exception"), diag.Say("Vad som kan göra tiden längre eller kortare.", "What may make it longer or shorter.")),
			NewColumn("law", Text, diag.Say("Lag", "Law"), diag.Say("Lagen som kräver eller begränsar den.", "The law that demands or bounds it.")),
		},
		sheet: []group{
			{diag.Say("Vad som sparas", "What is kept"), []string{"name", "data", "activities", "id"}},
			{diag.Say("Hur länge", "How long"), []string{"kept", "criterion", "starts_at", "breakdown"}},
			{diag.Say("Vad som händer sedan", "What happens then"), []string{"action", "handling", "exception"}},
			{diag.Say("Var, och enligt vilken lag", "Where, and by what law"), []string{"storage", "law"}},
		},
		Rows: func(set *record.Set, lang string, _ value.Date) [][]any {
			var rows [][]any
			for _, r := range set.ListedRetention(lang) {
				rows = append(rows, kept(set, r, lang))
			}
			return rows
		},
	}
}

func kept(set *record.Set, r *record.Retention, lang string) []any {
	var least, most value.Period
	if r.Range != nil {
		least, most = r.Range.Min, r.Range.Max
	}
	var categories, shares []string
	for _, id := range r.Data {
		categories = append(categories, Label(set, "category", id, lang))
	}
	for _, s := range r.Breakdown {
		shares = append(shares, Bracket(Label(set, "service", s.Service, lang), []string{value.PeriodText(s.Period, lang)}))
	}
	used := activities(set, lang, func(a *record.Activity) bool { return slices.Contains(a.Retention, r.ID) })
	return []any{
		r.ID, r.Label(lang), ListCell(categories), ListCell(used), TextCell(Length(r, lang)),
		TextCell(string(r.Period)), TextCell(string(least)), TextCell(string(most)), TextCell(r.Criterion.In(lang)), TextCell(r.StartsAt.In(lang)),
		ListCell(shares), TextCell(r.Action), TextCell(r.Handling.In(lang)), ListCell(r.Storage), TextCell(r.Exception.In(lang)), TextCell(r.Law.In(lang)),
	}
}

// length is a period or range in words.
func Length(r *record.Retention, lang string) string {
	if r.Range != nil {
		return value.PeriodText(r.Range.Min, lang) + " – " + value.PeriodText(r.Range.Max, lang)
	}
	return value.PeriodText(r.Period, lang)
}
