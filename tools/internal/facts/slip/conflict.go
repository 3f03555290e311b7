package slip

import (
	"strings"

	"tillit/tools/internal/diag"
)

// Conflict is a place where two states of a file met and nobody chose between them: its
// first mark.
type Conflict struct {
	Line, Column, Length int // 1-based, in code points
	Mark                 string
}

// Message says what stands there.
func (c Conflict) Message() diag.Text {
	return diag.Say("här står %s, märket efter en sammanslagning som inte blev klar (merge conflict)",
		"here stands %s, the mark of a merge conflict that nobody has resolved", c.Mark)
}

// Hint says what to do about it.
func (c Conflict) Hint() diag.Text {
	return diag.Say("välj vilken av texterna som gäller, och ta bort raderna med <<<<<<<, ======= och >>>>>>>",
		"choose which of the texts holds, and remove the lines with <<<<<<<, ======= and >>>>>>>")
}

// Marked tells whether a text may hold the marks of a conflict. It is quick, and may say
// so of a text that has none.
func Marked(text string) bool {
	return strings.Contains(text, "<<<<<<<") || strings.Contains(text, ">>>>>>>") || strings.Contains(text, "=======")
}

// Settle finds the conflicts that a merge has left in a text, and returns the text as it
// was before on this side: its marks and the other side are empty lines, so that all else
// keeps its place. An equals sign repeated underlines a heading of Markdown; in
// Markdown it is a mark only where it stands between others, or underlines nothing.
func Settle(text string, markdown bool) (string, []Conflict) {
	if !Marked(text) {
		return text, nil
	}
	lines := strings.SplitAfter(text, "\n")
	var found []Conflict
	for i := 0; i < len(lines); i++ {
		switch mark(lines[i]) {
		case '<':
			found = append(found, conflictAt(i, lines[i]))
			i = settle(lines, i)
		case '>':
			found = append(found, conflictAt(i, lines[i]))
			lines[i] = emptied(lines[i])
		case '=':
			underlines := i > 0 && strings.TrimSpace(lines[i-1]) != ""
			if strings.TrimSpace(lines[i]) == "=======" && !(markdown && underlines) {
				found = append(found, conflictAt(i, lines[i]))
				lines[i] = emptied(lines[i])
			}
		}
	}
	if found == nil {
		return text, nil
	}
	return strings.Join(lines, ""), found
}

// settle empties the marks of the conflict that a line begins, and its other side where
// it ends; it returns the last line that it has dealt with.
func settle(lines []string, begin int) int {
	middle, end := -1, -1
	for i := begin + 1; i < len(lines) && end < 0; i++ {
		switch mark(lines[i]) {
		case '>':
			end = i
		case '|', '=', '%', '+':
			if middle < 0 {
				middle = i
			}
		case '<':
			i = len(lines) // another begins: this one has no end
		}
	}
	lines[begin] = emptied(lines[begin])
	switch {
	case end < 0 && middle < 0:
		return begin
	case end < 0:
		lines[middle] = emptied(lines[middle])
		return middle
	case middle < 0:
		lines[end] = emptied(lines[end])
		return end
	}
	for i := middle; i <= end; i++ {
		lines[i] = emptied(lines[i])
	}
	return end
}

// mark is the sign of which a line is a mark of a conflict, or 0: seven or more of it,
// and then nothing or a space and a name.
func mark(line string) byte {
	line = strings.Trim(line, " \t\r\n")
	if line == "" || strings.IndexByte("<>=|%+", line[0]) < 0 {
		return 0
	}
	rest := strings.TrimLeft(line, line[:1])
	const least = 7
	if len(line)-len(rest) < least || rest != "" && rest[0] != ' ' {
		return 0
	}
	if line[0] == '=' && strings.TrimSpace(rest) != "" {
		return 0
	}
	return line[0]
}

func conflictAt(i int, line string) Conflict {
	shown := strings.Trim(line, " \t\r\n")
	c := Conflict{Line: i + 1, Column: len(line) - len(strings.TrimLeft(line, " \t")) + 1, Mark: shown[:7]}
	c.Length = len([]rune(shown))
	return c
}

// emptied is a line of nothing, with its line break.
func emptied(line string) string {
	return line[len(strings.TrimRight(line, "\r\n")):]
}
