package source

import (
	"gopkg.in/yaml.v3"

	"tillit/tools/internal/diag"
)

// At returns the place of the value at a path such as locations[0].country,
// purpose[sv] or purpose.sv. The empty path is the record itself. When nothing
// stands there, ok is false and the place is that of the nearest field above.
func (f *File) At(path string) (pos diag.Pos, ok bool) {
	return diag.Pos{File: f.Name}, false
}

// KeyAt is At for the key of a field instead of its value.
func (f *File) KeyAt(path string) (pos diag.Pos, ok bool) {
	return diag.Pos{File: f.Name}, false
}

// Node returns the value at a path, or nil.
func (f *File) Node(path string) *yaml.Node {
	return nil
}

// Failed tells whether a finding already speaks of the value at a path, of
// something inside it or of something around it.
func (f *File) Failed(path string) bool {
	return false
}

// NodePos returns the place of a node. Its length is what the node's first line
// shows of it.
func (f *File) NodePos(n *yaml.Node) diag.Pos {
	return diag.Pos{File: f.Name, Line: n.Line, Column: n.Column}
}

// Line returns the text of a line, counted from 1, without its line break, and
// the empty text for a line that the file lacks.
func (f *File) Line(n int) string {
	return ""
}
