package proof

import (
	"errors"
	"io/fs"
	"path"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/history/version"
)

// ErrNothing is a folder that is none of those that prove something.
var ErrNothing = errors.New("the folder is no site, none that was published, and no version")

// Result is what came of looking at a folder.
type Result struct {
	Given
	Chain *version.Chain // of what was given: all versions in it, or the one
	Found diag.List

	Pages  int      // of Published: the files that are no part of a version, and are as the list says
	Unseen []string // of a live address: files that a host keeps to itself
}

// Verify recomputes all that a folder says of itself: each byte of each version, the
// chain between them, and the pages of what was published.
func (g Given) Verify() (*Result, error) {
	if g.Kind == None {
		return nil, ErrNothing
	}
	chain, found, err := version.Open(g.fsys)
	if err != nil {
		return nil, err
	}
	if g.Kind == One {
		// What comes before one version is not there, and is judged by nobody.
		found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Rule == "version-chain" })
	}
	r := &Result{Given: g, Chain: chain, Found: chain.Verify(found)}
	if g.Kind == Published {
		if err := r.pages(); err != nil {
			return nil, err
		}
	}
	for i := range r.Found {
		r.Found[i].Pos.File = g.here(r.Found[i].Pos.File)
	}
	r.Found.Sort()
	return r, nil
}

// Point finds, for files of versions that were altered, the first byte that differs from
// another copy, and says it. copies are what others hold of a file, by its name from the
// folder that holds versions/. Without a copy the file alone is named.
func (r *Result) Point(copies func(name string) [][]byte) {
	for i, d := range r.Found {
		if d.Rule != "version-altered" {
			continue
		}
		others := copies(path.Join(r.home, d.Pos.File))
		if len(others) == 0 {
			continue
		}
		have, err := fs.ReadFile(r.raw, d.Pos.File)
		if err != nil {
			continue
		}
		for _, want := range others {
			offset, line, column := version.FirstDifference(want, have)
			if offset == 0 {
				continue // the copy is altered in the same way
			}
			r.Found[i].Pos.Line, r.Found[i].Pos.Column = line, column
			r.Found[i].Message = diag.Say("%s; den första byten som skiljer sig är nummer %d", "%s; the first byte that differs is number %d", d.Message, offset)
			break
		}
	}
}
