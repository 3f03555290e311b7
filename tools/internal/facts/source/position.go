package source

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/slip"
)

// At returns the place of the value at a path such as locations[0].country,
// purpose[sv] or purpose.sv. The empty path is the record itself. When nothing
// stands there, ok is false and the place is that of the nearest field above.
func (f *File) At(path string) (pos diag.Pos, ok bool) {
	key, value, ok := f.find(path)
	if !ok && key != nil {
		return f.NodePos(key), false
	}
	return f.NodePos(value), ok
}

// KeyAt is At for the key of a field instead of its value. An item of a list
// has no key, and stands for itself.
func (f *File) KeyAt(path string) (pos diag.Pos, ok bool) {
	key, value, ok := f.find(path)
	if key == nil {
		return f.NodePos(value), ok
	}
	return f.NodePos(key), ok
}

// Node returns the value at a path, or nil.
func (f *File) Node(path string) *Node {
	if _, value, ok := f.find(path); ok {
		return value
	}
	return nil
}

// Failed tells whether a finding already speaks of the value at a path, of
// something inside it or of something around it.
func (f *File) Failed(path string) bool {
	if !f.bad {
		return false
	}
	n, ok := f.Root(), true
	if n.bad {
		return true
	}
	for step := range steps(path) {
		var key *Node
		if key, n, ok = f.child(n, step); !ok {
			return false
		}
		if n.bad || key != nil && key.bad {
			return true
		}
	}
	return f.badInside(n)
}

func (f *File) badInside(n *Node) bool {
	for _, c := range n.Content {
		if c.bad || f.badInside(c) {
			return true
		}
	}
	return false
}

// find follows a path as far as it leads. It returns the last value it reached
// and that value's key, which is nil for the record itself and for items.
func (f *File) find(path string) (key, value *Node, ok bool) {
	value = f.Root()
	for step := range steps(path) {
		k, v, ok := f.child(value, step)
		if !ok {
			return key, value, false
		}
		if k != nil || v != value {
			key, value = k, v
		}
	}
	return key, value, true
}

// child takes one step of a path. A step by name into a list stays where it is
// when it names the Go field that holds the list of a choice (see choice).
func (f *File) child(n *Node, step string) (key, value *Node, ok bool) {
	switch n.Kind {
	case Map:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if k := n.Content[i]; k.Value == step && k.Kind == Scalar {
				return k, n.Content[i+1], true
			}
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if k := n.Content[i]; k.beside().meant == step && step != "" {
				return k, n.Content[i+1], true
			}
		}
	case List:
		if step == "List" {
			return nil, n, true
		}
		if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(n.Content) {
			return nil, n.Content[i], true
		}
	}
	return nil, nil, false
}

// steps splits a path at its dots and brackets. What stands within brackets is
// one step, dots and all.
func steps(path string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for path != "" {
			var step string
			switch end := strings.IndexAny(path, ".["); {
			case path[0] == '[':
				step, path, _ = strings.Cut(path[1:], "]")
				path = strings.TrimPrefix(path, ".")
			case end < 0:
				step, path = path, ""
			case path[end] == '[':
				step, path = path[:end], path[end:]
			default:
				step, path = path[:end], path[end+1:]
			}
			if !yield(step) {
				return
			}
		}
	}
}

// NodePos returns the place of a node. Its length is what the node's first line
// shows of it; a group of fields is as long as its first key.
func (f *File) NodePos(n *Node) diag.Pos {
	pos := f.clamped(diag.Pos{Line: int(n.Line), Column: int(n.Column) + f.moved[int(n.Line)]})
	rest := f.from(pos)
	switch {
	case n.Kind == Map && n.Style&Flow == 0 && len(n.Content) > 0:
		first := n.Content[0]
		if first.Kind == Scalar && first.Line == n.Line {
			pos.Length = f.NodePos(first).Length
		}
	case n.Kind == Map, n.Kind == List:
		pos.Length = min(1, len(rest))
	case n.Kind == Scalar:
		pos.Length = utf8.RuneCountInString(scalarOn(rest, n))
	case n.Kind == Alias:
		pos.Length = 1 + utf8.RuneCountInString(n.Value)
	}
	return f.clamped(pos)
}

// scalarOn returns what a line, from where a scalar begins, shows of it.
func scalarOn(rest string, n *Node) string {
	if len(rest) > 0 && n.Style&(DoubleQuoted|SingleQuoted) != 0 {
		if end := slip.Closing(rest); end > 0 {
			return rest[:end]
		}
		return strings.TrimRight(rest, " \t")
	}
	if n.Style&tagged != 0 || n.beside().anchor != "" {
		rest, _, _ = strings.Cut(rest, " ")
		return rest
	}
	if n.Style == 0 && strings.HasPrefix(rest, n.Value) {
		return n.Value
	}
	return slip.PlainText(rest)
}

// row is a line of the file, without its line break.
type row struct {
	start, end int   // offsets in the text
	width      int   // in code points
	marks      []int // of a long line that is not ASCII: the offset of each stride-th code point
}

// stride is how many code points lie between two marks. Without marks, a file
// that is one line would cost as much for each of its values as it is long.
const stride = 256

// rows are the lines of the text, the last of which may be empty.
func (f *File) rows() []row {
	if kept := f.lines.Load(); kept != nil {
		return *kept
	}
	rows := make([]row, 0, strings.Count(f.Text, "\n")+1)
	start := 0
	for line := range strings.Lines(f.Text) {
		shown := strings.TrimSuffix(line, "\n")
		if len(shown) < len(line) {
			shown = strings.TrimSuffix(shown, "\r")
		}
		rows = append(rows, newRow(start, shown))
		start += len(line)
	}
	if start == 0 || f.Text[start-1] == '\n' {
		rows = append(rows, row{start: start, end: start})
	}
	f.lines.Store(&rows)
	return rows
}

func newRow(start int, line string) row {
	r := row{start: start, end: start + len(line), width: utf8.RuneCountInString(line)}
	if r.width <= stride || r.width == len(line) {
		return r
	}
	n := 0
	for i := range line {
		if n%stride == 0 {
			r.marks = append(r.marks, start+i)
		}
		n++
	}
	return r
}

// offset is where in the text a column of the row stands.
func (r row) offset(text string, column int) int {
	at, skip := r.start, min(column-1, r.width)
	switch {
	case r.width == r.end-r.start:
		return at + skip
	case r.marks != nil && skip/stride < len(r.marks):
		at, skip = r.marks[skip/stride], skip%stride
	}
	for range skip {
		_, size := utf8.DecodeRuneInString(text[at:r.end])
		at += size
	}
	return at
}

// Line returns the text of a line, counted from 1, without its line break, and
// the empty text for a line that the file lacks.
func (f *File) Line(n int) string {
	rows := f.rows()
	if n < 1 || n > len(rows) {
		return ""
	}
	return f.Text[rows[n-1].start:rows[n-1].end]
}

// from returns the text of a line from a place on.
func (f *File) from(pos diag.Pos) string {
	rows := f.rows()
	if pos.Line < 1 || pos.Line > len(rows) {
		return ""
	}
	r := rows[pos.Line-1]
	return f.Text[r.offset(f.Text, pos.Column):r.end]
}

// clamped moves a place into the file, and gives it the file's name. Places of
// lines that were guessed at, or of a value that is not there, may lie past the
// end of their line.
func (f *File) clamped(pos diag.Pos) diag.Pos {
	rows := f.rows()
	pos.File = f.Name
	pos.Line = min(max(pos.Line, 1), len(rows))
	width := rows[pos.Line-1].width
	pos.Column = min(max(pos.Column, 1), width+1)
	pos.Length = min(max(pos.Length, 0), width+1-pos.Column)
	return pos
}

// afterPlain returns what follows on its last line a value that is written without
// quotes, perhaps over several lines, and the number of that line.
func (f *File) afterPlain(n *Node) (line int, rest string) {
	pos := f.NodePos(n)
	rest = f.from(pos)
	for word := range strings.FieldsSeq(n.Value) {
		for strings.Trim(rest, " \t") == "" && pos.Line < len(f.rows()) {
			pos.Line++
			rest = f.Line(pos.Line)
		}
		after, ok := strings.CutPrefix(strings.TrimLeft(rest, " \t"), word)
		if !ok {
			return pos.Line, ""
		}
		rest = after
	}
	return pos.Line, rest
}

// remark returns the remark that ends a value without quotes, and its place.
func (f *File) remark(n *Node) (diag.Pos, string) {
	line, rest := f.afterPlain(n)
	remark := strings.TrimLeft(rest, " \t")
	if remark == rest || !strings.HasPrefix(remark, "#") {
		return diag.Pos{}, ""
	}
	before := strings.TrimSuffix(f.Line(line), remark)
	pos := diag.Pos{Line: line, Column: utf8.RuneCountInString(before) + 1, Length: utf8.RuneCountInString(remark)}
	return f.clamped(pos), strings.TrimSpace(remark)
}
