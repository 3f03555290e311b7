package trial

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Edits are what people do to a site's folder data/, one thing after the other and by
// chance, though by the same chance each time.
type Edits struct {
	t      *testing.T
	dir    string
	chance *rand.Rand
	n      int
	first  map[string]string // the files as they were
}

// EditsOf begins to edit the site in a folder.
func EditsOf(t *testing.T, dir string, seed uint64) *Edits {
	t.Helper()
	e := &Edits{t: t, dir: dir, chance: rand.New(rand.NewPCG(seed, 0)), first: map[string]string{}}
	for _, name := range e.files() {
		e.first[name] = e.read(name)
	}
	return e
}

// Undo makes all as it was at first, and returns the names of what it has touched.
func (e *Edits) Undo() (touched []string) {
	e.t.Helper()
	for _, name := range e.files() {
		if _, ok := e.first[name]; !ok {
			e.must(os.Remove(e.full(name)))
			touched = append(touched, name)
		}
	}
	for name, text := range e.first {
		info, err := os.Lstat(e.full(name))
		if err == nil && info.Mode().IsRegular() && e.read(name) == text {
			continue
		}
		e.must(os.RemoveAll(e.full(name)))
		e.must(os.MkdirAll(path.Dir(e.full(name)), 0o755))
		e.write(name, text)
		touched = append(touched, name)
	}
	slices.Sort(touched)
	return touched
}

// Next does one thing, and returns what it was and the names of what it has touched:
// those of files, or now and then that of the folder in which they lie.
func (e *Edits) Next() (what string, touched []string) {
	e.t.Helper()
	e.n++
	old := e.file()
	at := path.Join(path.Dir(old), fmt.Sprintf("edited-%d.yaml", e.n))
	switch what = []string{"edit", "edit", "edit", "break", "empty", "new", "remove", "rename", "move", "swap", "misplace", "misname", "link", "folder"}[e.chance.IntN(14)]; what {
	case "edit":
		e.write(old, fmt.Sprintf("%s# edited %d\n", e.read(old), e.n))
	case "break":
		lines := strings.SplitAfter(e.read(old), "\n")
		i := e.chance.IntN(len(lines))
		lines[i] = []string{"", "   " + lines[i], "unknown: field\n", "name: [\n", lines[i] + lines[i]}[e.chance.IntN(5)]
		e.write(old, strings.Join(lines, ""))
	case "empty":
		e.write(old, "")
	case "new":
		e.write(at, e.read(e.file()))
		old = at
	case "remove":
		e.must(os.Remove(e.full(old)))
	case "rename":
		e.must(os.Rename(e.full(old), e.full(at)))
	case "move", "misplace":
		at = path.Join("data", []string{"recipients", "rights", "controllers", "services"}[e.chance.IntN(4)], path.Base(at))
		if what == "misplace" {
			at = path.Join("data", []string{"", "vessels", "recipients/more"}[e.chance.IntN(3)], path.Base(at))
		}
		e.must(os.MkdirAll(path.Dir(e.full(at)), 0o755))
		e.must(os.Rename(e.full(old), e.full(at)))
	case "swap": // two names change places: each file is one that was read before
		at = e.file()
		here, there := e.read(old), e.read(at)
		e.write(old, there)
		e.write(at, here)
	case "misname":
		at = path.Join(path.Dir(old), []string{"Edited.yaml", "edited.yml", "edited 1.yaml", "EDITED.yaml", ".edited.yaml"}[e.chance.IntN(5)])
		e.must(os.Rename(e.full(old), e.full(at)))
	case "link":
		if os.Symlink(path.Base(old), e.full(at)) != nil {
			e.write(at, e.read(old)) // Windows asks for a privilege
		}
	case "folder": // a file becomes a folder, or all of a folder goes
		at = old
		if folder := path.Dir(old); folder != "data" && e.chance.IntN(4) == 0 {
			at = folder
			e.must(os.RemoveAll(e.full(folder)))
			break
		}
		e.must(os.Remove(e.full(old)))
		e.must(os.MkdirAll(e.full(old), 0o755))
		e.write(path.Join(old, "inside.yaml"), "name: Inne\n")
	}
	touched = []string{old, at}
	if e.chance.IntN(6) == 0 {
		touched = []string{path.Dir(old), path.Dir(at)}
	}
	return what, touched
}

// files are those in data/, links too.
func (e *Edits) files() []string {
	e.t.Helper()
	var names []string
	e.must(filepath.WalkDir(filepath.Join(e.dir, "data"), func(name string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(e.dir, name)
			names = append(names, filepath.ToSlash(rel))
		}
		return err
	}))
	return names
}

// file is a plain one of those in data/, but seldom organisation.yaml.
func (e *Edits) file() string {
	e.t.Helper()
	names := slices.DeleteFunc(e.files(), func(name string) bool {
		info, err := os.Lstat(e.full(name))
		return err != nil || !info.Mode().IsRegular()
	})
	few := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == "data/organisation.yaml" })
	switch {
	case len(names) == 0:
		e.write("data/organisation.yaml", "name: Exempel\nlanguages: [sv, en]\n")
		return "data/organisation.yaml"
	case len(few) > 0 && e.chance.IntN(12) > 0:
		names = few
	}
	return names[e.chance.IntN(len(names))]
}

func (e *Edits) full(name string) string { return filepath.Join(e.dir, filepath.FromSlash(name)) }

func (e *Edits) read(name string) string {
	e.t.Helper()
	data, err := os.ReadFile(e.full(name))
	e.must(err)
	return string(data)
}

func (e *Edits) write(name, text string) {
	e.t.Helper()
	e.must(os.WriteFile(e.full(name), []byte(text), 0o644))
}

func (e *Edits) must(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatal(err)
	}
}
