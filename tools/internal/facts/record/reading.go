package record

import (
	"fmt"
	"io/fs"
	"path"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/gather"
	"tillit/tools/internal/facts/source"
)

// Reading is the folder data/ of a site, read.
type Reading struct {
	Set   *Set
	Found diag.List // what is wrong with its files, sorted

	files map[string]reading // those that were read, by name
}

// reading is one file, read.
type reading struct {
	found disk.Entry
	filed *Filed // nil where the file holds no record that can be decoded
	list  diag.List
}

// Again reads the folder data/ of a site after files of it were touched, whose names are
// given, or those of folders that they lie in; after no reading, the whole folder. A file that nobody touched is not read a second
// time, unless another size or time of writing tells that it has changed, or it is a
// link, whose target may have been touched under its own name. What is returned is the
// same as if it were; the records of files that have not changed are in both sets.
func (r *Reading) Again(root string, touched []string) (*Reading, error) {
	inputs, list, err := gather.ReadUnknown(root, "data", gather.Limits{}, func(e disk.Entry) bool {
		was, read := r.files[e.Name]
		return read && !e.Unread(was.found, touched)
	})
	if err != nil {
		return nil, err
	}
	return r.next(inputs, list), nil
}

// Holds tells whether a file is found as it was when it was read.
func (r *Reading) Holds(e disk.Entry) bool {
	was, read := r.files[e.Name]
	return read && was.found == e
}

// Load reads the folder data/ of a site. Everything that can be said of its files is in
// the list, sorted; records with findings are in the set as far as they could be read,
// so that one mistake does not hide another. The error is for what could not be done
// at all, such as a missing folder.
func Load(root string) (*Set, diag.List, error) {
	r, err := (&Reading{}).Again(root, nil)
	if err != nil {
		return nil, nil, err
	}
	return r.Set, r.Found, nil
}

// LoadFS does the same for files that are not on disk, such as the records of
// an issued version. Names are slash paths that begin with data/.
func LoadFS(fsys fs.FS) (*Set, diag.List, error) {
	var inputs []gather.Input
	err := fs.WalkDir(fsys, "data", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".yaml" {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		inputs = append(inputs, gather.Input{Name: name, Data: data})
		return err
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read records: %w", err)
	}
	r := (&Reading{}).next(inputs, nil)
	return r.Set, r.Found, nil
}

// next decodes the inputs in parallel, lets go of their bytes, and puts them in order,
// and with them what was found already. Those that are known are taken over.
func (r *Reading) next(inputs []gather.Input, found diag.List) *Reading {
	files := make([]reading, len(inputs))
	disk.Each(len(inputs), func(i int) {
		if inputs[i].Known {
			files[i] = r.files[inputs[i].Name]
			return
		}
		files[i] = readOne(inputs[i])
		inputs[i].Data = nil // which the file holds as text
	})

	s := &Set{byID: map[string]*Filed{}, byValue: map[Record]*Filed{}, unread: map[string]bool{}}
	next := &Reading{Set: s, Found: found, files: make(map[string]reading, len(files))}
	var filed []*Filed
	for i, f := range files {
		if next.files[inputs[i].Name] = f; f.filed != nil {
			filed = append(filed, f.filed)
		} else if kind, id, bad := place(inputs[i].Name); bad == nil {
			s.unread[kind.Name+"/"+id] = true
		}
		next.Found = append(next.Found, f.list...)
	}
	inOrder(filed)
	for _, e := range filed {
		s.add(e)
	}
	next.Found.Sort()
	return next
}

func readOne(in gather.Input) reading {
	r := reading{found: in.Entry}
	kind, id, bad := place(in.Name)
	if bad != nil {
		r.list = diag.List{*bad}
		return r
	}
	value := kind.New(id)
	file, list := source.ReadInto(in.Name, in.Data, value)
	if r.list = list; file != nil {
		r.filed = &Filed{Kind: kind, Value: value, File: file}
	}
	return r
}
