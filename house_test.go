package tillit_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const internal = "tillit/tools/internal/"

// groups are the rooms of tools/internal in the order of ARCHITECTURE.md: a room
// may import those above it, in its own group and in the groups before.
var groups = []struct {
	name  string // also the folder that its rooms lie in; a group of one line has none
	rooms []string
}{
	{"", []string{"diag", "disk"}},
	{"facts", []string{"value", "slip", "source", "gather", "edit", "record", "page", "address", "folder", "prose", "words", "schema", "sheet"}},
	{"rules", []string{"statute", "frame", "abode", "wording", "finish", "alike", "static", "check", "effect", "coverage", "skeleton", "law"}},
	{"history", []string{"weight", "change", "stamp", "version", "outside", "proof"}},
	{"publish", []string{"output", "pdf", "linked", "view", "handbook", "list", "document", "feed", "seal", "hugo"}},
	{"", []string{"center"}},
	{"", []string{"preview", "starter", "ask"}},
	{"", []string{"cli"}},
}

// strangers are groups that do not know each other, though one comes first.
var strangers = map[string]string{"history": "rules", "rules": "history"}

// closed are rooms that know nothing but what is named here, wherever they stand.
var closed = map[string][]string{
	"diag":            {},
	"disk":            {},
	"facts/value":     {"diag"},
	"facts/slip":      {"diag"},
	"facts/source":    {"diag", "facts/slip"},
	"facts/gather":    {"diag", "disk", "facts/source"},
	"facts/edit":      {"diag", "facts/slip", "facts/source"},
	"facts/sheet":     {},
	"history/weight":  {"diag", "facts/value"},
	"history/stamp":   {"diag", "facts/value"},
	"history/outside": {"diag"},
	"publish/output":  {"facts/address"},
	"publish/pdf":     {},
	"publish/linked":  {"facts/record", "facts/value"},
	"preview":         {"diag", "disk", "history/change", "publish/output", "publish/seal"},
	"starter":         {"disk", "history/version", "rules/skeleton"},
}

// onlyIn names the rooms that import a package from outside: those, and all of those.
var onlyIn = map[string][]string{
	"gopkg.in/yaml.v3":                      {"facts/source"},
	"golang.org/x/net/html":                 {"facts/prose", "publish/seal"},
	"github.com/gohugoio/hugo":              {"publish/hugo"},
	"github.com/spf13/afero":                {"publish/hugo"},
	"github.com/bep/logg":                   {"publish/hugo"},
	"github.com/go-playground/validator":    {"rules/check"},
	"github.com/invopop/jsonschema":         {"facts/schema"},
	"golang.org/x/image":                    {"publish/pdf"},
	"github.com/spf13/cobra":                {"cli"},
	"github.com/xuri/excelize":              {"facts/sheet"},
	"github.com/fsnotify/fsnotify":          {"preview"},
	"github.com/sergi/go-diff":              {"history/change"},
	"github.com/gofrs/flock":                {"disk"},
	"os/exec":                               {"history/outside"},
	"github.com/digitorus":                  {"history/stamp"},
	"crypto/tls":                            {"history/outside"},
	"github.com/santhosh-tekuri/jsonschema": nil, // tests alone
	"github.com/rogpeppe/go-internal":       nil,
	"github.com/google/go-cmp":              nil,
}

// asking are the rooms that ask other machines.
var asking = []string{"history/outside", "history/stamp"}

// talking are the files of other rooms that import net or net/http, and what for. None of
// them asks anybody anything.
var talking = map[string]string{
	"tools/internal/cli/timestamp.go":        "hands on how this machine goes out by a proxy, which the environment tells",
	"tools/internal/cli/serve.go":            "listens on this machine, and serves",
	"tools/internal/cli/verify.go":           "hands on how this machine goes out by a proxy, which the environment tells",
	"tools/internal/history/proof/open.go":   "hands it on",
	"tools/internal/preview/guard.go":        "judges requests",
	"tools/internal/preview/show.go":         "serves",
	"tools/internal/publish/feed/timemap.go": "writes a moment as HTTP does",
}

func TestFewRoomsTalkToOthers(t *testing.T) {
	seen := map[string]bool{}
	sources(t, func(room, file string, imports []string) {
		if !slices.Contains(imports, "net/http") && !slices.Contains(imports, "net") || slices.Contains(asking, room) || room == "trial" {
			return
		}
		if seen[file] = true; talking[file] == "" {
			t.Errorf("%s imports net; only %v talk to others, or it needs a reason in the list of this test", file, asking)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, question := range []string{"http.Get(", "http.Post", "http.Head(", "http.Client", "http.DefaultClient", "http.DefaultTransport", "http.Transport", "http.NewRequest", "net.Dial", "net.Lookup", "net.Resolver"} {
			if strings.Contains(string(text), question) {
				t.Errorf("%s asks somebody, by %s", file, question)
			}
		}
	})
	for file := range talking {
		if !seen[file] {
			t.Errorf("%s is said to import net, and does not", file)
		}
	}
}

// mayImport returns the rooms that a room may import, by the order of the groups.
func mayImport() map[string][]string {
	may := map[string][]string{}
	groupOf := map[string]string{}
	var above []string
	for _, g := range groups {
		for _, name := range g.rooms {
			room := path.Join(g.name, name)
			groupOf[room] = g.name
			may[room] = slices.DeleteFunc(slices.Clone(above), func(other string) bool {
				return strangers[g.name] != "" && strangers[g.name] == groupOf[other]
			})
			if only, ok := closed[room]; ok {
				may[room] = only
			}
			above = append(above, room)
		}
	}
	return may
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
	may, seen, owns := mayImport(), map[string]bool{}, map[string]bool{}
	sources(t, func(room, file string, imports []string) {
		seen[room] = true
		allowed, known := may[room]
		if !known && room != "" && room != "trial" {
			t.Errorf("%s: %q is no room of ARCHITECTURE.md", file, room)
		}
		for _, p := range imports {
			ours, ok := strings.CutPrefix(p, internal)
			switch {
			case ok && room == "" && ours != "cli" && ours != "publish/hugo":
				t.Errorf("%s imports %s; main imports cli, and the renderer to hand it on", file, p)
			case ok && ours == "trial":
				t.Errorf("%s imports %s, which helps tests alone", file, p)
			case ok && ours == "publish/hugo" && room != "":
				t.Errorf("%s imports %s; main alone hands the renderer on", file, p)
			case ok && room != "" && room != "trial" && !slices.Contains(allowed, ours):
				t.Errorf("%s imports %s; %s may import %v", file, p, room, allowed)
			case p == "tillit" && room != "cli":
				t.Errorf("%s imports the embedded files; only cli hands them on", file)
			}
			for outside, owners := range onlyIn {
				owns[room+" "+outside] = owns[room+" "+outside] || strings.HasPrefix(p, outside)
				if strings.HasPrefix(p, outside) && room != "trial" && !slices.Contains(owners, room) {
					t.Errorf("%s imports %s, which belongs to %s", file, p, owners)
				}
			}
		}
	})
	for room := range may {
		if !seen[room] {
			t.Errorf("there is no room %s", room)
		}
	}
	for outside, owners := range onlyIn {
		for _, room := range owners {
			if !owns[room+" "+outside] {
				t.Errorf("%s no longer imports %s, which is said to be its own", room, outside)
			}
		}
	}
}

// withTheLibrary are the tests that read YAML with the library itself, and why. All
// others read it as the program does.
var withTheLibrary = map[string]string{
	"examples_test.go":                           "no test at the root may import a room",
	"furniture_test.go":                          "no test at the root may import a room",
	"tools/internal/facts/schema/corpus_test.go": "others read the files that the schemas are for",
	"tools/internal/facts/slip/mend_test.go":     "the reader of YAML is handed in",
	"tools/internal/facts/source/encode_test.go": "what is written is compared with what it writes",
	"tools/internal/facts/source/node_test.go":   "what is read is compared with what it reads",
	"tools/internal/rules/law/twin_test.go":      "marks of what is invented are comments",
	"tools/tillit/testdata/nodes/main.go":        "the measure of what reading costs",
}

func TestTestsReadYAMLAsTheProgramDoes(t *testing.T) {
	seen := map[string]bool{}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".go" || !strings.HasSuffix(name, "_test.go") && !strings.Contains(name, "/testdata/") {
			return err
		}
		text, err := os.ReadFile(name)
		if strings.Contains(string(text), "\t\"gopkg.in/yaml.v3\"") && name != "house_test.go" {
			seen[name] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(withTheLibrary)), slices.Sorted(maps.Keys(seen))); diff != "" {
		t.Errorf("tests that read YAML with the library (-with a reason +found):\n%s", diff)
	}
}

// Nothing below cli may depend on when, where or how it is run.
func TestNothingBelowTheCommandLineReadsTheWorld(t *testing.T) {
	forbidden := []string{
		"os.Exit(", "os.Args", "os.Stdout", "os.Stderr", "os.Stdin",
		"os.Getenv(", "os.LookupEnv(", "os.Environ(", "time.Now(", "log.Print", "log.Fatal",
	}
	sources(t, func(pkg, file string, _ []string) {
		if pkg == "" || pkg == "cli" || pkg == "trial" {
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

// roomLine is a line of ARCHITECTURE.md's table of rooms.
var roomLine = regexp.MustCompile("(?m)^\\| `([a-z]+(?:/[a-z]+)?)` \\|")

// The table of rooms in ARCHITECTURE.md is the order that the imports obey.
func TestTheTableOfRoomsIsTrue(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "\n## The rooms\n")
	table, _, _ = strings.Cut(table, "\n## ")
	var told, want []string
	for _, m := range roomLine.FindAllStringSubmatch(table, -1) {
		told = append(told, m[1])
	}
	for _, g := range groups {
		for _, name := range g.rooms {
			want = append(want, path.Join(g.name, name))
		}
	}
	if diff := cmp.Diff(append(want, "trial"), told); diff != "" {
		t.Errorf("ARCHITECTURE.md (-house +told):\n%s", diff)
	}
}
