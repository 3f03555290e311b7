package value

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tillit/tools/internal/diag"
)

// Meant is the right value that a wrong one can only have been meant to be, or "". It is
// what Explain says to write, where nobody needs to know or to decide anything: not where
// a number lacks its country, an address its scheme, or either of two numbers of a day may
// be the month.
func (c Constraint) Meant(value, param string) string {
	if c.Valid == nil || c.Valid(value, param) {
		return ""
	}
	meant := ""
	switch c.Tag {
	case "line":
		meant = strings.TrimFunc(value, unicode.IsSpace)
	case "choice":
		meant = meantChoice(value, param)
	case "country":
		if meant = meantCountry(value); listed(tongues, strings.TrimSpace(value)) {
			return ""
		}
	case "language":
		meant = meantLanguage(value)
	case "date":
		meant = sureDate(value)
	case "period":
		meant = meantPeriod(value)
	case "orgnumber":
		d, _ := digits(value)
		meant = OrgNumber(strings.TrimPrefix(d, "16"))
		if len(d) == 10 {
			meant = OrgNumber(value)
		}
	case "vatnumber":
		meant = compact(value)
	case "phone":
		meant = surePhone(value)
	case "email":
		meant = sureEmail(value)
	case "id":
		if meant = toID(value); !diag.Same(meant, value) {
			return ""
		}
	case "https", "link":
		meant = sureLink(value)
	}
	if !c.Valid(meant, param) {
		return ""
	}
	return meant
}

func meantChoice(value, list string) string {
	var codes []string
	for _, c := range Choices(list) {
		if strings.EqualFold(strings.TrimSpace(value), c.Name.SV) || strings.EqualFold(strings.TrimSpace(value), c.Name.EN) {
			return nearestChoice(value, list, nil)
		}
		codes = append(codes, c.Code)
	}
	return diag.Meant(value, codes)
}

// tongues are codes of languages that are spoken in other countries than those whose code
// is the same: sv is Swedish, and SV El Salvador.
const tongues = " ar be bs ca et ga ky my ne pa sl sr sv tg tk tl uk vi "

// sureDate is a day whose year has four digits and which no country writes otherwise.
func sureDate(value string) string {
	meant := meantDate(value)
	value = strings.TrimSpace(value)
	if shortShape.MatchString(value) {
		return "" // the year may be the last of three
	}
	if m := turnedShape.FindStringSubmatch(value); m != nil && m[2] != "." {
		const months = 12
		first, _ := strconv.Atoi(m[1])
		second, _ := strconv.Atoi(m[3])
		if first <= months && second <= months && first != second {
			return "" // either may be the month
		}
	}
	return meant
}

// surePhone is a number that has its country, without what nobody dials from abroad.
func surePhone(value string) string {
	trimmed := strings.TrimSpace(value)
	if !strings.HasPrefix(trimmed, "+") && !strings.HasPrefix(trimmed, "00") {
		return ""
	}
	_, hint := ExplainPhone(value, "")
	if meant, ok := strings.CutPrefix(hint.EN, "write \""); ok {
		return strings.TrimSuffix(meant, "\"")
	}
	return ""
}

var looseEmail = regexp.MustCompile(`^<?(?:mailto:)?([^\s<>]+)\s*(?:@|\(at\)|\[at\])\s*([^\s<>]+)>?$`)

// sureEmail is an address with nothing between its parts: a space within a name may stand
// for a dot.
func sureEmail(value string) string {
	plain := strings.Map(func(r rune) rune {
		if r != '-' && unicode.Is(unicode.Pd, r) {
			return '-'
		}
		return r
	}, strings.TrimSpace(value))
	m := looseEmail.FindStringSubmatch(plain)
	if m == nil {
		return ""
	}
	return m[1] + "@" + m[2]
}

// sureLink is an address whose scheme is there, or the only one it can have.
func sureLink(value string) string {
	trimmed := strings.TrimFunc(value, unicode.IsSpace)
	const https = "https:"
	switch {
	case len(trimmed) > len(https) && strings.EqualFold(trimmed[:len(https)], https):
		return https + "//" + strings.TrimLeft(trimmed[len(https):], "/")
	case ValidEmail(trimmed, ""):
		return "mailto:" + trimmed
	case strings.HasPrefix(trimmed, "+"):
		return "tel:" + strings.ReplaceAll(trimmed, " ", "")
	}
	return trimmed
}

// compact is a number as nothing parts it.
func compact(value string) string {
	return strings.ToUpper(strings.Map(func(r rune) rune {
		if r == '.' || r == '\u2212' || unicode.In(r, unicode.Pd, unicode.Zs) {
			return -1
		}
		return r
	}, value))
}

// Codes tell whether a constraint is about words that YAML reads as they stand, and not
// about texts, which may need quotes.
func (c Constraint) Codes() bool {
	return slices.Contains([]string{"choice", "country", "language", "date", "period", "id"}, c.Tag)
}
