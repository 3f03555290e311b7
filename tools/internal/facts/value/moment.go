package value

import (
	"sync"
	"time"
)

// Moment is a second in UTC as RFC 3339 writes it, 2026-11-29T12:00:00Z. It has this one
// spelling, so that a digest over it has one value; they sort as they follow each other.
type Moment string

const momentLayout = "2006-01-02T15:04:05Z"

// MomentOf is the second that a time falls in.
func MomentOf(t time.Time) Moment { return Moment(t.UTC().Format(momentLayout)) }

// ReadMoment reads a moment as people may write it: with the offset of any place, and
// in whole seconds.
func ReadMoment(text string) (Moment, bool) {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil || t.Nanosecond() != 0 {
		return "", false
	}
	m := MomentOf(t)
	return m, m.Valid()
}

// Time is the moment, and the zero time for what is none.
func (m Moment) Time() time.Time {
	t, err := time.Parse(momentLayout, string(m))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Valid tells whether it is a moment in its one spelling.
func (m Moment) Valid() bool {
	t := m.Time()
	return t.Format(momentLayout) == string(m) && ValidDate(t.Format(time.DateOnly), "")
}

// Day is the day that it was then in Sweden.
func (m Moment) Day() Date { return Today(m.Time()) }

// Clock is the hour and the minute that it was then in Sweden, as 13:05.
func (m Moment) Clock() string { return m.InSweden().Format("15:04") }

// Midnight is the first moment of the day in Sweden.
func (d Date) Midnight() time.Time {
	t := d.Time()
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, sweden())
}

// InSweden is the same moment as clocks in Sweden tell it.
func (m Moment) InSweden() time.Time { return m.Time().In(sweden()) }

// sweden is where the days of a site begin and end.
var sweden = sync.OnceValue(func() *time.Location {
	zone, err := time.LoadLocation("Europe/Stockholm")
	if err != nil { // cannot be: the zones are linked in
		zone = time.FixedZone("CET", 3600)
	}
	return zone
})
