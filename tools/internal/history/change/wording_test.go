package change

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a later program wrote, of a kind or in a field that this one does not know, is
// compared all the same, and named as it stands.
func TestWhatIsNotKnownIsComparedAsItStands(t *testing.T) {
	state := func(fields map[string]any) Snapshot {
		return Snapshot{Shape: Shape, Records: map[string]map[string]map[string]any{"vessel": {"ada": fields}}}
	}
	before := state(map[string]any{"name": "Ada", "masts": 2, "crew": []any{"Bo"}, "laid": map[string]any{"at": "Karlskrona", "up": true}, "old": false})
	after := state(map[string]any{"name": "Ada", "masts": 3, "crew": "Bo", "laid": map[string]any{"at": "Lund", "up": true, "by": []any{"Bo", "Eva"}}, "new": map[string]any{"a": "x", "b": "y"}})
	var got []string
	for _, c := range Diff(before, after).Records {
		for _, f := range c.Fields {
			got = append(got, f.Line("en"))
		}
	}
	want := []string{"laid: at: Karlskrona → Lund", "laid: by: + Bo", "laid: by: + Eva", "masts: 2 → 3", "new: a: + x", "new: b: + y", "old: − no"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// Values are worded by what the field holds: yes and no, numbers, days, periods,
// countries, choices, names of other records, and none.
func TestFieldsSpeakTheWordsOfTheirValues(t *testing.T) {
	const org = "data/organisation.yaml: name: Exempel\nlanguages: [sv, en]\n"
	const r = "data/recipients/puzzel.yaml: legal_name: Puzzel AB\norg_number: 556579-4384\nkind: subprocessor\nlocations: [{country: IE, kinds: [hosting]}]\ndata: [{category: contact}]\n"
	const a = "data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\npurposes: [{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: contract}]}]\nrecipients: "
	for want, edit := range map[string]string{
		"Samma skyldigheter: + ja":              r + "flow_down: true\n",
		"Samma skyldigheter: + nej":             r + "flow_down: false\n",
		"Nivå i kedjan: + 2":                    r + "level: 2\n",
		"Gäller från: + 1 maj 2026":             r + "effective: 2026-05-01\n",
		"Etableringsland: + Norge":              r + "country: \"NO\"\n",
		"Moderbolag: Namn: + P":                 r + "parent: {name: P}\n",
		"Ersätter: + Borta AB":                  r + "replaces: gone\n",
		"Mottagare: − Puzzel AB":                a + "none\n",
		"Uppgifter: + Chattar (chat)":           "data/recipients/puzzel.yaml: legal_name: Puzzel AB\norg_number: 556579-4384\nkind: subprocessor\nlocations: [{country: IE, kinds: [hosting]}]\ndata: [{category: contact}, {category: chat, items: [{name: {sv: chat, en: chat}}]}]\n",
		"Varsel i dagar: + 30":                  org + "notice_days: 30\n",
		"Läsarnas länder: + Norge":              org + "audience_countries: [\"NO\"]\n",
		"Syften med informationen: + Säga allt": org + "aims: [{sv: Säga allt, en: Tell all}]\n",
	} {
		gone := "data/recipients/gone.yaml: legal_name: Borta AB\nkind: processor\n"
		var got []string
		for _, c := range Diff(puzzel(t, gone), puzzel(t, gone, edit)).Records {
			for _, f := range c.Fields {
				got = append(got, unspaced(f.Line("sv")))
			}
		}
		if want == "Mottagare: − Puzzel AB" { // one for the name that goes, and one for what comes
			want += "; Mottagare: + inga"
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("got %q, want %q", strings.Join(got, "; "), want)
		}
	}
}
