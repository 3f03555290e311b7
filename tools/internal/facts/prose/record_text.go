package prose

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"tillit/tools/internal/facts/record"
)

// OfRecord returns the texts of a record that a reader sees, in the order of
// the fields.
func OfRecord(e *record.Entry) *Document {
	d := &Document{Name: e.File.Name, Entry: e}
	d.walk(reflect.ValueOf(e.Value).Elem(), "", false)
	return d
}

var textType = reflect.TypeFor[record.Text]()

// walk adds the texts of a value. linked tells whether links are shown beside
// them.
func (d *Document) walk(v reflect.Value, path string, linked bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			d.walk(v.Elem(), path, linked)
		}
	case reflect.Slice:
		if e := v.Type().Elem().Kind(); e != reflect.Struct && e != reflect.Map {
			return
		}
		for i := range v.Len() {
			d.walk(v.Index(i), path+"["+strconv.Itoa(i)+"]", linked)
		}
	case reflect.Map:
		if v.Type() == textType && v.Len() > 0 {
			d.texts(v.Interface().(record.Text), path, linked)
		}
	case reflect.Struct:
		d.fields(v, path, linked)
	}
}

func (d *Document) fields(v reflect.Value, path string, linked bool) {
	t := v.Type()
	if links := v.FieldByName("Links"); links.IsValid() && links.Len() > 0 {
		linked = true
	}
	for i := range t.NumField() {
		f := v.Field(i)
		if f.IsZero() {
			continue
		}
		tag := t.Field(i).Tag
		key, _, _ := strings.Cut(tag.Get("yaml"), ",")
		if key == "-" {
			continue
		}
		at := path
		if key != "" && path != "" {
			at += "." + key
		} else if key != "" {
			at = key
		}
		// A name that is typed as it is, such as a town, is read like a text.
		if f.Kind() == reflect.String && strings.Contains(tag.Get("validate"), "line") {
			d.add("", f.String(), at, linked)
			continue
		}
		d.walk(f, at, linked)
	}
}

func (d *Document) texts(text record.Text, path string, linked bool) {
	for _, lang := range slices.Sorted(maps.Keys(text)) {
		d.add(lang, text[lang], path+"["+lang+"]", linked)
	}
}

// add adds the text at a path. What the reader of YAML has found a mistake in
// may have been read otherwise than it was meant, and is left alone. Where the
// text stands in the file is looked up only for what is found in it, since that
// takes the file's tree.
func (d *Document) add(lang, value, path string, linked bool) {
	file := d.Entry.File
	if value == "" || file.Failed(path) {
		return
	}
	p := &Passage{Doc: d, Index: len(d.Passages), Lang: lang, File: file, Field: path, Linked: linked}
	p.Set(value)
	d.Passages = append(d.Passages, p)
}
