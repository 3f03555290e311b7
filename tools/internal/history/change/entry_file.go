package change

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// ChangesShape is the shape of changes.json that this program writes. It rises
// when a reader of the file would have to know; older shapes are read for good.
const ChangesShape = 1

// changesJSON is the file beside data.json that holds what changed, in words.
type changesJSON struct {
	Shape   int     `json:"schema"`
	Entries []Entry `json:"entries"`
}

// EncodeChanges writes what differs from the version before as changes.json, for
// Freeze. The words are those of this program on this day: what was said of a
// change is evidence too, and no later program puts it differently. after is the
// snapshot that is issued.
func EncodeChanges(d Difference, after Snapshot) ([]byte, error) {
	file := changesJSON{Shape: ChangesShape, Entries: []Entry{}}
	for _, c := range d.Records {
		if c.Verb == Changed && len(c.Fields) == 0 {
			continue // translated, or put in another order
		}
		e := c.entry(after)
		e.Issued = d.states.Day
		e.Title = e.Sentence()
		file.Entries = append(file.Entries, e)
	}
	for _, e := range d.Prose {
		if d.translation(e, after) {
			continue
		}
		n := len(file.Entries)
		if n > 0 && file.Entries[n-1].Kind == PageEntry && file.Entries[n-1].Record == e.Page {
			last := &file.Entries[n-1]
			if last.Edits = append(last.Edits, e); last.Verb != e.Verb {
				last.Verb = Changed
			}
			continue
		}
		file.Entries = append(file.Entries, Entry{Kind: PageEntry, Record: e.Page, Verb: e.Verb, Edits: []Edit{e}})
	}
	for i := range file.Entries {
		if e := &file.Entries[i]; e.Kind == PageEntry {
			e.Name = diag.Text{SV: e.pageTitle(after, "sv"), EN: e.pageTitle(after, "en")}
			e.Nature = e.weighPage()
			e.Title = e.Sentence()
		}
	}
	return record.Canonical(file)
}

// translation tells whether an edit only adds or removes a language of a page that
// was there before and still is.
func (d Difference) translation(e Edit, after Snapshot) bool {
	if e.Verb == Changed || len(after.Prose[e.Page]) == 0 {
		return false
	}
	for lang := range after.Prose[e.Page] {
		added := slices.ContainsFunc(d.Prose, func(o Edit) bool { return o.Page == e.Page && o.Language == lang && o.Verb == Added })
		if !added {
			return true
		}
	}
	return false
}

// pageTitle is the heading that a page's text begins with, in its front matter.
func (e Entry) pageTitle(after Snapshot, lang string) string {
	texts := maps.Clone(after.Prose[e.Record])
	if texts == nil {
		texts = map[string]string{}
	}
	for _, edit := range e.Edits {
		if edit.Verb == Removed {
			texts[edit.Language] = edit.Old()
		}
	}
	for _, l := range append([]string{lang}, slices.Sorted(maps.Keys(texts))...) {
		if title := prose.Title(texts[l]); title != "" {
			return title
		}
	}
	if e.Record == "" {
		return diag.Text{SV: "Startsidan", EN: "Start page"}.In(lang)
	}
	return e.Record
}

// DecodeChanges reads a changes.json of this or any earlier shape.
func DecodeChanges(data []byte) ([]Entry, error) {
	var file changesJSON
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", ChangesFile, err)
	}
	if file.Shape > ChangesShape {
		return nil, fmt.Errorf("%s has shape %d, and this program knows shapes up to %d", ChangesFile, file.Shape, ChangesShape)
	}
	for _, e := range file.Entries {
		if e.Kind == "" || slices.ContainsFunc(e.Lines, func(f FieldChange) bool { return len(f.Path) == 0 }) {
			return nil, fmt.Errorf("%s has a change of nothing", ChangesFile)
		}
	}
	for i := range file.Entries {
		if e := &file.Entries[i]; e.Nature == "" { // issued by an older program
			e.Nature = e.weighOld()
		}
	}
	return file.Entries, nil
}

// entry puts a changed record in words.
func (c Change) entry(after Snapshot) Entry {
	e := Entry{Kind: c.Kind, Record: c.ID, From: c.From, Verb: c.Verb, Name: c.Name, Lines: c.Fields, Nature: c.Nature, Reasons: c.Reasons}
	if c.Verb == Renamed {
		e.OldName = c.OldName
	}
	facts := c.new
	switch c.Verb {
	case Removed:
		facts = c.old
	case Added:
		w := wording{old: after, new: after}
		w.kind, _ = record.KindOf(c.Kind)
		e.Lines = w.compare(nil, nil, c.new)
	}
	if c.Kind == "recipient" {
		e.Role, _ = facts["kind"].(string)
		if was, _ := c.old["kind"].(string); was != e.Role {
			e.OldRole = was
		}
		e.Announced, e.ObjectBy = date(facts, "announced"), date(facts, "object_by")
		e.Effective, e.Ended = date(facts, "effective"), date(facts, "ended")
		if was := (Days{date(c.old, "effective"), date(c.old, "ended")}); c.old != nil && c.new != nil && was != (Days{e.Effective, e.Ended}) {
			e.Was = &was
		}
	}
	if c.Kind == "activity" {
		e.Effective = c.recipientsFrom(after)
	}
	for _, id := range texts(facts["services"]) {
		e.Services = append(e.Services, after.Name("service", id, "sv"))
	}
	if c.Kind == "service" {
		e.Services = []string{c.Name.SV}
	}
	slices.Sort(e.Services)
	return e
}

// recipientsFrom is the first day on which one of an activity's new recipients
// gets data, where its recipients are all that changed.
func (c Change) recipientsFrom(after Snapshot) value.Date {
	if c.Verb != Changed || slices.ContainsFunc(c.Fields, func(f FieldChange) bool { return f.Path[0] != "recipients" }) {
		return ""
	}
	var first value.Date
	had := texts(c.old["recipients"])
	for _, id := range texts(c.new["recipients"]) {
		if slices.Contains(had, id) {
			continue
		}
		day := date(after.Records["recipient"][id], "effective")
		if !day.Valid() {
			return ""
		}
		if first == "" || day < first {
			first = day
		}
	}
	return first
}

func date(fields map[string]any, key string) value.Date {
	s, _ := fields[key].(string)
	return value.Date(s)
}

func texts(v any) []string {
	var out []string
	for _, e := range values(v) {
		if s, ok := e.(string); ok {
			out = append(out, s)
		}
	}
	return out
}
