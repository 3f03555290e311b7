package value_test

import (
	"fmt"
	"testing"
	"time"

	"tillit/tools/internal/facts/value"
)

// A period is called longer only where it is so from whatever day it runs, over short
// Februaries, leap years and a century that has none; and it is called so wherever
// more than a week tells the two apart.
func TestLongerMeansLongerFromAnyDay(t *testing.T) {
	for _, months := range []int{1, 2, 3, 5, 6, 7, 11, 12, 13, 18, 24, 36, 48, 84, 120, 240} {
		least, most := 1<<20, 0
		for start := time.Date(2095, 1, 1, 0, 0, 0, 0, time.UTC); start.Year() < 2105; start = start.AddDate(0, 1, 0) {
			days := int(start.AddDate(0, months, 0).Sub(start).Hours() / 24)
			least, most = min(least, days), max(most, days)
		}
		m := value.Period(fmt.Sprintf("P%dM", months))
		for days := least - 8; days <= most+8; days++ {
			d := value.Period(fmt.Sprintf("P%dD", max(days, 1)))
			if got := m.LongerThan(d); got && least <= days || !got && least > days+7 {
				t.Errorf("%s longer than %s: %v; it lasts %d days at least", m, d, got, least)
			}
			if got := d.LongerThan(m); got && days <= most || !got && days > most+7 {
				t.Errorf("%s longer than %s: %v; it lasts %d days at most", d, m, got, most)
			}
		}
	}
}

func TestAPeriodIsNeitherLongerNorShorterThanItself(t *testing.T) {
	for _, p := range []value.Period{"P1D", "P1M", "P12M", "P1Y", "P2W", "PT24H", "P1M1D", "P10Y6M"} {
		for _, q := range []value.Period{p, map[value.Period]value.Period{"P1D": "PT24H", "P12M": "P1Y", "P2W": "P14D"}[p]} {
			if q != "" && (p.LongerThan(q) || q.LongerThan(p)) {
				t.Errorf("%s and %s last as long", p, q)
			}
		}
	}
}
