package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const prefix = ".place.tillit-"

func fresh(t *testing.T, parent string, files ...File) string {
	t.Helper()
	dir, err := Fresh(parent, prefix)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteTree(dir, files); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestFreshFoldersAreEmptyAndApart(t *testing.T) {
	dir := lay(t, nil)
	a, b := fresh(t, dir), fresh(t, dir)
	if a == b || filepath.Dir(a) != dir || !strings.HasPrefix(filepath.Base(a), prefix) {
		t.Errorf("made %s and %s", a, b)
	}
	if _, err := Fresh(filepath.Join(dir, "nothing"), prefix); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if err := Clear(dir, prefix); err != nil {
		t.Error(err)
	}
	equal(t, dir, map[string]string{})
}

func TestClearRemovesFoldersWithThePrefixAlone(t *testing.T) {
	dir := lay(t, map[string]string{".p-1/a/b": "x", ".p-2/": "", ".p-file": "kept", "p-3/x": "kept", ".q/.p-4/": "", "..p-5/": ""})
	if err := Clear(dir, ".p-"); err != nil {
		t.Fatal(err)
	}
	equal(t, dir, map[string]string{".p-file": "kept", "p-3/x": "kept", ".q/.p-4/": "", "..p-5/": ""})
	if err := Clear(filepath.Join(dir, "nothing"), ".p-"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestClearFollowsNoLink(t *testing.T) {
	kept := lay(t, map[string]string{"x": "kept"})
	dir := lay(t, map[string]string{".p-link": "->" + kept, ".p-1/link": "->" + kept})
	if err := Clear(dir, ".p-"); err != nil {
		t.Fatal(err)
	}
	equal(t, kept, map[string]string{"x": "kept"})
	if _, err := os.Lstat(filepath.Join(dir, ".p-link")); err != nil {
		t.Error("a link, which we never make, was removed")
	}
}

func TestRemoveFolderRemovesAll(t *testing.T) {
	dir := lay(t, map[string]string{"a/b/c": "x", "d": "kept"})
	for range 2 {
		if err := RemoveFolder(filepath.Join(dir, "a")); err != nil {
			t.Error(err)
		}
	}
	equal(t, dir, map[string]string{"d": "kept"})
}

func TestWriteTreeWritesFilesAndCopies(t *testing.T) {
	dir := lay(t, map[string]string{"old/source": "copied"})
	var files []File
	want := map[string]string{"copied": "copied"}
	for i := range 100 {
		name := fmt.Sprintf("%d/%d/file", i%3, i)
		files, want[name] = append(files, File{Path: name, Data: []byte(name)}), name
	}
	made := fresh(t, dir, append(files, File{Path: "copied", Source: filepath.Join(dir, "old", "source")})...)
	equal(t, made, want)
}

// A file of an earlier tree becomes one of the new tree where it is what would be written;
// whatever else lies there is left alone, and the file written.
func TestWriteTreeLinksWhatIsTheSame(t *testing.T) {
	const text = "the same bytes"
	for name, x := range map[string]struct {
		old  func(old string) error
		same bool
	}{
		"the same":         {func(old string) error { return os.WriteFile(old, []byte(text), fileMode) }, runtime.GOOS != "windows"},
		"another text":     {func(old string) error { return os.WriteFile(old, []byte("the same bits!"), fileMode) }, false},
		"longer":           {func(old string) error { return os.WriteFile(old, []byte(text+"."), fileMode) }, false},
		"not for everyone": {func(old string) error { return os.WriteFile(old, []byte(text), 0o600) }, false},
		"a folder":         {func(old string) error { return os.Mkdir(old, folderMode) }, false},
		"nothing":          {func(string) error { return nil }, false},
		"a link": {func(old string) error {
			return errors.Join(os.WriteFile(old+".other", []byte(text), fileMode), os.Symlink(old+".other", old))
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := lay(t, nil)
			old := filepath.Join(dir, "old")
			if err := x.old(old); err != nil {
				t.Skip(err)
			}
			made := filepath.Join(fresh(t, dir, File{Path: "a/new", Data: []byte(text), Like: old}), "a", "new")
			if got, err := os.ReadFile(made); err != nil || string(got) != text {
				t.Fatalf("wrote %q: %v", got, err)
			}
			was, _ := os.Lstat(old)
			now, err := os.Lstat(made)
			if err != nil || !now.Mode().IsRegular() || os.SameFile(was, now) != x.same {
				t.Errorf("the same file is %v, want %v (%v)", os.SameFile(was, now), x.same, err)
			}
		})
	}
	if err := WriteTree(t.TempDir(), []File{{Path: "a", Data: []byte("1"), Like: "tree_test.go"}, {Path: "a", Data: []byte("1")}}); err == nil {
		t.Error("a path twice: no error")
	}
}

func TestWriteTreeWritesNothingOutside(t *testing.T) {
	dir := lay(t, map[string]string{"tree/": ""})
	for _, name := range []string{"../x", "/x", "a/../../x", "", ".."} {
		if err := WriteTree(filepath.Join(dir, "tree"), []File{{Path: name, Data: []byte("x")}}); err == nil || !strings.Contains(err.Error(), "leads out of the folder") {
			t.Errorf("%q: %v", name, err)
		}
	}
	equal(t, dir, map[string]string{"tree/": ""})
}

func TestWriteTreeFails(t *testing.T) {
	for name, files := range map[string][]File{
		"a path twice":             {{Path: "a", Data: []byte("1")}, {Path: "a", Data: []byte("2")}},
		"a link in a file's place": {{Path: "a", Data: []byte("1")}, {Path: "a", Source: "disk.go"}},
		"a file and a folder":      {{Path: "a"}, {Path: "a/b"}},
		"a name that cannot be":    {{Path: "a\x00"}},
		"a source that is gone":    {{Path: "a", Source: "nothing"}},
		"a source that is folder":  {{Path: "a", Source: "."}},
	} {
		if err := WriteTree(t.TempDir(), files); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := WriteTree(filepath.Join(t.TempDir(), "nothing"), nil); err == nil {
		t.Error("without its folder: no error")
	}
}

// What is published is a file of its own: who writes to it leaves what was issued alone.
func TestCopiesShareNothing(t *testing.T) {
	dir := lay(t, map[string]string{"from": "text"})
	from := filepath.Join(dir, "from")
	refuse := func(_, _ *os.File) error { return errBroken }
	for name, share := range map[string]func(to, from *os.File) error{"shared": reflink, "copied": refuse} {
		to := filepath.Join(dir, name)
		if err := copyNew(from, to, share); err != nil {
			t.Error(err)
		}
		if err := copyNew(from, to, share); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s twice: %v", name, err)
		}
		a, errA := os.Stat(from)
		b, errB := os.Stat(to)
		if errA != nil || errB != nil || os.SameFile(a, b) {
			t.Errorf("%s: it is the same file: %v, %v", name, errA, errB)
		}
		if err := os.WriteFile(to, []byte("other"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	equal(t, dir, map[string]string{"from": "text", "shared": "other", "copied": "other"})
}

// A new folder is laid whole, or is not there, wherever that fails; its name may be written
// in any way.
func TestLayMakesAWholeFolder(t *testing.T) {
	files := []File{{Path: "a/b", Data: []byte("1")}, {Path: ".c", Data: []byte("2")}}
	whole := map[string]string{"a/b": "1", ".c": "2"}
	for n := 0; ; n++ {
		dir := lay(t, nil)
		place := filepath.Join(dir, "up", "place")
		fired := failing(t, n, errBroken)
		err := Lay(place, files)
		Step = nil
		if !*fired {
			if diff := cmp.Diff(whole, found(t, place)); diff != "" || err != nil {
				t.Errorf("%v -want +got\n%s", err, diff)
			}
			break
		}
		got := found(t, place)
		if len(got) > 0 && cmp.Diff(whole, got) != "" || len(got) == 0 && !errors.Is(err, errBroken) {
			t.Errorf("deed %d: %v, %v", n, got, err)
		}
		if err := Lay(place, files); len(got) == 0 && err != nil { // what it left goes with the next
			t.Errorf("deed %d, and again: %v", n, err)
		}
		if left := found(t, filepath.Join(dir, "up")); len(left) != 2 {
			t.Errorf("deed %d left %v", n, left)
		}
	}
	t.Chdir(t.TempDir())
	for _, name := range []string{"plain", "./dot", "a/../clean/", "x//y"} {
		if err := Lay(name, files); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(whole, found(t, filepath.Clean(name))); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
		if err := Lay(name, files); err == nil {
			t.Errorf("%s was laid twice", name)
		}
	}
}

func TestSettleGivesAFolderItsPlace(t *testing.T) {
	dir := lay(t, map[string]string{"taken/x": "kept"})
	made := fresh(t, dir, File{Path: "a", Data: []byte("new")})
	if err := Settle(made, filepath.Join(dir, "taken")); err == nil {
		t.Error("it took the place of another folder")
	}
	if err := Settle(made, filepath.Join(dir, "free")); err != nil {
		t.Error(err)
	}
	equal(t, dir, map[string]string{"taken/x": "kept", "free/a": "new"})
}

// The two ways in which folders change places: as this system does it, and as one that
// knows no exchange.
func ways() map[string]func(a, b string) error {
	return map[string]func(a, b string) error{
		"as here":        exchange,
		"by two renames": func(a, b string) error { return errors.ErrUnsupported },
	}
}

func may() error { return nil }

func TestSwapTakesThePlace(t *testing.T) {
	for name, change := range ways() {
		t.Run(name, func(t *testing.T) {
			dir := lay(t, map[string]string{"aside": "kept"})
			place := filepath.Join(dir, "place")
			for i, text := range []string{"first", "second", "third"} { // the first takes a place that is free
				made := fresh(t, dir, File{Path: "d/" + text, Data: []byte(text)})
				if err := swap(made, place, may, change, os.Rename); err != nil {
					t.Fatal(i, err)
				}
				if err := RemoveFolder(made); err != nil {
					t.Fatal(err)
				}
				equal(t, dir, map[string]string{"aside": "kept", "place/d/" + text: text})
			}
		})
	}
	dir := lay(t, map[string]string{"place/a": "old"})
	if err := Swap(fresh(t, dir, File{Path: "b"}), filepath.Join(dir, "place"), may); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(map[string]string{"b": ""}, found(t, filepath.Join(dir, "place"))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestSwapAsksWhetherTheOldFolderMayGo(t *testing.T) {
	for name, change := range ways() {
		dir := lay(t, map[string]string{"place/a": "old"})
		made := fresh(t, dir, File{Path: "b", Data: []byte("new")})
		refuse := func() error { return errBroken }
		if err := swap(made, filepath.Join(dir, "place"), refuse, change, os.Rename); !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", name, err)
		}
		equal(t, dir, map[string]string{"place/a": "old", filepath.Base(made) + "/b": "new"})
		if err := swap(made, filepath.Join(dir, "free"), refuse, change, os.Rename); err != nil {
			t.Errorf("%s: it asks of a place that is free: %v", name, err)
		}
	}
}

// The nth rename of an exchange by two renames does not come about.
func TestSwapThatFailsLeavesTheOldFolder(t *testing.T) {
	for n := range 2 {
		dir := lay(t, map[string]string{"place/a": "old"})
		made := fresh(t, dir, File{Path: "b", Data: []byte("new")})
		calls := 0
		err := swap(made, filepath.Join(dir, "place"), may, ways()["by two renames"], func(a, b string) error {
			if calls++; calls == n+1 {
				return errBroken
			}
			return os.Rename(a, b)
		})
		if !errors.Is(err, errBroken) {
			t.Errorf("at rename %d: %v", n, err)
		}
		equal(t, dir, map[string]string{"place/a": "old", filepath.Base(made) + "/b": "new"})
	}
	dir := lay(t, map[string]string{"place/a": "old"})
	made := fresh(t, dir, File{Path: "b", Data: []byte("new")})
	failing := func(a, b string) error { return errBroken }
	if err := swap(made, filepath.Join(dir, "place"), may, failing, os.Rename); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
	equal(t, dir, map[string]string{"place/a": "old", filepath.Base(made) + "/b": "new"})
}

// A process that is killed before a rename does nothing more. What it leaves is put
// right by the next.
func TestRestoreMendsASwapThatWasKilled(t *testing.T) {
	for n := range 2 {
		dir := lay(t, map[string]string{"place/a": "old"})
		place := filepath.Join(dir, "place")
		made := fresh(t, dir, File{Path: "b", Data: []byte("new")})
		func() {
			defer func() { _ = recover() }()
			calls := 0
			swap(made, place, may, ways()["by two renames"], func(a, b string) error {
				if calls++; calls == n+1 {
					panic(errBroken)
				}
				return os.Rename(a, b)
			})
		}()
		if _, gone := os.Stat(place); (gone != nil) != (n == 1) {
			t.Errorf("killed at rename %d: %v", n, gone)
		}
		if err := errors.Join(Restore(place, prefix), Clear(dir, prefix)); err != nil {
			t.Error(err)
		}
		equal(t, dir, map[string]string{"place/a": "old"})
	}
}

// The same with a process that is really killed, wherever that meets it: the folder in
// place is whole, of one generation.
func TestSwapThatIsKilledLeavesAWholeFolder(t *testing.T) {
	const variable = "TILLIT_TEST_SWAP"
	if dir := os.Getenv(variable); dir != "" { // the one that is to be killed
		for generation := 1; ; generation++ {
			var files []File
			for i := range 20 {
				files = append(files, File{Path: fmt.Sprintf("%d/%d", i%3, i), Data: fmt.Append(nil, generation)})
			}
			made := fresh(t, dir, files...)
			if err := errors.Join(Swap(made, filepath.Join(dir, "place"), may), RemoveFolder(made)); err != nil {
				t.Fatal(err)
			}
		}
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := lay(t, nil)
	place := filepath.Join(dir, "place")
	for round := range 8 {
		if err := RemoveFolder(place); err != nil {
			t.Fatal(err)
		}
		child := exec.Command(program, "-test.run=^"+t.Name()+"$")
		child.Env = append(os.Environ(), variable+"="+dir)
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		for deadline := time.Now().Add(20 * time.Second); len(found(t, place)) == 0 && time.Now().Before(deadline); {
			time.Sleep(time.Millisecond)
		}
		time.Sleep(time.Duration(round) * 3 * time.Millisecond)
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		child.Wait() // it ends as it was killed
		if err := errors.Join(Restore(place, prefix), Clear(dir, prefix)); err != nil {
			t.Error(err)
		}
		files := found(t, dir)
		for _, generation := range files {
			if generation != files["place/0/0"] || len(files) != 20 {
				t.Fatalf("in round %d there are %v", round, files)
			}
		}
	}
}

func TestRestoreTouchesNothingElse(t *testing.T) {
	for _, files := range []map[string]string{
		{"place/a": "in place", prefix + "1.old/a": "older"},
		{prefix + "1/a": "half made"},
		{"x.old/a": "somebody's", prefix + "1.old": "a file"},
	} {
		dir := lay(t, files)
		if err := Restore(filepath.Join(dir, "place"), prefix); err != nil {
			t.Error(err)
		}
		equal(t, dir, files)
	}
	dir := lay(t, map[string]string{prefix + "1.old/a": "1", prefix + "2.old/a": "2"})
	if err := Restore(filepath.Join(dir, "place"), prefix); err != nil {
		t.Error(err)
	}
	equal(t, dir, map[string]string{"place/a": "1", prefix + "2.old/a": "2"})
}

func TestSync(t *testing.T) {
	dir := lay(t, map[string]string{"file": "text"})
	if err := errors.Join(syncFile(filepath.Join(dir, "file")), syncFolder(dir)); err != nil {
		t.Error(err)
	}
	for name, sync := range map[string]func(string) error{"all": Sync, "each": syncEach} {
		if err := sync(dir); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, sync := range map[string]func(string) error{"file": syncFile, "folder": syncFolder, "tree": Sync, "tree, file by file": syncEach} {
		if err := sync(filepath.Join(dir, "nothing")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a %s that is not there: %v", name, err)
		}
	}
	equal(t, dir, map[string]string{"file": "text"})
}
