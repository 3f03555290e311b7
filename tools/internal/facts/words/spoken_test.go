package words

import (
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// tongueOf speaks a language with the words given and none else.
func tongueOf(lang string, words map[string]string) *Tongue {
	return NewTongue(&record.Set{}, lang, "2026-11-21", words, nil, nil)
}

func TestAPeriodIsCountedAsTheLanguageDoes(t *testing.T) {
	polish := tongueOf("pl", map[string]string{
		"list_and": " i ", "unit_year.one": "{count} rok", "unit_year.few": "{count} lata", "unit_year.many": "{count} lat",
		"unit_month.one": "{count} miesiąc", "unit_month.few": "{count} miesiące", "unit_month.many": "{count} miesięcy",
	})
	// No library knows how this language counts; one is one all the same.
	madeUp := tongueOf("qaa", map[string]string{"list_and": " ja ", "unit_year.one": "{count} ano", "unit_year.other": "anoj {count}"})
	for _, tt := range []struct {
		t      *Tongue
		period value.Period
		want   string
	}{
		{polish, "P1Y", "1\u00a0rok"},
		{polish, "P2Y", "2\u00a0lata"},
		{polish, "P7Y", "7\u00a0lat"},
		{polish, "P22Y", "22\u00a0lata"},
		{polish, "P1Y6M", "1\u00a0rok i 6\u00a0miesięcy"},
		{madeUp, "P1Y", "1\u00a0ano"},
		{madeUp, "P7Y", "anoj 7"},
		{tongueOf("sv", map[string]string{"list_and": " och "}), "P1Y2M3D", "1\u00a0år, 2\u00a0månader och 3\u00a0dagar"},
	} {
		if got := tt.t.Period(tt.period); got != tt.want {
			t.Errorf("%s in %s is %q, want %q", tt.period, tt.t.Lang, got, tt.want)
		}
	}
}

func TestADayIsWrittenAsTheLanguageDoes(t *testing.T) {
	for _, tt := range []struct {
		t    *Tongue
		want string
	}{
		{tongueOf("sv", nil), "1\u00a0mars 2026"},
		{tongueOf("en", nil), "1\u00a0March 2026"},
		{tongueOf("fi", map[string]string{"date_day": "{day}. {month} {year}", "month_3": "maaliskuuta"}), "1.\u00a0maaliskuuta 2026"},
		{tongueOf("hu", map[string]string{"date_day": "{year}. {month} {day}.", "month_3": "március"}), "2026.\u00a0március 1."},
	} {
		if got := tt.t.Day("2026-03-01").Text; got != tt.want {
			t.Errorf("the day in %s is %q, want %q", tt.t.Lang, got, tt.want)
		}
	}
}

func TestACountryHasTheNameThatTheSiteGivesIt(t *testing.T) {
	for _, tt := range []struct {
		t    *Tongue
		want string
	}{
		{tongueOf("sv", nil), "Tyskland"},
		{tongueOf("de", nil), "Deutschland"},
		{tongueOf("qaa", nil), "Germany"},
		{tongueOf("qaa", map[string]string{"country_de": "Germanio"}), "Germanio"},
	} {
		if got := tt.t.Country("DE"); got != tt.want {
			t.Errorf("Germany in %s is %q, want %q", tt.t.Lang, got, tt.want)
		}
	}
}

func TestAnAddressIsWrittenWithLettersThatAddressesHave(t *testing.T) {
	for _, tt := range []struct{ word, want string }{{"en sida", "en-sida"}, {"Ett blad", "ett-blad"}, {"μία σελίδα", "one-page"}} {
		if got := tongueOf("qaa", map[string]string{"sheet_address": tt.word}).AddressWord("sheet_address"); got != tt.want {
			t.Errorf("%q is addressed as %q, want %q", tt.word, got, tt.want)
		}
	}
}
