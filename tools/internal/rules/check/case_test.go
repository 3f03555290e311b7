package check_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestCases runs testdata/<rule>/*.txtar: borders of a rule that docs/rules/
// does not show. The first line says in words what is tried. The files lie over
// the small site; an empty one is taken away; want is all that is printed, in
// Swedish where the case's name ends in .sv.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		t.Run(strings.TrimPrefix(strings.TrimSuffix(name, ".txtar"), "testdata/"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files, want := map[string][]byte{}, -1
			for i, f := range archive.Files {
				switch {
				case f.Name == "want":
					want = i
				case len(f.Data) == 0:
					files[f.Name] = nil
				default:
					files[f.Name] = f.Data
				}
			}
			if want < 0 || len(archive.Comment) == 0 {
				t.Fatal("the case lacks a sentence or what is wanted")
			}
			lang := "en"
			if strings.HasSuffix(name, ".sv.txtar") {
				lang = "sv"
			}
			root := site(t, files)
			got := printedIn(t, lang, root, findings(t, root))
			if *update {
				archive.Files[want].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(archive.Files[want].Data), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
