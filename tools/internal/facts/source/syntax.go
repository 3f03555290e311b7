package source

import (
	"io"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
)

// The work that one broken file may cause, so that a hostile one costs no more
// than about a second.
const (
	maxRepairs = 30
	maxReread  = 8 << 20 // bytes read again to place and mend mistakes
)

// repair finds each syntax error of a text, reports it, and mends it as the
// report proposes, so that the errors after it and those of the fields are
// found in the same run. A proposal is only made when YAML can then be read
// past the place. It is not ok when a line cannot be mended.
//
// The library's own message is not used: its line is often not where the
// mistake is, and it has no column. The mistake is instead where the text stops
// being the beginning of something readable: the last line such that all
// before it reads, and nothing that goes on from it does.
func (r *reader) repair(text string) (docs []document, ok bool) {
	s := &syntax{reader: r, lines: slices.Collect(strings.Lines(text)), budget: maxReread}
	for range maxRepairs {
		docs, upTo := s.read(s.lines)
		if upTo == 0 {
			return docs, true
		}
		n := s.culprit(upTo)
		if s.touched[n] {
			break // it is reported, and what was proposed leads no further
		}
		m := s.mistake(n, upTo)
		s.report(m)
		if m.edits == nil {
			break
		}
		s.apply(m)
	}
	return nil, false
}

// syntax is a text with syntax errors while they are mended.
type syntax struct {
	*reader
	lines  []string // with their line breaks
	budget int      // bytes that may still be read again
}

// mistake is a syntax error, told in our words.
type mistake struct {
	line, column, length int // of the file: 1-based, in code points
	rule                 string
	message, hint        diag.Text
	edits                []edit // mend the text; none when nobody can tell how
	through              int    // the line that ends what is mended, when it is further down
}

// edit is the new text of a line, without its line break. Where only the
// indentation changes and the rest means what it says, the line has moved.
type edit struct {
	line  int
	text  string
	moved bool
}

// read reads lines of YAML and returns the documents, or the number of the line
// that the library had come to when it gave up.
func (s *syntax) read(lines []string) (docs []document, upTo int) {
	l := &lineReader{lines: lines}
	docs, ok := readYAML(l, &intake{})
	s.budget -= l.bytes
	if !ok {
		return nil, max(1, l.given)
	}
	return docs, 0
}

// begins tells whether lines can be read on their own. Once the budget is spent
// it says so of all, which places a mistake near where the library gave up.
func (s *syntax) begins(lines []string) bool {
	if s.budget <= 0 {
		return true
	}
	l := &lineReader{lines: lines}
	ok := readable(l)
	s.budget -= l.bytes
	return ok
}

// culprit returns the line that a mistake is on, when the library gave up at
// line upTo: line by line upwards for a while, which is exact, then in longer
// and longer steps. The while is shorter in a large file.
func (s *syntax) culprit(upTo int) int {
	size := 1
	for _, l := range s.lines[:min(upTo, len(s.lines))] {
		size += len(l)
	}
	near := min(100, s.budget/(8*size))
	good, bad := 0, upTo // the first good lines can be read, the first bad cannot
	step := 1
	for n := upTo - 1; n > 0; n -= step {
		if s.begins(s.lines[:n]) {
			good = n
			break
		}
		bad = n
		if upTo-n >= near {
			step *= 2
		}
	}
	for good+1 < bad {
		if n := (good + bad) / 2; s.begins(s.lines[:n]) {
			good = n
		} else {
			bad = n
		}
	}
	return bad
}

// mistake says what is wrong with line n: the first explanation whose remedy
// makes the text readable beyond it, else one that is certain as it stands, else
// that nothing better can be said.
func (s *syntax) mistake(n, upTo int) mistake {
	var certain, above []mistake
	for m := range s.explanations(n) {
		switch {
		case m.edits == nil:
			certain = append(certain, m)
		case s.mends(m, n, upTo):
			return m
		case m.line < n:
			above = append(above, m)
		}
	}
	// Two mistakes on lines that follow each other may need both remedies.
	for _, m := range above {
		both := &syntax{reader: s.reader, lines: s.edited(m.edits), budget: s.budget}
		for other := range both.explanations(n) {
			if other.line == n && other.edits != nil && both.mends(other, n, upTo) {
				return m
			}
		}
		s.budget = both.budget
	}
	return append(certain, s.unexplained(n))[0]
}

// mends tells whether the edits of a mistake make the lines up to n readable,
// so that the next mistake, if any, is further down. A bracket closed too early
// would make mistakes of the items on the lines that follow: closing it must let
// the library come no less far than it had.
func (s *syntax) mends(m mistake, n, upTo int) bool {
	lines := s.edited(m.edits)
	if !s.begins(lines[:max(n, m.line, m.through)]) {
		return false
	}
	if m.rule != "unclosed-bracket" {
		return true
	}
	_, now := s.read(lines)
	return now == 0 || now >= upTo
}

func (s *syntax) edited(edits []edit) []string {
	lines := slices.Clone(s.lines)
	for _, e := range edits {
		lines[e.line-1] = e.text + "\n"
	}
	return lines
}

// apply mends the text and remembers where what it says is a guess.
func (s *syntax) apply(m mistake) {
	for _, e := range m.edits {
		if e.moved {
			if s.file.moved == nil {
				s.file.moved = map[int]int{}
			}
			s.file.moved[e.line] += indent(s.lines[e.line-1]) - indent(e.text)
		} else {
			s.touch(e.line)
		}
	}
	s.lines = s.edited(m.edits)
}

func (s *syntax) report(m mistake) {
	pos := s.file.clamped(diag.Pos{Line: m.line, Column: m.column, Length: m.length})
	s.reader.report(m.rule, pos, m.message, m.hint)
}

// lineReader hands out a line at a time, so that it is known how far into the
// text its reader had to look.
type lineReader struct {
	lines []string
	rest  string // what is left of the line in hand
	given int    // lines begun
	bytes int    // bytes handed out
}

func (l *lineReader) Read(p []byte) (int, error) {
	if l.rest == "" {
		if l.given == len(l.lines) {
			return 0, io.EOF
		}
		l.rest = l.lines[l.given]
		l.given++
	}
	n := copy(p, l.rest)
	l.rest = l.rest[n:]
	l.bytes += n
	return n, nil
}
