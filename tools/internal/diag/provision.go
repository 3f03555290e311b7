package diag

import (
	"regexp"
	"strings"
)

// Provision writes a provision, as findings name it, the way lawyers of either
// language do: "GDPR Art. 13(1)(c)" is "artikel 13.1 c i GDPR".
func Provision(law string) Text {
	parts := strings.Split(law, "; ")
	for i, p := range parts {
		parts[i] = swedish(p)
	}
	return Text{SV: strings.Join(parts, "; "), EN: law}
}

// swedish writes one part of a provision in Swedish. What is Swedish law stands
// in Swedish already.
func swedish(part string) string {
	if rest, ok := strings.CutPrefix(part, "GDPR Art. "); ok {
		return "artikel " + articles(rest) + " i GDPR"
	}
	if rest, ok := strings.CutPrefix(part, "Data Act Art. "); ok {
		return "artikel " + articles(rest) + " i dataförordningen"
	}
	if rest, ok := strings.CutPrefix(part, "Decision "); ok {
		if decision, annex, ok := strings.Cut(rest, " Annex "); ok {
			return "bilaga " + annex + " till beslut " + decision
		}
		if decision, clause, ok := strings.Cut(rest, " cl. "); ok {
			return "klausul " + articles(clause) + " i beslut " + decision
		}
		return "beslut " + rest
	}
	return part
}

var (
	toParagraph = regexp.MustCompile(`–\(([0-9]+)\)`)
	toLetter    = regexp.MustCompile(`–\(([a-z])\)`)
	paragraph   = regexp.MustCompile(`\(([0-9]+)\)`)
	letter      = regexp.MustCompile(`\(([a-z])\)`)
	article     = regexp.MustCompile(`^[0-9]+`)
)

// articles turns 28(2), (4) into 28.2 och 28.4, and 13(1)(a)–(b) into 13.1 a–b.
func articles(s string) string {
	list := strings.Split(s, ", ")
	for i, a := range list {
		if i > 0 && strings.HasPrefix(a, "(") {
			a = article.FindString(list[i-1]) + a
		}
		a = toParagraph.ReplaceAllString(a, "–$1")
		a = toLetter.ReplaceAllString(a, "–$1")
		a = paragraph.ReplaceAllString(a, ".$1")
		a = letter.ReplaceAllString(a, " $1")
		list[i] = strings.Replace(a, "second subparagraph", "andra stycket", 1)
	}
	last := len(list) - 1
	if last == 0 {
		return list[0]
	}
	return strings.Join(list[:last], ", ") + " och " + list[last]
}
