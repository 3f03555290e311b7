package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
)

// What a name stands for when it is no plain file or folder. They come wrapped in an
// *fs.PathError with the name; what the system itself answers (fs.ErrNotExist,
// fs.ErrPermission and others) comes as it is.
var (
	ErrDead    = fmt.Errorf("a link to what does not exist: %w", fs.ErrNotExist)
	ErrLoop    = errors.New("a link that leads in a circle")
	ErrOutside = errors.New("a link that leads out of the folder")
	ErrLinked  = errors.New("a link to a folder")
	ErrSpecial = errors.New("a device, a pipe or a socket")
)

// TooLargeError is a file that holds more than may be read.
type TooLargeError struct {
	Name  string // as it was asked for
	Size  int64  // bytes; more than Limit, and not all of them where the file grows while it is read
	Limit int64
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("%s holds %d bytes, more than %d", e.Name, e.Size, e.Limit)
}

// Root is a folder in which files are read: nothing outside of it, whatever links
// say, and nothing that is no plain file. Names are slash-separated and relative to
// it.
type Root struct{ root *os.Root }

// OpenRoot opens a folder to read in.
func OpenRoot(dir string) (*Root, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Root{root}, nil
}

// Close gives the folder back to the system.
func (r *Root) Close() error { return r.root.Close() }

// Entry is what stands under a name: a plain file or a folder.
type Entry struct {
	Name   string // slash-separated, from the root
	Folder bool
	Link   bool  // that the name is a link; the rest tells of what it leads to
	Size   int64 // of a file, in bytes

	// Changed is when a file was last written, as a number to compare with an earlier
	// one and for nothing else.
	Changed int64
}

// Unread tells whether a file must be read, of which was is how it was found when it was
// last read: where it is among the names that were touched since, or in a folder that
// is, where its size or time of writing is another, and where it is a link, whose target
// may have been touched under its own name.
func (e Entry) Unread(was Entry, touched []string) bool {
	return e != was || e.Link || slices.ContainsFunc(touched, func(name string) bool {
		return e.Name == name || strings.HasPrefix(e.Name, name+"/")
	})
}

// Look tells what stands under a name. Where it fails, the entry still says whether
// the name is a link.
func (r *Root) Look(name string) (Entry, error) {
	e := Entry{Name: name}
	info, err := r.root.Lstat(name)
	if err != nil {
		return e, err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		e.Link = true
		if info, err = r.root.Stat(name); err != nil {
			return e, refused(name, linkFault(err))
		}
	}
	switch {
	case info.IsDir():
		e.Folder = true
	case info.Mode().IsRegular():
		e.Size, e.Changed = info.Size(), info.ModTime().UnixNano()
	default:
		return e, refused(name, ErrSpecial)
	}
	return e, nil
}

func refused(name string, err error) error {
	return &fs.PathError{Op: "read", Path: name, Err: err}
}

// linkFault tells why a link cannot be followed. os.Root has no word of its own for
// one that leads out, so that is what is left.
func linkFault(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrDead
	case errors.Is(err, syscall.ELOOP):
		return ErrLoop
	case errors.Is(err, fs.ErrPermission):
		return fs.ErrPermission
	}
	return ErrOutside
}

// Read returns what a plain file holds, which may be most bytes. Of a file that is
// larger it returns a *TooLargeError and reads no more than one byte above; what is
// no plain file it refuses, also where it took a file's place a moment ago.
func (r *Root) Read(name string, most int64) ([]byte, error) {
	f, err := r.root.OpenFile(name, os.O_RDONLY|unhindered, 0)
	if err != nil {
		return nil, opening(name, err)
	}
	defer f.Close()
	info, err := plain(name, f)
	if err != nil {
		return nil, err
	}
	if info.Size() > most {
		return nil, &TooLargeError{name, info.Size(), most}
	}
	data := make([]byte, 0, info.Size()+1) // one more, to meet the end without growing
	for {
		n, err := f.Read(data[len(data):min(int64(cap(data)), most+1)])
		data = data[:len(data)+n]
		switch {
		case int64(len(data)) > most:
			return nil, &TooLargeError{name, int64(len(data)), most}
		case errors.Is(err, io.EOF):
			return data, nil
		case err != nil:
			return nil, err
		case len(data) == cap(data): // the file grows
			data = slices.Grow(data, 512)
		}
	}
}

// opening tells of a file that could not be opened: what some systems refuse to open
// is a socket or a device.
func opening(name string, err error) error {
	if special(err) {
		return refused(name, ErrSpecial)
	}
	return err
}

// plain makes sure that an open file is a plain one.
func plain(name string, f *os.File) (fs.FileInfo, error) {
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, refused(name, syscall.EISDIR)
	case !info.Mode().IsRegular():
		return nil, refused(name, ErrSpecial)
	}
	return info, nil
}

// Open opens a plain file, by way of links too, to read it. It waits for nobody: a
// pipe is refused, not waited for.
func Open(name string) (*os.File, error) {
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	if _, err := plain(name, f); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// ReadPlain reads a plain file, by way of links too, and waits for nobody.
func ReadPlain(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// ReadSome reads a file of any kind, and no more of it than most bytes. It waits for who
// writes into a pipe, see Await.
func ReadSome(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}

// open opens a file or a folder and waits for nobody.
func open(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDONLY|unhindered, 0)
	if err != nil {
		return nil, opening(name, err)
	}
	return f, nil
}
