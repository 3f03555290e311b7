package prose

// Block is a piece of a page: a heading, a paragraph, a list, or the cells of a table.
type Block struct {
	Kind     BlockKind
	Passages []*Passage // one, but for a list or a table
}

// BlockKind is what a block is.
type BlockKind int

// The kinds of blocks.
const (
	Paragraph BlockKind = iota
	Headline
	List
	Table
)

// Sections are the blocks of a page below its front matter, parted by its headings. Each
// but the first begins with a heading.
func (d *Document) Sections() [][]Block {
	all := [][]Block{nil}
	for _, p := range d.Passages {
		kind := Paragraph
		switch {
		case p.File != nil:
			continue
		case p.Level > 0:
			kind = Headline
			all = append(all, nil)
		case p.Cell:
			kind = Table
		case p.Item:
			kind = List
		}
		last := &all[len(all)-1]
		if n := len(*last); n > 0 && (*last)[n-1].Kind == kind && (kind == List || kind == Table) {
			(*last)[n-1].Passages = append((*last)[n-1].Passages, p)
			continue
		}
		*last = append(*last, Block{kind, []*Passage{p}})
	}
	return all
}
