package frame

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word of a text in lower case, where it stands, and what it is part of.
type word struct {
	text     string
	from, to int  // in bytes
	sentence int  // counted from 0
	clause   int  // counted from 0 through the whole text
	quoted   bool // within quotation marks, so that it is somebody else's word
}

// scan calls word with each word of a text, and mark with what stands between them.
func scan(text string, word func(from, to int), mark func(r rune, at int)) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			if mark != nil {
				mark(r, i)
			}
			i += size
			continue
		}
		end := i + size
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !inWord(r) && !(joins(r) && end+size < len(text) && startsWord(text[end+size:])) {
				break
			}
			end += size
		}
		word(i, end)
		i = end
	}
}

// split takes a text in lower case apart. bounds are where its sentences end.
func split(text string, bounds []int) (words []word, asks []bool) {
	s := splitter{text: text, bounds: bounds, words: make([]word, 0, len(text)/6+1)}
	scan(text, func(from, to int) { s.reach(from); s.add(from, to) }, func(r rune, at int) { s.reach(at); s.mark(r) })
	s.next()
	return s.words, s.asks
}

type splitter struct {
	text   string
	bounds []int
	words  []word
	asks   []bool // by sentence: it ends with a question mark
	sentence, clause,
	first int // the first word of the sentence
	quoted, broken bool
}

// inWord tells what a word is made of. An object stands for what is no text, such as a
// link to a list, and is a word of its own.
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '§' || r == '%' || r == '_' || r == object
}

// object is what prose puts for a shortcode.
const object = '\uFFFC'

// joins tells what stands within a word: a hyphen, an apostrophe, the point of t.ex and
// of 46.2.
func joins(r rune) bool { return r == '-' || r == '\'' || r == '.' }

func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return inWord(r)
}

// reach begins the next sentence where a place lies behind the end of one.
func (s *splitter) reach(at int) {
	for len(s.bounds) > 0 && at >= s.bounds[0] {
		s.next()
	}
}

func (s *splitter) add(from, to int) {
	text := s.text[from:to]
	if s.broken && opens[text] || conjunction[text] && len(s.words) > s.first {
		s.clause++
	}
	s.broken = false
	s.words = append(s.words, word{text, from, to, s.sentence, s.clause, s.quoted})
}

// mark notes what stands between words.
func (s *splitter) mark(r rune) {
	switch r {
	case '“', '”', '"', '«', '»', '„':
		s.quoted = !s.quoted
		if r == '“' {
			s.quoted = true
		}
	case ';', ':', '(', ')', '–', '—', '!':
		s.clause++
	case '?':
		s.clause++
		for len(s.asks) <= s.sentence {
			s.asks = append(s.asks, false)
		}
		s.asks[s.sentence] = true
	case ',':
		s.broken = true
	}
}

// next begins the next sentence.
func (s *splitter) next() {
	for len(s.asks) <= s.sentence {
		s.asks = append(s.asks, false)
	}
	if len(s.bounds) > 0 {
		s.bounds = s.bounds[1:]
	}
	s.sentence++
	s.clause++
	s.first, s.broken, s.quoted = len(s.words), false, false
}

// opens are words that begin a clause of its own after a comma, conjunction those that do
// so without one. What else follows a comma is one more item of a list.
var (
	opens = set(`som vilket vilka vilken så och men eller utan om när då medan eftersom därför trots annars samt
		vi du ni de den det jag man which who whom that so and but or if when where while because since unless although
		we you they it i nor otherwise whereas until`)
	conjunction = set(`men but annars otherwise utan whereas`)
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// denials say that something is not so, unless one of bounds follows: not only, no longer
// than.
var (
	denials = set(`inte ej aldrig inga ingen inget varken icke slipper not never no none neither nor without cannot nobody nothing
		ingenting ingalunda`)
	bounding = set(`bara endast enbart längre oftare mer fler senare only longer more later just merely less minst`)
)

// denialsIn are the words of a sentence that say that something is not so.
func denialsIn(words []word) []int {
	var list []int
	for i, w := range words {
		if !denials[w.text] && !strings.HasSuffix(w.text, "n't") || i+1 < len(words) && bounding[words[i+1].text] {
			continue
		}
		if list = append(list, i); len(list) == mostDenials {
			break
		}
	}
	return list
}
