package pdf

import "math"

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
		fitting, rest, more := fit(cells, w.room()-2*padding)
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
	w.rule(w.y, 400, "0.75")
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
		w.rule(w.y, 800, "0.2")
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
	w.rule(w.y, 800, "0.2")
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

// fair finds the widths from what the cells hold.
func (w *writer) fair(t Table, n, room int) []int {
	least, most, weight := make([]int, n), make([]int, n), make([]int, n)
	note := func(i int, c Cell) {
		all := 0
		for _, text := range c {
			word, whole := w.measure(text)
			least[i], most[i] = max(least[i], word*inRow.size/1000), max(most[i], whole*inRow.size/1000)
			all += whole
		}
		weight[i] += all
	}
	for i, label := range t.Columns {
		note(i, Cell{{{Text: label, Style: Bold}}})
	}
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			note(i, c)
		}
	}
	sum, ceiling := 0, room*3/(2*max(n, 1))
	for i := range least {
		least[i] = min(least[i]+pt, ceiling) // one endless word must not starve the others
		most[i] = max(most[i]+pt, least[i])
		// The root keeps a column of long texts from taking all there is.
		weight[i] = int(math.Sqrt(float64(weight[i]/(len(t.Rows)+1)))) + 1
		sum += least[i]
	}
	if sum > room {
		return shares(room, least)
	}
	return spread(least, most, weight, room-sum)
}

// spread gives what is left to the columns by weight, and to none more than it
// can use while another can use it.
func spread(widths, most, weight []int, left int) []int {
	for left > 0 {
		total := 0
		for i := range widths {
			if widths[i] < most[i] {
				total += weight[i]
			}
		}
		if total == 0 {
			break
		}
		given := 0
		for i := range widths {
			if widths[i] < most[i] {
				more := min(left*weight[i]/total, most[i]-widths[i])
				widths[i] += more
				given += more
			}
		}
		if given == 0 {
			break
		}
		left -= given
	}
	for i := range widths { // all have what they need: what is left is air
		widths[i] += left / len(widths)
	}
	return widths
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
