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

// Stale returns the names of the files in a folder that are not what they were
// generated as: those that differ or are missing, and schemas that no kind of
// record has any more. The error is for what could not be read.
func Stale(dir fs.FS, files []File) ([]string, error) {
	var stale []string
	for _, f := range files {
		data, err := fs.ReadFile(dir, f.Name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("compare %s: %w", f.Name, err)
		}
		if err != nil || !bytes.Equal(data, f.Data) {
			stale = append(stale, f.Name)
		}
	}
	entries, err := fs.ReadDir(dir, ".")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("list the generated files: %w", err)
	}
	for _, e := range entries {
		known := slices.ContainsFunc(files, func(f File) bool { return f.Name == e.Name() })
		if !known && strings.HasSuffix(e.Name(), suffix) {
			stale = append(stale, e.Name())
		}
	}
	slices.Sort(stale)
	return stale, nil
}

// Write brings a folder up to date and returns the names of what it wrote or
// removed. Each file is replaced in one step, so that an interrupt leaves the
// old one or the new one.
func Write(dir string, files []File) ([]string, error) {
	if err := disk.MakeFolder(dir); err != nil {
		return nil, err
	}
	stale, err := Stale(disk.FS(dir), files)
	if err != nil {
		return nil, err
	}
	for _, name := range stale {
		i := slices.IndexFunc(files, func(f File) bool { return f.Name == name })
		if i < 0 {
			err = disk.Remove(filepath.Join(dir, name))
		} else {
			err = disk.Replace(filepath.Join(dir, name), files[i].Data)
		}
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", name, err)
		}
	}
	return stale, nil
}
