package source

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"tillit/tools/internal/diag"
)

// maxHidden is how many findings about single characters one file gives.
const maxHidden = 20

// text returns the bytes of a file as UTF-8, as a person would see them in an
// editor that guesses the encoding right. What had to be guessed is reported,
// and reading goes on so that the other mistakes are found in the same run.
func (r *reader) text(data []byte) []byte {
	if u := decodeUTF16(data); u != nil {
		r.report("not-utf8", diag.Pos{Line: 1, Column: 1},
			diag.Say("filen är sparad som UTF-16 men ska vara UTF-8", "the file is saved as UTF-16, but must be UTF-8"),
			saveAsUTF8())
		return u
	}
	if rest, ok := bytes.CutPrefix(data, []byte("\ufeff")); ok {
		r.report("byte-order-mark", diag.Pos{Line: 1, Column: 1},
			diag.Say("filen börjar med en byteordningsmarkering (BOM), ett osynligt tecken som andra program tar för text",
				"the file begins with a byte order mark (BOM), an invisible character that other programs take for text"),
			diag.Say(`spara filen som "UTF-8" och inte som "UTF-8 med BOM"`, `save the file as "UTF-8", not as "UTF-8 with BOM"`)).
			Mend(diag.Edit{Deed: diag.Splice, Was: "\ufeff"})
		data = rest
	}
	if utf8.Valid(data) {
		return data
	}
	return r.fromLatin1(data)
}

func saveAsUTF8() diag.Text {
	return diag.Say("spara filen med teckenkodningen UTF-8", "save the file with the encoding UTF-8")
}

// fromLatin1 reads each byte that is not UTF-8 as Windows-1252, the superset of
// Latin-1 in which Swedish text has been saved for thirty years.
func (r *reader) fromLatin1(data []byte) []byte {
	var out []byte
	pos := diag.Pos{Line: 1, Column: 1, Length: 1}
	var first diag.Pos
	var was byte
	var means rune
	bad, letters := 0, 0
	for len(data) > 0 {
		c, size := utf8.DecodeRune(data)
		if c == utf8.RuneError && size == 1 {
			c = charmap.Windows1252.DecodeByte(data[0])
			if bad++; bad == 1 {
				first, was, means = pos, data[0], c
			}
			if data[0] >= 0xC0 {
				letters++
			}
		}
		out = utf8.AppendRune(out, c)
		data = data[size:]
		if pos.Column++; c == '\n' {
			pos.Line, pos.Column = pos.Line+1, 1
		}
	}
	message := diag.Say("byten 0x%02X är inte UTF-8", "the byte 0x%02X is not UTF-8", was)
	if letters*2 >= bad {
		message = diag.Say(
			"byten 0x%02X är inte UTF-8; filen verkar vara sparad som Latin-1 (Windows-1252), där den betyder %q",
			"the byte 0x%02X is not UTF-8; the file seems to be saved as Latin-1 (Windows-1252), where it means %q",
			was, string(means))
	}
	r.report("not-utf8", first, message, saveAsUTF8())
	return out
}

// decodeUTF16 returns the text of a file saved as UTF-16, with or without a
// byte order mark, and nil for any other file. Without a mark it asks that most
// of the beginning be ASCII in two bytes, which no UTF-8 text is.
func decodeUTF16(data []byte) []byte {
	if len(data) < 4 {
		return nil
	}
	high := -1 // which byte of each pair is the high one
	switch {
	case data[0] == 0xFE && data[1] == 0xFF:
		high = 0
	case data[0] == 0xFF && data[1] == 0xFE:
		high = 1
	default:
		var zeros [2]int
		head := data[:min(len(data), 512)&^1]
		for i, b := range head {
			if b == 0 {
				zeros[i%2]++
			}
		}
		for i := range zeros {
			if zeros[i]*4 > len(head) && zeros[1-i] == 0 {
				high = i
			}
		}
	}
	if high < 0 {
		return nil
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+high])<<8 | uint16(data[2*i+1-high])
	}
	return bytes.TrimPrefix([]byte(string(utf16.Decode(units))), []byte("\ufeff"))
}

// printable returns the text with each character that must not be there
// replaced by U+FFFD, having reported it. One character takes one column
// before and after, so that places stay true.
func (r *reader) printable(text string) string {
	var out []byte
	kept := 0 // the bytes of text that out already holds
	line, begin, found := 1, 0, 0
	for i := 0; i < len(text); {
		b := text[i]
		if b >= ' ' && b < 0x7F || b == '\t' {
			i++
			continue
		}
		if b == '\n' {
			i++
			line, begin = line+1, i
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		lineBreak := c == '\r' && i+1 < len(text) && text[i+1] == '\n'
		if rule := hiddenRule(text, i, c); rule != "" && !lineBreak {
			if found++; found <= maxHidden {
				pos := diag.Pos{Line: line, Column: utf8.RuneCountInString(text[begin:i]) + 1, Length: 1}
				r.reportHidden(rule, pos, c)
			} else {
				r.more++
			}
			if r.touched == nil {
				r.touched = map[int]bool{}
			}
			r.touched[line] = true
			out = append(out, text[kept:i]...)
			out = utf8.AppendRune(out, utf8.RuneError)
			kept = i + size
		}
		i += size
	}
	if out == nil {
		return text
	}
	return string(append(out, text[kept:]...))
}

// hiddenRule returns the rule against the character at an offset of a text, if a reader
// cannot see it, or the empty text. Those that turn the direction can make a legal text
// read otherwise than it is stored; the others end lines in some programs only, make two
// names out of one, or have no business in text at all.
func hiddenRule(text string, at int, c rune) string {
	switch {
	case c == '\r':
		return "control-character" // alone it ends a line in some programs
	case !diag.Unseen(c):
		return ""
	case c >= 0x202A && c <= 0x202E, c >= 0x2066 && c <= 0x2069:
		return "bidi-character"
	case c == utf8.RuneError:
		return "lost-character"
	case diag.Hidden(text, at):
		return "control-character"
	}
	return ""
}

func (r *reader) reportHidden(rule string, pos diag.Pos, c rune) {
	message, hint := diag.SayHidden(c)
	if rule == "lost-character" {
		message = diag.Say("här står \"\ufffd\" i stället för ett tecken som gick förlorat när filen sparades",
			"here stands \"\ufffd\" in place of a character that was lost when the file was saved")
		hint = diag.Say("skriv in tecknet på nytt", "type the character anew")
	}
	d := r.report(rule, pos, message, hint)
	if now, sure := diag.Shown(c); sure && rule == "control-character" {
		d.Mend(diag.Edit{Deed: diag.Splice, Was: string(c), Now: now})
	}
}
