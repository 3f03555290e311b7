package record

import (
	"slices"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/facts/value"
)

func load(t *testing.T, files map[string]string) *Set {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys["data/"+name+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	set, list, err := LoadFS(fsys)
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	return set
}

func TestWhoGetsTheDataOfAnActivityOnADay(t *testing.T) {
	set := load(t, map[string]string{
		"recipients/always":  "kind: processor\n",
		"recipients/coming":  "kind: subprocessor\neffective: 2026-06-02\nservices: [mail]\n",
		"recipients/ended":   "kind: subprocessor\nended: 2026-05-31\nservices: [mail, cloud]\n",
		"recipients/last":    "kind: subprocessor\nended: 2026-06-01\nservices: [cloud]\n",
		"recipients/other":   "kind: controller\nservices: [mail]\n",
		"activities/named":   "role: controller\nservices: [mail]\nrecipients: [ended, always, coming, last, nobody]\n",
		"activities/none":    "role: processor\nservices: [mail]\nrecipients: none\n",
		"activities/silent":  "role: processor\nservices: [mail]\n",
		"activities/own":     "role: controller\nservices: [mail]\n",
		"activities/chosen":  "role: processor\nservices: [mail]\nrecipients: [last]\n",
		"activities/nothing": "role: processor\n",
	})
	for id, want := range map[string]struct{ involved, remaining, getting []string }{
		"named":   {[]string{"always", "coming", "ended", "last"}, []string{"always", "coming", "last"}, []string{"always", "last"}},
		"none":    {},
		"silent":  {[]string{"coming", "ended"}, []string{"coming"}, nil},
		"own":     {},
		"chosen":  {[]string{"last"}, []string{"last"}, []string{"last"}},
		"nothing": {},
	} {
		const day value.Date = "2026-06-01"
		a := set.Find("activity", id).Value.(*Activity)
		for what, got := range map[string][2][]string{
			"involved":  {keys(set.Involved(a)), want.involved},
			"remaining": {keys(set.On(day).RemainingIn(a)), want.remaining},
			"getting":   {keys(set.On(day).GettingFrom(a)), want.getting},
		} {
			if !slices.Equal(got[0], got[1]) {
				t.Errorf("%s %s: %v, want %v", what, id, got[0], got[1])
			}
		}
	}
	users := set.Users()
	if got := keys(users["last"]); !slices.Equal(got, []string{"chosen", "named"}) {
		t.Errorf("used by %v", got)
	}
	if users["other"] != nil || len(users["nobody"]) != 1 {
		t.Errorf("used by %v", users)
	}
}

func TestWhoGetsDataOfACategory(t *testing.T) {
	set := load(t, map[string]string{
		"recipients/all":      "kind: processor\n",
		"recipients/names":    "kind: processor\ndata: [{category: names}]\n",
		"recipients/numbers":  "kind: processor\ndata: [{category: numbers}, {category: names}]\n",
		"recipients/elsewise": "kind: processor\ndata: [{category: pictures}]\n",
		"activities/a":        "role: controller\ndata: [{category: names}, {category: numbers}]\nrecipients: [numbers, elsewise, names, nobody, all]\n",
	})
	a := set.Activities[0]
	for category, want := range map[string][]string{
		"names":    {"numbers", "elsewise", "names", "nobody", "all"},
		"numbers":  {"numbers", "elsewise", "nobody", "all"},
		"pictures": {"elsewise", "nobody", "all"},
	} {
		if got := set.GettingOf(a, category); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", category, got, want)
		}
	}
	if len(a.Recipients.List) != 5 {
		t.Error("the activity itself was changed")
	}
}

func TestNoticeIsFromTheAnnouncementToTheFirstDay(t *testing.T) {
	for _, c := range []struct {
		announced, effective value.Date
		days                 int
		ok                   bool
	}{
		{"", "", 0, false}, {"2026-03-01", "", 0, false}, {"", "2026-03-01", 0, false}, {"2026-03-01", "2026-02-30", 0, false},
		{"2026-03-01", "2026-03-31", 30, true}, {"2026-03-01", "2026-03-01", 0, true}, {"2026-03-02", "2026-03-01", 0, false},
	} {
		r := &Recipient{Announced: c.announced, Effective: c.effective}
		if days, ok := r.Notice(); days != c.days || ok != c.ok {
			t.Errorf("from %q to %q: %d, %v", c.announced, c.effective, days, ok)
		}
	}
}
