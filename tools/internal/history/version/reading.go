package version

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/change"
)

// The limits of what a version holds. What is issued comes nowhere near them, so that what
// lies beyond is no part of a version, and nobody waits for it.
const (
	mostBytes = 256 << 20 // of a file
	mostWhole = 64 << 20  // of one that is read at once
	mostFiles = 100_000   // files and folders
	mostDeep  = 32        // folders within each other
)

// Fault is a file of a version that cannot be read as it was issued.
type Fault struct{ Found diag.Diagnostic }

func (f *Fault) Error() string { return f.Found.Pos.File + ": " + f.Found.Message.EN }

// readFile reads a file of a version, or says by a *Fault why it cannot be read.
func (c *Chain) readFile(id, file string) ([]byte, error) {
	name := path.Join(change.Folder, id, file)
	data, err := readAll(c.fsys, name)
	if err != nil {
		return nil, &Fault{unread(id, name, err)}
	}
	return data, nil
}

// readAll reads a file that is no larger than one that is read at once may be.
func readAll(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.Size() > mostWhole {
		return nil, &disk.TooLargeError{Name: name, Size: info.Size(), Limit: mostWhole}
	}
	data, err := io.ReadAll(io.LimitReader(f, mostWhole+1))
	if err == nil && len(data) > mostWhole {
		return nil, &disk.TooLargeError{Name: name, Size: int64(len(data)), Limit: mostWhole}
	}
	return data, err
}

// garbled is the fault of a file of a version that does not say what it did.
func garbled(id, file string) error {
	return &Fault{finding(path.Join(change.Folder, id, file), "version-altered",
		fmt.Sprintf("filen har ändrats sedan versionen %s gavs ut, och går inte att läsa", id),
		fmt.Sprintf("the file was altered after the version %s was issued, and cannot be read", id), restore)}
}

// unread says why a file of a version cannot be read.
func unread(id, name string, err error) diag.Diagnostic {
	altered := func(sv, en string) diag.Diagnostic {
		return finding(name, "version-altered", fmt.Sprintf(sv, id), fmt.Sprintf(en, id), restore)
	}
	var large *disk.TooLargeError
	switch {
	case errors.As(err, &large):
		return altered(fmt.Sprintf("filen är %.1f MiB stor, större än någon som ges ut, och inte den som gavs ut i versionen %%s", mib(large.Size)),
			fmt.Sprintf("the file is %.1f MiB large, larger than any that is issued, and not the one that was issued in the version %%s", mib(large.Size)))
	case errors.Is(err, disk.ErrSpecial):
		return altered("filen är en enhet, ett rör eller en sockel i stället för den fil som gavs ut i versionen %s",
			"the file is a device, a pipe or a socket in place of the file that was issued in the version %s")
	case errors.Is(err, disk.ErrOutside), errors.Is(err, disk.ErrLoop), errors.Is(err, disk.ErrDead):
		return altered("filen är en länk som inte följs i stället för den fil som gavs ut i versionen %s",
			"the file is a link that is not followed in place of the file that was issued in the version %s")
	case errors.Is(err, fs.ErrPermission):
		return finding(name, "unreadable", fmt.Sprintf("filen i versionen %s får inte läsas av dig", id), fmt.Sprintf("you are not allowed to read the file of the version %s", id),
			diag.Text{SV: "ge dig rätt att läsa den", EN: "give yourself permission to read it"})
	}
	return finding(name, "version-missing-file",
		fmt.Sprintf("filen saknas i versionen %s", id), fmt.Sprintf("the file is missing from the version %s", id), restore)
}

func mib(size int64) float64 { return float64(size) / (1 << 20) }

// unlisted says why versions/ cannot be looked through.
func unlisted(err error) diag.List {
	sv, en := "mappen går inte att läsa", "the folder cannot be read"
	hint := diag.Text{SV: "kontrollera att du har rätt att läsa den", EN: "check that you have permission to read it"}
	switch {
	case errors.Is(err, disk.ErrOutside), errors.Is(err, disk.ErrLoop), errors.Is(err, disk.ErrDead):
		sv, en = "mappen är en länk som leder ut ur webbplatsens mapp, och den följs inte", "the folder is a link that leads out of the site's folder, and it is not followed"
		hint = diag.Text{SV: "lägg själva mappen här", EN: "put the folder itself here"}
		return diag.List{finding(change.Folder, "link-outside", sv, en, hint)}
	case errors.Is(err, disk.ErrMany):
		sv, en = "mappen har fler namn än som läses", "the folder holds more names than are read"
		hint = restore
	case errors.Is(err, disk.ErrSpecial):
		return diag.List{finding(change.Folder, "special-file", "här ska en mapp ligga", "a folder must lie here", diag.Text{SV: "ta bort det som ligger här", EN: "remove what lies here"})}
	}
	return diag.List{finding(change.Folder, "unreadable", sv, en, hint)}
}

// Look tells what is wrong with the manifests and digests of all versions, which takes no
// look at the files that they name.
func (c *Chain) Look() diag.List {
	var list diag.List
	for _, v := range c.Versions {
		_, more := c.proved(v)
		list = append(list, more...)
	}
	list.Sort()
	return list
}

// until reads from another reader for as long as a context lasts.
type until struct {
	ctx context.Context
	io.Reader
}

func (u until) Read(b []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.Reader.Read(b)
}
