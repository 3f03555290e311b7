package wording

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
)

// The site of this repository, whose texts every other site is given, and the
// site that a beginner is given, make none of the known mistakes.
func TestOurOwnTextsMakeNoKnownMistake(t *testing.T) {
	root := filepath.Join("..", "..", "..", "..")
	for _, site := range []string{root, filepath.Join(root, "examples", "starter")} {
		set, _, err := record.Load(site)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range Lint(set, pages(t, root), "2026-11-21") {
			if d.Severity == diag.Info {
				t.Logf("%s:%d: %s", d.Pos.File, d.Pos.Line, d.Message.EN)
				continue
			}
			t.Errorf("%s:%d:%d: %s [%s]", d.Pos.File, d.Pos.Line, d.Pos.Column, d.Message.EN, d.Rule)
		}
	}
}

// pages reads the texts in the folder content/ of a site.
func pages(t *testing.T, root string) []prose.File {
	t.Helper()
	var texts []prose.File
	err := fs.WalkDir(os.DirFS(root), "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".md" {
			return err
		}
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		page := strings.TrimPrefix(strings.TrimPrefix(path.Dir(name), "content"), "/")
		lang := strings.TrimPrefix(path.Ext(strings.TrimSuffix(name, ".md")), ".")
		texts = append(texts, prose.File{File: name, Lang: lang, Page: page, Data: data})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(texts) < 20 {
		t.Errorf("only %d pages; the test looks in the wrong place", len(texts))
	}
	return texts
}
