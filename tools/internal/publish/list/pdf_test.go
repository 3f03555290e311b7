package list

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/trial"
)

// What is printed is the list: every cell, in its row, and no word glued to the
// next. Codes are printed as the words that they stand for.
func TestPaperEqualsTheList(t *testing.T) {
	for _, roll := range Lists() {
		for _, lang := range []string{"sv", "en"} {
			table := roll.Table(trial.Small(t), lang, edition)
			text := trial.Paper(t, PDF(roll, table)).Text
			p := paper{t: table, names: map[string]string{"gammal": "Gammal AB"}}
			at := 0
			for _, row := range table.Rows {
				for i, g := range roll.groups {
					for _, paragraph := range p.cell(row, g, i == 0) {
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
			for _, g := range roll.groups {
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
	table := subprocessors().Table(trial.Small(t), "sv", edition)
	text := trial.Paper(t, PDF(subprocessors(), table)).Text
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
	p := trial.Paper(t, PDF(subprocessors(), table))
	pages := strings.Count(p.Margins, "sida ")
	if pages < 5 {
		t.Fatalf("%d pages", pages)
	}
	for _, want := range []string{
		"Exempelbolaget – Underbiträden – Version: 2026-11-21 – gäller den 21 november 2026\n",
		"Versionens kontrollsumma (SHA-256): " + table.Digest + "\n",
	} {
		if n := strings.Count(p.Margins, want); n != pages {
			t.Errorf("%q stands on %d of %d pages", want, n, pages)
		}
	}
	for i := range pages {
		if want := fmt.Sprintf("sida %d av %d\n", i+1, pages); !strings.Contains(p.Margins, want) {
			t.Errorf("no page says %q", want)
		}
	}
}

// Where no version is issued, the digest is that of a file beside it.
func TestDigestOfAnUnissuedListIsThatOfItsCSV(t *testing.T) {
	table := measures().Table(trial.Small(t), "en", edition)
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
	if margins := trial.Paper(t, PDF(measures(), table)).Margins; !strings.Contains(margins, want) || !strings.Contains(margins, "Version: not issued") {
		t.Errorf("the margins do not say %q:\n%s", want, margins)
	}
}

func TestMissingCharactersAreOwnedUpTo(t *testing.T) {
	table := long(2)
	table.Rows[0][2] = "漢字 AB"
	text := trial.Paper(t, PDF(subprocessors(), table)).Text
	for _, want := range []string{"漢字 AB", "I dokumentet finns 2 olika tecken som dess typsnitt saknar."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not printed", want)
		}
	}
}

func BenchmarkPaperOf1000Rows(b *testing.B) {
	t, roll := long(1000), subprocessors()
	for b.Loop() {
		PDF(roll, t)
	}
}
