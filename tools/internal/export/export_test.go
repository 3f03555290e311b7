package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"tillit/tools/internal/record"
)

var update = flag.Bool("update", false, "rewrite the goldens")

const today = record.Date("2026-11-21")

// small is three sub-processors, one of each status, and a processor that is
// on no list of sub-processors.
func small(t *testing.T) *record.Set {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"data/organisation.yaml":       "name: Exempelbolaget\nlanguages: [sv, en]\n",
		"data/services/cloud.yaml":     "name: Exempelmolnet\n",
		"data/categories/contact.yaml": "name: {sv: Kontaktuppgifter, en: Contact details}\n",
		"data/measures/backup.yaml":    "title: {sv: Säkerhetskopior, en: Backups}\ndomain: recovery\n",
		"data/recipients/ost.yaml": `
legal_name: Öst Drift AB
org_number: 556579–4384
kind: subprocessor
level: 1
country: SE
address: {street: Hamngatan 1, postal_code: "302 43", city: Halmstad, country: SE}
contact: {email: ombud@ost.example}
parent: {name: East Inc., country: US}
locations: [{country: SE, city: Halmstad, kinds: [hosting, storage]}, {region: EEA}]
service: {sv: "Drift, med \"citat\"", en: "Hosting, with \"quotes\""}
purposes: [{sv: Leverera tjänsten, en: Deliver the service}]
data: [{category: contact, items: [{name: {sv: Namn, en: Name}}, {name: {sv: E-post, en: E-mail}}]}]
data_subjects: [{sv: Användare, en: Users}]
services: [cloud]
measures: [backup]
transfer: {third_country: false}
announced: 2026-01-01
effective: 2026-03-01
`,
		"data/recipients/new.yaml": `
legal_name: Ny AB
kind: subprocessor
effective: 2027-01-01
announced: 2026-11-01
replaces: gammal
transfer: {third_country: true, countries: [US], mechanism: art46-2-c, scc_module: 3}
service: {sv: "=HYPERLINK(\"https://evil.example\")", en: "+1-800"}
alternative: {sv: "rad ett\nrad två", en: "@SUM(A1)"}
`,
		"data/recipients/gammal.yaml":    "legal_name: Gammal AB\nkind: subprocessor\nended: 2026-11-20\n",
		"data/recipients/bokforing.yaml": "legal_name: Bokföring AB\nkind: processor\n",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, list, err := record.LoadFS(fsys)
	if err != nil || list.Blocks() {
		t.Fatal(err, list)
	}
	return set
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s: -want +got\n%s", file, diff)
	}
}

func TestEachFormatInEachLanguage(t *testing.T) {
	for _, f := range All(small(t), today) {
		golden(t, filepath.Base(f.Path), f.Data)
	}
}

func TestUpcomingStandFirstAndEndedLast(t *testing.T) {
	var got []string
	for _, row := range Subprocessors(small(t), "sv", today).Rows {
		got = append(got, row[0].(string)+" "+row[1].(string))
	}
	if diff := cmp.Diff([]string{"new upcoming", "ost current", "gammal ended"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestEveryRowHasACellForEachColumn(t *testing.T) {
	table := Subprocessors(small(t), "en", today)
	kinds := map[Type]func(any) bool{
		Text: func(v any) bool { _, ok := v.(string); return ok },
		Date: func(v any) bool { s, ok := v.(string); return ok && record.Date(s).Valid() },
		List: func(v any) bool { _, ok := v.([]string); return ok },
		Flag: func(v any) bool { _, ok := v.(bool); return ok },
		Int:  func(v any) bool { _, ok := v.(int); return ok },
	}
	for _, row := range table.Rows {
		if len(row) != len(table.Columns) {
			t.Fatalf("%d cells for %d columns", len(row), len(table.Columns))
		}
		for i, v := range row {
			if v != nil && !kinds[table.Columns[i].Type](v) {
				t.Errorf("%s holds %v, which is no %s", table.Columns[i].Name, v, table.Columns[i].Type)
			}
		}
	}
}

// A reader that knows only RFC 4180 gets the cells back.
func TestCSVIsReadBack(t *testing.T) {
	table := Subprocessors(small(t), "sv", today)
	data := CSV(table)
	if bytes.Contains(bytes.ReplaceAll(data, []byte("\r\n"), nil), []byte("\r")) {
		t.Error("a lone CR")
	}
	if !bytes.HasPrefix(data, []byte("id,status,name,")) {
		t.Errorf("the first line is %q", bytes.SplitN(data, []byte("\n"), 2)[0])
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+len(table.Rows) {
		t.Fatalf("%d rows", len(rows))
	}
}

func TestSpreadsheetsRunNothing(t *testing.T) {
	for _, tc := range []struct{ cell, want string }{
		{"=1+1", "'=1+1"}, {"+46 8", "'+46 8"}, {"-2", "'-2"}, {"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'\t=1"}, {"\r=1", "'\n=1"}, {"\n=1", "'\n=1"}, {" =1", "' =1"}, {"\u00a0=1", "'\u00a0=1"}, {"＝1", "'＝1"},
		{"Öst AB", "Öst AB"}, {"a=b", "a=b"}, {"", ""}, {"556579-4384", "556579-4384"}, {"'quoted", "'quoted"},
	} {
		if got := harmless(tc.cell); got != tc.want {
			t.Errorf("%q became %q, want %q", tc.cell, got, tc.want)
		}
	}
}

// An independent validator accepts what JSON writes, and would notice a slip.
func TestJSONFollowsItsSchema(t *testing.T) {
	table := Subprocessors(small(t), "en", today)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema(table)))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiler.AddResource("list.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("list.json")
	if err != nil {
		t.Fatal(err)
	}
	written := JSON(table)
	for _, tc := range []struct {
		name, old, new string
		ok             bool
	}{
		{"as written", "", "", true},
		{"a date that is none", `"2027-01-01"`, `"2027-02-31"`, false},
		{"an unknown column", `"org_number":`, `"orgnr":`, false},
		{"a row without a name", `"name": "Ny AB"`, `"service": "x"`, false},
	} {
		text := strings.Replace(string(written), tc.old, tc.new, 1)
		var v any
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(tc.name, err)
		}
		if err := schema.Validate(v); (err == nil) != tc.ok {
			t.Errorf("%s: %v", tc.name, err)
		}
	}
}
