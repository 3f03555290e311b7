package folder_test

import (
	"testing"

	"tillit/tools/internal/facts/folder"
)

// A site that has no layouts of its own, or the program's own ones, pays nothing for old names.
func TestOldNamesAreOnlyThereForLayoutsOfOnesOwn(t *testing.T) {
	const old, now = "layouts/_partials/footer.html", "layouts/_partials/page/footer.html"
	program := folder.Tree{now: {Data: []byte("x")}, "layouts/page.html": {Data: []byte("x")}}
	for name, tt := range map[string]struct {
		own  folder.Tree
		want bool
	}{
		"none":                  {folder.Tree{"assets/site.css": {Own: true}}, false},
		"the program's":         {folder.Tree{"layouts/page.html": {Data: []byte("x"), Own: true}}, false},
		"one of the site's own": {folder.Tree{"layouts/page.html": {Data: []byte("y"), Own: true}}, true},
	} {
		layers := &folder.Layers{Own: tt.own, Program: program}
		files := layers.Files()
		if files.Has(old) != tt.want {
			t.Errorf("%s: the old name is there: %v", name, files.Has(old))
		}
		if files.Has("layouts/_partials/toc.html") {
			t.Errorf("%s: an old name leads to where nothing is", name)
		}
		if program.Has(old) || tt.own.Has(old) {
			t.Errorf("%s: a tree that was given has changed", name)
		}
	}
}
