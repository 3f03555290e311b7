package view

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// tongueOf speaks a language with the words given and none else.
func tongueOf(lang string, words map[string]string) *tongue {
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
		t      *tongue
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
		if got := tt.t.period(tt.period); got != tt.want {
			t.Errorf("%s in %s is %q, want %q", tt.period, tt.t.lang, got, tt.want)
		}
	}
}

func TestADayIsWrittenAsTheLanguageDoes(t *testing.T) {
	for _, tt := range []struct {
		t    *tongue
		want string
	}{
		{tongueOf("sv", nil), "1\u00a0mars 2026"},
		{tongueOf("en", nil), "1\u00a0March 2026"},
		{tongueOf("fi", map[string]string{"date_day": "{day}. {month} {year}", "month_3": "maaliskuuta"}), "1.\u00a0maaliskuuta 2026"},
		{tongueOf("hu", map[string]string{"date_day": "{year}. {month} {day}.", "month_3": "március"}), "2026.\u00a0március 1."},
	} {
		if got := tt.t.day("2026-03-01").Text; got != tt.want {
			t.Errorf("the day in %s is %q, want %q", tt.t.lang, got, tt.want)
		}
	}
}

func TestACountryHasTheNameThatTheSiteGivesIt(t *testing.T) {
	for _, tt := range []struct {
		t    *tongue
		want string
	}{
		{tongueOf("sv", nil), "Tyskland"},
		{tongueOf("de", nil), "Deutschland"},
		{tongueOf("qaa", nil), "Germany"},
		{tongueOf("qaa", map[string]string{"country_de": "Germanio"}), "Germanio"},
	} {
		if got := tt.t.country("DE"); got != tt.want {
			t.Errorf("Germany in %s is %q, want %q", tt.t.lang, got, tt.want)
		}
	}
}

func TestTextRunsInTheDirectionOfItsScript(t *testing.T) {
	got := map[string]string{}
	for _, lang := range []string{"sv", "en", "ar", "he", "fa", "sr-Latn", "az-Arab", "yi", "qaa", "qaa-Hebr"} {
		got[lang] = (&View{Lang: lang}).Direction()
	}
	want := map[string]string{"sv": "ltr", "en": "ltr", "ar": "rtl", "he": "rtl", "fa": "rtl", "sr-Latn": "ltr", "az-Arab": "rtl", "yi": "rtl", "qaa": "ltr", "qaa-Hebr": "rtl"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A site's own words end up within the quotation marks of a stylesheet.
func TestAStatusCannotLeaveItsQuotationMarks(t *testing.T) {
	speaker := tongueOf("qaa", map[string]string{"edition_current": `x"; } * { display: none } \` + "\n{from}"})
	got := speaker.Status(&Edition{From: Day{Text: "1 March 2026"}})
	want := `.ti-status::after { content: "x\"; } * { display: none } \\ 1 March 2026"; }` + "\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestAnAddressIsWrittenWithLettersThatAddressesHave(t *testing.T) {
	for _, tt := range []struct{ word, want string }{{"en sida", "en-sida"}, {"Ett blad", "ett-blad"}, {"μία σελίδα", "one-page"}} {
		if got := tongueOf("qaa", map[string]string{"sheet_address": tt.word}).addressWord("sheet_address"); got != tt.want {
			t.Errorf("%q is addressed as %q, want %q", tt.word, got, tt.want)
		}
	}
}
