package export

import (
	"tillit/tools/internal/record"
)

// All returns every download of a site in each of its languages, each at an
// address that stays the same and under the name of its edition. A list without
// rows is not written.
func All(set *record.Set, e Edition) []File {
	if e.Digest == "" {
		e.Facts = factsOf(set)
	}
	var jobs []func() []File
	for _, roll := range Lists() {
		for i, lang := range set.Organisation.Languages {
			jobs = append(jobs, roll.files(set, lang, e, i == 0)...)
		}
	}
	for _, lang := range set.Organisation.Languages {
		jobs = append(jobs, func() []File { return annexFiles(set, lang, e) }, func() []File { return tiltFiles(set, lang, e) })
	}
	files := run(jobs, e)
	return append(files, index(set, e, files)...)
}
