package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unsafe"

	"gopkg.in/yaml.v3" // to compare with: it is what reads

	"tillit/tools/internal/diag"
)

var odd = []string{
	"å: [東京, {x: 🙂}]\nb: \"c\\n\\u00e5\"\n'd''e': 'f''g'\n",
	"a: &x !!str 1\nb: *x\n<<: {c: d}\ne: !foo [g]\n? [h]\n: i\n",
	"a: |\n  b\n  c\nd: >-\n  e\n  f\ng: 1\nh: 1.5\ni: 2026-01-01\nj: true\nk: ~\nl:\n",
	"a: b\r\nc:\r\n  - d\r\n  - e: f\r\n",
	"- a\n- - b\n  - c\n",
}

// What the library reads is what a Node says, whatever the style.
func TestNodesSayWhatTheLibraryReads(t *testing.T) {
	texts := append([]string{}, odd...)
	for _, pattern := range []string{"data/*/*.yaml", "i18n/*.yaml", "examples/*/data/*/*.yaml"} {
		names, err := filepath.Glob("../../../../" + pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(data))
		}
	}
	for _, text := range texts {
		var doc yaml.Node
		if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
			t.Fatal(err)
		}
		alike(t, Fragment(text), doc.Content[0])
	}
}

func alike(t *testing.T, n *Node, want *yaml.Node) {
	t.Helper()
	kind := map[yaml.Kind]Kind{yaml.MappingNode: Map, yaml.SequenceNode: List, yaml.ScalarNode: Scalar, yaml.AliasNode: Alias}[want.Kind]
	style := map[yaml.Style]Style{0: 0, yaml.TaggedStyle: tagged, yaml.DoubleQuotedStyle: DoubleQuoted, yaml.SingleQuotedStyle: SingleQuoted,
		yaml.LiteralStyle: Literal, yaml.FoldedStyle: Folded, yaml.FlowStyle: Flow, yaml.FlowStyle | yaml.TaggedStyle: Flow | tagged}[want.Style]
	types := map[string]Type{"!!str": Text, "!!null": None, "!!bool": Truth, "!!int": Whole, "!!float": Number, "!!timestamp": Day, "!!merge": merge}
	if n.Kind != kind || n.Style != style || n.Value != want.Value || n.Line != int32(want.Line) || n.Column != int32(want.Column) || len(n.Content) != len(want.Content) {
		t.Fatalf("%+v is read as %+v", *want, *n)
	}
	if kind == Scalar && n.Type != types[want.Tag] {
		t.Errorf("%s %q has the type %d", want.Tag, want.Value, n.Type)
	}
	if n.beside().anchor != want.Anchor || style&tagged != 0 && n.beside().tag != want.Tag {
		t.Errorf("%+v has the marks %+v", *want, n.beside())
	}
	for i := range n.Content {
		alike(t, n.Content[i], want.Content[i])
	}
}

// A value that stands in the text as it is takes no memory of its own.
func TestValuesArePartsOfTheText(t *testing.T) {
	text := "å: Åkeri\n\"b\": 'c d'\ne: [f, \"g\"]\n"
	from := uintptr(unsafe.Pointer(unsafe.StringData(text)))
	for key, value := range Fragment(text).Fields() {
		for _, n := range append([]*Node{key, value}, value.Content...) {
			if at := uintptr(unsafe.Pointer(unsafe.StringData(n.Value))); n.Kind == Scalar && (at < from || at >= from+uintptr(len(text))) {
				t.Errorf("%q does not lie in the text", n.Value)
			}
		}
	}
}

func TestFields(t *testing.T) {
	n := Fragment("a: 1\nb: 2\na: 3\n[c]: 4\n")
	var seen []string
	for key, value := range n.Fields() {
		seen = append(seen, key.Value+value.Value)
		if value.Value == "3" {
			break
		}
	}
	if got := strings.Join(seen, " "); got != "a1 b2 a3" {
		t.Errorf("the fields are %s", got)
	}
	if n.Field("a").Value != "1" || n.Field("c") != nil || n.Field("") != nil || n.Field("a").Field("b") != nil {
		t.Error("a field is not found, or found where there is none")
	}
	for range Fragment("[a, b]").Fields() {
		t.Error("a list has fields")
	}
	if Fragment("a: b: c") != nil || Fragment("# a\n") != nil {
		t.Error("what cannot be read has a value")
	}
}

type card struct {
	Name  string `yaml:"name"`
	Count int    `yaml:"count"`
}

// card1 is a file that is simple for every other number, and for the rest left to
// the library.
func card1(i int) []byte {
	return []byte(fmt.Sprintf("# %d\n%s%s: \"Kort %d\"\ncount: %d\n", i, strings.Repeat("\n", i%7), []string{"name", "'name'"}[i%2], i, i+1))
}

// A file without findings lets its tree go, and reads it again to name a place; the
// memory of the tree goes to the next file. A file with findings keeps both.
func TestReadIntoLetsGo(t *testing.T) {
	var files []*File
	var cards []card
	for i := range 50 {
		var c card
		f, found := ReadInto("data/x.yaml", card1(i), &c)
		if f == nil || len(found) > 0 || f.tree.Load() != nil || f.lines.Load() != nil {
			t.Fatalf("file %d keeps its tree, or has the findings %v", i, found)
		}
		files, cards = append(files, f), append(cards, c)
	}
	for i, f := range files {
		want := diag.Pos{File: "data/x.yaml", Line: 2 + i%7, Column: 7 + i%2*2, Length: len(fmt.Sprint(i)) + 7}
		if pos, ok := f.At("name"); !ok || pos != want || cards[i].Name != fmt.Sprintf("Kort %d", i) || cards[i].Count != i+1 {
			t.Fatalf("file %d says %+v at %+v, want %+v", i, cards[i], pos, want)
		}
		if f.Release(); f.tree.Load() != nil || f.lines.Load() != nil {
			t.Fatal("it is not let go again")
		}
	}

	for _, text := range []string{"name: NO\n", "nam: x\n", "name: x\n\tcount: 1\n", "name: “x”\n"} {
		f, found := ReadInto("data/x.yaml", []byte(text), &card{})
		kept := f.tree.Load()
		f.Release()
		if len(found) == 0 || kept == nil || f.tree.Load() != kept || !f.Failed("") && len(f.moved) == 0 {
			t.Errorf("%q does not keep its tree; findings %v", text, found)
		}
		says := said(kept)
		for i := range 5 {
			ReadInto("data/x.yaml", card1(i), &card{})
		}
		if now := said(kept); now != says {
			t.Errorf("the tree of %q has become\n%s", text, now)
		}
	}
	if f, found := ReadInto("data/x.yaml", []byte("- a\n"), &card{}); f != nil || len(found) != 1 {
		t.Errorf("a list is read as %v with %v", f, found)
	}
}

// Places may be asked for from everywhere at once.
func TestPlacesAtOnce(t *testing.T) {
	f, _ := ReadInto("data/x.yaml", card1(3), &card{})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if pos, ok := f.At("count"); !ok || pos.Line != 6 {
					t.Errorf("count stands at %+v", pos)
				}
				f.Release()
			}
		})
	}
	group.Wait()
}

func TestBlankIsKnownAfterwards(t *testing.T) {
	for text, want := range map[string]bool{"name: x\n": false, "name: x\ncount: 0\n": true, "name: \"\"\n": true, "name: x\ncount: []\n": true} {
		f, _ := ReadInto("data/x.yaml", []byte(text), &card{})
		if f.Blank() != want {
			t.Errorf("%q: blank %t", text, f.Blank())
		}
	}
}

// said is all that a value says, in one line.
func said(n *Node) string {
	text := n.Value
	for _, c := range n.Content {
		text += "|" + said(c)
	}
	return text
}
