package view

import (
	"context"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"sync"
	"time"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/rules/check"
)

// Input is all that a build needs.
type Input struct {
	// Root is the site's folder, in which its issued versions lie.
	Root string
	// Texts are its pages, words and pictures, over those of the program.
	Texts *check.Texts

	Set  *record.Set
	AsOf value.Date
	// BaseURL is the public address of the site's root, with scheme; it may have
	// a path (https://example.com/trust/). When it is empty the site says nothing
	// that needs its address, such as a sitemap.
	BaseURL string
	// Preview keeps the site out of search engines and says so on each page.
	Preview bool
	// Version is that of the program.
	Version string

	// Chain is the issued versions, which are published as they are below
	// versions/; nil or empty when none has been issued. Entries are what changed
	// in each of them, the newest first.
	Chain   *version.Chain
	Entries []change.Entry
	// Draft tells that the records or the prose are not those of the last issued
	// version, as only a preview may be.
	Draft bool
	// Issue, if not nil, is the version whose documents are rendered, to be served
	// below its own folder for good.
	Issue *version.Version

	// Render makes the pages: publish/hugo does, and tests that need none may do without.
	Render func(context.Context, Order) ([]output.File, diag.List, error)
	Again  <-chan struct{} // see Order

	// Law is what letters and the list of authorities are made from.
	Law Law

	// Downloads are files made elsewhere that are published beside the pages. They
	// are asked for when the first page names one, more than once, and at one time.
	Downloads func() []output.File

	// Stage, if not nil, is called as each stage begins, with its name: read,
	// plan, render, seal. The caller has the clock, and so can measure them.
	Stage func(name string)
}

// Making is one build, from stage to stage.
type Making struct {
	Input
	At        *url.URL // of the pages that are made
	Home      *url.URL // of the site
	Today     time.Time
	Languages []record.Language

	Files folder.Tree // the site's own files over the program's
	Pages []prose.Page
	Words map[string]map[string]string // by language and key
	Plan  *Plan
	Found diag.List
}

func Begin(in Input) (*Making, error) {
	b := &Making{Input: in}
	if in.Set == nil || in.Set.Organisation == nil {
		return nil, fmt.Errorf("the site has no organisation")
	}
	b.Languages = in.Texts.Languages
	if len(b.Languages) == 0 {
		return nil, fmt.Errorf("the site has no language")
	}
	var err error
	if b.Home, err = output.Address(in.BaseURL); err != nil {
		return nil, err
	}
	b.At = b.Home
	if in.Issue != nil {
		b.At = b.Home.JoinPath(change.Folder, in.Issue.ID, "site/")
	}
	if b.Today, err = time.Parse(time.DateOnly, string(in.AsOf)); err != nil {
		return nil, fmt.Errorf("the day of the build: %w", err)
	}
	if b.Downloads == nil {
		b.Downloads = func() []output.File { return nil }
	}
	b.take(in.Texts)
	return b, nil
}

// take takes the texts over, and sets their type.
func (b *Making) take(t *check.Texts) {
	b.Files, b.Pages, b.Words = maps.Clone(t.Files), slices.Clone(t.Pages), t.Words
	b.Found = t.Blocking()
	for name, data := range t.Typeset() {
		f := b.Files[name]
		f.Data = data
		b.Files[name] = f
	}
}

// MakePlan makes the plan, and leaves out the pages that have nothing to show.
func (b *Making) MakePlan() {
	b.Plan = newPlan(b.Set, b.AsOf, b.Words, addressesOf(b.Pages, b.At.EscapedPath()))
	b.Plan.Preview, b.Plan.Version = b.Preview, b.Version
	b.tellHistory()
	b.tellHelp()
	b.Plan.downloads = sync.OnceValue(func() []offer { return offersOf(b.Downloads()) })
	if b.Issue != nil { // what came before and after, and who wrote it, is told by the site, not by a version
		b.Plan.Version = ""
		b.Plan.absent[page.Changes], b.Plan.absent[page.Versions] = true, true
	}
	b.Pages = slices.DeleteFunc(b.Pages, func(p prose.Page) bool {
		absent := p.ID != "" && !b.Plan.Shows(p.ID)
		if absent {
			delete(b.Files, p.File)
		}
		return absent
	})
}
