package trial

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// Printed is what stands on the pages of a PDF, and in their margins. It is
// read from the bytes alone: each stream is unpacked, and each character looked
// up in the table that its font brings along.
type Printed struct{ Text, Margins string }

var (
	streams   = regexp.MustCompile(`(?s)(\d+) 0 obj\n<<([^\n]*)/Length (\d+)>>\nstream\n`)
	mapping   = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>`)
	fontFiles = regexp.MustCompile(`/F(\d) (\d+) 0 R`)
	toUnicode = regexp.MustCompile(`(\d+) 0 obj\n<</Type/Font/Subtype/Type0.*?/ToUnicode (\d+) 0 R`)
	drawing   = regexp.MustCompile(`/(Artifact)<<|(EMC)|(BDC)|/F(\d) |<([0-9A-F]*)> Tj`)
)

// Paper reads a PDF.
func Paper(t *testing.T, data []byte) Printed {
	t.Helper()
	contents := map[string]string{}
	var order []string
	for _, m := range streams.FindAllSubmatchIndex(data, -1) {
		size, _ := strconv.Atoi(string(data[m[6]:m[7]]))
		id, packed := string(data[m[2]:m[3]]), data[m[1]:m[1]+size]
		if z, err := zlib.NewReader(bytes.NewReader(packed)); err == nil {
			if packed, err = io.ReadAll(z); err != nil {
				t.Fatal(err)
			}
		}
		contents[id] = string(packed)
		order = append(order, id)
	}
	fonts, number := map[string]map[string]string{}, map[string]string{}
	for _, m := range fontFiles.FindAllSubmatch(data, -1) {
		number[string(m[2])] = string(m[1])
	}
	for _, m := range toUnicode.FindAllSubmatch(data, -1) {
		chars := map[string]string{}
		for _, p := range mapping.FindAllStringSubmatch(contents[string(m[2])], -1) {
			chars[p[1]] = fromHex(p[2])
		}
		fonts[number[string(m[1])]] = chars
	}
	var out Printed
	for _, id := range order {
		if !strings.Contains(contents[id], " Tj ET") {
			continue
		}
		into, font := &out.Text, ""
		for _, m := range drawing.FindAllStringSubmatch(contents[id], -1) {
			switch {
			case m[1] != "":
				into = &out.Margins
			case m[2] != "":
				*into += "\n"
				into = &out.Text
			case m[4] != "":
				font = m[4]
			case m[5] != "":
				for i := 0; i < len(m[5]); i += 4 {
					*into += fonts[font][m[5][i:i+4]]
				}
				if into == &out.Margins {
					*into += "\n"
				}
			}
		}
	}
	return out
}

func fromHex(s string) string {
	var units []uint16
	for i := 0; i < len(s); i += 4 {
		u, _ := strconv.ParseUint(s[i:i+4], 16, 16)
		units = append(units, uint16(u))
	}
	return string(utf16.Decode(units))
}
