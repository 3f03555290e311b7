package edit

import (
	"cmp"
	"strings"

	"tillit/tools/internal/facts/source"
)

// written are the ways in which a value may stand at a place, the best first: as the
// value there is written, then as its neighbours are.
func (f *File) written(p at, value *source.Node) []string {
	flow := f.inBrackets(p)
	if value.Kind != source.Scalar {
		return []string{inFlow(value)}
	}
	styles := []source.Style{0, f.quotes(p), source.DoubleQuoted, source.SingleQuoted}
	if p.node.Kind == source.Scalar && p.node.Style&^(source.Literal|source.Folded) == p.node.Style {
		styles = append([]source.Style{p.node.Style & (source.DoubleQuoted | source.SingleQuoted)}, styles...)
	}
	if value.Type != source.Text {
		styles = []source.Style{0}
	}
	var texts []string
	if block := p.node.Style & (source.Literal | source.Folded); p.node.Kind == source.Scalar && block != 0 && !flow {
		texts = append(texts, f.below(p, value, block))
	}
	for _, style := range styles {
		n := &source.Node{Kind: source.Scalar, Type: value.Type, Value: value.Value, Style: style}
		if style == 0 && quoted(value) {
			continue
		}
		if flow {
			text := inFlow(&source.Node{Kind: source.List, Content: []*source.Node{n}})
			if text = text[1 : len(text)-1]; style == 0 && text != n.Value {
				continue
			}
			texts = append(texts, text)
		} else {
			texts = append(texts, strings.TrimSuffix(string(source.Encode(n)), "\n"))
		}
	}
	return texts
}

// quoted tells whether a single value needs quotes.
func quoted(n *source.Node) bool {
	plain := &source.Node{Kind: source.Scalar, Type: n.Type, Value: n.Value}
	return n.Kind == source.Scalar && string(source.Encode(plain)) != n.Value+"\n"
}

// below is a text in lines of its own, with a sign before them.
func (f *File) below(p at, value *source.Node, style source.Style) string {
	n := &source.Node{Kind: source.Scalar, Type: source.Text, Value: value.Value, Style: style}
	key := &source.Node{Kind: source.Scalar, Value: "k"}
	text := f.lines(&source.Node{Kind: source.Map, Content: []*source.Node{key, n}}, max(f.indent(p), 0))
	_, text, _ = strings.Cut(text, ": ")
	return text
}

// inBrackets tells whether a place stands within { } or [ ].
func (f *File) inBrackets(p at) bool {
	for _, n := range p.around {
		if n.Style&source.Flow != 0 {
			return true
		}
	}
	return false
}

// quotes are those that most texts around a place have, or else those of the file.
func (f *File) quotes(p at) source.Style {
	var double, single int
	count := func(n *source.Node) {
		if n.Kind == source.Scalar && n.Style&source.DoubleQuoted != 0 {
			double++
		} else if n.Kind == source.Scalar && n.Style&source.SingleQuoted != 0 {
			single++
		}
	}
	if m, _ := p.parent(); m != nil {
		for _, n := range m.Content {
			count(n)
		}
	}
	if double == single {
		var walk func(n *source.Node)
		walk = func(n *source.Node) {
			count(n)
			for _, c := range n.Content {
				walk(c)
			}
		}
		walk(f.root)
	}
	if cmp.Compare(single, double) > 0 {
		return source.SingleQuoted
	}
	return source.DoubleQuoted
}

// inFlow is a value as it stands within brackets.
func inFlow(n *source.Node) string {
	made := *n
	if made.Kind != source.Scalar {
		made.Style |= source.Flow
	}
	return strings.TrimSuffix(string(source.Encode(&made)), "\n")
}

// lines are the fields or items of a value, indented so far, without the last line break.
func (f *File) lines(n *source.Node, indent int) string {
	text := strings.TrimSuffix(string(source.Encode(n)), "\n")
	space := strings.Repeat(" ", indent)
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteString(f.lineBreak())
		}
		if line != "" {
			b.WriteString(space + line)
		}
	}
	return b.String()
}
