package slip

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// tabs explains a line that is indented with tabs, and mends all such lines,
// since an editor that writes one writes many.
func (s *syntax) tabs(n int) Mistake {
	if !strings.Contains(leading(s.lines[n-1]), "\t") {
		return Mistake{}
	}
	m := Mistake{
		Line: n, Column: 1, Length: len(leading(s.lines[n-1])), Rule: "tab-indent",
		Message: diag.Say("raden är indragen med tabb; YAML tillåter bara blanksteg", "the line is indented with a tab; YAML allows only spaces"),
		Hint:    diag.Say("byt varje tabb mot två blanksteg", "replace each tab with two spaces"),
	}
	// Where spaces indent as well, the tabs may be of any width.
	m.sure = !slices.ContainsFunc(s.lines, func(l string) bool { return strings.Contains(leading(l), " ") && strings.TrimSpace(l) != "" })
	for _, width := range []int{2, 4, 1, 8, 0} {
		var edits []edit
		for i, l := range s.lines {
			if space := leading(l); strings.Contains(space, "\t") && strings.TrimSpace(l) != "" {
				rest := strings.TrimRight(l[len(space):], "\r\n")
				edits = append(edits, edit{i + 1, strings.ReplaceAll(space, "\t", strings.Repeat(" ", width)) + rest, true})
			}
		}
		if more := len(edits) - 1; more > 0 {
			m.Message = diag.Say("raden och %d till är indragna med tabb; YAML tillåter bara blanksteg",
				"this line and %d more are indented with tabs; YAML allows only spaces", more)
		}
		if s.mends(Mistake{edits: edits}, n, n) {
			m.edits = edits
			break
		}
	}
	return m
}

// leading returns the white space that a line begins with.
func leading(s string) string { return s[:len(s)-len(strings.TrimLeft(s, " \t"))] }

// oddSpace explains an indentation with a no-break space or another relative of
// the space, as text copied from a web page or a word processor has it.
func (e explanation) oddSpace() Mistake {
	space := e.text[:len(e.text)-len(strings.TrimLeftFunc(e.text, unicode.IsSpace))]
	odd := strings.IndexFunc(space, func(r rune) bool { return r > unicode.MaxASCII })
	if odd < 0 {
		return Mistake{}
	}
	r, _ := utf8.DecodeRuneInString(space[odd:])
	m := e.at(0, len(space), "space-in-key",
		diag.Say("raden är indragen med tecknet %U, som ser ut som ett blanksteg men är ett annat",
			"the line is indented with the character %U, which looks like a space but is another", r),
		diag.Say("skriv indraget på nytt med blanksteg", "type the indentation anew with spaces"),
		strings.Repeat(" ", utf8.RuneCountInString(space))+e.text[len(space):])
	m.sure = true
	return m
}

// indentations yields the indentations of the lines above as remedies, the
// nearest to that of line n first. The lines that follow in the same group move
// with it where that reads further.
func (s *syntax) indentations(n int) iter.Seq[Mistake] {
	return func(yield func(Mistake) bool) {
		e := s.explain(n)
		now := indent(e.text)
		var widths []int
		for i := n - 1; i > 0 && len(widths) < 20; i-- {
			above := takeApart(s.lines[i-1])
			for _, w := range []int{indent(above.text), above.start} {
				if !above.blank() && w != now && !slices.Contains(widths, w) {
					widths = append(widths, w)
				}
			}
		}
		slices.SortStableFunc(widths, func(a, b int) int { return abs(a-now) - abs(b-now) })
		for _, width := range widths {
			m := e.at(now, e.end, "bad-indentation", s.misfit(n), indentBy(width), strings.Repeat(" ", width)+e.text[now:])
			m.Column, m.Length = 1, now
			m.edits[0].moved = true
			if !yield(s.farthest(m, s.group(n, width), n)) {
				return
			}
		}
	}
}

// misfit says why the indentation of a line is wrong.
func (s *syntax) misfit(n int) diag.Text {
	this := s.explain(n)
	for i := n - 1; i > 0; i-- {
		if above := takeApart(s.lines[i-1]); !above.blank() {
			if indent(this.text) > above.start && above.colon >= 0 && above.said() != "" {
				return diag.Say("raden är indragen under fältet %s, som redan har ett värde", "the line is indented below the field %s, which has a value already", diag.Quote(above.key()))
			}
			break
		}
	}
	return diag.Say("radens indrag, %[1]s, stämmer inte med raderna ovanför", "the indentation of the line, %[1]s, does not fit the lines above", spaces(indent(this.text)))
}

func indentBy(width int) diag.Text {
	if width == 0 {
		return diag.Say("ta bort indraget", "remove the indentation")
	}
	return diag.Say("dra in raden med %[1]s, som raderna den hör ihop med", "indent the line by %[1]s, like the lines it belongs with", spaces(width))
}

func spaces(n int) diag.Text {
	if n == 1 {
		return diag.Say("1 blanksteg", "1 space")
	}
	return diag.Say("%d blanksteg", "%d spaces", n)
}

// group moves line n and the lines after it that are indented no less.
func (s *syntax) group(n, width int) []edit {
	now := indent(s.lines[n-1])
	var edits []edit
	for i := n; i <= len(s.lines) && len(edits) < 1000; i++ {
		l := takeApart(s.lines[i-1])
		if l.blank() {
			continue
		}
		if indent(l.text) < now {
			break
		}
		edits = append(edits, edit{i, strings.Repeat(" ", indent(l.text)+width-now) + l.text[indent(l.text):], true})
	}
	return edits
}

// farthest returns the mistake with those edits after which more can be read.
func (s *syntax) farthest(m Mistake, others []edit, n int) Mistake {
	if !s.begins(s.edited(m.edits)[:n]) {
		return m
	}
	alone := s.read(s.edited(m.edits))
	if together := s.read(s.edited(others)); alone != 0 && (together == 0 || together > alone) {
		m.edits = others
	}
	return m
}

func abs(n int) int { return max(n, -n) }
