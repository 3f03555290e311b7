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
			TextColumn("id", func(r keeping) string { return r.Of.ID }).
				Means("Postens id; också radens ankare på sidan.", "The record's id; also the row's anchor on the page.").Called("Id", "Id").Filled(),
			TextColumn("name", func(r keeping) string { return r.Of.Label(r.Lang) }).Filled(),
			ListColumn("data", func(r keeping) []string { return keptData(r) }).
				Means("Kategorier av uppgifter.", "Categories of data."),
			ListColumn("activities", func(r keeping) []string { return keptIn(r) }).
				Means("Behandlingarna där uppgifterna sparas så länge.", "The activities in which the data is kept so long.").Called("Behandlingar", "Activities"),
			TextColumn("kept", func(r keeping) string { return Length(r.Of, r.Lang) }).
				Means("Tiden eller intervallet i ord; tomt när ett kriterium avgör.", "The period or range in words; empty where a criterion decides.").Called("Hur länge", "How long"),
			TextColumn("period", func(r keeping) string { return string(r.Of.Period) }).
				Means("Tiden som ISO 8601-period, till exempel P7Y.", "The period as an ISO 8601 duration, such as P7Y."),
			TextColumn("period_min", func(r keeping) string { return string(bounds(r).Min) }).As(FieldOf[record.Range]("min")).
				Means("Den kortaste tiden i ett intervall, som ISO 8601-period.", "The shortest period of a range, as an ISO 8601 duration."),
			TextColumn("period_max", func(r keeping) string { return string(bounds(r).Max) }).As(FieldOf[record.Range]("max")).
				Means("Den längsta tiden i ett intervall, som ISO 8601-period.", "The longest period of a range, as an ISO 8601 duration."),
			TextColumn("criterion", func(r keeping) string { return r.In(r.Of.Criterion) }),
			TextColumn("starts_at", func(r keeping) string { return r.In(r.Of.StartsAt) }).Called("Räknas från", "Counted from"),
			ListColumn("breakdown", func(r keeping) []string { return shares(r) }).
				Means("Tjänst, och inom parentes dess tid.", "Service, and in brackets its period."),
			TextColumn("action", func(r keeping) string { return r.Of.Action }).
				Means("Vad som händer sedan; koden i docs/format.md, till exempel erase.", "What happens then; the code in docs/format.md, such as erase.").Called("Därefter", "Afterwards").of("retention-action"),
			TextColumn("handling", func(r keeping) string { return r.In(r.Of.Handling) }).
				Means("Mer om vad som händer sedan.", "More on what happens then.").Called("Hur det går till", "How it is done"),
			ListColumn("storage", func(r keeping) []string { return r.Of.Storage }).
				Means("Var uppgifterna ligger: primary, backup eller log.", "Where the data lies: primary, backup or log.").of("storage"),
			TextColumn("exception", func(r keeping) string { return r.In(r.Of.Exception) }),
			TextColumn("law", func(r keeping) string { return r.In(r.Of.Law) }),
		},
		groups: []group{
			{diag.Say("Vad som sparas", "What is kept"), []string{"name", "data", "activities", "id"}},
			{diag.Say("Hur länge", "How long"), []string{"kept", "criterion", "starts_at", "breakdown"}},
			{diag.Say("Vad som händer sedan", "What happens then"), []string{"action", "handling", "exception"}},
			{diag.Say("Var, och enligt vilken lag", "Where, and by what law"), []string{"storage", "law"}},
		},
		Rows: Of(func(set *record.Set, lang string, _ value.Date) []*record.Retention { return set.ListedRetention(lang) }),
	}
}

// keeping is a rule of retention in the list of them.
type keeping = Row[*record.Retention]

// bounds are the ends of a range, where there is one.
func bounds(r keeping) record.Range {
	if r.Of.Range == nil {
		return record.Range{}
	}
	return *r.Of.Range
}

// keptData are the names of the categories that a rule is about.
func keptData(r keeping) []string {
	var out []string
	for _, id := range r.Of.Data {
		out = append(out, Label(r.Set, "category", id, r.Lang))
	}
	return out
}

// keptIn are the activities that keep their data by a rule.
func keptIn(r keeping) []string {
	return activities(r.Set, r.Lang, func(a *record.Activity) bool { return slices.Contains(a.Retention, r.Of.ID) })
}

// shares are the services with a period of their own.
func shares(r keeping) []string {
	var out []string
	for _, s := range r.Of.Breakdown {
		out = append(out, Bracket(Label(r.Set, "service", s.Service, r.Lang), []string{value.PeriodText(s.Period, r.Lang)}))
	}
	return out
}

// Length is a period or range in words.
func Length(r *record.Retention, lang string) string {
	if r.Range != nil {
		return value.PeriodText(r.Range.Min, lang) + " – " + value.PeriodText(r.Range.Max, lang)
	}
	return value.PeriodText(r.Period, lang)
}
