package cli

import (
	"context"
	"os"

	"tillit"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/export"
	"tillit/tools/internal/history"
	"tillit/tools/internal/law"
	"tillit/tools/internal/record"
	"tillit/tools/internal/site"
)

// past is what a site has issued, beside what it says now.
type past struct {
	chain   *history.Chain
	entries []history.Entry
	now     history.Snapshot
	since   history.Difference // between the last version and now; empty before the first
}

// head is the last issued version, or nil.
func (p *past) head() *history.Version { return p.chain.Head() }

// past reads the issued versions of the site. Findings are about versions that
// are not what they were.
func (a *app) past(ctx context.Context, set *record.Set) (*past, diag.List, error) {
	chain, list, err := history.Open(os.DirFS(a.dir))
	if err != nil || list.Blocks() {
		return nil, list, err
	}
	p := &past{chain: chain}
	if p.now, err = a.snapshot(a.dir, set); err != nil {
		return nil, list, err
	}
	if p.entries, err = chain.Entries(set); err != nil {
		return nil, list, err
	}
	if head := chain.Head(); head != nil {
		before, err := chain.Snapshot(head)
		if err != nil {
			return nil, list, err
		}
		p.since = history.Diff(before, p.now)
	}
	return p, list, ctx.Err()
}

// words are those of languages that the program does not speak, for what is made
// beside the pages.
func (a *app) words(set *record.Set) (export.Words, error) {
	return site.ReadWords(a.dir, tillit.Files, set.Organisation, export.Phrases())
}

// calledBefore is the organisation's name before a version, from the one in it.
func (p *past) calledBefore(v *history.Version, name string) string {
	for _, e := range p.entries {
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

// unissued is the finding that stops a build whose facts nobody has issued: what
// applied when could otherwise not be proved. A preview may show them.
func (a *app) unissued(p *past, preview bool) diag.List {
	head := p.head()
	switch {
	case head == nil:
		return diag.List{{
			Pos: diag.Pos{File: "data/organisation.yaml"}, Severity: diag.Warning, Rule: "version-none",
			Message: diag.Text{
				SV: "webbplatsen har aldrig gett ut någon version, så ingen kan visa vad som gällde när; varje sida säger det",
				EN: "the site has never issued a version, so nobody can show what applied when; each page says so"},
			Hint: diag.Text{SV: "ge ut den första med tillit freeze", EN: "issue the first with tillit freeze"},
		}}
	case preview || p.since.Empty():
		return nil
	}
	d := diag.Diagnostic{
		Pos: diag.Pos{File: "data/organisation.yaml"}, Rule: "version-unissued",
		Message: diag.Text{
			SV: "uppgifter eller text skiljer sig från den senaste utgivna versionen, " + head.ID + ", och får inte publiceras förrän de har getts ut",
			EN: "facts or prose differ from the last issued version, " + head.ID + ", and may not be published before they are issued"},
		Hint: diag.Text{
			SV: "ge ut dem med tillit freeze, eller titta på dem med tillit build --preview",
			EN: "issue them with tillit freeze, or look at them with tillit build --preview"},
	}
	const most = 20
	for i, c := range p.since.Records {
		if i == most {
			break
		}
		d.Related = append(d.Related, diag.Related{Pos: diag.Pos{File: fileOf(c)}, Message: diag.Text{SV: c.Heading("sv"), EN: c.Heading("en")}})
	}
	for _, e := range p.since.Prose {
		d.Related = append(d.Related, diag.Related{
			Pos:     diag.Pos{File: "content/" + e.Page + "/index." + e.Language + ".md"},
			Message: diag.Text{SV: "texten är ändrad", EN: "the text was changed"}})
	}
	return diag.List{d}
}

// fileOf is where a changed record lies, or lay.
func fileOf(c history.Change) string {
	kind, _ := record.KindOf(c.Kind)
	if kind.Folder == "" {
		return "data/" + c.ID + ".yaml"
	}
	return "data/" + kind.Folder + "/" + c.ID + ".yaml"
}

// render makes the pages of the site, or those of a version that is being issued.
func (a *app) render(ctx context.Context, set *record.Set, p *past, o order, issue *history.Version, downloads []site.File) ([]site.File, diag.List, error) {
	shown, err := withAuthorities(set)
	if err != nil {
		return nil, nil, err
	}
	return site.Build(ctx, site.Input{
		Root: a.dir, Base: tillit.Files, Set: shown, AsOf: o.today, BaseURL: o.baseURL,
		Render: site.Render, Preview: o.preview, Version: programVersion(), Downloads: downloads, Phrases: export.Phrases(), Stage: o.timer.begin,
		Chain: p.chain, Entries: p.entries, Draft: !p.since.Empty(), Issue: issue,
		Law: site.Law{
			Rights: law.UsableRights(set, o.today), Reach: reach(set, o.today),
			Authorities: law.Authorities(), Directory: law.DirectoryOfAuthorities,
		},
	})
}

// reach hands what the law says of rights to the site, which does not know it.
func reach(set *record.Set, today record.Date) map[string]site.Reach {
	out := map[string]site.Reach{}
	for right, r := range law.RightsInUse(set, today) {
		out[right] = site.Reach(r)
	}
	return out
}
