package view

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/output"
)

// Edition is an issued version as pages show it.
type Edition struct {
	ID        string
	Issued    words.Day // the moment; none in versions that do not tell it
	From      words.Day // the first day on which it applied
	Nth       string    // which version of that day, in words; "" of the first
	Until     words.Day // the last one; no day while it applies
	Replaced  bool
	Digest    string
	Path      string // of its pages, from the site's root: versions/2026-03-01/site/
	Folder    string // of all its files
	ChangeURL string // the page in content/ that tells what it changed; "" when nothing did
	Previous  string
	Next      string
	Stamp     *Stamp // nil where the version has no time stamp
}

// Stamp is a time stamp as pages show it.
type Stamp struct {
	Path string // of the file, from the site's root
	At   words.Day
	By   string
}

// ChangeSet is what one issued version changed.
type ChangeSet struct {
	Edition *Edition
	Entries []*Entry
	Kinds   []words.Word // the kinds of records among the entries
}

// Entry is one change, in the words in which the version put it.
type Entry struct {
	Anchor    string
	Page      string // in content/, of what is material; "" of the rest
	Lang      string // of the title, the lines and the reasons, where it is not the page's
	Kind      words.Word
	Verb      words.Word
	Title     string
	Lines     []Line
	Edits     []change.Span // of a page, in the language of the page
	Elsewhere bool          // a text was changed in another language only
	Material  bool
	Nature    words.Word // what kind of change it is
	Stage     string     // of the life of an announcement, of what became of it
	Fate      string     // what became of an announcement before its day
	Reasons   []string
	Why       []words.Text
	Options   []words.Text
	Announced words.Day
	ObjectBy  words.Day
	Effective words.Day
	Ended     words.Day
	Services  []string
	Told      []Told
}

// Line is one field that changed.
type Line struct {
	Label, Old, New string
	Before, After   []change.Span // the same, with the words marked that went and came
	Verb            words.Word
}

// Told is one act of telling somebody.
type Told struct {
	Audience, Channel words.Word
	Date              words.Day
}

// tellHistory puts the issued versions into the plan, and makes a page for each
// version that changed something.
func (b *Making) tellHistory() {
	b.Plan.Draft, b.Plan.base, b.Plan.root = b.Draft, b.At, b.Home
	for _, l := range b.Languages {
		v := b.Plan.Views[l.Key()]
		t := newTongue(b.Set, l.Tag, b.AsOf, b.Words[l.Key()], b.Plan.absent, nil)
		b.editions(v, t)
		b.changeSets(v, t)
		b.changed(v)
		b.changePages(v, l, t)
		b.partPages(v, l)
		b.searchPage(t, l)
		b.sheetPages(v, t, l)
	}
}

func (b *Making) editions(v *View, t *tongue) {
	if b.Issue != nil {
		v.Issue = t.edition(b.Issue, "")
		v.Issue.Previous = b.Issue.Previous
	}
	if b.Chain == nil {
		return
	}
	for i, issued := range b.Chain.Versions {
		e := t.edition(issued, b.Chain.Until(issued))
		if token, err := b.Chain.Stamp(issued); err == nil && token != nil { // verify tells of one that does not hold
			e.Stamp = &Stamp{version.StampFile(issued.ID), t.moment(token.Moment), token.By}
		}
		if i > 0 {
			e.Previous = b.Chain.Versions[i-1].ID
		}
		if i+1 < len(b.Chain.Versions) {
			e.Next, e.Replaced = b.Chain.Versions[i+1].ID, true
		}
		v.Editions = append(v.Editions, e)
	}
	slices.Reverse(v.Editions)
	if len(v.Editions) > 0 {
		v.Head = v.Editions[0]
	}
}

func (t *tongue) edition(v *version.Version, until value.Date) *Edition {
	return &Edition{
		ID: v.ID, Issued: t.moment(v.Issued), From: t.Day(v.Effective), Nth: t.nth(v.ID), Until: t.Day(until), Digest: v.Digest,
		Folder: change.Folder + "/" + v.ID + "/", Path: change.Folder + "/" + v.ID + "/site/",
	}
}

// nth tells the second version of a day, and those after it, from the first.
func (t *tongue) nth(id string) string {
	switch _, n, _ := change.ParseID(id); n {
	case 0, 1:
		return ""
	case 2:
		return t.Say("edition_second")
	case 3:
		return t.Say("edition_third")
	default:
		return t.Say("edition_nth", "number", strconv.Itoa(n))
	}
}

// moment is a moment as it was told in Sweden.
func (t *tongue) moment(m value.Moment) words.Day {
	if m == "" {
		return words.Day{}
	}
	hour, minute, _ := strings.Cut(m.Clock(), ":")
	return words.Day{ISO: string(m), Text: t.Say("edition_moment", "day", t.Day(m.Day()).Text, "hour", hour, "minute", minute)}
}

// changeSets groups the entries by version, the newest first.
func (b *Making) changeSets(v *View, t *tongue) {
	for _, e := range v.Editions {
		set := &ChangeSet{Edition: e}
		for _, entry := range shown(b.Entries, e.ID) {
			set.Entries = append(set.Entries, t.entry(entry))
		}
		if len(set.Entries) == 0 {
			continue
		}
		e.ChangeURL = changePage(e.ID)
		for _, entry := range set.Entries {
			if !slices.Contains(set.Kinds, entry.Kind) {
				set.Kinds = append(set.Kinds, entry.Kind)
			}
		}
		v.Changes = append(v.Changes, set)
	}
}

// shown are the entries of a version as a reader wants them: what is material first, and
// without pages of which no more than links or formatting was changed, where anything
// else was.
func shown(entries []change.Entry, version string) []change.Entry {
	var material, rest, none []change.Entry
	for _, e := range entries {
		switch {
		case e.Version != version || e.Kind == change.FirstEntry:
		case e.Material():
			material = append(material, e)
		case e.None():
			none = append(none, e)
		default:
			rest = append(rest, e)
		}
	}
	if list := append(material, rest...); len(list) > 0 {
		return list
	}
	return none
}

// Material are the entries of which somebody must be told, and Rest are the others.
func (s *ChangeSet) Material() []*Entry { return s.only(true) }

// Rest are the entries that are not material.
func (s *ChangeSet) Rest() []*Entry { return s.only(false) }

// Entry is the one with an anchor, or nil.
func (s *ChangeSet) Entry(anchor string) *Entry {
	for _, e := range s.Entries {
		if e.Anchor == anchor {
			return e
		}
	}
	return nil
}

func (s *ChangeSet) only(material bool) []*Entry {
	return slices.DeleteFunc(slices.Clone(s.Entries), func(e *Entry) bool { return e.Material != material })
}

// changePage is the folder in content/ of the page about one version's changes.
func changePage(id string) string { return "change-" + strings.ReplaceAll(id, ".", "-") }

func (t *tongue) entry(e change.Entry) *Entry {
	out := &Entry{
		Anchor: e.Anchor(), Lang: t.SaidIn(), Kind: t.entryKind(e.Kind), Verb: words.Word{Code: string(e.Verb)},
		Title: e.Sentence().In(t.Lang), Material: e.Material(),
		Services: e.Services,
	}
	out.Nature = t.nature(e)
	out.Fate, out.Stage = t.fate(e), string(e.Stage())
	if e.Fate != nil {
		out.Stage = string(e.Fate.Stage)
	}
	t.entryDays(out, e)
	for _, f := range e.Lines {
		if f.Elsewhere(t.Lang) {
			out.Elsewhere = true
			continue
		}
		line := Line{Label: f.Label.In(t.Lang), Old: f.Old.In(t.Lang), New: f.New.In(t.Lang), Verb: words.Word{Code: string(f.Verb)}}
		line.Before, line.After = f.Marked(t.Lang)
		out.Lines = append(out.Lines, line)
	}
	for _, r := range e.Reasons {
		out.Reasons = append(out.Reasons, r.Text.In(t.Lang))
	}
	for _, edit := range e.Edits {
		if edit.Language == t.Lang {
			out.Edits = edit.Excerpt(200)
		}
	}
	out.Elsewhere = out.Elsewhere || len(e.Edits) > 0 && len(out.Edits) == 0
	for _, c := range e.Changes {
		if s := t.Text(c.Why); s != "" {
			out.Why = append(out.Why, s)
		}
		if s := t.Text(c.Options); s != "" {
			out.Options = append(out.Options, s)
		}
		for _, n := range c.Notices {
			out.Told = append(out.Told, Told{t.Choice("audience", n.Audience), t.Choice("notice-channel", n.Channel), t.Day(n.Date)})
		}
	}
	return out
}

// nature is the kind of a change that is none for the reader's rights; of what begins,
// changes and ends the title tells.
func (t *tongue) nature(e change.Entry) words.Word {
	switch n := string(e.Weighs()); n {
	case "begins", "changes", "ends":
		return words.Word{Code: n}
	default:
		return t.Choice("change-kind", n)
	}
}

// fate says what became of an announcement before its day had come.
func (t *tongue) fate(e change.Entry) string {
	switch {
	case e.Fate == nil:
		return ""
	case e.Dead():
		return t.Say("change_withdrawn", "version", e.Fate.Version)
	case e.Fate.Day.Valid():
		return t.Say("change_moved", "version", e.Fate.Version, "day", t.Day(e.Fate.Day).Text)
	}
	return t.Say("change_at_once", "version", e.Fate.Version)
}

// entryDays shows the days that the change sets. Those that a recipient has had for
// long are no news, and nobody can object by them.
func (t *tongue) entryDays(out *Entry, e change.Entry) {
	out.ObjectBy = t.Day(e.Deadline())
	switch {
	case e.Ends():
		out.Ended = t.Day(e.Applies())
	case e.Applies() != e.Issued || e.Verb == change.Added && e.Effective != "":
		out.Announced, out.Effective = t.Day(e.Announced), t.Day(e.Applies())
	}
}

// entryKind is what a kind of entry is called in the plural, as a heading.
func (t *tongue) entryKind(kind string) words.Word {
	w := words.Word{Code: kind, Text: kind}
	switch k, ok := record.KindOf(kind); {
	case ok:
		w.Text = t.Say("kinds_" + k.Name)
	case kind == change.PageEntry:
		w.Text = t.Say("kinds_page")
	}
	return w
}

// changed tells for each page which version last changed what it says.
func (b *Making) changed(v *View) {
	v.changed = map[string]*Edition{}
	for _, e := range b.Entries {
		for _, page := range e.Pages(b.role(e)) {
			if v.changed[page] == nil { // entries come newest first
				v.changed[page] = v.find(e.Version)
			}
		}
	}
}

// role is how the data of a changed activity is processed, "" where it is gone or
// the change is of something else.
func (b *Making) role(e change.Entry) string {
	if e.Kind == "activity" {
		if found := b.Set.Find("activity", e.Record); found != nil {
			return found.Value.(*record.Activity).Role
		}
	}
	return ""
}

func (v *View) find(id string) *Edition {
	for _, e := range v.Editions {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// Changed is the version that last changed what a page says: the first version,
// where none has since. It is nil before any version has been issued. The pages
// that tell of versions change with each, and a page that is put together from
// others with the newest of them.
func (v *View) Changed(id string) *Edition {
	switch id {
	case page.Home, page.Changes, page.Versions:
		return v.Head
	}
	if p, known := page.Find(id); known && len(p.Of) > 0 {
		newest := v.Changed(p.Of[0])
		for _, part := range p.Of[1:] {
			if e := v.Changed(part); e != nil && e.From.ISO > newest.From.ISO {
				newest = e
			}
		}
		return newest
	}
	if e := v.changed[id]; e != nil {
		return e
	}
	if n := len(v.Editions); n > 0 {
		return v.Editions[n-1]
	}
	return nil
}

// Set returns what one version changed.
func (v *View) Set(id string) (*ChangeSet, error) {
	for _, s := range v.Changes {
		if s.Edition.ID == id {
			return s, nil
		}
	}
	return nil, fmt.Errorf("no version %q changed anything", id)
}

// changePages adds a page for each version that changed something, and one for each of
// its changes that is material. They lie below the page of all changes:
// /andringar/2026-03-01/recipient-puzzel/.
func (b *Making) changePages(v *View, l record.Language, t *tongue) {
	i := slices.IndexFunc(b.Pages, func(p prose.Page) bool { return p.ID == page.Changes && p.Lang == l.Tag })
	if i < 0 || b.Issue != nil {
		return
	}
	above := b.Pages[i]
	for _, set := range v.Changes {
		id := set.Edition.ID
		b.addPage(prose.Page{ID: changePage(id), Lang: l.Tag, Title: t.Say("edition_changes", "version", id), URL: above.URL + id + "/", Below: true}, l, "type: change\nedition: %q", id)
		for _, e := range set.Material() {
			e.Page = changePage(id) + "-" + e.Anchor
			b.addPage(prose.Page{ID: e.Page, Lang: l.Tag, Title: e.Title, URL: above.URL + id + "/" + e.Anchor + "/", Below: true}, l, "type: matter\nedition: %q\nentry: %q", id, e.Anchor)
		}
	}
	for _, f := range v.Filters() {
		title := above.Title + ": " + f.Text
		b.addPage(prose.Page{ID: f.Page, Lang: l.Tag, Title: title, URL: above.URL + f.Slug + "/", Below: true}, l, "type: log\nfilter: %q", f.Page)
	}
}

// addPage adds a page that no file of prose holds. Its front matter is made of
// dates, names of kinds and quoted texts.
func (b *Making) addPage(p prose.Page, l record.Language, front string, args ...any) {
	p.File = "content/" + p.ID + "/index." + l.Tag + ".md"
	b.Pages = append(b.Pages, p)
	url := strings.TrimPrefix(strings.TrimPrefix(p.URL, "/"), langPrefix(p.URL, l))
	b.Files[p.File] = folder.File{Data: fmt.Appendf(nil, "---\ntitle: %q\nurl: %q\n%s\n---\n", p.Title, url, fmt.Sprintf(front, args...))}
}

// Filter is a page with only some of the changes: those of one kind of record, or
// those that concern one service.
type Filter struct {
	Page          string // its folder in content/
	Slug          string
	Text          string
	kind, service string
}

// Filters are the pages that show a part of the log, by kind and then by service.
func (v *View) Filters() []Filter {
	var kinds, services []Filter
	for _, set := range v.Changes {
		for _, e := range set.Entries {
			f := Filter{Page: "changes-kind-" + e.Kind.Code, Slug: e.Kind.Code, Text: e.Kind.Text, kind: e.Kind.Code}
			if !slices.Contains(kinds, f) {
				kinds = append(kinds, f)
			}
			for _, name := range e.Services {
				code := "service-" + words.Slug(name)
				f := Filter{Page: "changes-" + code, Slug: code, Text: name, service: name}
				if !slices.ContainsFunc(services, func(g Filter) bool { return g.Slug == f.Slug }) {
					services = append(services, f)
				}
			}
		}
	}
	byText := func(a, b Filter) int { return strings.Compare(a.Text, b.Text) }
	slices.SortFunc(kinds, byText)
	slices.SortFunc(services, byText)
	return append(kinds, services...)
}

// Filtered is the part of the log that a page shows.
func (v *View) Filtered(page string) []*ChangeSet {
	i := slices.IndexFunc(v.Filters(), func(f Filter) bool { return f.Page == page })
	if i < 0 {
		return nil
	}
	f := v.Filters()[i]
	var out []*ChangeSet
	for _, set := range v.Changes {
		part := &ChangeSet{Edition: set.Edition}
		for _, e := range set.Entries {
			if f.kind == e.Kind.Code || f.service != "" && slices.Contains(e.Services, f.service) {
				part.Entries = append(part.Entries, e)
			}
		}
		if len(part.Entries) > 0 {
			out = append(out, part)
		}
	}
	return out
}

// langPrefix is what Hugo puts before an address of its own accord.
func langPrefix(url string, l record.Language) string {
	if p := l.Key() + "/"; strings.HasPrefix(url, "/"+p) {
		return p
	}
	return ""
}

// Status is the address of the stylesheet that tells a reader of a version whether
// it still applies.
func (p *Plan) Status(e *Edition, lang string) string {
	return p.root.EscapedPath() + statusPath(e.ID, lang)
}

// Current is the address, in the site as it is now, of the page that a page of a
// version is a version of. Full addresses begin with the site's own.
func (p *Plan) Current(page string, full bool) string {
	address := p.root.EscapedPath() + strings.TrimPrefix(page, p.base.EscapedPath())
	if full && p.root.Host != "" {
		return p.root.Scheme + "://" + p.root.Host + address
	}
	return address
}

// Statuses are the stylesheets that tell a reader of each issued version whether it
// still applies.
func (b *Making) Statuses() []output.File {
	var files []output.File
	for _, l := range b.Languages {
		t := newTongue(b.Set, l.Tag, b.AsOf, b.Words[l.Key()], nil, nil)
		for _, e := range b.Plan.Views[l.Key()].Editions {
			files = append(files, output.File{Path: statusPath(e.ID, l.Tag), Data: []byte(t.status(e)), By: address.Status})
		}
	}
	return files
}

// statusPath is the stylesheet that a version's pages load from the current site.
// A version's bytes never change, and so they cannot say when it was replaced;
// this file can, and a page without it says the rest.
func statusPath(id, lang string) string { return "status/" + id + "." + strings.ToLower(lang) + ".css" }

// status is its contents: one sentence of days.
func (t *tongue) status(e *Edition) string {
	text := t.Say("edition_current", "from", e.From.Text)
	if e.Replaced {
		text = t.Say("edition_replaced", "from", e.From.Text, "until", e.Until.Text)
	}
	return fmt.Sprintf(".ti-status::after { content: \"%s\"; }\n", quotable.Replace(text))
}

// quotable makes a text fit within the quotation marks of CSS.
var quotable = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ", "\f", " ")
