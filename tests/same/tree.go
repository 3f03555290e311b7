package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"unicode/utf8"
)

// A difference is a file, folder or link that the two sides do not share.
type difference struct{ path, what string }

// compareTrees tells what differs between two folders: names, modes, links and bytes.
func compareTrees(sides [2]string, name string) ([]difference, error) {
	var trees [2]map[string]fs.FileMode
	var paths []string
	for i, side := range sides {
		trees[i] = map[string]fs.FileMode{}
		err := filepath.WalkDir(side, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			path, err = filepath.Rel(side, path)
			trees[i][path] = info.Mode()
			paths = append(paths, path)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(paths)
	var found []difference
	for _, path := range slices.Compact(paths) {
		what, err := compareFiles(sides, trees, path)
		if err != nil {
			return nil, err
		}
		if what != "" {
			found = append(found, difference{name + "/" + filepath.ToSlash(path), what})
		}
	}
	return found, nil
}

// compareFiles says how a path differs, or nothing.
func compareFiles(sides [2]string, trees [2]map[string]fs.FileMode, path string) (string, error) {
	old, had := trees[0][path]
	now, has := trees[1][path]
	switch {
	case !has:
		return "no longer written", nil
	case !had:
		return "new", nil
	case old != now:
		return fmt.Sprintf("mode %v → %v", old, now), nil
	case old.IsDir():
		return "", nil
	}
	var texts [2][]byte
	for i, side := range sides {
		var err error
		if file := filepath.Join(side, path); old&fs.ModeSymlink != 0 {
			var target string
			target, err = os.Readlink(file)
			texts[i] = bytes.ReplaceAll([]byte(target), []byte(side), []byte("…"))
		} else {
			texts[i], err = os.ReadFile(file)
		}
		if err != nil {
			return "", err
		}
	}
	if bytes.Equal(texts[0], texts[1]) {
		return "", nil
	}
	return firstDifference(texts[0], texts[1]), nil
}

// firstDifference shows where two texts part, with a little of what stands around.
func firstDifference(old, now []byte) string {
	at := 0
	for at < min(len(old), len(now)) && old[at] == now[at] {
		at++
	}
	if !utf8.Valid(old) || !utf8.Valid(now) || bytes.IndexByte(old, 0) >= 0 {
		return fmt.Sprintf("differs from byte %d (%d → %d bytes)", at, len(old), len(now))
	}
	line := 1 + bytes.Count(old[:at], []byte("\n"))
	begin := max(bytes.LastIndexByte(old[:at], '\n')+1, at-60)
	return fmt.Sprintf("line %d\n    - %s\n    + %s", line, around(old, begin, at), around(now, begin, at))
}

// around returns the line of a text from begin, as far as it is short.
func around(text []byte, begin, at int) string {
	if begin >= len(text) {
		return "(the text ends)"
	}
	end := min(len(text), at+100)
	if i := bytes.IndexByte(text[at:end], '\n'); i >= 0 {
		end = at + i
	}
	return string(bytes.ToValidUTF8(text[begin:end], nil))
}
