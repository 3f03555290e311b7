// Package words says facts in the language of their reader: the words of the
// interface, choices, days, periods, countries, and the phrases of lists and feeds.
package words

import (
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// Words are what a site says in languages that the program does not speak, by
// language and key. Swedish and English need none. The keys are those of Phrases, and
// of the interface: choice_<list>_<code>, month_<n>, date_day and country_<code>.
type Words map[string]map[string]string

// Phrases are what lists, annexes, feeds and calendars say in words of their own, by
// the key under which a site gives them in another language. Letters and the records
// of processing are in Swedish and English alone: they go to customers and to the
// authority, and not onto the site.
func Phrases() map[string]diag.Text {
	out := map[string]diag.Text{}
	for _, t := range phrases {
		out[phraseKey(t)] = t
	}
	return out
}

// phraseKey is made of the English words: file_effective_from.
func phraseKey(t diag.Text) string {
	const most = 8
	words := strings.Split(Fold(t.EN), "-")
	return "file_" + strings.Join(words[:min(most, len(words))], "_")
}

// In is a phrase in a language.
func (w Words) In(lang string, t diag.Text) string {
	if Spoken(lang) {
		return t.In(lang)
	}
	if word := w[strings.ToLower(lang)][phraseKey(t)]; word != "" {
		begin, end := t.EN[:len(t.EN)-len(strings.TrimLeft(t.EN, " "))], t.EN[len(strings.TrimRight(t.EN, " ")):]
		return begin + strings.TrimSpace(word) + end
	}
	return t.In(lang)
}

func Spoken(lang string) bool { return lang == "sv" || lang == "en" }

// Date is a day as the language writes it.
func (w Words) Date(d value.Date, lang string) string {
	if Spoken(lang) {
		return value.DateText(d, lang)
	}
	own := w[strings.ToLower(lang)]
	if !d.Valid() || own["date_day"] == "" {
		return value.DateText(d, lang)
	}
	at := d.Time()
	return strings.NewReplacer("{day}", strconv.Itoa(at.Day()), "{month}", own["month_"+strconv.Itoa(int(at.Month()))], "{year}", strconv.Itoa(at.Year())).Replace(own["date_day"])
}

// Choice is what a code is called.
func (w Words) Choice(list, code, lang string) string {
	if !Spoken(lang) {
		if word := w[strings.ToLower(lang)][strings.ReplaceAll("choice_"+list+"_"+code, "-", "_")]; word != "" {
			return word
		}
	}
	return value.ChoiceName(list, code, lang)
}

// Provision is an article of law in words, in those of the site where the language
// is one of its own.
func (w Words) Provision(law, lang string) string {
	own := w[strings.ToLower(lang)]["law_article"]
	if own == "" || Spoken(lang) {
		return diag.Provision(law).In(lang)
	}
	return diag.ProvisionIn(law, lang, func(numbers string) string { return strings.ReplaceAll(own, "{article}", numbers) })
}

// Country is what a country is called.
func (w Words) Country(code, lang string) string {
	if !Spoken(lang) {
		if word := w[strings.ToLower(lang)]["country_"+strings.ToLower(code)]; word != "" {
			return word
		}
	}
	return value.CountryName(code, lang)
}
