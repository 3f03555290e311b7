package law_test

import (
	"testing"

	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/law"
)

// What the law asks of recipients it asks of those who get data: up to and on their
// last day, and not a day longer.
func TestOfThoseWhoHaveEndedNothingIsAsked(t *testing.T) {
	set := bare(t, map[string]string{
		"activities/work": "role: controller\nrecipients: [acme]\n",
		"recipients/acme": "legal_name: Acme AB\nkind: processor\nended: 2026-11-20\ntransfer: {third_country: true, countries: [IN]}\n",
	})
	last := value.Date("2026-11-20")
	for _, id := range []string{"GDPR-13-1-e-named", "GDPR-13-1-f-fact", "GDPR-13-1-f-basis", "GDPR-13-1-f-country", "GDPR-46-2", "GDPR-30-1-e"} {
		then, after := states(law.Cover(set, last, everything))[id], states(law.Cover(set, last.Add(1), everything))[id]
		if then == coverage.NotApplicable || after != coverage.NotApplicable {
			t.Errorf("%s is %s on the last day, and %s on the day after", id, then, after)
		}
	}
}
