// Package finish finds what tells that a text is not finished, or that its signs came
// from another program: places that nobody has filled in, marks of templates and of
// Markdown where a reader meets them as they stand, letters that were decoded twice,
// entities of HTML, words of two alphabets.
//
// Goals: one list for the fields of records, the words of the interface and prose; an
// error where it is certain, a warning where the writer may have meant it.
package finish

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/slip"
)

// Sign is one such thing in a text.
type Sign struct {
	From, To int    // where it stands in the text
	Rule     string // by which it is told
	Guess    bool   // the writer may have meant it
	Mended   string // the text, or of a page what stands from From to To, where only one thing can be meant
	Message  diag.Text
	Hint     diag.Text
}

// Kind is where a text stands, on which depends what its marks mean.
type Kind int

// The kinds of texts.
const (
	Line    Kind = iota // a field of one line, such as a name
	Text                // a field of text in a language
	Word                // a word of the interface, in which templates are filled
	Passage             // what a reader meets of a paragraph of prose
)

// Signs are what is found in a text, by their place, one for each rule.
func Signs(text string, kind Kind) []Sign {
	var found []Sign
	plain, foreign := looks(text)
	noted := worded(text)
	if plain && !foreign && len(text) > most && !noted {
		return nil
	}
	masked := text
	if strings.Contains(text, "://") {
		masked = address.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat("u", len(s)) })
	}
	if slip.Marked(text) {
		if _, conflicts := slip.Settle(text, false); conflicts != nil {
			at := strings.Index(text, conflicts[0].Mark)
			found = append(found, Sign{From: at, To: at + len(conflicts[0].Mark), Rule: "merge-conflict", Message: conflicts[0].Message(), Hint: conflicts[0].Hint()})
		}
	}
	found = append(found, fillers(masked, kind, noted)...)
	if !plain {
		found = append(found, entities(masked, kind)...)
		found = append(found, places(masked, kind)...)
		if kind != Passage {
			found = append(found, markdown(text, kind)...)
		}
	}
	if foreign {
		found = append(found, decodedTwice(text)...)
		found = append(found, mixed(text)...)
	}
	if !plain {
		found = append(found, escapes(masked)...)
	}
	slices.SortStableFunc(found, func(a, b Sign) int {
		return cmp.Or(compareBool(a.Guess, b.Guess), cmp.Compare(a.From, b.From))
	})
	said := map[string]bool{}
	found = slices.DeleteFunc(found, func(s Sign) bool {
		again := said[s.Rule]
		said[s.Rule] = true
		return again
	})
	slices.SortStableFunc(found, func(a, b Sign) int { return cmp.Compare(a.From, b.From) })
	return found
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// marks are the signs of ASCII by which more than words may be meant.
const marks = "[{$%&*_#`~<>@=\\"

// looks tells whether a text has none of those signs, and whether it has any beyond ASCII.
func looks(text string) (plain, foreign bool) {
	plain = !strings.ContainsAny(text, marks) && !strings.Contains(text, "......") && !strings.Contains(text, "……")
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return plain, true
		}
	}
	return plain, false
}
