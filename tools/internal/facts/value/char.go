package value

import (
	"regexp"
	"unicode"
	"unicode/utf8"
)

func Matches(pattern string) func(value, _ string) bool {
	re := regexp.MustCompile(pattern)
	return func(value, _ string) bool { return re.MatchString(value) }
}

// Hidden tells whether a character cannot be seen, or changes how others are.
func Hidden(r rune) bool {
	switch {
	case unicode.IsControl(r), r == 0x061C, r == 0x200B, r == 0x200E, r == 0x200F, r == 0x2060, r == 0xFEFF,
		r >= 0x2028 && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == utf8.RuneError:
		return true
	}
	return false
}
