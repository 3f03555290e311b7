package check_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/trial"
)

const rulebook = trial.Rulebook("../../../../docs/rules")

// crowded are the rules whose examples break others by the hundred, which are not
// shown.
var crowded = []string{"nesting-too-deep", "too-many-findings", "too-many-values"}

// TestRulesAreDocumentedWithWhatTheyPrint runs the examples of docs/rules/ that take no
// more than a check of the facts: those of the rules of the table in diag, unless another
// command prints them.
func TestRulesAreDocumentedWithWhatTheyPrint(t *testing.T) {
	shown := 0
	for _, s := range rulebook.Sections(t) {
		if _, ours := diag.RuleOf(diag.Rules(), s.Rule); !ours || len(s.Blocks) == 0 || s.Command() != "" {
			continue
		}
		shown++
		if len(s.Blocks) == 1 {
			t.Errorf("%s: something is printed, and no file is shown", s.Rule)
			continue
		}
		got := run(t, s)
		if diff := cmp.Diff(s.Blocks[len(s.Blocks)-1].Body, got); diff != "" {
			if *update {
				rulebook.Put(t, s.Page, s.Rule, s.Printing(got))
			} else {
				t.Errorf("%s: -documented +printed:\n%s", s.Rule, diff)
			}
		}
	}
	if shown < 100 {
		t.Errorf("only %d examples were run", shown)
	}
}

// run lays a section's files over the small site and returns what is printed.
// Nothing but the section's rule may be said.
func run(t *testing.T, s trial.Section) string {
	t.Helper()
	root := site(t, nil)
	for _, b := range s.Blocks[:len(s.Blocks)-1] {
		path := filepath.Join(root, b.File)
		switch b.Kind {
		case "yaml":
			place(t, path, []byte(b.Body))
		case "bytes":
			place(t, path, written(t, strings.TrimSuffix(b.Body, "\n")))
		case "removed":
			place(t, path, nil)
		case "link":
			os.Remove(path)
			if err := os.Symlink(strings.TrimSpace(b.Body), path); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s: nobody knows what to do with a block of %s", s.Rule, b.Kind)
		}
	}
	list := findings(t, root)
	for _, d := range list {
		if d.Rule != s.Rule && !slices.Contains(crowded, s.Rule) {
			t.Errorf("%s: the example also gives %s: %s", s.Rule, d.Rule, d.Message.EN)
		}
	}
	if !slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Rule == s.Rule }) {
		t.Errorf("%s: the example does not give it", s.Rule)
	}
	list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Rule != s.Rule })
	return printed(t, root, list)
}

var escape = regexp.MustCompile(`\\x([0-9A-F]{2})|\\\{([0-9]+)\*([^}]*)\}`)

// written turns the notation of docs/rules/ into the bytes that it stands for:
// \xHH is a byte, and \{3*ab} is ababab.
func written(t *testing.T, s string) []byte {
	t.Helper()
	return escape.ReplaceAllFunc([]byte(s), func(m []byte) []byte {
		p := escape.FindSubmatch(m)
		if len(p[1]) > 0 {
			b, _ := strconv.ParseUint(string(p[1]), 16, 8)
			return []byte{byte(b)}
		}
		n, _ := strconv.Atoi(string(p[2]))
		return bytes.Repeat(p[3], n)
	})
}
