package pdf

// look is how a block is set.
type look struct{ size, leading, before, after int }

var (
	headings = [...]look{
		{20 * pt, 25 * pt, 0, 8 * pt},
		{12_500, 17 * pt, 16 * pt, 5 * pt},
		{10_500, 14 * pt, 12 * pt, 3 * pt},
	}
	body   = look{10 * pt, 14_500, 0, 7 * pt}
	small  = look{8_500, 12 * pt, 0, 5 * pt}
	inRow  = look{8 * pt, 11 * pt, 0, 2 * pt}
	indent = 14 * pt
)

// measureOfProse is how wide a line of running text may be, so that the eye
// finds the next one.
const measureOfProse = 460 * pt

// paragraph is a text with its place in the tree, broken into lines.
type paragraph struct {
	element *element
	text    Text
	lines   []line
	look    look
	links   map[int]*element // by span
}

func (w *writer) paragraph(e *element, t Text, l look, width int) *paragraph {
	return &paragraph{element: e, text: t, lines: w.wrap(t, width*1000/l.size), look: l}
}

// draw draws a line of a paragraph below y.
func (w *writer) draw(p *paragraph, n, x, y int) {
	base := y + p.look.leading - (p.look.leading-p.look.size)/2 - p.look.size/5
	glyphs := p.lines[n]
	for len(glyphs) > 0 {
		i := 1
		for i < len(glyphs) && glyphs[i].span == glyphs[0].span {
			i++
		}
		span, last := p.text[glyphs[0].span], i == len(glyphs) && n < len(p.lines)-1
		if linkable(span.URL) {
			e := p.link(int(glyphs[0].span))
			w.enter(e)
			width := w.show(glyphs[:i], span, p.look.size, x, base, last)
			l := &link{x, y, width, p.look.leading, span.URL, oneLine(span.Text), e}
			w.page.links = append(w.page.links, l)
			e.kids = append(e.kids, kid{page: w.page, link: l})
			x += width
		} else {
			w.enter(p.element)
			x += w.show(glyphs[:i], span, p.look.size, x, base, last)
		}
		glyphs = glyphs[i:]
	}
}

// link is the element of a span that can be clicked. A link that goes on on the
// next line is still one.
func (p *paragraph) link(span int) *element {
	if p.links == nil {
		p.links = map[int]*element{}
	}
	if p.links[span] == nil {
		p.links[span] = p.element.add("Link")
	}
	return p.links[span]
}

// set draws a paragraph down the page and over to the next. It does not leave a
// single line behind at the foot of a page.
func (w *writer) set(p *paragraph, x int) {
	if len(p.lines) > 1 && w.room() < 2*p.look.leading {
		w.turn()
	}
	for n := range p.lines {
		if w.room() < p.look.leading {
			w.turn()
		}
		w.draw(p, n, x, w.y)
		w.y += p.look.leading
	}
	w.leave()
	w.y += p.look.after
}

func (h Heading) level() int { return min(max(h.Level, 1), len(headings)) }

func (h Heading) look() look { return headings[h.level()-1] }

func (h Heading) write(w *writer) {
	l, level := h.look(), h.level()
	text := oneLine(h.Text)
	p := w.paragraph(w.root.add("H"+string(rune('0'+level))), Text{{Text: text, Style: Bold}}, l, w.inner())
	if w.y > top+20*pt {
		w.y += l.before
	}
	if w.room() < len(p.lines)*l.leading+l.after+w.beginning(w.rest) {
		w.turn()
	}
	w.marks, w.level = append(w.marks, &bookmark{level, text, w.page, w.y}), level
	w.set(p, side)
}

// beginning is how much of what follows a heading stays with it: a few lines, a
// whole table of names and values if a page has room for it, and after another
// heading what stays with that one.
func (w *writer) beginning(blocks []Block) int {
	few := 4 * body.leading
	if len(blocks) == 0 {
		return 0
	}
	switch b := blocks[0].(type) {
	case Heading:
		l := b.look()
		return l.before + l.leading + l.after + w.beginning(blocks[1:])
	case Table:
		if len(b.Columns) > 0 {
			break
		}
		if height := b.height(w); height < (w.height-top-bottom)*2/3 {
			return max(few, height)
		}
	}
	return few
}

func (t Paragraph) write(w *writer) {
	l := body
	if t.Small {
		l = small
	}
	w.set(w.paragraph(w.root.add("P"), t.Text, l, min(w.inner(), measureOfProse)), side)
}

func (l List) write(w *writer) {
	list := w.root.add("L")
	list.attributes = "/O/List/ListNumbering/Disc"
	for _, item := range l.Items {
		li := list.add("LI")
		label := li.add("Lbl")
		p := w.paragraph(li.add("LBody"), item, body, min(w.inner(), measureOfProse)-indent)
		p.look.after = 3 * pt
		if w.room() < min(len(p.lines), 2)*body.leading {
			w.turn()
		}
		w.draw(w.paragraph(label, Plainly("•"), body, indent), 0, side, w.y)
		w.set(p, side+indent)
	}
	w.y += body.after - 3*pt
}

// blank tells whether a text says nothing. A hard space is room to write in.
func (t Text) blank() bool {
	for _, s := range t {
		if s.Text != "" {
			return false
		}
	}
	return true
}
