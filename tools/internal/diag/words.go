package diag

import (
	"fmt"
	"strings"
)

// String returns the English word, which is also the one that programs read.
func (s Severity) String() string { return s.word().EN }

// word names a severity where a person reads it.
func (s Severity) word() Text {
	switch s {
	case Error:
		return Text{SV: "fel", EN: "error"}
	case Warning:
		return Text{SV: "varning", EN: "warning"}
	default:
		return Text{SV: "upplysning", EN: "info"}
	}
}

// count returns a number of findings of this severity, in words.
func (s Severity) count(n int) Text {
	word := s.word()
	if n != 1 {
		word.EN += "s"
		if s != Error { // "fel" is its own plural
			word.SV += "ar"
		}
	}
	return Text{SV: fmt.Sprintf("%d %s", n, word.SV), EN: fmt.Sprintf("%d %s", n, word.EN)}
}

// The labels of what follows a message.
func hintWord() Text { return Text{SV: "förslag", EN: "hint"} }
func lawWord() Text  { return Text{SV: "lagrum", EN: "law"} }
func noteWord() Text { return Text{SV: "se även", EN: "note"} }

// Summary says in one line how many findings there are, of which severity and
// in how many files: "3 errors, 1 warning in 2 files".
func Summary(l List) Text {
	if len(l) == 0 {
		return Text{SV: "inget att anmärka", EN: "no findings"}
	}
	errors, warnings, infos := l.Count()
	var sv, en []string
	for s, n := range []int{errors, warnings, infos} {
		if n > 0 {
			text := Severity(s).count(n)
			sv, en = append(sv, text.SV), append(en, text.EN)
		}
	}
	sum := Text{SV: strings.Join(sv, ", "), EN: strings.Join(en, ", ")}
	switch n := l.files(); n {
	case 0: // the findings are about no file, such as a missing folder
	case 1:
		sum.SV += " i 1 fil"
		sum.EN += " in 1 file"
	default:
		sum.SV += fmt.Sprintf(" i %d filer", n)
		sum.EN += fmt.Sprintf(" in %d files", n)
	}
	return sum
}

// paragraph returns all that a finding says, for formats that have one text and
// no place for hint and law.
func (d Diagnostic) paragraph(lang string) string {
	b := strings.Builder{}
	b.WriteString(d.Message.In(lang))
	for _, part := range []struct {
		label Text
		text  string
	}{
		{hintWord(), d.Hint.In(lang)},
		{lawWord(), Provision(d.Law).In(lang)},
	} {
		if part.text != "" {
			fmt.Fprintf(&b, "\n%s: %s", part.label.In(lang), part.text)
		}
	}
	return visible(b.String(), "\r\n")
}

// language returns the tag of the language that In chooses.
func language(lang string) string { return Text{SV: "sv", EN: "en"}.In(lang) }
