package law

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
	yamlfile "tillit/tools/internal/source"
)

// recordText returns the texts of a record that a reader sees, in the order of
// the fields.
func recordText(e *record.Entry) *document {
	d := &document{name: e.File.Name, entry: e}
	d.walk(reflect.ValueOf(e.Value).Elem(), "", false)
	return d
}

var textType = reflect.TypeFor[record.Text]()

// walk adds the texts of a value. linked tells whether links are shown beside
// them.
func (d *document) walk(v reflect.Value, path string, linked bool) {
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

func (d *document) fields(v reflect.Value, path string, linked bool) {
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

func (d *document) texts(text record.Text, path string, linked bool) {
	for _, lang := range slices.Sorted(maps.Keys(text)) {
		d.add(lang, text[lang], path+"["+lang+"]", linked)
	}
}

// add adds the text at a path. What the reader of YAML has found a mistake in
// may have been read otherwise than it was meant, and is left alone. Where the
// text stands in the file is looked up only for what is found in it, since that
// takes the file's tree.
func (d *document) add(lang, value, path string, linked bool) {
	file := d.entry.File
	if value == "" || file.Failed(path) {
		return
	}
	p := &passage{doc: d, index: len(d.passages), lang: lang, file: file, field: path, linked: linked}
	p.set(value)
	d.passages = append(d.passages, p)
}

// inYAML is the place in the file of a part of the value at a path, from the
// character at one offset to the one at another. Values may be folded, indented
// and quoted: the value and the file are walked along each other, any white space
// in one being any in the other. Where they cannot be brought together the place
// is that of the value.
func inYAML(file *yamlfile.File, path string, begin, end int) diag.Pos {
	node := file.Node(path)
	if node == nil || node.Kind != yaml.ScalarNode {
		pos, _ := file.At(path)
		return pos
	}
	whole := file.NodePos(node)
	lines := linesOf(file.Data)
	if whole.Line < 1 || whole.Line > len(lines) {
		return whole
	}
	at := lines[whole.Line-1]
	for range whole.Column - 1 {
		_, size := utf8.DecodeRune(file.Data[at:])
		at += size
	}
	switch {
	case node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		if whole.Line == len(lines) {
			return whole
		}
		at = lines[whole.Line]
	case node.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		at++
	}
	from, to, ok := along(file.Data, at, node.Value, node.Style&yaml.SingleQuotedStyle != 0, begin, end)
	if !ok {
		return whole
	}
	return inLines(file.Name, file.Data, lines, from, to)
}

// along returns the offsets in data of two characters of a value that stands
// there from an offset on; quoted tells whether it stands in single quotes.
func along(data []byte, at int, value string, quoted bool, begin, end int) (from, to int, ok bool) {
	from = -1
	for i := 0; i < len(value); {
		r, size := utf8.DecodeRuneInString(value[i:])
		if unicode.IsSpace(r) {
			for i < len(value) && unicode.IsSpace(r) {
				i += size
				r, size = utf8.DecodeRuneInString(value[i:])
			}
			continue
		}
		next, width := at, 0
		for next < len(data) {
			c, n := utf8.DecodeRune(data[next:])
			if !unicode.IsSpace(c) {
				width = n
				break
			}
			next += n
		}
		c, _ := utf8.DecodeRune(data[min(next, len(data)):])
		if width == 0 || c != r {
			return 0, 0, false
		}
		if from < 0 && i >= begin {
			from = next
		}
		if i >= end {
			return from, next, true
		}
		if quoted && r == '\'' {
			width = 2 // a quote is written twice within quotes
		}
		at = next + width
		i += size
	}
	return 0, 0, false
}
