package diag

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

const (
	// maxMarks is how many marks may stand on one letter as themselves. No
	// living language needs more; a pile of them would climb over other lines.
	maxMarks = 3

	// maxText is how many code points of one message, hint or file name are
	// shown. The text may quote a value that is as long as its file.
	maxText = 1000
)

// glyph is one code point as it is shown.
type glyph struct {
	text  string
	cells int // columns of a terminal
}

// glyphs returns what to show for each code point. What a reader could not see,
// or what would act on the terminal or turn the direction of the text, is spelt
// out as <U+202E>, so that it can neither hide nor move anything. Tabs reach to
// the next stop, counted from the first code point.
func glyphs(text []rune) []glyph {
	shown := make([]glyph, len(text))
	column, marks := 0, 0
	for i, r := range text {
		g := glyph{string(r), cells(r)}
		if skinTone(r) && i > 0 && unicode.Is(unicode.So, text[i-1]) {
			g.cells = 0
		}
		if g.cells == 0 {
			marks++
		} else {
			marks = 0
		}
		switch {
		case r == '\t':
			g.cells = tabStop - column%tabStop
			g.text = strings.Repeat(" ", g.cells)
		case !harmless(r) || marks > maxMarks:
			g = spelt(r)
		}
		column += g.cells
		shown[i] = g
	}
	return shown
}

// spelt shows a code point by its number.
func spelt(r rune) glyph {
	text := fmt.Sprintf("<U+%04X>", r)
	return glyph{text, len(text)}
}

// harmless tells whether a code point leaves a mark that a reader sees, and no
// other. The only space among them is the common one: others look like it, and
// are mistaken for it.
func harmless(r rune) bool {
	return unicode.IsPrint(r) && (!Unseen(r) || r == unicode.ReplacementChar)
}

// cells returns how many columns a terminal gives to a printed code point.
func cells(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me), joiningJamo(r):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// joiningJamo tells whether a Hangul vowel or final consonant joins the letter
// before it. Names of files come so from macOS.
func joiningJamo(r rune) bool {
	return 0x1160 <= r && r <= 0x11FF || 0xD7B0 <= r && r <= 0xD7FB
}

// skinTone tells whether an emoji modifier colours the emoji before it.
func skinTone(r rune) bool { return 0x1F3FB <= r && r <= 0x1F3FF }

// visible returns the text as glyphs shows it, cut after maxText code points.
// The characters of keep pass as they are; a tab is spelt out, for a message
// has no columns.
func visible(s, keep string) string {
	if plain(s) {
		return s
	}
	text := []rune(s)
	cut := len(text) > maxText
	if cut {
		text = text[:maxText]
	}
	var b strings.Builder
	for i, g := range glyphs(text) {
		switch r := text[i]; {
		case strings.ContainsRune(keep, r):
			b.WriteRune(r)
		case r == '\t':
			b.WriteString(spelt(r).text)
		default:
			b.WriteString(g.text)
		}
	}
	if cut {
		b.WriteString("…")
	}
	return b.String()
}

// plain tells whether a text is short and of printable ASCII, as most are.
func plain(s string) bool {
	if len(s) > maxText {
		return false
	}
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
