package pdf

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face is a font and the characters of it that a document uses. Each character
// gets a number of its own in the file, even where two share a glyph, so that
// copied text is what was written: a hard hyphen and a plain one look alike.
type face struct {
	name string
	ttf  []byte
	font *sfnt.Font
	buf  sfnt.Buffer

	low  [0x250]shape // what is known of common characters, by rune
	high map[rune]shape

	near [0x250]uint16 // the ids of common characters; 0 is none yet
	ids  map[rune]uint16
	used []glyphUse // by id, less one: 0 is the glyph that is none
}

// shape is how a character looks.
type shape struct {
	known   bool
	missing bool // the glyph is a stand-in
	gid     uint16
	advance int // in thousandths of the size
}

type glyphUse struct {
	r rune
	shape
}

// faces are the fonts of a document, by style.
func newFaces() [2]*face {
	return [2]*face{
		newFace("GoRegular", goregular.TTF),
		newFace("GoBold", gobold.TTF),
	}
}

func newFace(name string, ttf []byte) *face {
	parsed, err := sfnt.Parse(ttf)
	if err != nil { // cannot be: the fonts are part of the program
		parsed = &sfnt.Font{}
	}
	return &face{name: name, ttf: ttf, font: parsed, high: map[rune]shape{}, ids: map[rune]uint16{}}
}

// alike are characters that are drawn as another: those that the fonts lack, and
// the hyphen, which in these fonts, made for programs, is as long as a minus.
// Their soft hyphen is the one for words.
var alike = map[rune]rune{
	'-': softHyphen, '\u2010': softHyphen, '\u2011': softHyphen,
	'\u2000': ' ', '\u2001': ' ', '\u2002': ' ', '\u2003': ' ', '\u2004': ' ', '\u2005': ' ', '\u2006': ' ',
	'\u2007': ' ', '\u2008': ' ', '\u2009': ' ', '\u200a': ' ', '\u202f': ' ', '\u205f': ' ', '\u3000': ' ',
}

// standIn is the hollow square in place of a character that the fonts lack.
const standIn = '\u25a1'

func (f *face) shape(r rune) shape {
	if r >= 0 && int(r) < len(f.low) {
		if !f.low[r].known {
			f.low[r] = f.look(r)
		}
		return f.low[r]
	}
	s, ok := f.high[r]
	if !ok {
		s = f.look(r)
		f.high[r] = s
	}
	return s
}

func (f *face) look(r rune) shape {
	if r == zeroSpace {
		return shape{known: true}
	}
	if other, ok := alike[r]; ok {
		r = other
	}
	gid, _ := f.font.GlyphIndex(&f.buf, r)
	missing := gid == 0
	if missing {
		gid, _ = f.font.GlyphIndex(&f.buf, standIn)
	}
	em := fixed.I(int(f.font.UnitsPerEm()))
	advance, _ := f.font.GlyphAdvance(&f.buf, gid, em, font.HintingNone)
	return shape{true, missing, uint16(gid), int(advance) * 1000 / int(em)}
}

// id is the number of a character in the file. A font has room for so many; the
// rest are shown as what cannot be read.
func (f *face) id(r rune) uint16 {
	if r >= 0 && int(r) < len(f.near) {
		if f.near[r] == 0 {
			f.near[r] = f.number(r)
		}
		return f.near[r]
	}
	return f.number(r)
}

func (f *face) number(r rune) uint16 {
	if id, ok := f.ids[r]; ok {
		return id
	}
	if len(f.used) > 60_000 {
		return f.ids[f.used[0].r]
	}
	f.used = append(f.used, glyphUse{r, f.shape(r)})
	f.ids[r] = uint16(len(f.used))
	return f.ids[r]
}

// unicodeMap tells readers which characters the numbers in the file stand for.
func (f *face) unicodeMap() []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const block = 100 // no more may stand in one block
	for start := 0; start < len(f.used); start += block {
		part := f.used[start:min(start+block, len(f.used))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, u := range part {
			fmt.Fprintf(&b, "<%04X> <", start+i+1)
			for _, unit := range utf16.Encode([]rune{u.r}) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}
