package record_test

import (
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// The day named by effective is the first on which a recipient gets data, the day
// named by ended the last. On both it is current.
func TestStatusTurnsOnItsDay(t *testing.T) {
	for _, tc := range []struct {
		effective, ended value.Date
		want             map[value.Date]record.Status
	}{
		{"", "", map[value.Date]record.Status{"1900-01-01": record.Current, "2199-12-31": record.Current}},
		{"2026-05-01", "", map[value.Date]record.Status{"2026-04-30": record.Upcoming, "2026-05-01": record.Current, "2026-05-02": record.Current}},
		{"", "2026-06-30", map[value.Date]record.Status{"2026-06-29": record.Current, "2026-06-30": record.Current, "2026-07-01": record.Ended}},
		{"2026-05-01", "2026-06-30", map[value.Date]record.Status{"2026-04-30": record.Upcoming, "2026-05-01": record.Current, "2026-06-30": record.Current, "2026-07-01": record.Ended}},
		{"2026-05-01", "2026-05-01", map[value.Date]record.Status{"2026-04-30": record.Upcoming, "2026-05-01": record.Current, "2026-05-02": record.Ended}},
		// One that ended before it began never got anything.
		{"2026-06-30", "2026-05-01", map[value.Date]record.Status{"2026-05-01": record.Upcoming, "2026-05-02": record.Ended, "2026-07-01": record.Ended}},
	} {
		r := &record.Recipient{Effective: tc.effective, Ended: tc.ended}
		for day, want := range tc.want {
			if got := r.Status(day); got != want {
				t.Errorf("effective %q, ended %q: on %s it is %s, want %s", tc.effective, tc.ended, day, got, want)
			}
		}
	}
}
