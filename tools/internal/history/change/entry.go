package change

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/weight"
)

// The kinds of entries that are no kinds of records.
const (
	PageEntry  = "page"    // the prose of a page was edited
	FirstEntry = "version" // the first version was issued, with all that is in it
)

// Entry is one thing that changed in one issued version: a record, or the prose
// of a page. Whatever tells of change is made from entries: the pages of
// changes, the feeds, the calendar and the letters.
//
// What changed is computed when the version is issued, put in words there and
// then, and kept in the version's changes.json, so that an entry reads the same
// for good. An editor adds to it in data/changes, which no version covers: why it
// changed, what a reader can do, and who was told.
type Entry struct {
	ID      string     `json:"-"` // version/kind/record: never changes, never repeats
	Version string     `json:"-"` // the version that brought it
	Digest  string     `json:"-"` // of that version
	Issued  value.Date `json:"-"` // the day from which that version applies
	// When that version was issued; empty where it does not say.
	Moment value.Moment `json:"-"`

	Kind    string          `json:"kind"`           // a kind of record, PageEntry or FirstEntry
	Record  string          `json:"record"`         // the record's id, or the page
	From    string          `json:"from,omitempty"` // the earlier id of a renamed record
	Verb    Verb            `json:"verb"`
	Name    diag.Text       `json:"name"`
	OldName diag.Text       `json:"old_name,omitzero"` // of a renamed record
	Title   diag.Text       `json:"title"`             // "The sub-processor Puzzel AB: added"
	Lines   []FieldChange   `json:"lines,omitempty"`   // the fields that changed; all of a record that was added
	Nature  weight.Nature   `json:"nature,omitempty"`  // what it is for the reader, as computed
	Reasons []weight.Reason `json:"reasons,omitempty"` // why it is material, as computed
	Edits   []Edit          `json:"edits,omitempty"`   // of a page, by language

	// What the version says of a recipient, or said last of one that is removed. Of
	// an activity Effective is the day from which a new recipient gets its data.
	Role      string     `json:"role,omitempty"`     // sub-processor or another kind of recipient
	OldRole   string     `json:"old_role,omitempty"` // where that changed
	Announced value.Date `json:"announced,omitempty"`
	ObjectBy  value.Date `json:"object_by,omitempty"`
	Effective value.Date `json:"effective,omitempty"`
	Ended     value.Date `json:"ended,omitempty"`
	Was       *Days      `json:"was,omitempty"`      // the days before, where one was moved
	Services  []string   `json:"services,omitempty"` // the names of the services that it touches

	// What editors add: the records in data/changes that are about this entry.
	Changes []*record.Change `json:"-"`

	Fate *Fate `json:"-"` // what became of it, where it was announced and then moved or withdrawn
}

// Began is the moment of issue of a version that has one, else the first moment in Sweden
// of the day from which it applies.
func Began(issued value.Moment, day value.Date) time.Time {
	if issued != "" {
		return issued.InSweden()
	}
	return day.Midnight()
}

// Began is when the version that brought the entry was issued.
func (e Entry) Began() time.Time { return Began(e.Moment, e.Issued) }

// Subprocessor tells whether it is about a sub-processor, or one that was.
func (e Entry) Subprocessor() bool { return e.Role == subprocessor || e.OldRole == subprocessor }

const subprocessor = "subprocessor"

// Weighs tells what kind of change it is for the reader: what an editor says, else what
// was computed. Older versions computed no more than whether it is material.
func (e Entry) Weighs() weight.Nature {
	for _, c := range e.Changes {
		if c.Kind != "" {
			return weight.Nature(c.Kind)
		}
	}
	switch {
	case e.Nature != "":
		return e.Nature
	case e.Verb == Added:
		return weight.Begins
	case e.Verb == Removed:
		return weight.Ends
	case e.Verb == Renamed:
		return weight.Renamed
	}
	return weight.Changes
}

// Material tells whether somebody must be told: what an editor says, else what
// was computed. What an editor calls no change of what was told is none.
func (e Entry) Material() bool {
	said := false
	for _, c := range e.Changes {
		if record.Yes(c.Material) {
			return true
		}
		said = said || c.Material != nil || c.Kind != "" && c.Kind != string(weight.Changes)
	}
	return !said && len(e.Reasons) > 0
}

// None tells whether it was no change for a reader: of a page no more than links or
// formatting was changed.
func (e Entry) None() bool {
	return e.Kind == PageEntry && e.Weighs() == weight.Reworded && !e.Material()
}

// Notices are the records of who was told.
func (e Entry) Notices() []record.Notice {
	var list []record.Notice
	for _, c := range e.Changes {
		list = append(list, c.Notices...)
	}
	return list
}

// Applies is the day from which the change applies: the day that the recipient
// begins or ends, where that is what changed, else that of the version. An
// activity whose new recipient is yet to come changes when it comes.
func (e Entry) Applies() value.Date {
	switch {
	case e.touches("effective"):
		return e.Effective
	case e.touches("ended"):
		return e.Ended
	case e.Kind == "activity" && e.Effective > e.Issued:
		return e.Effective
	}
	return e.Issued
}

// Ends tells whether a recipient ceasing to have data is what changed; Applies is
// then the last day on which it has data.
func (e Entry) Ends() bool { return e.touches("ended") && !e.touches("effective") }

// Deadline is the last day to object to the change, "" where none is set by it.
func (e Entry) Deadline() value.Date {
	if !e.touches("object_by") {
		return ""
	}
	return e.ObjectBy
}

// touches tells whether the change set the day in a field of a recipient.
func (e Entry) touches(field string) bool {
	day := map[string]value.Date{"effective": e.Effective, "ended": e.Ended, "object_by": e.ObjectBy}[field]
	return day.Valid() && slices.ContainsFunc(e.Lines, func(f FieldChange) bool { return f.Path[0] == field })
}

// Anchor is the id of the entry's heading on the page of its version's changes.
func (e Entry) Anchor() string {
	return strings.TrimSuffix(e.Kind+"-"+strings.ReplaceAll(e.Record, "/", "-"), "-")
}

// name is how data/changes names the record: recipients/puzzel.
func (e Entry) name(id string) string {
	if k, ok := record.KindOf(e.Kind); ok && k.Folder != "" {
		return k.Folder + "/" + id
	}
	return id
}

// Named are the records that entries tell of, as data/changes names them.
func Named(entries []Entry) map[string]bool {
	names := map[string]bool{}
	for _, e := range entries {
		names[e.name(e.Record)] = true
		if e.From != "" {
			names[e.name(e.From)] = true
		}
	}
	return names
}

// ByVersion compares entries for sorting, those of the older version first.
func ByVersion(a, b Entry) int { return ByAge(a.Version, b.Version) }

// Explain gives entries, oldest first, the records in data/changes that are
// about them. Such a record names records, and it is about an entry of one of
// them when its effective is one of the entry's days. Without effective it is
// about the only entry of the record; where there are several, about none, since
// a reason under the wrong change would be false.
func Explain(list []Entry, set *record.Set) {
	about := map[string][]*record.Change{}
	for _, c := range set.Changes {
		for _, name := range slices.Compact(slices.Sorted(slices.Values(c.Records))) {
			about[name] = append(about[name], c)
		}
	}
	histories := map[string][]int{} // the entries of each record, oldest first
	for i, e := range list {
		name := e.name(e.Record)
		if e.From != "" {
			histories[name] = append(histories[e.name(e.From)], histories[name]...)
			about[name] = append(about[name], about[e.name(e.From)]...)
		}
		histories[name] = append(histories[name], i)
	}
	for name, own := range histories {
		live(list, own)
		for n, i := range own {
			days := days(list, own[n:])
			for _, c := range about[name] {
				known := slices.Contains(list[i].Changes, c)
				if !known && (days[c.Effective] || c.Effective == "" && len(own) == 1) {
					list[i].Changes = append(list[i].Changes, c)
				}
			}
		}
	}
	for _, e := range list {
		slices.SortFunc(e.Changes, func(a, b *record.Change) int { return cmp.Compare(a.ID, b.ID) })
	}
}

// days are those by which an editor may mean the first of a record's entries:
// that of the version, and that on which the change applies. Where a later
// version moved a day that had not come, the new day means both.
func days(list []Entry, own []int) map[value.Date]bool {
	e := list[own[0]]
	days := map[value.Date]bool{e.Issued: true, e.Applies(): true}
	for _, field := range []string{"effective", "ended"} {
		if !e.touches(field) {
			continue
		}
		day := e.day(field)
		days[day] = true
		for _, i := range own[1:] {
			if later := list[i]; later.touches(field) && day >= later.Issued {
				day = later.day(field)
				days[day] = true
			}
		}
	}
	return days
}

func (e Entry) day(field string) value.Date {
	if field == "ended" {
		return e.Ended
	}
	return e.Effective
}

// Excerpt is an edit as a reader wants it: without what stands there for programs,
// and where nothing changed with long stretches cut down to so many characters
// around each change.
func (e Edit) Excerpt(around int) []Span {
	spans := settled(e.Spans)
	for i, s := range spans {
		if i == 0 && s.Verb == "" {
			s.Text = prose.Below(s.Text)
		}
		s.Text = strings.ReplaceAll(linked.ReplaceAllString(prose.Shown(s.Text), "$1"), "**", "")
		if i == 0 {
			s.Text = strings.TrimLeft(s.Text, "\n")
		}
		if s.Verb == "" {
			s.Text = shorten(s.Text, around, i > 0, i+1 < len(spans))
		}
		spans[i].Text = s.Text
	}
	return slices.DeleteFunc(spans, func(s Span) bool { return s.Verb != "" && strings.TrimSpace(s.Text) == "" })
}

// Categories sorts an entry for those who read only some: its kind, the kind of
// recipient, and whether it is material.
func (e Entry) Categories() []string {
	list := []string{e.Kind}
	if e.Role != "" {
		list = append(list, e.Role)
	}
	if e.Material() {
		list = append(list, "material")
	}
	return list
}
