package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// The limits of what a folder gives as a file system: how much of a file is read at once,
// and how many names one folder may hold.
const (
	mostWhole = 64 << 20
	mostNames = 100_000
)

// FS is a folder as a file system, read as a Root is: nothing outside of it, whatever
// links say, and nothing that is no plain file or folder, so that it waits for no pipe. A
// file that is read whole may have 64 MiB; of a larger one fs.ReadFile returns a
// *TooLargeError. The folder is opened when it is first asked for, and stays the one that
// it was.
func FS(dir string) fs.FS {
	return &folderFS{open: sync.OnceValues(func() (*Root, error) { return OpenRoot(dir) }), dir: dir}
}

// FS is the folder as a file system, for as long as it is open.
func (r *Root) FS() fs.FS {
	return &folderFS{open: func() (*Root, error) { return r, nil }}
}

type folderFS struct {
	open func() (*Root, error)
	dir  string
}

// root is the folder, and the name of what is asked for in it.
func (d *folderFS) root(op, name string) (*Root, string, error) {
	local, err := filepath.Localize(name)
	if err != nil {
		return nil, "", &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	r, err := d.open()
	if err != nil {
		return nil, "", &fs.PathError{Op: op, Path: name, Err: cause(err)}
	}
	return r, local, nil
}

func (d *folderFS) Open(name string) (fs.File, error) {
	r, local, err := d.root("open", name)
	if err != nil {
		return nil, err
	}
	f, err := r.opened(local)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: cause(err)}
	}
	return f, nil
}

// ReadFile reads a whole file.
func (d *folderFS) ReadFile(name string) ([]byte, error) {
	r, local, err := d.root("read", name)
	if err != nil {
		return nil, err
	}
	data, err := r.Read(local, mostWhole)
	var large *TooLargeError
	if err == nil || errors.As(err, &large) {
		return data, err
	}
	return nil, &fs.PathError{Op: "read", Path: name, Err: why(r, local, err)}
}

// Lstat tells what a name stands for, where it is a link of the link itself.
func (d *folderFS) Lstat(name string) (fs.FileInfo, error) {
	r, local, err := d.root("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := r.root.Lstat(local)
	if err != nil {
		return nil, &fs.PathError{Op: "lstat", Path: name, Err: cause(err)}
	}
	return info, nil
}

// ReadLink tells where a link leads.
func (d *folderFS) ReadLink(name string) (string, error) {
	r, local, err := d.root("readlink", name)
	if err != nil {
		return "", err
	}
	to, err := r.root.Readlink(local)
	if err != nil {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: cause(err)}
	}
	return to, nil
}

// ReadDir lists a folder, in the order of names.
func (d *folderFS) ReadDir(name string) ([]fs.DirEntry, error) {
	f, err := d.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	dir, ok := f.(fs.ReadDirFile)
	if !ok {
		return nil, &fs.PathError{Op: "list", Path: name, Err: fs.ErrInvalid}
	}
	var all []fs.DirEntry
	for {
		some, err := dir.ReadDir(1024)
		all = append(all, some...)
		switch {
		case len(all) > mostNames:
			return nil, &fs.PathError{Op: "list", Path: name, Err: ErrMany}
		case errors.Is(err, io.EOF):
			slices.SortFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
			return all, nil
		case err != nil:
			return all, &fs.PathError{Op: "list", Path: name, Err: cause(err)}
		}
	}
}

// opened opens a plain file or a folder below the root, and waits for nobody.
func (r *Root) opened(name string) (*os.File, error) {
	f, err := r.root.OpenFile(name, os.O_RDONLY|unhindered, 0)
	if err != nil {
		return nil, why(r, name, opening(name, err))
	}
	if info, e := f.Stat(); e == nil && !info.IsDir() && !info.Mode().IsRegular() {
		f.Close()
		return nil, ErrSpecial
	}
	return f, nil
}

// why tells a link that leads out from what else cannot be opened: os.Root has no word of
// its own for it.
func why(r *Root, name string, err error) error {
	switch err := cause(err); {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission), errors.Is(err, ErrSpecial), errors.Is(err, fs.ErrInvalid):
		return err
	}
	if info, e := r.root.Lstat(name); e == nil && info.Mode()&fs.ModeSymlink != 0 {
		return linkFault(err)
	}
	if _, e := r.root.Stat(filepath.Dir(name)); e != nil { // a folder on the way there
		return linkFault(e)
	}
	return cause(err)
}

// cause is what the system answered, without the name, which the caller knows better.
func cause(err error) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		return of.Err
	}
	return err
}
