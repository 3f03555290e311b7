package pdf

const (
	gutter  = 12 * pt // between columns
	padding = 5 * pt  // above and below the text of a row
)

// column is where the cells of a column stand.
type column struct{ x, width int }

// slot is a line of a cell, or the space between two paragraphs of it.
type slot struct {
	p      *paragraph
	n      int
	height int
}

func (t Table) write(w *writer) {
	g := &grid{w: w, columns: w.columns(t), table: w.root.add("Table")}
	if len(t.Columns) > 0 {
		row := g.table.add("THead").add("TR")
		for i, label := range t.Columns {
			th := row.add("TH")
			th.attributes = "/O/Table/Scope/Column"
			g.head = append(g.head, g.cell(th, Cell{{{Text: label, Style: Bold}}}, i))
		}
		g.headHeight = heightOf(g.head) + 2*padding
	}
	body := g.table.add("TBody")
	for i, r := range t.Rows {
		cells := g.row(body.add("TR"), r)
		if i == 0 {
			// The headings are not left alone at the foot of a page.
			if room := w.room() - g.headHeight; room < min(heightOf(cells)+2*padding, 6*inRow.leading) {
				w.turn()
			}
			g.drawHead(false)
		}
		g.place(r, cells)
	}
	if len(t.Rows) == 0 {
		g.drawHead(false)
	}
	w.y += 10 * pt
}

// height is how high a table of names and values is. The one who asks wants to
// know whether it fits on the page, so long ones are not measured to their end.
func (t Table) height(w *writer) int {
	columns, sum := w.columns(t), 0
	for _, r := range t.Rows {
		most := 0
		for i, c := range r.Cells {
			height := 0
			for _, text := range c {
				height += w.linesOf(text, columns[i].width*1000/inRow.size)*inRow.leading + inRow.after
			}
			most = max(most, height)
		}
		if sum += most + 2*padding; sum > w.height {
			break
		}
	}
	return sum
}

// grid is a table under way.
type grid struct {
	w          *writer
	table      *element
	columns    []column
	head       [][]slot
	headHeight int
}

func (g *grid) row(tr *element, r Row) [][]slot {
	cells := make([][]slot, len(g.columns))
	for i := range g.columns {
		e := tr.add("TD")
		if i == 0 {
			e.kind, e.attributes = "TH", "/O/Table/Scope/Row"
		}
		if i < len(r.Cells) {
			cells[i] = g.cell(e, r.Cells[i], i)
		}
	}
	return cells
}

// cell breaks the paragraphs of a cell into lines. Several paragraphs are each
// an element of their own.
func (g *grid) cell(e *element, c Cell, column int) []slot {
	var slots []slot
	for i, t := range c {
		if t.blank() {
			continue
		}
		at := e
		if len(c) > 1 {
			at = e.add("P")
		}
		p := g.w.paragraph(at, t, inRow, g.columns[column].width)
		for n := range p.lines {
			s := slot{p, n, inRow.leading}
			if n == len(p.lines)-1 && i < len(c)-1 {
				s.height += inRow.after
			}
			slots = append(slots, s)
		}
	}
	if len(slots) > 0 {
		slots[len(slots)-1].height = inRow.leading
	}
	return slots
}

func heightOf(cells [][]slot) int {
	most := 0
	for _, slots := range cells {
		height := 0
		for _, s := range slots {
			height += s.height
		}
		most = max(most, height)
	}
	return most
}

// place draws a row. A row that does not fit goes to the next page, unless so
// much of the page would stay empty that it is better split.
func (g *grid) place(r Row, cells [][]slot) {
	w := g.w
	height := heightOf(cells) + 2*padding
	if height > w.room() && (w.room() < 7*inRow.leading || height < (w.height-top-bottom)/4) {
		g.turn()
	}
	if r.Mark != "" {
		w.marks = append(w.marks, &bookmark{w.level + 1, oneLine(r.Mark), w.page, w.y})
	}
	for {
		room := w.room() - 2*padding
		fitting, rest, more := fit(cells, room)
		if few := 3 * inRow.leading; more && heightOf(rest) < few && room > 3*few {
			fitting, rest, more = fit(cells, room-few) // a line or two are easily overlooked on the next page
		}
		g.drawCells(fitting)
		if !more {
			break
		}
		cells = rest
		g.turn()
	}
}

// fit takes the lines of each cell that fit on the page, and at least one of
// them, so that there is an end to it.
func fit(cells [][]slot, room int) (fitting, rest [][]slot, more bool) {
	for _, slots := range cells {
		n, height := 0, 0
		for n < len(slots) && (height+slots[n].p.look.leading <= room || n == 0) {
			height += slots[n].height
			n++
		}
		fitting, rest = append(fitting, slots[:n]), append(rest, slots[n:])
		more = more || n < len(slots)
	}
	return fitting, rest, more
}

// drawCells draws lines of a row side by side, and the rule below them.
func (g *grid) drawCells(cells [][]slot) {
	w := g.w
	for i, slots := range cells {
		y := w.y + padding
		for _, s := range slots {
			w.draw(s.p, s.n, g.columns[i].x, y)
			y += s.height
		}
		w.leave()
	}
	w.y += heightOf(cells) + 2*padding
	w.stroke(w.y, 400, "0.75")
}

// turn goes on with the table on the next page, below its headings.
func (g *grid) turn() {
	g.w.turn()
	g.drawHead(true)
}

// drawHead draws the headings. Only the first time are they a part of the tree.
func (g *grid) drawHead(again bool) {
	w := g.w
	if len(g.head) == 0 {
		w.stroke(w.y, 800, "0.2")
		return
	}
	for i, slots := range g.head {
		y := w.y + padding
		for _, s := range slots {
			if again {
				w.artifact("Pagination", func() {
					base := y + s.p.look.leading - (s.p.look.leading-s.p.look.size)/2 - s.p.look.size/5
					w.show(s.p.lines[s.n], s.p.text[0], s.p.look.size, g.columns[i].x, base, s.n < len(s.p.lines)-1)
				})
			} else {
				w.draw(s.p, s.n, g.columns[i].x, y)
			}
			y += s.height
		}
		w.leave()
	}
	w.y += g.headHeight
	w.stroke(w.y, 800, "0.2")
}

// columns shares the width of the page among the columns: as the table says, or
// each the width of its longest word, and the rest by how much there is to read.
func (w *writer) columns(t Table) []column {
	n := len(t.Columns)
	for _, r := range t.Rows {
		n = max(n, len(r.Cells))
	}
	room := w.inner() - gutter*max(n-1, 0)
	widths := t.Widths
	if len(widths) == n {
		widths = shares(room, widths)
	} else {
		widths = w.fair(t, n, room)
	}
	columns, x := make([]column, n), side
	for i, width := range widths {
		columns[i] = column{x, width}
		x += width + gutter
	}
	return columns
}

// fair finds the widths from what the cells hold: each column gets the width of
// its longest word, and the rest goes piece by piece to where it makes the table
// shortest.
func (w *writer) fair(t Table, n, room int) []int {
	least, most := make([]int, n), make([]int, n)
	var rows [][][]int // of each row and column, the widths of the paragraphs
	note := func(cells []Cell) {
		row := make([][]int, n)
		for i, c := range cells {
			for _, text := range c {
				word, whole := w.measure(text)
				word, whole = word*inRow.size/1000, whole*inRow.size/1000
				least[i], most[i] = max(least[i], word+pt), max(most[i], whole+pt)
				row[i] = append(row[i], min(whole, 2*room)) // one endless text must not take the room of all others
			}
		}
		const sample = 300 // rows tell enough
		if len(rows) < sample {
			rows = append(rows, row)
		}
	}
	var head []Cell
	for _, label := range t.Columns {
		head = append(head, Cell{{{Text: label, Style: Bold}}})
	}
	note(head)
	for _, r := range t.Rows {
		note(r.Cells)
	}
	left, ceiling := room, room*3/(2*max(n, 1))
	for i := range least {
		least[i] = min(max(least[i], 20*pt), ceiling) // one endless word must not starve the others
		left -= least[i]
	}
	if left < 0 {
		return shares(room, least)
	}
	return spread(least, most, rows, left)
}

// spread gives what is left to the columns, and to none more than it can use
// while another can use it.
func spread(widths, most []int, rows [][][]int, left int) []int {
	const pieces = 40
	step := max(left/pieces, pt)
	for left >= step {
		best, shortest := -1, 0
		for i := range widths {
			if widths[i] >= most[i] {
				continue
			}
			widths[i] += step
			if height := estimate(widths, rows); best < 0 || height < shortest {
				best, shortest = i, height
			}
			widths[i] -= step
		}
		if best < 0 {
			break
		}
		widths[best] += step
		left -= step
	}
	for i := range widths { // all have what they need: what is left is air
		widths[i] += left / len(widths)
	}
	return widths
}

// estimate is how high a table with these widths will be about, in thousandths
// of a line. It does not count whole lines, so that a little more width is
// always seen to help a little.
func estimate(widths []int, rows [][][]int) int {
	total := 0
	for _, row := range rows {
		most, sum := 0, 0
		for i, paragraphs := range row {
			height := 0
			for _, p := range paragraphs {
				lines := 1000
				if p > widths[i] {
					lines = p*1000/widths[i] + 400
				}
				height += lines
			}
			most, sum = max(most, height), sum+height
		}
		total += most + sum/8 // where no row gets shorter, the fuller column gets air
	}
	return total
}

// shares divides a width in proportion.
func shares(room int, parts []int) []int {
	sum := 0
	for _, p := range parts {
		sum += p
	}
	out := make([]int, len(parts))
	for i, p := range parts {
		out[i] = room / max(len(parts), 1)
		if sum > 0 {
			out[i] = int(int64(room) * int64(p) / int64(sum))
		}
	}
	return out
}
