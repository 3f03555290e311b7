package folder

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/disk"
)

// A file may be just as large as the limit, and all files together, too; a byte more
// is told of, once.
func TestLimitsAreWhatMayBeRead(t *testing.T) {
	root := t.TempDir()
	for name, size := range map[string]int64{"text": maxText, "long-text": maxText + 1, "asset": maxAsset, "long-asset": maxAsset + 1, "five": 5, "one": 1} {
		f, err := os.Create(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Truncate(size); err != nil { // a hole
			t.Fatal(err)
		}
		f.Close()
	}
	site, err := disk.OpenRoot(root)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	for _, tc := range []struct {
		name  string
		text  bool
		total int64 // that was read before
		files []string
		want  string // the rule of each finding
	}{
		{"a text of the limit", true, 0, []string{"text"}, ""},
		{"a text above it", true, 0, []string{"long-text"}, "file-too-large"},
		{"another file of its limit", false, 0, []string{"long-text", "asset"}, ""},
		{"another file above it", false, 0, []string{"long-asset"}, "file-too-large"},
		{"all files of the limit", true, maxTotal - 5, []string{"five"}, ""},
		{"all files above it", true, maxTotal - 4, []string{"five"}, "data-too-large"},
		{"just reached, and then passed", true, maxTotal - 5, []string{"five", "one", "five"}, "data-too-large"},
		{"what is too large counts as far as it may be read", true, maxTotal - maxText, []string{"long-text", "one"}, "file-too-large data-too-large"},
	} {
		r := &reader{site: site, files: Tree{}, seen: map[string]disk.Entry{}, known: nothing, total: tc.total}
		for _, name := range tc.files {
			r.file(disk.Entry{Name: name}, tc.text)
		}
		var rules []string
		for _, d := range r.found {
			rules = append(rules, d.Rule)
		}
		if diff := cmp.Diff(tc.want, strings.Join(rules, " ")); diff != "" {
			t.Errorf("%s: -want +got\n%s", tc.name, diff)
		}
		left := slices.DeleteFunc(slices.Clone(tc.files), func(name string) bool { return !r.files.Has(name) })
		if tc.want == "" && len(left) != len(tc.files) {
			t.Errorf("%s: of %v was read %v", tc.name, tc.files, left)
		}
	}
}
