package outside

import (
	"context"
	"io"
	"io/fs"
	"time"
)

// entry is what a list tells of a file or a folder: little more than its name.
type entry struct {
	name   string
	folder bool
}

func (e entry) Name() string     { return e.name }
func (entry) Size() int64        { return 0 } // nobody has told
func (entry) ModTime() time.Time { return time.Time{} }
func (e entry) IsDir() bool      { return e.folder }
func (entry) Sys() any           { return nil }

func (e entry) Mode() fs.FileMode {
	if e.folder {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// folder is an open folder, which is listed by name.
type folder struct{ entry }

func (f *folder) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *folder) Close() error               { return nil }
func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
}

// body is a file that is being read, from an answer or from memory.
type body struct {
	entry
	from  io.Reader
	of    *Address // nil from memory
	end   context.CancelFunc
	sofar int64
}

func (b *body) Stat() (fs.FileInfo, error) { return b.entry, nil }

// Read reads on, and ends the visit where more comes than is taken or less than was
// announced.
func (b *body) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	if b.of == nil {
		return n, err
	}
	b.sofar += int64(n)
	if tooMuch := b.of.take(b.name, n, b.sofar); tooMuch != nil {
		return 0, tooMuch
	}
	if err != nil && err != io.EOF {
		err = b.of.fail(err)
	}
	return n, err
}

func (b *body) Close() error {
	if b.of == nil {
		return nil
	}
	b.end()
	return b.from.(io.Closer).Close()
}
