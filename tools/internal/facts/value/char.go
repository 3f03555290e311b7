package value

import (
	"regexp"
	"strings"
	"unicode"

	"tillit/tools/internal/diag"
)

func Matches(pattern string) func(value, _ string) bool {
	re := regexp.MustCompile(pattern)
	return func(value, _ string) bool { return re.MatchString(value) }
}

// hidden is the offset of the first character of a line that cannot be seen, or -1. A
// line has neither tabs nor line breaks.
func hidden(line string) int {
	if i := strings.IndexAny(line, "\t\n\r"); i >= 0 {
		return i
	}
	return diag.FirstHidden(line)
}

// lettered tells whether a text holds something to read: a letter or a digit.
func lettered(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) && !diag.Unseen(r) || unicode.IsNumber(r) })
}
