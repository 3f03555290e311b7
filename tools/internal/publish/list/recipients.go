package list

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// recipients are those who get the data that the controller itself decides over.
// The customers' sub-processors are on a list of their own. What the two lists
// have in common has the same columns.
func recipients() Roll {
	return Roll{
		Name: "recipients", Title: diag.Say("Mottagare", "Recipients"),
		Columns: slices.Concat(
			pick(subprocessors().Columns, "id", "status", "name"),
			[]Column{TextColumn("kind", func(r receiving) string { return r.Of.Kind }).
				Means("Vad den är i förhållande till uppgifterna; koden i docs/format.md, till exempel processor.", "What it is to the data; the code in docs/format.md, such as processor.").Filled().of("recipient-kind")},
			pick(subprocessors().Columns, "trade_name", "org_number", "foreign_registration", "country", "address", "contact", "web", "parent", "locations", "service", "purposes", "data", "data_subjects"),
			[]Column{ListColumn("activities", func(r receiving) []string { return receives(r) }).
				Means("De av våra behandlingar där den får uppgifter.", "Those of our activities in which it gets data.").Called("Behandlingar", "Activities")},
			pick(subprocessors().Columns, "duration"), transferColumns(), agreementColumns(),
			pick(subprocessors().Columns, "effective", "ended", "replaces"),
		),
		groups: []group{
			{diag.Say("Mottagare", "Recipient"), []string{"name", "kind", "trade_name", "org_number", "foreign_registration", "country", "address", "contact", "web", "parent", "id"}},
			{diag.Say("Vad den gör", "What it does"), []string{"service", "purposes", "activities"}},
			{diag.Say("Uppgifter", "Data"), []string{"data", "data_subjects", "duration"}},
			{diag.Say("Var, och vilket skydd", "Where, and how protected"), slices.Concat([]string{"locations"}, names(transferColumns()), names(agreementColumns()))},
			{diag.Say("När", "When"), []string{"status", "effective", "ended", "replaces"}},
		},
		Rows: Of(func(set *record.Set, lang string, asOf value.Date) []*record.Recipient {
			return set.On(asOf).Listed(lang, func(r *record.Recipient) bool { return !r.IsSubprocessor() })
		}),
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

// receives are the activities in which a recipient gets data.
func receives(r receiving) []string {
	return activities(r.Set, r.Lang, func(a *record.Activity) bool { return a.Names(r.Of) })
}

func Safeguards(c *record.Copy, lang string) string {
	if c == nil {
		return ""
	}
	return diag.Join(" ", c.Text.In(lang), c.URL)
}
