package center_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
)

// questions is a site as tillit init writes it, with a name.
func questions(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, kind := range []string{"authorities", "rights"} {
		if err := os.CopyFS(filepath.Join(root, "data", kind), os.DirFS(filepath.Join(house, "examples/starter/data", kind))); err != nil {
			t.Fatal(err)
		}
	}
	text := readFile(t, filepath.Join(house, "tools/internal/cli/questions.yaml"))
	putFile(t, filepath.Join(root, "data/organisation.yaml"), strings.Replace(text, "# name:", "name: Björkdungen", 1))
	return root
}

// TestTheQuestionsOfInitAreAnsweredByTheirHints follows one hint after the other, from the
// site that init writes, until nothing is wrong.
func TestTheQuestionsOfInitAreAnsweredByTheirHints(t *testing.T) {
	root := questions(t)
	usual := answers
	t.Cleanup(func() { answers = usual })
	answers = maps.Clone(usual)
	maps.Copy(answers, map[string]string{"category": "contact", "id": "deliver", "art6": "contract", "recipients": "none", "retention": "[kept]", "data": "[contact]"})
	var followed []string
	for range 60 {
		list := checked(t, root)
		slices.SortStableFunc(list, func(a, b diag.Diagnostic) int { return int(a.Severity) - int(b.Severity) })
		left := list[:0:0]
		for _, d := range list {
			if d.Severity < diag.Info {
				left = append(left, d)
			}
		}
		if len(left) == 0 {
			t.Logf("%d hints: %s", len(followed), strings.Join(followed, ", "))
			return
		}
		i := slices.IndexFunc(left, func(d diag.Diagnostic) bool { return cure(t, root, d) || created(t, root, d) })
		if i < 0 {
			for _, d := range left {
				t.Errorf("%s: %s\n%s", d.Pos, d.Message.EN, d.Hint.EN)
			}
			t.Fatalf("nobody can follow these, after %s", strings.Join(followed, ", "))
		}
		followed = append(followed, left[i].Rule)
	}
	for _, d := range checked(t, root)[:3] {
		t.Errorf("%s: %s\n%s\n%s", d.Pos, d.Message.EN, d.Hint.EN, readFile(t, filepath.Join(root, d.Pos.File)))
	}
	t.Errorf("there is no end: %s", strings.Join(followed, ", "))
}

// created writes the file that a hint tells to create, with a name alone.
func created(t *testing.T, root string, d diag.Diagnostic) bool {
	t.Helper()
	name, ok := strings.CutPrefix(d.Hint.EN, "create the file ")
	if ok {
		putFile(t, filepath.Join(root, name), "name: {sv: Namn och adress, en: Name and address}\n")
	}
	return ok
}
