package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unseen tells whether a character has no business in a text that people read: it
// cannot be seen, or means nothing that two programs agree on. It goes by the properties
// of Unicode: controls, formats, private and unassigned characters, those that programs
// ignore where they do not know them, letters and symbols that are blank, and spaces other
// than the common one and the one that does not break. Hidden knows the exceptions.
func Unseen(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\t' && r != '\n' && r != '\r'
	case r < 0x7F, r == '\u00A0', r >= 0xA1 && r <= 0xFF && r != '\u00AD':
		return false
	case r < 0x250:
		return r <= 0xFF
	case !unicode.IsGraphic(r), unicode.Is(unicode.Zs, r), r == utf8.RuneError:
		return true
	}
	return unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) || blank(r)
}

// blank tells whether a letter or symbol by name leaves no mark, or stands for something
// that is not there.
func blank(r rune) bool {
	return r == '\u2800' || r == '\U0001D159' || r == '\uFFFC' || r == '\U00013441' || r == '\U00013442'
}

// Hidden tells whether the character at an offset of a text is unseen without need.
// Writing systems and emoji that need such characters have them: joiners within words of
// Arabic or Indic letters, marks of direction in a text with letters that run from right
// to left, the wide space among Han letters. A soft hyphen is none of them, because a browser
// breaks words by itself, and a word that holds one is found by no search.
func Hidden(text string, at int) bool {
	r, size := utf8.DecodeRuneInString(text[at:])
	return Unseen(r) && !needed(r, text[:at], text[at+size:])
}

func needed(r rune, before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	switch r {
	case '\u200C', '\u200D':
		if r == '\u200D' && (pictured(last) || last == '\uFE0F' || skinTone(last)) && unicode.Is(unicode.So, next) {
			return true
		}
		return (unicode.In(last, joining...) || unicode.Is(unicode.Mn, last)) && unicode.In(next, joining...)
	case '\uFE0E', '\uFE0F':
		return pictured(last) || strings.HasPrefix(after, "\u20E3") && strings.ContainsRune("#*0123456789", last)
	case '\u200B':
		return unicode.In(last, unspaced...) && unicode.In(next, unspaced...)
	case '\u061C', '\u200E', '\u200F':
		return strings.ContainsFunc(before, rightToLeft) || strings.ContainsFunc(after, rightToLeft)
	case '\u3000':
		return wide(last) || wide(next)
	case '\u180B', '\u180C', '\u180D', '\u180E', '\u180F', '\u202F':
		return unicode.Is(unicode.Mongolian, last)
	}
	return false
}

// joining are the scripts in which a joiner within a word decides how letters look.
var joining = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi,
	unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala,
	unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}

// unspaced are the scripts that write words without spaces, and tell by a mark of no width
// where a line may break.
var unspaced = []*unicode.RangeTable{unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Mn}

func rightToLeft(r rune) bool {
	return r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}

func wide(r rune) bool {
	return r >= 0x3001 && r <= 0x303F || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// pictured tells whether a symbol may be drawn as a picture.
func pictured(r rune) bool {
	return unicode.In(r, unicode.So, unicode.Sm) && r != utf8.RuneError || r == '‼' || r == '⁉' || r == '〰' || r == '〽'
}

// FirstHidden is the offset of the first character that is hidden, or -1.
func FirstHidden(text string) int {
	for i, r := range text {
		if Unseen(r) && Hidden(text, i) {
			return i
		}
	}
	return -1
}

// Shown is what a hidden character leaves to a reader: nothing where it is a mark that only
// programs see, a space where it is one of another width. It is not sure of those that
// may stand for something: a line break, a letter that another program knew, a change of
// direction.
func Shown(r rune) (now string, sure bool) {
	switch {
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r >= 0xE0000 && r <= 0xE007F, r == utf8.RuneError:
		return "", false
	case r == '\u2007' || r == '\u202F':
		return "\u00A0", true
	case unicode.Is(unicode.Zs, r):
		return " ", true
	}
	return "", unicode.In(r, unicode.Cf, unicode.Variation_Selector)
}

// SayHidden says which character stands there, and what to do about it.
func SayHidden(r rune) (message, hint Text) {
	hint = Say("ta bort tecknet; skriv om raden om det inte syns", "remove the character; type the line anew if it cannot be seen")
	switch {
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		message = Say("det osynliga tecknet %U vänder textens riktning, så att en läsare ser en annan text än den som är sparad",
			"the invisible character %U turns the direction of the text, so that a reader sees another text than the one stored", r)
	case unicode.IsControl(r), unicode.In(r, unicode.Zl, unicode.Zp), r == 0xFEFF:
		message = Say("här står det osynliga styrtecknet %U", "here stands the invisible control character %U", r)
	case unicode.Is(unicode.Zs, r):
		message = Say("här står det ovanliga blanksteget %U", "here stands the unusual space %U", r)
		hint = Say("skriv ett vanligt blanksteg, eller ett fast (U+00A0)", "write a common space, or one that does not break (U+00A0)")
	case unicode.Is(unicode.Co, r):
		message = Say("tecknet %U är privat, och ser olika ut i olika program", "the character %U is private, and looks different from program to program", r)
		hint = Say("skriv ett vanligt tecken", "write a common character")
	case !unicode.IsGraphic(r) && !unicode.In(r, unicode.Cf, unicode.Cs):
		message = Say("%U är inget tecken", "%U is no character", r)
	default:
		message = Say("här står det osynliga tecknet %U", "here stands the invisible character %U", r)
	}
	return message, hint
}
