package prose

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

var (
	attribute = regexp.MustCompile(`^\{[#.][^{}]*\}`)
	entity    = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});`)
	spelled   = regexp.MustCompile(`^(?:https?://|www\.|mailto:)[^\s<>)\]]+`)
	autolink  = regexp.MustCompile(`^<(?:https?:|mailto:|tel:|[^\s<>@]+@)[^\s<>]*>`)
	rawTag    = regexp.MustCompile(`^<(?:[A-Za-z][A-Za-z0-9-]*(?:[\s/>]|$)|!--|[!?][A-Za-z])`)
)

// inline adds the words of a line that begins at an offset of the page. What begins on
// it may go on until the end of its paragraph.
func (m *markdown) inline(start int, s string, until int) {
	m.links, m.picture, m.until = strings.Contains(s, "](") || strings.Contains(s, "]["), m.picture[:0], until
	i := 0
	for i < len(s) {
		if m.tag {
			i += m.skipped(s[i:])
			continue
		}
		if n := m.markup(start+i, s[i:], i > 0 && EndsInLetter(s[:i])); n > 0 {
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		m.w.put(r, start+i)
		i += size
	}
	if i > len(s) {
		m.past = start + i
	}
}

// skipped returns how much of a line belongs to the tag that is open.
func (m *markdown) skipped(s string) int {
	end := strings.IndexByte(s, '>')
	if end < 0 {
		return len(s)
	}
	m.tag = false
	return end + 1
}

// closes returns where a mark stands next in what is left of the paragraph, from an
// offset on. One that is not there is looked for once.
func (m *markdown) closes(from int, mark string, find func(text string) int) int {
	if m.missed[mark] == m.until {
		return -1
	}
	if end := find(m.text[min(from, m.until):m.until]); end >= 0 {
		return from + end
	}
	m.missed[mark] = m.until
	return -1
}

// ticks returns a search for a row of backticks that is as long as another. Those
// within a shortcode are none, as Hugo takes it first.
func (m *markdown) ticks(from int, row string) func(string) int {
	return func(text string) int {
		for i := 0; i < len(text); {
			if c, ok := m.call(from + i); ok && !c.Escaped {
				i = c.To - from
				continue
			}
			n := len(text[i:]) - len(strings.TrimLeft(text[i:], "`"))
			if n == len(row) {
				return i
			}
			i += max(n, 1)
		}
		return -1
	}
}

// call returns the shortcode that begins at an offset.
func (m *markdown) call(at int) (Call, bool) {
	if !strings.HasPrefix(m.text[at:], "{{") {
		return Call{}, false
	}
	i, ok := slices.BinarySearchFunc(m.doc.Calls, at, func(c Call, at int) int { return c.From - at })
	if !ok {
		return Call{}, false
	}
	return m.doc.Calls[i], true
}

// markup takes what is no word at the beginning of s and returns how long it is,
// 0 when s begins with a word. after tells whether a letter stands before it.
func (m *markdown) markup(at int, s string, after bool) int {
	switch s[0] {
	case '`':
		row := s[:len(s)-len(strings.TrimLeft(s, "`"))]
		from := at + len(row)
		if end := m.closes(from, row, m.ticks(from, row)); end >= 0 {
			m.doc.Code = append(m.doc.Code, Span{at, end + len(row)})
			return m.object(at, end+len(row)-at, false)
		}
		return len(row)
	case '{':
		if c, ok := m.call(at); ok {
			return m.called(c)
		}
		return len(attribute.FindString(s))
	case '[', '!', ']':
		return m.link(at, s)
	case '<':
		return m.angle(at, s)
	case '*':
		return len(s) - len(strings.TrimLeft(s, "*"))
	case '_', '~':
		n := len(s) - len(strings.TrimLeft(s, s[:1]))
		if !after || n == len(s) || !EndsInLetter(s[n:n+1]) {
			return n
		}
	case '\\':
		if len(s) > 1 && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[1]) >= 0 {
			m.w.put(rune(s[1]), at+1)
			return 2
		}
	case '&':
		if e := entity.FindString(s); e != "" {
			for _, r := range html.UnescapeString(e) {
				m.w.put(r, at)
			}
			return len(e)
		}
	case 'h', 'w', 'm', 'H', 'W':
		if n := m.uncalled(at, len(spelled.FindString(s))); n > 0 && !after {
			m.target(at, s[:n], false)
			return m.object(at, n, true)
		}
	case '@':
		m.linked = true
	}
	return 0
}

func (m *markdown) object(at, length int, link bool) int {
	m.linked = m.linked || link
	m.w.put(Object, at)
	return length
}

// uncalled returns how much of what begins at an offset stands before a shortcode.
func (m *markdown) uncalled(at, length int) int {
	for i := range length {
		if _, ok := m.call(at + i); ok {
			return i
		}
	}
	return length
}

// called takes a shortcode; the text about one is read as it will stand on the page.
func (m *markdown) called(c Call) int {
	if !c.Escaped || c.Broken {
		return m.object(c.From, c.To-c.From, true)
	}
	begin := len("{{") + len(c.Mark)
	for _, part := range []Span{{c.From, c.From + begin}, c.words, {c.To - begin, c.To}} {
		for i, r := range m.text[part.From:part.To] {
			m.w.put(r, part.From+i)
		}
	}
	return c.To - c.From
}

// angle takes what an angle bracket begins: an address, a comment or a tag.
func (m *markdown) angle(at int, s string) int {
	if n := len(autolink.FindString(s)); n > 0 && m.uncalled(at, n) == n {
		m.target(at+1, s[1:n-1], false)
		return m.object(at, n, true)
	}
	if strings.HasPrefix(s, "<!--") {
		from := at + len("<!--")
		end := m.closes(from, "-->", func(text string) int { return strings.Index(text, "-->") })
		if end < 0 {
			return 0
		}
		m.tagged(at)
		return end + len("-->") - at
	}
	if m.tagged(at) || len(s) > 1 && (s[1] == '/' || 'a' <= s[1] && s[1] <= 'z' || 'A' <= s[1] && s[1] <= 'Z') {
		m.tag = true
		return 1
	}
	return 0
}

// tagged notes the HTML that begins at an offset, if it is some: until the end of its
// tag, or of the line.
func (m *markdown) tagged(at int) bool {
	tag := m.text[at:]
	if end := strings.IndexAny(tag, ">\n"); end >= 0 {
		tag = strings.TrimSuffix(tag[:end+1], "\n")
	}
	if !rawTag.MatchString(tag) {
		return false
	}
	m.doc.Tags = append(m.doc.Tags, Span{at, at + len(tag)})
	return true
}

// target notes an address, and what stands behind it, such as a title.
func (m *markdown) target(at int, text string, picture bool) {
	from := len(text) - len(strings.TrimLeft(text, " \t"))
	text = strings.TrimSpace(text)
	to := text
	if inner, ok := strings.CutPrefix(text, "<"); ok && strings.Contains(inner, ">") {
		to, _, _ = strings.Cut(inner, ">")
	} else if i := strings.IndexAny(text, " \t"); i >= 0 {
		to = text[:i]
	}
	if to != "" {
		m.doc.Links = append(m.doc.Links, Link{Span: Span{at + from, at + from + len(text)}, To: to, Picture: picture})
	}
}

// link takes the marks of a link or a picture around its words.
func (m *markdown) link(at int, s string) int {
	switch {
	case s[0] == '!' && strings.HasPrefix(s, "!["):
		m.picture = append(m.picture, true)
		return 2
	case s[0] == '[' && strings.HasPrefix(s, "[^"):
		if end := strings.IndexByte(s[:min(len(s), 100)], ']'); end > 0 {
			return end + 1
		}
	case s[0] == '[' && m.links:
		m.picture = append(m.picture, false)
		return 1
	case s[0] == ']' && m.links && len(s) > 1 && (s[1] == '(' || s[1] == '['):
		picture := len(m.picture) > 0 && m.picture[len(m.picture)-1]
		m.picture = m.picture[:max(len(m.picture)-1, 0)]
		closing := map[byte]byte{'(': ')', '[': ']'}[s[1]]
		depth := 0
		for i := 1; i < len(s); i++ {
			switch s[i] {
			case s[1]:
				depth++
			case closing:
				if depth--; depth == 0 {
					if m.linked = true; closing == ')' {
						m.target(at+2, s[2:i], picture)
					}
					return i + 1
				}
			}
		}
		m.links = false // nor does any later one close, and the line is not read again and again
	}
	return 0
}
