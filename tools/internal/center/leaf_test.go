package center_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// leaf is one fact that a record can hold.
type leaf struct {
	path string // recipient.transfer.copy.url; lists are not told apart from what is in them
	typ  reflect.Type
	ref  string   // the kind of record whose id it holds
	rule []string // the words of its validate tag
}

// leafOf is the leaf in a field, and false for a field that no file has.
func leafOf(path string, f reflect.StructField) (leaf, bool) {
	key := f.Tag.Get("yaml")
	return leaf{path + "." + key, inner(f.Type), f.Tag.Get("ref"), strings.Split(f.Tag.Get("validate"), ",")}, key != "" && key != "-"
}

// is tells whether the rule has a word, and what stands behind it.
func (l leaf) is(word string) (param string, ok bool) {
	for _, w := range l.rule {
		if name, p, _ := strings.Cut(w, "="); name == word {
			return p, true
		}
	}
	return "", false
}

// leaves are the facts of a struct, in the order in which it lists them.
func leaves(path string, t reflect.Type) []leaf {
	var list []leaf
	for i := range t.NumField() {
		f := t.Field(i)
		l, ok := leafOf(path, f)
		switch {
		case !ok:
			continue
		case l.typ.Kind() == reflect.Struct:
			list = append(list, leaves(l.path, l.typ)...)
			continue
		}
		if list = append(list, l); orNone(f.Type) {
			list = append(list, leaf{path: l.path + "=none"})
		}
	}
	return list
}

// inner is what a field holds: of a list what is in it, of a pointer what it points to.
func inner(t reflect.Type) reflect.Type {
	for {
		switch {
		case orNone(t):
			t = t.Field(1).Type
		case t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice:
			t = t.Elem()
		default:
			return t
		}
	}
}

func orNone(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t.NumField() == 2 && t.Field(0).Tag.Get("yaml") == ",none"
}

// everyLeaf are the facts of every kind of record.
func everyLeaf() []leaf {
	var list []leaf
	for _, k := range record.Kinds() {
		list = append(list, leaves(k.Name, reflect.TypeOf(k.New("")).Elem())...)
	}
	return list
}

// given are the values by which records hang together, and those without which others
// are not shown. There are two records of each kind, full and spare; what stands behind
// the bar is of the spare one.
var given = map[string]string{
	"organisation.languages":        "sv en|sv en fi",
	"organisation.default_language": "sv|en",
	"organisation.controller":       "full|spare",
	"organisation.authority":        "full|spare",
	"recipient.kind":                "subprocessor|processor",
	"recipient.transfer.mechanism":  "art46-2-c", // the standard clauses, which have modules
	"activity.role":                 "controller|processor",
	"activity.data.purposes":        "full-purpose",
	"recipient.engaged_by":          "spare",
	"recipient.replaces":            "spare",
	"right.right":                   "access|erasure",
	"authority.tasks":               "complaints|complaints cookies",
	"activity.controller":           "spare", // the organisation speaks for the full one
	"change.records":                "recipients/full",
	"change.effective":              "2026-03-01|2026-03-02", // the day of the version that changes it, and another
	"cookie.category":               "necessary|marketing",
}

// apart are facts that hide others: the spare record does without them.
var apart = []string{
	"recipient.legal_name", "recipient.trade_name", "recipient.transfer.countries", "controller.trade_name", "controller.representative", "controller.joint",
	"retention.range", "cookie.session", "right.title",
}

// once are facts of which a group has one or the other: in the first of a list, or in
// the second.
var once = map[string]bool{"recipient.locations.country": false, "recipient.locations.region": true}

// maker makes a site in which every fact has a value of its own.
type maker struct {
	t      *testing.T
	alter  string              // the leaf that has another value than usual, or none
	marks  map[string][]string // by leaf, what its values look like to a reader
	made   int
	days   int      // of the last period
	codes  []string // the countries that are left
	bare   bool     // nothing is done with data, and nobody gets any
	spare  bool     // the record is the spare one
	parted bool     // the group is the second of its list
}

// site is the records, read.
func (m *maker) site() *record.Set {
	m.t.Helper()
	m.marks, m.days = map[string][]string{}, 500
	m.codes = slices.DeleteFunc(value.Countries(), func(c string) bool { return value.Country(c).Zone() != value.Outside || c == "US" })
	files := fstest.MapFS{}
	for _, k := range record.Kinds() {
		ids := []string{"full", "spare"}
		switch {
		case k.Folder == "":
			ids = []string{"organisation"}
		case m.bare && slices.Contains([]string{"activity", "recipient", "cookie"}, k.Name):
			continue
		}
		for _, id := range ids {
			m.spare = id == "spare"
			data, err := json.Marshal(m.group(k.Name, reflect.TypeOf(k.New("")).Elem()))
			if err != nil {
				m.t.Fatal(err)
			}
			files[strings.ReplaceAll("data/"+k.Folder+"/"+id+".yaml", "//", "/")] = &fstest.MapFile{Data: data}
		}
	}
	set, list, err := record.LoadFS(files)
	if err != nil || len(list) > 0 {
		m.t.Fatalf("the records that are made cannot be read: %v %v", err, list)
	}
	return set
}

func (m *maker) group(path string, t reflect.Type) map[string]any {
	group := map[string]any{}
	for i := range t.NumField() {
		if l, ok := leafOf(path, t.Field(i)); ok {
			if v := m.field(l, t.Field(i).Type); v != nil {
				group[t.Field(i).Tag.Get("yaml")] = v
			}
		}
	}
	return group
}

func (m *maker) field(l leaf, t reflect.Type) any {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	list := t.Kind() == reflect.Slice || orNone(t)
	switch {
	case m.spare && slices.Contains(apart, l.path):
		return nil
	case l.typ.Kind() == reflect.Struct && list:
		defer func(parted bool) { m.parted = parted }(m.parted)
		first := m.group(l.path, l.typ)
		m.parted = true
		return []any{first, m.group(l.path, l.typ)}
	case l.typ.Kind() == reflect.Struct:
		return m.group(l.path, l.typ)
	}
	v := m.value(l)
	switch s, ok := v.(string); {
	case m.alter == l.path+"=none":
		return "none"
	case v == nil || !list:
		return v
	case ok && given[l.path] != "":
		return strings.Fields(s)
	}
	return []any{v}
}

// value is what a leaf holds, or nil where it holds nothing.
func (m *maker) value(l leaf) any {
	other := m.alter == l.path
	m.made++
	word := unlike(m.made)
	if l.path == "activity.purposes.id" {
		word = map[bool]string{false: "full-purpose", true: "other-purpose"}[m.parted]
	}
	if second, ok := once[l.path]; ok && second != m.parted {
		return nil
	}
	if text, ok := given[l.path]; ok {
		full, spare, two := strings.Cut(text, "|")
		switch {
		case other && two:
			full, spare = spare, full
		case other:
			return nil
		}
		if m.spare && two {
			full = spare
		}
		return full
	}
	if list, ok := l.is("choice"); ok {
		codes := value.Choices(list)
		switch {
		case !other:
			return codes[0].Code
		case len(codes) == 1:
			return nil
		}
		return codes[1].Code
	}
	if l.ref != "" {
		if other {
			return nil
		}
		return "full"
	}
	switch l.typ.Kind() {
	case reflect.Bool:
		return !other
	case reflect.Int:
		switch {
		case m.spare:
			return 8
		case other:
			return 9 // what is told in this order comes after the spare one
		}
		return 3 + m.made%5
	case reflect.Map:
		return m.text(l, word)
	}
	return m.marked(l, word)
}

// text is a text or an address in both languages.
func (m *maker) text(l leaf, word string) any {
	sv, en := word+"sv", word+"en"
	if _, ok := l.is("text"); !ok {
		sv, en = "https://"+sv+".example/", "https://"+en+".example/"
	}
	m.marks[l.path] = append(m.marks[l.path], word+"sv&"+word+"en")
	return map[string]string{"sv": sv, "en": en}
}

// marked is a value that a reader knows wherever it meets it.
func (m *maker) marked(l leaf, word string) string {
	text, mark := word, word
	switch {
	case l.has("email"):
		text = word + "@exempel.example"
	case l.has("https"):
		text = "https://" + word + ".example/"
	case l.has("link"):
		text = "mailto:" + word + "@exempel.example"
	case l.has("phone"):
		text = fmt.Sprintf("+46 8 %03d %02d %02d", 100+m.made/100, m.made%100, 11)
		mark = fmt.Sprintf("tel:+468%03d%02d11", 100+m.made/100, m.made%100)
	case l.has("date"):
		day := value.Date("2031-01-01").Add(m.made)
		text, mark = string(day), string(day)
	case l.has("period"):
		m.days++
		text, mark = fmt.Sprintf("P%dD", m.days), fmt.Sprintf("%d\u00a0dagar&%[1]d\u00a0days", m.days)
		m.marks[l.path] = append(m.marks[l.path], text)
	case l.has("country"):
		text = m.codes[0]
		m.codes = m.codes[1:]
		mark = value.CountryName(text, "sv") + "&" + value.CountryName(text, "en")
	case l.has("colour"):
		text = fmt.Sprintf("#%06x", 0x104000+m.made)
		mark = text
	case l.has("asset"):
		text = word + ".svg"
	}
	m.marks[l.path] = append(m.marks[l.path], mark)
	return text
}

func (l leaf) has(word string) bool { _, ok := l.is(word); return ok }

// unlike is a word that stands nowhere else.
func unlike(n int) string {
	const letters = "bcdfghjklmnpqrst"
	word := "zq"
	for range 4 {
		word, n = word+string(letters[n%len(letters)]), n/len(letters)
	}
	return word
}
