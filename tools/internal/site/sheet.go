package site

import (
	"slices"
	"strings"

	"tillit/tools/internal/record"
)

// sheetID is the folder in content/ of the privacy policy on one sheet of paper.
const sheetID = "privacy-policy-sheet"

// sheetPage adds the privacy policy as it is printed on one sheet, below the whole
// of it: /integritetspolicy/en-sida/. An issued version has the whole text only.
func (b *building) sheetPage(t *tongue, l Language) {
	i := slices.IndexFunc(b.pages, func(p Page) bool { return p.ID == "privacy-policy" && p.Lang == l.Tag })
	if i < 0 || b.Issue != nil || b.plan.absent["privacy-policy"] {
		return
	}
	above := b.pages[i]
	url := above.URL + t.addressWord("sheet_address") + "/"
	b.addPage(Page{ID: sheetID, Lang: l.Tag, Title: t.say("sheet_title"), URL: url, part: true}, l, "type: sheet\nwhole: %q", above.ID)
}

// longest is the longest period for which an activity's data is kept, and the
// criteria that decide where no period can be given.
func (t *tongue) longest(a *record.Activity) []string {
	var longest record.Period
	var criteria []string
	for _, id := range a.Retention {
		e := t.set.Find("retention", id)
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
			criteria = append(criteria, string(t.text(r.Criterion)))
		case longest == "" || period.LongerThan(longest):
			longest = period
		}
	}
	if longest == "" {
		return criteria
	}
	return append([]string{t.period(longest)}, criteria...)
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
	return capital(strings.Join(list, "; "))
}
