package feed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/trial"
)

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// step is what a version changes in the files of the one before: a day, and
// files by name, with "" for one that is removed.
type step struct {
	day   value.Date
	files map[string]string
}

const (
	organisation = "data/organisation.yaml"
	nordic       = "data/recipients/nordic.yaml"
	north        = "data/recipients/north.yaml"
	brief        = "data/recipients/brief.yaml"
)

// story is the history of a small site: a sub-processor announced, its day moved
// twice, one renamed under a new id, one announced and called off, a retention
// period made longer, a paragraph rewritten.
func story() []step {
	return []step{
		{"2025-12-01", map[string]string{
			organisation: "name: Exempelbolaget\nlanguages: [sv, en]\nbase_url: https://trust.exempelbolaget.example/\n" +
				"processor_terms: {objection: {sv: \"Invänd skriftligen till ombudet, med skälen; vi svarar inom 10 dagar.\", en: \"Object in writing to the officer, with reasons; we answer within 10 days.\"}}\n",
			"data/controllers/ex.yaml":      "legal_name: Exempelbolaget AB\norg_number: \"556579-4384\"\nrights_contact: {email: ombud@exempelbolaget.example}\n",
			"data/services/cloud.yaml":      "name: Exempelmolnet\n",
			"data/services/mail.yaml":       "name: Exempelmejl\n",
			"data/categories/contact.yaml":  "name: {sv: Kontaktuppgifter, en: Contact details}\n",
			"data/retention/logs.yaml":      "name: {sv: Loggar, en: Logs}\nperiod: P6M\n",
			nordic:                          "legal_name: Öst Drift AB\norg_number: \"556340-7468\"\nkind: subprocessor\nservices: [cloud]\neffective: 2024-02-29\n",
			"prose/privacy-policy/sv":       "---\ntitle: Integritetspolicy\n---\nVi sparar loggar i sex månader.\n",
			"prose/privacy-policy/en":       "---\ntitle: Privacy policy\n---\nWe keep logs for six months.\n",
			"data/recipients/register.yaml": "legal_name: Bokföring AB\nkind: processor\n",
		}},
		{"2026-03-01", map[string]string{north: northern("2026-03-31", "2026-04-15")}},
		{"2026-03-20", map[string]string{north: northern("2026-04-30", "2026-05-15")}},
		{"2026-03-20", map[string]string{north: northern("2026-04-30", "2026-05-20")}},
		{"2026-06-01", map[string]string{
			nordic:                           "",
			"data/recipients/nordic-ny.yaml": "legal_name: Öst Drift Norden AB\norg_number: \"556340-7468\"\nkind: subprocessor\nservices: [cloud]\neffective: 2024-02-29\n",
			brief:                            "legal_name: Brev & \"Post\" <AB>\nkind: subprocessor\nservices: [mail]\nannounced: 2026-06-01\nobject_by: 2026-07-01\neffective: 2026-09-01\n",
		}},
		{"2026-06-15", map[string]string{
			brief:                      "",
			"data/retention/logs.yaml": "name: {sv: Loggar, en: Logs}\nperiod: P1Y\n",
			"prose/privacy-policy/sv":  "---\ntitle: Integritetspolicy\n---\nVi sparar säkerhetsloggar i ett år.\n",
		}},
	}
}

func northern(objectBy, effective string) string {
	return `legal_name: Nord Sms AS
foreign_registration: "Foretaksregisteret 000 000 107"
kind: subprocessor
locations: [{country: "NO", city: Bergen, kinds: [hosting]}]
service: {sv: "Utskick av sms; larm, och \\ koder.", en: "Sending of text messages; alarms, and \\ codes."}
purposes: [{sv: Nå administratören, en: Reach the administrator}]
data: [{category: contact}]
services: [cloud, mail]
transfer: {third_country: false}
announced: 2026-03-01
object_by: ` + objectBy + `
effective: ` + effective + "\n"
}

// told is what editors say of the story.
const told = `records: [recipients/north]
title: {sv: Larm som sms, en: Alarms by text message}
why: {sv: Kunder vill få larm även när e-posten är nere., en: Customers want alarms also when their e-mail is down.}
options: {sv: Slå inte på sms., en: Leave text messages off.}
effective: 2026-05-20
notices: [{audience: customers, date: 2026-03-01, channel: email}]
`

// issue freezes a version for each step and returns the chain, and the set of
// the last.
func issue(t *testing.T, steps []step, about string) (*record.Set, *version.Chain) {
	t.Helper()
	root := t.TempDir()
	files := map[string]string{"data/changes/north.yaml": about}
	var before change.Snapshot
	var set *record.Set
	for _, s := range steps {
		for name, text := range s.files {
			if files[name] = text; text == "" {
				delete(files, name)
			}
		}
		now := change.Snapshot{}
		set, now = load(t, files)
		chain := open(t, root)
		id, err := chain.Next(s.day)
		if err != nil {
			t.Fatal(err)
		}
		changes, err := change.EncodeChanges(change.Diff(before, now), now)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := chain.Freeze(root, id, trial.Moment(id), now, changes, []version.File{{Path: "index.html", Data: []byte("<h1>" + id + "</h1>\n")}}); err != nil {
			t.Fatal(err)
		}
		before = now
	}
	return set, open(t, root)
}

func load(t *testing.T, files map[string]string) (*record.Set, change.Snapshot) {
	t.Helper()
	fsys, prose := fstest.MapFS{}, map[string]map[string]string{}
	for name, text := range files {
		if rest, ok := strings.CutPrefix(name, "prose/"); ok {
			page, lang := path.Split(rest)
			page = strings.TrimSuffix(page, "/")
			if prose[page] == nil {
				prose[page] = map[string]string{}
			}
			prose[page][lang] = text
			continue
		}
		if text != "" {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	set, list, err := record.LoadFS(fsys)
	if err != nil || list.Blocks() {
		t.Fatal(err, list)
	}
	return set, change.Of(set, prose)
}

func open(t *testing.T, root string) *version.Chain {
	t.Helper()
	chain, list, err := version.Open(os.DirFS(root))
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	return chain
}

var there = Place{BaseURL: "https://trust.exempelbolaget.example/"}

func feeds(t *testing.T, set *record.Set, chain *version.Chain, place Place) map[string][]byte {
	t.Helper()
	files, err := Feeds(set, chain, place)
	if err != nil {
		t.Fatal(err)
	}
	byPath := map[string][]byte{}
	for _, f := range files {
		if byPath[f.Path] != nil {
			t.Errorf("%s is written twice", f.Path)
		}
		byPath[f.Path] = f.Data
	}
	return byPath
}

func TestFeedsInEachLanguageAndFormat(t *testing.T) {
	set, chain := issue(t, story(), told)
	files := feeds(t, set, chain, there)
	if len(files) != 11 {
		t.Errorf("%d files", len(files))
	}
	for name, data := range files {
		trial.Golden(t, *update, filepath.Join("testdata", "feeds", filepath.Base(name)), data)
	}
}

func TestTheSameHistoryGivesTheSameBytes(t *testing.T) {
	set, chain := issue(t, story(), told)
	again, other := issue(t, story(), told)
	if diff := cmp.Diff(feeds(t, set, chain, there), feeds(t, again, other, there)); diff != "" {
		t.Errorf("-first +second\n%s", diff)
	}
}

func TestNothingIssuedHasNoFeeds(t *testing.T) {
	if files := feeds(t, trial.Small(t), open(t, t.TempDir()), there); len(files) != 0 {
		t.Errorf("%d files", len(files))
	}
}

// atomFeed is what a reader of Atom takes from a feed.
type atomFeed struct {
	ID      string     `xml:"id"`
	Title   string     `xml:"title"`
	Updated string     `xml:"updated"`
	Author  string     `xml:"author>name"`
	Links   []atomLink `xml:"link"`
	Entries []struct {
		ID        string     `xml:"id"`
		Title     string     `xml:"title"`
		Published string     `xml:"published"`
		Updated   string     `xml:"updated"`
		Links     []atomLink `xml:"link"`
		Content   struct {
			Type string `xml:"type,attr"`
			Text string `xml:",chardata"`
		} `xml:"content"`
	} `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

var tagAddress = regexp.MustCompile(`^tag:[a-z0-9.-]+,\d{4}-\d{2}-\d{2}:[A-Za-z0-9._/%-]+$`)

func readAtom(t *testing.T, data []byte) atomFeed {
	t.Helper()
	var f atomFeed
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = true
	if err := d.Decode(&f); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestAtomKeepsTheRulesOfItsRFC(t *testing.T) {
	set, chain := issue(t, story(), told)
	ids := map[string]bool{}
	for name, data := range feeds(t, set, chain, there) {
		if path.Ext(name) != ".atom" {
			continue
		}
		f := readAtom(t, data)
		if !tagAddress.MatchString(f.ID) || ids[f.ID] || f.Title == "" || f.Author == "" {
			t.Errorf("%s: id %q, title %q, author %q", name, f.ID, f.Title, f.Author)
		}
		ids[f.ID] = true
		self := false
		for _, l := range f.Links {
			self = self || l.Rel == "self" && l.Href == there.BaseURL+name
		}
		if !self {
			t.Errorf("%s does not say where it is", name)
		}
		seen, newest := map[string]bool{}, f.Updated
		for _, e := range f.Entries {
			if !tagAddress.MatchString(e.ID) || seen[e.ID] {
				t.Errorf("%s: the id %s", name, e.ID)
			}
			seen[e.ID] = true
			when, err := time.Parse(time.RFC3339, e.Updated)
			if err != nil || e.Published > e.Updated || e.Title == "" || e.Content.Type != "html" || e.Content.Text == "" || len(e.Links) != 1 {
				t.Errorf("%s: %+v %v", name, e, err)
			}
			if last, _ := time.Parse(time.RFC3339, newest); when.After(last) {
				t.Errorf("%s: %s is after what stands before it", name, e.ID)
			}
			newest = e.Updated
		}
	}
}

func TestJSONFeedSaysWhatAtomSays(t *testing.T) {
	set, chain := issue(t, story(), told)
	files := feeds(t, set, chain, there)
	for _, name := range []string{"feeds/changes.sv", "feeds/subprocessors.en"} {
		var j struct {
			Version, Title string
			FeedURL        string `json:"feed_url"`
			Items          []struct {
				ID, URL, Title string
				HTML           string `json:"content_html"`
				Published      string `json:"date_published"`
			}
		}
		if err := json.Unmarshal(files[name+".json"], &j); err != nil {
			t.Fatal(err)
		}
		a := readAtom(t, files[name+".atom"])
		if j.Version != "https://jsonfeed.org/version/1.1" || j.Title != a.Title || j.FeedURL != there.BaseURL+name+".json" || len(j.Items) != len(a.Entries) {
			t.Errorf("%s: %s %q %s, %d items", name, j.Version, j.Title, j.FeedURL, len(j.Items))
		}
		for i, item := range j.Items {
			e := a.Entries[i]
			if item.ID != e.ID || item.Title != e.Title || item.HTML != e.Content.Text || item.Published != e.Published || item.URL != e.Links[0].Href {
				t.Errorf("%s: %s differs", name, item.ID)
			}
		}
	}
}

// Ids are those of the first version: a site that moves keeps them.
func TestIdsSurviveAMove(t *testing.T) {
	steps := story()
	set, chain := issue(t, steps, told)
	moved := strings.Replace(steps[0].files[organisation], "trust.exempelbolaget", "www.heltannat", 1)
	later, longer := issue(t, append(story(), step{"2027-01-01", map[string]string{organisation: moved}}), told)
	before := readAtom(t, feeds(t, set, chain, there)["feeds/changes.sv.atom"])
	after := readAtom(t, feeds(t, later, longer, Place{BaseURL: "https://www.heltannat.example/x/"})["feeds/changes.sv.atom"])
	if before.ID != after.ID || len(after.Entries) != len(before.Entries)+1 {
		t.Fatalf("%s became %s", before.ID, after.ID)
	}
	for i, e := range before.Entries {
		if got := after.Entries[i+1].ID; got != e.ID {
			t.Errorf("%s became %s", e.ID, got)
		}
	}
}

// Pages lie where the site says; without an address of its own, links are such
// as browsers complete.
func TestLinksLeadToThePagesOfTheSite(t *testing.T) {
	set, chain := issue(t, story(), told)
	for _, tc := range []struct {
		place       Place
		newest, old string // what the entries link to
	}{
		{there, "https://trust.exempelbolaget.example/en/changes/2026-06-15/#recipient-brief", "https://trust.exempelbolaget.example/versions/2025-12-01/site/"},
		{Place{BaseURL: "https://e.example/x", Page: func(page, lang string) string { return lang + "/log-of-" + page + "/" }}, "https://e.example/x/en/log-of-changes/2026-06-15/#recipient-brief", "https://e.example/x/versions/2025-12-01/site/"},
		{Place{}, "/en/changes/2026-06-15/#recipient-brief", "/versions/2025-12-01/site/"},
	} {
		f := readAtom(t, feeds(t, set, chain, tc.place)["feeds/changes.en.atom"])
		if got := f.Entries[0].Links[0].Href; got != tc.newest {
			t.Errorf("got %s, want %s", got, tc.newest)
		}
		if got := f.Entries[len(f.Entries)-1].Links[0].Href; got != tc.old {
			t.Errorf("got %s, want %s", got, tc.old)
		}
	}
}

func TestWhoNamesThings(t *testing.T) {
	for _, tc := range []struct{ base, want string }{
		{"https://trust.example.com/", "tag:trust.example.com,2025-12-01:"},
		{"https://Trust.Example.com:8443/x/", "tag:trust.example.com,2025-12-01:"},
		{"https://förtroende.example/", "tag:xn--frtroende-07a.example,2025-12-01:"},
		{"", "tag:0123456789abcdef0123456789abcdef.invalid,2025-12-01:"},
		{"https://", "tag:0123456789abcdef0123456789abcdef.invalid,2025-12-01:"},
	} {
		start := change.Snapshot{Records: map[string]map[string]map[string]any{"organisation": {"organisation": {"base_url": tc.base}}}}
		got := newTag(start, &version.Version{Effective: "2025-12-01", Digest: strings.Repeat("0123456789abcdef", 4)}).id("x")
		if want := tc.want + "x"; got != want {
			t.Errorf("%q: %s, want %s", tc.base, got, want)
		}
	}
	if got := (tag{"a.example", "2026-01-01"}).id("om/så här ~"); got != "tag:a.example,2026-01-01:om/s%C3%A5%20h%C3%A4r%20%7E" {
		t.Errorf("got %s", got)
	}
}

// A version that tells when it was issued is dated by that, one of the first shape by
// its day, and both in one chain. Two of a day are told apart.
func TestVersionsAreDatedByTheirMoments(t *testing.T) {
	set, _ := load(t, story()[0].files)
	for shape, want := range map[string][]string{
		"shape-1":       {"Wed, 31 Dec 2025 23:00:00 GMT", "Sat, 28 Feb 2026 23:00:00 GMT", "Sat, 28 Feb 2026 23:00:00 GMT", "2026-01-01T00:00:00+01:00", "2026-03-01T00:00:00+01:00", "2026-03-01T00:00:00+01:00"},
		"shape-2":       {"Thu, 01 Jan 2026 11:00:00 GMT", "Sun, 01 Mar 2026 11:00:00 GMT", "Sun, 01 Mar 2026 12:00:00 GMT", "2026-01-01T12:00:00+01:00", "2026-03-01T12:00:00+01:00", "2026-03-01T13:00:00+01:00"},
		"shape-1-and-2": {"Wed, 31 Dec 2025 23:00:00 GMT", "Sun, 01 Mar 2026 11:00:00 GMT", "Sun, 01 Mar 2026 12:00:00 GMT", "2026-01-01T00:00:00+01:00", "2026-03-01T12:00:00+01:00", "2026-03-01T13:00:00+01:00"},
	} {
		chain := open(t, "../../history/version/testdata/"+shape)
		links := strings.Split(string(TimeMap(chain, there)), ",\n")
		var got []string
		for i, v := range chain.Versions {
			_, at, _ := strings.Cut(links[2+i], `; datetime="`)
			got = append(got, strings.TrimSuffix(strings.TrimSpace(at), `"`))
			of := strings.Contains(links[2+i], "/versions/"+v.ID+"/site/")
			if !of {
				t.Errorf("%s: %s is no memento of %s", shape, links[2+i], v.ID)
			}
		}
		for _, v := range chain.Versions {
			got = append(got, v.Began().Format(time.RFC3339))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", shape, diff)
		}
		first := chain.Versions[:1]
		chain.Versions = first
		files := feeds(t, set, chain, there)
		for name, needle := range map[string]string{"feeds/changes.sv.atom": "<published>" + want[3] + "</published>", "feeds/changes.sv.json": `"date_published": "` + want[3] + `"`} {
			if !strings.Contains(string(files[name]), needle) {
				t.Errorf("%s: %s lacks %s", shape, name, needle)
			}
		}
	}
}

// A day begins at midnight in Sweden, in summer as in winter.
func TestMidnightInSweden(t *testing.T) {
	for _, tc := range []struct {
		day  value.Date
		want string
		gmt  string
	}{
		{"2026-01-01", "2026-01-01T00:00:00+01:00", "Wed, 31 Dec 2025 23:00:00 GMT"},
		{"2024-02-29", "2024-02-29T00:00:00+01:00", "Wed, 28 Feb 2024 23:00:00 GMT"},
		{"2026-03-01", "2026-03-01T00:00:00+01:00", "Sat, 28 Feb 2026 23:00:00 GMT"},
		{"2026-03-29", "2026-03-29T00:00:00+01:00", "Sat, 28 Mar 2026 23:00:00 GMT"}, // summer time begins at two
		{"2026-03-30", "2026-03-30T00:00:00+02:00", "Sun, 29 Mar 2026 22:00:00 GMT"},
		{"2026-10-25", "2026-10-25T00:00:00+02:00", "Sat, 24 Oct 2026 22:00:00 GMT"}, // and ends at three
		{"2026-10-26", "2026-10-26T00:00:00+01:00", "Sun, 25 Oct 2026 23:00:00 GMT"},
		{"2026-12-31", "2026-12-31T00:00:00+01:00", "Wed, 30 Dec 2026 23:00:00 GMT"},
	} {
		at := tc.day.Midnight()
		if got := at.Format(time.RFC3339); got != tc.want {
			t.Errorf("%s begins at %s, want %s", tc.day, got, tc.want)
		}
		if got := at.UTC().Format(http.TimeFormat); got != tc.gmt {
			t.Errorf("%s begins at %s, want %s", tc.day, got, tc.gmt)
		}
		if got := value.Today(at); got != tc.day {
			t.Errorf("the first moment of %s is in %s", tc.day, got)
		}
		if got := value.Today(at.Add(-time.Second)); got != tc.day.Add(-1) {
			t.Errorf("the moment before %s is in %s", tc.day, got)
		}
	}
}

// What stands in records and prose may be hostile; a feed is well-formed all the
// same, and runs nothing.
func TestFeedsOfHostileText(t *testing.T) {
	steps := story()
	steps[1].files[north] = "legal_name: \"<script>alert(1)</script>\"\nkind: subprocessor\neffective: 2026-04-15\nservice: {sv: \"]]>&lt;<img src=x onerror=y>\", en: \"<!--\"}\n"
	steps[1].files["prose/privacy-policy/sv"] = "Vi \u202esparar\u2066 \u0001loggar\ufffe.<script>alert(1)</script>"
	steps = steps[:2]
	set, chain := issue(t, steps, told)
	for name, data := range feeds(t, set, chain, there) {
		switch path.Ext(name) {
		case ".atom":
			f := readAtom(t, data)
			for _, e := range f.Entries {
				if strings.Contains(e.Content.Text, "<script") || strings.Contains(e.Content.Text, "<img") {
					t.Errorf("%s: %s", name, e.Content.Text)
				}
			}
		case ".json":
			if !json.Valid(data) {
				t.Errorf("%s is no JSON", name)
			}
		}
		if bytes.ContainsAny(data, "\u0001\u202e\u2066\ufffe") {
			t.Errorf("%s holds marks that nobody sees", name)
		}
	}
}

func TestAFeedKeepsTheNewest(t *testing.T) {
	steps := story()[:1]
	files := map[string]string{}
	for i := range longest + 5 {
		files[fmt.Sprintf("data/categories/c%d.yaml", i)] = "name: {sv: K, en: C}\n"
	}
	set, chain := issue(t, append(steps, step{"2026-01-01", files}), told)
	f := readAtom(t, feeds(t, set, chain, there)["feeds/changes.en.atom"])
	if len(f.Entries) != longest {
		t.Errorf("%d entries", len(f.Entries))
	}
}

func TestTimeMapNamesEveryVersion(t *testing.T) {
	_, chain := issue(t, story(), told)
	text := string(TimeMap(chain, Place{}))
	for _, v := range chain.Versions {
		if !strings.Contains(text, "</versions/"+v.ID+"/site/>") {
			t.Errorf("%s is missing from\n%s", v.ID, text)
		}
	}
	_, chain = issue(t, story()[:1], told)
	if text := string(TimeMap(chain, Place{})); !strings.Contains(text, `rel="first last memento"`) {
		t.Errorf("a single version:\n%s", text)
	}
}
