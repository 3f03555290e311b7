package proof

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/outside"
)

// Asking is how folders and addresses are opened.
type Asking struct {
	Proxy  func(*http.Request) (*url.URL, error) // the way to an address; nil goes straight to it
	Opened func(files int)                       // hears how many files have been read
}

// Open opens a folder or an address. ended is called when all has been read, and tells
// what stopped the reading before.
func (a Asking) Open(ctx context.Context, name string) (g Given, ended func() error, err error) {
	if outside.Served(name) {
		limits := outside.Enough
		limits.Proxy = a.Proxy
		site, err := outside.Visit(ctx, name, limits)
		if err != nil {
			return g, nil, err
		}
		g = Look(Watch(ctx, site, a.Opened), name)
		g.Live = true
		return g, func() error { defer site.Close(); return cmp.Or(ctx.Err(), site.Err()) }, nil
	}
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return g, nil, wrong("%s är ingen mapp, fil eller adress", "%s is no folder, file or address", name)
	}
	full, err := filepath.Abs(name)
	return Look(Watch(ctx, disk.FS(name), a.Opened), filepath.ToSlash(full)), ctx.Err, err
}

// Base opens what of is to be held against: a folder, an address, or else a revision of
// the repository around a folder. A folder is written so that no revision of git can be
// called the same, or whoever names a folder could have it taken for the base.
func (a Asking) Base(ctx context.Context, name, of, repository string) (*Base, error) {
	if !outside.Served(name) && !filepath.IsAbs(name) && !strings.HasPrefix(name, ".") && !strings.HasSuffix(filepath.ToSlash(name), "/") {
		return revision(ctx, name, repository)
	}
	there, err := os.Stat(name)
	if here, e := os.Stat(of); err == nil && e == nil && os.SameFile(here, there) {
		return nil, wrong("%s jämförs med sig självt, och det bevisar ingenting", "%s is compared with itself, which proves nothing", name)
	}
	g, ended, err := a.Open(ctx, name)
	if err != nil {
		return nil, err
	}
	b, err := g.Base(name)
	switch stopped := ended(); {
	case stopped != nil:
		return nil, stopped
	case g.Kind == None:
		return nil, wrong("%s är ingen webbplats, ingen publicerad mapp och ingen version, så det finns inget att jämföra med", "%s is no site, no published folder and no version, so there is nothing to compare with", name)
	}
	return b, err
}

// revision opens a revision as a base.
func revision(ctx context.Context, name, repository string) (*Base, error) {
	held, err := outside.Revision(ctx, repository, name, func(top, path string) bool {
		_, err := os.Lstat(filepath.Join(top, filepath.FromSlash(path)))
		return os.IsNotExist(err)
	})
	if err == nil {
		return Of(held).Base(name)
	}
	if info, e := os.Stat(name); e == nil && info.IsDir() && errors.Is(err, outside.ErrNoRevision) {
		return nil, wrong("%s är en mapp och ingen revision; skriv ./%s", "%s is a folder and no revision; write ./%s", name, name)
	}
	return nil, err
}

// Copies are what others hold of a file: a site, where something else is looked at that
// is called of, and the git around that site.
func Copies(ctx context.Context, site, of, name string) [][]byte {
	var found [][]byte
	if here, err := filepath.Abs(site); err == nil {
		if there, err := filepath.Abs(of); err == nil && here != there {
			if data, err := fs.ReadFile(disk.FS(site), name); err == nil {
				found = append(found, data)
			}
		}
	}
	if data, err := outside.Committed(ctx, site, name); err == nil {
		found = append(found, data)
	}
	return found
}

// wrong is a question that could never be answered as it was put.
func wrong(sv, en string, args ...any) error {
	return &outside.Failure{Text: diag.Say(sv, en, args...)}
}
