package seal

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/publish/output"
)

// sealing is the last look at a site before it is published. It trusts neither
// templates nor prose.
type sealing struct {
	base   *url.URL
	root   *url.URL // of the whole site, where these are the pages of a version; else nil
	files  map[string][]byte
	pages  map[string]*document
	origin Origin
	source folder.Tree
	prose  map[string]*prose.Document // what has been read of it
	noted  []remarkable
	own    []string                  // files of the site's own in which a fault of many pages may stand
	lost   map[string]map[string]int // places that other pages lead to, by the file of own prose that lacks them
	found  diag.List
}

// Origin is what pages were made of, so that a finding can point there.
type Origin struct {
	Files   map[string]string // the file of prose, by the page that was made of it
	Program folder.Tree       // what the program has in place of own prose
	// Record names the record that an anchor is the id of, and the folder of its kind.
	Record func(anchor string) (name diag.Text, folder string)
}

// Seal checks every page, link and anchor, and adds SHA256SUMS. Pages that have been
// read need not be read again.
func Seal(files []output.File, base, root *url.URL, origin Origin, source folder.Tree, read *Readings) ([]output.File, diag.List) {
	s := &sealing{base: base, root: root, files: map[string][]byte{}, pages: map[string]*document{}, prose: map[string]*prose.Document{}, lost: map[string]map[string]int{}, origin: origin, source: source}
	if read != nil {
		for name, r := range read.pages {
			s.pages[name] = r.document
		}
	}
	files = slices.DeleteFunc(slices.Clone(files), func(f output.File) bool { return f.Path == output.Sums })
	slices.SortFunc(files, output.ByPath)
	for _, f := range files {
		s.files[f.Path] = f.Data
	}
	s.owned(files)
	for _, f := range files {
		switch {
		case f.Source != "": // sealed when it was issued
		case strings.HasSuffix(f.Path, ".html"):
			s.document(f.Path)
		case strings.HasSuffix(f.Path, ".css"):
			for _, l := range linksOfCSS(f.Data) {
				s.link(f.Path, l)
			}
		case f.Path == "_redirects":
			s.redirections(f.Data)
		default:
			s.judged(f)
		}
	}
	s.anchors()
	s.tell()
	s.found.Sort()
	if s.found.Blocks() {
		return nil, s.found
	}
	sum(files)
	files = append(files, output.File{Path: output.Sums, Data: output.Digests(files), By: address.Machine})
	slices.SortFunc(files, output.ByPath)
	return files, s.found
}

// sum fills in the sums of the files that have none. A download with two addresses is
// one and the same text.
func sum(files []output.File) {
	same := map[*byte]int{} // the first file of a text
	first := make([]int, len(files))
	for i, f := range files {
		if first[i] = i; len(f.Data) > 0 {
			if n, ok := same[&f.Data[0]]; ok && len(files[n].Data) == len(f.Data) {
				first[i] = n
			} else {
				same[&f.Data[0]] = i
			}
		}
	}
	disk.Each(len(files), func(i int) {
		if files[i].Sum == "" && first[i] == i {
			files[i].Sum = fmt.Sprintf("%x", sha256.Sum256(files[i].Data))
		}
	})
	for i, n := range first {
		if files[i].Sum == "" {
			files[i].Sum = files[n].Sum
		}
	}
}

// page returns a page read, or nil when there is none.
func (s *sealing) page(name string) *document {
	if p, ok := s.pages[name]; ok {
		return p
	}
	data, ok := s.files[name]
	if !ok {
		return nil
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil { // elements by the hundred within each other
		return nil
	}
	s.pages[name] = documentOf(root)
	return s.pages[name]
}

// unread reports a page that cannot be read, and so was looked at by nobody.
func (s *sealing) unread(name string) {
	s.found = append(s.found, diag.New("prose-render", diag.Pos{File: s.origin.Files[name]},
		diag.Say("sidan /%s går inte att läsa: delarna ligger för djupt i varandra", "the page /%s cannot be read: its parts lie too deep in each other", strings.TrimSuffix(name, "index.html")),
		diag.Say("stryk nästlade citat, listor och kortkoder", "strike nested quotations, lists and shortcodes")))
}

// read returns a file of prose as it is written.
func (s *sealing) read(file string) *prose.Document {
	if s.prose[file] == nil {
		s.prose[file] = prose.File{File: file, Data: s.source[file].Data}.Read()
	}
	return s.prose[file]
}

// document checks one page.
func (s *sealing) document(name string) {
	p := s.page(name)
	if p == nil {
		s.unread(name)
		return
	}
	for _, r := range p.remarks {
		switch {
		case r.fault != nil:
			s.at(r.fault.rule, name, r.fault.culprit, []string{r.fault.culprit, html.EscapeString(r.fault.culprit), r.fault.mark}, r.fault.message, r.fault.hint)
		case r.namedBy == "":
			s.link(name, r.link)
		case p.ids[r.id] == 0:
			s.at("page-reference", name, r.id, []string{r.namedBy + `="` + r.id + `"`}, diag.Say("attributet %s nämner id %q, som inte finns på sidan", "the attribute %s names the id %q, which is not on the page", r.namedBy, r.id), diag.Text{})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(p.ids)) {
		switch {
		case id == "" || strings.ContainsAny(id, " \t\n"):
			s.report("page-id", name, id, diag.Say("id %q är tomt eller innehåller blanksteg", "the id %q is empty or holds spaces", id), diag.Text{})
		case p.ids[id] > 1:
			s.atID(name, id, diag.Say("id %q står på %d ställen", "the id %q stands in %d places", id, p.ids[id]),
				diag.Say("ge rubriken ett eget id: ## Rubrik {#eget-id}", "give the heading an id of its own: ## Heading {#own-id}"))
		}
	}
	if p.h1 != 1 {
		pos := diag.Pos{}
		if p.h1 > 1 {
			pos = s.headings()
		}
		s.note(remarkable{rule: "page-heading", pos: pos, shared: pos.File != "",
			message: diag.Say("sidan har %d huvudrubriker (h1) i stället för en", "the page has %d main headings (h1) instead of one", p.h1),
			hint:    diag.Say("börja rubriker i löpande text med ##", "begin headings in prose with ##")}, name)
	}
	if strings.TrimSpace(p.title) == "" {
		s.report("page-title", name, "", diag.Say("sidan har ingen titel", "the page has no title"), diag.Text{})
	}
	if p.lang == "" {
		s.at("page-language", name, "", []string{"<html"}, diag.Say("sidan säger inte vilket språk den är på", "the page does not say which language it is in"),
			diag.Say(`skriv <html lang="{{ site.Language.Locale }}">`, `write <html lang="{{ site.Language.Locale }}">`))
	}
}

// readable is an address with its letters as people read them.
func readable(address string) string {
	said, err := url.PathUnescape(address)
	if err != nil || !utf8.ValidString(said) || strings.ContainsFunc(said, func(r rune) bool { return unicode.IsSpace(r) || diag.Unseen(r) }) {
		return address
	}
	return said
}

// link reports what is wrong with a link, naming the page and the target.
func (s *sealing) link(name string, l link) {
	var message, hint diag.Text
	to := readable(l.to)
	rule := "link-broken"
	switch s.follow(name, l) {
	case linkFine:
		return
	case linkEmpty:
		rule, message = "link-empty", diag.Say("en länk leder ingenstans", "a link leads nowhere")
		hint = diag.Say("fyll i adressen, eller ta bort länken", "fill in the address, or remove the link")
		s.at(rule, name, "", []string{`href=""`, `src=""`, `action=""`}, message, hint)
		return
	case linkBlocked:
		s.report("link-unsafe", name, "javascript:", diag.Say("en länk som kan köra ett skript har stoppats", "a link that may run a script has been stopped"),
			diag.Say("skriv en adress som börjar med https, mailto eller tel", "write an address that begins with https, mailto or tel"))
		return
	case linkUnsafe:
		rule, message = "link-unsafe", diag.Say("länken %q kan köra ett skript eller läsa filer", "the link %q may run a script or read files", to)
		hint = diag.Say("skriv en adress som börjar med https, mailto eller tel", "write an address that begins with https, mailto or tel")
	case linkScheme:
		rule, message = "link-scheme", diag.Say("länken %q börjar inte med https, mailto eller tel", "the link %q does not begin with https, mailto or tel", to)
		hint = diag.Say("skriv https:// i början", "write https:// at its beginning")
	case linkExternal:
		rule, message = "link-third-party", diag.Say("sidan hämtar %q från en annan webbplats, som då får veta vem läsaren är", "the page fetches %q from another site, which then learns who the reader is", to)
		hint = diag.Say("lägg filen i assets eller static", "put the file into assets or static")
	case linkMoves:
		rule, message = "page-leads", diag.Say("sidan för läsaren vidare till %q av sig själv", "the page takes the reader on to %q by itself", to)
		hint = diag.Say("skriv en länk, som läsaren själv följer", "write a link, which the reader follows")
	case linkSends:
		rule, message = "page-leads", diag.Say("ett formulär skickar det som läsaren skriver till %q", "a form sends what the reader writes to %q", to)
		hint = diag.Say("ta bort formuläret, eller skriv en länk till sidan där det finns", "remove the form, or write a link to the page that has it")
	case linkOutside:
		message = diag.Say("länken %q leder ut ur webbplatsen, vars adress är %s", "the link %q leads out of the site, whose address is %s", to, s.base)
		hint = diag.Say("använd kortkoden page, eller en adress utan inledande snedstreck", "use the shortcode page, or an address without a slash at its beginning")
	case linkMissing:
		message = diag.Say("länken %q går till en sida som inte finns", "the link %q goes to a page that does not exist", to)
		hint = diag.Say(`använd kortkoden page med sidans mapp: {{< page "rights" >}}`, `use the shortcode page with the page's folder: {{< page "rights" >}}`)
	case linkAnchor:
		if s.loses(name, l) {
			return
		}
		message = diag.Say("länken %q går till en plats som inte finns på sidan", "the link %q goes to a place that is not on the page", to)
		hint = diag.Say("ge rubriken detta id: ## Rubrik {#id}", "give the heading that id: ## Heading {#id}")
	}
	s.report(rule, name, l.to, message, hint)
}

// redirections checks that every redirect ends in a file.
func (s *sealing) redirections(data []byte) {
	for line := range strings.Lines(string(data)) {
		words := strings.Fields(line)
		if len(words) < 2 || strings.HasPrefix(words[0], "#") {
			continue
		}
		s.link("_redirects", link{to: words[1]})
	}
}
