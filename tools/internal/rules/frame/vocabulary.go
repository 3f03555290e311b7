package frame

import "sync"

// vocabulary remembers which patterns may begin with a word: a text says the same few
// thousand words again and again.
type vocabulary struct {
	mu    sync.RWMutex
	words map[string][]entry
}

// most is how many words are remembered: what an enemy makes up is not.
const most = 50_000

func (v *vocabulary) of(b *Book, w string) []entry {
	v.mu.RLock()
	found, known := v.words[w]
	v.mu.RUnlock()
	if known {
		return found
	}
	found = b.beginning(w)
	v.mu.Lock()
	if v.words == nil {
		v.words = map[string][]entry{}
	}
	if len(v.words) < most {
		v.words[w] = found
	}
	v.mu.Unlock()
	return found
}

// beginning are the patterns that may begin with a word.
func (b *Book) beginning(w string) []entry {
	list := append([]entry(nil), b.exact[w]...)
	for n := b.least; n <= len(w); n++ {
		list = append(list, b.begins[w[:n]]...)
		list = append(list, b.ends[w[len(w)-n:]]...)
	}
	if numeric(w) {
		list = append(list, b.counts...)
	}
	for _, e := range b.holds {
		ok := false
		firsts(e.parts, func(p *part) { ok = ok || p.before && p.past && p.is(w) })
		if ok {
			list = append(list, e)
		}
	}
	return list
}
