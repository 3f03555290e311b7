// Package starter lays the site that a person begins with.
package starter

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/rules/skeleton"
)

// Files are the site that init writes, in some languages: that of skeleton, and what git
// is told.
func Files(program fs.FS, questions []byte, example bool, languages []string) ([]disk.File, error) {
	site, err := skeleton.Site(program, questions, example, languages)
	var files []disk.File
	for _, f := range site {
		files = append(files, disk.File{Path: f.Path, Data: f.Data})
	}
	return append(files, forGit()...), err
}

// forGit are the files that keep git from changing what is issued, and from taking in
// what is made anew by each build.
func forGit() []disk.File {
	files := []disk.File{{Path: ".gitignore", Data: []byte("# What each build makes anew, and what a run that was cut off has left.\n/public/\n.*.tillit-*\n")}}
	for name, data := range version.GitFiles() {
		files = append(files, disk.File{Path: name, Data: data})
	}
	slices.SortFunc(files, func(a, b disk.File) int { return strings.Compare(a.Path, b.Path) })
	return files
}

// yields tells whether a file stays as it is where there is one of that name already.
func yields(f disk.File) bool { return strings.HasPrefix(path.Base(f.Path), ".git") }

// InTheWay is the name of a file that the site must not overwrite, or "". What a run that
// was cut off has written is no hindrance, unless that is all.
func InTheWay(dir string, files []disk.File) string {
	there, same := "", 0
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if _, err := os.Lstat(name); err != nil {
			continue
		}
		there = name
		if data, err := os.ReadFile(name); err == nil && bytes.Equal(data, f.Data) {
			same++
		} else if !yields(f) {
			return name
		}
	}
	if same == len(files) {
		return there
	}
	return ""
}

// Lay writes the files: all in one step where the folder is not there yet, else each of
// them, but for those that are there.
func Lay(ctx context.Context, dir string, files []disk.File) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return disk.Lay(dir, files)
	}
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := disk.Create(filepath.Join(dir, filepath.FromSlash(f.Path)), f.Data); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return nil
}
