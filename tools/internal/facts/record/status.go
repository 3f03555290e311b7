package record

import (
	"tillit/tools/internal/facts/value"
)

// Status is where a recipient stands on a day.
type Status string

const (
	Upcoming Status = "upcoming" // announced, not yet effective
	Current  Status = "current"
	Ended    Status = "ended"
)

// Status tells where the recipient stands on a day. The day named by effective
// is the first on which it is current, the day named by ended the last.
func (r *Recipient) Status(asOf value.Date) Status {
	switch {
	case r.Ended != "" && r.Ended < asOf:
		return Ended
	case r.Effective > asOf:
		return Upcoming
	}
	return Current
}

// Notice is how many days lie between the announcement and the first day with data.
// ok is false where either day is missing, or where they stand in the wrong order.
func (r *Recipient) Notice() (days int, ok bool) {
	if !r.Announced.Valid() || !r.Effective.Valid() || r.Effective < r.Announced {
		return 0, false
	}
	return r.Announced.DaysUntil(r.Effective), true
}
