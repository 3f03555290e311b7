package version

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
)

// File is one file of a version's site/.
type File struct {
	Path string // slash-separated, relative to site/
	Data []byte
}

// Refusal is why a version may not be issued, in words.
type Refusal struct{ Text diag.Text }

func (r Refusal) Error() string { return r.Text.EN }

func refuse(sv, en string, args ...any) error {
	return Refusal{diag.Text{SV: fmt.Sprintf(sv, args...), EN: fmt.Sprintf(en, args...)}}
}

// Next returns the name of a version that applies from a day: the day, or the
// day with the next number when the last version is of the same day. A day
// before the last version is refused: what applied then has been issued.
func (c *Chain) Next(day value.Date) (string, error) {
	if !day.Valid() {
		return "", refuse("%q är inget datum", "%q is no date", day)
	}
	head := c.Head()
	if head == nil || day > head.Effective {
		return string(day), nil
	}
	if day < head.Effective {
		return "", refuse("%s ligger före den senaste versionen, %s; vad som gällde då är redan utgivet", "%s is before the last version, %s; what applied then has been issued", day, head.ID)
	}
	_, n, _ := change.ParseID(head.ID)
	return fmt.Sprintf("%s.%d", day, n+1), nil
}

// Freeze issues a version in the site at root: a new folder below versions/ with
// the snapshot, the changes since the version before and the bytes to be served.
// It refuses a name that exists, even with the same contents: a published
// version is evidence, and evidence is not rewritten. It also refuses a moment of
// issue that the chain denies.
//
// The folder is made under another name and renamed when all of it is on the disk and
// was read from there again, so a version that is half made is never seen. Meanwhile
// versions/ is held; where the chain is not the one that lies there now, nothing is
// issued. With a version the error is a *disk.AfterError: it is issued all the same.
func (c *Chain) Freeze(root, id string, at value.Moment, now change.Snapshot, changes []byte, site []File) (*Version, error) {
	day, _, ok := change.ParseID(id)
	if !ok {
		return nil, refuse("%q är inget namn på en version", "%q is no name of a version", id)
	}
	if next, err := c.Next(day); err != nil {
		return nil, err
	} else if next != id {
		return nil, refuse("versionen %s är redan utgiven; nästa blir %s", "the version %s has been issued; the next is %s", id, next)
	}
	if err := c.Follows(at, day); err != nil {
		return nil, err
	}
	release, err := c.holding(root)
	if err != nil {
		return nil, err
	}
	defer release()
	if err := c.unmoved(root); err != nil {
		return nil, err
	}
	target := filepath.Join(root, change.Folder, id)
	if _, err := os.Lstat(target); err == nil {
		return nil, refuse("mappen %s finns redan", "the folder %s already exists", filepath.Join(change.Folder, id))
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	data, err := now.Encode()
	if err != nil {
		return nil, err
	}
	files := []File{{dataFile, data}, {change.ChangesFile, changes}}
	for _, f := range site {
		files = append(files, File{path.Join("site", f.Path), f.Data})
	}
	v := &Version{ID: id, Effective: day, Issued: at}
	if head := c.Head(); head != nil {
		v.Previous, v.PreviousDigest = head.ID, head.Digest
	}
	manifest := writeManifest(files)
	v.Digest = v.digest(manifest)
	files = append(files, File{manifestFile, manifest}, File{versionFile, v.encode()})
	err = settle(root, v, files)
	if later := (*disk.AfterError)(nil); err != nil && !errors.As(err, &later) {
		return nil, err
	}
	return v, err
}

func writeManifest(files []File) []byte {
	sorted := slices.Clone(files)
	slices.SortFunc(sorted, func(a, b File) int { return bytes.Compare([]byte(a.Path), []byte(b.Path)) })
	var b bytes.Buffer
	for _, f := range sorted {
		h := sha256.Sum256(f.Data)
		fmt.Fprintf(&b, "%s  %s\n", hex.EncodeToString(h[:]), f.Path)
	}
	return b.Bytes()
}

// unsettled begins the names of folders that are not yet versions.
const unsettled = ".freeze-"

// settle writes the files below a name that no reader looks at, and then gives
// them theirs.
func settle(root string, v *Version, files []File) error {
	home := filepath.Join(root, change.Folder)
	// Leftovers of a freeze that was cut off hold nothing that was ever issued, and as
	// versions/ is held no other freeze is making them.
	if err := disk.Clear(home, unsettled); err != nil {
		return err
	}
	fresh, err := disk.Fresh(home, unsettled)
	if err != nil {
		return err
	}
	defer disk.RemoveFolder(fresh) // after it was settled there is nothing of that name
	tree := make([]disk.File, len(files))
	for i, f := range files {
		tree[i] = disk.File{Path: f.Path, Data: f.Data}
	}
	if err := disk.WriteTree(fresh, tree); err != nil {
		return err
	}
	if err := disk.Sync(fresh); err != nil {
		return err
	}
	if err := proved(fresh, v); err != nil {
		return err
	}
	return disk.Settle(fresh, filepath.Join(home, v.ID))
}
