package disk

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"
)

// ErrMany is a folder with more in it than may be read, and ErrDeep one that lies within
// too many others.
var (
	ErrMany = errors.New("too many files")
	ErrDeep = errors.New("a folder within too many others")
)

// mostDeep is how many folders may lie within each other.
const mostDeep = 64

// Walk is a passage through folders below a root, in the order of names, each time
// the same. Links to files are followed within the root; links to folders are not, so
// that none can lead in a circle.
type Walk struct {
	Root *Root
	Most int // names, of files and folders of every kind, in all that this value walks through

	// Choose is given the names in a folder, sorted, and returns those to look at.
	// Without it all are looked at.
	Choose func(dir string, names []string) []string

	seen int
	full bool
}

// Below yields every file in a folder and in the folders below it, and by an error
// everything else: ErrDead, ErrLoop, ErrOutside, ErrLinked and ErrSpecial for what is
// no plain file, ErrDeep for a folder that is not looked into, ErrMany once for the folder in which there were too many names, and
// what the system answered for what could not be read.
func (w *Walk) Below(dir string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) { w.folder(dir, yield) }
}

func (w *Walk) folder(dir string, yield func(Entry, error) bool) bool {
	names, err := w.names(dir)
	if err != nil && !yield(Entry{Name: dir, Folder: true}, err) {
		return false
	}
	if w.Choose != nil {
		names = w.Choose(dir, names)
	}
	for _, name := range names {
		e, err := w.Root.Look(path.Join(dir, name))
		switch {
		case err == nil && e.Folder && !e.Link && strings.Count(e.Name, "/") >= mostDeep:
			err = refused(e.Name, ErrDeep)
		case err == nil && e.Folder && !e.Link:
			if !w.folder(e.Name, yield) {
				return false
			}
			continue
		case err == nil && e.Folder:
			err = refused(e.Name, ErrLinked)
		}
		if !yield(e, err) {
			return false
		}
	}
	return true
}

// names lists a folder, sorted, up to the limit of the walk. With an error it returns
// the names that were read.
func (w *Walk) names(dir string) ([]string, error) {
	if w.full {
		return nil, nil
	}
	f, err := w.Root.root.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var names []string
	for {
		var some []fs.DirEntry
		some, err = f.ReadDir(1024)
		for _, e := range some {
			names = append(names, e.Name())
		}
		if w.seen += len(some); w.seen > w.Most {
			w.full = true
			names, err = names[:max(0, len(names)-(w.seen-w.Most))], refused(dir, ErrMany)
			break
		}
		if err != nil {
			break
		}
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	slices.Sort(names)
	return names, err
}
