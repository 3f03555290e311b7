package record_test

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/trial"
)

// laid is a site with a record of each kind, on disk.
func laid(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for name, f := range files() {
		full := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func read(t *testing.T, root string) *record.Reading {
	t.Helper()
	r, err := (&record.Reading{}).Again(root, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// told is all that a set answers.
func told(s *record.Set) map[string]any {
	all := map[string]any{"whole": s.Whole()}
	for _, e := range s.All() {
		key := e.Kind.Name + "/" + e.Value.Key()
		pos, ok := e.File.At("name")
		all[key] = []any{e.Value, e.File.Name, e.File.Text, e.File.Failed(""), pos, ok, s.Find(e.Kind.Name, e.Value.Key()) == e, s.Of(e.Value) == e}
	}
	for _, k := range record.Kinds() {
		all["lost "+k.Name] = s.Lost(k.Name)
		for _, id := range []string{"organisation", "puzzel", "inside", "imy"} {
			all["exists "+k.Name+"/"+id] = s.Exists(k.Name, id)
		}
	}
	return all
}

func same(t *testing.T, now, fresh *record.Reading) (ok bool) {
	t.Helper()
	diff := cmp.Diff(fresh.Found, now.Found) + cmp.Diff(fresh.Set, now.Set, cmpopts.IgnoreUnexported(record.Set{})) + cmp.Diff(told(fresh.Set), told(now.Set))
	if diff != "" {
		t.Errorf("-read anew +read again\n%s", diff)
	}
	sorted := slices.Clone(now.Found)
	if sorted.Sort(); !cmp.Equal(sorted, now.Found) {
		t.Errorf("the findings are not sorted: %v", now.Found)
	}
	return diff == "" && !t.Failed()
}

// Whatever people do, what is read again is what is read anew.
func TestReadingAgainIsReadingAnew(t *testing.T) {
	for seed := range uint64(6) {
		root := laid(t)
		edits := trial.EditsOf(t, root, seed)
		reading := read(t, root)
		for range 50 {
			what, touched := edits.Next()
			now, err := reading.Again(root, touched)
			if err != nil {
				t.Fatal(err)
			}
			if !same(t, now, read(t, root)) {
				t.Fatalf("seed %d, after %s of %v", seed, what, touched)
			}
			reading = now
		}
	}
}

// A file that nobody touched is not read: what stands in it now is not seen.
func TestOnlyWhatWasTouchedIsReadAgain(t *testing.T) {
	root := laid(t)
	reading := read(t, root)
	change := func(name, text string, keep bool) {
		t.Helper()
		name = filepath.Join(root, filepath.FromSlash(name))
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if keep {
			if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
				t.Fatal(err)
			}
		}
	}
	again := func(touched ...string) string {
		t.Helper()
		now, err := reading.Again(root, touched)
		if err != nil {
			t.Fatal(err)
		}
		reading = now
		return now.Set.Recipients[0].TradeName
	}
	puzzel := reading.Set.Recipients[0]
	change("data/recipients/puzzel.yaml", "trade_name: Pussel\n", true) // as long, and as old
	if name := again("data/cookies/session.yaml", "data/recipients/puz", "data/recipients/puzzel"); name != "Puzzel" || reading.Set.Recipients[0] != puzzel {
		t.Errorf("a file that nobody touched says %q", name)
	}
	if name := again("data/recipients/puzzel.yaml"); name != "Pussel" {
		t.Errorf("touched it says %q", name)
	}
	change("data/recipients/puzzel.yaml", "trade_name: Puzzle\n", true)
	if name := again("data/recipients"); name != "Puzzle" {
		t.Errorf("its folder touched, it says %q", name)
	}
	change("data/recipients/puzzel.yaml", "trade_name: Puzzel AB\n", true)
	if name := again(); name != "Puzzel AB" {
		t.Errorf("longer than it was it says %q", name)
	}
	change("data/recipients/puzzel.yaml", "trade_name: Pussel AB\n", false)
	later := filepath.Join(root, "data/recipients/puzzel.yaml")
	info, err := os.Stat(later)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(later, info.ModTime().Add(1e9), info.ModTime().Add(1e9)); err != nil {
		t.Fatal(err)
	}
	if name := again(); name != "Pussel AB" {
		t.Errorf("written later it says %q", name)
	}
}

// What is no record is told each time, between what is told of records.
func TestWhatIsNoRecordIsToldAgain(t *testing.T) {
	root := laid(t)
	for _, name := range []string{"a.txt", "puzzel.yaml", "z.txt"} {
		if err := os.WriteFile(filepath.Join(root, "data/recipients", name), []byte("unknown: 1\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	reading := read(t, root)
	again, err := reading.Again(root, []string{"data/recipients/puzzel.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []*record.Reading{reading, again} {
		var names []string
		for _, d := range r.Found {
			names = append(names, path.Base(d.Pos.File))
		}
		if diff := cmp.Diff([]string{"a.txt", "puzzel.yaml", "z.txt"}, names); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
	}
}

// A link is read each time: its target is touched under another name.
func TestALinkIsReadAgain(t *testing.T) {
	root := laid(t)
	shared := filepath.Join(root, "shared.yaml")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(shared, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(shared, time.Unix(1e9, 0), time.Unix(1e9, 0)); err != nil {
			t.Fatal(err)
		}
	}
	write("trade_name: Ett\n")
	if err := os.Symlink("../../shared.yaml", filepath.Join(root, "data/recipients/a.yaml")); err != nil {
		t.Skip(err) // Windows asks for a privilege
	}
	reading := read(t, root)
	write("trade_name: Tva\n")
	now, err := reading.Again(root, nil)
	if err != nil || now.Set.Recipients[0].TradeName != "Tva" {
		t.Errorf("it says %q (%v)", now.Set.Recipients[0].TradeName, err)
	}
}

// What was read before is not changed by what is read later.
func TestAnEarlierSetStaysAsItWas(t *testing.T) {
	root := laid(t)
	reading := read(t, root)
	before, found := told(reading.Set), slices.Clone(reading.Found)
	edits := trial.EditsOf(t, root, 99)
	now := reading
	for range 40 {
		_, touched := edits.Next()
		next, err := now.Again(root, touched)
		if err != nil {
			t.Fatal(err)
		}
		now = next
	}
	if diff := cmp.Diff(before, told(reading.Set)) + cmp.Diff(found, reading.Found); diff != "" {
		t.Errorf("-before +after\n%s", diff)
	}
	if names := slices.Sorted(maps.Keys(before)); len(names) < 13 {
		t.Errorf("only %v were looked at", names)
	}
}
