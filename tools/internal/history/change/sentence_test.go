package change

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/weight"
	"tillit/tools/internal/trial"
)

// Each kind of change has its sentence in both languages, in good grammar, and so has
// each turn that an announcement takes.
func TestSentencesAreAsTheyWere(t *testing.T) {
	const (
		r       = "data/recipients/x.yaml: legal_name: Kvist AB\nkind: subprocessor\n"
		none    = "data/recipients/x.yaml: -"
		a       = "data/activities/support.yaml: name: {sv: Kundsupport, en: Customer support}\nrole: controller\n"
		help    = "{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: contract}]}"
		sell    = "{id: sell, text: {sv: Sälja, en: Sell}, bases: [{art6: consent}]}"
		one     = "data/services/one.yaml: name: Posten\n"
		two     = "data/services/two.yaml: name: Molnet\n"
		three   = "data/services/three.yaml: name: Kassan\n"
		logs    = "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\n"
		right   = "data/rights/x.yaml: right: objection\nmeaning: "
		measure = "data/measures/m.yaml: title: {sv: Låsta dörrar, en: Locked doors}\ndomain: confidentiality\ntext: "
	)
	var b strings.Builder
	for _, tc := range []struct {
		name          string
		before, after []string
		kind          string // what an editor says
	}{
		{"begins on a day to come", nil, []string{r + "effective: 2027-01-11\n"}, ""},
		{"begins", nil, []string{r}, ""},
		{"begins as a controller", nil, []string{"data/recipients/x.yaml: legal_name: Kvist AB\nkind: controller\n"}, ""},
		{"was there already", nil, []string{r}, "told"},
		{"postponed", []string{r + "effective: 2027-01-11\n"}, []string{r + "effective: 2027-02-11\n"}, ""},
		{"earlier", []string{r + "effective: 2027-01-11\n"}, []string{r + "effective: 2026-12-11\n"}, ""},
		{"at once", []string{r + "effective: 2027-01-11\n"}, []string{r}, ""},
		{"withdrawn", []string{r + "effective: 2027-01-11\n"}, nil, ""},
		{"ends on a day to come", []string{r}, []string{r + "ended: 2027-01-31\n"}, ""},
		{"has ended", []string{r}, []string{r + "ended: 2026-10-31\n"}, ""},
		{"ends later", []string{r + "ended: 2027-01-31\n"}, []string{r + "ended: 2027-03-31\n"}, ""},
		{"does not end", []string{r + "ended: 2027-01-31\n"}, []string{r}, ""},
		{"is there again", []string{r + "ended: 2026-01-31\n"}, []string{r}, ""},
		{"is gone", []string{r}, nil, ""},
		{"another role", []string{"data/recipients/x.yaml: legal_name: Kvist AB\nkind: processor\n"}, []string{r}, ""},
		{"a new name", []string{r + "org_number: 556579-4384\n"}, []string{"data/recipients/x.yaml: legal_name: Gren AB\nkind: subprocessor\norg_number: 556579-4384\n"}, ""},
		{"another company", []string{r}, []string{"data/recipients/x.yaml: legal_name: Gren AB\nkind: subprocessor\n"}, ""},
		{"the same under another name, as an editor knows", []string{r}, []string{"data/recipients/x.yaml: legal_name: Gren AB\nkind: subprocessor\n"}, "renamed"},
		{"another id", []string{r + "org_number: 556579-4384\n"}, []string{none, "data/recipients/y.yaml: legal_name: Kvist AB\nkind: subprocessor\norg_number: 556579-4384\n"}, ""},
		{"another number", []string{r + "org_number: 556579-4384\n"}, []string{r + "org_number: 556340-7468\n"}, ""},
		{"a wrong number", []string{r + "org_number: 556579-4384\n"}, []string{r + "org_number: 556340-7468\n"}, "corrected"},
		{"services more", []string{r + "services: [one]\n", one, two, three}, []string{r + "services: [one, two, three]\n", one, two, three}, ""},
		{"a service fewer", []string{r + "services: [one, two]\n", one, two}, []string{r + "services: [one]\n", one, two}, ""},
		{"a larger task", []string{r + "service: {sv: Servrar, en: Servers}\n"}, []string{r + "service: {sv: Servrar och analys, en: Servers and analysis}\n"}, ""},
		{"the task in other words", []string{r + "service: {sv: Servrar, en: Servers}\n"}, []string{r + "service: {sv: Maskiner, en: Machines}\n"}, "reworded"},
		{"a smaller task", []string{r + "service: {sv: Servrar och analys, en: Servers and analysis}\n"}, []string{r + "service: {sv: Servrar, en: Servers}\n"}, ""},
		{"a place more", []string{r + "locations: [{country: SE}]\n"}, []string{r + "locations: [{country: SE}, {country: US}]\n"}, ""},
		{"a place outside, and its ground", []string{r + "locations: [{country: SE}]\n"}, []string{r + "locations: [{country: US}]\ntransfer: {third_country: true, countries: [US], mechanism: art46-2-c}\n"}, ""},
		{"a weaker ground", []string{r + "transfer: {third_country: true, countries: [US], mechanism: adequacy-dpf}\n"}, []string{r + "transfer: {third_country: true, countries: [US], mechanism: art46-2-c}\n"}, ""},
		{"a place fewer", []string{r + "locations: [{country: SE}, {country: FI}]\n"}, []string{r + "locations: [{country: SE}]\n"}, ""},
		{"places told for the first time", []string{r}, []string{r + "locations: [{country: SE}]\n"}, ""},
		{"data more", []string{r + "data: [{category: contact}]\n"}, []string{r + "data: [{category: contact}, {category: chat}]\n"}, ""},
		{"data less", []string{r + "data: [{category: contact}, {category: chat}]\n"}, []string{r + "data: [{category: contact}]\n"}, ""},
		{"a purpose more", []string{r + "purposes: [{sv: Drift, en: Operation}]\n"}, []string{r + "purposes: [{sv: Drift, en: Operation}, {sv: Statistik, en: Statistics}]\n"}, ""},
		{"for longer", []string{r + "duration: {sv: 30 dagar, en: 30 days}\n"}, []string{r + "duration: {sv: 60 dagar, en: 60 days}\n"}, ""},
		{"no choice", []string{r + "optional: true\n"}, []string{r}, ""},
		{"a choice", []string{r}, []string{r + "optional: true\n"}, ""},
		{"a weaker safeguard", []string{r + "flow_down: true\n"}, []string{r + "flow_down: false\n"}, ""},
		{"several", []string{r + "flow_down: true\nservices: [one]\n", one, two}, []string{r + "flow_down: false\nservices: [one, two]\n", one, two}, ""},
		{"a full stop", []string{r + "web: https://a.example/\n"}, []string{r + "web: https://b.example/\n"}, ""},
		{"an agreement", []string{r + "dpa: {signed_on: 2025-01-01}\n"}, []string{r + "dpa: {signed_on: 2026-01-01}\n"}, ""},

		{"a purpose more of an activity", []string{a + "purposes: [" + help + "]\n"}, []string{a + "purposes: [" + help + ", " + sell + "]\n"}, ""},
		{"another basis", []string{a + "purposes: [" + help + "]\n"}, []string{a + "purposes: [" + strings.Replace(help, "contract", "consent", 1) + "]\n"}, ""},
		{"more data in an activity", []string{a + "data: [{category: contact}]\n"}, []string{a + "data: [{category: contact}, {category: chat}]\n"}, ""},
		{"machines decide", []string{a + "automated_decisions: {used: false}\n"}, []string{a + "automated_decisions: {used: true}\n"}, ""},
		{"a recipient more", []string{a + "recipients: [puzzel]\n", r}, []string{a + "recipients: [puzzel, x]\n", r}, ""},
		{"an activity begins", []string{"data/activities/support.yaml: -"}, []string{a}, ""},
		{"an activity was there already", []string{"data/activities/support.yaml: -"}, []string{a}, "told"},
		{"an activity ends", []string{a}, []string{"data/activities/support.yaml: -"}, ""},
		{"longer", []string{logs + "period: P6M\n"}, []string{logs + "period: P1Y\n"}, ""},
		{"shorter", []string{logs + "period: P6M\n"}, []string{logs + "period: P90D\n"}, ""},
		{"from another event", []string{logs + "starts_at: {sv: köpet, en: the purchase}\n"}, []string{logs + "starts_at: {sv: avtalets slut, en: the end of the agreement}\n"}, ""},
		{"a right in other words", []string{right + "{sv: Du kan invända, en: You can object}\n"}, []string{right + "{sv: \"Du kan invända.\", en: \"You can object.\"}\n"}, ""},
		{"more of a right", []string{right + "{sv: Du kan invända, en: You can object}\n"}, []string{right + "{sv: Du kan invända mot reklam, en: You can object to advertising}\n"}, ""},
		{"a measure less", []string{measure + "{sv: Lås och larm, en: Locks and alarms}\n"}, []string{measure + "{sv: Lås, en: Locks}\n"}, ""},
		{"a service of ours", []string{one}, []string{one + "url: https://post.example/\n"}, ""},
		{"the organisation", nil, []string{"data/organisation.yaml: name: Exempel\nlanguages: [sv, en]\nnotice_days: 30\n"}, ""},
		{"the controller", []string{"data/controllers/us.yaml: legal_name: Vi AB\n"}, []string{"data/controllers/us.yaml: legal_name: De AB\n"}, ""},
	} {
		d := Diff(puzzel(t, tc.before...), puzzel(t, tc.after...)).On("2026-11-29")
		for _, e := range issuedOn(t, d, "2026-11-29", puzzel(t, tc.after...)) {
			if e.Kind == "activity" && len(d.Records) > 1 {
				continue
			}
			if tc.kind != "" {
				e.Changes = trial.Said(t, "records: [recipients/puzzel]\ntitle: {sv: P, en: P}\nkind: "+tc.kind+"\n").Changes
			}
			said := e.Sentence()
			fmt.Fprintf(&b, "%s (%s)\n    %s.\n    %s.\n", tc.name, e.Weighs(), unspaced(said.SV), unspaced(said.EN))
			for _, s := range []string{said.SV, said.EN} {
				if strings.Contains(s, "%!") || strings.Contains(strings.ToLower(s), "right right") || strings.Contains(strings.ToLower(s), "rättigheten rätt") || s != strings.TrimSpace(s) {
					t.Errorf("%s: %q", tc.name, s)
				}
			}
		}
	}
	for name, e := range map[string]Entry{"": {Verb: Changed}, "b": {Verb: Added}, "c": {Verb: Removed}} {
		e.Kind, e.Name = PageEntry, diag.Text{SV: "Kakor", EN: "Cookies"}
		if said := e.Sentence(); said.EN != map[string]string{"": "The text of the page “Cookies” has changed", "b": "The page “Cookies” has been added", "c": "The page “Cookies” has been removed"}[name] {
			t.Errorf("%q", said.EN)
		}
	}
	trial.Golden(t, *update, filepath.Join("testdata", "sentences.txt"), []byte(b.String()))
}

// issuedOn are the entries of a difference that was issued on a day.
func issuedOn(t *testing.T, d Difference, day value.Date, after Snapshot) []Entry {
	t.Helper()
	data, err := EncodeChanges(d, after)
	if err != nil {
		t.Fatal(err)
	}
	list, err := DecodeChanges(data)
	if err != nil {
		t.Fatal(err)
	}
	for i := range list {
		list[i].Issued = day
	}
	return list
}

// A right is called by its name, which may say already that it is one.
func TestRightsAreCalledByTheirNames(t *testing.T) {
	for name, want := range map[string]string{
		"rätt att göra invändningar / right to object":      "rätten att göra invändningar / the right to object",
		"Rätt att gå till domstol / Right to go to court":   "rätten att gå till domstol / the right to go to court",
		"Rätten att bli bortglömd / The right to be forgot": "rätten att bli bortglömd / the right to be forgot",
		"Registerutdrag / Access":                           "rättigheten ”Registerutdrag” / the right “Access”",
	} {
		sv, en, _ := strings.Cut(name, " / ")
		got := Entry{Kind: "right", Name: diag.Text{SV: sv, EN: en}}.subject()
		if got.SV+" / "+got.EN != want {
			t.Errorf("%q: %q / %q", name, got.SV, got.EN)
		}
	}
	if e := (Entry{Kind: "vessel", Name: diag.Text{SV: "Ada", EN: "Ada"}, Nature: weight.Changes}); e.Sentence().EN != "What is said of Ada has changed" {
		t.Errorf("%q", e.Sentence().EN)
	}
}

// An edit that adds a link, an emphasis or the id of a heading is no other text; one that
// adds a word or takes a shortcode of facts away is.
func TestEditsOfAPageAreWeighedByWhatAReaderMeets(t *testing.T) {
	const page = "---\ntitle: Vi\n---\n\n## Vad vi gör\n\nVi är ansvarig för loggar.\n\n{{< retention >}}\n"
	for _, tc := range []struct {
		old, new string
		want     weight.Nature
	}{
		{"ansvarig", "[ansvarig](/ordlista/)", weight.Reworded},
		{"ansvarig", `{{< page "glossary" "ansvarig" "ansvarig" >}}`, weight.Reworded},
		{"loggar", "**loggar**", weight.Reworded},
		{"## Vad vi gör", "## Vad vi gör {#gor}", weight.Reworded},
		{"Vi är ansvarig", "Vi är\nansvarig", weight.Reworded},
		{"loggar", "loggar och bilder", weight.Changes},
		{"title: Vi", "title: Ni", weight.Changes},
		{"{{< retention >}}\n", "", weight.Changes},
	} {
		a, b := puzzel(t), puzzel(t)
		a.Prose = map[string]map[string]string{"about": {"sv": page}}
		b.Prose = map[string]map[string]string{"about": {"sv": strings.Replace(page, tc.old, tc.new, 1)}}
		list := issuedOn(t, Diff(a, b), "2026-11-29", b)
		if len(list) != 1 || list[0].Nature != tc.want || list[0].Weighs() != tc.want {
			t.Errorf("%q → %q: %+v, want %s", tc.old, tc.new, list, tc.want)
		}
	}
}
