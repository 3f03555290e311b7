package source

import (
	"cmp"
	"iter"
)

// Kind is what a value is made of.
type Kind uint8

// The kinds of values.
const (
	Map    Kind = iota + 1 // fields, each a key and a value
	List                   // items
	Scalar                 // a single value, such as a text or a day
	Alias                  // a reference to a value elsewhere in the file, which is never followed
)

// Type is what YAML takes a single value for. It depends on quotes: 12 is a
// number and "12" a text.
type Type uint8

// The types of single values.
const (
	Text   Type = iota
	None        // nothing, null or ~
	Truth       // true or false
	Whole       // a whole number
	Number      // any other number
	Day         // a day, perhaps with a time
	merge       // the key <<
	other       // bytes, or a type that the file names itself
)

// Style is how a value is written. Zero is a plain word, or one field or item to
// a line.
type Style uint8

// The styles of values.
const (
	tagged       Style = 1 << iota // its type stands before it
	DoubleQuoted                   // "text"
	SingleQuoted                   // 'text'
	Literal                        // lines below |
	Folded                         // lines below >
	Flow                           // within { } or [ ]
)

// Node is a value of a YAML file, or the key of one. One that is made rather than
// read has no place.
type Node struct {
	Kind         Kind
	Style        Style
	Type         Type    // of a Scalar
	bad          bool    // a finding already speaks of it
	Line, Column int32   // from 1, the column in code points
	Value        string  // of a Scalar; of an Alias, the name that it refers to
	Content      []*Node // of a List, its items; of a Map, key, value, key, value …

	marks *marks
}

// marks are what is written beside few values.
type marks struct {
	anchor  string // the name under which others may refer to the value
	tag     string // the type that the file gives it
	comment string // at the end of its line
	meant   string // what a misspelt key was taken for
}

// Fields are the keys and values of a map, in order.
func (n *Node) Fields() iter.Seq2[*Node, *Node] {
	return func(yield func(key, value *Node) bool) {
		if n.Kind != Map {
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !yield(n.Content[i], n.Content[i+1]) {
				return
			}
		}
	}
}

// Field is the value of the first field of a map with a name, or nil.
func (n *Node) Field(name string) *Node {
	for key, value := range n.Fields() {
		if key.Kind == Scalar && key.Value == name {
			return value
		}
	}
	return nil
}

// Merge adds the fields of another map to those of a map, and to the maps in it.
func (n *Node) Merge(from *Node) {
	for key, value := range from.Fields() {
		if there := n.Field(key.Value); there == nil {
			n.Content = append(n.Content, key, value)
		} else if there.Kind == Map && value.Kind == Map {
			there.Merge(value)
		}
	}
}

// IsText tells whether a value is a single text.
func (n *Node) IsText() bool { return n.Kind == Scalar && n.Type == Text }

// SetComment gives a value a comment, which Encode writes at the end of its line.
// Comments are not read.
func (n *Node) SetComment(text string) {
	m := n.beside()
	m.comment = text
	n.marks = &m
}

// name is the field that a key names, or was taken for.
func (n *Node) name() string { return cmp.Or(n.beside().meant, n.Value) }

func (n *Node) setName(name string) {
	m := n.beside()
	m.meant = name
	n.marks = &m
}

// beside are the marks of a value.
func (n *Node) beside() marks {
	if n.marks == nil {
		return marks{}
	}
	return *n.marks
}

func isMerge(n *Node) bool { return n.Kind == Scalar && n.Type == merge }

func isNull(n *Node) bool { return n.Kind == Scalar && n.Type == None }

// blank tells whether something within a value is empty, or is 0.
func blank(n *Node) bool {
	if n.Kind == Scalar {
		return n.Value == "" || n.Value == "0"
	}
	for _, c := range n.Content {
		if blank(c) {
			return true
		}
	}
	return len(n.Content) == 0
}
