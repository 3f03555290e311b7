package frame

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// marks say which pieces the words of a sentence may begin, and which frames may be
// filled by them, so that the patterns of all others are not tried. What was marked for
// the sentence before has another number.
type marks struct {
	now    uint32
	pieces []uint32
	frames []uint32 // looked at
	live   []uint32 // may be filled
}

// spare are marks for whoever needs them next. They are made for one book.
type spare struct{ pool sync.Pool }

func (s *spare) get(b *Book) *marks {
	m, ok := s.pool.Get().(*marks)
	if !ok {
		m = &marks{pieces: make([]uint32, len(b.pieces)), frames: make([]uint32, len(b.frames)), live: make([]uint32, len(b.frames))}
	}
	if m.now++; m.now == 0 { // after four thousand million sentences
		*m = marks{now: 1, pieces: make([]uint32, len(b.pieces)), frames: make([]uint32, len(b.frames)), live: make([]uint32, len(b.frames))}
	}
	return m
}

// candidates are the patterns that each word of a sentence may begin.
func (b *Book) candidates(words []word) [][]entry {
	list := make([][]entry, len(words))
	for i, w := range words {
		if !w.quoted {
			list[i] = b.known.of(b, w.text)
		}
	}
	return list
}

// matches are all places in a sentence where a piece of a frame is said that the sentence
// may fill, in the order of the pieces.
func (b *Book) matches(words []word) []match {
	m := b.marks.get(b)
	defer b.marks.pool.Put(m)
	begun := b.candidates(words)
	for _, entries := range begun {
		for _, e := range entries {
			m.pieces[e.piece] = m.now
		}
	}
	var list []match
	for i, entries := range begun {
		for _, e := range entries {
			if p := b.pieces[e.piece]; p.role != slot && p.role != unless || !b.fillable(p.frame, m) {
				continue
			}
			if to := at(e.parts, words, i); to > i {
				list = append(list, match{e.piece, i, to})
			}
		}
	}
	slices.SortFunc(list, func(x, y match) int {
		return cmp.Or(cmp.Compare(x.piece, y.piece), cmp.Compare(x.from, y.from), cmp.Compare(y.to, x.to))
	})
	return list
}

// fillable tells whether each slot of a frame may be filled.
func (b *Book) fillable(n int, m *marks) bool {
	if m.frames[n] != m.now {
		m.frames[n] = m.now
		live := true
		for i := b.first[n]; i < len(b.pieces) && b.pieces[i].frame == n && live; i++ {
			live = b.pieces[i].role != slot || m.pieces[i] == m.now
		}
		if live {
			m.live[n] = m.now
		}
	}
	return m.live[n] == m.now
}

// said are the pieces with a role that a text around a sentence holds, of the frames that
// are wanted.
func (b *Book) said(words []word, is role, wanted map[int]bool, held map[int]bool) {
	for i, entries := range b.candidates(words) {
		for _, e := range entries {
			p := b.pieces[e.piece]
			if p.role == is && wanted[p.frame] && !held[e.piece] && at(e.parts, words, i) > i {
				held[e.piece] = true
			}
		}
	}
}

// possible tells whether the words of a passage, with those that lead up to it, may fill
// each slot of a frame. Most passages fill none, and are not looked at further.
func (b *Book) possible(t Text) bool {
	m := b.marks.get(b)
	defer b.marks.pool.Put(m)
	var begun []int
	for _, text := range []string{t.Text, t.Lead, t.Column, question(t.Heading)} {
		scan(text, func(from, to int) {
			for _, e := range b.known.of(b, text[from:to]) {
				if m.pieces[e.piece] == m.now {
					continue
				}
				m.pieces[e.piece] = m.now
				if p := b.pieces[e.piece]; p.role == slot && p.n == 0 {
					begun = append(begun, p.frame)
				}
			}
		}, nil)
	}
	return slices.ContainsFunc(begun, func(n int) bool { return b.fillable(n, m) })
}

// question is a heading that asks, and nothing of another.
func question(heading string) string {
	if strings.HasSuffix(heading, "?") {
		return heading
	}
	return ""
}
