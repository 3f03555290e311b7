package tillit_test

import (
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// door is the one package that writes, spreads work and knows one system from another.
const door = "tools/internal/disk"

// looking is what all others may take from package os: they look at files and read
// them, and cli tells who asks.
var looking = []string{"File", "Open", "ReadFile", "ReadDir", "Stat", "Lstat", "SameFile", "IsNotExist", "Exit", "Args", "Stdin", "Stdout", "Stderr", "Getenv"}

// behind is what stands behind the door, by import: a whole package, or names in it.
var behind = map[string][]string{
	"golang.org/x/sys": nil,
	"os/signal":        nil,
	"syscall":          nil,
	"io/ioutil":        nil,
	"runtime":          {"GOMAXPROCS", "NumCPU"},
	"sync":             {"WaitGroup"},
}

// excused are uses of what stands behind the door, by file, and why. None but these.
var excused = map[string]string{
	"tools/internal/publish/hugo/hugo.go os.Setenv":      "Hugo is told the number of its workers in no other way",
	"tools/internal/publish/hugo/hugo.go os.Unsetenv":    "Hugo is told the number of its workers in no other way",
	"tools/internal/publish/hugo/hugo.go runtime.NumCPU": "Hugo is told the number of its workers in no other way",
}

func TestOneDoorToTheSystem(t *testing.T) {
	used := map[string]bool{}
	err := fs.WalkDir(os.DirFS("."), "tools", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || name == door || name == "tools/internal/trial") {
			return fs.SkipDir
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		for use, what := range passing(name, tree) {
			if used[use] = true; excused[use] == "" {
				t.Errorf("%s: %s; that is for %s, or needs a reason in the list of this test", name, what, door)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for use := range excused {
		if !used[use] {
			t.Errorf("%s is excused and not used", use)
		}
	}
}

// passing is what a file takes from behind the door: how an excuse names it, and what
// to say of it.
func passing(name string, tree *ast.File) map[string]string {
	found := map[string]string{}
	imported := map[string]string{} // by the name in this file
	for _, spec := range tree.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		short := path.Base(p)
		if spec.Name != nil {
			short = spec.Name.Name
		}
		imported[short] = p
		for outside, names := range behind {
			if names == nil && (p == outside || strings.HasPrefix(p, outside+"/")) {
				found[name+" "+p] = "imports " + p
			}
		}
		if short == "." && (p == "os" || behind[p] != nil) {
			found[name+" "+p] = "imports all names of " + p
		}
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		x, ok := s.X.(*ast.Ident)
		if !ok || imported[x.Name] == "" {
			return true
		}
		p, what := imported[x.Name], s.Sel.Name
		if p == "os" && !slices.Contains(looking, what) || slices.Contains(behind[p], what) {
			found[name+" "+p+"."+what] = "uses " + p + "." + what
		}
		return true
	})
	for _, group := range tree.Comments {
		for _, c := range group.List {
			if constraint.IsGoBuild(c.Text) {
				found[name+" //go:build"] = "is for some systems only"
			}
		}
	}
	for _, system := range []string{"linux", "darwin", "windows", "freebsd", "openbsd", "netbsd"} {
		if strings.HasSuffix(name, "_"+system+".go") {
			found[name+" "+system] = "is for " + system + " only"
		}
	}
	return found
}

// The rule itself: each line must be seen, and the last ones let through.
func TestTheDoorIsSeenToBePassed(t *testing.T) {
	for text, want := range map[string]string{
		`import "os"; func f() { os.WriteFile("a", nil, 0) }`:         "uses os.WriteFile",
		`import "os"; func f() { g(os.Rename) }`:                      "uses os.Rename",
		`import system "os"; func f() { system.MkdirAll("a", 0) }`:    "uses os.MkdirAll",
		`import "os"; var root *os.Root`:                              "uses os.Root",
		`import . "os"; func f() { Remove("a") }`:                     "imports all names of os",
		`import "syscall"`:                                            "imports syscall",
		`import "golang.org/x/sys/unix"`:                              "imports golang.org/x/sys/unix",
		`import "os/signal"`:                                          "imports os/signal",
		`import "sync"; var g sync.WaitGroup`:                         "uses sync.WaitGroup",
		`import "runtime"; var n = runtime.NumCPU()`:                  "uses runtime.NumCPU",
		"//go:build unix\n":                                           "is for some systems only",
		`import "os"; func f() { os.ReadFile("a"); os.Stat("a") }`:    "",
		`import "sync"; var m sync.Mutex`:                             "",
		`import "example.com/os/file"; var f = file.Create`:           "",
		`import "runtime"; var v = runtime.Version()`:                 "",
		`type os struct{}; func (o os) Rename() {}`:                   "",
		`import "golang.org/x/term"; var t = term.IsTerminal`:         "",
		`var os = struct{ Remove int }{}; func f() { _ = os.Remove }`: "",
	} {
		source := "package p\n" + text
		if strings.HasPrefix(text, "//go:build") {
			source = text + "\npackage p\n"
		}
		tree, err := parser.ParseFile(token.NewFileSet(), "a.go", source, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		got := passing("a.go", tree)
		if want == "" && len(got) == 0 {
			continue
		}
		if len(got) != 1 || !slices.Contains(slices.Collect(maps.Values(got)), want) {
			t.Errorf("%s: %v, want %q", text, got, want)
		}
	}
}
