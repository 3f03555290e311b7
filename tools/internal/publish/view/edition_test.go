package view

import (
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/history/version"
)

// Versions of one day are told apart by their place on it, since those of the first shape
// tell no hour; those that do tell it as clocks in Sweden did.
func TestVersionsOfADayAreToldApart(t *testing.T) {
	for _, tc := range []struct{ lang, id, nth, issued string }{
		{"sv", "2026-11-29", "", "29\u00a0november 2026 kl. 13.05"},
		{"sv", "2026-11-29.2", "andra versionen den dagen", "29\u00a0november 2026 kl. 13.05"},
		{"sv", "2026-11-29.3", "tredje versionen den dagen", "29\u00a0november 2026 kl. 13.05"},
		{"sv", "2026-11-29.4", "version 4 den dagen", "29\u00a0november 2026 kl. 13.05"},
		{"en", "2026-11-29", "", "29\u00a0November 2026 at 13:05 (Swedish time)"},
		{"en", "2026-11-29.2", "second version of that day", "29\u00a0November 2026 at 13:05 (Swedish time)"},
		{"en", "2026-11-29.99", "version 99 of that day", "29\u00a0November 2026 at 13:05 (Swedish time)"},
	} {
		speaker := newTongue(&record.Set{}, tc.lang, "2026-11-30", nil, nil, nil)
		e := speaker.edition(&version.Version{ID: tc.id, Effective: "2026-11-29", Issued: "2026-11-29T12:05:00Z"}, "")
		if e.Nth != tc.nth || e.Issued != (words.Day{ISO: "2026-11-29T12:05:00Z", Text: tc.issued}) {
			t.Errorf("%s in %s: %q, %+v", tc.id, tc.lang, e.Nth, e.Issued)
		}
		if old := speaker.edition(&version.Version{ID: tc.id, Effective: "2026-11-29"}, ""); old.Nth != tc.nth || old.Issued != (words.Day{}) {
			t.Errorf("%s of the first shape in %s: %q, %+v", tc.id, tc.lang, old.Nth, old.Issued)
		}
	}
}
