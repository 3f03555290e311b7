// Package source reads one YAML file into a Go value and remembers where every
// value stands, so that whoever looks at the value later can point at the line.
//
// Goals: every mistake of a file in one run, each at its true place and in
// words that need no knowledge of YAML; nothing read that two tools could read
// differently; nothing hostile expanded, followed or waited for. It knows
// nothing of privacy: what the fields mean is said by package record.
package source

import (
	"slices"
	"strings"
	"sync/atomic"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/slip"
)

// MaxBytes is how large one file may be. The longest record of the seeds is 14 KiB, has
// 900 values and is 6 deep.
const MaxBytes = 1 << 20

const (
	maxValues = 50_000
	maxDepth  = 32
)

// maxFindings is how many findings Parse and Decode each give. A file with more
// is broken in one way that is repeated, or was made to flood the reader.
const maxFindings = 100

// File is one YAML file whose top is a map. It may be asked from several
// goroutines at once, after Decode.
type File struct {
	Name string // slash-separated, relative to the site's folder
	Text string // as UTF-8, without byte order mark

	tree  atomic.Pointer[Node]  // the top map, while it is kept
	lines atomic.Pointer[[]row] // of the text, while they are kept
	blank bool                  // whether something in it is empty or 0

	moved map[int]int // columns by which a line's text stands further right than the tree says
	bad   bool        // a finding already speaks of something in it
}

// reader is the reading of one file: the file as far as it is known, the
// findings so far, and the lines whose text was guessed to be able to go on.
type reader struct {
	file    *File
	found   diag.List
	more    int // findings that were counted only
	touched map[int]bool
	memory  *intake // for the nodes of the file
}

// ReadInto reads a YAML file into the struct that v points to, as Parse and Decode
// do. The tree of a file of which there is nothing to say is let go: it is read
// again when somebody asks for a place. Of ten thousand files few are asked, and
// their trees would take more memory than all else.
func ReadInto(name string, data []byte, v any) (*File, diag.List) {
	used := spare.Get().(*intake)
	r := &reader{file: &File{Name: name}, memory: used}
	file, found := r.parse(data)
	if file == nil {
		return nil, found
	}
	if found = append(found, file.Decode(v)...); len(found) == 0 {
		file.tree.Store(nil)
		spare.Put(used)
	}
	return file, found
}

// Parse reads a YAML file. The file is nil when there is no map to decode; with
// a file there may be findings too, and Decode adds those of the fields.
func Parse(name string, data []byte) (*File, diag.List) {
	r := &reader{file: &File{Name: name}, memory: &intake{}}
	return r.parse(data)
}

func (r *reader) parse(data []byte) (*File, diag.List) {
	if len(data) > MaxBytes {
		r.report("file-too-large", diag.Pos{}, TooLarge(int64(len(data)), MaxBytes), SplitUp())
		return nil, r.found
	}
	r.file.Text = string(r.text(data))
	root := r.root(r.settled(r.printable(r.file.Text)))
	if root == nil {
		return nil, r.all()
	}
	r.file.tree.Store(root)
	r.file.blank = blank(root)
	r.inspect(root)
	return r.file, r.all()
}

// Root is the map at the top of the file.
func (f *File) Root() *Node {
	if n := f.tree.Load(); n != nil {
		return n
	}
	again := &reader{file: &File{Name: f.Name, Text: f.Text}, memory: &intake{}}
	n := again.root(again.settled(again.printable(f.Text)))
	f.tree.Store(n)
	return n
}

// Release lets go again of the tree and the lines of a file of which ReadInto had
// nothing to say.
func (f *File) Release() {
	if !f.bad && len(f.moved) == 0 {
		f.tree.Store(nil)
		f.lines.Store(nil)
	}
}

// Blank tells whether something in the file is written but empty, or is the
// number 0. It may say so of a file that has neither, never the other way.
func (f *File) Blank() bool { return f.blank }

// settled reports the conflicts that a merge has left, each once, and returns the text
// of one side, so that the other mistakes are found in the same run.
func (r *reader) settled(text string) string {
	text, found := slip.Settle(text, false)
	for _, c := range found {
		r.report("merge-conflict", r.file.clamped(diag.Pos{Line: c.Line, Column: c.Column, Length: c.Length}), c.Message(), c.Hint())
	}
	return text
}

// root returns the map at the top of a text, or nil after saying why there is
// none.
func (r *reader) root(text string) *Node {
	if crowded(text) {
		r.report("too-many-values", diag.Pos{}, tooManyValues(), SplitUp())
		return nil
	}
	if len(r.touched) == 0 {
		if top := r.memory.simple(text); top != nil {
			return top
		}
	}
	text = r.directives(text)
	docs, ok := readYAML(strings.NewReader(text), r.memory.of(text))
	if !ok {
		if docs, ok = r.mend(text); !ok {
			return nil
		}
	}
	if len(docs) == 0 || isNull(docs[0].top) {
		r.report("empty-file", diag.Pos{}, diag.Say("filen är tom", "the file is empty"),
			diag.Say("skriv fälten, ett per rad: namn, kolon, mellanslag, värde; eller ta bort filen",
				"write the fields, one per line: name, colon, space, value; or remove the file"))
		return nil
	}
	if len(docs) > 1 {
		pos := r.file.clamped(diag.Pos{Line: docs[1].line, Column: docs[1].column, Length: 3})
		r.report("several-documents", pos,
			diag.Say("här börjar ett nytt dokument, men en fil ska innehålla en enda post",
				"here begins another document, but a file holds a single record"),
			diag.Say("ta bort raden --- och flytta det som följer till en egen fil",
				"remove the line --- and move what follows to a file of its own"))
	}
	top := docs[0].top
	if top.Kind != Map {
		r.notAMap(top)
		return nil
	}
	return top
}

// mend reads a text with syntax errors as far as each can be told and mended.
func (r *reader) mend(text string) (docs []document, ok bool) {
	m := slip.Mend(text, r.touched, readable)
	for _, s := range m.Mistakes {
		d := r.report(s.Rule, r.file.clamped(diag.Pos{Line: s.Line, Column: s.Column, Length: s.Length}), s.Message, s.Hint)
		for n, now := range s.Sure {
			d.Mend(diag.Edit{Pos: diag.Pos{File: r.file.Name, Line: n, Column: 1}, Deed: diag.Splice, Was: r.file.Line(n), Now: now})
		}
		slices.SortFunc(d.Edits, func(a, b diag.Edit) int { return a.Pos.Line - b.Pos.Line })
	}
	if m.Text == "" {
		return nil, false
	}
	r.touched, r.file.moved = m.Guessed, m.Moved
	return readYAML(strings.NewReader(m.Text), r.memory.of(""))
}

func (r *reader) notAMap(top *Node) {
	hint := diag.Say("skriv varje fält på en egen rad: namn, kolon, mellanslag, värde",
		"write each field on a line of its own: name, colon, space, value")
	switch first := r.file.Line(int(top.Line)); {
	case top.Kind == List:
		hint = diag.Say("skriv en post per fil, utan bindestreck före fälten", "write one record per file, without dashes before the fields")
	case slip.Spaceless(first) != "":
		hint = slip.Write(slip.Spaceless(first))
	}
	pos := r.file.NodePos(top)
	if r.touched[int(top.Line)] {
		return // the line was guessed at, and the finding about it says enough
	}
	r.report("not-a-map", pos,
		diag.Say("filen ska bestå av fält med namn, men börjar med %s", "the file must consist of named fields, but begins with %s",
			kindOf(top)), hint)
}

// directives reports lines such as %YAML 1.1 that come before the record, and
// returns the text with such lines made comments.
func (r *reader) directives(text string) string {
	line, at := 0, 0
	var own []byte
lines:
	for l := range strings.Lines(text) {
		line++
		switch l[0] {
		case '%':
			r.report("directive", r.file.clamped(diag.Pos{Line: line, Column: 1, Length: len(l)}),
				diag.Say("raden är ett direktiv till YAML-läsare; sådana används inte här", "the line is a directive to YAML readers; such are not used here"),
				diag.Say("ta bort raden", "remove the line"))
			if own == nil {
				own = []byte(text)
			}
			own[at] = '#'
		case '#', '\r', '\n':
		default:
			break lines
		}
		at += len(l)
	}
	if own != nil {
		return string(own)
	}
	return text
}

// crowded tells whether a text has so many marks between values that its tree
// would take a hundred times the memory of the file. Prose has one such mark in
// fifty characters, and the limit is one in five of the largest file.
func crowded(text string) bool {
	if len(text) < 4*maxValues {
		return false
	}
	marks := 0
	for i := range len(text) {
		switch text[i] {
		case ',', ':', '-', '?', '[', '{':
			marks++
		}
	}
	return marks > 4*maxValues
}

func tooManyValues() diag.Text {
	return diag.Say("filen innehåller fler än %d värden", "the file holds more than %d values", maxValues)
}

// TooLarge says how large a file is that must be smaller.
func TooLarge(size, most int64) diag.Text {
	return diag.Say("filen är %.1f MiB stor; en post får vara högst %.1f MiB", "the file is %.1f MiB large; a record may be %.1f MiB at most",
		float64(size)/(1<<20), float64(most)/(1<<20))
}

// SplitUp is what to do about a file that holds too much.
func SplitUp() diag.Text {
	return diag.Say("dela upp innehållet på flera poster, en per fil", "split the contents into several records, one per file")
}

// report adds a finding about a place in the file.
func (r *reader) report(rule string, pos diag.Pos, message, hint diag.Text) *diag.Diagnostic {
	pos.File = r.file.Name
	d := diag.New(rule, pos, message, hint)
	if len(r.found) == 10*maxFindings {
		r.more++
		return &d
	}
	r.found = append(r.found, d)
	return &r.found[len(r.found)-1]
}

// blame reports a node and remembers it, so that nobody else does.
func (r *reader) blame(rule string, n *Node, message, hint diag.Text) *diag.Diagnostic {
	r.spoil(n)
	return r.report(rule, r.file.NodePos(n), message, hint)
}

// spoil remembers that a finding speaks of a node.
func (r *reader) spoil(n *Node) { n.bad, r.file.bad = true, true }

// all returns the first findings of the file, sorted, and says how many more
// there are.
func (r *reader) all() diag.List {
	r.found.Sort()
	if over := len(r.found) - maxFindings; over > 0 {
		r.found, r.more = r.found[:maxFindings], r.more+over
	}
	if r.more == 0 {
		return r.found
	}
	return append(r.found, diag.New("too-many-findings", diag.Pos{File: r.file.Name},
		diag.Say("filen har ytterligare %d fel som inte visas", "the file has %d more mistakes that are not shown", r.more),
		diag.Say("rätta de fel som visas och kontrollera igen", "correct the mistakes that are shown and check again")))
}
