package version

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/stamp"
)

// stampEnding ends the name of a time stamp, which lies beside the folder of its
// version: 2026-03-01.tsr. A digest cannot cover what is made of it.
const stampEnding = ".tsr"

// StampFile is where the time stamp of a version lies, below a site or what it has
// published.
func StampFile(id string) string { return path.Join(change.Folder, id+stampEnding) }

// Stamp reads the time stamp of a version, and nil where it has none. An error is why
// what lies there is none.
func (c *Chain) Stamp(v *Version) (*stamp.Token, error) {
	data, err := c.stampBytes(v.ID)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	token, err := stamp.Read(data)
	if err != nil {
		return nil, err
	}
	return token, token.Over(v.Digest, v.Issued)
}

// stampBytes reads no more than a time stamp may have, and one byte.
func (c *Chain) stampBytes(id string) ([]byte, error) {
	name := StampFile(id)
	if c.fsys == nil { // a chain that lies nowhere
		return nil, fs.ErrNotExist
	}
	info, err := fs.Lstat(c.fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, refuse("där ligger en länk eller något annat i stället för en fil", "a link or something else lies in place of a file")
	}
	f, err := c.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, stamp.Most+1))
}

// KeepStamp lays the answer of an authority beside a version, in the site at root. A
// time stamp that lies there is never replaced.
func (c *Chain) KeepStamp(root string, v *Version, answer []byte) error {
	token, err := stamp.Read(answer)
	if err != nil {
		return err
	}
	if err := token.Over(v.Digest, v.Issued); err != nil {
		return err
	}
	if err := c.Unstamped(v); err != nil {
		return err
	}
	err = disk.Create(filepath.Join(root, filepath.FromSlash(StampFile(v.ID))), answer)
	if errors.Is(err, fs.ErrExist) { // another run was faster
		return cmp.Or(c.Unstamped(v), err)
	}
	return err
}

// Unstamped tells why a version may get no time stamp: it has one.
func (c *Chain) Unstamped(v *Version) error {
	_, err := fs.Lstat(c.fsys, StampFile(v.ID))
	if err == nil {
		return refuse("versionen %s har redan en tidsstämpel, %s; den ersätts aldrig", "the version %s has a time stamp already, %s; it is never replaced", v.ID, StampFile(v.ID))
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// stampOf is the name of the version whose time stamp is called so.
func stampOf(name string) (id string, ok bool) {
	id, ok = strings.CutSuffix(name, stampEnding)
	if !ok {
		return "", false
	}
	_, _, ok = change.ParseID(id)
	return id, ok
}

// stampFindings tells whether the time stamp of a version is one, and over its digest.
func (c *Chain) stampFindings(v *Version) diag.List {
	if _, err := c.Stamp(v); err != nil {
		return diag.List{StampFinding(v, err)}
	}
	return nil
}

// StampFinding is a time stamp of a version that does not hold, and why.
func StampFinding(v *Version, err error) diag.Diagnostic {
	why := diag.Say("den går inte att läsa", "it cannot be read")
	var of stamp.Refusal
	var own Refusal
	switch {
	case errors.As(err, &of):
		why = of.Text
	case errors.As(err, &own):
		why = own.Text
	}
	return finding(StampFile(v.ID), "version-timestamp",
		fmt.Sprintf("tidsstämpeln för versionen %s stämmer inte: %s", v.ID, why.SV), fmt.Sprintf("the time stamp of the version %s does not hold: %s", v.ID, why.EN),
		diag.Say("hämta tillbaka filen som den var; om den aldrig har stämt, ta bort den och kör tillit timestamp %s", "restore the file as it was; if it never held, remove it and run tillit timestamp %s", v.ID))
}

// strayStamp is a time stamp of a version that is not there.
func strayStamp(id string) diag.Diagnostic {
	return finding(StampFile(id), "version-timestamp",
		fmt.Sprintf("tidsstämpeln är för versionen %s, som inte finns", id), fmt.Sprintf("the time stamp is of the version %s, which is not there", id), restore)
}
