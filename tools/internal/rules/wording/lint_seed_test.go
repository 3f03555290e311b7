package wording

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/prose"
)

// seedFolder holds the public notices that the patterns were made from. They are
// no part of the project.
const seedFolder = "../../../../../shared/seeds"

// seedHits are how often each pattern is found in each notice, 000 to 004, and
// on which lines: what was counted when the patterns were first tried, or why it
// is another number now. A pattern that is listed with a reason is another than
// the one first tried, be its count the same or not. What is looked for by frames is not
// here: the corpus tells what it finds, and TestTheNoticesAreFaulted what in the notices.
var seedHits = []struct{ id, want, why string }{
	{"deemed-agree", "002:1@5 003:1@25", "more turns of phrase, and English"},
	{"old-law", "", "6 kap. 18 § only of the law on electronic communications; the Swedish act in English too"},
	{"access-frequency", "004:1@41", "more turns of phrase"},
	{"right-needs-reason", "004:1@41", "more turns of phrase, and English"},
	{"retention-vague", "000:1@17 001:1@15 002:3@89 003:2@19 004:4@37", "instructions only where data is said to be stored; more turns of phrase"},
	{"qualifier", "000:2@19,25 002:18@5,11,17,21,25,33,39,43,69,79,89,93 003:8@5,9,21,25,29 004:3@25,33,41", "two more in 002, where a no-break space stands between the words; more English"},
	{"basis-combined", "004:8@77,78,79,84,90,91,96,102", "English"},
	{"transfer-vague", "002:3@43", "English"},
	{"location-region", "002:4@37,43,93 004:3@33,111,114", "English, and names of regions that stand alone"},
	{"check-back", "002:1@93", "more turns of phrase"},
	{"contact-elsewhere", "002:1@97 004:1@45", "English"},
	{"dangling-link", "002:1@29 003:1@21", "English"},
	{"absolute-claim", "000:1@17 001:2@7 002:4@7,43,75,93 003:2@40,44", "one less in 000: what is done as far as possible is counted by strive"},
	{"stale-effective", "002:2@3", "one more in 002, where a no-break space stands in the date; any date, which is then compared with today"},
	{"pnr-misnamed", "000:1@14", ""},
	{"right-invented-bar", "004:1@41", "more turns of phrase, and English"},
	{"id-excess", "002:1@75", "more turns of phrase"},
	{"adm-no-logic", "002:2@77,79", "English"},
	{"complaint-conditional", "000:1@30", "more turns of phrase"},
	{"role-generic", "003:11@5,11,15,33,39,40,42,43,44,45", "English"},
	{"typo", "002:1@37 004:1@33", "more words, and not a matter of taste"},
}

func TestPatternsFindInTheNoticesWhatWasCounted(t *testing.T) {
	seeds := readSeeds(t)
	for _, s := range seedHits {
		i := slices.IndexFunc(Patterns(), func(l Pattern) bool { return l.ID == s.id })
		if i < 0 {
			t.Errorf("there is no lint %s", s.id)
			continue
		}
		if diff := cmp.Diff(s.want, countHits(i, seeds)); diff != "" {
			t.Errorf("%s (%s) -want +got\n%s", s.id, s.why, diff)
		}
	}
}

// The artefacts are found by their form, without a pattern.
func TestArtefactsOfTheNotices(t *testing.T) {
	var found []string
	for _, s := range readSeeds(t) {
		for _, h := range artefacts(nil, s.read()) {
			found = append(found, s.number+"@"+strconv.Itoa(h.p.Pos(h.from, h.to).Line))
		}
	}
	if diff := cmp.Diff([]string{"001@1", "004@118", "004@124", "004@126", "004@132"}, found); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestTheNoticesAreFaulted asks what is found when the notices are read as
// imported pages, with the sentence around each phrase.
func TestTheNoticesAreFaulted(t *testing.T) {
	want := map[string]string{
		"000": "absolute-claim complaint-conditional cookie-browser long-sentence pnr-misnamed purpose-vague retention-vague strive",
		"001": "absolute-claim artefact basis-vague long-sentence negation-slip purpose-vague recipient-vague retention-vague",
		"002": "absolute-claim adm-no-logic basis-vague check-back consent-by-use contact-elsewhere cookie-browser dangling-link deemed-agree id-excess long-sentence" +
			" purpose-vague qualifier recipient-vague retention-vague right-mislabelled rights-customer-only stale-effective strive transfer-vague typo",
		"003": "absolute-claim basis-vague dangling-link deemed-agree dense-text purpose-vague qualifier retention-vague role-generic",
		"004": "access-frequency artefact basis-combined basis-vague consent-by-use contact-elsewhere long-sentence old-authority" +
			" purpose-vague recipient-vague retention-vague right-invented-bar right-needs-reason right-too-narrow rights-customer-only typo",
	}
	for _, s := range readSeeds(t) {
		var rules []string
		for _, d := range Lint(nil, []prose.File{s.prose()}, "2026-11-21") {
			rules = append(rules, d.Rule)
		}
		slices.Sort(rules)
		if diff := cmp.Diff(strings.Fields(want[s.number]), rules); diff != "" {
			t.Errorf("%s -want +got\n%s", s.number, diff)
		}
	}
}

type seed struct {
	number, lang string
	lines        []string
}

func (s seed) prose() prose.File {
	return prose.File{File: s.number + ".md", Lang: s.lang, Data: []byte(strings.Join(s.lines, "\n"))}
}

func (s seed) read() *prose.Document { return s.prose().Read() }

func readSeeds(t *testing.T) []seed {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(seedFolder, "00*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the notices that the patterns were made from are not beside this clone; their counts are not checked")
	}
	slices.Sort(files)
	var seeds []seed
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s := seed{number: filepath.Base(name)[:3], lang: "sv", lines: strings.Split(string(text), "\n")}
		if s.number == "000" {
			s.lang = "en"
		}
		seeds = append(seeds, s)
	}
	return seeds
}

// countHits counts what the pattern of a lint finds, before it is asked whether
// the phrase is right where it stands.
func countHits(lint int, seeds []seed) string {
	var out []string
	for _, s := range seeds {
		n := 0
		var at []string
		for i, line := range s.lines {
			p := &prose.Passage{Lang: s.lang}
			p.Set(line)
			end := 0
			for found, offset := range starts().in(p.Lower) {
				if found.lint != lint || offset < end {
					continue
				}
				if h, ok := Patterns()[lint].raw(p, offset); ok {
					n, end = n+1, h.to
					if line := strconv.Itoa(i + 1); !slices.Contains(at, line) {
						at = append(at, line)
					}
				}
			}
		}
		if n > 0 {
			out = append(out, s.number+":"+strconv.Itoa(n)+"@"+strings.Join(at, ","))
		}
	}
	return strings.Join(out, " ")
}

// raw returns the phrase that begins at an offset, right or not.
func (l *Pattern) raw(p *prose.Passage, offset int) (hit, bool) {
	for i := range l.turns {
		t := &l.turns[i]
		begins := func(w string) bool { return strings.HasPrefix(p.Lower[offset:], w) }
		if !slices.ContainsFunc(t.words, begins) {
			continue
		}
		if h, ok := t.at(p, base(p.Lang), offset); ok {
			return h, true
		}
	}
	return hit{}, false
}
