// Package folder reads the files of a site beside its data, and lays them over those
// that the program carries.
package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"

	"golang.org/x/text/unicode/norm"
)

// Tree is source files by slash path from the site's folder: layouts/baseof.html.
type Tree map[string]File

type File struct {
	Data []byte
	Own  bool // the site's own, rather than the program's
}

// The limits of what a site may bring along. The longest page of the embedded
// prose is 14 KiB; a logotype or a PDF may well be a few megabytes.
const (
	maxText  = 1 << 20
	maxAsset = 16 << 20
	maxFiles = 20_000
	maxTotal = 256 << 20
)

// Folders are those of the site that a build reads beside data/, and whether
// what lies in them is text.
var Folders = []readFolder{
	{"content", true}, {"layouts", true}, {"i18n", true}, {"assets", false}, {"static", false},
}

// readFolder is a folder of a site, and whether what lies in it is text.
type readFolder struct {
	Name string
	text bool
}

// ordinary are the names of files that every system and every address can bear,
// and that no message can be forged with.
var ordinary = regexp.MustCompile(`^[\p{L}\p{N}_][\p{L}\p{N}_. +@-]*$`)

// ReadEmbedded reads the files that the program carries.
func ReadEmbedded(base fs.FS) (Tree, error) {
	files := Tree{}
	for _, folder := range Folders {
		err := fs.WalkDir(base, folder.Name, func(name string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) && name == folder.Name {
				return fs.SkipDir
			}
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(base, name)
			files[name] = File{Data: data}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("read the embedded files: %w", err)
		}
	}
	return files, nil
}

// Over lays the files of one tree over those of another.
func Over(upper, lower Tree) Tree {
	merged := make(Tree, len(upper)+len(lower))
	for name, f := range lower {
		merged[name] = f
	}
	for name, f := range upper {
		merged[name] = f
	}
	return merged
}

// reader reads the site's own files. Nothing outside of the site is read,
// whatever links say, and nothing that is no plain file.
type reader struct {
	site  *disk.Root
	files Tree
	seen  map[string]disk.Entry // of which the files were read
	known func(disk.Entry) (data []byte, ok bool)
	total int64
	found diag.List

	hidden []string // in static/, and not published
	beside []Beside
}

// ReadOwn reads the files that lie in the site's folder beside its data.
func ReadOwn(root string) (Tree, diag.List, error) {
	r, err := readOwn(root, nothing)
	if err != nil {
		return nil, nil, err
	}
	return r.files, r.found, nil
}

// nothing is known of a file.
func nothing(disk.Entry) ([]byte, bool) { return nil, false }

// readOwn does the same, and takes what is known in place of reading it.
func readOwn(root string, known func(disk.Entry) ([]byte, bool)) (*reader, error) {
	site, err := disk.OpenRoot(root)
	if err != nil {
		return nil, fmt.Errorf("open the site: %w", err)
	}
	defer site.Close()
	r := &reader{site: site, files: Tree{}, seen: map[string]disk.Entry{}, known: known}
	walk := disk.Walk{Root: site, Most: maxFiles, Choose: r.choose}
	for _, folder := range Folders {
		switch top, err := site.Look(folder.Name); {
		case errors.Is(err, fs.ErrNotExist) && !top.Link:
		case errors.Is(err, disk.ErrSpecial), err == nil && !top.Folder:
			r.report("special-file", folder.Name,
				diag.Say("%q ska vara en mapp", "%q must be a folder", folder.Name), diag.Text{})
		case err != nil:
			r.link(folder.Name, err)
		default:
			for e, err := range walk.Below(folder.Name) {
				if err != nil {
					r.refuse(e, err)
				} else {
					r.file(e, folder.text)
				}
			}
		}
	}
	r.beside = besides(root, site)
	return r, nil
}

func (r *reader) report(rule, name string, message, hint diag.Text) {
	r.found = append(r.found, diag.New(rule, diag.Pos{File: strings.ToValidUTF8(name, "\ufffd")}, message, hint))
}

// choose leaves out what is hidden, and reports names that no address can bear.
func (r *reader) choose(dir string, names []string) []string {
	return slices.DeleteFunc(names, func(base string) bool {
		name := path.Join(dir, base)
		switch {
		case name == "static/.well-known":
			return false
		case strings.HasPrefix(base, "."):
			if strings.HasPrefix(name, "static/") && !passedOver(base) {
				r.hidden = append(r.hidden, name)
			}
			return true
		case ordinary.MatchString(base):
			return false
		}
		r.report("file-name", name,
			diag.Say("filnamnet %q innehåller tecken som inte går att använda i en adress", "the file name %q holds characters that cannot be used in an address", base),
			diag.Say("döp om filen med bokstäver, siffror, punkt, bindestreck och understreck", "rename the file with letters, digits, dots, hyphens and underscores"))
		return true
	})
}

// refuse says why what stands under a name is not read.
func (r *reader) refuse(e disk.Entry, err error) {
	base := path.Base(e.Name)
	switch {
	case errors.Is(err, disk.ErrMany):
		r.report("too-many-files", e.Name, diag.Say("webbplatsen har fler än %d filer; resten läses inte", "the site has more than %d files; the rest is not read", maxFiles), diag.Text{})
	case errors.Is(err, disk.ErrDeep):
		r.report("file-place", e.Name, diag.Say("mappen ligger inuti för många andra, och läses inte", "the folder lies within too many others, and is not read"),
			diag.Say("flytta den högre upp", "move it further up"))
	case errors.Is(err, disk.ErrLinked):
		r.report("link-to-folder", e.Name,
			diag.Say("%q är en länk till en mapp, och sådana följs inte", "%q is a link to a folder, and such links are not followed", base),
			diag.Say("lägg själva mappen här", "put the folder itself here"))
	case errors.Is(err, disk.ErrSpecial):
		r.report("special-file", e.Name,
			diag.Say("%q är ingen vanlig fil utan en enhet, ett rör eller en sockel", "%q is no plain file but a device, a pipe or a socket", base),
			diag.Say("ta bort den", "remove it"))
	case e.Link:
		r.link(e.Name, err)
	default:
		r.unreadable(e.Name)
	}
}

// file reads one file, of which no more than the limit.
func (r *reader) file(e disk.Entry, text bool) {
	name, limit := e.Name, int64(maxAsset)
	if text {
		limit = maxText
	}
	data, ok := r.known(e)
	var err error
	if !ok {
		data, err = r.site.Read(name, limit)
	}
	var large *disk.TooLargeError
	switch {
	case errors.As(err, &large):
		r.total += limit
		r.report("file-too-large", name,
			diag.Say("filen är %.1f MiB stor; den får vara högst %d MiB", "the file is %.1f MiB large; it may be %d MiB at most", float64(large.Size)/(1<<20), limit>>20),
			diag.Say("dela upp eller förminska den", "split it or make it smaller"))
		return
	case err != nil:
		r.unreadable(name)
		return
	}
	r.total += int64(len(data))
	switch {
	case r.total > maxTotal:
		if r.total-int64(len(data)) <= maxTotal {
			r.report("data-too-large", name,
				diag.Say("webbplatsens egna filer är tillsammans större än %d MiB; resten läses inte", "the site's own files together are larger than %d MiB; the rest is not read", maxTotal>>20), diag.Text{})
		}
	default:
		if strings.HasPrefix(name, "content/") && strings.HasSuffix(name, ".md") {
			data = norm.NFC.Bytes(data) // so that a heading and a link to it are the same
		}
		r.files[name], r.seen[name] = File{Data: data, Own: true}, e
	}
}

func (r *reader) unreadable(name string) {
	r.report("unreadable", name,
		diag.Say("%q går inte att läsa", "%q cannot be read", path.Base(name)),
		diag.Say("kontrollera att du har rätt att läsa den", "check that you have permission to read it"))
}

// link reports a link that cannot or must not be followed.
func (r *reader) link(name string, err error) {
	base := path.Base(name)
	if errors.Is(err, fs.ErrNotExist) {
		r.report("dead-link", name,
			diag.Say("%q är en länk till något som inte finns", "%q is a link to something that does not exist", base),
			diag.Say("lägg själva filen här", "put the file itself here"))
		return
	}
	r.report("link-outside", name,
		diag.Say("%q är en länk som leder ut ur webbplatsens mapp, och den följs inte", "%q is a link that leads out of the site's folder, and it is not followed", base),
		diag.Say("lägg själva filen här", "put the file itself here"))
}

func (t Tree) Has(name string) bool {
	_, ok := t[name]
	return ok
}

// Under returns the names of files below a folder, from there.
func (t Tree) Under(folder string) []string {
	var names []string
	for name := range t {
		if rest, ok := strings.CutPrefix(name, folder); ok {
			names = append(names, rest)
		}
	}
	slices.Sort(names)
	return names
}
