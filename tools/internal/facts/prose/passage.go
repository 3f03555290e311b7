package prose

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/source"
)

// Passage is a stretch of text that is read in one go: a paragraph, a heading,
// a cell of a table, or the text of a field in one language. Its text is the
// words as they sound: one kind of space and of hyphen, nothing invisible.
type Passage struct {
	Doc   *Document
	Index int    // among the document's passages
	Lang  string // BCP 47; empty when nobody knows
	Text  string
	Lower string // text in lower case, letter for letter
	runs  []run  // where text does not go along with its source
	Spans []Span // its sentences, once they are asked for

	File  *source.File // for text from YAML,
	Field string       // and the path of the value that holds it, such as purposes[0].text

	Section string // the heading above, in lower case
	Lead    string // what is said before the list that it stands in, in lower case
	Heading bool
	Level   int    // of a heading that is marked as one; 0 for all else
	Item    bool   // of a list
	Cell    bool   // of a table
	Column  string // the head of its column, in lower case
	Row     string // and the other cells of its row
	Linked  bool   // holds a link or an address, or stands beside one
}

// run says that from an offset of the text on, the source goes along with it
// from an offset of its own.
type run struct{ text, source int }

// writer puts the text of a passage together, with one kind of each character
// that has several, and remembers where it came from.
type writer struct {
	b    []byte
	runs []run
	last rune // written
	mark int  // the offset in the source of the last rune
}

// put adds a character that stands at an offset of the source.
func (w *writer) put(r rune, at int) {
	switch {
	case r != Object && diag.Unseen(r) && !unicode.IsSpace(r):
		return // invisible: a soft hyphen, a joiner
	case r == '\u2010', r == '\u2011':
		r = '-'
	case r == '\u2019', r == '\u02BC':
		r = '\''
	case unicode.IsSpace(r):
		if w.last == ' ' || w.last == 0 {
			return
		}
		r = ' '
	case r == '\u030A' || r == '\u0308' || r == '\u0301':
		if whole := composed(w.last, r); whole != 0 {
			w.replace(whole)
			return
		}
	}
	if n := len(w.runs); n == 0 || at-len(w.b) != w.runs[n-1].source-w.runs[n-1].text {
		w.runs = append(w.runs, run{len(w.b), at})
	}
	w.b = utf8.AppendRune(w.b, r)
	w.last, w.mark = r, at
}

// replace writes another character in place of the last one.
func (w *writer) replace(r rune) {
	w.b = w.b[:len(w.b)-utf8.RuneLen(w.last)]
	for len(w.runs) > 0 && w.runs[len(w.runs)-1].text >= len(w.b) {
		w.runs = w.runs[:len(w.runs)-1]
	}
	w.last = 0
	w.put(r, w.mark)
}

// composed returns the letter that a letter and a mark above it make, or 0.
func composed(letter, mark rune) rune {
	switch string([]rune{letter, mark}) {
	case "a\u030A":
		return 'å'
	case "A\u030A":
		return 'Å'
	case "a\u0308":
		return 'ä'
	case "A\u0308":
		return 'Ä'
	case "o\u0308":
		return 'ö'
	case "O\u0308":
		return 'Ö'
	case "e\u0301":
		return 'é'
	}
	return 0
}

// Set takes a passage's text from a value of YAML; the offsets of its source
// are those of the value. Most values need no change, and then cost no memory.
func (p *Passage) Set(value string) {
	p.Text = value
	if !plain(value) {
		var w writer
		for i, r := range value {
			w.put(r, i)
		}
		p.Text, p.runs = string(w.b), w.runs
	}
	p.Lower = Lowered(p.Text)
}

// plain tells whether a value reads as it is written.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ', c == ' ' && (i == 0 || s[i-1] == ' '):
			return false
		case c == 0xC2 || c == 0xCA || c == 0xCC || c == 0xE2 || c == 0xE3 || c == 0xEF || c == 0xE1:
			return false // the first byte of every character that put changes
		}
	}
	return true
}

// Lowered returns a text in lower case whose offsets are those of the text.
func Lowered(s string) string {
	i := 0
	for i < len(s) && !('A' <= s[i] && s[i] <= 'Z') && s[i] < utf8.RuneSelf {
		i++
	}
	if i == len(s) {
		return s
	}
	out := []byte(s)
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				out[i] = c + 'a' - 'A'
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if low := unicode.ToLower(r); low != r && utf8.RuneLen(low) == size {
			utf8.EncodeRune(out[i:], low)
		}
		i += size
	}
	return string(out)
}

// origin returns the offset in the source of an offset in the text.
func (p *Passage) origin(at int) int {
	i := sort.Search(len(p.runs), func(i int) bool { return p.runs[i].text > at })
	if i == 0 {
		return at
	}
	return p.runs[i-1].source + at - p.runs[i-1].text
}

// Pos is the place of a part of the text in its file. A part that goes on over
// several lines is as long as what stands on the first.
func (p *Passage) Pos(from, to int) diag.Pos {
	last := to
	if to > from {
		_, size := utf8.DecodeLastRuneInString(p.Text[from:to])
		last = to - size
	}
	begin, end := p.origin(from), p.origin(last)
	if p.File != nil {
		return inYAML(p.File, p.Field, begin, end)
	}
	return InLines(p.Doc.Name, p.Doc.Data, p.Doc.Lines, begin, end)
}

// Conditional tells whether a passage stands in a text that a page shows only where
// something is so: {{% when "no-transfers" %}}.
func (p *Passage) Conditional() bool {
	depth, at := 0, p.origin(0)
	for _, c := range p.Doc.Calls {
		switch {
		case p.File != nil || c.From > at:
			return depth > 0
		case c.Name != "when" || c.Escaped || c.Broken || c.Whole:
		case c.Ends:
			depth--
		default:
			depth++
		}
	}
	return depth > 0
}

// InLines is the place of the characters that begin at two offsets, and what is
// between them, in a file whose lines begin where lines says.
func InLines(name string, data []byte, lines []int, begin, end int) diag.Pos {
	begin = min(max(begin, 0), len(data))
	n := max(sort.SearchInts(lines, begin+1), 1)
	start, stop := lines[n-1], len(data)
	if n < len(lines) {
		stop = lines[n] - 1
	}
	if stop > start && data[stop-1] == '\r' {
		stop--
	}
	_, size := utf8.DecodeRune(data[min(max(end, begin), len(data)):])
	stop = max(min(stop, max(end, begin)+size), begin)
	return diag.Pos{
		File: name, Line: n,
		Column: utf8.RuneCount(data[start:begin]) + 1,
		Length: utf8.RuneCount(data[begin:stop]),
	}
}

// linesOf returns where the lines of a text begin.
func linesOf(data []byte) []int {
	lines := []int{0}
	for i, b := range data {
		if b == '\n' {
			lines = append(lines, i+1)
		}
	}
	return lines
}
