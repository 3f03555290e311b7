package change

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// shuffled is a value with every list in it in another order.
func shuffled(v any, chance *rand.Rand) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			out[key] = shuffled(v[key], chance)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, at := range chance.Perm(len(v)) {
			out[i] = shuffled(v[at], chance)
		}
		return out
	}
	return v
}

func reordered(s Snapshot, seed uint64) Snapshot {
	chance := rand.New(rand.NewPCG(seed, 7))
	out := Snapshot{Shape: s.Shape, Prose: s.Prose, Records: map[string]map[string]map[string]any{}}
	for _, kind := range slices.Sorted(maps.Keys(s.Records)) {
		out.Records[kind] = map[string]map[string]any{}
		for _, id := range slices.Sorted(maps.Keys(s.Records[kind])) {
			out.Records[kind][id] = shuffled(s.Records[kind][id], chance).(map[string]any)
		}
	}
	return out
}

// A change that is applied to the old state gives the new one, between any two states of
// a history, and a state whose lists stand in another order has not changed.
func TestChangesLeadFromOneStateToTheOther(t *testing.T) {
	names, _ := filepath.Glob(filepath.Join("testdata", "replays", "*.txt"))
	if len(names) == 0 {
		t.Fatal("no histories")
	}
	for _, name := range names {
		list := readReplay(t, name)
		var states []Snapshot
		for _, r := range list {
			states = append(states, r.state(t))
		}
		for i, s := range states {
			if d := Diff(s, reordered(s, uint64(i))); !d.Empty() {
				t.Errorf("%s %s: another order is a change: %+v", name, list[i].day, d.Records)
			}
			for _, other := range []int{(i + 1) % len(states), (i * 7) % len(states), 0} {
				got := Apply(s, Diff(s, states[other]))
				// What differs by order alone is left as it was.
				if d := Diff(got, states[other]); !d.Empty() {
					t.Errorf("%s: %s does not lead to %s: %+v", name, list[i].day, list[other].day, d.Records)
				}
			}
		}
	}
}

// many is a site of so many recipients, of which some differ.
func many(n, differ int) (before, after Snapshot) {
	state := func(differ int) Snapshot {
		recipients, ids := map[string]map[string]any{}, []any{}
		for i := range n {
			id := fmt.Sprintf("company-%d", i)
			places := []any{map[string]any{"country": "SE"}, map[string]any{"country": "FI", "city": "Vasa"}}
			if i < differ {
				places = append(places, map[string]any{"country": "US"})
			}
			recipients[id] = map[string]any{"legal_name": fmt.Sprintf("Company %d AB", i), "kind": "subprocessor", "locations": places,
				"service": map[string]any{"sv": "Drift av servrar", "en": "Hosting of servers"}}
			ids = append(ids, id)
		}
		for i := range differ / 4 { // some are gone under this id, and come under another
			id := fmt.Sprintf("company-%d", n-1-i)
			recipients[id+"-new"] = recipients[id]
			delete(recipients, id)
		}
		return Snapshot{Shape: Shape, Records: map[string]map[string]map[string]any{
			"organisation": {"organisation": {"name": "Exempel", "languages": []any{"sv", "en"}}},
			"recipient":    recipients,
			"activity":     {"all": {"name": map[string]any{"sv": "Allt", "en": "All"}, "recipients": ids}},
		}}
	}
	before, after = state(0), state(differ)
	slices.Reverse(after.Records["activity"]["all"]["recipients"].([]any))
	return before, after
}

// A list of ten thousand is compared in less than two seconds, and one of ten times as
// many in about ten times as long.
func TestLongListsAreComparedInTime(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures time")
	}
	took := func(n int) time.Duration {
		before, after := many(n, 100)
		least := time.Hour
		for range 3 {
			start := time.Now()
			d := Diff(before, after)
			least = min(least, time.Since(start))
			if len(d.Records) != 125 {
				t.Fatalf("%d records differ", len(d.Records))
			}
		}
		return least
	}
	small, large := took(1000), took(10_000)
	t.Logf("1,000 in %v, 10,000 in %v", small, large)
	if large > 2*time.Second || large > 50*small { // a hundred times as long, were it not linear
		t.Errorf("10,000 recipients take %v, a tenth of them %v", large, small)
	}
}

func BenchmarkDiff(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		before, after := many(n, 100)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Diff(before, after)
			}
		})
	}
}
