package proof

import (
	"context"
	"io/fs"
	"sync/atomic"
)

// Watch lets somebody follow how a folder is read: opened hears how many files have
// been, from several at a time, and nothing more is opened after the context has ended.
func Watch(ctx context.Context, fsys fs.FS, opened func(files int)) fs.FS {
	return &observed{ctx: ctx, fsys: fsys, opened: opened}
}

type observed struct {
	ctx    context.Context
	fsys   fs.FS
	opened func(int)
	files  atomic.Int64
}

// Open opens a file and tells of it.
func (o *observed) Open(name string) (fs.File, error) {
	if err := o.ctx.Err(); err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	if o.opened != nil {
		o.opened(int(o.files.Add(1)))
	}
	f, err := o.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	return watched{f, o.ctx}, nil
}

// watched is a file that is read for as long as a context lasts.
type watched struct {
	fs.File
	ctx context.Context
}

func (w watched) Read(b []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.File.Read(b)
}

// ReadDir lists a folder, also where the folder itself is no file to be opened.
func (o *observed) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := o.ctx.Err(); err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return fs.ReadDir(o.fsys, name)
}

// Stat tells of a file without its being opened.
func (o *observed) Stat(name string) (fs.FileInfo, error) { return fs.Stat(o.fsys, name) }

// Lstat tells of a file, and of a link rather than of what it leads to.
func (o *observed) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(o.fsys, name) }

// ReadLink tells where a link leads.
func (o *observed) ReadLink(name string) (string, error) { return fs.ReadLink(o.fsys, name) }
