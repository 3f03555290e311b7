package slip_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"gopkg.in/yaml.v3" // stands in for the reader that is handed in

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/slip"
	"tillit/tools/internal/facts/source"
)

// TestSyntaxErrors holds files as people break them. Each place is the one that
// a person would point at, and most hints are the line as it should be.
func TestSyntaxErrors(t *testing.T) {
	tests := []struct {
		name, data string
		want       []string // line:column+length rule
		hint       string   // of the first finding, in English
	}{
		{"colon in a text", "id: x\nname: Bolaget: AB\ncountry: SE\n", []string{"2:14+1 colon-in-text"}, `write name: "Bolaget: AB"`},
		{"colon at the end of a text", "name: Puzzel AB:\n", []string{"1:16+1 colon-in-text"}, `write name: "Puzzel AB:"`},
		{"colons in a text", "name: a: b: c\n", []string{"1:8+1 colon-in-text"}, `write name: "a: b: c"`},
		{"colon after letters of two bytes", "name: Åkeri Öst: AB\n", []string{"1:16+1 colon-in-text"}, `write name: "Åkeri Öst: AB"`},
		{"colon in a later line of a text", "sv: Vi delar\n  med dessa: inga\n", []string{"2:12+1 colon-in-text"}, "put the whole text in quotes"},
		{"colon and quotes in a text", "name: the \"best\": AB\n", []string{"1:17+1 colon-in-text"}, `write name: 'the "best": AB'`},

		{"open quote", "name: \"Puzzel AB\ncountry: SE\n", []string{"1:7+1 unclosed-quote"}, `write name: "Puzzel AB"`},
		{"open single quote", "id: x\nname: 'Puzzel AB\ncountry: SE\n", []string{"2:7+1 unclosed-quote"}, `write name: 'Puzzel AB'`},
		{"open quote that the next one closes", "name: \"Puzzel AB\ncountry: \"SE\"\nx: y\n", []string{"1:7+1 unclosed-quote"}, `write name: "Puzzel AB"`},
		{"open quote far above", "a: 1\nb: \"x\nc: 3\nd: 4\ne: 5\nf: 6\n", []string{"2:4+1 unclosed-quote"}, `write b: "x"`},
		{"open quote in an item", "a:\n  - \"x\n  - y\n", []string{"2:5+1 unclosed-quote"}, `write - "x"`},
		{"open quote in brackets", "a: [x, \"y]\nb: c\n", []string{"1:8+1 unclosed-quote"}, `write a: [x, "y"]`},
		{"text after a quote", "name: \"Puzzel\" AB\ncountry: SE\n", []string{"1:16+2 text-after-quote"}, `write name: '"Puzzel" AB'`},
		{"apostrophe in single quotes", "name: 'it's'\n", []string{"1:11+2 text-after-quote"}, `write name: "it's"`},
		{"quotes in quotes", "name: \"the \"best\" AB\"\n", []string{"1:13+9 text-after-quote"}, `write name: 'the "best" AB'`},
		{"backslash in quotes", "name: \"C:\\data\"\nb: 1\n", []string{"1:10+2 backslash-in-quotes"}, `write name: 'C:\data'`},

		{"open bracket", "countries: [SE, DE\nname: x\n", []string{"1:12+1 unclosed-bracket"}, "write countries: [SE, DE]"},
		{"open brace", "id: x\nname: {sv: a, en: b\ncountry: SE\n", []string{"2:7+1 unclosed-bracket"}, "write name: {sv: a, en: b}"},
		{"open bracket at the end", "a: 1\nb: [SE\n", []string{"2:4+1 unclosed-bracket"}, "write b: [SE]"},
		{"bracket closed by a brace", "a: [SE}\nb: 1\n", []string{"1:7+1 unclosed-bracket"}, "write a: [SE]"},
		{"comma missing over lines", "a: [\n  x\n  y: 1\n]\nb: 1\n", []string{"1:4+1 unclosed-bracket"},
			"write the whole list on one line, or one item per line after a dash"},
		{"text after a bracket", "name: [Puzzel] AB\n", []string{"1:16+2 text-after-bracket"}, `write name: "[Puzzel] AB"`},

		{"indented below a value", "name: x\n  country: SE\nlevel: 1\n", []string{"2:1+2 bad-indentation"}, "remove the indentation"},
		{"indented between two levels", "a:\n    b: 1\n  c: 2\nd: 3\n", []string{"3:1+2 bad-indentation"}, "indent the line by 4 spaces, like the lines it belongs with"},
		{"item indented otherwise", "a:\n  - b\n - c\n  - d\n", []string{"3:1+1 bad-indentation"}, "indent the line by 2 spaces, like the lines it belongs with"},
		{"group indented otherwise", "a:\n  - b: 1\n    c: 2\n   d: 3\n   e: 4\nf: 5\n", []string{"4:1+3 bad-indentation"}, "indent the line by 4 spaces, like the lines it belongs with"},
		{"field among items", "a:\n  - b\n  c: d\n", []string{"3:1+2 bad-indentation"}, "remove the indentation"},
		{"one tab", "a:\n\tb: 1\n", []string{"2:1+1 tab-indent"}, "replace each tab with two spaces"},
		{"tabs", "a:\n\tb:\n\t\tc: 1\n\td: 2\n", []string{"2:1+1 tab-indent"}, "replace each tab with two spaces"},
		{"tab after spaces", "a:\n  b: 1\n \tc: 1\n", []string{"3:1+2 tab-indent"}, "replace each tab with two spaces"},
		{"tab below a value", "a: 1\n\tb: 1\n", []string{"2:1+1 tab-indent"}, "replace each tab with two spaces"},
		{"no-break space as indentation", "a:\n  b: 1\n\u00a0\u00a0c: 2\n", []string{"3:1+3 space-in-key"}, "write c:"},

		{"at sign", "a: 1\nname: @puzzel\n", []string{"2:7+1 reserved-character"}, `write name: "@puzzel"`},
		{"grave accent", "name: `x`\n", []string{"1:7+1 reserved-character"}, "write name: \"`x`\""},
		{"per cent", "name: %x\n", []string{"1:7+1 reserved-character"}, `write name: "%x"`},
		{"star alone", "name: *\nb: 1\n", []string{"1:7+1 reserved-character"}, `write name: "*"`},
		{"ampersand alone", "name: & x\nb: 1\n", []string{"1:7+1 reserved-character"}, `write name: "& x"`},
		{"exclamation", "name: !{x\nb: 1\n", []string{"1:7+1 reserved-character"}, `write name: "!{x"`},
		{"bar before text", "name: | x\n  y\nb: 1\n", []string{"1:7+1 reserved-character"},
			`move the text to the lines below, indented; or write name: "| x"`},
		{"comma", "name: , x\n", []string{"1:7+1 reserved-character"}, `write name: ", x"`},
		{"at sign in braces", "name: {sv: @x, en: y}\n", []string{"1:12+1 reserved-character"}, `write name: {sv: "@x", en: y}`},
		{"at sign in a key", "@context: x\n", []string{"1:1+1 reserved-character"}, `write "@context": x`},
		{"alias of nothing", "name: *x\n", []string{"1:7+2 alias"}, `if it is meant as text, write name: "*x"`},
		{"merge of nothing", "<<: *x\nname: y\n", []string{"1:1+2 merge-key"}, "write the fields here"},

		{"missing space", "a: 1\nb:2\nc: 3\n", []string{"2:2+1 missing-space"}, "write b: 2"},
		{"missing space on the first line", "name:x\ncountry: SE\n", []string{"1:5+1 missing-space"}, "write name: x"},
		{"a space that does not break after the colon", "name:\u00a0x\ncountry: SE\n", []string{"1:5+1 missing-space"}, "write name: x"},
		{"missing space before a quote", "name:\"x\"\ncountry: SE\n", []string{"1:5+1 missing-space"}, `write name: "x"`},
		{"missing space in a group", "a:\n  b:1\n  c: 2\n", []string{"2:4+1 missing-space"}, "write b: 1"},
		{"missing colon", "a: 1\ncountry SE\nb: 2\n", []string{"2:1+10 missing-colon"}, "write country: SE, or indent the line if it continues the text above"},
		{"missing colon on the first line", "country\nb: 2\n", []string{"1:1+7 missing-colon"}, "write country:, or indent the line if it continues the text above"},
		{"dash without space", "a:\n  - x\n  -y\n  - z\n", []string{"3:3+1 dash-without-space"}, "write - y"},
		{"list after its key", "a: - x\nb: 1\n", []string{"1:4+1 list-after-key"}, "write each item on a line of its own below a:, or write a: [x]"},
		{"typographic quotes and a colon", "name: “Bolaget: AB”\n", []string{"1:7+13 typographic-quotes"}, `write name: "Bolaget: AB"`},

		{"CRLF", "a: 1\r\nname: x: y\r\nb: 2\r\n", []string{"2:8+1 colon-in-text"}, `write name: "x: y"`},
		{"no line break at the end", "a: 1\nname: x: y", []string{"2:8+1 colon-in-text"}, `write name: "x: y"`},
		{"after a text over lines", "a: \"x\n  y\"\nb: [1,\n  2]\nc: |\n  d: e: f\ng: @h\n", []string{"7:4+1 reserved-character"}, `write g: "@h"`},
		{"quotes over lines, with text after them", "a: \"x\n  y\" z\nb: @\n", []string{"2:6+1 text-after-quote", "3:4+1 reserved-character"},
			"put the whole text in quotes"},
		{"quotes over lines, with a backslash", "a: \"x\n  y\\q\n  z\"\nb: @\n", []string{"2:4+2 backslash-in-quotes", "4:4+1 reserved-character"},
			`write \\ for a backslash`},
		{"comma missing over indented lines", "a: [\"x\"\n    \"y\"]\nb: 1\n", []string{"1:4+1 unclosed-bracket"},
			"write the whole list on one line, or one item per line after a dash"},
		{"comma missing", "a: {sv: \"x\" en: \"y\"}\n", []string{"1:13+1 missing-comma"}, `write a: {sv: "x", en: "y"}`},
		{"colon in a text in braces", "a: {sv: x: y, en: z}\n", []string{"1:10+1 colon-in-text"}, `write a: {sv: "x: y", en: z}`},
		{"space missing in braces", "a: {sv:x, en:\"y\"}\n", []string{"1:5+4 missing-space", "1:11+6 missing-space"}, "write sv: x"},
		{"texts in a row", "a: \"x\", \"y\"\n", []string{"1:7+5 text-after-quote"}, `write a: ["x", "y"]`},
		{"only a dash", "a: -\n", []string{"1:4+1 reserved-character"}, `write a: "-"`},
		{"item among fields", "a: 1\n- b\nc: @\n", []string{"2:1+1 item-among-fields", "3:4+1 reserved-character"},
			"remove the dash, or move the item to its list"},
		{"quoted text among fields", "a: 1\n'b'\nc: 2\n", []string{"2:1+3 yaml-syntax"},
			"write name, colon, space, value; put texts with punctuation in quotes"},
		{"colon without a name", "a: 1\n: b\n", []string{"2:1+3 yaml-syntax"},
			"write name, colon, space, value; put texts with punctuation in quotes"},

		{"five in one file", "a:\n  b: [x, y\n  c: \"z\nd: @q\ne:1\nf: g: h\n",
			[]string{"2:6+1 unclosed-bracket", "3:6+1 unclosed-quote", "4:4+1 reserved-character", "5:2+1 missing-space", "6:5+1 colon-in-text"},
			"write b: [x, y]"},
		{"two that need both remedies", "a:\n  - b:1\n    c: 'd\n", []string{"2:6+1 missing-space", "3:8+1 unclosed-quote"}, "write - b: 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, found := source.Parse("data/x.yaml", []byte(tt.data))
			if diff := cmp.Diff(tt.want, briefly(found)); diff != "" {
				t.Fatalf("-want +got\n%s\n%v", diff, found)
			}
			if found[0].Hint.EN != tt.hint {
				t.Errorf("hint %q, want %q", found[0].Hint.EN, tt.hint)
			}
		})
	}
}

// TestProposedLinesAreRight puts each corrected line in the place of the broken
// one: what the hint tells a person to write must be free of that finding.
func TestProposedLinesAreRight(t *testing.T) {
	for broken, want := range map[string]string{
		"name: Bolaget: AB":         "Bolaget: AB",
		"name: @puzzel":             "@puzzel",
		"name: \"the \"best\" AB\"": `the "best" AB`,
		"name: 'it's'":              "it's",
		"name: \"Puzzel\" AB":       `"Puzzel" AB`,
		"name: \"C:\\data\"":        `C:\data`,
		"name: “Puzzel AB”":         "Puzzel AB",
		"name:Puzzel":               "Puzzel",
		"name: the \"x\": it's":     `the "x": it's`,
		"name: \"Puzzel":            "Puzzel",
	} {
		_, found := source.Parse("data/x.yaml", []byte(broken+"\ncountry: SE\n"))
		if len(found) != 1 {
			t.Errorf("%s: findings %v", broken, found)
			continue
		}
		line, ok := strings.CutPrefix(found[0].Hint.EN, "write ")
		if !ok {
			t.Errorf("%s: hint %q", broken, found[0].Hint.EN)
			continue
		}
		f, found := source.Parse("data/x.yaml", []byte(line+"\ncountry: SE\n"))
		if len(found) > 0 {
			t.Errorf("%s: the proposed %s gives %v", broken, line, found)
			continue
		}
		if got := f.Node("name").Value; got != want {
			t.Errorf("%s: the proposed %s says %q, want %q", broken, line, got, want)
		}
	}
}

// briefly lists findings as line:column+length rule.
func briefly(l diag.List) []string {
	var out []string
	for _, d := range l {
		out = append(out, fmt.Sprintf("%d:%d+%d %s", d.Pos.Line, d.Pos.Column, d.Pos.Length, d.Rule))
	}
	return out
}

func readable(from io.Reader) bool {
	var n yaml.Node
	err := yaml.NewDecoder(from).Decode(&n)
	return err == nil || err == io.EOF
}

// TestMend holds what becomes of a text: what it says to write, and which lines
// then stand elsewhere or are guesses.
func TestMend(t *testing.T) {
	tests := map[string]struct {
		text    string
		guessed map[int]bool // before
		mended  string
		rules   string
		moved   map[int]int
		guesses map[int]bool
	}{
		"nothing to mend":           {"a: b\n", nil, "a: b\n", "", nil, nil},
		"a colon":                   {"a: b: c\nd: e\n", nil, "a: \"b: c\"\nd: e\n", "colon-in-text", nil, map[int]bool{1: true}},
		"two on lines of their own": {"a: @b\nc: d\ne:f\n", nil, "a: \"@b\"\nc: d\ne: f\n", "reserved-character missing-space", nil, map[int]bool{1: true, 3: true}},
		"tabs":                      {"a:\n\tb: c\n\td: e\n", nil, "a:\n  b: c\n  d: e\n", "tab-indent", map[int]int{2: -2, 3: -2}, nil},
		"indented too far":          {"a: b\n   c: d\n", nil, "a: b\nc: d\n", "bad-indentation", map[int]int{2: 3}, nil},
		"one that moves, one not":   {"a:\n\tb: c\nd: @e\n", nil, "a:\n  b: c\nd: \"@e\"\n", "tab-indent reserved-character", map[int]int{2: -2}, map[int]bool{3: true}},
		"what nobody can tell":      {"a: b\n'c'\nd: e\n", nil, "", "yaml-syntax", nil, nil},
		"a line that was guessed":   {"a: b: c\n", map[int]bool{1: true}, "", "", nil, map[int]bool{1: true}},
		"another that was guessed":  {"a: b: c\nd: e\n", map[int]bool{2: true}, "a: \"b: c\"\nd: e\n", "colon-in-text", nil, map[int]bool{1: true, 2: true}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := slip.Mend(tt.text, tt.guessed, readable)
			var rules []string
			for _, m := range got.Mistakes {
				rules = append(rules, m.Rule)
				if m.Message.SV == "" || m.Message.EN == "" || m.Hint.SV == "" || m.Hint.EN == "" {
					t.Errorf("%s is not said in both languages", m.Rule)
				}
			}
			if got.Text != tt.mended || strings.Join(rules, " ") != tt.rules {
				t.Errorf("got %q with %v, want %q with %s", got.Text, rules, tt.mended, tt.rules)
			}
			if diff := cmp.Diff(tt.moved, got.Moved, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("moved: -want +got\n%s", diff)
			}
			if diff := cmp.Diff(tt.guesses, got.Guessed, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("guessed: -want +got\n%s", diff)
			}
			if len(tt.guessed) > 1 {
				t.Error("what was handed in has been changed")
			}
		})
	}
}

// However broken a text is, mending it ends, and costs about a second at most.
func TestMendGivesUp(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some megabytes")
	}
	for _, text := range []string{
		strings.Repeat("a: b: c\n", 200),
		strings.Repeat("\ta: @\n", 500),
		strings.Repeat("[", 500),
		strings.Repeat("a: 1\n", 20_000) + strings.Repeat("b: [c\n", 100),
	} {
		read := 0
		got := slip.Mend(text, nil, func(from io.Reader) bool {
			data, _ := io.ReadAll(from)
			read += len(data)
			return readable(strings.NewReader(string(data)))
		})
		if len(got.Mistakes) == 0 || len(got.Mistakes) > 30 {
			t.Errorf("%.10q: %d mistakes", text, len(got.Mistakes))
		}
		if read > 16<<20 {
			t.Errorf("%.10q: %d MiB were read", text, read>>20)
		}
	}
}
