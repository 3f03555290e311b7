package check

import (
	"reflect"
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/trial"
)

// What is walked through is what the plain form holds, at the same places.
func TestLeavesAreThoseOfThePlainForm(t *testing.T) {
	for _, e := range trial.Small(t).All() {
		want, got := map[string]any{}, map[string]any{}
		var gather func(v any, path string)
		gather = func(v any, path string) {
			switch v := v.(type) {
			case map[string]any:
				for key, below := range v {
					gather(below, child(path, key))
				}
			case []any:
				for i, below := range v {
					gather(below, item(path, i))
				}
			default:
				want[path] = v
			}
		}
		gather(record.Plain(e.Value), "")
		leavesOf(e.Value, func(l *leaves, v any) { got[l.path()] = v })
		if !reflect.DeepEqual(want, got) || len(want) == 0 {
			t.Errorf("%s: want %v\ngot %v", e.Name(), want, got)
		}
	}
	none := &record.Recipient{Purposes: []record.Text{{}, {"sv": "Syfte"}}}
	leavesOf(none, func(l *leaves, v any) {
		if l.path() != "purposes[0].sv" || l.field() != "purposes.sv" || v != "Syfte" {
			t.Errorf("%v at %s, %s: an item that says nothing is none", v, l.path(), l.field())
		}
	})
}
