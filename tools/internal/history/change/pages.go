package change

import (
	"slices"

	"tillit/tools/internal/facts/page"
)

// Pages are the pages on which the entry is read, in content/. Those of an
// activity depend on the role in which data is processed, and those of a recipient
// on whether it is a sub-processor.
func (e Entry) Pages(role string) []string {
	if e.Kind == PageEntry {
		return []string{e.Record}
	}
	pages := pagesOf(e.Kind, e.Lines)
	hidden := map[string][]string{
		"controller": {page.Processor},
		"joint":      {page.Processor},
		"processor":  {page.Policy},
	}[role]
	if e.Kind == "recipient" && e.Subprocessor() {
		hidden = []string{page.Recipients, page.Policy}
	} else if e.Kind == "recipient" {
		hidden = []string{page.Subprocessors, page.Processor}
	}
	return slices.DeleteFunc(pages, func(p string) bool { return slices.Contains(hidden, p) })
}

// pagesOf are the pages that show what changed of a record, sorted. A recipient that
// is new is named where an activity names it, which is a change of the activity.
func pagesOf(kind string, fields []FieldChange) []string {
	seen := []string{}
	for _, f := range fields {
		if kind == "recipient" && f.Path[0] == "legal_name" && f.Verb == Added {
			continue
		}
		seen = append(seen, page.Showing(kind, f.Path)...)
	}
	if len(fields) == 0 { // of a record that was removed, or renamed and nothing else
		seen = page.ShowingAny(kind)
	}
	slices.Sort(seen)
	return slices.Compact(seen)
}
