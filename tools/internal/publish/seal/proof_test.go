package seal

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tillit/tools/internal/disk"
	"tillit/tools/internal/publish/output"
)

// What lies on the disk just before it takes its place is what was to be published; else
// the old site stays.
func TestATreeIsReadBackBeforeItIsPublished(t *testing.T) {
	sums := func(files ...output.File) []output.File {
		return append(files, output.File{Path: output.Sums, Data: output.Digests(files)})
	}
	page := output.File{Path: "index.html", Data: []byte("new"), Sum: fmt.Sprintf("%x", sha256.Sum256([]byte("new")))}
	for _, tt := range []struct {
		name  string
		files []output.File
		harm  func(t *Tree) error
		want  string
	}{
		{"nothing", sums(page), nil, ""},
		{"another byte", sums(page), func(t *Tree) error { return os.WriteFile(filepath.Join(t.fresh, "early.txt"), []byte("x"), 0o666) }, "early.txt"},
		{"a wrong sum", append([]output.File{page}, output.File{Path: output.Sums, Data: []byte(strings.Repeat("0", 64) + "  index.html\n")}), nil, "index.html"},
		{"a version that is none", sums(page), func(t *Tree) error { return os.MkdirAll(filepath.Join(t.fresh, "versions/2026-03-01"), 0o777) }, "versions/2026-03-01"},
		{"a file that is no version", sums(page, output.File{Path: "versions/x", Data: []byte("x")}), nil, "versions/x"},
	} {
		dir := t.TempDir()
		out := filepath.Join(dir, "public")
		if err := swap(t, dir+"/site", out, sums(output.File{Path: "index.html", Data: []byte("old")})); err != nil {
			t.Fatal(err)
		}
		place, err := Claim(t.Context(), dir+"/site", out, disk.Waiting{})
		if err != nil {
			t.Fatal(err)
		}
		tree, err := place.Begin()
		if err != nil {
			t.Fatal(err)
		}
		if tt.harm != nil {
			if err := tt.harm(tree); err != nil {
				t.Fatal(err)
			}
		}
		err = tree.Swap(tt.files)
		if err := place.Release(); err != nil {
			t.Error(err)
		}
		var refused *RefusedError
		stopped := errors.As(err, &refused) && strings.Contains(refused.Reason.EN, tt.want) && !strings.Contains(refused.Reason.EN, "%!")
		data, _ := os.ReadFile(filepath.Join(out, "index.html"))
		if tt.want == "" && (err != nil || string(data) != "new") || tt.want != "" && (!stopped || string(data) != "old") {
			t.Errorf("%s: %v, and %q is in place", tt.name, err, data)
		}
	}
}
