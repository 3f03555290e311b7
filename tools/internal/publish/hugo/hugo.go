// Package hugo makes pages with Hugo, in memory, and puts what Hugo complains of into
// words. It is the only package that knows of Hugo; main hands its Render on.
package hugo

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"time"
	_ "time/tzdata" // Hugo asks for Europe/Stockholm, which a bare machine does not know
	_ "time/tzdata" // Hugo asks for Europe/Stockholm, which a bare machine does not know

	"github.com/gohugoio/hugo/common/htime"
	"github.com/gohugoio/hugo/config"
	"github.com/spf13/afero"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
)

// Hugo sees one folder that exists in memory only, in which the site's own files
// already lie over the embedded ones. It can therefore read nothing else of the
// machine, whatever a template asks for, and a file that is checked is the file
// that is rendered.
const (
	workFolder   = "/site"
	publicFolder = "public"
	cacheFolder  = "/cache"
)

// hugoRuns keeps builds apart: Hugo has one logger and one clock for the whole
// process.
var hugoRuns sync.Mutex

// Render returns the files that Hugo makes of the input. Findings are all that
// Hugo complained of; where they kept it from making the pages there are no files.
func Render(ctx context.Context, in view.Order) ([]output.File, diag.List, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	hugoRuns.Lock()
	defer hugoRuns.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	defer setting(in)()
	m := next
	next = nil
	if m != nil && m.fits(in) {
		m.tell(in.Params)
	} else {
		m.drop()
		var err error
		if m, err = newMachine(in); err != nil {
			return nil, nil, err
		}
	}
	failure := m.run()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	list := complaints(in, m.log.entries, failure)
	if failure != nil || slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Rule == "layout-missing" }) {
		return nil, list, nil
	}
	files, err := published(m.public)
	if in.Again != nil && len(list) == 0 {
		done := make(chan struct{})
		preparing = done
		go func() {
			defer close(done)
			<-in.Again
			prepare(in)
		}()
	}
	return files, list, err
}

// setting gives Hugo its day and its workers, and returns what undoes it.
func setting(in view.Order) (undo func()) {
	clock := htime.Clock
	htime.Clock = day{in.Today}
	workers := enoughWorkers(len(in.Files))
	return func() {
		workers()
		htime.Clock = clock
	}
}

// enoughWorkers gives Hugo a worker for every page, and returns what undoes it.
// At the tenth page that fails, Hugo's workers leave, and its walk through the
// pages then waits for ever if more are left than it has room for, which is one
// for each worker. Hugo can be told their number in no other way.
func enoughWorkers(pages int) (undo func()) {
	const name = "HUGO_NUMWORKERMULTIPLIER"
	os.Setenv(name, strconv.Itoa(max(pages, runtime.NumCPU())))
	return func() { os.Unsetenv(name) }
}

// settings are all that Hugo is told. A hugo.yaml of the site is not read: what
// a site may decide stands in its data, layouts and words.
func settings(in view.Order) config.Provider {
	languages := map[string]any{}
	for i, l := range in.Languages {
		languages[l.Key()] = map[string]any{"weight": i + 1, "locale": l.Tag, "label": l.Label, "title": in.Title}
	}
	nothing := []string{"none"}
	c := config.New()
	for key, value := range map[string]any{
		"workingDir": workFolder,
		"publishDir": publicFolder,
		"cacheDir":   cacheFolder,
		"baseURL":    in.BaseURL,
		"title":      in.Title,
		"timeZone":   "Europe/Stockholm",

		"defaultContentLanguage":         in.Languages[0].Key(),
		"defaultContentLanguageInSubdir": false,
		"languages":                      languages,

		// What is not a page of the list is not made by Hugo.
		"disableKinds":               []string{"taxonomy", "term", "rss", "sitemap", "robotstxt"},
		"disableAliases":             true,
		"disableDefaultSiteRedirect": true,
		"disableHugoGeneratorInject": true,
		"outputs":                    map[string]any{"home": []string{"html"}, "section": []string{"html"}, "page": []string{"html"}},

		// Nothing depends on a day, on git, or on how fast the machine is.
		"buildDrafts": true, "buildExpired": true, "buildFuture": true,
		"enableGitInfo": false,
		"noBuildLock":   true,
		"timeout":       "1h",

		// A link is never rewritten, so that the seal sees what was written.
		"canonifyURLs": false, "relativeURLs": false,
		"printPathWarnings":  true,
		"printI18nWarnings":  true,
		"refLinksErrorLevel": "error",

		// Prose is text: HTML in it is left out, and the log says so.
		"markup": map[string]any{
			"goldmark": map[string]any{
				"renderer":   map[string]any{"unsafe": false},
				"parser":     map[string]any{"attribute": map[string]any{"title": true, "block": false}},
				"extensions": map[string]any{"typographer": map[string]any{"disable": true}},
			},
			"highlight": map[string]any{"codeFences": false},
		},
		// No program is run, no address fetched, no variable read.
		"security": map[string]any{
			"enableInlineShortcodes": false,
			"exec":                   map[string]any{"allow": nothing, "osEnv": nothing},
			"funcs":                  map[string]any{"getenv": nothing},
			"http":                   map[string]any{"methods": nothing, "urls": nothing},
		},
		"params": in.Params,
	} {
		c.Set(key, value)
	}
	return c
}

// memory puts files where Hugo looks for them.
func memory(files folder.Tree) (afero.Fs, error) {
	mem := afero.NewMemMapFs()
	for name, f := range files {
		if err := afero.WriteFile(mem, path.Join(workFolder, name), f.Data, 0o644); err != nil {
			return nil, fmt.Errorf("prepare %s: %w", name, err)
		}
	}
	return mem, nil
}

// published takes out what Hugo wrote, sorted by path. Each file is let go of once it
// has been copied, so that a long site is not there twice.
func published(public afero.Fs) ([]output.File, error) {
	root := filepath.Join(workFolder, publicFolder)
	var files []output.File
	err := afero.Walk(public, root, func(name string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		data, err := afero.ReadFile(public, name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		files = append(files, output.File{Path: filepath.ToSlash(rel), Data: data})
		return public.Remove(name)
	})
	if err != nil {
		return nil, fmt.Errorf("collect the rendered files: %w", err)
	}
	slices.SortFunc(files, output.ByPath)
	return files, nil
}

// day is a clock that stands still.
type day struct{ time.Time }

func (d day) Now() time.Time                  { return d.Time }
func (d day) Since(t time.Time) time.Duration { return d.Sub(t) }
func (d day) Until(t time.Time) time.Duration { return t.Sub(d.Time) }
func (d day) Offset() time.Duration           { return 0 }
