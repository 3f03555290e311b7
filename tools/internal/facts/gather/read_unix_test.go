//go:build unix

package gather_test

import (
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/gather"
)

// TestReadOpensNoPipe would hang if the pipe, which nobody writes to, were
// opened, by name or through a link.
func TestReadOpensNoPipe(t *testing.T) {
	root := site(t, map[string]string{"data/a.yaml": "a: b\n", "data/link.yaml": "->pipe.yaml"})
	if err := syscall.Mkfifo(filepath.Join(root, "data", "pipe.yaml"), 0o666); err != nil {
		t.Fatal(err)
	}
	inputs, found, err := gather.Read(root, "data", gather.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"data/a.yaml"}, names(inputs)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if diff := cmp.Diff([]string{"data/link.yaml special-file", "data/pipe.yaml special-file"}, byFile(found)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
