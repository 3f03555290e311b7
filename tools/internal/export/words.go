package export

import (
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
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
	words := strings.Split(fold(t.EN), "-")
	return "file_" + strings.Join(words[:min(most, len(words))], "_")
}

// in is a phrase in a language.
func (w Words) in(lang string, t diag.Text) string {
	if word := w[strings.ToLower(lang)][phraseKey(t)]; word != "" && !spoken(lang) {
		begin, end := t.EN[:len(t.EN)-len(strings.TrimLeft(t.EN, " "))], t.EN[len(strings.TrimRight(t.EN, " ")):]
		return begin + strings.TrimSpace(word) + end
	}
	return t.In(lang)
}

func spoken(lang string) bool { return lang == "sv" || lang == "en" }

// date is a day as the language writes it.
func (w Words) date(d record.Date, lang string) string {
	own := w[strings.ToLower(lang)]
	if !d.Valid() || spoken(lang) || own["date_day"] == "" {
		return record.DateText(d, lang)
	}
	at := d.Time()
	return strings.NewReplacer("{day}", strconv.Itoa(at.Day()), "{month}", own["month_"+strconv.Itoa(int(at.Month()))], "{year}", strconv.Itoa(at.Year())).Replace(own["date_day"])
}

// choice is what a code is called.
func (w Words) choice(list, code, lang string) string {
	if word := w[strings.ToLower(lang)][strings.ReplaceAll("choice_"+list+"_"+code, "-", "_")]; word != "" && !spoken(lang) {
		return word
	}
	return record.ChoiceName(list, code, lang)
}

// country is what a country is called.
func (w Words) country(code, lang string) string {
	if word := w[strings.ToLower(lang)]["country_"+strings.ToLower(code)]; word != "" && !spoken(lang) {
		return word
	}
	return record.CountryName(code, lang)
}
