package change

import (
	"testing"

	"tillit/tools/internal/facts/value"
)

func TestIdsOfVersionsAreDaysOfTheCalendar(t *testing.T) {
	for id, want := range map[string]int{
		"2026-03-01": 1, "2026-03-01.2": 2, "2026-03-01.10": 10, "2026-03-01.99": 99,
		"2026-03-01.1": 0, "2026-03-01.0": 0, "2026-03-01.02": 0, "2026-03-01.100": 0, "2026-02-29": 0, "1899-12-31": 0, "2026-3-1": 0, "": 0, "2026-03-01.2/x": 0, "2026-03-01\n": 0,
	} {
		day, n, ok := ParseID(id)
		if n != want || ok != (want > 0) || ok && day != value.Date(id[:10]) {
			t.Errorf("%q: %s, %d, %v", id, day, n, ok)
		}
	}
	for _, pair := range [][2]string{{"2025-12-31", "2026-01-01"}, {"2026-03-01", "2026-03-01.2"}, {"2026-03-01.9", "2026-03-01.10"}, {"2026-03-01.99", "2026-03-02"}} {
		if ByAge(pair[0], pair[1]) >= 0 || ByAge(pair[1], pair[0]) <= 0 || ByAge(pair[0], pair[0]) != 0 {
			t.Errorf("%v are not in their order", pair)
		}
	}
}
