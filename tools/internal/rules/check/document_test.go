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
)

const document = "../../../../docs/rules.md"

// untold are the rules whose example would take minutes, gigabytes another user's
// rights or another system; package source tests them.
var untold = []string{"data-too-large", "special-file", "too-many-files", "unreadable"}

// crowded are the rules whose examples break others by the hundred, which are not
// shown.
var crowded = []string{"nesting-too-deep", "too-many-findings", "too-many-values"}

// section is what docs/rules.md says of one rule.
type section struct {
	rule   string
	blocks []block
}

// block is a fenced block: how it is fenced, what is in it, and where that is.
type block struct {
	info, body string
	from, to   int // of the body, in the document
}

var (
	heading = regexp.MustCompile(`(?m)^## ([a-z0-9-]+)$`)
	fence   = regexp.MustCompile("(?ms)^```([a-z]+[^\n]*)\n(.*?)^```$")
)

func sections(t *testing.T, doc string) []section {
	t.Helper()
	var all []section
	at := heading.FindAllStringSubmatchIndex(doc, -1)
	for i, h := range at {
		end := len(doc)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		s := section{rule: doc[h[2]:h[3]]}
		for _, f := range fence.FindAllStringSubmatchIndex(doc[h[1]:end], -1) {
			for j := range f {
				f[j] += h[1]
			}
			s.blocks = append(s.blocks, block{doc[f[2]:f[3]], doc[f[4]:f[5]], f[4], f[5]})
		}
		all = append(all, s)
	}
	return all
}

func TestRulesAreDocumentedWithWhatTheyPrint(t *testing.T) {
	data, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	doc := string(data)
	all := sections(t, doc)
	for _, s := range slices.Backward(all) { // so that places before stay true
		n := len(s.blocks)
		if slices.Contains(untold, s.rule) {
			if n > 0 {
				t.Errorf("%s: has an example, and is in the list of rules without", s.rule)
			}
			continue
		}
		if n < 2 || s.blocks[n-1].info != "text" {
			t.Errorf("%s: no example with its output", s.rule)
			continue
		}
		want := s.blocks[n-1]
		got := s.run(t)
		if diff := cmp.Diff(want.body, got); diff != "" {
			if *update {
				doc = doc[:want.from] + got + doc[want.to:]
			} else {
				t.Errorf("%s: -documented +printed:\n%s", s.rule, diff)
			}
		}
	}
	if *update && doc != string(data) {
		if err := os.WriteFile(document, []byte(doc), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// run lays a section's files over the small site and returns what is printed.
// Nothing but the section's rule may be said.
func (s section) run(t *testing.T) string {
	t.Helper()
	root := site(t, nil)
	for _, b := range s.blocks[:len(s.blocks)-1] {
		how, name, _ := strings.Cut(b.info, " ")
		path := filepath.Join(root, name)
		switch how {
		case "yaml":
			place(t, path, []byte(b.body))
		case "bytes":
			place(t, path, written(t, strings.TrimSuffix(b.body, "\n")))
		case "removed":
			place(t, path, nil)
		case "link":
			os.Remove(path)
			if err := os.Symlink(strings.TrimSpace(b.body), path); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s: nobody knows what to do with a block of %s", s.rule, b.info)
		}
	}
	list := findings(t, root)
	for _, d := range list {
		if d.Rule != s.rule && !slices.Contains(crowded, s.rule) {
			t.Errorf("%s: the example also gives %s: %s", s.rule, d.Rule, d.Message.EN)
		}
	}
	if !slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Rule == s.rule }) {
		t.Errorf("%s: the example does not give it", s.rule)
	}
	list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Rule != s.rule })
	return printed(t, root, list)
}

var escape = regexp.MustCompile(`\\x([0-9A-F]{2})|\\\{([0-9]+)\*([^}]*)\}`)

// written turns the notation of docs/rules.md into the bytes that it stands for:
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
