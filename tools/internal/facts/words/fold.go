package words

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold writes a name with what every file system takes: å becomes a.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch other, special := strangers[r]; {
		case special:
			b.WriteString(other)
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		default:
			b.WriteByte('-')
		}
	}
	words := strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' })
	const longest = 60
	name := strings.Join(words, "-")
	return strings.Trim(name[:min(len(name), longest)], "-")
}

// strangers are letters that are no letter with a mark.
var strangers = map[rune]string{'æ': "ae", 'œ': "oe", 'ø': "o", 'ß': "ss", 'þ': "th", 'ð': "d", 'đ': "d", 'ł': "l", 'ı': "i"}
