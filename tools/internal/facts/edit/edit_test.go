package edit_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tillit/tools/internal/facts/edit"
	"tillit/tools/internal/facts/source"
)

// records are all files of facts in the repository, by name.
func records(t *testing.T) map[string]string {
	t.Helper()
	const house = "../../../.."
	found := map[string]string{}
	for _, top := range []string{"data", "examples", "i18n"} {
		err := filepath.WalkDir(filepath.Join(house, top), func(name string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(name) != ".yaml" {
				return err
			}
			text, err := os.ReadFile(name)
			found[strings.TrimPrefix(filepath.ToSlash(name), house+"/")] = string(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(found) < 100 {
		t.Fatalf("only %d records", len(found))
	}
	return found
}

// spoilt are the ways in which editors save the same record.
var spoilt = map[string]func(string) string{
	"as it is":             func(s string) string { return s },
	"line ends of Windows": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"no last line break":   func(s string) string { return strings.TrimRight(s, "\n") },
	"byte order mark":      func(s string) string { return "\ufeff" + s },
}

func open(t *testing.T, name, text string) *edit.File {
	t.Helper()
	f, err := edit.Open(name, []byte(text))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return f
}

func text(value string) *source.Node { return &source.Node{Kind: source.Scalar, Value: value} }

// walk calls f with the path of each single value, and of each map and list.
func walk(n *source.Node, path string, f func(n *source.Node, path string)) {
	f(n, path)
	for i, c := range n.Content {
		switch {
		case n.Kind == source.List:
			walk(c, path+"["+strconv.Itoa(i)+"]", f)
		case i%2 == 1:
			walk(c, path+"["+n.Content[i-1].Value+"]", f)
		}
	}
}

// differing is how many lines of two texts differ, whose other lines are the same in the
// same order.
func differing(a, b string) (lines int) {
	before, after := strings.Split(a, "\n"), strings.Split(b, "\n")
	for len(before) > 0 && len(after) > 0 && before[0] == after[0] {
		before, after = before[1:], after[1:]
	}
	for len(before) > 0 && len(after) > 0 && before[len(before)-1] == after[len(after)-1] {
		before, after = before[:len(before)-1], after[:len(after)-1]
	}
	return max(len(before), len(after))
}

// One changed value of any record is one changed line, and undoing it gives the old bytes.
func TestOneValueIsOneLine(t *testing.T) {
	tried := 0
	for name, plain := range records(t) {
		for as, spoil := range spoilt {
			old := spoil(plain)
			number := 0
			walk(source.Fragment(strings.TrimPrefix(old, "\ufeff")), "", func(n *source.Node, path string) {
				number++
				if most := 300; len(plain) > 20_000 && number%(len(plain)/most) != 0 { // the words of the interface
					return
				}
				if n.Kind != source.Scalar || n.Value == "" || as != "as it is" && number%19 != len(name)%19 {
					return
				}
				tried++
				for _, more := range []string{"x", " X: å #1"} {
					if more != "x" && number%5 != len(name)%5 {
						continue
					}
					f := open(t, name, old)
					if err := f.Set(path, another(n, more)); err != nil {
						t.Errorf("%s, %s: %s: %v", name, as, path, err)
						return
					}
					if n := differing(old, string(f.Bytes())); n != 1 {
						t.Errorf("%s, %s: %s changes %d lines", name, as, path, n)
					}
					err := f.Set(path, &source.Node{Kind: source.Scalar, Type: n.Type, Value: n.Value})
					// A word that has got quotes because it needed them keeps them.
					if err != nil || string(f.Bytes()) != old && (more == "x" || n.Style != 0) {
						t.Errorf("%s, %s: %s is not undone: %v", name, as, path, err)
					}
				}
			})
		}
	}
	if tried < 4000 {
		t.Errorf("only %d values were changed", tried)
	}
}

// another is a value of the same type.
func another(n *source.Node, more string) *source.Node {
	end := n.Value[len(strings.TrimRight(n.Value, "\n")):]
	made := &source.Node{Kind: source.Scalar, Type: n.Type, Value: strings.TrimSuffix(n.Value, end) + more + end}
	switch n.Type {
	case source.Day:
		made.Value = "1999-12-31"
	case source.Whole:
		made.Value = n.Value + "1"
	case source.Truth:
		made.Value = map[string]string{"true": "false", "false": "true"}[n.Value]
	}
	return made
}

// What is added to any map or list of any record and taken away leaves the old bytes.
func TestAddingAndRemoving(t *testing.T) {
	tried := 0
	item := &source.Node{Kind: source.Map, Content: []*source.Node{text("sv"), text("Åäö: # x"), text("en"), text("No")}}
	for name, plain := range records(t) {
		for as, spoil := range spoilt {
			old := spoil(plain)
			var paths []string
			var kinds []*source.Node
			walk(source.Fragment(strings.TrimPrefix(old, "\ufeff")), "", func(n *source.Node, path string) {
				if n.Kind == source.Map || n.Kind == source.List {
					paths, kinds = append(paths, path), append(kinds, n)
				}
			})
			for i, path := range paths {
				if as != "as it is" && i%29 != len(name)%29 {
					continue
				}
				f := open(t, name, old)
				var err error
				if kinds[i].Kind == source.Map {
					if err = f.Add(path, "quite_new", item); err == nil {
						if n := differing(old, string(f.Bytes())); n > 4 {
							t.Errorf("%s, %s: %s: adding changes %d lines", name, as, path, n)
						}
						err = f.Remove(path + "[quite_new]")
					}
				} else if err = f.Append(path, item); err == nil {
					err = f.Remove(path + "[" + strconv.Itoa(len(kinds[i].Content)) + "]")
				}
				if err != nil || string(f.Bytes()) != old {
					t.Errorf("%s, %s: %q: %v\n%s", name, as, path, err, f.Bytes())
					return
				}
				tried++
			}
		}
	}
	if tried < 2000 {
		t.Errorf("only %d maps and lists were tried", tried)
	}
}
