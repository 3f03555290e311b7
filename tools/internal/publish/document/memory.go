package document

import (
	"reflect"
	"slices"

	"tillit/tools/internal/publish/list"
)

// Memory is the lists of a site, for when they are asked for again after a few facts
// have changed. It is used by one goroutine at a time; a nil one remembers nothing.
type Memory struct{ lists map[string]written }

// written is a list and the files that were made of it.
type written struct {
	table list.Table
	first bool          // the schema is among the files
	files [][]list.File // by job
}

// jobs are those that write a filled list, or one that hands on what they wrote before.
// Its columns decide nothing: they are those of the program.
func (m *Memory) jobs(r list.Roll, t list.Table, first bool) []func() []list.File {
	jobs := r.Files(t, first)
	if m == nil {
		return jobs
	}
	key := t.Name + "." + t.Language
	known, ok := m.lists[key]
	if bare := t; ok {
		bare.Columns = nil
		if known.first == first && len(known.files) == len(jobs) && reflect.DeepEqual(known.table, bare) {
			return []func() []list.File{func() []list.File { return slices.Concat(known.files...) }}
		}
	}
	t.Columns = nil
	now := written{t, first, make([][]list.File, len(jobs))}
	m.lists[key] = now
	for i, job := range jobs {
		jobs[i] = func() []list.File {
			now.files[i] = list.Settled(job())
			return slices.Clone(now.files[i])
		}
	}
	return jobs
}
