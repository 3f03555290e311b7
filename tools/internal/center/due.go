package center

import (
	"cmp"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/rules/law"
)

// Due returns what falls due after a day, the nearest first: what the site says
// otherwise from then on, and what is to be looked at again. With an error among the
// findings there is nothing.
func (c *Center) Due(today value.Date) ([]change.Due, diag.List, error) {
	set, found, err := c.Records()
	if err != nil || found.Blocks() {
		return nil, found, err
	}
	due := change.NextDue(set, today)
	for _, r := range law.Reviews(set, today.Add(1)) {
		due = append(due, change.Due{Date: r.Date, What: r.What, Kind: r.Kind, ID: r.ID})
	}
	slices.SortStableFunc(due, func(a, b change.Due) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.What.EN, b.What.EN))
	})
	return due, found, nil
}
