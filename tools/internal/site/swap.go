package site

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"tillit/tools/internal/diag"
)

// marker is the file by which a published folder is known again as one that may
// be replaced. It is no part of the site, and SHA256SUMS does not name it.
const marker = ".tillit"

const markerText = "This folder was made by tillit, which replaces all of it at the next build.\n"

// RefusedError says why a folder will not be replaced.
type RefusedError struct{ Reason diag.Text }

func (e *RefusedError) Error() string { return e.Reason.EN }

func refuse(sv, en string, args ...any) error { return &RefusedError{diag.Say(sv, en, args...)} }

// Swap puts the files in the folder out in one step: a reader, or a crash, sees
// the old tree or the new one, never a mix. root is the site's folder, which out
// must not hold. Swap refuses a folder that is not empty and was not made by it.
func Swap(root, out string, files []File) error {
	return (&swapping{exchange: exchange}).run(root, out, files)
}

// swapping is one replacement of a folder. Its fields let a test stop it after
// any step.
type swapping struct {
	exchange func(a, b string) error // exchanges two folders in one step, or fails with errors.ErrUnsupported
	step     func(name string) error // called before each step; nil but in tests
	killed   bool                    // clears nothing up, as a process that is killed
}

func (s *swapping) at(step string) error {
	if s.step == nil {
		return nil
	}
	return s.step(step)
}

func (s *swapping) run(root, out string, files []File) (err error) {
	out, err = filepath.Abs(out)
	if err != nil {
		return err
	}
	if err := allowed(root, out); err != nil {
		return err
	}
	parent, name := filepath.Split(out)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return fmt.Errorf("make the folder above %s: %w", out, err)
	}
	prefix := "." + name + ".tillit-"
	if err := s.recover(parent, prefix, out); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(parent, prefix)
	if err != nil {
		return fmt.Errorf("make a folder beside %s: %w", out, err)
	}
	defer func() {
		if s.killed {
			return
		}
		// After the exchange this is the old tree; before it, the new one. What
		// cannot be removed now is removed the next time.
		if left := os.RemoveAll(fresh); err == nil && left != nil {
			err = fmt.Errorf("remove the old files: %w", left)
		}
	}()
	if err := s.write(fresh, files); err != nil {
		return fmt.Errorf("write the new site: %w", err)
	}
	if err := s.replace(fresh, out); err != nil {
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
	real, err := resolved(out)
	if err != nil {
		return err
	}
	site, err := resolved(root)
	if err != nil {
		return err
	}
	switch {
	case filepath.Dir(real) == real:
		return refuse("%s är filsystemets rot", "%s is the root of the file system", out)
	case within(site, real):
		return refuse("%s är webbplatsens mapp eller en mapp ovanför den", "%s is the site's folder, or above it", out)
	}
	for _, name := range sources() {
		if within(real, filepath.Join(site, name)) {
			return refuse("%s ligger i webbplatsens mapp %s, som webbplatsen görs av", "%s lies in the site's folder %s, of which the site is made", out, name)
		}
	}
	return empty(out)
}

// sources are the folders of a site that no build may write to.
func sources() []string {
	names := []string{"data", "versions", ".git"}
	for _, f := range folders {
		names = append(names, f.name)
	}
	return names
}

// empty tells whether a folder is absent, empty, or made by us.
func empty(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
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

// resolved follows the links in as much of a path as exists.
func resolved(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	rest := ""
	for {
		real, err := filepath.EvalSymlinks(path)
		if err == nil {
			return filepath.Join(real, rest), nil
		}
		if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(path) == path {
			return "", err
		}
		path, rest = filepath.Dir(path), filepath.Join(filepath.Base(path), rest)
	}
}

// within tells whether a path is a folder or lies in it.
func within(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// recover clears up after a run that was cut short. Where the folder could not be
// exchanged in one step, the old tree may be all there is: it is put back.
func (s *swapping) recover(parent, prefix, out string) error {
	entries, err := os.ReadDir(parent)
	if err != nil {
		return err
	}
	_, err = os.Lstat(out)
	gone := errors.Is(err, fs.ErrNotExist)
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), prefix) {
			continue
		}
		left := filepath.Join(parent, e.Name())
		if gone && strings.HasSuffix(e.Name(), aside) {
			if err := os.Rename(left, out); err != nil {
				return fmt.Errorf("put the old site back: %w", err)
			}
			gone = false
			continue
		}
		if err := os.RemoveAll(left); err != nil {
			return fmt.Errorf("remove what an earlier run left: %w", err)
		}
	}
	return nil
}

// write writes the files and makes sure that they are on the disk.
func (s *swapping) write(dir string, files []File) error {
	files = append(files[:len(files):len(files)], File{Path: marker, Data: []byte(markerText)})
	folders := map[string]bool{dir: true}
	var written []string
	for _, f := range files {
		if !filepath.IsLocal(filepath.FromSlash(f.Path)) {
			return fmt.Errorf("the path %q leads out of the folder", f.Path)
		}
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if !folders[filepath.Dir(name)] {
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				return err
			}
		}
		for d := filepath.Dir(name); !folders[d]; d = filepath.Dir(d) {
			folders[d] = true
		}
		if err := s.at("write " + f.Path); err != nil {
			return err
		}
		if f.Source != "" {
			if err := secondName(f.Source, name); err != nil {
				return err
			}
			continue
		}
		if err := writeFile(name, f.Data); err != nil {
			return err
		}
		written = append(written, name)
	}
	for d := range folders {
		// MkdirTemp makes a folder that others may not read, and a umask may have
		// done the same to the rest.
		if err := os.Chmod(d, 0o755); err != nil {
			return err
		}
	}
	if err := together(written, syncFile); err != nil {
		return err
	}
	if err := together(slices.Sorted(maps.Keys(folders)), syncFolder); err != nil {
		return err
	}
	return s.at("written")
}

func writeFile(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return cmp.Or(err, f.Chmod(0o644), f.Close())
}

// secondName gives a file on the disk a second name, or copies it where the disk has
// no such names or the two are on different disks. Its bytes are on the disk
// already, and so need not be waited for.
func secondName(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return cmp.Or(err, out.Chmod(0o644), out.Close())
}

func syncFile(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	return cmp.Or(err, f.Close())
}

// together calls f with every name, many at a time: a disk that is asked to
// write many files at once does so in few strokes.
func together(names []string, f func(name string) error) error {
	const most = 32
	var group sync.WaitGroup
	errs := make([]error, len(names))
	next := make(chan int)
	for range min(most, len(names)) {
		group.Go(func() {
			for i := range next {
				errs[i] = f(names[i])
			}
		})
	}
	for i := range names {
		next <- i
	}
	close(next)
	group.Wait()
	return cmp.Or(errs...)
}

// aside ends the name that the old tree bears between two renames.
const aside = ".old"

// replace puts fresh where out is. Afterwards fresh is the old tree, or gone.
func (s *swapping) replace(fresh, out string) error {
	if err := s.at("replace"); err != nil {
		return err
	}
	parent := filepath.Dir(out)
	if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
		return cmp.Or(os.Rename(fresh, out), syncFolder(parent))
	}
	// The folder may have been filled since it was looked at.
	if err := empty(out); err != nil {
		return err
	}
	err := s.exchange(fresh, out)
	if !errors.Is(err, errors.ErrUnsupported) {
		return cmp.Or(err, syncFolder(parent))
	}
	old := fresh + aside
	if err := os.Rename(out, old); err != nil {
		return err
	}
	err = s.at("between")
	if err == nil {
		err = os.Rename(fresh, out)
	}
	if err != nil {
		return cmp.Or(os.Rename(old, out), err)
	}
	return cmp.Or(syncFolder(parent), os.RemoveAll(old))
}
