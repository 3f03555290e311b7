package center

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/effect"
	"tillit/tools/internal/rules/law"
	"tillit/tools/internal/rules/static"
)

// Findings are what a check has to say: of the records themselves, which nothing
// overrides, and of what the law asks, which a preview may still lack.
type Findings struct{ Facts, Law diag.List }

// All are both, sorted.
func (f Findings) All() diag.List {
	list := slices.Concat(f.Facts, f.Law)
	list.Sort()
	return list
}

// Check returns all that can be said of the site on a day, less the warnings that
// it has accepted: what stands in its files, what its pages show once they are made, and
// which versions were published that it lacks.
func (c *Center) Check(ctx context.Context, today value.Date) (Findings, error) {
	found, err := c.judge(ctx, today, func(Findings) bool { return true })
	if err != nil {
		return found, err
	}
	lost, err := c.lostHere()
	found.Facts = append(found.Facts, lost...)
	return found, err
}

// judge returns all that can be said of the site on a day. It makes the pages for a look
// at them where somebody who knows the findings until then asks for it.
func (c *Center) judge(ctx context.Context, today value.Date, looks func(Findings) bool) (Findings, error) {
	var found Findings
	set, list, err := c.Records()
	if err != nil {
		return found, err
	}
	found.Facts = slices.Concat(list, check.All(set, today))
	sound := !found.Facts.Blocks() && set.Whole() && set.Organisation != nil && set.Organisation.Main() != ""
	if err := ctx.Err(); err != nil {
		return found, err
	}
	if found.Law, err = c.law(set, today); err != nil {
		return found, err
	}
	for _, more := range []func(*record.Set, value.Date) (diag.List, error){c.untold, c.unspoken, c.unwritten} {
		list, err := more(set, today)
		if err != nil {
			return found, err
		}
		found.Facts = append(found.Facts, list...)
	}
	if found.Facts, err = c.remembered(found.Facts, set); err != nil {
		return found, err
	}
	coming, err := c.coming(ctx, set, today)
	if err != nil {
		return found, err
	}
	found.Facts = append(found.Facts, coming...)
	found.Facts = undropped(found.Facts, found.Law)
	if sound && looks(found) {
		seen, err := c.look(ctx, set, Order{BaseURL: set.Organisation.BaseURL, Today: today})
		if err != nil {
			return found, err
		}
		found.Facts = append(found.Facts, uncaused(without(seen, found.All()), found.Law)...)
	}
	var hidden, more diag.List
	found.Facts, hidden = check.Accept(found.Facts, set, today, rules)
	found.Law, more = accepted(found.Law, set, today)
	found.Facts = append(found.Facts, check.Unused(append(hidden, more...), set, today, rules)...)
	found.Facts = found.Facts.Fold()
	return found, ctx.Err()
}

// accepted parts the findings about the law into what the site has not accepted and
// what it has.
// What is wrong with the acceptances has been told with the facts.
func accepted(list diag.List, set *record.Set, today value.Date) (kept, hidden diag.List) {
	_, hidden = check.Accept(list, set, today, rules)
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool {
		return slices.ContainsFunc(hidden, func(o diag.Diagnostic) bool { return o.Rule == d.Rule && o.Pos == d.Pos })
	}), hidden
}

// law returns what the law asks of the records and of the site's own texts. It is
// silent while the organisation cannot be read, because nothing could be said
// that holds.
func (c *Center) law(set *record.Set, today value.Date) (diag.List, error) {
	if set.Organisation == nil {
		return nil, nil
	}
	pages, err := c.Prose()
	if err != nil {
		return nil, err
	}
	var own []prose.File
	for _, p := range pages {
		if p.Own { // a person can mend only what is theirs
			own = append(own, p)
		}
	}
	list := law.CheckAgain(set, own, today, &c.linted)
	left, err := c.left(set, today)
	if err != nil || left == nil {
		return list, err
	}
	list = append(list, check.Dropped(left)...)
	list.Sort()
	return list, nil
}

// left is what the site's own prose leaves out of what its pages must show; nil where
// all prose is that of the program.
func (c *Center) left(set *record.Set, today value.Date) (*page.Left, error) {
	if set.Organisation == nil {
		return nil, nil
	}
	layers, err := c.Layers()
	if err != nil {
		return nil, err
	}
	pages, err := c.Prose()
	if err != nil {
		return nil, err
	}
	var own []prose.File
	for _, p := range pages {
		if p.Own && !bytes.Equal(p.Data, layers.Program[p.File].Data) {
			own = append(own, p)
		}
	}
	if len(own) == 0 {
		return nil, nil
	}
	shown, err := c.withAuthorities(set)
	if err != nil {
		return nil, err
	}
	return check.Leaves(shown, own, layers.Files(), today), nil
}

// untold returns the changes that somebody must still be told of, or why the chain that
// tells of them cannot be read.
func (c *Center) untold(set *record.Set, today value.Date) (diag.List, error) {
	opened, list, err := c.Chain()
	if err != nil || list.Blocks() {
		return list, err
	}
	if list := opened.Look(); list.Blocks() {
		return list, nil
	}
	entries, err := opened.Entries(set)
	if err != nil {
		return told(err)
	}
	return change.CheckNotices(set, entries, today), nil
}

// remembered leaves out that a file in data/changes names a record that is not there any
// more, where an issued version tells of it: what was withdrawn or has ended stays told.
func (c *Center) remembered(list diag.List, set *record.Set) (diag.List, error) {
	opened, broken, err := c.Chain()
	if err != nil || broken.Blocks() || opened.Head() == nil || len(set.Changes) == 0 {
		return list, nil // told by verify
	}
	entries, err := opened.Entries(set)
	if err != nil {
		return nil, err
	}
	known := change.Named(entries)
	gone := map[diag.Pos]bool{}
	for _, of := range set.Changes {
		for i, name := range of.Records {
			if known[name] {
				gone[set.At(of, fmt.Sprintf("records[%d]", i))] = true
			}
		}
	}
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Rule == "unknown-record" && gone[d.Pos] }), nil
}

// unspoken returns what is wrong with the prose and the words of the site, what its
// languages lack, which of its files have no effect, and which translations have not followed their text.
func (c *Center) unspoken(set *record.Set, _ value.Date) (diag.List, error) {
	o := set.Organisation
	if o == nil || o.Main() == "" {
		return nil, nil
	}
	texts, err := c.Texts()
	if err != nil {
		return nil, err
	}
	layers, err := c.Layers()
	if err != nil {
		return nil, err
	}
	list := slices.Concat(texts.Findings(), layers.Found, static.Find(layers), effect.Find(layers, o))
	opened, broken, err := c.Chain()
	if err != nil || broken.Blocks() || opened.Head() == nil || len(o.Languages) < 2 {
		return list, err
	}
	before, err := c.chain.last()
	if err != nil {
		unread, err := told(err)
		return append(list, unread...), err
	}
	pages, err := c.Prose()
	if err != nil {
		return nil, err
	}
	files := map[string]map[string]string{} // of the site's own, by page and language
	for _, p := range pages {
		if files[p.Page] == nil {
			files[p.Page] = map[string]string{}
		}
		if p.Own {
			files[p.Page][p.Lang] = p.File
		}
	}
	languages := []string{o.Main()}
	for _, l := range o.Languages {
		if l != o.Main() {
			languages = append(languages, l)
		}
	}
	stale := change.Stales(before, change.Of(set, prose.ByPage(pages)), languages)
	return append(list, change.CheckStale(set, opened.Head().ID, stale, files)...), nil
}

// rules is the one table of rules.
var rules = diag.Rules(law.Rules()...)

// Rules returns the one table of rules: every one by which a finding can be made, by id.
func Rules() []diag.Rule { return slices.Clone(rules) }

// lenient lets a preview be built while the law's questions are still open: its
// readers are those who are to answer them.
func lenient(list diag.List) diag.List {
	list = slices.Clone(list)
	for i := range list {
		list[i].Severity = max(list[i].Severity, diag.Warning)
	}
	return list
}

// Coverage tells which duties of the law the facts answer.
func (c *Center) Coverage(today value.Date, o law.Options) (coverage.Report, error) {
	set, _, err := c.Records()
	if err != nil {
		return coverage.Report{}, err
	}
	if o.Left, err = c.left(set, today); err != nil {
		return coverage.Report{}, err
	}
	return law.Cover(set, today, o), nil
}
