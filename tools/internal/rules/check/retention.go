package check

import (
	"fmt"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// retention asks for one answer to how long: a period, a range, or what decides.
func (s *subject) retention(r *record.Retention) {
	period, ranged := s.given("period"), s.given("range")
	switch {
	case !period && !ranged && !s.given("criterion"):
		s.report("retention-period", "period",
			diag.Say("%s säger inte hur länge uppgifterna sparas", "%s does not say how long the data is kept", s.called()),
			diag.Say("lägg till period: P1Y, eller range, eller criterion om ingen tid kan anges", "add period: P1Y, or range, or criterion where no period can be given"))
	case period && ranged:
		s.report("retention-period", "range",
			diag.Say("%s har både en tid och ett intervall", "%s has both a period and a range", s.called()),
			diag.Say("behåll ett av period och range", "keep one of period and range")).Related =
			[]diag.Related{s.note(r, "period", diag.Say("tiden", "the period"))}
	}
	if r.Range == nil {
		return
	}
	if r.Range.Min.LongerThan(r.Range.Max) {
		s.report("range-order", "range.min",
			diag.Say("%s sparas minst %s men högst %s", "%s is kept for at least %s, but at most %s", s.called(), periodText(r.Range.Min), periodText(r.Range.Max)),
			diag.Say("byt plats på min och max, eller rätta den som är fel", "swap min and max, or correct the one that is wrong"))
		return
	}
	for i, b := range r.Breakdown {
		if b.Period.LongerThan(r.Range.Max) || r.Range.Min.LongerThan(b.Period) {
			at := fmt.Sprintf("breakdown[%d].period", i)
			s.report("range-order", at,
				s.has(diag.Quote(string(b.Period)), at, diag.Say("tiden ligger utanför intervallet %s–%s", "the period is outside of the range %s–%s", periodText(r.Range.Min), periodText(r.Range.Max))),
				diag.Say("rätta tiden eller intervallet", "correct the period or the range"))
		}
	}
}

func periodText(p value.Period) diag.Text {
	return diag.Text{SV: value.PeriodText(p, "sv"), EN: value.PeriodText(p, "en")}
}

// cookie asks how long a cookie stays.
func (s *subject) cookie(c *record.Cookie) {
	switch {
	case c.Session && c.Lifetime != "":
		s.report("cookie-lifetime", "lifetime",
			diag.Say("%s försvinner med sessionen men har ändå en livslängd", "%s goes with the session, and yet has a lifetime", s.called()),
			diag.Say("ta bort session eller lifetime", "remove session or lifetime")).Related =
			[]diag.Related{s.note(c, "session", diag.Say("bara sessionen", "session only"))}
	case !c.Session && !s.given("lifetime") && !s.given("session") && c.Kind != "sessionstorage":
		s.report("cookie-lifetime-missing", "lifetime",
			diag.Say("%s saknar livslängd", "%s has no lifetime", s.called()),
			diag.Say("lägg till lifetime: P1Y, eller session: true", "add lifetime: P1Y, or session: true"))
	}
}
