package disk

import (
	"cmp"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
)

// The modes of what is made. A umask may take some of it away, but for folders that
// are published whole (WriteTree).
const (
	fileMode   = 0o644
	folderMode = 0o755
)

// MakeFolder makes a folder and those above it, as far as they are not there.
func MakeFolder(name string) error { return os.MkdirAll(name, folderMode) }

// Remove removes a file, or a folder that is empty.
func Remove(name string) error { return os.Remove(name) }

// Create writes a file that must not be there yet, and the folders above it. If not
// all of it can be written there is no file. The error is fs.ErrExist where something
// of that name is there.
func Create(name string, data []byte) error {
	if err := MakeFolder(filepath.Dir(name)); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}

// Append writes to the end of a file. A file that is not there is made, and so are the
// folders above it.
func Append(name string, data []byte) error {
	if err := MakeFolder(filepath.Dir(name)); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, fileMode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// Replace writes a file in one step: whoever reads it, also after a crash, finds the
// old bytes or the new ones, never a part. A file that was there gives its mode to the
// new one; a link is replaced, not followed. The folder must be there. When it fails,
// nothing is left beside the file.
func Replace(name string, data []byte) error {
	if err := replace(name, data, os.Rename); err != nil {
		return named(name, err)
	}
	return syncFolder(filepath.Dir(name))
}

func replace(name string, data []byte, rename func(from, to string) error) error {
	f, err := beside(name)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if info, e := os.Lstat(name); e == nil && info.Mode().IsRegular() {
		err = cmp.Or(err, f.Chmod(info.Mode().Perm()))
	}
	err = cmp.Or(err, f.Sync())
	if err = cmp.Or(err, f.Close()); err == nil {
		err = rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name()) // the first error is what matters
	}
	return err
}

// beside makes a file in the folder of another. Its name begins with a dot, so that
// those who read the folder pass it by.
func beside(name string) (*os.File, error) {
	dir, base := filepath.Split(name)
	for {
		other := filepath.Join(dir, "."+base+".tillit-"+strconv.FormatUint(rand.Uint64(), 36))
		f, err := os.OpenFile(other, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
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
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return &fs.PathError{Op: "write", Path: name, Err: err}
}
