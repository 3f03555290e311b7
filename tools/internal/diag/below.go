package diag

import (
	"path"
	"slices"
)

// Below returns findings with a folder before the names of their files, but for the files
// that are to be left as they are.
func (l List) Below(dir string, left func(file string) bool) List {
	moved := slices.Clone(l)
	for i := range moved {
		if left(moved[i].Pos.File) {
			continue
		}
		moved[i].Pos.File = path.Join(dir, moved[i].Pos.File)
		moved[i].Related = slices.Clone(moved[i].Related)
		for j := range moved[i].Related {
			moved[i].Related[j].Pos.File = path.Join(dir, moved[i].Related[j].Pos.File)
		}
	}
	return moved
}
