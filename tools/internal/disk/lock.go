package disk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"time"

	"github.com/gofrs/flock"
)

// Hold is something that one process at a time may have: a folder that it writes to. The
// system gives it back when the process ends, however it ends. Who asks for nothing may
// still write there; it keeps apart those who ask.
type Hold struct{ lock *flock.Flock }

// Holder is who has a hold, as far as can be told.
type Holder struct {
	Process int       // its number; 0 where that is not known
	Host    string    // the machine that it runs on, where that is not this one
	Since   time.Time // when it got the hold; zero where that is not known
}

// HeldError is a hold that another process has kept for as long as one would wait.
type HeldError struct {
	Name string // what is held, as Take was told
	By   Holder
}

func (e *HeldError) Error() string {
	return fmt.Sprintf("%s is held by another process (%d)", e.Name, e.By.Process)
}

// Waiting is how long to wait for a hold, and who is told meanwhile.
type Waiting struct {
	Most time.Duration
	Tell func(*HeldError) // called when the waiting begins, and again with each new holder; may be nil
}

// nextTry is how long to wait before another look at a hold that is taken.
const nextTry = 50 * time.Millisecond

// Take gets the hold that a file stands for, or waits for it; name is what to call it.
// The file, which nobody needs to look at, tells others who has the hold. It goes with
// the hold; one that a process which was killed has left is no hold.
//
// It returns a *HeldError where another process has kept it for too long.
func Take(ctx context.Context, name, file string, w Waiting) (*Hold, error) {
	waited := time.NewTimer(w.Most)
	defer waited.Stop()
	told := -1 // the process that was told of
	for {
		h, err := take(file)
		if h != nil || err != nil {
			return h, err
		}
		held := &HeldError{name, holderOf(file)}
		// Who gives it back is not known for a moment.
		if by := held.By.Process; w.Tell != nil && w.Most > 0 && by != told && (by > 0 || told < 0) {
			told = by
			w.Tell(held)
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-waited.C:
			return nil, held
		case <-time.After(nextTry):
		}
	}
}

// take gets a hold that nobody has; it returns nil where somebody does.
func take(file string) (*Hold, error) {
	for {
		lock := flock.New(file, flock.SetPermissions(fileMode))
		got, err := lock.TryLock()
		if err != nil || !got {
			return nil, err
		}
		if err := step(Locked, file); err != nil {
			return nil, errors.Join(err, lock.Unlock())
		}
		ours, err := lock.Stat()
		if err != nil {
			return nil, errors.Join(err, lock.Unlock())
		}
		// Who had the hold before may have removed the file after we opened it.
		there, err := os.Stat(file)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, errors.Join(err, lock.Unlock())
		}
		if err == nil && os.SameFile(ours, there) {
			if sign(file) == nil {
				return &Hold{lock}, nil
			}
			// Somebody else's, who was killed: it would name them for good.
			if os.Remove(file) != nil {
				return &Hold{lock}, nil
			}
		}
		if err := lock.Unlock(); err != nil {
			return nil, err
		}
	}
}

// Release gives the hold back.
func (h *Hold) Release() error { return release(h.lock) }

// sign writes into the file of a hold who has it, after a byte that Windows lets nobody
// else read meanwhile. Others who share the folder may read it, whatever the umask.
func sign(file string) error {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	host, _ := os.Hostname()
	err = errors.Join(f.Truncate(1), f.Chmod(fileMode))
	_, e := f.WriteAt(fmt.Appendf(nil, "%d %s\n", os.Getpid(), host), 1)
	return errors.Join(err, e, f.Close())
}

// holderOf reads what sign wrote. It may be gone, or not be written yet.
func holderOf(file string) Holder {
	f, err := Open(file)
	if err != nil {
		return Holder{}
	}
	defer f.Close()
	text := make([]byte, 300)
	n, _ := f.ReadAt(text, 1)
	process, host, _ := bytes.Cut(bytes.TrimSpace(text[:n]), []byte(" "))
	by := Holder{Host: string(host)}
	if by.Process, err = strconv.Atoi(string(process)); err != nil {
		return Holder{}
	}
	if here, _ := os.Hostname(); here == by.Host {
		by.Host = ""
	}
	if info, err := f.Stat(); err == nil {
		by.Since = info.ModTime()
	}
	return by
}
