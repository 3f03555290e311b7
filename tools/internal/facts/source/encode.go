package source

import (
	"bytes"
	"fmt"
	"strings"

	"tillit/tools/internal/diag"
)

// Encode writes a value as YAML: a field or an item to a line, unless its style
// is Flow, and what lies within it two spaces further right. A text that would be
// read as something else gets quotes, so that what is read again is the same.
// Aliases become texts; the types and names that a file gave to values are left
// out. Keys are the names of fields, and shorter than a thousand characters.
func Encode(n *Node) []byte {
	e := &encoder{}
	e.rest(n, -2, false)
	return bytes.TrimPrefix(e.out.Bytes(), []byte(" "))
}

type encoder struct{ out bytes.Buffer }

// rest writes a value after the key or dash that its line begins with, and ends
// the line. What needs lines of its own is indented further than that line.
func (e *encoder) rest(n *Node, indent int, key bool) {
	switch {
	case inBlock(n):
		e.block(n, max(indent, 0)+2)
	case len(n.Content) > 0 && n.Style&Flow == 0:
		e.lines(n, indent+2, key || n.beside().comment != "")
	default:
		if text := onOneLine(n, false); text != "" {
			e.out.WriteString(" " + text)
		}
		e.end(n)
	}
}

// end writes the comment of a value and ends the line.
func (e *encoder) end(n *Node) {
	if n.beside().comment != "" {
		e.out.WriteString(" # " + n.beside().comment)
	}
	e.out.WriteByte('\n')
}

// lines writes the fields of a map or the items of a list, the first of them on
// the line in hand unless it is to be below.
func (e *encoder) lines(n *Node, indent int, below bool) {
	space := strings.Repeat(" ", indent)
	if below {
		e.end(n)
		e.out.WriteString(space)
	} else {
		e.out.WriteByte(' ')
	}
	for i, c := range n.Content {
		if i > 0 && (n.Kind == List || i%2 == 0) {
			e.out.WriteString(space)
		}
		switch {
		case n.Kind == List:
			e.out.WriteByte('-')
			e.rest(c, indent, false)
		case i%2 == 0:
			e.out.WriteString(word(c, false, true) + ":")
		default:
			e.rest(c, indent, true)
		}
	}
}

// inBlock tells whether a text is written in lines below | or >. Not every text
// can be: tabs, and spaces at the end of a line, would not be seen.
func inBlock(n *Node) bool {
	v := n.Value
	wanted := n.Style&(Literal|Folded) != 0 || n.Style == 0 && strings.Contains(v, "\n")
	return n.Kind == Scalar && wanted && v != "" && !strings.HasSuffix(v, " ") && !strings.Contains(v, " \n") && !strings.Contains(v, "\t") && !hidden(v)
}

// block writes a text in lines of its own. A single line may stand below >, which
// many write for a long one.
func (e *encoder) block(n *Node, indent int) {
	v, mark := n.Value, " |"
	if n.Style&Folded != 0 && !strings.Contains(v, "\n") {
		mark = " >"
	}
	e.out.WriteString(mark)
	if v[0] == ' ' || v[0] == '\n' {
		e.out.WriteByte('2') // how far it is indented cannot be seen
	}
	switch {
	case !strings.HasSuffix(v, "\n"):
		e.out.WriteByte('-')
	case v == "\n" || strings.HasSuffix(v, "\n\n"):
		e.out.WriteByte('+')
	}
	e.end(n)
	for line := range strings.Lines(v) {
		if line != "\n" {
			e.out.WriteString(strings.Repeat(" ", indent))
		}
		e.out.WriteString(strings.TrimSuffix(line, "\n") + "\n")
	}
}

// onOneLine is a value as it is written on one line; within tells whether it
// stands within { } or [ ].
func onOneLine(n *Node, within bool) string {
	var parts []string
	switch n.Kind {
	case Map:
		for key, value := range n.Fields() {
			parts = append(parts, word(key, true, true)+": "+onOneLine(value, true))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case List:
		for _, item := range n.Content {
			parts = append(parts, onOneLine(item, true))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case Alias:
		return word(&Node{Kind: Scalar, Value: "*" + n.Value}, within, false)
	}
	return word(n, within, false)
}

// word is a single value or a key on one line. Words such as NO are read as truth
// values by others, and typographic quotes are taken for a slip.
func word(n *Node, within, key bool) string {
	v, taken := n.Value, plainType(n.Value)
	text := n.Type == Text || n.Type == other || n.Type != taken
	switch {
	case n.Style&DoubleQuoted != 0, n.Style&(Literal|Folded) != 0, hidden(v), strings.ContainsAny(v, "\n\t"):
		return doubleQuoted(v)
	case n.Style&SingleQuoted != 0:
		return singleQuoted(v)
	case !text && v == "" && (within || key):
		return "null"
	case text && (taken != Text || !key && isTruth(v) || typographic(n) != ""):
		return doubleQuoted(v)
	case !plain(v, within):
		return singleQuoted(v)
	}
	return v
}

// plain tells whether a word may stand without quotes as far as its characters go.
func plain(v string, within bool) bool {
	if v == "" {
		return true
	}
	first := v[:1]
	switch {
	case strings.Contains("#,[]{}&*!|>'\"%@`", first), strings.HasPrefix(v, "---"), strings.HasPrefix(v, "..."),
		strings.Trim(v, " ") != v, strings.Contains(v, ": "), strings.HasSuffix(v, ":"), strings.Contains(v, " #"):
		return false
	case strings.Contains("-?:", first) && (len(v) == 1 || v[1] == ' '):
		return false
	}
	return !within || !strings.ContainsAny(v, ",?[]{}:")
}

// hidden tells whether a text holds a character that must be written in another
// way to be seen.
func hidden(v string) bool {
	return strings.ContainsFunc(v, func(c rune) bool { return c == '\r' || diag.Unseen(c) })
}

func singleQuoted(v string) string { return "'" + strings.ReplaceAll(v, "'", "''") + "'" }

func doubleQuoted(v string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range v {
		switch {
		case c == '"' || c == '\\':
			b.WriteString(`\` + string(c))
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case c != '\r' && !diag.Unseen(c):
			b.WriteRune(c)
		case c < 0x100:
			fmt.Fprintf(&b, `\x%02X`, c)
		case c < 0x10000:
			fmt.Fprintf(&b, `\u%04X`, c)
		default:
			fmt.Fprintf(&b, `\U%08X`, c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
