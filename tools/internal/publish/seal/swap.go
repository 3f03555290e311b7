package seal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/publish/output"
)

// marker is the file by which a published folder is known again as one that may
// be replaced. It is no part of the site, and SHA256SUMS does not name it.
const marker = ".tillit"

const markerText = "This folder was made by tillit, which replaces all of it at the next build.\n"

// RefusedError says why a folder will not be replaced.
type RefusedError struct{ Reason diag.Text }

func (e *RefusedError) Error() string { return e.Reason.EN }

func refuse(sv, en string, args ...any) error { return &RefusedError{diag.Say(sv, en, args...)} }

// Place is the folder in which a site is published, held so that nobody else replaces it
// or clears up beside it meanwhile.
type Place struct {
	out     string
	mounted bool // no folder can take its place, so its files are moved into it
	hold    *disk.Hold
}

// Claim takes the folder out for this process, or waits for it. root is the site's folder,
// which out must not hold. A folder that is not empty and was not made by us is refused.
func Claim(ctx context.Context, root, out string, w disk.Waiting) (*Place, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return nil, err
	}
	if err := allowed(root, out); err != nil {
		return nil, err
	}
	parent := filepath.Dir(out)
	if err := disk.MakeFolder(parent); err != nil {
		return nil, fmt.Errorf("make the folder above %s: %w", out, err)
	}
	p := &Place{out: out, mounted: disk.Mounted(out)}
	in, prefix := p.beside()
	if p.hold, err = disk.Take(ctx, out, filepath.Join(in, prefix+"lock"), w); err != nil {
		return nil, err
	}
	// An earlier run may have been cut short; as the folder is held none is under way. And
	// who had it before may have put something else there.
	if err := disk.Restore(out, prefix); err != nil {
		return nil, errors.Join(fmt.Errorf("put the old site back: %w", err), p.Release())
	}
	if err := allowed(root, out); err != nil {
		return nil, errors.Join(err, p.Release())
	}
	return p, nil
}

// Release gives the folder back.
func (p *Place) Release() error { return p.hold.Release() }

// own begins the names of what we make in a mount point.
const own = ".tillit-"

// beside is where what is made for the folder lies until it takes its place, and what its
// names begin with: in the folder above, or where that is of another file system within.
func (p *Place) beside() (folder, prefix string) {
	if p.mounted {
		return p.out, own
	}
	return filepath.Dir(p.out), "." + filepath.Base(p.out) + own
}

// Swap puts the files in the folder in one step: a reader, or a crash, sees the old tree
// or the new one, never a mix. Only into a mount point, which is empty, they are moved one
// after the other. Where the error is a *disk.AfterError the new site is in place.
func (p *Place) Swap(files []output.File) error {
	t, err := p.Begin()
	if err != nil {
		return err
	}
	return t.Swap(files)
}

// Tree is a folder that is filled beside the one whose place it is to take.
type Tree struct {
	place   *Place
	fresh   string
	laid    map[string]bool // the paths of files that lie in it
	left    error           // why what an earlier run left could not be removed
	folders map[string]bool // of the folder that is replaced, and whether they are folders indeed
}

// Begin makes a folder beside the one that it is to replace.
func (p *Place) Begin() (*Tree, error) {
	in, prefix := p.beside()
	left := disk.Clear(in, prefix)
	if left != nil {
		left = fmt.Errorf("remove what an earlier run left: %w", left)
	}
	fresh, err := disk.Fresh(in, prefix)
	if err != nil {
		return nil, fmt.Errorf("make a folder beside %s: %w", p.out, err)
	}
	return &Tree{place: p, fresh: fresh, laid: map[string]bool{}, left: left, folders: map[string]bool{}}, nil
}

// earlier is where a file lies in the folder that is to be replaced; most are the same
// from one build to the next. It is empty where a folder on the way is a link, behind
// which files are somebody else's.
func (t *Tree) earlier(name string) string {
	local := filepath.FromSlash(name)
	if folder := filepath.Dir(filepath.Join(t.place.out, local)); !filepath.IsLocal(local) || !t.plain(folder) {
		return ""
	}
	return filepath.Join(t.place.out, local)
}

// plain tells whether a folder is one, and so are those above it up to the one that is to
// be replaced.
func (t *Tree) plain(folder string) bool {
	is, known := t.folders[folder]
	if !known {
		info, err := os.Lstat(folder)
		is = err == nil && info.IsDir() && (folder == t.place.out || t.plain(filepath.Dir(folder)))
		t.folders[folder] = is
	}
	return is
}

// Lay writes files that are known before the others.
func (t *Tree) Lay(files []output.File) error {
	all := make([]disk.File, 0, len(files))
	for _, f := range files {
		all = append(all, disk.File{Path: f.Path, Data: f.Data, Source: f.Source, Like: t.earlier(f.Path)})
		t.laid[f.Path] = true
	}
	if err := disk.WriteTree(t.fresh, all); err != nil {
		return fmt.Errorf("write the new site: %w", err)
	}
	return nil
}

// Sync waits until what lies in the folder is on the disk. Swap does so itself; it has the
// less to wait for where this was done while pages were made.
func (t *Tree) Sync() error {
	if err := disk.Sync(t.fresh); err != nil {
		return fmt.Errorf("write the new site: %w", err)
	}
	return nil
}

// Drop removes the folder, or after Swap the one whose place it took. What cannot be
// removed now is removed the next time.
func (t *Tree) Drop() error {
	if err := disk.RemoveFolder(t.fresh); err != nil {
		return fmt.Errorf("remove the old files: %w", err)
	}
	return nil
}

// Swap writes those of all files that do not lie in the folder yet, lets it take its
// place in one step, and drops the old one.
func (t *Tree) Swap(files []output.File) (err error) {
	defer func() {
		if left := cmp.Or(t.Drop(), t.left); err == nil && left != nil {
			err = &disk.AfterError{Err: left}
		}
	}()
	there := 0
	for _, f := range files {
		if t.laid[f.Path] {
			there++
		}
	}
	if there != len(t.laid) {
		return fmt.Errorf("write the new site: %d of %d files are no part of it", len(t.laid)-there, len(t.laid))
	}
	rest := slices.DeleteFunc(slices.Clone(files), func(f output.File) bool { return t.laid[f.Path] })
	if err := t.Lay(append(rest, output.File{Path: marker, Data: []byte(markerText)})); err != nil {
		return err
	}
	if err := t.Sync(); err != nil {
		return err
	}
	if err := t.proved(); err != nil {
		return err
	}
	out := t.place.out
	if t.place.mounted {
		if err = empty(out); err == nil {
			err = disk.Spread(t.fresh)
		}
	} else {
		err = disk.Swap(t.fresh, out, func() error { return empty(out) })
	}
	if err != nil {
		return fmt.Errorf("put the new site in place: %w", err)
	}
	return nil
}

// allowed tells whether out is a folder that may be replaced.
func allowed(root, out string) error {
	info, err := os.Lstat(out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case info.Mode()&fs.ModeSymlink != 0:
		return refuse("%s är en länk; ange själva mappen", "%s is a link; name the folder itself", out)
	case !info.IsDir():
		return refuse("%s är en fil och ingen mapp", "%s is a file and no folder", out)
	}
	real, err := disk.Resolve(out)
	if err != nil {
		return err
	}
	site, err := disk.Resolve(root)
	if err != nil {
		return err
	}
	switch {
	case filepath.Dir(real) == real:
		return refuse("%s är filsystemets rot", "%s is the root of the file system", out)
	case disk.Within(site, real):
		return refuse("%s är webbplatsens mapp eller en mapp ovanför den", "%s is the site's folder, or above it", out)
	}
	for _, name := range sources() {
		if disk.Within(real, filepath.Join(site, name)) {
			return refuse("%s ligger i webbplatsens mapp %s, som webbplatsen görs av", "%s lies in the site's folder %s, of which the site is made", out, name)
		}
	}
	return empty(out)
}

// sources are the folders of a site that no build may write to.
func sources() []string {
	names := []string{"data", "versions", ".git"}
	for _, f := range folder.Folders {
		names = append(names, f.Name)
	}
	return names
}

// empty tells whether a folder is absent, empty, or made by us.
func empty(out string) error {
	entries, err := os.ReadDir(out)
	mounted := disk.Mounted(out)
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return mounted && (strings.HasPrefix(e.Name(), own) || e.Name() == "lost+found") // ours, or the file system's
	})
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0:
		return nil
	case err != nil:
		return err
	case mounted:
		return refuse("%s är en monteringspunkt som inte är tom, och ingen mapp kan ta dess plats i ett steg; ange en mapp i den, eller töm den själv",
			"%s is a mount point that is not empty, and no folder can take its place in one step; name a folder in it, or empty it yourself", out)
	}
	// A file of that name may be anyone's; only its words tell that it is ours.
	mark := filepath.Join(out, marker)
	if info, err := os.Lstat(mark); err == nil && info.Mode().IsRegular() && info.Size() == int64(len(markerText)) {
		if text, err := os.ReadFile(mark); err == nil && string(text) == markerText {
			return nil
		}
	}
	return refuse("mappen %s är inte tom och har inte gjorts av tillit; välj en annan mapp eller töm den själv",
		"the folder %s is not empty and was not made by tillit; choose another folder, or empty it yourself", out)
}
