package center

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/feed"
	"tillit/tools/internal/publish/list"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/seal"
	"tillit/tools/internal/publish/view"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/rules/law"
	"tillit/tools/internal/rules/statute"
)

// Order is what a build is asked to make.
type Order struct {
	BaseURL string // the site's address, in place of the one that it states
	Today   value.Date
	Preview bool

	// Out is the folder that Publish will be told of; empty where nobody publishes.
	// What was issued is laid beside it while the pages are rendered. From before
	// anything is read until Publish or Drop no other run has it.
	Out  string
	Wait disk.Waiting // for who has Out

	// Again, if not nil, tells that the site will be built again after a change; it is
	// closed when nobody waits for this build any more.
	Again <-chan struct{}

	// Stage, if not nil, is called as each stage begins, with its name: check,
	// history, export, plan, render, seal, and "" when the last one ends.
	Stage func(name string)
}

func (o Order) begin(stage string) {
	if o.Stage != nil {
		o.Stage(stage)
	}
}

// Build returns the files of the site, sealed. With an error among the findings
// there are none.
func (c *Center) Build(ctx context.Context, o Order) ([]output.File, diag.List, error) {
	if err := c.claim(ctx, o); err != nil {
		return nil, nil, err
	}
	files, found, err := c.build(ctx, o)
	o.begin("")
	found.Sort()
	if err != nil || found.Blocks() {
		return nil, found, cmp.Or(err, c.Drop())
	}
	return files, found, nil
}

// tree is the folder that is to be published, and what comes of laying into it what was
// issued.
type tree struct {
	*seal.Tree
	laid func() error
}

// claim takes the folder that is to be published, before anything is read: what another
// run puts there meanwhile may be of a later day than what this one has read.
func (c *Center) claim(ctx context.Context, o Order) error {
	if err := c.Drop(); err != nil || o.Out == "" {
		return err
	}
	place, err := seal.Claim(ctx, c.Dir, o.Out, o.Wait)
	if err != nil {
		return err
	}
	c.place, c.target = place, o.Out
	c.chain, c.past = nil, nil // and may have been issued meanwhile
	return nil
}

// lay begins to lay what was issued beside the folder that is to be published.
func (c *Center) lay(p *Past) error {
	if c.place == nil {
		return nil
	}
	begun, err := c.place.Begin()
	if err != nil {
		return err
	}
	c.tree = &tree{begun, sync.OnceValue(func() error {
		var files []output.File
		for _, v := range p.Chain.Versions {
			published, err := p.Chain.Published(c.Dir, v)
			if err != nil {
				return nil // told of where the pages are put together
			}
			for _, f := range published {
				files = append(files, output.File{Path: f.Path, Source: f.Source})
			}
		}
		if err := begun.Lay(files); err != nil || len(files) == 0 {
			return err
		}
		return begun.Sync()
	})}
	go c.tree.laid()
	return nil
}

// Drop gives back the folder that Build was told of, and removes what was made beside it.
// After Publish there is nothing left to do.
func (c *Center) Drop() error {
	var err error
	if t := c.tree; t != nil {
		err = errors.Join(t.laid(), t.Drop())
	}
	if c.place != nil {
		err = errors.Join(err, c.place.Release())
	}
	c.tree, c.place, c.target = nil, nil, ""
	return err
}

func (c *Center) build(ctx context.Context, o Order) ([]output.File, diag.List, error) {
	o.begin("check")
	c.beginVerify(ctx)
	defer c.endVerify() // where findings end the build before anybody asks for it
	// What stops the build is told with what the pages would have shown, had it come
	// to them. A preview is built again and again, and tells that in its turn.
	found, err := c.judge(ctx, o.Today, func(f Findings) bool { return !o.Preview && f.All().Blocks() })
	if o.Preview {
		found.Law = lenient(found.Law)
	} else {
		found.Facts = strict(found.Facts)
	}
	list := found.All()
	if err != nil || list.Blocks() {
		return nil, list, err
	}
	set := c.facts.Set
	if o.BaseURL == "" {
		o.BaseURL = set.Organisation.BaseURL
	}
	o.BaseURL = value.Wire(o.BaseURL)
	o.begin("history")
	// What was issued is published as it lies, so it must be what was issued.
	_, altered, err := c.Verify(ctx)
	if list = append(list, altered...); err != nil || list.Blocks() {
		return nil, list, err
	}
	past, more, err := c.Past(ctx)
	if list = append(list, more...); err != nil || list.Blocks() {
		return nil, list, err
	}
	lost, err := c.lost(o.Out)
	if err != nil {
		return nil, list, err
	}
	list = append(list, lost...)
	if list = append(list, past.Unissued(o.Preview)...); list.Blocks() {
		return nil, list, nil
	}
	if err := c.lay(past); err != nil {
		return nil, list, err
	}
	o.begin("export")
	export := c.export(set, past, o)
	files, more, err := c.render(ctx, set, past, o, nil, func() []output.File { return export().files })
	return files, append(list, without(more, list)...), cmp.Or(export().err, err)
}

// exported is what export makes.
type exported struct {
	files []output.File
	err   error
}

// export makes the downloads while the renderer gets ready, which leaves processors
// idle. The function that it returns waits for them.
func (c *Center) export(set *record.Set, p *Past, o Order) func() exported {
	made := sync.OnceValue(func() exported {
		files, err := c.downloads(set, p, o)
		return exported{files, err}
	})
	go made()
	return made
}

// Publish puts the files of a build in the place of a folder, in one step. Where the error
// is a *disk.AfterError they are there.
func (c *Center) Publish(ctx context.Context, files []output.File, target string) error {
	if c.place == nil || c.target != target {
		if err := c.claim(ctx, Order{Out: target}); err != nil {
			return err
		}
	}
	if c.tree == nil {
		return c.published(c.place.Swap(files))
	}
	if err := c.tree.laid(); err != nil {
		return errors.Join(err, c.Drop())
	}
	t := c.tree
	c.tree = nil
	return c.published(t.Swap(files))
}

// published gives the folder back after the files were put there, or could not be.
func (c *Center) published(err error) error {
	left := c.Drop()
	if err == nil && left != nil {
		return &disk.AfterError{Err: left}
	}
	return errors.Join(err, left)
}

// downloads are the lists and feeds that the site offers.
func (c *Center) downloads(set *record.Set, p *Past, o Order) ([]output.File, error) {
	texts, err := c.Texts()
	if err != nil {
		return nil, err
	}
	edition := list.Edition{AsOf: o.Today, BaseURL: o.BaseURL, Words: texts.Words}
	if head := p.Head(); head != nil && p.Since.Empty() {
		edition.Version, edition.Digest, edition.Number = head.ID, head.Digest, len(p.Chain.Versions)
	}
	var lists, feeds []list.File
	disk.Each(2, func(i int) {
		if i == 0 {
			feeds, err = c.feeds.Feeds(set, p.Chain, feed.Place{BaseURL: o.BaseURL, Words: texts.Words})
		} else {
			lists = c.lists.All(set, edition)
		}
	})
	if err != nil {
		return nil, err
	}
	var files []output.File
	for i, f := range append(lists, feeds...) {
		by := address.Download
		if i >= len(lists) {
			by = address.Feed
		}
		files = append(files, output.File{Path: f.Path, Data: f.Data, Dated: f.Dated, By: by})
	}
	return c.dated(files, set, p, edition), nil
}

// dated adds the downloads of every issued version under the names that tell them
// apart, exempelbolaget-underbitraden-2026-03-01.xlsx. They are the issued bytes: a
// name that a contract cites leads for good to what it led to, while the address
// without a day leads to the newest. A file that the last version was issued
// without has no such name.
func (c *Center) dated(files []output.File, set *record.Set, p *Past, e list.Edition) []output.File {
	now := len(files)
	called := set.Organisation.Name
	for _, v := range slices.Backward(p.Chain.Versions) {
		published, err := p.Chain.Published(c.Dir, v)
		if err != nil {
			continue // told of where the versions are linked
		}
		issued := map[string]version.Linked{}
		for _, f := range published {
			issued[f.Path] = f
		}
		for i := range files[:now] {
			f := &files[i]
			was, ok := issued[change.Folder+"/"+v.ID+"/site/"+f.Path]
			switch {
			case f.Dated == "":
			case ok:
				name := list.DatedIn(f.Dated, set.Organisation.Name, e, called, v.ID)
				files = append(files, output.File{Path: name, Source: was.Source, Sum: was.Sum, By: address.Download})
			case v.ID == e.Version:
				f.Dated = ""
			}
		}
		called = p.calledBefore(v, called)
	}
	return files
}

// input is what the pages are made of.
func (c *Center) input(set *record.Set, p *Past, o Order, texts *check.Texts) (view.Input, error) {
	shown, err := c.withAuthorities(set)
	return view.Input{
		Root: c.Dir, Texts: texts, Set: shown, AsOf: o.Today, BaseURL: o.BaseURL,
		Render: c.program.Render, Preview: o.Preview, Version: c.program.Version, Stage: o.Stage,
		Chain: p.Chain, Entries: p.Entries, Draft: !p.Since.Empty(),
		Law: view.Law{
			Rights: law.UsableRights(set, o.Today), Reach: reach(set, o.Today),
			Authorities: statute.Authorities(), Directory: statute.DirectoryOfAuthorities,
		},
	}, err
}

// render makes the pages of the site, or those of a version that is being issued.
func (c *Center) render(ctx context.Context, set *record.Set, p *Past, o Order, issue *version.Version, downloads func() []output.File) ([]output.File, diag.List, error) {
	texts, err := c.Texts()
	if err != nil {
		return nil, nil, err
	}
	in, err := c.input(set, p, o, texts)
	if err != nil {
		return nil, nil, err
	}
	in.Downloads, in.Issue = downloads, issue
	read := seal.After(nil)
	if issue == nil {
		read = seal.After(c.read)
		in.Again = o.Again
	}
	files, found, err := build(ctx, in, read, false)
	if read.Done(); files != nil && issue == nil {
		c.read = read
	}
	return files, found, err
}

// reach hands what the law says of rights to the pages, which do not know it.
func reach(set *record.Set, today value.Date) map[string]view.Reach {
	out := map[string]view.Reach{}
	for right, r := range law.RightsInUse(set, today) {
		out[right] = view.Reach(r)
	}
	return out
}
