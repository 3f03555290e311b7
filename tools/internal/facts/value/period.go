package value

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
)

const PeriodPattern = `^P(?:[0-9]{1,4}W|(?:[0-9]{1,4}Y)?(?:[0-9]{1,4}M)?(?:[0-9]{1,5}D)?(?:T(?:[0-9]{1,5}H)?(?:[0-9]{1,5}M)?(?:[0-9]{1,5}S)?)?)$`

var periodMatch = regexp.MustCompile(`^P(?:(\d{1,4})W|(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,5})S)?)?)$`)

// unit is a part of a period, with its words for one and for more.
type unit struct {
	sign      string
	one, many diag.Text
	months    int
	seconds   int
}

// units stand in the order of the groups of periodMatch.
var units = [...]unit{
	{"W", diag.Text{SV: "vecka", EN: "week"}, diag.Text{SV: "veckor", EN: "weeks"}, 0, 7 * 86400},
	{"Y", diag.Text{SV: "år", EN: "year"}, diag.Text{SV: "år", EN: "years"}, 12, 0},
	{"M", diag.Text{SV: "månad", EN: "month"}, diag.Text{SV: "månader", EN: "months"}, 1, 0},
	{"D", diag.Text{SV: "dag", EN: "day"}, diag.Text{SV: "dagar", EN: "days"}, 0, 86400},
	{"H", diag.Text{SV: "timme", EN: "hour"}, diag.Text{SV: "timmar", EN: "hours"}, 0, 3600},
	{"M", diag.Text{SV: "minut", EN: "minute"}, diag.Text{SV: "minuter", EN: "minutes"}, 0, 60},
	{"S", diag.Text{SV: "sekund", EN: "second"}, diag.Text{SV: "sekunder", EN: "seconds"}, 0, 1},
}

// parts returns how many of each unit a period has; ok tells whether it is a
// period at all, and longer than nothing.
func (p Period) parts() (parts [len(units)]int, ok bool) {
	m := periodMatch.FindStringSubmatch(string(p))
	if m == nil || strings.HasSuffix(string(p), "T") {
		return parts, false
	}
	for i, s := range m[1:] {
		parts[i], _ = strconv.Atoi(s)
		ok = ok || parts[i] > 0
	}
	return parts, ok
}

// PeriodText writes a period as a reader does: "7 år", "1 year and 6 months".
// What is no period is returned as it is.
func PeriodText(p Period, lang string) string {
	count := func(unit string, n int) string { return fmt.Sprintf("%d %s", n, UnitName(unit, n, lang)) }
	return p.Words(count, diag.Text{SV: " och ", EN: " and "}.In(lang))
}

// Words writes a period with the words of any language: count says how many of a
// unit there are, and the word for and stands before the last of several.
func (p Period) Words(count func(unit string, n int) string, and string) string {
	parts, ok := p.parts()
	if !ok {
		return string(p)
	}
	var words []string
	for i, n := range parts {
		if n > 0 {
			words = append(words, count(units[i].one.EN, n))
		}
	}
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + and + words[last]
}

// Units are the parts of a period: week, year, month, day, hour, minute, second.
func Units() []string {
	var names []string
	for _, u := range units {
		names = append(names, u.one.EN)
	}
	return names
}

// UnitName is what so many of a unit are called, in Swedish or English.
func UnitName(unit string, n int, lang string) string {
	for _, u := range units {
		switch {
		case u.one.EN != unit:
		case n == 1:
			return u.one.In(lang)
		default:
			return u.many.In(lang)
		}
	}
	return unit
}

// LongerThan tells whether a period is longer than another in every calendar:
// 30 days are neither longer nor shorter than a month.
func (p Period) LongerThan(other Period) bool {
	least, _, ok := p.days()
	_, most, otherOK := other.days()
	if !ok || !otherOK {
		return false
	}
	if pm, pOnly := p.months(); pOnly {
		if om, oOnly := other.months(); oOnly {
			return pm > om
		}
	}
	return least > most
}

// months returns the length of a period that is made of years and months only.
func (p Period) months() (n int, only bool) {
	parts, ok := p.parts()
	for i, count := range parts {
		n += count * units[i].months
		ok = ok && (count == 0 || units[i].months > 0)
	}
	return n, ok
}

// days returns between how many days a period may last. Months differ from
// their mean by three days at most, however many follow each other.
func (p Period) days() (least, most float64, ok bool) {
	const meanMonth, slack = 30.436875, 3
	parts, ok := p.parts()
	months, seconds := 0, 0
	for i, count := range parts {
		months += count * units[i].months
		seconds += count * units[i].seconds
	}
	least = float64(months)*meanMonth + float64(seconds)/86400
	most = least
	if months > 0 {
		least, most = least-slack, most+slack
	}
	return least, most, ok
}

func ValidPeriod(value, _ string) bool {
	_, ok := Period(value).parts()
	return ok
}

var spokenPeriod = regexp.MustCompile(`^\s*([0-9]{1,4})\s*(\p{L}+)\s*$`)

// meantPeriod is the period that somebody wrote in another way, or "".
func meantPeriod(value string) string {
	if upper := strings.ToUpper(strings.TrimSpace(value)); ValidPeriod(upper, "") {
		return upper
	}
	m := spokenPeriod.FindStringSubmatch(value)
	if m == nil {
		return ""
	}
	n, _ := strconv.Atoi(m[1])
	for _, u := range units {
		prefix := "P"
		if u.seconds > 0 && u.seconds < 86400 {
			prefix = "PT"
		}
		for _, word := range []string{u.one.SV, u.many.SV, u.one.EN, u.many.EN} {
			if try := fmt.Sprintf("%s%d%s", prefix, n, u.sign); strings.EqualFold(word, m[2]) && ValidPeriod(try, "") {
				return try
			}
		}
	}
	return ""
}

func ExplainPeriod(value, _ string) (message, hint diag.Text) {
	message = diag.Say("en tid skrivs enligt ISO 8601: P7Y är 7 år, P12M 12 månader, P90D 90 dagar, PT72H 72 timmar",
		"a period is written as ISO 8601 has it: P7Y is 7 years, P12M 12 months, P90D 90 days, PT72H 72 hours")
	if meant := meantPeriod(value); meant != "" {
		return message, diag.Write(meant)
	}
	m := spokenPeriod.FindStringSubmatch(value)
	if m == nil {
		return message, diag.Say("skriv till exempel P7Y; går ingen tid att ange, beskriv i stället vad som avgör",
			"write for instance P7Y; where no period can be given, describe what decides instead")
	}
	n, _ := strconv.Atoi(m[1])
	return message, diag.Say("skriv till exempel P%dY för %[1]d år", "write for instance P%dY for %[1]d years", n)
}
