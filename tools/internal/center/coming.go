package center

import (
	"context"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/rules/law"
)

// mostDays is how many coming days are tried, and mostWork how many recipients on all of
// them: a site that has or plans more is told of the rest as the days come.
const (
	mostDays = 8
	mostWork = 1500
)

// coming returns what will be wrong from a coming day on, when a recipient begins or
// ends, and is not wrong the day before. Nobody changes a file on that day, so it is to
// be put right today. What only grows old is told by due.
func (c *Center) coming(ctx context.Context, set *record.Set, today value.Date) (diag.List, error) {
	if set.Organisation == nil || !set.Whole() {
		return nil, nil
	}
	var days []change.Due
	most := min(mostDays, mostWork/max(len(set.Recipients), 1))
	for _, d := range change.NextDue(set, today) {
		if d.Kind == "recipient" && !slices.ContainsFunc(days, func(of change.Due) bool { return of.Date == d.Date }) && len(days) < most {
			days = append(days, d)
		}
	}
	found := make([]diag.List, len(days))
	disk.Each(len(days), func(i int) { found[i] = newOn(set, days[i], today) })
	told := map[string]bool{}
	var list diag.List
	for _, of := range found {
		for _, d := range of {
			if key := d.Pos.String() + d.Message.EN; !told[key] {
				told[key] = true
				list = append(list, d)
			}
		}
	}
	return list, ctx.Err()
}

// newOn returns what is found on a day and not on the day before, less what the site
// accepts.
func newOn(set *record.Set, due change.Due, today value.Date) diag.List {
	on := func(day value.Date) diag.List {
		list := append(check.All(set, day), law.CheckFacts(set, day)...)
		_, hidden := check.Accept(list, set, today, rules)
		return slices.DeleteFunc(list, func(d diag.Diagnostic) bool {
			return d.Severity == diag.Info || slices.ContainsFunc(hidden, func(h diag.Diagnostic) bool { return h.Rule == d.Rule && h.Pos == d.Pos })
		})
	}
	before := on(due.Date.Add(-1))
	var list diag.List
	for _, d := range on(due.Date) {
		if slices.ContainsFunc(before, func(b diag.Diagnostic) bool { return b.Rule == d.Rule && b.Pos == d.Pos }) {
			continue
		}
		later := diag.New("coming-day", d.Pos, diag.Say("från den %s: %s", "from %s: %s", record.DayWords(due.Date), d.Message), d.Hint)
		later.Law, later.Related = d.Law, d.Related
		list = append(list, later)
	}
	return list
}
