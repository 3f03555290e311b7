package disk

import "os"

// Step is set by tests alone. It is called before each thing that this package does to
// the disk, with what that is and the name that it is about; what it returns is what the
// disk then answers, and nothing is done.
var Step func(what Deed, name string) error

// Deed is one thing that is done to the disk.
type Deed string

// The deeds, each of which may fail or be the last that a process does.
const (
	Made      Deed = "make a folder"
	Created   Deed = "create a file"
	Wrote     Deed = "write"
	Copied    Deed = "copy"
	Moded     Deed = "set a mode"
	Synced    Deed = "sync"
	Renamed   Deed = "rename"
	Exchanged Deed = "exchange"
	Linked    Deed = "link"
	Removed   Deed = "remove"
	Locked    Deed = "look at a lock"
)

func step(what Deed, name string) error {
	if Step == nil {
		return nil
	}
	return Step(what, name)
}

func mkdir(name string) error {
	if err := step(Made, name); err != nil {
		return err
	}
	return os.Mkdir(name, folderMode)
}

// create makes a file that must not be there.
func create(name string) (*os.File, error) {
	if err := step(Created, name); err != nil {
		return nil, err
	}
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
}

func write(f *os.File, data []byte) error {
	if err := step(Wrote, f.Name()); err != nil {
		return err
	}
	_, err := f.Write(data)
	return err
}

func chmod(name string, mode os.FileMode) error {
	if err := step(Moded, name); err != nil {
		return err
	}
	return os.Chmod(name, mode)
}

func rename(from, to string) error {
	if err := step(Renamed, to); err != nil {
		return err
	}
	return os.Rename(from, to)
}

func remove(name string) error {
	if err := step(Removed, name); err != nil {
		return err
	}
	return os.Remove(name)
}
