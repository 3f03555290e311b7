package wording

import (
	"reflect"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Memory is what was found in the texts of a site, for when it is asked again after a
// few of them have changed. It is used by one goroutine at a time.
type Memory struct {
	Keep bool // what is found the next time; else a memory stays empty

	ground  ground
	records map[*record.Filed]outcome
	pages   map[string]page // by the file's name
}

// page is what was found in a page.
type page struct {
	file    prose.File
	outcome outcome
}

func (p page) same(f prose.File) bool { return p.file.Same(f) }

// Lint returns what the function Lint does. Texts that are the same records and pages as
// when they were last looked at are not looked at again, as long as nothing has changed
// that decides what is wrong with all.
func (m *Memory) Lint(set *record.Set, pages []prose.File, asOf value.Date) diag.List {
	if set == nil {
		set = &record.Set{}
	}
	r, records := newReading(set, asOf), set.All()
	same := reflect.DeepEqual(m.ground, r.ground)
	outcomes, list := lint(r, records, pages, func(i int) (outcome, bool) {
		switch {
		case !same:
			return outcome{}, false
		case i < len(records):
			o, ok := m.records[records[i]]
			return o, ok
		}
		f := pages[i-len(records)]
		p, ok := m.pages[f.File]
		return p.outcome, ok && p.same(f)
	})
	if !m.Keep {
		return list
	}
	m.ground, m.records, m.pages = r.ground, map[*record.Filed]outcome{}, map[string]page{}
	for i, o := range outcomes {
		if i < len(records) {
			m.records[records[i]] = o
		} else {
			f := pages[i-len(records)]
			m.pages[f.File] = page{f, o}
		}
	}
	return list
}
