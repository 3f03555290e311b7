package feed

import (
	"reflect"
	"slices"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/list"
)

// Memory is the feeds of a site, for when they are asked for again. It is used by one
// goroutine at a time; a nil one remembers nothing.
type Memory struct {
	of    question
	files []list.File
}

// question is all that decides what the feeds are.
type question struct {
	chain         *version.Chain
	organisation  *record.Organisation
	changes       []*record.Change
	subprocessors bool
	base          string
	words         words.Words
}

func (q question) same(other question) bool {
	return q.chain == other.chain && q.organisation == other.organisation && slices.Equal(q.changes, other.changes) &&
		q.subprocessors == other.subprocessors && q.base == other.base && reflect.DeepEqual(q.words, other.words)
}

// Feeds returns what the function Feeds does, for a place that has no pages of its own.
// Records are known again by their pointers: nobody changes one.
func (m *Memory) Feeds(set *record.Set, chain *version.Chain, place Place) ([]list.File, error) {
	if m == nil || place.Page != nil {
		return Feeds(set, chain, place)
	}
	q := question{chain, set.Organisation, slices.Clone(set.Changes), hasSubprocessors(set), place.BaseURL, place.Words}
	if m.files != nil && m.of.same(q) {
		return m.files, nil
	}
	files, err := Feeds(set, chain, place)
	m.of, m.files = q, files
	return files, err
}
