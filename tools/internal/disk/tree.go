package disk

import (
	"bytes"
	"cmp"
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
// under a name that begins with a prefix which the place alone has (Fresh, WriteTree),
// and then given its name (Settle, Swap). What a run that was cut off has left is put
// right by the next (Restore, Clear).

// Fresh makes an empty folder in a folder, under a new name that begins with prefix.
// Until WriteTree has filled it nobody else may look into it.
func Fresh(parent, prefix string) (string, error) {
	return os.MkdirTemp(parent, prefix)
}

// Clear removes the folders in parent whose names begin with prefix.
func Clear(parent, prefix string) error {
	return leftovers(parent, prefix, func(dir string) error { return os.RemoveAll(dir) })
}

// RemoveFolder removes a folder and all in it. One that is not there is no error.
func RemoveFolder(name string) error {
	const most = 32
	var levels [][]string
	for level := []string{name}; len(level) > 0; {
		levels = append(levels, level)
		below := make([][]string, len(level))
		_ = try(most, len(level), func(i int) error { below[i] = removeFiles(level[i]); return nil })
		level = slices.Concat(below...)
	}
	for _, level := range slices.Backward(levels[1:]) {
		_ = try(most, len(level), func(i int) error { _ = os.Remove(level[i]); return nil })
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
		return os.Rename(dir, place)
	})
}

// File is one file of a folder that is written whole.
type File struct {
	Path   string // slash-separated, relative to the folder
	Data   []byte
	Source string // a file on the disk to be linked, in place of Data
	Like   string // a file on the disk that may have the bytes of Data; it is then linked
}

// WriteTree writes files into a fresh folder, which may hold others of the same tree,
// and makes sure that they outlast a
// crash. Everybody may read them, whatever the umask. A path that leads out of the
// folder, or comes twice, is an error.
func WriteTree(dir string, files []File) error {
	levels, err := foldersOf(dir, files)
	if err != nil {
		return err
	}
	// A disk that is asked for much at once does it in few strokes.
	const most = 32
	for _, level := range levels {
		if err := try(most, len(level), func(i int) error { return makeNew(level[i], dir) }); err != nil {
			return err
		}
	}
	name := func(i int) string { return filepath.Join(dir, filepath.FromSlash(files[i].Path)) }
	fresh := make([]bool, len(files))
	if err := try(most, len(files), func(i int) error {
		f := files[i]
		switch {
		case f.Source != "":
			return link(f.Source, name(i), os.Link)
		case f.Like != "" && keep(f.Like, name(i), f.Data):
			return nil
		}
		fresh[i] = true
		return writeNew(name(i), f.Data)
	}); err != nil {
		return err
	}
	if err := try(most, len(files), func(i int) error {
		if !fresh[i] {
			return nil
		}
		return syncFile(name(i))
	}); err != nil {
		return err
	}
	made := slices.Concat(levels...)
	return try(most, len(made), func(i int) error { return syncFolder(made[i]) })
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
		if err := os.Mkdir(name, folderMode); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return os.Chmod(name, folderMode)
}

func writeNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return cmp.Or(err, f.Chmod(fileMode), f.Close())
}

// link gives a file on the disk a second name, or copies it where the disk has no such
// names or the two are on different disks. Its bytes are on the disk already, and so
// need not be waited for.
func link(from, to string, second func(from, to string) error) error {
	if second(from, to) == nil {
		return nil
	}
	in, err := Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return cmp.Or(err, out.Chmod(fileMode), out.Close())
}

// keep gives a file of an earlier tree a second name, if it is what WriteTree would write
// there: it has the same bytes, and everybody may read it. It looks at what bears the new
// name, since somebody may put another file in the place of the old one meanwhile.
func keep(old, name string, data []byte) bool {
	info, err := os.Lstat(old)
	if err != nil || info.Mode() != fileMode || info.Size() != int64(len(data)) || os.Link(old, name) != nil {
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

// Settle gives a fresh folder its place, where nothing may be yet.
func Settle(fresh, place string) error {
	return cmp.Or(os.Rename(fresh, place), syncFolder(filepath.Dir(place)))
}

// Swap lets a fresh folder take the place of another, or a place that is free. Where
// the system can exchange two folders it is one step: a reader, or a crash, sees the
// old folder or the new one. Elsewhere there are two renames, and Restore mends what a
// crash between them leaves. Just before, allowed is asked whether the folder in place
// may go.
//
// Afterwards fresh is the old folder or is gone. If Swap fails the old folder is in
// its place.
func Swap(fresh, place string, allowed func() error) error {
	return swap(fresh, place, allowed, exchange, os.Rename)
}

func swap(fresh, place string, allowed func() error, exchange, rename func(a, b string) error) error {
	parent := filepath.Dir(place)
	if _, err := os.Lstat(place); errors.Is(err, fs.ErrNotExist) {
		return cmp.Or(rename(fresh, place), syncFolder(parent))
	}
	// The folder may have been filled since the caller looked at it.
	if err := allowed(); err != nil {
		return err
	}
	err := exchange(fresh, place)
	if !errors.Is(err, errors.ErrUnsupported) {
		return cmp.Or(err, syncFolder(parent))
	}
	old := fresh + aside
	if err := rename(place, old); err != nil {
		return err
	}
	if err := rename(fresh, place); err != nil {
		return cmp.Or(rename(old, place), err)
	}
	return cmp.Or(syncFolder(parent), os.RemoveAll(old))
}
