package starter

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/disk"
)

func carried() fstest.MapFS {
	return fstest.MapFS{
		"examples/starter/data/organisation.yaml":     {Data: []byte("languages: [sv, en]\n")},
		"examples/starter/data/rights/access.yaml":    {Data: []byte("title:\n  sv: Tillgång\n  en: Access\n")},
		"examples/starter/data/recipients/other.yaml": {Data: []byte("name: x\n")},
		"schema/right.schema.json":                    {Data: []byte("{}")},
		".vscode/settings.json":                       {Data: []byte("{}")},
	}
}

func files(t *testing.T, example bool, languages ...string) map[string]string {
	t.Helper()
	list, err := Files(carried(), []byte("languages: [sv, en]\n"), example, languages)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range list {
		all[f.Path] = string(f.Data)
	}
	return all
}

func TestTheExampleIsWholeAndTheRestAsks(t *testing.T) {
	example, questions := files(t, true, "sv"), files(t, false, "sv")
	if example["data/recipients/other.yaml"] == "" || questions["data/recipients/other.yaml"] != "" {
		t.Error("what is invented stands in the wrong one")
	}
	if got := example["data/rights/access.yaml"]; got != "title:\n  sv: Tillgång\n" {
		t.Errorf("in Swedish alone: %q", got)
	}
	for _, name := range []string{".gitignore", "versions/.gitattributes", "versions/.gitignore", "schema/right.schema.json", "data/organisation.yaml"} {
		if example[name] == "" || questions[name] == "" {
			t.Errorf("%s is missing", name)
		}
	}
}

// A run that is cut off in a folder that was there can be run again; a whole site, or a
// file with other words, is in the way.
func TestWhatIsThereStays(t *testing.T) {
	list, err := Files(carried(), nil, true, []string{"sv", "en"})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	mine := filepath.Join(dir, ".gitignore")
	if err := os.WriteFile(mine, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if name := InTheWay(dir, list); name != "" {
		t.Errorf("%s is in the way", name)
	}
	cut, stop := context.WithCancel(t.Context())
	disk.Step = func(what disk.Deed, name string) error {
		if what == disk.Renamed && filepath.Base(name) == "access.yaml" {
			stop()
		}
		return nil
	}
	defer func() { disk.Step = nil }()
	if err := Lay(cut, dir, list); !errors.Is(err, context.Canceled) {
		t.Errorf("it was not cut off: %v", err)
	}
	disk.Step = nil
	if name := InTheWay(dir, list); name != "" {
		t.Errorf("%s of the run that was cut off is in the way", name)
	}
	if err := Lay(t.Context(), dir, list); err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.Path)))
		want := string(f.Data)
		if f.Path == ".gitignore" {
			want = "mine"
		}
		if err != nil || string(data) != want {
			t.Errorf("%s: %q, %v", f.Path, data, err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "schema", "right.schema.json"), []byte("other"), 0o644); err != nil {
		t.Fatal(err)
	}
	if name := InTheWay(dir, list); filepath.Base(name) != "right.schema.json" {
		t.Errorf("%q is in the way", name)
	}
	whole := filepath.Join(t.TempDir(), "new")
	if err := Lay(t.Context(), whole, list); err != nil || InTheWay(whole, list) == "" {
		t.Errorf("a whole site is not in the way (%v)", err)
	}
}
