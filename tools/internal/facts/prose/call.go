package prose

import (
	"regexp"
	"strconv"
	"strings"
)

// Call is a shortcode as it stands in a page: {{< name "word" >}}, or one of the two
// around a text, {{% when "x" %}} … {{% /when %}}. Hugo looks for them before it reads
// Markdown, so that one within code or a comment is a call as well.
type Call struct {
	Span
	Name    string
	Mark    string // "<" or "%"
	Ends    bool   // it ends what another began
	Whole   bool   // {{< name />}} takes no text
	Escaped bool   // {{</* name */>}} is text about a shortcode
	Broken  bool   // it has no end; it goes on to that of its line

	words Span // what stands after its name, or between the marks that make it text
}

var (
	callStart = regexp.MustCompile(`\{\{([<%])(?:(/\*)\s*/?|\s*(/?))\s*([^\s"<>%{}*]*)`)
	callWords = regexp.MustCompile(`^\s*"([^"]*)"\s+"([^"]*)"\s+"([^"]*)"\s*$`)
)

// Calls returns the shortcodes in a page, or in a piece of one, in their order. Hugo
// looks for none in the front matter.
func Calls(text string) []Call {
	_, body, _ := frontMatter([]byte(text))
	return callsFrom(text, body)
}

func callsFrom(text string, at int) []Call {
	var all []Call
	endless := map[string]bool{} // marks of which text about a shortcode never ends
	for {
		m := callStart.FindStringSubmatchIndex(text[at:])
		if m == nil {
			return all
		}
		for i := range m {
			if m[i] >= 0 {
				m[i] += at
			}
		}
		c := Call{Span: Span{From: m[0]}, Mark: text[m[2]:m[3]], Name: text[m[8]:m[9]], Escaped: m[4] >= 0, Ends: m[6] >= 0 && m[7] > m[6]}
		ok := false
		if c.words.From = m[9]; c.Escaped {
			c.words.From = m[5]
		}
		if !c.Escaped || !endless[c.Mark] {
			ok = c.close(text)
		}
		if !ok {
			endless[c.Mark] = endless[c.Mark] || c.Escaped
			c.Broken, c.To = true, max(lineEnd(text, c.From), m[9])
		}
		at = c.To
		all = append(all, c)
	}
}

// lineEnd is where the line ends that an offset stands on.
func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// Said is a call as a table names it: its name, and its first word in quotation marks
// where it has one.
func (c Call) Said(text string) string {
	m := firstWord.FindStringSubmatch(text[c.words.From:max(c.words.From, c.words.To)])
	if m == nil {
		return c.Name
	}
	return c.Name + " " + strconv.Quote(m[1]+m[2]+m[3])
}

var firstWord = regexp.MustCompile("^\\s*(?:\"([^\"]*)\"|`([^`]*)`|([^\\s\"`/]+))")

// end is what ends a call.
func (c Call) end() string {
	mark := c.Mark
	if mark == "<" {
		mark = ">"
	}
	if c.Escaped {
		return "*/" + mark + "}}"
	}
	return mark + "}}"
}

// close looks for the end of a call, past what is within quotation marks.
func (c *Call) close(text string) bool {
	stop, from := c.end(), c.words.From
	if c.Escaped {
		i := strings.Index(text[from:], stop)
		if i < 0 {
			return false
		}
		c.words.To, c.To = from+i, from+i+len(stop)
		return true
	}
	quoted := byte(0)
	for i := from; i < len(text); i++ {
		switch b := text[i]; {
		case quoted != 0:
			switch {
			case b == '\\' && quoted == '"' && strings.HasPrefix(text[i+1:], `"`):
				i++
			case b == quoted:
				quoted = 0
			case b == '\n' && quoted == '"': // a word does not go on over lines
				return false
			}
		case b == '"' || b == '`':
			quoted = b
		case strings.HasPrefix(text[i:], stop):
			c.words.To, c.To = i, i+len(stop)
			c.Whole = !c.Ends && strings.HasSuffix(strings.TrimRight(text[from:i], " \t\n"), "/")
			return true
		case strings.HasPrefix(text[i:], "{{"):
			return false
		}
	}
	return false
}

// gap stands in an account of what changed for what a page makes of the facts.
const gap = "[…]"

// shown is what a reader gets to see of a call in an account of what changed: the words
// of a link, or of what is said about a shortcode.
func (c Call) shown(text string) string {
	words := text[c.words.From:max(c.words.From, c.words.To)]
	switch m := callWords.FindStringSubmatch(words); {
	case c.Broken:
		return text[c.From:c.To]
	case c.Escaped:
		return "{{" + c.Mark + words + c.end()[len("*/"):]
	case m != nil && c.Name == "page" && !c.Ends:
		return m[3]
	}
	return gap
}

// What stands in a heading for programs, and what only parts lines from each other. A
// piece of a page may begin and end anywhere, so these are looked for line by line.
var (
	headingEnd   = regexp.MustCompile(`(?m)[ \t]*\{#[^}\n]*\}$`)
	headingBegin = regexp.MustCompile(`(?m)^#+ `)
	emptyLines   = regexp.MustCompile(`\n{3,}`)
)

// Shown is a piece of a page as it stands in an account of what changed, without what is
// there for programs: shortcodes, of which one within a sentence leaves its words or a
// gap and those on a line of their own leave nothing, and the marks and ids of headings.
func Shown(piece string) string {
	var b strings.Builder
	calls := callsFrom(piece, 0)
	at := 0
	for i := 0; i < len(calls); i++ {
		c := calls[i]
		b.WriteString(piece[at:c.From])
		if last := aloneUntil(piece, calls[i:]); last >= 0 {
			i += last
		} else {
			b.WriteString(c.shown(piece))
		}
		at = calls[i].To
	}
	b.WriteString(piece[at:])
	text := headingEnd.ReplaceAllString(b.String(), "")
	text = headingBegin.ReplaceAllString(text, "")
	return emptyLines.ReplaceAllString(text, "\n\n")
}

// aloneUntil returns which of some calls is the last on the line that the first begins,
// where nothing but they and what parts them stands on it and each leaves a gap; else -1.
func aloneUntil(piece string, calls []Call) int {
	if first := calls[0].From; first > 0 && piece[first-1] != '\n' {
		return -1
	}
	end := 0
	for i, c := range calls {
		if c.shown(piece) != gap {
			return -1
		}
		if end < c.To {
			end = lineEnd(piece, c.To)
		}
		if end == c.To {
			return i
		}
		if i+1 == len(calls) || calls[i+1].From > end || strings.Trim(piece[c.To:calls[i+1].From], " \t") != "" {
			return -1
		}
	}
	return -1
}
