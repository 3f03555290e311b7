package folder

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/disk"
)

// Beside is a file or a folder in the site's own folder that is none of those that a
// build reads.
type Beside struct {
	Name   string
	Folder bool
	Data   []byte   // of a small file that tells what it is for by what stands in it
	Below  []string // the files of a folder that other programs have as well, from there
}

// mostBeside is as long as such a file may be.
const mostBeside = 64 << 10

// telling are the names that many programs give a file or a folder.
var telling = []string{"package.json", "go.mod", "config"}

// besides lists what lies beside the folders that a build reads. What cannot be read is
// left out: nobody asks for it.
func besides(root string, site *disk.Root) []Beside {
	entries, err := fs.ReadDir(disk.FS(root), ".")
	if err != nil {
		return nil
	}
	var all []Beside
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") || slices.ContainsFunc(Folders, func(f readFolder) bool { return f.Name == name }) {
			continue
		}
		b := Beside{Name: name, Folder: e.IsDir()}
		switch {
		case !slices.Contains(telling, name):
		case b.Folder:
			walk := disk.Walk{Root: site, Most: 200}
			for e, err := range walk.Below(name) {
				if err == nil {
					b.Below = append(b.Below, strings.TrimPrefix(e.Name, name+"/"))
				}
			}
		default:
			if data, err := site.Read(name, mostBeside); err == nil {
				b.Data = data
			}
		}
		all = append(all, b)
	}
	return all
}

// passedOver are hidden files that editors, systems and git leave in any folder.
func passedOver(base string) bool {
	return strings.HasPrefix(base, ".git") || strings.HasPrefix(base, "._") || strings.HasPrefix(base, ".#") ||
		slices.Contains([]string{".DS_Store", ".keep", ".editorconfig", ".directory"}, base) ||
		slices.Contains([]string{".swp", ".swo", ".tmp"}, path.Ext(base))
}
