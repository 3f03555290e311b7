package document

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/publish/list"
	"tillit/tools/internal/trial"
)

// The registers are for the authority. What a site publishes never holds them.
func TestRegistersAreNeverPublished(t *testing.T) {
	for _, f := range All(trial.Small(t), edition) {
		for _, r := range Registers() {
			if strings.Contains(f.Path, r.Name) || strings.Contains(f.Path, words.Fold(r.Title.SV)) || strings.Contains(f.Path, words.Fold(r.Title.EN)) {
				t.Errorf("%s is published", f.Path)
			}
		}
	}
}

// Art. 30(1) has the letters a to g, and Art. 30(2) a to d; a column without one
// only says which record it is.
func TestRegistersHaveEachLetterOfTheArticle(t *testing.T) {
	for i, want := range []string{"abcdefg", "abcd"} {
		letters := map[string]bool{}
		for _, c := range Registers()[i].Columns {
			if rest, ok := strings.CutPrefix(c.Label.EN, "Art. 30("); ok {
				letters[rest[3:4]] = true
				if prefix := "Art. 30." + rest[:1] + " " + rest[3:4] + " "; !strings.HasPrefix(c.Label.SV, prefix) {
					t.Errorf("%q is not the same letter as %q", c.Label.SV, c.Label.EN)
				}
			}
		}
		for _, l := range want {
			if !letters[string(l)] {
				t.Errorf("%s has no letter %c", Registers()[i].Name, l)
			}
		}
	}
}

// The repository's own site is controller for some activities and processor for
// others, and each is in one register.
func TestEachActivityIsInOneRegister(t *testing.T) {
	set, _, err := record.LoadFS(os.DirFS("../../../.."))
	if err != nil {
		t.Fatal(err)
	}
	in := map[string]string{}
	for _, r := range Registers() {
		for _, row := range r.Table(set, "en", edition).Rows {
			in[row[0].(string)] += r.Name
			if len(row) != len(r.Columns) {
				t.Fatalf("%s: %d cells for %d columns", r.Name, len(row), len(r.Columns))
			}
		}
	}
	want := map[string]string{}
	for _, a := range set.Activities {
		want[a.ID] = "ropa-controller"
		if a.Role == "processor" {
			want[a.ID] = "ropa-processor"
		}
	}
	if diff := cmp.Diff(want, in); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// The letter stands over each column, in every format.
func TestTheLetterStandsOverEachColumn(t *testing.T) {
	for _, r := range Registers() {
		table := r.Table(trial.Small(t), "sv", edition)
		head := strings.Split(strings.SplitN(string(list.CSV(table)), "\r\n", 2)[0], ",")
		var told struct {
			Columns []struct{ Article, Label string }
		}
		if err := json.Unmarshal(list.JSON(table), &told); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(list.JSON(table)), "$schema") {
			t.Errorf("%s names a schema that is not there", r.Name)
		}
		book, err := excelize.OpenReader(bytes.NewReader(list.XLSX(table)))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.GetRows(table.Title)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range r.Columns[2:] {
			article := c.Article.SV
			over := []string{head[i+2], told.Columns[i+2].Label, told.Columns[i+2].Article, rows[0][i+2]}
			for _, heading := range over {
				if article == "" || !strings.HasPrefix(heading, article) {
					t.Errorf("%s: over %s stands %q, without %q", r.Name, c.Name, heading, article)
				}
			}
			if want := article + "\n"; !strings.HasPrefix(rows[0][i+2], want) {
				t.Errorf("%s: %q has no line of its own for the letter", r.Name, rows[0][i+2])
			}
		}
	}
}

// A label or a meaning is typed where no field has it, and nowhere else.
func TestWhatAFieldSaysIsNotTypedAgain(t *testing.T) {
	fields, meanings := trial.Labels("activity"), trial.Meanings("activity")
	maps.Copy(fields, trial.Labels("controller"))
	maps.Copy(meanings, trial.Meanings("controller"))
	own := 0
	for _, r := range Registers() {
		for _, c := range r.Columns {
			bare := diag.Text{SV: strings.TrimPrefix(c.Label.SV, c.Article.SV+" "), EN: strings.TrimPrefix(c.Label.EN, c.Article.EN+" ")}
			if c.Doc.SV == "" || c.Doc.EN == "" || c.Typed && meanings[c.Doc] != "" {
				t.Errorf("%s: %s means %q, typed again or not at all", r.Name, c.Name, c.Doc.EN)
			}
			if !c.Own {
				continue
			}
			if own++; c.Name != "id" && fields[bare] != "" {
				t.Errorf("%s: %s is called what the field %s is; take its label", r.Name, c.Name, fields[bare])
			}
		}
	}
	if own == 0 {
		t.Error("no label is marked as its own; the test looks in the wrong place")
	}
}

// A record tells of those who have received data, receive it and will receive it,
// of third countries, and of what is declared not to be; it guesses at nothing.
func TestRegistersTellWhoGetsTheData(t *testing.T) {
	files := map[string]string{
		"organisation":       "name: Prov\nlanguages: [sv, en]\ndeclarations: {joint_controllers: none}\n",
		"controllers/us":     "legal_name: Prov AB\nestablished_in_eu: true\n",
		"recipients/always":  "legal_name: Alltid AB\nkind: processor\ntransfer: {third_country: false}\n",
		"recipients/former":  "legal_name: Förr AB\nkind: authority\nended: 2026-01-31\ntransfer: {third_country: true, countries: [US], mechanism: art46-2-c}\n",
		"recipients/soon":    "legal_name: Snart Inc\nkind: processor\neffective: 2027-01-01\ntransfer: {third_country: true, countries: [US, IN], mechanism: art46-2-c}\n",
		"recipients/untold":  "legal_name: Tyst AB\nkind: processor\ntransfer: {mechanism: art46-2-c}\n",
		"activities/open":    "role: controller\nrecipients: [always, untold]\n",
		"activities/all":     "role: controller\nrecipients: [always, former, soon]\n",
		"activities/home":    "role: controller\nrecipients: [always]\n",
		"activities/nobody":  "role: controller\nrecipients: none\n",
		"activities/silence": "role: controller\n",
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys["data/"+name+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	set, findings, err := record.LoadFS(fsys)
	if err != nil || len(findings) > 0 {
		t.Fatalf("%v %v", err, findings)
	}
	got := map[string][]any{}
	roll := Registers()[0]
	table := roll.Table(set, "en", list.Edition{AsOf: "2026-11-22"})
	for _, row := range table.Rows {
		for i, c := range roll.Columns {
			if slices.Contains([]string{"joint_controllers", "representative", "recipients", "transfers"}, c.Name) {
				got[row[0].(string)] = append(got[row[0].(string)], row[i])
			}
		}
	}
	none, home := []string{"none"}, "not required: established in the EU/EEA"
	want := map[string][]any{
		"all": {none, home,
			[]string{"Alltid AB (processor)", "Förr AB (authority, United States, until 2026-01-31)", "Snart Inc (processor, United States, India, from 2027-01-01)"},
			[]string{"Snart Inc: United States, India; standard contractual clauses of the Commission (GDPR Art. 46(2)(c), Decision (EU) 2021/914)"}},
		"home":    {none, home, []string{"Alltid AB (processor)"}, none},
		"nobody":  {none, home, none, none},
		"open":    {none, home, []string{"Alltid AB (processor)", "Tyst AB (processor)"}, nil},
		"silence": {none, home, nil, nil},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// The register of a processor and the annexes to its agreements name the same
// sub-processors for each activity that names any.
func TestRegisterAndAnnexesNameTheSame(t *testing.T) {
	set, _, err := record.LoadFS(os.DirFS("../../../.."))
	if err != nil {
		t.Fatal(err)
	}
	roll := Registers()[1]
	at := slices.IndexFunc(roll.Columns, func(c list.Column) bool { return c.Name == "subprocessors" })
	a := annexes{set: set, lang: "sv", edition: edition}
	compared := 0
	for i, row := range roll.Table(set, "sv", edition).Rows {
		p := a.activities()[i]
		var names []string
		cells, _ := row[at].([]string)
		for _, cell := range cells {
			name, _, _ := strings.Cut(cell, " (")
			names = append(names, name)
		}
		want := a.engaged(p)
		slices.Sort(names)
		slices.Sort(want)
		if len(p.Recipients.List) == 0 {
			continue
		}
		if compared++; !slices.Equal(names, want) {
			t.Errorf("%s: the register names %q, the annexes %q", p.ID, names, want)
		}
	}
	if compared < 3 {
		t.Errorf("only %d activities name sub-processors", compared)
	}
}

// What the law asks to be described is described, and not only named.
func TestRegistersDescribe(t *testing.T) {
	files := fstest.MapFS{
		"data/organisation.yaml":       {Data: []byte("name: Prov\nlanguages: [sv]\n")},
		"data/controllers/us.yaml":     {Data: []byte("legal_name: Prov AB\n")},
		"data/categories/contact.yaml": {Data: []byte("name: {sv: Kontaktuppgifter}\n")},
		"data/measures/lock.yaml":      {Data: []byte("domain: encryption\ntitle: {sv: Kryptering}\ntext: {sv: Diskarna är krypterade.}\nitems: [{sv: Nycklarna byts varje år.}]\n")},
		"data/retention/year.yaml":     {Data: []byte("name: {sv: Ett år}\nperiod: P1Y\nstarts_at: {sv: köpet}\naction: erase\ndata: [contact]\n")},
		"data/recipients/chain.yaml": {Data: []byte("legal_name: Led AB\nkind: subprocessor\ntransfer: {third_country: true, countries: [US], mechanism: adequacy-dpf, adequacy_ref: 2023/1795, dpf_checked_on: 2026-03-02, dpf_coverage: both, fallback: art46-2-c, scc_module: 3, " +
			"copy: {text: {sv: Skriv till oss.}}}\n")},
		"data/activities/own.yaml": {Data: []byte("role: controller\nrecipients: [chain]\nretention: [year]\n")},
	}
	set, findings, err := record.LoadFS(files)
	if err != nil || slices.ContainsFunc(findings, func(d diag.Diagnostic) bool { return strings.HasPrefix(d.Rule, "unknown-field") }) {
		t.Fatalf("%v %v", err, findings)
	}
	roll := Registers()[0]
	row := roll.Table(set, "sv", list.Edition{AsOf: "2026-11-22"}).Rows[0]
	for i, c := range roll.Columns {
		want, ok := map[string]string{
			"recipients": "Led AB (underbiträde, USA)",
			"transfers":  "Led AB: USA; EU–US Data Privacy Framework (artikel 45.3 i GDPR, beslut 2023/1795, listan kontrollerad 2026-03-02, omfattar personaluppgifter och andra uppgifter); om grunden faller: standardavtalsklausuler från kommissionen (beslut (EU) 2021/914, modul 3)",
			"retention":  "Ett år: 1 år från köpet; därefter: raderas; gäller Kontaktuppgifter",
			"measures":   "Kryptering: Diskarna är krypterade. Nycklarna byts varje år.",
		}[c.Name]
		if got, _ := row[i].([]string); ok && !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %q, want %q", c.Name, got, want)
		}
	}
}
