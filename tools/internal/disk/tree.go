package disk

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A folder that is published takes its place whole. It is made beside that place,
// under a name that begins with a prefix which the place alone has (Fresh, WriteTree,
// Sync), and then given its name (Settle, Swap). What a run that was cut off has left is put
// right by the next (Restore, Clear).

// Fresh makes an empty folder in a folder, under a new name that begins with prefix.
// Until WriteTree has filled it nobody else may look into it.
func Fresh(parent, prefix string) (string, error) {
	if err := step(Made, parent); err != nil {
		return "", err
	}
	return os.MkdirTemp(parent, prefix)
}

// Clear removes the folders in parent whose names begin with prefix.
func Clear(parent, prefix string) error {
	return leftovers(parent, prefix, RemoveFolder)
}

// RemoveFolder removes a folder and all in it. One that is not there is no error.
func RemoveFolder(name string) error {
	var levels [][]string
	for level := []string{name}; len(level) > 0; {
		levels = append(levels, level)
		below := make([][]string, len(level))
		_ = try(manyAtOnce, len(level), func(i int) error { below[i] = removeFiles(level[i]); return nil })
		level = slices.Concat(below...)
	}
	for _, level := range slices.Backward(levels[1:]) {
		_ = try(manyAtOnce, len(level), func(i int) error { _ = os.Remove(level[i]); return nil })
	}
	if err := step(Removed, name); err != nil {
		return err
	}
	return os.RemoveAll(name) // and tell what could not be removed
}

// removeFiles removes what lies in a folder, as far as it can, and returns the folders
// that are left there.
func removeFiles(folder string) (left []string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if name := filepath.Join(folder, e.Name()); e.IsDir() {
			left = append(left, name)
		} else {
			_ = os.Remove(name)
		}
	}
	return left
}

// leftovers calls f with each folder in parent whose name begins with prefix, in the
// order of names.
func leftovers(parent, prefix string, f func(dir string) error) error {
	entries, err := os.ReadDir(parent)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), prefix) {
			if err := f(filepath.Join(parent, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// aside ends the name that the old folder bears between the two renames of Swap.
const aside = ".old"

// Restore puts the old folder back in its place where Swap was cut off between two
// renames. Otherwise it does nothing.
func Restore(place, prefix string) error {
	if _, err := os.Lstat(place); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	put := false
	return leftovers(filepath.Dir(place), prefix, func(dir string) error {
		if put || !strings.HasSuffix(dir, aside) {
			return nil
		}
		put = true
		return rename(dir, place)
	})
}

// File is one file of a folder that is written whole.
type File struct {
	Path   string // slash-separated, relative to the folder
	Data   []byte
	Source string // a file on the disk to be copied, in place of Data
	Like   string // a file on the disk that may have the bytes of Data; it is then linked
}

// manyAtOnce is how much a disk is asked for at a time; then it does it in few strokes.
const manyAtOnce = 32

// WriteTree writes files into a fresh folder, which may hold others of the same tree.
// Everybody may read them, whatever the umask. Whether they outlast a crash is Sync's
// business. A path that leads out of the folder, or comes twice, is an error.
func WriteTree(dir string, files []File) error {
	dir = filepath.Clean(dir)
	levels, err := foldersOf(dir, files)
	if err != nil {
		return err
	}
	for _, level := range levels {
		if err := try(manyAtOnce, len(level), func(i int) error { return makeNew(level[i], dir) }); err != nil {
			return err
		}
	}
	return try(manyAtOnce, len(files), func(i int) error {
		f, name := files[i], filepath.Join(dir, filepath.FromSlash(files[i].Path))
		switch {
		case f.Source != "":
			return copyNew(f.Source, name, reflink)
		case f.Like != "" && keep(f.Like, name, f.Data):
			return nil
		}
		return writeNew(name, f.Data)
	})
}

// foldersOf are a folder and those below it in which files are to lie: first the folder
// itself, then those in it, then those in them.
func foldersOf(dir string, files []File) ([][]string, error) {
	levels := [][]string{{dir}}
	known := map[string]int{dir: 0} // how deep each lies
	var add func(folder string) int
	add = func(folder string) int {
		depth, ok := known[folder]
		if ok {
			return depth
		}
		depth = add(filepath.Dir(folder)) + 1
		if known[folder] = depth; depth == len(levels) {
			levels = append(levels, nil)
		}
		levels[depth] = append(levels[depth], folder)
		return depth
	}
	for _, f := range files {
		if !filepath.IsLocal(filepath.FromSlash(f.Path)) {
			return nil, fmt.Errorf("the path %q leads out of the folder", f.Path)
		}
		add(filepath.Dir(filepath.Join(dir, filepath.FromSlash(f.Path))))
	}
	return levels, nil
}

// makeNew makes a folder, but for the one that is there, and lets everybody look into it.
func makeNew(name, there string) error {
	if name != there {
		if err := mkdir(name); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return chmod(name, folderMode)
}

func writeNew(name string, data []byte) error {
	f, err := create(name)
	if err != nil {
		return err
	}
	err = write(f, data)
	return cmp.Or(err, f.Chmod(fileMode), f.Close())
}

// copyNew makes a file of its own that holds what another does: who writes to the one
// leaves the other alone. They share their bytes on the disk where share can do that.
func copyNew(from, to string, share func(to, from *os.File) error) error {
	in, err := Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := create(to)
	if err != nil {
		return err
	}
	if err = step(Copied, to); err == nil && share(out, in) != nil {
		_, err = io.Copy(out, in)
	}
	return cmp.Or(err, out.Chmod(fileMode), out.Close())
}

// keep gives a file of an earlier tree a second name, if it is what WriteTree would write
// there: it has the same bytes, and everybody may read it. It looks at what bears the new
// name, since somebody may put another file in the place of the old one meanwhile.
func keep(old, name string, data []byte) bool {
	info, err := os.Lstat(old)
	if err != nil || info.Mode() != fileMode || info.Size() != int64(len(data)) || step(Linked, name) != nil || os.Link(old, name) != nil {
		return false
	}
	if info, err = os.Lstat(name); err == nil && info.Mode() == fileMode {
		if text, err := os.ReadFile(name); err == nil && bytes.Equal(text, data) {
			return true
		}
	}
	_ = os.Remove(name) // if it cannot be removed, it cannot be written anew: that is told
	return false
}

// AfterError is what failed after a folder had got its place: there it is, and whole.
type AfterError struct{ Err error }

func (e *AfterError) Error() string { return e.Err.Error() }

// Unwrap returns what failed.
func (e *AfterError) Unwrap() error { return e.Err }

// after makes an AfterError of the first error.
func after(errs ...error) error {
	if err := cmp.Or(errs...); err != nil {
		return &AfterError{err}
	}
	return nil
}

// Lay writes files into a new folder, in one step: afterwards it is there with all of
// them, or there is none. The folders above it are made.
func Lay(place string, files []File) error {
	place = filepath.Clean(place)
	parent, prefix := filepath.Dir(place), "."+filepath.Base(place)+besideIt
	if err := MakeFolder(parent); err != nil {
		return err
	}
	h, err := Take(context.Background(), place, filepath.Join(parent, prefix+"lock"), Waiting{Most: oneFile})
	if err != nil {
		return err
	}
	if err = Clear(parent, prefix); err == nil {
		err = layFresh(parent, prefix, place, files)
	}
	return errors.Join(err, h.Release())
}

func layFresh(parent, prefix, place string, files []File) error {
	fresh, err := Fresh(parent, prefix)
	if err != nil {
		return err
	}
	if err = WriteTree(fresh, files); err == nil {
		err = Sync(fresh)
	}
	if err == nil {
		err = Settle(fresh, place)
	}
	if err != nil && !errors.As(err, new(*AfterError)) {
		return errors.Join(err, RemoveFolder(fresh))
	}
	return err
}

// Settle gives a fresh folder its place, where nothing may be yet. Where it cannot be made
// sure that this outlasts a crash it is undone; if that fails as well the error is an
// *AfterError.
func Settle(fresh, place string) error {
	if err := rename(fresh, place); err != nil {
		return err
	}
	err := syncFolder(filepath.Dir(place))
	if err != nil && rename(place, fresh) != nil {
		return &AfterError{err}
	}
	return err
}

// Swap lets a fresh folder take the place of another, or a place that is free. Where
// the system can exchange two folders it is one step: a reader, or a crash, sees the
// old folder or the new one. Elsewhere there are two renames, and Restore mends what a
// crash between them leaves. Just before, allowed is asked whether the folder in place
// may go.
//
// Afterwards fresh is the old folder or is gone. If Swap fails the old folder is in
// its place, unless the error is an *AfterError.
func Swap(fresh, place string, allowed func() error) error {
	return swap(fresh, place, allowed, func(a, b string) error {
		if err := step(Exchanged, b); err != nil {
			return err
		}
		return exchange(a, b)
	}, rename)
}

func swap(fresh, place string, allowed func() error, exchange, rename func(a, b string) error) error {
	parent := filepath.Dir(place)
	if _, err := os.Lstat(place); errors.Is(err, fs.ErrNotExist) {
		if err := rename(fresh, place); err != nil {
			return err
		}
		return after(syncFolder(parent))
	}
	// The folder may have been filled since the caller looked at it.
	if err := allowed(); err != nil {
		return err
	}
	err := exchange(fresh, place)
	if err == nil {
		return after(syncFolder(parent))
	}
	if !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	old := fresh + aside
	if err := rename(place, old); err != nil {
		return err
	}
	if err := rename(fresh, place); err != nil {
		return cmp.Or(rename(old, place), err)
	}
	return after(syncFolder(parent), RemoveFolder(old))
}

// Mounted tells whether another file system is laid over a folder, as far as the system
// tells. No folder can take the place of such a one.
func Mounted(name string) bool { return mounted(name) }

// Spread moves all that lies in a fresh folder into the folder that it lies in, and then
// removes it. It is not one step. If it fails nothing of that is left there.
func Spread(fresh string) error {
	entries, err := os.ReadDir(fresh)
	if err != nil {
		return err
	}
	place := filepath.Dir(fresh)
	for i, e := range entries {
		err := rename(filepath.Join(fresh, e.Name()), filepath.Join(place, e.Name()))
		if err == nil {
			continue
		}
		for _, moved := range entries[:i] {
			err = errors.Join(err, RemoveFolder(filepath.Join(place, moved.Name())))
		}
		return err
	}
	return after(syncFolder(place), remove(fresh))
}
