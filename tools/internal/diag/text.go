package diag

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// TextOptions says how Print writes.
type TextOptions struct {
	Lang  string                   // BCP 47; Swedish or else English
	Color bool                     // with the escapes of a terminal
	Lines func(file string) []byte // a file's bytes, for its source lines; nil shows none
	Brief bool                     // what is no error has one line, without its source, hint and other places
}

// The look of a part, as the terminal's numbers for it.
const (
	bold   = "1"
	red    = "1;31"
	yellow = "1;33"
	cyan   = "1;36"
)

// indent stands before all that belongs to the finding above it.
const indent = "    "

// mostPlaces is how many other places of a finding people are shown.
const mostPlaces = 5

// Print writes the list for people, errors first, each finding with its source line
// and a caret under the very characters, and an empty line between findings.
// Whatever the files hold, it writes no control character but the line break,
// and its own colours where asked for.
func Print(w io.Writer, l List, o TextOptions) error {
	p := printer{
		TextOptions: o,
		out:         bufio.NewWriter(w),
		source:      excerpts{read: o.Lines},
	}
	before := Error
	for i, d := range l.gravest() {
		brief := o.Brief && d.Severity != Error
		if i > 0 && (!brief || before == Error) {
			p.out.WriteByte('\n')
		}
		if before = d.Severity; brief {
			p.line(d)
			continue
		}
		p.finding(d)
	}
	return p.out.Flush() // holds the first error of all writes
}

type printer struct {
	TextOptions
	out    *bufio.Writer
	source excerpts
}

// gravest is the list with the errors first, and else sorted as it is.
func (l List) gravest() List {
	list := l.sorted()
	slices.SortStableFunc(list, func(a, b Diagnostic) int { return cmp.Compare(min(a.Severity, Warning), min(b.Severity, Warning)) })
	return list
}

// line writes where, how grave and what, and by which rule.
func (p *printer) line(d Diagnostic) {
	p.head(d.Pos, d.Severity.color(), d.Severity.word(), d.Message)
	if d.Rule != "" {
		fmt.Fprintf(p.out, " [%s]", visible(d.Rule, ""))
	}
	p.out.WriteByte('\n')
}

func (p *printer) finding(d Diagnostic) {
	p.line(d)
	p.excerpt(d)
	p.labelled(hintWord(), d.Hint.In(p.Lang))
	p.labelled(lawWord(), Provision(d.Law).In(p.Lang))
	shown := d.Related[:min(len(d.Related), mostPlaces)]
	for _, r := range shown {
		p.head(r.Pos, bold, noteWord(), r.Message)
		p.out.WriteByte('\n')
	}
	if n := len(d.Related) - len(shown); n > 0 {
		rest := Text{SV: fmt.Sprintf("och %d ställen till, som --format json räknar upp", n), EN: fmt.Sprintf("and %d more places, which --format json lists", n)}
		if n == 1 {
			rest = Text{SV: "och ett ställe till, som --format json visar", EN: "and one more place, which --format json shows"}
		}
		p.labelled(noteWord(), rest.In(p.Lang))
	}
}

// head writes where, how grave and what. The message stays on one line, so that
// a value with line breaks cannot pass for a finding of its own.
func (p *printer) head(pos Pos, color string, kind, message Text) {
	if at := pos.String(); at != "" {
		p.out.WriteString(p.paint(bold, at+":") + " ")
	}
	p.out.WriteString(p.paint(color, kind.In(p.Lang)+":") + " ")
	p.out.WriteString(visible(message.In(p.Lang), ""))
}

func (p *printer) excerpt(d Diagnostic) {
	line, ok := p.source.of(d.Pos)
	if !ok {
		return
	}
	text, caret := excerpt(line, d.Pos.Column, d.Pos.Length)
	if text != "" {
		p.out.WriteString(indent + text)
	}
	p.out.WriteByte('\n')
	if caret != "" {
		pad := len(caret) - len(strings.TrimLeft(caret, " "))
		p.out.WriteString(indent + caret[:pad] + p.paint(d.Severity.color(), caret[pad:]) + "\n")
	}
}

// labelled writes a hint or a law. A hint may have several lines, such as a
// corrected map; the later ones stand right under the first.
func (p *printer) labelled(label Text, text string) {
	if text == "" {
		return
	}
	word := label.In(p.Lang) + ": "
	hang := "\n" + indent + strings.Repeat(" ", utf8.RuneCountInString(word))
	text = strings.TrimRight(visible(text, "\n"), "\n")
	p.out.WriteString(indent + p.paint(cyan, word[:len(word)-1]) + " ")
	p.out.WriteString(strings.ReplaceAll(text, "\n", hang) + "\n")
}

func (p *printer) paint(color, s string) string {
	if !p.Color {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

func (s Severity) color() string {
	switch s {
	case Error:
		return red
	case Warning:
		return yellow
	default:
		return cyan
	}
}

// String returns file:line:column as far as they are known, safe to show.
func (p Pos) String() string {
	at := visible(p.File, "")
	if at == "" || p.Line < 1 {
		return at
	}
	at = fmt.Sprintf("%s:%d", at, p.Line)
	if p.Column < 1 {
		return at
	}
	return fmt.Sprintf("%s:%d", at, p.Column)
}
