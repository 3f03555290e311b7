package folder

import (
	"io/fs"

	"tillit/tools/internal/diag"
)

// Layers are the files of a site beside its data: its own, and those that the
// program carries and that show where the site has none of the name.
type Layers struct {
	Own, Program Tree
	Found        diag.List // what of the site's own could not be read
}

// Read reads both, once. root is the site's folder; base holds the program's
// content, layouts, assets and i18n.
func Read(root string, base fs.FS) (*Layers, error) {
	program, err := ReadEmbedded(base)
	if err != nil {
		return nil, err
	}
	own, found, err := ReadOwn(root)
	if err != nil {
		return nil, err
	}
	return &Layers{Own: own, Program: program, Found: found}, nil
}

// Files are the site's own over the program's, with partials under their old names where
// the site has layouts of its own: a tree that the caller may change.
func (l *Layers) Files() Tree {
	tree := Over(l.Own, l.Program)
	settle(tree, l)
	return tree
}
