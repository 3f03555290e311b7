// Package slip knows how people break a file of YAML: a colon in a text, a quote
// that is not closed, a line indented too far. It says what each mistake is, where,
// and what to write instead, and mends the text as it says.
//
// A person who has no word for an alias or a flow mapping is told of the line in
// hand and of nothing else. The reader of YAML is handed in: only it can tell
// whether a text is YAML.
package slip

import (
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// The work that one broken file may cause, so that a hostile one costs no more
// than about a second.
const (
	maxRepairs = 30
	maxReread  = 8 << 20 // bytes read again to place and mend mistakes
)

// Mistake is a syntax error, told in our words.
type Mistake struct {
	Line, Column, Length int // of the file: 1-based, in code points; perhaps past its end
	Rule                 string
	Message, Hint        diag.Text

	// Sure are the lines as they are to be, by their numbers, where nothing else can be
	// meant and nothing of them has been guessed before.
	Sure map[int]string

	sure    bool   // nothing else can be meant than the edits say
	edits   []edit // mend the text; none when nobody can tell how
	through int    // the line that ends what is mended, when it is further down
}

// Mended is what Mend makes of a text.
type Mended struct {
	Text     string       // the text as it can be read; empty when it cannot be mended
	Mistakes []Mistake    // as they were found
	Moved    map[int]int  // columns by which a line stood further right than it now does
	Guessed  map[int]bool // lines whose text is a guess
}

// Mend finds each syntax error of a text and mends it as it proposes, so that the
// errors after it and those of the fields are found in the same run. A proposal is
// only made when YAML can then be read past the place. Readable tells whether
// there is YAML; on the lines that are guessed already, no mistake is reported.
//
// The library's own message is not used: its line is often not where the
// mistake is, and it has no column. The mistake is instead where the text stops
// being the beginning of something readable: the last line such that all
// before it reads, and nothing that goes on from it does.
func Mend(text string, guessed map[int]bool, readable func(io.Reader) bool) Mended {
	s := &syntax{lines: slices.Collect(strings.Lines(text)), budget: maxReread, readable: readable}
	done := Mended{Moved: map[int]int{}, Guessed: map[int]bool{}}
	maps.Copy(done.Guessed, guessed)
	for range maxRepairs {
		upTo := s.read(s.lines)
		if upTo == 0 {
			done.Text = strings.Join(s.lines, "")
			break
		}
		n := s.culprit(upTo)
		if done.Guessed[n] {
			break // it is reported, and what was proposed leads no further
		}
		m := s.mistake(n, upTo)
		m.Sure = s.certain(m, done)
		done.Mistakes = append(done.Mistakes, m)
		if m.edits == nil {
			break
		}
		for _, e := range m.edits {
			if e.moved {
				done.Moved[e.line] += indent(s.lines[e.line-1]) - indent(e.text)
			} else {
				done.Guessed[e.line] = true
			}
		}
		s.lines = s.edited(m.edits)
	}
	return done
}

// certain are the lines that a mistake leaves no doubt about. A remark is lost when a
// value is put in quotes, so a line with one is for a person.
func (s *syntax) certain(m Mistake, done Mended) map[int]string {
	if !m.sure {
		return nil
	}
	lines := map[int]string{}
	for _, e := range m.edits {
		was := strings.TrimRight(s.lines[e.line-1], "\r\n")
		if done.Guessed[e.line] || done.Moved[e.line] != 0 || !e.moved && strings.Contains(was, "#") || strings.ContainsRune(e.text, utf8.RuneError) {
			return nil
		}
		lines[e.line] = e.text
	}
	return lines
}

// syntax is a text with syntax errors while they are mended.
type syntax struct {
	lines    []string // with their line breaks
	budget   int      // bytes that may still be read again
	readable func(io.Reader) bool
}

// edit is the new text of a line, without its line break. Where only the
// indentation changes and the rest means what it says, the line has moved.
type edit struct {
	line  int
	text  string
	moved bool
}

// read returns 0 when lines are YAML, or the number of the line that the library
// had come to when it gave up.
func (s *syntax) read(lines []string) (upTo int) {
	l := &lineReader{lines: lines}
	ok := s.readable(l)
	s.budget -= l.bytes
	if !ok {
		return max(1, l.given)
	}
	return 0
}

// begins tells whether lines can be read on their own. Once the budget is spent
// it says so of all, which places a mistake near where the library gave up.
func (s *syntax) begins(lines []string) bool {
	return s.budget <= 0 || s.read(lines) == 0
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
func (s *syntax) mistake(n, upTo int) Mistake {
	var certain, above []Mistake
	for m := range s.explanations(n) {
		switch {
		case m.edits == nil:
			certain = append(certain, m)
		case s.mends(m, n, upTo):
			return m
		case m.Line < n:
			above = append(above, m)
		}
	}
	// Two mistakes on lines that follow each other may need both remedies.
	for _, m := range above {
		both := &syntax{lines: s.edited(m.edits), budget: s.budget, readable: s.readable}
		for other := range both.explanations(n) {
			if other.Line == n && other.edits != nil && both.mends(other, n, upTo) {
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
func (s *syntax) mends(m Mistake, n, upTo int) bool {
	lines := s.edited(m.edits)
	if !s.begins(lines[:max(n, m.Line, m.through)]) {
		return false
	}
	if m.Rule != "unclosed-bracket" {
		return true
	}
	now := s.read(lines)
	return now == 0 || now >= upTo
}

func (s *syntax) edited(edits []edit) []string {
	lines := slices.Clone(s.lines)
	for _, e := range edits {
		lines[e.line-1] = e.text + "\n"
	}
	return lines
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
