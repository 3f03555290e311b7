package record

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// QuotedWords is a text in each language, within quotation marks.
func QuotedWords(t Text) diag.Text {
	return diag.Text{SV: diag.Quote(t.Any("sv")), EN: diag.Quote(t.Any("en"))}
}

// CountryWords is a country within a sentence, in English with its article.
func CountryWords(c value.Country) diag.Text {
	en := value.CountryName(string(c), "en")
	if value.Definite(string(c)) {
		en = "the " + en
	}
	return diag.Text{SV: value.CountryName(string(c), "sv"), EN: en}
}

// Words names a place: United States, worldwide.
func (l Location) Words() diag.Text {
	if l.Region == "world" || l.Country == "" {
		return ChoiceWords("region", l.Region)
	}
	return CountryWords(l.Country)
}

func ChoiceWords(list, code string) diag.Text {
	return diag.Text{SV: value.ChoiceName(list, code, "sv"), EN: value.ChoiceName(list, code, "en")}
}

func DayWords(d value.Date) diag.Text {
	return diag.Text{SV: value.DateText(d, "sv"), EN: value.DateText(d, "en")}
}

func PeriodWords(p value.Period) diag.Text {
	return diag.Text{SV: value.PeriodText(p, "sv"), EN: value.PeriodText(p, "en")}
}
