package folder_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/trial"
)

// Whatever is done to the files of a site, reading them again is reading them anew.
func TestReadingAgainIsReadingAnew(t *testing.T) {
	root := trial.Folder(t, map[string]string{
		"content/a/index.sv.md": "ett", "content/b/index.sv.md": "två", "assets/a.png": "bild", "static/.well-known/x": "x", "i18n/sv.yaml": "a: b\n",
	})
	program := fstest.MapFS{"layouts/baseof.html": {Data: []byte("x")}, "content/a/index.sv.md": {Data: []byte("noll")}}
	full := func(name string) string { return filepath.Join(root, filepath.FromSlash(name)) }
	write := func(name, text string) error {
		if err := os.MkdirAll(filepath.Dir(full(name)), 0o755); err != nil {
			return err
		}
		return os.WriteFile(full(name), []byte(text), 0o644)
	}
	layers, err := folder.Read(root, program)
	if err != nil {
		t.Fatal(err)
	}
	same := func(what string) {
		t.Helper()
		own, found, err := folder.ReadOwn(root)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(own, layers.Own) + cmp.Diff(found, layers.Found); diff != "" {
			t.Errorf("%s: -anew +again\n%s", what, diff)
		}
	}
	for _, step := range []struct {
		what    string
		do      func() error
		touched []string
	}{
		{"nothing", func() error { return nil }, nil},
		{"an edit", func() error { return write("content/a/index.sv.md", "tre") }, []string{"content/a/index.sv.md"}},
		{"a new file", func() error { return write("content/c/index.sv.md", "ny") }, []string{"content/c"}},
		{"a name that no address can bear", func() error { return write("assets/a#b.png", "x") }, []string{"assets/a#b.png"}},
		{"another name", func() error { return os.Rename(full("content/b/index.sv.md"), full("content/b/index.en.md")) }, []string{"content/b"}},
		{"a file less", func() error { return os.Remove(full("content/a/index.sv.md")) }, []string{"content/a/index.sv.md"}},
		{"a folder less", func() error { return os.RemoveAll(full("i18n")) }, []string{"i18n"}},
		{"a folder in a file's place", func() error {
			if err := os.Remove(full("assets/a.png")); err != nil {
				return err
			}
			return write("assets/a.png/b.png", "x")
		}, []string{"assets/a.png"}},
		{"an edit that nobody told of", func() error { return write("static/.well-known/x", "longer") }, nil},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		if layers, err = layers.Again(root, step.touched); err != nil {
			t.Fatal(err)
		}
		same(step.what)
	}
}

// A file that nobody touched is not read: what stands in it now is not seen.
func TestOnlyWhatWasTouchedIsReadAgain(t *testing.T) {
	root := trial.Folder(t, map[string]string{"content/a/index.sv.md": "ett", "content/b/index.sv.md": "ett"})
	program := fstest.MapFS{"layouts/baseof.html": {Data: []byte("x")}}
	layers, err := folder.Read(root, program)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"content/a/index.sv.md", "content/b/index.sv.md"} {
		name = filepath.Join(root, filepath.FromSlash(name))
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("sex"), fs.FileMode(0o644)); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
			t.Fatal(err)
		}
	}
	if layers, err = layers.Again(root, []string{"content/a"}); err != nil {
		t.Fatal(err)
	}
	if a, b := string(layers.Own["content/a/index.sv.md"].Data), string(layers.Own["content/b/index.sv.md"].Data); a != "sex" || b != "ett" {
		t.Errorf("the file that was touched says %q, and the other %q", a, b)
	}
	if string(layers.Program["layouts/baseof.html"].Data) != "x" {
		t.Error("the program's files are gone")
	}
}
