package site

import (
	"regexp"
	"strings"
)

// What a number is read together with, by language: the words that stand before
// it, and the units, months and signs after it.
var (
	beforeNumber = map[string]*regexp.Regexp{
		"sv": regexp.MustCompile(`(?i)((?:^|[^\p{L}])(?:artikel|artiklarna|art\.|bilaga|kapitel|modul|nr|punkt|skäl|steg|version|§§?)) (\d)`),
		"en": regexp.MustCompile(`(?i)((?:^|[^\p{L}])(?:annex|articles?|art\.|chapter|module|no\.|points?|recitals?|sections?|step|version|§§?)) (\d)`),
	}
	afterNumber = map[string]*regexp.Regexp{
		"sv": regexp.MustCompile(`(\d) ((?:%|§§?|‰|[kMG]B|år|dag|dagar|dygn|kap\.|kr|kronor|minuter|månad|månader|procent|sekunder|timmar|timme|vecka|veckor|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?:[^\p{L}]|$))`),
		"en": regexp.MustCompile(`(\d) ((?:%|§§?|‰|[kMG]B|days?|hours?|minutes?|months?|per cent|percent|seconds?|weeks?|years?|January|February|March|April|May|June|July|August|September|October|November|December)(?:[^\p{L}]|$))`),
	}
)

// typeset puts a space that does not break between a number and what it is read
// together with: artikel 13, 5 §, 30 dagar, 1 mars.
func typeset(lang, text string) string {
	base, _, _ := strings.Cut(lang, "-")
	before, known := beforeNumber[base]
	if !known || !strings.ContainsAny(text, "0123456789") {
		return text
	}
	text = before.ReplaceAllString(text, "${1}"+nbsp+"${2}")
	return afterNumber[base].ReplaceAllString(text, "${1}"+nbsp+"${2}")
}

// notTypeset is what a page's Markdown holds that is not read: shortcodes, code,
// addresses, and headings, whose anchors are made of their words.
var notTypeset = regexp.MustCompile("(?m)^#.*$|\\{\\{.*?\\}\\}|`[^`]*`|\\]\\([^)]*\\)|<?https?://\\S+")

// typesetProse does the same in a page, below its front matter.
func typesetProse(lang string, data []byte) []byte {
	matter, ok := frontMatter(data)
	if !ok {
		return data
	}
	begin := min(len(data), len(matter)+len("---\n"))
	text := string(data[begin:])
	var b strings.Builder
	b.Write(data[:begin])
	at := 0
	for _, span := range notTypeset.FindAllStringIndex(text, -1) {
		b.WriteString(typeset(lang, text[at:span[0]]) + text[span[0]:span[1]])
		at = span[1]
	}
	b.WriteString(typeset(lang, text[at:]))
	return []byte(b.String())
}
