package site

import (
	"context"
	"errors"
	"io/fs"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// Input is all that a build needs.
type Input struct {
	// Root is the site's folder. Its own content/, layouts/, assets/ and i18n/
	// lie over the ones in Base; its static/ is published as it is.
	Root string
	// Base is the tree that the program carries: content, layouts, assets, i18n.
	Base fs.FS

	Set  *record.Set
	AsOf record.Date
	// BaseURL is the public address of the site's root, with scheme; it may have
	// a path (https://example.com/trust/).
	BaseURL string
	// Preview keeps the site out of search engines and says so on each page.
	Preview bool
	// Version is that of the program.
	Version string

	// Downloads are files made elsewhere that are published beside Hugo's.
	Downloads []File

	// Stage, if not nil, is called as each stage begins, with its name: read,
	// plan, render, seal. The caller has the clock, and so can measure them.
	Stage func(name string)
}

// Build returns the files of the site, sorted by path and sealed. When a finding
// blocks there are no files. The error is for what could not be done at all.
func Build(ctx context.Context, in Input) ([]File, diag.List, error) {
	return nil, nil, errors.New("the site cannot be rendered yet")
}
