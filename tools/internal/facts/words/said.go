package words

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// SpokenWords are what the program itself says on pages in Swedish or English, by
// the keys under which the words of any other language are written in i18n/:
// choices, months, units of time, kinds of records, and how a day and an article
// are written. Beside them stand the optional words, which lack nothing when they
// are not written.
func SpokenWords(lang string) map[string]any {
	words := map[string]any{
		"date_day":    "{day} {month} {year}",
		"law_article": diag.Text{SV: "artikel {article} i GDPR", EN: "Article {article} GDPR"}.In(lang),
		"kinds_page":  diag.Text{SV: "sidornas text", EN: "the text of pages"}.In(lang),

		"sheet_title":   diag.Text{SV: "Integritetspolicyn på en sida", EN: "The privacy policy on one page"}.In(lang),
		"sheet_address": diag.Text{SV: "en-sida", EN: "one-page"}.In(lang),

		"annexes_title":   diag.Text{SV: "Bilagor till biträdesavtalet", EN: "Annexes to the processing agreement"}.In(lang),
		"annexes_address": diag.Text{SV: "bilagor", EN: "annexes"}.In(lang),

		"change_withdrawn": diag.Text{SV: "Det som meddelas här återtogs i version {version}.", EN: "What is announced here was withdrawn in version {version}."}.In(lang),
		"change_moved":     diag.Text{SV: "Dagen ändrades till den {day} i version {version}.", EN: "The day was changed to {day} in version {version}."}.In(lang),
		"change_at_once":   diag.Text{SV: "Sedan version {version} gäller det redan.", EN: "Since version {version} it applies already."}.In(lang),

		"edition_changes":  diag.Text{SV: "Ändringar i version {version}", EN: "Changes in version {version}"}.In(lang),
		"edition_current":  diag.Text{SV: "Den här versionen gäller sedan {from}.", EN: "This version has applied since {from}."}.In(lang),
		"edition_replaced": diag.Text{SV: "Äldre version: gällde från {from} till och med {until}.", EN: "Older version: applied from {from} up to and including {until}."}.In(lang),
		"edition_second":   diag.Text{SV: "andra versionen den dagen", EN: "second version of that day"}.In(lang),
		"edition_third":    diag.Text{SV: "tredje versionen den dagen", EN: "third version of that day"}.In(lang),
		"edition_nth":      diag.Text{SV: "version {number} den dagen", EN: "version {number} of that day"}.In(lang),
		"edition_moment":   diag.Text{SV: "{day} kl. {hour}.{minute}", EN: "{day} at {hour}:{minute} (Swedish time)"}.In(lang),
	}
	for key, text := range ChoiceWords(lang) {
		words[key] = text
	}
	for key, text := range findingWords {
		words[key] = text.In(lang)
	}
	for m := time.January; m <= time.December; m++ {
		words["month_"+strconv.Itoa(int(m))] = value.MonthName(m, lang)
	}
	for _, unit := range value.Units() {
		words["unit_"+unit] = map[string]string{
			"one":   "{count} " + value.UnitName(unit, 1, lang),
			"other": "{count} " + value.UnitName(unit, 2, lang),
		}
	}
	for _, k := range record.Kinds() {
		words["kinds_"+k.Name] = k.Plural.In(lang)
	}
	return words
}

// CountryKey is the key of a country's name, for languages in which the program
// knows none, or not the one that people use.
func CountryKey(code string) string { return "country_" + strings.ToLower(code) }

// optionalWords are keys that a file of words may have and none must have.
func optionalWords() map[string]bool {
	keys := map[string]bool{}
	for _, code := range value.Countries() {
		keys[CountryKey(code)] = true
	}
	return keys
}

var PluralForms = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// FormKey is where a form of a word stands among the texts of a language.
func FormKey(key, form string) string { return key + "." + form }

// Program are the program's words in both languages that it knows: those of pages, and
// the phrases of what else is published.
func Program(phrases map[string]diag.Text) map[string]map[string]any {
	words := map[string]map[string]any{"sv": SpokenWords("sv"), "en": SpokenWords("en")}
	for key, text := range phrases {
		words["sv"][key], words["en"][key] = text.SV, text.EN
	}
	return words
}

// findingWords are those of pages on which something is found, and of their
// addresses. Any other language has them in i18n/.
var findingWords = map[string]diag.Text{
	"filter_service":          {SV: "Tjänst", EN: "Service"},
	"filter_country":          {SV: "Land", EN: "Country"},
	"filter_transfer":         {SV: "Överföring", EN: "Transfer"},
	"filter_address_service":  {SV: "tjanst", EN: "service"},
	"filter_address_country":  {SV: "land", EN: "country"},
	"filter_address_transfer": {SV: "overforing", EN: "transfer"},
	"filter_outside":          {SV: "Utanför EU/EES", EN: "Outside the EU/EEA"},
	"filter_within":           {SV: "Bara inom EU/EES", EN: "Within the EU/EEA only"},
	"filter_address_outside":  {SV: "utanfor-ees", EN: "outside-eea"},
	"filter_address_within":   {SV: "inom-ees", EN: "within-eea"},
	"filter_title_service":    {SV: "Underbiträden för tjänsten {name}", EN: "Sub-processors for the service {name}"},
	"filter_title_country":    {SV: "Underbiträden i {name}", EN: "Sub-processors in {name}"},
	"filter_title_island":     {SV: "Underbiträden på {name}", EN: "Sub-processors in {name}"},
	"filter_title_region":     {SV: "Underbiträden som behandlar uppgifter {name}", EN: "Sub-processors that process data {name}"},
	"filter_title_outside":    {SV: "Underbiträden som behandlar uppgifter utanför EU/EES", EN: "Sub-processors that process data outside the EU/EEA"},
	"filter_title_within":     {SV: "Underbiträden som bara behandlar uppgifter inom EU/EES", EN: "Sub-processors that process data within the EU/EEA only"},
	"search_title":            {SV: "Sök", EN: "Search"},
	"search_address":          {SV: "sok", EN: "search"},
}

// ChoiceWords are the words of all choices in a language, by the key that a file
// of words may give another word for: choice_<list>_<code>. Languages other than
// Swedish get the English words.
func ChoiceWords(lang string) map[string]string {
	words := map[string]string{}
	for _, list := range value.ChoiceLists() {
		for _, c := range value.Choices(list) {
			words[ChoiceKey(list, c.Code)] = c.Name.In(lang)
		}
	}
	return words
}

func ChoiceKey(list, code string) string {
	return strings.ReplaceAll("choice_"+list+"_"+code, "-", "_")
}
