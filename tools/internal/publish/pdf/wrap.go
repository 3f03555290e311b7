package pdf

import "unicode"

// glyph is a character on its way to a line.
type glyph struct {
	r       rune
	span    int32 // the span that it belongs to
	advance int32
}

// line is the glyphs of a line, with the spaces at its end: without them the
// last word of a line and the first of the next would be one word when copied.
type line []glyph

// glyphs measures a text.
func (w *writer) glyphs(t Text) []glyph {
	size := 0
	for _, s := range t {
		size += len(s.Text)
	}
	return w.lay(t, make([]glyph, 0, size))
}

// passing measures a text that nobody keeps; the next one takes its place.
func (w *writer) passing(t Text) []glyph {
	w.scratch = w.lay(t, w.scratch[:0])
	return w.scratch
}

func (w *writer) lay(t Text, out []glyph) []glyph {
	for i, s := range t {
		f := w.face(s.Style)
		for _, r := range clean(s.Text) {
			advance := 0
			if r != '\n' && r != softHyphen {
				advance = f.shape(r).advance
			}
			out = append(out, glyph{r, int32(i), int32(advance)})
		}
	}
	return out
}

// wrap breaks a text into lines of at most so many thousandths of its size. A
// line breaks at a space, after a hyphen between letters or at a soft one; if
// there is none, within a number or an address; and at last anywhere.
func (w *writer) wrap(t Text, limit int) []line {
	return broken(w.glyphs(t), limit, nil)
}

// linesOf is how many lines that makes.
func (w *writer) linesOf(t Text, limit int) int {
	w.lines = broken(w.passing(t), limit, w.lines[:0])
	return len(w.lines)
}

// broken adds the lines of a measured text to others.
func broken(g []glyph, limit int, lines []line) []line {
	for start := 0; start < len(g) || len(lines) == 0; {
		end, next := breakAt(g, start, limit)
		lines = append(lines, g[start:end])
		start = next
		if start == len(g) && end < next { // the text ends with a line break
			break
		}
	}
	return lines
}

// breakAt returns where the line that begins at start ends, and where the next
// begins.
func breakAt(g []glyph, start, limit int) (end, next int) {
	width, good, fair := 0, -1, -1
	for i := start; i < len(g); i++ {
		r := g[i].r
		if r == '\n' {
			return i, i + 1
		}
		width += int(g[i].advance)
		if width > limit && !breaking(r) {
			switch {
			case good > start:
				return good, good
			case fair > start:
				return fair, fair
			case i > start:
				return i, i
			}
		}
		switch {
		case within(g, i):
			fair = i + 1
		case breaking(r), r == zeroSpace:
			good = i + 1
		case r == softHyphen:
			if width+hyphenWidth <= limit {
				good = i + 1
			}
		case joining(g, i):
			good = i + 1
		case r == '/' || r == '.' || r == '@' || r == '_' || r == '&' || r == '?' || r == ',' || r == '-':
			fair = i + 1
		}
	}
	return len(g), len(g)
}

// hyphenWidth is room enough for a hyphen.
const hyphenWidth = 400

// breaking tells whether a character is a space that a line may end with. Hard
// spaces are not.
func breaking(r rune) bool {
	if r < '\u00a0' { // most are
		return r == ' '
	}
	return unicode.Is(unicode.Zs, r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
}

// within tells whether a glyph is a space in a number, as in +46 8 123 45 67.
func within(g []glyph, i int) bool {
	return g[i].r == ' ' && i > 0 && i+1 < len(g) && unicode.IsDigit(g[i-1].r) && unicode.IsDigit(g[i+1].r)
}

// joining tells whether a glyph is a hyphen or stroke between words, as in
// EU-kommissionen, and not one of a number or after a single letter: e-post.
func joining(g []glyph, i int) bool {
	switch g[i].r {
	case '-', '–', '—', '\u2010', '/':
		for _, n := range []int{i - 2, i - 1, i + 1, i + 2} {
			if n < 0 || n >= len(g) || !unicode.IsLetter(g[n].r) {
				return false
			}
		}
		return true
	}
	return false
}

// measure returns the width of a text's longest word and longest line.
func (w *writer) measure(t Text) (word, whole int) {
	wordNow, lineNow := 0, 0
	for _, g := range w.passing(t) {
		advance := int(g.advance)
		switch {
		case g.r == '\n':
			wordNow, lineNow = 0, 0
		case breaking(g.r), g.r == zeroSpace, g.r == softHyphen:
			wordNow = 0
			lineNow += advance
		default:
			wordNow += advance
			lineNow += advance
		}
		word, whole = max(word, wordNow), max(whole, lineNow)
	}
	return word, whole
}
