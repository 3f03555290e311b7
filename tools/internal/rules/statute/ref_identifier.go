package statute

import (
	"slices"

	"tillit/tools/internal/diag"
)

// Identifier is a Swedish number by which a company or a person is known, with the
// form that the program goes by.
type Identifier struct {
	Code string
	Name diag.Text
	Form diag.Text
	Reference
}

// Identifiers returns the Swedish numbers that are checked or looked for.
func Identifiers() []Identifier { return slices.Clone(IdentifierTable) }

var IdentifierTable = []Identifier{
	{"org-number", diag.Say("organisationsnummer", "organisation number"),
		diag.Say("tio siffror, den tredje minst 2, den sista en kontrollsiffra", "ten digits, the third at least 2, the last a check digit"),
		Reference{"Lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.; organisationsnummer/meta, 20 February 2024", Verified, "2026-11-21"}},
	{"vat-number", diag.Say("momsregistreringsnummer", "VAT number"),
		diag.Say("SE, de tio siffrorna och 01", "SE, the ten digits and 01"),
		Reference{"python-stdnum, se.vat", SecondHand, "2026-11-21"}},
	{"personal-number", diag.Say("personnummer", "personal identity number"),
		diag.Say("födelsedag, tre siffror och en kontrollsiffra", "day of birth, three digits and a check digit"),
		Reference{"Folkbokföringslag (1991:481) 18 §; personnummer/meta, 14 November 2023", Verified, "2026-11-21"}},
	{"coordination-number", diag.Say("samordningsnummer", "coordination number"),
		diag.Say("som ett personnummer, med 60 lagt till dagen", "as a personal identity number, with 60 added to the day"),
		Reference{"personnummer/meta, 14 November 2023", Verified, "2026-11-21"}},
}
