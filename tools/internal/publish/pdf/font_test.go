package pdf

import (
	"encoding/binary"
	"slices"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

func TestSubsetDrawsTheSame(t *testing.T) {
	f := newFace("GoRegular", goregular.TTF)
	for _, r := range "abcåäöÅÄÖé–”…•½ " {
		checkSubset(t, goregular.TTF, f.shape(r).gid)
	}
}

// The Go fonts draw å as one; other fonts make it of an a and a ring.
func TestSubsetHoldsThePartsOfItsGlyphs(t *testing.T) {
	point := func(mark byte) []byte { return []byte{0, 1, 0, 0, 0, 0, 0, 9, 0, 9, 0, 0, 0, 0, 1, mark, 0, 0} }
	compound := []byte{0xff, 0xff, 0, 0, 0, 0, 0, 9, 0, 9,
		0, wordArguments | oneScale | moreParts, 0, 1, 0, 5, 0, 5, 0x40, 0,
		0, matrix, 0, 4, 1, 1, 0x40, 0, 0, 0, 0, 0, 0x40, 0}
	font := tables{"head": make([]byte, 54), "hhea": make([]byte, 36), "maxp": make([]byte, 32)}
	binary.BigEndian.PutUint16(font["head"][50:], 1)
	binary.BigEndian.PutUint16(font["hhea"][34:], 2) // glyphs 2 to 4 share the width of 1
	for _, outline := range [][]byte{point(0), point(1), point(2), compound, point(4)} {
		font["loca"] = binary.BigEndian.AppendUint32(font["loca"], uint32(len(font["glyf"])))
		font["glyf"] = append(font["glyf"], outline...)
	}
	font["loca"] = binary.BigEndian.AppendUint32(font["loca"], uint32(len(font["glyf"])))
	font["hmtx"] = []byte{0, 7, 0, 0, 0, 8, 0, 1, 0, 2, 0, 3, 0, 4}
	ttf := assemble(font)

	checkSubset(t, ttf, 3)
	data, index := subset(ttf, []uint16{3})
	if len(index) != 4 {
		t.Errorf("the subset holds %v, want nothing, the glyph and its two parts", index)
	}
	if got := split(data)["hmtx"][4*int(index[4]):][:4]; !slices.Equal(got, []byte{0, 8, 0, 4}) {
		t.Errorf("the width and bearing of the last glyph are %v", got)
	}
}

func checkSubset(t *testing.T, ttf []byte, gid uint16) {
	t.Helper()
	data, index := subset(ttf, []uint16{gid})
	part := split(data)
	if !sameOutline(split(ttf), part, gid, index[gid]) {
		t.Errorf("glyph %d is drawn otherwise in the subset", gid)
	}
	if n := int(binary.BigEndian.Uint16(part["maxp"][4:])); n != len(index) || len(part["hmtx"]) != 4*n || len(part["loca"]) != 4*n+4 {
		t.Errorf("glyph %d: %d glyphs, %d widths, %d places", gid, len(index), len(part["hmtx"])/4, len(part["loca"])/4-1)
	}
	if sum(data) != 0xB1B0AFBA {
		t.Errorf("glyph %d: the sum of the font is %#x", gid, sum(data))
	}
}

// sameOutline follows the parts of a glyph in both fonts.
func sameOutline(a, b tables, x, y uint16) bool {
	ox, oy := a.outline(x), b.outline(y)
	px, py := parts(ox), parts(oy)
	if len(px) != len(py) {
		return false
	}
	ox, oy = slices.Clone(ox), slices.Clone(oy)
	for i := range px {
		if !sameOutline(a, b, binary.BigEndian.Uint16(ox[px[i]:]), binary.BigEndian.Uint16(oy[py[i]:])) {
			return false
		}
		clear(ox[px[i] : px[i]+2])
		clear(oy[py[i] : py[i]+2])
	}
	return len(oy) >= len(ox) && slices.Equal(ox, oy[:len(ox)])
}

func TestLinesBreakWhereReadersExpect(t *testing.T) {
	w := newWriter(&Document{})
	for _, tc := range []struct {
		name, text string
		letters    int // that fit, about
		want       []string
	}{
		{"at a space, which is kept", "ett två tre", 7, []string{"ett två ", "tre"}},
		{"never at a hard space", "ett två\u00a0tre", 7, []string{"ett ", "två\u00a0tre"}},
		{"after a hyphen between letters", "EU-kommissionen", 13, []string{"EU-", "kommissionen"}},
		{"not after a hyphen in a number", "nr 556579-4384", 12, []string{"nr ", "556579-4384"}},
		{"not after a single letter", "din e-post", 6, []string{"din ", "e-post"}},
		{"not at a space in a number", "ring +46 8 123 45 67", 16, []string{"ring ", "+46 8 123 45 67"}},
		{"at a soft hyphen", "person\u00aduppgifts\u00adbiträde", 16, []string{"person\u00aduppgifts\u00ad", "biträde"}},
		{"in an address", "support.exempelbolaget.example", 17, []string{"support.", "exempelbolaget.", "example"}},
		{"anywhere at last", "aaaaaaaaaaaaaaaaaaaaaaaa", 10, []string{"aaaaaaaaaa", "aaaaaaaaaa", "aaaa"}},
		{"at line breaks", "ett\n\ntvå\n", 20, []string{"ett", "", "två"}},
		{"not for spaces at the end", "ett två   ", 7, []string{"ett två   "}},
		{"nothing is one line", "", 10, []string{""}},
	} {
		var got []string
		for _, l := range w.wrap(Plainly(tc.text), tc.letters*w.faces[0].shape('a').advance) {
			s := ""
			for _, g := range l {
				s += string(g.r)
			}
			got = append(got, s)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: %q", tc.name, got)
		}
	}
}

func TestColumnsFillThePage(t *testing.T) {
	w := newWriter(&Document{Landscape: true})
	long := make([]byte, 5000)
	for i := range long {
		long[i] = 'x'
	}
	for name, table := range map[string]Table{
		"short cells":      {Columns: []string{"a", "b", "c"}},
		"an endless word":  {Columns: []string{"a", "b"}, Rows: []Row{{Cells: []Cell{{Plainly("Namn")}, {Plainly(string(long))}}}}},
		"many columns":     {Columns: slices.Repeat([]string{"Organisationsnummer"}, 29)},
		"shares":           {Widths: []int{1, 3}, Rows: []Row{{Cells: []Cell{nil, nil}}}},
		"no column at all": {},
	} {
		sum := 0
		columns := w.columns(table)
		for _, c := range columns {
			if c.width < 5*pt {
				t.Errorf("%s: a column is %s points wide", name, number(c.width))
			}
			sum += c.width
		}
		if n := len(columns); n > 0 && (sum+gutter*(n-1) > w.inner() || sum+gutter*(n-1) < w.inner()-n) {
			t.Errorf("%s: the columns fill %s of %s points", name, number(sum+gutter*(n-1)), number(w.inner()))
		}
	}
}
