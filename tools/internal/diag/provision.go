package diag

import (
	"regexp"
	"strings"
)

// Provision writes a provision, as findings name it, the way lawyers of either
// language do: "GDPR Art. 13(1)(c)" is "artikel 13.1 c i GDPR". In English it is
// cited as it stands.
func Provision(law string) Text {
	return Text{SV: ProvisionIn(law, "sv", func(numbers string) string { return "artikel " + numbers + " i GDPR" }), EN: law}
}

// ProvisionIn writes a provision in a language that has words of its own for an
// article of the GDPR, whose numbers article is given: 13.1 c in Swedish, 13(1)(c)
// in any other. What is no article stands as it is, but for the acts of the Union
// in Swedish.
func ProvisionIn(law, lang string, article func(numbers string) string) string {
	swedish := strings.HasPrefix(lang, "sv")
	parts := strings.Split(law, "; ")
	for i, p := range parts {
		rest, gdpr := strings.CutPrefix(p, "GDPR Art. ")
		switch {
		case gdpr && swedish:
			parts[i] = article(articles(rest))
		case gdpr:
			parts[i] = article(rest)
		case swedish:
			parts[i] = swedishAct(p)
		}
	}
	return strings.Join(parts, "; ")
}

// swedishAct writes what is not in the GDPR in Swedish. What is Swedish law stands
// in Swedish already.
func swedishAct(part string) string {
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

// Cited takes the article of the GDPR that a provision begins with apart: 6, 1 and
// f of "GDPR Art. 6(1)(f)". It is nil where there is none with a paragraph.
func Cited(law string) []string {
	m := cited.FindStringSubmatch(law)
	switch {
	case m == nil:
		return nil
	case m[3] == "":
		return m[1:3]
	}
	return m[1:]
}

var (
	toParagraph = regexp.MustCompile(`–\(([0-9]+)\)`)
	toLetter    = regexp.MustCompile(`–\(([a-z])\)`)
	paragraph   = regexp.MustCompile(`\(([0-9]+)\)`)
	letter      = regexp.MustCompile(`\(([a-z])\)`)
	article     = regexp.MustCompile(`^[0-9]+`)
	cited       = regexp.MustCompile(`^GDPR Art\. ([0-9]+)\(([0-9]+)\)(?:\(([a-z])\))?`)
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
