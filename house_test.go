package tillit_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const internal = "tillit/tools/internal/"

// mayImport is the import line of ARCHITECTURE.md: a package on the left may
// import those on the right, of ours, and no others.
var mayImport = map[string][]string{
	"diag":    {},
	"disk":    {},
	"pdf":     {},
	"source":  {"diag", "disk"},
	"record":  {"diag", "disk", "source"},
	"schema":  {"diag", "disk", "source", "record"},
	"check":   {"diag", "disk", "source", "record"},
	"law":     {"diag", "disk", "source", "record"},
	"history": {"diag", "disk", "source", "record"},
	"export":  {"diag", "disk", "source", "record", "history", "pdf"},
	"site":    {"diag", "disk", "source", "record", "history"},
	"cli":     {"diag", "disk", "source", "record", "schema", "check", "law", "history", "export", "site"},
}

// onlyIn names what a single package may import from outside.
var onlyIn = map[string]string{
	"github.com/gohugoio/hugo":              "site",
	"github.com/spf13/afero":                "site",
	"github.com/bep/logg":                   "site",
	"github.com/go-playground/validator":    "check",
	"github.com/invopop/jsonschema":         "schema",
	"golang.org/x/image":                    "pdf",
	"github.com/spf13/cobra":                "cli",
	"github.com/xuri/excelize":              "export",
	"github.com/fsnotify/fsnotify":          "cli",
	"github.com/sergi/go-diff":              "history",
	"github.com/santhosh-tekuri/jsonschema": "nobody outside tests",
	"github.com/rogpeppe/go-internal":       "nobody outside tests",
	"github.com/google/go-cmp":              "nobody outside tests",
}

// sources calls f with every Go file of tools/ that is no test, with the name
// of its package below internal/ ("" for package main).
func sources(t *testing.T, f func(pkg, file string, imports []string)) {
	t.Helper()
	err := fs.WalkDir(os.DirFS("."), "tools", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "testdata" {
			return fs.SkipDir
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		var imports []string
		for _, spec := range tree.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imports = append(imports, p)
		}
		pkg, _ := strings.CutPrefix(path.Dir(name), "tools/internal/")
		if pkg == "tools/tillit" {
			pkg = ""
		}
		f(pkg, name, imports)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestImportsRunOneWay(t *testing.T) {
	seen := map[string]bool{}
	sources(t, func(pkg, file string, imports []string) {
		seen[pkg] = true
		allowed, known := mayImport[pkg]
		if !known && pkg != "" {
			t.Errorf("%s: the package %q is not in ARCHITECTURE.md's import line", file, pkg)
		}
		for _, p := range imports {
			switch ours, ok := strings.CutPrefix(p, internal); {
			case ok && pkg == "" && ours != "cli":
				t.Errorf("%s imports %s; main imports cli alone", file, p)
			case ok && pkg != "" && !slices.Contains(allowed, ours):
				t.Errorf("%s imports %s; %s may import %v", file, p, pkg, allowed)
			case p == "tillit" && pkg != "cli":
				t.Errorf("%s imports the embedded files; only cli hands them on", file)
			}
			for outside, owner := range onlyIn {
				if strings.HasPrefix(p, outside) && pkg != owner {
					t.Errorf("%s imports %s, which belongs to %s", file, p, owner)
				}
			}
		}
	})
	if len(seen) < 5 {
		t.Errorf("only %d packages were found under tools/; the test looks in the wrong place", len(seen))
	}
}

// Nothing below cli may depend on when, where or how it is run.
func TestNothingBelowTheCommandLineReadsTheWorld(t *testing.T) {
	forbidden := []string{
		"os.Exit(", "os.Args", "os.Stdout", "os.Stderr", "os.Stdin",
		"os.Getenv(", "os.LookupEnv(", "os.Environ(", "time.Now(", "log.Print", "log.Fatal",
	}
	sources(t, func(pkg, file string, _ []string) {
		if pkg == "" || pkg == "cli" {
			return
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			code, _, _ := strings.Cut(line, "//")
			for _, f := range forbidden {
				if strings.Contains(code, f) {
					t.Errorf("%s:%d: %s belongs to cli", file, i+1, strings.TrimSuffix(f, "("))
				}
			}
		}
	})
}
