// Package center is a trust center as one value: a folder that is opened once and
// asked what it says, what is wrong with it, what it looked like before and what
// it publishes. The command line, the preview and the editor are its users.
//
// A Center reads each file once and keeps what it read, until it is told by Forget
// which files have changed. It prints nothing and knows no clock: the day comes
// with each question. It is used by one goroutine at a time.
package center

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/document"
	"tillit/tools/internal/publish/feed"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/seal"
	"tillit/tools/internal/publish/view"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/rules/wording"
)

// Renderer makes pages of layouts, prose and facts. publish/hugo has the one that
// the program uses; main hands it on.
type Renderer func(context.Context, view.Order) ([]output.File, diag.List, error)

// Program is what the program brings along to every center.
type Program struct {
	Files   fs.FS // content, layouts, assets, i18n and examples/starter
	Render  Renderer
	Version string
}

// Center is one trust center.
type Center struct {
	Dir     string // the site's folder
	program Program

	facts   *record.Reading
	layers  *folder.Layers
	touched struct{ facts, layers []string } // and to be read again
	texts   *check.Texts
	prose   []prose.File
	chain   *chain
	past    *Past
	linted  wording.Memory
	lists   *document.Memory // nil until somebody tells of changes, and so asks again
	feeds   *feed.Memory
	starter *check.Starter
	read    *seal.Readings // of the last build
	place   *seal.Place    // that a build is to be published in, and what it was called
	target  string
	tree    *tree              // what is laid beside it
	hold    *disk.Hold         // of versions/, see Hold
	others  map[string]*Center // by folder, see At
}

// chain is what was issued, and what the reader of it found.
type chain struct {
	*version.Chain
	found    diag.List
	verified chan struct{} // closed once it is verified; nil before that has begun
	altered  diag.List     // then: what is wrong with its bytes, and found
	said     *change.Snapshot
}

// last is what the last version says, of which there is one. Nobody changes it.
func (c *chain) last() (change.Snapshot, error) {
	if c.said == nil {
		said, err := c.Snapshot(c.Head())
		if err != nil {
			return said, err
		}
		c.said = &said
	}
	return *c.said, nil
}

// ErrNoSite is a folder that holds no data/.
var ErrNoSite = errors.New("the folder has no data/")

// ErrNoOrganisation is a site whose organisation nobody has told or can read.
var ErrNoOrganisation = errors.New("data/organisation.yaml is missing")

// Open opens the site in a folder. It reads nothing yet.
func Open(dir string, p Program) (*Center, error) {
	info, err := os.Stat(filepath.Join(dir, "data"))
	switch {
	case err == nil && info.IsDir():
		return &Center{Dir: dir, program: p}, nil
	case err == nil || os.IsNotExist(err):
		return nil, ErrNoSite
	}
	return nil, err
}

// Bare opens a folder that may hold nothing but versions/.
func Bare(dir string, p Program) *Center { return &Center{Dir: dir, program: p} }

// Forget lets files be read again: those of the site whose names, slash-separated
// from the site's folder, are given.
func (c *Center) Forget(names ...string) {
	c.linted.Keep = true // who tells of changes asks again
	if c.lists == nil {
		c.lists, c.feeds = &document.Memory{}, &feed.Memory{}
	}
	for _, name := range names {
		first, _, _ := strings.Cut(name, "/")
		switch first {
		case "data":
			c.past, c.touched.facts = nil, append(c.touched.facts, name)
		case change.Folder:
			c.chain, c.past = nil, nil
		default:
			c.texts, c.prose, c.past = nil, nil, nil
			c.touched.layers = append(c.touched.layers, name)
		}
	}
}

// Records returns the records of the site and what is wrong with their files.
func (c *Center) Records() (*record.Set, diag.List, error) {
	if c.facts != nil && len(c.touched.facts) == 0 {
		return c.facts.Set, c.facts.Found, nil
	}
	was := c.facts
	if was == nil {
		was = &record.Reading{Set: &record.Set{}}
	}
	now, err := was.Again(c.Dir, c.touched.facts)
	if err != nil {
		return nil, nil, err
	}
	if now.Set.Organisation != was.Set.Organisation {
		c.texts, c.prose = nil, nil // which ask for the organisation, and for no other record
	}
	c.facts, c.touched.facts = now, nil
	return now.Set, now.Found, nil
}

// Layers are the files of the site beside its data.
func (c *Center) Layers() (*folder.Layers, error) {
	if c.layers != nil && len(c.touched.layers) == 0 {
		return c.layers, nil
	}
	var now *folder.Layers
	var err error
	if c.layers == nil {
		now, err = folder.Read(c.Dir, c.program.Files)
	} else {
		now, err = c.layers.Again(c.Dir, c.touched.layers)
	}
	if err != nil {
		return nil, err
	}
	c.layers, c.touched.layers = now, nil
	return now, nil
}

// Texts are the pages and words of the site, judged.
func (c *Center) Texts() (*check.Texts, error) {
	set, err := c.organised()
	if err != nil || c.texts != nil {
		return c.texts, err
	}
	layers, err := c.Layers()
	if err != nil {
		return nil, err
	}
	pages, err := c.Prose()
	if err != nil {
		return nil, err
	}
	c.texts = check.ReadTexts(layers, set, pages, words.Phrases())
	return c.texts, nil
}

// Prose is what the pages say, in the site's languages.
func (c *Center) Prose() ([]prose.File, error) {
	set, err := c.organised()
	if err != nil || c.prose != nil {
		return c.prose, err
	}
	layers, err := c.Layers()
	if err != nil {
		return nil, err
	}
	c.prose = prose.Files(layers.Files(), set.Organisation.Languages)
	return c.prose, nil
}

// organised is the set of a site that has an organisation.
func (c *Center) organised() (*record.Set, error) {
	set, _, err := c.Records()
	if err != nil {
		return nil, err
	}
	if set.Organisation == nil {
		return nil, ErrNoOrganisation
	}
	return set, nil
}

// Chain is the issued versions of the site, and what is wrong with their names,
// days and links.
func (c *Center) Chain() (*version.Chain, diag.List, error) {
	if c.chain == nil {
		opened, found, err := version.Open(disk.FS(c.Dir))
		if err != nil {
			return nil, nil, err
		}
		opened.Hold = c.hold
		c.chain = &chain{Chain: opened, found: found}
	}
	return c.chain.Chain, c.chain.found, nil
}

// Verify recomputes the chain of the site: every byte of every version. It is done
// once; Forget has it done again.
func (c *Center) Verify(ctx context.Context) (*version.Chain, diag.List, error) {
	opened, _, err := c.Chain()
	if err != nil {
		return nil, nil, err
	}
	c.beginVerify(ctx)
	<-c.chain.verified
	if err := ctx.Err(); err != nil {
		c.chain = nil // what was found is not all
		return nil, nil, err
	}
	return opened, c.chain.altered, nil
}

// beginVerify recomputes the chain while other things are asked. Whoever asks for it
// hears why it cannot be opened.
func (c *Center) beginVerify(ctx context.Context) {
	opened, found, err := c.Chain()
	if err != nil || c.chain.verified != nil {
		return
	}
	now := c.chain
	now.verified = make(chan struct{})
	go func() {
		defer close(now.verified)
		now.altered = opened.VerifyUntil(ctx, found)
	}()
}

// endVerify waits until what beginVerify began has come to its end, so that no look at
// the files outlasts the call that began it.
func (c *Center) endVerify() {
	if c.chain != nil && c.chain.verified != nil {
		<-c.chain.verified
	}
}
