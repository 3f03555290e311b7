package record

import (
	"reflect"
	"slices"

	"tillit/tools/internal/facts/value"
)

// nameKeys are the fields that name a record, whatever its kind: it is called by
// the first of them that says something, and by its id where none does. They are
// keys and no fields of structs, because plain data of an older shape has a name,
// too.
var nameKeys = []string{"legal_name", "title", "trade_name", "name", "local_name", "standard", "right"}

// PlainName is what plain data is called in a language, as Label is of a struct.
func PlainName(fields map[string]any, id, lang string) string {
	for _, key := range nameKeys {
		var name string
		switch v := fields[key].(type) {
		case string:
			name = word(key, v, lang)
		case map[string]any:
			text := Text{}
			for l, s := range v {
				text[l], _ = s.(string)
			}
			name = text.Any(lang)
		}
		if name != "" {
			return name
		}
	}
	return id
}

// label is what a record is called in a language.
func label(r Record, lang string) string {
	v := reflect.ValueOf(r).Elem()
	for _, f := range nameFields[v.Type()] {
		var name string
		switch v := v.Field(f.index); v.Kind() {
		case reflect.String:
			name = word(f.key, v.String(), lang)
		case reflect.Map:
			name = v.Interface().(Text).Any(lang)
		}
		if name != "" {
			return name
		}
	}
	return r.Key()
}

// word is what a name of one word says: a right is named by a choice.
func word(key, s, lang string) string {
	if key == "right" {
		return value.ChoiceName("right", s, lang)
	}
	return s
}

// nameField is a field of a struct that names it.
type nameField struct {
	key   string
	index int
}

// nameFields are those fields of each kind of record, in the order of nameKeys.
var nameFields = func() map[reflect.Type][]nameField {
	of := map[reflect.Type][]nameField{}
	for _, kind := range kinds {
		t := reflect.TypeOf(kind.New("")).Elem()
		for _, key := range nameKeys {
			i := slices.IndexFunc(reflect.VisibleFields(t), func(f reflect.StructField) bool { return f.Tag.Get("yaml") == key })
			if i >= 0 {
				of[t] = append(of[t], nameField{key, i})
			}
		}
	}
	return of
}()
