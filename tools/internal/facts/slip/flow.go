package slip

import (
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// flow explains a value that begins with a bracket: [a, b] or {sv: a, en: b}.
func (e explanation) flow() Mistake {
	v := e.said()
	b := scanFlow(v)
	switch {
	case b.quote >= 0:
		mark := v[b.quote : b.quote+1]
		tail := len(strings.TrimRight(v, "]} "))
		return e.at(e.value+b.quote, e.value+b.quote+1, "unclosed-quote",
			diag.Say("citattecknet %s stängs inte på raden", "the quote %s is not closed on the line", mark),
			diag.Text{}, e.with(v[:tail]+mark+b.closers()))
	case b.reserved >= 0:
		end := b.reserved + strings.IndexAny(v[b.reserved:]+",", ",]}")
		return e.at(e.value+b.reserved, e.value+b.reserved+1, "reserved-character",
			diag.Say("en text får inte börja med %[1]s, som betyder något annat i YAML", "a text must not begin with %[1]s, which means something else in YAML", v[b.reserved:b.reserved+1]),
			diag.Text{}, e.with(v[:b.reserved]+InQuotes(strings.TrimSpace(v[b.reserved:end]))+v[end:]))
	case b.comma >= 0:
		return e.at(e.value+b.comma, e.value+b.comma+1, "missing-comma",
			diag.Say("det saknas ett kommatecken före nästa del", "a comma is missing before the next part"),
			diag.Text{}, e.with(strings.TrimRight(v[:b.comma], " ")+", "+v[b.comma:]))
	case b.colon >= 0:
		end := b.colon + strings.IndexAny(v[b.colon:]+",", ",]}")
		return e.at(e.value+b.colon, e.value+b.colon+1, "colon-in-text", colonInText(),
			diag.Text{}, e.with(v[:b.value]+InQuotes(strings.TrimSpace(v[b.value:end]))+v[end:]))
	case b.wrong >= 0:
		return e.at(e.value+b.wrong, e.value+b.wrong+1, "unclosed-bracket",
			diag.Say("%s stänger en parentes som börjar med %s", "%s closes a bracket that begins with %s", v[b.wrong:b.wrong+1], b.open[len(b.open)-1].mark),
			diag.Text{}, e.with(v[:b.wrong]+b.closers()[:1]+v[b.wrong+1:]))
	case len(b.open) > 0:
		first := b.open[0]
		return e.at(e.value+first.at, e.value+first.at+1, "unclosed-bracket",
			diag.Say("parentesen %s stängs inte på raden", "the bracket %s is not closed on the line", first.mark),
			diag.Text{}, e.with(v+b.closers()))
	case b.after < len(v):
		return e.at(e.value+b.after, e.value+len(v), "text-after-bracket",
			diag.Say("här fortsätter texten efter att parentesen har stängts", "here the text goes on after the bracket was closed"),
			diag.Text{}, e.with(InQuotes(v)))
	}
	return Mistake{}
}

// cut is where the remark begins that ends the value, or -1.
func (e explanation) cut() int {
	rest := e.text[min(e.end, len(e.text)):]
	remark := strings.TrimLeft(rest, " \t")
	if remark == rest || !strings.HasPrefix(remark, "#") {
		return -1
	}
	return len(e.text) - len(remark)
}

// cutInFlow explains a text within brackets that goes on after a #: what should end it,
// or close the brackets, is part of the remark.
func (e explanation) cutInFlow() Mistake {
	if v := e.said(); v == "" || v[0] != '[' && v[0] != '{' {
		return Mistake{}
	}
	corrected, at := uncut(e.text, e.value)
	if at < 0 {
		return Mistake{}
	}
	return e.at(at, len(e.text), "cut-text", CutText(diag.Say("texten", "the text"), e.text[at:]), Uncut(strings.TrimSpace(corrected)), corrected)
}

// uncut puts the texts of a line in quotes that go on after a #, from an offset on, and
// returns where the first # stands, or -1.
func uncut(line string, from int) (corrected string, first int) {
	first = -1
	begin := from // of the item
	for i := from; i < len(line); i++ {
		switch c := line[i]; {
		case strings.IndexByte(",[{", c) >= 0, c == ':' && i+1 < len(line) && line[i+1] == ' ':
			begin = i + 1 + indent(line[i+1:])
		case (c == '"' || c == '\'') && i == begin:
			if n := Closing(line[i:]); n > 0 {
				i += n - 1
			}
		case c == '#' && i > begin && (line[i-1] == ' ' || line[i-1] == '\t') && line[begin] != '"' && line[begin] != '\'':
			length := strings.IndexAny(line[i:], ",]}")
			if length < 0 {
				return line, first
			}
			if first < 0 {
				first = i
			}
			quoted := InQuotes(strings.TrimSpace(line[begin : i+length]))
			line = line[:begin] + quoted + line[i+length:]
			i = begin + len(quoted) - 1
		}
	}
	return line, first
}

// cutWithin finds such a text on a line of a value in brackets that begins on line n and
// goes on below.
func (s *syntax) cutWithin(n int) Mistake {
	for i := n; i <= min(len(s.lines), n+mostFlow); i++ {
		e := s.explain(i)
		if i > n && strings.TrimSpace(e.text) != "" && indent(e.text) <= indent(s.explain(n).text) {
			break
		}
		if corrected, at := uncut(e.text, e.start); at >= 0 {
			return e.at(at, len(e.text), "cut-text", CutText(diag.Say("texten", "the text"), e.text[at:]), Uncut(strings.TrimSpace(corrected)), "")
		}
	}
	return Mistake{}
}

// cutBefore explains a text that goes on below a remark, which has ended it.
func (e explanation) cutBefore(below explanation) Mistake {
	at := e.cut()
	v := e.said()
	if at < 0 || v == "" || strings.IndexByte("\"'[{|>", v[0]) >= 0 || indent(below.text) <= indent(e.text) {
		return Mistake{}
	}
	corrected := e.text[:at] + string(utf8.RuneError) + e.text[at+1:]
	return e.at(at, len(e.text), "cut-text", CutText(diag.Say("texten", "the text"), e.text[at:]),
		diag.Say("är det text, sätt hela texten inom citattecken; är det en anmärkning, flytta den till en egen rad ovanför",
			"if it is text, put all of it in quotes; if it is a remark, move it to a line of its own above"), corrected)
}

// mostFlow is how many lines of a value in brackets are looked at.
const mostFlow = 100

// flowsOver tells whether a value in brackets goes on over indented lines, and
// is closed there. Its mistake is then not that it is open on the first.
func (s *syntax) flowsOver(n int) bool {
	e := s.explain(n)
	text := e.said()
	if text == "" || text[0] != '[' && text[0] != '{' {
		return false
	}
	for i := n + 1; i <= min(len(s.lines), n+mostFlow); i++ {
		l := s.explain(i)
		rest := strings.TrimSpace(PlainText(l.text))
		if rest != "" && indent(l.text) <= indent(e.text) {
			return strings.Trim(rest, "]}, ") == ""
		}
		if strings.HasSuffix(rest, "]") || strings.HasSuffix(rest, "}") {
			return true
		}
	}
	return false
}

// brackets is what is open at the end of a line, or wrong before it.
type brackets struct {
	open     []bracket
	quote    int // the quote that is not closed, or -1
	wrong    int // the closing bracket of the other kind, or -1
	reserved int // the reserved character that an item begins with, or -1
	comma    int // where a comma is missing, or -1
	colon    int // the second colon of an item, or -1
	value    int // where the value of that item begins
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
	b := brackets{quote: -1, wrong: -1, reserved: -1, comma: -1, colon: -1, after: len(v)}
	begins, keyed := true, false // an item or value begins here; a colon stands before
	for i := 0; i < len(v); i++ {
		switch c := v[i]; {
		case c == ' ':
		case c == '[' || c == '{':
			b.open = append(b.open, bracket{string(c), i})
			begins, keyed = true, false
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
			begins, keyed = false, false
		case c == ',':
			begins, keyed = true, false
		case c == ':' && i+1 < len(v) && v[i+1] == ' ':
			if keyed {
				b.colon = i
				return b
			}
			begins, keyed = true, true
			b.value = i + 1 + indent(v[i+1:])
		case begins && (c == '"' || c == '\''):
			n := Closing(v[i:])
			if n == 0 {
				b.quote = i
				return b
			}
			i += n - 1
			if next := i + 1 + indent(v[i+1:]); next < len(v) && strings.IndexByte(",:]}", v[next]) < 0 {
				b.comma = next
				return b
			}
			begins = false
		case begins && strings.IndexByte("@`%", c) >= 0:
			b.reserved = i
			return b
		default:
			begins = false
		}
	}
	return b
}
