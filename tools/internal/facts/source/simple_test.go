package source

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"strings"
	"testing"
	"unicode/utf8"
)

// inBothWays reads a text as a simple one and with the library, and wants one answer
// unless the text is not simple. It tells whether it is.
func inBothWays(t *testing.T, text string) bool {
	t.Helper()
	if r := (&reader{file: &File{Text: text}}); !utf8.ValidString(text) || r.printable(text) != text {
		return false // Parse would not have it read
	}
	got := new(intake).simple(text)
	if got == nil {
		return false
	}
	docs, ok := readYAML(strings.NewReader(text), new(intake).of(text))
	switch {
	case !ok:
		t.Errorf("read as simple, but it is no YAML:\n%s", text)
	case len(docs) != 1:
		t.Errorf("read as simple, but it holds %d documents:\n%s", len(docs), text)
	default:
		twins(t, text, got, docs[0].top)
	}
	return true
}

func twins(t *testing.T, text string, got, want *Node) {
	t.Helper()
	if got.Kind != want.Kind || got.Style != want.Style || got.Kind == Scalar && got.Type != want.Type || got.Value != want.Value ||
		got.Line != want.Line || got.Column != want.Column || len(got.Content) != len(want.Content) || got.beside() != want.beside() {
		t.Fatalf("got %+v\nwant %+v\nof\n%s", *got, *want, text)
	}
	for i := range got.Content {
		twins(t, text, got.Content[i], want.Content[i])
	}
}

// yamlTexts are the files of YAML in the repository.
func yamlTexts(tb testing.TB) []string {
	tb.Helper()
	var texts []string
	root := os.DirFS("../../../..")
	for _, folder := range []string{"data", "examples", "i18n", "tools/internal"} {
		err := fs.WalkDir(root, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(name) != ".yaml" {
				return err
			}
			data, err := fs.ReadFile(root, name)
			texts = append(texts, string(data))
			return err
		})
		if err != nil {
			tb.Fatal(err)
		}
	}
	return texts
}

// The files of the repository, and what becomes of them when chance has changed a
// few places, are read in one way or left to the library.
func TestSimpleFilesAreReadAsTheLibraryReads(t *testing.T) {
	texts, simple := yamlTexts(t), 0
	for _, text := range texts {
		if inBothWays(t, text) {
			simple++
		}
	}
	if simple < len(texts)*6/10 {
		t.Errorf("only %d of %d files are simple", simple, len(texts))
	}
	changes := 20_000
	if testing.Short() {
		changes = 2_000
	}
	r := rand.New(rand.NewPCG(3, 4))
	simple = 0
	for range changes {
		text := texts[r.IntN(len(texts))]
		for range 1 + r.IntN(3) {
			text = changed(r, text)
		}
		if inBothWays(t, text) {
			simple++
		}
		if t.Failed() {
			t.FailNow()
		}
	}
	if simple < changes/10 {
		t.Errorf("only %d of %d changed files are simple", simple, changes)
	}
}

// What is simple, and what is not for one small reason.
func TestSimple(t *testing.T) {
	for text, want := range map[string]bool{
		"a: b\n": true, "a: b": true, "# c\n\na: b # c\n  # c\n\nd: e\n": true, "": false, "# a\n": false, "- a\n": false, "a\n": false, " a: b\n": false,
		"a: b\nc: d\na: e\n": true, "a: b\n c: d\n": false, "a:\n  b: c\n d: e\n": false, "a:\n  b:\n    c: d\n  e: f\n": true, "a:\n": false, "a:\nb: c\n": false,
		"a:\n- b\n- c\nd: e\n": true, "a:\n  - b\n  - c: d\n    e: f\n  -   g: h\n      i: j\n": true, "a:\n  - - b\n    - c\n  -\n    - d\n  -\n    e: f\n": true,
		"a:\n  - b\n - c\n": false, "a:\n  - b\n  c: d\n": false, "a:\n  -\n  - b\n": false, "a:\n  - b:\n    - c\n": true, "- a:\n- b: c\n": false,
		"a: \"b\"\n": true, "a: \"b\\n\"\n": false, "a: \"b\" c\n": false, "a: \"b\n": false, "a: 'b'\n": true, "a: 'b\\c'\n": true, "a: 'b''c'\n": false, "a: 'b'#c\n": false,
		"a: 'b' # c\n": true, "a: b: c\n": false, "a: b:\n": false, "a: b:c\n": true, "a: b #c\n": true, "a: b#c\n": true, "a: b # c: d\n": true, "a: #b\nc: d\n": false,
		"a: b\n  c\n": false, "a:b\n": false, "a : b\n": false, "a:  b  \n": true, "å: b\n": false, "a: å\n": true, "1: a\n": false, "a1_-: b\n": true, "'a': b\n": false,
		"true: a\n": true, "a: true\n": true, "a: null\n": true, "a: 12\n": true, "a: 2026-01-01\n": true, "a: 1.5\n": true, "a: Nordic\n": true, "a: ~\n": false, "a: -1\n": false,
		"a: [b, 'c', \"d\"]\n": true, "a: []\n": true, "a: {}\n": true, "a: {b: c, d: [e]}\n": true, "a: [b, ]\n": false, "a: [b c , d ]  # e\n": true, "a: [b\n  ]\n": false,
		"a: [b? c]\n": false, "a: [b:c]\n": false, "a: [b #c]\n": false, "a: {b:c}\n": false, "a: {b: }\n": false, "a: {b}\n": false, "a: [b]]\n": false, "a: [b}\n": false,
		"a: [b] c\n": false, "a: ['b''c']\n": false, "a: [b[c]\n": false, "a: [1, true]\n": true, "a: [https://b.c]\n": false, "a: https://b.c\n": true,
		"a: |\n  b\n": false, "a: >-\n  b\n": false, "a: &b c\n": false, "a: *b\n": false, "a: !b c\n": false, "a: @b\n": false, "? a\n: b\n": false, "<<: a\n": false,
		"a:\tb\n": false, "a: b\r\n": false, "---\na: b\n": false, "a: b\n---\nc: d\n": false, "a: b\n...\n": false, "%a\n": false,
		strings.Repeat("a", mostName) + ": b\n": true, strings.Repeat("a", mostName+1) + ": b\n": false,
		"a: [" + strings.Repeat("b, ", mostWidth) + "c]\n": false, "a: " + strings.Repeat("[", mostDepth-1) + strings.Repeat("]", mostDepth-1) + "\n": true,
		"a: " + strings.Repeat("[", mostDepth+1) + strings.Repeat("]", mostDepth+1) + "\n": false,
	} {
		if got := inBothWays(t, text); got != want {
			t.Errorf("%q: simple %t, want %t", text, got, want)
		}
	}
}

var insertions = []string{":", ": ", "- ", "-", " ", "  ", "\t", "\"", "'", "[", "]", "{", "}", ",", ", ", "#", " #", " # ", "&a ", "*a", "!", "|", ">", "\n", "\n\n", "\n  ",
	"? ", "%", "@", "`", "~", "null", "yes", "0", "010", "1.50", "1e3", "0x1F", "2026-01-01", "12:30", "<<", "---\n", "...\n", "\u00a0", "å", "“", "\\", "true", "a: b", "[]", "{}",
	"- - ", "a:\n", "''", "\"\"", "(", "/", "=", ".", "+", "_", "\r\n", "\u2028"}

// changed is a text that differs in one place.
func changed(r *rand.Rand, text string) string {
	lines := strings.SplitAfter(text, "\n")
	i, at := r.IntN(len(lines)), r.IntN(len(text)+1)
	switch r.IntN(8) {
	case 0:
		return text[:at] + text[min(at+1, len(text)):]
	case 1, 2:
		return text[:at] + insertions[r.IntN(len(insertions))] + text[at:]
	case 3:
		lines[i] = insertions[r.IntN(len(insertions))] + lines[i]
	case 4:
		lines[i] = strings.TrimSuffix(lines[i], "\n") + insertions[r.IntN(len(insertions))] + "\n"
	case 5:
		lines[i] = lines[r.IntN(len(lines))]
	case 6:
		lines[i] = strings.Repeat(" ", r.IntN(5)) + strings.TrimLeft(lines[i], " ")
	case 7:
		lines[i] = ""
	}
	return strings.Join(lines, "")
}

// FuzzSimple asks the same of any text.
func FuzzSimple(f *testing.F) {
	for _, text := range append(yamlTexts(f)[:40], odd...) {
		if len(text) < 2000 {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		inBothWays(t, text)
	})
}
