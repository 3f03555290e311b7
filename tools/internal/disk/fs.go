package disk

import (
	"errors"
	"io/fs"
	"path/filepath"
)

// FS is a folder as a file system. Unlike os.DirFS it opens nothing but plain files
// and folders, and so waits for no pipe. Links are followed, also out of the folder.
func FS(dir string) fs.FS { return folderFS(dir) }

type folderFS string

func (d folderFS) Open(name string) (fs.File, error) {
	local, err := filepath.Localize(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	f, err := open(filepath.Join(string(d), local))
	if err == nil {
		if info, e := f.Stat(); e == nil && !info.IsDir() && !info.Mode().IsRegular() {
			f.Close()
			err = ErrSpecial
		}
	}
	if err != nil {
		var of *fs.PathError
		if errors.As(err, &of) {
			err = of.Err
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return f, nil
}
