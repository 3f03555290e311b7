package prose

import "strings"

// table remembers the row of a table that is being read, and the heads of its columns.
type table struct {
	head []string
	row  []*Passage // by column; nil where a cell is empty
}

// add takes in the next cell of the row.
func (t *table) add(p *Passage) {
	if p != nil {
		p.Cell = true
	}
	t.row = append(t.row, p)
}

// heads says that the row which was read last has the heads of the columns.
func (t *table) heads() {
	t.head = nil
	for _, p := range t.row {
		name := ""
		if p != nil {
			name, p.Row = p.Lower, ""
		}
		t.head = append(t.head, name)
	}
}

// end ends the row: each cell learns the head of its column, and what else the row says.
func (t *table) end() {
	for i, p := range t.row {
		if p == nil {
			continue
		}
		if i < len(t.head) {
			p.Column = t.head[i]
		}
		var others []string
		for j, o := range t.row {
			if j != i && o != nil {
				others = append(others, o.Lower)
			}
		}
		p.Row = clip(strings.Join(others, "; "))
	}
}

// clip keeps what is remembered of a row within reach.
func clip(s string) string {
	if len(s) <= MaxReach {
		return s
	}
	return strings.ToValidUTF8(s[:MaxReach], "")
}
