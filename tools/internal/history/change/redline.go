package change

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/sergi/go-diff/diffmatchpatch"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/history/weight"
)

// Edit is what happened to the prose of one page in one language.
type Edit struct {
	Page     string `json:"page"`
	Language string `json:"language"`
	Verb     Verb   `json:"verb"`
	Spans    []Span `json:"spans"` // the whole text, old and new, in reading order
}

// Span is a run of words that stayed, came or went.
type Span struct {
	Verb Verb   `json:"verb,omitempty"` // empty when it stayed
	Text string `json:"text"`
}

// Old and New put the text together again.
func (e Edit) Old() string { return e.text(Added) }

// New is the text after the edit.
func (e Edit) New() string { return e.text(Removed) }

func (e Edit) text(without Verb) string {
	var b strings.Builder
	for _, s := range e.Spans {
		if s.Verb != without {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// weighPage tells what an edit of a page is for its reader. Compared is what a reader
// meets: a link, an emphasis or a heading's id is no other text.
func (e Entry) weighPage() weight.Nature {
	switch e.Verb {
	case Added:
		return weight.Begins
	case Removed:
		return weight.Ends
	}
	for _, edit := range e.Edits {
		if !slices.Equal(met(edit.Old()), met(edit.New())) {
			return weight.Changes
		}
	}
	return weight.Reworded
}

// weighOld tells what a change was that was issued before changes had kinds, as far as
// the words of its lines do. Whether it is material stays what was said then.
func (e Entry) weighOld() weight.Nature {
	all := func(of func(FieldChange) bool) bool {
		return len(e.Lines) > 0 && !slices.ContainsFunc(e.Lines, func(l FieldChange) bool { return !of(l) })
	}
	switch {
	case e.Kind == PageEntry:
		return e.weighPage()
	case e.Verb != Changed || len(e.Reasons) > 0:
		return ""
	case all(func(l FieldChange) bool { return weight.Looked(l.Path) }):
		return weight.Told
	case e.Kind == "retention" && all(func(l FieldChange) bool { return l.Path[0] == "period" }): // and not longer
		return weight.Narrowed
	case e.Kind == "activity" && all(func(l FieldChange) bool { return l.Path[0] == "recipients" && l.Verb == Removed }):
		return weight.Narrowed
	case all(func(l FieldChange) bool {
		n, _ := weight.Text(l.Old.SV, l.New.SV)
		return l.Verb == Changed && n == weight.Reworded
	}):
		return weight.Reworded
	}
	return ""
}

// met is what a reader meets of a page: its title, its passages without links and
// emphasis, and by their names the shortcodes that say more than the words in them.
func met(text string) []string {
	list := []string{prose.Title(text)}
	for _, p := range (prose.File{File: "page.md", Data: []byte(prose.Shown(prose.Below(text)))}).Read().Passages {
		list = append(list, strings.Join(strings.Fields(p.Text), " "))
	}
	for _, c := range prose.Calls(text) {
		if c.Name != "page" {
			list = append(list, c.Said(text))
		}
	}
	return list
}

func (e Edit) apply(prose map[string]map[string]string) {
	if e.Verb == Removed {
		delete(prose[e.Page], e.Language)
		if len(prose[e.Page]) == 0 {
			delete(prose, e.Page)
		}
		return
	}
	if prose[e.Page] == nil {
		prose[e.Page] = map[string]string{}
	}
	prose[e.Page][e.Language] = e.New()
}

func diffProse(a, b map[string]map[string]string) []Edit {
	var list []Edit
	for _, page := range slices.Sorted(maps.Keys(both(a, b))) {
		for _, lang := range slices.Sorted(maps.Keys(both(a[page], b[page]))) {
			old, was := a[page][lang]
			new, is := b[page][lang]
			if was && is && old == new {
				continue
			}
			e := Edit{Page: page, Language: lang, Verb: Changed, Spans: redline(old, new)}
			switch {
			case !was:
				e.Verb = Added
			case !is:
				e.Verb = Removed
			}
			list = append(list, e)
		}
	}
	return list
}

// redline compares two texts word by word. Each different word stands for one
// character while the library compares, so that a word is never cut in two.
func redline(old, new string) []Span {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // a limit in time would make the result depend on the machine
	var dictionary []string
	index := map[string]rune{}
	encode := func(s string) []rune {
		var out []rune
		for _, w := range words(s) {
			r, ok := index[w]
			if !ok {
				r = code(len(dictionary))
				index[w], dictionary = r, append(dictionary, w)
			}
			out = append(out, r)
		}
		return out
	}
	diffs := d.DiffCleanupSemantic(d.DiffMainRunes(encode(old), encode(new), false))
	var spans []Span
	for _, part := range diffs {
		var b strings.Builder
		for _, r := range part.Text {
			b.WriteString(dictionary[place(r)])
		}
		verb := map[diffmatchpatch.Operation]Verb{diffmatchpatch.DiffInsert: Added, diffmatchpatch.DiffDelete: Removed}[part.Type]
		spans = append(spans, Span{verb, b.String()})
	}
	return spans
}

// code and place map a word's number to a character and back, past the
// surrogates, which are no characters.
func code(n int) rune {
	n++ // the character nought means nothing to the library
	if n >= 0xD800 {
		n += 0x800
	}
	return rune(n)
}

func place(r rune) int {
	if r >= 0xE000 {
		r -= 0x800
	}
	return int(r) - 1
}

// settled are spans without those that a reader would not tell apart: words that went
// and came again with a link or an emphasis around them have stayed.
func settled(spans []Span) []Span {
	var list []Span
	for i := 0; i < len(spans); i++ {
		s := spans[i]
		if i+1 < len(spans) && s.Verb != "" && spans[i+1].Verb != "" && s.Verb != spans[i+1].Verb && sounds(s.Text) == sounds(spans[i+1].Text) {
			if s.Verb == Removed {
				s = spans[i+1]
			}
			s.Verb = ""
			i++
		}
		if n := len(list); n > 0 && list[n-1].Verb == "" && s.Verb == "" {
			list[n-1].Text += s.Text
			continue
		}
		list = append(list, s)
	}
	return list
}

// sounds is a piece of a page without links, emphasis and what is there for programs.
func sounds(piece string) string {
	return unmarked.Replace(linked.ReplaceAllString(prose.Shown(piece), "$1"))
}

var (
	linked   = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	unmarked = strings.NewReplacer("*", "", "_", "", "`", "")
)

// Marked is what a field said and what it says, each with the words marked that went and
// came. A value that shares no words with the other is marked as a whole.
func (f FieldChange) Marked(lang string) (before, after []Span) {
	_, old, new := f.sides(lang)
	if old == "" || new == "" {
		return one(Removed, old), one(Added, new)
	}
	kept := 0
	for _, s := range redline(old, new) {
		switch s.Verb {
		case Removed:
			before = append(before, s)
		case Added:
			after = append(after, s)
		default:
			before, after = append(before, s), append(after, s)
			kept += len(strings.Fields(s.Text))
		}
	}
	if kept < 2 {
		return one(Removed, old), one(Added, new)
	}
	return before, after
}

func one(verb Verb, text string) []Span {
	if text == "" {
		return nil
	}
	return []Span{{verb, text}}
}

// words cuts a text into words and what stands between them; together they are
// the text. A shortcode is one word, for half of one says nothing to a reader.
func words(s string) []string {
	var out []string
	at := 0
	for _, c := range prose.Calls(s) {
		if !c.Broken {
			out = append(append(out, plainWords(s[at:c.From])...), s[c.From:c.To])
			at = c.To
		}
	}
	return append(out, plainWords(s[at:])...)
}

func plainWords(s string) []string {
	var out []string
	start, kind := 0, -1
	for i, r := range s {
		k := 0
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			k = 1
		case unicode.IsSpace(r):
			k = 2
		}
		if k != kind && i > start || k == 0 && i > start {
			out = append(out, s[start:i])
			start = i
		}
		kind = k
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}
