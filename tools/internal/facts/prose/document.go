package prose

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/source"
)

// Document is what a finding is counted in: a page that has been read, or the texts of
// a record. A page of Markdown is read once; who judges its words has its passages, and
// who judges how it is written has the rest.
type Document struct {
	Name     string // of the file
	Lang     string // of a page
	Page     string // the folder of a page in content/, empty for other text
	Data     []byte // of a page
	HTML     bool   // it is a page of HTML
	Lines    []int  // where its lines begin
	Title    string
	Record   *record.Filed
	Passages []*Passage

	// What else stands in a page of Markdown, in its order.
	Headings []Heading
	Links    []Link
	Calls    []Call
	Code     []Span // between backticks, or in a block of its own
	Tags     []Span // HTML, which no page shows: each tag, or what stands of it on its line

	front   *source.File // its front matter; nil where it has none that can be read
	fronted bool         // it has one
	unread  diag.List    // what is wrong with it as YAML
	body    int          // where the text below it begins

	said map[*regexp.Regexp]bool // what has been looked for in all passages
}

// Heading is a heading of a page, and the address that its section has on it.
type Heading struct {
	Span          // from its marks, if it has some, to the end of its line
	Level  int    // 1 is that of the page
	Text   string // as it sounds
	Anchor string // given by {#anchor}, or made of its words
}

// Link is an address that a page leads to, or a picture that it shows.
type Link struct {
	Span    // of the address
	To      string
	Picture bool
}

// Says tells whether a pattern is found anywhere in a document.
func (d *Document) Says(pattern *regexp.Regexp) bool {
	said, known := d.said[pattern]
	if !known {
		said = slices.ContainsFunc(d.Passages, func(p *Passage) bool { return pattern.MatchString(p.Lower) })
		if d.said == nil {
			d.said = map[*regexp.Regexp]bool{}
		}
		d.said[pattern] = said
	}
	return said
}

// Apart are the parts of a page that are not read as running text, in order and with
// none within another: front matter, code, calls, addresses, and headings, whose anchors
// are made of their words.
func (d *Document) Apart() []Span {
	all := append([]Span{{0, d.body}}, d.Code...)
	for _, h := range d.Headings {
		all = append(all, h.Span)
	}
	for _, l := range d.Links {
		all = append(all, l.Span)
	}
	for _, c := range d.Calls {
		all = append(all, c.Span)
	}
	slices.SortFunc(all, func(a, b Span) int { return cmp.Or(a.From-b.From, b.To-a.To) })
	apart := all[:1]
	for _, s := range all[1:] {
		if last := &apart[len(apart)-1]; s.From < last.To {
			last.To = max(last.To, s.To)
		} else {
			apart = append(apart, s)
		}
	}
	return apart
}

// Find returns where a page names an address or an anchor, or else where such words
// stand first on it; -1 when they do not.
func (d *Document) Find(name string) int {
	for _, l := range d.Links {
		if l.To == name {
			return l.From + bytes.Index(d.Data[l.From:l.Span.To], []byte(name))
		}
	}
	for _, h := range d.Headings {
		if h.Anchor == name {
			return h.From + max(bytes.LastIndex(d.Data[h.From:h.Span.To], []byte("#"+name))+1, 0)
		}
	}
	return bytes.Index(d.Data, []byte(name))
}

// Leads returns where the shortcode page first names an anchor, or -1.
func (d *Document) Leads(anchor string) int {
	for _, c := range d.Calls {
		words := d.Data[c.words.From:max(c.words.From, c.words.To)]
		if i := bytes.Index(words, []byte(`"`+anchor+`"`)); c.Name == "page" && anchor != "" && i >= 0 {
			return c.words.From + i + 1
		}
	}
	return -1
}

// words are those that a reader of a page meets below its title.
func (d *Document) words() []string {
	var all []string
	for _, p := range d.Passages {
		if p.File == nil {
			all = append(all, strings.Fields(strings.ReplaceAll(p.Text, string(Object), " "))...)
		}
	}
	return all
}
