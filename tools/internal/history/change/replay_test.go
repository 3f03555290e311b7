package change

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/trial"
)

// A replay is a made-up history, and what a person would say changed in each version: in
// testdata/replays, a line "== day" begins a version, and a line
//
//	record field: value    sets a field, or takes it away where there is no value
//	record gone            takes the record away
//	record -> other        gives it another id
//	= record verb kind [fields] material asked, and answered kind
//
// says what must be told of it. What an editor has to be asked of is answered as a file
// in data/changes answers it.
type replay struct {
	day   value.Date
	facts map[string]map[string]string
	rows  []string
}

func readReplay(t *testing.T, name string) (list []replay) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	facts := map[string]map[string]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		first, rest, _ := strings.Cut(line, " ")
		switch {
		case first == "#":
		case first == "==":
			list = append(list, replay{day: value.Date(rest)})
		case first == "=":
			list[len(list)-1].rows = append(list[len(list)-1].rows, rest)
			continue
		case rest == "gone":
			delete(facts, first)
		case strings.HasPrefix(rest, "-> "):
			facts[rest[3:]] = facts[first]
			delete(facts, first)
		default:
			field, said, _ := strings.Cut(rest, ":")
			now := maps.Clone(facts[first])
			if now == nil {
				now = map[string]string{}
			}
			if now[field] = said; said == "" {
				delete(now, field)
			}
			facts[first] = now
		}
		if len(list) > 0 {
			list[len(list)-1].facts = maps.Clone(facts)
		}
	}
	return list
}

// state is what the site said in the version.
func (r replay) state(t *testing.T) Snapshot {
	t.Helper()
	files := map[string]string{}
	for name, fields := range r.facts {
		var b strings.Builder
		for _, field := range slices.Sorted(maps.Keys(fields)) {
			b.WriteString(field + ":" + fields[field] + "\n")
		}
		files[name] = b.String()
	}
	return Of(trial.SetOf(t, files), nil)
}

// score counts what was called what it is.
type score struct{ rows, right, material, called, both, asked, unanswered int }

// told are the rows of a version, as its changes.json says them and an editor answers.
func (r replay) told(t *testing.T, before, after Snapshot, answers map[string]string) (rows map[string]string, entries map[string]Entry, asked map[string]bool) {
	t.Helper()
	d := Diff(before, after).On(r.day)
	data, err := EncodeChanges(d, after)
	if err != nil {
		t.Fatal(err)
	}
	list, err := DecodeChanges(data)
	if err != nil {
		t.Fatal(err)
	}
	rows, entries, asked = map[string]string{}, map[string]Entry{}, map[string]bool{}
	for _, c := range d.Records {
		kind, _ := record.KindOf(c.Kind)
		asked[kind.Folder+"/"+c.ID] = len(c.Asked) > 0
	}
	for _, e := range list {
		name := e.name(e.Record)
		if answers[name] != "" {
			e.Changes = []*record.Change{{Kind: answers[name]}}
		}
		fields := map[string]bool{}
		for _, l := range e.Lines {
			fields[l.Path[0]] = true
		}
		if e.Verb == Added {
			clear(fields)
		}
		rows[name] = fmt.Sprintf("%s %s %s [%s]", name, e.Verb, e.Weighs(), strings.Join(slices.Sorted(maps.Keys(fields)), ","))
		entries[name] = e
	}
	return rows, entries, asked
}

// Of made-up histories no row is missed, invented or called another kind, and nearly all
// that is called material is, and nearly all that is material is called so.
func TestHistoriesAreToldAsPeopleTellThem(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "replays", "*.txt"))
	if err != nil || len(names) < 6 {
		t.Fatal(names, err)
	}
	var s score
	versions := 0
	for _, name := range names {
		list := readReplay(t, name)
		states := make([]Snapshot, len(list))
		for i, r := range list {
			states[i] = r.state(t)
		}
		for i, r := range list[1:] {
			versions++
			s.count(t, filepath.Base(name), r, states[i], states[i+1])
		}
	}
	share := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	t.Logf("%d histories, %d versions, %d rows: %.1f %% right", len(names), versions, s.rows, share(s.right, s.rows))
	t.Logf("of %d called material %.1f %% are; of %d that are %.1f %% are called so", s.called, share(s.both, s.called), s.material, share(s.both, s.material))
	t.Logf("%d were asked of an editor; had nobody answered, %d more would be called material", s.asked, s.unanswered)
	if versions < 150 || s.right != s.rows || share(s.both, s.called) < 95 || share(s.both, s.material) < 98 {
		t.Error("that is too few")
	}
	// A question is no way out: most of what is told is known from the facts.
	if share(s.asked, s.rows) > 15 {
		t.Errorf("%d of %d rows are asked of", s.asked, s.rows)
	}
}

func (s *score) count(t *testing.T, history string, r replay, before, after Snapshot) {
	t.Helper()
	answers, want := map[string]string{}, map[string]string{}
	for _, row := range r.rows {
		name, _, _ := strings.Cut(row, " ")
		row, answers[name], _ = strings.Cut(row, " asked, and answered ")
		want[name] = row
	}
	got, entries, asked := r.told(t, before, after, answers)
	for name := range both(got, want) {
		row, material := strings.CutSuffix(want[name], " material")
		e := entries[name]
		s.rows++
		if got[name] == row && asked[name] == (answers[name] != "") {
			s.right++
		} else {
			t.Logf("%s %s: %q, asked %v; want %q", history, r.day, got[name], asked[name], want[name])
		}
		if called := e.Material(); called || material {
			s.called += map[bool]int{true: 1}[called]
			s.material += map[bool]int{true: 1}[material]
			s.both += map[bool]int{true: 1}[called && material]
			if called != material {
				t.Logf("%s %s: %s is called material: %v", history, r.day, row, called)
			}
		}
		if answers[name] != "" {
			s.asked++
			if !material && len(e.Reasons) > 0 {
				s.unanswered++
			}
		}
	}
}
