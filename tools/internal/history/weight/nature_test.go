package weight_test

import (
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/weight"
)

// inBoth is a text in the two languages of the example.
func inBoth(s string) string { return "{sv: " + s + ", en: " + s + "}" }

// weighing is one case of what a change is for the reader.
type weighing struct {
	name, before, after string
	nature              weight.Nature
	reasons             string
	asked               bool
}

// company are the fields of the recipient that the cases change.
const company = "data/recipients/puzzel.yaml: kind: subprocessor\n"

// Each kind of change from both sides: what widens is material, and what looks like it
// and does not is none.
func TestEachKindOfChangeHasItsNature(t *testing.T) {
	const (
		named  = "legal_name: Puzzel AB\n"
		within = named + "locations: [{country: IE}]\n"
		us     = named + "locations: [{country: US}]\ntransfer: {third_country: true, countries: [US], mechanism: adequacy-dpf}\n"
	)
	for _, tc := range []weighing{
		// Places, ten that widen and ten that do not.
		{"another country", within, named + "locations: [{country: SE}]\n", weight.Changes, "recipient-location", false},
		{"a country more", within, named + "locations: [{country: IE}, {country: SE}]\n", weight.Changes, "recipient-location", false},
		{"one country becomes ten", us, strings.Replace(us, "locations: [{country: US}]", "locations: [{country: US}, {country: AU}, {country: BR}, {country: CA}, {country: IN}, {country: JP}, {country: KR}, {country: MX}, {country: SG}, {country: ZA}]", 1), weight.Changes, "recipient-location", false},
		{"a country becomes a region", within, named + "locations: [{region: EU}]\n", weight.Changes, "recipient-location", false},
		{"the EU becomes the EEA", named + "locations: [{region: EU}]\n", named + "locations: [{region: EEA}]\n", weight.Changes, "recipient-location", false},
		{"Norway after the EU", named + "locations: [{region: EU}]\n", named + "locations: [{region: EU}, {country: \"NO\"}]\n", weight.Changes, "recipient-location", false},
		{"the whole world", us, strings.Replace(us, "locations: [{country: US}]", "locations: [{region: world}]", 1), weight.Changes, "recipient-location", false},
		{"another country outside", us, strings.Replace(us, "countries: [US]", "countries: [US, IN]", 1), weight.Changes, "recipient-location", false},
		{"storage in the US after access from there", named + "locations: [{country: US, kinds: [remote-access]}]\n", named + "locations: [{country: US, kinds: [remote-access, storage]}]\n", weight.Changes, "recipient-location", false},
		{"a place outside where none was said to be", named + "transfer: {third_country: false}\n", named + "transfer: {third_country: false}\nlocations: [{country: US}]\n", weight.Changes, "recipient-location", false},

		{"places told for the first time", named, within, weight.Told, "", false},
		{"places outside told for the first time", named, named + "locations: [{country: US}, {country: IN}]\n", weight.Told, "", false},
		{"another order", named + "locations: [{country: FI}, {country: SE}]\n", named + "locations: [{country: SE}, {country: FI}]\n", "", "", false},
		{"a country fewer", named + "locations: [{country: FI}, {country: SE}]\n", named + "locations: [{country: SE}]\n", weight.Narrowed, "", false},
		{"the EU becomes a country", named + "locations: [{region: EU}]\n", named + "locations: [{country: DE}]\n", weight.Narrowed, "", false},
		{"the world becomes a country outside", named + "locations: [{region: world}]\n", named + "locations: [{country: US}]\n", weight.Narrowed, "", false},
		{"the town", within, named + "locations: [{country: IE, city: Dublin}]\n", weight.Told, "", false},
		{"what happens there", within, named + "locations: [{country: IE, kinds: [storage]}]\n", weight.Told, "", false},
		{"the countries of a transfer that was told", named + "locations: [{country: IE}, {country: US}]\ntransfer: {third_country: true}\n", named + "locations: [{country: IE}, {country: US}]\ntransfer: {third_country: true, countries: [US]}\n", weight.Told, "", false},
		{"a place in the country of the transfer", named + "transfer: {third_country: true, countries: [US]}\n", us, weight.Told, "", false},

		// Who it is.
		{"another name and no number", named, "legal_name: Helt Annat AB\n", weight.Changes, "recipient-name", true},
		{"another form of company", "legal_name: Puzzel Inc.\n", "legal_name: Puzzel Ltd\n", weight.Changes, "recipient-name", true},
		{"a longer name", "legal_name: Puzzel AB\n", "legal_name: Puzzel Norge AS\n", weight.Changes, "recipient-name", true},
		{"another number", named + "org_number: 556579-4384\n", named + "org_number: 556340-7468\n", weight.Changes, "recipient-org-number", true},
		{"another register", named + "foreign_registration: CRO 000107\n", named + "foreign_registration: CRO 000108\n", weight.Changes, "recipient-org-number", true},
		{"only a name outwards, and another", "trade_name: Puzzel\n", "trade_name: Kvist\n", weight.Changes, "recipient-name", true},
		{"a full stop", "legal_name: \"Serverskogen, Inc.\"\n", "legal_name: Serverskogen Inc\n", weight.Reworded, "", false},
		{"the form in full", "legal_name: Puzzel Inc\n", "legal_name: Puzzel Incorporated\n", weight.Reworded, "", false},
		{"the form left out", named, "legal_name: Puzzel\n", weight.Reworded, "", false},
		{"capitals", named, "legal_name: PUZZEL AB\n", weight.Reworded, "", false},
		{"a public company", named, "legal_name: Puzzel AB (publ)\n", weight.Reworded, "", false},
		{"another name, and the same number", named + "org_number: 556579-4384\n", "legal_name: Kvist AB\norg_number: 556579-4384\n", weight.Renamed, "", false},
		{"a number told for the first time", named, named + "org_number: 556579-4384\n", weight.Told, "", false},
		{"a number written in another way", named + "foreign_registration: CRO 000107\n", named + "foreign_registration: CRO-000107\n", weight.Reworded, "", false},
		{"another name outwards", named + "trade_name: Puzzel\n", named + "trade_name: Kvist\n", weight.Renamed, "", false},
		{"the country where it is established", named, named + "country: US\n", weight.Told, "", false},
		{"another website", named + "web: https://a.example/\n", named + "web: https://b.example/\n", weight.Reworded, "", false},

		// What it does, with what, and for what.
		{"the task grows", named + "service: " + inBoth("Servers for the booking system.") + "\n", named + "service: " + inBoth("\"Servers for the booking system, and AI inference on its contents.\"") + "\n", weight.Changes, "recipient-task", true},
		{"another task", named + "service: " + inBoth("Servers") + "\n", named + "service: " + inBoth("Analysis of cases") + "\n", weight.Changes, "recipient-task", true},
		{"a bound is gone", named + "service: " + inBoth("Storage of encrypted backups") + "\n", named + "service: " + inBoth("Storage of backups") + "\n", weight.Changes, "recipient-task", true},
		{"a purpose more", named + "purposes: [" + inBoth("Support") + "]\n", named + "purposes: [" + inBoth("Support") + ", " + inBoth("Statistics") + "]\n", weight.Changes, "recipient-purpose", false},
		{"a category more", named + "data: [{category: contact}]\n", named + "data: [{category: contact}, {category: chat}]\n", weight.Changes, "recipient-data", false},
		{"an item more", named + "data: [{category: contact, items: [{name: " + inBoth("Name") + "}]}]\n", named + "data: [{category: contact, items: [{name: " + inBoth("Name") + "}, {name: " + inBoth("Address") + "}]}]\n", weight.Changes, "recipient-data", false},
		{"for all and not only some", named + "data: [{category: contact, condition: " + inBoth("In Norway") + "}]\n", named + "data: [{category: contact}]\n", weight.Changes, "recipient-data", false},
		{"a longer time", named + "duration: " + inBoth("At most 35 days for each backup.") + "\n", named + "duration: " + inBoth("At most 90 days for each backup.") + "\n", weight.Changes, "recipient-duration", false},
		{"no longer optional", named + "optional: true\n", named, weight.Changes, "recipient-always", false},
		{"it keeps the data for longer, in other words", named + "duration: " + inBoth("As long as the agreement applies") + "\n", named + "duration: " + inBoth("As long as the customer wants") + "\n", weight.Changes, "recipient-duration", true},

		{"the task in another order", named + "service: " + inBoth("Servers and storage") + "\n", named + "service: " + inBoth("Storage and servers.") + "\n", weight.Reworded, "", false},
		{"a slip of the pen", named + "service: " + inBoth("Strage of backups") + "\n", named + "service: " + inBoth("Storage of the backups") + "\n", weight.Reworded, "", false},
		{"the task shrinks", named + "service: " + inBoth("Servers and AI inference") + "\n", named + "service: " + inBoth("Servers") + "\n", weight.Narrowed, "", false},
		{"the task told for the first time", named, named + "service: " + inBoth("Servers") + "\n", weight.Told, "", false},
		{"purposes told for the first time", named, named + "purposes: [" + inBoth("Support") + "]\n", weight.Told, "", false},
		{"a purpose fewer", named + "purposes: [" + inBoth("Support") + ", " + inBoth("Statistics") + "]\n", named + "purposes: [" + inBoth("Support") + "]\n", weight.Narrowed, "", false},
		{"items told for the first time", named + "data: [{category: contact}]\n", named + "data: [{category: contact, items: [{name: " + inBoth("Name") + "}]}]\n", weight.Told, "", false},
		{"only for some", named + "data: [{category: contact}]\n", named + "data: [{category: contact, condition: " + inBoth("In Norway") + "}]\n", weight.Narrowed, "", false},
		{"a shorter time", named + "duration: " + inBoth("At most 90 days for each backup.") + "\n", named + "duration: " + inBoth("At most 5 weeks for each backup.") + "\n", weight.Narrowed, "", false},
		{"optional from now on", named, named + "optional: true\n", weight.Narrowed, "", false},
		{"a mended translation", named + "service: {sv: Servrar, en: Serving}\n", named + "service: {sv: Servrar, en: Servers in halls}\n", weight.Reworded, "", false},

		// What protects the data.
		{"a transfer begins", within, within + "transfer: {third_country: true}\n", weight.Changes, "recipient-transfer", false},
		{"no transfer, and then one", named + "transfer: {third_country: false}\n", named + "transfer: {third_country: true}\n", weight.Changes, "recipient-transfer", false},
		{"a weaker ground", us, strings.Replace(us, "adequacy-dpf", "art46-2-c", 1), weight.Changes, "recipient-transfer", false},
		{"no ground any more", us, strings.Replace(us, ", mechanism: adequacy-dpf", "", 1), weight.Changes, "recipient-transfer", false},
		{"consent instead of clauses", strings.Replace(us, "adequacy-dpf", "art46-2-c", 1), strings.Replace(us, "adequacy-dpf", "art49-1-a", 1), weight.Changes, "recipient-transfer", false},
		{"further measures are gone", strings.Replace(us, "}\n", ", supplementary: "+inBoth("Encrypted")+"}\n", 1), us, weight.Changes, "safeguard-weaker", false},
		{"a measure fewer", named + "measures: [a, b]\n", named + "measures: [a]\n", weight.Changes, "safeguard-weaker", false},
		{"no same duties", named + "flow_down: true\n", named + "flow_down: false\n", weight.Changes, "safeguard-weaker", false},
		{"words of security are gone", named + "security_text: " + inBoth("Locked halls and encrypted disks") + "\n", named + "security_text: " + inBoth("Locked halls") + "\n", weight.Changes, "safeguard-weaker", true},
		{"security told for the first time", named, named + "security_text: " + inBoth("Locked halls") + "\n", weight.Told, "", false},
		{"more words of security", named + "security_text: " + inBoth("Locked halls") + "\n", named + "security_text: " + inBoth("Locked halls and guards") + "\n", weight.Told, "", false},
		{"a measure more", named + "measures: [a]\n", named + "measures: [a, b]\n", weight.Changes, "", false},
		{"measures in another order", named + "measures: [a, b]\n", named + "measures: [b, a]\n", "", "", false},
		{"a stronger ground", strings.Replace(us, "adequacy-dpf", "art46-2-c", 1), us, weight.Changes, "", false},
		{"the ground told for the first time", strings.Replace(us, ", mechanism: adequacy-dpf", "", 1), us, weight.Told, "", false},
		{"a fallback", us, strings.Replace(us, "adequacy-dpf", "adequacy-dpf, fallback: art46-2-c", 1), weight.Told, "", false},
		{"looked at again", strings.Replace(us, "adequacy-dpf", "adequacy-dpf, tia_on: 2026-01-01", 1), strings.Replace(us, "adequacy-dpf", "adequacy-dpf, tia_on: 2026-02-01", 1), weight.Told, "", false},
		{"no transfer any more", named + "transfer: {third_country: true}\n", named + "transfer: {third_country: false}\n", weight.Narrowed, "", false},
		{"no transfer any more, and nothing said of it", named + "locations: [{country: US}, {country: SE}]\ntransfer: {third_country: true, mechanism: art46-2-c}\n", named + "locations: [{country: SE}]\n", weight.Narrowed, "", false},
		{"that there is none", named, named + "transfer: {third_country: false}\n", weight.Told, "", false},
		{"a transfer told for the first time", named + "locations: [{country: US}]\n", us, weight.Told, "", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			const alone = "data/activities/support.yaml: -"
			d := change.Diff(puzzel(t, company+tc.before, alone), puzzel(t, company+tc.after, alone))
			weigh(t, d, tc)
		})
	}
}

func weigh(t *testing.T, d change.Difference, tc weighing) {
	t.Helper()
	var c change.Change
	if len(d.Records) > 0 {
		c = d.Records[0]
	}
	if tc.nature == "" {
		if !d.Empty() {
			t.Errorf("it is no change, and yet: %+v", d.Records)
		}
		return
	}
	var ids []string
	for _, r := range c.Reasons {
		ids = append(ids, r.ID)
	}
	if got := strings.Join(ids, " "); c.Nature != tc.nature || got != tc.reasons || len(c.Asked) > 0 != tc.asked {
		t.Errorf("%q because of %q, asked of %q; want %q because of %q", c.Nature, got, c.Asked, tc.nature, tc.reasons)
	}
	for _, f := range c.Fields {
		if f.Nature == "" || !slices.Contains(weight.Natures(), f.Nature) {
			t.Errorf("the field %s is of the nature %q", strings.Join(f.Path, "."), f.Nature)
		}
	}
}

// What is not of a recipient has its kinds, too.
func TestEachKindOfRecordHasItsNatures(t *testing.T) {
	const (
		a       = "data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\n"
		help    = "{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: contract}]}"
		sell    = "{id: sell, text: {sv: Sälja, en: Sell}, bases: [{art6: consent}]}"
		r       = "data/recipients/puzzel.yaml: legal_name: Puzzel AB\nkind: subprocessor\n"
		one     = "data/services/one.yaml: name: Ett\n"
		two     = "data/services/two.yaml: name: Två\n"
		three   = "data/services/three.yaml: name: Två\n"
		logs    = "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\n"
		long    = "data/retention/long.yaml: name: {sv: Länge, en: Long}\nperiod: P5Y\n"
		measure = "data/measures/m.yaml: title: {sv: Skydd, en: Safety}\ndomain: confidentiality\n"
	)
	for _, tc := range []struct {
		name          string
		before, after []string
		nature        weight.Nature
		reasons       string
		asked         bool
	}{
		{"a service more", []string{r + "services: [one]\n", one, two}, []string{r + "services: [one, two]\n", one, two}, weight.Changes, "recipient-service", false},
		{"services told for the first time", []string{r, one, two}, []string{r + "services: [one, two]\n", one, two}, weight.Told, "", false},
		{"a service fewer", []string{r + "services: [one, two]\n", one, two}, []string{r + "services: [two]\n", one, two}, weight.Narrowed, "", false},
		{"another role", []string{"data/recipients/puzzel.yaml: legal_name: Puzzel AB\nkind: processor\n"}, []string{r}, weight.Changes, "recipient-role", false},
		{"a role that is none of ours", []string{r}, []string{"data/recipients/puzzel.yaml: legal_name: Puzzel AB\nkind: authority\n"}, weight.Changes, "", false},

		{"a purpose more", []string{a + "purposes: [" + help + "]\n"}, []string{a + "purposes: [" + help + ", " + sell + "]\n"}, weight.Changes, "activity-purpose", false},
		{"a purpose that grows", []string{a + "purposes: [" + help + "]\n"}, []string{a + "purposes: [" + strings.Replace(help, "sv: Hjälpa, en: Help", "sv: Hjälpa och sälja, en: Help and sell", 1) + "]\n"}, weight.Changes, "activity-purpose", true},
		{"another basis", []string{a + "purposes: [" + help + "]\n"}, []string{a + "purposes: [" + strings.Replace(help, "contract", "consent", 1) + "]\n"}, weight.Changes, "activity-basis", false},
		{"a category more", []string{a + "data: [{category: contact}]\n"}, []string{a + "data: [{category: contact}, {category: chat}]\n"}, weight.Changes, "activity-data", false},
		{"a machine decides", []string{a + "automated_decisions: {used: false}\n"}, []string{a + "automated_decisions: {used: true}\n"}, weight.Changes, "activity-automated", false},
		{"a rule that keeps for longer", []string{a + "retention: [logs]\n", long}, []string{a + "retention: [long]\n", long}, weight.Changes, "retention-longer", false},
		{"a recipient more", []string{a + "recipients: [puzzel]\n", r, "data/recipients/x.yaml: legal_name: X AB\nkind: processor\n"}, []string{a + "recipients: [puzzel, x]\n", r, "data/recipients/x.yaml: legal_name: X AB\nkind: processor\n"}, weight.Changes, "activity-recipient", false},
		{"purposes told for the first time", []string{a}, []string{a + "purposes: [" + help + "]\n"}, weight.Told, "", false},
		{"a purpose under another id", []string{a + "purposes: [" + help + "]\n"}, []string{a + "purposes: [" + strings.Replace(help, "id: help", "id: aid", 1) + "]\n"}, weight.Reworded, "", false},
		{"a purpose fewer", []string{a + "purposes: [" + help + ", " + sell + "]\n"}, []string{a + "purposes: [" + help + "]\n"}, weight.Narrowed, "", false},
		{"categories told for the first time", []string{a}, []string{a + "data: [{category: contact}]\n"}, weight.Told, "", false},
		{"that no machine decides", []string{a}, []string{a + "automated_decisions: {used: false}\n"}, weight.Told, "", false},
		{"that a machine decides, for the first time", []string{a}, []string{a + "automated_decisions: {used: true}\n"}, weight.Told, "", false},
		{"a rule that keeps for shorter", []string{a + "retention: [long]\n", long}, []string{a + "retention: [logs]\n", long}, weight.Narrowed, "", false},
		{"recipients told for the first time", []string{a}, []string{a + "recipients: [puzzel]\n"}, weight.Told, "", false},
		{"nobody any more", []string{a + "recipients: [puzzel]\n"}, []string{a + "recipients: none\n"}, weight.Narrowed, "", false},

		{"longer", []string{logs + "period: P6M\n"}, []string{logs + "period: P1Y\n"}, weight.Changes, "retention-longer", false},
		{"longer for one service", []string{logs + "range: {min: P1M, max: P1Y}\nbreakdown: [{service: one, period: P1M}]\n"}, []string{logs + "range: {min: P1M, max: P1Y}\nbreakdown: [{service: one, period: P2M}]\n"}, weight.Changes, "retention-longer", false},
		{"from a later event", []string{logs + "period: P6M\nstarts_at: {sv: inloggningen, en: the login}\n"}, []string{logs + "period: P6M\nstarts_at: {sv: avtalets slut, en: the end of the agreement}\n"}, weight.Changes, "retention-longer", true},
		{"shorter", []string{logs + "period: P6M\n"}, []string{logs + "period: P90D\n"}, weight.Narrowed, "", false},
		{"the same time", []string{logs + "period: P12M\n"}, []string{logs + "period: P1Y\n"}, weight.Reworded, "", false},
		{"a time told for the first time", []string{logs}, []string{logs + "period: P1Y\n"}, weight.Told, "", false},
		{"the law", []string{logs + "period: P1Y\n"}, []string{logs + "period: P1Y\nlaw: {sv: Lag, en: Law}\n"}, weight.Told, "", false},

		{"a measure is gone", []string{measure}, nil, weight.Ends, "safeguard-weaker", true},
		{"a point fewer", []string{measure + "items: [{sv: Lås, en: Locks}, {sv: Vakt, en: Guards}]\n"}, []string{measure + "items: [{sv: Lås, en: Locks}]\n"}, weight.Changes, "safeguard-weaker", true},
		{"a point more", []string{measure + "items: [{sv: Lås, en: Locks}]\n"}, []string{measure + "items: [{sv: Lås, en: Locks}, {sv: Vakt, en: Guards}]\n"}, weight.Told, "", false},
		{"a measure more", nil, []string{measure}, weight.Begins, "", false},
		{"words less", []string{measure + "text: {sv: Lås och vakt, en: Locks and guards}\n"}, []string{measure + "text: {sv: Lås, en: Locks}\n"}, weight.Changes, "safeguard-weaker", true},
		{"other words for the same", []string{measure + "text: {sv: Lås och vakt, en: Locks and guards}\n"}, []string{measure + "text: {sv: Vakt och lås., en: Guards and locks.}\n"}, weight.Reworded, "", false},

		{"another controller", []string{"data/controllers/us.yaml: legal_name: Vi AB\n"}, []string{"data/controllers/us.yaml: legal_name: De AB\n"}, weight.Changes, "controller-identity", true},
		{"the same controller under another name", []string{"data/controllers/us.yaml: legal_name: Vi AB\norg_number: 556579-4384\n"}, []string{"data/controllers/us.yaml: legal_name: De AB\norg_number: 556579-4384\n"}, weight.Renamed, "", false},
		{"a service of ours under another id", []string{r + "services: [two]\n", two}, []string{r + "services: [three]\n", three}, weight.Reworded, "", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			gone := func(edits []string) []string {
				if !slices.ContainsFunc(edits, func(e string) bool { return strings.HasPrefix(e, "data/activities/") }) {
					edits = append(edits, "data/activities/support.yaml: -")
				}
				return edits
			}
			d := change.Diff(puzzel(t, gone(tc.before)...), puzzel(t, gone(tc.after)...))
			d.Records = slices.DeleteFunc(d.Records, func(c change.Change) bool { return c.Kind == "service" })
			if len(d.Records) != 1 {
				t.Errorf("%d records differ", len(d.Records))
			}
			weigh(t, d, weighing{tc.name, "", "", tc.nature, tc.reasons, tc.asked})
		})
	}
}

// An activity with a recipient that is new has no reason of its own: who comes is told
// of once.
func TestWhoIsNewIsToldOfOnce(t *testing.T) {
	after := puzzel(t, "data/recipients/x.yaml: legal_name: X AB\nkind: processor\n",
		"data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\npurposes: [{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: contract}]}]\nrecipients: [puzzel, x]\n")
	for _, c := range change.Diff(puzzel(t), after).Records {
		if want := map[string]int{"recipient": 1}[c.Kind]; len(c.Reasons) != want {
			t.Errorf("%s has the reasons %v", c.Kind, c.Reasons)
		}
	}
}

// Dates weigh by the day from which the version applies.
func TestDaysWeighByTheDayOfTheVersion(t *testing.T) {
	const alone = "data/activities/support.yaml: -"
	const r = company + "legal_name: Puzzel AB\n"
	for _, tc := range []struct {
		name, before, after string
		nature              weight.Nature
		reasons             string
	}{
		{"announced for earlier", "effective: 2027-01-11\n", "effective: 2026-12-20\n", weight.Changes, "recipient-earlier"},
		{"announced, and there at once", "effective: 2027-01-11\n", "", weight.Changes, "recipient-earlier"},
		{"postponed", "effective: 2027-01-11\n", "effective: 2027-02-11\n", weight.Changes, ""},
		{"another day that is past", "effective: 2020-02-01\n", "effective: 2020-01-01\n", weight.Changes, ""},
		{"the day told for the first time", "", "effective: 2020-01-01\n", weight.Told, ""},
		{"it ends", "", "ended: 2027-01-01\n", weight.Ends, ""},
		{"it ended, and is there again", "ended: 2026-01-01\n", "", weight.Changes, "recipient-added"},
		{"it does not end after all", "ended: 2027-01-01\n", "", weight.Changes, ""},
		{"it ends later", "ended: 2027-01-01\n", "ended: 2027-02-01\n", weight.Changes, ""},
	} {
		d := change.Diff(puzzel(t, r+tc.before, alone), puzzel(t, r+tc.after, alone)).On("2026-11-29")
		t.Run(tc.name, func(t *testing.T) { weigh(t, d, weighing{tc.name, "", "", tc.nature, tc.reasons, false}) })
	}
}
