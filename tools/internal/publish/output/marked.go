package output

import (
	"bytes"
	"html/template"
	"sync"
)

// A row of a long list stands on many pages: on that of the whole list, and on one for
// each service and country. While templates run it is a mark of a few bytes, which
// they hand from one to the next; it takes its place when a page is finished.

// Marked are those rows, by their marks.
type Marked struct {
	lock sync.Mutex
	rows map[string]template.HTML
}

// markEnd begins and ends a mark. No text on a page holds it: escaping and Markdown put
// another character in its place.
const markEnd = '\x00'

// Keep sets a row of a list aside, which is the same wherever it stands in a language,
// and returns its mark. What is no HTML is returned as it is.
func (m *Marked) Keep(lang, id string, row any) any {
	html, ok := row.(template.HTML)
	if !ok {
		return row
	}
	name := lang + " " + id
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.rows == nil {
		m.rows = map[string]template.HTML{}
	}
	m.rows[name] = html
	return template.HTML(string(markEnd) + name + string(markEnd)) // safe: the mark is of our own making
}

// Rows are the rows that were set aside, by the names that Pieces tells.
func (m *Marked) Rows() map[string]template.HTML { return m.rows }

// Pieces calls f with each piece of a page before a mark and the name of that row, and
// at last with what follows them all, and no name.
func (m *Marked) Pieces(page []byte, f func(text []byte, row string)) {
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
		if _, ok := m.rows[name]; !ok { // not one of ours
			at = begin + 1
			continue
		}
		f(page[begun:begin], name)
		at = begin + length + 2
		begun = at
	}
}

// Fill puts the rows in the place of their marks.
func (m *Marked) Fill(page []byte) []byte {
	if bytes.IndexByte(page, markEnd) < 0 {
		return page
	}
	size := 0
	m.Pieces(page, func(text []byte, row string) { size += len(text) + len(m.rows[row]) })
	out := make([]byte, 0, size)
	m.Pieces(page, func(text []byte, row string) { out = append(append(out, text...), m.rows[row]...) })
	return out
}
