package proof

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/change"
)

// kept are files that hosts take as orders, and do not serve.
var kept = []string{"_headers", "_redirects"}

// listing is the list of sums of what was published, by path.
type listing map[string]struct {
	sum  string
	line int
}

// pages compares what was published with the list of sums that lies in it. Files of
// versions are held against the manifest of their version, which the chain proves; the
// list only has to say the same.
func (r *Result) pages() error {
	text, err := read(r.fsys, sums, maxSums)
	if errors.Is(err, fs.ErrNotExist) {
		r.find("published-missing-file", sums, 0, diag.Say(
			"listan med alla filers kontrollsummor saknas, så sidorna går inte att jämföra med något",
			"the list of the sums of all files is gone, so there is nothing to compare the pages with"))
		return nil
	}
	if err != nil {
		return err
	}
	list := r.list(text)
	versions := r.versions(list)
	there, err := r.there(list)
	if err != nil {
		return err
	}
	var compared []string
	for _, name := range slices.Sorted(maps.Keys(list)) {
		switch {
		case versions[versionOf(name)]:
		case there[name]:
			compared = append(compared, name)
		default:
			r.missing(name, list[name].line)
		}
	}
	faults := make([]*diag.Diagnostic, len(compared))
	disk.Each(len(compared), func(i int) { faults[i] = r.compare(compared[i], list[compared[i]].sum) })
	for i, d := range faults {
		switch {
		case d == nil:
			r.Pages++
		case r.Live && d.Rule == "published-missing-file" && slices.Contains(kept, compared[i]):
			r.Unseen = append(r.Unseen, compared[i])
		default:
			r.Found = append(r.Found, *d)
		}
	}
	return nil
}

// list reads the list of sums. No digest covers it, so a line that is none is told.
func (r *Result) list(text []byte) listing {
	list := listing{}
	number := 0
	for line := range bytes.Lines(text) {
		number++
		hash, name, ok := strings.Cut(strings.TrimSuffix(string(line), "\n"), "  ")
		if _, err := hex.DecodeString(hash); !ok || err != nil || len(hash) != 64 || !fs.ValidPath(name) || name == "." {
			r.find("published-altered", sums, number, diag.Say("raden är ingen kontrollsumma och fil", "the line is no sum and file"))
			continue
		}
		if was, twice := list[name]; twice {
			r.find("published-altered", sums, number, diag.Say("filen %s står redan på rad %d", "the file %s already stands in line %d", name, was.line))
			continue
		}
		list[name] = struct {
			sum  string
			line int
		}{hash, number}
	}
	if len(list) == 0 && number == 0 {
		r.find("published-altered", sums, 0, diag.Say("listan är tom", "the list is empty"))
	}
	return list
}

// versions holds the list against the manifests: which versions of the list stand here,
// by name, and whether it says of their files what they say.
func (r *Result) versions(list listing) map[string]bool {
	stand, of := map[string]bool{}, map[string]int{}
	for name := range list {
		of[versionOf(name)]++
	}
	for _, v := range r.Chain.Versions {
		stand[v.ID] = true
		home := path.Join(change.Folder, v.ID)
		if of[v.ID] == 0 {
			r.find("published-altered", home, 0, diag.Say("%s nämner inte versionen %s; den är lagd dit efteråt", "%s does not name the version %s; it was laid there afterwards", sums, v.ID))
			continue
		}
		files, err := r.Chain.Sums(v)
		if err != nil {
			continue // the manifest is gone, which is told
		}
		for _, name := range []string{sums, own} {
			if files[name], err = sumOf(r.fsys, path.Join(home, name)); err != nil {
				continue
			}
		}
		named := 0
		for name, sum := range files {
			name = path.Join(home, name)
			line, listed := list[name]
			if listed {
				named++
			}
			switch {
			case !listed:
				r.find("published-altered", name, 0, diag.Say("%s nämner inte filen, som hör till versionen %s", "%s does not name the file, which belongs to the version %s", sums, v.ID))
			case line.sum != sum:
				r.find("published-altered", name, 0, diag.Say("%s säger en annan kontrollsumma än versionen %s", "%s tells another sum than the version %s does", sums, v.ID))
			}
		}
		if of[v.ID] > named {
			r.find("published-altered", path.Join(home, sums), 0, diag.Say("%s nämner filer av versionen %s som dess egen förteckning saknar", "%s names files of the version %s that its own manifest lacks", sums, v.ID))
		}
	}
	r.gone(list, stand)
	return stand
}

// gone tells of versions that the list names and that do not stand here: once each,
// and not file by file.
func (r *Result) gone(list listing, stand map[string]bool) {
	first := map[string]int{}
	for name, at := range list {
		if id := versionOf(name); id != "" && !stand[id] && (first[id] == 0 || at.line < first[id]) {
			first[id] = at.line
		}
	}
	for id, line := range first {
		stand[id] = true
		if _, err := fs.Stat(r.fsys, path.Join(change.Folder, id)); err == nil {
			continue // it cannot be read, which is told
		}
		r.find("version-gone", sums, line, diag.Say("versionen %s är utgiven men finns inte här", "the version %s was issued, and is not here", id))
	}
}

// there walks what was published: which files are there, and which the list lacks.
func (r *Result) there(list listing) (map[string]bool, error) {
	found := map[string]bool{}
	err := fs.WalkDir(r.fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch id := versionOf(name + "/"); {
		case err != nil:
			return err
		case d.IsDir() && (name == ".git" || id != "" && name == path.Join(change.Folder, id)):
			return fs.SkipDir // a version is held against its own manifest
		case d.IsDir() || name == sums || name == marker || name == ".git":
			return nil
		}
		if _, listed := list[name]; !listed {
			r.extra(name)
			return nil
		}
		found[name] = true
		if !d.Type().IsRegular() {
			r.find("published-altered", name, 0, diag.Say("filen är en länk eller något annat i stället för den fil som byggdes",
				"the file is a link or something else in place of the file that was built"))
		}
		return nil
	})
	return found, err
}

// extra tells of a file that the list lacks. What a host or a system lays beside pages
// is less grave: no reader comes to it.
func (r *Result) extra(name string) {
	i := len(r.Found)
	r.find("published-extra-file", name, 0, diag.Say("filen byggdes inte med de andra: %s nämner den inte", "the file was not built with the others: %s does not name it", sums))
	if name == "CNAME" || strings.HasPrefix(name, ".") || strings.Contains(name, "/.") {
		r.Found[i].Severity = diag.Warning
	}
}

func (r *Result) missing(name string, line int) {
	r.find("published-missing-file", sums, line, diag.Say("filen %s saknas", "the file %s is missing", name))
}

// compare reads a page and tells where it is not what the list says.
func (r *Result) compare(name, want string) *diag.Diagnostic {
	sum, err := sumOf(r.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d := diag.New("published-missing-file", diag.Pos{File: name}, diag.Say("filen saknas", "the file is missing"), publish)
		return &d
	case err != nil || sum != want:
		d := diag.New("published-altered", diag.Pos{File: name}, diag.Say(
			"filen är inte den som byggdes: kontrollsumman är en annan än i %s",
			"the file is not the one that was built: its sum is another than in %s", sums), publish)
		return &d
	}
	return nil
}

func sumOf(fsys fs.FS, name string) (string, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

// versionOf is the version whose file a path of the published folder is, or "".
func versionOf(name string) string {
	rest, ok := strings.CutPrefix(name, change.Folder+"/")
	id, _, below := strings.Cut(rest, "/")
	if _, _, named := change.ParseID(id); !ok || !below || !named {
		return ""
	}
	return id
}

var publish = diag.Text{
	SV: "bygg och publicera på nytt, och ta reda på vem som ändrade; det som inte stämmer har inte kommit från bygget",
	EN: "build and publish anew, and find out who made the change; what does not match did not come from the build",
}

func (r *Result) find(rule, file string, line int, message diag.Text) {
	hint := publish
	if rule == "version-gone" {
		hint = goneHint
	}
	r.Found = append(r.Found, diag.New(rule, diag.Pos{File: file, Line: line}, message, hint))
}
