// Package skeleton lays out what a hint tells people to write: fields of YAML from the
// short form in which a rule asks for them, with the codes that may stand there and
// sentences to begin from.
package skeleton

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	yamlfile "tillit/tools/internal/facts/source"
	"tillit/tools/internal/facts/value"
)

// Mark stands for what only the company knows.
const Mark = "…"

// Write lays a skeleton out as the file would have it: one field to a line, each text in
// the languages of the site (Swedish and English where there are none) and with a
// sentence to begin from. What goes into one field is put together: the parts are split
// by semicolons.
func Write(skeleton string, at Form, languages []string) string {
	whole := &yamlfile.Node{Kind: yamlfile.Map}
	for part := range strings.SplitSeq(skeleton, "; ") {
		n := yamlfile.Fragment(part)
		if n == nil || n.Kind != yamlfile.Map {
			return skeleton
		}
		whole.Merge(n)
	}
	if len(languages) == 0 {
		languages = []string{"sv", "en"}
	}
	at.fill(whole, "", languages)
	return strings.TrimRight(string(yamlfile.Encode(whole)), "\n")
}

// Modelled tells whether a skeleton has texts, whose words are the company's. The
// names of an authority are the authority's.
func Modelled(skeleton, file string) bool {
	if strings.HasPrefix(file, authorityFolder) {
		return strings.Contains(skeleton, "{sv: "+Mark)
	}
	return strings.Contains(skeleton, "{sv: ")
}

const authorityFolder = "data/authorities/"

// Claiming tells whether a skeleton states a fact, such as that nobody gets the
// data, which only the company knows to be true. What it is to be called, and what
// a directory says of an authority, is none.
func Claiming(skeleton, file string) bool {
	if strings.HasPrefix(file, authorityFolder) {
		return false
	}
	for part := range strings.SplitSeq(skeleton, "; ") {
		if n := yamlfile.Fragment(part); n != nil && claimed(n) {
			return true
		}
	}
	return false
}

// identifying are the fields that say what a record is about, or how the pages
// show it.
var identifying = []string{"right", "domain", "prominent", "audience", "languages"}

func claimed(n *yamlfile.Node) bool {
	switch n.Kind {
	case yamlfile.Scalar:
		return !strings.Contains(n.Value, Mark)
	case yamlfile.List:
		return slices.ContainsFunc(n.Content, claimed)
	case yamlfile.Map:
		if len(n.Content) > 0 && n.Content[0].Value == "sv" {
			return false
		}
		for key, value := range n.Fields() {
			if !slices.Contains(identifying, key.Value) && claimed(value) {
				return true
			}
		}
	}
	return false
}

// unshown are the lists whose codes do not stand beside a field: of the grounds of a
// transfer there are too many for a line, and the others never have.
var unshown = []string{"mechanism", "audience", "cookie-kind", "cookie-category"}

// offer shows beside an open field the codes that may stand there.
func offer(list string, node *yamlfile.Node) {
	open := node.Value == Mark || node.Kind == yamlfile.List && len(node.Content) == 1 && node.Content[0].Value == Mark
	if !open || slices.Contains(unshown, list) {
		return
	}
	var codes []string
	for _, c := range value.Choices(list) {
		codes = append(codes, c.Code)
	}
	node.SetComment(strings.Join(codes, " | "))
}

// Form is the kind of record that a skeleton is for, and the groups that it stands in.
type Form struct {
	Kind   record.Kind
	Groups []string
}

// choices is the list that a field of the skeleton is chosen from.
func (at Form) choices(path string) string {
	for n := len(at.Groups); n >= 0; n-- {
		if field, ok := record.FieldAt(at.Kind, slices.Concat(at.Groups[:n], strings.Split(path, "."))...); ok {
			return field.Choice
		}
	}
	return ""
}

// fill spreads a value over lines and writes its texts.
func (at Form) fill(n *yamlfile.Node, path string, languages []string) {
	if n.Kind == yamlfile.Map && len(n.Content) > 0 && n.Content[0].Value == "sv" {
		translate(n, path, languages)
		return
	}
	switch n.Kind {
	case yamlfile.Map:
		n.Style = 0
		for key, value := range n.Fields() {
			there := key.Value
			if path != "" {
				there = path + "." + there
			}
			at.fill(value, there, languages)
			offer(at.choices(there), value)
		}
	case yamlfile.List:
		if slices.ContainsFunc(n.Content, func(c *yamlfile.Node) bool { return c.Kind != yamlfile.Scalar }) {
			n.Style = 0
		}
		for _, c := range n.Content {
			at.fill(c, path, languages)
		}
	}
}

// translate gives a text the languages of the site, and no other.
func translate(n *yamlfile.Node, path string, languages []string) {
	n.Style = 0
	given := map[string]string{}
	for key, value := range n.Fields() {
		given[key.Value] = value.Value
	}
	model := modelOf(path)
	n.Content = nil
	for _, lang := range languages {
		text := given[lang]
		if text == "" || text == Mark {
			text = map[string]string{"sv": model.SV, "en": model.EN}[lang]
		}
		if text == "" {
			text = Mark
		}
		n.Content = append(n.Content, &yamlfile.Node{Kind: yamlfile.Scalar, Value: lang}, &yamlfile.Node{Kind: yamlfile.Scalar, Value: text})
	}
}

// modelOf is the sentence to begin from in a field: that of its whole path, or
// else of its name.
func modelOf(path string) diag.Text {
	if t, ok := Beginnings[path]; ok {
		return t
	}
	return Beginnings[path[strings.LastIndexByte(path, '.')+1:]]
}
