package list

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"unicode/utf8"
)

// separator stands between the parts of a list in one CSV cell.
const separator = " | "

// CSV writes a table as RFC 4180: UTF-8 without a byte order mark, lines ended
// by CR LF, the first line the stable column names (their labels, in a register). Programs read it; for people
// with a spreadsheet there are other formats.
//
// A cell that a spreadsheet would run as a formula gets an apostrophe in front.
func CSV(t Table) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	line := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		line[i] = c.Name
		if t.Register {
			line[i] = c.Label.In(t.Language)
		}
	}
	w.Write(line)
	for _, row := range t.Rows {
		for i, v := range row {
			line[i] = harmless(cell(v))
		}
		w.Write(line)
	}
	w.Flush() // a buffer takes every write
	return b.Bytes()
}

// cell is a value in words.
func cell(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []string:
		return strings.Join(v, separator)
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	}
	return ""
}

// harmless puts an apostrophe before what spreadsheets would run: a cell that
// begins with = + - @, their full-width forms, a tab or a line break, also after
// white space. It makes line breaks LF, since CR LF ends a record.
func harmless(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	if s == "" {
		return s
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0"))
	if strings.ContainsRune("=+-@\t\n＝＋－＠", first) {
		return "'" + s
	}
	return s
}
