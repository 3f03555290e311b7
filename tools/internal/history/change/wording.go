package change

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/weight"
)

// wording compares the fields of a record and puts what differs in words.
type wording struct {
	kind     record.Kind
	old, new Snapshot
}

// compare walks two maps of fields. Texts and single values become one change,
// lists one change for each value that came or went.
func (w wording) compare(path []string, a, b map[string]any) []FieldChange {
	var list []FieldChange
	for _, key := range w.inOrder(path, slices.Sorted(maps.Keys(both(a, b)))) {
		old, new := a[key], b[key]
		if w.alike(old, new) {
			continue
		}
		list = append(list, w.field(append(slices.Clone(path), key), old, new)...)
	}
	return list
}

func (w wording) field(path []string, old, new any) []FieldChange {
	om, oldMap := old.(map[string]any)
	nm, newMap := new.(map[string]any)
	_, oldList := old.([]any)
	_, newList := new.([]any)
	f, known := record.FieldAt(w.kind, path...)
	switch {
	case known && text(f.Type):
		return w.one(path, old, new)
	case (oldMap || old == nil) && (newMap || new == nil) && (oldMap || newMap):
		return w.compare(path, om, nm)
	case oldList || newList:
		return w.lists(path, values(old), values(new))
	}
	return w.one(path, old, new)
}

func text(t reflect.Type) bool {
	return t == reflect.TypeFor[record.Text]() || t == reflect.TypeFor[record.Addresses]()
}

// values makes a list of anything, so that none and a list can be compared.
func values(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// lists compares lists as sets, because order carries no meaning. Values that
// are maps and have the same key of their own are compared field by field. Places are
// told as a whole, since who reads of one asks for the rest.
func (w wording) lists(path []string, a, b []any) []FieldChange {
	if w.kind.Name == "recipient" && slices.Contains([]string{"locations", "countries"}, path[len(path)-1]) && len(a) > 0 && len(b) > 0 {
		return w.one(path, a, b)
	}
	var list []FieldChange
	gone, left := weight.Pair(a, b, w.alike)
	for _, old := range gone {
		key := natural(old)
		i := slices.IndexFunc(left, func(v any) bool { return key != "" && natural(v) == key })
		if at := w.kin(old, left); i < 0 && at >= 0 { // put in other words
			list = append(list, w.one(path, old, left[at])...)
			left = slices.Delete(left, at, at+1)
			continue
		}
		if i < 0 {
			list = append(list, w.one(path, old, nil)...)
			continue
		}
		om, _ := old.(map[string]any)
		nm, _ := left[i].(map[string]any)
		list = append(list, w.compare(path, om, nm)...)
		left = slices.Delete(left, i, i+1)
	}
	for _, new := range left {
		list = append(list, w.one(path, nil, new)...)
	}
	return list
}

// alike tells whether two values say the same in every language that both have, in
// whatever order their lists stand.
func (w wording) alike(a, b any) bool {
	return weight.Alike(a, b, func(lang string) bool { return w.old.speaks(lang) || w.new.speaks(lang) })
}

// kin is the place of the text that shares most words with one that is gone, or -1.
func (w wording) kin(old any, left []any) int {
	most, at := 0, -1
	for i, v := range left {
		if n := weight.Shared(old, v, w.new.languages()); n > most {
			most, at = n, i
		}
	}
	return at
}

// languages are those of the site, in its order.
func (s Snapshot) languages() (list []string) {
	for _, id := range slices.Sorted(maps.Keys(s.Records["organisation"])) {
		list = append(list, texts(s.Records["organisation"][id]["languages"])...)
	}
	return list
}

// speaks tells whether a language was one of the site's.
func (s Snapshot) speaks(lang string) bool {
	for _, o := range s.Records["organisation"] {
		if slices.Contains(texts(o["languages"]), lang) {
			return true
		}
	}
	return false
}

// natural is what a value in a list is known by, or "" when nothing tells it
// from its neighbours.
func natural(v any) string {
	m, ok := v.(map[string]any)
	if !ok {
		return ""
	}
	for _, key := range []string{"id", "category", "country", "region", "art6", "service", "kind", "url"} {
		if s, ok := m[key].(string); ok {
			return key + "=" + s
		}
	}
	return ""
}

// one is a single value that came, went or was exchanged.
func (w wording) one(path []string, old, new any) []FieldChange {
	c := FieldChange{Path: path, Label: w.label(path), Verb: Changed, Old: w.say(w.old, path, old), New: w.say(w.new, path, new)}
	switch {
	case old == nil:
		c.Verb = Added
	case new == nil:
		c.Verb = Removed
	}
	return []FieldChange{c}
}

// label is what a field is called, with the group that it stands in:
// "Transfer: Mechanism". A key that this program does not know is its own label.
func (w wording) label(path []string) diag.Text {
	var sv, en []string
	for i := range path {
		f, ok := record.FieldAt(w.kind, path[:i+1]...)
		if !ok {
			f.SV, f.EN = path[i], path[i]
		}
		sv, en = append(sv, f.SV), append(en, f.EN)
	}
	return diag.Text{SV: strings.Join(sv, ": "), EN: strings.Join(en, ": ")}
}

// say puts a value in words: references by name, choices by their words,
// countries and dates as people write them.
func (w wording) say(s Snapshot, path []string, v any) diag.Text {
	f, _ := record.FieldAt(w.kind, path...)
	return diag.Text{SV: w.words(s, f, path, v, "sv"), EN: w.words(s, f, path, v, "en")}
}

func (w wording) words(s Snapshot, f record.Field, path []string, v any, lang string) string {
	switch v := v.(type) {
	case nil:
		return ""
	case bool:
		return diag.Text{SV: yes(v, "ja", "nej"), EN: yes(v, "yes", "no")}.In(lang)
	case int:
		return strconv.Itoa(v)
	case string:
		return w.word(s, f, v, lang)
	case []any:
		var parts []string
		for _, e := range v {
			parts = append(parts, w.words(s, f, path, e, lang))
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		if f.Type != nil && (text(f.Type) || f.Type.Kind() == reflect.Slice && text(f.Type.Elem())) {
			return inLanguage(v, lang)
		}
		return w.group(s, path, v, lang)
	}
	return fmt.Sprint(v)
}

// group is a value with fields of its own: the one it is known by first, the
// rest in brackets.
func (w wording) group(s Snapshot, path []string, m map[string]any, lang string) string {
	var parts []string
	for _, key := range w.inOrder(path, slices.Sorted(maps.Keys(m))) {
		inside := append(slices.Clone(path), key)
		f, _ := record.FieldAt(w.kind, inside...)
		if t := w.words(s, f, inside, m[key], lang); t != "" {
			parts = append(parts, t)
		}
	}
	if len(parts) > 1 {
		return parts[0] + " (" + strings.Join(parts[1:], ", ") + ")"
	}
	return strings.Join(parts, "")
}

// inOrder sorts keys as the struct lists them; unknown ones last.
func (w wording) inOrder(path, keys []string) []string {
	rank := map[string]int{}
	for i, key := range record.Keys(w.kind, path...) {
		rank[key] = i + 1
	}
	slices.SortStableFunc(keys, func(a, b string) int {
		ra, rb := rank[a], rank[b]
		if ra == 0 {
			ra = len(rank) + 1
		}
		if rb == 0 {
			rb = len(rank) + 1
		}
		return ra - rb
	})
	return keys
}

func (w wording) word(s Snapshot, f record.Field, v, lang string) string {
	switch {
	case f.Ref != "" && v != "none":
		return s.Name(f.Ref, v, lang)
	case f.Choice != "":
		return value.ChoiceName(f.Choice, v, lang)
	case f.Type == nil:
		return v
	}
	t := f.Type
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t {
	case reflect.TypeFor[value.Country]():
		return value.CountryName(v, lang)
	case reflect.TypeFor[value.Date]():
		return value.DateText(value.Date(v), lang)
	case reflect.TypeFor[value.Period]():
		return value.PeriodText(value.Period(v), lang)
	}
	if v == "none" {
		return value.ChoiceName("none", "none", lang)
	}
	return v
}

func inLanguage(m map[string]any, lang string) string {
	for _, l := range append([]string{lang}, slices.Sorted(maps.Keys(m))...) {
		if s, ok := m[l].(string); ok && s != "" {
			return s
		}
	}
	return ""
}

func yes(v bool, t, f string) string {
	if v {
		return t
	}
	return f
}
