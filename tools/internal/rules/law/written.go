package law

import (
	"regexp"
	"strings"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/skeleton"
)

// written is what closes a gap, as its file would have it.
func (f *facts) written(g gap) string {
	if g.write == "" {
		return ""
	}
	at := formOf(g)
	key := strings.Join(append(at.Groups, at.Kind.Name, g.write), "\n")
	if _, done := f.lines[key]; !done {
		f.lines[key] = skeleton.Write(g.write, at, f.org.Languages)
	}
	return f.lines[key]
}

func formOf(g gap) skeleton.Form {
	at := skeleton.Form{Groups: strings.Split(indexes.ReplaceAllString(g.path, ""), ".")}
	if folder, _, ok := strings.Cut(strings.TrimPrefix(g.file, "data/"), "/"); ok {
		at.Kind, _ = record.KindOf(folder)
	} else {
		at.Kind, _ = record.KindFor(g.record)
	}
	return at
}

var indexes = regexp.MustCompile(`\[[^]]*\]`) // purposes[0].text[sv]
