// Package gather reads the record files of a site: which there are, what their names say,
// and their bytes.
//
// Goals: nothing outside of the site is read, nothing that is no plain file, and of no
// file more than the limit; a name that two systems would take for another is told. What
// stands in a file is the business of package source.
package gather

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/source"
)

// Input is a record file as it was read.
type Input struct {
	Name string // slash-separated, relative to the site's folder
	Data []byte

	// Entry is the file as it was found, a moment before it was read.
	Entry disk.Entry
	Known bool // it was not read, because who asked knows it
}

// Limits bounds what Read takes in. Zero means the limit of the format.
type Limits struct {
	Files int   // files in all
	Bytes int64 // of one file
	Total int64 // bytes of all files together
}

func (l Limits) orOfFormat() Limits {
	return Limits{
		Files: cmp.Or(l.Files, 20_000),
		Bytes: cmp.Or(l.Bytes, source.MaxBytes),
		Total: cmp.Or(l.Total, 256<<20),
	}
}

// Read returns every record file below a folder of the site, sorted by name,
// and the findings about files that are no records. Files whose name alone is
// wrong are read all the same. A folder that does not exist is an error.
//
// Nothing outside of the site is read, whatever links say, nothing is read that
// is not a plain file, and of no file more than the limit.
func Read(root, dir string, limits Limits) ([]Input, diag.List, error) {
	return ReadUnknown(root, dir, limits, func(disk.Entry) bool { return false })
}

// ReadUnknown does the same, but leaves out the data of files that are known.
func ReadUnknown(root, dir string, limits Limits, known func(disk.Entry) bool) ([]Input, diag.List, error) {
	site, err := disk.OpenRoot(root)
	if err != nil {
		return nil, nil, err
	}
	defer site.Close()
	w := &walk{site: site, limits: limits.orOfFormat(), known: known, taken: map[string]map[string]string{}}
	switch top, err := site.Look(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, err
	case errors.Is(err, disk.ErrSpecial), err == nil && !top.Folder:
		return nil, nil, fmt.Errorf("%s is not a folder", dir)
	case err != nil:
		w.refuse(dir, err)
		return nil, w.found, nil
	}
	below := disk.Walk{Root: site, Most: w.limits.Files, Choose: w.choose}
	for e, err := range below.Below(dir) {
		if err != nil {
			w.refuse(e.Name, err)
		} else if w.record(e.Name) {
			w.files = append(w.files, e)
		}
	}
	slices.SortFunc(w.files, func(a, b disk.Entry) int { return strings.Compare(a.Name, b.Name) })
	inputs := w.read()
	w.found.Sort()
	return inputs, w.found, nil
}

// walk is one passage through a folder.
type walk struct {
	site   *disk.Root
	limits Limits
	known  func(disk.Entry) bool
	files  []disk.Entry                 // the record files seen
	taken  map[string]map[string]string // by folder and folded name, the file that has it or is to have it
	found  diag.List
}

func (w *walk) report(rule, name string, message, hint diag.Text) *diag.Diagnostic {
	w.found = append(w.found, diag.New(rule, diag.Pos{File: strings.ToValidUTF8(name, "\ufffd")}, message, hint))
	return &w.found[len(w.found)-1]
}

// choose leaves out what is no record by its name, and reports names that are alike.
func (w *walk) choose(dir string, names []string) []string {
	w.similar(dir, names)
	return slices.DeleteFunc(names, func(name string) bool {
		return strings.HasPrefix(name, ".") || strings.EqualFold(name, "README.md")
	})
}

// refuse says why what stands under a name is not read.
func (w *walk) refuse(name string, err error) {
	base := diag.Quote(path.Base(name))
	itself := diag.Say("lägg själva filen här", "put the file itself here")
	switch {
	case errors.Is(err, disk.ErrMany):
		w.report("too-many-files", name,
			diag.Say("mappen innehåller fler än %d filer; resten läses inte", "the folder holds more than %d files; the rest is not read", w.limits.Files),
			diag.Say("dela upp innehållet på flera webbplatser", "split the contents into several sites"))
	case errors.Is(err, disk.ErrLinked):
		w.report("link-to-folder", name,
			diag.Say("%s är en länk till en mapp, och sådana följs inte", "%s is a link to a folder, and such links are not followed", base),
			diag.Say("lägg själva mappen här", "put the folder itself here"))
	case errors.Is(err, disk.ErrSpecial):
		w.report("special-file", name,
			diag.Say("%s är ingen vanlig fil utan en enhet, ett rör eller en sockel", "%s is no plain file but a device, a pipe or a socket", base),
			diag.Say("ta bort den", "remove it"))
	case errors.Is(err, disk.ErrDead):
		w.report("dead-link", name, diag.Say("%s är en länk till något som inte finns", "%s is a link to something that does not exist", base), itself)
	case errors.Is(err, disk.ErrLoop):
		w.report("dead-link", name, diag.Say("%s är en länk som leder runt i en cirkel", "%s is a link that leads in a circle", base), itself)
	case errors.Is(err, disk.ErrOutside):
		w.report("link-outside", name, diag.Say("%s är en länk som leder ut ur webbplatsens mapp, och den följs inte",
			"%s is a link that leads out of the site's folder, and it is not followed", base), itself)
	default:
		w.found = append(w.found, unreadable(name, err))
	}
}

// unreadable says in our words why a file or folder could not be read.
func unreadable(name string, err error) diag.Diagnostic {
	base := diag.Quote(path.Base(name))
	message := diag.Say("%s går inte att läsa", "%s cannot be read", base)
	hint := diag.Say("kontrollera att filen är hel och går att öppna", "check that the file is whole and can be opened")
	switch {
	case errors.Is(err, fs.ErrPermission):
		message = diag.Say("%s får inte läsas: rättigheten saknas", "%s may not be read: permission is missing", base)
		hint = diag.Say("ge dig rätt att läsa den", "give yourself permission to read it")
	case errors.Is(err, fs.ErrNotExist):
		message = diag.Say("%s försvann medan mappen lästes", "%s vanished while the folder was read", base)
		hint = diag.Say("kontrollera igen", "check again")
	}
	return diag.New("unreadable", diag.Pos{File: strings.ToValidUTF8(name, "\ufffd")}, message, hint)
}

// read reads the files in parallel, each into its own place, so that the result
// is the same each time.
func (w *walk) read() []Input {
	within, total := 0, int64(0)
	for _, f := range w.files {
		if total += min(f.Size, w.limits.Bytes); total > w.limits.Total {
			w.report("data-too-large", path.Dir(f.Name),
				diag.Say("filerna är tillsammans större än %d MiB; resten läses inte", "the files together are larger than %d MiB; the rest is not read", w.limits.Total>>20),
				diag.Say("ta bort det som inte är poster", "remove what is no record"))
			break
		}
		within++
	}
	files := w.files[:within]
	inputs := make([]Input, len(files))
	found := make([]*diag.Diagnostic, len(files))
	disk.Each(len(files), func(i int) { inputs[i], found[i] = w.input(files[i]) })
	for _, d := range found {
		if d != nil {
			w.found = append(w.found, *d)
		}
	}
	return slices.DeleteFunc(inputs, func(in Input) bool { return in.Name == "" })
}

// input reads one file, or says why not.
func (w *walk) input(f disk.Entry) (Input, *diag.Diagnostic) {
	if w.known(f) {
		return Input{Name: f.Name, Entry: f, Known: true}, nil
	}
	data, err := w.site.Read(f.Name, w.limits.Bytes)
	var large *disk.TooLargeError
	switch {
	case errors.As(err, &large):
		d := diag.New("file-too-large", diag.Pos{File: f.Name}, source.TooLarge(large.Size, large.Limit), source.SplitUp())
		return Input{}, &d
	case err != nil:
		d := unreadable(f.Name, err)
		return Input{}, &d
	}
	return Input{Name: f.Name, Data: data, Entry: f}, nil
}
