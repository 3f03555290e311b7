package center

import (
	"context"
	"errors"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
)

// Past is what a site has issued, beside what it says now.
type Past struct {
	Chain   *version.Chain
	Entries []change.Entry // what changed in each version, the newest first
	Now     change.Snapshot
	Since   change.Difference // between the last version and now; empty before the first
}

// Head is the last issued version, or nil.
func (p *Past) Head() *version.Version { return p.Chain.Head() }

// Past reads the issued versions of the site. Findings are about versions that
// are not what they were.
func (c *Center) Past(ctx context.Context) (*Past, diag.List, error) {
	p, list, err := c.readPast(ctx)
	unread, err := told(err)
	return p, append(list, unread...), err
}

// told makes the finding of an error that is one: a file of a version that cannot be read
// as it was issued.
func told(err error) (diag.List, error) {
	if fault := (*version.Fault)(nil); errors.As(err, &fault) {
		return diag.List{fault.Found}, nil
	}
	return nil, err
}

func (c *Center) readPast(ctx context.Context) (*Past, diag.List, error) {
	if c.past != nil {
		return c.past, c.chain.found, nil
	}
	set, _, err := c.Records()
	if err != nil {
		return nil, nil, err
	}
	opened, list, err := c.Chain()
	if err != nil || list.Blocks() {
		return nil, list, err
	}
	p := &Past{Chain: opened}
	now, unread, err := c.Snapshot()
	if err != nil || unread.Blocks() {
		return nil, append(list, unread...), err
	}
	p.Now = now
	if p.Entries, err = opened.Entries(set); err != nil {
		return nil, list, err
	}
	if err := ctx.Err(); err != nil {
		return nil, list, err
	}
	if opened.Head() != nil {
		before, err := c.chain.last()
		if err != nil {
			return nil, list, err
		}
		p.Since = change.Diff(before, p.Now)
	}
	if err := ctx.Err(); err != nil {
		return nil, list, err
	}
	c.past = p
	return p, list, nil
}

// Snapshot is what the site says now: its records and the prose of its pages.
// Findings are about files of prose that could not be read.
func (c *Center) Snapshot() (change.Snapshot, diag.List, error) {
	set, err := c.organised()
	if err != nil {
		return change.Snapshot{}, nil, err
	}
	texts, err := c.Prose()
	if err != nil {
		return change.Snapshot{}, nil, err
	}
	if c.layers.Found.Blocks() {
		return change.Snapshot{}, c.layers.Found, nil
	}
	return change.Of(set, prose.ByPage(texts)), nil, nil
}

// calledBefore is the organisation's name before a version, from the one in it.
func (p *Past) calledBefore(v *version.Version, name string) string {
	for _, e := range p.Entries {
		if e.Version != v.ID || e.Kind != "organisation" {
			continue
		}
		for _, f := range e.Lines {
			if len(f.Path) == 1 && f.Path[0] == "name" && f.Old.SV != "" {
				return f.Old.SV
			}
		}
	}
	return name
}

// Unissued is the finding that stops a build whose facts nobody has issued: what
// applied when could otherwise not be proved. A preview may show them.
func (p *Past) Unissued(preview bool) diag.List {
	head := p.Head()
	switch {
	case head == nil:
		return diag.List{diag.New("version-none", diag.Pos{File: "data/organisation.yaml"},
			diag.Say("webbplatsen har aldrig gett ut någon version, så ingen kan visa vad som gällde när; varje sida säger det",
				"the site has never issued a version, so nobody can show what applied when; each page says so"),
			diag.Say("ge ut den första med tillit freeze", "issue the first with tillit freeze"))}
	case preview || p.Since.Empty():
		return nil
	}
	d := diag.New("version-unissued", diag.Pos{File: "data/organisation.yaml"},
		diag.Say("uppgifter eller text skiljer sig från den senaste utgivna versionen, %s, och får inte publiceras förrän de har getts ut",
			"facts or prose differ from the last issued version, %s, and may not be published before they are issued", head.ID),
		diag.Say("ge ut dem med tillit freeze, eller titta på dem med tillit build --preview",
			"issue them with tillit freeze, or look at them with tillit build --preview"))
	const most = 20
	for i, c := range p.Since.Records {
		if i == most {
			break
		}
		d.Related = append(d.Related, diag.Related{Pos: diag.Pos{File: fileOf(c)}, Message: diag.Text{SV: c.Heading("sv"), EN: c.Heading("en")}})
	}
	for _, e := range p.Since.Prose {
		d.Related = append(d.Related, diag.Related{
			Pos:     diag.Pos{File: "content/" + e.Page + "/index." + e.Language + ".md"},
			Message: diag.Say("texten är ändrad", "the text was changed")})
	}
	return diag.List{d}
}

// fileOf is where a changed record lies, or lay.
func fileOf(c change.Change) string {
	kind, _ := record.KindOf(c.Kind)
	if kind.Folder == "" {
		return "data/" + c.ID + ".yaml"
	}
	return "data/" + kind.Folder + "/" + c.ID + ".yaml"
}
