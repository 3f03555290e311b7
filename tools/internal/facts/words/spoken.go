package words

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"tillit/tools/internal/facts/value"
)

// fill puts values into a pattern, each where its name stands in braces.
func fill(pattern string, pairs ...string) string {
	if len(pairs) == 0 {
		return pattern
	}
	var list []string
	for i := 0; i+1 < len(pairs); i += 2 {
		list = append(list, "{"+pairs[i]+"}", pairs[i+1])
	}
	return strings.NewReplacer(list...).Replace(pattern)
}

// Say returns a word of the program in the language, with values put in, or what
// it is in Swedish or English where the site has no words, as in a test.
func (t *Tongue) Say(key string, pairs ...string) string {
	word, ok := t.words[key]
	if !ok {
		word, _ = SpokenWords(t.Lang)[key].(string)
	}
	return fill(word, pairs...)
}

// AddressWord is a word as a part of an address, in English where the word has no
// letter that addresses are written with.
func (t *Tongue) AddressWord(key string) string {
	word := t.Say(key)
	if strings.Trim(noSlug.ReplaceAllString(strings.ToLower(word), ""), "-") == "" {
		word, _ = SpokenWords("en")[key].(string)
	}
	return Slug(word)
}

// count says how many of a unit there are, in the form that the number asks for
// (CLDR). One thing has a form of its own wherever a form for one is written.
func (t *Tongue) count(unit string, n int) string {
	forms := []string{PluralForms[plural.Cardinal.MatchPlural(language.Make(t.Lang), n, 0, 0, 0, 0)], "other"}
	if n == 1 {
		forms = append([]string{"one"}, forms...)
	}
	for _, form := range forms {
		if word, ok := t.words[FormKey("unit_"+unit, form)]; ok {
			return fill(word, "count", strconv.Itoa(n))
		}
	}
	return strconv.Itoa(n) + " " + value.UnitName(unit, n, t.Lang)
}

// written returns the parts of a day in the order of the language.
func (t *Tongue) written(d value.Date) string {
	if !d.Valid() {
		return string(d)
	}
	at := d.Time()
	return t.Say("date_day", "day", strconv.Itoa(at.Day()), "month", t.Say("month_"+strconv.Itoa(int(at.Month()))), "year", strconv.Itoa(at.Year()))
}

// SaidIn is the language of what versions say of changes, where that is not the
// page's own: it is put into Swedish and English when a version is issued, and
// never changes.
func (t *Tongue) SaidIn() string {
	if base, _, _ := strings.Cut(t.Lang, "-"); base == "sv" || base == "en" {
		return ""
	}
	return "en"
}

var noSlug = regexp.MustCompile(`[^a-z0-9]+`)

// Slug is a name as a part of an address.
func Slug(name string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(name)))
	if s := strings.Trim(noSlug.ReplaceAllString(plain, "-"), "-"); s != "" {
		return s
	}
	return "other"
}
