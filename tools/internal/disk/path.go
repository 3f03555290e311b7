package disk

import (
	"path/filepath"
	"strings"
)

// Resolve makes a path absolute and follows the links in as much of it as can be
// followed: what does not exist, or may not be looked into, stays as it is written.
func Resolve(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	for rest := ""; ; path, rest = filepath.Dir(path), filepath.Join(filepath.Base(path), rest) {
		real, err := filepath.EvalSymlinks(path)
		if err == nil {
			path = real
		}
		if err == nil || filepath.Dir(path) == path {
			return filepath.Join(path, rest), nil
		}
	}
}

// Within tells whether a path is a folder or lies in it, by their names alone: both
// come from Resolve.
func Within(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// Resolved is a folder's path with its links followed, or the path as it is where that
// cannot be: in a process without a folder to stand in.
func Resolved(name string) string {
	if real, err := Resolve(name); err == nil {
		return real
	}
	return name
}
