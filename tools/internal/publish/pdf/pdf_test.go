package pdf_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/publish/pdf"
)

// sample has one of everything, and a table of so many rows.
func sample(rows int) *pdf.Document {
	table := pdf.Table{Columns: []string{"Namn", "Tjänst"}}
	for i := range rows {
		table.Rows = append(table.Rows, pdf.Row{
			Mark: fmt.Sprintf("Öst %d AB", i),
			Cells: []pdf.Cell{
				{{{Text: fmt.Sprintf("Öst %d AB", i), Style: pdf.Bold}}, {{Text: "Nummer: ", Style: pdf.Muted}, {Text: "556579-4384"}}},
				{pdf.Plainly("Drift – ”servrar” och lagring … é")},
			},
		})
	}
	return &pdf.Document{
		Title: "Underbiträden – Exempelbolaget", Author: "Exempelbolaget", Subject: "Lista", Language: "sv", Date: "2026-11-21",
		Landscape: true, Header: "Exempelbolaget: underbiträden", Footer: []string{"Version 2026-11-21", "SHA-256 0123"},
		Number: func(page, pages int) string { return fmt.Sprintf("sida %d av %d", page, pages) },
		Blocks: []pdf.Block{
			pdf.Heading{Level: 1, Text: "Underbiträden"},
			pdf.Paragraph{Text: pdf.Text{{Text: "Läs mer på "}, {Text: "sidan", URL: "https://trust.example/å(b"}, {Text: " eller "}, {Text: "här", URL: "https://trust.example/"}, {Text: "."}}},
			pdf.List{Items: []pdf.Text{pdf.Plainly("ett"), pdf.Plainly("två")}},
			pdf.Heading{Level: 2, Text: "Listan"},
			table,
		},
	}
}

func write(t *testing.T, d *pdf.Document) []byte {
	t.Helper()
	data, missing := pdf.Write(d)
	if len(missing) > 0 {
		t.Errorf("the fonts lack %q", missing)
	}
	return data
}

func TestScreenReadersMeetTheDocumentInOrder(t *testing.T) {
	want := `Document
  H1 "Underbiträden"
  P "Läs mer på sidan eller ."
    Link "här →https://trust.example/"
  L
    LI
      Lbl "•"
      LBody "ett"
    LI
      Lbl "•"
      LBody "två"
  H2 "Listan"
  Table
    THead
      TR
        TH Column "Namn"
        TH Column "Tjänst"
    TBody
      TR
        TH Row
          P "Öst 0 AB"
          P "Nummer: 556579-4384"
        TD "Drift – ”servrar” och lagring … é"
`
	if diff := cmp.Diff(want, read(t, write(t, sample(1))).tree()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestEachPageRepeatsHeadingsAndIsNumbered(t *testing.T) {
	r := read(t, write(t, sample(100)))
	pages := len(r.pages())
	if pages < 3 {
		t.Fatalf("%d pages", pages)
	}
	for i := range pages {
		margin := r.pieces[fmt.Sprintf("artifact %d", i)]
		for _, want := range []string{"Version 2026-11-21", "SHA-256 0123", fmt.Sprintf("sida %d av %d", i+1, pages), "Namn", "Exempelbolaget: underbiträden"} {
			if first := i == 0 && (want == "Namn" || strings.HasPrefix(want, "Exempel")); strings.Contains(margin, want) == first {
				t.Errorf("page %d: in the margins stands %q; want %q there: %t", i+1, margin, want, !first)
			}
		}
	}
	if tree := r.tree(); strings.Count(tree, "TH Column") != 2 || strings.Count(tree, "TH Row") != 100 {
		t.Errorf("repeated headings are part of the text, or rows are lost:\n%s", tree)
	}
}

// No heading stands alone at the foot of a page, and a table of names and values
// is not torn apart.
func TestHeadingsStayWithWhatFollows(t *testing.T) {
	form := pdf.Table{Widths: []int{1, 1}}
	for range 12 {
		form.Rows = append(form.Rows, pdf.Row{Cells: []pdf.Cell{{pdf.Plainly("namn")}, {pdf.Plainly("värde")}}})
	}
	for lines := range 60 {
		d := &pdf.Document{Title: "x", Language: "sv", Blocks: []pdf.Block{
			pdf.Paragraph{Text: pdf.Plainly(strings.Repeat("rad\n", lines+1))},
			pdf.Heading{Level: 2, Text: "Bilaga"}, pdf.Heading{Level: 3, Text: "Part"}, form,
		}}
		r := read(t, write(t, d))
		of := map[string]string{} // page by text
		for at, text := range r.pieces {
			page, _, _ := strings.Cut(at, "/")
			if of[text] != "" && of[text] != page && text == "värde" {
				t.Errorf("after %d lines the table is torn apart", lines)
			}
			of[text] = page
		}
		if of["Bilaga"] != of["Part"] || of["Part"] != of["värde"] {
			t.Errorf("after %d lines the headings are on the pages %s and %s, the table on %s", lines, of["Bilaga"], of["Part"], of["värde"])
		}
	}
}

// A row that is longer than a page goes on on the next, and nothing of it is
// lost, said twice or glued together.
func TestLongRowsAreSplitOverPages(t *testing.T) {
	var words []string
	for i := range 3000 {
		words = append(words, fmt.Sprintf("ord%d", i))
	}
	long := strings.Join(words, " ")
	d := &pdf.Document{Title: "x", Language: "sv", Blocks: []pdf.Block{pdf.Table{
		Columns: []string{"a", "b"},
		Rows:    []pdf.Row{{Cells: []pdf.Cell{{pdf.Plainly("namn")}, {pdf.Plainly(long)}}}},
	}}}
	r := read(t, write(t, d))
	if len(r.pages()) < 3 {
		t.Fatalf("%d pages", len(r.pages()))
	}
	if !strings.Contains(r.tree(), fmt.Sprintf("TD %q\n", long)) {
		t.Error("the row is not read back whole")
	}
}

func TestHostileTextIsShownAndDoesNotRun(t *testing.T) {
	for _, tc := range []struct{ name, in, want, missing string }{
		{"syntax", `\ ) ( <00> >> Tj ET EMC endstream endobj % {`, `\ ) ( <00> >> Tj ET EMC endstream endobj % {`, ""},
		{"control characters", "a\x00b\x1bc\x7f", "a\ufffdb\ufffdc\ufffd", ""},
		{"overrides of direction", "a\u202eb\u2066c", "a\ufffdb\ufffdc", ""},
		{"no UTF-8", "a\xffb", "a\ufffdb", ""},
		{"no characters", "a\ufffe\ufdd0", "a\ufffd\ufffd", ""},
		{"letters apart from their marks", "a\u030a", "å", ""},
		{"other scripts", "漢字 漢 😀", "漢字 漢 😀", "漢字😀"},
		{"hard spaces and hyphens", "10\u00a0000\u2011kr\u202f%", "10\u00a0000\u2011kr\u202f%", ""},
		{"invisible characters", "a\u200bb\u2060c\ufeffd\u00ade", "abcde", ""},
		{"tabs", "a\tb", "a b", ""},
	} {
		d := &pdf.Document{Title: tc.in, Author: tc.in, Subject: tc.in, Language: "sv", Header: tc.in, Footer: []string{tc.in},
			Blocks: []pdf.Block{pdf.Paragraph{Text: pdf.Plainly(tc.in)}}}
		data, missing := pdf.Write(d)
		if string(missing) != tc.missing {
			t.Errorf("%s: the fonts lack %q, want %q", tc.name, string(missing), tc.missing)
		}
		if want, got := fmt.Sprintf("Document\n  P %q\n", tc.want), read(t, data).tree(); got != want {
			t.Errorf("%s: %q became %s", tc.name, tc.in, got)
		}
	}
}

func TestOnlyHarmlessAddressesAreLinks(t *testing.T) {
	for url, want := range map[string]bool{
		"https://a.example/x?y=1#z": true, "mailto:a@b.example": true, "tel:+46812345": true,
		"http://a.example/": false, "javascript:alert(1)": false, "https://": false, "HTTPS://a.example/": false,
		"https://a.example/ b": false, "https://å.example/": false, "https://a.example/\n": false, "file:///etc/passwd": false, "": false,
	} {
		d := &pdf.Document{Title: "x", Language: "en", Blocks: []pdf.Block{pdf.Paragraph{Text: pdf.Text{{Text: "x", URL: url}}}}}
		if got := bytes.Contains(write(t, d), []byte("/Subtype/Link")); got != want {
			t.Errorf("%q is a link: %t", url, got)
		}
	}
}

func TestSameDocumentGivesSameBytes(t *testing.T) {
	if !bytes.Equal(write(t, sample(50)), write(t, sample(50))) {
		t.Error("two writings differ")
	}
	other := sample(50)
	other.Date = "2026-11-22"
	id := func(d *pdf.Document) []byte {
		data := write(t, d)
		return data[bytes.LastIndex(data, []byte("/ID[")):][:40]
	}
	if bytes.Equal(id(sample(50)), id(other)) {
		t.Error("two documents have the same name for themselves")
	}
}

func TestPropertiesAreThoseOfPDFUA(t *testing.T) {
	r := read(t, write(t, sample(3)))
	for _, want := range []string{"/Lang(sv)", "/MarkInfo<</Marked true>>", "/DisplayDocTitle true", "/Outlines ", "/StructTreeRoot ", "/Metadata "} {
		if !strings.Contains(r.catalog(), want) {
			t.Errorf("the catalog lacks %s", want)
		}
	}
	metadata := string(r.streams[r.number(r.catalog(), "/Metadata ")])
	for _, want := range []string{"<pdfuaid:part>1<", ">Underbiträden – Exempelbolaget<", "<rdf:li>sv<", "2026-11-21T00:00:00Z"} {
		if !strings.Contains(metadata, want) {
			t.Errorf("the metadata lack %s:\n%s", want, metadata)
		}
	}
	for _, page := range r.pages() {
		if !strings.Contains(r.objects[page], "/Tabs/S") || !strings.Contains(r.objects[page], "/StructParents ") {
			t.Errorf("page: %s", r.objects[page])
		}
	}
}

// From a piece of a page a reader finds the element, and nothing is drawn that
// is neither a part of an element nor an artifact.
func TestEachPieceOfAPageKnowsItsElement(t *testing.T) {
	r := read(t, write(t, sample(100)))
	if stray := r.pieces["unmarked"]; stray != "" {
		t.Errorf("drawn outside the tree: %q", stray)
	}
	root := r.objects[r.number(r.catalog(), "/StructTreeRoot ")]
	table := r.objects[r.number(root, "/ParentTree ")]
	pages := r.pages()
	lists := regexp.MustCompile(`(\d+)\[([^\]]*)\]`).FindAllStringSubmatch(strings.TrimPrefix(table, "<</Nums["), -1)
	if len(lists) != len(pages) {
		t.Fatalf("%d pages, and elements for %d", len(pages), len(lists))
	}
	n := 0
	for i, list := range lists {
		for mark, element := range refs(list[2]) {
			if want := fmt.Sprintf("%s-%d/%d", list[1], pages[i], mark); !slices.Contains(r.marks(element, i), want) {
				t.Errorf("the element %d is said to own %s, and owns %v", element, want, r.marks(element, i))
			}
			n++
		}
	}
	if n < 300 {
		t.Errorf("only %d pieces were looked at", n)
	}
}

// Programs that others wrote accept the file and read the same in it.
func TestOtherProgramsReadIt(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sample.pdf")
	if err := os.WriteFile(file, write(t, sample(60)), 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(name string, args ...string) string {
		if _, err := exec.LookPath(name); err != nil {
			t.Logf("%s is not on this machine; what it thinks of the file was not asked", name)
			return ""
		}
		out, err := exec.Command(name, args...).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
		return string(out)
	}
	run("qpdf", "--check", file)
	if about := run("pdfinfo", file); about != "" {
		for _, want := range []string{"Tagged:          yes", "Title:           Underbiträden – Exempelbolaget", "Suspects:        no", "(A4)"} {
			if !strings.Contains(about, want) {
				t.Errorf("pdfinfo does not say %q:\n%s", want, about)
			}
		}
		if said := run("pdfinfo", "-struct-text", file); strings.Contains(said, "Warning") || strings.Count(said, "TH:") != 62 {
			t.Errorf("pdfinfo reads:\n%s", said)
		}
	}
	if text := run("pdftotext", "-layout", file, "-"); text != "" && strings.Count(text, "Drift – ”servrar” och lagring … é") != 60 {
		t.Errorf("pdftotext reads:\n%s", text)
	}
}

func BenchmarkThousandRows(b *testing.B) {
	d := sample(1000)
	for b.Loop() {
		pdf.Write(d)
	}
}
