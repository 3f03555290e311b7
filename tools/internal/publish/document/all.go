// Package document writes whole documents from the facts: the annexes to the data
// processing agreement, the record of processing and TILT; and, with the lists, every
// download of a site.
package document

import (
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/publish/list"
)

// All returns every download of a site in each of its languages, each at an
// address that stays the same and under the name of its edition. A list without
// rows is not written.
func All(set *record.Set, e list.Edition) []list.File { return (*Memory)(nil).All(set, e) }

// All returns what the function All does, with what is known of the lists.
func (m *Memory) All(set *record.Set, e list.Edition) []list.File {
	if m != nil && m.lists == nil {
		m.lists = map[string]written{}
	}
	lists, languages := list.Lists(), set.Organisation.Languages
	tables, facts := make([]list.Table, len(lists)*len(languages)), e.Facts
	disk.Each(len(tables)+1, func(i int) {
		switch {
		case i < len(tables):
			tables[i] = lists[i/len(languages)].Table(set, languages[i%len(languages)], e)
		case e.Digest == "":
			facts = list.FactsOf(set)
		}
	})
	e.Facts = facts
	var jobs []func() []list.File
	for i, t := range tables {
		jobs = append(jobs, m.jobs(lists[i/len(languages)], t, i%len(languages) == 0)...)
	}
	for _, lang := range languages {
		jobs = append(jobs, func() []list.File { return annexFiles(set, lang, e) }, func() []list.File { return tiltFiles(set, lang, e) })
	}
	files := list.Run(jobs, e)
	return append(files, list.Index(set, e, files)...)
}
