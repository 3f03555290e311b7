package prose

import (
	"regexp"
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
	line, endless := 0, map[string]bool{} // the end of the line, and the marks that text about a shortcode never ends with
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
		var ok bool
		if c.words.From = m[9]; c.Escaped {
			c.words.From = m[5]
		}
		if !c.Escaped || !endless[c.Mark] {
			at, ok = c.close(text)
		}
		if !ok {
			if endless[c.Mark] = endless[c.Mark] || c.Escaped; line < c.From {
				line = lineEnd(text, c.From)
			}
			c.Broken, c.To = true, line
		}
		at = max(at, m[9])
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

// close looks for the end of a call, past what is within quotation marks, and returns
// from where to read on.
func (c *Call) close(text string) (next int, ok bool) {
	stop, from := c.end(), c.words.From
	if c.Escaped {
		i := strings.Index(text[from:], stop)
		if i < 0 {
			return from, false
		}
		c.words.To, c.To = from+i, from+i+len(stop)
		return c.To, true
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
				return i, false
			}
		case b == '"' || b == '`':
			quoted = b
		case strings.HasPrefix(text[i:], stop):
			c.words.To, c.To = i, i+len(stop)
			c.Whole = !c.Ends && strings.HasSuffix(strings.TrimRight(text[from:i], " \t\n"), "/")
			return c.To, true
		case strings.HasPrefix(text[i:], "{{"):
			return i, false
		}
	}
	return from, false
}

// shown is what a reader gets to see of a call in an account of what changed: the words
// of a link, or of what is said about a shortcode, and a gap where facts stand.
func (c Call) shown(text string) string {
	words := text[c.words.From:max(c.words.From, c.words.To)]
	switch m := callWords.FindStringSubmatch(words); {
	case c.Escaped && !c.Broken:
		return "{{" + c.Mark + words + c.end()[len("*/"):]
	case c.Broken:
		return text[c.From:c.To]
	case m != nil && c.Name == "page" && !c.Ends:
		return m[3]
	}
	return "[…]"
}
