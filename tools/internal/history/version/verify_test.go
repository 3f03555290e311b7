package version

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/history/change"
)

// folder reads a small chain into memory, where it can be altered ten thousand
// times over.
func folder(t *testing.T) fstest.MapFS {
	t.Helper()
	files := load(t, chain(t))
	if list := findings(t, files); len(files) < 15 || len(list) > 0 {
		t.Fatalf("%d untouched files have findings: %v", len(files), list)
	}
	return files
}

// load reads a site into memory.
func load(t *testing.T, root string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	disk := os.DirFS(root)
	err := fs.WalkDir(disk, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(disk, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func findings(t *testing.T, files fstest.MapFS) diag.List {
	t.Helper()
	_, list, err := Verify(files)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// names tells whether a finding stands at a file.
func names(list diag.List, file string) bool {
	return slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Pos.File == file })
}

// Each byte of each file counts, whichever of its bits is another. What is said
// names the file; of the two files that name all others it names one.
func TestVerifyFindsAnyByte(t *testing.T) {
	files := folder(t)
	for i, name := range slices.Sorted(maps.Keys(files)) {
		version := strings.Join(strings.Split(name, "/")[:2], "/")
		own := path.Base(name) == versionFile || path.Base(name) == manifestFile
		data := files[name].Data
		for n := range data {
			bit := byte(1) << ((n + i) % 8)
			data[n] ^= bit
			list := findings(t, files)
			data[n] ^= bit
			if names(list, name) || own && (names(list, version+"/"+versionFile) || names(list, version+"/"+manifestFile)) {
				continue
			}
			t.Fatalf("byte %d of %s (%q) with the bit %d turned: %v", n+1, name, data[n], bit, list)
		}
	}
}

// A byte too many or too few counts as well, at either end.
func TestVerifyFindsAnyLength(t *testing.T) {
	files := folder(t)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		data := files[name].Data
		for how, altered := range map[string][]byte{
			"longer": append(slices.Clone(data), '\n'), "longer in front": append([]byte{'\n'}, data...),
			"shorter": data[:len(data)-1], "shorter in front": data[1:], "empty": {},
		} {
			files[name].Data = altered
			if list := findings(t, files); len(list) == 0 {
				t.Errorf("%s is %s, and nothing is found", name, how)
			}
		}
		files[name].Data = data
	}
}

// Names and order count: of files within a version, and of the versions.
func TestVerifyFindsAnyNameAndOrder(t *testing.T) {
	files := folder(t)
	all := slices.Sorted(maps.Keys(files))
	for _, name := range all {
		for how, change := range map[string]func(fstest.MapFS){
			"removed": func(m fstest.MapFS) { delete(m, name) },
			"renamed": func(m fstest.MapFS) { m[name+"x"] = m[name]; delete(m, name) },
			"doubled": func(m fstest.MapFS) { m[path.Dir(name)+"/a"] = m[name] },
		} {
			altered := maps.Clone(files)
			change(altered)
			if list := findings(t, altered); len(list) == 0 {
				t.Errorf("%s is %s, and nothing is found", name, how)
			}
		}
		for _, other := range all {
			if string(files[name].Data) == string(files[other].Data) {
				continue
			}
			altered := maps.Clone(files)
			altered[name], altered[other] = files[other], files[name]
			if list := findings(t, altered); len(list) == 0 {
				t.Errorf("%s and %s have changed places, and nothing is found", name, other)
			}
		}
	}
}

// Whole versions count, wherever they are moved. Only the last can be taken away
// unseen, and its digest stands on every page.
func TestVerifyFindsAnyVersionMoved(t *testing.T) {
	files := folder(t)
	ids := []string{"2026-01-01", "2026-03-01", "2026-03-01.2"}
	for _, to := range [][]string{
		{ids[1], ids[0], ids[2]}, {ids[0], ids[2], ids[1]}, {ids[2], ids[1], ids[0]},
		{"2025-12-31", ids[1], ids[2]}, {ids[0], "2026-02-28", ids[2]}, {ids[0], ids[1], "2026-03-01.3"}, {ids[0], ids[1], "2026-03-02"},
		{"", ids[1], ids[2]}, {ids[0], "", ids[2]},
	} {
		t.Run(fmt.Sprint(to), func(t *testing.T) {
			moved := fstest.MapFS{}
			for name, f := range files {
				_, rest, _ := strings.Cut(name, "/")
				id, rest, _ := strings.Cut(rest, "/")
				if at := to[slices.Index(ids, id)]; at != "" {
					moved[path.Join(change.Folder, at, rest)] = f
				}
			}
			if list := findings(t, moved); len(list) == 0 {
				t.Error("nothing is found")
			}
		})
	}
}
