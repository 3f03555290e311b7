package seal

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
)

// CSP is the Content-Security-Policy of every page, as it stands in the page
// itself. The header says the same, and also what only a header can say.
const CSP = view.CSP

// Machine is the making of the files that programs read. They are written here
// rather than by templates, because none of them is a matter of taste.
type Machine struct {
	Base      *url.URL     // the site's root address; its path ends in a slash
	Pages     []prose.Page // those that are published
	Languages []record.Language
	Editions  []*view.Edition // the issued versions
	Preview   bool
	HTTPSOnly bool            // the site has asked for it
	Taken     map[string]bool // paths of files that are there already
	Files     []output.File
	Found     diag.List
}

// public tells whether the site's address is known, without which nothing can be
// said that needs a full address.
func (m *Machine) public() bool { return m.Base.Host != "" }

func (m *Machine) add(path, text string) {
	m.Taken[path] = true
	m.Files = append(m.Files, output.File{Path: path, Data: []byte(text), By: address.Machine})
}

// Write makes all of them. What may hide a page is made last.
func (m *Machine) Write(contact *record.SecurityContact) {
	m.headers()
	m.robots()
	m.sitemap()
	m.securityText(contact)
	m.redirections()
}

// headers writes _headers, which Netlify, Cloudflare and others obey. The policy
// stands once, for every path: two policies on one path would intersect.
func (m *Machine) headers() {
	root := m.Base.EscapedPath()
	lines := []string{
		root + "*",
		"  Content-Security-Policy: " + CSP + "; frame-ancestors 'none'",
		"  Cross-Origin-Opener-Policy: same-origin",
		"  Permissions-Policy: camera=(), geolocation=(), microphone=(), browsing-topics=()",
		"  Referrer-Policy: no-referrer",
		"  X-Content-Type-Options: nosniff",
	}
	switch {
	case m.Preview:
		lines = append(lines, "  X-Robots-Tag: noindex")
	case m.HTTPSOnly && m.Base.Scheme == "https":
		lines = append(lines, "  Strict-Transport-Security: max-age=31536000") // a year
	}
	lines = append(lines, // anyone's program may read the downloads
		root+"data/*",
		"  Access-Control-Allow-Origin: *")
	lines = append(lines, m.feedHeaders()...)
	lines = append(lines, m.versionHeaders()...)
	m.add("_headers", strings.Join(lines, "\n")+"\n")
}

// feedHeaders say what the feeds are: few hosts know their endings.
func (m *Machine) feedHeaders() []string {
	types := map[string]string{
		".atom": "application/atom+xml; charset=utf-8",
		".json": "application/feed+json; charset=utf-8",
		".ics":  "text/calendar; charset=utf-8",
	}
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(m.Taken)) {
		if kind := types[path.Ext(name)]; kind != "" && strings.HasPrefix(name, "feeds/") {
			lines = append(lines, m.Base.EscapedPath()+name, "  Content-Type: "+kind, "  Access-Control-Allow-Origin: *")
		}
	}
	if m.Taken["timemap.link"] {
		lines = append(lines, m.Base.EscapedPath()+"timemap.link", "  Content-Type: application/link-format")
	}
	return lines
}

// versionHeaders keep issued versions out of search engines, let anyone's program
// read their downloads, and name the version that came after: its own bytes cannot,
// because they were there before it.
func (m *Machine) versionHeaders() []string {
	if len(m.Editions) == 0 {
		return nil
	}
	lines := []string{m.Base.EscapedPath() + "versions/*", "  X-Robots-Tag: noindex"}
	for _, p := range m.Pages {
		if p.ID == page.Versions && p.Lang == m.Languages[0].Tag {
			lines = append(lines, fmt.Sprintf("  Link: <%s%s>; rel=\"version-history\"", strings.TrimSuffix(m.Base.EscapedPath(), "/"), p.URL))
		}
	}
	for _, e := range m.Editions {
		lines = append(lines, m.Base.EscapedPath()+e.Path+"data/*", "  Access-Control-Allow-Origin: *")
		if e.Replaced {
			lines = append(lines, m.Base.EscapedPath()+e.Folder+"*", fmt.Sprintf("  Link: <%sversions/%s/site/>; rel=\"successor-version\"", m.Base.EscapedPath(), e.Next))
		}
	}
	return lines
}

// redirect is an address that leads to another within the site.
type redirect struct {
	from string // /integritet/
	to   prose.Page
	pos  diag.Pos // of the alias, if a person wrote it
}

// redirects are the older addresses of pages, and addresses that need no
// language: each page's folder (/rights/), and the default language by name
// (/sv/), lead to the page in the default language.
func (m *Machine) redirects() []redirect {
	byFrom := map[string]redirect{}
	for _, p := range m.Pages {
		for _, a := range p.Aliases {
			other, twice := byFrom[a.From]
			switch {
			case m.occupied(a.From):
				m.Found = append(m.Found, diag.New("prose-alias", a.Pos,
					diag.Say("på den äldre adressen %q finns redan en sida", "there is already a page at the alias %q", a.From),
					diag.Say("ta bort raden", "remove the line")))
			case twice && other.to.URL != p.URL:
				d := diag.New("prose-alias", a.Pos,
					diag.Say("den äldre adressen %q leder redan till en annan sida", "the alias %q leads to another page already", a.From),
					diag.Say("ta bort en av raderna", "remove one of the lines"))
				d.Related = []diag.Related{{Pos: other.pos, Message: diag.Say("den andra raden", "the other line")}}
				m.Found = append(m.Found, d)
			default:
				byFrom[a.From] = redirect{a.From, p, a.Pos}
			}
		}
	}
	main := m.Languages[0]
	for _, p := range m.Pages {
		if p.Lang != main.Tag || p.Part || p.Below {
			continue
		}
		from := "/" + p.ID + "/"
		if p.ID == "" {
			from = "/" + main.Key() + "/"
		}
		if _, ok := byFrom[from]; !ok && !m.occupied(from) {
			byFrom[from] = redirect{from: from, to: p}
		}
	}
	var list []redirect
	for _, from := range slices.Sorted(maps.Keys(byFrom)) {
		list = append(list, byFrom[from])
	}
	return list
}

func (m *Machine) occupied(address string) bool {
	name := strings.Trim(address, "/")
	return m.Taken[name] || m.Taken[name+"/index.html"] || name == "data" || strings.HasPrefix(name, "data/")
}

// redirections writes _redirects, and for hosts that do not read it a page at
// each address. Netlify serves a page rather than a redirect where both are, if
// the redirect does not end in an exclamation mark.
func (m *Machine) redirections() {
	root := strings.TrimSuffix(m.Base.EscapedPath(), "/")
	list := m.redirects()
	var b strings.Builder
	for _, r := range list {
		fmt.Fprintf(&b, "%s %s 301!\n", root+r.from, root+r.to.URL)
	}
	for _, l := range m.Languages[1:] {
		if m.Taken[l.Key()+"/404.html"] {
			fmt.Fprintf(&b, "%[1]s/%[2]s/* %[1]s/%[2]s/404.html 404\n", root, l.Key())
		}
	}
	for _, r := range list {
		m.add(strings.Trim(r.from, "/")+"/index.html", m.stub(r))
		m.Files[len(m.Files)-1].By = address.Page
	}
	m.add("_redirects", b.String())
}

// stub is a page that leads to another at once, without a script.
func (m *Machine) stub(r redirect) string {
	title := diag.Say("Sidan har en annan adress", "This page has another address").In(r.to.Lang)
	to := html.EscapeString(strings.TrimSuffix(m.Base.EscapedPath(), "/") + r.to.URL)
	canonical := ""
	if m.public() {
		canonical = fmt.Sprintf("<link rel=\"canonical\" href=\"%s\">\n", html.EscapeString(m.absolute(r.to.URL)))
	}
	return fmt.Sprintf(`<!doctype html>
<html lang="%s">
<meta charset="utf-8">
<title>%s</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=%s">
%s<h1>%[2]s</h1>
<p><a href="%[3]s">%[5]s</a></p>
</html>
`, r.to.Lang, title, to, canonical, html.EscapeString(r.to.Title))
}

// absolute is the full address of one within the site.
func (m *Machine) absolute(url string) string {
	return m.Base.JoinPath(url).String()
}

// robots lets every robot in, but none into a preview.
func (m *Machine) robots() {
	switch {
	case m.Preview:
		m.add("robots.txt", "User-agent: *\nDisallow: /\n")
	case m.public():
		m.add("robots.txt", "User-agent: *\nDisallow:\n\nSitemap: "+m.absolute("/sitemap.xml")+"\n")
	default:
		m.add("robots.txt", "User-agent: *\nDisallow:\n")
	}
}

// sitemap lists every page with its other languages. Pages with a part of a list
// name the page of the whole list as the one to find, and so do not stand here.
func (m *Machine) sitemap() {
	if m.Preview || !m.public() {
		return
	}
	byID := map[string][]prose.Page{}
	for _, p := range m.Pages {
		byID[p.ID] = append(byID[p.ID], p)
	}
	var b strings.Builder
	b.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, p := range m.Pages {
		if p.Part {
			continue
		}
		fmt.Fprintf(&b, "<url><loc>%s</loc>", html.EscapeString(m.absolute(p.URL)))
		for _, other := range byID[p.ID] {
			fmt.Fprintf(&b, `<xhtml:link rel="alternate" hreflang="%s" href="%s"/>`, other.Lang, html.EscapeString(m.absolute(other.URL)))
		}
		b.WriteString("</url>\n")
	}
	b.WriteString("</urlset>\n")
	m.add("sitemap.xml", b.String())
}

// securityText writes /.well-known/security.txt (RFC 9116).
func (m *Machine) securityText(c *record.SecurityContact) {
	if c == nil {
		return
	}
	var b bytes.Buffer
	line := func(field, value string) {
		// A line break in a value would be a field of its own.
		if value != "" && !strings.ContainsFunc(value, func(r rune) bool { return r < ' ' || r == 0x7F }) {
			fmt.Fprintf(&b, "%s: %s\n", field, value)
		}
	}
	for _, contact := range c.Contact {
		line("Contact", value.Wire(contact))
	}
	line("Expires", string(c.Expires)+"T23:59:59Z")
	line("Encryption", value.Wire(c.Encryption))
	var tags []string
	for _, l := range m.Languages {
		tags = append(tags, l.Tag)
	}
	line("Preferred-Languages", strings.Join(tags, ", "))
	if m.public() {
		line("Canonical", m.absolute("/.well-known/security.txt"))
	}
	line("Policy", value.Wire(c.Policy))
	m.add(".well-known/security.txt", b.String())
}
