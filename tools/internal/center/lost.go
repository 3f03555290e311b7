package center

import (
	"io/fs"
	"path/filepath"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/seal"
)

// Public is the folder in that of the site which is published, where nobody names another.
const Public = "public"

// lost tells which versions of those that lie published in a folder the site does not hold,
// or holds otherwise. The chain proves the order of versions; how many there were is known
// by those who were told of them.
func (c *Center) lost(published string) (diag.List, error) {
	if published == "" {
		return nil, nil
	}
	there := disk.FS(published)
	if _, err := fs.Stat(there, seal.Marker); err != nil {
		return nil, nil // there is nothing, or what nobody replaces
	}
	now, broken, err := c.Chain()
	if err != nil || broken.Blocks() {
		return nil, err
	}
	before, _, err := version.Open(there)
	if err != nil {
		return nil, err
	}
	where := published
	if rel, err := filepath.Rel(c.Dir, published); err == nil && rel == Public {
		where = Public
	}
	return now.Lost(before, filepath.ToSlash(where)), nil
}

// lostHere does the same of the folder in the site's own.
func (c *Center) lostHere() (diag.List, error) { return c.lost(filepath.Join(c.Dir, Public)) }
