package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// file is the bytes of a document while they are written.
type file struct {
	out    bytes.Buffer
	places []place // of the objects, by number
	packed pack
	zip    *zlib.Writer
	zipped bytes.Buffer

	pages []int         // objects of the pages
	links map[*link]int // objects of the areas that can be clicked
}

// place is where an object lies: at an offset, or as the n-th in another.
type place struct{ offset, within, n int32 }

// pack is objects on their way into one.
type pack struct {
	ids           []int
	index, bodies bytes.Buffer
}

func (f *file) reserve() int {
	f.places = append(f.places, place{})
	return len(f.places) // numbers begin with 1
}

// put writes an object.
func (f *file) put(id int, body string) {
	f.places[id-1] = place{offset: int32(f.out.Len())}
	fmt.Fprintf(&f.out, "%d 0 obj\n%s\nendobj\n", id, body)
}

// pack writes an object among others that are squeezed together. The elements
// of a long table are many, and all alike.
func (f *file) pack(id int, body []byte) {
	p := &f.packed
	p.ids = append(p.ids, id)
	for _, n := range []int{id, p.bodies.Len()} {
		p.index.Write(append(strconv.AppendInt(p.index.AvailableBuffer(), int64(n), 10), ' '))
	}
	p.bodies.Write(body)
	p.bodies.WriteByte('\n')
	if len(p.ids) == 400 {
		f.unload()
	}
}

// unload writes the packed objects.
func (f *file) unload() {
	p := &f.packed
	if len(p.ids) == 0 {
		return
	}
	id := f.reserve()
	for n, o := range p.ids {
		f.places[o-1] = place{within: int32(id), n: int32(n)}
	}
	entries := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(p.ids), p.index.Len())
	f.stream(id, entries, p.index.Bytes(), p.bodies.Bytes())
	p.ids = p.ids[:0]
	p.index.Reset()
	p.bodies.Reset()
}

// stream writes an object that holds bytes, squeezed.
func (f *file) stream(id int, entries string, parts ...[]byte) {
	const level = 3 // a tenth larger than at best, in a third of the time
	f.zipped.Reset()
	if f.zip == nil {
		f.zip, _ = zlib.NewWriterLevel(&f.zipped, level) // there is such a level
	} else {
		f.zip.Reset(&f.zipped)
	}
	for _, data := range parts {
		f.zip.Write(data) // a buffer takes every write
	}
	f.zip.Close()
	f.raw(id, entries+"/Filter/FlateDecode", f.zipped.Bytes())
}

func (f *file) raw(id int, entries string, data []byte) {
	f.places[id-1] = place{offset: int32(f.out.Len())}
	fmt.Fprintf(&f.out, "%d 0 obj\n<<%s/Length %d>>\nstream\n", id, entries, len(data))
	f.out.Write(data)
	f.out.WriteString("\nendstream\nendobj\n")
}

// serialise returns the document as a file.
func (w *writer) serialise() []byte {
	f := &file{links: map[*link]int{}}
	f.out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	catalog, info, metadata, pages, root := f.reserve(), f.reserve(), f.reserve(), f.reserve(), f.reserve()
	fonts := f.fonts(w)
	for _, p := range w.pages {
		f.pages = append(f.pages, f.reserve())
		for _, l := range p.links {
			f.links[l] = f.reserve()
		}
	}
	f.drawn(w, pages, fonts)
	f.tree(w, root)
	marks := f.bookmarks(w)

	var kids strings.Builder
	for _, id := range f.pages {
		fmt.Fprintf(&kids, "%d 0 R ", id)
	}
	f.put(pages, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(w.pages), kids.String()))
	f.put(info, w.info())
	f.raw(metadata, "/Type/Metadata/Subtype/XML", w.metadata())
	body := fmt.Sprintf("<</Type/Catalog/Pages %d 0 R/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"+
		"/Metadata %d 0 R/ViewerPreferences<</DisplayDocTitle true>>", pages, text(w.doc.Language), root, metadata)
	if marks != 0 {
		body += fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", marks)
	}
	f.put(catalog, body+">>")
	f.unload()
	return f.end(catalog, info)
}

// drawn writes the pages and what is drawn on them.
func (f *file) drawn(w *writer, parent int, fonts string) {
	area := len(w.pages) // links come after the pages in the table of elements
	for i, p := range w.pages {
		content := f.reserve()
		f.stream(content, "", p.content.Bytes())
		var annotations strings.Builder
		for _, l := range p.links {
			fmt.Fprintf(&annotations, "%d 0 R ", f.links[l])
			f.put(f.links[l], fmt.Sprintf("<</Type/Annot/Subtype/Link/Rect[%s %s %s %s]/Border[0 0 0]/F 4/StructParent %d/Contents%s/A<</S/URI/URI%s>>>>",
				number(l.x), number(w.height-l.y-l.height), number(l.x+l.width), number(w.height-l.y), area, text(l.text), text(l.url)))
			area++
		}
		body := fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Resources<</Font<<%s>>>>/Contents %d 0 R/StructParents %d/Tabs/S",
			parent, number(w.width), number(w.height), fonts, content, i)
		if len(p.links) > 0 {
			body += "/Annots[" + annotations.String() + "]"
		}
		f.put(f.pages[i], body+">>")
	}
}

// fonts writes the fonts and returns their names in the pages' resources.
func (f *file) fonts(w *writer) string {
	var names strings.Builder
	for i, face := range w.faces {
		if len(face.used) == 0 {
			continue
		}
		outer, inner, about, glyphs, unicode, index := f.reserve(), f.reserve(), f.reserve(), f.reserve(), f.reserve(), f.reserve()
		fmt.Fprintf(&names, "/F%d %d 0 R", i, outer)
		gids := make([]uint16, len(face.used))
		var widths strings.Builder
		for n, u := range face.used {
			gids[n] = u.gid
			fmt.Fprintf(&widths, "%d ", u.advance)
		}
		ttf, renumbered := subset(face.ttf, gids)
		var toGlyph []byte
		for _, gid := range append([]uint16{0}, gids...) {
			toGlyph = binary.BigEndian.AppendUint16(toGlyph, renumbered[gid])
		}
		name := tag(ttf) + "+" + face.name
		f.put(outer, fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, inner, unicode))
		f.put(inner, fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
			"/FontDescriptor %d 0 R/DW 500/W[1[%s]]/CIDToGIDMap %d 0 R>>", name, about, widths.String(), index))
		f.put(about, fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%s]/ItalicAngle 0/Ascent 945/Descent -211/CapHeight 723/StemV %d/FontFile2 %d 0 R>>",
			name, box(ttf), 80+60*i, glyphs))
		f.stream(glyphs, fmt.Sprintf("/Length1 %d", len(ttf)), ttf)
		f.stream(unicode, "", face.unicodeMap())
		f.stream(index, "", toGlyph)
	}
	return names.String()
}

// tag is the six letters that mark a font as a part of one, from its contents.
func tag(ttf []byte) string {
	hash := sha256.Sum256(ttf)
	var b [6]byte
	for i := range b {
		b[i] = 'A' + hash[i]%26
	}
	return string(b[:])
}

// box is the area that the glyphs of a font keep within, in thousandths.
func box(ttf []byte) string {
	head := split(ttf)["head"]
	em := int(binary.BigEndian.Uint16(head[18:]))
	var parts []string
	for at := 36; at < 44; at += 2 {
		parts = append(parts, strconv.Itoa(int(int16(binary.BigEndian.Uint16(head[at:])))*1000/em))
	}
	return strings.Join(parts, " ")
}

// end writes where each object lies, and the file's name for itself, which is
// made from its contents.
func (f *file) end(catalog, info int) []byte {
	id, start := f.reserve(), f.out.Len()
	f.places[id-1].offset = int32(start)
	table := []byte{0, 0, 0, 0, 0, 0xff, 0xff} // object 0 is free
	for _, p := range f.places {
		kind, first, second := byte(1), p.offset, int32(0)
		if p.within != 0 {
			kind, first, second = 2, p.within, p.n
		}
		table = append(table, kind)
		table = binary.BigEndian.AppendUint32(table, uint32(first))
		table = binary.BigEndian.AppendUint16(table, uint16(second))
	}
	hash := sha256.Sum256(f.out.Bytes())
	f.stream(id, fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%x><%[4]x>]",
		len(f.places)+1, catalog, info, hash[:16]), table)
	fmt.Fprintf(&f.out, "startxref\n%d\n%%%%EOF\n", start)
	return f.out.Bytes()
}

// number writes a length in points.
func number(thousandths int) string { return string(appendNumber(nil, thousandths)) }

// appendNumber adds a length in points to what has been written.
func appendNumber(b []byte, thousandths int) []byte {
	whole, rest := thousandths/1000, thousandths%1000
	if rest < 0 {
		rest = -rest
		if whole == 0 {
			b = append(b, '-')
		}
	}
	b = strconv.AppendInt(b, int64(whole), 10)
	if rest == 0 {
		return b
	}
	b = append(b, '.', '0'+byte(rest/100), '0'+byte(rest/10%10), '0'+byte(rest%10))
	return bytes.TrimRight(b, "0")
}

// appendPoint adds a place on a page, in points.
func appendPoint(b []byte, x, y int) []byte {
	return appendNumber(append(appendNumber(b, x), ' '), y)
}

// text writes a string of a property: letters and digits as they are, all else
// as UTF-16.
func text(s string) string {
	plain := !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' })
	if plain {
		return "(" + special.Replace(s) + ")"
	}
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	b.WriteString(">")
	return b.String()
}

// special are the characters that end a string of a property or escape another.
var special = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)
