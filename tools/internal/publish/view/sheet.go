package view

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// sheetPages adds the policy on one sheet, /integritetspolicy/en-sida/, and the
// annexes, /personuppgiftsbitrade/bilagor/, of those who process data for others. An
// issued version has neither: there the whole policy stands, and the annexes as PDF.
func (b *Making) sheetPages(v *View, t *tongue, l record.Language) {
	b.pageBelow(t, l, page.Policy, page.Sheet, "sheet")
	if len(v.Customers) > 0 {
		b.pageBelow(t, l, page.Processor, page.Annexes, "annexes")
	}
}

// pageBelow adds a page below another, which it belongs to. Its layout has the name
// of its words.
func (b *Making) pageBelow(t *tongue, l record.Language, above, id, words string) {
	i := slices.IndexFunc(b.Pages, func(p prose.Page) bool { return p.ID == above && p.Lang == l.Tag })
	if i < 0 || b.Issue != nil || b.Plan.absent[above] {
		return
	}
	url := b.Pages[i].URL + t.AddressWord(words+"_address") + "/"
	b.addPage(prose.Page{ID: id, Lang: l.Tag, Title: t.Say(words + "_title"), URL: url, Part: true}, l, "type: %s\nwhole: %q", words, above)
}

// longest is the longest period for which an activity's data is kept, and the
// criteria that decide where no period can be given.
func (t *tongue) longest(a *record.Activity) []string {
	var longest value.Period
	var criteria []string
	for _, id := range a.Retention {
		e := t.Set.Find("retention", id)
		if e == nil {
			continue
		}
		r := e.Value.(*record.Retention)
		period := r.Period
		if r.Range != nil {
			period = r.Range.Max
		}
		switch {
		case period == "":
			criteria = append(criteria, string(t.Text(r.Criterion)))
		case longest == "" || period.LongerThan(longest):
			longest = period
		}
	}
	if longest == "" {
		return criteria
	}
	return append([]string{t.Period(longest)}, criteria...)
}

// Grounds are the legal bases of an activity's purposes, each once.
func (a *Activity) Grounds() string {
	var list []string
	for _, p := range a.Purposes {
		for _, b := range p.Bases {
			if !slices.Contains(list, b.Text) {
				list = append(list, b.Text)
			}
		}
	}
	return diag.Capital(strings.Join(list, "; "))
}
