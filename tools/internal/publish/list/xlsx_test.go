package list

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/trial"
)

// workbook reads a spreadsheet as the standard has it, ISO/IEC 29500, and
// shares no code with what writes it.
type workbook struct {
	t     *testing.T
	parts map[string][]byte
	words []string // the strings that sheets share
	dates map[int]bool
}

func openBook(t *testing.T, data []byte) *workbook {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	w := &workbook{t, map[string][]byte{}, nil, map[int]bool{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if w.parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	var shared struct {
		Strings []struct {
			T string `xml:"t"`
		} `xml:"si"`
	}
	w.parse("xl/sharedStrings.xml", &shared)
	for _, s := range shared.Strings {
		w.words = append(w.words, s.T)
	}
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	w.parse("xl/styles.xml", &styles)
	for i, c := range styles.Cells {
		for _, f := range styles.Formats {
			w.dates[i] = w.dates[i] || f.ID == c.Format && f.Code == "yyyy-mm-dd"
		}
	}
	return w
}

func (w *workbook) parse(name string, v any) {
	w.t.Helper()
	if err := xml.Unmarshal(w.parts[name], v); err != nil {
		w.t.Fatalf("%s: %v", name, err)
	}
}

// rows are the cells of a sheet, written as the CSV has them.
func (w *workbook) rows(sheet string, columns int) [][]string {
	var s struct {
		Rows []struct {
			Cells []struct {
				Ref     string `xml:"r,attr"`
				Type    string `xml:"t,attr"`
				Style   int    `xml:"s,attr"`
				Value   string `xml:"v"`
				Formula string `xml:"f"`
				Inline  string `xml:"is>t"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
	}
	w.parse("xl/worksheets/"+sheet+".xml", &s)
	var out [][]string
	for _, r := range s.Rows {
		row := make([]string, columns)
		for _, c := range r.Cells {
			if c.Formula != "" {
				w.t.Errorf("%s is a formula: %s", c.Ref, c.Formula)
			}
			value := c.Value
			switch c.Type {
			case "inlineStr":
				value = unescaped(c.Inline)
			case "s":
				i, _ := strconv.Atoi(c.Value)
				value = unescaped(w.words[i])
			case "b":
				value = strconv.FormatBool(c.Value == "1")
			case "", "n":
				if days, err := strconv.Atoi(c.Value); err == nil && w.dates[c.Style] {
					value = time.Date(1899, 12, 30+days, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
				}
			default:
				w.t.Errorf("%s is of the type %q", c.Ref, c.Type)
			}
			at := 0
			for _, r := range strings.TrimRight(c.Ref, "0123456789") {
				at = at*26 + int(r-'A') + 1
			}
			row[at-1] = value
		}
		out = append(out, row)
	}
	return out
}

var escaped = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

func unescaped(s string) string {
	return escaped.ReplaceAllStringFunc(s, func(m string) string {
		n, _ := strconv.ParseUint(m[2:6], 16, 16)
		return string(rune(n))
	})
}

func TestSpreadsheetEqualsTheCSVCellByCell(t *testing.T) {
	for _, roll := range Lists() {
		for _, lang := range []string{"sv", "en"} {
			table := roll.Table(trial.Small(t), lang, edition)
			want, err := csv.NewReader(bytes.NewReader(CSV(table))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for i, c := range table.Columns {
				want[0][i] = c.Label.In(lang)
			}
			for _, row := range want[1:] {
				for i, v := range row { // CSV alone needs the apostrophe
					if plain := strings.TrimPrefix(v, "'"); harmless(plain) == v {
						row[i] = plain
					}
				}
			}
			got := openBook(t, XLSX(table)).rows("sheet1", len(table.Columns))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s.%s: -CSV +XLSX\n%s", roll.Name, lang, diff)
			}
		}
	}
}

func TestSpreadsheetIsReadyToBeUsed(t *testing.T) {
	table := subprocessors().Table(trial.Small(t), "sv", Edition{AsOf: trial.Today, Version: "2026-11-21.2", Digest: "0f1e", BaseURL: "https://trust.example/"})
	w := openBook(t, XLSX(table))
	sheet := string(w.parts["xl/worksheets/sheet1.xml"])
	last := string(rune('A'+len(table.Columns)/26-1)) + string(rune('A'+(len(table.Columns)-1)%26))
	for _, want := range []string{`ySplit="1"`, `state="frozen"`, `<autoFilter ref="A1:` + last + `4"`} {
		if !strings.Contains(strings.ReplaceAll(sheet, "$", ""), want) {
			t.Errorf("the sheet lacks %s", want)
		}
	}
	for _, m := range regexp.MustCompile(`<col [^>]*width="([0-9.]+)"`).FindAllStringSubmatch(sheet, -1) {
		if width, _ := strconv.ParseFloat(m[1], 64); width < 8 || width > 48 {
			t.Errorf("a column is %s wide", m[1])
		}
	}
	properties := string(w.parts["docProps/core.xml"])
	for _, want := range []string{">2026-11-21T00:00:00Z<", ">Exempelbolaget<", ">Underbiträden – Exempelbolaget<", ">sv<"} {
		if !strings.Contains(properties, want) {
			t.Errorf("the properties lack %s: %s", want, properties)
		}
	}
	about := w.rows("sheet2", 3)
	for _, want := range [][]string{
		{"Organisation", "Exempelbolaget", ""}, {"Lista", "Underbiträden", ""}, {"Språk", "svenska", ""}, {"Gäller dagen", "2026-11-21", ""},
		{"Version", "2026-11-21.2", ""}, {"Versionens kontrollsumma (SHA-256)", "0f1e", ""},
		{"Senaste listan", "https://trust.example/data/v1/subprocessors.sv.xlsx", ""}, {"Antal rader", "3", ""},
		{"Sista dag att invända", "Sista dagen att invända.", "object_by"},
	} {
		if !slices.ContainsFunc(about, func(row []string) bool { return slices.Equal(row, want) }) {
			t.Errorf("the second sheet lacks %q", want)
		}
	}
}

func TestHostileCellsStayText(t *testing.T) {
	var rows [][]any
	for _, s := range []string{"=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+46 8", "-2", "<b>&amp;\"'", "_x0041_", " rymd ", "rad\nrad", "\tx", "2026-01-01", "TRUE", "007", "漢字 😀 å", strings.Repeat("å", 40_000)} {
		rows = append(rows, []any{s})
	}
	table := Table{Edition: edition, Name: "x", Title: "Lista", Language: "sv", Organisation: "=1", Columns: []Column{{Name: "a", Type: Text, Label: diag.Say("=A1", "=A1")}}, Rows: rows}
	got := openBook(t, XLSX(table)).rows("sheet1", 1)
	for i, row := range rows {
		want := row[0].(string)
		if len(want) > 60_000 {
			if !strings.HasSuffix(got[i+1][0], "å […]") || len([]rune(got[i+1][0])) > 32_767 {
				t.Errorf("the long cell has %d characters and ends with %q", len([]rune(got[i+1][0])), got[i+1][0][max(0, len(got[i+1][0])-12):])
			}
			continue
		}
		if got[i+1][0] != want {
			t.Errorf("%q became %q", want, got[i+1][0])
		}
	}
}

// long is a list of so many sub-processors. As in real lists, a third of what need
// not be said is not.
func long(rows int) Table {
	t := subprocessors().Table(&record.Set{Organisation: &record.Organisation{Name: "Exempelbolaget"}}, "sv", edition)
	for n := range rows {
		row := make([]any, len(t.Columns))
		for i, c := range t.Columns {
			if !c.Always && (n+i)%3 == 0 {
				continue
			}
			switch c.Type {
			case Text:
				row[i] = fmt.Sprintf("%s nummer %d, åäö", c.Label.SV, n)
			case Date:
				row[i] = string(value.Date("2020-01-01").Add(n % 3000))
			case List:
				row[i] = []string{"Kontaktuppgifter (namn, e-post)", fmt.Sprint("Annat ", n)}
			case Flag:
				row[i] = n%2 == 0
			case Int:
				row[i] = n%9 + 1
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func TestSameListGivesTheSameSpreadsheet(t *testing.T) {
	if !bytes.Equal(XLSX(long(300)), XLSX(long(300))) {
		t.Error("two writings differ")
	}
}

// The file must be made within 2 s and 150 MB.
func BenchmarkSpreadsheetOf10000Rows(b *testing.B) {
	t := long(10_000)
	b.ReportAllocs()
	for b.Loop() {
		b.ReportMetric(float64(len(XLSX(t)))/1e6, "MB-file")
	}
}
