package frame

import (
	"fmt"
	"strings"
)

// reach is how many words a gap takes where nothing else is said.
const reach = 6

// part is a piece of a pattern: a word, a choice of patterns, or a gap.
type part struct {
	text         string // of a word, without its stars
	before, past bool   // letters may stand before it, or follow
	any          bool   // whichever word
	number       bool   // a number, in digits or in letters
	most         int    // of a gap: how many words
	choice       [][]part
	optional     bool
}

// grammar reads patterns. sets are the names that stand in <>.
type grammar struct {
	sets map[string][]string
	read map[string][][]part // those that have been read
	deep int
}

// pattern reads words with marks: lämna* is what begins so, *partner what ends so, ut? may
// be missing, a|b is one of the two, _ is any word, … is up to six words, …3 up to three,
// <number> is one in digits or letters, <object>
// is a link or a list that a shortcode lays, <name> is one of a set.
func (g *grammar) pattern(text string) ([]part, error) {
	var parts []part
	for field := range strings.FieldsSeq(text) {
		p, err := g.part(field)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", text, err)
		}
		parts = append(parts, p...)
	}
	if len(parts) == 0 {
		return nil, fmt.Errorf("a pattern without words")
	}
	return parts, nil
}

func (g *grammar) part(field string) ([]part, error) {
	optional := strings.HasSuffix(field, "?")
	field = strings.TrimSuffix(field, "?")
	switch {
	case strings.HasPrefix(field, "…"):
		p := part{most: reach}
		if n := strings.TrimPrefix(field, "…"); n != "" {
			if _, err := fmt.Sscan(n, &p.most); err != nil || p.most < 1 || p.most > 30 {
				return nil, fmt.Errorf("%s is no gap", field)
			}
		}
		return []part{p}, nil
	case field == "_":
		return []part{{any: true, optional: optional}}, nil
	case field == "<object>":
		return []part{{text: string(object), optional: optional}}, nil
	case field == "<number>":
		return []part{{number: true, optional: optional}}, nil
	case strings.HasPrefix(field, "<") && strings.HasSuffix(field, ">"):
		return g.named(strings.Trim(field, "<>"), optional)
	case strings.Contains(field, "|"):
		p := part{optional: optional}
		for alternative := range strings.SplitSeq(field, "|") {
			c, err := g.part(alternative)
			if err != nil {
				return nil, err
			}
			p.choice = append(p.choice, c)
		}
		return []part{p}, nil
	}
	before, past := strings.HasPrefix(field, "*"), strings.HasSuffix(field, "*")
	field = strings.Trim(field, "*")
	if strings.IndexFunc(field, func(r rune) bool { return !inWord(r) }) < 0 && field != "" {
		return []part{{text: field, before: before, past: past, optional: optional}}, nil
	}
	words, _ := split(field, nil)
	if len(words) == 0 {
		return nil, fmt.Errorf("%q holds no word", field)
	}
	var parts []part
	for i, w := range words { // eu/ees is two words
		parts = append(parts, part{text: w.text, before: before && i == 0, past: past && i == len(words)-1, optional: optional})
	}
	return parts, nil
}

// named is one of a set of patterns, which may name others.
func (g *grammar) named(name string, optional bool) ([]part, error) {
	list, known := g.sets[name]
	if !known {
		return nil, fmt.Errorf("there are no words by the name of %s", name)
	}
	if g.deep++; g.deep > 8 {
		return nil, fmt.Errorf("the words by the name of %s name themselves", name)
	}
	defer func() { g.deep-- }()
	choice, known := g.read[name]
	if !known {
		for _, text := range list {
			c, err := g.pattern(text)
			if err != nil {
				return nil, err
			}
			choice = append(choice, c)
		}
		g.read[name] = choice
	}
	return []part{{optional: optional, choice: choice}}, nil
}

// is tells whether a word is that of a part.
func (p *part) is(w string) bool {
	switch {
	case p.any:
		return true
	case p.number:
		return numeric(w)
	case p.before && p.past:
		return strings.Contains(w, p.text)
	case p.before:
		return strings.HasSuffix(w, p.text)
	case p.past:
		return strings.HasPrefix(w, p.text)
	}
	return w == p.text
}

func numeric(w string) bool {
	return w[0] >= '0' && w[0] <= '9' || numbers[w]
}

var numbers = set(`en ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton arton tjugo tjugofyra trettio trettiosex
	fyrtiofem sextio nittio hundra one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen eighteen
	twenty twenty-four thirty thirty-six forty-five sixty ninety hundred`)

// at returns where a pattern that begins at a word of a sentence ends: the word after its
// last, or -1.
func at(parts []part, words []word, i int) int {
	if len(parts) == 0 {
		return i
	}
	p := &parts[0]
	if p.optional {
		if end := at(parts[1:], words, i); end >= 0 && len(parts) > 1 {
			return end
		}
	}
	switch {
	case p.most > 0:
		for n := 0; n <= p.most; n++ {
			if end := at(parts[1:], words, i+n); end >= 0 {
				return end
			}
			if i+n >= len(words) {
				return -1
			}
		}
		return -1
	case p.choice != nil:
		for _, c := range p.choice {
			end := at(c, words, i)
			if end < 0 {
				continue
			}
			if last := at(parts[1:], words, end); last >= 0 {
				return last
			}
		}
	case i < len(words) && p.is(words[i].text):
		if end := at(parts[1:], words, i+1); end >= 0 {
			return end
		}
	}
	if p.optional && len(parts) == 1 {
		return i
	}
	return -1
}

// firsts calls f with each word that a pattern may begin with. ok is false where it may
// begin with any.
func firsts(parts []part, f func(p *part)) (ok bool) {
	for i := range parts {
		p := &parts[i]
		switch {
		case p.most > 0, p.any:
			return false
		case p.choice != nil:
			for _, c := range p.choice {
				if !firsts(c, f) {
					return false
				}
			}
		default:
			f(p)
		}
		if !p.optional {
			return true
		}
	}
	return false
}
