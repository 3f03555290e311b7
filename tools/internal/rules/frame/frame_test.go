package frame

import (
	"strings"
	"testing"
)

// book has one frame: somebody gives data to nobody in particular.
func book(t *testing.T, change func(*Frame)) *Book {
	t.Helper()
	f := Frame{
		Slots: []Slot{
			{Name: "does", Patterns: []string{"lämna* ut|över?", "delar", "får …2 del av"}},
			{Name: "whom", Patterns: []string{"<nobody>"}},
		},
		Unless: []string{"ab", "förteckning*"},
	}
	if change != nil {
		change(&f)
	}
	b, err := New([]Frame{f}, map[string][]string{"nobody": {"partner*", "tredje part|parter", "andra _? bolag"}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *Book) finds(t Text) string {
	t.Text = strings.ToLower(t.Text)
	for i, r := range t.Text {
		if r == '.' && i+1 < len(t.Text) {
			t.Bounds = append(t.Bounds, i+1)
		}
	}
	t.Bounds = append(t.Bounds, len(t.Text))
	var said []string
	for _, h := range b.Find(t) {
		said = append(said, t.Text[h.From:h.To])
	}
	return strings.Join(said, "; ")
}

func TestASentenceFillsAFrame(t *testing.T) {
	for name, c := range map[string]struct {
		text   Text
		change func(*Frame)
		want   string
	}{
		"in one order":            {Text{Text: "Vi lämnar ut namn till partner."}, nil, "lämnar ut namn till partner"},
		"in another":              {Text{Text: "Till partner lämnas namn."}, nil, "partner lämnas"},
		"two words":               {Text{Text: "Namn delar vi med tredje parter."}, nil, "delar vi med tredje parter"},
		"with a word between":     {Text{Text: "Vi delar dem med andra svenska bolag."}, nil, "delar dem med andra svenska bolag"},
		"a gap":                   {Text{Text: "Partner får ofta en del av dem."}, nil, "partner får ofta en del av"},
		"one slot only":           {Text{Text: "Vi lämnar ut namn."}, nil, ""},
		"in two sentences":        {Text{Text: "Vi lämnar ut namn. Partner är trevliga."}, nil, ""},
		"an excuse":               {Text{Text: "Vi lämnar ut namn till partner, som Budet AB."}, nil, ""},
		"an excuse elsewhere":     {Text{Text: "Vi lämnar ut namn till partner. Budet AB kör."}, nil, "lämnar ut namn till partner"},
		"an excuse beside":        {Text{Text: "Vi lämnar ut namn till partner. De är tre."}, func(f *Frame) { f.Beside = []string{"tre"} }, ""},
		"denied":                  {Text{Text: "Vi lämnar aldrig ut namn till partner."}, nil, ""},
		"denied in another":       {Text{Text: "Vi säljer inte namn, men vi delar dem med partner."}, nil, "delar dem med partner"},
		"not only":                {Text{Text: "Vi delar inte bara namn med partner."}, nil, "delar inte bara namn med partner"},
		"denied, and so":          {Text{Text: "Vi delar inte namn med partner."}, func(f *Frame) { f.Denial = Only }, "delar inte namn med partner"},
		"not denied":              {Text{Text: "Vi delar namn med partner."}, func(f *Frame) { f.Denial = Only }, ""},
		"denied all the same":     {Text{Text: "Vi delar inte namn med partner."}, func(f *Frame) { f.Denial = Also }, "delar inte namn med partner"},
		"a question":              {Text{Text: "Delar ni namn med partner?"}, nil, ""},
		"yes to a question":       {Text{Text: "Ja, med partner.", Heading: "delar ni namn?"}, func(f *Frame) { f.Slots[0].Patterns = []string{"delar ni"} }, "partner"},
		"no to a question":        {Text{Text: "Nej, inte med partner.", Heading: "delar ni namn?"}, func(f *Frame) { f.Slots[0].Patterns = []string{"delar ni"} }, ""},
		"an item of a list":       {Text{Text: "partner", Lead: "vi delar namn med:"}, nil, "partner"},
		"what leads up to a list": {Text{Text: "Vi delar namn med partner:"}, nil, ""},
		"a cell":                  {Text{Text: "Partner", Column: "vem delar vi med"}, nil, "partner"},
		"a name in the row":       {Text{Text: "Partner", Column: "vem delar vi med", Row: "budet ab"}, nil, ""},
		"the heading alone":       {Text{Text: "Vi delar namn.", Heading: "partner"}, nil, ""},
		"a heading":               {Text{Text: "Vi delar namn med partner", Titles: true}, nil, ""},
		"quoted":                  {Text{Text: "Skriv inte ”vi delar namn med partner”."}, nil, ""},
		"under a heading":         {Text{Text: "Vi delar namn med partner.", Heading: "kunder"}, func(f *Frame) { f.Heading = []string{"kund*"} }, "delar namn med partner"},
		"not under it":            {Text{Text: "Vi delar namn med partner.", Heading: "anställda"}, func(f *Frame) { f.Heading = []string{"kund*"} }, ""},
		"right under it":          {Text{Text: "Vi delar namn med partner.", Heading: "kunder"}, func(f *Frame) { f.Under = []string{"kund*"} }, ""},
		"too far apart":           {Text{Text: "Vi delar " + strings.Repeat("ord ", 30) + "med partner."}, nil, ""},
	} {
		if got := book(t, c.change).finds(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestPatternsThatCannotBeRead(t *testing.T) {
	for _, pattern := range []string{"", "…", "_", "<unknown>", "…40 ord", "ord …x"} {
		if _, err := New([]Frame{{Slots: []Slot{{Name: "x", Patterns: []string{pattern}}}}}, nil); err == nil {
			t.Errorf("%q is read", pattern)
		}
	}
	if _, err := New([]Frame{{Slots: []Slot{{Name: "x", Patterns: []string{"<a>"}}}}}, map[string][]string{"a": {"<b>"}, "b": {"<a>"}}); err == nil {
		t.Error("words that name themselves are read")
	}
}
