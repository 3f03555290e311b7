package source

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Tidy is a text as all that is made of it has it: composed, and without white space
// around it, such as the line break that ends a text below a bar.
func Tidy(text string) string { return Composed(strings.TrimFunc(text, unicode.IsSpace)) }

// Composed is a text with each letter and the marks on it as one character, where there
// is one: ö and not o with two dots after it, which looks the same and is found by no
// search.
func Composed(text string) string {
	if norm.NFC.IsNormalString(text) {
		return text
	}
	return norm.NFC.String(text)
}

// Untidied is the offset in a text of what stands at an offset of the text when it is tidy.
func Untidied(text string, at int) int {
	left := strings.TrimLeftFunc(text, unicode.IsSpace)
	offset := len(text) - len(left)
	if norm.NFC.IsNormalString(left) {
		return offset + at
	}
	for at > 0 && left != "" {
		size := norm.NFC.NextBoundaryInString(left, true)
		at -= len(norm.NFC.String(left[:size]))
		if at < 0 {
			break
		}
		left, offset = left[size:], offset+size
	}
	return offset
}
