package finish

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"tillit/tools/internal/diag"
)

// wrong says that letters were decoded in another encoding than they were saved in.
func wrong(text string, from, to int, means string) Sign {
	return Sign{From: from, To: to, Rule: "double-decoded",
		Message: diag.Say("%s är %s som har avkodats två gånger", "%s is %s that was decoded twice", diag.Quote(text[from:to]), diag.Quote(means)),
		Hint:    diag.Say("skriv %s; hämta helst texten på nytt ur sin källa", "write %s; best take the text anew from its source", means),
		Mended:  Decoded(text)}
}

// Decoded is a text with all letters that were decoded twice as they were meant, or ""
// where one of them was lost on the way.
func Decoded(text string) string {
	for range len(text) {
		from, to, means := twice(text)
		if to == 0 {
			return text
		}
		if diag.FirstHidden(string(means)) >= 0 {
			return ""
		}
		text = text[:from] + string(means) + text[to:]
	}
	return ""
}

// readings are the encodings in which UTF-8 is misread, and the letters with which such
// a misreading begins.
var readings = []struct {
	begins string
	of     *charmap.Charmap
}{
	{"ÂÃÄÅâïðÐÑ", charmap.Windows1252},
	{"√¬Ä‚", charmap.Macintosh},
	{"├┬Γ", charmap.CodePage437},
	{"├┬Ô", charmap.CodePage850},
}

// decodedTwice finds letters that are UTF-8 read as something else: Ã¶ for ö, â€™ for ’.
func decodedTwice(text string) []Sign {
	if from, to, means := twice(text); to > 0 {
		return []Sign{wrong(text, from, to, string(means))}
	}
	return nil
}

// twice is where the first such letter stands, and what it means.
func twice(text string) (from, to int, means rune) {
	for i, r := range text {
		if r < utf8.RuneSelf || r > 0xFF && r != '√' && r != '‚' && r != '├' && r != '┬' && r != 'Γ' {
			continue
		}
		for _, reading := range readings {
			if !strings.ContainsRune(reading.begins, r) {
				continue
			}
			if means, length := misread(text[i:], reading.of); length > 0 && (reading.of == charmap.Windows1252 && plausible(means, text[:i]) || reading.of != charmap.Windows1252 && strings.ContainsRune(swedish, means)) {
				return i, i + length, means
			}
		}
	}
	return 0, 0, 0
}

// swedish are the letters and signs by which a misreading in a rare encoding is sure.
const swedish = "åäöÅÄÖéÉüÜøØæÆ–—’‘“”…«»§·"

// misread returns the character whose bytes of UTF-8 a text begins with in an encoding,
// and how long they are there, or 0.
func misread(text string, in *charmap.Charmap) (means rune, length int) {
	var bytes []byte
	for _, r := range text {
		b, ok := in.EncodeRune(r)
		if !ok && in == charmap.Windows1252 && r >= 0x80 && r <= 0x9F {
			b, ok = byte(r), true // what the encoding has no character for
		}
		if !ok || b < 0x80 {
			return 0, 0
		}
		bytes = append(bytes, b)
		length += utf8.RuneLen(r)
		if utf8.FullRune(bytes) {
			if c, size := utf8.DecodeRune(bytes); size == len(bytes) && size > 1 {
				return c, length
			}
			return 0, 0
		}
	}
	return 0, 0
}

// plausible tells whether a character is one that people write, and its misreading is not.
// A capital Ä or Å may end a word before a dash or a quotation mark; the Latin letters whose
// misreading begins so are told within a word of small letters only.
func plausible(means rune, before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case means >= 0xA0 && means <= 0xFF:
		return true
	case means >= 0x100 && means <= 0x17F:
		return unicode.IsLower(last)
	case means >= 0x400 && means <= 0x45F: // Cyrillic, which comes in rows
		return last >= utf8.RuneSelf
	case means >= 0x2010 && means <= 0x2044, means == '€', means == '™', means == '\uFEFF', means == '\uFFFD':
		return true
	}
	return means >= 0x1F300 && means <= 0x1FAFF
}

var (
	percent   = regexp.MustCompile(`\pL(?:%[C-D][0-9A-F]%[89AB][0-9A-F])+|(?:%[C-D][0-9A-F]%[89AB][0-9A-F])+\pL`)
	quotedPr  = regexp.MustCompile(`\pL(?:=[C-D][0-9A-F]=[89AB][0-9A-F])+|(?:=[C-D][0-9A-F]=[89AB][0-9A-F])+\pL`)
	backslash = regexp.MustCompile(`\\u00[0-9a-fA-F]{2}|\\u20[0-9a-fA-F]{2}|\\x[c-fC-F][0-9a-fA-F]`)
)

// escapes finds letters as addresses, letters and programs write them: f%C3%B6r,
// f=C3=B6r, f\u00f6r.
func escapes(text string) []Sign {
	for _, try := range []*regexp.Regexp{percent, quotedPr, backslash} {
		m := try.FindStringIndex(text)
		if m == nil {
			continue
		}
		written := text[m[0]:m[1]]
		means := strings.ReplaceAll(written, "=", "%")
		if decoded, err := url.PathUnescape(means); err == nil && decoded != means {
			means = decoded
		} else {
			means = "å, ä, ö"
		}
		return []Sign{{From: m[0], To: m[1], Rule: "double-decoded",
			Message: diag.Say("%s är bokstäver så som ett annat program skriver dem", "%s is letters as another program writes them", diag.Quote(written)),
			Hint:    diag.Say("skriv bokstäverna själva: %s", "write the letters themselves: %s", means)}}
	}
	return nil
}

// mixed finds a word with letters of two alphabets that have letters alike: to a reader
// аpple with a Cyrillic а is apple, and to a search it is another word.
func mixed(text string) []Sign {
	const greek = 0x370
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= greek && r < 0x590 || r >= 0x13A0 && r <= 0x13FF }) {
		return nil
	}
	begin, latin, other := 0, 0, map[*unicode.RangeTable]int{}
	judge := func(end int) (Sign, bool) {
		for table, n := range other {
			if latin > 0 && n > 0 && !(table == unicode.Greek && n == 1 && !alike(text[begin:end])) {
				return Sign{From: begin, To: end, Rule: "mixed-scripts", Guess: true,
					Message: diag.Say("%s har bokstäver ur två alfabet, som ser lika ut men inte är samma ord", "%s has letters of two alphabets, which look alike and are not the same word", diag.Quote(text[begin:end])),
					Hint:    diag.Say("skriv om ordet med ett enda alfabet", "type the word anew in one alphabet")}, true
			}
		}
		return Sign{}, false
	}
	for i, r := range text + " " {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.IsLetter(r):
			for _, table := range []*unicode.RangeTable{unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee} {
				if unicode.Is(table, r) {
					other[table]++
				}
			}
		case unicode.IsMark(r), unicode.IsNumber(r):
		default:
			if s, ok := judge(i); ok {
				return []Sign{s}
			}
			begin, latin = i+utf8.RuneLen(r), 0
			clear(other)
		}
	}
	return nil
}

// alike tells whether a word holds a Greek letter that looks like a Latin one. Others stand
// before words on purpose: β-blockerare, μTorrent.
func alike(word string) bool {
	return strings.ContainsAny(word, "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυ")
}
