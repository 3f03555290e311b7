package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"tillit/tools/internal/record"
)

var update = flag.Bool("update", false, "rewrite the goldens")

const today = record.Date("2026-11-21")

var edition = Edition{AsOf: today, BaseURL: "https://trust.example/"}

// small is three sub-processors, one of each status, two recipients of our own,
// and a little of all else that the lists show.
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
transfer: {third_country: false, note: {sv: Moderbolaget kommer inte åt något., en: The parent has no access.}}
duration: {sv: Så länge tjänsten levereras., en: As long as the service is provided.}
dpa: {signed_on: 2025-12-20, type: {sv: Vårt eget avtal, en: Our own agreement}, url: "https://ost.example/dpa"}
flow_down: true
subprocessors_url: https://ost.example/subs
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
		"data/recipients/gammal.yaml": "legal_name: Gammal AB\nkind: subprocessor\nended: 2026-11-20\n",
		"data/recipients/bokforing.yaml": `
legal_name: Bokföring AB
kind: processor
duration: {sv: Så länge avtalet gäller., en: As long as the agreement is in force.}
transfer: {third_country: true, countries: [GB, US], mechanism: adequacy-dpf, fallback: art46-2-c, scc_module: 2, dpf_checked_on: 2026-09-14, dpf_coverage: non-hr, tia_on: 2026-09-15, supplementary: {sv: Kryptering., en: Encryption.}, copy: {url: "https://copy.example/", text: {sv: Fråga oss., en: Ask us.}}}
effective: 2024-01-01
`,
		"data/recipients/skatt.yaml": "name: {sv: Skatteverket, en: The Swedish Tax Agency}\nkind: authority\n",
		"data/measures/kryptering.yaml": `
title: {sv: Kryptering, en: Encryption}
domain: pseudonymisation-encryption
applies_to: both
text: {sv: Allt är krypterat., en: All is encrypted.}
items: [{sv: Diskar, en: Disks}, {sv: Nät, en: Networks}]
`,
		"data/measures/kontor.yaml": "title: {sv: Låsta kontor, en: Locked offices}\ndomain: physical\napplies_to: controller\n",
		"data/retention/fakturor.yaml": `
name: {sv: Fakturor, en: Invoices}
data: [contact]
period: P7Y
starts_at: {sv: årets slut, en: the end of the year}
action: erase
storage: [primary, backup]
law: {sv: Bokföringslagen, en: The Accounting Act}
`,
		"data/retention/loggar.yaml": `
name: {sv: Loggar, en: Logs}
range: {min: P30D, max: P1Y}
breakdown: [{service: cloud, period: P90D}]
action: anonymise
`,
		"data/activities/fakturering.yaml": `
name: {sv: Fakturering, en: Invoicing}
role: controller
recipients: [bokforing, skatt]
retention: [fakturor]
`,
		"data/activities/drift.yaml": `
name: {sv: Drift åt kunder, en: Hosting for customers}
role: processor
controller: bolaget
data_subjects: [{sv: Kundens användare., en: The customer's users.}]
data: [{category: contact, items: [{name: {sv: Hälsa, en: Health}, special: health}]}]
purposes: [{id: run, text: {sv: Hålla tjänsten i drift., en: Keep the service running.}}]
operations: [{sv: Lagring., en: Storage.}]
services: [cloud]
recipients: [ost, gammal]
retention: [loggar]
`,
		"data/controllers/bolaget.yaml": `
legal_name: Exempelbolaget AB
org_number: 559999-0008
roles: [controller, processor]
address: {street: Storgatan 1, city: Lund, country: SE}
dpo: {appointed: true, email: dso@bolaget.example}
`,
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
	for _, f := range All(small(t), edition) {
		switch name := filepath.Base(f.Path); {
		case strings.HasPrefix(name, "exempelbolaget-"), path.Ext(name) == ".pdf", path.Ext(name) == ".xlsx", name == "index.json":
		default:
			golden(t, name, f.Data)
		}
	}
}

func TestUpcomingStandFirstAndEndedLast(t *testing.T) {
	var got []string
	for _, row := range subprocessors().Table(small(t), "sv", edition).Rows {
		got = append(got, row[0].(string)+" "+row[1].(string))
	}
	if diff := cmp.Diff([]string{"new upcoming", "ost current", "gammal ended"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestEveryRowHasACellForEachColumn(t *testing.T) {
	kinds := map[Type]func(any) bool{
		Text: func(v any) bool { _, ok := v.(string); return ok },
		Date: func(v any) bool { s, ok := v.(string); return ok && record.Date(s).Valid() },
		List: func(v any) bool { _, ok := v.([]string); return ok },
		Flag: func(v any) bool { _, ok := v.(bool); return ok },
		Int:  func(v any) bool { _, ok := v.(int); return ok },
	}
	for _, roll := range Lists() {
		table := roll.Table(small(t), "en", edition)
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
		row := transferCells(&record.Transfer{Mechanism: tc.mechanism, Fallback: tc.fallback, SCCModule: 3}, "sv")
		at := slices.Index(names(transferColumns()), "scc_module")
		if row[at] != tc.want {
			t.Errorf("%s, or else %s: the module is %v, want %v", tc.mechanism, tc.fallback, row[at], tc.want)
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

// A reader that knows only RFC 4180 gets the cells back.
func TestCSVIsReadBack(t *testing.T) {
	table := subprocessors().Table(small(t), "sv", edition)
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
		for _, e := range []Edition{edition, {AsOf: today, Version: "2026-11-21", Digest: "0f"}} {
			table := roll.Table(small(t), "en", e)
			if err := compiled(t, table).Validate(parsed(t, JSON(table))); err != nil {
				t.Errorf("%s: %v", roll.Name, err)
			}
		}
	}
	table := subprocessors().Table(small(t), "en", edition)
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
