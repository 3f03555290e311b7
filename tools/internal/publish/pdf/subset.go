package pdf

import (
	"encoding/binary"
	"slices"
)

// tables are the tables of a TrueType font by name.
type tables map[string][]byte

func split(ttf []byte) tables {
	t := tables{}
	n := int(binary.BigEndian.Uint16(ttf[4:]))
	for i := range n {
		entry := ttf[12+16*i:]
		start, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		t[string(entry[:4])] = ttf[start : start+size]
	}
	return t
}

// outline is the drawing of a glyph; a space has none.
func (t tables) outline(gid uint16) []byte {
	start, end := t.locate(gid), t.locate(gid+1)
	return t["glyf"][start:end]
}

func (t tables) locate(gid uint16) uint32 {
	if binary.BigEndian.Uint16(t["head"][50:]) == 0 {
		return 2 * uint32(binary.BigEndian.Uint16(t["loca"][2*int(gid):]))
	}
	return binary.BigEndian.Uint32(t["loca"][4*int(gid):])
}

// Flags of the parts of a composite glyph, by the OpenType specification.
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	matrix        = 1 << 7
)

// parts returns where in the outline of a composite glyph the numbers of other
// glyphs stand: å is an a and a ring.
func parts(outline []byte) []int {
	if len(outline) < 10 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return nil
	}
	var at []int
	for i := 10; ; {
		flags := binary.BigEndian.Uint16(outline[i:])
		at = append(at, i+2)
		i += 6
		if flags&wordArguments != 0 {
			i += 2
		}
		switch {
		case flags&oneScale != 0:
			i += 2
		case flags&twoScales != 0:
			i += 4
		case flags&matrix != 0:
			i += 8
		}
		if flags&moreParts == 0 {
			return at
		}
	}
}

// subset returns a font with the glyphs asked for and those that they are made
// of, and the number of each glyph in it.
func subset(ttf []byte, gids []uint16) ([]byte, map[uint16]uint16) {
	t := split(ttf)
	order, index := []uint16{0}, map[uint16]uint16{0: 0}
	add := func(gid uint16) {
		if _, ok := index[gid]; !ok {
			index[gid] = uint16(len(order))
			order = append(order, gid)
		}
	}
	for _, gid := range gids {
		add(gid)
	}
	for i := 0; i < len(order); i++ { // order grows meanwhile
		outline := t.outline(order[i])
		for _, at := range parts(outline) {
			add(binary.BigEndian.Uint16(outline[at:]))
		}
	}

	var glyf, loca, hmtx []byte
	metrics := int(binary.BigEndian.Uint16(t["hhea"][34:]))
	for _, gid := range order {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline := slices.Clone(t.outline(gid))
		for _, at := range parts(outline) {
			binary.BigEndian.PutUint16(outline[at:], index[binary.BigEndian.Uint16(outline[at:])])
		}
		glyf = append(glyf, outline...)
		glyf = append(glyf, make([]byte, -len(glyf)&3)...)
		hmtx = append(hmtx, metric(t["hmtx"], metrics, int(gid))...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))

	head, hhea, maxp := slices.Clone(t["head"]), slices.Clone(t["hhea"]), slices.Clone(t["maxp"])
	binary.BigEndian.PutUint16(head[50:], 1) // loca has long numbers
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(order)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(order)))
	return assemble(tables{
		"cvt ": t["cvt "], "fpgm": t["fpgm"], "glyf": glyf, "head": head, "hhea": hhea,
		"hmtx": hmtx, "loca": loca, "maxp": maxp, "prep": t["prep"],
	}), index
}

// metric is the width and left bearing of a glyph. Glyphs beyond the last width
// share it.
func metric(hmtx []byte, metrics, gid int) []byte {
	if gid < metrics {
		return hmtx[4*gid : 4*gid+4]
	}
	bearing := 4*metrics + 2*(gid-metrics)
	return slices.Concat(hmtx[4*metrics-4:4*metrics-2], hmtx[bearing:bearing+2])
}

// assemble writes tables as a font file, with the sums that its readers check.
func assemble(t tables) []byte {
	names := []string{"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}
	names = slices.DeleteFunc(names, func(n string) bool { return len(t[n]) == 0 })
	binary.BigEndian.PutUint32(t["head"][8:], 0)

	power, log := 1, 0
	for power*2 <= len(names) {
		power, log = power*2, log+1
	}
	out := []byte{0, 1, 0, 0}
	for _, n := range []int{len(names), power * 16, log, (len(names) - power) * 16} {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	offset, headAt := 12+16*len(names), 0
	var body []byte
	for _, name := range names {
		if name == "head" {
			headAt = offset + len(body)
		}
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, sum(t[name]))
		out = binary.BigEndian.AppendUint32(out, uint32(offset+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t[name])))
		body = append(body, t[name]...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	out = append(out, body...)
	binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-sum(out))
	return out
}

func sum(data []byte) uint32 {
	var total uint32
	for len(data) >= 4 {
		total += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var rest [4]byte
	copy(rest[:], data)
	return total + binary.BigEndian.Uint32(rest[:])
}
