package prose

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Object stands in a passage for what is no word of the text: code, a call of a
// shortcode, an address.
const Object = '\uFFFC'

// document takes a file apart. It knows as much of Markdown as decides which words a
// reader meets, and in which block.
func (f File) document() *Document {
	d := &Document{Name: f.File, Lang: f.Lang, Page: f.Page, Data: f.Data, HTML: f.HTML, Lines: linesOf(f.Data)}
	if f.HTML {
		d.readHTML()
		return d.numbered()
	}
	d.readFront()
	text := string(d.Data)
	d.Calls = callsFrom(text, d.body)
	m := &markdown{blocks: blocks{doc: d}, text: text, past: d.body, anchors: map[string]bool{}, again: map[string]int{}, missed: map[string]int{}}
	if d.Title != "" {
		m.section = Lowered(d.Title)
	}
	for i, start := range d.Lines {
		if end := m.lineEnd(i); end >= d.body {
			m.line(start, end, i)
		}
	}
	m.flush()
	if m.fence != "" {
		m.code(len(text))
	}
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
	table   table
}

// markdown is the reading of one page of Markdown.
type markdown struct {
	blocks
	text    string
	past    int             // what has been taken goes on until here: front matter, a call, code, a comment
	fence   string          // what closes the block of code that is open,
	quoted  bool            // which stands in a quotation
	opened  int             // and where it began
	until   int             // the end of the paragraph that was last looked at
	missed  map[string]int  // what does not close any more, until where
	links   bool            // the line holds a link
	picture []bool          // the brackets that are open on the line, and whether a picture's
	tag     bool            // an HTML tag is open
	anchors map[string]bool // of headings,
	again   map[string]int  // and how many have the words of another
}

// lineEnd is where a line ends, counted from 0.
func (m *markdown) lineEnd(i int) int {
	if i+1 < len(m.doc.Lines) {
		return m.doc.Lines[i+1] - 1
	}
	return len(m.text)
}

var (
	itemMark  = regexp.MustCompile(`^(?:[-*+•]|[0-9]{1,3}[.)])[ \t]+`)
	headMark  = regexp.MustCompile(`^#{1,6}(?:[ \t]|$)`)
	ruleMark  = regexp.MustCompile(`^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$|^=+$`)
	tableRule = regexp.MustCompile(`^\|?[ \t:|-]*-[ \t:|-]*$`)
	linkNote  = regexp.MustCompile(`^\[[^\]]+\]:[ \t]`)
	ownAnchor = regexp.MustCompile(`\{[^{}]*#([^\s{}#]+)[^{}]*\}[ \t]*$`)
)

// kind is what a line begins.
type kind int

const (
	plainLine kind = iota // a paragraph, or more of one
	emptyLine
	fenceLine
	ruleLine
	noteLine
	headLine
	rowLine
	itemLine
	commentLine
)

// kindOf tells what a line begins, given without the spaces around it.
func kindOf(text string) kind {
	switch {
	case text == "":
		return emptyLine
	case fenceOf(text) != "":
		return fenceLine
	case strings.IndexByte("-*_=", text[0]) >= 0 && ruleMark.MatchString(text):
		return ruleLine
	case text[0] == '[' && linkNote.MatchString(text):
		return noteLine
	case text[0] == '#' && headMark.MatchString(text):
		return headLine
	case text[0] == '|':
		return rowLine
	case strings.HasPrefix(text, "<!--"):
		return commentLine
	case itemMark.MatchString(text[:min(len(text), 8)]):
		return itemLine
	}
	return plainLine
}

// fenceOf returns the row of marks that begins a block of code, or "".
func fenceOf(text string) string {
	for _, mark := range []string{"`", "~"} {
		if rest := strings.TrimLeft(text, mark); len(text)-len(rest) >= 3 && (mark == "~" || !strings.Contains(rest, mark)) {
			return text[:len(text)-len(rest)]
		}
	}
	return ""
}

// inLine returns what stands on a line, and whether it is quoted.
func (m *markdown) inLine(start, end int) (from int, text string, quoted bool) {
	for start < end && strings.IndexByte(" \t>", m.text[start]) >= 0 {
		quoted = quoted || m.text[start] == '>'
		start++
	}
	return start, strings.TrimRight(m.text[start:end], " \t\r"), quoted
}

// line adds the line between two offsets, counted from 0.
func (m *markdown) line(start, end, number int) {
	goesOn := m.past > start && m.past > m.doc.body
	if start = max(start, m.past); start > end || goesOn && start == end {
		return
	}
	start, text, quoted := m.inLine(start, end)
	if m.fence != "" && (!m.quoted || quoted) {
		if rest := strings.TrimLeft(text, m.fence[:1]); rest == "" && len(text) >= len(m.fence) {
			m.code(end)
		}
		return
	} else if m.fence != "" {
		m.code(start)
	}
	what := kindOf(text)
	if what != rowLine {
		m.table = table{}
	}
	if goesOn {
		if what = plainLine; text == "" {
			return
		}
	}
	switch what {
	case emptyLine:
		m.flush()
	case fenceLine:
		m.flush()
		m.fence, m.quoted, m.opened = fenceOf(text), quoted, start
	case ruleLine:
		m.rule(start, text)
	case noteLine:
		m.flush()
		m.note(start, text)
	case headLine:
		m.headline(start, text)
	case rowLine:
		m.row(start, text)
	case commentLine:
		m.flush()
		m.hidden(start)
	case itemLine:
		mark := itemMark.FindString(text[:min(len(text), 8)])
		m.flush()
		m.item = true
		m.words(start+len(mark), text[len(mark):], number)
	default:
		m.words(start, text, number)
	}
}

// code ends the block of code that is open.
func (m *markdown) code(end int) {
	m.doc.Code = append(m.doc.Code, Span{m.opened, end})
	m.fence = ""
}

// rule ends a block: a line below text makes that a heading.
func (m *markdown) rule(start int, text string) {
	underlined := len(m.w.b) > 0 && !m.item
	p := m.end(underlined)
	if p == nil || !underlined || strings.Trim(text, "-") != "" && strings.Trim(text, "=") != "" {
		return
	}
	level := 1
	if text[0] == '-' {
		level = 2
	}
	at := Span{p.origin(0), strings.LastIndexByte(m.text[:start], '\n')}
	m.heading(at, level, p, strings.TrimRight(m.text[at.From:at.To], "\r"))
}

// note takes a line that says where links lead: [words]: address.
func (m *markdown) note(start int, text string) {
	at := strings.Index(text, "]:") + 2
	m.target(start+at, text[at:], false)
}

// hidden takes a comment that begins a line, and what stands behind it on its last one.
func (m *markdown) hidden(start int) {
	m.tagged(start)
	m.past = len(m.text)
	if end := strings.Index(m.text[start:], "-->"); end >= 0 {
		m.past = lineEnd(m.text, start+end)
	}
}

// words adds a line of a paragraph.
func (m *markdown) words(start int, text string, number int) {
	if strings.HasPrefix(text, "{{") && strings.HasSuffix(text, "}}") && !strings.Contains(text[2:], "{{") {
		m.flush()
	}
	m.w.put(' ', start)
	m.inline(start, text, m.paragraph(start+len(text), number))
}

// paragraph returns where the paragraph ends that a line stands in.
func (m *markdown) paragraph(end, number int) int {
	if end <= m.until {
		return m.until
	}
	for m.until = end; number+1 < len(m.doc.Lines); number++ {
		_, text, _ := m.inLine(m.doc.Lines[number+1], m.lineEnd(number+1))
		if kindOf(text) != plainLine {
			break
		}
		m.until = m.lineEnd(number + 1)
	}
	return m.until
}

func (m *markdown) headline(start int, text string) {
	words := strings.TrimLeft(text, "#")
	level := len(text) - len(words)
	if open := strings.TrimRight(words, "#"); strings.TrimRight(open, " \t") != open || open == "" {
		words = strings.TrimRight(open, " \t") // marks at both ends
	}
	m.flush()
	m.inline(start+level, words, start+len(text))
	m.heading(Span{start, start + len(text)}, level, m.end(true), words)
}

// heading notes a heading, whose words stand in the last of its lines as text.
func (m *markdown) heading(at Span, level int, p *Passage, text string) {
	h := Heading{Span: at, Level: level}
	if p != nil {
		p.Level, h.Text = level, p.Text
		if words := m.plain(p, at.From+strings.LastIndexByte(m.text[at.From:at.To], '\n')); words != "" {
			h.Anchor = anchorOf(words)
		}
	}
	if given := ownAnchor.FindStringSubmatch(text); given != nil {
		h.Anchor = given[1]
	} else if m.anchors[h.Anchor] {
		words := h.Anchor
		for m.anchors[h.Anchor] {
			m.again[words]++
			h.Anchor = words + "-" + strconv.Itoa(m.again[words])
		}
	}
	m.anchors[h.Anchor] = h.Anchor != ""
	m.doc.Headings = append(m.doc.Headings, h)
}

// plain is the text of a heading behind an offset, with that of its code.
func (m *markdown) plain(p *Passage, from int) string {
	var b strings.Builder
	for i, r := range p.Text {
		at := p.origin(i)
		switch {
		case at < from:
		case r != Object:
			b.WriteRune(r)
		default:
			if i, ok := slices.BinarySearchFunc(m.doc.Code, at, func(s Span, at int) int { return s.From - at }); ok {
				b.WriteString(strings.Trim(m.text[at:m.doc.Code[i].To], "`"))
			}
		}
	}
	return b.String()
}

// anchorOf makes the address of a section of its heading, as Hugo does.
func anchorOf(text string) string {
	var b strings.Builder
	for _, r := range strings.TrimSpace(text) {
		switch {
		case r == '-' || r == ' ':
			b.WriteByte('-')
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return cmp.Or(b.String(), "heading")
}

func (m *markdown) row(start int, text string) {
	m.flush()
	if tableRule.MatchString(text) {
		m.table.heads()
		return
	}
	m.table.row = nil
	for from := 1; from <= len(text); {
		to := from
		for to < len(text) && text[to] != '|' {
			if c, ok := m.call(start + to); ok && !c.Escaped {
				to = c.To - start
				continue
			}
			if text[to] == '\\' {
				to++
			}
			to++
		}
		to = min(to, len(text))
		m.inline(start+from, text[from:to], start+to)
		m.table.add(m.end(false))
		from = to + 1
	}
	m.table.end()
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
	p := &Passage{Doc: d, Lang: d.Lang, Text: text, Lower: Lowered(text), runs: runs, Heading: heading, Item: item, Linked: linked, Section: b.section}
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

// EndsInLetter tells whether a text ends with a letter or a digit.
func EndsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
