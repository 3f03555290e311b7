// Package document writes whole documents from the facts: the annexes to the data
// processing agreement, the record of processing and TILT; and, with the lists, every
// download of a site.
package document

import (
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/publish/list"
)

// All returns every download of a site in each of its languages, each at an
// address that stays the same and under the name of its edition. A list without
// rows is not written.
func All(set *record.Set, e list.Edition) []list.File {
	if e.Digest == "" {
		e.Facts = list.FactsOf(set)
	}
	var jobs []func() []list.File
	for _, roll := range list.Lists() {
		for i, lang := range set.Organisation.Languages {
			jobs = append(jobs, roll.Files(set, lang, e, i == 0)...)
		}
	}
	for _, lang := range set.Organisation.Languages {
		jobs = append(jobs, func() []list.File { return annexFiles(set, lang, e) }, func() []list.File { return tiltFiles(set, lang, e) })
	}
	files := list.Run(jobs, e)
	return append(files, list.Index(set, e, files)...)
}
