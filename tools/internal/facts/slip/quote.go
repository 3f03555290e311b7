package slip

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// quoted explains a value that begins with a quote.
func (e explanation) quoted() Mistake {
	v := e.whole()
	mark := v[:1]
	end := Closing(v)
	if end == 0 {
		return e.at(e.value, e.value+1, "unclosed-quote",
			diag.Say("citattecknet %s stängs inte på raden", "the quote %s is not closed on the line", mark),
			diag.Text{}, e.with(v+mark))
	}
	if i := badEscape(v[:end]); i >= 0 {
		_, size := utf8.DecodeRuneInString(v[i+1:])
		m := e.at(e.value+i, e.value+i+1+size, "backslash-in-quotes",
			diag.Say("%s betyder ingenting inom dubbla citattecken", "%s means nothing within double quotes", v[i:i+1+size]),
			diag.Text{}, e.with("'"+strings.ReplaceAll(v[1:end-1], "'", "''")+"'"))
		m.sure = end == len(v) && !escaped(v[1:end-1])
		return m
	}
	after := PlainText(v[end:])
	if strings.TrimSpace(after) == "" {
		return Mistake{}
	}
	at := e.value + end + indent(after)
	if strings.HasPrefix(after, ",") {
		return e.at(at, e.value+len(v), "text-after-quote",
			diag.Say("flera texter efter varandra ska stå inom [ ]", "several texts in a row must stand within [ ]"), diag.Text{}, e.with("["+v+"]"))
	}
	inner := v
	if strings.HasSuffix(inner, mark) {
		inner = inner[1 : len(inner)-1]
	}
	return e.at(at, e.value+len(v), "text-after-quote",
		diag.Say("här fortsätter texten efter att citattecknet %s har stängts", "here the text goes on after the quote %s was closed", mark),
		diag.Text{}, e.with(InQuotes(strings.NewReplacer("''", "'", `\'`, "'").Replace(inner))))
}

// badEscape returns where an escape stands that YAML does not know, or -1.
func badEscape(quoted string) int {
	if quoted[0] != '"' {
		return -1
	}
	for i := 1; i+1 < len(quoted); i++ {
		if quoted[i] != '\\' {
			continue
		}
		digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[quoted[i+1]]
		valid := strings.IndexByte(`0abt nvfre"/\N_LP`+"\txuU", quoted[i+1]) >= 0
		hex := regexp.MustCompile(`^[0-9A-Fa-f]*`).FindString(quoted[i+2:])
		if !valid || len(hex) < digits {
			return i
		}
		i++
	}
	return -1
}

// escaped tells whether a text holds an escape that YAML knows, so that somebody may
// have meant it.
func escaped(text string) bool {
	for i := strings.IndexByte(text, '\\'); i >= 0 && i+1 < len(text); {
		if badEscape(`"`+text[i:]+`"`) != 1 {
			return true
		}
		next := strings.IndexByte(text[i+1:], '\\')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return false
}

// quotedOver explains a text in quotes that goes on over indented lines, as a
// long text may: an escape in it that YAML does not know, or what follows it.
func (s *syntax) quotedOver(n int) Mistake {
	e := s.explain(n)
	text := e.whole()
	if text == "" || text[0] != '"' && text[0] != '\'' || Closing(text) > 0 {
		return Mistake{}
	}
	var escape Mistake
	const most = 100 // lines
	for i := n + 1; i <= min(len(s.lines), n+most); i++ {
		l := s.explain(i)
		if strings.TrimSpace(l.text) != "" && indent(l.text) <= indent(e.text) {
			return Mistake{}
		}
		if at := badEscape(text[:1]+l.text) - 1; at >= 0 && escape.Rule == "" {
			_, size := utf8.DecodeRuneInString(l.text[at+1:])
			escape = l.at(at, at+1+size, "backslash-in-quotes",
				diag.Say("%s betyder ingenting inom dubbla citattecken", "%s means nothing within double quotes", l.text[at:at+1+size]),
				diag.Say(`skriv \\ för ett bakstreck`, `write \\ for a backslash`), l.text[:at]+`\`+l.text[at:])
		}
		end := Closing(text[:1] + l.text)
		if end == 0 {
			continue
		}
		if escape.Rule != "" {
			escape.through = i
			return escape
		}
		end--
		after := l.text[end:]
		if PlainText(after) == "" {
			return Mistake{}
		}
		return l.at(end+indent(after), len(l.text), "text-after-quote",
			diag.Say("här fortsätter texten efter att citattecknet %s har stängts", "here the text goes on after the quote %s was closed", text[:1]),
			diag.Say("sätt hela texten inom citattecken", "put the whole text in quotes"), l.text[:end])
	}
	return Mistake{}
}
