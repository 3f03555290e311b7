package law_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/rules/law"
	"tillit/tools/internal/trial"
)

const (
	aService  = "name: Tvaan\ndescription: {sv: Ett system., en: A system.}\n"
	aPurpose  = "purposes: [{id: deliver, text: {sv: Leverera det du köpt., en: Deliver what you bought.}, bases: [{art6: contract, contract: {sv: Avtalet., en: The contract.}}]}]\n"
	customers = "name: {sv: Kunder, en: Customers}\nrole: controller\n"
	consented = "purposes: [{id: news, text: {sv: Skicka brev., en: Send letters.}, bases: [{art6: contract, contract: {sv: Avtalet., en: The contract.}}, {art6: consent}]}]\n"
	ourselves = "legal_name: Björkdungen AB\n"
)

// A hint names the file and the field that cure what is found, and the finding stands
// where it comes from.
func TestHintsNameWhatCures(t *testing.T) {
	for _, c := range []struct {
		name, rule  string
		files       map[string]string
		place, says string // what the hint says; with ! before it, what it must not say
	}{
		{"a service that no activity names", "enf-purpose-service",
			map[string]string{"services/tvaan": aService, "activities/books": customers + aPurpose, "activities/customers": customers + "services: [other]\n" + aPurpose, "services/other": aService},
			"data/services/tvaan.yaml", "add tvaan to services in data/activities/customers.yaml, or"},
		{"none names any", "enf-purpose-service",
			map[string]string{"services/tvaan": aService, "activities/books": customers + aPurpose},
			"data/services/tvaan.yaml", "add tvaan to services in data/activities/books.yaml, or"},
		{"no field of the service", "enf-purpose-service",
			map[string]string{"services/tvaan": aService, "activities/books": customers + aPurpose},
			"data/services/tvaan.yaml", "!in data/services"},
		{"its activity has no purpose", "enf-purpose-service",
			map[string]string{"services/tvaan": aService, "activities/books": customers + "services: [tvaan]\n"},
			"data/services/tvaan.yaml", "write the purposes in purposes in data/activities/books.yaml"},
		{"there is no activity", "enf-purpose-service",
			map[string]string{"services/tvaan": aService},
			"data/services/tvaan.yaml", "write an activity in data/activities/ that the service involves, with tvaan in services"},
		{"consent", "withdraw-missing", map[string]string{"activities/news": customers + consented},
			"data/activities/news.yaml:3:139", "en: You have the right to withdraw consent at any time."},
		{"what init does not write", "withdraw-missing", map[string]string{"activities/news": customers + consented},
			"data/activities/news.yaml", "!init"},
		{"consent to a cookie", "withdraw-missing",
			map[string]string{"activities/books": customers + aPurpose, "cookies/count": "name: count\ncategory: statistics\nconsent_required: true\n"},
			"data/cookies/count.yaml", "right: withdraw-consent"},
		{"marketing", "gdpr-21-2",
			map[string]string{"activities/news": customers + strings.Replace(aPurpose, "id: deliver,", "id: deliver, direct_marketing: true,", 1)},
			"data/activities/news.yaml", "en: You have the right to object at any time"},
		{"what everybody has", "rights-missing", map[string]string{"activities/books": customers + aPurpose},
			"data/organisation.yaml", "begin from the texts that “tillit init” writes"},
		{"e-mail alone", "gdpr-13-1-a", map[string]string{"controllers/we": ourselves + "email: info@example.com\n"},
			"data/controllers/we.yaml", "phone: …"},
		{"which is there", "gdpr-13-1-a", map[string]string{"controllers/we": ourselves + "email: info@example.com\n"},
			"data/controllers/we.yaml", "!email"},
		{"a telephone alone", "gdpr-13-1-a", map[string]string{"controllers/we": ourselves + "phone: \"+46 8 465 004 20\"\n"},
			"data/controllers/we.yaml", "email: …"},
		{"which is there, too", "gdpr-13-1-a", map[string]string{"controllers/we": ourselves + "phone: \"+46 8 465 004 20\"\n"},
			"data/controllers/we.yaml", "!phone"},
		{"an address alone", "gdpr-13-1-a", map[string]string{"controllers/we": ourselves + "address: {street: Björkgatan 2, city: Umeå, country: SE}\n"},
			"data/controllers/we.yaml", "email: …"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, ok := found(law.Check(trial.SetOf(t, c.files), nil, today), c.rule)
			if !ok {
				t.Fatal("not told")
			}
			if !strings.HasPrefix(d.Pos.String(), c.place) {
				t.Errorf("told at %s, want %s", d.Pos, c.place)
			}
			says, unwanted := strings.CutPrefix(c.says, "!")
			if strings.Contains(d.Hint.EN, says) == unwanted {
				t.Errorf("says %q", d.Hint.EN)
			}
		})
	}
}

// Two ways of contact are enough, and a service in an activity is no stranger.
func TestWhatIsCuredIsSilent(t *testing.T) {
	for _, c := range []struct {
		name, rule string
		files      map[string]string
	}{
		{"e-mail and telephone", "gdpr-13-1-a", map[string]string{"controllers/we": ourselves + "email: info@example.com\nphone: \"+46 8 465 004 20\"\n"}},
		{"a service in an activity", "enf-purpose-service", map[string]string{"services/tvaan": aService, "activities/books": customers + "services: [tvaan]\n" + aPurpose}},
		{"no consent", "withdraw-missing", map[string]string{"activities/books": customers + aPurpose}},
		{"the right is told", "withdraw-missing", map[string]string{"activities/news": customers + consented, "rights/withdraw-consent": "right: withdraw-consent\nmeaning: {sv: Ja., en: Yes.}\nhow: {sv: Skriv till oss., en: Write to us.}\n"}},
	} {
		if d, ok := found(law.Check(trial.SetOf(t, c.files), nil, today), c.rule); ok {
			t.Errorf("%s: %s", c.name, d.Message.EN)
		}
	}
}
