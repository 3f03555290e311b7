package center_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/trial"
)

var update = flag.Bool("update", false, "rewrite docs/rules.md, and severity and law in docs/rules/")

const (
	rulesIndex = "../../../docs/rules.md"
	rulebook   = trial.Rulebook("../../../docs/rules")
)

// groups are the pages of docs/rules/, in the order in which docs/rules.md lists them:
// first what a person who writes facts meets, then what the law asks of them, and then
// texts, pages and versions.
var groups = []string{
	"files", "yaml", "fields", "records",
	"organisation", "purposes", "recipients", "transfers", "retention", "rights", "security", "cookies", "processor", "wording", "texts",
	"prose", "layouts", "pages", "versions",
}

// unshown are the rules of docs/rules/ without an example, and why.
var unshown = map[string]string{
	"coming-day":        "it takes the other rules on another day, and center tests it",
	"data-too-large":    "it takes gigabytes",
	"layout-deprecated": "it takes Hugo, and publish/hugo tests it",
	"layout-loop":       "it takes Hugo, and publish/hugo tests it",
	"layout-missing":    "it takes Hugo, and publish/hugo tests it",
	"layout-nil":        "it takes Hugo, and publish/hugo tests it",
	"layout-render":     "what it stands for is not known",
	"notice-missing":    "it takes a history",
	"page-language":     "it takes layouts, and publish/seal tests it",
	"page-title":        "it takes layouts, and publish/seal tests it",
	"page-twice":        "it takes layouts, and publish/seal tests it",
	"prose-ref":         "it takes Hugo, and publish/hugo tests it",
	"prose-render":      "what it stands for is not known",
	"reference-stale":   "it depends on the day, not on a file",
	"special-file":      "no document holds a pipe",
	"too-many-files":    "it takes minutes",
	"translation-stale": "it takes a history",
	"unreadable":        "it takes the rights of another user",
	"version-converted": "it takes git",
	"version-sparse":    "it takes git",
	"version-unissued":  "it takes a history",
}

// TestEveryRuleIsDocumented compares docs/rules/ with the table: each rule has a section
// on the page of its group, by the alphabet, which tells its severity and its law and
// shows it at work. Other tests run what is shown.
func TestEveryRuleIsDocumented(t *testing.T) {
	rules := center.Rules()
	seen := map[string]string{} // rule to page
	before := trial.Section{}
	for _, s := range rulebook.Sections(t) {
		r, known := diag.RuleOf(rules, s.Rule)
		switch {
		case !known:
			t.Errorf("docs/rules/%s.md has a section on %s, which is no rule", s.Page, s.Rule)
			continue
		case seen[s.Rule] != "":
			t.Errorf("%s has a section in docs/rules/%s.md and in %s.md", s.Rule, seen[s.Rule], s.Page)
		case s.Page != r.Group:
			t.Errorf("%s stands in docs/rules/%s.md, and belongs to %s.md", s.Rule, s.Page, r.Group)
		case s.Page == before.Page && s.Rule < before.Rule:
			t.Errorf("docs/rules/%s.md: %s stands after %s", s.Page, s.Rule, before.Rule)
		}
		seen[s.Rule], before = s.Page, s
		if _, ours := diag.RuleOf(diag.Rules(), s.Rule); ours { // rules/law sees to its own
			standing(t, s, r)
			if n := len(s.Blocks); (n == 0) != (unshown[s.Rule] != "") || n > 0 && s.Blocks[n-1].Kind != "text" {
				t.Errorf("%s: %d blocks, and the reason to have none is %q", s.Rule, n, unshown[s.Rule])
			}
		}
	}
	for _, r := range rules {
		if seen[r.ID] == "" {
			t.Errorf("%s has no section in docs/rules/%s.md", r.ID, r.Group)
		}
	}
	for id := range unshown {
		if seen[id] == "" {
			t.Errorf("%s is excused from having an example, and is no rule", id)
		}
	}
}

var told = regexp.MustCompile(`(?m)^\* Severity: .*\n(?:\* Law: .*\n)?(?:\* Mended by: .*\n)?`)

// standing demands that a section tells severity and law as the table has them.
func standing(t *testing.T, s trial.Section, r diag.Rule) {
	t.Helper()
	want := trial.Standing(r)
	if said := told.FindAllString(s.Text, -1); len(said) == 1 && said[0] == want {
		return
	}
	if !*update {
		t.Errorf("docs/rules/%s.md does not say of %s:\n%srun the test with -update", s.Page, s.Rule, want)
		return
	}
	words, blocks := s.Text, ""
	if i := strings.Index(s.Text, "\n```"); i >= 0 {
		words, blocks = s.Text[:i], s.Text[i:]
	}
	words = strings.TrimRight(told.ReplaceAllString(words, ""), "\n") + "\n\n" + want
	rulebook.Put(t, s.Page, s.Rule, words+blocks)
}

// TestTheIndexOfRules makes the list of docs/rules.md from the table and from the heads of
// the pages. What stands before the list is written by hand.
func TestTheIndexOfRules(t *testing.T) {
	data, err := os.ReadFile(rulesIndex)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(data), "\n## ")
	var b strings.Builder
	b.WriteString(strings.TrimRight(head, "\n") + "\n")
	pages := rulebook.Pages(t)
	for _, group := range groups {
		title, intro, ok := headOf(pages[group])
		if !ok {
			t.Errorf("docs/rules/%s.md has no title and text before its first section", group)
		}
		fmt.Fprintf(&b, "\n## [%s](rules/%s.md)\n\n%s\n\n| rule | severity | what it finds | vad den finner |\n| --- | --- | --- | --- |\n", title, group, intro)
		for _, r := range center.Rules() {
			if r.Group == group {
				severity, _, _ := strings.Cut(strings.TrimPrefix(trial.Standing(r), "* Severity: "), "\n")
				if r.Mends {
					severity += ", `fix`"
				}
				fmt.Fprintf(&b, "| <a id=%[1]q></a>[`%[1]s`](rules/%[2]s.md#%[1]s) | %[3]s | %[4]s | %[5]s |\n", r.ID, group, severity, cell(r.Title.EN), cell(r.Title.SV))
			}
		}
		delete(pages, group)
	}
	for page := range pages {
		t.Errorf("docs/rules/%s.md is the page of no group", page)
	}
	trial.Golden(t, *update, rulesIndex, []byte(b.String()))
}

func headOf(page string) (title, intro string, ok bool) {
	head, _, _ := strings.Cut(page, "\n## ")
	title, intro, ok = strings.Cut(strings.TrimPrefix(head, "# "), "\n\n")
	return title, strings.TrimSpace(intro), ok && head != title && strings.HasPrefix(page, "# ")
}

// cell writes a text into a table of Markdown.
func cell(text string) string { return strings.NewReplacer("|", `\|`, "<", "&lt;").Replace(text) }
