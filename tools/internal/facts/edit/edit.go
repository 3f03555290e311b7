// Package edit changes a file by its bytes: a value, a field or an item is set, added or
// taken away, and every other byte stays as it is, comments, quotes, order, indentation
// and line ends among them.
//
// Goals: what is written is written as the file writes; what comes out is read again,
// and says what the file said but for the change that was asked for, or nothing is
// changed and a sentence says why. It knows no fields and no privacy.
package edit

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/source"
)

// Refused says why a change was not made. The file is as it was.
type Refused struct{ Why diag.Text }

func (r Refused) Error() string { return r.Why.EN }

func refused(sv, en string, args ...any) error { return Refused{diag.Say(sv, en, args...)} }

// bom is the byte order mark that some programs put before a file of text.
const bom = "\ufeff"

// File is a file of YAML whose values can be changed.
type File struct {
	name   string
	mark   string // the byte order mark, if there is one
	text   string // the rest
	root   *source.Node
	begins []int // where each line of the text begins
}

// Open reads a file to be changed. What two programs may read differently is refused, and
// so is what a change of one value could change in another place.
func Open(name string, data []byte) (*File, error) {
	f := &File{name: name}
	text, marked := bytes.CutPrefix(data, []byte(bom))
	if marked {
		f.mark = bom
	}
	if len(data) > source.MaxBytes {
		return nil, refused("filen är för stor", "the file is too large")
	}
	if !utf8.Valid(text) {
		return nil, refused("filen är inte sparad som UTF-8", "the file is not saved as UTF-8")
	}
	f.text = string(text)
	if strings.ContainsAny(f.text, "\u0085\u2028\u2029") || strings.Contains(strings.ReplaceAll(f.text, "\r\n", ""), "\r") {
		return nil, refused("filen har radbrytningar som inte alla program ser", "the file has line breaks that not all programs see")
	}
	_, found := source.Parse(name, text)
	for _, d := range found {
		if slices.Contains(obscure, d.Rule) {
			return nil, Refused{d.Message}
		}
	}
	if f.root = source.Fragment(f.text); f.root == nil {
		return nil, refused("filen går inte att läsa som YAML förrän annat i den är rättat", "the file cannot be read as YAML until other things in it are mended")
	}
	f.index()
	return f, nil
}

// obscure are the rules about files in which one value may stand for others, or of which
// only a part is read.
var obscure = []string{"alias", "anchor", "complex-key", "merge-conflict", "merge-key", "nesting-too-deep", "several-documents", "tag", "too-many-values"}

// index notes where the lines of the text begin.
func (f *File) index() {
	f.begins = f.begins[:0]
	at := 0
	for line := range strings.SplitAfterSeq(f.text, "\n") {
		f.begins = append(f.begins, at)
		at += len(line)
	}
}

// Bytes is the file as it now is.
func (f *File) Bytes() []byte { return []byte(f.mark + f.text) }

// at is a value of a file and what stands around it, from the top: of each map or list
// the index of what leads on. The index of a field is that of its value.
type at struct {
	around []*source.Node
	index  []int
	node   *source.Node
}

func (p at) parent() (*source.Node, int) {
	if len(p.around) == 0 {
		return nil, -1
	}
	last := len(p.around) - 1
	return p.around[last], p.index[last]
}

// up is the place of what stands around a value.
func (p at) up() at {
	last := len(p.around) - 1
	return at{p.around[:last], p.index[:last], p.around[last]}
}

func (p at) down(i int) at {
	return at{append(slices.Clip(p.around), p.node), append(slices.Clip(p.index), i), p.node.Content[i]}
}

// find follows a path such as locations[0].country or purpose[sv]; the empty path is the
// top. The first of several fields with a name counts.
func (f *File) find(path string) (at, bool) {
	p := at{node: f.root}
	for _, step := range strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' || r == ']' }) {
		next := -1
		switch p.node.Kind {
		case source.Map:
			for i := 0; i < len(p.node.Content) && next < 0; i += 2 {
				if key := p.node.Content[i]; key.Kind == source.Scalar && key.Value == step {
					next = i + 1
				}
			}
		case source.List:
			if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(p.node.Content) {
				next = i
			}
		}
		if next < 0 {
			return p, false
		}
		p = p.down(next)
	}
	return p, true
}

// follow goes the way that indexes say.
func (f *File) follow(index []int) (at, bool) {
	p := at{node: f.root}
	for _, i := range index {
		if i >= len(p.node.Content) {
			return p, false
		}
		p = p.down(i)
	}
	return p, true
}

// standing is the place of the innermost value that begins at a line and column, or of
// the value whose key does, and of which ok says that it is meant.
func (f *File) standing(line, column int, ok func(p at, key bool) bool) (found at, there bool) {
	var walk func(p at)
	walk = func(p at) {
		if int(p.node.Line) == line && int(p.node.Column) == column && ok(p, false) {
			found, there = p, true
		}
		for i := range p.node.Content {
			next := p.down(i)
			if p.node.Kind == source.Map && i%2 == 0 {
				if int(next.node.Line) == line && int(next.node.Column) == column && ok(next, true) {
					found, there = p.down(i+1), true
				}
				continue
			}
			walk(next)
		}
	}
	walk(at{node: f.root})
	return found, there
}

// offset is where in the text a node begins.
func (f *File) offset(n *source.Node) int {
	line := min(max(int(n.Line), 1), len(f.begins))
	i := f.begins[line-1]
	for range n.Column - 1 {
		if i >= len(f.text) {
			break
		}
		_, size := utf8.DecodeRuneInString(f.text[i:])
		i += size
	}
	return i
}

// lineBreak is how the file ends its lines.
func (f *File) lineBreak() string {
	if strings.Contains(f.text, "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// splice puts bytes in the place of others.
type splice struct {
	from, to int
	now      string
}

func (f *File) with(s splice) string { return f.text[:s.from] + s.now + f.text[s.to:] }

// take makes the first of some changes after which the file says what is meant. What is
// meant is told as a tree.
func (f *File) take(meant *source.Node, tries ...splice) error {
	for _, s := range tries {
		if s.from < 0 || s.to < s.from || s.to > len(f.text) {
			continue
		}
		text := f.with(s)
		top := source.Fragment(text)
		if top == nil || !alike(top, meant) {
			continue
		}
		f.text, f.root = text, top
		f.index()
		return nil
	}
	return refused("ändringen går inte att göra utan att annat i filen ändras", "the change cannot be made without changing something else in the file")
}

// alike tells whether two trees say the same, whatever the way in which it is written.
func alike(a, b *source.Node) bool {
	return a.Kind == b.Kind && a.Value == b.Value && (a.Kind != source.Scalar || a.Type == b.Type) &&
		slices.EqualFunc(a.Content, b.Content, alike)
}

// changed is the tree of a file with one of its nodes replaced by others; index is the way
// to it. Of the node's neighbours count many go as well.
func changed(top *source.Node, index []int, count int, by ...*source.Node) *source.Node {
	made := *top
	made.Content = slices.Clone(top.Content)
	if len(index) == 1 {
		made.Content = slices.Replace(made.Content, index[0], index[0]+count, by...)
		return &made
	}
	made.Content[index[0]] = changed(made.Content[index[0]], index[1:], count, by...)
	return &made
}
