package weight_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/weight"
	"tillit/tools/internal/trial"
)

func puzzel(t *testing.T, edits ...string) change.Snapshot {
	t.Helper()
	return change.Of(trial.Puzzel(t, edits...))
}

// The reasons are a promise to readers of docs/versions.md.
func TestReasonsAreDocumented(t *testing.T) {
	data, err := os.ReadFile("../../../../docs/versions.md")
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, r := range weight.Reasons() {
		want = append(want, "| `"+r.ID+"` | "+r.Text.EN+" | "+r.Text.SV+" | "+r.Law+" |")
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "| `") && strings.Contains(line, "GDPR") {
			got = append(got, strings.TrimSpace(line))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-program +document\n%s", diff)
	}
}

// why are the reasons for which the change of a record is material.
func why(t *testing.T, before, after change.Snapshot, kind, id string) string {
	t.Helper()
	var ids []string
	for _, c := range change.Diff(before, after).Records {
		if c.Kind == kind && c.ID == id {
			for _, r := range c.Reasons {
				ids = append(ids, r.ID)
			}
		}
	}
	return strings.Join(ids, " ")
}

// Somebody is told when data is kept longer: by a longer period, a later end of the
// range, or because nobody says any more how long. A period that comes where a
// criterion stood binds us more, and a rule that is new was never another.
func TestKeepingLongerIsMaterial(t *testing.T) {
	const rule = "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\n"
	const criterion = "criterion: {sv: så länge det behövs, en: as long as needed}\n"
	for _, tc := range []struct {
		name, before, after string
		want                bool
	}{
		{"a period gave way to a criterion", "period: P6M\n", criterion, true},
		{"a range gave way to a criterion", "range: {min: P1M, max: P6M}\n", criterion, true},
		{"a criterion gave way to a period", criterion, "period: P6M\n", false},
		{"one criterion gave way to another", criterion, "criterion: {sv: tills vidare, en: until further notice}\n", true},
		{"a later end of the range", "range: {min: P1M, max: P6M}\n", "range: {min: P1M, max: P7M}\n", true},
		{"a later beginning of the range", "range: {min: P1M, max: P6M}\n", "range: {min: P2M, max: P6M}\n", false},
		{"an earlier end of the range", "range: {min: P1M, max: P6M}\n", "range: {min: P1M, max: P5M}\n", false},
		{"a period within the range", "range: {min: P1M, max: P6M}\n", "period: P6M\n", false},
		{"a period beyond the range", "range: {min: P1M, max: P6M}\n", "period: P7M\n", true},
		{"a range that ends later than the period", "period: P6M\n", "range: {min: P1M, max: P7M}\n", true},
		{"the same in other words", "period: P1Y\n", "period: P12M\n", false},
		{"days that may be a month", "period: P1M\n", "period: P31D\n", false},
	} {
		got := why(t, puzzel(t, rule+tc.before), puzzel(t, rule+tc.after), "retention", "logs")
		if want := map[bool]string{true: "retention-longer"}[tc.want]; got != want {
			t.Errorf("%s: %q, want %q", tc.name, got, want)
		}
	}
	gone, there := puzzel(t, "data/retention/logs.yaml: -"), puzzel(t)
	if added, removed := why(t, gone, there, "retention", "logs"), why(t, there, gone, "retention", "logs"); added+removed != "" {
		t.Errorf("a rule that comes or goes is no longer period: %q %q", added, removed)
	}
}

// Of a recipient each widening has its reason; what only ends, or only says again what
// was known, has none.
func TestWidenedRecipientsAreMaterial(t *testing.T) {
	const p = "data/recipients/puzzel.yaml: "
	const rest = "kind: subprocessor\nlocations: [{country: IE, kinds: [hosting]}]\ndata: [{category: contact}]\n"
	const same = "legal_name: Puzzel AB\norg_number: 556579-4384\n" + rest
	for name, tc := range map[string]struct{ before, after, want string }{
		"a country of establishment, told for the first time": {same, same + "country: US\n", ""},
		"a purpose, told for the first time":                  {same, same + "purposes: [{sv: Sälja, en: Sell}]\n", ""},
		"a transfer":                                          {same, same + "transfer: {third_country: true, countries: [US]}\n", "recipient-location recipient-transfer"},
		"a foreign registration":                              {same, same + "foreign_registration: 'NO 9'\n", ""},
		"all at once": {same, "legal_name: Puzzel Ltd\nkind: subprocessor\nlocations: [{country: US}]\ndata: [{category: chat}]\npurposes: [{sv: Sälja, en: Sell}]\ntransfer: {third_country: true}\n",
			"recipient-name recipient-location recipient-transfer recipient-data"},
		"the day on which a transfer was looked at": {same + "transfer: {third_country: true, tia_on: 2026-01-01}\n", same + "transfer: {third_country: true, tia_on: 2026-02-01}\n", ""},
		"its website": {same, same + "web: https://puzzel.example/\n", ""},
	} {
		if got := why(t, puzzel(t, p+tc.before), puzzel(t, p+tc.after), "recipient", "puzzel"); got != tc.want {
			t.Errorf("%s: %q, want %q", name, got, tc.want)
		}
	}
	gone := puzzel(t, "data/recipients/puzzel.yaml: -", "data/activities/support.yaml: -")
	if got := why(t, puzzel(t), gone, "recipient", "puzzel"); got != "" {
		t.Errorf("one that is gone: %q", got)
	}
	if got := why(t, gone, puzzel(t), "recipient", "puzzel"); got != "recipient-added" {
		t.Errorf("one that has come: %q", got)
	}
}

func TestWidenedActivitiesAreMaterial(t *testing.T) {
	const a = "data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\n"
	const help = "{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: contract}"
	const sell = "{id: sell, text: {sv: Sälja, en: Sell}, bases: [{art6: consent}]}"
	before := a + "purposes: [" + help + "]}]\nrecipients: [puzzel]\n"
	for name, tc := range map[string]struct{ before, after, want string }{
		"a purpose":                           {before, a + "purposes: [" + help + "]}, " + sell + "]\nrecipients: [puzzel]\n", "activity-purpose"},
		"a basis more":                        {before, a + "purposes: [" + help + ", {art6: consent}]}]\nrecipients: [puzzel]\n", "activity-basis"},
		"a basis less":                        {a + "purposes: [" + help + ", {art6: consent}]}]\nrecipients: [puzzel]\n", before, ""},
		"a purpose less":                      {a + "purposes: [" + help + "]}, " + sell + "]\nrecipients: [puzzel]\n", before, ""},
		"recipients, told for the first time": {a + "purposes: [" + help + "]}]\n", before, ""},
		"nobody, in words":                    {before, a + "purposes: [" + help + "]}]\nrecipients: none\n", ""},
		"somebody after nobody":               {a + "purposes: [" + help + "]}]\nrecipients: none\n", before, "activity-recipient"},
		"all that is gone":                    {before, "data/activities/support.yaml: -", ""},
		"all that is new":                     {"data/activities/support.yaml: -", before, "activity-purpose"},
	} {
		if got := why(t, puzzel(t, tc.before), puzzel(t, tc.after), "activity", "support"); got != tc.want {
			t.Errorf("%s: %q, want %q", name, got, tc.want)
		}
	}
}
