package check

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/source"
	"tillit/tools/internal/facts/value"
)

// validator returns the machine that reads the validate tags, for texts in some
// languages. Its words are the constraints of package record; its sentences are never
// used. What it has read of the tags serves the next run as well.
func (c *checker) validator() *validator.Validate {
	machine.Lock()
	defer machine.Unlock()
	if machine.Validate == nil || !slices.Equal(machine.languages, c.languages) {
		machine.Validate, machine.languages = newValidator(c.languages), c.languages
	}
	return machine.Validate
}

// machine is the last one that was made. It may be used by several at a time.
var machine struct {
	sync.Mutex
	*validator.Validate
	languages []string
}

func newValidator(languages []string) *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(keyOf)
	for _, r := range record.Constraints() {
		judge := func(f validator.FieldLevel) bool { return r.Valid(f.Field().String(), f.Param()) }
		if r.Tag == "text" {
			judge = func(f validator.FieldLevel) bool {
				text, ok := f.Field().Interface().(record.Text)
				return ok && complete(text, languages)
			}
		}
		_ = v.RegisterValidation(r.Tag, judge) // fails for an empty tag only
	}
	return v
}

// fields holds the values against the validate tags.
func (s *subject) fields() {
	var failed validator.ValidationErrors
	if !errors.As(s.validate.Struct(s.filed.Value), &failed) {
		return
	}
	for _, f := range failed {
		_, path, _ := strings.Cut(f.Namespace(), ".")
		if len(s.found) >= maxFindings {
			return
		}
		if !s.seen[path] {
			s.broken(path, f)
		}
	}
}

// broken says what is wrong with a field that the validator refused.
func (s *subject) broken(path string, f validator.FieldError) {
	switch f.ActualTag() {
	case "required", "required_without", "required_without_all":
		s.missing(path, f)
	case "min", "max":
		s.size(path, f.Kind(), reflect.ValueOf(f.Value()))
	case "text":
		// A text that could not be read is empty, and has been reported.
		if text, ok := f.Value().(record.Text); ok && (len(text) > 0 || !s.filed.File.Failed(path)) {
			s.text(path, text)
		}
	default:
		constraint, ok := record.ConstraintOf(f.ActualTag())
		if !ok {
			return // cannot be: a test of package record reads every tag
		}
		given := fmt.Sprint(f.Value())
		clause, hint := constraint.Explain(given, f.Param())
		if constraint.Tag == "line" && value.Tag(given) != "" {
			constraint.Rule = "text-markup"
		}
		d := s.report(constraint.Rule, path, s.has(diag.Quote(given), path, clause), hint)
		mean(d, constraint, given, f.Param())
	}
}

// mean lets a finding be mended where a value can only have been meant to be one other.
func mean(d *diag.Diagnostic, c value.Constraint, given, param string) {
	deed := diag.Phrase
	if c.Codes() {
		deed = diag.Word
	}
	if now := c.Meant(given, param); now != "" {
		d.Mend(diag.Edit{Deed: deed, Was: given, Now: now})
	}
}

// missing reports a field that must be there, at the group that lacks it.
func (s *subject) missing(path string, f validator.FieldError) {
	t := reflect.TypeOf(s.filed.Value).Elem()
	steps := stepsOf(t, path)
	last := steps[len(steps)-1]
	group, parent := "", t
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		group = path[:i]
		parent = inner(steps[len(steps)-2].field.Type)
	}
	keys := []string{last.key}
	for name := range strings.FieldsSeq(f.Param()) { // the fields that would do instead
		if other, ok := parent.FieldByName(name); ok {
			keys = append(keys, keyOf(other))
		}
	}
	if len(keys) == 1 {
		s.report("missing-field", path, diag.Say("%s saknar %s", "%s lacks %s", s.called(), s.where(path)), example(last))
		return
	}
	all := strings.Join(keys, ", ")
	message := diag.Say("%s saknar fälten %s, varav ett behövs", "%s lacks the fields %s, of which one is needed", s.called(), all)
	if group != "" {
		message = diag.Say("%s saknar fälten %s i %s, varav ett behövs", "%s lacks the fields %s in %s, of which one is needed", s.called(), all, s.where(group))
	}
	s.report("missing-field", path, message, diag.Say("lägg till ett av dem", "add one of them"))
}

// example is the hint that shows how a missing field is written.
func example(s step) diag.Text {
	for word := range strings.SplitSeq(s.field.Tag.Get("validate"), ",") {
		if list, ok := strings.CutPrefix(word, "choice="); ok {
			var codes []string
			for _, c := range value.Choices(list) {
				codes = append(codes, c.Code)
			}
			return diag.Say("lägg till %s: och ett av orden %s", "add %s: and one of the words %s", s.key, strings.Join(codes, ", "))
		}
	}
	blank := "…"
	switch t := s.field.Type; {
	case t.Kind() == reflect.Pointer:
		return diag.Say("lägg till %[1]s: true eller %[1]s: false", "add %[1]s: true or %[1]s: false", s.key)
	case t.Kind() == reflect.Map:
		blank = "{sv: …, en: …}"
	case t.Kind() == reflect.Slice:
		blank = "[…]"
	case t == reflect.TypeFor[value.Date]():
		blank = "2026-03-01"
	}
	return diag.Say("lägg till %s: %s", "add %s: %s", s.key, blank)
}

// size reports a number out of its range, or a list or line that is too long.
func (s *subject) size(path string, kind reflect.Kind, v reflect.Value) {
	steps := stepsOf(reflect.TypeOf(s.filed.Value).Elem(), path)
	low, high := bounds(steps[len(steps)-1].field)
	switch kind {
	case reflect.Int:
		s.report("number-range", path,
			s.has(v.Int(), path, diag.Say("talet ska vara mellan %s och %s", "the number must be between %s and %s", low, high)),
			diag.Say("skriv ett tal mellan %s och %s", "write a number between %s and %s", low, high))
	case reflect.Slice:
		s.report("list-length", path,
			diag.Say("%s har %d poster i %s, och högst %s ryms", "%s has %d items in %s, and %s are the most", s.called(), v.Len(), s.where(path), high),
			diag.Say("stryk eller slå ihop poster", "strike or join items"))
	default:
		s.report("line-length", path,
			s.has(diag.Quote(v.String()), path, diag.Say("värdet är längre än %s tecken", "the value is longer than %s characters", high)),
			diag.Say("korta värdet", "shorten the value"))
	}
}

// bounds returns what min and max are in a field's tag.
func bounds(f reflect.StructField) (low, high string) {
	for word := range strings.SplitSeq(f.Tag.Get("validate"), ",") {
		if n, ok := strings.CutPrefix(word, "min="); ok {
			low = n
		}
		if n, ok := strings.CutPrefix(word, "max="); ok {
			high = n
		}
	}
	return low, high
}

// blanks reports what is written but empty. A field that says nothing is left
// out, so that nobody takes it for an answer; and a number 0 is out of the range
// of every field that counts something.
func (s *subject) blanks() {
	if s.filed.File.Blank() {
		s.blank(s.filed.File.Root(), "")
	}
}

func (s *subject) blank(n *source.Node, path string) {
	empty := len(n.Content) == 0
	switch {
	case len(s.found) >= maxFindings:
	case n.Kind == source.Scalar && n.Type == source.Text && n.Value == "", n.Kind == source.List && empty, n.Kind == source.Map && empty && path != "":
		s.report("empty-value", path,
			diag.Say("%s har inget i %s", "%s has nothing in %s", s.called(), s.where(path)),
			diag.Say("fyll i värdet, eller ta bort fältet", "fill in the value, or remove the field"))
	case n.Kind == source.Scalar && n.Type == source.Whole && n.Value == "0":
		steps := stepsOf(reflect.TypeOf(s.filed.Value).Elem(), path)
		if last := steps[len(steps)-1]; last.known && last.field.Type.Kind() == reflect.Int {
			s.size(path, reflect.Int, reflect.ValueOf(0))
		}
	case n.Kind == source.List:
		for i, c := range n.Content {
			s.blank(c, item(path, i))
		}
	case n.Kind == source.Map:
		for key, value := range n.Fields() {
			s.blank(value, child(path, key.Value))
		}
	}
}
