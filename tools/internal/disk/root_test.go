package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func openRoot(t *testing.T, dir string) *Root {
	t.Helper()
	r, err := OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// tangle is a folder with every kind of link, and the name of a file outside.
func tangle(t *testing.T) string {
	outside := lay(t, map[string]string{"secret.yaml": "secret"})
	return lay(t, map[string]string{
		"a/file.yaml":     "text",
		"a/b/":            "",
		"a/same.yaml":     "->file.yaml",
		"a/up.yaml":       "->../a/file.yaml",
		"a/folder":        "->b",
		"a/parent":        "->..",
		"a/gone.yaml":     "->nothing.yaml",
		"a/circle.yaml":   "->circle.yaml",
		"a/absolute.yaml": "->" + filepath.Join(outside, "secret.yaml"),
		"a/climbing.yaml": "->../../../../../../../../../../../../../etc/passwd",
		"a/out":           "->" + outside,
	})
}

func TestLookTellsWhatStandsUnderAName(t *testing.T) {
	r := openRoot(t, tangle(t))
	for name, want := range map[string]struct {
		entry Entry
		err   error
	}{
		"a/file.yaml":     {Entry{Size: 4}, nil},
		"a/b":             {Entry{Folder: true}, nil},
		"a/same.yaml":     {Entry{Size: 4, Link: true}, nil},
		"a/up.yaml":       {Entry{Size: 4, Link: true}, nil},
		"a/folder":        {Entry{Folder: true, Link: true}, nil},
		"a/gone.yaml":     {Entry{Link: true}, ErrDead},
		"a/circle.yaml":   {Entry{Link: true}, ErrLoop},
		"a/absolute.yaml": {Entry{Link: true}, ErrOutside},
		"a/climbing.yaml": {Entry{Link: true}, ErrOutside},
		"a/out":           {Entry{Link: true}, ErrOutside},
		"a/nothing":       {Entry{}, fs.ErrNotExist},
	} {
		want.entry.Name = name
		got, err := r.Look(name)
		if file := err == nil && !got.Folder; file != (got.Changed != 0) {
			t.Errorf("%s was changed at %d", name, got.Changed)
		}
		got.Changed = 0
		if diff := cmp.Diff(want.entry, got); diff != "" || !errors.Is(err, want.err) {
			t.Errorf("%s: -want +got\n%s%v", name, diff, err)
		}
		for _, other := range []error{ErrDead, ErrLoop, ErrOutside, ErrLinked, ErrSpecial} {
			if errors.Is(err, other) && other != want.err {
				t.Errorf("%s is said to be %v", name, other)
			}
		}
		var path *fs.PathError
		if err != nil && (!errors.As(err, &path) || path.Path != name) {
			t.Errorf("%s: the error names no file: %v", name, err)
		}
	}
	if _, err := r.Look("a/gone.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what a dead link leads to exists: %v", err)
	}
}

func TestReadReadsPlainFilesWithinTheRoot(t *testing.T) {
	r := openRoot(t, tangle(t))
	for _, name := range []string{"a/file.yaml", "a/same.yaml", "a/up.yaml"} {
		if data, err := r.Read(name, 4); err != nil || string(data) != "text" {
			t.Errorf("%s: %q, %v", name, data, err)
		}
	}
	for _, name := range []string{"a/absolute.yaml", "a/climbing.yaml", "a/out/secret.yaml", "a/gone.yaml", "a/circle.yaml", "a/nothing", "../laid/a/file.yaml", "/etc/passwd"} {
		if data, err := r.Read(name, 1<<20); err == nil {
			t.Errorf("%s was read: %q", name, data)
		}
	}
	if _, err := r.Read("a/b", 10); !errors.Is(err, syscall.EISDIR) {
		t.Errorf("a folder: %v", err)
	}
}

func TestReadKeepsToItsLimit(t *testing.T) {
	texts := map[string]string{"empty": "", "four": "four", "long": strings.Repeat("x", 100_000)}
	dir := lay(t, texts)
	r := openRoot(t, dir)
	// A hole of 1 GB: reading it would be told by the size in the error.
	huge, err := os.Create(filepath.Join(dir, "huge"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(huge.Truncate(1<<30), huge.Close()); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		most int64
		size int64 // 0: it is read
	}{
		{"empty", 0, 0}, {"four", 4, 0}, {"four", 5, 0}, {"four", 3, 4}, {"four", 0, 4},
		{"long", 100_000, 0}, {"long", 99_999, 100_000}, {"huge", 1 << 20, 1 << 30},
	} {
		data, err := r.Read(tt.name, tt.most)
		var large *TooLargeError
		switch {
		case tt.size == 0 && (err != nil || string(data) != texts[tt.name]):
			t.Errorf("%s of at most %d: %d bytes, %v", tt.name, tt.most, len(data), err)
		case tt.size > 0 && (!errors.As(err, &large) || *large != TooLargeError{tt.name, tt.size, tt.most} || data != nil):
			t.Errorf("%s of at most %d: %d bytes, %v", tt.name, tt.most, len(data), err)
		}
	}
}

func TestOpenRootNeedsAFolder(t *testing.T) {
	dir := lay(t, map[string]string{"file": "x"})
	for _, name := range []string{"nothing", "file"} {
		if r, err := OpenRoot(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s was opened as a folder", name)
			r.Close()
		}
	}
}

func TestOpenOpensPlainFiles(t *testing.T) {
	dir := tangle(t)
	for _, name := range []string{"a/file.yaml", "a/same.yaml", "a/absolute.yaml"} {
		f, err := Open(filepath.Join(dir, name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if data, err := io.ReadAll(f); err != nil || len(data) < 4 {
			t.Errorf("%s: %q, %v", name, data, err)
		}
		f.Close()
	}
	for name, want := range map[string]error{"a/b": syscall.EISDIR, "a/nothing": fs.ErrNotExist} {
		if _, err := Open(filepath.Join(dir, name)); !errors.Is(err, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// walked is what a walk yields, in its order: the name, and what is wrong with it.
func walked(t *testing.T, w *Walk, dirs ...string) []string {
	t.Helper()
	var got []string
	for _, dir := range dirs {
		for e, err := range w.Below(dir) {
			line := e.Name
			for word, is := range map[string]error{"dead": ErrDead, "loop": ErrLoop, "outside": ErrOutside, "linked": ErrLinked,
				"special": ErrSpecial, "many": ErrMany, "denied": fs.ErrPermission} {
				if errors.Is(err, is) {
					line += " " + word
				}
			}
			if err != nil && line == e.Name {
				line += " " + err.Error()
			}
			if err == nil && e.Folder {
				t.Errorf("%s is a folder", e.Name)
			}
			got = append(got, line)
		}
	}
	return got
}

func TestWalkGoesInTheOrderOfNames(t *testing.T) {
	r := openRoot(t, tangle(t))
	want := []string{"a/absolute.yaml outside", "a/circle.yaml loop", "a/climbing.yaml outside", "a/file.yaml", "a/folder linked",
		"a/gone.yaml dead", "a/out outside", "a/parent linked", "a/same.yaml", "a/up.yaml"}
	if diff := cmp.Diff(want, walked(t, &Walk{Root: r, Most: 1000}, "a")); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestWalkGoesIntoFoldersWhereTheyStand(t *testing.T) {
	files := map[string]string{"x/b.yaml": "", "x/b/z": "", "x/b/a/c": "", "x/c": "", "y/a": ""}
	var want []string
	for i := range 2000 { // more than are listed in one go
		name := fmt.Sprintf("x/a/%04d", i)
		files[name], want = "", append(want, name)
	}
	want = append(want, "x/b/a/c", "x/b/z", "x/b.yaml", "x/c", "y/a")
	r := openRoot(t, lay(t, files))
	if diff := cmp.Diff(want, walked(t, &Walk{Root: r, Most: 10_000}, "x", "y")); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestWalkLooksAtWhatIsChosen(t *testing.T) {
	r := openRoot(t, lay(t, map[string]string{"x/b": "", "x/a/1": "", "x/.hidden/2": "", "x/c": ""}))
	var asked []string
	w := &Walk{Root: r, Most: 100, Choose: func(dir string, names []string) []string {
		asked = append(asked, dir+": "+strings.Join(names, " "))
		return slices.DeleteFunc(names, func(n string) bool { return n == "c" || strings.HasPrefix(n, ".") })
	}}
	if diff := cmp.Diff([]string{"x/a/1", "x/b"}, walked(t, w, "x")); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if diff := cmp.Diff([]string{"x: .hidden a b c", "x/a: 1"}, asked); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestWalkKeepsToItsLimit(t *testing.T) {
	r := openRoot(t, lay(t, map[string]string{"x/1": "", "x/2": "", "y/3": "", "y/4": "", "z/5": ""}))
	for most, want := range map[int][]string{
		5: {"x/1", "x/2", "y/3", "y/4", "z/5"},
		4: {"x/1", "x/2", "y/3", "y/4", "z many"},
		2: {"x/1", "x/2", "y many"}, // and z in silence
		0: {"x many"},
	} {
		if diff := cmp.Diff(want, walked(t, &Walk{Root: r, Most: most}, "x", "y", "z")); diff != "" {
			t.Errorf("of %d: -want +got\n%s", most, diff)
		}
	}
	// Which of them a system lists first is its own choice; how many are read is not.
	if got := walked(t, &Walk{Root: r, Most: 1}, "x"); len(got) != 2 || got[0] != "x many" {
		t.Errorf("of 1: %v", got)
	}
}

func TestWalkTellsOfAFolderThatCannotBeRead(t *testing.T) {
	r := openRoot(t, lay(t, map[string]string{"x/1": ""}))
	if got := walked(t, &Walk{Root: r, Most: 10}, "nothing"); len(got) != 1 || !strings.HasPrefix(got[0], "nothing ") {
		t.Errorf("got %v", got)
	}
	if os.Geteuid() <= 0 {
		t.Skip("root may read everything, and Windows has other permissions")
	}
	dir := lay(t, map[string]string{"x/1": "", "x/2/a": "", "x/3": ""})
	closed := filepath.Join(dir, "x", "2")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(closed, 0o777) })
	if diff := cmp.Diff([]string{"x/1", "x/2 denied", "x/3"}, walked(t, &Walk{Root: openRoot(t, dir), Most: 10}, "x")); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestWalkEndsWhereItsReaderDoes(t *testing.T) {
	r := openRoot(t, lay(t, map[string]string{"x/a/1": "", "x/a/2": "", "x/b": ""}))
	w := &Walk{Root: r, Most: 10}
	for e := range w.Below("x") {
		if e.Name != "x/a/1" {
			t.Errorf("went on to %s", e.Name)
		}
		break
	}
}

func TestFSIsTheFolder(t *testing.T) {
	dir := tangle(t)
	fsys := FS(dir)
	for _, name := range []string{"a/file.yaml", "a/same.yaml"} {
		if data, err := fs.ReadFile(fsys, name); err != nil || len(data) < 4 {
			t.Errorf("%s: %q, %v", name, data, err)
		}
	}
	entries, err := fs.ReadDir(fsys, "a")
	if err != nil || len(entries) != 11 || entries[0].Name() != "absolute.yaml" {
		t.Errorf("got %v, %v", entries, err)
	}
	for name, want := range map[string]error{"a/nothing": fs.ErrNotExist, "../laid/a/file.yaml": fs.ErrInvalid, "/etc/passwd": fs.ErrInvalid, "": fs.ErrInvalid} {
		_, err := fsys.Open(name)
		var path *fs.PathError
		if !errors.Is(err, want) || !errors.As(err, &path) || path.Path != name {
			t.Errorf("%q: %v", name, err)
		}
	}
}
