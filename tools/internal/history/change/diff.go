package change

import (
	"maps"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/weight"
)

// Verb is what happened. There are four, and no other word is used.
type Verb string

const (
	Added   Verb = "added"
	Changed Verb = "changed"
	Removed Verb = "removed"
	Renamed Verb = "renamed"
)

// Difference is all that differs between two snapshots.
type Difference struct {
	Records []Change
	Prose   []Edit

	states weight.States
}

// Empty tells whether the two say the same.
func (d Difference) Empty() bool { return len(d.Records) == 0 && len(d.Prose) == 0 }

// Material tells whether anybody has to be told (docs/versions.md).
func (d Difference) Material() bool {
	return slices.ContainsFunc(d.Records, func(c Change) bool { return len(c.Reasons) > 0 })
}

// Change is what happened to one record.
type Change struct {
	Kind    string // "recipient"
	ID      string // in the later snapshot, or in the earlier when removed
	From    string // the earlier id, when renamed
	Verb    Verb
	Name    diag.Text
	OldName diag.Text // when it was called something else
	Fields  []FieldChange
	Nature  weight.Nature   // what it is for the reader
	Reasons []weight.Reason // why it is material; empty when it is not
	Asked   []string        // the fields of which facts do not tell what their change means

	old, new map[string]any
}

// FieldChange is what happened to one field, in words that a reader knows. For
// a list it names one value that was added or removed.
type FieldChange struct {
	Path  []string  `json:"path"`  // keys, without the numbers of lists
	Label diag.Text `json:"label"` // "Place of processing"
	Verb  Verb      `json:"verb"`
	Old   diag.Text `json:"old,omitzero"`
	New   diag.Text `json:"new,omitzero"`

	Nature weight.Nature `json:"nature,omitempty"` // none in what older programs issued
}

// Diff compares two snapshots. Records come by kind, in the order of
// record.Kinds, and then by id; the result depends on the facts alone.
func Diff(a, b Snapshot) Difference {
	d := Difference{states: weight.States{Old: a.Records, New: b.Records, Renamed: renames(a.Records["recipient"], b.Records["recipient"])}}
	for _, kind := range kindsOf(a, b) {
		d.Records = append(d.Records, diffKind(a, b, kind)...)
	}
	d.Prose = diffProse(a.Prose, b.Prose)
	return d.On("")
}

// On is the difference as it weighs in a version that applies from a day: a recipient
// that begins before the day that was announced is news only while that day is to come.
func (d Difference) On(day value.Date) Difference {
	d.states.Day, d.Records = day, slices.Clone(d.Records)
	for i, c := range d.Records {
		d.Records[i] = c.weighed(d.states)
	}
	return d
}

// weighed is the change with what it is for the reader, as a whole and by field.
func (c Change) weighed(s weight.States) Change {
	v := s.Judge(weight.Record{Kind: c.Kind, ID: c.ID, From: c.From, Old: c.old, New: c.new})
	c.Nature, c.Reasons, c.Asked = v.Nature, v.Reasons, v.Asked
	c.Fields = slices.Clone(c.Fields)
	for i, f := range c.Fields {
		c.Fields[i].Nature = v.Of(f.Path)
	}
	return c
}

// kindsOf returns the kinds of both, known ones in their own order, then any
// that a later program wrote.
func kindsOf(a, b Snapshot) []string {
	var names []string
	for _, k := range record.Kinds() {
		names = append(names, k.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(both(a.Records, b.Records))) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func both[V any](a, b map[string]V) map[string]bool {
	keys := map[string]bool{}
	for k := range a {
		keys[k] = true
	}
	for k := range b {
		keys[k] = true
	}
	return keys
}

func diffKind(a, b Snapshot, kind string) []Change {
	old, new := a.Records[kind], b.Records[kind]
	from, under := renames(old, new), map[string]bool{}
	for _, id := range from {
		under[id] = true
	}
	var list []Change
	for _, id := range slices.Sorted(maps.Keys(both(old, new))) {
		before, was := old[id]
		after, is := new[id]
		if is && !was && from[id] != "" {
			was, before = true, old[from[id]]
		}
		if !is && under[id] {
			continue // told under its new id
		}
		if was && is && from[id] == "" && weight.Same(before, after) {
			continue
		}
		c := Change{Kind: kind, ID: id, From: from[id], old: before, new: after}
		c.Name, c.OldName = name(b, kind, id), name(a, kind, firstOf(from[id], id))
		switch {
		case !was:
			c.Verb, c.OldName = Added, diag.Text{}
		case !is:
			c.Verb, c.Name = Removed, c.OldName
		case from[id] != "" || !weight.SameCompany(called(before), called(after)):
			c.Verb = Renamed
		default:
			c.Verb = Changed
		}
		if c.Verb == Changed || c.Verb == Renamed {
			w := wording{old: a, new: b}
			w.kind, _ = record.KindOf(kind)
			c.Fields = w.compare(nil, before, after)
		}
		list = append(list, c)
	}
	return list
}

func name(s Snapshot, kind, id string) diag.Text {
	return diag.Text{SV: s.Name(kind, id, "sv"), EN: s.Name(kind, id, "en")}
}

// called is what makes a record be renamed: its legal name, or what stands for
// it. The words of a text may change without that.
func called(fields map[string]any) string {
	for _, key := range []string{"legal_name", "trade_name"} {
		if s, ok := fields[key].(string); ok {
			return s
		}
	}
	return ""
}

// renames pairs records that are gone with new ones that are the same legal person: they
// carry the same organisation number or foreign registration, or where one of them has
// none the same legal name. What is not unique proves nothing.
func renames(old, new map[string]map[string]any) map[string]string {
	gone, come := map[string]map[string]any{}, map[string]map[string]any{}
	for id, fields := range old {
		if new[id] == nil {
			gone[id] = fields
		}
	}
	for id, fields := range new {
		if old[id] == nil {
			come[id] = fields
		}
	}
	from := map[string]string{}
	for _, known := range []func(map[string]any) string{registered, named} {
		was, is := unique(gone, known), unique(come, known)
		for key, id := range is {
			if before := was[key]; before != "" && (registered(come[id]) == "" || registered(gone[before]) == "" || registered(come[id]) == registered(gone[before])) {
				from[id] = before
			}
		}
		for id, before := range from {
			delete(come, id)
			delete(gone, before)
		}
	}
	return from
}

// unique are the ids of records by what each is known by, where no other is.
func unique(records map[string]map[string]any, known func(map[string]any) string) map[string]string {
	ids := map[string]string{}
	for id, fields := range records {
		key := known(fields)
		if _, taken := ids[key]; taken {
			ids[key] = ""
		} else if key != "" {
			ids[key] = id
		}
	}
	maps.DeleteFunc(ids, func(_, id string) bool { return id == "" })
	return ids
}

// named is the legal name of a company, however it is spelt.
func named(fields map[string]any) string {
	s, _ := fields["legal_name"].(string)
	return weight.CompanyName(s)
}

func registered(fields map[string]any) string {
	if s, ok := fields["org_number"].(string); ok {
		return value.OrgNumber(s)
	}
	s, _ := fields["foreign_registration"].(string)
	return s
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// Apply returns a with a difference carried out; for any two snapshots,
// Apply(a, Diff(a, b)) says what b says.
func Apply(a Snapshot, d Difference) Snapshot {
	out := Snapshot{Shape: Shape, Records: map[string]map[string]map[string]any{}, Prose: map[string]map[string]string{}}
	for kind, records := range a.Records {
		out.Records[kind] = maps.Clone(records)
	}
	for page, texts := range a.Prose {
		out.Prose[page] = maps.Clone(texts)
	}
	for _, c := range d.Records {
		if out.Records[c.Kind] == nil {
			out.Records[c.Kind] = map[string]map[string]any{}
		}
		if c.Verb == Removed || c.From != "" {
			delete(out.Records[c.Kind], firstOf(c.From, c.ID))
		}
		if c.Verb != Removed {
			out.Records[c.Kind][c.ID] = c.new
		}
		if len(out.Records[c.Kind]) == 0 {
			delete(out.Records, c.Kind)
		}
	}
	for _, e := range d.Prose {
		e.apply(out.Prose)
	}
	return out
}
