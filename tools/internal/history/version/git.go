package version

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/change"
)

// The files in versions/ that are no part of any version: they keep git from changing
// what was issued, and from taking in what a freeze that was cut off has left.
const (
	attributesFile = change.Folder + "/.gitattributes"
	ignoreFile     = change.Folder + "/.gitignore"
)

// keepBytes is the line by which git keeps the bytes of what lies in a folder. Unlike
// "binary" it also undoes what a line of a folder above asks for: large files elsewhere,
// names of commits, other encodings.
const keepBytes = "* -text -diff -merge -filter -ident !working-tree-encoding"

// GitFiles are what a site lays into versions/ for git, by their names from the site's
// folder.
func GitFiles() map[string][]byte {
	return map[string][]byte{
		attributesFile: []byte("# Issued versions are evidence: git keeps every byte of them as it is.\n" + keepBytes + "\n"),
		ignoreFile:     []byte("# What a run that was cut off has left.\n/" + lockFile + "\n/" + unsettled + "*\n"),
	}
}

// LayGitFiles lays them into a site that lacks them. One that is there stays as it is.
func LayGitFiles(root string) error {
	files := GitFiles()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := disk.Create(filepath.Join(root, filepath.FromSlash(name)), files[name]); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return nil
}

// Names are the files that a version with such a site/ has, from the site's folder.
func Names(id string, site []File) []string {
	names := []string{versionFile, manifestFile, dataFile, change.ChangesFile}
	for _, f := range site {
		names = append(names, path.Join("site", f.Path))
	}
	for i, name := range names {
		names[i] = path.Join(change.Folder, id, name)
	}
	return names
}

// Converted tells that git may change files of versions: each name leads from the site's
// folder, with what git does to it. While one is being issued it is an error.
func Converted(files map[string]string, issuing bool) diag.List {
	if len(files) == 0 {
		return nil
	}
	names := slices.Sorted(maps.Keys(files))
	more := diag.Text{}
	if n := len(names) - 1; n > 0 {
		more = diag.Say(" och %d filer till", " and %d more files", n)
	}
	d := diag.New("version-converted", diag.Pos{File: attributesFile},
		diag.Say("git får ändra tecken i utgivna filer, här eller på en annan dator: %s i %s%s", "git may change characters of issued files, here or on another computer: %s in %s%s", files[names[0]], names[0], more),
		diag.Say("skriv i %s: %s\nstår raden redan där säger .git/info/attributes emot den; kör sedan git add --renormalize versions/",
			"write in %s: %s\nwhere that line stands already .git/info/attributes says otherwise; then run git add --renormalize versions/", attributesFile, keepBytes))
	if !issuing {
		d.Severity = diag.Warning
	}
	return diag.List{d}
}

// LeftOut tells that git keeps files of versions out of the folder, as it was asked to (a
// sparse checkout), in place of what was found because they are not there.
func LeftOut(found diag.List, names []string) diag.List {
	if len(names) == 0 {
		return found
	}
	out := map[string]bool{}
	for _, name := range names {
		out[name] = true
	}
	list := slices.DeleteFunc(slices.Clone(found), func(d diag.Diagnostic) bool {
		return d.Rule == "version-chain" || d.Rule == "version-none" || d.Rule == "version-missing-file" && out[d.Pos.File]
	})
	slices.Sort(names)
	message := diag.Say("git har lämnat filen utanför mappen (sparse checkout), så att inget kan bevisas", "git has left the file out of the folder (a sparse checkout), so that nothing can be proved")
	if len(names) > 1 {
		message = diag.Say("git har lämnat den här filen och %d till utanför mappen (sparse checkout), så att inget kan bevisas", "git has left this file and %d more out of the folder (a sparse checkout), so that nothing can be proved", len(names)-1)
	}
	list = append(list, diag.New("version-sparse", diag.Pos{File: names[0]}, message,
		diag.Say("hämta dem med “git sparse-checkout disable”", "fetch them with “git sparse-checkout disable”")))
	list.Sort()
	return list
}

// pointerHead begins the file that Git LFS lays in the place of one that it keeps
// elsewhere.
const pointerHead = "version https://git-lfs.github.com/spec/v1\n"

// isPointer tells whether a file is such a stand-in.
func isPointer(data []byte) bool { return bytes.HasPrefix(data, []byte(pointerHead)) }

// standIn is the finding of a stand-in.
func standIn(name, id string) diag.Diagnostic {
	return finding(name, "version-pointer",
		fmt.Sprintf("filen ligger i Git LFS, och här finns bara en hänvisning till den; versionen %s kan inte bevisas", id),
		fmt.Sprintf("the file lies in Git LFS, and here is but a pointer to it; the version %s cannot be proved", id),
		diag.Say("hämta filerna med “git lfs pull”", "fetch the files with “git lfs pull”"))
}

// Line ends of a file, where it was issued with others.
const (
	crlf = "CR LF"
	lf   = "LF"
)

// lineEnds is the finding of a file of which nothing but the line ends differ.
func lineEnds(name, id, now string) diag.Diagnostic {
	if now == crlf {
		return finding(name, "version-line-ends",
			fmt.Sprintf("bara radsluten skiljer sig från versionen %s: de är CR LF i stället för LF, som när git skriver filer för Windows", id),
			fmt.Sprintf("nothing but the line ends differ from the version %s: they are CR LF in place of LF, as when git writes files for Windows", id),
			diag.Say("skriv i %[1]s: %[2]s\nkör sedan “git rm -r --cached versions”, och därefter “git -c core.autocrlf=false checkout HEAD -- versions”",
				"write in %[1]s: %[2]s\nthen run “git rm -r --cached versions”, and after that “git -c core.autocrlf=false checkout HEAD -- versions”", attributesFile, keepBytes))
	}
	return finding(name, "version-line-ends",
		fmt.Sprintf("bara radsluten skiljer sig från versionen %s: de är LF i stället för CR LF, som när git tar in filer", id),
		fmt.Sprintf("nothing but the line ends differ from the version %s: they are LF in place of CR LF, as when git takes files in", id),
		diag.Say("på den dator där versionen gavs ut: skriv i %[1]s: %[2]s\nkör sedan “git add --renormalize versions” och checka in; hämta därefter hit",
			"on the computer where the version was issued: write in %[1]s: %[2]s\nthen run “git add --renormalize versions” and commit; after that pull here", attributesFile, keepBytes))
}

// unixed is a text with the line ends of Unix.
func unixed(data []byte) []byte { return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")) }

// gathered makes one finding of those that git has caused in the same way in one version.
func gathered(list diag.List) diag.List {
	type cause struct{ rule, folder, hint string }
	first, count := map[cause]int{}, map[cause]int{}
	var kept diag.List
	list.Sort()
	for _, d := range list {
		if d.Rule != "version-line-ends" && d.Rule != "version-pointer" {
			kept = append(kept, d)
			continue
		}
		parts := strings.SplitN(d.Pos.File, "/", 3)
		c := cause{d.Rule, path.Join(parts[:2]...), d.Hint.EN}
		if count[c]++; count[c] == 1 {
			first[c] = len(kept)
			kept = append(kept, d)
		}
	}
	for c, at := range first {
		switch n := count[c] - 1; n {
		case 0:
		case 1:
			kept[at].Message = diag.Say("%s; så är det i en fil till", "%s; so it is in one more file", kept[at].Message)
		default:
			kept[at].Message = diag.Say("%s; så är det i %d filer till", "%s; so it is in %d more files", kept[at].Message, n)
		}
	}
	return kept
}

// disguised tells what git has made of a file that is not what was issued, if it has.
func (j job) disguised(fsys fs.FS) *diag.Diagnostic {
	f, err := fsys.Open(j.file)
	if err != nil {
		return nil
	}
	defer f.Close()
	head := make([]byte, 1024)
	n, _ := io.ReadFull(f, head)
	if head = head[:n]; isPointer(head) && bytes.Contains(head, []byte("\noid sha256:"+j.hash+"\n")) {
		d := standIn(j.file, j.version)
		return &d
	}
	// Both texts that may have been issued are made as the file is read.
	unix, dos := &ends{sum: sha256.New()}, &ends{sum: sha256.New(), dos: true}
	if _, err := io.Copy(io.MultiWriter(unix, dos), io.MultiReader(bytes.NewReader(head), f)); err != nil {
		return nil
	}
	switch j.hash {
	case unix.hex():
		d := lineEnds(j.file, j.version, crlf)
		return &d
	case dos.hex():
		d := lineEnds(j.file, j.version, lf)
		return &d
	}
	return nil
}

// ends sums a text with other line ends than it has: LF, or CR LF.
type ends struct {
	sum hash.Hash
	dos bool
	cr  bool // the last byte was a CR, which is not summed yet
}

func (e *ends) Write(p []byte) (int, error) {
	out := make([]byte, 0, len(p)+len(p)/32+2)
	for _, b := range p {
		if e.cr && b != '\n' {
			out = append(out, '\r')
		}
		e.cr = false
		switch {
		case b == '\r':
			e.cr = true
		case b == '\n' && e.dos:
			out = append(out, '\r', '\n')
		default:
			out = append(out, b)
		}
	}
	e.sum.Write(out)
	return len(p), nil
}

func (e *ends) hex() string {
	if e.cr {
		e.sum.Write([]byte{'\r'})
	}
	return hex.EncodeToString(e.sum.Sum(nil))
}
