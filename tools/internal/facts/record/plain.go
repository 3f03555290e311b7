package record

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"sync"

	"tillit/tools/internal/diag"
)

// Plain returns a record as plain data: maps by the keys of the YAML file,
// lists, strings, numbers and truth values. What is empty is left out, so two
// files that say the same are the same. It is the form in which records are
// compared and issued, because it can still be read when the structs have grown.
func Plain(r Record) map[string]any {
	m, _ := plain(reflect.ValueOf(r)).(map[string]any)
	if m == nil {
		m = map[string]any{}
	}
	return m
}

func plain(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		if e := v.Elem(); e.Kind() == reflect.Bool {
			return e.Bool() // false is an answer here
		}
		return plain(v.Elem())
	case reflect.String:
		return orNil(v.String() != "", v.String())
	case reflect.Bool:
		return orNil(v.Bool(), true)
	case reflect.Int:
		return orNil(v.Int() != 0, int(v.Int()))
	case reflect.Slice:
		var list []any
		for i := range v.Len() {
			if e := plain(v.Index(i)); e != nil {
				list = append(list, e)
			}
		}
		return orNil(len(list) > 0, list)
	case reflect.Map:
		m := map[string]any{}
		for _, k := range v.MapKeys() {
			if e := plain(v.MapIndex(k)); e != nil {
				m[k.String()] = e
			}
		}
		return orNil(len(m) > 0, m)
	case reflect.Struct:
		return plainStruct(v)
	}
	return nil
}

func plainStruct(v reflect.Value) any {
	m := map[string]any{}
	for i, name := range KeysOf(v.Type()) {
		switch name {
		case "-", "":
		case ",none":
			if v.Field(i).Bool() {
				return "none"
			}
		case ",list":
			return plain(v.Field(i))
		default:
			if e := plain(v.Field(i)); e != nil {
				m[name] = e
			}
		}
	}
	return orNil(len(m) > 0, m)
}

// KeysOf returns the keys in YAML of the fields of a struct, one for each.
func KeysOf(t reflect.Type) []string {
	if known, ok := keysOf.Load(t); ok {
		return known.([]string)
	}
	keys := make([]string, t.NumField())
	for i := range keys {
		keys[i] = t.Field(i).Tag.Get("yaml")
	}
	keysOf.Store(t, keys)
	return keys
}

var keysOf sync.Map // what KeysOf has returned, by type: tags take long to read

func orNil(ok bool, v any) any {
	if ok {
		return v
	}
	return nil
}

// Canonical writes plain data as JSON in the one form that has a digest: keys
// sorted, two spaces of indent, text in UTF-8 as it was written, LF at the end.
func Canonical(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Field is what a struct says of one of its fields.
type Field struct {
	Key    string // in YAML
	EN, SV string // short names
	Ref    string // the kind of record whose ids it holds
	Choice string // the list that its words come from
	Type   reflect.Type
}

// FieldAt returns what is said of the field of a kind at a path of keys, such as
// transfer, mechanism. Lists and texts are looked through. ok is false for a
// kind or key that this version of the program does not know.
func FieldAt(kind Kind, keys ...string) (f Field, ok bool) {
	if kind.New == nil {
		return Field{}, false
	}
	t := reflect.TypeOf(kind.New(""))
	for _, key := range keys {
		if t = element(t); t.Kind() != reflect.Struct {
			return Field{}, false
		}
		if f, ok = fieldOf(t, key); !ok {
			return Field{}, false
		}
		t = f.Type
	}
	return f, ok
}

// LabelOf returns the short name of the field of a struct of records that has a key
// in YAML, such as trade_name of Recipient; nothing when the struct has no such field.
func LabelOf[R any](key string) diag.Text {
	f, _ := fieldOf(element(reflect.TypeFor[R]()), key)
	return diag.Text{SV: f.SV, EN: f.EN}
}

// element looks through pointers, lists and the word none.
func element(t reflect.Type) reflect.Type {
	for {
		switch {
		case t.Kind() == reflect.Pointer, t.Kind() == reflect.Slice:
			t = t.Elem()
		case t.Kind() == reflect.Struct && t.NumField() == 2 && t.Field(0).Tag.Get("yaml") == ",none":
			t = t.Field(1).Type
		default:
			return t
		}
	}
}

func fieldOf(t reflect.Type, key string) (Field, bool) {
	for i := range t.NumField() {
		sf := t.Field(i)
		if sf.Tag.Get("yaml") != key {
			continue
		}
		f := Field{Key: key, EN: sf.Tag.Get("en"), SV: sf.Tag.Get("sv"), Ref: sf.Tag.Get("ref"), Type: sf.Type}
		for word := range strings.SplitSeq(sf.Tag.Get("validate"), ",") {
			if list, ok := strings.CutPrefix(word, "choice="); ok {
				f.Choice = list
			}
		}
		return f, true
	}
	return Field{}, false
}

// Keys returns the keys of the group of fields at a path, in the order in which
// the struct lists them; nil when there is no such group or kind.
func Keys(kind Kind, path ...string) []string {
	if kind.New == nil {
		return nil
	}
	t := reflect.TypeOf(kind.New("")).Elem()
	if len(path) > 0 {
		f, ok := FieldAt(kind, path...)
		if !ok {
			return nil
		}
		t = element(f.Type)
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	var keys []string
	for i := range t.NumField() {
		if key := t.Field(i).Tag.Get("yaml"); key != "-" && key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}
