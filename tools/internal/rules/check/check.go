// Package check says what is wrong inside and between the records of a site.
//
// Goals: every mistake of a set in one run, each once and at its place; a rule
// for a field stands on its struct and nowhere else; a mistake that the reader of
// YAML has reported is not reported again in other words. What the law asks for
// is the business of package law.
package check

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"github.com/go-playground/validator/v10"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// All returns every finding about the records of a set, sorted. asOf is today:
// it decides which days lie in the future and what has expired.
func All(set *record.Set, asOf value.Date) diag.List {
	c := newChecker(set, asOf)
	c.validate = c.validator()

	subjects := c.each()
	c.site()
	for _, s := range subjects {
		c.countUses(s)
	}
	c.duplicates()
	c.chains()
	c.unused()

	list := c.found
	for _, s := range subjects {
		list = append(list, s.found...)
	}
	list.Sort()
	return list
}

// checker is one run over a set.
type checker struct {
	set       *record.Set
	asOf      value.Date
	languages []string // of the site; none when organisation.yaml does not tell
	validate  *validator.Validate
	used      map[string]bool // kind/id of records that others refer to
	followed  map[string]bool // ids of recipients from which another takes over
	found     diag.List       // about the set as a whole
}

func newChecker(set *record.Set, asOf value.Date) *checker {
	c := &checker{set: set, asOf: asOf, used: map[string]bool{}, followed: map[string]bool{}}
	for _, r := range set.Recipients {
		if r.Replaces != "" && r.Replaces != r.ID {
			c.followed[r.Replaces] = true
		}
	}
	if o := set.Organisation; o != nil && !set.Of(o).File.Failed("languages") {
		c.languages = slices.DeleteFunc(slices.Clone(o.Languages), func(l string) bool { return !valid("language", l) })
	}
	return c
}

// each checks every record on its own, in parallel, and returns the subjects in
// the order of the set.
func (c *checker) each() []*subject {
	records := c.set.All()
	subjects := make([]*subject, len(records))
	disk.Each(len(records), func(i int) {
		subjects[i] = c.subject(records[i])
		subjects[i].check()
		records[i].File.Release()
	})
	return subjects
}

// subject is one record while it is looked at.
type subject struct {
	*checker
	filed *record.Filed
	found diag.List
	seen  map[string]bool // the paths that a finding speaks of
	refs  []reference
}

func (c *checker) subject(e *record.Filed) *subject {
	return &subject{checker: c, filed: e, seen: map[string]bool{}}
}

// check runs every rule that needs no other record than those referred to.
func (s *subject) check() {
	s.blanks()
	s.fields()
	s.walk(reflect.ValueOf(s.filed.Value).Elem(), "")
	switch r := s.filed.Value.(type) {
	case *record.Organisation:
		s.organisation(r)
	case *record.Recipient:
		s.recipient(r)
	case *record.Activity:
		s.activity(r)
	case *record.Retention:
		s.retention(r)
	case *record.Certification:
		s.inOrder("date-order", day{"valid_from", r.ValidFrom}, day{"valid_to", r.ValidTo})
	case *record.Change:
		s.change(r)
	case *record.Cookie:
		s.cookie(r)
	}
}

// maxFindings is how many findings of its own one record may have. A record with
// more is broken in one way that is repeated, or made to flood the reader.
const maxFindings = 100

// report adds a finding about the value at a path, unless the reader of the file
// has said something about that place. The severity and the law are the rule's.
func (s *subject) report(rule, path string, message, hint diag.Text) *diag.Diagnostic {
	s.seen[path] = true
	d := diag.New(rule, diag.Pos{}, message, hint)
	if len(s.found) >= maxFindings || s.filed.File.Failed(path) {
		return &d
	}
	d.Pos, _ = s.filed.File.At(path)
	s.found = append(s.found, d)
	return &s.found[len(s.found)-1]
}

// called is the record in words, such as the recipient Puzzel AB.
func (s *subject) called() diag.Text { return s.checker.called(s.filed.Value) }

func (c *checker) called(r record.Record) diag.Text {
	kind := diag.Text{}
	if e := c.set.Of(r); e != nil {
		kind = e.Kind.Word
		if e.Kind.Folder == "" && c.label(r).EN == r.Key() {
			return kind // the one that there is, which does not tell its name
		}
	}
	return diag.Say("%s %s", "%s %s", kind, c.label(r))
}

// given tells whether the file holds a field, be it one that could not be read.
func (s *subject) given(path string) bool { return s.filed.File.Node(path) != nil }

// label is a record's name alone, on one line, or its id when the name is blank.
func (c *checker) label(r record.Record) diag.Text {
	name := func(lang string) string {
		return diag.Clip(cmp.Or(strings.Join(strings.Fields(r.Label(lang)), " "), r.Key()), diag.MostQuoted)
	}
	return diag.Text{SV: name("sv"), EN: name("en")}
}

// about returns a subject for a finding about a record that is found when
// records are compared.
func (c *checker) about(r record.Record) *subject { return c.subject(c.set.Of(r)) }

// note is another place that a finding speaks of.
func (c *checker) note(r record.Record, path string, message diag.Text) diag.Related {
	return diag.Related{Pos: c.set.At(r, path), Message: message}
}

func valid(tag, value string) bool {
	tag, param, _ := strings.Cut(tag, "=")
	r, ok := record.ConstraintOf(tag)
	return ok && r.Valid(value, param)
}
