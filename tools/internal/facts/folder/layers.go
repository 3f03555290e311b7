package folder

import (
	"io/fs"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
)

// Layers are the files of a site beside its data: its own, and those that the
// program carries and that show where the site has none of the name.
type Layers struct {
	Own, Program Tree
	Found        diag.List // what of the site's own could not be read
	Hidden       []string  // files of static/ that are not published, since a dot begins their names
	Beside       []Beside  // what lies in the site's folder beside what is read

	seen map[string]disk.Entry // the site's own as they were found
}

// Read reads both, once. root is the site's folder; base holds the program's
// content, layouts, assets and i18n.
func Read(root string, base fs.FS) (*Layers, error) {
	program, err := ReadEmbedded(base)
	if err != nil {
		return nil, err
	}
	return (&Layers{Program: program}).Again(root, nil)
}

// Again reads the site's own files again after some of them were touched, whose names are
// given, or those of folders that they lie in. What has not changed is not read, and the
// program's files never change.
func (l *Layers) Again(root string, touched []string) (*Layers, error) {
	r, err := readOwn(root, func(e disk.Entry) ([]byte, bool) {
		was, read := l.seen[e.Name]
		return l.Own[e.Name].Data, read && !e.Unread(was, touched)
	})
	if err != nil {
		return nil, err
	}
	return &Layers{Own: r.files, Program: l.Program, Found: r.found, Hidden: r.hidden, Beside: r.beside, seen: r.seen}, nil
}

// Files are the site's own over the program's, with partials under their old names where
// the site has layouts of its own: a tree that the caller may change.
func (l *Layers) Files() Tree {
	tree := Over(l.Own, l.Program)
	settle(tree, l)
	return tree
}
