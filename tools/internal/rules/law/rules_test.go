package law_test

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/law"
	"tillit/tools/internal/rules/wording"
	"tillit/tools/internal/trial"
)

const rulebook = trial.Rulebook("../../../../docs/rules")

// shownElsewhere are the rules without an example of their own, and why.
var shownElsewhere = map[string]string{
	"enf-vital-public": "it takes a page and facts",
}

func lint(id string) *wording.LintRule {
	return first(wording.LintRules(), func(r wording.LintRule) bool { return r.ID == id })
}

func duty(id string) *law.Duty {
	return first(law.Duties(), func(d law.Duty) bool { return d.Rule().ID == id })
}

func first[T any](list []T, is func(T) bool) *T {
	i := slices.IndexFunc(list, is)
	if i < 0 {
		return nil
	}
	return &list[i]
}

// TestTheRulesOfLawAreDocumented makes the sections of docs/rules/ on the rules of this
// room and of rules/wording, and the list of the names of mistakes.
func TestTheRulesOfLawAreDocumented(t *testing.T) {
	examples := mistakeExamples(t)
	documented := map[string]string{}
	for _, s := range rulebook.Sections(t) {
		documented[s.Page+" "+s.Rule] = s.Text
	}
	for _, r := range law.Rules() {
		got := "\n" + strings.Trim(told(r)+example(t, r, examples[r.ID]), "\n")
		delete(examples, r.ID)
		if *update {
			rulebook.Put(t, r.Group, r.ID, got)
		} else if diff := cmp.Diff(strings.TrimRight(documented[r.Group+" "+r.ID], "\n"), got); diff != "" {
			t.Errorf("docs/rules/%s.md: %s is not what the tables say; run the test with -update:\n%s", r.Group, r.ID, diff)
		}
	}
	for id := range examples {
		t.Errorf("testdata/mistakes.txtar has files for %s, which is no rule", id)
	}
	trial.Golden(t, *update, filepath.Join(string(rulebook), "names.md"), []byte(namesTable()))
}

// told is what the tables have to say of a rule.
func told(r diag.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n*På svenska:* %s\n\n%s", sentence(r.Title.EN), sentence(r.Title.SV), trial.Standing(r))
	row := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "* %s: %s\n", name, value)
		}
	}
	if l := lint(r.ID); l != nil {
		row("Why", sentence(l.Why.EN))
		row("Varför", sentence(l.Why.SV))
		row("Better", sentence(l.Better.EN))
		row("Bättre", sentence(l.Better.SV))
	}
	if d := duty(r.ID); d != nil {
		row("Why", d.Why.EN)
		row("Varför", d.Why.SV)
		row("Written in", "`"+d.Fields+"`")
		row("Source", fmt.Sprintf("%s, read on %s", d.Source, d.Checked))
	}
	return b.String()
}

// sentence begins with a capital letter and ends with a full stop.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + strings.TrimSuffix(s[n:], ".") + "."
}

// example is a rule at work: the files of the mistake, a text in which the words
// stand, or a site that has lost what answers the duty.
func example(t *testing.T, r diag.Rule, files map[string]string) string {
	t.Helper()
	if len(files) > 0 {
		return ofFiles(t, r.ID, files, nil)
	}
	text, ok := trial.Spoken()[r.ID]
	if said := wording.Spoken(r.ID); !ok && said != "" {
		text, ok = "en: "+said, true
	}
	if ok {
		where, rest, _ := strings.Cut(text, ": ")
		if strings.HasPrefix(where, "data/") {
			return ofFiles(t, r.ID, map[string]string{where: rest + "\n"}, nil)
		}
		name := "policy." + where + ".md"
		page := prose.File{File: name, Lang: where, Data: []byte(rest + "\n")}
		return ofFiles(t, r.ID, map[string]string{name: rest + "\n"}, []prose.File{page})
	}
	if said := ofBreach(t, r.ID); said != "" {
		return "\n```text\n" + said + "```\n"
	}
	if _, known := shownElsewhere[r.ID]; !known && duty(r.ID) == nil {
		t.Errorf("%s has no example", r.ID)
	}
	return ""
}

// mistakeExamples are the files of testdata/mistakes.txtar, by rule.
func mistakeExamples(t *testing.T) map[string]map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/mistakes.txtar")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]string{}
	for _, f := range archive.Files {
		rule, name, _ := strings.Cut(f.Name, "/")
		if all[rule] == nil {
			all[rule] = map[string]string{}
		}
		all[rule][name] = string(f.Data)
	}
	return all
}

// ofFiles shows files, and what the rule says of them.
func ofFiles(t *testing.T, rule string, files map[string]string, prose []prose.File) string {
	t.Helper()
	fsys := fstest.MapFS{"data/organisation.yaml": {Data: []byte("name: Exempelbolaget\nlanguages: [sv, en]\n")}}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		kind := strings.TrimPrefix(filepath.Ext(name), ".")
		fmt.Fprintf(&b, "\n```%s %s\n%s```\n", strings.Replace(kind, "md", "markdown", 1), name, files[name])
		fsys[name] = &fstest.MapFile{Data: []byte(files[name])}
	}
	set, found, err := record.LoadFS(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		t.Errorf("%s: the example is wrong otherwise: %s: %s", rule, d.Pos.File, d.Message.EN)
	}
	list := only(law.Check(set, prose, today), rule)
	if len(list) == 0 { // the facts have more to say of the same line
		list = only(wording.Lint(set, prose, today), rule)
	}
	if len(list) == 0 {
		t.Errorf("%s: the example does not give it", rule)
	}
	fmt.Fprintf(&b, "\n```text\n%s```\n", printed(t, list, func(name string) []byte { return []byte(files[name]) }))
	return b.String()
}

// ofBreach is what a rule says when its fact is taken from the repository's own
// site. Lines are left out: the fact is gone, so what stands there is not it.
func ofBreach(t *testing.T, rule string) string {
	t.Helper()
	all := attempts(t)
	for i, b := range breaches {
		if dutyOf(b.id).Rule().ID != rule {
			continue
		}
		list := only(slices.Clone(all[i].says), rule)
		for i := range list {
			list[i].Pos = diag.Pos{File: list[i].Pos.File}
			list[i].Related = nil
		}
		if len(list) > 0 {
			return printed(t, list, nil)
		}
	}
	return ""
}

func only(list diag.List, rule string) diag.List {
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Rule != rule })
}

func printed(t *testing.T, list diag.List, lines func(string) []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := diag.Print(&b, list, diag.TextOptions{Lang: "en", Lines: lines}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
