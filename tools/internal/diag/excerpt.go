package diag

import (
	"bytes"
	"strings"
)

const (
	tabStop = 4   // cells between the stops that tabs are expanded to
	room    = 100 // cells of a source line that are shown at most
	lead    = 50  // cells of a long line that are shown before the caret
)

// excerpt returns a line as it is shown and the carets that belong under it.
// Column and length count code points, as in Pos; what lies past the end of the
// line is drawn at its end, and column 0 draws no caret. A line with more than
// room cells is cut around the caret.
func excerpt(line []rune, column, length int) (text, caret string) {
	at := min(max(column-1, 0), len(line))
	end := at + min(max(length, 0), len(line)-at)

	// Far more code points than fit are left aside before they are measured,
	// or each finding would cost as much as its line is long.
	from := max(0, at-4*room)
	upto := min(len(line), at+4*room)
	shown := glyphs(line[from:upto])
	at, end = at-from, min(end, upto)-from
	edges := edgesOf(shown)

	first, last := 0, len(shown)
	if from > 0 || upto < len(line) || edges[last] > room {
		first, last = window(shown, edges, at)
	}

	var b strings.Builder
	pad := 0
	if from > 0 || first > 0 {
		b.WriteString("…")
		pad = 1
	}
	for _, g := range shown[first:last] {
		b.WriteString(g.text)
	}
	if last < len(shown) || upto < len(line) {
		b.WriteString("…")
	}
	if column < 1 {
		return b.String(), ""
	}

	// A mark has no cell of its own: the caret goes under its letter.
	for at > first && at < len(shown) && shown[at].cells == 0 {
		at--
	}
	pad += edges[at] - edges[first]
	marked := 1
	if length > 0 {
		marked = max(1, edges[min(end, last)]-edges[at])
	}
	return b.String(), strings.Repeat(" ", pad) + "^" + strings.Repeat("~", marked-1)
}

// edgesOf returns the cell at which each glyph begins, and after them the cell at
// which the last one ends.
func edgesOf(shown []glyph) []int {
	at := make([]int, len(shown)+1)
	for i, g := range shown {
		at[i+1] = at[i] + g.cells
	}
	return at
}

// window returns which glyphs of a long line to show, so that the one at the
// caret is among them and none begins with a mark torn from its letter.
func window(shown []glyph, edges []int, at int) (first, last int) {
	if edges[at] > lead+lead/2 {
		for edges[at]-edges[first] > lead {
			first++
		}
		for first < at && shown[first].cells == 0 {
			first++
		}
	}
	last = first
	for last < len(shown) && (last <= at || edges[last+1]-edges[first] <= room) {
		last++
	}
	return first, last
}

// excerpts reads source lines, and keeps what the next finding is likely to ask
// for again: findings come sorted by file and line.
type excerpts struct {
	read  func(file string) []byte
	file  string
	lines [][]byte
	line  int
	runes []rune
}

// of returns the line that a position names; ok is false when there is none.
func (e *excerpts) of(pos Pos) (line []rune, ok bool) {
	if e.read == nil || pos.File == "" || pos.Line < 1 {
		return nil, false
	}
	if e.lines == nil || e.file != pos.File {
		e.file, e.lines, e.line = pos.File, lines(e.read(pos.File)), 0
	}
	if pos.Line > len(e.lines) {
		return nil, false
	}
	if e.line != pos.Line {
		e.line, e.runes = pos.Line, []rune(string(e.lines[pos.Line-1]))
	}
	return e.runes, true
}

// lines splits a file as positions count: at LF and CR LF, and with no column
// for a byte order mark. A CR alone ends no line.
func lines(data []byte) [][]byte {
	split := [][]byte{}
	for line := range bytes.Lines(bytes.TrimPrefix(data, []byte("\ufeff"))) {
		if rest, ok := bytes.CutSuffix(line, []byte("\n")); ok {
			line = bytes.TrimSuffix(rest, []byte("\r"))
		}
		split = append(split, line)
	}
	return split
}
