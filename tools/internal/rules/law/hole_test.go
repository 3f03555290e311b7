package law_test

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/rules/law"
)

// hole is what an empty value leaves in a sentence.
var hole = regexp.MustCompile(`\S  \S|^ | $| [,.;:]|""|\(\)|: ?$|%!`)

// field is a line of YAML with a value.
var field = regexp.MustCompile(`^(?: |- )*[a-z_]+: \S`)

// Whatever is left out of the facts, no message has a hole where it would have stood.
func TestMessagesHaveNoHoles(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads a site a thousand times")
	}
	const root = "../../../../examples/starter"
	files := fstest.MapFS{}
	for _, name := range dataFiles(t, root) {
		data, err := os.ReadFile(root + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	files["data/cookies/id.yaml"] = &fstest.MapFile{Data: []byte("name: id\nkind: cookie\nparty: third\ncategory: statistics\nconsent_required: false\n" +
		"lifetime: P1Y\npurpose: {sv: räknar besök, en: counts visits}\n")}
	tried, told := 0, map[string]bool{}
	for name, file := range files {
		lines := strings.SplitAfter(string(file.Data), "\n")
		for i, line := range lines {
			if !field.MatchString(line) || strings.Contains(line, ": |") || strings.Contains(line, ": >") {
				continue
			}
			tried++
			without := strings.Join(lines[:i], "") + strings.Repeat(" ", len(line)-len(strings.TrimLeft(line, " ")))
			if strings.Contains(line, "- ") {
				continue // the item has its first field there
			}
			files[name] = &fstest.MapFile{Data: []byte(without + "\n" + strings.Join(lines[i+1:], ""))}
			set, found, err := record.LoadFS(files)
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, check.All(set, "2026-11-21")...)
			if set.Organisation != nil {
				found = append(found, law.Check(set, nil, "2026-11-21")...)
			}
			for _, d := range found {
				for _, said := range []string{d.Message.SV, d.Message.EN} {
					if hole.MatchString(said) && !told[d.Rule] {
						told[d.Rule] = true
						t.Errorf("without %q of %s: %q [%s]", strings.TrimSpace(line), name, said, d.Rule)
					}
				}
			}
		}
		files[name] = file
	}
	if tried < 300 {
		t.Errorf("only %d lines were left out", tried)
	}
}

// dataFiles are the files of facts of a site.
func dataFiles(t *testing.T, root string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(root), "data", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, ".yaml") {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
