package source

import (
	"strings"
	"unicode/utf8"
)

// Most files are simple: fields with plain names, one to a line, their values words
// on that line, in quotes or not, or short lists in brackets. Such a file is read
// here, in a tenth of the time that the library takes. What is not simple to the
// last letter is left to the library, mistakes among it; a test reads all kinds of
// files in both ways and wants one answer.

// simple reads a text that is simple throughout. It returns nil for any other.
func (t *intake) simple(text string) *Node {
	if strings.ContainsAny(text, "\t\r") {
		return nil
	}
	t.clear(text)
	s := &simple{intake: t, text: text, ok: true}
	s.next()
	if s.indent != 0 || s.dash() {
		return nil
	}
	top := s.fields(0, 0)
	if !s.ok || s.indent >= 0 {
		return nil
	}
	return top
}

// simple is the reading of a text, of which one line is in hand.
type simple struct {
	*intake
	text   string
	ok     bool   // all has been simple so far
	after  int    // the offset behind the line in hand
	number int    // of that line
	indent int    // how far it is indented, or -1 behind the last line
	begin  int    // the offset in the line of what is left of it
	line   string // without its line break, and spaces before that
}

const (
	mostDepth = 30
	mostWidth = 4000 // of a line with brackets, in bytes
	mostName  = 100  // of the name of a field
)

// next takes the next line in hand that is neither blank nor a comment.
func (s *simple) next() {
	for s.after < len(s.text) {
		rest := s.text[s.after:]
		end := strings.IndexByte(rest, '\n')
		if end < 0 {
			end = len(rest)
		}
		s.after += min(end+1, len(rest))
		s.number++
		s.line = strings.TrimRight(rest[:end], " ")
		s.indent = 0
		for s.indent < len(s.line) && s.line[s.indent] == ' ' {
			s.indent++
		}
		if s.begin = s.indent; s.begin < len(s.line) && s.line[s.begin] != '#' {
			return
		}
	}
	s.indent, s.line, s.begin = -1, "", 0
}

// fail leaves the text to the library.
func (s *simple) fail() *Node {
	s.ok, s.indent, s.after = false, -1, len(s.text)
	return nil
}

func (s *simple) rest() string { return s.line[s.begin:] }

func (s *simple) dash() bool {
	return s.begin < len(s.line) && s.line[s.begin] == '-' && (s.begin+1 == len(s.line) || s.line[s.begin+1] == ' ')
}

// node makes a node that begins at an offset of the line in hand.
func (s *simple) node(kind Kind, style Style, offset int) *Node {
	n := s.intake.node()
	n.Kind, n.Style, n.Line, n.Column = kind, style, int32(s.number), int32(utf8.RuneCountInString(s.line[:offset])+1)
	return n
}

// fields reads a map, of which the first field begins what is left of the line.
func (s *simple) fields(indent, depth int) *Node {
	n := s.node(Map, 0, s.begin)
	from := len(s.stack)
	for s.ok && s.indent == indent {
		key, length := s.key(s.rest(), false)
		if key == nil || depth == mostDepth {
			return s.fail()
		}
		s.begin += length
		s.skip()
		value := s.value(indent, depth+1, true)
		s.stack = append(s.stack, key, value)
	}
	return s.close(n, from)
}

// items reads a list, of which the first item begins what is left of the line.
func (s *simple) items(indent, depth int) *Node {
	n := s.node(List, 0, s.begin)
	from := len(s.stack)
	for s.ok && s.indent == indent && s.dash() {
		if depth == mostDepth {
			return s.fail()
		}
		s.begin++
		s.skip()
		s.stack = append(s.stack, s.value(indent, depth+1, false))
	}
	return s.close(n, from)
}

// close ends a map or a list, whose content lies on the stack.
func (s *simple) close(n *Node, from int) *Node {
	if !s.ok {
		return nil
	}
	n.Content = s.room(len(s.stack) - from)
	copy(n.Content, s.stack[from:])
	s.stack = s.stack[:from]
	return n
}

// skip passes the spaces before what is left of the line, and a comment.
func (s *simple) skip() {
	s.spaces()
	if s.begin < len(s.line) && s.line[s.begin] == '#' {
		s.begin = len(s.line)
	}
}

// value reads the value of a field or an item that is indented so far, and takes the
// next line in hand.
func (s *simple) value(indent, depth int, ofField bool) *Node {
	var n *Node
	switch {
	case s.begin == len(s.line):
		s.next()
		switch below := s.indent > indent || ofField && s.indent == indent; {
		case below && s.dash():
			n = s.items(s.indent, depth)
		case s.indent > indent:
			n = s.fields(s.indent, depth)
		}
	case !ofField && s.dash():
		s.indent = s.begin
		n = s.items(s.indent, depth)
	case !ofField && s.begins():
		s.indent = s.begin
		n = s.fields(s.indent, depth)
	default:
		n = s.word()
	}
	if n == nil {
		return s.fail()
	}
	return n // a line that is indented further now belongs to nothing, and is left over
}

// begins tells whether what is left of the line begins with the name of a field.
func (s *simple) begins() bool {
	length := nameLength(s.rest())
	rest := s.rest()[length:]
	return length > 0 && (rest == ":" || strings.HasPrefix(rest, ": "))
}

// nameLength is how many bytes of a text are a plain name: letters of a to z, digits,
// hyphens and underscores, after a letter.
func nameLength(text string) int {
	i := 0
	for i < len(text) && i <= mostName {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_', i > 0 && (c == '-' || c >= '0' && c <= '9'):
			i++
			continue
		}
		break
	}
	return i
}

// key reads the name of a field and its colon.
func (s *simple) key(text string, within bool) (key *Node, length int) {
	length = nameLength(text)
	rest := text[length:]
	if length == 0 || length > mostName || rest != ":" && !strings.HasPrefix(rest, ": ") || within && rest == ":" {
		return nil, 0
	}
	key = s.node(Scalar, 0, s.begin)
	key.Value, key.Type = text[:length], wordType(text[:length])
	return key, length + 1
}

// word reads a value that stands on the line, and takes the next line in hand.
func (s *simple) word() *Node {
	var n *Node
	switch c := s.line[s.begin]; {
	case c == '"' || c == '\'':
		n = s.quoted()
	case c == '[' || c == '{':
		if len(s.line) > mostWidth {
			return nil
		}
		n = s.flow(0)
	case safe(c):
		text := s.rest()
		if i := strings.Index(text, " #"); i >= 0 {
			text = strings.TrimRight(text[:i], " ")
		}
		if strings.Contains(text, ": ") || text[len(text)-1] == ':' {
			return nil
		}
		n = s.plain(text)
		s.begin = len(s.line)
	}
	if n == nil || s.begin < len(s.line) && s.line[s.begin] != ' ' {
		return nil
	}
	if s.skip(); s.begin < len(s.line) {
		return nil
	}
	s.next()
	return n
}

// safe tells whether a plain word may begin with a byte: a letter, a digit, a
// bracket or a slash.
func safe(c byte) bool {
	return c >= utf8.RuneSelf || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '(' || c == '/'
}

func (s *simple) plain(text string) *Node {
	n := s.node(Scalar, 0, s.begin)
	n.Value, n.Type = text, wordType(text)
	return n
}

// wordType is plainType for a word that begins with what is safe.
func wordType(word string) Type {
	const longest = len("false")
	if c := word[0]; c >= '0' && c <= '9' || len(word) <= longest && strings.IndexByte("tTfFnN", c) >= 0 {
		return plainType(word)
	}
	return Text
}

// quoted reads a text in quotes without escapes.
func (s *simple) quoted() *Node {
	mark := s.line[s.begin]
	end := strings.IndexByte(s.line[s.begin+1:], mark)
	if end < 0 {
		return nil
	}
	style, text := DoubleQuoted, s.line[s.begin+1:s.begin+1+end]
	if mark == '\'' {
		style = SingleQuoted
	}
	if style == DoubleQuoted && strings.Contains(text, `\`) {
		return nil
	}
	n := s.node(Scalar, style, s.begin)
	n.Value = text
	s.begin += end + len("''")
	return n
}

// flow reads a map or list in brackets, or a word within them.
func (s *simple) flow(depth int) *Node {
	if s.begin == len(s.line) || depth == mostDepth {
		return nil
	}
	switch c := s.line[s.begin]; {
	case c == '"' || c == '\'':
		return s.quoted()
	case c == '[' || c == '{':
		return s.brackets(c, depth)
	case safe(c):
		text := s.rest()
		end := strings.IndexAny(text, ",]}[{:#?")
		if end < 0 {
			return nil
		}
		n := s.plain(strings.TrimRight(text[:end], " "))
		s.begin += end
		return n
	}
	return nil
}

func (s *simple) brackets(open byte, depth int) *Node {
	kind, shut := List, byte(']')
	if open == '{' {
		kind, shut = Map, '}'
	}
	n := s.node(kind, Flow, s.begin)
	from := len(s.stack)
	for s.begin++; ; s.begin++ {
		s.spaces()
		if s.begin < len(s.line) && s.line[s.begin] == shut && len(s.stack) == from {
			break
		}
		if kind == Map {
			key, length := s.key(s.rest(), true)
			if key == nil {
				return nil
			}
			s.stack = append(s.stack, key)
			s.begin += length
			s.spaces()
		}
		item := s.flow(depth + 1)
		if item == nil {
			return nil
		}
		s.stack = append(s.stack, item)
		s.spaces()
		if s.begin == len(s.line) || s.line[s.begin] != ',' && s.line[s.begin] != shut {
			return nil
		}
		if s.line[s.begin] == shut {
			break
		}
	}
	s.begin++
	return s.close(n, from)
}

func (s *simple) spaces() {
	for s.begin < len(s.line) && s.line[s.begin] == ' ' {
		s.begin++
	}
}
