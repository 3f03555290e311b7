// Package prose reads Markdown, and is the one that does: the front matter, headings,
// links and shortcodes of a page, and the text that a reader meets, each with its place.
// It says what is wrong with the pages of a site as far as that can be said without
// rendering them.
package prose

import (
	"cmp"
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/slip"
	"tillit/tools/internal/facts/source"
)

// Page is one page in one language, as its file of prose names it.
type Page struct {
	ID    string // the folder in content/, empty for the home page
	Lang  string // BCP 47
	Title string
	// URL is the page's address from the root of the site: /en/your-rights/.
	URL string

	File    string // content/rights/index.en.md
	own     bool
	Below   bool // it lies below another page, and has no folder in content/
	Part    bool // it shows a part of what another page shows
	Aliases []alias
	doc     *Document
}

// Document is the page's file as it was read, or nil for a page that has none.
func (p Page) Document() *Document { return p.doc }

type alias struct {
	From string
	Pos  diag.Pos
}

// front is the front matter of a page, and all of it: nothing else that Hugo
// would obey may stand there, such as another address, layout or output.
type front struct {
	Title       string   `yaml:"title" validate:"line" en:"Title" sv:"Rubrik"`
	Description string   `yaml:"description" validate:"line" en:"Description" sv:"Beskrivning"`
	Slug        string   `yaml:"slug" en:"Slug" sv:"Adressdel"`
	Weight      int      `yaml:"weight" en:"Weight" sv:"Ordning"`
	Nav         string   `yaml:"nav" en:"Navigation" sv:"Navigering"`
	Aliases     []string `yaml:"aliases" en:"Aliases" sv:"Äldre adresser"`
}

// FrontMatter returns the names of the fields of front matter, in their order.
func FrontMatter() []string {
	var names []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[front]()) {
		names = append(names, f.Tag.Get("yaml"))
	}
	return names
}

// prose is the reading of content/.
type prose struct {
	files     folder.Tree
	known     map[string]File // those that may have been read, by name
	languages []record.Language
	pages     []Page
	found     diag.List
}

// ReadPages finds the pages in content/ and says what is wrong with their files,
// as far as it can be said without rendering them. What is among known is not read
// anew.
func ReadPages(files folder.Tree, known []File, languages []record.Language) ([]Page, diag.List) {
	p := &prose{files: files, known: map[string]File{}, languages: languages}
	for _, f := range known {
		p.known[f.File] = f
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if rest, ok := strings.CutPrefix(name, "content/"); ok {
			p.file(name, rest)
		}
	}
	p.shortcodes()
	p.complete()
	p.untranslated()
	p.addresses()
	p.found.Sort()
	return p.pages, p.found
}

func (p *prose) report(rule string, pos diag.Pos, message, hint diag.Text) *diag.Diagnostic {
	p.found = append(p.found, diag.New(rule, pos, message, hint))
	return &p.found[len(p.found)-1]
}

// images are the endings of files that may lie beside a page's text.
var images = []string{".avif", ".gif", ".jpeg", ".jpg", ".pdf", ".png", ".svg", ".webp"}

// file reads one file of content/; rest is its name from there.
func (p *prose) file(name, rest string) {
	id, base := path.Split(rest)
	id = strings.TrimSuffix(id, "/")
	ending := path.Ext(base)
	if ending != ".md" {
		if !slices.Contains(images, strings.ToLower(ending)) {
			p.report("prose-file", diag.Pos{File: name},
				diag.Say("%q är varken text eller bild; i content får bara filer som slutar på .md och bilder ligga", "%q is neither text nor picture; only files that end in .md, and pictures, may lie in content", base),
				diag.Say("ta bort filen eller flytta den till static", "remove the file or move it to static"))
		}
		return
	}
	stem := "index"
	if id == "" {
		stem = "_index"
	}
	tag, ok := strings.CutPrefix(strings.TrimSuffix(base, ending), stem+".")
	i := slices.IndexFunc(p.languages, func(l record.Language) bool { return strings.EqualFold(l.Tag, tag) })
	switch {
	case !ok || strings.Contains(id, "/"):
		p.report("prose-file", diag.Pos{File: name},
			diag.Say("filnamnet %q hör inte till någon sida", "the file name %q belongs to no page", rest),
			diag.Say("en sida är en mapp i content, med en fil per språk: rights/index.sv.md", "a page is a folder in content, with a file for each language: rights/index.en.md"))
		return
	case i < 0 && p.files[name].Own:
		p.report("prose-language", diag.Pos{File: name},
			diag.Say("språket %q är inget av webbplatsens språk", "the language %q is none of the site's languages", tag),
			diag.Say("lägg till %q under languages i data/organisation.yaml, eller ta bort filen", "add %q to languages in data/organisation.yaml, or remove the file", tag))
		return
	case i < 0: // the program carries more languages than this site has
		delete(p.files, name)
		return
	}
	p.page(Page{ID: id, Lang: p.languages[i].Tag, File: name, own: p.files[name].Own}, i == 0)
}

// page reads a page's front matter and looks at its text.
func (p *prose) page(page Page, main bool) {
	f, ok := p.known[page.File]
	if !ok {
		f = File{File: page.File, Lang: page.Lang, Page: cmp.Or(page.ID, "home"), Own: page.own, Data: p.files[page.File].Data}
	}
	if data, found := p.settled(page.File, f.Data); found {
		f = File{File: f.File, Lang: f.Lang, Page: f.Page, Own: f.Own, Data: data}
	}
	page.doc = f.Read()
	p.characters(page.File, f.Data)
	if !page.doc.fronted {
		p.report("prose-front-matter", diag.Pos{File: page.File, Line: 1, Column: 1},
			diag.Say("filen börjar inte med sidans rubrik och adress mellan två rader med ---", "the file does not begin with the page's title and address between two lines of ---"),
			diag.Say("börja filen med\n---\ntitle: Rubrik\n---", "begin the file with\n---\ntitle: Title\n---"))
		return
	}
	p.found = append(p.found, page.doc.unread...)
	if page.doc.front != nil {
		p.pages = append(p.pages, p.titled(page, page.doc.front, main))
	}
}

// titled fills in what the front matter of a page says.
func (p *prose) titled(page Page, parsed *source.File, main bool) Page {
	var f front
	p.found = append(p.found, parsed.Decode(&f)...)
	if f.Title == "" && !parsed.Failed("title") {
		pos, _ := parsed.At("title")
		p.report("prose-title", pos, diag.Say("sidan har ingen rubrik", "the page has no title"), diag.Say("skriv title: Rubrik", "write title: Title"))
	}
	page.Title = f.Title
	page.URL = p.url(page, f.Slug, parsed, main)
	for i, from := range f.Aliases {
		pos, _ := parsed.At("aliases[" + strconv.Itoa(i) + "]")
		if !aliasAddress.MatchString(from) {
			p.report("prose-alias", pos,
				diag.Say("den äldre adressen %q går inte att använda", "the alias %q cannot be used", from),
				diag.Say("skriv en adress från webbplatsens rot, med a–z, 0–9 och bindestreck: /integritet/", "write an address from the site's root, with a–z, 0–9 and hyphens: /privacy/"))
			continue
		}
		from = "/" + strings.Trim(from, "/") + "/"
		if ok, taken := address.MayBe(from, page.ID); !ok {
			p.report("address-owner", pos, taken, diag.Say("ta bort raden", "remove the line"))
			continue
		}
		page.Aliases = append(page.Aliases, alias{from, pos})
	}
	return page
}

// settled reports the conflicts that a merge has left in a page, and returns the page
// as one side has it, if there are any.
func (p *prose) settled(name string, data []byte) (settled []byte, ok bool) {
	text, found := slip.Settle(string(data), true)
	for _, c := range found {
		p.report("merge-conflict", diag.Pos{File: name, Line: c.Line, Column: c.Column, Length: c.Length}, c.Message(), c.Hint())
	}
	return []byte(text), found != nil
}

var (
	segment      = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	aliasAddress = regexp.MustCompile(`^/[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*/?$`)
)

// url returns the address of a page: the default language at the root, every
// other below its name.
func (p *prose) url(page Page, slug string, f *source.File, main bool) string {
	if page.ID == "" {
		slug = ""
	} else if slug == "" {
		slug = page.ID
	}
	if slug != "" && !segment.MatchString(slug) {
		pos, _ := f.At("slug")
		p.report("prose-slug", pos,
			diag.Say("adressdelen %q får bara innehålla a–z, 0–9 och bindestreck", "the slug %q may hold only a–z, 0–9 and hyphens", slug),
			diag.Say("skriv till exempel slug: dina-rattigheter", "write, for example, slug: your-rights"))
		slug = page.ID
	}
	url := "/"
	if !main {
		url += strings.ToLower(page.Lang) + "/"
	}
	if slug != "" {
		url += slug + "/"
	}
	if ok, taken := address.MayBe(url, page.ID); !ok {
		pos, _ := f.At("slug")
		p.report("address-owner", pos, taken, diag.Say("ge sidan en annan slug", "give the page another slug"))
	}
	return url
}

// characters reports what cannot be read, or reads otherwise than it is stored.
func (p *prose) characters(name string, data []byte) {
	const most = 20
	found, text := 0, string(data)
	for i := 0; i < len(data) && found < most; {
		c, size := utf8.DecodeRune(data[i:])
		var message, hint diag.Text
		switch {
		case c == utf8.RuneError && size == 1:
			message = diag.Say("byten 0x%02X är inte UTF-8", "the byte 0x%02X is not UTF-8", data[i])
			hint = diag.Say("spara filen med teckenkodningen UTF-8", "save the file with the encoding UTF-8")
			found = most // one file is in one encoding: the rest would say the same
		case c != '\r' && c != utf8.RuneError && diag.Unseen(c) && diag.Hidden(text, i):
			message, hint = diag.SayHidden(c)
		}
		if !message.IsZero() {
			found++
			line, column := diag.LineOf(data, i)
			d := p.report("prose-character", diag.Pos{File: name, Line: line, Column: column, Length: 1}, message, hint)
			if now, sure := diag.Shown(c); sure && c != utf8.RuneError {
				d.Mend(diag.Edit{Deed: diag.Splice, Was: string(c), Now: now})
			}
		}
		i += size
	}
}

// complete reports pages that lack one of the site's languages: a reader who
// gets a legal text in the wrong language has not been informed.
func (p *prose) complete() {
	has := map[string]bool{}
	ids := map[string]string{}
	for _, page := range p.pages {
		has[page.ID+"."+page.Lang] = true
		if _, ok := ids[page.ID]; !ok {
			ids[page.ID] = page.File
		}
	}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		for _, l := range p.languages {
			if has[id+"."+l.Tag] || p.broken(ids[id], l) {
				continue
			}
			file := path.Join(path.Dir(ids[id]), strings.SplitN(path.Base(ids[id]), ".", 2)[0]+"."+l.Tag+".md")
			p.report("prose-language", diag.Pos{File: file},
				diag.Say("sidan %q saknas på språket %q", "the page %q is missing in the language %q", cmp.Or(id, "_index"), l.Tag),
				diag.Say("skriv filen %s", "write the file %s", file))
		}
	}
}

// broken tells whether a page's file in a language is there, but was not
// understood, which has then been reported.
func (p *prose) broken(sibling string, l record.Language) bool {
	stem := strings.SplitN(path.Base(sibling), ".", 2)[0]
	for name := range p.files {
		if strings.EqualFold(name, path.Join(path.Dir(sibling), stem+"."+l.Tag+".md")) {
			return true
		}
	}
	return false
}

// addresses reports pages that would be published in one place.
func (p *prose) addresses() {
	taken := map[string]Page{}
	for _, page := range p.pages {
		other, ok := taken[page.URL]
		if !ok {
			taken[page.URL] = page
			continue
		}
		d := diag.New("prose-address", diag.Pos{File: page.File},
			diag.Say("sidan har samma adress som en annan: %s", "the page has the same address as another: %s", page.URL),
			diag.Say("ge sidan en annan slug", "give the page another slug"))
		d.Related = []diag.Related{{Pos: diag.Pos{File: other.File}, Message: diag.Say("den andra sidan", "the other page")}}
		p.found = append(p.found, d)
	}
}
