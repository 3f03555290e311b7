package seal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/disk"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/trial"
)

func oldSite() []output.File {
	return []output.File{{Path: "index.html", Data: []byte("old")}, {Path: "a/b/old.html", Data: []byte("old")}}
}

func newSite() []output.File {
	return []output.File{{Path: "index.html", Data: []byte("new")}, {Path: "c/new.html", Data: []byte("new")}}
}

// published returns what readers would see in a folder.
func readersSee(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		if rel != marker {
			got[filepath.ToSlash(rel)] = string(data)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return got
}

func asMap(files []output.File) map[string]string {
	m := map[string]string{}
	for _, f := range files {
		m[f.Path] = string(f.Data)
	}
	return m
}

// siteWith returns a site's folder and its public folder.
func siteWith(t *testing.T) (root, out string) {
	t.Helper()
	root = trial.Folder(t, map[string]string{"data/organisation.yaml": "x", "content/a.md": "x"})
	return root, filepath.Join(root, "public")
}

// swap puts files in a folder that nobody else has.
func swap(t testing.TB, root, out string, files []output.File) error {
	t.Helper()
	p, err := Claim(t.Context(), root, out, disk.Waiting{})
	if err != nil {
		return err
	}
	defer func() {
		if err := p.Release(); err != nil {
			t.Error(err)
		}
	}()
	return p.Swap(files)
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestSwapReplacesTheWholeFolder(t *testing.T) {
	root, out := siteWith(t)
	for _, files := range [][]output.File{oldSite(), newSite(), newSite(), oldSite()} {
		if err := swap(t, root, out, files); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(asMap(files), readersSee(t, out)); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
		if diff := cmp.Diff([]string{"content", "data", "public"}, names(t, root)); diff != "" {
			t.Errorf("left beside it: -want +got:\n%s", diff)
		}
	}
	if runtime.GOOS == "windows" {
		return
	}
	for name, want := range map[string]fs.FileMode{"": 0o755, "a/b": 0o755, "index.html": 0o644} {
		info, err := os.Stat(filepath.Join(out, name))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%q has mode %v, want %v (%v)", name, info.Mode().Perm(), want, err)
		}
	}
}

// A file that cannot be written, wherever it comes among the others, leaves the old
// site, and nothing beside it.
// A file that is what it was is not written again. One behind a link in the old folder
// is somebody else's, and stays theirs alone.
func TestSwapKeepsTheFilesThatAreTheSame(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("its files have no modes")
	}
	root, out := siteWith(t)
	site := []output.File{{Path: "index.html", Data: []byte("new")}, {Path: "a/b/old.html", Data: []byte("old")}, {Path: "c/d/x", Data: []byte("x")}}
	if err := swap(t, root, out, append(oldSite(), output.File{Path: "c/d/x", Data: []byte("x")})); err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(t.TempDir(), "c")
	if err := os.Rename(filepath.Join(out, "c"), elsewhere); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, filepath.Join(out, "c")); err != nil {
		t.Fatal(err)
	}
	stat := func(name string) fs.FileInfo {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	index, old, theirs := stat(filepath.Join(out, "index.html")), stat(filepath.Join(out, "a/b/old.html")), stat(filepath.Join(elsewhere, "d/x"))
	if err := swap(t, root, out, site); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(asMap(site), readersSee(t, out)); diff != "" {
		t.Error(diff)
	}
	for name, x := range map[string]struct {
		was  fs.FileInfo
		same bool
	}{"index.html": {index, false}, "a/b/old.html": {old, true}, "c/d/x": {theirs, false}} {
		if now := stat(filepath.Join(out, name)); os.SameFile(x.was, now) != x.same {
			t.Errorf("%s is the same file: %v, want %v", name, !x.same, x.same)
		}
	}
}

func TestSwapThatFailsLeavesTheOldSite(t *testing.T) {
	for n := range len(newSite()) + 1 {
		root, out := siteWith(t)
		if err := swap(t, root, out, oldSite()); err != nil {
			t.Fatal(err)
		}
		if err := swap(t, root, out, slices.Insert(newSite(), n, output.File{Path: "cannot\x00be"})); err == nil {
			t.Fatalf("with file %d broken the site was replaced", n)
		}
		if diff := cmp.Diff(asMap(oldSite()), readersSee(t, out)); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
		if diff := cmp.Diff([]string{"content", "data", "public"}, names(t, root)); diff != "" {
			t.Errorf("left beside it: -want +got:\n%s", diff)
		}
	}
}

// A run that is killed clears nothing up. What it leaves is put right by the
// next, even where it was killed between two renames, and even where that next run
// fails as well.
func TestSwapRecoversFromARunThatWasKilled(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"before it wrote":     {".public.tillit-1": ""},
		"while it wrote":      {".public.tillit-1/index.html": "n"},
		"when it had written": {".public.tillit-1/index.html": "new", ".public.tillit-1/c/new.html": "new"},
		"when it had swapped": {".public.tillit-1/index.html": "older", ".public.tillit-2/x": "", ".public.tillit-2.old/x": ""},
		"between two renames": {".public.tillit-1/index.html": "new", ".public.tillit-1/c/new.html": "new", ".public.tillit-1.old": "the old site"},
	} {
		t.Run(name, func(t *testing.T) {
			root, out := siteWith(t)
			if err := swap(t, root, out, oldSite()); err != nil {
				t.Fatal(err)
			}
			for name, text := range files {
				full, err := filepath.Join(root, filepath.FromSlash(name)), error(nil)
				switch text {
				case "":
					err = os.MkdirAll(full, 0o755)
				case "the old site":
					err = os.Rename(out, full)
				default:
					err = errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), os.WriteFile(full, []byte(text), 0o644))
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			if err := swap(t, root, out, []output.File{{Path: "cannot\x00be"}}); err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(asMap(oldSite()), readersSee(t, out)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if err := swap(t, root, out, newSite()); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(asMap(newSite()), readersSee(t, out)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if diff := cmp.Diff([]string{"content", "data", "public"}, names(t, root)); diff != "" {
				t.Errorf("left beside it: -want +got:\n%s", diff)
			}
		})
	}
}

func TestSwapRefuses(t *testing.T) {
	root, out := siteWith(t)
	full := trial.Folder(t, map[string]string{"thesis.doc": "mine"})
	claimed := trial.Folder(t, map[string]string{marker: "settings of something else", "thesis.doc": "mine"})
	file := filepath.Join(full, "thesis.doc")
	link := filepath.Join(t.TempDir(), "link")
	if err := os.MkdirAll(out, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(out, link); err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	through := filepath.Join(t.TempDir(), "through")
	if err := os.Symlink(root, through); err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	tests := []struct{ name, out, want string }{
		{"a folder with files", full, "is not empty and was not made by tillit"},
		{"a folder with a file of that name", claimed, "is not empty and was not made by tillit"},
		{"a file", file, "is a file and no folder"},
		{"a link", link, "is a link"},
		{"the site", root, "is the site's folder, or above it"},
		{"above the site", filepath.Dir(root), "is the site's folder, or above it"},
		{"the site by another way", filepath.Join(through, "data", ".."), "is a link"},
		{"the data", filepath.Join(root, "data"), "lies in the site's folder data"},
		{"below the data", filepath.Join(root, "data", "public"), "lies in the site's folder data"},
		{"below the data by another way", filepath.Join(through, "data", "public"), "lies in the site's folder data"},
		{"the prose", filepath.Join(root, "content", "x"), "lies in the site's folder content"},
		{"issued versions", filepath.Join(root, "versions", "1"), "lies in the site's folder versions"},
		{"the root of everything", filepath.VolumeName(root) + string(filepath.Separator), "is the root of the file system"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if runtime.GOOS == "windows" && (strings.Contains(tt.out, "link") || strings.Contains(tt.out, "through")) {
				t.Skip("links need a right of their own on Windows")
			}
			err := swap(t, root, tt.out, newSite())
			var refused *RefusedError
			if !errors.As(err, &refused) || !strings.Contains(refused.Reason.EN, tt.want) {
				t.Fatalf("got error %v, want one with %q", err, tt.want)
			}
			if refused.Reason.SV == refused.Reason.EN {
				t.Error("not said in Swedish")
			}
		})
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "mine" {
		t.Errorf("the file now holds %q, %v", data, err)
	}
	if diff := cmp.Diff([]string{"content", "data", "public"}, names(t, root)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSwapWritesNothingOutsideOfItsFolder(t *testing.T) {
	root, out := siteWith(t)
	for _, name := range []string{"../x", "/x", "a/../../x", ""} {
		if err := swap(t, root, out, []output.File{{Path: name, Data: []byte("x")}}); err == nil {
			t.Errorf("%q was written", name)
		}
	}
	if diff := cmp.Diff([]string{"content", "data"}, names(t, root)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSwapMakesTheFoldersAbove(t *testing.T) {
	root, _ := siteWith(t)
	out := filepath.Join(t.TempDir(), "a", "b")
	if err := swap(t, root, out, newSite()); err != nil {
		t.Fatal(err)
	}
	if got := readersSee(t, out); len(got) != 2 {
		t.Errorf("readers see %v", got)
	}
}

func BenchmarkSwap(b *testing.B) {
	root := b.TempDir()
	var files []output.File
	for i := range 100 {
		files = append(files, output.File{Path: fmt.Sprintf("%d/index.html", i), Data: []byte(strings.Repeat("x", 10_000))})
	}
	for b.Loop() {
		if err := swap(b, root, filepath.Join(root, "public"), files); err != nil {
			b.Fatal(err)
		}
	}
}

// Whatever fails, at each thing that is done to the disk: the old site is in place, or the
// new one is and that is said.
func TestSwapThatFailsAnywhereTellsWhichSiteIsThere(t *testing.T) {
	broken := errors.New("broken")
	defer func() { disk.Step = nil }()
	live := 0
	for n := 0; ; n++ {
		root, out := siteWith(t)
		if err := swap(t, root, out, oldSite()); err != nil {
			t.Fatal(err)
		}
		fired, left := false, n
		var lock sync.Mutex
		disk.Step = func(what disk.Deed, _ string) error {
			lock.Lock()
			defer lock.Unlock()
			if what == disk.Locked {
				return nil
			}
			if left--; left == -1 {
				fired = true
				return broken
			}
			return nil
		}
		err := swap(t, root, out, newSite())
		disk.Step = nil
		want, later := oldSite(), (*disk.AfterError)(nil)
		if errors.As(err, &later) || err == nil {
			want = newSite()
		}
		if diff := cmp.Diff(asMap(want), readersSee(t, out)); diff != "" {
			t.Errorf("deed %d, %v: -want +got:\n%s", n, err, diff)
		}
		if later != nil {
			live++
		}
		if !fired {
			if err != nil || n < 10 || live == 0 {
				t.Errorf("after %d deeds, %d of them on a live site: %v", n, live, err)
			}
			return
		}
		// What it could not remove is removed by the next.
		if err := swap(t, root, out, oldSite()); err != nil {
			t.Errorf("deed %d, and again: %v", n, err)
		}
		if diff := cmp.Diff([]string{"content", "data", "public"}, names(t, root)); diff != "" {
			t.Errorf("deed %d left beside it: -want +got:\n%s", n, diff)
		}
	}
}

// Who asks for a folder that is being replaced waits for it, and does not touch what lies
// beside it meanwhile.
func TestAPlaceIsHeld(t *testing.T) {
	root, out := siteWith(t)
	p, err := Claim(t.Context(), root, out, disk.Waiting{})
	if err != nil {
		t.Fatal(err)
	}
	tree, err := p.Begin()
	if err != nil {
		t.Fatal(err)
	}
	var held *disk.HeldError
	if err := swap(t, root, out, oldSite()); !errors.As(err, &held) || held.Name != out || held.By.Process != os.Getpid() {
		t.Errorf("got %v (%+v)", err, held)
	}
	if err := tree.Swap(newSite()); err != nil {
		t.Fatal(err)
	}
	if err := p.Release(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(asMap(newSite()), readersSee(t, out)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if err := swap(t, root, out, oldSite()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"content", "data", "public"}, names(t, root)); diff != "" {
		t.Errorf("left beside it: -want +got:\n%s", diff)
	}
}
