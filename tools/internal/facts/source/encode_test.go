package source_test

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"strings"
	"testing"

	"gopkg.in/yaml.v3" // to compare with: what it writes is what many files look like

	"tillit/tools/internal/facts/source"
)

// TestEncode holds one value of each kind and style, and each reason for quotes.
func TestEncode(t *testing.T) {
	tests := map[string]struct{ value, want string }{
		"fields":                      {"a: x\nb: z", "a: x\nb: z\n"},
		"groups and lists":            {"a: {b: [x, {c: d, e: f}]}", "a: {b: [x, {c: d, e: f}]}\n"},
		"groups and lists over lines": {"a:\n b:\n - x\n - c: d\n   e:\n   - f\n - - g\n   - h", "a:\n  b:\n    - x\n    - c: d\n      e:\n        - f\n    - - g\n      - h\n"},
		"empty ones":                  {"a: {}\nb: []\nc:\n- {}\n- []", "a: {}\nb: []\nc:\n  - {}\n  - []\n"},
		"nothing":                     {"a:\nb:\n-\n- x\nc: {d: , e: [~]}", "a:\nb:\n  -\n  - x\nc: {d: null, e: [~]}\n"},
		"a single value":              {"x", "x\n"},
		"quotes as they were":         {"a: 'x'\nb: \"y\"\n'c': z", "a: 'x'\nb: \"y\"\n'c': z\n"},
		"quotes in quotes":            {`{a: 'it''s', b: "say \"x\" \\"}`, `{a: 'it''s', b: "say \"x\" \\"}` + "\n"},
		"a number, a day, a truth":    {"a: 12\nb: 2026-03-01\nc: true\nd: 1.5", "a: 12\nb: 2026-03-01\nc: true\nd: 1.5\n"},
		"a text over lines":           {"a: |\n  x\n\n  y\nb: z", "a: |\n  x\n\n  y\nb: z\n"},
		"without a line break":        {"a: |-\n  x\n  y", "a: |-\n  x\n  y\n"},
		"with more line breaks":       {"a: |+\n  x\n\n\nb: z", "a: |+\n  x\n\n\nb: z\n"},
		"indented more":               {"a: |2-\n    x\n  y", "a: |2-\n    x\n  y\n"},
		"in an item":                  {"- |-\n  x\n  y", "- |-\n  x\n  y\n"},
		"alone":                       {"|-\n  x\n  y", "|-\n  x\n  y\n"},
		"a long line below >":         {"a: >-\n  x\n  y", "a: >-\n  x y\n"},
		"lines below >":               {"a: >-\n  x\n\n  y", "a: |-\n  x\n  y\n"},
		"over lines within brackets":  {"{a: \"x\\ny\"}", "{a: \"x\\ny\"}\n"},
		"a text with a tab":           {`a: "x\ty"`, `a: "x\ty"` + "\n"},
		"a comment is not kept":       {"a: x # y", "a: x\n"},
		"letters of all lands":        {"a: Åkeri 東京 🙂", "a: Åkeri 東京 🙂\n"},
		"a name and a type":           {"a: &b !!str 12\nc: *b", "a: \"12\"\nc: '*b'\n"},
	}
	for name, tt := range tests {
		n := source.Fragment(tt.value)
		if n == nil {
			t.Fatalf("%s: cannot be read", name)
		}
		if got := string(source.Encode(n)); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}

// TestEncodeQuotes holds texts that would not be read as they are without quotes,
// or of which the reader would say that they need some.
func TestEncodeQuotes(t *testing.T) {
	tests := map[string][2]string{ // as the value of a field, and within brackets
		"x":            {`x`, `x`},
		"":             {`""`, `""`},
		"12":           {`"12"`, `"12"`},
		"+46 8 123":    {`+46 8 123`, `+46 8 123`},
		"1_0":          {`"1_0"`, `"1_0"`},
		"2026-01-01":   {`"2026-01-01"`, `"2026-01-01"`},
		"true":         {`"true"`, `"true"`},
		"NO":           {`"NO"`, `"NO"`},
		"y":            {`"y"`, `"y"`},
		"~":            {`"~"`, `"~"`},
		"null":         {`"null"`, `"null"`},
		"<<":           {`"<<"`, `"<<"`},
		"- x":          {`'- x'`, `'- x'`},
		"-":            {`'-'`, `'-'`},
		"-x":           {`-x`, `-x`},
		"? x":          {`'? x'`, `'? x'`},
		"?x":           {`?x`, `'?x'`},
		": x":          {`': x'`, `': x'`},
		":x":           {`:x`, `':x'`},
		"a: b":         {`'a: b'`, `'a: b'`},
		"a:":           {`'a:'`, `'a:'`},
		"https://x.se": {`https://x.se`, `'https://x.se'`},
		"a #b":         {`'a #b'`, `'a #b'`},
		"a#b":          {`a#b`, `a#b`},
		"#a":           {`'#a'`, `'#a'`},
		"a, b":         {`a, b`, `'a, b'`},
		"a [b]":        {`a [b]`, `'a [b]'`},
		"[a]":          {`'[a]'`, `'[a]'`},
		"{a}":          {`'{a}'`, `'{a}'`},
		"why?":         {`why?`, `'why?'`},
		" a":           {`' a'`, `' a'`},
		"a ":           {`'a '`, `'a '`},
		"@a":           {`'@a'`, `'@a'`},
		"`a":           {"'`a'", "'`a'"},
		"%a":           {`'%a'`, `'%a'`},
		"*a":           {`'*a'`, `'*a'`},
		"&a":           {`'&a'`, `'&a'`},
		"!a":           {`'!a'`, `'!a'`},
		"|":            {`'|'`, `'|'`},
		">":            {`'>'`, `'>'`},
		"'a'":          {`'''a'''`, `'''a'''`},
		`"a"`:          {`'"a"'`, `'"a"'`},
		`a"b'c\`:       {`a"b'c\`, `a"b'c\`},
		"---":          {`'---'`, `'---'`},
		"...":          {`'...'`, `'...'`},
		"“a”":          {`"“a”"`, `"“a”"`},
		"a\nb":         {"|-\n  a\n  b", `"a\nb"`},
		"a \nb":        {`"a \nb"`, `"a \nb"`},
		"\u202ea":      {`"\u202Ea"`, `"\u202Ea"`},
		"a\x00":        {`"a\x00"`, `"a\x00"`},
	}
	for text, want := range tests {
		field := func(n *source.Node) *source.Node {
			return &source.Node{Kind: source.Map, Content: []*source.Node{{Kind: source.Scalar, Value: "a"}, n}}
		}
		value := &source.Node{Kind: source.Scalar, Value: text}
		if got := string(source.Encode(field(value))); got != "a: "+want[0]+"\n" {
			t.Errorf("%q is written as %s, want %s", text, got, want[0])
		}
		list := &source.Node{Kind: source.List, Style: source.Flow, Content: []*source.Node{value}}
		if got := string(source.Encode(field(list))); got != "a: ["+want[1]+"]\n" {
			t.Errorf("%q is written as %s within brackets, want %s", text, got, want[1])
		}
		if again := source.Fragment(string(source.Encode(field(list)))); again == nil || again.Content[1].Content[0].Value != text {
			t.Errorf("%q is not read again", text)
		}
	}
}

func TestEncodeWritesComments(t *testing.T) {
	n := source.Fragment("a: {b: c}\nd:\n- e\n- f: g\nh: |-\n  i\n  j")
	n.Field("a").SetComment("one line")
	n.Field("d").SetComment("above a list")
	n.Field("d").Content[0].SetComment("of an item")
	n.Field("d").Content[1].SetComment("above a group")
	n.Field("h").SetComment("above a text")
	want := "a: {b: c} # one line\nd: # above a list\n  - e # of an item\n  - # above a group\n    f: g\nh: |- # above a text\n  i\n  j\n"
	got := source.Encode(n)
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if again := source.Fragment(string(got)); !same(n, again) {
		t.Errorf("read again it is\n%s", source.Encode(again))
	}
}

// TestEncodeIsReadAgain makes values of every kind and style, of texts that are
// hard to write, and reads what is written.
func TestEncodeIsReadAgain(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 1))
	for range 5_000 {
		n := made(r, 4)
		text := source.Encode(n)
		again := source.Fragment(string(text))
		if again == nil {
			t.Fatalf("cannot be read:\n%s\nof %s", text, show(n))
		}
		if !same(n, again) {
			t.Fatalf("%s\nof %s\nis read as %s", text, show(n), show(again))
		}
		if twice := source.Encode(again); !same(again, source.Fragment(string(twice))) {
			t.Fatalf("%s\nis written as\n%s", text, twice)
		}
	}
}

// FuzzEncode writes whatever can be read, and any text, and reads it again.
func FuzzEncode(f *testing.F) {
	f.Add("a: [b, 'c', \"d\", {e: f}]\ng: |\n  h\n", uint8(0))
	f.Fuzz(func(t *testing.T, text string, style uint8) {
		text = strings.ToValidUTF8(text, "?")
		n := &source.Node{Kind: source.Scalar, Value: text, Style: source.Style(style) & (source.DoubleQuoted | source.SingleQuoted | source.Literal | source.Folded)}
		list := &source.Node{Kind: source.List, Content: []*source.Node{n, {Kind: source.List, Style: source.Flow, Content: []*source.Node{n}}}}
		if again := source.Fragment(string(source.Encode(list))); again == nil || again.Content[0].Value != text || again.Content[1].Content[0].Value != text {
			t.Errorf("%q is written as\n%s", text, source.Encode(list))
		}
		if n := source.Fragment(text); n != nil && n.Type != source.None && writable(n) {
			if again := source.Fragment(string(source.Encode(n))); again == nil || !same(n, again) {
				t.Errorf("%q is written as\n%s", text, source.Encode(n))
			}
		}
	})
}

// writable leaves out what records do without: keys that are no single word,
// references, types that a file names itself.
func writable(n *source.Node) bool {
	if n.Kind == source.Alias || n.Kind == source.Scalar && (n.Type > source.Day || !source.Untyped(n)) {
		return false
	}
	for i, c := range n.Content {
		if n.Kind == source.Map && i%2 == 0 && (c.Kind != source.Scalar || len(c.Value) > 500) || !writable(c) {
			return false
		}
	}
	return true
}

// made is a value that chance has made.
func made(r *rand.Rand, depth int) *source.Node {
	n := &source.Node{Kind: source.Scalar}
	if depth > 0 && r.IntN(3) > 0 {
		n.Kind = []source.Kind{source.Map, source.List}[r.IntN(2)]
	}
	if n.Kind == source.Scalar {
		n.Value = hard(r)
		n.Style = []source.Style{0, 0, source.DoubleQuoted, source.SingleQuoted, source.Literal, source.Folded}[r.IntN(6)]
		return n
	}
	n.Style = []source.Style{0, 0, source.Flow}[r.IntN(3)]
	for range r.IntN(4) {
		if n.Kind == source.Map {
			n.Content = append(n.Content, &source.Node{Kind: source.Scalar, Value: hard(r)})
		}
		n.Content = append(n.Content, made(r, depth-1))
	}
	return n
}

var pieces = []string{"a", "b c", " ", "\n", "\n\n", ": ", ":", "#", " #", "-", "- ", "?", ",", "[", "]", "{", "}", "'", "\"", "\\", "|", ">", "&", "*", "!", "%", "@",
	"`", "å", "東", "🙂", "1", "2026-01-01", "true", "NO", "~", "<<", "---", "...", "\t", "\u00a0", "\u202e", "\x00", "\u0085", "\ufeff", "“", "”", "="}

func hard(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(5) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// same tells whether two values hold the same, however they are written.
func same(a, b *source.Node) bool {
	if a.Kind != b.Kind || len(a.Content) != len(b.Content) || a.Kind == source.Scalar && a.Type != b.Type {
		return false
	}
	if a.Value != b.Value && a.Type != source.None {
		return false
	}
	for i := range a.Content {
		if !same(a.Content[i], b.Content[i]) {
			return false
		}
	}
	return true
}

func show(n *source.Node) string {
	var b strings.Builder
	b.WriteString([]string{"?", "map", "list", "scalar", "alias"}[n.Kind])
	if n.Kind == source.Scalar {
		b.WriteString(strings.ReplaceAll(" "+n.Value, "\n", "\\n"))
	}
	for _, c := range n.Content {
		b.WriteString(" (" + show(c) + ")")
	}
	return b.String()
}

// TestEncodeWritesLikeTheLibrary writes every file of facts, words and versions in
// the repository with the library's encoder and with this one.
func TestEncodeWritesLikeTheLibrary(t *testing.T) {
	files := 0
	for name, data := range yamlFiles(t) {
		var doc yaml.Node
		n := source.Fragment(string(data))
		if n == nil || strings.Contains(name, "/broken/") || yaml.Unmarshal(data, &doc) != nil {
			continue // broken on purpose
		}
		strip(&doc)
		var want bytes.Buffer
		e := yaml.NewEncoder(&want)
		e.SetIndent(2)
		if err := e.Encode(&doc); err != nil {
			continue
		}
		files++
		if got := source.Encode(n); !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%s: %s", name, firstDifference(string(got), want.String()))
		}
	}
	if files < 400 {
		t.Errorf("only %d files were compared", files)
	}
}

// strip takes comments away, which a Node does not hold.
func strip(n *yaml.Node) {
	n.HeadComment, n.LineComment, n.FootComment = "", "", ""
	for _, c := range n.Content {
		strip(c)
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got " + g[i] + "\nwant " + w[i]
		}
	}
	return "one goes on"
}

const root = "../../../.."

// yamlFiles are the files of YAML in the repository, but for those of goldens.
func yamlFiles(t testing.TB) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, folder := range []string{"data", "examples", "i18n", "versions", "tools/internal"} {
		err := fs.WalkDir(os.DirFS(root), folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(name) != ".yaml" {
				return err
			}
			data, err := os.ReadFile(path.Join(root, name))
			files[name] = data
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}
