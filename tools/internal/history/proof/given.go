package proof

import (
	"bufio"
	"bytes"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"tillit/tools/internal/history/change"
)

// Kind is what a folder is taken for.
type Kind int

// The kinds of folder that prove something.
const (
	None      Kind = iota
	Site           // facts, and what was issued of them
	Published      // what a build has written, with its list of sums
	Chain          // issued versions and nothing else that is known
	One            // the folder of a single version
)

const (
	sums    = "SHA256SUMS"
	own     = "version.yaml"
	data    = "data.json" // every version has it, and at that place nothing else does
	marker  = ".tillit"   // lies in what a build has written
	maxOwn  = 1 << 20     // of a version.yaml
	maxSums = 64 << 20    // of a list of sums
	maxID   = len("2026-03-01.99")
)

// Given is a folder that somebody was given.
type Given struct {
	Kind Kind
	ID   string // of the one version

	// Live tells that the folder is an address: it lists what its own list of sums
	// names, and what a host keeps to itself is not served.
	Live bool

	raw  fs.FS // as it was handed in
	fsys fs.FS // so that versions stand below versions/
	home string
}

// Look tells what a folder is. name is what it is called, which tells the name of a
// version whose own file does not.
func Look(fsys fs.FS, name string) Given {
	g := Given{raw: fsys, fsys: fsys}
	listed, sumsErr := read(fsys, sums, maxSums)
	file, ownErr := read(fsys, own, maxOwn)
	switch {
	case ownErr == nil || sumsErr == nil && names(listed, data):
		if g.ID = idOf(file); g.ID == "" {
			g.ID = path.Base(name)
		}
		if _, _, ok := change.ParseID(g.ID); !ok {
			return g
		}
		g.Kind, g.home = One, path.Join(change.Folder, g.ID)
		g.fsys = moved{fsys, g.home}
	case sumsErr == nil, exists(fsys, marker), !hasFacts(fsys) && exists(fsys, "index.html") && hasVersions(fsys, change.Folder):
		g.Kind = Published
	case hasFacts(fsys):
		g.Kind = Site
	case hasVersions(fsys, change.Folder):
		g.Kind = Chain
	case hasVersions(fsys, "."):
		g.Kind, g.home = Chain, change.Folder
		g.fsys = moved{fsys, g.home}
	}
	return g
}

// Of takes a folder at the word of whoever made it: one that holds versions, or none.
func Of(fsys fs.FS) Given { return Given{Kind: Chain, raw: fsys, fsys: fsys} }

// here is the name of a file in the folder as it was given.
func (g Given) here(name string) string {
	if g.home == "" {
		return name
	}
	return strings.TrimPrefix(strings.TrimPrefix(name, g.home), "/")
}

func exists(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}

// hasFacts tells whether a folder has a file of facts: what is published has a folder
// of that name too, with lists in it.
func hasFacts(fsys fs.FS) bool {
	for _, pattern := range []string{"data/*.yaml", "data/*.yml", "data/*/*.yaml", "data/*/*.yml"} {
		if found, err := fs.Glob(fsys, pattern); err == nil && len(found) > 0 {
			return true
		}
	}
	return false
}

// hasVersions tells whether versions stand in a folder.
func hasVersions(fsys fs.FS, dir string) bool {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return false
	}
	for _, e := range entries {
		if _, _, ok := change.ParseID(e.Name()); ok && e.IsDir() {
			return true
		}
	}
	return false
}

// names tells whether a list of sums has a file.
func names(listed []byte, name string) bool {
	lines := bufio.NewScanner(bytes.NewReader(listed))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if hash, file, ok := strings.Cut(lines.Text(), "  "); ok && len(hash) == 64 && file == name {
			return true
		}
	}
	return false
}

var idLine = regexp.MustCompile(`(?m)^id: "?([0-9.-]{10,13})"?\r?$`)

func idOf(file []byte) string {
	m := idLine.FindSubmatch(file)
	if m == nil || len(m[1]) > maxID {
		return ""
	}
	return string(m[1])
}

// read returns a file of at most so many bytes.
func read(fsys fs.FS, name string, most int64) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(data)) > most {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	return data, err
}

// moved is a folder that stands below another name: at is versions, or one version in
// it, and there is nothing else.
type moved struct {
	fsys fs.FS
	at   string
}

func (m moved) under(name string) (string, bool) {
	if name == m.at {
		return ".", true
	}
	return strings.CutPrefix(name, m.at+"/")
}

// Open opens a file by its new name.
func (m moved) Open(name string) (fs.File, error) {
	if rest, ok := m.under(name); ok {
		return m.fsys.Open(rest)
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir lists a folder by its new name.
func (m moved) ReadDir(name string) ([]fs.DirEntry, error) {
	if rest, ok := m.under(name); ok {
		return fs.ReadDir(m.fsys, rest)
	}
	if name == path.Dir(m.at) {
		info, err := fs.Stat(m.fsys, ".")
		if err != nil {
			return nil, err
		}
		return []fs.DirEntry{fs.FileInfoToDirEntry(called{info, path.Base(m.at)})}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

type called struct {
	fs.FileInfo
	name string
}

func (c called) Name() string { return c.name }

// Stat tells of a file by its new name.
func (m moved) Stat(name string) (fs.FileInfo, error) {
	if rest, ok := m.under(name); ok {
		return fs.Stat(m.fsys, rest)
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

// Lstat tells of a file by its new name, and of a link rather than of what it leads to.
func (m moved) Lstat(name string) (fs.FileInfo, error) {
	if rest, ok := m.under(name); ok {
		return fs.Lstat(m.fsys, rest)
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

// ReadLink tells where a link leads, by its new name.
func (m moved) ReadLink(name string) (string, error) {
	if rest, ok := m.under(name); ok {
		return fs.ReadLink(m.fsys, rest)
	}
	return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrNotExist}
}
