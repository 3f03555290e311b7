package wording

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/statute"
)

// Leak is the rule on personal identity numbers. It has no pattern: a number is told by
// its check digit. Facts and pages are found by it alike.
var Leak = LintRule{
	Rule: diag.Rule{ID: "pnr-leak", Severity: diag.Error, Law: "Dataskyddslagen 3 kap. 10 §; GDPR Art. 5(1)(f)",
		Title: diag.Say("ett personnummer i uppgifterna eller på en sida", "a personal identity number in the facts or on a page")},
	Why:    diag.Say("innehåller vad som ser ut som ett personnummer", "holds what looks like a personal identity number"),
	Better: diag.Say("ta bort numret, också ur filens historik", "remove the number, from the history of the file as well"),
}

// leakOf finds the personal identity numbers of a page: in what a reader meets,
// and in the rest of a page that is kept with the site, such as its comments.
// The rest of a page from elsewhere is code, whose numbers are no person's. The
// message has no number, nor a title in which one may stand.
func (r *reading) leakOf(d *prose.Document) diag.List {
	var places []diag.Pos
	for _, p := range d.Passages {
		if !strings.ContainsAny(p.Text, "0123456789") {
			continue
		}
		for _, at := range NumbersIn(p.Text, r.asOf) {
			places = append(places, p.Pos(at.From, at.To))
		}
	}
	if !d.HTML {
		for _, at := range NumbersIn(string(d.Data), r.asOf) {
			places = append(places, prose.InLines(d.Name, d.Data, d.Lines, at.From, at.To-1))
		}
	}
	slices.SortFunc(places, func(a, b diag.Pos) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column, b.Length-a.Length) })
	places = slices.CompactFunc(places, func(a, b diag.Pos) bool { return a.Line == b.Line && b.Column < a.Column+a.Length })
	if len(places) == 0 {
		return nil
	}
	found := Leak.At(places[0], diag.Say("filen %s %s", "the file %s %s", diag.Quote(d.Name), Leak.Why), Leak.Better)
	for _, pos := range places[1:] {
		found.Related = append(found.Related, diag.Related{Pos: pos, Message: diag.Say("också här", "here too")})
	}
	return diag.List{found}
}

// stretch is a part of a file.
type stretch struct{ From, To int }

// NumbersIn finds the personal identity numbers in a file: six or eight digits,
// perhaps a hyphen or a plus, and four more, that stand by themselves.
func NumbersIn(data string, today value.Date) []stretch {
	var found []stretch
	for i := 0; i < len(data); {
		if !isDigit(data[i]) {
			i++
			continue
		}
		from := i
		for i < len(data) && isDigit(data[i]) {
			i++
		}
		if from > 0 && joins(data[from-1]) {
			continue
		}
		digits, to := data[from:i], i
		if len(digits) == 6 || len(digits) == 8 {
			if end := i + separator(data[i:]); end > i && end+4 <= len(data) && allDigits(data[end:end+4]) {
				digits, to = digits+data[end:end+4], end+4
			}
		}
		if to < len(data) && joins(data[to]) && !(data[to] == '.' && (to+1 == len(data) || !isDigit(data[to+1]))) {
			continue
		}
		if statute.PersonalNumber(digits, today) {
			found = append(found, stretch{from, to})
			i = to
		}
	}
	return found
}

// joins tells whether a character before or after digits makes them part of
// something longer, such as a telephone number, an address or a digest.
func joins(c byte) bool {
	return c == '_' || c == '/' || c == '+' || c == '-' || c == '.' || c == '=' || isDigit(c) || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// separator returns the length of the hyphen, dash or plus that text begins
// with, perhaps with a space on each side, or 0.
func separator(text string) int {
	before, after := 0, 0
	if len(text) > 0 && text[0] == ' ' {
		before = 1
	}
	r, size := utf8.DecodeRuneInString(text[before:])
	if r != '-' && r != '+' && (r < '\u2010' || r > '\u2015') && r != '\u2212' {
		return 0
	}
	if at := before + size; before > 0 && at < len(text) && text[at] == ' ' {
		after = 1
	}
	return before + size + after
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}
