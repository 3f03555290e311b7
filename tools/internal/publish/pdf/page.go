package pdf

import (
	"bytes"
	"strconv"
)

// Lengths are in thousandths of a point, 1/72 inch.
const pt = 1000

// A4, and the margins.
const (
	shortSide = 595_276
	longSide  = 841_890
	side      = 45 * pt
	top       = 45 * pt
	bottom    = 58 * pt
)

// writer is a document under way.
type writer struct {
	doc           *Document
	faces         [2]*face
	width, height int // of the page
	pages         []*page
	page          *page
	y             int     // where the next line goes, from the top of the page
	rest          []Block // what follows the block under way

	root    *element // the tree of what the document says
	open    *element // the element whose text is being drawn
	marks   []*bookmark
	level   int // of the last heading
	missing []rune
	told    map[rune]bool // what is in missing

	scratch []glyph // for texts that are only measured
	lines   []line
}

// page is one page: what is drawn, and the elements that its marked pieces
// belong to, in order.
type page struct {
	number  int // from 0
	content bytes.Buffer
	marked  []*element
	links   []*link
}

// link is an area of a page that can be clicked.
type link struct {
	x, y, width, height int
	url, text           string
	element             *element
}

// bookmark leads to a place.
type bookmark struct {
	level int
	title string
	page  *page
	y     int
}

func newWriter(d *Document) *writer {
	w := &writer{doc: d, faces: newFaces(), width: shortSide, height: longSide, told: map[rune]bool{}}
	if d.Landscape {
		w.width, w.height = longSide, shortSide
	}
	w.root = &element{kind: "Document"}
	w.turn()
	return w
}

func (w *writer) face(s Style) *face { return w.faces[s.font()] }

// font is the number of a style's font.
func (s Style) font() int {
	if s == Bold {
		return 1
	}
	return 0
}

// turn begins a new page.
func (w *writer) turn() {
	w.leave()
	before := w.page
	w.page = &page{number: len(w.pages)}
	w.pages = append(w.pages, w.page)
	if before != nil { // pages are much alike
		w.page.content.Grow(before.content.Len() * 5 / 4)
	}
	w.y = top
	if w.page.number > 0 && w.doc.Header != "" {
		w.y += 16 * pt
	}
}

// room is how much of the page is left.
func (w *writer) room() int { return w.height - bottom - w.y }

// inner is the width between the margins.
func (w *writer) inner() int { return w.width - 2*side }

// enter makes what is drawn next a part of an element.
func (w *writer) enter(e *element) {
	if w.open == e {
		return
	}
	w.leave()
	c := &w.page.content
	b := append(c.AvailableBuffer(), '/')
	b = append(b, e.kind...)
	b = append(b, "<</MCID "...)
	b = strconv.AppendInt(b, int64(len(w.page.marked)), 10)
	c.Write(append(b, ">>BDC\n"...))
	e.kids = append(e.kids, kid{page: w.page, mark: len(w.page.marked)})
	w.page.marked = append(w.page.marked, e)
	w.open = e
}

// leave ends that.
func (w *writer) leave() {
	if w.open != nil {
		w.page.content.WriteString("EMC\n")
		w.open = nil
	}
}

// artifact draws what is no part of the text: rules, repeated headings, page
// numbers. Screen readers pass over it.
func (w *writer) artifact(kind string, draw func()) {
	w.leave()
	for _, word := range []string{"/Artifact<</Type/", kind, ">>BDC\n"} {
		w.page.content.WriteString(word)
	}
	draw()
	w.page.content.WriteString("EMC\n")
}

// stroke draws a thin line across the page.
func (w *writer) stroke(y, thickness int, grey string) {
	w.artifact("Layout", func() {
		c := &w.page.content
		b := append(appendNumber(c.AvailableBuffer(), thickness), " w "...)
		b = append(append(b, grey...), " G "...)
		b = append(appendPoint(b, side, w.height-y), " m "...)
		b = append(appendPoint(b, w.width-side, w.height-y), " l S\n"...)
		c.Write(b)
	})
}

// The greys that text is drawn in; both can be read by those who see badly.
const (
	black = "0.07"
	muted = "0.33"
	blue  = "0.04 0.25 0.55"
)

// show draws glyphs from a point on the base line on. It returns their width.
func (w *writer) show(glyphs []glyph, s Span, size, x, y int, last bool) int {
	f, width := w.face(s.Style), 0
	c := &w.page.content
	colour := black + " g"
	switch {
	case linkable(s.URL):
		colour = blue + " rg"
	case s.Style == Muted:
		colour = muted + " g"
	}
	c.Grow(80 + 4*len(glyphs)) // room for all of it, so that it is not moved
	b := strconv.AppendInt(append(c.AvailableBuffer(), "BT /F"...), int64(s.Style.font()), 10)
	b = append(appendNumber(append(b, ' '), size), " Tf "...)
	b = append(append(b, colour...), ' ')
	b = append(appendPoint(b, x, w.height-y), " Td <"...)
	for i, g := range glyphs {
		if g.r == zeroSpace || g.r == softHyphen && !(last && i == len(glyphs)-1) {
			continue
		}
		if f.shape(g.r).missing && !w.told[g.r] {
			w.told[g.r] = true
			w.missing = append(w.missing, g.r)
		}
		id := f.id(g.r)
		b = append(b, hex[id>>12], hex[id>>8&15], hex[id>>4&15], hex[id&15])
		width += int(g.advance)
	}
	c.Write(append(b, "> Tj ET\n"...))
	return width * size / 1000
}

const hex = "0123456789ABCDEF"

// plain draws a line of text that is no part of the tree.
func (w *writer) plain(s string, style Style, size, x, y int) {
	span := Span{Text: s, Style: style}
	w.show(w.glyphs(Text{span}), span, size, x, y, false)
}

// widthOf is how wide a line of text is.
func (w *writer) widthOf(s string, size int) int {
	_, whole := w.measure(Plainly(s))
	return whole * size / 1000
}

// margins draws what stands at the head and foot of each page.
func (w *writer) margins() {
	const size, leading = 7_500, 10 * pt
	for i, p := range w.pages {
		w.page = p
		w.artifact("Pagination", func() {
			if i > 0 && w.doc.Header != "" {
				w.plain(oneLine(w.doc.Header), Muted, size, side, top-4*pt)
			}
			y := w.height - bottom + 22*pt
			if w.doc.Number != nil {
				text := w.doc.Number(i+1, len(w.pages))
				w.plain(text, Muted, size, w.width-side-w.widthOf(text, size), y)
			}
			for _, text := range w.doc.Footer {
				w.plain(oneLine(text), Muted, size, side, y)
				y += leading
			}
		})
	}
}
