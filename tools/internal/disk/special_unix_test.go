//go:build unix

package disk

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// trap is a folder with a pipe, which nobody writes to, and a socket. Whoever opens the
// pipe in the common way waits for ever.
func trap(t *testing.T) string {
	dir := lay(t, map[string]string{"x/a": "text", "x/link": "->pipe", "x/null": "->/dev/null"})
	if err := syscall.Mkfifo(filepath.Join(dir, "x", "pipe"), 0o666); err != nil {
		t.Fatal(err)
	}
	// A socket's address may be 100 bytes long, and the folder's name is longer.
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chdir(filepath.Join(dir, "x")); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("unix", "socket")
	if err := errors.Join(err, os.Chdir(here)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	return dir
}

func TestNothingButPlainFilesIsOpened(t *testing.T) {
	dir := trap(t)
	r, fsys := openRoot(t, dir), FS(dir)
	for _, name := range []string{"x/pipe", "x/socket", "x/link"} {
		if _, err := r.Look(name); !errors.Is(err, ErrSpecial) {
			t.Errorf("Look(%s): %v", name, err)
		}
		if _, err := r.Read(name, 10); !errors.Is(err, ErrSpecial) {
			t.Errorf("Read(%s): %v", name, err)
		}
		if _, err := Open(filepath.Join(dir, name)); !errors.Is(err, ErrSpecial) {
			t.Errorf("Open(%s): %v", name, err)
		}
		if _, err := fs.ReadFile(fsys, name); !errors.Is(err, ErrSpecial) {
			t.Errorf("FS: %s: %v", name, err)
		}
	}
	if _, err := Open("/dev/null"); !errors.Is(err, ErrSpecial) {
		t.Errorf("a device: %v", err)
	}
	want := []string{"x/a", "x/link special", "x/null outside", "x/pipe special", "x/socket special"}
	if diff := cmp.Diff(want, walked(t, &Walk{Root: r, Most: 10}, "x")); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestModesAreThoseOfWhatIsPublished(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o077))
	dir := lay(t, map[string]string{"old": "text"})
	source := filepath.Join(dir, "old")
	if err := os.Chmod(source, 0o600); err != nil {
		t.Fatal(err)
	}
	fresh, err := Fresh(dir, ".t-")
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteTree(fresh, []File{{Path: "a/b/new", Data: []byte("x")}, {Path: "c/copied", Source: source}}); err != nil {
		t.Fatal(err)
	}
	if err := MakePublic(filepath.Join(fresh, "public")); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{"": 0o755, "a": 0o755, "a/b": 0o755, "a/b/new": 0o644, "c/copied": 0o644, "public": 0o755} {
		info, err := os.Stat(filepath.Join(fresh, name))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%q has the mode %v, want %v (%v)", name, info.Mode().Perm(), want, err)
		}
	}
	// A folder that somebody has closed stays closed.
	closed := filepath.Join(dir, "closed")
	if err := errors.Join(os.Mkdir(closed, 0o700), MakePublic(closed)); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(closed); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("it was opened: %v, %v", info.Mode(), err)
	}
	// What a person writes for herself keeps to her umask, and a file to its mode.
	kept := filepath.Join(dir, "kept")
	if err := errors.Join(Create(filepath.Join(dir, "created"), nil), Append(filepath.Join(dir, "appended"), nil),
		Replace(filepath.Join(dir, "replaced"), nil), os.WriteFile(kept, nil, 0o600), os.Chmod(kept, 0o640), Replace(kept, []byte("x"))); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{"created": 0o600, "appended": 0o600, "replaced": 0o600, "kept": 0o640} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%q has the mode %v, want %v (%v)", name, info.Mode().Perm(), want, err)
		}
	}
}

func TestFoldersThatCannotBeSyncedAreTakenAtTheirWord(t *testing.T) {
	for err, want := range map[error]bool{syscall.EINVAL: true, syscall.ENOTSUP: true, syscall.EIO: false, syscall.ENOSPC: false, nil: false} {
		if got := noFolderSync(err); got != want {
			t.Errorf("%v: %v", err, got)
		}
	}
}

func TestASignalEndsTheContext(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		ctx, stop := UntilInterrupted(context.Background())
		if ctx.Err() != nil {
			t.Fatal("it ended by itself")
		}
		if err := syscall.Kill(syscall.Getpid(), signal); err != nil {
			t.Fatal(err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(20 * time.Second):
			t.Errorf("%v ends nothing", signal)
		}
		stop()
	}
}
