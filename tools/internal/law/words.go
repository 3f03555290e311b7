package law

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// quoted is a text in each language, within quotation marks.
func quoted(t record.Text) diag.Text {
	return diag.Text{SV: diag.Quote(t.Any("sv")), EN: diag.Quote(t.Any("en"))}
}

// countryName is a country within a sentence, in English with its article.
func countryName(c record.Country) diag.Text {
	en := record.CountryName(string(c), "en")
	switch c {
	case "AE", "BS", "CD", "CF", "CG", "DO", "FK", "FO", "GB", "GM", "IM", "KM", "KY", "MH", "MV", "NL", "PH", "SB", "SC", "TC", "US":
		en = "the " + en
	}
	return diag.Text{SV: record.CountryName(string(c), "sv"), EN: en}
}

func choiceName(list, code string) diag.Text {
	return diag.Text{SV: record.ChoiceName(list, code, "sv"), EN: record.ChoiceName(list, code, "en")}
}

func day(d record.Date) diag.Text {
	return diag.Text{SV: record.DateText(d, "sv"), EN: record.DateText(d, "en")}
}

func periodText(p record.Period) diag.Text {
	return diag.Text{SV: record.PeriodText(p, "sv"), EN: record.PeriodText(p, "en")}
}
