package outside

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func gone(top, name string) bool {
	_, err := os.Lstat(filepath.Join(top, filepath.FromSlash(name)))
	return os.IsNotExist(err)
}

// history is a repository of two commits: a site in a folder with one version, then two.
func history(t *testing.T) (dir, first, second string) {
	t.Helper()
	dir = repository(t)
	for _, id := range []string{"2026-01-01", "2026-03-01.2"} {
		write(t, dir, "site/versions/"+id+"/version.yaml", "id: "+id+"\n")
		write(t, dir, "site/versions/"+id+"/SHA256SUMS", "sums of "+id+"\n")
		write(t, dir, "site/versions/"+id+"/data.json", "{}\n")
		write(t, dir, "site/versions/"+id+"/site/versions/2025-01-01/version.yaml", "no version of ours\n")
		write(t, dir, "site/versions/readme.txt", id)
		commit(t, dir)
		first, second = second, git(t, dir, "rev-parse", "HEAD")
	}
	return dir, first, second
}

func TestARevisionHoldsItsVersions(t *testing.T) {
	dir, first, _ := history(t)
	git(t, dir, "tag", "issued", first)
	// What lies in the folder, and what is put in an object's place, is not asked.
	if err := os.RemoveAll(filepath.Join(dir, "site", "versions")); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{first: 1, first[:10]: 1, "issued": 1, "HEAD~1": 1, "HEAD": 2} {
		held, err := Revision(t.Context(), filepath.Join(dir, "site"), name, gone)
		if err != nil {
			t.Fatal(err)
		}
		entries, err := fs.ReadDir(held, "versions")
		if err != nil || len(entries) != want {
			t.Errorf("%s: %v, %v", name, entries, err)
		}
		data, err := fs.ReadFile(held, "versions/2026-01-01/version.yaml")
		if err != nil || string(data) != "id: 2026-01-01\n" {
			t.Errorf("%s: %q, %v", name, data, err)
		}
		if _, err := fs.ReadFile(held, "versions/2026-01-01/data.json"); err == nil {
			t.Error("more is read than is needed")
		}
	}
}

// A revision that holds no version is one that can be seen, and holds none.
func TestARevisionWithoutVersions(t *testing.T) {
	dir := repository(t)
	write(t, dir, "readme", "x")
	commit(t, dir)
	held, err := Revision(t.Context(), dir, "HEAD", gone)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fs.ReadDir(held, "versions"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// What cannot be seen is never taken for empty.
func TestARevisionThatCannotBeSeen(t *testing.T) {
	dir, first, second := history(t)
	site := filepath.Join(dir, "site")
	shallow := filepath.Join(t.TempDir(), "shallow")
	git(t, dir, "clone", "--quiet", "--no-local", "--depth", "1", dir, shallow)
	fails := func(t *testing.T, dir, name, want string) {
		t.Helper()
		_, err := Revision(t.Context(), dir, name, gone)
		var failure *Failure
		if !errors.As(err, &failure) || !strings.Contains(failure.Text.EN, want) || failure.Text.SV == failure.Text.EN {
			t.Errorf("%q: %v, want %q", name, err, want)
		}
	}
	fails(t, site, "", "is no revision")
	fails(t, site, "--help", `"--help" is no revision`)
	fails(t, site, "HEAD:site", `"HEAD:site" is no revision`)
	fails(t, site, strings.Repeat("0", 40), "as for a new branch")
	fails(t, site, "no-such-branch", "there is no revision")
	fails(t, site, first+"..."+second, "there is no revision")
	fails(t, site, second+"^{tree}", "there is no revision")
	fails(t, filepath.Join(shallow, "site"), first, "git fetch --unshallow")
	fails(t, t.TempDir(), "HEAD", "lies in no git repository")
	if _, err := Revision(t.Context(), filepath.Join(shallow, "site"), second, gone); err != nil {
		t.Errorf("the one commit of a shallow clone: %v", err)
	}

	t.Run("a part of the repository", func(t *testing.T) {
		object := git(t, dir, "rev-parse", first+":site/versions/2026-01-01/version.yaml")
		name := filepath.Join(dir, ".git", "objects", object[:2], object[2:])
		if err := os.Rename(name, name+".gone"); err != nil {
			t.Fatal(err)
		}
		fails(t, site, first, "was only a part of the repository fetched?")
		if err := os.Rename(name+".gone", name); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("a moved site", func(t *testing.T) {
		git(t, dir, "mv", "site", "moved")
		write(t, dir, "moved/x", "x")
		fails(t, filepath.Join(dir, "moved"), first, "the versions lie elsewhere")
		git(t, dir, "mv", "moved", "site")
		write(t, dir, "other/x", "x")
		if _, err := Revision(t.Context(), filepath.Join(dir, "other"), first, gone); err != nil {
			t.Errorf("a new site beside one that stays: %v", err)
		}
	})
	t.Run("a link in the place of the folder", func(t *testing.T) {
		if err := os.RemoveAll(filepath.Join(site, "versions")); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("/nowhere", filepath.Join(site, "versions")); err != nil {
			t.Skip("no links here")
		}
		commit(t, dir)
		fails(t, site, "HEAD", "site/versions is no plain file or folder")
	})
	t.Run("without git", func(t *testing.T) {
		t.Setenv("PATH", t.TempDir())
		fails(t, site, first, "git is not installed here")
	})
}

// A version whose own file is gone is still one: whoever reads it is told.
func TestAVersionThatLacksItsFile(t *testing.T) {
	dir, _, _ := history(t)
	for _, name := range []string{"version.yaml", "SHA256SUMS"} {
		if err := os.Remove(filepath.Join(dir, "site", "versions", "2026-01-01", name)); err != nil {
			t.Fatal(err)
		}
	}
	commit(t, dir)
	held, err := Revision(t.Context(), filepath.Join(dir, "site"), "HEAD", gone)
	if err != nil {
		t.Fatal(err)
	}
	if entries, err := fs.ReadDir(held, "versions"); err != nil || len(entries) != 2 {
		t.Errorf("%v, %v", entries, err)
	}
	f, err := held.Open("versions")
	if err != nil {
		t.Fatal(err)
	}
	if info, err := f.Stat(); err != nil || !info.IsDir() {
		t.Errorf("a folder is none: %v", err)
	}
	if _, err := fs.ReadFile(held, "versions/2026-01-01/version.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// Replaced objects are what somebody says of a commit, not the commit.
func TestReplacedCommitsAreNotBelieved(t *testing.T) {
	dir, first, second := history(t)
	if out, err := exec.Command("git", "-C", dir, "replace", second, first).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	held, err := Revision(t.Context(), filepath.Join(dir, "site"), second, gone)
	if err != nil {
		t.Fatal(err)
	}
	if entries, _ := fs.ReadDir(held, "versions"); len(entries) != 2 {
		t.Errorf("%v", entries)
	}
}
