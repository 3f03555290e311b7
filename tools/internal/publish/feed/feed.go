// Package feed tells of changes to those who follow them: Atom, JSON Feed, calendar,
// time map, and the letters to customers.
package feed

import (
	"encoding/hex"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/list"
)

// Place is where a site is published, for everything that points back at it.
type Place struct {
	BaseURL string // "https://trust.example.com/", or "" when nobody knows
	// Page is the path of a page below the base, such as en/changes/. When it is
	// nil, pages lie where the program's own prose puts them.
	Page  func(page, lang string) string
	Words words.Words // of languages that are neither Swedish nor English; may be nil
}

// url is the address of a path below the base; without a base it is one that
// browsers complete.
func (p Place) url(name string) string {
	if p.BaseURL == "" {
		return "/" + name
	}
	return strings.TrimSuffix(p.BaseURL, "/") + "/" + name
}

// page is the address of a page in a language.
func (p Place) page(id, lang string, o *record.Organisation) string {
	if p.Page != nil {
		return p.url(p.Page(id, lang))
	}
	slug := id
	if strings.HasPrefix(lang, "sv") {
		known, _ := page.Find(id)
		slug = known.Slug.SV
	}
	if lang != o.Main() {
		slug = strings.ToLower(lang) + "/" + slug
	}
	return p.url(slug + "/")
}

// entry is the address of what is said of an entry: the page of its version's
// changes, and there its heading. Of the first version it is the version itself.
func (p Place) entry(e change.Entry, lang string, o *record.Organisation) string {
	if e.Kind == change.FirstEntry {
		return p.url(path.Join(change.Folder, e.Version, "site") + "/")
	}
	return p.page(page.Changes, lang, o) + e.Version + "/#" + e.Anchor()
}

// longest is how many entries a feed holds. Readers have seen the older ones,
// and the pages keep them all.
const longest = 200

// feed is what a feed says, in whatever format.
type feed struct {
	name    string // "changes", in file names and ids
	lang    string
	title   string
	org     *record.Organisation
	entries []change.Entry // newest first
	head    *version.Version
	tag     tag
	place   Place
	told    map[string]*paper // what each entry says in the language, by its id
}

// Feeds returns all that machines follow the history of a site by: in each
// language an Atom and a JSON feed of all changes and of those of sub-processors,
// a calendar of the days that matter to customers, and the list of versions for
// programs that travel in time. A site that has issued no version has none.
//
// They depend on the issued versions and on data/changes alone, not on the day.
func Feeds(set *record.Set, chain *version.Chain, place Place) ([]list.File, error) {
	if chain.Head() == nil || set.Organisation == nil {
		return nil, nil
	}
	entries, err := chain.Entries(set)
	if err != nil {
		return nil, err
	}
	entries = slices.DeleteFunc(entries, change.Entry.None)
	start, err := chain.Snapshot(chain.Versions[0])
	if err != nil {
		return nil, err
	}
	of := feed{org: set.Organisation, head: chain.Head(), tag: newTag(start, chain.Versions[0]), place: place}
	about := slices.DeleteFunc(slices.Clone(entries), func(e change.Entry) bool {
		return !e.Subprocessor() && e.Kind != change.FirstEntry
	})
	days := newDiary(start, chain.Versions[0], entries)
	subprocessors := len(about) > 1 || len(days) > 0 || hasSubprocessors(set)

	var files []list.File
	for _, lang := range set.Organisation.Languages {
		of.lang, of.told = lang, map[string]*paper{}
		of.name, of.entries, of.title = "changes", entries, of.say("ändringar", "changes")
		files = append(files, of.files()...)
		if subprocessors {
			of.name, of.entries, of.title = "subprocessors", about, of.say("ändringar bland underbiträden", "changes to sub-processors")
			files = append(files, of.files()...)
			files = append(files, list.File{Path: of.path("ics"), Data: calendar(of, days, set)})
		}
	}
	return append(files, list.File{Path: timeMapPath, Data: TimeMap(chain, place)}), nil
}

func hasSubprocessors(set *record.Set) bool {
	return slices.ContainsFunc(set.Recipients, (*record.Recipient).IsSubprocessor)
}

func (f feed) files() []list.File {
	f.title = f.org.Name + ": " + f.title
	f.entries = f.entries[:min(longest, len(f.entries))]
	return []list.File{{Path: f.path("atom"), Data: atom(f)}, {Path: f.path("json"), Data: jsonFeed(f)}}
}

func (f feed) path(ending string) string {
	return "feeds/" + f.name + "." + f.lang + "." + ending
}

func (f feed) say(sv, en string) string { return f.place.Words.In(f.lang, diag.Say(sv, en)) }

// subtitle says which version is the last, and its digest, so that whoever has
// the feed can later prove what the site said.
func (f feed) subtitle() string {
	return f.say("Senaste version ", "Latest version ") + f.head.ID + f.say(", kontrollsumma (SHA-256) ", ", digest (SHA-256) ") + f.head.Digest
}

// updated is when the newest entry was issued.
func (f feed) updated() time.Time {
	if len(f.entries) > 0 {
		return f.entries[0].Began()
	}
	return f.head.Began()
}

// id names an entry in the language of the feed, for good.
func (f feed) id(e change.Entry) string { return f.tag.id("changes", e.ID, f.lang) }

// tag names things by tag: addresses (RFC 4151), which say who named them, and
// since when that was theirs to name. They are made of the first version's base
// address and day. No later move of the site changes those, for versions do not
// change; a site whose first version names no address is known by its digest.
type tag struct{ authority, day string }

func newTag(start change.Snapshot, v *version.Version) tag {
	t := tag{v.Digest[:min(32, len(v.Digest))] + ".invalid", string(v.Effective)}
	base, _ := start.Records["organisation"]["organisation"]["base_url"].(string)
	if u, err := url.Parse(value.Wire(base)); err == nil && u.Hostname() != "" {
		t.authority = strings.ToLower(u.Hostname())
	}
	return t
}

func (t tag) id(parts ...string) string {
	return "tag:" + t.authority + "," + t.day + ":" + escapePath(path.Join(parts...))
}

// escapePath leaves of each byte that may not stand in an address its number.
func escapePath(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._/", c) >= 0 {
			b.WriteByte(c)
		} else {
			b.WriteString("%" + strings.ToUpper(hex.EncodeToString([]byte{c})))
		}
	}
	return b.String()
}

// tell writes on a paper what an entry says.
func (p *paper) tell(e change.Entry) {
	if e.Kind == change.FirstEntry {
		p.Para(p.Say("Före den här versionen är ingenting utgivet. Allt som står i den gäller från den ", "Nothing was issued before this version. All that stands in it applies from ") + p.Words.Date(e.Issued, p.Lang) + ".")
	}
	p.days(e)
	p.fate(e)
	p.Fact(p.Say("Berörda tjänster", "Services concerned"), strings.Join(e.Services, ", "))
	p.lines(e)
	p.redlines(e)
	p.reasons(e)
}

// reasons says why an entry is material.
func (p *paper) reasons(e change.Entry) {
	var words []string
	for _, r := range e.Reasons {
		words = append(words, r.Text.In(p.Lang)+" ("+p.Words.Provision(r.Law, p.Lang)+")")
	}
	label := p.Say("Väsentlig ändring", "Material change")
	switch {
	case e.Material() && len(words) > 0:
		p.Fact(label, strings.Join(words, "; "))
	case e.Material():
		p.Para(label + ".")
	}
}

// days says when the change applies.
func (p *paper) days(e change.Entry) {
	if e.Kind == change.FirstEntry || e.Kind == change.PageEntry {
		return
	}
	label := p.Say("Gäller från", "Applies from")
	if e.Ends() {
		label = p.Say("Sista dag med uppgifter", "Last day with data")
	}
	p.Fact(label, p.Words.Date(e.Applies(), p.Lang))
	if day := e.Deadline(); day != "" {
		p.Fact(p.Say("Sista dag att invända", "Last day to object"), p.Words.Date(day, p.Lang))
	}
}

// fate says what became of an announcement before its day had come.
func (p *paper) fate(e change.Entry) {
	switch {
	case e.Fate == nil:
	case e.Dead():
		p.Para(p.Say("Det som meddelas här har återtagits, i version ", "What is announced here was withdrawn, in version ") + e.Fate.Version + ".")
	case e.Fate.Day.Valid():
		p.Para(p.Say("Dagen har ändrats i version ", "The day was changed in version ") + e.Fate.Version + p.Say(", till den ", ", to ") + p.Words.Date(e.Fate.Day, p.Lang) + ".")
	default:
		p.Para(p.Say("Dagen har tagits bort i version ", "The day was taken away in version ") + e.Fate.Version + p.Say(": det gäller redan.", ": it applies already."))
	}
}

// lines are the fields that changed, as far as the reader's language shows it.
// Of a record that was added they are all its fields, but for those that stand
// before the list or in its title.
func (p *paper) lines(e change.Entry) {
	if e.Verb == change.Removed {
		p.Para(p.Say("Står inte längre på webbplatsen.", "No longer on the website."))
	}
	var items []string
	label, values := "", []string{}
	flush := func() {
		if len(values) > 0 {
			items = append(items, label+": "+series(values))
		}
		values = nil
	}
	for _, l := range e.Lines {
		switch {
		case e.Verb != change.Added:
			if l.Old.In(p.Lang) != l.New.In(p.Lang) {
				l.Label = diag.Text{SV: short(l.Label.SV), EN: short(l.Label.EN)}
				items = append(items, l.Line(p.Lang))
			}
			continue
		case e.Kind == "recipient" && slices.Contains([]string{"kind", "services", "object_by", "effective"}, l.Path[0]):
			continue
		}
		if name := short(l.Label.In(p.Lang)); name != label {
			flush()
			label = name
		}
		values = append(values, l.New.In(p.Lang))
	}
	flush()
	if len(items) == 0 && len(e.Lines) > 0 && e.Verb != change.Added {
		p.Para(p.Say("Bara texten på ett annat språk har ändrats.", "Only the text in another language has changed."))
	}
	p.List(items)
}

// series joins values by commas, and whole sentences by nothing but a space.
func series(values []string) string {
	if slices.ContainsFunc(values, func(v string) bool { return !strings.HasSuffix(v, ".") }) {
		return strings.Join(values, ", ")
	}
	return strings.Join(values, " ")
}

// short leaves out a group that its field names again: "Transfer: Transfer to a
// third country".
func short(label string) string {
	if group, field, ok := strings.Cut(label, ": "); ok && strings.HasPrefix(field, group) {
		return field
	}
	return label
}

// redlines is the prose with what was struck out and put in.
func (p *paper) redlines(e change.Entry) {
	const around = 120
	told := len(e.Edits) == 0
	for _, edit := range e.Edits {
		if edit.Language != p.Lang {
			continue
		}
		told = true
		var runs []piece
		for _, s := range edit.Excerpt(around) {
			runs = append(runs, piece{map[change.Verb]string{change.Added: "ins", change.Removed: "del"}[s.Verb], s.Text})
		}
		p.Add("p", runs...)
	}
	if !told {
		p.Para(p.Say("Bara texten på ett annat språk har ändrats.", "Only the text in another language has changed."))
	}
}

// added is what an editor said of the change.
func (p *paper) added(e change.Entry) {
	for _, c := range e.Changes {
		p.Fact(p.Say("Varför", "Why"), c.Why.In(p.Lang))
		p.Fact(p.Say("Vad ni kan göra", "What you can do"), c.Options.In(p.Lang))
	}
	var told []string
	for _, n := range e.Notices() {
		told = append(told, p.Words.Choice("audience", n.Audience, p.Lang)+" "+p.Words.Date(n.Date, p.Lang)+" ("+p.Words.Choice("notice-channel", n.Channel, p.Lang)+")")
	}
	p.Fact(p.Say("Underrättade", "Told"), strings.Join(told, "; "))
}
