package slip

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// line is a line of YAML taken apart as a person takes it apart, which works
// for broken ones too: indentation, dashes, key, colon, value. Offsets are in
// bytes from the beginning of the line.
type line struct {
	text  string // without its line break
	start int    // where the first thing after indentation and dashes begins
	colon int    // where the colon after the key stands; -1 when there is none
	value int    // where the value begins; start when there is no key
	end   int    // where the value ends, before spaces and comment
}

func takeApart(text string) line {
	l := line{text: strings.TrimRight(text, "\r\n"), colon: -1}
	l.start = indent(l.text)
	for strings.HasPrefix(l.text[l.start:], "- ") {
		l.start += 2 + indent(l.text[l.start+2:])
	}
	rest := l.text[l.start:]
	keyEnd := 0
	if rest != "" && strings.ContainsRune(`"'`, rune(rest[0])) {
		keyEnd = Closing(rest)
	}
	if rest == "" || !strings.ContainsRune("[{", rune(rest[0])) {
		if i := colonAt(PlainText(rest[keyEnd:])); i >= 0 && (keyEnd == 0 || strings.TrimSpace(rest[keyEnd:keyEnd+i]) == "") {
			l.colon = l.start + keyEnd + i
		}
	}
	l.value = l.start
	if l.colon >= 0 {
		l.value = l.colon + 1
		l.value += indent(l.text[l.value:])
	}
	l.end = l.value + len(PlainText(l.text[l.value:]))
	return l
}

func (l line) key() string {
	if l.colon < 0 {
		return ""
	}
	return strings.TrimSpace(l.text[l.start:l.colon])
}

// said is what the line says after key and colon.
func (l line) said() string { return l.text[l.value:max(l.value, l.end)] }

// whole is the value with whatever looks like a comment, for a value that is
// text within quotes.
func (l line) whole() string { return strings.TrimRight(l.text[l.value:], " \t") }

// with returns the line with another value.
func (l line) with(value string) string { return l.text[:l.value] + value }

// column returns the column of an offset.
func (l line) column(offset int) int { return utf8.RuneCountInString(l.text[:offset]) + 1 }

func (l line) blank() bool {
	rest := strings.TrimLeft(l.text, " \t")
	return rest == "" || rest[0] == '#'
}

// indent returns how many spaces a text begins with.
func indent(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// PlainText returns a text up to the comment that ends it, if any.
func PlainText(s string) string {
	if strings.HasPrefix(s, "#") {
		return ""
	}
	for i := 0; i+1 < len(s); i++ {
		if (s[i] == ' ' || s[i] == '\t') && s[i+1] == '#' {
			s = s[:i]
		}
	}
	return strings.TrimRight(s, " \t")
}

// colonAt returns where the first colon stands that YAML takes for the end of a
// key, or -1.
func colonAt(s string) int {
	for i := range len(s) {
		if s[i] == ':' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\t') {
			return i
		}
	}
	return -1
}

// Closing returns the offset after the quote that closes the one a text begins
// with, or 0 when none does.
func Closing(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[0] == '"' && s[i] == '\\':
			i++
		case s[i] != s[0]:
		case s[0] == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		default:
			return i + 1
		}
	}
	return 0
}

// Spaceless returns the corrected form of a line such as name:value, or "".
func Spaceless(text string) string {
	l := takeApart(text)
	m := regexp.MustCompile(`^[\pL_][\pL\pN_-]*:`).FindString(l.text[l.start:])
	rest := strings.TrimPrefix(l.text[l.start:], m)
	if m == "" || rest == "" || strings.ContainsAny(rest[:1], " \t/:") {
		return ""
	}
	// A space of another kind, which YAML does not take for one, gives way to the common one.
	return strings.TrimRight(l.text[:l.start]+m+" "+strings.TrimLeftFunc(rest, unicode.IsSpace), " ")
}

// Named tells whether what stands before the first colon of a text is the name of a field.
func Named(text string) bool {
	name, _, _ := strings.Cut(text, ":")
	return named.MatchString(name)
}

// Dashless returns the corrected form of a line such as -value, or "".
func Dashless(text string) string {
	l := takeApart(text)
	rest := l.text[l.start:]
	if len(rest) < 2 || rest[0] != '-' || rest[1] == '-' || rest[1] == ' ' {
		return ""
	}
	return strings.TrimRight(l.text[:l.start]+"- "+strings.TrimLeftFunc(rest[1:], unicode.IsSpace), " ")
}

// CutText says that YAML takes the end of what somebody wrote for a remark.
func CutText(name diag.Text, remark string) diag.Text {
	return diag.Say("%s slutar före #: %s är en anmärkning till YAML, och kommer inte med på någon sida",
		"%s ends before the #: %s is a remark to YAML, and comes onto no page", name, diag.Quote(remark))
}

// Uncut is its hint, with the line as it is written when all of it is text.
func Uncut(line string) diag.Text {
	return diag.Say("är det text, skriv %[1]s; är det en anmärkning, flytta den till en egen rad",
		"if it is text, write %[1]s; if it is a remark, move it to a line of its own", diag.Clip(line, 160))
}
