package check

import (
	"path"
	"reflect"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/finish"
)

// reference is one record naming another.
type reference struct{ kind, id string }

// walk looks at every field of a record that names other records or a day on
// which something was done, at every list of words, and at every text.
func (s *subject) walk(v reflect.Value, at string) {
	t := v.Type()
	for i := range t.NumField() {
		value := v.Field(i)
		switch value.Kind() {
		case reflect.Bool, reflect.Int:
			continue
		}
		if !value.IsZero() {
			f := t.Field(i)
			s.visit(f, value, child(at, keyOf(f)))
		}
	}
}

func (s *subject) visit(f reflect.StructField, v reflect.Value, at string) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.Elem().Kind() == reflect.Struct {
			s.walk(v.Elem(), at)
		}
	case reflect.Struct: // a list that may be declared empty
		if list := v.FieldByName("List"); list.IsValid() {
			s.visit(f, list, at)
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.String {
			s.repeats(v, at)
		}
		for i := range v.Len() {
			if e := v.Index(i); e.Kind() == reflect.Struct {
				s.walk(e, item(at, i))
			} else {
				s.visit(f, e, item(at, i))
			}
		}
	case reflect.Map:
		if text, ok := v.Interface().(record.Text); ok {
			s.finishedIn(text, at)
		}
		if addresses, ok := v.Interface().(record.Addresses); ok {
			s.languagesOf(addresses, at)
		}
	case reflect.String:
		if slices.Contains(strings.Split(f.Tag.Get("validate"), ","), "line") {
			s.finished(v.String(), at, finish.Line)
		}
		if kind := f.Tag.Get("ref"); kind != "" {
			s.refer(kind, v.String(), at)
		}
		if d, ok := v.Interface().(value.Date); ok && isPast(keyOf(f)) {
			s.past(d, at)
		}
	}
}

// repeats reports a word that a list holds twice: a reader would meet it twice.
func (s *subject) repeats(v reflect.Value, at string) {
	first := make(map[string]int, v.Len())
	for i := range v.Len() {
		word := v.Index(i).String()
		earlier, repeated := first[word]
		if !repeated {
			first[word] = i
			continue
		}
		if word == "" {
			continue
		}
		if len(s.found) >= maxFindings {
			return
		}
		pos, _ := s.filed.File.At(item(at, earlier))
		d := s.report("repeated-item", item(at, i),
			diag.Say("%s har %s två gånger i %s", "%s has %s twice in %s", s.called(), diag.Quote(word), s.where(at)),
			diag.Say("behåll en av dem", "keep one of them"))
		d.Mend(diag.Edit{Deed: diag.Remove})
		d.Related = []diag.Related{{Pos: pos, Message: diag.Say("det står först här", "it is first given here")}}
	}
}

// refer notes that a record is named, and reports a name that leads nowhere.
func (s *subject) refer(kind, id, at string) {
	if s.seen[at] {
		return
	}
	if !valid("id", id) {
		ids, _ := record.ConstraintOf("id")
		clause, hint := ids.Explain(id, "")
		d := s.report(ids.Rule, at, s.has(diag.Quote(id), at, clause), hint)
		if now := ids.Meant(id, ""); now != "" && s.set.Exists(kind, now) {
			d.Mend(diag.Edit{Deed: diag.Word, Was: id, Now: now})
		}
		return
	}
	if s.set.Exists(kind, id) {
		s.refs = append(s.refs, reference{kind, id})
		if a, ok := s.filed.Value.(*record.Activity); ok && kind == "recipient" {
			if e := s.set.Find(kind, id); e != nil {
				s.departures(a, e.Value.(*record.Recipient), at)
			}
		}
		return
	}
	near, hint := s.meant(kind, id)
	if near != "" {
		s.refs = append(s.refs, reference{kind, near})
	}
	k, _ := record.KindOf(kind)
	s.report("unknown-reference", at,
		diag.Say("%s nämner %s %s i %s, men den finns inte", "%s names %s %s in %s, but there is no such record", s.called(), k.Word, diag.Quote(id), s.where(at)), hint)
}

// meant returns the id that was most likely meant, or "", and what to do.
func (c *checker) meant(kind, id string) (string, diag.Text) {
	k, _ := record.KindOf(kind)
	var ids []string
	for _, e := range c.set.All() {
		if e.Kind.Name == kind {
			ids = append(ids, e.Value.Key())
		}
	}
	file := path.Join("data", k.Folder, id+".yaml")
	if near := diag.Nearest(id, ids); near != "" {
		return near, diag.Say("menade du %s? Annars behövs filen %s", "did you mean %s? Otherwise the file %s is needed", near, file)
	}
	for _, other := range record.Kinds() {
		if other.Name != kind && other.Folder != "" && c.set.Exists(other.Name, id) {
			return "", diag.Say("%[1]s är ett id i data/%[2]s; här ska ett id i data/%[3]s stå", "%[1]s is an id in data/%[2]s; here belongs an id in data/%[3]s", id, other.Folder, k.Folder)
		}
	}
	if len(ids) == 0 {
		return "", diag.Say("skapa filen %s", "create the file %s", file)
	}
	const most = 6
	more := ""
	if len(ids) > most {
		ids, more = ids[:most], ", …"
	}
	return "", diag.Say("skapa filen %s, eller skriv ett av: %s", "create the file %s, or write one of: %s", file, strings.Join(ids, ", ")+more)
}

// change asks that a change names records that exist. One that has been removed
// since may be named, so this only warns.
func (s *subject) change(r *record.Change) {
	for i, name := range r.Records {
		at := item("records", i)
		folder, id, _ := strings.Cut(name, "/")
		kind, known := record.KindOf(folder)
		if s.seen[at] || !valid("recordref", name) || !known || s.set.Exists(kind.Name, id) {
			continue
		}
		near, hint := s.meant(kind.Name, id)
		if near != "" {
			hint = diag.Say("menade du %s/%s?", "did you mean %s/%s?", folder, near)
		}
		s.report("unknown-record", at,
			diag.Say("%s nämner %s, och den posten finns inte", "%s names %s, and there is no such record", s.called(), diag.Quote(name)), hint)
	}
}

func (c *checker) countUses(s *subject) {
	for _, r := range s.refs {
		c.used[r.kind+"/"+r.id] = true
	}
}

// unused reports records that no page would show, or show out of any context.
// It says nothing while a file cannot be read in full, because what that file
// uses is not known.
func (c *checker) unused() {
	if !c.set.Whole() {
		return
	}
	for _, e := range c.set.All() {
		id := e.Value.Key()
		var by diag.Text
		switch e.Kind.Name {
		case "category", "retention", "service":
			by = usedBy(e.Kind.Name)
		case "recipient":
			r := e.Value.(*record.Recipient)
			told := r.Replaces != "" && c.used["recipient/"+r.Replaces] // by recipient-successor
			if told || r.IsSubprocessor() && len(r.Services) > 0 || r.Status(c.asOf) == record.Ended {
				continue
			}
			by = usedBy("recipient")
		default:
			continue
		}
		if c.used[e.Kind.Name+"/"+id] {
			continue
		}
		s := c.about(e.Value)
		s.report("unused-record", "",
			diag.Say("%s används inte av %s", "%s is not used by %s", s.called(), by),
			diag.Say("nämn %[1]s där den hör hemma, eller ta bort filen", "name %[1]s where it belongs, or remove the file", id))
		c.found = append(c.found, s.found...)
	}
}

// usedBy says which records should name one of a kind.
func usedBy(kind string) diag.Text {
	switch kind {
	case "category":
		return diag.Say("någon behandling, mottagare eller lagringstid", "any activity, recipient or retention rule")
	case "service":
		return diag.Say("någon behandling, mottagare eller lagringstid", "any activity, recipient or retention rule")
	case "recipient":
		return diag.Say("någon behandling, kaka eller annan mottagare, och inte heller av webbplatsens drift", "any activity, cookie or other recipient, nor by the hosting of the site")
	}
	return diag.Say("någon behandling", "any activity")
}
