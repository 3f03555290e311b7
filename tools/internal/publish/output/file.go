package output

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"

	"tillit/tools/internal/facts/address"
)

// File is one file of the finished site.
type File struct {
	Path string // slash-separated, relative to the site's root address
	Data []byte

	// Source names a file on the disk whose bytes are published as they are, in
	// place of Data: issued versions, which are copied and never read. Sum is its
	// SHA-256, where that is known.
	Source string
	Sum    string

	// By is who made the file, to whom its address must belong.
	By address.Owner
	// Dated is a second address of the same bytes, for a download whose name says
	// by itself what it is. It may be empty.
	Dated string
}

func ByPath(a, b File) int { return cmp.Compare(a.Path, b.Path) }

// Sums is the file that names every other by its digest, as sha256sum -c reads it.
const Sums = "SHA256SUMS"

// Digests is the contents of SHA256SUMS.
func Digests(files []File) []byte {
	var b bytes.Buffer
	for _, f := range files {
		sum := f.Sum
		if sum == "" {
			sum = fmt.Sprintf("%x", sha256.Sum256(f.Data))
		}
		fmt.Fprintf(&b, "%s  %s\n", sum, f.Path)
	}
	return b.Bytes()
}
