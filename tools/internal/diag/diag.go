// Package diag holds what a check has to say: where, how grave, by which rule,
// and in words that a lawyer can act on, in Swedish and in English.
//
// Goals: one value for every finding of every command, sorted the same way on
// every machine, the one table of rules by which findings are made, and printers for
// people and for programs. Of YAML and of privacy it knows the names of the rules
// alone, and it imports no other package of ours.
package diag

import (
	"cmp"
	"slices"
)

// Text says the same thing in Swedish and in English.
type Text struct {
	SV string `json:"sv"`
	EN string `json:"en"`
}

// In returns the text in the language that a BCP 47 tag begins with. Every
// language but Swedish gets English, the tongue of the tools around us.
func (t Text) In(lang string) string {
	if len(lang) >= 2 && lang[:2] == "sv" {
		return t.SV
	}
	return t.EN
}

// IsZero tells whether nothing has been said in either language.
func (t Text) IsZero() bool { return t == Text{} }

// Pos is a place in a file of the site.
type Pos struct {
	File   string // slash-separated, relative to the site's folder
	Line   int    // 1-based; 0 when the finding is about the whole file
	Column int    // 1-based, in code points, as yaml.v3 counts; 0 when unknown
	Length int    // how many code points are meant, from Column; 0 when unknown
}

// Severity tells what a finding stops.
type Severity int

const (
	Error   Severity = iota // stops publication
	Warning                 // stops nothing; may be accepted in the data with a reason
	Info                    // advice
)

// Related is another place that a finding speaks of.
type Related struct {
	Pos     Pos
	Message Text
}

// Diagnostic is one finding.
type Diagnostic struct {
	Pos      Pos
	Severity Severity
	Rule     string    // the id of a rule of the table
	Message  Text      // names the thing in the words of the domain; lower case, no full stop
	Hint     Text      // what to write instead: the corrected line or "did you mean …"; may be empty
	Related  []Related // other places, in the order they are worth reading
	Law      string    // "GDPR Art. 13(1)(f)" where a law asks for it; else empty
	Edits    []Edit    // what mends it without anybody's knowledge; none where a person must know or decide
	Cause    string    // what findings of one rule have in common that one cure mends, see Fold; never printed
}

// List is the findings of a run.
type List []Diagnostic

// Sort orders by file, line, column, severity, rule, message, length and hint,
// so that the same input prints the same bytes whatever the order in which it
// was checked.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column),
			cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message.EN, b.Message.EN),
			cmp.Compare(a.Pos.Length, b.Pos.Length),
			cmp.Compare(a.Hint.EN, b.Hint.EN),
		)
	})
}

// Count returns how many findings of each severity there are.
func (l List) Count() (errors, warnings, infos int) {
	for _, d := range l {
		switch d.Severity {
		case Error:
			errors++
		case Warning:
			warnings++
		case Info:
			infos++
		}
	}
	return errors, warnings, infos
}

// Blocks tells whether anything in the list stops publication.
func (l List) Blocks() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// files returns how many files the findings are in.
func (l List) files() int {
	seen := map[string]bool{}
	for _, d := range l {
		if d.Pos.File != "" {
			seen[d.Pos.File] = true
		}
	}
	return len(seen)
}

// sorted returns a sorted copy: to print a list does not change it.
func (l List) sorted() List {
	l = slices.Clone(l)
	l.Sort()
	return l
}
