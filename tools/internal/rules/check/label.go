package check

import (
	"reflect"
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// step is one part of a path: a field, or an item of it, or its text in a
// language.
type step struct {
	key   string // in YAML
	field reflect.StructField
	known bool
	item  int    // counted from 1; 0 for the whole field
	lang  string // of a localised text
}

// stepsOf takes a path such as locations[0].country or purpose[sv] apart, with
// the struct fields that it leads through.
func stepsOf(t reflect.Type, path string) []step {
	var steps []step
	for part := range strings.SplitSeq(path, ".") {
		key, rest, _ := strings.Cut(part, "[")
		s := step{key: key}
		if t.Kind() == reflect.Map && len(steps) > 0 { // a language
			steps[len(steps)-1].lang = key
			continue
		}
		if key == "List" && len(steps) > 0 { // the list of a list-or-none
			s = steps[len(steps)-1]
			steps = steps[:len(steps)-1]
		} else if f, ok := fieldNamed(t, key); ok {
			s.field, s.known, t = f, true, inner(f.Type)
		}
		for rest != "" { // purposes[0][sv]
			var index string
			index, rest, _ = strings.Cut(rest, "]")
			rest = strings.TrimPrefix(rest, "[")
			if n, err := strconv.Atoi(index); err == nil {
				s.item = n + 1
			} else {
				s.lang = index
			}
		}
		steps = append(steps, s)
	}
	return steps
}

// inner returns the struct that a field's type is made of, through pointers,
// lists, and lists that may be declared empty.
func inner(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

func fieldNamed(t reflect.Type, key string) (reflect.StructField, bool) {
	if t.Kind() != reflect.Struct {
		return reflect.StructField{}, false
	}
	for i := range t.NumField() {
		if f := t.Field(i); keyOf(f) == key {
			return f, true
		}
	}
	return reflect.StructField{}, false
}

// keyOf is a field's key in YAML; the parts of a list-or-none have none.
func keyOf(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	return name
}

// named is a field with its key and its name for people: "country" (Country).
func (s step) named() diag.Text {
	if s.field.Tag.Get("en") == "" {
		return diag.Say("%s", "%s", diag.Quote(s.key))
	}
	return diag.Say("%s (%s)", "%s (%s)", diag.Quote(s.key), diag.Text{SV: s.field.Tag.Get("sv"), EN: s.field.Tag.Get("en")})
}

// where names the place of a path: the field "country" (Country) in item 2 of
// "locations" (Places of processing).
func (s *subject) where(path string) diag.Text {
	steps := stepsOf(reflect.TypeOf(s.filed.Value).Elem(), path)
	last := len(steps) - 1
	at := diag.Say("fältet %s", "the field %s", steps[last].named())
	if n := steps[last].item; n > 0 {
		at = diag.Say("post %d i %s", "item %d of %s", n, at)
	}
	if lang := steps[last].lang; lang != "" {
		at = diag.Say("texten på %s i %s", "the text in %s of %s", languageName(lang), at)
	}
	for i := last - 1; i >= 0; i-- {
		group := steps[i].named()
		if n := steps[i].item; n > 0 {
			group = diag.Say("post %d av %s", "item %d of %s", n, group)
		}
		at = diag.Say("%s i %s", "%s in %s", at, group)
	}
	return at
}

// has says that the record has a value at a path, and what is wrong with it.
func (s *subject) has(value any, path string, clause diag.Text) diag.Text {
	return diag.Say("%s har %v i %s: %s", "%s has %v in %s: %s", s.called(), value, s.where(path), clause)
}

// child is the path of a field within another.
func child(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func item(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

func languageName(tag string) diag.Text {
	return diag.Text{SV: value.LanguageName(tag, "sv"), EN: value.LanguageName(tag, "en")}
}
