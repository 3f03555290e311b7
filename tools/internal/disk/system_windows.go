package disk

import (
	"errors"
	"io/fs"
	"os"

	"github.com/gofrs/flock"
	"golang.org/x/sys/windows"
)

// unhindered has no meaning here: no name in a folder is a pipe.
const unhindered = 0

// special: sockets and devices have no names in folders here.
func special(err error) bool { return false }

// noFolderSync tells whether Windows refused to sync a folder, which it opens to be
// read alone: it answers that access is denied (golang/go#75541).
func noFolderSync(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, windows.ERROR_INVALID_FUNCTION) || errors.Is(err, errors.ErrUnsupported)
}

// release gives a hold back and removes its file, which Windows does while nobody has it
// open: then nobody has the hold either.
func release(lock *flock.Flock) error {
	err := lock.Unlock()
	_ = os.Remove(lock.Path())
	return err
}
