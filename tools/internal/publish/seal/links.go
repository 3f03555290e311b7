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
}

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
		case key == "src" || key == "poster" || key == "data" && n.Data == "object":
			list = append(list, link{to: a.Val, loads: true})
		case key == "cite" || key == "action" || key == "formaction":
			list = append(list, link{to: a.Val})
		case key == "srcset" || key == "imagesrcset":
			for _, candidate := range strings.Split(a.Val, ",") {
				if words := strings.Fields(candidate); len(words) > 0 {
					list = append(list, link{to: words[0], loads: true})
				}
			}
		case key == "content" && n.Data == "meta" && strings.EqualFold(attr(n, "http-equiv"), "refresh"):
			_, to, _ := strings.Cut(a.Val, "=")
			list = append(list, link{to: strings.Trim(strings.TrimSpace(to), `'"`)})
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

// cssAddress is an address in a stylesheet.
var cssAddress = regexp.MustCompile(`(?i)url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')`)

func linksOfCSS(data []byte) []link {
	var list []link
	for _, m := range cssAddress.FindAllSubmatch(data, -1) {
		for _, group := range m[1:] {
			if len(group) > 0 {
				list = append(list, link{to: string(group), loads: true})
			}
		}
	}
	return list
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
