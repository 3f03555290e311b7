package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"
)

// The report is what PrintJSON writes. Every key is always there: what is not
// known is 0, "" or [].
type report struct {
	Version  int       `json:"version"` // goes up when a key changes its meaning or goes away
	Summary  summary   `json:"summary"`
	Findings []finding `json:"findings"`
}

type summary struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
	Files    int `json:"files"`
}

type place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Length int    `json:"length"`
}

type finding struct {
	place
	Severity string    `json:"severity"`
	Rule     string    `json:"rule"`
	Message  Text      `json:"message"`
	Hint     Text      `json:"hint"`
	Law      string    `json:"law"`
	Related  []related `json:"related"`
}

type related struct {
	place
	Message Text `json:"message"`
}

// PrintJSON writes the list for programs, sorted, in both languages and with the
// very values, nothing cut.
func PrintJSON(w io.Writer, l List) error {
	errors, warnings, infos := l.Count()
	r := report{
		Version:  1,
		Summary:  summary{errors, warnings, infos, l.files()},
		Findings: []finding{},
	}
	for _, d := range l.sorted() {
		f := finding{
			place:    place(d.Pos),
			Severity: d.Severity.String(),
			Rule:     d.Rule,
			Message:  d.Message,
			Hint:     d.Hint,
			Law:      d.Law,
			Related:  []related{},
		}
		for _, r := range d.Related {
			f.Related = append(f.Related, related{place(r.Pos), r.Message})
		}
		r.Findings = append(r.Findings, f)
	}
	return encode(w, r)
}

// encode writes JSON that reads well as a file: indented, with < and å as
// themselves, and with nothing invisible.
func encode(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(escaped(b.Bytes()))
	return err
}

// escaped writes what glyphs would spell out as \u escapes in encoded JSON: a
// program reads the same value, and a person who looks at the file sees it.
// Such characters stand only inside of strings there, and line breaks outside.
func escaped(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		switch {
		case r == '\n' || harmless(r):
			out = append(out, text[:size]...)
		case r > 0xFFFF:
			r -= 0x10000
			out = fmt.Appendf(out, `\u%04x\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		text = text[size:]
	}
	return out
}
