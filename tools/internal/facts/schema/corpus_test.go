package schema_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/check"
)

// The corpus is the small site without findings that docs/format/ shows, in example/,
// and records that each break one rule, in testdata/corpus/broken. The remarks at the top of
// a broken record name the rule, and say whether a schema can tell:
//
//	# A misspelt field.
//	# rule: unknown-field
//	# schema: refuses
//
// or "schema: cannot say: …" with the reason.
type sample struct {
	name   string // folder/file.yaml
	data   []byte
	rule   string
	refuse bool // whether the schema must refuse it
}

const broken = "testdata/corpus/broken"

const asOf value.Date = "2026-11-21"

func readCorpus(t *testing.T, folder string) []sample {
	t.Helper()
	var all []sample
	dir := os.DirFS(folder)
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(dir, name)
		s := sample{name: name, data: data}
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSpace(line)
			if rule, ok := strings.CutPrefix(line, "# rule: "); ok {
				s.rule = rule
			}
			s.refuse = s.refuse || line == "# schema: refuses"
			if folder == broken && strings.HasPrefix(line, "# schema: ") && !s.refuse && !strings.HasPrefix(line, "# schema: cannot say: ") {
				t.Errorf("%s: %q says neither that the schema refuses it nor why it cannot", name, line)
			}
		}
		all = append(all, s)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// place is where a sample lies in a site.
func (s sample) place() string {
	if strings.HasPrefix(s.name, "organisation") {
		return "data/organisation.yaml"
	}
	return "data/" + s.name
}

// kind is the kind of record that a sample is.
func (s sample) kind(t *testing.T) record.Kind {
	t.Helper()
	folder, _, _ := strings.Cut(strings.TrimSuffix(s.name, ".yaml"), "/")
	k, ok := record.KindOf(folder)
	if !ok {
		t.Fatalf("%s is of no kind", s.name)
	}
	return k
}

// found is what reading and checking a site has to say of one file.
func found(t *testing.T, site fstest.MapFS, file string) diag.List {
	t.Helper()
	set, list, err := record.LoadFS(site)
	if err != nil {
		t.Fatal(err)
	}
	list = append(list, check.All(set, asOf)...)
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool {
		return d.Pos.File != file || d.Severity != diag.Error
	})
}

const address = "https://trust.example/schema/"

// compiler is an independent reader of the schemas, which also looks at formats.
func compiler(t *testing.T) *jsonschema.Compiler {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft4) // so that only $schema can make it 2020-12
	c.AssertFormat()
	for _, f := range schemas(t) {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource(address+f.Name, doc); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// compiled returns the schema of each kind.
func compiled(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	c := compiler(t)
	all := map[string]*jsonschema.Schema{}
	for _, k := range record.Kinds() {
		s, err := c.Compile(address + k.Name + ".schema.json")
		if err != nil {
			t.Fatal(err)
		}
		if s.DraftVersion != 2020 {
			t.Errorf("the schema of %s is of draft %d", k.Name, s.DraftVersion)
		}
		all[k.Name] = s
	}
	return all
}

// parsed reads YAML as the values of JSON, as YAML 1.2 would: a date is text.
func parsed(t *testing.T, data []byte) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return valueOf(t, doc.Content[0])
}

func valueOf(t *testing.T, n *yaml.Node) any {
	t.Helper()
	switch n.Kind {
	case yaml.AliasNode:
		return valueOf(t, n.Alias)
	case yaml.SequenceNode:
		all := []any{}
		for _, c := range n.Content {
			all = append(all, valueOf(t, c))
		}
		return all
	case yaml.MappingNode:
		all := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			all[n.Content[i].Value] = valueOf(t, n.Content[i+1])
		}
		return all
	}
	if n.ShortTag() == "!!timestamp" {
		return n.Value
	}
	var v any
	if err := n.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func validSite(t *testing.T) fstest.MapFS {
	t.Helper()
	site := fstest.MapFS{}
	for _, s := range readCorpus(t, "example") {
		site[s.place()] = &fstest.MapFile{Data: s.data}
	}
	return site
}

func TestCheckAndSchemaAcceptTheSameRecords(t *testing.T) {
	schemas, site := compiled(t), validSite(t)
	kinds := map[string]bool{}
	for _, s := range readCorpus(t, "example") {
		t.Run(s.name, func(t *testing.T) {
			kind := s.kind(t)
			kinds[kind.Name] = true
			if list := found(t, site, s.place()); len(list) > 0 {
				t.Errorf("the check refuses it: %s", sentences(list))
			}
			if err := schemas[kind.Name].Validate(parsed(t, s.data)); err != nil {
				t.Errorf("the schema refuses it: %v", err)
			}
		})
	}
	if len(kinds) != len(record.Kinds()) {
		t.Errorf("the corpus has valid records of %d kinds out of %d", len(kinds), len(record.Kinds()))
	}
}

func TestCheckAndSchemaRefuseTheSameRecords(t *testing.T) {
	schemas, site := compiled(t), validSite(t)
	samples := readCorpus(t, broken)
	if len(samples) < 60 {
		t.Errorf("the corpus has %d broken records; at least 60 are promised", len(samples))
	}
	for _, s := range samples {
		t.Run(s.name, func(t *testing.T) {
			with := fstest.MapFS{s.place(): {Data: s.data}}
			for name, file := range site {
				if name != s.place() {
					with[name] = file
				}
			}
			list := found(t, with, s.place())
			if len(list) == 0 {
				t.Errorf("the check accepts it")
			}
			for _, d := range list {
				if d.Rule != s.rule {
					t.Errorf("the check refuses it by %s instead of %s: %s", d.Rule, s.rule, d.Message.EN)
				}
			}
			err := schemas[s.kind(t).Name].Validate(parsed(t, s.data))
			if s.refuse && err == nil {
				t.Errorf("the schema accepts it")
			}
			if !s.refuse && err != nil {
				t.Errorf("the schema refuses it after all: %v", err)
			}
		})
	}
}

// The sites of this repository are the largest samples: what the check accepts
// in them, an editor must not underline.
func TestSchemaAcceptsTheSitesOfTheRepository(t *testing.T) {
	schemas := compiled(t)
	sites, err := fs.Glob(os.DirFS(root), "examples/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, site := range append(sites, ".") {
		dir := filepath.Join(root, filepath.FromSlash(site))
		if _, err := os.Stat(filepath.Join(dir, "data")); err != nil {
			continue
		}
		set, list, err := record.Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, check.All(set, asOf)...)
		for _, e := range set.All() {
			refused := slices.ContainsFunc(list, func(d diag.Diagnostic) bool {
				return d.Pos.File == e.File.Name && d.Severity == diag.Error
			})
			if err := schemas[e.Kind.Name].Validate(parsed(t, []byte(e.File.Text))); err != nil && !refused {
				t.Errorf("%s: the check accepts it, the schema does not: %v", path.Join(site, e.File.Name), err)
			}
		}
	}
}

func sentences(list diag.List) string {
	var all []string
	for _, d := range list {
		all = append(all, fmt.Sprintf("%d: %s [%s]", d.Pos.Line, d.Message.EN, d.Rule))
	}
	return strings.Join(all, "; ")
}

// What a schema offers as an example must itself be right.
func TestExamplesObeyTheirSchemas(t *testing.T) {
	c, tried := compiler(t), 0
	for _, f := range schemas(t) {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		walk(doc, "", func(at string, m map[string]any) {
			examples, ok := m["examples"].([]any)
			if !ok {
				return
			}
			s, err := c.Compile(address + f.Name + "#" + at)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range examples {
				tried++
				if err := s.Validate(e); err != nil {
					t.Errorf("%s%s: the example %v: %v", f.Name, at, e, err)
				}
			}
		})
	}
	if tried < 10 {
		t.Errorf("only %d examples were found", tried)
	}
}
