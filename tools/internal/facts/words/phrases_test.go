package words_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/publish/list"
	"tillit/tools/internal/trial"
)

var update = flag.Bool("update", false, "write phrases.go anew")

// spokenIn are the rooms whose words are asked of a translator.
var spokenIn = []string{"../../publish/list", "../../publish/feed", "../../publish/document"}

// unspoken are their files whose words are Swedish and English alone: what goes to
// customers by post and to the authority, and what a schema of others holds.
var unspoken = []string{"letter.go", "letter_eml.go", "ropa.go", "tilt.go", "tilt_data.go"}

// TestPhrasesAreThoseThatTheCodeSays reads the code, so that no phrase is said that a
// translator is not asked for, and none is asked for that nothing says.
func TestPhrasesAreThoseThatTheCodeSays(t *testing.T) {
	var said []diag.Text
	for _, room := range spokenIn {
		phrases := phrasesIn(t, room)
		if len(phrases) < 20 {
			t.Fatalf("only %d phrases were found in %s; the test looks in the wrong place", len(phrases), room)
		}
		said = append(said, phrases...)
	}
	for _, roll := range list.Lists() { // which take labels and meanings from the structs of the records
		for _, c := range roll.Columns {
			said = append(said, c.Label, c.Doc)
		}
	}
	slices.SortFunc(said, func(a, b diag.Text) int {
		return cmp.Or(cmp.Compare(strings.ToLower(strings.TrimSpace(a.EN)), strings.ToLower(strings.TrimSpace(b.EN))), cmp.Compare(a.EN, b.EN), cmp.Compare(a.SV, b.SV))
	})
	said = slices.Compact(said)
	if len(said) < 100 {
		t.Fatalf("only %d phrases were found; the test looks in the wrong place", len(said))
	}
	var b bytes.Buffer
	b.WriteString("package words\n\nimport \"tillit/tools/internal/diag\"\n\n// phrases are all those of Phrases, in the order of the English words. A test holds\n// them against the code that says them, and writes them anew with -update.\nvar phrases = []diag.Text{\n")
	for _, p := range said {
		fmt.Fprintf(&b, "\t{SV: %q, EN: %q},\n", p.SV, p.EN)
	}
	b.WriteString("}\n")
	want, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	trial.Golden(t, *update, "phrases.go", want)

	// One key is one phrase, or the same English words.
	english := map[string]string{}
	for _, p := range said {
		key := words.PhraseKey(p)
		if other, taken := english[key]; taken && words.Fold(other) != words.Fold(p.EN) {
			t.Errorf("%q and %q have the same key, %s", other, p.EN, key)
		}
		english[key] = p.EN
	}
}

// phrasesIn are those of the code of a room, in the order of its files.
func phrasesIn(t *testing.T, room string) []diag.Text {
	t.Helper()
	files, err := os.ReadDir(room)
	if err != nil {
		t.Fatal(err)
	}
	var said []diag.Text
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") || slices.Contains(unspoken, f.Name()) {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), filepath.Join(room, f.Name()), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if ok && len(call.Args) == 2 && slices.Contains([]string{"say", "Say", "para"}, nameOf(call.Fun)) {
				sv, en := literal(call.Args[0]), literal(call.Args[1])
				if sv != "" && en != "" {
					said = append(said, diag.Text{SV: sv, EN: en})
				}
			}
			return true
		})
	}
	return said
}

func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

func literal(e ast.Expr) string {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		s, _ := strconv.Unquote(lit.Value)
		return s
	}
	return ""
}
