package disk

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange lets two folders change places in one step, or fails with
// errors.ErrUnsupported.
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		return errors.ErrUnsupported // an old kernel, or a file system that cannot
	}
	return err
}
