package seal

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"tillit/tools/internal/disk"
)

// mount lays an empty file system over a folder.
func mount(t *testing.T, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mount("none", dir, "tmpfs", 0, "size=4m"); err != nil {
		t.Skip("nothing can be mounted here: ", err)
	}
	t.Cleanup(func() { unix.Unmount(dir, unix.MNT_DETACH) })
}

// No folder takes the place of a mount point: an empty one is filled, and what is not
// empty is refused before anything is made.
func TestAMountPointIsFilledOnce(t *testing.T) {
	root, out := siteWith(t)
	mount(t, out)
	if err := os.MkdirAll(filepath.Join(out, "lost+found"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(out, own+"1/half"), 0o700); err != nil { // of a run that was killed
		t.Fatal(err)
	}
	if err := swap(t, root, out, newSite()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(asMap(newSite()), readersSee(t, out)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff([]string{marker, "c", "index.html", "lost+found"}, names(t, out)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	var refused *RefusedError
	if _, err := Claim(t.Context(), root, out, disk.Waiting{}); !errors.As(err, &refused) || refused.Reason.SV == refused.Reason.EN {
		t.Errorf("the second time: %v", err)
	}
	if err := swap(t, root, filepath.Join(out, "below"), newSite()); err != nil {
		t.Errorf("in a folder of it: %v", err)
	}
}

// Where a part of the old site cannot be removed the new one is there all the same, now
// and the next time.
func TestASiteThatCannotBeRemovedStopsNone(t *testing.T) {
	root, out := siteWith(t)
	if err := swap(t, root, out, append(oldSite(), newSite()[1])); err != nil {
		t.Fatal(err)
	}
	mount(t, filepath.Join(out, "c"))
	for range 2 {
		var later *disk.AfterError
		if err := swap(t, root, out, newSite()); !errors.As(err, &later) {
			t.Errorf("got %v", err)
		}
		if diff := cmp.Diff(asMap(newSite()), readersSee(t, out)); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	}
	left, _ := filepath.Glob(filepath.Join(root, ".public"+own+"*", "c"))
	if len(left) != 1 {
		t.Fatalf("left: %q", left)
	}
	if err := unix.Unmount(left[0], unix.MNT_DETACH); err != nil {
		t.Fatal(err)
	}
	if err := swap(t, root, out, newSite()); err != nil {
		t.Error(err)
	}
}

// What is published is on the disk of the folder, whichever that is, and a copy.
func TestAnotherFileSystemIsSyncedAsWell(t *testing.T) {
	root, _ := siteWith(t)
	there := t.TempDir()
	mount(t, there)
	synced := map[string]int{}
	disk.Step = func(what disk.Deed, name string) error {
		if what == disk.Synced {
			synced[filepath.Dir(name)]++
		}
		return nil
	}
	defer func() { disk.Step = nil }()
	out := filepath.Join(there, "public")
	if err := swap(t, root, out, newSite()); err != nil {
		t.Fatal(err)
	}
	if synced[there] != 1 || synced[filepath.Dir(there)] != 1 { // the new folder, and the one above it
		t.Errorf("synced: %v", synced)
	}
}
