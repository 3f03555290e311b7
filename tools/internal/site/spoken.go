package site

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// spokenWords are what the program itself says on pages in Swedish or English, by
// the keys under which the words of any other language are written in i18n/:
// choices, months, units of time, kinds of records, and how a day and an article
// are written. Beside them stand the optional words, which lack nothing when they
// are not written.
func spokenWords(lang string) map[string]any {
	words := map[string]any{
		"date_day":    "{day} {month} {year}",
		"law_article": diag.Text{SV: "artikel {article} GDPR", EN: "Article {article} GDPR"}.In(lang),
		"kinds_page":  diag.Text{SV: "sidornas text", EN: "the text of pages"}.In(lang),

		"sheet_title":   diag.Text{SV: "Integritetspolicyn på en sida", EN: "The privacy policy on one page"}.In(lang),
		"sheet_address": diag.Text{SV: "en-sida", EN: "one-page"}.In(lang),

		"annexes_title":   diag.Text{SV: "Bilagor till biträdesavtalet", EN: "Annexes to the processing agreement"}.In(lang),
		"annexes_address": diag.Text{SV: "bilagor", EN: "annexes"}.In(lang),

		"edition_changes":  diag.Text{SV: "Ändringar i version {version}", EN: "Changes in version {version}"}.In(lang),
		"edition_current":  diag.Text{SV: "Den här versionen gäller sedan {from}.", EN: "This version has applied since {from}."}.In(lang),
		"edition_replaced": diag.Text{SV: "Äldre version: gällde från {from} till och med {until}.", EN: "Older version: applied from {from} up to and including {until}."}.In(lang),
	}
	for key, text := range ChoiceWords(lang) {
		words[key] = text
	}
	for key, text := range findingWords {
		words[key] = text.In(lang)
	}
	for m := time.January; m <= time.December; m++ {
		words["month_"+strconv.Itoa(int(m))] = record.MonthName(m, lang)
	}
	for _, unit := range record.Units() {
		words["unit_"+unit] = map[string]string{
			"one":   "{count} " + record.UnitName(unit, 1, lang),
			"other": "{count} " + record.UnitName(unit, 2, lang),
		}
	}
	for _, k := range record.Kinds() {
		words["kinds_"+k.Name] = k.Plural.In(lang)
	}
	return words
}

// countryKey is the key of a country's name, for languages in which the program
// knows none, or not the one that people use.
func countryKey(code string) string { return "country_" + strings.ToLower(code) }

// optionalWords are keys that a file of words may have and none must have.
func optionalWords() map[string]bool {
	keys := map[string]bool{}
	for _, code := range record.Countries() {
		keys[countryKey(code)] = true
	}
	return keys
}

// fill puts values into a pattern, each where its name stands in braces.
func fill(pattern string, pairs ...string) string {
	var list []string
	for i := 0; i+1 < len(pairs); i += 2 {
		list = append(list, "{"+pairs[i]+"}", pairs[i+1])
	}
	return strings.NewReplacer(list...).Replace(pattern)
}

// say returns a word of the program in the language, with values put in, or what
// it is in Swedish or English where the site has no words, as in a test.
func (t *tongue) say(key string, pairs ...string) string {
	word, ok := t.words[key]
	if !ok {
		word, _ = spokenWords(t.lang)[key].(string)
	}
	return fill(word, pairs...)
}

// addressWord is a word as a part of an address, in English where the word has no
// letter that addresses are written with.
func (t *tongue) addressWord(key string) string {
	word := t.say(key)
	if strings.Trim(noSlug.ReplaceAllString(strings.ToLower(word), ""), "-") == "" {
		word, _ = spokenWords("en")[key].(string)
	}
	return slug(word)
}

// count says how many of a unit there are, in the form that the number asks for
// (CLDR). One thing has a form of its own wherever a form for one is written.
func (t *tongue) count(unit string, n int) string {
	forms := []string{pluralForms[plural.Cardinal.MatchPlural(language.Make(t.lang), n, 0, 0, 0, 0)], "other"}
	if n == 1 {
		forms = append([]string{"one"}, forms...)
	}
	for _, form := range forms {
		if word, ok := t.words[formKey("unit_"+unit, form)]; ok {
			return fill(word, "count", strconv.Itoa(n))
		}
	}
	return strconv.Itoa(n) + " " + record.UnitName(unit, n, t.lang)
}

var pluralForms = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// formKey is where a form of a word stands among the texts of a language.
func formKey(key, form string) string { return key + "." + form }

// written returns the parts of a day in the order of the language.
func (t *tongue) written(d record.Date) string {
	if !d.Valid() {
		return string(d)
	}
	at := d.Time()
	return t.say("date_day", "day", strconv.Itoa(at.Day()), "month", t.say("month_"+strconv.Itoa(int(at.Month()))), "year", strconv.Itoa(at.Year()))
}

// Direction is the one in which the language is written, as HTML has it.
func (v *View) Direction() string {
	script, _ := language.Make(v.Lang).Script()
	if slices.Contains(leftward, script.String()) {
		return "rtl"
	}
	return "ltr"
}

// leftward are the scripts in use that are written from right to left.
var leftward = strings.Fields("Adlm Arab Hebr Mand Nkoo Rohg Samr Syrc Thaa")

// saidIn is the language of what versions say of changes, where that is not the
// page's own: it is put into Swedish and English when a version is issued, and
// never changes.
func (t *tongue) saidIn() string {
	if base, _, _ := strings.Cut(t.lang, "-"); base == "sv" || base == "en" {
		return ""
	}
	return "en"
}

// spoken are the program's words in both languages that it knows: those of pages, and
// the phrases of what else is published.
func spoken(phrases map[string]diag.Text) map[string]map[string]any {
	words := map[string]map[string]any{"sv": spokenWords("sv"), "en": spokenWords("en")}
	for key, text := range phrases {
		words["sv"][key], words["en"][key] = text.SV, text.EN
	}
	return words
}
