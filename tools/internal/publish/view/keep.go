package view

import (
	"bytes"
	"html/template"
	"sync"
)

// A row of a long list stands on many pages: on that of the whole list, and on one for
// each service and country. While templates run it is a mark of a few bytes, which
// they hand from one to the next; it takes its place when a page is finished.

// kept are those rows, by their marks.
type kept struct {
	sync.Mutex
	rows map[string]template.HTML
}

// markEnd begins and ends a mark. No text on a page holds it: escaping and Markdown put
// another character in its place.
const markEnd = '\x00'

// Keep sets a row of a list aside, which is the same wherever it stands in a language,
// and returns its mark. What is no HTML is returned as it is.
func (p *Plan) Keep(lang, id string, row any) any {
	html, ok := row.(template.HTML)
	if !ok {
		return row
	}
	name := lang + " " + id
	p.kept.Lock()
	defer p.kept.Unlock()
	if p.kept.rows == nil {
		p.kept.rows = map[string]template.HTML{}
	}
	p.kept.rows[name] = html
	return template.HTML(string(markEnd) + name + string(markEnd)) // safe: the mark is of our own making
}

// Rows are the rows that were set aside, by the names that Pieces tells.
func (p *Plan) Rows() map[string]template.HTML { return p.kept.rows }

// Pieces calls f with each piece of a page before a mark and the name of that row, and
// at last with what follows them all, and no name.
func (p *Plan) Pieces(page []byte, f func(text []byte, row string)) {
	begun := 0 // where the piece under way begins
	for at := 0; ; {
		begin := bytes.IndexByte(page[at:], markEnd)
		if begin < 0 {
			f(page[begun:], "")
			return
		}
		begin += at
		length := max(bytes.IndexByte(page[begin+1:], markEnd), 0)
		name := string(page[begin+1:][:length])
		if _, ok := p.kept.rows[name]; !ok { // not one of ours
			at = begin + 1
			continue
		}
		f(page[begun:begin], name)
		at = begin + length + 2
		begun = at
	}
}

// Fill puts the rows in the place of their marks.
func (p *Plan) Fill(page []byte) []byte {
	if bytes.IndexByte(page, markEnd) < 0 {
		return page
	}
	size := 0
	p.Pieces(page, func(text []byte, row string) { size += len(text) + len(p.kept.rows[row]) })
	out := make([]byte, 0, size)
	p.Pieces(page, func(text []byte, row string) { out = append(append(out, text...), p.kept.rows[row]...) })
	return out
}
