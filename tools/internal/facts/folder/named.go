package folder

import (
	"bufio"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Named turns paths as a person types them, from where they stand or from the folder of the
// site, into names as findings carry them. missing is the first that is no file of the site.
func Named(dir string, typed []string) (names map[string]bool, missing string, err error) {
	if len(typed) == 0 {
		return nil, "", nil
	}
	root, err := filepath.Abs(dir)
	if err != nil {
		return nil, "", err
	}
	names = map[string]bool{}
	for _, arg := range typed {
		found := false
		for _, candidate := range []string{arg, filepath.Join(dir, arg)} {
			abs, err := filepath.Abs(candidate)
			if err != nil {
				continue
			}
			if _, err := os.Stat(abs); err != nil {
				continue
			}
			rel, err := filepath.Rel(root, abs)
			if err != nil || strings.HasPrefix(rel, "..") {
				continue
			}
			names[filepath.ToSlash(rel)], found = true, true
		}
		if !found {
			return nil, arg, nil
		}
	}
	return names, "", nil
}

// Listed reads a list of files, one on a line, as git names them from the folder of a
// repository.
func Listed(from io.Reader) (map[string]bool, error) {
	names := map[string]bool{}
	lines := bufio.NewScanner(from)
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" {
			names[path.Clean(filepath.ToSlash(line))] = true
		}
	}
	return names, lines.Err()
}
