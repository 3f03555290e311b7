package source

import (
	"strings"

	"tillit/tools/internal/diag"
)

// flow explains a value that begins with a bracket: [a, b] or {sv: a, en: b}.
func (e explanation) flow() mistake {
	v := e.said()
	b := scanFlow(v)
	switch {
	case b.quote >= 0:
		mark := v[b.quote : b.quote+1]
		tail := len(strings.TrimRight(v, "]} "))
		return e.at(e.value+b.quote, e.value+b.quote+1, "unclosed-quote",
			say("citattecknet %s stängs inte på raden", "the quote %s is not closed on the line", mark),
			diag.Text{}, e.with(v[:tail]+mark+b.closers()))
	case b.reserved >= 0:
		end := b.reserved + strings.IndexAny(v[b.reserved:]+",", ",]}")
		return e.at(e.value+b.reserved, e.value+b.reserved+1, "reserved-character",
			say("en text får inte börja med %[1]s, som betyder något annat i YAML", "a text must not begin with %[1]s, which means something else in YAML", v[b.reserved:b.reserved+1]),
			diag.Text{}, e.with(v[:b.reserved]+inQuotes(strings.TrimSpace(v[b.reserved:end]))+v[end:]))
	case b.wrong >= 0:
		return e.at(e.value+b.wrong, e.value+b.wrong+1, "unclosed-bracket",
			say("%s stänger en parentes som börjar med %s", "%s closes a bracket that begins with %s", v[b.wrong:b.wrong+1], b.open[len(b.open)-1].mark),
			diag.Text{}, e.with(v[:b.wrong]+b.closers()[:1]+v[b.wrong+1:]))
	case len(b.open) > 0:
		first := b.open[0]
		return e.at(e.value+first.at, e.value+first.at+1, "unclosed-bracket",
			say("parentesen %s stängs inte på raden", "the bracket %s is not closed on the line", first.mark),
			diag.Text{}, e.with(v+b.closers()))
	case b.after < len(v):
		return e.at(e.value+b.after, e.value+len(v), "text-after-bracket",
			say("här fortsätter texten efter att parentesen har stängts", "here the text goes on after the bracket was closed"),
			diag.Text{}, e.with(inQuotes(v)))
	}
	return mistake{}
}

// brackets is what is open at the end of a line, or wrong before it.
type brackets struct {
	open     []bracket
	quote    int // the quote that is not closed, or -1
	wrong    int // the closing bracket of the other kind, or -1
	reserved int // the reserved character that an item begins with, or -1
	after    int // where the text goes on after the last bracket
}

type bracket struct {
	mark string
	at   int
}

// closers returns the brackets that close the open ones, innermost first.
func (b brackets) closers() string {
	var out strings.Builder
	for i := len(b.open) - 1; i >= 0; i-- {
		out.WriteString(map[string]string{"[": "]", "{": "}"}[b.open[i].mark])
	}
	return out.String()
}

// scanFlow looks at a value that begins with a bracket, up to its first mistake.
func scanFlow(v string) brackets {
	b := brackets{quote: -1, wrong: -1, reserved: -1, after: len(v)}
	itemBegins := true
	for i := 0; i < len(v); i++ {
		begins := itemBegins
		itemBegins = begins && v[i] == ' '
		switch c := v[i]; {
		case c == '[' || c == '{':
			b.open = append(b.open, bracket{string(c), i})
			itemBegins = true
		case c == ']' || c == '}':
			if b.closers()[:1] != string(c) {
				b.wrong = i
				return b
			}
			b.open = b.open[:len(b.open)-1]
			if len(b.open) == 0 {
				b.after = i + 1 + indent(v[i+1:])
				return b
			}
		case c == ',' || c == ':' && i+1 < len(v) && v[i+1] == ' ':
			itemBegins = true
		case begins && (c == '"' || c == '\''):
			n := closing(v[i:])
			if n == 0 {
				b.quote = i
				return b
			}
			i += n - 1
		case begins && strings.IndexByte("@`%", c) >= 0:
			b.reserved = i
			return b
		}
	}
	return b
}
