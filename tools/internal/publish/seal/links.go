package seal

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"tillit/tools/internal/publish/output"
)

// link is an address that a page or a stylesheet names.
type link struct {
	to string
	// loads tells that a browser fetches the address by itself, rather than when
	// a person follows it.
	loads bool
	self  bool // a full address that must be one of this site: canonical, hreflang
	leads way
}

// way is how a page takes its reader to an address that they have not chosen themselves,
// so that it must be one of this site.
type way string

const (
	sends way = "sends" // what they wrote goes along
	moves way = "moves" // by itself
)

// loading are attributes whose address a browser fetches by itself, wherever they stand.
var loading = []string{"src", "poster", "background", "attributionsrc", "codebase", "classid", "archive"}

// refreshed is the address that a page goes on to by itself: 5; url='x', or 5, x. It is
// empty where the page comes to itself again.
func refreshed(content string) string {
	rest := strings.TrimLeft(content, "0123456789. \t\n\f\r")
	rest = strings.TrimLeft(rest, ";, \t\n\f\r")
	if m := beginsURL.FindString(rest); m != "" {
		rest = rest[len(m):]
	}
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		rest, _, _ = strings.Cut(rest[1:], rest[:1])
	}
	return rest
}

var beginsURL = regexp.MustCompile(`(?i)^url\s*=\s*`)

// linksOf returns the addresses that an element names.
func linksOf(n *html.Node) []link {
	var list []link
	for _, a := range n.Attr {
		switch key := a.Key; {
		case key == "href" && n.Data == "link":
			rel := strings.Fields(strings.ToLower(attr(n, "rel")))
			self := slices.Contains(rel, "canonical") || slices.Contains(rel, "alternate") || slices.Contains(rel, "prev") || slices.Contains(rel, "next")
			list = append(list, link{to: a.Val, loads: !self, self: self})
		case key == "href" || key == "xlink:href":
			list = append(list, link{to: a.Val, loads: n.Data != "a" && n.Data != "area"})
		case slices.Contains(loading, key), key == "data" && n.Data == "object", key == "manifest" && n.Data == "html":
			list = append(list, link{to: a.Val, loads: true})
		case key == "cite" || key == "longdesc":
			list = append(list, link{to: a.Val})
		case key == "action" || key == "formaction":
			list = append(list, link{to: a.Val, leads: sends})
		case n.Namespace == "svg" && strings.ContainsAny(a.Val, "(\\"): // fill="url(#x)"
			for _, l := range linksOfCSS([]byte(a.Val)) {
				if !strings.HasPrefix(l.to, "#") { // which the drawing itself has
					list = append(list, l)
				}
			}
		case key == "srcset" || key == "imagesrcset":
			for _, candidate := range strings.Split(a.Val, ",") {
				if words := strings.Fields(candidate); len(words) > 0 {
					list = append(list, link{to: words[0], loads: true})
				}
			}
		case key == "content" && n.Data == "meta" && strings.EqualFold(attr(n, "http-equiv"), "refresh"):
			list = append(list, link{to: refreshed(a.Val), leads: moves})
		}
	}
	return list
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// verdict is what is wrong with a link, or nothing.
type verdict string

const (
	linkFine     verdict = ""
	linkEmpty    verdict = "empty"
	linkBlocked  verdict = "blocked"  // unsafe, and already replaced by the template
	linkUnsafe   verdict = "unsafe"   // of a kind that runs or reads files
	linkScheme   verdict = "scheme"   // neither https, mailto nor tel
	linkExternal verdict = "external" // loaded from another site
	linkOutside  verdict = "outside"  // not below the site's base address
	linkMissing  verdict = "missing"  // no such file
	linkAnchor   verdict = "anchor"   // no such place in the page
	linkMoves    verdict = "moves"    // takes the reader to another site by itself
	linkSends    verdict = "sends"    // sends what a reader writes to another site
)

// follow tells what is wrong with a link of the file at a path.
func (s *sealing) follow(from string, l link) verdict {
	to := strings.TrimSpace(l.to)
	if to == "" {
		return linkEmpty
	}
	if strings.Contains(to, "ZgotmplZ") {
		return linkBlocked
	}
	if id, own := strings.CutPrefix(to, "#"); own && simple.MatchString(id) {
		return s.place(from, id) // as most links of a long list
	}
	u, err := url.Parse(to)
	if err != nil {
		return linkUnsafe
	}
	switch {
	case u.Scheme == "" && u.Host == "":
	case u.Host != "" && u.Host == s.base.Host && (u.Scheme == s.base.Scheme || u.Scheme == ""):
		if (!l.self || s.root != nil) && !below(u.Path, s.base.Path) {
			return linkFine // another part of the same host
		}
	case l.self:
		return linkOutside
	case l.leads == moves:
		return linkMoves
	case l.leads == sends:
		return linkSends
	case u.Scheme == "javascript" || u.Scheme == "vbscript" || u.Scheme == "data" || u.Scheme == "file" || u.Scheme == "blob":
		return linkUnsafe
	case l.loads:
		return linkExternal
	case u.Scheme == "https" && u.Host != "", u.Scheme == "mailto" && u.Opaque != "", u.Scheme == "tel" && u.Opaque != "":
		return linkFine
	default:
		return linkScheme
	}
	return s.resolve(from, u)
}

// below tells whether an address path is the base or below it.
func below(address, base string) bool {
	return address+"/" == base || strings.HasPrefix(address, base)
}

// resolve finds the file, and the place in it, that an internal address means.
func (s *sealing) resolve(from string, u *url.URL) verdict {
	name, verdict := s.target(from, u)
	if name == "" {
		return verdict
	}
	return s.place(name, u.Fragment)
}

// target finds the file that an internal address means, or else tells what is wrong.
func (s *sealing) target(from string, u *url.URL) (name string, v verdict) {
	if u.Path == "" {
		return from, linkFine
	}
	full := s.base.JoinPath(from)
	full.Path = s.base.Path + strings.TrimSuffix(from, "index.html")
	target := full.ResolveReference(&url.URL{Path: u.Path}).Path
	if !below(target, s.base.Path) {
		if s.root != nil && below(target, s.root.Path) {
			return "", linkFine // from a version to the current site, which is not at hand
		}
		return "", linkOutside
	}
	name = strings.TrimPrefix(strings.TrimPrefix(target, strings.TrimSuffix(s.base.Path, "/")), "/")
	switch {
	case s.exists(name) && name != "":
		return name, linkFine
	case s.exists(path.Join(name, "index.html")):
		return path.Join(name, "index.html"), linkFine
	}
	return "", linkMissing
}

// simple are fragments that need no reading.
var simple = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// place tells whether a file has the place that a fragment names.
func (s *sealing) place(name, fragment string) verdict {
	if fragment == "" || fragment == "top" || !strings.HasSuffix(name, ".html") {
		return linkFine
	}
	if p := s.page(name); p != nil && p.ids[fragment] == 0 { // of one that cannot be read is told
		return linkAnchor
	}
	return linkFine
}

func (s *sealing) exists(name string) bool {
	_, ok := s.files[name]
	return ok || name == output.Sums
}
