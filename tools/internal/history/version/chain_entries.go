package version

import (
	"path"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/history/change"
)

// Entries returns what changed in every issued version, the newest first; within
// a version in the order of Diff. The first version is one entry, since there was
// nothing before it that could change.
func (c *Chain) Entries(set *record.Set) ([]change.Entry, error) {
	var list []change.Entry
	for _, v := range c.Versions {
		if v.Previous == "" {
			list = append(list, first(v))
			continue
		}
		entries, err := c.changes(v)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			list = append(list, of(e, v))
		}
	}
	change.Explain(list, set)
	slices.SortStableFunc(list, func(a, b change.Entry) int { return change.ByVersion(b, a) })
	return list, nil
}

// changes reads what a version says that it changed, once.
func (c *Chain) changes(v *Version) ([]change.Entry, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if entries, ok := c.decoded[v.ID]; ok {
		return entries, nil
	}
	data, err := c.readFile(v.ID, change.ChangesFile)
	if err != nil {
		return nil, err
	}
	entries, err := change.DecodeChanges(data)
	if err != nil {
		return nil, garbled(v.ID, change.ChangesFile)
	}
	if c.decoded == nil {
		c.decoded = map[string][]change.Entry{}
	}
	c.decoded[v.ID] = entries
	return entries, nil
}

func of(e change.Entry, v *Version) change.Entry {
	e.ID = path.Join(v.ID, e.Kind, e.Record)
	e.Version, e.Digest, e.Issued, e.Moment = v.ID, v.Digest, v.Effective, v.Issued
	return e
}

func first(v *Version) change.Entry {
	return of(change.Entry{
		Kind: change.FirstEntry, Record: v.ID, Verb: change.Added,
		Name:  diag.Text{SV: v.ID, EN: v.ID},
		Title: diag.Text{SV: "Den första versionen är utgiven", EN: "The first version is issued"},
	}, v)
}
