// Package frame finds sentences by what they say: who does what, to whom, when, in
// whatever order, as a table of frames has it. It knows no law and no privacy.
package frame

import (
	"fmt"
)

// Slot is a part that a sentence must have: one of the patterns (see Book). Name is for
// messages.
type Slot struct {
	Name     string
	Patterns []string
}

// Frame is a kind of sentence. It is found where each slot is filled by words of its own
// in one sentence. What leads up to a list, the head of a column, and a question that is
// answered with yes count as words of the sentence, but one slot at least is filled by
// the sentence itself.
type Frame struct {
	Slots   []Slot
	Heading []string // what the heading above must hold, where there are patterns
	Row     []string // what another cell of the row must
	Other   []string // what another sentence of the passage must

	Unless []string // what in the sentence, or its row, makes it right
	Beside []string // what in another sentence of the passage does
	Under  []string // what in the heading above does

	Denial   Denial
	Headings bool // headings are sentences, too
	Asked    bool // questions are, too
	Within   int  // how many words the slots span at most; 24 where it is 0
}

// Denial says what it means that the clause of the sentence is denied.
type Denial int

// Where the clause is denied the sentence is right, or it is found all the same, or only
// so is it found.
const (
	Right Denial = iota
	Also
	Only
)

// within is how many words a frame spans at most, where it does not say.
const within = 24

// Text is a passage in lower case, with what stands around it.
type Text struct {
	Text    string
	Bounds  []int // where its sentences end, in bytes
	Heading string
	Lead    string // what is said before the list that it is an item of
	Column  string // the head of the column that it is a cell of
	Row     string // the other cells of its row
	Titles  bool   // it is a heading itself
}

// Hit is a frame that was found, by its number in the book, and the words of it.
type Hit struct{ Frame, From, To int }

// role is what words that match a pattern are to a frame.
type role int

const (
	slot role = iota
	heading
	row
	other
	unless
	beside
	under
	roles
)

// part of a frame: a slot of it, or one of its excuses.
type piece struct {
	frame int
	role  role
	n     int // of the slot
}

// entry is a pattern of a piece.
type entry struct {
	piece int
	parts []part
}

// Book is a table of frames, ready to be used by many at a time.
//
// A pattern is words with marks: lämna* is what begins so, *partner what ends so, ut? may
// be missing, a|b is one of the two, _ is any word, … is up to six words, …3 up to three,
// <number> is one in digits or letters, <name> is one of a set.
type Book struct {
	frames []Frame
	pieces []piece
	first  []int // by frame, its first piece
	exact  map[string][]entry
	begins map[string][]entry
	ends   map[string][]entry
	holds  []entry // which begin with a word that holds something
	counts []entry // which begin with a number
	least  int     // the shortest beginning or end, in bytes
	known  vocabulary
	marks  spare
}

// New makes a book. sets are the patterns that go by a name.
func New(frames []Frame, sets map[string][]string) (*Book, error) {
	b := &Book{frames: frames, exact: map[string][]entry{}, begins: map[string][]entry{}, ends: map[string][]entry{}, least: 1 << 10}
	g := &grammar{sets: sets, read: map[string][][]part{}}
	for i, f := range frames {
		b.first = append(b.first, len(b.pieces))
		for n, s := range f.Slots {
			if err := b.add(g, piece{i, slot, n}, s.Patterns); err != nil {
				return nil, fmt.Errorf("%s: %w", s.Name, err)
			}
		}
		for _, x := range []struct {
			role     role
			patterns []string
		}{{heading, f.Heading}, {row, f.Row}, {other, f.Other}, {unless, f.Unless}, {beside, f.Beside}, {under, f.Under}} {
			if len(x.patterns) == 0 {
				continue
			}
			if err := b.add(g, piece{i, x.role, 0}, x.patterns); err != nil {
				return nil, err
			}
		}
	}
	return b, nil
}

func (b *Book) add(g *grammar, p piece, patterns []string) error {
	b.pieces = append(b.pieces, p)
	for _, text := range patterns {
		parts, err := g.pattern(text)
		if err != nil {
			return err
		}
		e := entry{len(b.pieces) - 1, parts}
		ok := firsts(parts, func(p *part) {
			switch {
			case p.number:
				b.counts = put(b.counts, e)
			case p.before && p.past:
				b.holds = put(b.holds, e)
			case p.before:
				b.ends[p.text] = put(b.ends[p.text], e)
				b.least = min(b.least, len(p.text))
			case p.past:
				b.begins[p.text] = put(b.begins[p.text], e)
				b.least = min(b.least, len(p.text))
			default:
				b.exact[p.text] = put(b.exact[p.text], e)
			}
		})
		if !ok {
			return fmt.Errorf("%q begins with a gap or with any word", text)
		}
	}
	return nil
}

// put adds a pattern to a list that may end with it: a choice has a word more than once.
func put(list []entry, e entry) []entry {
	if n := len(list); n > 0 && &list[n-1].parts[0] == &e.parts[0] {
		return list
	}
	return append(list, e)
}

// match is where a piece is said: from a word to the one after its last.
type match struct{ piece, from, to int }
