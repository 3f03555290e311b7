package law_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/law"
	"tillit/tools/internal/record"
)

// What the reports say to write is read without a slip when it stands where they
// say: every field is one that the file knows.
func TestWhatToWriteIsUnderstood(t *testing.T) {
	set, _, err := record.LoadFS(os.DirFS("../../.."))
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
				}
			}
		}
		restore()
	}
	if len(tried) < 80 {
		t.Errorf("only %d gaps tell what to write", len(tried))
	}
}

func understood(t *testing.T, id string, gap law.Gap) {
	t.Helper()
	file := strings.Replace(gap.File, "…", "x.yaml", 1)
	set, list, err := record.LoadFS(fstest.MapFS{file: {Data: []byte(gap.Write + "\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if len(set.Entries()) == 0 {
		t.Errorf("%s: in %s nobody can read\n%s", id, file, gap.Write)
	}
	for _, d := range list {
		if strings.HasPrefix(d.Rule, "unknown-") || strings.HasPrefix(d.Rule, "wrong-") {
			t.Errorf("%s: in %s: %s\n%s", id, file, d.Message.EN, gap.Write)
		}
	}
}

// The sentences to begin from make none of the mistakes that are warned of.
func TestModelsMakeNoKnownMistake(t *testing.T) {
	var pages []law.Prose
	for field, m := range law.Models() {
		pages = append(pages, law.Prose{File: field + ".sv.md", Lang: "sv", Data: []byte(m.SV)}, law.Prose{File: field + ".en.md", Lang: "en", Data: []byte(m.EN)})
	}
	for _, d := range law.Lint(nil, pages, today) {
		t.Errorf("%s: %s", d.Pos.File, d.Message.EN)
	}
}
