// Package weight tells what kind of change a change is for those whose data it is about,
// and whether anybody must be told of it before it applies.
//
// Only a widening is material: a new recipient, service, purpose, task or category, a
// place outside of what was told, a longer retention, a weaker safeguard, another
// company. What is said for the first time is now also told, what is less is narrowed,
// and other words for the same are reworded. Where facts cannot tell, the change counts
// as a widening until an editor has answered.
package weight

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// Nature is what a change is for the reader.
type Nature string

// The natures, the gravest first. The last five change nothing in the reader's rights.
const (
	Begins    Nature = "begins"
	Changes   Nature = "changes"
	Ends      Nature = "ends"
	Narrowed  Nature = "narrowed"
	Renamed   Nature = "renamed"   // the same under another name
	Told      Nature = "told"      // now also told
	Corrected Nature = "corrected" // it was never so; only an editor knows
	Reworded  Nature = "reworded"  // spelling, legal form, order, a link
)

var natures = []Nature{Begins, Changes, Ends, Narrowed, Renamed, Told, Corrected, Reworded}

// Natures are all natures, the gravest first.
func Natures() []Nature { return slices.Clone(natures) }

// gravest is the one of two that weighs more.
func gravest(a, b Nature) Nature {
	if a == "" || b != "" && slices.Index(natures, b) < slices.Index(natures, a) {
		return b
	}
	return a
}

// Reason is why a change is material. The reasons are listed in docs/versions.md, by
// their ids.
type Reason struct {
	ID   string    `json:"id"`
	Text diag.Text `json:"text"`
	Law  string    `json:"law"`
}

// Reasons are all reasons for which a change is material.
func Reasons() []Reason { return slices.Clone(material) }

var material = []Reason{
	{"recipient-added", diag.Text{SV: "en ny mottagare", EN: "a new recipient"}, "GDPR Art. 13(1)(e), 28(2)"},
	{"recipient-role", diag.Text{SV: "mottagaren får en annan roll", EN: "the recipient takes another role"}, "GDPR Art. 13(1)(e), 28(2)"},
	{"recipient-name", diag.Text{SV: "mottagarens firma", EN: "the recipient's legal name"}, "GDPR Art. 28(2)"},
	{"recipient-org-number", diag.Text{SV: "mottagarens organisationsnummer", EN: "the recipient's organisation number"}, "GDPR Art. 28(2)"},
	{"recipient-service", diag.Text{SV: "mottagaren anlitas för fler av våra tjänster", EN: "the recipient is engaged for more of our services"}, "GDPR Art. 28(2)"},
	{"recipient-task", diag.Text{SV: "mottagarens uppgift är en annan eller större", EN: "the recipient has another or a larger task"}, "GDPR Art. 28(2), 28(3)"},
	{"recipient-always", diag.Text{SV: "mottagaren går inte längre att välja bort", EN: "the recipient can no longer be left out"}, "GDPR Art. 28(2)"},
	{"recipient-earlier", diag.Text{SV: "mottagaren får uppgifter tidigare än vad som har meddelats", EN: "the recipient gets data earlier than was announced"}, "GDPR Art. 28(2)"},
	{"recipient-location", diag.Text{SV: "var mottagaren behandlar uppgifter", EN: "where the recipient processes data"}, "GDPR Art. 13(1)(f), 28(2)"},
	{"recipient-transfer", diag.Text{SV: "överföring till tredjeland", EN: "the transfer to a third country"}, "GDPR Art. 13(1)(f), 44"},
	{"recipient-purpose", diag.Text{SV: "varför mottagaren får uppgifter", EN: "why the recipient gets data"}, "GDPR Art. 13(1)(c), 28(3)"},
	{"recipient-data", diag.Text{SV: "vilka uppgifter mottagaren får", EN: "which data the recipient gets"}, "GDPR Art. 14(1)(d), 28(3)"},
	{"recipient-duration", diag.Text{SV: "mottagaren har uppgifterna längre", EN: "the recipient has the data for longer"}, "GDPR Art. 28(3)"},
	{"safeguard-weaker", diag.Text{SV: "ett svagare skydd", EN: "a weaker safeguard"}, "GDPR Art. 28(3)(c), 32"},
	{"activity-purpose", diag.Text{SV: "ett nytt ändamål", EN: "a new purpose"}, "GDPR Art. 13(3)"},
	{"activity-basis", diag.Text{SV: "en ny rättslig grund", EN: "a new legal basis"}, "GDPR Art. 13(1)(c)"},
	{"activity-data", diag.Text{SV: "nya uppgifter i en behandling", EN: "new data in an activity"}, "GDPR Art. 14(1)(d)"},
	{"activity-automated", diag.Text{SV: "automatiserade beslut", EN: "automated decisions"}, "GDPR Art. 13(2)(f)"},
	{"activity-recipient", diag.Text{SV: "en ny mottagare i en behandling", EN: "a new recipient of an activity"}, "GDPR Art. 13(1)(e)"},
	{"retention-longer", diag.Text{SV: "längre lagringstid", EN: "a longer retention period"}, "GDPR Art. 13(2)(a)"},
	{"controller-identity", diag.Text{SV: "vem som är personuppgiftsansvarig", EN: "who the controller is"}, "GDPR Art. 13(1)(a)"},
}

// States are the records of a site before and after, by kind and id.
type States struct {
	Old, New map[string]map[string]map[string]any
	Renamed  map[string]string // recipients: from the new id to the old
	Day      value.Date        // from which the later applies; "" where nobody knows yet
}

// Record is one record before and after: nil where there is none.
type Record struct {
	Kind, ID, From string
	Old, New       map[string]any
}

// Verdict is what a change of a record weighs.
type Verdict struct {
	Nature  Nature
	Fields  map[string]Nature // by key, and by two keys for what stands in transfer
	Reasons []Reason
	Asked   []string // the keys of the fields of which facts cannot tell what they mean
}

// Of is the nature of what happened to a field, by its path.
func (v Verdict) Of(path []string) Nature {
	if len(path) > 1 {
		if n := v.Fields[path[0]+"."+path[1]]; n != "" {
			return n
		}
	}
	return v.Fields[path[0]]
}

// judge collects the verdict on one record.
type judge struct {
	States
	of    Record
	why   map[string]bool
	said  map[string]Nature
	asked []string
}

// Judge tells what the change of a record weighs.
func (s States) Judge(r Record) Verdict {
	j := &judge{States: s, of: r, why: map[string]bool{}, said: map[string]Nature{}}
	switch {
	case r.Old == nil:
		j.added()
	case r.New == nil:
		j.removed()
	default:
		j.changed()
	}
	v := Verdict{Fields: j.said, Asked: j.asked}
	for _, m := range material {
		if j.why[m.ID] {
			v.Reasons = append(v.Reasons, m)
		}
	}
	v.Nature = j.nature(len(v.Reasons) > 0)
	return v
}

func (j *judge) nature(material bool) Nature {
	switch {
	case j.of.Old == nil:
		return Begins
	case j.of.New == nil:
		return Ends
	case material:
		return Changes
	}
	var n Nature
	for _, field := range j.said {
		n = gravest(n, field)
	}
	if n == "" && j.of.From != "" {
		return Renamed
	}
	if j.said["ended"] == Ends {
		return Ends
	}
	if n == "" {
		return Reworded // translated
	}
	return n
}

// say puts down what happened to a field, and the reason where it is material.
func (j *judge) say(field string, n Nature, reason string) {
	j.said[field] = gravest(j.said[field], n)
	if reason != "" {
		j.why[reason] = true
	}
}

// ask puts down a change of which facts do not tell whether it widens: until somebody
// answers it does.
func (j *judge) ask(field, reason string) {
	j.say(field, Changes, reason)
	if !slices.Contains(j.asked, field) {
		j.asked = append(j.asked, field)
	}
}

func (j *judge) added() {
	switch j.of.Kind {
	case "recipient":
		if !j.past(str(j.of.New, "ended")) {
			j.why["recipient-added"] = true
		}
	case "activity":
		j.why["activity-purpose"] = len(values(j.of.New["purposes"])) > 0
	}
}

func (j *judge) removed() {
	if j.of.Kind == "measure" {
		j.ask("", "safeguard-weaker") // or it stands elsewhere now
	}
}

// past tells whether a last day is over on the day of the change.
func (j *judge) past(day string) bool {
	return day != "" && j.Day != "" && value.Date(day) < j.Day
}

// changed judges each field that differs, in an order that depends on the record alone.
func (j *judge) changed() {
	fields := map[string]func(key string, old, new any){
		"recipient": j.recipient, "activity": j.activity, "retention": j.retention,
		"measure": j.measure, "controller": j.controller,
	}[j.of.Kind]
	if fields == nil {
		fields = j.plain
	}
	for _, key := range keys(j.of.Old, j.of.New) {
		if old, new := j.of.Old[key], j.of.New[key]; !j.alike(old, new) {
			fields(key, old, new)
		}
	}
	if j.of.Kind == "retention" && longer(j.of.Old, j.of.New) {
		j.say("period", Changes, "retention-longer")
	}
}

// plain is a field of which no more is known than what stands in it.
func (j *judge) plain(key string, old, new any) { j.say(key, j.plainly(key, old, new), "") }

// plainly is what happened to a field that widens nothing, whatever it says.
func (j *judge) plainly(key string, old, new any) Nature {
	switch {
	case old == nil:
		return Told
	case new == nil:
		return Narrowed
	case slices.Contains(looked, key):
		return Told
	case j.samely(old, new):
		return Reworded
	}
	n, _ := j.texts(old, new)
	return n
}

// Looked tells whether a field is a day on which somebody looked again, by its path.
func Looked(path []string) bool {
	return slices.Contains(looked, path[len(path)-1]) || path[0] == "review"
}

// looked are fields of days on which somebody looked again: that is told, and changes
// nothing of what was found.
var looked = []string{"checked_on", "read_on", "reviewed_on", "next_review_on", "dpf_checked_on", "tia_on", "review", "sources"}
