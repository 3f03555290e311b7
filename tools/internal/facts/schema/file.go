package schema

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"tillit/tools/internal/disk"
)

// File is a generated file.
type File struct {
	Name string
	Data []byte
}

// Folder is generated files that lie together.
type Folder struct {
	Name   string // slash-separated, from the site's folder
	Files  []File
	Ending string // of names that only generated files have there: any other such file is left over; "" leaves all be
}

// Stale returns the names of the files that are not what they were generated as: those
// that differ or are missing, and those that are left over. dir is the folder itself;
// the error is for what could not be read.
func (f Folder) Stale(dir fs.FS) ([]string, error) {
	var stale []string
	for _, file := range f.Files {
		data, err := fs.ReadFile(dir, file.Name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("compare %s: %w", file.Name, err)
		}
		if err != nil || !bytes.Equal(data, file.Data) {
			stale = append(stale, file.Name)
		}
	}
	if f.Ending == "" {
		return stale, nil
	}
	entries, err := fs.ReadDir(dir, ".")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("list the generated files: %w", err)
	}
	for _, e := range entries {
		known := slices.ContainsFunc(f.Files, func(file File) bool { return file.Name == e.Name() })
		if !known && strings.HasSuffix(e.Name(), f.Ending) {
			stale = append(stale, e.Name())
		}
	}
	slices.Sort(stale)
	return stale, nil
}

// Write brings the folder up to date, below that of the site, and returns the names of
// what it wrote or removed. Each file is replaced in one step, so that an interrupt
// leaves the old one or the new one.
func (f Folder) Write(site string) ([]string, error) {
	dir := filepath.Join(site, filepath.FromSlash(f.Name))
	if err := disk.MakeFolder(dir); err != nil {
		return nil, err
	}
	stale, err := f.Stale(disk.FS(dir))
	if err != nil {
		return nil, err
	}
	for _, name := range stale {
		i := slices.IndexFunc(f.Files, func(file File) bool { return file.Name == name })
		if i < 0 {
			err = disk.Remove(filepath.Join(dir, name))
		} else {
			err = disk.Replace(filepath.Join(dir, name), f.Files[i].Data)
		}
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", name, err)
		}
	}
	return stale, nil
}
