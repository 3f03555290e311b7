package law_test

import (
	"testing"

	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/law"
)

func TestOverOneMonth(t *testing.T) {
	for text, want := range map[string]string{
		"Vi svarar utan onödigt dröjsmål och senast inom en månad.":                     "",
		"Vi svarar inom 30 dagar.":                                                      "",
		"Vi svarar inom 31 dagar.":                                                      "", // a month may have as many
		"Vi svarar inom 32 dagar.":                                                      "32 dagar",
		"Vi svarar inom 22 arbetsdagar.":                                                "",
		"Vi svarar inom 23 arbetsdagar.":                                                "23 arbetsdagar",
		"Vi svarar inom fyra veckor.":                                                   "",
		"Vi svarar inom fem veckor.":                                                    "fem veckor",
		"Vi svarar inom tre arbetsdagar.":                                               "",
		"Vi svarar inom två månader.":                                                   "två månader",
		"Normalt tar det 45 dagar.":                                                     "45 dagar",
		"Vi svarar inom sex veckor.":                                                    "sex veckor",
		"Vi svarar inom en och en halv månad.":                                          "en och en halv månad",
		"Svar kommer inom 30 arbetsdagar.":                                              "30 arbetsdagar",
		"Vi svarar inom ett kvartal.":                                                   "ett kvartal",
		"Det kan ta några månader.":                                                     "några månader",
		"Inom en månad, som får förlängas med två månader.":                             "",
		"Inom en månad. Vid behov tar vi två månader till.":                             "",
		"We answer within one month.":                                                   "",
		"We answer within 60 days.":                                                     "60 days",
		"We answer within one month, and may take two more months where it is complex.": "",
		"We answer within one month, which may be extended by two further months.":      "",
		"Within 3 months of your request.":                                              "3 months",
		"Vi svarar så snart vi kan.":                                                    "",
	} {
		if got := law.OverOneMonth(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Any words do not do: the time, the proof of identity and the refusal must be
// what the law says, as far as words can show it.
func TestAnswersToRequestsAreRead(t *testing.T) {
	for _, tt := range []struct {
		id, requests string
		want         coverage.State
	}{
		{"GDPR-12-3-time", "response_time: {sv: Inom en månad., en: Within one month.}, extension: {sv: Två månader till., en: Two more months.}", coverage.Covered},
		{"GDPR-12-3-time", "response_time: {sv: Inom en månad., en: Within two months.}, extension: {sv: Två månader till., en: Two more months.}", coverage.Partial},
		{"GDPR-12-6-identity", "identity_check: {sv: Bara när vi har rimliga skäl att tvivla.}", coverage.Covered},
		{"GDPR-12-6-identity", "identity_check: {sv: En förutsättning är att du lämnar fullgoda underlag för identifikation.}", coverage.Partial},
		{"GDPR-12-6-identity", "identity_check: {en: Send a copy of your passport with the request.}", coverage.Partial},
		{"GDPR-12-6-identity", "identity_check: {en: We never ask for a copy of your passport.}", coverage.Unknown},
		{"GDPR-12-6-identity", "identity_check: {sv: Logga in i kundportalen.}", coverage.Unknown},
		{"GDPR-12-4-refusal", "refusal_note: {sv: 'Du får veta varför, och att du kan klaga hos IMY och gå till domstol.'}", coverage.Covered},
		{"GDPR-12-4-refusal", "refusal_note: {sv: Vi hör av oss.}", coverage.Partial},
	} {
		set := bare(t, map[string]string{"organisation": "name: Prov\nlanguages: [sv, en]\nrequests: {" + tt.requests + "}\n"})
		if got := states(law.Cover(set, today, everything))[tt.id]; got != tt.want {
			t.Errorf("%s with %s: %s, want %s", tt.id, tt.requests, got, tt.want)
		}
	}
}
