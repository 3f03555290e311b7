package diag

import (
	"bufio"
	"strings"
)

// Parts are those of a finding, for a page that gives each a look of its own. None holds
// a control character, and only Excerpt and Hint have several lines.
type Parts struct {
	Error                bool
	Place, Kind, Message string // where, how grave and what
	Rule                 string
	Excerpt              string // the source line, and a caret under what it is about
	Hint, Law            string
	Notes                []string // other places, each with what is there
}

// PartsOf takes the findings of a list apart, errors first, as Print writes them.
func PartsOf(l List, o TextOptions) []Parts {
	var all []Parts
	var text strings.Builder
	p := printer{TextOptions: o, out: bufio.NewWriter(&text), source: excerpts{read: o.Lines}}
	named := func(word Text, text string) string {
		if text == "" {
			return ""
		}
		return word.In(o.Lang) + ": " + text
	}
	written := func(write func()) string {
		text.Reset()
		write()
		p.out.Flush() // a builder takes every write
		return strings.TrimRight(text.String(), "\n")
	}
	for _, d := range l.gravest() {
		parts := Parts{
			Error: d.Severity == Error, Place: d.Pos.String(), Kind: d.Severity.word().In(o.Lang), Message: visible(d.Message.In(o.Lang), ""),
			Rule: visible(d.Rule, ""), Hint: named(hintWord(), strings.TrimRight(visible(d.Hint.In(o.Lang), "\n"), "\n")), Law: named(lawWord(), Provision(d.Law).In(o.Lang)),
			Excerpt: strings.ReplaceAll("\n"+written(func() { p.excerpt(d) }), "\n"+indent, "\n"),
		}
		parts.Excerpt = strings.TrimPrefix(parts.Excerpt, "\n")
		for _, r := range d.Related[:min(len(d.Related), mostPlaces)] {
			parts.Notes = append(parts.Notes, written(func() { p.head(r.Pos, bold, noteWord(), r.Message) }))
		}
		all = append(all, parts)
	}
	return all
}
