package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func equal(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, found(t, dir)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestCreateWritesWhatIsNotThere(t *testing.T) {
	dir := lay(t, map[string]string{"old": "old", "folder/": ""})
	if err := Create(filepath.Join(dir, "a", "b", "new"), []byte("new")); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"old", "folder", "a/b/new"} {
		if err := Create(filepath.Join(dir, filepath.FromSlash(name)), []byte("other")); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := Create(filepath.Join(dir, "old", "below"), nil); err == nil {
		t.Error("a file was written below a file")
	}
	equal(t, dir, map[string]string{"old": "old", "folder/": "", "a/b/new": "new"})
}

func TestCreateFollowsNoLink(t *testing.T) {
	dir := lay(t, map[string]string{"link": "->nothing"})
	if err := Create(filepath.Join(dir, "link"), []byte("x")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Lstat(filepath.Join(dir, "nothing")); err == nil {
		t.Error("it was written by way of a link")
	}
}

func TestAppendWritesAtTheEnd(t *testing.T) {
	dir := lay(t, map[string]string{"old": "old"})
	for _, name := range []string{"old", "a/new"} {
		for _, text := range []string{" 1", " 2"} {
			if err := Append(filepath.Join(dir, filepath.FromSlash(name)), []byte(text)); err != nil {
				t.Error(err)
			}
		}
	}
	if err := Append(filepath.Join(dir, "a"), []byte("x")); err == nil {
		t.Error("a folder was written to")
	}
	equal(t, dir, map[string]string{"old": "old 1 2", "a/new": " 1 2"})
}

func TestReplaceWritesTheNewBytes(t *testing.T) {
	dir := lay(t, map[string]string{"old": "old and long", "aside": "kept"})
	for _, name := range []string{"old", "new"} {
		for _, text := range []string{"first", "", "second"} {
			if err := Replace(filepath.Join(dir, name), []byte(text)); err != nil {
				t.Error(err)
			}
			if got := found(t, dir)[name]; got != text {
				t.Errorf("%s holds %q, want %q", name, got, text)
			}
		}
	}
	equal(t, dir, map[string]string{"old": "second", "new": "second", "aside": "kept"})
}

// At the moment of the rename the new bytes are whole, and the old ones in place.
func TestReplaceIsOneStep(t *testing.T) {
	dir := lay(t, map[string]string{"file": "old"})
	name := filepath.Join(dir, "file")
	err := put(name, []byte("new"), func(from, to string) error {
		if filepath.Dir(from) != dir || filepath.Base(from)[0] != '.' || to != name {
			t.Errorf("renames %s to %s", from, to)
		}
		equal(t, dir, map[string]string{"file": "old", filepath.Base(from): "new"})
		return errBroken
	})
	if !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
	equal(t, dir, map[string]string{"file": "old"})
}

func TestReplaceThatFailsNamesTheFileAndLeavesNothing(t *testing.T) {
	dir := lay(t, map[string]string{"full/inner": "x"})
	for _, name := range []string{"full", "nothing/file"} {
		full := filepath.Join(dir, filepath.FromSlash(name))
		err := Replace(full, []byte("new"))
		var path *fs.PathError
		if !errors.As(err, &path) || path.Path != full {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := Replace(filepath.Join(dir, "nothing", "file"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	equal(t, dir, map[string]string{"full/inner": "x"})
}

func TestReplaceFollowsNoLink(t *testing.T) {
	dir := lay(t, map[string]string{"target": "kept", "link": "->target"})
	if err := Replace(filepath.Join(dir, "link"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	equal(t, dir, map[string]string{"target": "kept", "link": "new"})
	if info, err := os.Lstat(filepath.Join(dir, "link")); err != nil || !info.Mode().IsRegular() {
		t.Errorf("it is still a link: %v", err)
	}
}

func TestMakeFolderAndRemove(t *testing.T) {
	dir := lay(t, map[string]string{"file": "x"})
	deep := filepath.Join(dir, "a", "b")
	for range 2 { // the second time it is there
		if err := MakeFolder(deep); err != nil {
			t.Error(err)
		}
	}
	if err := MakeFolder(filepath.Join(dir, "file")); err == nil {
		t.Error("a file became a folder")
	}
	if err := Remove(filepath.Join(dir, "a")); err == nil {
		t.Error("a folder that is not empty was removed")
	}
	if err := errors.Join(Remove(deep), Remove(filepath.Join(dir, "file"))); err != nil {
		t.Error(err)
	}
	if err := Remove(deep); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("removed twice: %v", err)
	}
	equal(t, dir, map[string]string{"a/": ""})
}
