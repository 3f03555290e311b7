package schema

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Skeleton returns a file to fill in for a new record: what must be there stands
// open, the rest behind a #, each with what it means in the language given.
// Texts get one line per language of the site.
func Skeleton(kind record.Kind, languages []string, lang string) ([]byte, error) {
	n, err := ownNotes()
	if err != nil {
		return nil, err
	}
	s := skeleton{notes: n, languages: languages, lang: lang}
	s.comment(diag.Text{
		SV: "Det som måste anges står öppet. Ta bort # framför det andra som behövs, och radera resten.",
		EN: "What must be given stands open. Remove the # before what else is needed, and delete the rest.",
	}.In(lang))
	if err := s.fields(reflect.TypeOf(kind.New("")).Elem(), "", false); err != nil {
		return nil, err
	}
	return s.out.Bytes(), nil
}

type skeleton struct {
	notes     notes
	languages []string
	lang      string
	out       bytes.Buffer
}

// fields writes the fields of a struct, indented, and behind # when closed.
func (s *skeleton) fields(t reflect.Type, indent string, closed bool) error {
	all, err := s.notes.fields(t)
	if err != nil {
		return err
	}
	open := wanted(all)
	for _, f := range all {
		shut := closed || !open[f.name]
		if indent == "" {
			fmt.Fprintln(&s.out)
		}
		s.describe(f, indent)
		if err := s.value(f, indent, shut); err != nil {
			return err
		}
	}
	return nil
}

// wanted are the fields that must be filled in. Of several that may stand in for
// each other it is the first.
func wanted(all []field) map[string]bool {
	open := map[string]bool{}
	for _, f := range all {
		if f.demand.required {
			open[f.name] = true
		}
		if len(f.others) == 0 {
			continue
		}
		group := append([]string{f.name}, f.others...)
		first := slices.IndexFunc(all, func(g field) bool { return slices.Contains(group, g.name) })
		open[all[first].name] = true
	}
	return open
}

// describe writes what a field means, and what it may hold.
func (s *skeleton) describe(f field, indent string) {
	if indent != "" {
		return // the names of nested fields have to do; docs/format/ has the rest
	}
	s.comment(f.note.text.In(s.lang))
	for _, w := range append(f.demand.self, f.demand.each...) {
		if w.tag != "choice" {
			continue
		}
		var codes []string
		for _, c := range value.Choices(w.param) {
			codes = append(codes, c.Code)
		}
		s.comment(diag.Text{SV: "Något av: ", EN: "One of: "}.In(s.lang) + strings.Join(codes, ", "))
	}
}

func (s *skeleton) value(f field, indent string, closed bool) error {
	mark := ""
	if closed {
		mark = "# "
	}
	line := func(format string, args ...any) {
		fmt.Fprintf(&s.out, "%s%s%s\n", mark, indent, fmt.Sprintf(format, args...))
	}
	switch shapeOf(f.typ) {
	case words, byLang:
		line("%s:", f.name)
		for _, l := range s.languages {
			line("  %s: \"\"", l)
		}
		return nil
	case object:
		line("%s:", f.name)
		return s.fields(f.typ, indent+"  ", closed)
	case list, listOrNot:
		line("%s: []", f.name)
		return nil
	}
	switch f.typ.Kind() {
	case reflect.Bool:
		line("%s: false", f.name)
	case reflect.Int:
		line("%s: 1", f.name)
	default:
		line("%s: \"\"", f.name)
	}
	return nil
}

// comment writes a remark, wrapped at a readable width.
func (s *skeleton) comment(text string) {
	const width = 88
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len(line)+1+len(word) > width {
			fmt.Fprintf(&s.out, "# %s\n", line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	if line != "" {
		fmt.Fprintf(&s.out, "# %s\n", line)
	}
}
