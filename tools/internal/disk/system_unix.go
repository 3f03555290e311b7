//go:build unix

package disk

import (
	"errors"
	"os"

	"github.com/gofrs/flock"
	"golang.org/x/sys/unix"
)

// unhindered opens a file without waiting for who writes to it, where it is a pipe,
// and without letting a terminal take hold of the process.
const unhindered = unix.O_NONBLOCK | unix.O_NOCTTY

// special tells whether a name was not opened because it is a socket, or a device that
// is not there.
func special(err error) bool {
	return errors.Is(err, unix.ENXIO) || errors.Is(err, unix.EOPNOTSUPP)
}

// noFolderSync tells whether a disk says that folders cannot be synced on it.
func noFolderSync(err error) bool {
	return errors.Is(err, unix.EINVAL) || errors.Is(err, errors.ErrUnsupported)
}

// release removes the file of a hold while nobody else can have it, and gives it back.
func release(lock *flock.Flock) error { return errors.Join(os.Remove(lock.Path()), lock.Unlock()) }
