package diag

import "slices"

// Fold makes one finding of those that a rule makes in more than one file for the same
// cause, at the first of their places; the others are named with it. Whoever accepts
// findings by their files does so before.
func (l List) Fold() List {
	type common struct{ rule, cause string }
	alike := map[common]List{}
	for _, d := range l.sorted() {
		if d.Cause != "" {
			key := common{d.Rule, d.Cause}
			alike[key] = append(alike[key], d)
		}
	}
	folded := slices.DeleteFunc(slices.Clone(l), func(d Diagnostic) bool {
		return d.Cause != "" && files(alike[common{d.Rule, d.Cause}]) > 1
	})
	for _, same := range alike {
		if n := files(same); n > 1 {
			folded = append(folded, same.one(n))
		}
	}
	return folded.sorted()
}

// files counts those in which the findings stand.
func files(l List) int {
	names := map[string]bool{}
	for _, d := range l {
		names[d.Pos.File] = true
	}
	return len(names)
}

// one is the first finding of a list, which names the places of the others.
func (l List) one(files int) Diagnostic {
	d := l[0]
	d.Severity = slices.MinFunc(l, func(a, b Diagnostic) int { return int(a.Severity) - int(b.Severity) }).Severity
	d.Related, d.Edits = slices.Clone(d.Related), slices.Clone(d.Edits)
	for _, other := range l[1:] {
		d.Edits = append(d.Edits, other.Edits...)
		d.Related = append(append(d.Related, Related{Pos: other.Pos, Message: Say("också här", "here too")}), other.Related...)
	}
	more := Say("%d ställen till", "%d more places", len(l)-1)
	if len(l) == 2 {
		more = Say("ett ställe till", "one more place")
	}
	d.Message = Say("%s; detsamma gäller %s, i %d filer i allt", "%s; the same holds for %s, in %d files altogether", d.Message, more, files)
	return d
}
