package seal

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A stylesheet is read as a browser reads it, token by token: a comment may stand within
// a rule, and any letter may be written by its number.

// linksOfCSS returns the addresses that a stylesheet names.
func linksOfCSS(data []byte) []link {
	c := &css{text: string(data)}
	for c.at < len(c.text) {
		c.token()
	}
	return c.links
}

// css is a stylesheet that is being read.
type css struct {
	text  string
	at    int
	open  []string // the functions that are open, the innermost last; "" for another bracket
	rule  string   // the at-rule that has begun: import
	links []link
}

// fetching are functions in which a text is an address.
var fetching = map[string]bool{"url": true, "src": true, "image-set": true, "-webkit-image-set": true, "image": true, "cross-fade": true, "-webkit-cross-fade": true}

// token reads what comes next.
func (c *css) token() {
	rest := c.text[c.at:]
	switch b := rest[0]; {
	case strings.HasPrefix(rest, "/*"):
		end := strings.Index(rest[2:], "*/")
		if end < 0 {
			c.at = len(c.text)
			return
		}
		c.at += end + 4
	case b == '"' || b == '\'':
		c.at++
		text := c.until(b)
		if c.rule == "import" || c.fetches() {
			c.names(text)
		}
	case b == '@':
		c.at++
		c.rule = strings.ToLower(c.name())
	case b == ';' || b == '{' || b == '}':
		c.at++
		c.rule, c.open = "", nil
	case b == '(':
		c.at++
		c.open = append(c.open, "")
	case b == ')':
		c.at++
		c.open = c.open[:max(0, len(c.open)-1)]
	case letter(rest):
		c.word(strings.ToLower(c.name()))
	default:
		_, size := utf8.DecodeRuneInString(rest)
		c.at += size
	}
}

// word goes on after a name: a function begins where a bracket follows.
func (c *css) word(name string) {
	if c.at >= len(c.text) || c.text[c.at] != '(' {
		return
	}
	c.at++
	if name != "url" {
		c.open = append(c.open, name)
		return
	}
	c.at += len(c.text[c.at:]) - len(strings.TrimLeft(c.text[c.at:], " \t\r\n\f"))
	if c.at < len(c.text) && (c.text[c.at] == '"' || c.text[c.at] == '\'') {
		c.open = append(c.open, name)
		return
	}
	c.names(strings.TrimSpace(c.until(')'))) // without quotation marks it is one token
}

func (c *css) fetches() bool { return len(c.open) > 0 && fetching[c.open[len(c.open)-1]] }

func (c *css) names(address string) {
	if address != "" {
		c.links = append(c.links, link{to: address, loads: true})
	}
}

// letter tells whether a name begins here.
func letter(s string) bool {
	return named(s[0]) || s[0] == '\\' && len(s) > 1 && s[1] != '\n'
}

func named(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || b == '-' || b == '_' || b >= 0x80
}

// name reads a name.
func (c *css) name() string {
	var b strings.Builder
	for c.at < len(c.text) {
		switch s := c.text[c.at:]; {
		case named(s[0]):
			b.WriteByte(s[0])
			c.at++
		case letter(s):
			b.WriteString(c.escape())
		default:
			return b.String()
		}
	}
	return b.String()
}

// until reads to a mark, and past it.
func (c *css) until(mark byte) string {
	var b strings.Builder
	for c.at < len(c.text) {
		switch s := c.text[c.at:]; {
		case s[0] == mark:
			c.at++
			return b.String()
		case s[0] == '\\':
			b.WriteString(c.escape())
		case s[0] == '\n' && mark != ')': // a text that is not closed ends with its line
			return b.String()
		default:
			b.WriteByte(s[0])
			c.at++
		}
	}
	return b.String()
}

// escape reads a letter after a backslash, or its number.
func (c *css) escape() string {
	c.at++
	end := c.at
	for end < len(c.text) && end < c.at+6 && strings.IndexByte("0123456789abcdefABCDEF", c.text[end]) >= 0 {
		end++
	}
	if end == c.at {
		if c.at >= len(c.text) {
			return ""
		}
		_, size := utf8.DecodeRuneInString(c.text[c.at:])
		letter := c.text[c.at : c.at+size]
		if c.at += size; letter == "\n" {
			return "" // a line that goes on
		}
		return letter
	}
	n, _ := strconv.ParseUint(c.text[c.at:end], 16, 32)
	if c.at = end; c.at < len(c.text) && strings.IndexByte(" \t\r\n\f", c.text[c.at]) >= 0 {
		c.at++
	}
	if n == 0 || n > utf8.MaxRune || 0xD800 <= n && n <= 0xDFFF {
		return "\ufffd"
	}
	return string(rune(n))
}
