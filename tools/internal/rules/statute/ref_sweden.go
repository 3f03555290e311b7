package statute

import (
	"slices"
	"strconv"
	"time"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// Anchor is a period that Swedish law lays down or bounds. Those that nobody has
// verified say so, and are never shown to a reader.
type Anchor struct {
	Code   string
	Law    string
	Period value.Period // empty where the law has none, or several
	Start  diag.Text
	Note   diag.Text
	Reference
}

// Anchors returns the periods in law that may be shown to a reader.
func Anchors() []Anchor {
	return slices.DeleteFunc(AnchorTable(), func(a Anchor) bool { return !a.Shown() })
}

// AnchorTable returns all of them, with those that nobody has verified.
func AnchorTable() []Anchor { return slices.Clone(anchorTable) }

// unproven is a statute that is known from memory: somebody is to look it up before
// the period is shown.
func unproven(statute string) Reference { return Reference{statute, Unproven, "2026-11-21"} }

var limitationAct = Reference{"Preskriptionslag (1981:130), as of 2022-08-01", Verified, "2026-11-21"}

var anchorTable = []Anchor{
	{
		Code: "bookkeeping", Law: "Bokföringslagen (1999:1078) 7 kap. 2 §", Period: "P7Y",
		Start:     diag.Say("utgången av det kalenderår då räkenskapsåret avslutades", "the end of the calendar year in which the financial year ended"),
		Note:      diag.Say("till och med det sjunde året; inte sju år från fakturan", "through the seventh year; not seven years from the invoice"),
		Reference: Reference{"Bokföringslag (1999:1078), as amended by lag (2024:342)", Verified, "2026-11-21"},
	},
	{
		Code: "claims", Law: "Preskriptionslagen (1981:130) 2 §", Period: "P10Y",
		Start: diag.Say("den dag då fordran uppkom", "the day on which the claim arose"), Note: diag.Say("börjar om när preskriptionen avbryts", "starts anew when the limitation is interrupted"), Reference: limitationAct,
	},
	{
		Code: "consumer-claims", Law: "Preskriptionslagen (1981:130) 2 §", Period: "P3Y",
		Start: diag.Say("den dag då fordran uppkom", "the day on which the claim arose"), Note: diag.Say("näringsidkares krav mot konsumenter; inte löpande skuldebrev", "claims of traders against consumers; not running promissory notes"), Reference: limitationAct,
	},
	{
		Code: "consumer-sales", Law: "Konsumentköplagen (2022:260)", Period: "P3Y",
		Start: diag.Say("den dag då varan avlämnades", "the day on which the goods were delivered"), Note: diag.Say("tiden för reklamation", "the period for complaints of a defect"),
		Reference: unproven("Konsumentköplag (2022:260)"),
	},
	{
		Code: "money-laundering", Law: "Penningtvättslagen (2017:630) 5 kap.", Period: "P5Y",
		Start: diag.Say("den dag då affärsförbindelsen upphörde", "the day on which the business relationship ended"), Note: diag.Say("högst tio år i vissa fall", "up to ten years in some cases"),
		Reference: unproven("Lag (2017:630) om åtgärder mot penningtvätt och finansiering av terrorism, 5 kap."),
	},
	{
		Code: "employment", Law: "Lagen (1982:80) om anställningsskydd",
		Start: diag.Say("den dag då anställningen upphörde", "the day on which the employment ended"), Note: diag.Say("nio månader för företrädesrätt, två eller tio år för tvister", "nine months for the right of priority, two or ten years for disputes"),
		Reference: unproven("Lag (1982:80) om anställningsskydd"),
	},
	{
		Code: "cameras", Law: "Kamerabevakningslagen (2018:1200)",
		Start: diag.Say("inspelningen", "the recording"), Note: diag.Say("ingen tid i lag för privata; så kort som möjligt", "no period in law for private persons; as short as possible"),
		Reference: unproven("Kamerabevakningslag (2018:1200); practice of IMY"),
	},
	{
		Code: "archives", Law: "Arkivlagen (1990:782)",
		Start: diag.Say("beslut om gallring", "a decision to dispose of the records"), Note: diag.Say("myndigheters allmänna handlingar bevaras tills ett sådant beslut finns", "official documents of authorities are kept until there is one"),
		Reference: unproven("Arkivlag (1990:782)"),
	},
}

// PersonalNumber tells whether digits form a Swedish personal identity number or
// a coordination number (day plus 60), with or without the century. today is the
// day after which nobody is born.
func PersonalNumber(digits string, today value.Date) bool {
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
func bornOn(date string, today value.Date) bool {
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
