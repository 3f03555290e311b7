package proof

import (
	"crypto/sha256"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/version"
)

// File is a single file that somebody was given, such as a list, and what proves it.
type File struct {
	Name, Sum string
	Holders   []Holder // the versions that have its bytes, oldest first
	List      string   // the folder whose list of sums names it, rightly; "" where there is none
	Asked     bool     // there was something to prove it by
	Found     diag.List
}

// Holder is a version that has the bytes of a file, and under which path.
type Holder struct {
	Version *version.Version
	Path    string
}

// mostAbove is how many folders above a file are asked for a list of sums.
const mostAbove = 32

// LookAt reads a file, and asks the lists of sums that lie beside it and above it.
func LookAt(name string) (*File, error) {
	f := &File{Name: name}
	in, err := disk.Open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	h := sha256.New()
	if _, err := io.Copy(h, in); err != nil {
		return nil, err
	}
	f.Sum = fmt.Sprintf("%x", h.Sum(nil))
	full, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	dir, below := filepath.Dir(full), filepath.Base(full)
	for range mostAbove {
		if done, err := f.beside(dir, below); done || err != nil {
			return f, err
		}
		up := filepath.Dir(dir)
		if up == dir {
			break
		}
		dir, below = up, path.Join(filepath.Base(dir), below)
	}
	return f, nil
}

// beside asks the list of sums in a folder for the file below it, and tells whether it
// knew of it. Right beside a list the file may have lost its folders on the way here.
func (f *File) beside(dir, below string) (bool, error) {
	fsys := disk.FS(dir)
	listed, err := read(fsys, sums, maxSums)
	if err != nil {
		return false, nil // there is none, or none that can be read
	}
	known, right := false, false
	for line := range strings.Lines(string(listed)) {
		hash, name, _ := strings.Cut(strings.TrimRight(line, "\r\n"), "  ")
		if name == below || !strings.Contains(below, "/") && path.Base(name) == below {
			known, right = true, right || hash == f.Sum
		}
	}
	switch {
	case !known:
		return false, nil
	case !right:
		f.Asked = true
		f.found("published-altered", diag.Say("filen är en annan än den som listan bredvid den nämner: kontrollsumman är %s…",
			"the file is another than the one that the list beside it names: its sum is %s…", f.Sum[:ShortestDigest]))
		return true, nil
	}
	f.Asked, f.List = true, dir
	if g := Look(fsys, dir); g.Kind != None {
		return true, f.In(g)
	}
	return true, nil
}

// In looks for the bytes of the file among those of the versions in a folder. The sums
// of those are believed where they are the ones that were issued.
func (f *File) In(g Given) error {
	f.Asked = true
	chain, found, err := version.Open(g.fsys)
	if err != nil {
		return err
	}
	for _, d := range chain.Sealed(found) {
		if d.Rule == "version-extra-file" || d.Rule == "version-timestamp" || g.Kind == One && d.Rule == "version-chain" {
			continue // that is of other files
		}
		d.Pos.File = g.here(d.Pos.File)
		f.Found = append(f.Found, d)
	}
	for _, v := range chain.Versions {
		files, err := chain.Sums(v)
		if err != nil {
			continue // its manifest is gone, which is told
		}
		var under []string
		for name, sum := range files {
			if sum == f.Sum {
				under = append(under, name)
			}
		}
		if len(under) > 0 && !f.held(v.ID) {
			f.Holders = append(f.Holders, Holder{v, slices.Min(under)})
		}
	}
	return nil
}

func (f *File) held(id string) bool {
	return slices.ContainsFunc(f.Holders, func(h Holder) bool { return h.Version.ID == id })
}

// Judge ends the search: a file that nothing knows of is told. kept is a digest that
// one of the versions which have it must bear, or "".
func (f *File) Judge(kept string) {
	switch {
	case f.Found.Blocks():
	case len(f.Holders) == 0 && f.List == "":
		f.found("version-unknown", diag.Say("ingen version här har en fil med den här kontrollsumman, %s…", "no version here has a file with this sum, %s…", f.Sum[:ShortestDigest]))
	case kept != "" && !slices.ContainsFunc(f.Holders, func(h Holder) bool { return strings.HasPrefix(h.Version.Digest, kept) }):
		f.found("version-unknown", diag.Say("ingen version som har filen har kontrollsumman %s", "no version that has the file has the digest %s", short(kept)))
	}
	f.Found.Sort()
}

func (f *File) found(rule string, message diag.Text) {
	f.Found = append(f.Found, diag.New(rule, diag.Pos{File: path.Base(filepath.ToSlash(f.Name))}, message, diag.Text{
		SV: "hämta filen på nytt, från versionens egen sida eller från den som gav den till dig",
		EN: "fetch the file anew, from the version's own page or from whoever gave it to you",
	}))
}
