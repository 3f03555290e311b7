package prose

import (
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/source"
)

// InValue is the place in its file of a part of the text at a path, between two offsets.
func InValue(file *source.File, path, text string, from, to int) diag.Pos {
	_, size := utf8.DecodeLastRuneInString(text[from:to])
	return inYAML(file, path, from, to-size)
}

// inYAML is the place in the file of a part of the value at a path, from the
// character at one offset to the one at another. Values may be folded, indented
// and quoted: the value and the file are walked along each other, any white space
// in one being any in the other. Where they cannot be brought together the place
// is that of the value.
func inYAML(file *source.File, path string, begin, end int) diag.Pos {
	node := file.Node(path)
	if node == nil || node.Kind != source.Scalar {
		pos, _ := file.At(path)
		return pos
	}
	whole := file.NodePos(node)
	data := []byte(file.Text)
	lines := linesOf(data)
	if whole.Line < 1 || whole.Line > len(lines) {
		return whole
	}
	at := lines[whole.Line-1]
	for range whole.Column - 1 {
		_, size := utf8.DecodeRune(data[at:])
		at += size
	}
	switch {
	case node.Style&(source.Literal|source.Folded) != 0:
		if whole.Line == len(lines) {
			return whole
		}
		at = lines[whole.Line]
	case node.Style&(source.DoubleQuoted|source.SingleQuoted) != 0:
		at++
	}
	begin, end = source.Untidied(node.Value, begin), source.Untidied(node.Value, end)
	from, to, ok := along(data, at, node.Value, node.Style&source.SingleQuoted != 0, begin, end)
	if !ok {
		return whole
	}
	return InLines(file.Name, data, lines, from, to)
}

// MaxReach is how far around a hit its sentence is looked at, so that a text that
// never ends a sentence costs no more than another.
const MaxReach = 300

// Span is a part of a text.
type Span struct{ From, To int }

// along returns the offsets in data of two characters of a value that stands
// there from an offset on; quoted tells whether it stands in single quotes.
func along(data []byte, at int, value string, quoted bool, begin, end int) (from, to int, ok bool) {
	from = -1
	for i := 0; i < len(value); {
		r, size := utf8.DecodeRuneInString(value[i:])
		if unicode.IsSpace(r) {
			for i < len(value) && unicode.IsSpace(r) {
				i += size
				r, size = utf8.DecodeRuneInString(value[i:])
			}
			continue
		}
		next, width := at, 0
		for next < len(data) {
			c, n := utf8.DecodeRune(data[next:])
			if !unicode.IsSpace(c) {
				width = n
				break
			}
			next += n
		}
		c, _ := utf8.DecodeRune(data[min(next, len(data)):])
		if width == 0 || c != r {
			return 0, 0, false
		}
		if from < 0 && i >= begin {
			from = next
		}
		if i >= end {
			return from, next, true
		}
		if quoted && r == '\'' {
			width = 2 // a quote is written twice within quotes
		}
		at = next + width
		i += size
	}
	return 0, 0, false
}
