package words

import (
	"testing"

	"tillit/tools/internal/diag"
)

func TestWordsOfALanguageTakeThePlaceOfPhrases(t *testing.T) {
	words := Words{"qaa": {"file_effective_from": "Xa", "date_day": "{year}.{month}.{day}", "month_3": "Mer", "choice_mechanism_art46_2_c": "Klau", "country_se": "Suo", "file_page": "fol"}}
	for _, tt := range []struct{ got, want string }{
		{words.In("qaa", diag.Say("Gäller från", "Effective from")), "Xa"},
		{words.In("qaa", diag.Say("sida ", "page ")), "fol "},
		{words.In("qaa", diag.Say("Namn", "Name")), "Name"},
		{words.In("sv", diag.Say("Gäller från", "Effective from")), "Gäller från"},
		{words.Date("2026-03-01", "qaa"), "2026.Mer.1"},
		{words.Date("2026-03-01", "en"), "1 March 2026"},
		{words.Choice("mechanism", "art46-2-c", "qaa"), "Klau"},
		{words.Country("SE", "qaa"), "Suo"},
		{Words(nil).In("qaa", diag.Say("Namn", "Name")), "Name"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
