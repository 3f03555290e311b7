//go:build unix

package version

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/change"
)

// TestVerifyWaitsForNoPipe would hang if a pipe in the place of an issued file were
// opened as a file is.
func TestVerifyWaitsForNoPipe(t *testing.T) {
	root := chain(t)
	name := filepath.Join(root, change.Folder, "2026-01-01", dataFile)
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(name, 0o666); err != nil {
		t.Fatal(err)
	}
	_, list, err := Verify(disk.FS(root))
	if err != nil {
		t.Fatal(err)
	}
	var rules []string
	for _, d := range list {
		rules = append(rules, d.Pos.File+" "+d.Rule)
	}
	want := []string{"versions/2026-01-01/data.json version-altered"}
	if diff := cmp.Diff(want, rules); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
