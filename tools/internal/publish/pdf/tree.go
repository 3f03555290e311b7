package pdf

import (
	"fmt"
	"strconv"
)

// element is a part of what the document says: a heading, a cell, a link.
type element struct {
	kind       string // a standard structure type, such as TD
	attributes string // of the kind that Attribute objects hold
	parent     *element
	kids       []kid
	id         int // its object in the file
}

// kid is a part of an element: another element, or a marked piece of a page, or
// the area of a link.
type kid struct {
	element *element
	page    *page
	mark    int
	link    *link
}

func (e *element) add(kind string) *element {
	child := &element{kind: kind, parent: e}
	e.kids = append(e.kids, kid{element: child})
	return child
}

// walk visits an element and all below it, in reading order.
func (e *element) walk(visit func(*element)) {
	visit(e)
	for _, k := range e.kids {
		if k.element != nil {
			k.element.walk(visit)
		}
	}
}

// tree writes the elements, and the table by which readers find the element of
// a piece of a page.
func (f *file) tree(w *writer, root int) {
	w.root.walk(func(e *element) { e.id = f.reserve() })
	var body []byte
	w.root.walk(func(e *element) {
		body = f.elementObject(body[:0], e, root)
		f.pack(e.id, body)
	})

	parents := f.reserve()
	nums := []byte("<</Nums[")
	key := 0
	for _, p := range w.pages {
		nums = append(strconv.AppendInt(nums, int64(key), 10), '[')
		for _, e := range p.marked {
			nums = append(strconv.AppendInt(nums, int64(e.id), 10), " 0 R "...)
		}
		nums = append(nums, ']')
		key++
	}
	for _, p := range w.pages {
		for _, l := range p.links {
			nums = fmt.Appendf(nums, "%d %d 0 R ", key, l.element.id)
			key++
		}
	}
	f.pack(parents, append(nums, "]>>"...))
	f.put(root, fmt.Sprintf("<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>", w.root.id, parents, key))
}

// elementObject adds an element, as it stands in the file, to what has been written.
func (f *file) elementObject(b []byte, e *element, root int) []byte {
	ref := func(before string, id int, after string) {
		b = append(strconv.AppendInt(append(b, before...), int64(id), 10), after...)
	}
	parent := root
	if e.parent != nil {
		parent = e.parent.id
	}
	b = append(append(b, "<</S/"...), e.kind...)
	ref("/P ", parent, " 0 R")
	if e.attributes != "" {
		b = append(append(append(b, "/A<<"...), e.attributes...), ">>"...)
	}
	if len(e.kids) == 0 {
		return append(b, ">>"...)
	}
	home := e.kids[0].page
	if home != nil {
		ref("/Pg ", f.pages[home.number], " 0 R")
	}
	b = append(b, "/K["...)
	for _, k := range e.kids {
		switch {
		case k.element != nil:
			ref("", k.element.id, " 0 R ")
		case k.link != nil:
			b = fmt.Appendf(b, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", f.pages[k.page.number], f.links[k.link])
		case k.page == home:
			ref("", k.mark, " ")
		default:
			b = fmt.Appendf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", f.pages[k.page.number], k.mark)
		}
	}
	return append(b, "]>>"...)
}

// bookmarks writes the tree of bookmarks and returns its root, or 0. Those below
// the first two levels are folded.
func (f *file) bookmarks(w *writer) int {
	if len(w.marks) == 0 {
		return 0
	}
	root := f.reserve()
	ids := make([]int, len(w.marks))
	for i := range ids {
		ids[i] = f.reserve()
	}
	family := relate(w.marks)
	for i, m := range w.marks {
		r := family[i+1]
		body := fmt.Sprintf("<</Title%s/Parent %d 0 R/Dest[%d 0 R/XYZ null %s null]", text(m.title),
			refTo(root, ids, r.parent), f.pages[m.page.number], number(w.height-max(m.y-6*pt, 0)))
		if r.prev >= 0 {
			body += fmt.Sprintf("/Prev %d 0 R", ids[r.prev])
		}
		if r.next >= 0 {
			body += fmt.Sprintf("/Next %d 0 R", ids[r.next])
		}
		if len(r.kids) > 0 {
			count := -len(r.kids)
			if r.parent < 0 {
				count = len(r.kids)
			}
			body += fmt.Sprintf("/First %d 0 R/Last %d 0 R/Count %d", ids[r.kids[0]], ids[r.kids[len(r.kids)-1]], count)
		}
		f.pack(ids[i], []byte(body+">>"))
	}
	top := family[0].kids
	open := len(top)
	for _, i := range top {
		open += len(family[i+1].kids)
	}
	f.put(root, fmt.Sprintf("<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", ids[top[0]], ids[top[len(top)-1]], open))
	return root
}

// relation is where a bookmark stands among the others; -1 is nobody.
type relation struct {
	parent, prev, next int
	kids               []int
}

// relate returns the relations of bookmarks; the first is that of the root.
func relate(marks []*bookmark) []relation {
	out := make([]relation, len(marks)+1)
	out[0] = relation{-1, -1, -1, nil}
	var above []int // the bookmarks that the next may lie below
	for i, m := range marks {
		for len(above) > 0 && marks[above[len(above)-1]].level >= m.level {
			above = above[:len(above)-1]
		}
		r := relation{-1, -1, -1, nil}
		if len(above) > 0 {
			r.parent = above[len(above)-1]
		}
		siblings := &out[r.parent+1].kids
		if n := len(*siblings); n > 0 {
			r.prev = (*siblings)[n-1]
			out[r.prev+1].next = i
		}
		*siblings = append(*siblings, i)
		out[i+1] = r
		above = append(above, i)
	}
	return out
}

func refTo(root int, ids []int, i int) int {
	if i < 0 {
		return root
	}
	return ids[i]
}
