package prose

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/facts/source"
)

// File is a file of text: a page of content/ in Markdown, or a page that was
// written elsewhere (see Import).
type File struct {
	File string // slash-separated, relative to the site's folder
	Lang string // BCP 47; empty when nobody knows
	Page string // the folder in content/, such as rights; empty for other text
	HTML bool   // Markdown otherwise
	Data []byte
}

// Object stands in a passage for what is no word of the text: code, a call of a
// shortcode, an address.
const Object = '\uFFFC'

// Read takes a page apart into passages. It knows as much of Markdown as decides
// which words a reader meets, and in which block.
func (f File) Read() *Document {
	d := &Document{Name: f.File, Lang: f.Lang, Page: f.Page, Data: f.Data, HTML: f.HTML, Lines: linesOf(f.Data)}
	if f.HTML {
		d.readHTML()
		return d.numbered()
	}
	m := &markdown{blocks: blocks{doc: d}}
	for i := m.front(); i < len(d.Lines); i++ {
		start, end := d.Lines[i], len(d.Data)
		if i+1 < len(d.Lines) {
			end = d.Lines[i+1] - 1
		}
		m.line(start, end)
	}
	m.flush()
	return d.numbered()
}

// numbered lets each passage know which it is.
func (d *Document) numbered() *Document {
	for i, p := range d.Passages {
		p.Index = i
	}
	return d
}

// blocks puts the blocks of a page together, one passage each.
type blocks struct {
	doc     *Document
	w       writer
	linked  bool
	section string
	lead    string
	item    bool // within a list
}

// markdown is the reading of one page of Markdown.
type markdown struct {
	blocks
	fence   string // what closes the block of code that is open
	comment bool   // an HTML comment is open
	links   bool   // the line holds a link
	tag     bool   // an HTML tag is open
}

// front reads title and description of the front matter, and returns the number
// of the first line after it.
func (m *markdown) front() int {
	d := m.doc
	at := func(i int) string {
		end := len(d.Data)
		if i+1 < len(d.Lines) {
			end = d.Lines[i+1]
		}
		return strings.TrimRight(string(d.Data[d.Lines[i]:end]), " \t\r\n")
	}
	if at(0) != "---" {
		return 0
	}
	for i := 1; i < len(d.Lines); i++ {
		if at(i) != "---" {
			continue
		}
		// The first line is emptied, so that lines and columns are the page's.
		text := append(bytes.Repeat([]byte(" "), d.Lines[1]-1), d.Data[d.Lines[1]-1:d.Lines[i]]...)
		if parsed, _ := source.Parse(d.Name, text); parsed != nil {
			for _, key := range []string{"title", "description"} {
				if n := parsed.Node(key); n != nil && n.Value != "" && !parsed.Failed(key) {
					p := &Passage{Doc: d, Lang: d.Lang, File: parsed, Field: key, Heading: key == "title"}
					p.Set(n.Value)
					d.Passages = append(d.Passages, p)
					if key == "title" {
						d.Title, m.section = p.Text, p.Lower
					}
				}
			}
		}
		return i + 1
	}
	return 0
}

var (
	itemMark  = regexp.MustCompile(`^(?:[-*+•]|[0-9]{1,3}[.)])[ \t]+`)
	ruleLine  = regexp.MustCompile(`^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$|^=+$`)
	tableRule = regexp.MustCompile(`^\|?[ \t:|-]*-[ \t:|-]*$`)
	linkNote  = regexp.MustCompile(`^\[[^\]]+\]:[ \t]`)
	attribute = regexp.MustCompile(`^\{[#.][^{}]*\}`)
	entity    = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});`)
	address   = regexp.MustCompile(`^(?:https?://|www\.|mailto:)[^\s<>)\]]+`)
	autolink  = regexp.MustCompile(`^<(?:https?:|mailto:|tel:|[^\s<>@]+@)[^\s<>]*>`)
)

// line adds the line between two offsets.
func (m *markdown) line(start, end int) {
	data := m.doc.Data
	for start < end && (data[start] == ' ' || data[start] == '\t' || data[start] == '>') {
		start++
	}
	text := strings.TrimRight(string(data[start:end]), " \t\r")
	switch {
	case m.fence != "":
		if strings.HasPrefix(text, m.fence) {
			m.fence = ""
		}
		return
	case strings.HasPrefix(text, "```"), strings.HasPrefix(text, "~~~"):
		m.flush()
		m.fence = text[:3]
		return
	case text == "":
		m.flush()
		return
	case strings.IndexByte("-*_=", text[0]) >= 0 && ruleLine.MatchString(text):
		m.end(len(m.w.b) > 0 && !m.item) // underlined text is a heading
		return
	case text[0] == '[' && linkNote.MatchString(text):
		m.flush()
		return
	case text[0] == '#':
		m.headline(start, text)
		return
	case text[0] == '|':
		m.row(start, text)
		return
	}
	if mark := itemMark.FindString(text[:min(len(text), 8)]); mark != "" {
		m.flush()
		m.item = true
		start, text = start+len(mark), text[len(mark):]
	}
	if strings.HasPrefix(text, "{{") && strings.HasSuffix(text, "}}") && !strings.Contains(text[2:], "{{") {
		m.flush()
	}
	m.w.put(' ', start)
	m.inline(start, text)
}

func (m *markdown) headline(start int, text string) {
	words := strings.TrimLeft(text, "#")
	if level := len(text) - len(words); level > 6 || words != "" && words[0] != ' ' && words[0] != '\t' {
		m.inline(start, text)
		return
	}
	m.flush()
	m.inline(start+len(text)-len(words), strings.TrimRight(words, "# \t"))
	m.end(true)
}

func (m *markdown) row(start int, text string) {
	m.flush()
	if tableRule.MatchString(text) {
		return
	}
	for from := 1; from <= len(text); {
		to := from
		for to < len(text) && text[to] != '|' {
			if text[to] == '\\' {
				to++
			}
			to++
		}
		to = min(to, len(text))
		m.inline(start+from, text[from:to])
		if p := m.end(false); p != nil {
			p.Cell = true
		}
		from = to + 1
	}
}

func (m *markdown) flush() { m.end(false) }

// end closes the block, and with it an HTML tag that nobody closed.
func (m *markdown) end(heading bool) *Passage {
	m.tag = false
	return m.blocks.end(heading)
}

// end closes the block that is open and returns it, if it holds anything.
func (b *blocks) end(heading bool) *Passage {
	text := strings.TrimRight(string(b.w.b), " ")
	runs, linked, item := b.w.runs, b.linked, b.item
	b.w, b.linked, b.item = writer{}, false, false
	if text == "" {
		return nil
	}
	if !heading && len(text) < 40 && strings.HasSuffix(text, ":") && len(strings.Fields(text)) < 5 {
		heading = true // a heading of a page that was copied as plain text
	}
	d := b.doc
	p := &Passage{Doc: d, Lang: d.Lang, Text: text, Lower: Lowered(text), runs: runs, Heading: heading, Linked: linked, Section: b.section}
	if item {
		p.Lead = b.lead
	} else if b.lead = ""; strings.HasSuffix(text, ":") {
		b.lead = p.Lower[max(0, len(p.Lower)-MaxReach):]
	}
	if heading {
		b.section = p.Lower
	}
	d.Passages = append(d.Passages, p)
	return p
}

// inline adds the words of a line that begins at an offset of the page.
func (m *markdown) inline(start int, s string) {
	m.links = strings.Contains(s, "](") || strings.Contains(s, "][")
	for i := 0; i < len(s); {
		if m.comment || m.tag {
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
}

// skipped returns how much of a line belongs to the comment or tag that is open.
func (m *markdown) skipped(s string) int {
	closing := ">"
	if m.comment {
		closing = "-->"
	}
	end := strings.Index(s, closing)
	if end < 0 {
		return len(s)
	}
	m.comment, m.tag = false, false
	return end + len(closing)
}

// markup takes what is no word at the beginning of s and returns how long it is,
// 0 when s begins with a word. after tells whether a letter stands before it.
func (m *markdown) markup(at int, s string, after bool) int {
	switch s[0] {
	case '`':
		ticks := s[:len(s)-len(strings.TrimLeft(s, "`"))]
		if end := strings.Index(s[len(ticks):], ticks); end >= 0 {
			return m.object(at, end+2*len(ticks), false)
		}
		return len(ticks)
	case '{':
		for _, mark := range []string{"{{<", "{{%"} {
			if strings.HasPrefix(s, mark) {
				closing := strings.Index(s, strings.ReplaceAll(mark[2:], "<", ">")+"}}")
				if closing < 0 {
					return m.object(at, len(s), true)
				}
				return m.object(at, closing+3, true)
			}
		}
		return len(attribute.FindString(s))
	case '[', '!', ']':
		return m.link(s)
	case '<':
		if n := len(autolink.FindString(s)); n > 0 {
			return m.object(at, n, true)
		}
		if strings.HasPrefix(s, "<!--") {
			m.comment = true
			return 4
		}
		if len(s) > 1 && (s[1] == '/' || 'a' <= s[1] && s[1] <= 'z' || 'A' <= s[1] && s[1] <= 'Z') {
			m.tag = true
			return 1
		}
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
		if n := len(address.FindString(s)); n > 0 && !after {
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

// link takes the marks of a link or a picture around its words.
func (m *markdown) link(s string) int {
	switch {
	case s[0] == '!' && strings.HasPrefix(s, "!["):
		return 2
	case s[0] == '[' && strings.HasPrefix(s, "[^"):
		if end := strings.IndexByte(s[:min(len(s), 100)], ']'); end > 0 {
			return end + 1
		}
	case s[0] == '[' && m.links:
		return 1
	case s[0] == ']' && m.links && len(s) > 1 && (s[1] == '(' || s[1] == '['):
		closing := map[byte]byte{'(': ')', '[': ']'}[s[1]]
		depth := 0
		for i := 1; i < len(s); i++ {
			switch s[i] {
			case s[1]:
				depth++
			case closing:
				if depth--; depth == 0 {
					m.linked = true
					return i + 1
				}
			}
		}
		m.links = false // nor does any later one close, and the line is not read again and again
	}
	return 0
}

// EndsInLetter tells whether a text ends with a letter or a digit.
func EndsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
