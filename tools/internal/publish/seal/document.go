package seal

import (
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"tillit/tools/internal/diag"
)

// document is what is kept of a page that has been read: what it says of itself, and
// what is to be looked at before it is published. The tree of a long list takes ten
// times the bytes of the page, so nobody keeps one.
type document struct {
	lang, title string
	h1          int
	ids         map[string]int // how often each stands on the page
	remarks     []remark       // in the order of the page, each once
}

// remark is a link, or an id that an attribute names, or else a fault.
type remark struct {
	link
	id, namedBy string
	fault       *fault
}

// fault is what is wrong with an element, wherever it stands.
type fault struct {
	rule, culprit string
	mark          string // what a template has where this is made
	message, hint diag.Text
}

// documentOf looks through a page that has been read.
func documentOf(root *html.Node) *document {
	d := &document{ids: map[string]int{}}
	l := looking{d, map[remark]bool{}}
	for n := range elements(root) {
		l.element(n)
	}
	return d
}

// elements are those below a node, in the order of the page.
func elements(root *html.Node) iter.Seq[*html.Node] {
	var walk func(*html.Node, func(*html.Node) bool) bool
	walk = func(n *html.Node, yield func(*html.Node) bool) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && !yield(c) || !walk(c, yield) {
				return false
			}
		}
		return true
	}
	return func(yield func(*html.Node) bool) { walk(root, yield) }
}

// looking is a document under way.
type looking struct {
	*document
	noted map[remark]bool
}

func (d *looking) note(r remark) {
	if !d.noted[r] {
		d.noted[r] = true
		d.remarks = append(d.remarks, r)
	}
}

// add takes in what is known of a part of the page.
func (d *looking) add(part *document) {
	d.h1 += part.h1
	for id, n := range part.ids {
		d.ids[id] += n
	}
	for _, r := range part.remarks {
		d.note(r)
	}
}

// element notes what a strict policy and every reader ask of one element.
func (d *looking) element(n *html.Node) {
	switch n.Data {
	case "html":
		d.lang = attr(n, "lang")
	case "title":
		if n.Namespace == "" && n.FirstChild != nil {
			d.title += n.FirstChild.Data
		}
	case "h1":
		d.h1++
	}
	if id, ok := attribute(n, "id"); ok {
		d.ids[id]++
	}
	d.leads(n)
	inline := func(mark string, message diag.Text) { d.note(remark{fault: inlined(mark, message)}) }
	for _, a := range n.Attr {
		switch {
		case a.Key == "style":
			inline(" style=", diag.Say("ett element har attributet style", "an element has the attribute style"))
		case len(a.Key) > 2 && strings.HasPrefix(a.Key, "on"):
			inline(" "+a.Key+"=", diag.Say("ett element har attributet %s, som kör ett skript", "an element has the attribute %s, which runs a script", a.Key))
		case slices.Contains(references, a.Key) && (a.Key != "for" || n.Data == "label"):
			for _, id := range strings.Fields(a.Val) {
				d.note(remark{id: id, namedBy: a.Key})
			}
		}
	}
	switch n.Data {
	case "style":
		inline("<style", diag.Say("sidan har stilar i sig", "the page has styles within it"))
	case "script":
		if _, ok := attribute(n, "src"); !ok && isData(n) {
			break // browsers do not run it, and so the policy does not ask for it
		} else if !ok {
			inline("<script>", diag.Say("sidan har ett skript i sig", "the page has a script within it"))
		} else if src, _, _ := strings.Cut(attr(n, "src"), "?"); !strings.HasSuffix(src, ".js") && !strings.HasSuffix(src, ".mjs") {
			inline("<script", diag.Say("sidan laddar %q som ett skript, som den inte heter som", "the page loads %q as a script, which it is not called as", attr(n, "src")))
		} else if !strings.Contains(CSP, "script-src") {
			inline("<script", diag.Say("sidan laddar ett skript, som dess egen säkerhetspolicy stoppar", "the page loads a script, which its own security policy stops"))
		}
	case "base", "iframe", "frame", "frameset", "object", "embed", "applet", "portal", "fencedframe", "noscript":
		inline("<"+n.Data, diag.Say("sidan har elementet %s", "the page has the element %s", n.Data))
	case "img":
		if _, ok := attribute(n, "alt"); !ok {
			d.note(remark{fault: &fault{rule: "page-image", culprit: attr(n, "src"),
				message: diag.Say("bilden %q saknar text för den som inte ser den", "the picture %q lacks a text for those who cannot see it", attr(n, "src")),
				hint:    diag.Say(`skriv ![vad bilden visar](bild.png), eller alt="" om den bara pryder`, `write ![what it shows](picture.png), or alt="" if it only adorns`)}})
		}
	}
	for _, l := range linksOf(n) {
		d.note(remark{link: l})
	}
}

// leads notes what takes a reader elsewhere, or tells others of them, beside links.
func (d *looking) leads(n *html.Node) {
	told := func(mark string, message diag.Text) {
		d.note(remark{fault: &fault{rule: "page-leads", mark: mark, message: message,
			hint: diag.Say("ta bort det; sidorna säger ingen annan vem som läser dem", "remove it; the pages tell nobody else who reads them")}})
	}
	if n.Data == "meta" {
		d.letters(n)
	}
	for _, a := range n.Attr {
		switch value := strings.ToLower(strings.TrimSpace(a.Val)); {
		case a.Key == "ping":
			told(" ping=", diag.Say("en länk har attributet ping, som berättar för %q att den följs", "a link has the attribute ping, which tells %q that it is followed", a.Val))
		case strings.EqualFold(a.Key, "attributeName") && (strings.HasSuffix(value, "href") || value == "src" || strings.HasPrefix(value, "on")):
			told("<"+n.Data, diag.Say("elementet %s ändrar %q, som kan köra ett skript", "the element %s changes %q, which may run a script", n.Data, a.Val))
		case a.Key == "xml:base", a.Key == "base" && a.Namespace == "xml":
			told("xml:base", diag.Say("ett element ändrar vart länkarna i det leder", "an element changes where the links in it lead"))
		}
	}
}

// letters notes a page that says that it is written in other letters than it is read in
// here: a browser would read other words.
func (d *looking) letters(n *html.Node) {
	said := attr(n, "charset")
	if strings.EqualFold(attr(n, "http-equiv"), "content-type") {
		_, said, _ = strings.Cut(strings.ToLower(attr(n, "content")), "charset=")
	}
	if said = strings.Trim(said, ` "';`); said != "" && !strings.EqualFold(said, "utf-8") && !strings.EqualFold(said, "utf8") {
		d.note(remark{fault: inlined("charset", diag.Say("sidan säger sig vara skriven i %q i stället för UTF-8", "the page says that it is written in %q in place of UTF-8", said))})
	}
}

func inlined(mark string, message diag.Text) *fault {
	return &fault{rule: "page-policy", mark: mark, message: message,
		hint: diag.Say("lägg stilar i assets och text i Markdown; sidornas säkerhetspolicy tillåter inget annat", "put styles into assets and text into Markdown; the pages' security policy allows nothing else")}
}

// isData tells whether a script element is a block of data, which is not run.
func isData(n *html.Node) bool {
	return attr(n, "type") == "application/ld+json" && n.FirstChild != nil && json.Valid([]byte(n.FirstChild.Data))
}

// references are the attributes that name other elements of the page by id.
var references = []string{"for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns"}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}
