package wording

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/trial"
)

func TestEachLintSpeaksAndIsSilent(t *testing.T) {
	tested := map[string]bool{}
	for _, c := range trial.Slips {
		tested[c.Rule] = true
		for _, text := range c.Speaks {
			if found := lintOf(t, c.Rule, text); len(found) == 0 {
				t.Errorf("%s is silent about %q", c.Rule, text)
			}
		}
		for _, text := range c.Silent {
			for _, d := range lintOf(t, c.Rule, text) {
				t.Errorf("%s speaks about %q: %s", c.Rule, text, d.Message.EN)
			}
		}
	}
	for _, l := range files() {
		id, c := l.id, caseFile(t, l.id)
		for _, lang := range []string{"sv", "en"} {
			found, silent := c.Found.in(lang), c.Silent.in(lang)
			tested[id] = tested[id] || len(found) > 0 && len(silent) > 0
			for _, text := range found {
				if len(lintOf(t, id, lang+": "+text)) == 0 {
					t.Errorf("%s is silent about %q", id, text)
				}
			}
			for _, text := range silent {
				for _, d := range lintOf(t, id, lang+": "+text) {
					t.Errorf("%s speaks about %q: %s", id, text, d.Message.EN)
				}
			}
		}
	}
	for _, r := range LintRules() {
		if !tested[r.ID] {
			t.Errorf("%s has no cases", r.ID)
		}
	}
}

// lintOf returns what one lint says of a case.
func lintOf(t *testing.T, id, text string) diag.List {
	t.Helper()
	where, rest, _ := strings.Cut(text, ": ")
	var set *record.Set
	var texts []prose.File
	if text == "vital" { // which takes both a page and facts
		set = load(t, map[string]string{"data/activities/x.yaml": "{name: {sv: Köp, en: Orders}, role: controller, purposes: [{id: a, text: {sv: Leverera, en: Deliver}, bases: [{art6: contract}]}]}"})
		where, rest = "en", "We process data on the legal basis of vital interests."
	}
	if strings.HasPrefix(where, "data/") {
		set = load(t, map[string]string{where: rest})
	} else {
		texts = []prose.File{{File: "page.md", Lang: where, Data: []byte(rest)}}
	}
	return slices.DeleteFunc(Lint(set, texts, "2026-11-21"), func(d diag.Diagnostic) bool { return d.Rule != id })
}

// caseFile are the sentences that the file of a lint says must be found, and must not.
func caseFile(t *testing.T, id string) lintCases {
	t.Helper()
	c, err := casesOf(id)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func load(t *testing.T, files map[string]string) *record.Set {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, found, err := record.LoadFS(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		t.Errorf("%s: %s", d.Pos.File, d.Message.EN)
	}
	return set
}

func TestLintRulesAreComplete(t *testing.T) {
	if n := len(Patterns()); n > mostLints {
		t.Errorf("%d lints, and room for %d", n, mostLints)
	}
	seen := map[string]bool{}
	for _, r := range LintRules() {
		if seen[r.ID] {
			t.Errorf("%s is listed twice", r.ID)
		}
		seen[r.ID] = true
		for _, text := range []diag.Text{r.Title, r.Why, r.Better} {
			if text.SV == "" || text.EN == "" || strings.HasSuffix(text.SV, ".") || strings.HasSuffix(text.EN, ".") {
				t.Errorf("%s: %+v is to be said in both languages, without a full stop", r.ID, text)
			}
		}
		if r.Law == "" && r.ID != "artefact" && r.ID != "typo" {
			t.Errorf("%s names no law", r.ID)
		}
	}
}

// A pattern is tried only where one of its words begins. That must not hide what
// the pattern would find elsewhere.
func TestStartingWordsHideNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("tries every turn at every letter")
	}
	for _, c := range trial.Slips {
		for _, text := range append(slices.Clone(c.Speaks), c.Silent...) {
			p := &prose.Passage{Doc: &prose.Document{}}
			p.Set(text)
			type place struct {
				start
				offset int
			}
			begun := map[place]bool{}
			for s, offset := range starts().in(p.Lower) {
				begun[place{s, offset}] = true
			}
			for i, l := range Patterns() {
				for j := range l.turns {
					for offset := range p.Lower {
						if begun[place{start{i, j}, offset}] {
							continue
						}
						if h, ok := l.turns[j].at(p, "", offset); ok {
							t.Errorf("%s (turn %d) has no word for %q", l.ID, j, h.phrase())
						}
					}
				}
			}
		}
	}
}

func TestOneMistakeIsOneFinding(t *testing.T) {
	text := strings.Repeat("Svaren sparas så länge de behövs.\n\n", 16)
	got := lintOf(t, "retention-vague", "sv: "+text)
	if len(got) != 1 {
		t.Fatalf("%d findings", len(got))
	}
	want := `filen "page.md" säger "så länge de behövs", och liknande på 15 ställen till: av orden kan ingen räkna ut när uppgifterna raderas`
	if diff := cmp.Diff(want, got[0].Message.SV); diff != "" {
		t.Error(diff)
	}
	if n := len(got[0].Related); n != 15 {
		t.Errorf("%d places are shown", n)
	}
	if diff := cmp.Diff(diag.Pos{File: "page.md", Line: 1, Column: 15, Length: 18}, got[0].Pos); diff != "" {
		t.Error(diff)
	}
}

func TestARecordIsNamedInTheWordsOfTheDomain(t *testing.T) {
	set := load(t, map[string]string{"data/retention/answers.yaml": "name:\n  sv: Svar\n  en: Replies\ncriterion:\n  sv: Så länge det behövs\n  en: As long as necessary\n"})
	found := Lint(set, nil, "2026-11-21")
	if len(found) != 1 {
		t.Fatalf("%+v", found)
	}
	want := diag.Text{
		SV: `lagringstiden Svar säger "As long as necessary", och liknande på ett ställe till: av orden kan ingen räkna ut när uppgifterna raderas`,
		EN: `the retention rule Replies says "As long as necessary", and the like in one more place: from these words nobody can tell when the data is erased`,
	}
	if diff := cmp.Diff(want, found[0].Message); diff != "" {
		t.Error(diff)
	}
}
