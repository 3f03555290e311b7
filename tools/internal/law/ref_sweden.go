package law

import (
	"slices"
	"strconv"
	"time"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// Anchor is a period that Swedish law lays down or bounds. Only what was
// verified stands here; periods known from memory do not.
type Anchor struct {
	Code   string
	Law    string
	Period record.Period
	Start  diag.Text
	Note   diag.Text
	Reference
}

// Anchors returns the periods in law.
func Anchors() []Anchor { return slices.Clone(anchorTable) }

var limitationAct = Reference{"Preskriptionslag (1981:130), as of 2022-08-01", Verified, "2026-11-21"}

var anchorTable = []Anchor{
	{
		Code: "bookkeeping", Law: "Bokföringslagen (1999:1078) 7 kap. 2 §", Period: "P7Y",
		Start:     both("utgången av det kalenderår då räkenskapsåret avslutades", "the end of the calendar year in which the financial year ended"),
		Note:      both("till och med det sjunde året; inte sju år från fakturan", "through the seventh year; not seven years from the invoice"),
		Reference: Reference{"Bokföringslag (1999:1078), as amended by lag (2024:342)", Verified, "2026-11-21"},
	},
	{
		Code: "claims", Law: "Preskriptionslagen (1981:130) 2 §", Period: "P10Y",
		Start: both("den dag då fordran uppkom", "the day on which the claim arose"), Note: both("börjar om när preskriptionen avbryts", "starts anew when the limitation is interrupted"), Reference: limitationAct,
	},
	{
		Code: "consumer-claims", Law: "Preskriptionslagen (1981:130) 2 §", Period: "P3Y",
		Start: both("den dag då fordran uppkom", "the day on which the claim arose"), Note: both("näringsidkares krav mot konsumenter; inte löpande skuldebrev", "claims of traders against consumers; not running promissory notes"), Reference: limitationAct,
	},
}

// PersonalNumber tells whether digits form a Swedish personal identity number or
// a coordination number (day plus 60), with or without the century. today is the
// day after which nobody is born.
func PersonalNumber(digits string, today record.Date) bool {
	switch len(digits) {
	case 12:
		year, err := strconv.Atoi(digits[:4])
		return err == nil && year >= 1850 && bornOn(digits[:4]+digits[4:8], today) && checks(digits[2:])
	case 10:
		return (bornOn("19"+digits[:6], today) || bornOn("20"+digits[:6], today)) && checks(digits)
	}
	return false
}

// bornOn tells whether eight digits are a day on which somebody can be born.
func bornOn(date string, today record.Date) bool {
	day, err := strconv.Atoi(date[6:])
	if err != nil {
		return false
	}
	if day > 60 {
		day -= 60
	}
	if day < 1 || day > 31 {
		return false
	}
	t, err := time.Parse("20060102", date[:6]+strconv.Itoa(day/10)+strconv.Itoa(day%10))
	return err == nil && !t.After(today.Time())
}

// checks tells whether the last of ten digits is the check digit of the others.
func checks(digits string) bool {
	sum := 0
	for i := range len(digits) {
		n := int(digits[i] - '0')
		if i%2 == 0 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}
