package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The folder as a file system reads nothing outside of itself, in whatever way it is asked.
func TestFSReadsNothingOutside(t *testing.T) {
	outside := lay(t, map[string]string{"secret": "hemligt", "d/secret": "hemligt"})
	dir := lay(t, map[string]string{
		"a/file": "text", "a/in": "->file", "a/out": "->" + filepath.Join(outside, "secret"), "a/up": "->../../" + filepath.Base(outside) + "/secret",
		"linked": "->" + filepath.Join(outside, "d"), "dead": "->nothing", "loop": "->loop", "inside": "->a", "a/null": "->/dev/zero",
	})
	fsys := FS(dir)
	for name, want := range map[string]error{
		"a/file": nil, "a/in": nil, "inside/file": nil,
		"a/out": ErrOutside, "a/up": ErrOutside, "linked/secret": ErrOutside, "linked": ErrOutside, "a/null": ErrOutside,
		"dead": fs.ErrNotExist, "loop": ErrLoop, "nothing": fs.ErrNotExist, "a/file/x": errAny, "a": errAny,
	} {
		data, err := fs.ReadFile(fsys, name)
		if want == nil && (err != nil || string(data) != "text") || want == errAny && err == nil || want != nil && want != errAny && !errors.Is(err, want) || strings.Contains(string(data), "hemligt") {
			t.Errorf("%s: %q, %v, want %v", name, data, err, want)
		}
		if f, err := fsys.Open(name); name != "a" && (err == nil) != (want == nil) {
			t.Errorf("%s is opened: %v", name, err)
		} else if err == nil {
			f.Close()
		}
	}
	for name, link := range map[string]bool{"a/file": false, "a/in": true, "a/out": true, "linked": true, "a": false} {
		info, err := fs.Lstat(fsys, name)
		to, errTo := fs.ReadLink(fsys, name)
		if err != nil || (info.Mode()&fs.ModeSymlink != 0) != link || (errTo == nil) != link || link && to == "" {
			t.Errorf("%s is taken for a link: %v, %q, %v, %v", name, !link, to, err, errTo)
		}
	}
	if _, err := fs.ReadDir(fsys, "linked"); !errors.Is(err, ErrOutside) {
		t.Errorf("a folder elsewhere is listed: %v", err)
	}
	if _, err := fs.ReadDir(FS(filepath.Join(dir, "nothing")), "."); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
}

var errAny = errors.New("any error")

func TestFSReadsNoMoreThanItsLimit(t *testing.T) {
	dir := lay(t, map[string]string{"large": "", "just": ""})
	for name, size := range map[string]int64{"large": mostWhole + 1, "just": mostWhole} {
		if err := os.Truncate(filepath.Join(dir, name), size); err != nil {
			t.Fatal(err)
		}
	}
	var large *TooLargeError
	if _, err := fs.ReadFile(FS(dir), "large"); !errors.As(err, &large) || large.Size != mostWhole+1 {
		t.Errorf("got %v", err)
	}
	if data, err := fs.ReadFile(FS(dir), "just"); err != nil || len(data) != mostWhole {
		t.Errorf("got %d, %v", len(data), err)
	}
}

func TestWalkGoesNoDeeperThanItsLimit(t *testing.T) {
	deep := strings.Repeat("d/", mostDeep)
	dir := lay(t, map[string]string{"r/" + deep[2:] + "file": "x", "r/" + deep + "d/file": "x", "r/a": "x"})
	root, err := OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	files, refused := 0, 0
	for e, err := range (&Walk{Root: root, Most: 1000}).Below("r") {
		switch {
		case errors.Is(err, ErrDeep):
			refused++
		case err != nil:
			t.Error(e.Name, err)
		default:
			files++
		}
	}
	if files != 2 || refused != 1 {
		t.Errorf("%d files, %d folders refused", files, refused)
	}
}
