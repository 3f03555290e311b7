package change

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/trial"
)

func TestStaleTranslationsAreThoseThatDidNotFollow(t *testing.T) {
	const chat = "data/categories/chat.yaml: "
	const support = "data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\npurposes: ["
	for _, tc := range []struct {
		name, edit string
		want       []Stale
	}{
		{"both change", chat + "name: {sv: Samtal, en: Talks}\n", nil},
		{"only the translation changes, which mends it", chat + "name: {sv: Chattar, en: Chat talks}\n", nil},
		{"only the text changes", chat + "name: {sv: Samtal, en: Chats}\n", []Stale{{"category", "chat", "name", "en", "sv"}}},
		{"a new record has no earlier text", "data/categories/new.yaml: name: {sv: Nytt, en: Chats}\n", nil},
		{"a text moves within a list", support + "{id: new, text: {sv: Ny, en: New}, bases: [{art6: contract}]}, {id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: contract}]}]\n", nil},
		{"a text changes while it moves", support + "{id: new, text: {sv: Ny, en: New}, bases: [{art6: contract}]}, {id: help, text: {sv: Bistå, en: Help}, bases: [{art6: contract}]}]\n",
			[]Stale{{"activity", "support", "purposes[1].text", "en", "sv"}}},
		{"two texts may be translated alike", support + "{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: contract}]}, {id: aid, text: {sv: Bistå, en: Help}, bases: [{art6: contract}]}]\n", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, StaleIn(puzzel(t), puzzel(t, tc.edit), "sv")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestStaleProseIsAskedOfEachLanguage(t *testing.T) {
	before, now := puzzel(t), puzzel(t)
	before.Prose["about"] = map[string]string{"sv": "Om oss\n", "en": "About us\n"}
	now.Prose["about"] = map[string]string{"sv": "Om företaget\n", "en": "About us\n", "fi": "Tietoa\n"}
	want := []Stale{{Kind: PageEntry, ID: "about", Language: "en", From: "sv"}}
	if diff := cmp.Diff(want, StaleIn(before, now, "sv")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got := StaleIn(before, now, "en"); got != nil {
		t.Errorf("the text in English did not change, and yet: %v", got)
	}
}

// A language that is added changes nothing of what is told, and is told of once:
// as a language of the site.
func TestATranslationIsNoChangeOfWhatItTranslates(t *testing.T) {
	before := puzzel(t)
	after := puzzel(t,
		"data/organisation.yaml: name: Exempel\nlanguages: [sv, en, fi]\n",
		"data/categories/contact.yaml: name: {sv: Kontaktuppgifter, en: Contact details, fi: Yhteystiedot}\n",
		"data/categories/chat.yaml: name: {sv: Chattar, en: Chats, fi: Keskustelut}\n",
		"data/retention/logs.yaml: name: {sv: Loggar, en: Logs, fi: Lokit}\nperiod: P6M\n",
		"data/activities/support.yaml: name: {sv: Support, en: Support, fi: Tuki}\nrole: controller\npurposes: [{id: help, text: {sv: Hjälpa, en: Help, fi: Auttaa}, bases: [{art6: contract}]}]\nrecipients: [puzzel]\n")
	after.Prose["privacy-policy"]["fi"] = "Säilytämme lokeja kuusi kuukautta.\n"
	d := Diff(before, after)
	if d.Material() {
		t.Error("a translation is material")
	}
	data, err := EncodeChanges(d, after)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := DecodeChanges(data)
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, e := range entries {
		for _, line := range e.Lines {
			titles = append(titles, e.Title.EN+" – "+line.Line("en"))
		}
	}
	if diff := cmp.Diff([]string{"What is said of Exempel has changed (languages) – Languages: + fi"}, titles); diff != "" || len(entries) != 1 {
		t.Errorf("%d entries, -want +got:\n%s", len(entries), diff)
	}
	if diff := cmp.Diff(after, Apply(before, d)); diff != "" {
		t.Errorf("the difference does not lead from one to the other:\n%s", diff)
	}
}

func TestStaleTranslationsAreToldWhereTheyStand(t *testing.T) {
	set := trial.SetOf(t, map[string]string{"categories/chat": "name:\n  sv: Samtal\n  en: Chats\n"})
	files := map[string]map[string]string{"about": {"sv": "content/about/index.sv.md", "en": "content/about/index.en.md"}}
	list := []Stale{
		{"category", "chat", "name", "en", "sv"}, {PageEntry, "about", "", "en", "sv"},
		{PageEntry, "cookies", "", "en", "sv"}, // the program's own prose
		{"category", "gone", "name", "en", "sv"},
	}
	want := []string{
		"data/categories/chat.yaml:3:7 [translation-stale] kategorin Samtal har fått en ny text på svenska sedan versionen 2026-01-01, men texten på engelska är den gamla",
		"content/about/index.en.md [translation-stale] sidans text på svenska har ändrats sedan versionen 2026-01-01, men inte texten på engelska",
	}
	related := []string{"data/categories/chat.yaml:2:7", "content/about/index.sv.md"}
	found := CheckStale(set, "2026-01-01", list, files)
	for i, d := range found {
		said, _, _ := strings.Cut(trial.Brief(d, "sv"), " → ")
		if i >= len(want) || said != want[i] || d.Related[0].Pos.String() != related[i] || d.Severity != diag.Warning || d.Hint.IsZero() {
			t.Errorf("got %+v", d)
		}
	}
	if len(found) != len(want) {
		t.Errorf("%d findings", len(found))
	}
}

// A text is left behind by any other language that changes, and told of once.
func TestTextsAreLeftBehindEitherWay(t *testing.T) {
	const chat = "name: {sv: Chattar, en: Chats, fi: Keskustelut}\n"
	snapshot := func(text string) Snapshot {
		return Of(trial.SetOf(t, map[string]string{"categories/chat": text}), nil)
	}
	for text, want := range map[string][]string{
		chat: nil,
		"name: {sv: Samtal, en: Chats, fi: Keskustelut}\n":  {"en after sv", "fi after sv"},
		"name: {sv: Chattar, en: Talks, fi: Keskustelut}\n": {"sv after en", "fi after en"},
		"name: {sv: Samtal, en: Talks, fi: Keskustelut}\n":  {"fi after sv"},
		"name: {sv: Samtal, en: Talks, fi: Puheet}\n":       nil,
		"name: {sv: Chattar, en: Chats, fi: Puheet}\n":      {"sv after fi", "en after fi"},
	} {
		var got []string
		for _, s := range Stales(snapshot(chat), snapshot(text), []string{"sv", "en", "fi"}) {
			got = append(got, s.Language+" after "+s.From)
		}
		slices.Sort(got)
		want = slices.Sorted(slices.Values(want))
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
