package version

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/history/change"
)

// found are the rules of findings, with their files.
func places(list diag.List) []string {
	var all []string
	for _, d := range list {
		all = append(all, d.Rule+" "+d.Pos.File)
	}
	return all
}

// What git makes of a file is told as that, and only where it is proved: where the bytes
// that were issued can be made of those that are there.
func TestADisguisedFileIsKnown(t *testing.T) {
	for name, tt := range map[string]struct{ issued, now, want string }{
		"LF to CR LF":           {"a\nb\n", "a\r\nb\r\n", "version-line-ends"},
		"CR LF to LF":           {"a\r\nb\r\n", "a\nb\n", "version-line-ends"},
		"a CR that was issued":  {"a\rb\n", "a\rb\r\n", "version-line-ends"},
		"a CR at the end":       {"a\nb\r", "a\r\nb\r", "version-line-ends"},
		"a letter as well":      {"a\nb\n", "a\r\nc\r\n", ""},
		"a line less":           {"a\nb\n", "a\r\n", ""},
		"a stand-in":            {"a", "version https://git-lfs.github.com/spec/v1\noid sha256:" + sumOfText("a") + "\nsize 1\n", "version-pointer"},
		"a stand-in of another": {"a", "version https://git-lfs.github.com/spec/v1\noid sha256:" + sumOfText("b") + "\nsize 1\n", ""},
		"a text about one":      {"a", "\noid sha256:" + sumOfText("a") + "\n", ""},
		"long":                  {strings.Repeat("line\n", 99_999), strings.Repeat("line\r\n", 99_999), "version-line-ends"},
	} {
		got := ""
		fsys := fstest.MapFS{"f": {Data: []byte(tt.now)}}
		if d := (job{"f", sumOfText(tt.issued), "2026-01-01"}).disguised(fsys); d != nil {
			got = d.Rule
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func sumOfText(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text))) }

// All that git has rewritten in a version is one finding, also the files by which it is
// verified; what else was altered is told beside it.
func TestDisguisesAreGathered(t *testing.T) {
	rewrite := func(root, id string, f func(string) string) {
		dir := filepath.Join(root, change.Folder, id)
		err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			return os.WriteFile(name, []byte(f(string(data))), 0o644)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	dos := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	for name, tt := range map[string]struct {
		spoil func(root string)
		want  []string
	}{
		"one version": {func(root string) { rewrite(root, "2026-01-01", dos) }, []string{"version-line-ends versions/2026-01-01/SHA256SUMS"}},
		"two": {func(root string) { rewrite(root, "2026-01-01", dos); rewrite(root, "2026-03-01", dos) },
			[]string{"version-line-ends versions/2026-01-01/SHA256SUMS", "version-line-ends versions/2026-03-01/SHA256SUMS"}},
		"and a letter": {func(root string) {
			rewrite(root, "2026-01-01", func(s string) string { return dos(strings.Replace(s, "Policy</h1>", "Policx</h1>", 1)) })
		}, []string{"version-line-ends versions/2026-01-01/SHA256SUMS", "version-altered versions/2026-01-01/site/en/index.html"}},
		"all stand-ins": {func(root string) { rewrite(root, "2026-03-01.2", func(string) string { return pointerHead + "oid\n" }) },
			[]string{"version-pointer versions/2026-03-01.2/version.yaml"}},
		"the manifest a stand-in": {func(root string) {
			if err := os.WriteFile(filepath.Join(root, "versions/2026-03-01/SHA256SUMS"), []byte(pointerHead), 0o644); err != nil {
				t.Fatal(err)
			}
		}, []string{"version-pointer versions/2026-03-01/SHA256SUMS"}},
	} {
		root := chain(t)
		tt.spoil(root)
		_, list, err := Verify(os.DirFS(root))
		if err != nil || !slices.Equal(places(list), tt.want) {
			t.Errorf("%s: %v, want %v (%v)", name, places(list), tt.want, err)
		}
		if !list.Blocks() {
			t.Errorf("%s: it stops nothing", name)
		}
	}
}

func TestWhatGitLeavesOut(t *testing.T) {
	f := func(rule, file string) diag.Diagnostic { return finding(file, rule, "x", "x", restore) }
	found := diag.List{f("version-missing-file", "versions/a/1"), f("version-missing-file", "versions/b/1"), f("version-chain", "versions/b/version.yaml"), f("version-altered", "versions/b/2")}
	if got := LeftOut(found, nil); !slices.Equal(places(got), places(found)) {
		t.Errorf("without git: %v", places(got))
	}
	want := []string{"version-sparse versions/a/1", "version-missing-file versions/b/1", "version-altered versions/b/2"}
	slices.Sort(want)
	got := places(LeftOut(found, []string{"versions/a/2", "versions/a/1"}))
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// The files for git are laid once, and stay as somebody has made them.
func TestGitFilesAreLaidOnce(t *testing.T) {
	root := chain(t)
	for range 2 {
		if err := LayGitFiles(root); err != nil {
			t.Fatal(err)
		}
	}
	intact(t, root)
	name := filepath.Join(root, attributesFile)
	if data, err := os.ReadFile(name); err != nil || !strings.Contains(string(data), "\n"+keepBytes+"\n") {
		t.Errorf("%q, %v", data, err)
	}
	if err := os.WriteFile(name, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := LayGitFiles(root); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(name); string(data) != "mine" {
		t.Errorf("it was overwritten: %q", data)
	}
}
