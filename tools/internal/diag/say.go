package diag

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Say fills the same values into a Swedish and an English sentence. A value that
// is itself a Text goes into each sentence in its own language. A sentence
// without values stands as it is.
func Say(sv, en string, args ...any) Text {
	if len(args) == 0 {
		return Text{SV: sv, EN: en}
	}
	svArgs, enArgs := make([]any, len(args)), make([]any, len(args))
	for i, a := range args {
		svArgs[i], enArgs[i] = a, a
		if t, ok := a.(Text); ok {
			svArgs[i], enArgs[i] = t.SV, t.EN
		}
	}
	return Text{SV: fmt.Sprintf(sv, svArgs...), EN: fmt.Sprintf(en, enArgs...)}
}

// Write is the hint that shows what to write.
func Write(value string) Text { return Text{SV: "skriv " + value, EN: "write " + value} }

// MostQuoted is how many code points of a value a sentence shows.
const MostQuoted = 60

// Quote shows a value within quotation marks, shortened, with whatever cannot be
// seen written out, so that no value can disturb the sentence around it.
func Quote(value string) string { return strconv.Quote(Clip(value, MostQuoted)) }

// Clip shortens a text to a number of code points.
func Clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// And lists words as a sentence does, with a word such as "and" before the last.
func And(list []string, last string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " " + last + " " + list[len(list)-1]
}

// Some lists some names as a sentence does, and says how many more there are.
func Some(names []Text) Text {
	const shown = 3
	var sv, en []string
	for i, n := range names {
		if i == shown && len(names) > shown+1 {
			more := Say("%d till", "%d more", len(names)-shown)
			sv, en = append(sv, more.SV), append(en, more.EN)
			break
		}
		sv, en = append(sv, n.SV), append(en, n.EN)
	}
	return Text{SV: And(sv, "och"), EN: And(en, "and")}
}

// Join puts together what is not empty.
func Join(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" }), between)
}

// Capital gives a heading or a sentence its capital letter.
func Capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
