package change

import (
	"fmt"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Stale is a text that was changed since a version was issued, while its
// translation still says what it said beside the earlier text. An issued version
// stands by what it says in every language, so nothing older is asked about.
type Stale struct {
	Kind, ID string // PageEntry and the page, for prose
	Path     string // of the text in its record; "" for prose
	Language string // of the text that did not change
	From     string // the language of the one that did
}

// Stales returns the texts that have not followed a change of the text in another
// language, sorted by the language that changed: first those that the main one, which
// stands first, has left behind. A text is told once.
func Stales(before, now Snapshot, languages []string) []Stale {
	var list []Stale
	for _, from := range languages {
		for _, s := range StaleIn(before, now, from) {
			if !slices.ContainsFunc(list, func(o Stale) bool {
				return o.Kind == s.Kind && o.ID == s.ID && o.Path == s.Path && o.Language == s.Language
			}) {
				list = append(list, s)
			}
		}
	}
	return list
}

// StaleIn returns the texts that have not followed a change of the text in one
// language, sorted.
func StaleIn(before, now Snapshot, main string) []Stale {
	var list []Stale
	for _, kind := range slices.Sorted(maps.Keys(now.Records)) {
		for _, id := range slices.Sorted(maps.Keys(now.Records[kind])) {
			old, new := before.Records[kind][id], now.Records[kind][id]
			if old == nil || reflect.DeepEqual(old, new) {
				continue
			}
			for _, s := range staleTexts(wordings(old, main), wordings(new, main), main) {
				s.Kind, s.ID = kind, id
				list = append(list, s)
			}
		}
	}
	for _, page := range slices.Sorted(maps.Keys(now.Prose)) {
		old, new := before.Prose[page], now.Prose[page]
		for _, lang := range slices.Sorted(maps.Keys(new)) {
			if old[main] != "" && old[main] != new[main] && lang != main && old[lang] == new[lang] {
				list = append(list, Stale{Kind: PageEntry, ID: page, Language: lang, From: main})
			}
		}
	}
	return list
}

// worded is a text of a record in its languages. field is its path without the
// numbers of lists, because what is added to a list moves the rest.
type worded struct {
	path, field string
	in          map[string]string
}

// wordings returns the texts of a record that are written in the main language.
// Addresses by language look like texts, and are not words.
func wordings(fields map[string]any, main string) []worded {
	var list []worded
	var walk func(at, field string, v any)
	walk = func(at, field string, v any) {
		switch v := v.(type) {
		case []any:
			for i, e := range v {
				walk(fmt.Sprintf("%s[%d]", at, i), field, e)
			}
		case map[string]any:
			if text, ok := v[main].(string); ok && !strings.Contains(text, "://") {
				w := worded{path: at, field: field, in: map[string]string{}}
				for lang, s := range v {
					w.in[lang], _ = s.(string)
				}
				list = append(list, w)
				return
			}
			for _, key := range slices.Sorted(maps.Keys(v)) {
				walk(strings.TrimPrefix(at+"."+key, "."), field+"."+key, v[key])
			}
		}
	}
	walk("", "", fields)
	return list
}

// staleTexts finds the texts whose words in the main language are new, whose words
// in another stood before beside words that are gone.
func staleTexts(old, new []worded, main string) []Stale {
	says := func(list []worded, field, lang, text string) bool {
		return slices.ContainsFunc(list, func(w worded) bool { return w.field == field && w.in[lang] == text })
	}
	var list []Stale
	for _, w := range new {
		if says(old, w.field, main, w.in[main]) {
			continue
		}
		for _, lang := range slices.Sorted(maps.Keys(w.in)) {
			if lang != main && slices.ContainsFunc(old, func(o worded) bool {
				return o.field == w.field && o.in[lang] == w.in[lang] && !says(new, w.field, main, o.in[main])
			}) {
				list = append(list, Stale{Path: w.path, Language: lang, From: main})
			}
		}
	}
	return list
}

// CheckStale warns of translations that have not followed their text since a
// version was issued. files are those of prose, by page and language.
func CheckStale(set *record.Set, version string, list []Stale, files map[string]map[string]string) diag.List {
	var found diag.List
	for _, s := range list {
		main := s.From
		from := diag.Text{SV: value.LanguageName(main, "sv"), EN: value.LanguageName(main, "en")}
		to := diag.Text{SV: value.LanguageName(s.Language, "sv"), EN: value.LanguageName(s.Language, "en")}
		d := diag.New("translation-stale", diag.Pos{}, diag.Text{}, diag.Text{
			SV: "ändra även översättningen; är den riktig som den är kan varningen godtas under accepted i data/organisation.yaml",
			EN: "change the translation as well; if it is right as it is, the warning may be accepted under accepted in data/organisation.yaml"})
		if s.Kind == PageEntry {
			if files[s.ID][s.Language] == "" {
				continue // the program's own prose, which no site can mend
			}
			d.Pos = diag.Pos{File: files[s.ID][s.Language]}
			d.Message = diag.Text{
				SV: fmt.Sprintf("sidans text på %s har ändrats sedan versionen %s, men inte texten på %s", from.SV, version, to.SV),
				EN: fmt.Sprintf("the text of the page in %s was changed since the version %s, but not the text in %s", from.EN, version, to.EN)}
			d.Related = []diag.Related{{Pos: diag.Pos{File: path.Join(path.Dir(d.Pos.File), path.Base(files[s.ID][main]))}, Message: diag.Text{SV: "texten som ändrades", EN: "the text that was changed"}}}
			found = append(found, d)
			continue
		}
		r := set.Find(s.Kind, s.ID)
		if r == nil {
			continue
		}
		called := set.Called(r.Value)
		d.Pos = set.At(r.Value, s.Path+"["+s.Language+"]")
		d.Message = diag.Text{
			SV: fmt.Sprintf("%s har fått en ny text på %s sedan versionen %s, men texten på %s är den gamla", called.SV, from.SV, version, to.SV),
			EN: fmt.Sprintf("%s has a new text in %s since the version %s, but the text in %s is the old one", called.EN, from.EN, version, to.EN)}
		d.Related = []diag.Related{{Pos: set.At(r.Value, s.Path+"["+main+"]"), Message: diag.Text{SV: "den nya texten", EN: "the new text"}}}
		found = append(found, d)
	}
	return found
}
