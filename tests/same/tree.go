package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// A tree is what lies in a folder: the mode of each path, and the sum of its bytes.
type tree map[string]string

func readTree(root string) (tree, error) {
	t := tree{}
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		path, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		t[filepath.ToSlash(path)] = info.Mode().String()
		if d.IsDir() {
			return nil
		}
		text, err := content(root, path)
		t[filepath.ToSlash(path)] += fmt.Sprintf(" %x", sha256.Sum256(text))
		return err
	})
	return t, err
}

// content is what stands in a file, or where a link leads.
func content(root, path string) ([]byte, error) {
	file := filepath.Join(root, path)
	if target, err := os.Readlink(file); err == nil {
		return bytes.ReplaceAll([]byte(target), []byte(root), []byte("…")), nil
	}
	return os.ReadFile(file)
}

// A difference is a file, folder or link that the two sides do not share.
type difference struct {
	path, what string
	old, now   []byte // of files whose modes are the same
}

// differences tells in order what is not the same in two trees, the base's first.
func differences(sides [2]string, trees [2]tree, name string) ([]difference, error) {
	paths := slices.AppendSeq(slices.Collect(maps.Keys(trees[0])), maps.Keys(trees[1]))
	slices.Sort(paths)
	var found []difference
	for _, path := range slices.Compact(paths) {
		old, had := trees[0][path]
		now, has := trees[1][path]
		d := difference{path: name + "/" + path}
		oldMode, _, _ := strings.Cut(old, " ")
		nowMode, _, _ := strings.Cut(now, " ")
		switch {
		case old == now:
			continue
		case !has:
			d.what = "no longer written"
		case !had:
			d.what = "new"
		case oldMode != nowMode:
			d.what = fmt.Sprintf("mode %s → %s", oldMode, nowMode)
		default:
			var err error
			if d.old, err = content(sides[0], path); err != nil {
				return nil, err
			}
			if d.now, err = content(sides[1], path); err != nil {
				return nil, err
			}
			d.what = firstDifference(d.old, d.now)
		}
		found = append(found, d)
	}
	return found, nil
}

// firstDifference shows where two texts part, with a little of what stands around.
func firstDifference(old, now []byte) string {
	at := 0
	for at < min(len(old), len(now)) && old[at] == now[at] {
		at++
	}
	if !utf8.Valid(old) || !utf8.Valid(now) || bytes.IndexByte(old, 0) >= 0 {
		return fmt.Sprintf("differs from byte %d (%d → %d bytes)", at+1, len(old), len(now))
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
