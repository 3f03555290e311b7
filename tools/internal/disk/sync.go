package disk

import (
	"cmp"
	"os"
)

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
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	if err = f.Sync(); noFolderSync(err) {
		err = nil
	}
	return cmp.Or(err, f.Close())
}
