package prose

import (
	"bytes"
	"html"
	"unicode/utf8"

	markup "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML takes a page of HTML apart into passages. Offsets are those of the
// file, so that a finding points at the words where they stand, tags and all.
func (d *Document) readHTML() {
	p := &htmlPage{blocks: blocks{doc: d}}
	z := markup.NewTokenizer(bytes.NewReader(d.Data))
	for at := 0; ; {
		kind := z.Next()
		raw := z.Raw()
		switch kind {
		case markup.ErrorToken:
			p.text(at, raw) // what an unclosed tag left
			p.end(false)
			return
		case markup.TextToken:
			p.text(at, raw)
		case markup.StartTagToken, markup.SelfClosingTagToken:
			p.start(z, kind == markup.SelfClosingTagToken)
		case markup.EndTagToken:
			name, _ := z.TagName()
			p.stop(atom.Lookup(name))
		}
		at += len(raw)
	}
}

// htmlPage is the reading of one page of HTML.
type htmlPage struct {
	blocks
	unseen atom.Atom // the element that is open, if no reader sees its text,
	depth  int       // and how many of the kind are open within it
	breaks int       // line breaks since the last word
	head   bool      // within title
	plain  bool      // the row of the table has a cell that is no head
}

// start takes in the beginning of an element.
func (p *htmlPage) start(z *markup.Tokenizer, closed bool) {
	name, attributes := z.TagName()
	tag := atom.Lookup(name)
	if p.unseen != 0 {
		if tag == p.unseen && !closed {
			p.depth++
		}
		return
	}
	var href, lang string
	for attributes {
		var key, value []byte
		key, value, attributes = z.TagAttr()
		switch string(key) {
		case "href":
			href = string(value)
		case "lang":
			lang = string(value)
		}
	}
	switch {
	case unread(tag) && !closed:
		p.unseen, p.depth = tag, 1
	case tag == atom.Html && p.doc.Lang == "":
		p.doc.Lang = lang
	case tag == atom.A && href != "":
		p.linked = true
	case tag == atom.Br:
		if p.breaks++; p.breaks > 1 { // an empty line between paragraphs
			p.end(false)
		} else if len(p.w.b) > 0 {
			p.w.put(' ', p.w.mark+1)
		}
	case block(tag):
		item := p.item && len(p.w.b) == 0 // a paragraph that an item of a list begins with
		p.close(0)
		p.item = tag == atom.Li || item
		p.head = tag == atom.Title
	}
}

// stop takes in the end of an element.
func (p *htmlPage) stop(tag atom.Atom) {
	switch {
	case p.unseen != 0:
		if tag == p.unseen {
			if p.depth--; p.depth == 0 {
				p.unseen = 0
			}
		}
	case block(tag):
		p.close(tag)
	}
}

// close ends the block that is open: what a heading, a cell or the title ends is
// one.
func (p *htmlPage) close(tag atom.Atom) {
	heading := false
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Summary, atom.Legend, atom.Dt, atom.Title:
		heading = true
	}
	title := p.head
	p.head = false
	got := p.end(heading)
	switch {
	case got == nil:
	case title:
		p.doc.Title = got.Text
	case tag == atom.Td || tag == atom.Th:
		got.Cell = true
	}
	p.rows(tag, got)
}

// text adds the words between two tags, which begin at an offset of the page.
func (p *htmlPage) text(start int, raw []byte) {
	if p.unseen != 0 {
		return
	}
	for i := 0; i < len(raw); {
		if raw[i] == '&' {
			if e := entity.Find(raw[i:min(len(raw), i+40)]); e != nil {
				for _, r := range html.UnescapeString(string(e)) {
					p.put(r, start+i)
				}
				i += len(e)
				continue
			}
		}
		r, size := utf8.DecodeRune(raw[i:])
		p.put(r, start+i)
		i += size
	}
}

func (p *htmlPage) put(r rune, at int) {
	switch r {
	case ' ', '\t', '\n', '\r', '\f':
	case '@':
		p.linked = true
		fallthrough
	default:
		p.breaks = 0
	}
	p.w.put(r, at)
}

// unread tells whether no reader sees the text of an element.
func unread(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Svg, atom.Iframe, atom.Object, atom.Textarea, atom.Select:
		return true
	}
	return false
}

// block tells whether an element begins and ends a block of text.
func block(tag atom.Atom) bool {
	switch tag {
	case atom.Html, atom.Head, atom.Title, atom.Body, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Section, atom.Article,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.P, atom.Div, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Table, atom.Caption, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Blockquote, atom.Pre, atom.Hr,
		atom.Figure, atom.Figcaption, atom.Address, atom.Form, atom.Fieldset, atom.Legend, atom.Details, atom.Summary, atom.Button,
		atom.Option, atom.Label, atom.Center:
		return true
	}
	return false
}

// rows follows the rows of a table. The first is its head where it is made of th alone.
func (p *htmlPage) rows(tag atom.Atom, got *Passage) {
	switch tag {
	case atom.Td, atom.Th:
		p.table.add(got)
		p.plain = p.plain || tag == atom.Td
	case atom.Tr:
		if p.table.end(); !p.plain && len(p.table.row) > 0 {
			p.table.heads()
		}
		p.table.row, p.plain = nil, false
	case atom.Table:
		p.table = table{}
	}
}
