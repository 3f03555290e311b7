package disk

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// The modes of what is made. A umask may take some of it away, but for what is published
// or issued (WriteTree, MakePublic).
const (
	fileMode   = 0o644
	folderMode = 0o755
)

// MakeFolder makes a folder and those above it, as far as they are not there.
func MakeFolder(name string) error {
	if err := step(Made, name); err != nil {
		return err
	}
	return os.MkdirAll(name, folderMode)
}

// MakePublic does the same, and lets everybody look into the folder if it was not there,
// whatever the umask.
func MakePublic(name string) error {
	if _, err := os.Lstat(name); err == nil {
		return MakeFolder(name)
	}
	if err := MakeFolder(name); err != nil {
		return err
	}
	return chmod(name, folderMode)
}

// Remove removes a file, or a folder that is empty.
func Remove(name string) error { return remove(name) }

// Create writes a file that must not be there yet, and the folders above it, in one step:
// whoever reads it, also after a crash, finds all of it or no such file. The error is
// fs.ErrExist where something of that name is there.
func Create(name string, data []byte) error {
	if err := MakeFolder(filepath.Dir(name)); err != nil {
		return err
	}
	if _, err := os.Lstat(name); err == nil {
		return &fs.PathError{Op: "write", Path: name, Err: fs.ErrExist}
	}
	return held(name, func() error { return put(name, data, nameNew) })
}

// Append writes to the end of a file, in one step. A file that is not there is made, and
// so are the folders above it.
func Append(name string, data []byte) error {
	if err := MakeFolder(filepath.Dir(name)); err != nil {
		return err
	}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	return held(name, func() error {
		was, err := os.ReadFile(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return put(name, append(was, data...), rename)
	})
}

// Replace writes a file in one step: whoever reads it, also after a crash, finds the
// old bytes or the new ones, never a part. A file that was there gives its mode to the
// new one; a link is replaced, not followed. The folder must be there. When it fails,
// nothing is left beside the file.
func Replace(name string, data []byte) error {
	return held(name, func() error { return put(name, data, rename) })
}

// oneFile is how long to wait for another process that writes the same file.
const oneFile = 10 * time.Second

// held calls f while no other process writes a file, and clears away what one that was
// killed while it did has left beside it.
func held(name string, f func() error) error {
	dir, base := filepath.Split(name)
	prefix := "." + base + besideIt
	h, err := Take(context.Background(), name, filepath.Join(dir, prefix+"lock"), Waiting{Most: oneFile})
	if err != nil {
		return named(name, err)
	}
	err = clearFiles(filepath.Dir(name), prefix)
	if err == nil {
		err = f()
	}
	if err != nil {
		return errors.Join(named(name, err), h.Release())
	}
	return errors.Join(syncFolder(filepath.Dir(name)), h.Release())
}

// besideIt stands in the names of what is made beside a place, after the name of the
// place and before what tells it from others. Whoever reads the folder passes it by, as
// the name begins with a dot.
const besideIt = ".tillit-"

// clearFiles removes the files with a prefix from a folder, but for the lock.
func clearFiles(dir, prefix string) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if e.Type().IsRegular() && strings.HasPrefix(e.Name(), prefix) && e.Name() != prefix+"lock" {
			err = cmp.Or(err, remove(filepath.Join(dir, e.Name())))
		}
	}
	return err
}

// put writes a file under another name and then gives it its own.
func put(name string, data []byte, settle func(from, to string) error) error {
	f, err := beside(name)
	if err != nil {
		return err
	}
	err = write(f, data)
	if info, e := os.Lstat(name); e == nil && info.Mode().IsRegular() {
		err = cmp.Or(err, f.Chmod(info.Mode().Perm()))
	}
	if err == nil {
		err = step(Synced, f.Name())
	}
	if err == nil {
		err = f.Sync()
	}
	if err = cmp.Or(err, f.Close()); err == nil {
		err = settle(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name()) // the first error is what matters
	}
	return err
}

// nameNew gives a file a name that nothing has.
func nameNew(from, to string) error {
	if err := step(Renamed, to); err != nil {
		return err
	}
	err := renameNew(from, to)
	if errors.Is(err, errors.ErrUnsupported) {
		return linkNew(from, to, os.Link)
	}
	return err
}

// linkNew does the same with a second name, or where the disk knows none with a look
// before: nobody else who asks for holds writes the file meanwhile.
func linkNew(from, to string, link func(from, to string) error) error {
	err := step(Linked, to)
	if err == nil {
		err = link(from, to)
	}
	if err == nil {
		return os.Remove(from)
	}
	if _, there := os.Lstat(to); there == nil || errors.Is(err, fs.ErrExist) {
		return &fs.PathError{Op: "write", Path: to, Err: fs.ErrExist}
	}
	return rename(from, to)
}

// beside makes a file in the folder of another.
func beside(name string) (*os.File, error) {
	dir, base := filepath.Split(name)
	for {
		f, err := create(filepath.Join(dir, "."+base+besideIt+strconv.FormatUint(rand.Uint64(), 36)))
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// named makes an error speak of the file that was to be written, rather than of the
// one beside it.
func named(name string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	var taken *HeldError
	switch {
	case errors.As(err, &taken):
		return err
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return &fs.PathError{Op: "write", Path: name, Err: err}
}
