package record

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/value"
)

// The last day with data is still a day with data, and who is yet to come remains.
func TestASetOnADay(t *testing.T) {
	left := &Recipient{ID: "left", Ended: "2026-05-31", Country: "IN", Locations: []Location{{Country: "IN"}}}
	here := &Recipient{ID: "here", Locations: []Location{{Country: "SE"}}}
	comes := &Recipient{ID: "comes", Effective: "2026-07-01", Locations: []Location{{Country: "SE"}}}
	set := &Set{Recipients: []*Recipient{left, here, comes}}
	for day, want := range map[string]struct {
		remaining []string
		transfers bool
	}{
		"2026-05-31": {[]string{"left", "here", "comes"}, true},
		"2026-06-01": {[]string{"here", "comes"}, false},
		"2026-07-01": {[]string{"here", "comes"}, false},
	} {
		on := set.On(value.Date(day))
		if diff := cmp.Diff(want.remaining, keys(on.Remaining())); diff != "" {
			t.Errorf("%s: who remains (-want +got):\n%s", day, diff)
		}
		if on.Transfers() != want.transfers {
			t.Errorf("%s: transfers %v, want %v", day, on.Transfers(), want.transfers)
		}
	}
	if len(set.Recipients) != 3 {
		t.Errorf("asking of a day changed the set: %v", keys(set.Recipients))
	}
}
