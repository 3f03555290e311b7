package prose

import (
	"bytes"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
)

// Reaching are the calls of a page whose making a reader meets, as Said has them: not
// those in code or in a comment, nor within a {{% when "…" %}} whose condition does not
// hold.
func (d *Document) Reaching(holds func(condition string) bool) []string {
	text := string(d.Data)
	var within []bool
	var all []string
	for _, c := range d.Calls {
		switch {
		case c.Broken || c.Escaped:
		case c.Name == "when" && c.Ends:
			within = within[:max(0, len(within)-1)]
		case c.Name == "when" && !c.Whole:
			within = append(within, holds(c.condition(text)))
		case !c.Ends && !slices.Contains(within, false) && !d.apart(c.From):
			all = append(all, c.Said(text))
		}
	}
	return all
}

// condition is what a {{% when "…" %}} asks.
func (c Call) condition(text string) string {
	return strings.Trim(text[c.words.From:c.words.To], " \t\n\"`")
}

// Condition is what a page asks by {{% when "…" %}}, and where.
type Condition struct {
	Asks string
	Pos  diag.Pos
}

// Conditions are all that a page asks.
func (d *Document) Conditions() []Condition {
	var all []Condition
	text := string(d.Data)
	for _, c := range d.Calls {
		if c.Name == "when" && !c.Ends && !c.Broken && !c.Escaped {
			line, column := diag.LineOf(d.Data, c.From)
			all = append(all, Condition{c.condition(text), diag.Pos{File: d.Name, Line: line, Column: column, Length: c.To - c.From}})
		}
	}
	return all
}

// apart tells whether an offset stands in code or in a comment.
func (d *Document) apart(at int) bool {
	in := func(s Span) bool { return s.From <= at && at < s.To }
	if slices.ContainsFunc(d.Code, in) {
		return true
	}
	open := bytes.LastIndex(d.Data[:at], []byte("<!--"))
	return open >= d.body && !slices.ContainsFunc(d.Code, func(s Span) bool { return s.From <= open && open < s.To }) &&
		!bytes.Contains(d.Data[open:at], []byte("-->"))
}

// Begins is where the text of a page begins, below its front matter.
func (d *Document) Begins() diag.Pos {
	at := d.body
	for at < len(d.Data) && strings.IndexByte(" \t\r\n", d.Data[at]) >= 0 {
		at++
	}
	if at == len(d.Data) {
		at = max(0, d.body-1)
	}
	line, column := diag.LineOf(d.Data, at)
	return diag.Pos{File: d.Name, Line: line, Column: column}
}
