package check

import (
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// day is a date with the field that holds it.
type day struct {
	path string
	date value.Date
}

// inOrder reports each day that comes before the one named before it. Days that
// are left out, or are no days, are passed over.
func (s *subject) inOrder(rule string, days ...day) {
	var last day
	for _, d := range days {
		if !d.date.Valid() {
			continue
		}
		if d.date < last.date {
			s.outOfOrder(rule, last, d)
		}
		last = d
	}
}

func (s *subject) outOfOrder(rule string, first, second day) {
	pos, _ := s.filed.File.At(first.path)
	d := s.report(rule, second.path,
		diag.Say("%s har %s i %s, före %s i %s", "%s has %s in %s, before %s in %s",
			s.called(), second.date, s.where(second.path), first.date, s.where(first.path)),
		diag.Say("den ena dagen är felskriven: %s får inte komma före %s", "one of the days is mistyped: %s must not come before %s", second.path, first.path))
	d.Related = []diag.Related{{Pos: pos, Message: diag.Say("den andra dagen", "the other day")}}
}

// isPast tells whether a field holds the day of something that has been done:
// by convention its key ends in _on, and date is the day of a notice.
func isPast(key string) bool {
	return key == "date" || strings.HasSuffix(key, "_on") && key != "next_review_on"
}

func (s *subject) past(d value.Date, at string) {
	if s.seen[at] || !s.asOf.Before(d) {
		return
	}
	s.report("future-date", at,
		diag.Say("%s har %s i %s, en dag som inte har kommit än (idag är %s)", "%s has %s in %s, a day that has not come yet (today is %s)",
			s.called(), d, s.where(at), s.asOf),
		diag.Say("skriv dagen då det gjordes, eller ta bort fältet tills det är gjort", "write the day on which it was done, or remove the field until it is done"))
}

// notice asks that customers have the time that the organisation promises before
// a new sub-processor gets their data.
func (s *subject) notice(r *record.Recipient) {
	o := s.set.Organisation
	given, told := r.Notice()
	if o == nil || o.NoticeDays <= 0 || !r.IsSubprocessor() || len(r.UrgentReason) > 0 || !told || given >= o.NoticeDays {
		return
	}
	d := s.report("notice-too-short", "effective",
		diag.Say("%s börjar anlitas %d dagar efter att den meddelats, men kunderna är lovade %d", "%s takes effect %d days after it was announced, but customers are promised %d",
			s.called(), given, o.NoticeDays),
		diag.Say("skriv effective: %s eller senare, eller ange skälet i urgent_reason", "write effective: %s or later, or give the reason in urgent_reason", r.Announced.Add(o.NoticeDays)))
	d.Related = []diag.Related{
		{Pos: s.set.At(r, "announced"), Message: diag.Say("meddelad här", "announced here")},
		{Pos: s.set.At(o, "notice_days"), Message: diag.Say("lovat här", "promised here")},
	}
}
