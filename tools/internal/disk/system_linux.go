package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange lets two folders change places in one step, or fails with
// errors.ErrUnsupported.
func exchange(a, b string) error {
	return lacking(unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE))
}

// renameNew gives a file a name that nothing has, or fails with errors.ErrUnsupported.
func renameNew(from, to string) error {
	return lacking(unix.Renameat2(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.RENAME_NOREPLACE))
}

// syncAll waits for the whole file system that a folder lies in.
func syncAll(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return lacking(unix.Syncfs(int(f.Fd())))
}

// reflink lets a file hold what another holds without copying it, where the file system
// can: the two share their bytes until one is written to.
func reflink(to, from *os.File) error {
	return unix.IoctlFileClone(int(to.Fd()), int(from.Fd()))
}

// mounted tells whether another file system is laid over a folder.
func mounted(name string) bool {
	var s unix.Statx_t
	err := unix.Statx(unix.AT_FDCWD, name, unix.AT_SYMLINK_NOFOLLOW, unix.STATX_BASIC_STATS, &s)
	return err == nil && s.Attributes_mask&s.Attributes&unix.STATX_ATTR_MOUNT_ROOT != 0
}

// lacking is what an old kernel, or a file system that cannot, answers.
func lacking(err error) error {
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		return errors.ErrUnsupported
	}
	return err
}
