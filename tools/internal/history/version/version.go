// Package version issues versions whose bytes never change, chains them by their
// digests, and proves that they are what they were. Only Freeze writes, and only a
// folder that did not exist.
package version

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/source"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
)

// The files of a version beside site/, which holds the bytes to be served.
const (
	versionFile  = "version.yaml"
	manifestFile = "SHA256SUMS"
	dataFile     = "data.json"
)

// Version is one issued version.
type Version struct {
	// The version's name: the day it applies from, and .2, .3 … for a second or third that day.
	ID string `yaml:"id" en:"Version" sv:"Version"`
	// The day from which it applies.
	Effective value.Date `yaml:"effective" en:"Effective from" sv:"Gäller från"`
	// When it was issued; empty in versions of the first shape.
	Issued value.Moment `yaml:"issued" en:"Issued" sv:"Utgiven"`
	// The version before, and its digest; both empty for the first.
	Previous       string `yaml:"previous" en:"Previous version" sv:"Föregående version"`
	PreviousDigest string `yaml:"previous_digest" en:"Previous digest" sv:"Föregående kontrollsumma"`
	// The digest of this version: see digest.
	Digest string `yaml:"digest" en:"Digest" sv:"Kontrollsumma"`

	file *source.File
}

// digest is SHA-256 over what names the version, the digest of the version
// before, and the manifest, which names every other byte. Whoever alters a file,
// a name or the order of versions would have to alter every digest after it, and
// customers hold those.
//
// The text that it is made of has two shapes. The first knows no moment of issue; what
// was issued in it is verified for good, and nothing new is.
func (v *Version) digest(manifest []byte) string {
	h := sha256.New()
	if v.Issued == "" {
		fmt.Fprintf(h, "tillit version\n%s\n%s\n%s\n%s\n", v.ID, v.Effective, v.Previous, v.PreviousDigest)
	} else {
		fmt.Fprintf(h, "tillit version 2\n%s\n%s\n%s\n%s\n%s\n", v.ID, v.Effective, v.Issued, v.Previous, v.PreviousDigest)
	}
	h.Write(manifest)
	return hex.EncodeToString(h.Sum(nil))
}

// encode is version.yaml.
func (v *Version) encode() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Issued by tillit freeze. A version is evidence: it is never edited.\n")
	fmt.Fprintf(&b, "id: %q\neffective: %s\n", v.ID, v.Effective)
	if v.Issued != "" {
		fmt.Fprintf(&b, "issued: %q\n", v.Issued)
	}
	if v.Previous != "" {
		fmt.Fprintf(&b, "previous: %q\nprevious_digest: %q\n", v.Previous, v.PreviousDigest)
	}
	fmt.Fprintf(&b, "digest: %q\n", v.Digest)
	return b.Bytes()
}

// Chain is the issued versions of a site, oldest first.
type Chain struct {
	fsys     fs.FS // the folder that holds versions/
	Versions []*Version

	mu      sync.Mutex
	decoded map[string][]change.Entry // what has been read of changes, by version

	// Hold is versions/, where the caller has it; else Freeze takes it for as long as it
	// runs.
	Hold *disk.Hold
}

// Open reads the names, dates and digests of the issued versions below a
// folder: a site, or what it has published. It does not look at their bytes;
// that is what Verify does. A folder without versions is an empty chain.
func Open(fsys fs.FS) (*Chain, diag.List, error) {
	c := &Chain{fsys: fsys}
	entries, err := fs.ReadDir(fsys, change.Folder)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil, nil
	}
	if err != nil {
		return c, unlisted(err), nil
	}
	var list diag.List
	var stamps []string
	for _, e := range entries {
		switch {
		case strings.HasPrefix(e.Name(), "."):
			continue // a freeze that did not come to its end
		case e.Name() == "index.html" || e.Name() == "index.md":
			continue // a page of the published site at that address
		}
		if id, ok := stampOf(e.Name()); ok {
			stamps = append(stamps, id)
			continue
		}
		name := path.Join(change.Folder, e.Name())
		if _, _, ok := change.ParseID(e.Name()); !ok || !e.IsDir() {
			list = append(list, notAVersion(name))
			continue
		}
		v, more := c.read(e.Name())
		list = append(list, more...)
		if v != nil {
			c.Versions = append(c.Versions, v)
		}
	}
	slices.SortFunc(c.Versions, func(a, b *Version) int { return change.ByAge(a.ID, b.ID) })
	list = append(list, c.links()...)
	for _, id := range stamps {
		if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == id }) {
			list = append(list, strayStamp(id))
		}
	}
	list.Sort()
	return c, list, nil
}

func (c *Chain) read(id string) (*Version, diag.List) {
	name := path.Join(change.Folder, id, versionFile)
	data, err := c.readFile(id, versionFile)
	if fault := (*Fault)(nil); errors.As(err, &fault) {
		if fault.Found.Rule == "version-missing-file" {
			fault.Found.Message = diag.Say("versionen %s saknar filen %s", "the version %s lacks the file %s", id, versionFile)
		}
		return nil, diag.List{fault.Found}
	}
	if isPointer(data) {
		return nil, diag.List{standIn(name, id)}
	}
	file, list := source.Parse(name, data)
	if file == nil {
		return nil, list
	}
	v := &Version{file: file}
	if list = append(list, file.Decode(v)...); list.Blocks() {
		return nil, list
	}
	if v.ID != id {
		pos, _ := file.At("id")
		d := finding(name, "version-renamed",
			fmt.Sprintf("mappen heter %s men versionen i den heter %s; en utgiven version får inte byta namn", id, v.ID),
			fmt.Sprintf("the folder is called %s but the version in it is %s; an issued version may not be renamed", id, v.ID),
			diag.Text{SV: "ge mappen dess namn tillbaka: " + v.ID, EN: "give the folder its name back: " + v.ID})
		d.Pos = pos
		return nil, diag.List{d}
	}
	if day, _, _ := change.ParseID(id); day != v.Effective {
		d := finding(name, "version-date",
			fmt.Sprintf("versionen %s säger sig gälla från %s", id, v.Effective), fmt.Sprintf("the version %s says that it applies from %s", id, v.Effective), restore)
		d.Pos, _ = file.At("effective")
		return nil, diag.List{d}
	}
	return v, v.momentFindings()
}

// links checks that each version names the one before, and its digest.
func (c *Chain) links() diag.List {
	var list diag.List
	previous, digest := "", ""
	for i, v := range c.Versions {
		if i > 0 {
			list = append(list, v.follows(c.Versions[i-1])...)
		}
		if v.Previous != previous || v.PreviousDigest != digest {
			d := finding(path.Join(change.Folder, v.ID, versionFile), "version-chain",
				fmt.Sprintf("kedjan är bruten: versionen %s bygger på %s, men före den ligger %s", v.ID, link(v.Previous, v.PreviousDigest, "ingen"), link(previous, digest, "ingen")),
				fmt.Sprintf("the chain is broken: the version %s builds on %s, but before it comes %s", v.ID, link(v.Previous, v.PreviousDigest, "none"), link(previous, digest, "none")),
				restore)
			d.Pos, _ = v.file.At("previous_digest")
			list = append(list, d)
		}
		previous, digest = v.ID, v.Digest
	}
	return list
}

func link(id, digest, none string) string {
	if id == "" {
		return none
	}
	if len(digest) > 12 {
		digest = digest[:12] + "…"
	}
	return id + " (" + digest + ")"
}

// Head is the last issued version, or nil.
func (c *Chain) Head() *Version {
	if len(c.Versions) == 0 {
		return nil
	}
	return c.Versions[len(c.Versions)-1]
}

// Find returns the version with a name, or nil.
func (c *Chain) Find(id string) *Version {
	for _, v := range c.Versions {
		if v.ID == id {
			return v
		}
	}
	return nil
}

// On returns the version that applied on a day, or nil before the first.
func (c *Chain) On(day value.Date) *Version {
	var found *Version
	for _, v := range c.Versions {
		if v.Effective <= day {
			found = v
		}
	}
	return found
}

// Until is the last day on which a version applied, or "" when it still does. A
// version that was followed the same day applied on no whole day; its last day is
// its first.
func (c *Chain) Until(v *Version) value.Date {
	i := slices.Index(c.Versions, v)
	if i < 0 || i+1 >= len(c.Versions) {
		return ""
	}
	if next := c.Versions[i+1].Effective; next > v.Effective {
		return next.Add(-1)
	}
	return v.Effective
}

// Snapshot reads what a version says.
func (c *Chain) Snapshot(v *Version) (change.Snapshot, error) {
	data, err := c.readFile(v.ID, dataFile)
	if err != nil {
		return change.Snapshot{}, err
	}
	s, err := change.Decode(data)
	if err != nil {
		return s, garbled(v.ID, dataFile)
	}
	return s, nil
}

// Sums returns the SHA-256 of the files that a version's manifest names.
func (c *Chain) Sums(v *Version) (map[string]string, error) {
	sums, err := c.manifest(v.ID)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, s := range sums {
		out[s.name] = s.hash
	}
	return out, nil
}

// Linked is a file of a version as it is published: where, from which file on the
// disk, and with which digest.
type Linked struct{ Path, Source, Sum string }

// Published returns the files of a version as they are served, its time stamp and then
// the others sorted: every one of them under its own name, so that what is served can be
// verified in the same way as what was issued. root is the folder on the disk that the chain was
// opened in.
func (c *Chain) Published(root string, v *Version) ([]Linked, error) {
	sums, err := c.Sums(v)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{manifestFile, versionFile} {
		data, err := c.readFile(v.ID, name)
		if err != nil {
			return nil, err
		}
		sums[name] = fmt.Sprintf("%x", sha256.Sum256(data))
	}
	var files []Linked
	switch data, err := c.stampBytes(v.ID); {
	case err == nil:
		files = append(files, Linked{StampFile(v.ID), filepath.Join(root, filepath.FromSlash(StampFile(v.ID))), fmt.Sprintf("%x", sha256.Sum256(data))})
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		files = append(files, Linked{
			Path:   path.Join(change.Folder, v.ID, name),
			Source: filepath.Join(root, change.Folder, v.ID, filepath.FromSlash(name)),
			Sum:    sums[name],
		})
	}
	return files, nil
}

type sum struct{ hash, name string }

func (c *Chain) manifest(id string) ([]sum, error) {
	data, err := c.readFile(id, manifestFile)
	if err != nil {
		return nil, err
	}
	return parseManifest(data), nil
}

// parseManifest reads lines as sha256sum writes them; what is no such line is
// left out, and the digest tells.
func parseManifest(data []byte) []sum {
	var sums []sum
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		hash, name, ok := strings.Cut(lines.Text(), "  ")
		if ok && len(hash) == 64 && fs.ValidPath(name) {
			sums = append(sums, sum{hash, name})
		}
	}
	return sums
}

var restore = diag.Text{
	SV: "hämta tillbaka mappen som den var, till exempel med “git checkout -- versions/”; en utgiven version ändras aldrig",
	EN: "restore the folder as it was, for instance with “git checkout -- versions/”; an issued version is never altered",
}

func finding(file, rule, sv, en string, hint diag.Text) diag.Diagnostic {
	return diag.New(rule, diag.Pos{File: file}, diag.Text{SV: sv, EN: en}, hint)
}

func notAVersion(name string) diag.Diagnostic {
	return finding(name, "version-name",
		fmt.Sprintf("%q är ingen version; en version heter som dagen den gäller från, till exempel 2026-03-01 eller 2026-03-01.2", path.Base(name)),
		fmt.Sprintf("%q is no version; a version is named after the day it applies from, such as 2026-03-01 or 2026-03-01.2", path.Base(name)),
		restore)
}

// Files returns the paths of a version's files, sorted, relative to its folder,
// as its manifest names them, with the manifest and version.yaml.
func (c *Chain) Files(v *Version) ([]string, error) {
	sums, err := c.manifest(v.ID)
	if err != nil {
		return nil, err
	}
	names := []string{manifestFile, versionFile}
	for _, s := range sums {
		names = append(names, s.name)
	}
	slices.Sort(names)
	return names, nil
}
