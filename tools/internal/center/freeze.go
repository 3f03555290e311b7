package center

import (
	"context"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/stamp"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/document"
	"tillit/tools/internal/publish/list"
	"tillit/tools/internal/publish/output"
)

// Issue is a version that is ready to be issued.
type Issue struct {
	ID      string
	Day     value.Date // from which it applies
	Records int
	Past    *Past

	center *Center
	files  []version.File
}

// Hold takes versions/ for this process, or waits for it, so that nobody issues a version
// between a look at the site and the version that comes of it. What was issued is read
// anew. The function returned gives it back.
func (c *Center) Hold(ctx context.Context, w disk.Waiting) (func() error, error) {
	h, err := version.Hold(ctx, c.Dir, w)
	if err != nil {
		return nil, err
	}
	c.hold, c.chain, c.past = h, nil, nil
	return func() error {
		c.hold, c.chain, c.past = nil, nil, nil
		return h.Release()
	}, nil
}

// Issuable checks the site and its past for a version that applies from a day.
// Nothing is issued from a site with errors, nor onto a chain that is not what it
// was: then the findings block and there is no issue.
func (c *Center) Issuable(ctx context.Context, day value.Date) (*Issue, diag.List, error) {
	// What was wrong on a day before the last version matters no more.
	opened, _, err := c.Chain()
	if err != nil {
		return nil, nil, err
	}
	id, err := opened.Next(day)
	if err != nil {
		return nil, nil, err
	}
	found, err := c.judge(ctx, day, func(Findings) bool { return false }) // its pages are made next
	if err != nil {
		return nil, nil, err
	}
	lost, err := c.lostHere()
	if err != nil {
		return nil, nil, err
	}
	list := append(strict(found.All()), lost...)
	_, more, err := c.Verify(ctx)
	if err != nil {
		return nil, nil, err
	}
	if list = append(list, without(more, list)...); list.Blocks() {
		list.Sort()
		return nil, list, nil
	}
	past, more, err := c.Past(ctx)
	if err != nil {
		return nil, nil, err
	}
	if list = append(list, more...); list.Blocks() {
		list.Sort()
		return nil, list, nil
	}
	list.Sort()
	return &Issue{ID: id, Day: day, Records: len(c.facts.Set.All()), Past: past, center: c}, list, nil
}

// Report says what the version changes; first is what its beginning is called
// where there is no version before.
func (i *Issue) Report(first string) change.Report {
	r := change.Report{
		Difference: i.Past.Since.On(i.Day), From: first, To: i.ID, After: i.Past.Now, AsOf: i.Day,
		NoticeDays: i.center.facts.Set.Organisation.NoticeDays,
	}
	if head := i.Past.Head(); head != nil {
		r.From = head.ID
	}
	return r
}

// Render makes what the version serves, its pages and its downloads, and returns
// how many files that are.
func (i *Issue) Render(ctx context.Context) (int, diag.List, error) {
	c := i.center
	set, past := c.facts.Set, i.Past
	issue := &version.Version{ID: i.ID, Effective: i.Day}
	if head := past.Head(); head != nil {
		issue.Previous, issue.PreviousDigest = head.ID, head.Digest
	}
	texts, err := c.Texts()
	if err != nil {
		return 0, nil, err
	}
	o := Order{BaseURL: value.Wire(set.Organisation.BaseURL), Today: i.Day}
	edition := list.Edition{AsOf: i.Day, Version: i.ID, Number: len(past.Chain.Versions) + 1, Frozen: true, BaseURL: o.BaseURL, Words: texts.Words}
	var downloads []output.File
	for _, f := range document.All(set, edition) {
		downloads = append(downloads, output.File{Path: f.Path, Data: f.Data, By: address.Download})
	}
	rendered, found, err := c.render(ctx, set, past, o, issue, func() []output.File { return downloads })
	if err != nil || found.Blocks() {
		return 0, found, err
	}
	i.files = nil
	for _, f := range rendered {
		i.files = append(i.files, version.File{Path: f.Path, Data: f.Data})
	}
	return len(i.files), found, nil
}

// StampService is the address of the time stamping service that the site names, or "".
func (i *Issue) StampService() string { return i.center.facts.Set.Organisation.Timestamp }

// Stamp has the version stamped once it is issued, see Center.Stamp.
func (i *Issue) Stamp(ctx context.Context, by stamp.Authority) (*stamp.Token, diag.List, error) {
	return i.center.Stamp(ctx, i.ID, by)
}

// Files are the names that the version's files will have, from the site's folder.
func (i *Issue) Files() []string { return version.Names(i.ID, i.files) }

// LayGitFiles lays what keeps git from changing issued versions, where the site lacks it.
func (i *Issue) LayGitFiles() error { return version.LayGitFiles(i.center.Dir) }

// Freeze issues the version that was rendered, at a moment, and returns it.
func (i *Issue) Freeze(ctx context.Context, at value.Moment) (*version.Version, error) {
	changes, err := change.EncodeChanges(i.Past.Since.On(i.Day), i.Past.Now)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v, err := i.Past.Chain.Freeze(i.center.Dir, i.ID, at, i.Past.Now, changes, i.files)
	i.center.Forget(change.Folder)
	return v, err
}
