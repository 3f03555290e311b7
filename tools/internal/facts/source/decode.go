package source

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/slip"
)

// Decode fills the struct that v points to and returns every finding. A field
// is named by its yaml tag; one without a tag is left alone. It may be a string,
// a bool, an int, a struct, a pointer, a list, a map of text by language, or a
// struct that is a choice (see choice). A key that is misspelt but near to one
// field fills that field, so that one slip does not also count as a missing
// field, and the value is looked at too.
//
// Only what a person wrote as text becomes a string. YAML turns 010 into 8 and
// NO into false; here that is a finding, whichever way the text would survive.
func (f *File) Decode(v any) diag.List {
	d := &decoder{reader: reader{file: f}}
	d.fields(reflect.ValueOf(v).Elem(), f.Root(), place{})
	return d.all()
}

type decoder struct {
	reader
	remarks int // 1 when lines may end in one, -1 when none does, 0 when nobody has looked
}

// shape is what a struct's tags say.
type shape struct {
	names  []string              // of its fields in YAML
	fields []reflect.StructField // in the same order
	none   int                   // the field tagged ",none" of a choice, or -1
	list   int                   // the field tagged ",list" of a choice, or -1
}

// choice tells whether the struct is a word or a list: where the file says
// none, the bool tagged ",none" is set, and a list fills the slice tagged
// ",list". So a record can tell "to nobody" from "not said".
func (s *shape) choice() bool { return s.none >= 0 && s.list >= 0 }

// shapes are the shapes of the types seen so far.
var shapes sync.Map // of reflect.Type to *shape

func shapeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	s := &shape{none: -1, list: -1}
	for i := range t.NumField() {
		f := t.Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case name == "" && option == "none":
			s.none = i
		case name == "" && option == "list":
			s.list = i
		case name != "" && name != "-":
			s.names, s.fields = append(s.names, name), append(s.fields, f)
		}
	}
	shapes.Store(t, s)
	return s
}

// place is where a value belongs, for the words of a finding.
type place struct {
	key   *Node                // the key of the field, or of the list for an item
	field *reflect.StructField // with the names for people; nil for a text in one language
	item  int                  // counted from 1; 0 for what is no item
	of    *place               // the field that a text in one language belongs to
}

// name names a place: the field "country" (Country), item 2 of the field ….
func (p place) name() diag.Text {
	key := diag.Quote(p.key.Value)
	if p.field == nil {
		return diag.Say("texten %[1]s i %[2]s", "the text %[1]s of %[2]s", key, p.of.name())
	}
	name := diag.Say("fältet %s", "the field %s", key)
	sv, en := p.field.Tag.Get("sv"), p.field.Tag.Get("en")
	if sv != "" && en != "" {
		name = diag.Say("fältet %s (%s)", "the field %s (%s)", key, diag.Text{SV: sv, EN: en})
	}
	if p.item > 0 {
		return diag.Say("post %[1]d i %[2]s", "item %[1]d of %[2]s", p.item, name)
	}
	return name
}

// free tells whether words of a person's own stand at a place, rather than a code, a day
// or an address: a text in one language, or one line.
func (p place) free() bool {
	if p.field == nil {
		return true
	}
	for word := range strings.SplitSeq(p.field.Tag.Get("validate"), ",") {
		if word == "line" {
			return true
		}
	}
	return false
}

// corrected is the line with another value for the place.
func (p place) corrected(value string) string {
	if p.item > 0 {
		return "- " + value
	}
	return p.key.Value + ": " + value
}

// fields fills a struct from a map, which is the value of a field itself unless
// it is the record.
func (d *decoder) fields(v reflect.Value, n *Node, within place) {
	s := shapeOf(v.Type())
	for key, value := range n.Fields() {
		if key.Kind != Scalar {
			continue
		}
		at := slices.Index(s.names, key.name())
		switch {
		case key.bad && (at < 0 || d.repeated(key, n)):
			continue // reported when the file was parsed
		case at < 0:
			at = d.unknown(key, n, s, within)
		}
		if at >= 0 {
			field := &s.fields[at]
			d.value(v.FieldByIndex(field.Index), value, place{key: key, field: field})
		}
	}
}

// repeated tells whether the key stands earlier in the map. The first one counts.
func (d *decoder) repeated(key, n *Node) bool {
	first, _, _ := d.file.child(n, key.name())
	return first != key
}

// unknown reports a key that no field has, and returns the index of the field
// that it is taken for, or -1.
func (d *decoder) unknown(key, n *Node, s *shape, within place) int {
	message := diag.Say("okänt fält %s", "unknown field %s", diag.Quote(key.Value))
	if within.key != nil {
		message = diag.Say("okänt fält %s i %s", "unknown field %s in %s", diag.Quote(key.Value), within.name())
	}
	near := diag.Nearest(diag.Clip(key.Value, 60), s.names)
	if near == "" {
		d.blame("unknown-field", key, message, listed(s.names))
		return -1
	}
	if given, _, ok := d.file.child(n, near); ok {
		d.blame("unknown-field", key, message, diag.Say(
			"menade du %s? Det står redan på rad %d; ta bort den ena", "did you mean %s? It is already on line %d; remove one of them",
			diag.Quote(near), given.Line))
		return -1
	}
	found := d.blame("unknown-field", key, message, diag.Say("menade du %s?", "did you mean %s?", diag.Quote(near)))
	if diag.Meant(key.Value, s.names) == near {
		found.Mend(diag.Edit{Deed: diag.Rename, Was: key.Value, Now: near})
	}
	key.setName(near)
	return slices.Index(s.names, near)
}

// listed is the hint that shows which fields there are.
func listed(names []string) diag.Text {
	const most = 8
	rest := diag.Text{}
	if len(names) > most {
		rest = diag.Say(" och %d till", " and %d more", len(names)-most)
		names = names[:most]
	}
	return diag.Say("fälten här heter %s%s", "the fields here are %s%s", strings.Join(names, ", "), rest)
}

// value fills one value of any kind.
func (d *decoder) value(v reflect.Value, n *Node, p place) {
	if n.Kind == Alias {
		return // reported when the file was parsed
	}
	if isNull(n) && !n.bad {
		d.noValue(n, p)
		return
	}
	if v.Kind() == reflect.Pointer {
		made := reflect.New(v.Type().Elem())
		d.value(made.Elem(), n, p)
		v.Set(made)
		return
	}
	if v.Kind() == reflect.Struct && shapeOf(v.Type()).choice() {
		d.choose(v, n, p)
		return
	}
	if n.Kind != wanted(v.Kind()) {
		d.wrongKind(v.Type(), n, p)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.fields(v, n, p)
	case reflect.Slice:
		list := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
		for i, c := range n.Content {
			p.item = i + 1
			d.value(list.Index(i), c, p)
		}
		v.Set(list)
	case reflect.Map:
		d.texts(v, n, p)
	case reflect.String:
		d.text(v, n, p)
	case reflect.Bool:
		d.truth(v, n, p)
	case reflect.Int:
		d.whole(v, n, p)
	}
}

// wanted returns the kind of node that fills a kind of value.
func wanted(k reflect.Kind) Kind {
	switch k {
	case reflect.Struct, reflect.Map:
		return Map
	case reflect.Slice:
		return List
	}
	return Scalar
}

// choose fills a struct that is the word none or a list.
func (d *decoder) choose(v reflect.Value, n *Node, p place) {
	s := shapeOf(v.Type())
	switch {
	case n.Kind == List:
		d.value(v.Field(s.list), n, p)
	case n.Kind == Scalar && n.Value == "none":
		v.Field(s.none).SetBool(true)
	case !n.bad:
		d.blameField("wrong-type", n, p,
			diag.Say("%s ska vara ordet none eller en lista, men innehåller %s", "%s must be the word none or a list, but holds %s", p.name(), shown(n)),
			diag.Say("skriv %s, eller en lista", "write %s, or a list", p.corrected("none")))
	}
}

// texts fills a map of text by language.
func (d *decoder) texts(v reflect.Value, n *Node, p place) {
	made := reflect.MakeMapWithSize(v.Type(), len(n.Content)/2)
	lang, text := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
	for key, value := range n.Fields() {
		if key.Kind != Scalar || key.bad && d.repeated(key, n) {
			continue
		}
		d.truthKey(key)
		text.SetZero()
		d.value(text, value, place{key: key, of: &p})
		lang.SetString(key.Value)
		made.SetMapIndex(lang, text)
	}
	v.Set(made)
}

// truthKey reports a language without quotes that other programs read as true or false:
// no, for Norwegian.
func (d *decoder) truthKey(key *Node) {
	if key.bad || key.Style != 0 || !isTruth(key.Value) {
		return
	}
	d.blame("truth-value-without-quotes", key,
		diag.Say("språket %s står utan citattecken, och läses av andra program som %s", "the language %s stands without quotes, and other programs read it as %s", key.Value, truthOf(key.Value)),
		diag.Say("skriv %s: om texten är på det språket", "write %s: if the text is in that language", slip.InQuotes(key.Value)))
}

// blameField reports a value under its key when it stands on another line, so
// that the finding points at the field and not into it.
func (d *decoder) blameField(rule string, n *Node, p place, message, hint diag.Text) {
	found := d.blame(rule, n, message, hint)
	if p.item == 0 && p.key.Line != n.Line {
		found.Pos = d.file.NodePos(p.key)
	}
}

func (d *decoder) noValue(n *Node, p place) {
	message := diag.Say("%s har inget värde", "%s has no value", p.name())
	if n.Value != "" {
		message = diag.Say("%s har inget värde: %s betyder att det saknas", "%s has no value: %s means that there is none", p.name(), n.Value)
	}
	hint := diag.Say("skriv ett värde efter kolonet, eller ta bort raden", "write a value after the colon, or remove the line")
	if p.item > 0 {
		hint = diag.Say("skriv ett värde efter bindestrecket, eller ta bort raden", "write a value after the dash, or remove the line")
	}
	found := d.blame("no-value", n, message, hint)
	if p.item == 0 && n.Value == "" {
		found.Pos = d.file.NodePos(p.key)
	}
}
