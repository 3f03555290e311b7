package law

import (
	"fmt"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// say fills the same values into a Swedish and an English sentence. A value that
// is itself said in both languages goes into each in its own.
func say(sv, en string, args ...any) diag.Text {
	svArgs, enArgs := make([]any, len(args)), make([]any, len(args))
	for i, a := range args {
		svArgs[i], enArgs[i] = a, a
		if t, ok := a.(diag.Text); ok {
			svArgs[i], enArgs[i] = t.SV, t.EN
		}
	}
	return diag.Text{SV: fmt.Sprintf(sv, svArgs...), EN: fmt.Sprintf(en, enArgs...)}
}

// quote shows a value within quotation marks, shortened, with whatever cannot be
// seen written out.
func quote(value string) string { return fmt.Sprintf("%q", clip(value)) }

// quoted is a text in each language, within quotation marks.
func quoted(t record.Text) diag.Text {
	return diag.Text{SV: quote(t.Any("sv")), EN: quote(t.Any("en"))}
}

// clip shortens what a person reads in a sentence.
func clip(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

func item(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

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
