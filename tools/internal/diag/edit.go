package diag

import "fmt"

// Edit is a change of a file that mends a finding, where nobody needs to know or to
// decide anything: only one thing can be meant. It is made where the finding is made, so
// that the hint and the edit say the same.
type Edit struct {
	Pos  Pos
	Deed Deed
	Was  string // the characters, the value or the name that stands there, as far as it matters
	Now  string // what is to stand there
}

// Deed is what an edit does. All but Splice are about values of YAML, whatever the way
// in which they are written.
type Deed uint8

// The deeds.
const (
	Splice Deed = iota + 1 // characters become others
	Word                   // a value becomes a code, a day, a number or a truth value
	Phrase                 // a value becomes a text, in quotes where it needs them
	Rename                 // the name of a field becomes another
	Remove                 // the field whose name stands there goes, or the item where none is named, and what would be empty without it
)

// Mend gives a finding the edit that mends it. Where the place is that of the finding, it
// need not be told. An edit for a rule of which the table does not say that its findings
// are mended is a mistake of the program, for its readers would not know: Mend panics.
func (d *Diagnostic) Mend(e Edit) {
	if !byID[d.Rule].Mends {
		panic(fmt.Sprintf("diag: the table does not say that %q is mended", d.Rule))
	}
	if e.Pos == (Pos{}) {
		e.Pos = d.Pos
	}
	d.Edits = append(d.Edits, e)
}
