package outside

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// repository is a folder with a git of its own, which obeys no configuration of the
// machine.
func repository(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git here")
	}
	none := filepath.Join(t.TempDir(), "none")
	for name, value := range map[string]string{
		"GIT_CONFIG_GLOBAL": none, "GIT_CONFIG_NOSYSTEM": "1", "GIT_DIR": "",
		"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@exempel.example",
		"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@exempel.example",
	} {
		t.Setenv(name, value)
		if value == "" {
			os.Unsetenv(name)
		}
	}
	dir := t.TempDir()
	git(t, dir, "init", "--quiet")
	return dir
}

func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	out, err := exec.Command("git", append([]string{"-C", dir}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func commit(t *testing.T, dir string) {
	t.Helper()
	git(t, dir, "add", "--all")
	git(t, dir, "commit", "--quiet", "--message", "all")
}

func TestTheLastCommitIsAsked(t *testing.T) {
	dir := repository(t)
	write(t, dir, "site/versions/a b/å.yaml", "first\n")
	write(t, dir, "versions/a b/å.yaml", "of another folder\n")
	commit(t, dir)
	write(t, dir, "site/versions/a b/å.yaml", "second\n")
	commit(t, dir)
	write(t, dir, "site/versions/a b/å.yaml", "third, and staged\n")
	git(t, dir, "add", "--all")
	write(t, dir, "site/versions/a b/å.yaml", "fourth\n")
	got, err := Committed(t.Context(), filepath.Join(dir, "site"), "versions/a b/å.yaml")
	if err != nil || string(got) != "second\n" {
		t.Errorf("it holds %q (%v)", got, err)
	}
}

// What git does to a file on its way into the folder is not what it holds.
func TestTheBytesAreThoseThatWereCommitted(t *testing.T) {
	dir := repository(t)
	write(t, dir, "a", "one\ntwo\n")
	commit(t, dir)
	write(t, dir, ".gitattributes", "* text eol=crlf filter=shout diff=shout\n")
	git(t, dir, "config", "filter.shout.smudge", "tr a-z A-Z")
	git(t, dir, "config", "diff.shout.textconv", "tr a-z A-Z <")
	git(t, dir, "replace", git(t, dir, "rev-parse", "HEAD:a"), hashed(t, dir, "another text\n"))
	if got, err := Committed(t.Context(), dir, "a"); err != nil || string(got) != "one\ntwo\n" {
		t.Errorf("it holds %q (%v)", got, err)
	}
}

// hashed lets a repository hold a text, and returns its name there.
func hashed(t *testing.T, dir, text string) string {
	t.Helper()
	write(t, dir, "hashed", text)
	return git(t, dir, "hash-object", "-w", "--no-filters", "hashed")
}

func TestWhatIsNotHeld(t *testing.T) {
	dir := repository(t)
	held := func(dir, name string) error {
		t.Helper()
		data, err := Committed(t.Context(), dir, name)
		if data != nil {
			t.Errorf("of %s it holds %q", name, data)
		}
		return err
	}
	write(t, dir, "folder/a", "text")
	for what, err := range map[string]error{
		"no commit":     held(dir, "folder/a"),
		"no repository": held(t.TempDir(), "a"),
		"no folder":     held(filepath.Join(dir, "none"), "a"),
	} {
		if !errors.Is(err, ErrNotHeld) {
			t.Errorf("%s: %v", what, err)
		}
	}
	commit(t, dir)
	if data, err := Committed(t.Context(), filepath.Join(dir, "folder"), "a"); err != nil || string(data) != "text" {
		t.Fatalf("it holds %q (%v)", data, err)
	}
	for _, name := range []string{"b", "folder", ".", "..", "../folder/a", "a/../a", "./a", "/folder/a", ""} {
		if err := held(filepath.Join(dir, "folder"), name); !errors.Is(err, ErrNotHeld) {
			t.Errorf("%q: %v", name, err)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if err := held(dir, "folder/a"); !errors.Is(err, ErrNotHeld) {
		t.Errorf("no git: %v", err)
	}
}

func TestNoMoreIsHeldThanMayBe(t *testing.T) {
	dir := repository(t)
	write(t, dir, "a", strings.Repeat("x", 1000))
	commit(t, dir)
	if data, err := committed(t.Context(), dir, "a", 1000); err != nil || len(data) != 1000 {
		t.Errorf("%d bytes (%v)", len(data), err)
	}
	if data, err := committed(t.Context(), dir, "a", 999); !errors.Is(err, ErrNotHeld) || data != nil {
		t.Errorf("%d bytes (%v)", len(data), err)
	}
}

func TestWhoIsInterruptedAsksNobody(t *testing.T) {
	dir := repository(t)
	write(t, dir, "a", "text")
	commit(t, dir)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if data, err := Committed(ctx, dir, "a"); !errors.Is(err, context.Canceled) || data != nil {
		t.Errorf("%q, %v", data, err)
	}
}

// Whatever may change a byte is told, by the first attribute that does; what is not there
// yet is asked for as well.
func TestWhatGitMayChange(t *testing.T) {
	dir := repository(t)
	write(t, dir, "site/.gitattributes", "*.kept -text\n*.large -text filter=lfs\n*.named -text ident\n*.wide -text working-tree-encoding=UTF-16\n*.auto text=auto\n*.off -text -filter -ident\n")
	names := []string{"å b.kept", "a.off", "a.large", "a.named", "a.wide", "a.auto", "sub/a.bare"}
	got, err := Converted(t.Context(), filepath.Join(dir, "site"), names)
	want := map[string]string{"a.large": "filter: lfs", "a.named": "ident: set", "a.wide": "working-tree-encoding: UTF-16", "a.auto": "text: auto", "sub/a.bare": "text: unspecified"}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("-want +got:\n%s (%v)", diff, err)
	}
}

func TestWhatGitLeavesOut(t *testing.T) {
	dir := repository(t)
	for _, name := range []string{"site/versions/å/1", "site/versions/b/1", "versions/c"} {
		write(t, dir, name, "x")
	}
	commit(t, dir)
	site := filepath.Join(dir, "site")
	if got, err := LeftOut(t.Context(), site, "versions"); err != nil || len(got) > 0 {
		t.Errorf("of a whole folder: %q, %v", got, err)
	}
	git(t, dir, "sparse-checkout", "set", "--no-cone", "/*", "!/site/versions/å", "!/versions")
	if got, err := LeftOut(t.Context(), site, "versions"); err != nil || !slices.Equal(got, []string{"versions/å/1"}) {
		t.Errorf("got %q, %v", got, err)
	}
}

// Where there is no repository, or no git, nobody can tell, and that is said.
func TestWithoutGitNobodyCanTell(t *testing.T) {
	repository(t)
	elsewhere := t.TempDir()
	asked := func() []error {
		_, a := Converted(t.Context(), elsewhere, []string{"x"})
		_, b := LeftOut(t.Context(), elsewhere, "versions")
		return []error{a, b}
	}
	for _, err := range asked() {
		if !errors.Is(err, ErrNotHeld) {
			t.Errorf("without a repository: %v", err)
		}
	}
	t.Setenv("PATH", "")
	for _, err := range asked() {
		if !errors.Is(err, ErrNotHeld) {
			t.Errorf("without git: %v", err)
		}
	}
}
