package version

import (
	"context"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"time"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/change"
)

// lockFile is the file in versions/ by which one process at a time issues a version. It
// is no part of any, and goes when the process does. It lies there, and not in the site's
// folder, because who issues must be able to write there and nowhere else, and because
// versions/ may be a link that several sites share.
const lockFile = ".lock"

// Hold takes versions/ of the site at root for one process, or waits for it. The chain is
// opened after that, so that nobody adds to it between the look at it and the version
// that builds on it. Who only reads needs no hold: a version appears whole.
func Hold(ctx context.Context, root string, w disk.Waiting) (*disk.Hold, error) {
	home := filepath.Join(root, change.Folder)
	if err := disk.MakePublic(home); err != nil {
		return nil, err
	}
	return disk.Take(ctx, home, filepath.Join(home, lockFile), w)
}

// holding makes sure that versions/ is held; the function returned ends what it began.
func (c *Chain) holding(root string) (func() error, error) {
	if c.Hold != nil {
		return func() error { return nil }, nil
	}
	h, err := Hold(context.Background(), root, disk.Waiting{Most: time.Minute})
	if err != nil {
		return nil, err
	}
	return h.Release, nil
}

// unmoved makes sure that the chain is the one that lies in the site now. Whoever does not
// ask for the hold, such as git, may have changed it.
func (c *Chain) unmoved(root string) error {
	now, _, err := Open(disk.FS(root))
	if err != nil {
		return err
	}
	was, is := c.Head(), now.Head()
	switch {
	case was == nil && is == nil:
		return nil
	case was != nil && is != nil && was.ID == is.ID && was.Digest == is.Digest && len(c.Versions) == len(now.Versions):
		return nil
	case is == nil:
		return refuse("versionen %s har försvunnit ur versions/ under tiden; ingenting är utgivet", "the version %s has gone from versions/ meanwhile; nothing has been issued", was.ID)
	}
	return refuse("den senaste versionen är nu %s, en annan än när arbetet började; ingenting är utgivet, kör tillit freeze igen", "the last version is now %s, another than when the work began; nothing has been issued, run tillit freeze again", is.ID)
}

// proved reads a version that is not issued yet from the disk, and fails unless all of it
// lies there as it was meant.
func proved(fresh string, v *Version) error {
	c := &Chain{fsys: settled{disk.FS(filepath.Dir(fresh)), filepath.Base(fresh), v.ID}}
	read, list := c.read(v.ID)
	if read != nil && !list.Blocks() {
		c.Versions = []*Version{read}
		list = c.Verify(list)
	}
	switch {
	case len(list) > 0:
		d := list[0]
		return unproved(d.Pos.File, d.Message)
	case read.Digest != v.Digest || read.PreviousDigest != v.PreviousDigest:
		return unproved(versionFile, read.Digest)
	}
	return nil
}

// unproved says where a version differs on the disk, and how.
func unproved(file string, how any) error {
	return Refusal{diag.Say("den nya versionen ligger inte på disken som den skrevs (%s: %s); ingenting är utgivet",
		"the new version does not lie on the disk as it was written (%s: %s); nothing has been issued", file, how)}
}

// settled is versions/ as it will be when a folder in it has got the name of its version.
type settled struct {
	home      fs.FS
	fresh, id string
}

func (s settled) Open(name string) (fs.File, error) {
	if rest, ok := strings.CutPrefix(name, path.Join(change.Folder, s.id)); ok {
		return s.home.Open(s.fresh + rest)
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
