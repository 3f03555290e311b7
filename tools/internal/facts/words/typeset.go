package words

import (
	"bytes"
	"regexp"
	"strings"

	"tillit/tools/internal/facts/prose"
)

// What a number is read together with, by language: the words that stand before
// it, and the units, months and signs after it. In every language a form of
// company is read as one, and so is a letter with the word that it begins.
var (
	beforeNumber = map[string]*regexp.Regexp{
		"sv": regexp.MustCompile(`(?i)((?:^|[^\p{L}])(?:\((?:EG|EU)\)|artikel|artiklarna|art\.|bilaga|IEC|ISO|kapitel|modul|nr|punkt|skäl|steg|TLS|version|§§?)) (\d)`),
		"en": regexp.MustCompile(`(?i)((?:^|[^\p{L}])(?:\((?:EC|EU)\)|annex|articles?|art\.|chapter|IEC|ISO|module|no\.|points?|recitals?|sections?|step|TLS|version|§§?)) (\d)`),
	}
	afterNumber = map[string]*regexp.Regexp{
		"sv": regexp.MustCompile(`(\d) ((?:%|§§?|‰|[kMG]B|år|dag|dagar|dygn|kap\.|kr|kronor|minuter|månad|månader|procent|sekunder|timmar|timme|vecka|veckor|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?:[^\p{L}]|$))`),
		"en": regexp.MustCompile(`(\d) ((?:%|§§?|‰|[kMG]B|days?|hours?|minutes?|months?|per cent|percent|seconds?|weeks?|years?|January|February|March|April|May|June|July|August|September|October|November|December)(?:[^\p{L}]|$))`),
	}
	company    = strings.NewReplacer("Sp. z o.o.", "Sp."+NBSP+"z"+NBSP+"o.o.")
	withLetter = regexp.MustCompile(`((?:^|[\s(\["”])\p{L}-)(\p{L}+(?:[\s,;:)!?]|\.\s|\.?$))`)
)

// wordJoiner keeps a line from ending where it stands.
const wordJoiner = "\u2060"

// Typeset puts a space that does not break between a number and what it is read
// together with: artikel 13, 5 §, 30 dagar, 1 mars; and keeps e-post on a line. An
// address such as e-post@example.com is left alone.
func Typeset(lang, text string) string {
	text = company.Replace(text)
	if strings.Contains(text, "-") {
		text = withLetter.ReplaceAllString(text, "${1}"+wordJoiner+"${2}")
	}
	base, _, _ := strings.Cut(lang, "-")
	before, known := beforeNumber[base]
	if !known || !strings.ContainsAny(text, "0123456789") {
		return text
	}
	text = before.ReplaceAllString(text, "${1}"+NBSP+"${2}")
	return afterNumber[base].ReplaceAllString(text, "${1}"+NBSP+"${2}")
}

// TypesetProse does the same in a page, where its text is read.
func TypesetProse(d *prose.Document) []byte {
	var b bytes.Buffer
	at := 0
	for _, span := range d.Apart() {
		b.WriteString(Typeset(d.Lang, string(d.Data[at:span.From])))
		b.Write(d.Data[span.From:span.To])
		at = span.To
	}
	b.WriteString(Typeset(d.Lang, string(d.Data[at:])))
	return b.Bytes()
}
