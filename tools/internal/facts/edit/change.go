package edit

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/source"
)

// Set makes the value at a path another one. A single value that only changes within keeps
// the rest of what is written, quotes and line breaks among it.
func (f *File) Set(path string, value *source.Node) error {
	p, ok := f.find(path)
	if !ok || len(p.index) == 0 {
		return absent(path)
	}
	return f.set(p, value)
}

func absent(path string) error { return refused("%s finns inte", "there is no %s", diag.Quote(path)) }

func (f *File) set(p at, value *source.Node) error {
	was := p.node
	from, to, ok := f.span(p)
	switch {
	case !ok:
		return refused("platsen i filen går inte att avgränsa", "the place in the file cannot be made out")
	case alike(was, value) && (was.Style != 0 || !quoted(value)):
		return nil
	}
	lost := f.noted(from, to, p)
	if was.Kind != source.Scalar && lost {
		return refused("det finns en anmärkning i värdet som skulle försvinna", "there is a remark in the value that would be lost")
	}
	var tries []splice
	if was.Kind == source.Scalar && value.Kind == source.Scalar && (was.Style != 0 || !quoted(value)) {
		tries = f.within(was.Value, value.Value, from, to)
	}
	for _, text := range f.written(p, value) {
		if lost { // with what stands beside the sign before the lines
			break
		}
		s := splice{from, to, text}
		if was.Kind != source.Scalar && was.Style&source.Flow == 0 || from == to { // begins below its key, or nowhere
			m, i := p.parent()
			if m.Kind != source.Map {
				continue
			}
			_, end, ok := f.span(p.up().down(i - 1))
			if !ok {
				continue
			}
			s.from, s.now = strings.IndexByte(f.text[end:], ':')+end+1, " "+text
			if f.noted(s.from, to, p) {
				continue
			}
		}
		tries = append(tries, s)
	}
	return f.take(changed(f.root, p.index, 1, value), tries...)
}

// within are the ways to change a part of a text where it is written as it is read.
func (f *File) within(was, now string, from, to int) []splice {
	before, after := []rune(was), []rune(now)
	left, right := 0, 0
	for left < min(len(before), len(after)) && before[left] == after[left] {
		left++
	}
	for right < min(len(before), len(after))-left && before[len(before)-1-right] == after[len(after)-1-right] {
		right++
	}
	if left+right == len(before) { // more is written, so there is nothing to look for but what it stands beside
		if left > 0 {
			left--
		} else if right > 0 {
			right--
		}
	}
	const most = 40 // ways
	old, by := string(before[left:len(before)-right]), string(after[left:len(after)-right])
	var tries []splice
	if i := strings.Index(f.text[from:to], was); i >= 0 { // as it mostly is
		tries = append(tries, splice{from + i, from + i + len(was), now})
	}
	for at := from; old != "" && len(tries) < most; {
		next := strings.Index(f.text[at:to], old)
		if next < 0 {
			break
		}
		tries = append(tries, splice{at + next, at + next + len(old), by})
		at += next + 1
	}
	return tries
}

// Rename gives the field at a path another name.
func (f *File) Rename(path, name string) error {
	p, ok := f.find(path)
	if m, _ := p.parent(); !ok || m == nil || m.Kind != source.Map {
		return absent(path)
	}
	return f.rename(p, name)
}

func (f *File) rename(p at, name string) error {
	m, i := p.parent()
	if m.Field(name) != nil {
		return refused("fältet %s finns redan", "there is a field %s already", diag.Quote(name))
	}
	key := p.up().down(i - 1)
	from, to, ok := f.span(key)
	if !ok {
		return refused("platsen i filen går inte att avgränsa", "the place in the file cannot be made out")
	}
	value := &source.Node{Kind: source.Scalar, Value: name}
	tries := f.within(key.node.Value, name, from, to)
	for _, text := range append([]string{name}, f.written(key, value)...) {
		tries = append(tries, splice{from, to, text})
	}
	return f.take(changed(f.root, key.index, 1, value), tries...)
}

// Add gives the map at a path a field more, after its others.
func (f *File) Add(path, name string, value *source.Node) error {
	p, ok := f.find(path)
	switch {
	case !ok || p.node.Kind != source.Map:
		return absent(path)
	case p.node.Field(name) != nil:
		return refused("fältet %s finns redan", "there is a field %s already", diag.Quote(name))
	}
	key := &source.Node{Kind: source.Scalar, Value: name}
	return f.grow(p, &source.Node{Kind: source.Map, Content: []*source.Node{key, value}})
}

// Append gives the list at a path an item more, after its others.
func (f *File) Append(path string, value *source.Node) error {
	p, ok := f.find(path)
	if !ok || p.node.Kind != source.List {
		return absent(path)
	}
	return f.grow(p, &source.Node{Kind: source.List, Content: []*source.Node{value}})
}

// grow adds what a map or list holds to another.
func (f *File) grow(p at, more *source.Node) error {
	n := p.node
	from, _, ok := f.span(p)
	end := from + 1 // behind the bracket of what is empty
	if len(n.Content) > 0 && ok {
		_, end, ok = f.span(p.down(len(n.Content) - 1))
	}
	if !ok {
		return refused("platsen i filen går inte att avgränsa", "the place in the file cannot be made out")
	}
	var s splice
	if n.Style&source.Flow != 0 {
		text := inFlow(more)
		text = text[1 : len(text)-1]
		if len(n.Content) > 0 {
			text = ", " + text
		}
		s = splice{end, end, text}
	} else {
		end = f.lineEnd(end)
		s = splice{end, end, f.lineBreak() + f.lines(more, int(n.Column)-1)}
	}
	meant := *n
	meant.Content = append(slices.Clone(n.Content), more.Content...)
	if len(p.index) == 0 {
		return f.take(&meant, s)
	}
	return f.take(changed(f.root, p.index, 1, &meant), s)
}

// Remove takes the field or item at a path away, and what would be empty without it. What
// a person has remarked beside it stands in the way.
func (f *File) Remove(path string) error {
	p, ok := f.find(path)
	if !ok || len(p.index) == 0 {
		return absent(path)
	}
	return f.remove(p)
}

func (f *File) remove(p at) error {
	m, i := p.parent()
	size := 1 // nodes
	if m.Kind == source.Map {
		size, i = 2, i-1
	}
	if len(m.Content) == size {
		if up := p.up(); len(up.index) > 0 && m.Style&source.Flow == 0 {
			return f.remove(up)
		} else if len(up.index) == 0 {
			return refused("filen skulle bli tom", "the file would be empty")
		}
	}
	first := p.up().down(i)
	from, _, ok1 := f.span(first)
	_, to, ok2 := f.span(p)
	if !ok1 || !ok2 {
		return refused("platsen i filen går inte att avgränsa", "the place in the file cannot be made out")
	}
	var s splice
	if m.Style&source.Flow != 0 {
		s = f.outOfFlow(p.up(), i, size, from, to)
	} else {
		s = f.outOfBlock(p.up(), i, size, from, to)
	}
	values := []at{p}
	if size > 1 {
		values = []at{first, p}
	}
	if s.from >= 0 && f.noted(s.from, s.to, values...) {
		return refused("det finns en anmärkning bredvid som skulle försvinna", "there is a remark beside it that would be lost")
	}
	return f.take(changed(f.root, first.index, size), s)
}

// outOfFlow takes an item out of brackets, with the comma that parts it from another.
func (f *File) outOfFlow(m at, i, size, from, to int) splice {
	switch {
	case i > 0:
		_, before, _ := f.span(m.down(i - 1))
		return splice{before, to, ""}
	case len(m.node.Content) > size:
		next, _, _ := f.span(m.down(i + size))
		return splice{from, next, ""}
	}
	return splice{from, to, ""}
}

// outOfBlock takes the lines of a field or item away. The first of what begins behind a
// dash gives its place to the next.
func (f *File) outOfBlock(m at, i, size, from, to int) splice {
	if m.node.Kind == source.List {
		from = strings.LastIndexByte(f.text[:from], '-')
		if from < 0 {
			return splice{from: -1}
		}
	}
	begin, end := f.lineBegin(from), f.lineEnd(to)
	if strings.Trim(f.text[begin:from], " ") != "" {
		if len(m.node.Content) <= i+size {
			return splice{from: -1}
		}
		next, _, _ := f.span(m.down(i + size))
		if m.node.Kind == source.List {
			next = strings.LastIndexByte(f.text[:next], '-')
		}
		return splice{from, next, ""}
	}
	if end < len(f.text) {
		return splice{begin, end + len(f.lineBreakAt(end)), ""}
	}
	if begin == 0 {
		return splice{begin, end, ""}
	}
	begin-- // the file ends without a line break, and goes on doing so
	if begin > 0 && f.text[begin-1] == '\r' {
		begin--
	}
	return splice{begin, end, ""}
}

// lineBreakAt is the line break at an offset.
func (f *File) lineBreakAt(at int) string {
	if strings.HasPrefix(f.text[at:], "\r\n") {
		return "\r\n"
	}
	return "\n"
}
