package site

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/history"
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
	Chain   *history.Chain
	Entries []history.Entry
	// Draft tells that the records or the prose are not those of the last issued
	// version, as only a preview may be.
	Draft bool
	// Issue, if not nil, is the version whose documents are rendered, to be served
	// below its own folder for good.
	Issue *history.Version

	// Render makes the pages: publish/hugo does, and tests that need none may do without.
	Render func(context.Context, hugoInput) ([]File, diag.List, error)

	// Law is what letters and the list of authorities are made from.
	Law Law

	// Downloads are files made elsewhere that are published beside Hugo's. Phrases
	// are what they say in words of their own, by the key of any other language.
	Downloads []File
	Phrases   map[string]diag.Text

	// Stage, if not nil, is called as each stage begins, with its name: read,
	// plan, render, seal. The caller has the clock, and so can measure them.
	Stage func(name string)
}

// building is one build, from stage to stage.
type building struct {
	Input
	base      *url.URL // of the pages that are made
	root      *url.URL // of the site
	today     time.Time
	languages []Language

	files tree // the site's own files over the program's
	pages []Page
	words map[string]map[string]string // by language and key
	plan  *Plan
	found diag.List

	parsed map[string]*html.Node // pages that were read, by path
}

func newBuilding(in Input) (*building, error) {
	b := &building{Input: in}
	if in.Set == nil || in.Set.Organisation == nil {
		return nil, fmt.Errorf("the site has no organisation")
	}
	b.languages = siteLanguages(in.Set.Organisation)
	if len(b.languages) == 0 {
		return nil, fmt.Errorf("the site has no language")
	}
	var err error
	if b.root, err = baseAddress(in.BaseURL); err != nil {
		return nil, err
	}
	b.base = b.root
	if in.Issue != nil {
		b.base = b.root.JoinPath(history.Folder, in.Issue.ID, "site/")
	}
	if b.today, err = time.Parse(time.DateOnly, string(in.AsOf)); err != nil {
		return nil, fmt.Errorf("the day of the build: %w", err)
	}
	return b, nil
}

// baseAddress is the site's root address, with a slash at its end.
func baseAddress(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("the site's address: %w", err)
	}
	whole := u.Host != "" && (u.Scheme == "https" || u.Scheme == "http")
	if address != "" && !whole || u.User != nil || u.RawQuery != "" || u.Fragment != "" || u.RawPath != "" {
		return nil, fmt.Errorf("the site's address %q is not like https://trust.example.com/", address)
	}
	if u.Path = path.Join("/", u.Path); u.Path != "/" {
		u.Path += "/"
	}
	if !basePath.MatchString(u.Path) {
		return nil, fmt.Errorf("the path of the site's address %q holds characters that need escapes", address)
	}
	return u, nil
}

// basePath are the paths that need no escapes wherever they are written.
var basePath = regexp.MustCompile(`^/([A-Za-z0-9._~-]+/)*$`)

// read gathers the site's own files and the program's, and looks at the prose
// and the words.
func (b *building) read() error {
	lower, err := embedded(b.Base)
	if err != nil {
		return err
	}
	upper, list, err := own(b.Root)
	if err != nil {
		return err
	}
	b.found = append(b.found, list...)
	b.files = over(upper, lower)
	merged, texts, list := words(b.languages, spoken(b.Phrases), lower, upper)
	b.found, b.words = append(b.found, blocking(list)...), texts // CheckTexts tells the rest
	maps.DeleteFunc(b.files, func(name string, _ sourceFile) bool { return strings.HasPrefix(name, "i18n/") })
	b.files = over(merged, b.files)
	b.pages, list = readProse(b.files, b.languages)
	b.found = append(b.found, list...)
	b.found = append(b.found, checkLogo(b.Set, b.files)...)
	for _, p := range b.pages {
		f := b.files[p.file]
		f.data = typesetProse(p.Lang, f.data)
		b.files[p.file] = f
	}
	return nil
}

// makePlan makes the plan, and leaves out the pages that have nothing to show.
func (b *building) makePlan() {
	b.plan = newPlan(b.Set, b.AsOf, b.words, addressesOf(b.pages, b.base.Path))
	b.plan.Preview, b.plan.Version = b.Preview, b.Version
	b.tellHistory()
	b.tellHelp()
	for _, f := range b.Downloads {
		if f.Source == "" { // what earlier versions offered stands on their own pages
			b.plan.Offer(f)
		}
	}
	if b.Issue != nil { // what came before and after is told by the site, not by a version
		b.plan.absent["changes"], b.plan.absent["versions"] = true, true
	}
	b.pages = slices.DeleteFunc(b.pages, func(p Page) bool {
		absent := p.ID != "" && !b.plan.Shows(p.ID)
		if absent {
			delete(b.files, p.file)
		}
		return absent
	})
}
