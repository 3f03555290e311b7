package source

import (
	"errors"
	"io"
	"strings"
	"sync"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// document is one document of a YAML stream.
type document struct {
	line, column int
	top          *Node
}

// readYAML returns the first documents of a YAML stream, at most two of them:
// a second one is a mistake whatever it holds. It is not ok when there is a
// syntax error. The values of the first are in the memory that is given.
func readYAML(from io.Reader, t *intake) (docs []document, ok bool) {
	trees, ok := parseYAML(from)
	for i, tree := range trees {
		doc := document{line: tree.Line, column: tree.Column}
		if i == 0 {
			doc.top = t.take(tree.Content[0])
		}
		docs = append(docs, doc)
	}
	return docs, ok
}

// readable tells whether a YAML stream has no syntax error.
func readable(from io.Reader) bool {
	_, ok := parseYAML(from)
	return ok
}

// Fragment reads a piece of YAML, which may be any value. It returns nil when
// that cannot be done.
func Fragment(text string) *Node {
	docs, ok := readYAML(strings.NewReader(text), new(intake).of(text))
	if !ok || len(docs) == 0 {
		return nil
	}
	return docs[0].top
}

// parseYAML has the library read a stream. Nodes are taken rather than Go values,
// so that no alias is expanded, and a file of a few bytes cannot grow to gigabytes.
func parseYAML(from io.Reader) (docs []*yaml.Node, ok bool) {
	// The library is written with panics inside, and bytes that make one
	// escape have been found before. Such a file cannot be read either.
	defer func() {
		if recover() != nil {
			docs, ok = nil, false
		}
	}()
	d := yaml.NewDecoder(from)
	for len(docs) < 2 {
		var n yaml.Node
		err := d.Decode(&n)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil || n.Kind != yaml.DocumentNode || len(n.Content) == 0 {
			return nil, false
		}
		docs = append(docs, &n)
	}
	return docs, true
}

// intake turns the nodes of the library into ours, whose styles are in the same
// order. The nodes of a file lie in few pieces of memory.
type intake struct {
	nodes        []Node
	content      []*Node
	stack        []*Node // nodes within maps and lists that have not ended
	text         string  // of which values that stand in it as they are become parts
	line, column int     // where the last value began
	at           int     // which is this offset
}

// spare is the memory of files that have been let go.
var spare = sync.Pool{New: func() any { return &intake{} }}

// of makes ready for the nodes of a text.
func (t *intake) of(text string) *intake {
	t.text, t.line, t.column, t.at = text, 1, 1, 0
	return t
}

// take turns a tree, in place of the one before.
func (t *intake) take(top *yaml.Node) *Node {
	t.clear(t.text)
	return t.turn(top)
}

func (t *intake) turn(from *yaml.Node) *Node {
	n := t.node()
	n.Kind, n.Type, n.Style = kindOfNode(from.Kind), typeOf(from.Tag), Style(from.Style)
	n.Line, n.Column, n.Value = int32(from.Line), int32(from.Column), from.Value
	if n.Kind == Scalar {
		n.Value = t.part(from)
	}
	if from.Anchor != "" || n.Style&tagged != 0 {
		n.marks = &marks{anchor: from.Anchor, tag: from.Tag}
	}
	n.Content = t.room(len(from.Content))
	for i, c := range from.Content {
		n.Content[i] = t.turn(c)
	}
	return n
}

// clear gives the memory to the tree of another text. There is a value for some
// twelve bytes of a file of facts.
func (t *intake) clear(text string) {
	if t.nodes == nil {
		size := len(text)/12 + 8
		t.nodes, t.content = make([]Node, 0, size), make([]*Node, 0, size)
	}
	t.nodes, t.content, t.stack = t.nodes[:0], t.content[:0], t.stack[:0]
}

// node is the next node of the memory, which grows by pieces, so that none moves.
func (t *intake) node() *Node {
	if len(t.nodes) == cap(t.nodes) {
		t.nodes = make([]Node, 0, max(64, 2*cap(t.nodes)))
	}
	t.nodes = append(t.nodes, Node{})
	return &t.nodes[len(t.nodes)-1]
}

// room is for so many nodes within one.
func (t *intake) room(count int) []*Node {
	if cap(t.content)-len(t.content) < count {
		t.content = make([]*Node, 0, max(64, 2*cap(t.content), count))
	}
	begin := len(t.content)
	t.content = t.content[:begin+count]
	return t.content[begin:len(t.content):len(t.content)]
}

// part is a value as a part of the text, where it stands there as it is, so that
// it takes no memory of its own. Values are taken in the order of the text.
func (t *intake) part(n *yaml.Node) string {
	for t.line < n.Line {
		length := strings.IndexByte(t.text[t.at:], '\n')
		if length < 0 {
			return n.Value
		}
		t.line, t.column, t.at = t.line+1, 1, t.at+length+1
	}
	for ; t.column < n.Column && t.at < len(t.text); t.column++ {
		_, size := utf8.DecodeRuneInString(t.text[t.at:])
		t.at += size
	}
	rest := t.text[t.at:]
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 && rest != "" {
		rest = rest[1:]
	}
	if strings.HasPrefix(rest, n.Value) {
		return rest[:len(n.Value)]
	}
	return n.Value
}

func kindOfNode(k yaml.Kind) Kind {
	switch k {
	case yaml.MappingNode:
		return Map
	case yaml.SequenceNode:
		return List
	case yaml.AliasNode:
		return Alias
	}
	return Scalar
}

func typeOf(tag string) Type {
	switch tag {
	case "!!str":
		return Text
	case "!!null":
		return None
	case "!!bool":
		return Truth
	case "!!int":
		return Whole
	case "!!float":
		return Number
	case "!!timestamp":
		return Day
	case "!!merge":
		return merge
	}
	return other
}

// plainType is what YAML takes a plain word for.
func plainType(word string) Type {
	if word == "<<" {
		return merge // which the library knows while it reads only
	}
	n := yaml.Node{Kind: yaml.ScalarNode, Value: word}
	return typeOf(n.ShortTag())
}
