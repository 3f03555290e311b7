package view

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/trial"
)

// planOf makes the plan of a few records, as it stands on a day.
func planOf(t *testing.T, asOf value.Date, files map[string]string) *Plan {
	t.Helper()
	return newPlan(trial.SetOf(t, files), asOf, nil, addresses{"en": {"recipients": "/trust/en/recipients/", "security": "/trust/en/security/"}})
}

func viewOf(t *testing.T, lang string, files map[string]string) *View {
	t.Helper()
	v, err := planOf(t, "2026-11-21", files).In(lang)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func called(list []*Recipient) []string {
	var out []string
	for _, r := range list {
		out = append(out, r.Name)
	}
	return out
}

func TestRecipientsAreInSwedishOrderInEveryLanguage(t *testing.T) {
	files := map[string]string{}
	for i, name := range []string{"Öresund AB", "Zeta AB", "Ärlig AB", "Åre AB", "Alfa 10 AB", "Alfa 9 AB", "Wik AB", "Vik AB"} {
		files["recipients/r"+string(rune('a'+i))] = "kind: subprocessor\nlegal_name: " + name + "\n"
	}
	want := []string{"Alfa 9 AB", "Alfa 10 AB", "Vik AB", "Wik AB", "Zeta AB", "Åre AB", "Ärlig AB", "Öresund AB"}
	for _, lang := range []string{"sv", "en"} {
		if diff := cmp.Diff(want, called(viewOf(t, lang, files).Subprocessors.Current)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
	}
}

func TestRosterSplitsByDay(t *testing.T) {
	files := map[string]string{
		"recipients/always":   "kind: subprocessor\nlegal_name: Alltid\n",
		"recipients/starts":   "kind: subprocessor\nlegal_name: Börjar\neffective: 2026-11-21\n",
		"recipients/tomorrow": "kind: subprocessor\nlegal_name: I morgon\neffective: 2026-11-22\n",
		"recipients/later":    "kind: subprocessor\nlegal_name: Efter årsskiftet\neffective: 2027-01-01\n",
		"recipients/last-day": "kind: subprocessor\nlegal_name: Sista dagen\nended: 2026-11-21\n",
		"recipients/gone":     "kind: subprocessor\nlegal_name: Slutade i går\nended: 2026-11-20\n",
		"recipients/long-ago": "kind: subprocessor\nlegal_name: Avslutad länge\nended: 2020-01-01\n",
		"recipients/own":      "kind: processor\nlegal_name: Eget biträde\n",
	}
	v := viewOf(t, "sv", files)
	for _, c := range []struct {
		part string
		got  []*Recipient
		want []string
	}{
		{"upcoming, the first to start first", v.Subprocessors.Upcoming, []string{"I morgon", "Efter årsskiftet"}},
		{"current, on its first and on its last day too", v.Subprocessors.Current, []string{"Alltid", "Börjar", "Sista dagen"}},
		{"ended, the last to end first", v.Subprocessors.Ended, []string{"Slutade i går", "Avslutad länge"}},
		{"own recipients are kept apart", v.Recipients[0].Current, []string{"Eget biträde"}},
	} {
		if diff := cmp.Diff(c.want, called(c.got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.part, diff)
		}
	}
}

func TestAuthorityIsNamedWithItsAbbreviation(t *testing.T) {
	files := map[string]string{"authorities/imy": `country: SE
tasks: [complaints]
name: {sv: Integritetsskyddsmyndigheten, en: Swedish Authority for Privacy Protection}
local_name: Integritetsskyddsmyndigheten
abbreviation: IMY
org_number: "202100–0050"
complaint_url: {sv: https://www.imy.se/sv/, de: https://www.imy.se/de/}
checked_on: 2026-11-21
`}
	sv, en := viewOf(t, "sv", files).ComplaintAuthority, viewOf(t, "en", files).ComplaintAuthority
	if got, want := sv.FullName, "Integritetsskyddsmyndigheten (IMY)"; got != want {
		t.Errorf("the name is %q, want %q", got, want)
	}
	if got, want := en.FullName, "Swedish Authority for Privacy Protection (Integritetsskyddsmyndigheten, IMY)"; got != want {
		t.Errorf("the name is %q, want %q", got, want)
	}
	if got, want := sv.OrgNumber, "202100-0050"; got != want {
		t.Errorf("the number is %q, want a plain hyphen: %q", got, want)
	}
	if sv.Complaint.Lang != "" || en.Complaint.Lang != "de" {
		t.Errorf("a page in another language than the reader's must say which: sv %q, en %q", sv.Complaint.Lang, en.Complaint.Lang)
	}
}

func TestRowsHoldWhatTheCategoryServes(t *testing.T) {
	v := viewOf(t, "sv", map[string]string{
		"categories/name":  "name: {sv: Namn, en: Name}\n",
		"categories/place": "name: {sv: Plats, en: Place}\n",
		"retention/names":  "name: {sv: Namn, en: Names}\ndata: [name]\nperiod: P1Y\n",
		"retention/all":    "name: {sv: Allt, en: All}\nperiod: P2Y\n",
		"activities/order": `name: {sv: Order, en: Orders}
role: controller
purposes:
  - {id: deliver, text: {sv: Leverera, en: Deliver}, bases: [{art6: contract}]}
  - {id: book, text: {sv: Bokföra, en: Book}, bases: [{art6: legal-obligation}]}
data:
  - {category: name}
  - {category: place, purposes: [deliver]}
retention: [names, all]
`})
	type row struct {
		Category            string
		Serves, Bases, Kept string
	}
	var got []row
	for _, r := range v.Own[0].Rows {
		var serves, bases, kept []string
		for _, p := range r.Serves {
			serves = append(serves, p.ID)
		}
		for _, b := range r.Bases {
			bases = append(bases, b.Code)
		}
		for _, k := range r.Retention {
			kept = append(kept, k.ID)
		}
		got = append(got, row{r.Category, strings.Join(serves, " "), strings.Join(bases, " "), strings.Join(kept, " ")})
	}
	want := []row{
		{"Namn", "deliver book", "contract legal-obligation", "names all"},
		{"Plats", "deliver", "contract", "all"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReferencesLeadOnlyToPagesThatAreShown(t *testing.T) {
	files := map[string]string{
		"recipients/acme": "kind: processor\nlegal_name: Acme AB\n",
		"activities/mail": "name: {sv: Post, en: Mail}\nrole: controller\nrecipients: [acme]\nmeasures: [locks, gone]\n",
		"measures/locks":  "title: {sv: Lås, en: Locks}\ndomain: physical\n",
	}
	a := viewOf(t, "en", files).Own[0]
	want := []words.Ref{{Name: "Acme AB", URL: "/trust/en/recipients/#acme"}}
	if diff := cmp.Diff(want, a.Recipients); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want = []words.Ref{{Name: "gone"}, {Name: "Locks", URL: "/trust/en/security/#locks"}}
	if diff := cmp.Diff(want, a.Measures); diff != "" {
		t.Errorf("what does not exist is named, not linked (-want +got):\n%s", diff)
	}
}

func TestPagesWithNothingToShowAreLeftOut(t *testing.T) {
	p := planOf(t, "2026-11-21", map[string]string{"recipients/acme": "kind: processor\nlegal_name: Acme AB\n"})
	for page, want := range map[string]bool{
		"recipients": true, "subprocessors": false, "retention": false, "cookies": false,
		"glossary": true, "our-own-page": true,
	} {
		if p.Shows(page) != want {
			t.Errorf("Shows(%q) is %t", page, !want)
		}
	}
}

func TestConditions(t *testing.T) {
	v := viewOf(t, "sv", map[string]string{
		"organisation": `name: Prov
languages: [sv]
notice_days: 30
profiles: [cloud]
declarations: {transfers: none}
statements: [{id: a, topic: sharing, text: {sv: Nej}}]
`,
		"recipients/acme": "kind: category\nname: {sv: Revisorer}\n",
	})
	for condition, want := range map[string]bool{
		"recipients": true, "!recipients": false, "subprocessors": false, "named-recipients": false,
		"no-transfers": true, "notice-days": true, "statements-sharing": true, "statements-rights": false,
		"profile-cloud": true, "profile-cookies": false,
		"recipients,notice-days": true, "recipients,!notice-days": false,
		"subprocessors|recipients": true, "subprocessors|transfers": false,
		"subprocessors,recipients|notice-days": true, "dpo-undeclared": true,
	} {
		if got, err := v.Has(condition); err != nil || got != want {
			t.Errorf("Has(%q) is %t, %v", condition, got, err)
		}
	}
	if _, err := v.Has("recipents"); err == nil || !strings.Contains(err.Error(), `did you mean "recipients"`) {
		t.Errorf("a misspelt condition gives %v", err)
	}
}

func TestWordsOfALanguageTakeThePlaceOfThePrograms(t *testing.T) {
	set, _, err := record.LoadFS(fstest.MapFS{
		"data/organisation.yaml":    {Data: []byte("name: Prov\nlanguages: [de, en]\n")},
		"data/recipients/acme.yaml": {Data: []byte("kind: processor\nlegal_name: Acme\n")},
		"data/recipients/team.yaml": {Data: []byte("kind: group\nlegal_name: Team\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	v, err := newPlan(set, "2026-11-21", map[string]map[string]string{"de": {"choice_recipient_kind_processor": "Auftragsverarbeiter"}}, nil).In("de")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := v.Recipients[0].Kind.Text, "Auftragsverarbeiter"; got != want {
		t.Errorf("the word is %q, want %q", got, want)
	}
	if got, want := v.Recipients[1].Kind.Text, "group company"; got != want {
		t.Errorf("the word that is missing is %q, want the English %q", got, want)
	}
}

// offering lets pages link to files of a size.
func offering(p *Plan, size int, names ...string) {
	var files []output.File
	for _, name := range names {
		files = append(files, output.File{Path: name, Data: make([]byte, size)})
	}
	p.downloads = func() []offer { return offersOf(files) }
}

func TestDownloadsAreOfferedInTheReadersLanguage(t *testing.T) {
	p := planOf(t, "2026-11-21", nil)
	offering(p, 12345, "data/v1/subprocessors.sv.csv", "data/v1/subprocessors.en.csv", "data/v1/subprocessors.schema.json", "data/v1/retention.sv.csv")
	v, err := p.In("sv")
	if err != nil {
		t.Fatal(err)
	}
	want := []Download{
		{"data/v1/subprocessors.sv.csv", "", "CSV", "12,3\u00a0kB"},
		{"data/v1/subprocessors.schema.json", "", "JSON Schema", "12,3\u00a0kB"},
	}
	if diff := cmp.Diff(want, v.Downloads("subprocessors")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
