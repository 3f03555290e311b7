package export

import (
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tillit/tools/internal/record"
)

// retention is how long data is kept, by the name of what is kept.
func retention() Roll {
	return Roll{
		Name: "retention", Title: say("Lagringstider", "Retention"),
		Columns: []Column{
			column("id", Text, say("Id", "Id"), say("Postens id; också radens ankare på sidan.", "The record's id; also the row's anchor on the page.")).always(),
			column("name", Text, say("Namn", "Name"), say("Vad som sparas.", "What is kept.")).always(),
			column("data", List, say("Uppgifter", "Data"), say("Kategorier av uppgifter.", "Categories of data.")),
			column("activities", List, say("Behandlingar", "Activities"), say("Behandlingarna där uppgifterna sparas så länge.", "The activities in which the data is kept so long.")),
			column("kept", Text, say("Hur länge", "How long"), say("Tiden eller intervallet i ord; tomt när ett kriterium avgör.", "The period or range in words; empty where a criterion decides.")),
			column("period", Text, say("Tid", "Period"), say("Tiden som ISO 8601-period, till exempel P7Y.", "The period as an ISO 8601 duration, such as P7Y.")),
			column("period_min", Text, say("Minst", "At least"), say("Den kortaste tiden i ett intervall, som ISO 8601-period.", "The shortest period of a range, as an ISO 8601 duration.")),
			column("period_max", Text, say("Högst", "At most"), say("Den längsta tiden i ett intervall, som ISO 8601-period.", "The longest period of a range, as an ISO 8601 duration.")),
			column("criterion", Text, say("Kriterium", "Criterion"), say("Vad som avgör, där ingen tid kan anges.", "What decides, where no period can be given.")),
			column("starts_at", Text, say("Räknas från", "Counted from"), say("Händelsen som tiden räknas från.", "The event that the period runs from.")),
			column("breakdown", List, say("Per tjänst", "Per service"), say("Tjänst, och inom parentes dess tid.", "Service, and in brackets its period.")),
			column("action", Text, say("Därefter", "Afterwards"), say("Vad som händer sedan; koden i docs/format.md, till exempel erase.", "What happens then; the code in docs/format.md, such as erase.")).of("retention-action"),
			column("handling", Text, say("Hur det går till", "How it is done"), say("Mer om vad som händer sedan.", "More on what happens then.")),
			column("storage", List, say("Lagring", "Storage"), say("Var uppgifterna ligger: primary, backup eller log.", "Where the data lies: primary, backup or log.")).of("storage"),
			column("exception", Text, say("Undantag", "Exception"), say("Vad som kan göra tiden längre eller kortare.", "What may make it longer or shorter.")),
			column("law", Text, say("Lag", "Law"), say("Lagen som kräver eller begränsar den.", "The law that demands or bounds it.")),
		},
		sheet: []group{
			{say("Vad som sparas", "What is kept"), []string{"name", "data", "activities", "id"}},
			{say("Hur länge", "How long"), []string{"kept", "criterion", "starts_at", "breakdown"}},
			{say("Vad som händer sedan", "What happens then"), []string{"action", "handling", "exception"}},
			{say("Var, och enligt vilken lag", "Where, and by what law"), []string{"storage", "law"}},
		},
		rows: func(set *record.Set, lang string, _ record.Date) [][]any {
			names := collate.New(language.Make(lang))
			rules := slices.Clone(set.Retention)
			slices.SortStableFunc(rules, func(a, b *record.Retention) int { return names.CompareString(a.Label(lang), b.Label(lang)) })
			var rows [][]any
			for _, r := range rules {
				rows = append(rows, kept(set, r, lang))
			}
			return rows
		},
	}
}

func kept(set *record.Set, r *record.Retention, lang string) []any {
	var least, most record.Period
	if r.Range != nil {
		least, most = r.Range.Min, r.Range.Max
	}
	var categories, shares []string
	for _, id := range r.Data {
		categories = append(categories, label(set, "category", id, lang))
	}
	for _, s := range r.Breakdown {
		shares = append(shares, bracket(label(set, "service", s.Service, lang), []string{record.PeriodText(s.Period, lang)}))
	}
	used := activities(set, lang, func(a *record.Activity) bool { return slices.Contains(a.Retention, r.ID) })
	return []any{
		r.ID, r.Label(lang), list(categories), list(used), text(length(r, lang)),
		text(string(r.Period)), text(string(least)), text(string(most)), text(r.Criterion.In(lang)), text(r.StartsAt.In(lang)),
		list(shares), text(r.Action), text(r.Handling.In(lang)), list(r.Storage), text(r.Exception.In(lang)), text(r.Law.In(lang)),
	}
}

// length is a period or range in words.
func length(r *record.Retention, lang string) string {
	if r.Range != nil {
		return record.PeriodText(r.Range.Min, lang) + " – " + record.PeriodText(r.Range.Max, lang)
	}
	return record.PeriodText(r.Period, lang)
}
