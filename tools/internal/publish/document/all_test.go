package document

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/publish/list"
	"tillit/tools/internal/trial"
)

var edition = list.Edition{AsOf: trial.Today, BaseURL: "https://trust.example/"}

func TestEachListHasAnAddressThatStaysAndOneOfItsEdition(t *testing.T) {
	files := map[string][]byte{}
	for _, f := range All(trial.Small(t), list.Edition{AsOf: trial.Today, Version: "2026-12-01", Digest: "0f"}) {
		if _, twice := files[f.Path]; twice {
			t.Errorf("%s is written twice", f.Path)
		}
		files[f.Path] = f.Data
		if f.Dated != "" {
			files[f.Dated] = f.Data
		}
		if len(f.Data) == 0 {
			t.Errorf("%s is empty", f.Path)
		}
	}
	for latest, edition := range map[string]string{
		"subprocessors.sv": "exempelbolaget-underbitraden-2026-12-01",
		"subprocessors.en": "exempelbolaget-sub-processors-2026-12-01",
		"recipients.sv":    "exempelbolaget-mottagare-2026-12-01",
		"retention.en":     "exempelbolaget-retention-2026-12-01",
		"measures.sv":      "exempelbolaget-sakerhetsatgarder-2026-12-01",
	} {
		for _, ending := range []string{".xlsx", ".csv", ".json", ".pdf"} {
			for _, name := range []string{latest + ending, edition + ending} {
				if files["data/v1/"+name] == nil {
					t.Errorf("%s is missing", name)
				}
			}
		}
		name, _, _ := strings.Cut(latest, ".")
		for _, name := range []string{latest + ".csv-metadata.json", name + ".schema.json"} {
			if files["data/v1/"+name] == nil {
				t.Errorf("%s is missing", name)
			}
		}
	}
	for _, name := range []string{"annexes.sv.pdf", "annexes.en.pdf", "exempelbolaget-bilagor-till-personuppgiftsbitradesavtalet-2026-12-01.pdf"} {
		if files["data/v1/"+name] == nil {
			t.Errorf("%s is missing", name)
		}
	}
}

func TestDownloadsAreTheSameEachTime(t *testing.T) {
	one, two := All(trial.Small(t), edition), All(trial.Small(t), edition)
	if len(one) != len(two) {
		t.Fatalf("%d and %d files", len(one), len(two))
	}
	for i := range one {
		if one[i].Path != two[i].Path || !bytes.Equal(one[i].Data, two[i].Data) {
			t.Errorf("%s differs", one[i].Path)
		}
	}
}

// A third language has no titles of its own here, and must not get the names of
// the English files.
func TestAThirdLanguageHasFilesOfItsOwn(t *testing.T) {
	set := trial.Small(t)
	set.Organisation.Languages = []string{"sv", "en", "fi"}
	n := map[string]int{}
	for _, f := range All(set, edition) {
		n[f.Path]++
		n[f.Dated]++
	}
	for _, name := range []string{"subprocessors.fi.pdf", "exempelbolaget-sub-processors-fi-2026-11-21.pdf", "exempelbolaget-sub-processors-2026-11-21.pdf"} {
		if n["data/v1/"+name] != 1 {
			t.Errorf("%s is written %d times", name, n["data/v1/"+name])
		}
	}
}

func TestAListWithoutRowsIsNotWritten(t *testing.T) {
	set := &record.Set{Organisation: &record.Organisation{Name: "Tomt AB", Languages: []string{"sv", "en"}}}
	for _, f := range All(set, edition) {
		t.Errorf("%s is written", f.Path)
	}
}

func TestIndexNamesEveryDownload(t *testing.T) {
	files := All(trial.Small(t), list.Edition{AsOf: trial.Today, Version: "2026-11-16", Digest: "0f"})
	var got struct {
		Files []struct {
			Path, List, Language, Dated string
			Type                        string `json:"media_type"`
			Bytes                       int
		}
	}
	byPath := map[string]list.File{}
	for _, f := range files {
		byPath[path.Base(f.Path)] = f
	}
	if err := json.Unmarshal(byPath["index.json"].Data, &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Files) != len(files)-2 { // all but the index and its schema
		t.Errorf("%d of %d files stand in the index", len(got.Files), len(files))
	}
	for _, f := range got.Files {
		if len(byPath[f.Path].Data) != f.Bytes || f.Bytes == 0 || f.Type == "" || path.Base(byPath[f.Path].Dated) != path.Base(f.Dated) {
			t.Errorf("the index is wrong about %+v", f)
		}
		if f.Path == "subprocessors.sv.csv" {
			if diff := cmp.Diff([]string{"subprocessors", "sv", "text/csv", "exempelbolaget-underbitraden-2026-11-16.csv"}, []string{f.List, f.Language, f.Type, f.Dated}); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		}
	}
}

// What lies below the address of a version is dated by it.
func TestFrozenFilesHaveNoDatedNames(t *testing.T) {
	for _, f := range All(trial.Small(t), list.Edition{AsOf: trial.Today, Version: "2026-11-16", Frozen: true}) {
		if f.Dated != "" || strings.HasSuffix(f.Path, "index.json") && strings.Contains(string(f.Data), "dated") {
			t.Errorf("%s is also %q", f.Path, f.Dated)
		}
	}
}

// A program that follows $schema finds the schema, and the file follows it.
func TestEveryJSONFollowsTheSchemaThatItNames(t *testing.T) {
	files := map[string][]byte{}
	for _, f := range All(trial.Small(t), edition) {
		files[f.Path] = f.Data
	}
	named := 0
	for name, data := range files {
		var head struct {
			Schema string `json:"$schema"`
		}
		if path.Ext(name) != ".json" || json.Unmarshal(data, &head) != nil || head.Schema == "" || strings.HasPrefix(head.Schema, "https://json-schema.org/") {
			continue
		}
		named++
		schema := files[path.Join(path.Dir(name), head.Schema)]
		if schema == nil {
			t.Errorf("%s names the schema %s, which is not there", name, head.Schema)
			continue
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		if err := c.AddResource("urn:schema", doc); err != nil {
			t.Fatal(err)
		}
		compiled, err := c.Compile("urn:schema")
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if named != 9 { // four lists in two languages, and the index
		t.Errorf("%d files name a schema", named)
	}
}
