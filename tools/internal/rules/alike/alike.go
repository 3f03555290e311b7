// Package alike compares the languages of one text. A reader of one language must not be
// told another period, day, number or address than a reader of the other, nor be led
// elsewhere or be shown less.
//
// Goals: what differs is told with both values and both places; what two languages only
// write in their own ways ("10 000" and "10,000", "30 dagar" and "thirty days", "artikel
// 6.1 f" and "Article 6(1)(f)") is the same. What is said once is compared with what is
// said once, whatever its order: only the words are translated, and they move.
package alike

import (
	"slices"
	"strings"

	"tillit/tools/internal/facts/prose"
)

// Kind is what differs between two languages.
type Kind int

// The kinds, each of which has a rule.
const (
	Number Kind = iota
	Day
	Period
	Address // of e-mail, or a telephone number
	Link
	Heading
	Shortcode
)

// Rule is the id of the rule by which a difference of a kind is a finding.
func (k Kind) Rule() string {
	switch k {
	case Number:
		return "number-differs"
	case Day:
		return "day-differs"
	case Period:
		return "period-differs"
	case Address:
		return "address-differs"
	case Link:
		return "link-differs"
	case Heading:
		return "heading-differs"
	}
	return "shortcode-differs"
}

// Place is where something is said: in which of some texts, and between which offsets.
type Place struct{ Text, From, To int }

// Mention is what one language says of what differs.
type Mention struct {
	Lang  string
	Words string // as they stand there; "" where it says nothing of the kind
	At    Place  // of the words, where they differ themselves
}

// Difference is something that two languages do not say alike. At least one of the two
// mentions has a place.
type Difference struct {
	Kind Kind
	Of   [2]Mention
	Sure bool // it can be nothing but a mistake

	moved bool // both are said, in other places
}

// most is how many differences of a kind are told of one text.
const most = 3

// Texts compares a text with that of another language.
func Texts(text, lang, other, otherLang string) []Difference {
	a, b := reading(lang, otherLang)
	p := pair{lang: [2]string{lang, otherLang}, loose: a == nil}
	p.said[0], p.said[1] = claimsOf(text, prose.Lowered(text), a), claimsOf(other, prose.Lowered(other), b)
	return p.differences()
}

// pair is what two languages say, side by side.
type pair struct {
	lang  [2]string
	said  [2][]claim
	loose bool // the words of a language are not known, so that numbers may be written as such

	// elsewhere tells whether the other language says what a side says, in another place.
	elsewhere func(side int, c claim) bool
	apart     bool // what is said side by side need not belong together
}

// differences are those of a pair, by kind.
func (p pair) differences() []Difference {
	if len(p.said[0]) == 0 && len(p.said[1]) == 0 {
		return nil
	}
	left := [2][]claim{p.left(0), p.left(1)}
	var all []Difference
	for kind := Number; kind <= Link; kind++ {
		a, b := only(left[0], kind), only(left[1], kind)
		if len(a) > 0 || len(b) > 0 {
			all = append(all, p.of(kind, a, b)...)
		}
	}
	return all
}

// of are the differences of a kind, given what of each side the other lacks.
func (p pair) of(kind Kind, a, b []claim) []Difference {
	var all []Difference
	both := min(len(a), len(b))
	for i := range both {
		d := p.differ(kind, a[i], b[i])
		if d.moved = p.found(0, a[i]) && p.found(1, b[i]); !p.apart || !d.moved {
			all = append(all, d)
		}
	}
	for side, rest := range [2][]claim{a[both:], b[both:]} {
		for _, c := range rest {
			if c.force == strong && !p.found(side, c) && (!p.loose || kind > Period) {
				all = append(all, p.alone(kind, side, c))
			}
		}
	}
	return all[:min(len(all), most)]
}

func (p pair) found(side int, c claim) bool { return p.elsewhere != nil && p.elsewhere(side, c) }

// differ tells of two values where one was to be. It is sure where both are of the kind
// that a law or a contract measures by, written in full, and the only one of it: two that
// add up ("a month, and two more") may be said as their sum.
func (p pair) differ(kind Kind, a, b claim) Difference {
	d := Difference{Kind: kind, Of: [2]Mention{p.mention(0, a), p.mention(1, b)}}
	switch kind {
	case Day:
		d.Sure = len(a.days) == 1 && len(b.days) == 1 && a.days[0].whole() && b.days[0].whole()
	case Period:
		d.Sure = a.unit == b.unit && a.force == strong && b.force == strong
	}
	single := len(only(p.said[0], kind)) == 1 && len(only(p.said[1], kind)) == 1
	d.Sure = d.Sure && single && !p.apart && !p.loose && !p.found(0, a) && !p.found(1, b)
	return d
}

// alone tells of a value that the other language lacks, beside what it has in its place.
func (p pair) alone(kind Kind, side int, c claim) Difference {
	d := Difference{Kind: kind}
	d.Of[side] = p.mention(side, c)
	other := Mention{Lang: p.lang[1-side]}
	mine, theirs := only(p.said[side], kind), only(p.said[1-side], kind)
	i := slices.IndexFunc(mine, func(o claim) bool { return o.Place == c.Place })
	if len(mine) == len(theirs) && !p.apart {
		other = p.mention(1-side, theirs[i])
	} else if len(theirs) > 0 {
		var words []string
		for _, t := range theirs[:min(len(theirs), most)] {
			words = append(words, t.words)
		}
		other.Words, other.At = strings.Join(words, ", "), theirs[0].Place
	}
	d.Of[1-side] = other
	return d
}

func (p pair) mention(side int, c claim) Mention { return Mention{p.lang[side], c.words, c.Place} }

// left is what a side says and the other does not, in any words.
func (p pair) left(side int) []claim {
	other := p.said[1-side]
	var all []claim
	for _, c := range p.said[side] {
		if c.force != ghost && !said(c, other) {
			all = append(all, c)
		}
	}
	return all
}

// said tells whether a claim is among those of another language.
func said(c claim, other []claim) bool {
	if slices.ContainsFunc(other, c.same) {
		return true
	}
	if c.kind != Number && c.kind != Day || len(c.parts) == 0 {
		return false
	}
	// Written in another way: the numbers that it is made of stand there.
	return !slices.ContainsFunc(c.parts, func(part string) bool {
		return !slices.ContainsFunc(other, func(o claim) bool { return (c.kind == Number || o.kind == Number) && slices.Contains(o.parts, part) })
	})
}

func only(claims []claim, kind Kind) []claim {
	var all []claim
	for _, c := range claims {
		if c.kind == kind && c.force != ghost {
			all = append(all, c)
		}
	}
	return all
}
