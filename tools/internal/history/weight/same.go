package weight

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// Same tells whether two values of plain data say the same. The order of lists carries
// no meaning.
func Same(a, b any) bool { return reflect.DeepEqual(a, b) || token(a) == token(b) }

// token is a value as one text that is the same for all orders of its lists.
func token(v any) string {
	switch v := v.(type) {
	case map[string]any:
		parts := make([]string, 0, len(v))
		for _, key := range slices.Sorted(maps.Keys(v)) {
			parts = append(parts, fmt.Sprintf("%q:%s", key, token(v[key])))
		}
		return "{" + strings.Join(parts, ",") + "}"
	case []any:
		parts := make([]string, len(v))
		for i, e := range v {
			parts[i] = token(e)
		}
		slices.Sort(parts)
		return "[" + strings.Join(parts, ",") + "]"
	}
	return fmt.Sprintf("%T %q", v, fmt.Sprint(v))
}

// Pair leaves out of two lists what stands in both, whatever the order. What alike calls
// the same is left out as well.
func Pair(a, b []any, alike func(a, b any) bool) (gone, come []any) {
	in := map[string]int{}
	for _, v := range b {
		in[token(v)]++
	}
	for _, v := range a {
		if t := token(v); in[t] > 0 {
			in[t]--
		} else {
			gone = append(gone, v)
		}
	}
	for _, v := range slices.Backward(b) {
		if t := token(v); in[t] > 0 {
			in[t]--
			come = append(come, v)
		}
	}
	slices.Reverse(come)
	gone = slices.DeleteFunc(gone, func(v any) bool {
		i := slices.IndexFunc(come, func(o any) bool { return alike(v, o) })
		if i >= 0 {
			come = slices.Delete(come, i, i+1)
		}
		return i >= 0
	})
	return gone, come
}

// Alike tells whether two values say the same in every language that both have, of those
// that the site speaks: a translation that came or went changes nothing of what is told.
func Alike(a, b any, speaks func(lang string) bool) bool {
	switch a := a.(type) {
	case map[string]any:
		b, ok := b.(map[string]any)
		texts := ok && translated(a, speaks) && translated(b, speaks)
		if !ok || !texts && len(a) != len(b) {
			return false
		}
		shared := 0
		for key, v := range a {
			if other, has := b[key]; has {
				shared++
				if !Alike(v, other, speaks) {
					return false
				}
			} else if !texts {
				return false
			}
		}
		return shared > 0 || len(a)+len(b) == 0
	case []any:
		b, ok := b.([]any)
		if !ok || len(a) != len(b) {
			return false
		}
		gone, come := Pair(a, b, func(a, b any) bool { return Alike(a, b, speaks) })
		return len(gone)+len(come) == 0
	}
	return reflect.DeepEqual(a, b)
}

// translated tells whether a map is a text by language.
func translated(m map[string]any, speaks func(string) bool) bool {
	for key := range m {
		if !speaks(key) {
			return false
		}
	}
	return len(m) > 0
}

func (j *judge) alike(a, b any) bool { return Alike(a, b, j.speaks) }

func (j *judge) speaks(lang string) bool {
	return slices.Contains(j.languages(), lang)
}

// languages are those of the site, its main one first.
func (s States) languages() []string {
	var list []string
	for _, records := range []map[string]map[string]any{s.New["organisation"], s.Old["organisation"]} {
		for _, id := range slices.Sorted(maps.Keys(records)) {
			list = append(list, named(records[id]["languages"])...)
		}
	}
	return list
}

// samely tells whether two values differ in spelling alone: case, spaces, punctuation
// and addresses of pages.
func (j *judge) samely(a, b any) bool {
	switch a := a.(type) {
	case string:
		b, ok := b.(string)
		return ok && (link(a) && link(b) || folded(a) == folded(b))
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) && !(translated(a, j.speaks) && translated(b, j.speaks)) {
			return false
		}
		for key, v := range a {
			if other, has := b[key]; has && !j.samely(v, other) || !has && !j.speaks(key) {
				return false
			}
		}
		return true
	case []any:
		b, ok := b.([]any)
		if !ok {
			return false
		}
		gone, come := Pair(a, b, j.samely)
		return len(gone)+len(come) == 0
	}
	return reflect.DeepEqual(a, b)
}

func link(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// folded is a text without case, spaces and punctuation.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// SameCompany tells whether two legal names are one, however it is spelt: without case
// and punctuation, and with its legal form short, in full or left out. Another form is
// another company.
func SameCompany(a, b string) bool {
	nameA, formA := company(a)
	nameB, formB := company(b)
	return nameA == nameB && (formA == formB || formA == "" || formB == "")
}

// CompanyName is a legal name without case and punctuation, with its legal form in short.
func CompanyName(name string) string {
	base, form := company(name)
	return strings.TrimSpace(base + " " + form)
}

// company parts a legal name from its legal form.
func company(name string) (base, form string) {
	words := strings.FieldsFunc(strings.ToLower(joined.Replace(name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	n := len(words)
	for n > 1 && forms[words[n-1]] != "" {
		if short := forms[words[n-1]]; short != "publ" {
			form = short
		}
		n--
	}
	return strings.Join(words[:n], " "), form
}

// joined makes a word of each form that is written with signs.
var joined = strings.NewReplacer(".", "", "A/S", "AS", "a/s", "as", "(publ)", "publ", "Sp. z o.o.", "spzoo", "Sp. z o. o.", "spzoo", "Pty Ltd", "pty", "Pty. Ltd.", "pty")

// forms are the legal forms that stand at the end of names, and what each is in short.
var forms = map[string]string{
	"ab": "ab", "aktiebolag": "ab", "aktiebolaget": "ab", "publ": "publ", "hb": "hb", "handelsbolag": "hb",
	"inc": "inc", "incorporated": "inc", "corp": "corp", "corporation": "corp", "llc": "llc",
	"ltd": "ltd", "limited": "ltd", "plc": "plc", "pty": "pty", "gmbh": "gmbh", "ag": "ag", "se": "se",
	"oy": "oy", "oyj": "oyj", "as": "as", "asa": "asa", "aps": "aps", "bv": "bv", "nv": "nv", "sa": "sa",
	"sas": "sas", "sarl": "sarl", "srl": "srl", "spa": "spa", "spzoo": "spzoo", "kk": "kk",
}

func values(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// named are the texts of a list that are of no language.
func named(v any) []string {
	var out []string
	for _, e := range values(v) {
		if s, ok := e.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

func str(m map[string]any, key string) string {
	s, _ := m[key].(string)
	return s
}

func group(v any) map[string]any {
	m, _ := v.(map[string]any)
	return m
}

// keys are those of two maps, sorted.
func keys(a, b map[string]any) []string {
	all := maps.Clone(a)
	if all == nil {
		all = map[string]any{}
	}
	maps.Copy(all, b)
	return slices.Sorted(maps.Keys(all))
}
