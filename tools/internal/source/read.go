package source

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"tillit/tools/internal/diag"
)

// Input is a record file as it was read.
type Input struct {
	Name string // slash-separated, relative to the site's folder
	Data []byte
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
		Bytes: cmp.Or(l.Bytes, maxBytes),
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
	site, err := os.OpenRoot(root)
	if err != nil {
		return nil, nil, err
	}
	defer site.Close()
	w := &walk{site: site, limits: limits.orOfFormat()}
	info, err := site.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, err
	case err != nil:
		if link, e := site.Lstat(dir); e == nil && link.Mode()&fs.ModeSymlink != 0 {
			w.deadLink(dir, err)
		} else {
			w.unreadable(dir, err)
		}
		return nil, w.found, nil
	case !info.IsDir():
		return nil, nil, fmt.Errorf("%s is not a folder", dir)
	}
	w.folder(dir)
	slices.SortFunc(w.files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	inputs := w.read()
	w.found.Sort()
	return inputs, w.found, nil
}

// walk is one passage through a folder.
type walk struct {
	site   *os.Root
	limits Limits
	files  []file // the record files seen
	seen   int    // files and folders of every kind
	full   bool   // that there are more of them than the limit
	found  diag.List
}

type file struct {
	name string
	size int64
}

func (w *walk) report(rule, name string, message, hint diag.Text) *diag.Diagnostic {
	w.found = append(w.found, diag.Diagnostic{
		Pos: diag.Pos{File: strings.ToValidUTF8(name, "\ufffd")}, Rule: rule, Message: message, Hint: hint,
	})
	return &w.found[len(w.found)-1]
}

// folder goes through a folder in the order of names. Links to folders are not
// followed, so that none can lead in a circle.
func (w *walk) folder(dir string) {
	entries, err := w.entries(dir)
	if err != nil {
		w.unreadable(dir, err)
	}
	w.similar(dir, entries)
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if strings.HasPrefix(e.Name(), ".") || strings.EqualFold(e.Name(), "README.md") {
			continue
		}
		info, err := w.site.Lstat(name)
		if err == nil && info.Mode()&fs.ModeSymlink != 0 {
			if info, err = w.site.Stat(name); err != nil {
				w.deadLink(name, err)
				continue
			}
			if info.IsDir() {
				w.report("link-to-folder", name,
					diag.Say("%s är en länk till en mapp, och sådana följs inte", "%s is a link to a folder, and such links are not followed", diag.Quote(e.Name())),
					diag.Say("lägg själva mappen här", "put the folder itself here"))
				continue
			}
		}
		switch {
		case err != nil:
			w.unreadable(name, err)
		case info.IsDir():
			w.folder(name)
		case !info.Mode().IsRegular():
			w.report("special-file", name,
				diag.Say("%s är ingen vanlig fil utan en enhet, ett rör eller en sockel", "%s is no plain file but a device, a pipe or a socket", diag.Quote(e.Name())),
				diag.Say("ta bort den", "remove it"))
		case w.record(name):
			w.files = append(w.files, file{name, info.Size()})
		}
	}
}

// entries lists a folder, sorted, up to the limit of files.
func (w *walk) entries(dir string) ([]fs.DirEntry, error) {
	f, err := w.site.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []fs.DirEntry
	for !w.full {
		some, err := f.ReadDir(1024)
		all = append(all, some...)
		if w.seen += len(some); w.seen > w.limits.Files {
			w.full = true
			w.report("too-many-files", dir,
				diag.Say("mappen innehåller fler än %d filer; resten läses inte", "the folder holds more than %d files; the rest is not read", w.limits.Files),
				diag.Say("dela upp innehållet på flera webbplatser", "split the contents into several sites"))
			all = all[:max(0, len(all)-(w.seen-w.limits.Files))]
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return all, err
		}
	}
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return all, nil
}

// deadLink reports a link to a file that cannot or must not be followed.
func (w *walk) deadLink(name string, err error) {
	base := diag.Quote(path.Base(name))
	hint := diag.Say("lägg själva filen här", "put the file itself here")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		w.report("dead-link", name, diag.Say("%s är en länk till något som inte finns", "%s is a link to something that does not exist", base), hint)
	case isLoop(err):
		w.report("dead-link", name, diag.Say("%s är en länk som leder runt i en cirkel", "%s is a link that leads in a circle", base), hint)
	case errors.Is(err, fs.ErrPermission):
		w.unreadable(name, err)
	default:
		w.report("link-outside", name, diag.Say("%s är en länk som leder ut ur webbplatsens mapp, och den följs inte",
			"%s is a link that leads out of the site's folder, and it is not followed", base), hint)
	}
}

func (w *walk) unreadable(name string, err error) {
	w.found = append(w.found, unreadable(name, err))
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
	return diag.Diagnostic{Pos: diag.Pos{File: strings.ToValidUTF8(name, "\ufffd")}, Rule: "unreadable", Message: message, Hint: hint}
}

// read reads the files in parallel, each into its own place, so that the result
// is the same each time.
func (w *walk) read() []Input {
	within, total := 0, int64(0)
	for _, f := range w.files {
		if total += min(f.size, w.limits.Bytes); total > w.limits.Total {
			w.report("data-too-large", path.Dir(f.name),
				diag.Say("filerna är tillsammans större än %d MiB; resten läses inte", "the files together are larger than %d MiB; the rest is not read", w.limits.Total>>20),
				diag.Say("ta bort det som inte är poster", "remove what is no record"))
			break
		}
		within++
	}
	files := w.files[:within]
	inputs := make([]Input, len(files))
	found := make([]*diag.Diagnostic, len(files))
	next := make(chan int)
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		group.Go(func() {
			for i := range next {
				inputs[i], found[i] = w.input(files[i])
			}
		})
	}
	for i := range files {
		next <- i
	}
	close(next)
	group.Wait()
	for _, d := range found {
		if d != nil {
			w.found = append(w.found, *d)
		}
	}
	return slices.DeleteFunc(inputs, func(in Input) bool { return in.Name == "" })
}

// input reads one file, or says why not.
func (w *walk) input(f file) (Input, *diag.Diagnostic) {
	data, size, err := w.bytes(f)
	if err != nil {
		d := unreadable(f.name, err)
		return Input{}, &d
	}
	if size > w.limits.Bytes {
		return Input{}, &diag.Diagnostic{
			Pos: diag.Pos{File: f.name}, Rule: "file-too-large", Message: tooLarge(size, w.limits.Bytes), Hint: splitUp(),
		}
	}
	return Input{Name: f.name, Data: data}, nil
}

// bytes returns a file's contents, unless it is larger than the limit: then only
// its size, of which no byte is read.
func (w *walk) bytes(f file) ([]byte, int64, error) {
	if f.size > w.limits.Bytes {
		return nil, f.size, nil
	}
	opened, err := w.site.Open(f.name)
	if err != nil {
		return nil, 0, err
	}
	defer opened.Close()
	data := make([]byte, 0, f.size+1) // one more, to meet the end without growing
	for int64(len(data)) <= w.limits.Bytes {
		n, err := opened.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, 0, err
		}
		if len(data) == cap(data) { // the file grows
			data = slices.Grow(data, 512)
		}
	}
	return data, int64(len(data)), nil
}
