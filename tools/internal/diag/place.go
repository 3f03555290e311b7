package diag

import (
	"bytes"
)

// LineOf counts lines and columns as positions do: from 1, in code points.
func LineOf(data []byte, offset int) (line, column int) {
	before := data[:offset]
	line = bytes.Count(before, []byte("\n")) + 1
	begin := bytes.LastIndexByte(before, '\n') + 1
	return line, len([]rune(string(before[begin:]))) + 1
}
