package record_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// A reader never gets a text in another language; a message may name a record by any.
func TestTextsFallBackOnlyToNameThings(t *testing.T) {
	text := record.Text{"fi": "Kissa", "de": "Katze", "en": "Cat", "sv": ""}
	for lang, want := range map[string][2]string{"en": {"Cat", "Cat"}, "sv": {"", "Cat"}, "fi": {"Kissa", "Kissa"}, "nb": {"", "Cat"}} {
		if in, any := text.In(lang), text.Any(lang); in != want[0] || any != want[1] {
			t.Errorf("%s: in it %q, in any %q", lang, in, any)
		}
	}
	delete(text, "en")
	if got := text.Any("sv"); got != "Katze" {
		t.Errorf("the first language by name has %q", got)
	}
	if got := (record.Text{"sv": "Katt", "en": "Cat"}).Any("fi"); got != "Katt" {
		t.Errorf("Swedish comes before English, and it was %q", got)
	}
	if got := (record.Text{}).Any("sv"); got != "" {
		t.Errorf("nothing is %q", got)
	}
}

func TestADeclaredNoneIsAnAnswer(t *testing.T) {
	for _, tc := range []struct {
		list record.OrNone[string]
		want bool
	}{{record.OrNone[string]{}, false}, {record.OrNone[string]{None: true}, true}, {record.OrNone[string]{List: []string{"a"}}, true}, {record.OrNone[string]{List: []string{}}, false}} {
		if got := tc.list.Declared(); got != tc.want {
			t.Errorf("%+v: %v", tc.list, got)
		}
	}
}

func TestLanguagesOfASite(t *testing.T) {
	for _, tc := range []struct {
		org  record.Organisation
		main string
		want []record.Language
	}{
		{record.Organisation{Languages: []string{"sv", "en"}}, "sv", []record.Language{{Tag: "sv", Label: "Svenska"}, {Tag: "en", Label: "English"}}},
		{record.Organisation{Languages: []string{"sv", "en"}, DefaultLanguage: "en"}, "en", []record.Language{{Tag: "en", Label: "English"}, {Tag: "sv", Label: "Svenska"}}},
		{record.Organisation{Languages: []string{"sv-FI", "sv-FI"}}, "sv-FI", []record.Language{{Tag: "sv-FI", Label: "Svenska"}}},
		{record.Organisation{Languages: []string{"qqz"}}, "qqz", []record.Language{{Tag: "qqz", Label: "qqz"}}},
		{record.Organisation{}, "", nil},
	} {
		if got := tc.org.Main(); got != tc.main {
			t.Errorf("%v: the main language is %q", tc.org.Languages, got)
		}
		if diff := cmp.Diff(tc.want, record.SiteLanguages(&tc.org)); diff != "" {
			t.Errorf("%v: -want +got\n%s", tc.org.Languages, diff)
		}
	}
	if key := (record.Language{Tag: "sv-FI"}).Key(); key != "sv-fi" {
		t.Errorf("Hugo knows it as %q", key)
	}
}

func TestValuesWithinASentence(t *testing.T) {
	for want, got := range map[string]diag.Text{
		"1 maj 2026 | 1 May 2026":                   record.DayWords("2026-05-01"),
		"7 år | 7 years":                            record.PeriodWords("P7Y"),
		"USA | the United States":                   record.CountryWords("US"),
		"Norge | Norway":                            record.CountryWords("NO"),
		"samtycke | consent":                        record.ChoiceWords("basis", "consent"),
		"\"Katt\" | \"Katt\"":                       record.QuotedWords(record.Text{"sv": "Katt"}),
		"texten om \"Titt\" | the text on \"Titt\"": record.TextOn(&record.Right{Right: "access", Title: record.Text{"sv": "Titt"}}),
		"texten om rätt till rättelse | the text on the right to rectification": record.TextOn(&record.Right{Right: "rectification"}),
	} {
		if said := got.SV + " | " + got.EN; said != want {
			t.Errorf("%q, want %q", said, want)
		}
	}
}

func TestCanonicalHasOneForm(t *testing.T) {
	data, err := record.Canonical(map[string]any{"b": "<å & ö>", "a": []any{1, true, nil}})
	want := "{\n  \"a\": [\n    1,\n    true,\n    null\n  ],\n  \"b\": \"<å & ö>\"\n}\n"
	if err != nil || string(data) != want {
		t.Errorf("%v: %s", err, data)
	}
	if _, err := record.Canonical(func() {}); err == nil {
		t.Error("what is no data has a form")
	}
	if got := record.Plain(&record.Recipient{ID: "x"}); len(got) != 0 || got == nil {
		t.Errorf("a record that says nothing: %#v", got)
	}
}

func TestKeysComeAsTheStructListsThem(t *testing.T) {
	recipient, _ := record.KindOf("recipient")
	activity, _ := record.KindOf("activity")
	for _, tc := range []struct {
		kind record.Kind
		path []string
		want string
	}{
		{recipient, []string{"locations"}, "country region city kinds"},
		{recipient, []string{"dpa"}, "signed_on type url"},
		{recipient, []string{"legal_name"}, ""}, {recipient, []string{"vessel"}, ""}, {recipient, []string{"locations", "country", "x"}, ""},
		{activity, []string{"purposes", "bases"}, "art6 interest whose law contract task"},
	} {
		if got := strings.Join(record.Keys(tc.kind, tc.path...), " "); got != tc.want {
			t.Errorf("%s %v: %s", tc.kind.Name, tc.path, got)
		}
	}
	if all := record.Keys(recipient); all[0] != "legal_name" || slices.Contains(all, "-") || len(all) < 30 {
		t.Errorf("of a recipient: %v", all)
	}
}
