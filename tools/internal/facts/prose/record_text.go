package prose

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"tillit/tools/internal/facts/record"
)

// OfRecord returns the texts of a record that a reader sees, in the order of
// the fields.
func OfRecord(e *record.Filed) *Document {
	d := &Document{Name: e.File.Name, Record: e}
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
	o := outlineOf(v.Type())
	linked = linked || o.links >= 0 && v.Field(o.links).Len() > 0
	for i, field := range o.fields {
		f := v.Field(i)
		if field.key == "-" || f.IsZero() || f.Kind() == reflect.String && !field.line {
			continue
		}
		at := path
		if field.key != "" && path != "" {
			at += "." + field.key
		} else if field.key != "" {
			at = field.key
		}
		if f.Kind() == reflect.String {
			d.add("", f.String(), at, linked)
			continue
		}
		d.walk(f, at, linked)
	}
}

// outline is what the tags of a struct say of its texts.
type outline struct {
	links  int // the field with links that are shown beside them, or -1
	fields []struct {
		key  string // in YAML
		line bool   // a name that is typed as it is, such as a town, and read like a text
	}
}

// outlines are those of the types seen so far.
var outlines sync.Map // of reflect.Type to *outline

func outlineOf(t reflect.Type) *outline {
	if o, ok := outlines.Load(t); ok {
		return o.(*outline)
	}
	o := &outline{links: -1}
	for i := range t.NumField() {
		f := t.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if f.Name == "Links" {
			o.links = i
		}
		o.fields = append(o.fields, struct {
			key  string
			line bool
		}{key, strings.Contains(f.Tag.Get("validate"), "line")})
	}
	outlines.Store(t, o)
	return o
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
	file := d.Record.File
	if value == "" || file.Failed(path) {
		return
	}
	p := &Passage{Doc: d, Index: len(d.Passages), Lang: lang, File: file, Field: path, Linked: linked}
	p.Set(value)
	d.Passages = append(d.Passages, p)
}
