package check_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/check"
)

var update = flag.Bool("update", false, "rewrite the outputs in docs/rules/ and testdata")

// today is the day of every test.
const today = value.Date("2026-11-21")

func TestSmallSiteHasNoFinding(t *testing.T) {
	if list := findings(t, "testdata/site"); len(list) > 0 {
		t.Errorf("findings:\n%s", printed(t, "testdata/site", list))
	}
}

// findings are all that a person is told of the site in a folder.
func findings(t testing.TB, root string) diag.List {
	t.Helper()
	set, list, err := record.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	list = append(list, check.All(set, today)...)
	kept, hidden := check.Accept(list, set, today, diag.Rules())
	kept = append(kept, check.Unused(hidden, set, today, diag.Rules())...)
	kept.Sort()
	return kept
}

// site is a copy of the small site with files laid over it; those whose text is
// nil are taken away.
func site(t testing.TB, files map[string][]byte) string {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(root, os.DirFS("testdata/site")); err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		place(t, filepath.Join(root, name), data)
	}
	return root
}

func place(t testing.TB, name string, data []byte) {
	t.Helper()
	if data == nil {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
