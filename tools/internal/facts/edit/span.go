package edit

import (
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/facts/slip"
	"tillit/tools/internal/facts/source"
)

// span returns where in the text a value stands. An empty value has no length and stands
// behind its key or dash. It is not ok where the text is not as expected.
func (f *File) span(p at) (from, to int, ok bool) {
	n := p.node
	from = f.offset(n)
	switch {
	case n.Kind == source.Scalar && n.Style == 0 && n.Value == "":
		return f.empty(p)
	case from >= len(f.text):
		return 0, 0, false
	case n.Kind == source.Scalar:
		to, ok = f.scalar(p, from)
		return from, to, ok
	case n.Style&source.Flow != 0:
		to, ok = f.closed(from)
		return from, to, ok
	case len(n.Content) == 0:
		return 0, 0, false
	}
	_, to, ok = f.span(p.down(len(n.Content) - 1))
	return from, to, ok && to >= from
}

// empty is the place of a value of which nothing is written.
func (f *File) empty(p at) (from, to int, ok bool) {
	m, i := p.parent()
	if m == nil || m.Kind != source.Map || i == 0 {
		return 0, 0, false // an item after a dash; nobody needs it
	}
	_, end, ok := f.span(p.up().down(i - 1))
	if !ok {
		return 0, 0, false
	}
	end += len(f.text[end:]) - len(strings.TrimLeft(f.text[end:], " \t"))
	if !strings.HasPrefix(f.text[end:], ":") {
		return 0, 0, false
	}
	return end + 1, end + 1, true
}

// scalar is where a single value ends.
func (f *File) scalar(p at, from int) (to int, ok bool) {
	n, rest := p.node, f.text[from:]
	switch {
	case n.Style&(source.DoubleQuoted|source.SingleQuoted) != 0:
		if rest[0] != '"' && rest[0] != '\'' {
			return 0, false
		}
		end := slip.Closing(rest)
		return from + end, end > 0
	case n.Style&(source.Literal|source.Folded) != 0:
		if rest[0] != '|' && rest[0] != '>' {
			return 0, false
		}
		return f.block(p, from), true
	}
	return f.plain(n.Value, from)
}

// plain is where a value without quotes ends, perhaps some lines below.
func (f *File) plain(value string, from int) (to int, ok bool) {
	i := from
	for value != "" {
		c, size := utf8.DecodeRuneInString(value)
		if c != '\n' && strings.HasPrefix(f.text[i:], value[:size]) {
			i, value = i+size, value[size:]
			continue
		}
		space := len(f.text[i:]) - len(strings.TrimLeft(f.text[i:], " \t\r\n"))
		if !strings.Contains(f.text[i:i+space], "\n") {
			return 0, false
		}
		i += space
		if c == ' ' {
			value = value[1:]
		} else {
			value = strings.TrimLeft(value, "\n")
		}
	}
	return i, true
}

// block is where a text in lines below | or > ends: with its last line that is not blank,
// or the blank ones after it where the sign says to keep them.
func (f *File) block(p at, from int) int {
	outer := f.indent(p)
	head, _, _ := strings.Cut(f.text[from:], "\n")
	sign, _, _ := strings.Cut(head, "#")
	end := from + len(strings.TrimRight(sign, " \t\r"))
	keep := strings.Contains(sign, "+")
	i := from + len(head) + 1
	for i < len(f.text) {
		line, _, more := strings.Cut(f.text[i:], "\n")
		shown := strings.TrimRight(line, " \t\r")
		if shown != "" && len(line)-len(strings.TrimLeft(line, " ")) <= outer {
			break
		}
		if shown != "" || keep && more {
			end = i + len(strings.TrimSuffix(line, "\r"))
		}
		i += len(line) + 1
	}
	return end
}

// indent is how far the map or list is indented that a value stands in; -1 at the top.
func (f *File) indent(p at) int {
	m, _ := p.parent()
	if m == nil {
		return -1
	}
	return int(m.Column) - 1
}

// closed is where brackets end that open at an offset.
func (f *File) closed(from int) (to int, ok bool) {
	depth := 0
	begins := true // an item may begin here
	for i := from; i < len(f.text); i++ {
		c := f.text[i]
		switch {
		case c == '[' || c == '{':
			depth++
			begins = true
		case c == ']' || c == '}':
			if depth--; depth == 0 {
				return i + 1, true
			}
			begins = false
		case begins && (c == '"' || c == '\''):
			end := slip.Closing(f.text[i:])
			if end == 0 {
				return 0, false
			}
			i += end - 1
			begins = false
		case c == '#' && strings.ContainsRune(" \t\n", rune(f.text[i-1])):
			for i+1 < len(f.text) && f.text[i+1] != '\n' {
				i++
			}
		case c == ',' || c == ':':
			begins = true
		case c != ' ' && c != '\t' && c != '\n' && c != '\r':
			begins = false
		}
	}
	return 0, false
}

// remark tells whether there is a remark between two offsets, which stand outside of all
// values: a person wrote it, and nothing else may take it away.
func (f *File) remark(from, to int) bool {
	return from < to && strings.Contains(f.text[from:to], "#")
}

// noted tells whether a remark stands between two offsets, beside the values there, whose
// own text may hold a #.
func (f *File) noted(from, to int, values ...at) bool {
	end, noted := from, false
	var walk func(p at)
	walk = func(p at) {
		n := p.node
		if n.Kind == source.Scalar || n.Kind == source.Alias {
			begin, after, ok := f.span(p)
			noted = noted || !ok || f.remark(end, begin)
			if n.Style&(source.Literal|source.Folded) != 0 {
				head, _, _ := strings.Cut(f.text[begin:], "\n")
				noted = noted || strings.Contains(head, "#")
			}
			end = max(end, after)
			return
		}
		for i := range n.Content {
			walk(p.down(i))
		}
	}
	for _, p := range values {
		walk(p)
	}
	return noted || f.remark(end, to)
}

// lineEnd is where the line ends that an offset stands on, before its line break.
func (f *File) lineEnd(at int) int {
	end := strings.IndexByte(f.text[at:], '\n')
	if end < 0 {
		return len(f.text)
	}
	end += at
	if end > at && f.text[end-1] == '\r' {
		end--
	}
	return end
}

// lineBegin is where the line begins that an offset stands on.
func (f *File) lineBegin(at int) int { return strings.LastIndexByte(f.text[:at], '\n') + 1 }
