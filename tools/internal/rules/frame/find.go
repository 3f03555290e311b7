package frame

import (
	"slices"
	"strings"
)

// The bounds of one sentence keep a text that was made to be slow from being so: how many
// places of a slot are tried, how often a frame of one slot counts, and how many denials.
const (
	mostTries   = 12
	mostHits    = 50
	mostDenials = 50
)

// sentence is one sentence of a passage with the words that lead up to it.
type sentence struct {
	words   []word
	own     int   // the first word of its own
	denials []int // the words that deny
	asks    bool
	matches []match
}

// Find returns what a text says that a frame of the book is about, in its order.
func (b *Book) Find(t Text) []Hit {
	if !b.possible(t) {
		return nil
	}
	sentences := b.sentences(t)
	wanted := b.filled(sentences)
	if len(wanted) == 0 {
		return nil
	}
	around := b.around(t, wanted)
	holds := make([]map[int]bool, len(sentences)) // what each sentence holds for the others
	for i, s := range sentences {
		holds[i] = map[int]bool{}
		for _, is := range []role{other, beside} {
			b.said(s.words[s.own:], is, wanted, holds[i])
		}
	}
	var hits []Hit
	for i, s := range sentences {
		for from := 0; from < len(s.matches); {
			f := b.pieces[s.matches[from].piece].frame
			to := from
			for to < len(s.matches) && b.pieces[s.matches[to].piece].frame == f {
				to++
			}
			if !wanted[f] {
				from = to
				continue
			}
			for _, found := range b.apart(f, s.matches[from:to]) {
				if h, ok := b.frame(f, s, found, t, around, holds, i); ok {
					hits = append(hits, h)
				}
			}
			from = to
		}
	}
	return hits
}

// apart are the matches of a frame in the groups that are found each for itself: a frame
// of a single slot is found as often as it is said.
func (b *Book) apart(n int, found []match) [][]match {
	if len(b.frames[n].Slots) != 1 {
		return [][]match{found}
	}
	var groups [][]match
	var excuses []match
	last := 0
	for _, m := range found {
		switch {
		case b.pieces[m.piece].role != slot:
			excuses = append(excuses, m)
		case m.from >= last && len(groups) < mostHits:
			groups, last = append(groups, []match{m}), m.to
		}
	}
	for i := range groups {
		groups[i] = append(groups[i], excuses...)
	}
	return groups
}

// sentences takes a passage apart.
func (b *Book) sentences(t Text) []sentence {
	words, asks := split(t.Text, t.Bounds)
	lead := lead(t, words)
	var list []sentence
	for from := 0; from < len(words); {
		to := from
		for to < len(words) && words[to].sentence == words[from].sentence {
			to++
		}
		s := sentence{words: words[from:to], asks: asks[words[from].sentence]}
		if from == 0 && len(lead) > 0 {
			s.words, s.own = slices.Concat(lead, s.words), len(lead)
		}
		s.matches, s.denials = b.matches(s.words), denialsIn(s.words)
		list = append(list, s)
		from = to
	}
	return list
}

// answers tells whether a text that begins with a word takes over what a question above
// it says: yes, or what is asked for by how, why and who.
func answers(question, first string) bool {
	word, _, _ := strings.Cut(question, " ")
	return affirms[first] || asks[word]
}

var asks = set("hur vad vem vilka vilken vilket varför när var how what who whom which why when where")

// affirms are words by which an answer takes over what was asked.
var affirms = set("ja jo javisst självklart yes")

// lead are the words that stand before a passage and are part of its first sentence.
func lead(t Text, own []word) []word {
	text := t.Lead
	switch {
	case t.Column != "":
		text = t.Column
	case text == "" && strings.HasSuffix(t.Heading, "?") && len(own) > 0 && answers(t.Heading, own[0].text):
		text = t.Heading
	}
	if text == "" {
		return nil
	}
	words, _ := split(text, nil)
	for i := range words {
		words[i].clause -= len(words) + 1 // apart from those of the passage, which begin at 0
	}
	return words
}

// filled are the frames that have each slot filled in a sentence.
func (b *Book) filled(sentences []sentence) map[int]bool {
	var wanted map[int]bool
	for _, s := range sentences {
		for from := 0; from < len(s.matches); {
			f := b.pieces[s.matches[from].piece].frame
			to, slots, last := from, 0, -1
			for ; to < len(s.matches) && b.pieces[s.matches[to].piece].frame == f; to++ {
				if p := s.matches[to].piece; p != last && b.pieces[p].role == slot {
					slots, last = slots+1, p
				}
			}
			if slots == len(b.frames[f].Slots) {
				if wanted == nil {
					wanted = map[int]bool{}
				}
				wanted[f] = true
			}
			from = to
		}
	}
	return wanted
}

// around is what the heading and the other cells of a row hold of the frames wanted.
func (b *Book) around(t Text, wanted map[int]bool) map[int]bool {
	held := map[int]bool{}
	for _, x := range []struct {
		role role
		text string
	}{{heading, t.Heading}, {under, t.Heading}, {row, t.Row}, {unless, t.Row}} {
		role, text := x.role, x.text
		if text == "" {
			continue
		}
		words, _ := split(text, nil)
		b.said(words, role, wanted, held)
	}
	return held
}

// frame tells whether a sentence fills a frame. found are the matches of its pieces.
func (b *Book) frame(n int, s sentence, found []match, t Text, around map[int]bool, all []map[int]bool, at int) (Hit, bool) {
	f := &b.frames[n]
	if t.Titles && !f.Headings || s.asks && !f.Asked || at == len(all)-1 && strings.HasSuffix(t.Text, ":") {
		return Hit{}, false
	}
	slots := make([][]match, len(f.Slots))
	for _, m := range found {
		switch p := b.pieces[m.piece]; p.role {
		case slot:
			if len(slots[p.n]) < mostTries {
				slots[p.n] = append(slots[p.n], m)
			}
		case unless:
			return Hit{}, false
		}
	}
	for _, filled := range slots {
		if len(filled) == 0 {
			return Hit{}, false
		}
	}
	if !b.stands(n, around, all, at) {
		return Hit{}, false
	}
	var chosen []match
	if !f.choose(s, slots, &chosen) {
		return Hit{}, false
	}
	h := Hit{n, len(t.Text), 0}
	for _, m := range chosen {
		if m.from >= s.own {
			h.From = min(h.From, s.words[m.from].from)
		}
		if m.to > s.own {
			h.To = max(h.To, s.words[m.to-1].to)
		}
	}
	if h.From > h.To { // a pattern begins in what leads up to the sentence
		h.From = s.words[s.own].from
	}
	return h, true
}

// stands tells whether what a frame asks of the words around a sentence is there, and
// nothing that makes it right.
func (b *Book) stands(n int, around map[int]bool, all []map[int]bool, at int) bool {
	held := [roles]bool{}
	for i := b.first[n]; i < len(b.pieces) && b.pieces[i].frame == n; i++ {
		if p := b.pieces[i]; around[i] {
			held[p.role] = true
		}
	}
	for i, others := range all {
		for piece := range others {
			if p := b.pieces[piece]; p.frame == n && i != at {
				held[p.role] = true
			}
		}
	}
	f := &b.frames[n]
	if held[unless] || held[beside] || held[under] {
		return false
	}
	return (len(f.Heading) == 0 || held[heading]) && (len(f.Row) == 0 || held[row]) && (len(f.Other) == 0 || held[other])
}

// choose picks a match for each slot, so that no two share a word, one at least is of the
// sentence itself, and the clause is denied as the frame has it.
func (f *Frame) choose(s sentence, slots [][]match, chosen *[]match) bool {
	if n := len(*chosen); n < len(slots) {
		for _, m := range slots[n] {
			if slices.ContainsFunc(*chosen, func(c match) bool { return m.from < c.to && c.from < m.to }) {
				continue
			}
			*chosen = append(*chosen, m)
			if f.choose(s, slots, chosen) {
				return true
			}
			*chosen = (*chosen)[:n]
		}
		return false
	}
	from, to := len(s.words), 0
	said := map[int]bool{}
	for _, m := range *chosen {
		from, to = min(from, m.from), max(to, m.to)
		for i := m.from; i < m.to; i++ {
			said[s.words[i].clause] = true
		}
	}
	most := f.Within
	if most == 0 {
		most = within
	}
	if to <= s.own || to-max(from, s.own) > most {
		return false
	}
	no := slices.ContainsFunc(s.denials, func(i int) bool {
		return said[s.words[i].clause] && !slices.ContainsFunc(*chosen, func(m match) bool { return i == m.from || i == m.to-1 })
	})
	return f.Denial == Also || no == (f.Denial == Only)
}
