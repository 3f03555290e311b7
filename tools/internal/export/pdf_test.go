package export

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// printed is what stands on the pages of a PDF, and in their margins. It is
// read from the bytes alone: each stream is unpacked, and each character looked
// up in the table that its font brings along.
type printed struct{ text, margins string }

var (
	streams   = regexp.MustCompile(`(?s)(\d+) 0 obj\n<<([^\n]*)/Length (\d+)>>\nstream\n`)
	mapping   = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>`)
	fontFiles = regexp.MustCompile(`/F(\d) (\d+) 0 R`)
	toUnicode = regexp.MustCompile(`(\d+) 0 obj\n<</Type/Font/Subtype/Type0.*?/ToUnicode (\d+) 0 R`)
	drawing   = regexp.MustCompile(`/(Artifact)<<|(EMC)|(BDC)|/F(\d) |<([0-9A-F]*)> Tj`)
)

func openPaper(t *testing.T, data []byte) printed {
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
	var out printed
	for _, id := range order {
		if !strings.Contains(contents[id], " Tj ET") {
			continue
		}
		into, font := &out.text, ""
		for _, m := range drawing.FindAllStringSubmatch(contents[id], -1) {
			switch {
			case m[1] != "":
				into = &out.margins
			case m[2] != "":
				*into += "\n"
				into = &out.text
			case m[4] != "":
				font = m[4]
			case m[5] != "":
				for i := 0; i < len(m[5]); i += 4 {
					*into += fonts[font][m[5][i:i+4]]
				}
				if into == &out.margins {
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

// What is printed is the list: every cell, in its row, and no word glued to the
// next. Codes are printed as the words that they stand for.
func TestPaperEqualsTheList(t *testing.T) {
	for _, roll := range Lists() {
		for _, lang := range []string{"sv", "en"} {
			table := roll.Table(small(t), lang, edition)
			text := openPaper(t, PDF(roll, table)).text
			s := sheet{t: table, names: map[string]string{"gammal": "Gammal AB"}}
			at := 0
			for _, row := range table.Rows {
				for i, g := range roll.sheet {
					for _, paragraph := range s.cell(row, g, i == 0) {
						said := ""
						for _, span := range paragraph {
							said += strings.ReplaceAll(span.Text, "\n", "")
						}
						next := strings.Index(text[at:], said)
						if next < 0 {
							t.Fatalf("%s.%s: %q is not printed, or out of order", roll.Name, lang, said)
						}
						at += next
					}
				}
			}
		}
	}
}

func TestEachColumnHasItsPlaceOnPaper(t *testing.T) {
	otherwise := []string{"period", "period_min", "period_max"} // the column kept says the same in words
	for _, roll := range Lists() {
		for _, c := range roll.Columns {
			n := 0
			for _, g := range roll.sheet {
				for _, name := range g.columns {
					if name == c.Name {
						n++
					}
				}
			}
			if want := 1; n != want && !(n == 0 && slices.Contains(otherwise, c.Name)) {
				t.Errorf("%s: the column %s is printed %d times", roll.Name, c.Name, n)
			}
		}
	}
}

func TestWordsOnPaper(t *testing.T) {
	table := subprocessors().Table(small(t), "sv", edition)
	text := openPaper(t, PDF(subprocessors(), table)).text
	for _, want := range []string{
		"Kommande\n", "Aktuell\n", "Upphörd\n", "Etableringsland: Sverige\n", "Sverige, Halmstad (drift, lagring)\nInom EU/EES\n",
		"Tredjeländer: USA\n", "Överföring till tredjeland: ja\n", "Överföringsgrund: standardavtalsklausuler från kommissionen\n",
		"Ersätter: Gammal AB\n", "Gäller från: 2027-01-01\n", "=HYPERLINK(\"https://evil.example\")\n", "Så ser listan ut den 21 november 2026.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not printed:\n%s", want, text)
		}
	}
}

func TestEachPageSaysWhichEditionItIs(t *testing.T) {
	table := long(100)
	table.Version, table.Digest = "2026-11-21", strings.Repeat("0f", 32)
	p := openPaper(t, PDF(subprocessors(), table))
	pages := strings.Count(p.margins, "sida ")
	if pages < 5 {
		t.Fatalf("%d pages", pages)
	}
	for _, want := range []string{
		"Exempelbolaget – Underbiträden – Version: 2026-11-21 – gäller den 21 november 2026\n",
		"Versionens kontrollsumma (SHA-256): " + table.Digest + "\n",
	} {
		if n := strings.Count(p.margins, want); n != pages {
			t.Errorf("%q stands on %d of %d pages", want, n, pages)
		}
	}
	for i := range pages {
		if want := fmt.Sprintf("sida %d av %d\n", i+1, pages); !strings.Contains(p.margins, want) {
			t.Errorf("no page says %q", want)
		}
	}
}

// Where no version is issued, the digest is that of a file beside it.
func TestDigestOfAnUnissuedListIsThatOfItsCSV(t *testing.T) {
	table := measures().Table(small(t), "en", edition)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "measures.en.csv"), CSV(table), 0o644); err != nil {
		t.Fatal(err)
	}
	tool, err := exec.LookPath("sha256sum")
	if err != nil {
		t.Skip("sha256sum is not on this machine")
	}
	out, err := exec.Command(tool, filepath.Join(dir, "measures.en.csv")).Output()
	if err != nil {
		t.Fatal(err)
	}
	want := "SHA-256, measures.en.csv: " + strings.Fields(string(out))[0]
	if margins := openPaper(t, PDF(measures(), table)).margins; !strings.Contains(margins, want) || !strings.Contains(margins, "Version: not issued") {
		t.Errorf("the margins do not say %q:\n%s", want, margins)
	}
}

func TestMissingCharactersAreOwnedUpTo(t *testing.T) {
	table := long(2)
	table.Rows[0][2] = "漢字 AB"
	text := openPaper(t, PDF(subprocessors(), table)).text
	for _, want := range []string{"漢字 AB", "I dokumentet finns 2 olika tecken som dess typsnitt saknar."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not printed", want)
		}
	}
}

func TestAnnexesAreFilledIn(t *testing.T) {
	files := annexFiles(small(t), "sv", edition)
	if len(files) != 1 || files[0].Path != "data/v1/annexes.sv.pdf" {
		t.Fatalf("%d files", len(files))
	}
	text := openPaper(t, files[0].Data).text
	at := 0
	for _, want := range []string{
		"Bilaga I – ", "Personuppgiftsansvarig\n", "Underskrift", "Personuppgiftsbiträde\n", "Exempelbolaget AB\n", "559999-0008\n", "Dataskyddsombud\n", "dso@bolaget.example\n", "Underskrift",
		"Bilaga II – ", "Drift åt kunder\n", "Kundens användare.\n", "Kontaktuppgifter (Hälsa)\n", "Hälsa (hälsa)\n", "Lagring.\n", "Hålla tjänsten i drift.\n", "Loggar: 30 dagar – 1 år\n", "Exempelmolnet\n", "Öst Drift AB\n",
		"Bilaga III – ", "Pseudonymisering och kryptering\n", "Kryptering. Allt är krypterat.\n", "Diskar\n", "Återställning\n", "Säkerhetskopior\n",
		"Bilaga IV – ", "Ny AB\n", "1 januari 2027\n", "USA\nstandardavtalsklausuler från kommissionen\n", "Öst Drift AB\n", "Sverige, Halmstad (drift, lagring)\n", "Nej.\n",
	} {
		next := strings.Index(text[at:], want)
		if next < 0 {
			t.Fatalf("%q is missing, or out of order, after\n%s", want, text[:at])
		}
		at += next
	}
	for _, never := range []string{"Fakturering", "Gammal AB", "Låsta kontor"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is no business of the customers", never)
		}
	}
	set := small(t)
	set.Activities = set.Activities[1:] // what is left is done for ourselves
	if files := annexFiles(set, "sv", edition); files != nil {
		t.Error("there are annexes although nothing is done for customers")
	}
}

func BenchmarkPaperOf1000Rows(b *testing.B) {
	t, roll := long(1000), subprocessors()
	for b.Loop() {
		PDF(roll, t)
	}
}
