package list

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/trial"
)

var update = flag.Bool("update", false, "rewrite the goldens")

var edition = Edition{AsOf: trial.Today, BaseURL: "https://trust.example/"}

// files are all lists of a set in its languages, and their index.
func files(set *record.Set) []File {
	var jobs []func() []File
	for _, roll := range Lists() {
		for i, lang := range set.Organisation.Languages {
			jobs = append(jobs, roll.Files(roll.Table(set, lang, edition), i == 0)...)
		}
	}
	all := Run(jobs, edition)
	return append(all, Index(set, edition, all)...)
}

func TestEachFormatInEachLanguage(t *testing.T) {
	for _, f := range files(trial.Small(t)) {
		switch name := path.Base(f.Path); {
		case strings.HasPrefix(name, "exempelbolaget-"), path.Ext(name) == ".pdf", path.Ext(name) == ".xlsx", name == "index.json":
		default:
			trial.Golden(t, *update, filepath.Join("testdata", name), f.Data)
		}
	}
}

func TestUpcomingStandFirstAndEndedLast(t *testing.T) {
	var got []string
	for _, row := range subprocessors().Table(trial.Small(t), "sv", edition).Rows {
		got = append(got, row[0].(string)+" "+row[1].(string))
	}
	if diff := cmp.Diff([]string{"new upcoming", "ost current", "gammal ended"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// The page's order: the first to begin first, names as a Swede sorts in every
// language, the last to end first.
func TestRowsAreInTheOrderOfThePage(t *testing.T) {
	set := &record.Set{
		Recipients: []*record.Recipient{
			{ID: "late", LegalName: "A", Kind: "subprocessor", Effective: "2027-02-01"},
			{ID: "soon", LegalName: "B", Kind: "subprocessor", Effective: "2027-01-01"},
			{ID: "island", LegalName: "Ö", Kind: "subprocessor"},
			{ID: "zoo", LegalName: "Z", Kind: "subprocessor"},
			{ID: "long-ago", LegalName: "A", Kind: "subprocessor", Ended: "2025-01-01"},
			{ID: "lately", LegalName: "B", Kind: "subprocessor", Ended: "2026-01-01"},
			{ID: "ten", LegalName: "Bank 10", Kind: "processor"},
			{ID: "nine", LegalName: "Bank 9", Kind: "processor"},
		},
		Retention: []*record.Retention{{ID: "errands", Name: record.Text{"en": "Ärenden"}}, {ID: "zones", Name: record.Text{"en": "Zoner"}}},
		Measures:  []*record.Measure{{ID: "ten", Domain: "recovery", Title: record.Text{"en": "10"}}, {ID: "nine", Domain: "recovery", Title: record.Text{"en": "9"}}},
	}
	for i, want := range [][]any{
		{"soon", "late", "zoo", "island", "lately", "long-ago"}, {"nine", "ten"}, {"zones", "errands"}, {"nine", "ten"},
	} {
		var got []any
		for _, row := range Lists()[i].Rows(set, "en", trial.Today) {
			got = append(got, Lists()[i].Columns[0].Cell(row))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", Lists()[i].Name, diff)
		}
	}
}

func TestEveryRowHasACellForEachColumn(t *testing.T) {
	kinds := map[Type]func(any) bool{
		Text: func(v any) bool { _, ok := v.(string); return ok },
		Date: func(v any) bool { s, ok := v.(string); return ok && value.Date(s).Valid() },
		List: func(v any) bool { _, ok := v.([]string); return ok },
		Flag: func(v any) bool { _, ok := v.(bool); return ok },
		Int:  func(v any) bool { _, ok := v.(int); return ok },
	}
	for _, roll := range Lists() {
		table := roll.Table(trial.Small(t), "en", edition)
		if len(table.Rows) < 2 {
			t.Errorf("%s has %d rows; the test shows little", table.Name, len(table.Rows))
		}
		for _, row := range table.Rows {
			if len(row) != len(table.Columns) {
				t.Fatalf("%s: %d cells for %d columns", table.Name, len(row), len(table.Columns))
			}
			for i, v := range row {
				c := table.Columns[i]
				if v != nil && !kinds[c.Type](v) || v == nil && c.Always {
					t.Errorf("%s: %s holds %v, which is no %s", table.Name, c.Name, v, c.Type)
				}
			}
		}
	}
}

// A module belongs to the clauses, whether they are the ground or its fallback.
func TestModuleIsThatOfTheClauses(t *testing.T) {
	for _, tc := range []struct {
		mechanism, fallback string
		want                any
	}{
		{"art46-2-c", "", 3}, {"adequacy-dpf", "art46-2-c", 3}, {"adequacy-dpf", "", nil}, {"art46-2-b", "art49-1-a", nil},
	} {
		r := &record.Recipient{Transfer: &record.Transfer{Mechanism: tc.mechanism, Fallback: tc.fallback, SCCModule: 3}}
		if got := pick(transferColumns(), "scc_module")[0].cell(receiving{Of: r}); got != tc.want {
			t.Errorf("%s, or else %s: the module is %v, want %v", tc.mechanism, tc.fallback, got, tc.want)
		}
	}
}

// Names are a promise to programs: what they begin with stays.
func TestColumnsHaveWordsInBothLanguagesAndNamesOfTheirOwn(t *testing.T) {
	for _, roll := range Lists() {
		seen := map[string]bool{}
		for i, c := range roll.Columns {
			if seen[c.Name] || c.Label.SV == "" || c.Label.EN == "" || c.Doc.SV == "" || c.Doc.EN == "" {
				t.Errorf("%s: the column %s is there twice or lacks words", roll.Name, c.Name)
			}
			if seen[c.Name] = true; i == 0 && c.Name != "id" {
				t.Errorf("%s begins with %s", roll.Name, c.Name)
			}
		}
	}
}

// A label or a meaning is typed where no field has it, and nowhere else.
func TestWhatAFieldSaysIsNotTypedAgain(t *testing.T) {
	kinds := map[string]string{"subprocessors": "recipient", "recipients": "recipient", "retention": "retention", "measures": "measure"}
	own, typed, all := 0, 0, 0
	for _, roll := range Lists() {
		labels, meanings := trial.Labels(kinds[roll.Name]), trial.Meanings(kinds[roll.Name])
		for _, c := range roll.Columns {
			all++
			if c.Own && labels[c.Label] != "" {
				t.Errorf("%s: %s is called what the field %s is; take its label", roll.Name, c.Name, labels[c.Label])
			}
			if c.Typed && meanings[c.Doc] != "" {
				t.Errorf("%s: %s means what the field %s does; take its meaning", roll.Name, c.Name, meanings[c.Doc])
			}
			if c.Own {
				own++
			}
			if c.Typed {
				typed++
			}
		}
	}
	if own == 0 || own > all/3 || typed == 0 || typed == all {
		t.Errorf("of %d columns %d have a label and %d a meaning of their own", all, own, typed)
	}
	t.Logf("of %d columns %d have a label and %d a meaning of their own", all, own, typed)
}

// A reader that knows only RFC 4180 gets the cells back.
func TestCSVIsReadBack(t *testing.T) {
	table := subprocessors().Table(trial.Small(t), "sv", edition)
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
	for _, roll := range Lists() {
		for _, e := range []Edition{edition, {AsOf: trial.Today, Version: "2026-11-21", Digest: "0f"}} {
			table := roll.Table(trial.Small(t), "en", e)
			if err := compiled(t, table).Validate(parsed(t, JSON(table))); err != nil {
				t.Errorf("%s: %v", roll.Name, err)
			}
		}
	}
	table := subprocessors().Table(trial.Small(t), "en", edition)
	for _, tc := range []struct{ name, old, new string }{
		{"a date that is none", `"2027-01-01"`, `"2027-02-31"`},
		{"an unknown column", `"org_number":`, `"orgnr":`},
		{"a row without a name", `"name": "Ny AB"`, `"service": "x"`},
	} {
		text := strings.Replace(string(JSON(table)), tc.old, tc.new, 1)
		if err := compiled(t, table).Validate(parsed(t, []byte(text))); err == nil {
			t.Errorf("%s is accepted", tc.name)
		}
	}
}

func compiled(t *testing.T, table Table) *jsonschema.Schema {
	t.Helper()
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
	return schema
}

func parsed(t *testing.T, text []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
