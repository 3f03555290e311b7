package law_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/law"
	"tillit/tools/internal/rules/wording"
)

// What the reports say to write is read without a slip when it stands where they
// say: every field is one that the file knows.
func TestWhatToWriteIsUnderstood(t *testing.T) {
	set, _, err := record.LoadFS(os.DirFS("../../../.."))
	if err != nil {
		t.Fatal(err)
	}
	tried := map[string]bool{}
	for _, b := range breaches {
		restore := remember(set)
		if b.given != nil {
			b.given(set)
		}
		b.broken(set)
		for _, g := range law.Cover(set, today, law.Options{Profiles: everything.Profiles, Strict: true}).Groups {
			for _, d := range g.Results {
				for _, gap := range d.Gaps {
					if gap.Write == "" || tried[gap.File+gap.Write] {
						continue
					}
					tried[gap.File+gap.Write] = true
					if strings.Contains(gap.Where.EN, " at line ") || strings.HasPrefix(gap.Write, "notices:") {
						continue // fields within others, and a change that only this test knows and that has no file
					}
					understood(t, d.ID, gap)
					honest(t, d.ID, gap)
				}
			}
		}
		restore()
	}
	if len(tried) < 80 {
		t.Errorf("only %d gaps tell what to write", len(tried))
	}
}

func understood(t *testing.T, id string, gap coverage.Gap) {
	t.Helper()
	file := strings.Replace(gap.File, "…", "x.yaml", 1)
	set, list, err := record.LoadFS(fstest.MapFS{file: {Data: []byte(gap.Write + "\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if len(set.All()) == 0 {
		t.Errorf("%s: in %s nobody can read\n%s", id, file, gap.Write)
	}
	for _, d := range list {
		if strings.HasPrefix(d.Rule, "unknown-") || strings.HasPrefix(d.Rule, "wrong-") {
			t.Errorf("%s: in %s: %s\n%s", id, file, d.Message.EN, gap.Write)
		}
	}
}

// facts are what an answer states of the company, and nobody else can know.
var facts = regexp.MustCompile(`(?m)(: none|: not_\w+|\w+: (true|false)|: \[\w+\]|: \d+)$`)

// honest asks that a fact is proposed only to those of whom it is true, and that
// neither a day nor a name is made up.
func honest(t *testing.T, id string, gap coverage.Gap) {
	t.Helper()
	stated := strings.ReplaceAll(gap.Write, "prominent: true", "") // how the pages show a right
	if facts.MatchString(stated) && !gap.Claim && !strings.HasPrefix(gap.File, "data/authorities/") {
		t.Errorf("%s: not only if it is true:\n%s", id, gap.Write)
	}
	if m := regexp.MustCompile(`\d{4}-\d\d-\d\d|legal_name: .*\pL|seat: \pL`).FindString(gap.Write); m != "" {
		t.Errorf("%s: makes up %q", id, m)
	}
}

// What is said of the authority, taken at its word, is the answer.
func TestTheAuthorityProposedIsTheAnswer(t *testing.T) {
	const id = "GDPR-13-2-d-contact"
	gap := gapsOf(law.Cover(bare(t, nil), today, everything), id)[0]
	set := bare(t, map[string]string{strings.TrimSuffix(strings.TrimPrefix(gap.File, "data/"), ".yaml"): strings.ReplaceAll(gap.Write, "…", "2026-11-21")})
	if s := states(law.Cover(set, today, everything))[id]; s != coverage.Covered {
		t.Errorf("%s with\n%s", s, gap.Write)
	}
	if list := check.All(set, today); slices.ContainsFunc(list, func(d diag.Diagnostic) bool {
		return strings.HasPrefix(d.Pos.File, "data/authorities") && d.Severity == diag.Error
	}) {
		t.Errorf("%+v", list)
	}
}

// A right that must stand apart is proposed so.
func TestTheRightToObjectIsProposedApart(t *testing.T) {
	set := bare(t, map[string]string{"activities/work": "role: controller\npurposes:\n  - {text: {sv: Sälja, en: Sell}, bases: [{art6: legitimate-interests}], direct_marketing: true}\n"})
	for _, id := range []string{"GDPR-13-2-b-objection", "GDPR-21-4", "GDPR-21-2"} {
		for _, gap := range gapsOf(law.Cover(set, today, everything), id) {
			if !strings.Contains(gap.Write, "prominent: true") {
				t.Errorf("%s:\n%s", id, gap.Write)
			}
		}
	}
}

func gapsOf(r coverage.Report, id string) []coverage.Gap {
	for _, g := range r.Groups {
		for _, d := range g.Results {
			if d.ID == id {
				return d.Gaps
			}
		}
	}
	return nil
}

// The sentences to begin from make none of the mistakes that are warned of.
func TestModelsMakeNoKnownMistake(t *testing.T) {
	var pages []prose.File
	for field, m := range law.Beginnings() {
		pages = append(pages, prose.File{File: field + ".sv.md", Lang: "sv", Data: []byte(m.SV)}, prose.File{File: field + ".en.md", Lang: "en", Data: []byte(m.EN)})
	}
	for _, d := range wording.Lint(nil, pages, today) {
		t.Errorf("%s: %s", d.Pos.File, d.Message.EN)
	}
}
