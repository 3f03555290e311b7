package outside

import (
	"bytes"
	"io/fs"
	"path"
)

// tree is the names of files and of the folders that they lie in.
type tree struct {
	folders map[string][]fs.DirEntry // by name, "." for the whole
	files   map[string]bool
}

func newTree() tree { return tree{map[string][]fs.DirEntry{".": nil}, map[string]bool{}} }

// add enters a file and the folders that it lies in.
func (t tree) add(name string) {
	if t.files[name] {
		return
	}
	t.files[name] = true
	for folder, below := false, name; below != "."; folder, below = true, path.Dir(below) {
		parent := path.Dir(below)
		_, known := t.folders[parent]
		t.folders[parent] = append(t.folders[parent], fs.FileInfoToDirEntry(entry{path.Base(below), folder}))
		if known {
			return
		}
	}
}

// ReadDir lists what the list names in a folder.
func (t tree) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, ok := t.folders[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return entries, nil
}

// Stat tells of a file that the list names, without asking for it.
func (t tree) Stat(name string) (fs.FileInfo, error) {
	_, folder := t.folders[name]
	if !folder && !t.files[name] {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return entry{path.Base(name), folder}, nil
}

// memory is a folder whose files are held here.
type memory struct {
	tree
	data map[string][]byte
}

// Open opens a file, or a folder to be listed.
func (m memory) Open(name string) (fs.File, error) {
	if _, ok := m.folders[name]; ok {
		return &folder{entry{path.Base(name), true}}, nil
	}
	data, ok := m.data[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &body{entry: entry{path.Base(name), false}, from: bytes.NewReader(data)}, nil
}
