package value_test

import (
	"testing"
	"time"

	"tillit/tools/internal/facts/value"
)

func TestPeriodText(t *testing.T) {
	for _, tt := range []struct{ period, sv, en string }{
		{"P7Y", "7 år", "7 years"},
		{"P1Y", "1 år", "1 year"},
		{"P12M", "12 månader", "12 months"},
		{"P1M", "1 månad", "1 month"},
		{"PT72H", "72 timmar", "72 hours"},
		{"PT1H", "1 timme", "1 hour"},
		{"P2W", "2 veckor", "2 weeks"},
		{"P90D", "90 dagar", "90 days"},
		{"PT30M", "30 minuter", "30 minutes"},
		{"P1Y6M", "1 år och 6 månader", "1 year and 6 months"},
		{"P1Y2M3D", "1 år, 2 månader och 3 dagar", "1 year, 2 months and 3 days"},
		{"sju år", "sju år", "sju år"},
	} {
		if got := value.PeriodText(value.Period(tt.period), "sv"); got != tt.sv {
			t.Errorf("%s is %q in Swedish, want %q", tt.period, got, tt.sv)
		}
		if got := value.PeriodText(value.Period(tt.period), "en"); got != tt.en {
			t.Errorf("%s is %q in English, want %q", tt.period, got, tt.en)
		}
	}
}

func TestPeriodsAreLongerOnlyInEveryCalendar(t *testing.T) {
	for _, tt := range []struct {
		a, b value.Period
		want bool
	}{
		{"P2Y", "P18M", true},
		{"P18M", "P2Y", false},
		{"P1Y", "P12M", false},
		{"P12M", "P1Y", false},
		{"P13M", "P1Y", true},
		{"P30D", "P1M", false},
		{"P1M", "P30D", false},
		{"P1M", "P31D", false},
		{"P35D", "P1M", true},
		{"P1Y", "P360D", true},
		{"P2W", "P14D", false},
		{"P15D", "P2W", true},
		{"PT73H", "P3D", true},
		{"P3D", "PT72H", false},
		{"x", "P1D", false},
		{"P1D", "", false},
	} {
		if got := tt.a.LongerThan(tt.b); got != tt.want {
			t.Errorf("%s longer than %s: %v", tt.a, tt.b, got)
		}
	}
}

func TestTodayIsTheDayInSweden(t *testing.T) {
	for _, tt := range []struct {
		utc  string
		want value.Date
	}{
		{"2026-11-21T22:59:59Z", "2026-11-21"},
		{"2026-11-21T23:00:00Z", "2026-11-22"}, // winter: UTC+1
		{"2026-06-30T21:59:59Z", "2026-06-30"},
		{"2026-06-30T22:00:00Z", "2026-07-01"}, // summer: UTC+2
	} {
		now, err := time.Parse(time.RFC3339, tt.utc)
		if err != nil {
			t.Fatal(err)
		}
		if got := value.Today(now); got != tt.want {
			t.Errorf("at %s it is %s, want %s", tt.utc, got, tt.want)
		}
	}
}

func TestDates(t *testing.T) {
	d := value.Date("2026-03-01")
	if got := value.DateText(d, "sv") + ", " + value.DateText(d, "en"); got != "1 mars 2026, 1 March 2026" {
		t.Errorf("got %q", got)
	}
	if got := value.DateText("snart", "sv"); got != "snart" {
		t.Errorf("what is no date becomes %q", got)
	}
	if got := d.Add(-1); got != "2026-02-28" {
		t.Errorf("the day before is %s", got)
	}
	// The clocks change between these days, and a day is still a day.
	if got := value.Date("2026-03-28").DaysUntil("2026-03-30"); got != 2 {
		t.Errorf("%d days", got)
	}
	if d.Before("2026-02-30") || !d.Before("2026-03-02") || d.Before(d) {
		t.Error("days are compared wrongly")
	}
}

func TestCountries(t *testing.T) {
	if n := len(value.Countries()); n != 249 {
		t.Errorf("%d countries are assigned in ISO 3166-1, not %d", 249, n)
	}
	members := 0
	for _, code := range value.Countries() {
		for _, lang := range []string{"sv", "en"} {
			if name := value.CountryName(code, lang); name == "" || name == code {
				t.Errorf("%s has no name in %s", code, lang)
			}
		}
		if value.Country(code).Zone() == value.Within {
			members++
		}
	}
	if members != 27+3+7 {
		t.Errorf("%d codes are in the EEA", members)
	}
	for code, want := range map[value.Country]value.Zone{
		"SE": value.Within, "NO": value.Within, "IS": value.Within, "LI": value.Within, "AX": value.Within, "RE": value.Within,
		"CH": value.Outside, "GB": value.Outside, "US": value.Outside, "GL": value.Outside, "FO": value.Outside, "NC": value.Outside,
		"EU": value.Unknown, "": value.Unknown, "E": value.Unknown, " S": value.Unknown, "T B": value.Unknown, "se": value.Unknown,
	} {
		if got := code.Zone(); got != want {
			t.Errorf("the zone of %q is %v, want %v", code, got, want)
		}
	}
	for code, want := range map[string]string{"US": "USA", "GB": "Storbritannien", "CZ": "Tjeckien", "MK": "Nordmakedonien", "BY": "Belarus", "XX": "XX"} {
		if got := value.CountryName(code, "sv"); got != want {
			t.Errorf("%s is called %q, want %q", code, got, want)
		}
	}
}

func TestCountriesWithinASentence(t *testing.T) {
	for code, want := range map[string]struct{ definite, island bool }{
		"GB": {true, false}, "US": {true, false}, "FK": {true, false}, "KM": {true, false}, "TC": {true, false},
		"PH": {true, true}, "CY": {false, true}, "SE": {false, false}, "": {false, false}, " ": {false, false},
	} {
		if got := value.Definite(code); got != want.definite {
			t.Errorf("%q bears an article: %v", code, got)
		}
		if got := value.Island(code); got != want.island {
			t.Errorf("%q is an island: %v", code, got)
		}
	}
	definite, islands := 0, 0
	for _, code := range value.Countries() {
		if value.Definite(code) {
			definite++
		}
		if value.Island(code) {
			islands++
		}
	}
	if definite != 21 || islands != 16 {
		t.Errorf("%d countries bear an article and %d are islands", definite, islands)
	}
}

func TestOrgNumbersAreTheSameHoweverWritten(t *testing.T) {
	for _, s := range []string{"5565794384", "556579-4384", "556579\u20134384", "556579 \u2013 4384", "556579\u00a04384"} {
		if got := value.OrgNumber(s); got != "556579-4384" {
			t.Errorf("%q is %q", s, got)
		}
	}
	for _, s := range []string{"", "x", "556579-4385", "811218-9876", "55657943840"} {
		if got := value.OrgNumber(s); got != "" {
			t.Errorf("%q is taken for %q", s, got)
		}
	}
}
