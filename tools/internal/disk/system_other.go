//go:build !linux

package disk

import (
	"errors"
	"os"
)

// exchange is not to be had here, so that Swap renames twice.
func exchange(a, b string) error { return errors.ErrUnsupported }

// renameNew is not to be had here, so that Create links.
func renameNew(from, to string) error { return errors.ErrUnsupported }

// syncAll is not to be had here, so that Sync asks for each file.
func syncAll(dir string) error { return errors.ErrUnsupported }

// reflink is not to be had here, so that files are copied.
func reflink(to, from *os.File) error { return errors.ErrUnsupported }

// mounted is not known here; what cannot be replaced is told when it is tried.
func mounted(name string) bool { return false }
