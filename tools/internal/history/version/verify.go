package version

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/change"
)

// Verify recomputes the chain: every byte of every version, every digest, every
// link. fsys is a site or what it has published. The findings name each file
// that differs, is missing or does not belong.
func Verify(fsys fs.FS) (*Chain, diag.List, error) {
	c, list, err := Open(fsys)
	if err != nil {
		return nil, nil, err
	}
	return c, c.Verify(list), nil
}

// Verify does the same for a chain that is open; found is what Open had to say of
// it, which is in the list returned.
func (c *Chain) Verify(found diag.List) diag.List {
	return c.VerifyUntil(context.Background(), found)
}

// VerifyUntil does the same for as long as a context lasts. Where that ends before, what it
// returns is not all.
func (c *Chain) VerifyUntil(ctx context.Context, found diag.List) diag.List {
	var hashes work
	return gathered(append(c.sealed(ctx, found, &hashes), hashes.run(ctx, c.fsys)...))
}

// Sealed does the same and reads no file but version.yaml and the manifest of each
// version: whether the sums that they tell are those that were issued, not whether the
// files beside them still are.
func (c *Chain) Sealed(found diag.List) diag.List {
	return gathered(c.sealed(context.Background(), found, &work{}))
}

func (c *Chain) sealed(ctx context.Context, found diag.List, hashes *work) diag.List {
	list := slices.Clone(found)
	for _, v := range c.Versions {
		if ctx.Err() != nil {
			break
		}
		list = append(list, c.verify(v, hashes)...)
	}
	return list
}

// verify checks what can be told without reading the files, and leaves those to
// the workers.
func (c *Chain) verify(v *Version, hashes *work) diag.List {
	dir := path.Join(change.Folder, v.ID)
	manifest, list := c.proved(v)
	if manifest == nil {
		return list
	}
	list = append(list, c.stampFindings(v)...)
	switch string(v.encode()) {
	case v.file.Text:
	case string(unixed([]byte(v.file.Text))):
		list = append(list, lineEnds(path.Join(dir, versionFile), v.ID, crlf))
	default:
		list = append(list, finding(path.Join(dir, versionFile), "version-altered",
			fmt.Sprintf("version.yaml för %s har ändrats efter utgivningen", v.ID), fmt.Sprintf("version.yaml of %s was altered after it was issued", v.ID), restore))
	}
	expected := map[string]bool{manifestFile: true, versionFile: true}
	for _, s := range parseManifest(manifest) {
		expected[s.name] = true
		hashes.add(path.Join(dir, s.name), s.hash, v.ID)
	}
	return append(list, c.strangers(dir, v.ID, expected)...)
}

// proved reads the manifest of a version and holds it against the digest.
func (c *Chain) proved(v *Version) (manifest []byte, list diag.List) {
	dir := path.Join(change.Folder, v.ID)
	manifest, err := c.readFile(v.ID, manifestFile)
	if fault := (*Fault)(nil); errors.As(err, &fault) {
		if fault.Found.Rule == "version-missing-file" {
			fault.Found.Message = diag.Say("versionen %s saknar filen %s", "the version %s lacks the file %s", v.ID, manifestFile)
		}
		return nil, diag.List{fault.Found}
	}
	switch {
	case isPointer(manifest):
		return nil, diag.List{standIn(path.Join(dir, manifestFile), v.ID)}
	case v.digest(manifest) == v.Digest:
	case v.digest(unixed(manifest)) == v.Digest:
		list = append(list, lineEnds(path.Join(dir, manifestFile), v.ID, crlf))
	default:
		list = append(list, finding(path.Join(dir, manifestFile), "version-digest",
			fmt.Sprintf("kontrollsumman för versionen %s stämmer inte: förteckningen eller version.yaml har ändrats efter utgivningen", v.ID),
			fmt.Sprintf("the digest of the version %s does not match: the manifest or version.yaml was altered after it was issued", v.ID), restore))
	}
	return manifest, list
}

// strangers finds files that the manifest does not name, and what stands in the place
// of one that it names: a link could lead out of the site.
func (c *Chain) strangers(dir, id string, expected map[string]bool) diag.List {
	var list diag.List
	// What cannot be walked is missing, and is reported as such by its name.
	seen := 0
	_ = fs.WalkDir(c.fsys, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		rel := strings.TrimPrefix(name, dir+"/")
		if seen++; seen > mostFiles {
			list = append(list, finding(dir, "too-many-files",
				fmt.Sprintf("i versionen %s ligger fler än %d filer; resten läses inte", id, mostFiles), fmt.Sprintf("in the version %s lie more than %d files; the rest is not read", id, mostFiles), restore))
			return fs.SkipAll
		}
		if d.IsDir() {
			if strings.Count(rel, "/") < mostDeep {
				return nil
			}
			list = append(list, stranger(name, id))
			return fs.SkipDir
		}
		if expected[rel] && d.Type()&fs.ModeSymlink != 0 {
			list = append(list, finding(name, "version-altered",
				fmt.Sprintf("filen är en länk eller något annat i stället för den fil som gavs ut i versionen %s", id),
				fmt.Sprintf("the file is a link or something else in place of the file that was issued in the version %s", id), restore))
		}
		if !expected[rel] {
			list = append(list, stranger(name, id))
		}
		return nil
	})
	return list
}

func stranger(name, id string) diag.Diagnostic {
	return finding(name, "version-extra-file",
		fmt.Sprintf("filen hör inte till versionen %s; den fanns inte när versionen gavs ut", id),
		fmt.Sprintf("the file does not belong to the version %s; it was not there when the version was issued", id),
		diag.Text{SV: "ta bort filen", EN: "remove the file"})
}

// work is files whose hashes are to be compared, many at a time.
type work struct{ jobs []job }

type job struct{ file, hash, version string }

func (w *work) add(file, hash, version string) { w.jobs = append(w.jobs, job{file, hash, version}) }

func (w *work) run(ctx context.Context, fsys fs.FS) diag.List {
	found := make([]*diag.Diagnostic, len(w.jobs))
	disk.Each(len(w.jobs), func(i int) { found[i] = w.jobs[i].check(ctx, fsys) })
	var list diag.List
	for _, d := range slices.DeleteFunc(found, func(d *diag.Diagnostic) bool { return d == nil }) {
		list = append(list, *d)
	}
	return list
}

// buffers are what files are read into, each used by many in turn.
var buffers = sync.Pool{New: func() any { return new([128 << 10]byte) }}

func (j job) check(ctx context.Context, fsys fs.FS) *diag.Diagnostic {
	if ctx.Err() != nil {
		return nil
	}
	f, err := fsys.Open(j.file)
	if err != nil {
		if errors.Is(err, disk.ErrOutside) || errors.Is(err, disk.ErrLoop) || errors.Is(err, disk.ErrDead) {
			return nil // told as a link by strangers
		}
		d := unread(j.version, j.file, err)
		return &d
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > mostBytes {
		d := unread(j.version, j.file, &disk.TooLargeError{Name: j.file, Size: info.Size(), Limit: mostBytes})
		return &d
	}
	buffer := buffers.Get().(*[128 << 10]byte)
	defer buffers.Put(buffer)
	h := sha256.New()
	// The plain reader keeps the buffer in use; a file may offer to write itself.
	_, err = io.CopyBuffer(h, until{ctx, io.LimitReader(f, mostBytes+1)}, buffer[:])
	if ctx.Err() != nil || err == nil && hex.EncodeToString(h.Sum(nil)) == j.hash {
		return nil
	}
	if d := j.disguised(fsys); d != nil {
		return d
	}
	d := finding(j.file, "version-altered",
		fmt.Sprintf("filen har ändrats sedan versionen %s gavs ut", j.version), fmt.Sprintf("the file was altered after the version %s was issued", j.version), restore)
	return &d
}

// FirstDifference names the first byte in which two texts differ, counted from
// 1, and its line and column; 0 when they are equal.
func FirstDifference(a, b []byte) (offset, line, column int) {
	line, column = 1, 1
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			return i + 1, line, column
		}
		if column++; a[i] == '\n' {
			line, column = line+1, 1
		}
	}
	return 0, 0, 0
}
