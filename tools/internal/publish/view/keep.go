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

// Fill puts the rows in the place of their marks.
func (p *Plan) Fill(page []byte) []byte {
	if bytes.IndexByte(page, markEnd) < 0 {
		return page
	}
	size := 0
	p.pieces(page, func(text []byte, row template.HTML) { size += len(text) + len(row) })
	out := make([]byte, 0, size)
	p.pieces(page, func(text []byte, row template.HTML) { out = append(append(out, text...), row...) })
	return out
}

// pieces calls f with what stands before each mark, and the row of the mark.
func (p *Plan) pieces(page []byte, f func(text []byte, row template.HTML)) {
	for {
		begin := bytes.IndexByte(page, markEnd)
		if begin < 0 {
			f(page, "")
			return
		}
		length := bytes.IndexByte(page[begin+1:], markEnd)
		row, ok := p.kept.rows[string(page[begin+1:][:max(length, 0)])]
		if !ok { // not one of ours
			f(page[:begin+1], "")
			page = page[begin+1:]
			continue
		}
		f(page[:begin], row)
		page = page[begin+length+2:]
	}
}
