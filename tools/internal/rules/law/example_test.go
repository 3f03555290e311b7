package law_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/law"
)

// examples are modelled on public notices. They stand in the order of the table
// below.
var examples = []string{"iver", "svensk-e-identitet", "hosting-reseller", "hosting-supplier", "interdo"}

// sign is a state as a letter of a row.
var sign = map[coverage.State]string{coverage.Covered: "+", coverage.Partial: "~", coverage.Missing: "x", coverage.Unknown: "?", coverage.NotApplicable: "n", "": "."}

// lawyer is what a lawyer who read the five notices says of each duty, notice by
// notice, and what the program finds in the examples: + covered, ~ in part,
// x missing, ! told wrongly, ? not told whether it applies, n not applicable,
// . not asked. Where the two differ, the reason stands beside them, with the
// rules by which the checks tell what coverage does not.
var lawyer = []struct{ duty, says, finds, why, told string }{
	{"GDPR-13-1-a", "~~xx~", "~~~~~",
		"the two that name nobody have a stand-in for a trade name",
		"hosting-reseller:gdpr-13-1-a hosting-supplier:gdpr-13-1-a"},
	{"GDPR-13-1-b", "+????", "+????", "", ""},
	{"GDPR-13-1-c-purpose", "+~~~+", "+++++",
		"each purpose is told; that it is too vague is a mistake",
		"svensk-e-identitet:purpose-vague hosting-reseller:purpose-vague hosting-supplier:purpose-vague"},
	{"GDPR-13-1-c-basis", "xx~x~", "xx+xx",
		"two bases for a purpose are a mistake, not a gap; in interdo, purposes without any decide",
		"hosting-reseller:basis-combined interdo:basis-combined interdo:gdpr-13-1-c-basis"},
	{"GDPR-13-1-d", "????!", "??n?x",
		"hosting-reseller has a basis for each purpose, and none is this one; what interdo leaves out is missing", ""},
	{"GDPR-13-1-e", "+~~x+", "+++xx",
		"unnamed recipients are a gap of their own; four activities of interdo name none",
		"svensk-e-identitet:gdpr-13-1-e-category hosting-reseller:gdpr-13-1-e-named interdo:gdpr-13-1-e"},
	{"GDPR-13-1-f-fact", "n?!?~", "+xx?+",
		"where recipients do not say whether data leaves the EU/EEA, that is missing; places in Sweden alone, and interdo's denial, are answers, and its parent companies are unknown",
		"hosting-reseller:transfer-vague hosting-reseller:gdpr-13-1-f-fact svensk-e-identitet:gdpr-13-1-f-fact"},
	{"GDPR-13-2-a", "x~~~~", "x+++x",
		"a rule of retention stands; that it is vague is the next row; one activity of interdo has none", ""},
	{"GDPR-13-2-a-generic", "x~~~~", "?xx+x",
		"without a rule there is nothing to test; the worst rule decides; in hosting-supplier the event is told, and the words are a mistake",
		"svensk-e-identitet:retention-vague hosting-reseller:retention-vague hosting-supplier:retention-vague interdo:retention-vague interdo:retention-just-in-case"},
	{"GDPR-13-2-b-access", "+x+x!", "+x+x+",
		"a limit that the law does not know is a mistake",
		"interdo:access-frequency interdo:right-needs-reason"},
	{"GDPR-13-2-b-rectification", "+x+x+", "+x+x+", "", ""},
	{"GDPR-13-2-b-erasure", "+x+x!", "+x+x+",
		"a bar that the law does not know is a mistake",
		"interdo:right-invented-bar"},
	{"GDPR-13-2-b-restriction", "+xxx~", "+x+x+",
		"a text under the wrong heading, and one that is too narrow, are mistakes",
		"hosting-reseller:right-mislabelled interdo:right-too-narrow"},
	{"GDPR-13-2-b-objection", "+x~x+", "+xxx+",
		"an aside among the grounds of erasure is no right in a field of its own",
		"hosting-reseller:rights-missing"},
	{"GDPR-13-2-b-portability", "xx!x+", "xxxx+",
		"what stands under another heading is missing",
		"hosting-reseller:rights-missing hosting-reseller:right-mislabelled"},
	{"GDPR-13-2-c", "??x?+", "??x?+", "", ""},
	{"GDPR-13-2-d", "+xxx!", "+xxx+",
		"an old name of the authority is a mistake",
		"interdo:old-authority"},
	{"GDPR-13-2-d-contact", "+xxx!", "+xxxx",
		"an authority that cannot be reached is missing",
		"interdo:authority-no-contact"},
	{"GDPR-13-2-e", "xx~x~", "xxxxx",
		"the worst activity decides; those of the two that say something say it in part", ""},
	{"GDPR-13-2-f", "??!??", "??x??",
		"a decision without logic, meaning and consequences is missing",
		"hosting-reseller:adm-no-logic"},
	{"GDPR-21-4", "x?x?x", "x?x?x", "", ""},
	{"SE-LEK-9-28-info", "~.~.~", "x.x.x",
		"what is told for all cookies together describes none",
		"iver:cookie-no-list hosting-reseller:cookie-no-list interdo:cookie-no-list"},
	{"SE-DSL-3-10", "x.xx.", "x?xx?",
		"who processes none must declare that", ""},
	{"WP260-DATE", "xx~xx", "xxxxx",
		"a day from which a text applies is none on which it was gone through",
		"hosting-reseller:no-date"},
}

func TestExamplesAreCoveredAsALawyerSays(t *testing.T) {
	found, rules := map[string]string{}, map[string]bool{}
	for _, name := range examples {
		set := modelled(t, name)
		for _, d := range law.Check(set, nil, today) {
			rules[name+":"+d.Rule] = true
		}
		state := states(law.Cover(set, today, law.Options{}))
		for _, row := range lawyer {
			found[row.duty] += sign[state[row.duty]]
		}
	}
	for _, row := range lawyer {
		if got := found[row.duty]; got != row.finds {
			t.Errorf("%s is %s in the examples, not %s", row.duty, got, row.finds)
		}
		if (row.says != row.finds) != (row.why != "") {
			t.Errorf("%s: a lawyer says %s, the program finds %s; the reason is %q", row.duty, row.says, row.finds, row.why)
		}
		for _, rule := range strings.Fields(row.told) {
			if !rules[rule] {
				t.Errorf("%s: the checks do not report %s", row.duty, rule)
			}
		}
	}
	golden(t, "../../../../docs/examples.md", comparison())
}

// comparison is docs/examples.md: the table for people.
func comparison() []byte {
	words := strings.NewReplacer("+", "covered ", "~", "partly ", "x", "missing ", "!", "wrong ", "?", "unknown ", "n", "n/a ", ".", "– ")
	var b bytes.Buffer
	b.WriteString(comparisonHead)
	fmt.Fprintf(&b, "| duty | %s |\n| --- |%s\n", strings.Join(examples, " | "), strings.Repeat(" --- |", len(examples)))
	for _, row := range lawyer {
		fmt.Fprintf(&b, "| %s |", row.duty)
		says, finds := strings.Fields(words.Replace(row.says)), strings.Fields(words.Replace(row.finds))
		for i := range says {
			if says[i] != finds[i] {
				says[i] += " → " + finds[i]
			}
			fmt.Fprintf(&b, " %s |", says[i])
		}
		b.WriteString("\n")
	}
	b.WriteString("\n## Why they differ\n\n")
	for _, row := range lawyer {
		if row.why == "" {
			continue
		}
		fmt.Fprintf(&b, "* **%s**: %s", row.duty, row.why)
		if row.told != "" {
			fmt.Fprintf(&b, " (`%s`)", strings.Join(strings.Fields(row.told), "`, `"))
		}
		b.WriteString(".\n")
	}
	return b.Bytes()
}

const comparisonHead = `# The five notices, as a lawyer and as the program read them

The examples hold what five public notices say, each fact in the file that its
SOURCE.md names. None of the five answers all that the law asks. The table tells for
each duty what a lawyer says of the notice and, after an arrow, what ` + "`tillit coverage`" + `
finds where that is something else; below stands why, with the rules by which
` + "`tillit check`" + ` tells the rest. *wrong* is what is told, but wrongly: coverage goes by
fields and leaves all but a few words to the checks, so a wrong text is a mistake rather than a gap.
– was not asked. The page is written by a test of package ` + "`law`" + `, which finds all of it anew.

`

func TestCoverageOfTheExamples(t *testing.T) {
	for _, name := range examples {
		t.Run(name, func(t *testing.T) {
			set := modelled(t, name)
			var b bytes.Buffer
			if err := law.Cover(set, today, law.Options{}).Text(&b, "sv"); err != nil {
				t.Fatal(err)
			}
			b.WriteString("\n")
			for _, d := range law.Check(set, nil, today) {
				if d.Pos.File == "" {
					continue // on the age of the program's own tables
				}
				fmt.Fprintf(&b, "%s:%d: %s %s\n", d.Pos.File, d.Pos.Line, d.Severity, d.Rule)
			}
			golden(t, "testdata/coverage/"+name+".golden", b.Bytes())
		})
	}
}

// Each example becomes right when the facts are added that its notice left out,
// and the wrong ones are put right. Those facts are invented, and say so.
func TestRepairedExamplesPass(t *testing.T) {
	for _, name := range examples {
		t.Run(name, func(t *testing.T) {
			set, found, err := record.LoadFS(repaired(t, name))
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, check.All(set, today)...)
			found = append(found, law.Check(set, nil, today)...)
			for _, d := range found {
				// The age of the program's own tables is no matter of the example.
				if d.Severity != diag.Info && d.Rule != "reference-stale" {
					t.Errorf("%s:%d: %s: %s [%s] %s", d.Pos.File, d.Pos.Line, d.Severity, d.Message.EN, d.Rule, d.Hint.EN)
				}
			}
			for _, g := range law.Cover(set, today, law.Options{}).Groups {
				for _, r := range g.Results {
					if r.State == coverage.Missing && r.Severity != diag.Info {
						t.Errorf("%s is missing", r.ID)
					}
				}
			}
		})
	}
}

// A repair marks what it makes up, which is all but the authorities.
func TestRepairsSayThatTheyAreInvented(t *testing.T) {
	for _, name := range examples {
		for file, f := range folder(t, "testdata/repaired/"+name) {
			if !strings.HasPrefix(file, "data/authorities/") && !strings.Contains(string(f.Data), "# invented") {
				t.Errorf("%s: %s does not say that it is invented", name, file)
			}
		}
	}
}

// repaired is an example with the files of its repair laid over it, and without
// those that the repair's REMOVED lists.
func repaired(t *testing.T, name string) fs.FS {
	t.Helper()
	site := folder(t, "../../../../examples/"+name)
	for file, f := range folder(t, "testdata/repaired/"+name) {
		site[file] = f
	}
	removed, err := os.ReadFile("testdata/repaired/" + name + "/REMOVED")
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	for file := range strings.FieldsSeq(string(removed)) {
		if site[file] == nil {
			t.Errorf("REMOVED lists %s, which is not there", file)
		}
		delete(site, file)
	}
	return site
}

// folder is the data of a site, by file.
func folder(t *testing.T, root string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(root), "data", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".yaml" {
			return err
		}
		data, err := os.ReadFile(path.Join(root, name))
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
