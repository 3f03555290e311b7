package value

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

const (
	MaxURL   = 2000 // what every browser and mail program takes
	MaxEmail = 254  // RFC 5321, section 4.5.3.1.3, without the brackets
)

const EmailPattern = `^[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$`

var (
	emailMatch   = regexp.MustCompile(EmailPattern)
	hostMatch    = regexp.MustCompile(`^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+\.?$`)
	escapedBreak = regexp.MustCompile(`(?i)%0[ad]`) // ends a line of the letter's head
	phoneMatch   = regexp.MustCompile(`^\+[1-9][0-9.\p{Pd}\p{Zs}]*[0-9]$`)
)

// ValidHTTPS accepts an address that a reader can be sent to: https, a host with
// a dot, a port that there is, no user name, and nothing that would end an attribute of HTML.
func ValidHTTPS(value, _ string) bool {
	if !safeURL(value) || !strings.HasPrefix(value, "https://") {
		return false
	}
	u, err := url.Parse(value)
	return err == nil && u.User == nil && !strings.Contains(value, "@") && hostMatch.MatchString(u.Hostname()) && validPort(u.Port())
}

// validPort tells whether there is such a port; mostly none is named.
func validPort(port string) bool {
	const last = 1<<16 - 1
	n, err := strconv.Atoi(port)
	return port == "" || err == nil && n > 0 && n <= last
}

// safeURL tells whether a value holds only what an address may hold.
func safeURL(value string) bool {
	return utf8.RuneCountInString(value) <= MaxURL && !strings.ContainsAny(value, "\"<>\\^`{|}") &&
		!strings.ContainsFunc(value, func(r rune) bool { return unicode.IsSpace(r) || diag.Unseen(r) })
}

func ExplainHTTPS(value, _ string) (message, hint diag.Text) {
	message = diag.Say("en webbadress börjar med https:// och har varken blanksteg eller citattecken",
		"a web address begins with https:// and has neither spaces nor quotation marks")
	return message, nearestLink(value, ValidHTTPS, diag.Say("skriv till exempel https://www.example.com/", "write for instance https://www.example.com/"))
}

// nearestLink is the hint for an address whose mistake can be seen, else another.
func nearestLink(value string, valid func(value, param string) bool, otherwise diag.Text) diag.Text {
	trimmed := strings.TrimFunc(value, unicode.IsSpace)
	rest := trimmed
	for _, prefix := range []string{"https:", "http:", "//"} {
		if len(rest) >= len(prefix) && strings.EqualFold(rest[:len(prefix)], prefix) {
			rest = strings.TrimLeft(rest[len(prefix):], "/")
		}
	}
	for _, try := range []string{trimmed, "https://" + rest, "mailto:" + trimmed, "tel:" + strings.ReplaceAll(trimmed, " ", "")} {
		if valid(try, "") {
			return diag.Write(try)
		}
	}
	return otherwise
}

// ValidLink accepts what a reader may be sent to, write to or call. Any other
// scheme is refused, so that none can run.
func ValidLink(value, _ string) bool {
	scheme, rest, _ := strings.Cut(value, ":")
	switch scheme {
	case "https":
		return ValidHTTPS(value, "")
	case "mailto":
		address, _, _ := strings.Cut(rest, "?")
		return safeURL(value) && ValidEmail(address, "") && !escapedBreak.MatchString(rest)
	case "tel":
		return safeURL(value) && ValidPhone(rest, "")
	}
	return false
}

func ExplainLink(value, _ string) (message, hint diag.Text) {
	message = diag.Say("en adress börjar med https://, mailto: eller tel:", "an address begins with https://, mailto: or tel:")
	return message, nearestLink(value, ValidLink,
		diag.Say("skriv till exempel https://www.example.com/, mailto:namn@example.com eller tel:+4681234567",
			"write for instance https://www.example.com/, mailto:name@example.com or tel:+4681234567"))
}

func ValidEmail(value, _ string) bool {
	return utf8.RuneCountInString(value) <= MaxEmail && emailMatch.MatchString(value)
}

func ExplainEmail(value, _ string) (message, hint diag.Text) {
	message = diag.Say("en e-postadress skrivs namn@domän, utan blanksteg", "an e-mail address is written name@domain, without spaces")
	if strings.ContainsFunc(value, func(r rune) bool { return r != '-' && unicode.Is(unicode.Pd, r) }) {
		message = diag.Say("strecket i adressen är inget vanligt bindestreck", "the dash in the address is no plain hyphen")
	}
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), diag.Unseen(r), r == '<', r == '>':
			return -1
		case unicode.Is(unicode.Pd, r):
			return '-'
		}
		return r
	}, value)
	plain = strings.NewReplacer("mailto:", "", "(at)", "@", "[at]", "@").Replace(plain)
	if ValidEmail(plain, "") {
		return message, diag.Write(plain)
	}
	return message, diag.Say("skriv till exempel dataskydd@example.com", "write for instance privacy@example.com")
}

// ValidPhone accepts what can be dialled from anywhere: a country code and at
// most 15 digits in all (ITU-T E.164). A Swedish number has no 0 after +46.
func ValidPhone(value, _ string) bool {
	if !phoneMatch.MatchString(value) {
		return false
	}
	n := dialled(value)
	return len(n) >= 7 && len(n) <= 15 && !strings.HasPrefix(n, "460")
}

// dialled returns the digits of a telephone number.
func dialled(value string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, value)
}

func ExplainPhone(value, _ string) (message, hint diag.Text) {
	message = diag.Say("ett telefonnummer skrivs med + och landsnummer, så att det kan ringas varifrån som helst",
		"a telephone number is written with + and country code, so that it can be called from anywhere")
	plain := strings.TrimSpace(strings.NewReplacer("(0)", "", "(", "", ")", "", "/", " ").Replace(value))
	plain = strings.Join(strings.Fields(plain), " ")
	tries := []string{plain}
	switch {
	case strings.HasPrefix(plain, "00"):
		tries = append(tries, "+"+plain[2:])
	case strings.HasPrefix(plain, "0"):
		tries = append(tries, "+46 "+plain[1:])
	case strings.HasPrefix(plain, "+46"):
		tries = append(tries, "+46 "+strings.TrimLeft(plain[3:], " -0"))
	}
	for _, try := range tries {
		if ValidPhone(try, "") && try != value {
			return message, diag.Say("skriv \"%s\"", "write \"%s\"", try)
		}
	}
	return message, diag.Say("skriv till exempel \"+46 8 123 45 67\"", "write for instance \"+46 8 123 45 67\"")
}

// ValidStampURL accepts the address of a service that a program asks and no reader
// follows: http as well as https, any host, and no user name. Most time stamping
// authorities have no https; what they answer is signed, and nothing secret is asked.
func ValidStampURL(value, _ string) bool {
	u, err := url.Parse(value)
	return err == nil && safeURL(value) && (strings.HasPrefix(value, "https://") || strings.HasPrefix(value, "http://")) && u.User == nil && !strings.Contains(value, "@") &&
		u.Hostname() != "" && validPort(u.Port()) && !strings.Contains(value, "#")
}

func ExplainStampURL(string, string) (message, hint diag.Text) {
	return diag.Say("adressen till en tidsstämplingstjänst börjar med http:// eller https://, och har varken användarnamn eller blanksteg",
			"the address of a time stamping service begins with http:// or https://, and has neither a user name nor spaces"),
		diag.Say("skriv till exempel https://freetsa.org/tsr", "write for instance https://freetsa.org/tsr")
}
