// Package value holds the values that facts are made of, which know no record: days,
// periods, countries, numbers, addresses and the codes of choices.
package value

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // so that a day is the same on machines without time zones
	"unicode"

	"tillit/tools/internal/diag"
)

// Time is the beginning of the day in UTC, for counting days, and the zero time
// for what is no date.
func (d Date) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Valid tells whether it is a day of the calendar.
func (d Date) Valid() bool { return ValidDate(string(d), "") }

// Add returns the day so many days later.
func (d Date) Add(days int) Date { return DateOf(d.Time().AddDate(0, 0, days)) }

// DaysUntil returns how many days there are from this day to another.
func (d Date) DaysUntil(other Date) int {
	return int(other.Time().Sub(d.Time()).Hours() / 24)
}

// Before tells whether both are days of the calendar and this one is the earlier.
func (d Date) Before(other Date) bool { return d.Valid() && other.Valid() && d < other }

// DateOf is the day that a time falls on where the time says it is.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Today is the day that it is in Sweden. "Today" decides whether a sub-processor
// is upcoming or current, and must not depend on where the machine stands.
func Today(now time.Time) Date { return DateOf(now.In(sweden())) }

// DateText writes a day as a reader does: 1 mars 2026, 1 March 2026. What is no
// date is returned as it is.
func DateText(d Date, lang string) string {
	if !d.Valid() {
		return string(d)
	}
	t := d.Time()
	return fmt.Sprintf("%d %s %d", t.Day(), MonthName(t.Month(), lang), t.Year())
}

// MonthName is a month within a date, in Swedish or English.
func MonthName(m time.Month, lang string) string {
	return diag.Text{SV: months[m-1], EN: m.String()}.In(lang)
}

var months = [...]string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"}

// ValidDate judges a day: years before 1900 and after 2199 are slips of the finger.
func ValidDate(value, _ string) bool {
	t, err := time.Parse(time.DateOnly, value)
	return err == nil && t.Year() >= 1900 && t.Year() < 2200
}

var (
	dayShape    = regexp.MustCompile(`^([0-9]{4})-([0-9]{2})-([0-9]{2})$`)
	looseShape  = regexp.MustCompile(`^([0-9]{4})[-–/. ]([0-9]{1,2})[-–/. ]([0-9]{1,2})(?:[t ].*)?$`)
	digitShape  = regexp.MustCompile(`^([0-9]{4})([0-9]{2})([0-9]{2})$`)
	shortShape  = regexp.MustCompile(`^([0-9]{2})[-–]?([0-9]{2})[-–]?([0-9]{2})$`)
	turnedShape = regexp.MustCompile(`^([0-9]{1,2}) ?([-–/. ]) ?([0-9]{1,2}) ?[-–/. ] ?([0-9]{4})$`)
	namedShape  = regexp.MustCompile(`^(?:(?:den )?([0-9]{1,2})(?::?[ae]|st|nd|rd|th)?\.? (?:of )?([a-z]+)\.?|([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?),? ([0-9]{4})$`)
)

func ExplainDate(value, _ string) (message, hint diag.Text) {
	message = diag.Say("en dag skrivs åååå-mm-dd", "a day is written yyyy-mm-dd")
	hint = diag.Say("skriv till exempel 2026-03-01", "write for instance 2026-03-01")
	if m := dayShape.FindStringSubmatch(value); m != nil {
		year, _ := strconv.Atoi(m[1])
		month, _ := strconv.Atoi(m[2])
		switch {
		case year < 1900 || year >= 2200:
			return diag.Say("årtalet %d är inte rimligt", "the year %d is not plausible", year), hint
		case month < 1 || month > 12:
			return diag.Say("det finns ingen månad %d", "there is no month %d", month), hint
		}
		last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
		return diag.Text{
				SV: fmt.Sprintf("%s %d har %d dagar", months[month-1], year, last.Day()),
				EN: fmt.Sprintf("%s %d has %d days", time.Month(month), year, last.Day()),
			},
			diag.Say("skriv den rätta dagen; månadens sista är %s", "write the right day; the last of the month is %s", DateOf(last))
	}
	if try := meantDate(value); try != "" {
		return message, diag.Write(try)
	}
	return message, hint
}

// meantDate is the day that somebody wrote in another way, where it can be only one, or "".
func meantDate(value string) string {
	value = strings.ToLower(strings.Join(strings.FieldsFunc(value, func(r rune) bool { return unicode.IsSpace(r) || diag.Unseen(r) }), " "))
	year, month, day := "", 0, 0
	switch m, turned, named := ordered(value), turnedShape.FindStringSubmatch(value), namedShape.FindStringSubmatch(value); {
	case m != nil:
		year = m[1]
		if len(year) == 2 { // as Swedes write days in short
			year = "20" + year
		}
		month, _ = strconv.Atoi(m[2])
		day, _ = strconv.Atoi(m[3])
	case turned != nil:
		year = turned[4]
		day, _ = strconv.Atoi(turned[1])
		month, _ = strconv.Atoi(turned[3])
		switch months := 12; {
		case month > months: // as Americans write
			day, month = month, day
		case turned[2] == "/" && day <= months && day != month:
			return "" // either may be the month
		}
	case named != nil:
		year = named[5]
		day, _ = strconv.Atoi(named[1] + named[4])
		month = monthOf(named[2] + named[3])
	}
	if try := fmt.Sprintf("%s-%02d-%02d", year, month, day); ValidDate(try, "") {
		return try
	}
	return ""
}

// ordered are year, month and day of a value that has them in this order, or nil.
func ordered(value string) []string {
	for _, shape := range []*regexp.Regexp{looseShape, digitShape, shortShape} {
		if m := shape.FindStringSubmatch(value); m != nil {
			return m
		}
	}
	return nil
}

// monthOf is the number of a month by its name or the beginning of that, or 0.
func monthOf(name string) int {
	const few = 3
	name = strings.Trim(name, ". ")
	for i, sv := range months {
		if len(name) >= few && (strings.HasPrefix(sv, name) || strings.HasPrefix(strings.ToLower(time.Month(i+1).String()), name)) {
			return i + 1
		}
	}
	return 0
}
