package edit

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/source"
)

// Apply makes edits of a file, and returns what it then is and which edits are made.
// Either each edit that can be made in one go is, or none and the error is a Refused.
// What meets another edit in the same place waits for the next time, when the file has
// been judged anew, and so does all that is about values while characters change.
func Apply(name string, data []byte, edits []diag.Edit) (now []byte, made []bool, err error) {
	made = make([]bool, len(edits))
	if slices.ContainsFunc(edits, func(e diag.Edit) bool { return e.Deed == diag.Splice }) {
		now, err = spliced(name, data, edits, made)
		return now, made, err
	}
	f, err := Open(name, data)
	if err != nil {
		return data, made, err
	}
	if err := f.values(edits, made); err != nil {
		return data, make([]bool, len(edits)), err
	}
	return f.Bytes(), made, nil
}

// spliced puts characters in the place of others.
func spliced(name string, data []byte, edits []diag.Edit, made []bool) ([]byte, error) {
	text, marked := bytes.CutPrefix(data, []byte(bom))
	f := &File{name: name, text: string(text)}
	f.index()
	var all []splice
	for i, e := range edits {
		switch {
		case e.Deed != diag.Splice:
			continue
		case e.Was == bom && e.Pos.Line == 1 && marked:
			made[i], marked = true, false
			continue
		}
		from := f.offset(&source.Node{Line: int32(e.Pos.Line), Column: int32(e.Pos.Column)})
		s := splice{from, from + len(e.Was), e.Now}
		if e.Pos.Line < 1 || !strings.HasPrefix(f.text[from:], e.Was) {
			return data, strange()
		}
		if !slices.Contains(all, s) {
			if slices.ContainsFunc(all, func(o splice) bool { return s.from < o.to && o.from < s.to || s.from == o.from }) {
				continue
			}
			all = append(all, s)
		}
		made[i] = true
	}
	slices.SortFunc(all, func(a, b splice) int { return cmp.Compare(b.from, a.from) })
	for _, s := range all {
		f.text = f.with(s)
	}
	if path.Ext(name) == ".yaml" && mistakes(name, f.text) > mistakes(name, string(text)) {
		clear(made)
		return data, refused("filen skulle då få andra fel", "the file would have other mistakes then")
	}
	if marked {
		f.mark = bom
	}
	return f.Bytes(), nil
}

// strange says that a file holds something else than when it was judged.
func strange() error {
	return refused("filen har ändrats medan den kontrollerades", "the file has changed while it was checked")
}

// mistakes is how many mistakes a text has as YAML.
func mistakes(name, text string) int {
	_, found := source.Parse(name, []byte(text))
	return len(found)
}

// values makes the edits that are about values of YAML: first what changes, then what
// goes, from the end to the beginning, so that each place is found.
func (f *File) values(edits []diag.Edit, made []bool) error {
	type target struct {
		index []int
		edit  int
	}
	var stay, go_ []target
	for i, e := range edits {
		p, ok := f.standing(e.Pos.Line, e.Pos.Column, func(p at, key bool) bool { return suits(p, key, e) })
		if !ok {
			return strange()
		}
		t := target{p.index, i}
		list := &stay
		if e.Deed == diag.Remove {
			list = &go_
		}
		if j := slices.IndexFunc(*list, func(o target) bool { return slices.Equal(o.index, p.index) }); j >= 0 {
			made[i] = edits[(*list)[j].edit] == e
			continue
		}
		made[i] = true
		*list = append(*list, t)
	}
	slices.SortFunc(go_, func(a, b target) int { return slices.Compare(b.index, a.index) })
	for _, t := range append(stay, go_...) {
		p, ok := f.follow(t.index)
		if !ok {
			return strange()
		}
		e := edits[t.edit]
		var err error
		switch e.Deed {
		case diag.Word:
			err = f.set(p, word(e.Now))
		case diag.Phrase:
			err = f.set(p, &source.Node{Kind: source.Scalar, Value: e.Now})
		case diag.Rename:
			err = f.rename(p, e.Now)
		case diag.Remove:
			err = f.remove(p)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// suits tells whether what stands somewhere is what an edit is about.
func suits(p at, key bool, e diag.Edit) bool {
	m, i := p.parent()
	switch e.Deed {
	case diag.Remove:
		if e.Was != "" {
			return key && p.node.Value == e.Was
		}
		return !key && m != nil && m.Kind == source.List
	case diag.Rename:
		return key && p.node.Value == e.Was
	}
	return !key && i >= 0 && p.node.Kind == source.Scalar && source.Tidy(p.node.Value) == source.Tidy(e.Was)
}

// word is a value that is no text of a person's own: YAML reads it as it stands.
func word(text string) *source.Node {
	n := source.Fragment(text)
	if n == nil || n.Kind != source.Scalar || n.Value != text || !utf8.ValidString(text) {
		return &source.Node{Kind: source.Scalar, Value: text}
	}
	return &source.Node{Kind: source.Scalar, Type: n.Type, Value: text}
}
