package check_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/trial"
)

const house = "../../../.."

// carried are the files that the program brings along.
func carried(t *testing.T) folder.Tree {
	t.Helper()
	tree, err := folder.ReadEmbedded(os.DirFS(house))
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func pagesIn(t *testing.T, dir string) *record.Set {
	t.Helper()
	set, list, err := record.LoadFS(os.DirFS(dir))
	if err != nil || list.Blocks() {
		t.Fatal(list, err)
	}
	return set
}

// own are pages as a site would have written them itself.
func own(files map[string]string) []prose.File {
	tree := folder.Tree{}
	for name, text := range files {
		tree["content/"+name+".md"] = folder.File{Data: []byte("---\ntitle: T\n---\n\n" + text), Own: true}
	}
	return prose.Files(tree, []string{"sv", "en"})
}

// What the program's own pages show is what the table says that they must: none of
// them drops anything, whatever the site.
func TestTheProgramsOwnPagesDropNothing(t *testing.T) {
	tree := carried(t)
	sites, err := filepath.Glob(filepath.Join(house, "examples", "*"))
	if err != nil || len(sites) < 3 {
		t.Fatal(sites, err)
	}
	owed := map[string]bool{}
	for _, dir := range append(sites, house) {
		set := pagesIn(t, dir)
		if set.Organisation == nil {
			continue
		}
		left := check.Leaves(set, prose.Files(tree, []string{"sv", "en"}), tree, "2026-11-29")
		for _, f := range left.Shown {
			owed[f.Call] = true
		}
		for _, d := range check.Dropped(left) {
			t.Errorf("%s: %s", dir, trial.Brief(d, "en"))
		}
	}
	if len(owed) < 30 {
		t.Errorf("only %d facts are shown by any of the sites", len(owed))
	}
}

// A page that says nothing drops all that its table has, for the whole site of this
// repository, so the table is not empty of anything that it names.
func TestAPageThatSaysNothingDropsAll(t *testing.T) {
	set, files := pagesIn(t, house), map[string]string{}
	for _, p := range page.Table() {
		files[p.ID+"/index.en"] = "Hello."
	}
	var pages []string
	for _, d := range check.Leaves(set, own(files), carried(t), "2026-11-29").Dropped {
		pages = append(pages, d.Page)
	}
	want := []string{"about", "changes", "complaints", "contact", "cookies", "glossary", "privacy-policy", "processing", "processor", "recipients", "retention", "rights", "security", "subprocessors", "transfers", "versions"}
	if diff := cmp.Diff(want, pages); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestOwnProseThatDropsFactsIsTold(t *testing.T) {
	starter, tree := pagesIn(t, filepath.Join(house, "examples", "starter")), carried(t)
	const both = "{{< complaint-authority >}}\n\n{{< cookie-authority >}}\n"
	for _, tt := range []struct {
		name, file, text string
		want             []string // what is to be written
	}{
		{"nothing", "complaints/index.sv", "Hej.", []string{"complaint-authority", "cookie-authority"}},
		{"one of two", "complaints/index.sv", "{{< complaint-authority >}}", []string{"cookie-authority"}},
		{"both", "complaints/index.sv", both, nil},
		{"with another mark and more room", "complaints/index.sv", "{{%complaint-authority%}} och {{<   cookie-authority   >}}", nil},
		{"in one language alone", "complaints/index.en", "Hello.", []string{"complaint-authority", "cookie-authority"}},
		{"only the name, in a sentence", "complaints/index.sv", "Den heter {{< authority-name >}}. {{< cookie-authority >}}", []string{"complaint-authority"}},
		{"another shortcode alone", "complaints/index.sv", "{{< authorities >}}", []string{"complaint-authority", "cookie-authority"}},
		{"within a condition that holds", "complaints/index.sv", "{{% when \"complaint-authority\" %}}\n\n" + both + "\n{{% /when %}}", nil},
		{"within one that does not", "complaints/index.sv", "{{% when \"!complaint-authority\" %}}\n\n" + both + "\n{{% /when %}}", []string{"complaint-authority", "cookie-authority"}},
		{"within one that never does", "complaints/index.sv", "{{% when \"dpo,!dpo\" %}}\n\n" + both + "\n{{% /when %}}", []string{"complaint-authority", "cookie-authority"}},
		{"within two, of which the inner holds", "complaints/index.sv", "{{% when \"joint\" %}}\n\n{{% when \"rights\" %}}\n" + both + "\n{{% /when %}}\n\n{{% /when %}}", []string{"complaint-authority", "cookie-authority"}},
		{"behind one that does not", "complaints/index.sv", "{{% when \"joint\" %}}\n\nVi.\n\n{{% /when %}}\n\n" + both, nil},
		{"within one that the program alone knows", "complaints/index.sv", "{{% when \"letters\" %}}\n\n" + both + "\n{{% /when %}}", nil},
		{"in code", "complaints/index.sv", "```\n" + both + "```\n", []string{"complaint-authority", "cookie-authority"}},
		{"in code within a line", "complaints/index.sv", "Skriv `{{< complaint-authority >}}` så. {{< cookie-authority >}}", []string{"complaint-authority"}},
		{"in a comment", "complaints/index.sv", "<!--\n" + both + "-->\n", []string{"complaint-authority", "cookie-authority"}},
		{"behind a comment", "complaints/index.sv", "<!-- x -->\n\n" + both, nil},
		{"as text about it", "complaints/index.sv", "{{</* complaint-authority */>}} {{</* cookie-authority */>}}", []string{"complaint-authority", "cookie-authority"}},
		{"without an end", "complaints/index.sv", "{{< cookie-authority >}}\n\n{{< complaint-authority", []string{"complaint-authority"}},
		{"activities of customers in place of one's own", "privacy-policy/index.sv", "{{< activities \"processor\" >}}{{< controllers >}}{{< dpo >}}{{< services >}}{{< aims >}}{{< country-list \"transfers\" >}}{{< rights-contact >}}{{< authority-name >}}{{< statements \"sharing\" >}}", []string{`activities "controller"`}},
		{"the whole policy, in other words", "privacy-policy/index.sv", "{{< activities `controller` >}}{{< controllers >}}{{< dpo >}}{{< services >}}{{< aims >}}{{< transfers >}}{{< rights-ways >}}{{< complaint-authority >}}{{< statements `sharing` >}}", nil},
		{"the table of activities, written out", "processing/index.sv", "{{< activities controller >}} {{< processor-activities >}}", nil},
		{"cookies", "cookies/index.sv", "Vi använder kakor.", []string{"cookies"}},
		{"storage periods", "retention/index.en", "We keep data as long as it takes.", []string{"retention"}},
		{"rights", "rights/index.en", "{{< rights >}}{{< requests >}}{{< rights-contact >}}", []string{"objection"}},
		{"security", "security/index.en", "Safe.", []string{"measures", "incident"}},
		{"versions", "versions/index.en", "None.", []string{"versions"}},
		{"recipients, with the table of sub-processors", "recipients/index.en", "{{< subprocessors >}}", []string{"recipients"}},
		{"a page that shows no facts", "glossary/index.en", "Words.", nil},
		{"a page of one's own", "careers/index.en", "Hello.", nil},
		{"the start page", "_index.sv", "Hej.", nil},
	} {
		var got []string
		list := check.Dropped(check.Leaves(starter, own(map[string]string{tt.file: tt.text}), tree, "2026-11-29"))
		for _, d := range list {
			_, calls, _ := strings.Cut(d.Hint.EN, ":\n")
			for call := range strings.SplitSeq(calls, "\n\n") {
				got = append(got, strings.TrimSuffix(strings.TrimPrefix(call, "{{< "), " >}}"))
			}
			if d.Pos.File != "content/"+tt.file+".md" || d.Pos.Line != 5 || d.Severity != diag.Error {
				t.Errorf("%s: it is told at %v", tt.name, d.Pos)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || len(list) > 1 {
			t.Errorf("%s (-want +got, in %d findings):\n%s", tt.name, len(list), diff)
		}
	}
}

// What to write is written: then nothing is dropped.
func TestTheAdviceOnWhatAPageDropsHelps(t *testing.T) {
	set, tree := pagesIn(t, house), carried(t)
	files := map[string]string{}
	for _, p := range page.Table() {
		files[p.ID+"/index.sv"] = "Hej."
	}
	for _, d := range check.Dropped(check.Leaves(set, own(files), tree, "2026-11-29")) {
		name := strings.TrimSuffix(strings.TrimPrefix(d.Pos.File, "content/"), ".md")
		_, calls, _ := strings.Cut(d.Hint.SV, ":\n")
		files[name] += "\n\n" + calls + "\n"
	}
	for _, d := range check.Dropped(check.Leaves(set, own(files), tree, "2026-11-29")) {
		t.Error(trial.Brief(d, "sv"))
	}
}

// A shortcode of the site's own may show what the program's does.
func TestAShortcodeOfTheSitesOwnShowsFacts(t *testing.T) {
	set, pages := pagesIn(t, house), own(map[string]string{"cookies/index.sv": "{{< ours >}}{{< consent >}}{{< statements \"cookies\" >}}"})
	for text, want := range map[string]int{
		`{{ partial "cookie/cookies.html" (site.Params.tillit.In "sv") }}`: 0,
		`{{ partial "cookie/consent.html" . }}`:                            1,
		`Inga.`:                                                            1,
	} {
		tree := carried(t)
		tree["layouts/_shortcodes/ours.html"] = folder.File{Data: []byte(text), Own: true}
		if got := check.Dropped(check.Leaves(set, pages, tree, "2026-11-29")); len(got) != want {
			t.Errorf("with the shortcode %s, %d pages drop something", text, len(got))
		}
	}
}

// What is announced is owed, and what has left is not.
func TestWhatAPageOwesFollowsTheDay(t *testing.T) {
	set := trial.SetOf(t, map[string]string{
		"controllers/a": "legal_name: A AB\n",
		"recipients/b":  "kind: processor\nlegal_name: B Inc.\nended: 2026-12-31\ntransfer: {third_country: true, mechanism: scc, countries: [US]}\n",
	})
	pages := own(map[string]string{"transfers/index.sv": "Hej."})
	for day, want := range map[value.Date]int{"2026-11-29": 1, "2027-01-01": 0} {
		if got := check.Dropped(check.Leaves(set, pages, carried(t), day)); len(got) != want {
			t.Errorf("on %s, %d pages drop something", day, len(got))
		}
	}
}

// Each condition of the table is one that prose may ask, each call is a shortcode, and
// both languages of the program's page have it.
func TestTheTableOfFactsNamesWhatThereIs(t *testing.T) {
	tree := carried(t)
	for _, f := range page.Facts() {
		for _, call := range append(slices.Clone(f.Or), f.Call) {
			name, _, _ := strings.Cut(call, " ")
			if _, ok := tree["layouts/_shortcodes/"+name+".html"]; !ok {
				t.Errorf("%s is no shortcode", call)
			}
		}
		for _, lang := range []string{"sv", "en"} {
			if !strings.Contains(string(tree["content/"+f.Page+"/index."+lang+".md"].Data), "{{< "+f.Call+" >}}") {
				t.Errorf("the program's page %s in %s does not call %s", f.Page, lang, f.Call)
			}
		}
		if _, err := page.ConditionsOf(&record.Set{}, "2026-11-29").Has(f.When); f.When != "" && err != nil {
			t.Errorf("%s of %s: %v", f.Call, f.Page, err)
		}
	}
}

// A condition that there is none of is told where it is asked.
func TestUnknownConditionsAreToldInTheProse(t *testing.T) {
	set := pagesIn(t, filepath.Join(house, "examples", "starter"))
	for text, want := range map[string]string{
		"{{% when \"rights\" %}}a{{% /when %}}":                  "",
		"{{% when \"!dpo|letters,everywhere\" %}}a{{% /when %}}": "",
		"{{</* when \"nix\" */>}}":                               "",
		"{{% when \"dpo, !dppo\" %}}a{{% /when %}}":              `content/about/index.sv.md:5:1 [prose-shortcode] there is no condition called "dppo" → did you mean dpo?`,
		"a\n\n{{% when \"nothing-such\" %}}a{{% /when %}}":       `content/about/index.sv.md:7:1 [prose-shortcode] there is no condition called "nothing-such" → remove it`,
	} {
		tree := folder.Tree{"content/about/index.sv.md": {Data: []byte("---\ntitle: T\n---\n\n" + text + "\n"), Own: true}}
		layers := &folder.Layers{Own: tree, Program: carried(t)}
		got := ""
		for _, d := range check.ReadTexts(layers, set, nil, nil).Findings() {
			if d.Pos.File == "content/about/index.sv.md" && d.Rule == "prose-shortcode" {
				got += trial.Brief(d, "en")
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
