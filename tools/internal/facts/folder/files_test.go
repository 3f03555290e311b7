package folder_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/trial"
)

func TestOwnReadsTheFoldersOfASite(t *testing.T) {
	root := trial.Folder(t, map[string]string{
		"content/about/index.sv.md":       "a",
		"layouts/_partials/x.html":        "b",
		"static/.well-known/x.txt":        "c",
		"static/en/fil med blanksteg.txt": "d",
		"assets/.DS_Store":                "x",
		"data/organisation.yaml":          "x",
		"hugo.yaml":                       "x",
	})
	files, list, err := folder.ReadOwn(root)
	if err != nil || len(list) > 0 {
		t.Fatal(list, err)
	}
	want := []string{"content/about/index.sv.md", "layouts/_partials/x.html", "static/.well-known/x.txt", "static/en/fil med blanksteg.txt"}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(files))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if !files[want[0]].Own {
		t.Error("the site's own file is not known as such")
	}
}

func TestOwnFollowsNoLinkOutOfTheSite(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a right of their own on Windows")
	}
	outside := trial.Folder(t, map[string]string{"secret.md": "hemligt", "layouts/home.html": "hemligt"})
	root := trial.Folder(t, map[string]string{"content/about/index.sv.md": "a", "assets/x.css": "b", "shared/y.css": "c"})
	for name, to := range map[string]string{
		"content/about/index.en.md": filepath.Join(outside, "secret.md"),
		"content/about/gone.md":     "nowhere.md",
		"content/etc":               "/etc",
		"layouts":                   filepath.Join(outside, "layouts"),
		"assets/inside.css":         "../shared/y.css",
	} {
		if err := os.Symlink(to, filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	files, list, err := folder.ReadOwn(root)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range trial.Briefs(list, "en") {
		got = append(got, b[:strings.Index(b, "]")+1])
	}
	want := []string{
		"content/about/gone.md [dead-link]",
		"content/about/index.en.md [link-outside]",
		"content/etc [link-outside]",
		"layouts [link-outside]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if string(files["assets/inside.css"].Data) != "c" {
		t.Error("a link within the site was not followed")
	}
	for name, f := range files {
		if bytes.Contains(f.Data, []byte("hemligt")) {
			t.Errorf("%s was read from outside", name)
		}
	}
}

func TestOwnRefusesLargeFilesAndNamesThatForge(t *testing.T) {
	files := map[string]string{
		"content/about/index.sv.md": strings.Repeat("x", folder.MaxText+1),
		"assets/x.bin":              strings.Repeat("x", folder.MaxText+1),
	}
	want := []string{"content/about/index.sv.md [file-too-large] the file is 1.0 MiB large; it may be 1 MiB at most → split it or make it smaller"}
	if runtime.GOOS != "windows" {
		files["layouts/a\".html:1:1: error\n"] = "x"
		want = append(want, `layouts/a".html:1:1: error`+"\n"+` [file-name] the file name "a\".html:1:1: error\n" holds characters that cannot be used in an address → rename the file with letters, digits, dots, hyphens and underscores`)
	}
	read, list, err := folder.ReadOwn(trial.Folder(t, files))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, trial.Briefs(list, "en")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(read) != 1 {
		t.Errorf("read %v", slices.Sorted(maps.Keys(read)))
	}
}

func TestOwnTellsOfAFolderItMayNotRead(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("everything may be read here")
	}
	root := trial.Folder(t, map[string]string{"content/about/index.sv.md": "a"})
	if err := os.Chmod(filepath.Join(root, "content", "about"), 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(filepath.Join(root, "content", "about"), 0o755) })
	_, list, err := folder.ReadOwn(root)
	if err != nil || len(list) != 1 || list[0].Rule != "unreadable" {
		t.Errorf("got %v, %v", trial.Briefs(list, "en"), err)
	}
}

func TestOwnFailsWithoutASite(t *testing.T) {
	if _, _, err := folder.ReadOwn(filepath.Join(t.TempDir(), "nowhere")); err == nil {
		t.Error("no error")
	}
}

func TestEmbeddedNeedsNotEveryFolder(t *testing.T) {
	files, err := folder.ReadEmbedded(fstest.MapFS{"layouts/_partials/x.html": {Data: []byte("x")}, "other/y": {}})
	if err != nil || len(files) != 1 || files["layouts/_partials/x.html"].Own {
		t.Errorf("got %v, %v", files, err)
	}
}
