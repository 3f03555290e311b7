package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// reader reads back what the package writes, by the same route as a screen
// reader: from the catalog to the tree of elements, to the marked pieces of the
// pages, to the characters that the fonts say the numbers stand for. It shares
// no code with the writer.
type reader struct {
	t       *testing.T
	objects map[int]string // without their streams
	streams map[int][]byte
	pieces  map[string]string // page id + mark → text
}

var (
	objectStart = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)
	lengthOf    = regexp.MustCompile(`/Length (\d+)`)
)

func read(t *testing.T, data []byte) *reader {
	t.Helper()
	r := &reader{t, map[int]string{}, map[int][]byte{}, map[string]string{}}
	for at := 0; ; {
		m := objectStart.FindSubmatchIndex(data[at:])
		if m == nil {
			break
		}
		id, _ := strconv.Atoi(string(data[at+m[2] : at+m[3]]))
		at += m[1]
		end := bytes.Index(data[at:], []byte("\nendobj"))
		if i := bytes.Index(data[at:], []byte(">>\nstream\n")); i >= 0 && i < end {
			r.objects[id] = string(data[at : at+i+2])
			size, _ := strconv.Atoi(lengthOf.FindStringSubmatch(r.objects[id])[1])
			at += i + len(">>\nstream\n")
			r.streams[id] = data[at : at+size]
			at += size
			continue
		}
		r.objects[id] = string(data[at : at+end])
		at += end
	}
	for id, stream := range r.streams {
		if !strings.Contains(r.objects[id], "/FlateDecode") {
			continue
		}
		z, err := zlib.NewReader(bytes.NewReader(stream))
		if err != nil {
			t.Fatalf("object %d: %v", id, err)
		}
		if r.streams[id], err = io.ReadAll(z); err != nil {
			t.Fatalf("object %d: %v", id, err)
		}
	}
	r.unpack()
	for i, page := range r.pages() {
		r.page(page, i)
	}
	return r
}

// unpack takes the objects out of those that hold others.
func (r *reader) unpack() {
	for id, body := range r.objects {
		if !strings.Contains(body, "/Type/ObjStm") {
			continue
		}
		first := r.number(body, "/First ")
		index := strings.Fields(string(r.streams[id][:first]))
		rest := string(r.streams[id][first:])
		for i := 0; i < len(index); i += 2 {
			n, _ := strconv.Atoi(index[i])
			start, _ := strconv.Atoi(index[i+1])
			end := len(rest)
			if i+3 < len(index) {
				end, _ = strconv.Atoi(index[i+3])
			}
			r.objects[n] = strings.TrimSpace(rest[start:end])
		}
	}
}

func (r *reader) number(body, key string) int {
	m := regexp.MustCompile(regexp.QuoteMeta(key) + `\[?(\d+)`).FindStringSubmatch(body)
	if m == nil {
		r.t.Fatalf("%s has no %s", body, key)
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// catalog is the object from which all others are found.
func (r *reader) catalog() string {
	for _, body := range r.objects {
		if strings.Contains(body, "/Type/Catalog") {
			return body
		}
	}
	r.t.Fatal("there is no catalog")
	return ""
}

var reference = regexp.MustCompile(`(\d+) 0 R`)

func refs(s string) []int {
	var out []int
	for _, m := range reference.FindAllStringSubmatch(s, -1) {
		n, _ := strconv.Atoi(m[1])
		out = append(out, n)
	}
	return out
}

func (r *reader) pages() []int {
	pages := r.objects[r.number(r.catalog(), "/Pages ")]
	_, kids, _ := strings.Cut(pages, "/Kids")
	return refs(kids)
}

var operator = regexp.MustCompile(`/(\w+)<</MCID (\d+)>>BDC|/(Artifact)<<|(EMC)|/F(\d) |<([0-9A-F]*)> Tj`)

// page collects the text of each marked piece, and that of the artifacts.
func (r *reader) page(id, number int) {
	body := r.objects[id]
	fonts := map[string]map[string]string{}
	for _, m := range regexp.MustCompile(`/F(\d) (\d+) 0 R`).FindAllStringSubmatch(body, -1) {
		n, _ := strconv.Atoi(m[2])
		fonts[m[1]] = r.characters(r.number(r.objects[n], "/ToUnicode "))
	}
	key, font := "", ""
	for _, m := range operator.FindAllStringSubmatch(string(r.streams[r.number(body, "/Contents ")]), -1) {
		switch {
		case m[2] != "":
			key = fmt.Sprintf("%d/%s", id, m[2])
			if r.pieces[key] != "" {
				r.t.Errorf("page %d: the mark %s is used twice", number, m[2])
			}
		case m[3] != "":
			key = fmt.Sprintf("artifact %d", number)
			r.pieces[key] += "\n"
		case m[4] != "":
			key = "unmarked"
		case m[5] != "":
			font = m[5]
		default:
			for i := 0; i < len(m[6]); i += 4 {
				c, ok := fonts[font][m[6][i:i+4]]
				if !ok {
					r.t.Errorf("page %d: the font does not say what %s stands for", number, m[6][i:i+4])
				}
				r.pieces[key] += c
			}
		}
	}
}

var pair = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>`)

func (r *reader) characters(id int) map[string]string {
	out := map[string]string{}
	for _, m := range pair.FindAllStringSubmatch(string(r.streams[id]), -1) {
		var units []uint16
		for i := 0; i < len(m[2]); i += 4 {
			u, _ := strconv.ParseUint(m[2][i:i+4], 16, 16)
			units = append(units, uint16(u))
		}
		out[m[1]] = string(utf16.Decode(units))
	}
	return out
}

// tree is what the document says, one element to a line.
func (r *reader) tree() string {
	root := r.objects[r.number(r.catalog(), "/StructTreeRoot ")]
	var b strings.Builder
	r.element(&b, r.number(root, "/K "), 0)
	return b.String()
}

var kidOf = regexp.MustCompile(`<</Type/MCR/Pg (\d+) 0 R/MCID (\d+)>>|<</Type/OBJR/Pg \d+ 0 R/Obj (\d+) 0 R>>|(\d+) 0 R|(\d+) `)

func (r *reader) element(b *strings.Builder, id, depth int) {
	body := r.objects[id]
	kind := regexp.MustCompile(`/S/(\w+)`).FindStringSubmatch(body)[1]
	fmt.Fprintf(b, "%s%s", strings.Repeat("  ", depth), kind)
	if m := regexp.MustCompile(`/Scope/(\w+)`).FindStringSubmatch(body); m != nil {
		fmt.Fprintf(b, " %s", m[1])
	}
	head, kids, _ := strings.Cut(body, "/K[")
	said := ""
	var below []int
	for _, m := range kidOf.FindAllStringSubmatch(kids, -1) {
		switch {
		case m[2] != "":
			said += r.pieces[m[1]+"/"+m[2]]
		case m[3] != "":
			n, _ := strconv.Atoi(m[3])
			said += " →" + regexp.MustCompile(`/URI\((.*?)\)>>`).FindStringSubmatch(r.objects[n])[1]
		case m[4] != "":
			n, _ := strconv.Atoi(m[4])
			below = append(below, n)
		default:
			said += r.pieces[fmt.Sprintf("%d/%s", r.number(head, "/Pg "), m[5])]
		}
	}
	if said != "" {
		fmt.Fprintf(b, " %q", said)
	}
	b.WriteString("\n")
	for _, n := range below {
		if parent := r.number(r.objects[n], "/P "); parent != id {
			r.t.Errorf("the element %d says that it lies below %d, but it lies below %d", n, parent, id)
		}
		r.element(b, n, depth+1)
	}
}

// marks are the pieces that an element says are its own: key-page/mark, where
// the key is that of the page in the table of elements.
func (r *reader) marks(id, key int) []string {
	head, kids, _ := strings.Cut(r.objects[id], "/K[")
	var out []string
	for _, m := range kidOf.FindAllStringSubmatch(kids, -1) {
		switch {
		case m[2] != "":
			out = append(out, fmt.Sprintf("%d-%s/%s", key, m[1], m[2]))
		case m[5] != "":
			out = append(out, fmt.Sprintf("%d-%d/%s", key, r.number(head, "/Pg "), m[5]))
		}
	}
	return out
}
