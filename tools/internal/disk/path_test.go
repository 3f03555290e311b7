package disk

import (
	"path/filepath"
	"testing"
)

func TestResolveFollowsLinksInWhatExists(t *testing.T) {
	dir := lay(t, map[string]string{"a/b/": "", "link": "->a", "loop": "->loop", "dead": "->nothing"})
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"a/b": "a/b", "link/b": "a/b", "link": "a", "link/x/y": "a/x/y", "x/y": "x/y", "link/../a": "a", "dead": "dead", "": "",
		"loop": "loop", "link/../loop/x": "loop/x",
	} {
		got, err := Resolve(filepath.Join(dir, filepath.FromSlash(path)))
		if want := filepath.Join(real, filepath.FromSlash(want)); err != nil || got != want {
			t.Errorf("%s: %s, want %s (%v)", path, got, want, err)
		}
	}
	if got, err := Resolve("x"); err != nil || !filepath.IsAbs(got) {
		t.Errorf("a relative path: %s, %v", got, err)
	}
}

func TestWithin(t *testing.T) {
	for _, tt := range []struct {
		path, folder string
		want         bool
	}{
		{"/a", "/a", true}, {"/a/b", "/a", true}, {"/a/..b", "/a", true}, {"/a/b/c", "/a", true},
		{"/a", "/a/b", false}, {"/ab", "/a", false}, {"/b", "/a", false}, {"/", "/a", false}, {"/a", "/", true}, {"a", "/a", false},
	} {
		if got := Within(filepath.FromSlash(tt.path), filepath.FromSlash(tt.folder)); got != tt.want {
			t.Errorf("%s within %s: %v", tt.path, tt.folder, got)
		}
	}
}
