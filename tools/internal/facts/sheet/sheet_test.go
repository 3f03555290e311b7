package sheet

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

var day = time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)

func book() Book {
	return Book{
		Properties: Properties{Title: "Lista", Creator: "Prov AB", Day: "2026-11-21", Language: "sv", Version: "2", Program: "Prov"},
		Table: Table{
			Name: "A/B", Heads: []string{"text", "nummer", "ja eller nej", "dag"},
			Rows: [][]any{{"=1+1", 7, true, day}, {nil, 0, false, nil}, {"två\r\nrader", nil, nil, day.AddDate(0, 0, 1)}},
		},
		Page: Page{
			Name: "Om", Widths: []float64{26, 72},
			Lines: [][]any{{Bold("dag"), day}, nil, {"antal", 3}},
		},
	}
}

func opened(t *testing.T, b Book) *excelize.File {
	t.Helper()
	data, err := Write(b)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	f := opened(t, book())
	if got := f.GetSheetList(); !slices.Equal(got, []string{"A B", "Om"}) {
		t.Fatalf("the sheets are %q", got)
	}
	for name, want := range map[string][][]string{
		"A B": {{"text", "nummer", "ja eller nej", "dag"}, {"=1+1", "7", "TRUE", "2026-11-21"}, {"", "0", "FALSE"}, {"två\nrader", "", "", "2026-11-22"}},
		"Om":  {{"dag", "2026-11-21"}, nil, {"antal", "3"}},
	} {
		got, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
	for cell, want := range map[string]excelize.CellType{"A2": excelize.CellTypeInlineString, "B2": excelize.CellTypeUnset, "C2": excelize.CellTypeBool, "D2": excelize.CellTypeUnset} {
		if got, err := f.GetCellType("A B", cell); err != nil || got != want {
			t.Errorf("%s is of the type %v, want %v (%v)", cell, got, want, err)
		}
		if formula, err := f.GetCellFormula("A B", cell); err != nil || formula != "" {
			t.Errorf("%s is the formula %q (%v)", cell, formula, err)
		}
	}
}

func TestHeadingsStayInSight(t *testing.T) {
	f := opened(t, book())
	if p, err := f.GetPanes("A B"); err != nil || !p.Freeze || p.YSplit != 1 || p.XSplit != 0 {
		t.Errorf("the panes are %+v (%v)", p, err)
	}
	for at, want := range map[string]bool{"A1": true, "A2": false} {
		id, err := f.GetCellStyle("A B", at)
		if err != nil {
			t.Fatal(err)
		}
		if s, err := f.GetStyle(id); err != nil || s.Font.Bold != want {
			t.Errorf("%s: bold is %v, want %v (%v)", at, s.Font.Bold, want, err)
		}
	}
}

func TestColumnsAreAsWideAsTheirLines(t *testing.T) {
	b := book()
	b.Table.Rows[0][0] = strings.Repeat("å", 30) + "\n" + strings.Repeat("å", 20)
	b.Table.Rows[1][3] = strings.Repeat("å", 300)
	f := opened(t, b)
	for _, tc := range []struct {
		sheet, column string
		want          float64
	}{{"A B", "A", 33}, {"A B", "B", 9}, {"A B", "C", 15}, {"A B", "D", 48}, {"Om", "A", 26}, {"Om", "B", 72}} {
		if got, err := f.GetColWidth(tc.sheet, tc.column); err != nil || got != tc.want {
			t.Errorf("%s of %s is %v wide, want %v (%v)", tc.column, tc.sheet, got, tc.want, err)
		}
	}
}

func TestPropertiesAreThoseAskedFor(t *testing.T) {
	f := opened(t, book())
	p, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	got := []string{p.Title, p.Creator, p.LastModifiedBy, p.Created, p.Modified, p.Language, p.Version}
	if want := []string{"Lista", "Prov AB", "Prov AB", "2026-11-21T00:00:00Z", "2026-11-21T00:00:00Z", "sv", "2"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if a, err := f.GetAppProps(); err != nil || a.Application != "Prov" || a.Company != "Prov AB" {
		t.Errorf("got %+v (%v)", a, err)
	}
}

func TestSameBookGivesTheSameBytes(t *testing.T) {
	a, errA := Write(book())
	b, errB := Write(book())
	if errA != nil || errB != nil || !bytes.Equal(a, b) {
		t.Errorf("two writings differ (%v, %v)", errA, errB)
	}
}

func TestLongTextIsShortenedAndSaysSo(t *testing.T) {
	for _, letter := range []string{"å", "😀"} { // one counts as one character in a cell, the other as two
		b := book()
		b.Table.Rows = [][]any{{strings.Repeat(letter, 40_000), nil, nil, nil}}
		got, err := opened(t, b).GetCellValue("A B", "A2")
		units := 0
		for _, r := range got {
			if units++; r > 0xFFFF {
				units++
			}
		}
		if err != nil || !strings.HasSuffix(got, letter+" […]") || units > 32_767 || units < 32_766 {
			t.Errorf("%s: the cell has %d characters and ends with %q (%v)", letter, units, got[max(0, len(got)-12):], err)
		}
	}
}

func TestABookThatCannotBeIsRefused(t *testing.T) {
	b := book()
	b.Page.Widths = []float64{excelize.MaxColumnWidth + 1}
	if data, err := Write(b); err == nil || data != nil {
		t.Errorf("%d bytes are written with a column wider than a column may be", len(data))
	}
}

func TestSheetNamesFitASpreadsheet(t *testing.T) {
	for title, want := range map[string]string{
		"Underbiträden": "Underbiträden",
		"Luettelo alihankkijoista, jotka käsittelevät": "Luettelo alihankkijoista, jotka",
		"A/B: [c]?": "A B  (c)",
	} {
		if got := Name(title); got != want {
			t.Errorf("%q becomes %q, want %q", title, got, want)
		}
	}
}
