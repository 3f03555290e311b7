package check

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// StarterRule is the rule of what a site still says in the words of the made-up
// company. It warns in a check; whoever publishes stops there.
const StarterRule = "starter-text"

// Starter is what the made-up company says that tillit init --example writes: its
// names, addresses, days and promises, none of which is true of anybody. What the law
// says, and words that claim nothing, are not part of it.
type Starter struct {
	told  map[string]map[saying]bool // by the name of the record
	names []string                   // of those records, sorted
	known map[string]bool            // the values of all
	whole map[string]map[string]any
}

// saying is a value at a field.
type saying struct{ field, value string }

// StarterOf gathers what a made-up company says.
func StarterOf(set *record.Set) *Starter {
	s := &Starter{told: map[string]map[saying]bool{}, known: map[string]bool{}, whole: map[string]map[string]any{}}
	for _, e := range set.All() {
		if !inventable(e.Value) {
			continue
		}
		said := map[saying]bool{}
		for _, c := range claims(e, nil) {
			said[c.said()], s.known[c.value] = true, true
		}
		s.told[e.Name()], s.whole[e.Name()] = said, record.Plain(e.Value)
	}
	s.names = slices.Sorted(maps.Keys(s.told))
	return s
}

// Left returns a finding for each file of a site that still says what the made-up
// company does, with the fields that say it. A record of another name than the company's
// is a copy of one of its records where two fields or more are the same: one sentence
// alone may come to anybody's mind.
func (s *Starter) Left(set *record.Set) diag.List {
	records := set.All()
	found := make([]diag.List, len(records))
	disk.Each(len(records), func(i int) {
		e := records[i]
		if !inventable(e.Value) {
			return
		}
		left := placed(e, s.left(e, claims(e, s.known)))
		if pos, ok := firstOf(e, left); ok {
			company := s.whole[e.Name()]
			whole := company != nil && reflect.DeepEqual(company, record.Plain(e.Value))
			found[i] = diag.List{diag.New("starter-text", pos, leftWords(set, e, left, whole), leftHint(e))}
		}
	})
	return slices.Concat(found...)
}

// placed are claims in the order of their places in the file.
func placed(e *record.Filed, left []claim) []claim {
	if len(left) == 0 {
		return nil
	}
	for i := range left {
		left[i].pos, _ = e.File.At(left[i].path)
	}
	e.File.Release()
	slices.SortFunc(left, func(a, b claim) int {
		return cmp.Or(cmp.Compare(a.pos.Line, b.pos.Line), cmp.Compare(a.pos.Column, b.pos.Column), cmp.Compare(a.path, b.path))
	})
	return left
}

// left are the claims of a record that the company makes, too.
func (s *Starter) left(e *record.Filed, all []claim) []claim {
	if len(all) == 0 {
		return nil
	}
	same := func(said map[saying]bool) (list []claim) {
		for _, c := range all {
			if said[c.said()] {
				list = append(list, c)
			}
		}
		return list
	}
	if said, ok := s.told[e.Name()]; ok {
		return same(said)
	}
	var most []claim
	for _, name := range s.names {
		if folder, _, _ := strings.Cut(name, "/"); folder != e.Kind.Folder {
			continue
		}
		found := same(s.told[name])
		if n := len(fieldsOf(slices.DeleteFunc(slices.Clone(found), claim.likely))); n > max(1, len(fieldsOf(most))) {
			most = found
		}
	}
	return most
}

// firstOf is where the first claim stands that is none by chance, and that nothing else
// has been said of.
func firstOf(e *record.Filed, left []claim) (diag.Pos, bool) {
	for _, c := range left {
		if !c.slight && !e.File.Failed(c.path) {
			return c.pos, true
		}
	}
	return diag.Pos{}, false
}

func leftWords(set *record.Set, e *record.Filed, left []claim, whole bool) diag.Text {
	if whole {
		return diag.Say("%s är helt och hållet det påhittade exemplets", "%s is the made-up example's through and through", set.Called(e.Value))
	}
	fields := fieldsOf(left)
	for i, f := range fields {
		fields[i] = diag.Quote(f)
	}
	return diag.Say("%s säger ännu det påhittade exemplets ord i %s", "%s still has the made-up example's words in %s",
		set.Called(e.Value), diag.Text{SV: diag.And(fields, "och"), EN: diag.And(fields, "and")})
}

func leftHint(e *record.Filed) diag.Text {
	remove := diag.Text{}
	if e.Kind.Folder != "" {
		remove = diag.Say(", eller ta bort filen", ", or remove the file")
	}
	return diag.Say("skriv det som är sant om er%s; det som är sant ord för ord får stå när det är godtaget i accepted i data/organisation.yaml (rule: %s, file: %s); till dess kan bara en förhandsvisning byggas, med --preview",
		"write what is true of you%s; what is true word for word can stand once it is accepted in data/organisation.yaml (rule: %s, file: %s); until then only a preview can be built, with --preview",
		remove, StarterRule, e.File.Name)
}

// inventable tells whether a record can tell something made up. Authorities, rights and
// what a law prescribes are the same for everybody, and so is what a kind of data is.
func inventable(r record.Record) bool {
	switch r := r.(type) {
	case *record.Authority, *record.Right, *record.Category:
		return false
	case *record.Retention:
		return len(r.Law) == 0
	case *record.Recipient:
		return r.Kind != "authority"
	}
	return true
}

// claim is a value of a record that may be made up.
type claim struct {
	path   string // locations[0].city, service.sv
	field  string // locations.city, service
	pos    diag.Pos
	value  string
	slight bool // which may well be so by chance: a number, a town
	day    bool
}

// likely tells whether another record may well say the same by chance.
func (c claim) likely() bool { return c.slight || c.day }

func (c claim) said() saying { return saying{c.field, c.value} }

// claims are those of a record. Where values are given, only claims of one of those are
// sought.
func claims(e *record.Filed, values map[string]bool) []claim {
	var list []claim
	leavesOf(e.Value, func(l *leaves, v any) {
		said := written(v)
		if said == "" || values != nil && !values[said] {
			return
		}
		if c, ok := claimed(e.Kind, l.field(), v, said); ok {
			c.path = l.path()
			list = append(list, c)
		}
	})
	slices.SortFunc(list, func(a, b claim) int { return cmp.Compare(a.path, b.path) })
	return list
}

// written is a value as claims are compared by: a text whatever its lines.
func written(v any) string {
	switch v := v.(type) {
	case int:
		return strconv.Itoa(v)
	case string:
		if !strings.Contains(v, "  ") && !strings.ContainsFunc(v, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }) {
			return strings.Trim(v, " ") // as nearly all are
		}
		return strings.Join(strings.Fields(v), " ")
	}
	return ""
}

// lawful are the fields that say what the law says, or claim nothing: questions, names of
// data, events from which a period runs.
var lawful = map[string][]string{
	"organisation": {"languages", "default_language", "requests", "incident.authority", "incident.subjects", "statements.id", "statements.title", "accepted"},
	"recipient":    {"dpa.type", "name"},
	"retention":    {"name", "starts_at"},
	"activity":     {"name", "data.items.name", "purposes.id", "purposes.bases.law"},
	"service":      {"links.label"},
}

// claimed returns the claim that a value makes at a field, if it makes one.
func claimed(kind record.Kind, field string, v any, said string) (claim, bool) {
	if slices.ContainsFunc(lawful[kind.Name], func(l string) bool { return field == l || strings.HasPrefix(field, l+".") }) {
		return claim{}, false
	}
	keys := strings.Split(field, ".")
	f, known := record.FieldAt(kind, keys...)
	if _, number := v.(int); number {
		return claim{field: field, value: said, slight: true}, f.Key != "order" && f.Key != "level"
	}
	if !known { // a text in one of its languages; a word or two are a heading
		return claim{field: strings.Join(keys[:len(keys)-1], "."), value: said}, strings.Count(said, " ") > 1
	}
	t := f.Type
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	day := t == reflect.TypeFor[value.Date]()
	slight := day && kind.Folder == "" || slices.Contains([]string{"city", "seat", "postal_code"}, f.Key) || t == reflect.TypeFor[value.Period]()
	return claim{field: field, value: said, slight: slight, day: day}, f.Ref == "" && f.Choice == "" && f.Key != "id" && t != reflect.TypeFor[value.Country]()
}

// fieldsOf names the fields of claims, each once.
func fieldsOf(list []claim) []string {
	var names []string
	for _, c := range list {
		if !slices.Contains(names, c.field) {
			names = append(names, c.field)
		}
	}
	return names
}
