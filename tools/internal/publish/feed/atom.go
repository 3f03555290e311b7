package feed

import (
	"fmt"
	"html"
	"strings"
	"time"

	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/history/change"
)

// atom writes a feed as Atom (RFC 4287), with the full text of each entry.
func atom(f feed) []byte {
	x := &xmlWriter{}
	x.WriteString("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
	x.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", f.lang)
	x.element("id", f.tag.id("feeds", f.name, f.lang))
	x.element("title", f.title)
	x.element("subtitle", f.subtitle())
	x.element("updated", f.updated().Format(time.RFC3339))
	x.open("author")
	x.element("name", f.org.Name)
	if f.place.BaseURL != "" {
		x.element("uri", f.place.BaseURL)
	}
	x.close("author")
	x.empty("link", "rel", "self", "type", "application/atom+xml", "href", f.place.url(f.path("atom")))
	x.empty("link", "rel", "alternate", "type", "text/html", "hreflang", f.lang, "href", f.place.page(page.Changes, f.lang, f.org))
	for _, e := range f.entries {
		f.atomEntry(x, e)
	}
	x.close("feed")
	return []byte(x.String())
}

func (f feed) atomEntry(x *xmlWriter, e change.Entry) {
	issued := e.Began().Format(time.RFC3339)
	x.open("entry")
	x.element("id", f.id(e))
	x.element("title", e.Sentence().In(f.lang))
	x.element("published", issued)
	x.element("updated", issued)
	x.empty("link", "rel", "alternate", "type", "text/html", "hreflang", f.lang, "href", f.place.entry(e, f.lang, f.org))
	for _, c := range e.Categories() {
		x.empty("category", "term", c)
	}
	x.element("content", f.content(e).HTML(), "type", "html")
	x.close("entry")
}

// content is the full text of an entry, which stands in more than one feed.
func (f feed) content(e change.Entry) *paper {
	if p := f.told[e.ID]; p != nil {
		return p
	}
	p := &paper{Lang: f.lang, Words: f.place.Words}
	f.told[e.ID] = p
	p.tell(e)
	p.added(e)
	p.Fact("Version", e.Version+f.say(", kontrollsumma (SHA-256) ", ", digest (SHA-256) ")+e.Digest)
	return p
}

// xmlWriter writes elements on lines of their own, everything escaped.
type xmlWriter struct{ strings.Builder }

func (x *xmlWriter) open(name string, attributes ...string) {
	fmt.Fprintf(x, "<%s%s>\n", name, attributeList(attributes))
}

func (x *xmlWriter) close(name string) { fmt.Fprintf(x, "</%s>\n", name) }

func (x *xmlWriter) empty(name string, attributes ...string) {
	fmt.Fprintf(x, "<%s%s/>\n", name, attributeList(attributes))
}

func (x *xmlWriter) element(name, text string, attributes ...string) {
	fmt.Fprintf(x, "<%s%s>%s</%s>\n", name, attributeList(attributes), html.EscapeString(clean(text)), name)
}

func attributeList(pairs []string) string {
	var b strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		fmt.Fprintf(&b, ` %s="%s"`, pairs[i], html.EscapeString(oneLine(pairs[i+1])))
	}
	return b.String()
}
