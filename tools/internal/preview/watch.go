package preview

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tillit/tools/internal/history/change"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long the folders must rest before a rebuild: editors write a
// file in several steps.
const quiet = 60 * time.Millisecond

// watched are the folders whose files make the site.
var watched = []string{"data", "content", "layouts", "assets", "i18n", "static"}

// Watch calls changed, never twice at once, after files of the site in a folder
// have changed, with their names from that folder, or with the names of all
// folders of a site where it is not known which. The function returned ends it.
func Watch(ctx context.Context, dir string, changed func(touched []string)) (func(), error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	for _, name := range watched {
		watchBelow(w, filepath.Join(dir, name))
	}
	// A version that is issued is a folder that appears.
	w.Add(filepath.Join(dir, change.Folder))
	// The site's folder itself is watched for one of those folders to appear.
	if err := w.Add(dir); err != nil {
		w.Close()
		return nil, err
	}
	go func() {
		timer := time.NewTimer(time.Hour)
		timer.Stop()
		touched := map[string]bool{}
		for {
			select {
			case <-ctx.Done():
				return
			case e, ok := <-w.Events:
				if !ok {
					return
				}
				if !ofSite(dir, e.Name) || e.Op == fsnotify.Chmod {
					continue
				}
				if e.Has(fsnotify.Create) {
					watchBelow(w, e.Name)
				}
				if rel, err := filepath.Rel(dir, e.Name); err == nil {
					touched[filepath.ToSlash(rel)] = true
				}
				timer.Reset(quiet)
			case <-w.Errors:
				// An overflow loses names, not the fact that something changed.
				for _, name := range append(watched, change.Folder) {
					touched[name] = true
				}
				timer.Reset(quiet)
			case <-timer.C:
				changed(slices.Sorted(maps.Keys(touched)))
				clear(touched)
			}
		}
	}()
	return func() { w.Close() }, nil
}

// watchBelow watches a folder and all in it. What cannot be watched is not
// there, or will be reported by the build.
func watchBelow(w *fsnotify.Watcher, dir string) {
	filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			w.Add(name)
		}
		return nil
	})
}

// ofSite tells whether a changed file is one that the site is made of, and not
// an editor's swap file or the output.
func ofSite(dir, name string) bool {
	rel, err := filepath.Rel(dir, name)
	if err != nil {
		return false
	}
	first, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	base := filepath.Base(name)
	if strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") || base == "4913" {
		return false
	}
	if slices.Contains(watched, first) || first == change.Folder {
		return true
	}
	_, err = os.Stat(name)
	return first == "organisation.yaml" && err == nil
}
