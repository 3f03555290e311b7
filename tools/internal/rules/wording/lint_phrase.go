package wording

import (
	"iter"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Pattern is a mistake and how it is found.
type Pattern struct {
	LintRule

	// What is looked for: one turn of phrase, and others that are told alike.
	words, holds       []string
	any, sv, en        string
	near, also, unless string
	denied             bool
	turns              []turn
	where              func(*prose.Passage) bool
	spare              func(*reading, hit) bool              // tells of a hit that is right
	shared             bool                                  // the rule judges facts as well, and is listed there
	facts              bool                                  // spare asks the facts, and so is asked of frames as well
	find               func(*reading, *prose.Document) []hit // in place of a pattern

	// A lint of manner counts hits: what is fine once is a fog when it is said in
	// every sentence. Its hits in all records of a language are counted together.
	manner func(r *reading, hits []hit, words int) bool
}

// turn is a turn of phrase in which a mistake is made.
type turn struct {
	// words are what the phrases begin with, in lower case and at least three bytes
	// long. Only where one of them begins a word is the pattern tried, and only in a
	// passage that holds one of holds, where there are any.
	words, holds []string
	any, sv, en  string // what is looked for, in text in lower case: in every language, or in one
	near         string // what the sentence, or what leads up to it, must hold besides
	also         string // and what the sentence itself must
	unless       string // what makes the sentence right
	denied       bool   // a denial says the opposite, and is right

	patterns                          map[string]*screened // by language: sv, en, another, or empty for unknown
	nearMatch, alsoMatch, unlessMatch *screened
}

// hit is a phrase that was found.
type hit struct {
	p        *prose.Passage
	from, to int
}

func (h hit) phrase() string { return h.p.Text[h.from:h.to] }

// sentence is the sentence that a hit stands in, in lower case.
func (h hit) sentence() string {
	h.split()
	i := sort.Search(len(h.p.Spans), func(i int) bool { return h.p.Spans[i].To > h.from })
	from, to := h.p.Spans[i].From, h.p.Spans[i].To
	for i++; i < len(h.p.Spans) && to < h.to; i++ {
		to = h.p.Spans[i].To
	}
	return h.p.Lower[max(from, h.from-prose.MaxReach):min(max(to, h.to), h.to+prose.MaxReach)]
}

// split finds the sentences of the passage.
func (h hit) split() {
	if h.p.Spans == nil {
		h.p.Spans = slices.Collect(sentences(h.p.Text))
	}
}

// context is the sentence with what leads up to it: the heading, and the words
// before a list.
func (h hit) context() string {
	return h.sentence() + "\n" + h.p.Section + "\n" + h.p.Lead + subject(h.p)
}

// subject is what a record of a right is about, which its texts need not say.
func subject(p *prose.Passage) string {
	if p.Doc.Record == nil {
		return ""
	}
	v, ok := p.Doc.Record.Value.(*record.Right)
	if !ok {
		return ""
	}
	return "\n" + prose.Lowered(value.ChoiceName("right", v.Right, "sv")+"\n"+value.ChoiceName("right", v.Right, "en"))
}

// clause is the part of the sentence between the commas around a hit.
func (h hit) clause() string {
	before := h.p.Lower[max(0, h.from-prose.MaxReach):h.from]
	if i := max(strings.LastIndexAny(before, ",;:()?!"), strings.LastIndex(before, ". ")); i >= 0 {
		before = before[i+1:]
	}
	after := h.p.Lower[h.to:min(len(h.p.Lower), h.to+prose.MaxReach)]
	if i := strings.IndexAny(after, ",;:()?!"); i >= 0 {
		after = after[:i]
	}
	after, _, _ = strings.Cut(after, ". ")
	return before + h.p.Lower[h.from:h.to] + after
}

var (
	// bounds are denials that bound something, and so do not deny it.
	bounds = regexp.MustCompile(`inte (?:längre|oftare|mer|fler|bara|endast|enbart)|(?:not|no) (?:longer|more|later|only|just|less)` +
		`|(?:inte|aldrig|inga|ingen|ej) [^.,;]{0,60}?(?:längre|oftare|mer|fler|flera) än|(?:not|never|cannot|\p{L}+n't) [^.,;]{0,60}?(?:longer|more|later)(?: often| frequently)? than`)
	denial = regexp.MustCompile(`(?:^|[^\p{L}])(?:inte|ej|aldrig|inga|ingen|inget|varken|slipper|utan att|not|never|no|none|neither|nor|without|cannot|\p{L}+n't)(?:[^\p{L}]|$)`)
)

// denies tells whether a clause says that something is not so.
func denies(clause string) bool {
	return denial.MatchString(bounds.ReplaceAllString(clause, ""))
}

// compile makes a lint ready to be used.
func (l *Pattern) compile() {
	if l.find != nil {
		return
	}
	own := turn{words: l.words, holds: l.holds, any: l.any, sv: l.sv, en: l.en, near: l.near, also: l.also, unless: l.unless, denied: l.denied}
	l.turns = append([]turn{own}, l.turns...)
	for i := range l.turns {
		l.turns[i].compile()
	}
}

// compile lets each pattern be compiled when it is first tried, since a text is
// seldom in every language and makes few of the mistakes.
func (t *turn) compile() {
	t.patterns = map[string]*screened{
		"sv": screen(whole, t.any, t.sv), "en": screen(whole, t.any, t.en), other: screen(whole, t.any), "": screen(whole, t.any, t.sv, t.en),
	}
	t.nearMatch, t.alsoMatch, t.unlessMatch = screen("…", t.near), screen("…", t.also), screen("…", t.unless)
}

// other stands for every language that the lints do not know.
const other = "other"

// base is the language whose patterns are tried on a text. In a language that the
// lints do not know, only what is said in every language is looked for.
func base(lang string) string {
	b, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if b != "sv" && b != "en" && b != "" {
		b = other
	}
	return b
}

// The bounds of one passage keep a text that was made to be slow from being so:
// how many bytes a phrase takes, how often it is tried, and how often it counts.
const (
	longest   = 400
	mostTries = 1000
	mostHits  = 100
	mostLints = 64 // a test counts them
)

// at returns the phrase that begins at an offset of a passage, in a language.
func (t *turn) at(p *prose.Passage, lang string, offset int) (hit, bool) {
	pattern := t.patterns[lang]
	if pattern == nil {
		return hit{}, false
	}
	m := pattern.find(p.Lower[offset:min(len(p.Lower), offset+longest)])
	if m == nil {
		return hit{}, false
	}
	h := hit{p, offset, offset + m[3]}
	return h, h.whole()
}

// held tells whether a passage holds what the turn cannot be said without.
func (t *turn) held(p *prose.Passage) bool {
	if len(t.holds) == 0 {
		return true
	}
	for _, s := range t.holds {
		if strings.Contains(p.Lower, s) || strings.Contains(p.Section, s) {
			return true
		}
	}
	return false
}

// phrases adds what the lints find in a passage to what they have found.
func (r *reading) phrases(p *prose.Passage, hits map[int][]hit) {
	var tries, counted [mostLints]int
	var lacks, holds [mostLints]uint64 // by turn, once it is known
	lang := base(p.Lang)
	for s, offset := range r.start.in(p.Lower) {
		i, bit := s.lint, uint64(1)<<s.turn
		l := &r.lints[i]
		if lacks[i]&bit != 0 {
			continue
		}
		t := &l.turns[s.turn]
		if holds[i]&bit == 0 {
			if !t.held(p) || l.where != nil && !l.where(p) {
				lacks[i] |= bit
				continue
			}
			holds[i] |= bit
		}
		if tries[i]++; tries[i] > mostTries || counted[i] == mostHits {
			continue
		}
		if n := len(hits[i]); n > 0 && hits[i][n-1].p == p && hits[i][n-1].to > offset {
			continue // within the one before
		}
		if h, ok := t.at(p, lang, offset); ok && !t.spares(h) && (l.spare == nil || !l.spare(r, h)) {
			hits[i] = append(hits[i], h)
			counted[i]++
		}
	}
}

// whole tells whether a hit begins where a word begins and ends where one ends.
func (h hit) whole() bool {
	s := h.p.Lower
	return h.from < h.to &&
		!(prose.EndsInLetter(s[:h.from]) && firstLetter(s[h.from:])) && !(prose.EndsInLetter(s[:h.to]) && firstLetter(s[h.to:]))
}

// spares tells whether a phrase is right where it stands.
func (t *turn) spares(h hit) bool {
	if t.nearMatch != nil && !t.nearMatch.matches(h.context()) {
		return true
	}
	if t.alsoMatch != nil || t.unlessMatch != nil {
		s := h.sentence()
		if t.alsoMatch != nil && !t.alsoMatch.matches(s) || t.unlessMatch != nil && t.unlessMatch.matches(s) {
			return true
		}
	}
	return t.denied && denies(h.clause())
}

// triggers are the words that phrases begin with, by their first three bytes.
type triggers map[[3]byte][]trigger

type trigger struct {
	word string
	start
}

// start is a turn of a lint, where a phrase of it may begin.
type start struct{ lint, turn int }

// in returns the turns that may find a phrase in a text in lower case, with the
// offset where it would begin. One walk over the words does for all of them,
// which is why a thousand records cost little more than reading them.
func (t triggers) in(lower string) iter.Seq2[start, int] {
	return func(yield func(s start, offset int) bool) {
		inside := false
		for i := 0; i+3 <= len(lower); {
			is, size := letterAt(lower[i:])
			if is && !inside {
				for _, w := range t[[3]byte{lower[i], lower[i+1], lower[i+2]}] {
					if strings.HasPrefix(lower[i:], w.word) && !yield(w.start, i) {
						return
					}
				}
			}
			inside = is
			i += size
		}
	}
}

// Patterns are compiled when they are first wanted, because most commands are not
// about text. They are never changed.
var Patterns = sync.OnceValue(func() []Pattern {
	list := slices.Concat(contractLints, policyLints, sharingLints, []Pattern{placeLint()}, promiseLints, rightLints, mannerLints, claimLints, filed())
	for i := range list {
		list[i].compile()
	}
	return list
})

var starts = sync.OnceValue(func() triggers {
	t := triggers{}
	for i, l := range Patterns() {
		for j, turn := range l.turns {
			for _, w := range turn.words {
				key := [3]byte([]byte(w))
				t[key] = append(t[key], trigger{w, start{i, j}})
			}
		}
	}
	return t
})

// numbers are the places of the lints in Patterns, by id.
var numbers = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for i, l := range Patterns() {
		m[l.ID] = i
	}
	return m
})
