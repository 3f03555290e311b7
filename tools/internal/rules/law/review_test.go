package law_test

import (
	"slices"
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/law"
)

// What is looked at every half year, or every year, comes up on the day on which the
// warning of its age would be given, and not before.
func TestReviewsAreDueWhenTheWarningsAre(t *testing.T) {
	set := root(t)
	reviews := law.Reviews(set, today)
	for _, r := range reviews {
		if r.Date.Before(today) || r.What.SV == r.What.EN || r.ID == "" {
			t.Errorf("%+v", r)
		}
	}
	stale := func(rule string, day value.Date) int {
		n := 0
		for _, d := range law.Check(set, nil, day) {
			if d.Rule == rule {
				n++
			}
		}
		return n
	}
	for kind, rule := range map[string]string{"reference": "reference-stale", "authority": "authority-stale"} {
		i := slices.IndexFunc(reviews, func(r law.Review) bool { return r.Kind == kind })
		if i < 0 {
			t.Fatalf("no review of a kind %s", kind)
		}
		day := reviews[i].Date
		if before, on := stale(rule, day.Add(-1)), stale(rule, day); before >= on {
			t.Errorf("%s: %d warnings the day before %s, %d then", rule, before, day, on)
		}
	}
}

// Nothing is due again of who has left, of tables that the site does not rest on, and of
// days that nobody has written.
func TestReviewsOfWhatIsThere(t *testing.T) {
	if got := law.Reviews(bare(t, nil), today); len(got) > 0 {
		t.Errorf("a bare site is to look at %+v", got)
	}
	set := bare(t, map[string]string{
		"recipients/x":   "legal_name: X Inc.\nkind: processor\nlocations: [{country: US}]\ntransfer: {third_country: true, mechanism: adequacy-dpf, dpf_checked_on: 2026-03-01}\n",
		"authorities/no": "name: {sv: Ingen, en: None}\ncountry: SE\ntasks: [complaints]\n",
	})
	of := func(kind string) (days []value.Date) {
		for _, r := range law.Reviews(set, today) {
			if r.Kind == kind {
				days = append(days, r.Date)
			}
		}
		return days
	}
	if got := of("recipient"); !slices.Equal(got, []value.Date{"2027-03-02"}) {
		t.Errorf("the list is to be looked at on %v", got)
	}
	if got := of("authority"); len(got) > 0 {
		t.Errorf("an authority without a day is due on %v", got)
	}
	set.Recipients = slices.Clone(set.Recipients)
	left := *set.Recipients[0]
	left.Ended = "2026-01-01"
	set.Recipients = []*record.Recipient{&left}
	if got := of("recipient"); len(got) > 0 {
		t.Errorf("who has left is due on %v", got)
	}
}
