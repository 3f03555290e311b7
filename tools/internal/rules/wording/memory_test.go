package wording

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/trial"
)

// A memory finds what is found without one, whatever people do to the records, the pages
// and the day.
func TestAMemoryChangesNoFinding(t *testing.T) {
	const house = "../../../.."
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "data"), os.DirFS(filepath.Join(house, "data"))); err != nil {
		t.Fatal(err)
	}
	wrong := filepath.Join(dir, "data/recipients/kloverwatch.yaml")
	text, err := os.ReadFile(wrong)
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.ReplaceAll(text, []byte("Register of addresses"), []byte("We may share your data with third parties"))
	if err := os.WriteFile(wrong, text, 0o644); err != nil {
		t.Fatal(err)
	}
	pages := pages(t, house)[:12]
	memory, reading, edits := &Memory{Keep: true}, &record.Reading{}, trial.EditsOf(t, dir, 3)
	day, found := value.Date("2026-11-28"), 0
	var touched []string
	for n := range 20 {
		if reading, err = reading.Again(dir, touched); err != nil {
			t.Fatal(err)
		}
		want, got := Lint(reading.Set, pages, day), memory.Lint(reading.Set, pages, day)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("after %d edits: -without +with\n%s", n, diff)
		}
		if len(memory.records) != len(reading.Set.All()) || len(memory.pages) != len(pages) {
			t.Fatalf("%d records and %d pages are kept", len(memory.records), len(memory.pages))
		}
		found += len(got)
		switch _, touched = edits.Next(); n % 5 {
		case 2:
			pages[n%len(pages)].Data = append(slices.Clone(pages[n%len(pages)].Data), "\nVi delar aldrig dina uppgifter med tredje part. We may share your data with third parties.\n"...)
		case 3:
			day = day.Add(40)
		case 4:
			touched = append(touched, edits.Undo()...)
		}
	}
	if found < 20 {
		t.Errorf("only %d findings were compared", found)
	}
}

// What is known is not found out again, unless what it rests on has changed.
func TestAMemoryIsAsked(t *testing.T) {
	set := trial.Small(t)
	f := prose.File{File: "a.md", Lang: "sv", Page: "rights", Data: []byte("Text.\n")}
	const day = value.Date("2026-11-28")
	marked := func() *Memory {
		m := &Memory{Keep: true}
		m.Lint(set, []prose.File{f}, day)
		mark := diag.List{LintRules()[0].At(diag.Pos{File: "mark"}, diag.Text{}, diag.Text{})}
		m.pages["a.md"] = page{m.pages["a.md"].file, outcome{found: mark}}
		for e := range m.records {
			m.records[e] = outcome{found: mark}
		}
		return m
	}
	count := func(list diag.List) (n int) {
		for _, d := range list {
			if d.Pos.File == "mark" {
				n++
			}
		}
		return n
	}
	all := len(set.All())
	abroad := *set
	abroad.Activities = append(slices.Clone(set.Activities), &record.Activity{ID: "new"})
	other, lang, of, html := f, f, f, f
	other.Data, lang.Lang, of.Page, html.HTML = []byte("Texx.\n"), "en", "cookies", true
	for what, tc := range map[string]struct {
		set  *record.Set
		page prose.File
		day  value.Date
		want int
	}{
		"nothing":        {set, f, day, all + 1},
		"the text":       {set, other, day, all},
		"the language":   {set, lang, day, all},
		"the page":       {set, of, day, all},
		"the kind":       {set, html, day, all},
		"the day":        {set, f, day.Add(1), 0},
		"the activities": {&abroad, f, day, 0},
		"the records":    {trial.Small(t), f, day, 1},
	} {
		m := marked()
		if got := count(m.Lint(tc.set, []prose.File{tc.page}, tc.day)); got != tc.want {
			t.Errorf("%s changed, and %d of %d are taken from memory instead of %d", what, got, all+1, tc.want)
		}
	}
	m := &Memory{}
	if m.Lint(set, []prose.File{f}, day); m.pages != nil || m.records != nil {
		t.Error("it keeps what it was not asked to keep")
	}
}
