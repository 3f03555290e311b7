package tillit_test

import (
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// seeds are the public notices that the examples are modelled on: how their
// facts are numbered, how many there are, and the one language of the notice.
var seeds = []struct {
	example, prefix string
	facts           int
	language        string
}{
	{"iver", "S0", 32, "en"},
	{"svensk-e-identitet", "S1", 25, "sv"},
	{"hosting-reseller", "S2", 43, "sv"},
	{"hosting-supplier", "S3", 21, "sv"},
	{"interdo", "S4", 51, "sv"},
}

// fact is a row of the table in an example's SOURCE.md.
type fact struct {
	id     string
	places []string // file#field
	shown  []string // what a reader of the pages sees; *in italics* when it is made from a code
}

var factRow = regexp.MustCompile(`^\| (S\d-\d+) \|`)

// factsOf reads the table of an example's SOURCE.md.
func factsOf(t *testing.T, example string) []fact {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("examples", example, "SOURCE.md"))
	if err != nil {
		t.Fatal(err)
	}
	var facts []fact
	for line := range strings.Lines(string(text)) {
		if !factRow.MatchString(line) {
			continue
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != 4 {
			t.Fatalf("%s: a row has four cells, not %d: %s", example, len(cells), line)
		}
		facts = append(facts, fact{
			id:     strings.TrimSpace(cells[0]),
			places: several(strings.ReplaceAll(cells[2], "`", "")),
			shown:  placeless(several(cells[3])),
		})
	}
	return facts
}

// placeless leaves out the page on which a phrase is shown.
func placeless(phrases []string) []string {
	for i, p := range phrases {
		phrases[i], _, _ = strings.Cut(p, " @ ")
	}
	return phrases
}

func several(cell string) []string {
	list := strings.Split(cell, "<br>")
	for i, s := range list {
		list[i] = strings.TrimSpace(s)
	}
	return list
}

func TestExamplesTellEveryFactOnce(t *testing.T) {
	for _, seed := range seeds {
		var want, got []string
		for i := range seed.facts {
			want = append(want, fmt.Sprintf("%s-%d", seed.prefix, i+1))
		}
		for _, f := range factsOf(t, seed.example) {
			got = append(got, f.id)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: SOURCE.md lists %v, want %s-1 to %s-%d in order", seed.example, got, seed.prefix, seed.prefix, seed.facts)
		}
	}
}

// What SOURCE.md says is shown stands in the fields it names. Words made from a
// code, such as the name of a country, are in the built pages alone.
func TestExamplesHoldTheFactsWhereTheySay(t *testing.T) {
	for _, seed := range seeds {
		for _, f := range factsOf(t, seed.example) {
			var values []string
			for _, place := range f.places {
				node, err := follow(filepath.Join("examples", seed.example), place)
				if err != nil {
					t.Errorf("%s: %s: %v", seed.example, f.id, err)
					continue
				}
				values = append(values, scalars(node)...)
			}
			for _, phrase := range f.shown {
				switch {
				case strings.HasPrefix(phrase, "*"):
					if !slices.ContainsFunc(values, code.MatchString) {
						t.Errorf("%s: %s: no code for %s is in %v", seed.example, f.id, phrase, f.places)
					}
				case phrase == "" || !slices.ContainsFunc(values, func(v string) bool {
					return strings.Contains(folded(v), folded(phrase))
				}):
					t.Errorf("%s: %s: %q is in none of %v", seed.example, f.id, phrase, f.places)
				}
			}
		}
	}
}

// A record that answers to no fact would be invented.
func TestExamplesHoldNothingElse(t *testing.T) {
	for _, seed := range seeds {
		named := map[string]bool{}
		for _, f := range factsOf(t, seed.example) {
			for _, place := range f.places {
				file, _, _ := strings.Cut(place, "#")
				named[file] = true
			}
		}
		err := fs.WalkDir(os.DirFS(filepath.Join("examples", seed.example)), ".", func(name string, d fs.DirEntry, err error) error {
			if err == nil && path.Ext(name) == ".yaml" && !named[name] {
				t.Errorf("%s: SOURCE.md does not say which fact %s holds", seed.example, name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Translating somebody's notice would put words in their mouth.
func TestExamplesKeepTheLanguageOfTheirSource(t *testing.T) {
	for _, seed := range seeds {
		node, err := follow(filepath.Join("examples", seed.example), "data/organisation.yaml#languages")
		if err != nil {
			t.Fatal(err)
		}
		if got := scalars(node); !slices.Equal(got, []string{seed.language}) {
			t.Errorf("%s is in %v, want %s alone", seed.example, got, seed.language)
		}
	}
}

var (
	code = regexp.MustCompile(`^([a-z0-9-]+|[A-Z]{2}|true)$`)
	step = regexp.MustCompile(`^([a-z0-9_]+)(?:\[([a-z0-9-]+)\])?$`)
)

// follow returns what stands at a place, such as
// data/organisation.yaml#statements[security].title.
func follow(root, place string) (*yaml.Node, error) {
	file, field, _ := strings.Cut(place, "#")
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
	if err != nil {
		return nil, err
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	node := doc.Content[0]
	for name := range strings.SplitSeq(field, ".") {
		parts := step.FindStringSubmatch(name)
		if parts == nil {
			return nil, fmt.Errorf("%s: %q is no field", place, name)
		}
		if node = entry(node, parts[1]); node != nil && parts[2] != "" {
			node = member(node, parts[2])
		}
		if node == nil {
			return nil, fmt.Errorf("%s: there is no %s", place, name)
		}
	}
	return node, nil
}

// entry returns the value of a key in a mapping, or nil.
func entry(node *yaml.Node, key string) *yaml.Node {
	if node.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i < len(node.Content); i += 2 {
		if node.Content[i].Value == key {
			return node.Content[i+1]
		}
	}
	return nil
}

// member returns a member of a list, by number or id, or nil.
func member(list *yaml.Node, which string) *yaml.Node {
	if list.Kind != yaml.SequenceNode {
		return nil
	}
	if i, err := strconv.Atoi(which); err == nil {
		if i >= len(list.Content) {
			return nil
		}
		return list.Content[i]
	}
	for _, m := range list.Content {
		if id := entry(m, "id"); id != nil && id.Value == which {
			return m
		}
	}
	return nil
}

// scalars returns every value at and below a node, in order, without keys.
func scalars(node *yaml.Node) []string {
	if node.Kind == yaml.ScalarNode {
		return []string{node.Value}
	}
	var values []string
	for i, child := range node.Content {
		if node.Kind == yaml.SequenceNode || i%2 == 1 {
			values = append(values, scalars(child)...)
		}
	}
	return values
}

// folded is text without what the eye skips: case and runs of white space.
func folded(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// standing are phrases of the law and of its authority, which nobody owns. A site
// that says them in other words says them worse.
var standing = []string{
	"box 8114 104 20 stockholm e mail imy imy se",
	"you have the right to lodge a complaint with the swedish authority for privacy protection integritetsskyddsmyndigheten",
}

// Facts are carried over from the public notices, sentences are not: no eight words
// in a row are those of a notice, in any text of the project. The notices are not
// part of it; where they are not at hand, there is nothing to compare.
func TestNoTextIsThatOfANotice(t *testing.T) {
	const row = 8
	notices, _ := filepath.Glob("../shared/seeds/*.txt")
	if len(notices) == 0 {
		t.Skip("the notices are not beside the project, in ../shared/seeds")
	}
	from := map[string]string{}
	for _, name := range notices {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for s := range shingles(string(text), row) {
			from[s] = filepath.Base(name)
		}
	}
	read := 0
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && slices.Contains([]string{".git", "bin", "public", "node_modules", "pictures"}, d.Name()) {
			return filepath.SkipDir
		}
		if d.IsDir() || !d.Type().IsRegular() {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil || !utf8.Valid(text) {
			return err
		}
		read++
		for s := range shingles(string(text), row) {
			if notice := from[s]; notice != "" && !slices.ContainsFunc(standing, func(p string) bool { return strings.Contains(p, s) }) {
				t.Errorf("%s has the words of %s: %q", name, notice, s)
			}
		}
		return nil
	})
	if err != nil || read < 300 {
		t.Fatalf("%d files, %v", read, err)
	}
}

// shingles are all rows of so many words in a text, in lower case.
func shingles(text string, row int) iter.Seq[string] {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return func(yield func(string) bool) {
		for i := range len(words) - row + 1 {
			if !yield(strings.Join(words[i:i+row], " ")) {
				return
			}
		}
	}
}
