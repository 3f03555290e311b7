package wording

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// screened is a pattern behind a rough one, which matches all that it does and more.
// Patterns that count letters, or tell them from all other characters, take long to
// compile and to run, and most texts are turned away by the rough one. Both are
// compiled when they are first tried.
type screened struct{ rough, exact func() *regexp.Regexp }

// whole is the form of a phrase. The end of a word is part of it, so that a shorter
// alternative which ends within a word gives way to a longer one.
const whole = `\A(…)(?:[^\p{L}\p{Nd}]|\z)`

// screen makes a pattern of alternatives in the place of … in a form; nil of none.
func screen(form string, parts ...string) *screened {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	if len(parts) == 0 {
		return nil
	}
	exact := strings.Replace(form, "…", strings.Join(parts, "|"), 1)
	return &screened{rough: compiled(roughly(exact)), exact: compiled(exact)}
}

func compiled(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// roughly is a pattern that matches wherever another does: it does not count, takes
// all that is no ASCII for letters, and after a word all but a to z for its end.
func roughly(pattern string) string {
	pattern = counted.ReplaceAllStringFunc(pattern, func(s string) string {
		if strings.HasPrefix(s, "{0") {
			return "*"
		}
		return "+"
	})
	return strings.NewReplacer(`[^\p{L}\p{Nd}`, `[^a-z`, `[^\p{L}`, `[^a-z`, `[\p{L}`, `[a-zA-Z\x{80}-\x{10FFFF}`, `\p{L}`, `[a-zA-Z\x{80}-\x{10FFFF}]`).Replace(pattern)
}

var counted = regexp.MustCompile(`\{[0-9]+(?:,[0-9]*)?\}`)

// find returns what FindStringSubmatchIndex does; to look where nothing is costs less.
func (s *screened) find(text string) []int {
	if !s.rough().MatchString(text) {
		return nil
	}
	return s.exact().FindStringSubmatchIndex(text)
}

func (s *screened) matches(text string) bool {
	return s.rough().MatchString(text) && s.exact().MatchString(text)
}
