package version

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
)

func told(list diag.List) []string {
	var all []string
	for _, d := range list {
		all = append(all, d.Pos.File+" "+d.Rule)
		if d.Message.SV == d.Message.EN || d.Hint.SV == d.Hint.EN {
			all = append(all, "in one language: "+d.Message.EN)
		}
	}
	return all
}

// A version that is in the one chain and not in the other would vanish, or be forged.
func TestLostTellsWhatWouldVanish(t *testing.T) {
	const last = "versions/2026-03-01.2/"
	without := func(f fstest.MapFS, prefix string) {
		maps.DeleteFunc(f, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, prefix) })
	}
	again := func(f fstest.MapFS) { // the last version anew, with another text
		f[last+"data.json"] = laid(`{"schema": 1, "records": {}, "prose": {}}`)
		resign(t, f, "2026-03-01.2")
	}
	for _, tt := range []struct {
		name     string
		now, was func(fstest.MapFS)
		want     []string
	}{
		{"the same", nil, nil, nil},
		{"nothing was published", nil, func(f fstest.MapFS) { clear(f) }, nil},
		{"a version was issued since", nil, func(f fstest.MapFS) { without(f, last) }, nil},
		{"what was published is damaged", nil, func(f fstest.MapFS) { f[last+"data.json"] = laid("x") }, nil},
		{"its manifest is damaged", nil, func(f fstest.MapFS) { f[last+"SHA256SUMS"] = laid("x") }, nil},
		{"its digest is damaged", nil, func(f fstest.MapFS) { delete(f, last+"version.yaml") }, nil},
		{"the last is gone", func(f fstest.MapFS) { without(f, last) }, nil, []string{"versions/2026-03-01.2 version-gone"}},
		{"all are gone", func(f fstest.MapFS) { clear(f) }, nil, []string{"versions/2026-01-01 version-gone", "versions/2026-03-01 version-gone", "versions/2026-03-01.2 version-gone"}},
		{"the last is gone, and its copy is damaged", func(f fstest.MapFS) { without(f, last) }, func(f fstest.MapFS) { delete(f, last+"version.yaml") }, []string{"versions/2026-03-01.2 version-gone"}},
		{"a time stamp is new", func(f fstest.MapFS) { f["versions/2026-03-01.tsr"] = laid("x") }, nil, nil},
		{"a time stamp is gone", nil, func(f fstest.MapFS) { f["versions/2026-03-01.tsr"] = laid("x") }, []string{"versions/2026-03-01.tsr version-gone"}},
		{"the last was issued anew", again, nil, []string{"versions/2026-03-01.2/version.yaml version-replaced"}},
	} {
		now, was := folder(t), folder(t)
		if tt.now != nil {
			tt.now(now)
		}
		if tt.was != nil {
			tt.was(was)
		}
		a, _, errA := Open(now)
		b, _, errB := Open(was)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		list := a.Lost(b, "public")
		if diff := cmp.Diff(tt.want, told(list)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, diff)
		}
	}
}

// resign makes the manifest and the digest of a version fit what lies there.
func resign(t *testing.T, files fstest.MapFS, id string) {
	t.Helper()
	c, _, err := Open(files)
	if err != nil {
		t.Fatal(err)
	}
	v, dir := c.Find(id), "versions/"+id+"/"
	var all []File
	for _, s := range parseManifest(files[dir+manifestFile].Data) {
		all = append(all, File{s.name, files[dir+s.name].Data})
	}
	manifest := writeManifest(all)
	v.Digest = v.digest(manifest)
	files[dir+manifestFile] = &fstest.MapFile{Data: manifest}
	files[dir+versionFile] = &fstest.MapFile{Data: v.encode()}
	whole(t, files)
}

func TestVerifyEndsWithItsContext(t *testing.T) {
	files := folder(t)
	files["versions/2026-01-01/data.json"] = laid("x")
	c, found, err := Open(files)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if list := c.VerifyUntil(ctx, found); len(list) > 0 {
		t.Errorf("files were read: %v", told(list))
	}
}

// What is no file, or too large for one, is told in the words of what it is.
func TestLookReadsTheManifestsAlone(t *testing.T) {
	for name, want := range map[string][]string{
		"SHA256SUMS":   {"versions/2026-01-01/SHA256SUMS version-digest"},
		"data.json":    nil,
		"changes.json": nil,
	} {
		files := folder(t)
		files["versions/2026-01-01/"+name] = laid("x")
		c, _, err := Open(files)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, told(c.Look())); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

func laid(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

// What no version holds is not waited for: files larger, deeper and more than are issued.
func TestVerifyReadsNoMoreThanAVersionHolds(t *testing.T) {
	root := chain(t)
	if err := os.Truncate(filepath.Join(root, "versions", "2026-01-01", "data.json"), mostBytes+1); err != nil {
		t.Fatal(err)
	}
	_, list, err := Verify(disk.FS(root))
	if err != nil || len(list) != 1 || list[0].Rule != "version-altered" || !strings.Contains(list[0].Message.EN, "256.0 MiB large") {
		t.Errorf("a large file: %v, %v", told(list), err)
	}

	files := folder(t)
	files["versions/2026-01-01/"+strings.Repeat("d/", mostDeep+5)+"x"] = laid("x")
	if list := findings(t, files); len(list) != 1 || strings.HasSuffix(list[0].Pos.File, "/x") {
		t.Errorf("a deep folder: %v", told(list))
	}

	files = folder(t)
	for i := range mostFiles {
		files[fmt.Sprintf("versions/2026-01-01/site/x/%d", i)] = laid("")
	}
	list = findings(t, files)
	if i := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Rule == "too-many-files" }); i < 0 || len(list) > mostFiles+1 {
		t.Errorf("many files: %d findings", len(list))
	}
}
