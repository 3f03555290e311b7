package disk

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Sync waits until a folder and all in it are on the disk. Where the system can do so it
// asks the file system once; else each file and folder is asked for.
func Sync(dir string) error {
	if err := step(Synced, dir); err != nil {
		return err
	}
	err := syncAll(dir)
	if errors.Is(err, errors.ErrUnsupported) {
		return syncEach(dir)
	}
	return err
}

// syncEach waits for each file and folder.
func syncEach(dir string) error {
	var names []string
	var folders []bool
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		names, folders = append(names, name), append(folders, err == nil && d.IsDir())
		return err
	})
	if err != nil {
		return err
	}
	return try(manyAtOnce, len(names), func(i int) error {
		if folders[i] {
			return syncFolder(names[i])
		}
		return syncFile(names[i])
	})
}

// syncFile waits until what was written to a file is on the disk.
func syncFile(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	return cmp.Or(err, f.Close())
}

// syncFolder waits until the names in a folder are on the disk. Systems and disks that
// cannot do so for folders are taken at their word.
func syncFolder(name string) error {
	if err := step(Synced, name); err != nil {
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	if err = f.Sync(); noFolderSync(err) {
		err = nil
	}
	return cmp.Or(err, f.Close())
}
