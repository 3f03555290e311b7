package wording

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
)

// The bounds of easy reading. LIX is Björnsson's measure: the mean number of
// words in a sentence, plus the share of words of more than six letters in per
// cent. Above 55 it is the language of official documents at their heaviest.
const (
	mostLIX   = 55
	mostWords = 40  // in a sentence
	fewWords  = 100 // too few to measure LIX on
)

var denseText = LintRule{
	Rule: diag.Rule{ID: "dense-text", Severity: diag.Info, Law: "GDPR Art. 12(1)",
		Title: diag.Text{SV: "texten är tung", EN: "the text is heavy"}},
	Why:    diag.Text{SV: "information ska vara lättbegriplig", EN: "information must be easy to understand"},
	Better: diag.Text{SV: "dela de längsta meningarna och byt långa ord mot vanliga", EN: "split the longest sentences and use everyday words"},
}

var longSentence = LintRule{
	Rule: diag.Rule{ID: "long-sentence", Severity: diag.Info, Law: "GDPR Art. 12(1)",
		Title: diag.Text{SV: "en mening är lång", EN: "a sentence is long"}},
	Why:    diag.Text{SV: "information ska vara koncis och lättbegriplig", EN: "information must be concise and easy to understand"},
	Better: diag.Text{SV: "dela meningen, eller gör en lista av leden", EN: "split the sentence, or make a list of its parts"},
}

// sentences returns the sentences of a text, one after the other and without
// gaps. A full stop ends one when what follows begins as sentences do, and what
// stands before is no abbreviation.
func sentences(text string) iter.Seq[prose.Span] {
	return func(yield func(prose.Span) bool) {
		from := 0
		for i := 0; i < len(text); i++ {
			if c := text[i]; c != '.' && c != '!' && c != '?' {
				continue
			}
			end := i + 1
			for end < len(text) && strings.IndexByte(".!?)\"'", text[end]) >= 0 {
				end++
			}
			if end < len(text) && (text[end] != ' ' || !begins(text[end+1:]) || text[i] == '.' && abbreviated(text[from:i])) {
				continue
			}
			if !yield(prose.Span{From: from, To: end}) {
				return
			}
			from, i = end, end-1
		}
		if from < len(text) {
			yield(prose.Span{From: from, To: len(text)})
		}
	}
}

// begins tells whether a text begins as a sentence does.
func begins(s string) bool {
	const far = 16 // past quotation marks and brackets
	for _, r := range s[:min(len(s), far)] {
		switch {
		case unicode.IsUpper(r), unicode.IsDigit(r), r == prose.Object:
			return true
		case unicode.IsLetter(r):
			return false
		}
	}
	return true
}

// short are abbreviations that are seldom the last word of a sentence, without
// their last full stop.
const short = " t.ex bl.a m.fl s.k f.d d.v.s dvs p.g.a pga fr.o.m t.o.m kap nr art st ca jfr resp inkl exkl tel prop dir mom dnr ang avd" +
	" e.g i.e no nos cf vs mr ms mrs dr sec reg approx incl para paras "

// abbreviated tells whether a text ends with an abbreviation, or with a single
// letter or number such as stand before names and in lists.
func abbreviated(s string) bool {
	last := s[strings.LastIndexAny(s, " (\u00A0")+1:]
	if strings.Contains(short, " "+prose.Lowered(last)+" ") {
		return true
	}
	return utf8.RuneCountInString(last) == 1 && prose.EndsInLetter(last) && !unicode.IsDigit(rune(last[0]))
}

// tally is the measure of a document.
type tally struct {
	words     []int // of each passage
	all, long int   // words of running text, and those of more than six letters
	sentences int
	lengthy   []hit // sentences of more than mostWords words,
	lengths   []int // and how many they have
}

// measure counts the words of a document. Headings and cells of tables count as
// words, but not as sentences.
func measure(d *prose.Document) tally {
	c := tally{words: make([]int, len(d.Passages))}
	for i, p := range d.Passages {
		running := !p.Heading && !p.Cell
		for s := range sentences(p.Text) {
			words, long := wordsIn(p.Text[s.From:s.To])
			c.words[i] += words
			if !running || words == 0 {
				continue
			}
			c.all, c.long, c.sentences = c.all+words, c.long+long, c.sentences+1
			if words > mostWords {
				from := s.From + len(p.Text[s.From:s.To]) - len(strings.TrimLeft(p.Text[s.From:s.To], " "))
				c.lengthy, c.lengths = append(c.lengthy, hit{p, from, s.To}), append(c.lengths, words)
			}
		}
	}
	return c
}

// wordsIn counts the words of a text, and those of more than six letters. What
// is joined by a hyphen or a point within is one word.
func wordsIn(s string) (words, long int) {
	letters := 0
	for i := 0; i < len(s); {
		is, size := letterAt(s[i:])
		switch {
		case is:
			letters++
		case s[i] == ' ' || size > 1:
			if letters > 0 {
				words++
			}
			if letters > 6 {
				long++
			}
			letters = 0
		}
		i += size
	}
	if letters > 0 {
		words++
	}
	if letters > 6 {
		long++
	}
	return words, long
}

// letterAt tells whether a text begins with a letter or digit, and how many bytes
// the character has.
func letterAt(s string) (is bool, size int) {
	c := s[0]
	if c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9', 1
	}
	r, size := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r), size
}

func firstLetter(s string) bool {
	if s == "" {
		return false
	}
	is, _ := letterAt(s)
	return is
}

// lix is Björnsson's measure in whole units.
func (c tally) lix() int {
	if c.all == 0 {
		return 0
	}
	return int(float64(c.all)/float64(c.sentences) + 100*float64(c.long)/float64(c.all) + 0.5)
}

// readable gives advice on a document that is hard to read.
func (r *reading) readable(d *prose.Document, c tally) diag.List {
	var list diag.List
	if lix := c.lix(); lix > mostLIX && c.all >= fewWords && d.Record == nil && strings.HasPrefix(d.Lang, "sv") {
		list = append(list, denseText.At(begin(d),
			diag.Say("%s har läsbarhetsindex (LIX) %d, mer än %d: %s", "%s has the readability index (LIX) %d, above %d: %s", r.called(d), lix, mostLIX, denseText.Why),
			denseText.Better))
	}
	if len(c.lengthy) == 0 {
		return list
	}
	most := 0
	for i, n := range c.lengths {
		if n > c.lengths[most] {
			most = i
		}
	}
	longest := c.lengthy[most]
	found := longSentence.At(longest.p.Pos(longest.from, longest.to),
		diag.Say("%s har en mening på %d ord, fler än %d: %s", "%s has a sentence of %d words, more than %d: %s", r.called(d), c.lengths[most], mostWords, longSentence.Why),
		longSentence.Better)
	for i, h := range c.lengthy {
		if i != most && len(found.Related) < 10 {
			found.Related = append(found.Related, diag.Related{
				Pos:     h.p.Pos(h.from, h.to),
				Message: diag.Say("%d ord", "%d words", c.lengths[i]),
			})
		}
	}
	return append(list, found)
}

// begin is where the text of a document begins.
func begin(d *prose.Document) diag.Pos {
	for _, p := range d.Passages {
		if !p.Heading && p.File == nil {
			return p.Pos(0, len(p.Text))
		}
	}
	return diag.Pos{File: d.Name}
}
