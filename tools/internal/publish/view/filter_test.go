package view

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// subprocessors are a few that differ in all that a list is filtered by.
var subprocessors = map[string]string{
	"services/mail":        "name: Mejl & <b>post</b>\n",
	"services/cloud":       "name: Moln\n",
	"recipients/at-home":   "kind: subprocessor\nlegal_name: Hemma AB\nservices: [mail, cloud]\nlocations: [{country: SE}]\ntransfer: {third_country: false}\n",
	"recipients/far-away":  "kind: subprocessor\nlegal_name: Borta Inc.\nservices: [mail]\nlocations: [{country: SE}, {country: US}, {country: US}]\ntransfer: {third_country: true, countries: [US, IN]}\n",
	"recipients/island":    "kind: subprocessor\nlegal_name: Ön ehf.\nservices: [cloud]\nlocations: [{country: IS}]\neffective: 2027-01-01\n",
	"recipients/somewhere": "kind: subprocessor\nlegal_name: Någonstans AB\nlocations: [{region: EEA}]\nended: 2026-01-01\n",
	"recipients/silent":    "kind: subprocessor\nlegal_name: Tyst AB\ncountry: DE\n",
	"recipients/own":       "kind: processor\nlegal_name: Eget AB\nlocations: [{country: FI}]\n",
}

func facetsOf(t *testing.T, lang string, files map[string]string) map[string][]string {
	t.Helper()
	v := viewOf(t, lang, files)
	got := map[string][]string{}
	for _, f := range v.Facets {
		for _, p := range f.Parts {
			if p.Count != len(p.All()) {
				t.Errorf("%s counts %d and shows %d", p.Page, p.Count, len(p.All()))
			}
			got[p.Page] = called(p.All())
		}
	}
	return got
}

func TestEachValueThatOccursHasAPart(t *testing.T) {
	want := map[string][]string{
		"subprocessors-service-mail":     {"Borta Inc.", "Hemma AB"},
		"subprocessors-service-cloud":    {"Ön ehf.", "Hemma AB"}, // the upcoming one first
		"subprocessors-country-se":       {"Borta Inc.", "Hemma AB"},
		"subprocessors-country-us":       {"Borta Inc."},
		"subprocessors-country-in":       {"Borta Inc."}, // data is transferred there
		"subprocessors-country-is":       {"Ön ehf."},
		"subprocessors-country-eea":      {"Någonstans AB"},
		"subprocessors-country-de":       {"Tyst AB"}, // it names no place but where it is established
		"subprocessors-transfer-outside": {"Borta Inc."},
		"subprocessors-transfer-within":  {"Ön ehf.", "Hemma AB", "Någonstans AB"}, // Tyst AB says nothing
	}
	for _, lang := range []string{"sv", "en"} {
		if diff := cmp.Diff(want, facetsOf(t, lang, subprocessors)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
	}
}

func TestAFacetThatDoesNotDivideIsLeftOut(t *testing.T) {
	got := facetsOf(t, "sv", map[string]string{
		"services/mail": "name: Mejl\n",
		"recipients/a":  "kind: subprocessor\nlegal_name: A\nservices: [mail]\nlocations: [{country: SE}]\n",
		"recipients/b":  "kind: subprocessor\nlegal_name: B\nservices: [mail]\nlocations: [{country: FI}]\n",
	})
	want := map[string][]string{"subprocessors-country-se": {"A"}, "subprocessors-country-fi": {"B"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := facetsOf(t, "sv", map[string]string{"recipients/a": "kind: subprocessor\nlegal_name: A\nlocations: [{country: SE}, {country: FI}]\n"}); len(got) > 0 {
		t.Errorf("a list of one is divided: %v", got)
	}
}

func TestPartsAreNamedAsTheLanguageDoes(t *testing.T) {
	var titles []string
	for _, lang := range []string{"sv", "en"} {
		for _, f := range viewOf(t, lang, subprocessors).Facets {
			for _, p := range f.Parts {
				titles = append(titles, f.Param+"/"+p.Value+": "+p.Title)
			}
		}
	}
	want := []string{
		"tjanst/mail: Underbiträden för tjänsten Mejl & <b>post</b>",
		"tjanst/cloud: Underbiträden för tjänsten Moln",
		"land/in: Underbiträden i Indien",
		"land/eea: Underbiträden som behandlar uppgifter inom EU/EES",
		"land/is: Underbiträden på Island",
		"land/se: Underbiträden i Sverige",
		"land/de: Underbiträden i Tyskland",
		"land/us: Underbiträden i USA",
		"overforing/inom-ees: Underbiträden som bara behandlar uppgifter inom EU/EES",
		"overforing/utanfor-ees: Underbiträden som behandlar uppgifter utanför EU/EES",
		"service/mail: Sub-processors for the service Mejl & <b>post</b>",
		"service/cloud: Sub-processors for the service Moln",
		"country/de: Sub-processors in Germany",
		"country/is: Sub-processors in Iceland",
		"country/in: Sub-processors in India",
		"country/se: Sub-processors in Sweden",
		"country/us: Sub-processors in the United States",
		"country/eea: Sub-processors that process data within the EU/EEA",
		"transfer/outside-eea: Sub-processors that process data outside the EU/EEA",
		"transfer/within-eea: Sub-processors that process data within the EU/EEA only",
	}
	if diff := cmp.Diff(want, titles); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
