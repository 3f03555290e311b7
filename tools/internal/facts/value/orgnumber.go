package value

import (
	"strings"
	"unicode"

	"tillit/tools/internal/diag"
)

// OrgNumber returns a Swedish organisation number as six digits, a hyphen and
// four, whatever dashes and spaces it was written with, or "" when it is none.
// Texts carry en dashes and hard spaces that nobody sees; numbers are compared
// in this form and quoted back as they were written.
func OrgNumber(value string) string {
	d, ok := digits(value)
	if !ok || len(d) != 10 || d[2] < '2' || !luhn(d) {
		return ""
	}
	return d[:6] + "-" + d[6:]
}

func ValidOrgNumber(value, _ string) bool {
	return OrgNumber(value) != "" && orgMatch(value, "")
}

// orgMatch allows dashes and spaces in the middle of the number only.
var orgMatch = Matches(`^[0-9]{6}[\p{Pd}\p{Zs}−]{0,3}[0-9]{4}$`)

func ExplainOrgNumber(value, _ string) (message, hint diag.Text) {
	hint = diag.Say("skriv tio siffror inom citattecken, till exempel \"556016-0680\"", "write ten digits within quotation marks, such as \"556016-0680\"")
	d, ok := digits(value)
	if len(d) == 12 && strings.HasPrefix(d, "16") && OrgNumber(d[2:]) != "" {
		return diag.Say("ett organisationsnummer har tio siffror", "an organisation number has ten digits"),
			diag.Say("utelämna 16 i början: skriv \"%s\"", "leave out 16 at the beginning: write \"%s\"", OrgNumber(d[2:]))
	}
	switch {
	case !ok:
		return diag.Say("ett organisationsnummer består av tio siffror, med bindestreck före de fyra sista",
			"an organisation number is made of ten digits, with a hyphen before the last four"), hint
	case len(d) == 12 && d[4] < '2', len(d) == 10 && d[2] < '2':
		return diag.Say("tredje siffran i ett organisationsnummer är minst 2; det här kan vara ett personnummer, som inte får publiceras här",
				"the third digit of an organisation number is at least 2; this may be a personal identity number, which must not be published here"),
			diag.Say("ta bort numret; en enskild näringsidkare anges med namn och momsregistreringsnummer",
				"remove the number; a sole trader is told by name and VAT number")
	case len(d) != 10:
		return diag.Say("ett organisationsnummer har tio siffror, men här står %d", "an organisation number has ten digits, but here are %d", len(d)), hint
	case !luhn(d):
		return diag.Say("kontrollsiffran stämmer inte: numret är felskrivet", "the check digit does not fit: the number is mistyped"),
			diag.Say("jämför med registreringsbeviset", "compare with the certificate of registration")
	}
	return diag.Say("ett organisationsnummer skrivs med ett bindestreck före de fyra sista siffrorna", "an organisation number is written with a hyphen before the last four digits"),
		diag.Say("skriv \"%s\"", "write \"%s\"", OrgNumber(value))
}

// digits returns the digits of a number that may hold dashes and spaces, and
// whether it holds nothing else.
func digits(value string) (string, bool) {
	var b strings.Builder
	only := true
	for _, r := range value {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r != '\u2212' && !unicode.In(r, unicode.Pd, unicode.Zs):
			only = false
		}
	}
	return b.String(), only
}

// luhn tells whether the last of some digits is the check digit of the others.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		n := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}

var vatMatch = Matches(`^[A-Z]{2}[0-9A-Z+*]{2,13}$`)

// ValidVATNumber judges a VAT number. A Swedish one is SE, the organisation number
// and two digits, usually 01. Those of other countries are only looked at from outside. Greece writes
// EL, and Northern Ireland XI.
func ValidVATNumber(value, _ string) bool {
	if !vatMatch(value, "") {
		return false
	}
	switch prefix := value[:2]; prefix {
	case "SE":
		d, ok := digits(value[2:])
		return ok && len(d) == 12 && luhn(d[:10]) && d[10:] != "00"
	case "EL", "XI":
		return true
	default:
		return listed(assigned, prefix) && prefix != "GR"
	}
}

func ExplainVATNumber(value, _ string) (message, hint diag.Text) {
	message = diag.Say("ett momsregistreringsnummer börjar med landets kod; ett svenskt är SE, organisationsnumret och 01, utan mellanslag",
		"a VAT number begins with the code of its country; a Swedish one is SE, the organisation number and 01, without spaces")
	plain := compact(value)
	for _, try := range []string{plain, "SE" + plain, "SE" + plain + "01", plain + "01"} {
		if ValidVATNumber(try, "") && try != value {
			return message, diag.Write(try)
		}
	}
	return message, diag.Say("skriv till exempel SE556016068001", "write for instance SE556016068001")
}
