package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/schema"
	"tillit/tools/internal/publish/document"
	"tillit/tools/internal/publish/list"
)

var update = flag.Bool("update", false, "write schema/, docs/format.md and docs/format/ anew")

const root = "../../../.."

func schemas(t *testing.T) []schema.File {
	t.Helper()
	files, err := schema.All()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// format is docs/format.md and docs/format/ as the command line makes them.
func format(t *testing.T) []schema.Folder {
	t.Helper()
	var downloads []schema.Download
	for _, l := range append(list.Lists(), document.Registers()...) {
		d := schema.Download{Name: l.Name, Title: l.Title}
		for _, c := range l.Columns {
			d.Columns = append(d.Columns, schema.Column{Name: c.Name, Type: string(c.Type), Label: c.Label, Doc: c.Doc})
		}
		downloads = append(downloads, d)
	}
	folders, err := schema.Format("docs", downloads)
	if err != nil {
		t.Fatal(err)
	}
	return folders
}

// The checked-in schemas and pages are what the structs say.
func TestGeneratedFilesAreInStep(t *testing.T) {
	for _, f := range append(format(t), schema.Folder{Name: "schema", Files: schemas(t), Ending: schema.Suffix}) {
		if *update {
			written, err := f.Write(root)
			if err != nil {
				t.Fatal(err)
			}
			t.Log("wrote", written)
		}
		stale, err := f.Stale(os.DirFS(filepath.Join(root, f.Name)))
		if err != nil {
			t.Fatal(err)
		}
		if len(stale) > 0 {
			t.Errorf("%s is behind the record structs in %v; run go test ./tools/internal/facts/schema -update", f.Name, stale)
		}
	}
}

func TestSameStructsGiveSameBytes(t *testing.T) {
	if diff := cmp.Diff(schemas(t), schemas(t)); diff != "" {
		t.Errorf("two generations differ (-first +second):\n%s", diff)
	}
	if diff := cmp.Diff(format(t), format(t)); diff != "" {
		t.Errorf("two generations of the format differ (-first +second):\n%s", diff)
	}
}

func TestThereIsASchemaPerKind(t *testing.T) {
	var got, want []string
	for _, f := range schemas(t) {
		got = append(got, f.Name)
		if !bytes.HasSuffix(f.Data, []byte("}\n")) {
			t.Errorf("%s does not end in a newline", f.Name)
		}
	}
	for _, k := range record.Kinds() {
		want = append(want, k.Name+".schema.json")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("schemas (-want +got):\n%s", diff)
	}
}

// Whoever writes a record meets every field, in both languages, wherever it
// stands, and nothing that is no field is let through.
func TestEveryFieldIsDescribedInBothLanguages(t *testing.T) {
	for _, f := range schemas(t) {
		var top any
		if err := json.Unmarshal(f.Data, &top); err != nil {
			t.Fatal(err)
		}
		fields := 0
		walk(top, f.Name, func(path string, s map[string]any) {
			properties, ok := s["properties"].(map[string]any)
			if !ok {
				return
			}
			if s["additionalProperties"] != false {
				t.Errorf("%s lets unknown fields through", path)
			}
			if strings.HasSuffix(path, "/$defs/text") || has(properties, "sv", "en") {
				return
			}
			for name, p := range properties {
				fields++
				for _, key := range []string{"title", "x-title-sv", "description", "x-description-sv", "markdownDescription"} {
					if text, _ := p.(map[string]any)[key].(string); text == "" {
						t.Errorf("%s: the field %s has no %s", path, name, key)
					}
				}
			}
		})
		if fields == 0 {
			t.Errorf("%s has no fields at all", f.Name)
		}
	}
}

func has(m map[string]any, keys ...string) bool {
	return len(m) == len(keys) && !slices.ContainsFunc(keys, func(k string) bool { return m[k] == nil })
}

// walk calls f with every map of a JSON value.
func walk(v any, path string, f func(path string, m map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		f(path, v)
		for key, inner := range v {
			walk(inner, path+"/"+key, f)
		}
	case []any:
		for _, inner := range v {
			walk(inner, path+"/[]", f)
		}
	}
}

func TestStaleNamesWhatDiffersIsMissingOrLeftOver(t *testing.T) {
	files := []schema.File{{Name: "a.schema.json", Data: []byte("a")}, {Name: "b.schema.json", Data: []byte("b")}, {Name: "c.schema.json", Data: []byte("c")}}
	dir := fstest.MapFS{
		"a.schema.json":   {Data: []byte("a")},
		"b.schema.json":   {Data: []byte("older")},
		"old.schema.json": {Data: []byte("of a kind that is gone")},
		"README.md":       {Data: []byte("not ours")},
	}
	got, err := schema.Folder{Files: files, Ending: schema.Suffix}.Stale(dir)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"b.schema.json", "c.schema.json", "old.schema.json"}, got); diff != "" {
		t.Errorf("stale (-want +got):\n%s", diff)
	}
	got, err = schema.Folder{Files: files}.Stale(dir)
	if diff := cmp.Diff([]string{"b.schema.json", "c.schema.json"}, got); diff != "" || err != nil {
		t.Errorf("stale in a folder with files of others (-want +got):\n%s%v", diff, err)
	}
}

func TestWriteBringsAFolderUpToDate(t *testing.T) {
	site := t.TempDir()
	dir := filepath.Join(site, "docs", "schema")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"gone.schema.json", "notes.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	folder := schema.Folder{Name: "docs/schema", Files: []schema.File{{Name: "a.schema.json", Data: []byte("a")}}, Ending: schema.Suffix}
	if _, err := folder.Write(site); err != nil {
		t.Fatal(err)
	}
	again, err := folder.Write(site)
	if err != nil || len(again) > 0 {
		t.Errorf("a second Write wrote %v (%v); want nothing", again, err)
	}
	names, err := fs.Glob(os.DirFS(dir), "*")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a.schema.json", "notes.txt"}, names); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}
