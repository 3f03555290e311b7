package view

import (
	"slices"
	"strings"

	"tillit/tools/internal/facts/record"
)

// Activity is one processing activity.
type Activity struct {
	ID         string
	Name       string
	Occasion   Text
	Summary    Text
	Role       Word
	Controller *Ref // nil when it is the main one
	OnBehalfOf Text
	Services   []string
	Subjects   []Text
	Data       []Data
	Purposes   []Purpose
	Operations []Text
	Source     *Source
	Provision  *Provision
	Automated  *Automated
	Children   *Children
	Measures   []Ref
	Assessed   Day

	NoRecipients bool // declared
	Recipients   []Ref
	Retention    []*Retention
	Longest      []string // the longest of those periods, and what decides where none can be given

	// Rows are the activity's rows in the table of all processing: one for each
	// category of data.
	Rows []Row
}

// Row is a category of data on an occasion, with all that holds for it.
type Row struct {
	Data
	Serves    []Purpose
	Bases     []Word // of those purposes, each once
	Retention []*Retention

	Recipients []Ref // of the activity, those who get data of the category
}

// Data is what is processed in one category.
type Data struct {
	Category  string
	Gloss     Text
	Items     []Item
	Plain     string // the items in a line, where there is no more to say of them
	Purposes  []Text // where it serves only some of the activity's purposes
	Condition Text
	Optional  bool
	Reason    Text
	Note      Text

	category string // its id
	serves   []string
}

// Item is one datum.
type Item struct {
	Name       Text
	Parts      []Text
	Condition  Text
	Optional   bool
	Note       Text
	Special    Word
	NationalID *NationalID
}

// NationalID is why a personal identity number is processed.
type NationalID struct {
	Ground Word
	Reason Text
}

// Purpose is one reason for processing, with its legal basis.
type Purpose struct {
	ID        string
	Text      Text
	Bases     []Basis
	Art9      Word
	Art10     Text
	Marketing bool
	Class     Word
}

// Basis is one legal basis with what it needs in order to hold.
type Basis struct {
	Word
	Interest, Whose, Statute, Contract, Task Text
}

// Source is where the data comes from.
type Source struct {
	Kinds        []Word
	From         []Text
	Public       bool
	NotPublic    bool
	InformedWhen Text
	Exemption    Text
}

// Provision is whether the data must be given, and what follows if it is not.
type Provision struct {
	Requirement  Word
	Obliged      bool
	NotObliged   bool
	Consequences Text
}

// Automated is about decisions made by machines alone.
type Automated struct {
	Used         bool
	Profiling    bool
	NoProfiling  bool
	Exception    Word
	Logic        Text
	Significance Text
	Consequences Text
	Safeguards   []Text
}

// Children says whether an activity is directed at children.
type Children struct {
	Targeted bool
	Age      int
	Consent  Text
}

func (t *tongue) activity(a *record.Activity, kept map[string]*Retention) *Activity {
	out := &Activity{
		ID: a.ID, Name: a.Label(t.lang), Occasion: t.text(a.Occasion), Summary: t.text(a.Summary),
		Role: t.choice("activity-role", a.Role), OnBehalfOf: t.text(a.OnBehalfOf),
		Services: t.serviceNames(a.Services), Subjects: t.texts(a.DataSubjects), Operations: t.texts(a.Operations),
		Source: t.source(a.Source), Measures: t.refs("measure", a.Measures), Assessed: t.day(a.DPIAOn),
		NoRecipients: a.Recipients.None, Recipients: t.refs("recipient", a.Recipients.List),
	}
	if main := t.set.Controller(); a.Controller != "" && (main == nil || main.ID != a.Controller) {
		ref := t.ref("controller", a.Controller)
		out.Controller = &ref
	}
	for _, p := range a.Purposes {
		out.Purposes = append(out.Purposes, t.purpose(p))
	}
	out.Data = t.data(a.Data, out.Purposes)
	out.Longest = t.longest(a)
	for _, id := range a.Retention {
		if r := kept[id]; r != nil {
			out.Retention = append(out.Retention, r)
		}
	}
	if p := a.Provision; p != nil {
		out.Provision = &Provision{
			Requirement: t.choice("provision", p.Requirement), Obliged: yes(p.Obliged), NotObliged: no(p.Obliged), Consequences: t.text(p.Consequences),
		}
	}
	if d := a.AutomatedDecisions; d != nil {
		out.Automated = &Automated{
			Used: yes(d.Used), Profiling: yes(d.Profiling), NoProfiling: no(d.Profiling), Exception: t.choice("adm-exception", d.Exception),
			Logic: t.text(d.Logic), Significance: t.text(d.Significance), Consequences: t.text(d.Consequences), Safeguards: t.texts(d.Safeguards),
		}
	}
	if c := a.Children; c != nil {
		out.Children = &Children{Targeted: yes(c.Targeted), Age: c.MinAge, Consent: t.text(c.Consent)}
	}
	out.Rows = rows(out)
	for i := range out.Rows {
		out.Rows[i].Recipients = t.refs("recipient", t.receiving(a, out.Rows[i].category))
	}
	return out
}

// receiving are the recipients of an activity who get data of a category. One that
// does not say, or names no category of the activity, may get all of them.
func (t *tongue) receiving(a *record.Activity, category string) []string {
	return slices.DeleteFunc(slices.Clone(a.Recipients.List), func(id string) bool {
		e := t.set.Find("recipient", id)
		if e == nil {
			return false
		}
		gets := func(category string) bool {
			return slices.ContainsFunc(e.Value.(*record.Recipient).Data, func(d record.Data) bool { return d.Category == category })
		}
		named := slices.ContainsFunc(a.Data, func(d record.Data) bool { return gets(d.Category) })
		return named && !gets(category)
	})
}

// rows puts beside each category the purposes that it serves and the rules that
// say how long it is kept: those that name the category or none at all.
func rows(a *Activity) []Row {
	var list []Row
	for _, d := range a.Data {
		row := Row{Data: d}
		for _, p := range a.Purposes {
			if len(d.serves) == 0 || slices.Contains(d.serves, p.ID) {
				row.Serves = append(row.Serves, p)
				for _, b := range p.Bases {
					if !slices.Contains(row.Bases, b.Word) {
						row.Bases = append(row.Bases, b.Word)
					}
				}
			}
		}
		for _, r := range a.Retention {
			if len(r.categories) == 0 || slices.Contains(r.categories, d.category) {
				row.Retention = append(row.Retention, r)
			}
		}
		list = append(list, row)
	}
	return list
}

func (t *tongue) data(list []record.Data, purposes []Purpose) []Data {
	var out []Data
	for _, d := range list {
		data := Data{
			Category: t.ref("category", d.Category).Name, Condition: t.text(d.Condition), Optional: d.Optional,
			Reason: t.text(d.Reason), Note: t.text(d.Note), category: d.Category, serves: d.Purposes,
		}
		if e := t.set.Find("category", d.Category); e != nil {
			data.Gloss = t.text(e.Value.(*record.Category).Gloss)
		}
		for _, it := range d.Items {
			data.Items = append(data.Items, t.item(it))
		}
		data.Plain = plain(data.Items)
		for _, p := range purposes {
			if slices.Contains(d.Purposes, p.ID) {
				data.Purposes = append(data.Purposes, p.Text)
			}
		}
		out = append(out, data)
	}
	return out
}

// plain is the names of items, if a name is all that there is to say of each.
func plain(items []Item) string {
	var names []string
	for _, it := range items {
		if len(it.Parts) > 0 || it.Condition != "" || it.Optional || it.Note != "" || it.Special.Code != "" || it.NationalID != nil {
			return ""
		}
		names = append(names, string(it.Name))
	}
	return strings.Join(names, ", ")
}

func (t *tongue) item(it record.Item) Item {
	out := Item{
		Name: t.text(it.Name), Condition: t.text(it.Condition), Optional: it.Optional,
		Note: t.text(it.Note), Special: t.choice("special", it.Special),
	}
	for _, p := range it.Items {
		out.Parts = append(out.Parts, t.text(p.Name))
	}
	if n := it.NationalID; n != nil {
		out.NationalID = &NationalID{Ground: t.choice("national-id", n.Justification), Reason: t.text(n.Reason)}
	}
	return out
}

func (t *tongue) purpose(p record.Purpose) Purpose {
	out := Purpose{
		ID: p.ID, Text: t.text(p.Text), Art9: t.choice("art9", p.Art9), Art10: t.text(p.Art10),
		Marketing: p.DirectMarketing, Class: t.choice("purpose-class", p.Class),
	}
	for _, b := range p.Bases {
		out.Bases = append(out.Bases, Basis{
			Word: t.choice("basis", b.Art6), Interest: t.text(b.Interest), Whose: t.text(b.Whose),
			Statute: t.text(b.Law), Contract: t.text(b.Contract), Task: t.text(b.Task),
		})
	}
	return out
}

func (t *tongue) source(s *record.Source) *Source {
	if s == nil {
		return nil
	}
	return &Source{
		Kinds: t.choices("source", s.Kinds), From: t.texts(s.From), Public: yes(s.PubliclyAccessible), NotPublic: no(s.PubliclyAccessible),
		InformedWhen: t.text(s.InformedWhen), Exemption: t.text(s.Exemption),
	}
}

// activities are those of the organisation in a role; an activity for which it
// is jointly responsible is its own as much as the others.
func (t *tongue) activities(kept map[string]*Retention) (own, forCustomers []*Activity) {
	for _, a := range t.set.Activities {
		if a.Role == "processor" {
			forCustomers = append(forCustomers, t.activity(a, kept))
		} else {
			own = append(own, t.activity(a, kept))
		}
	}
	by(t, own, func(a *Activity) string { return a.Name })
	by(t, forCustomers, func(a *Activity) string { return a.Name })
	return own, forCustomers
}

func actsAsProcessor(set *record.Set) bool {
	return slices.ContainsFunc(set.Activities, func(a *record.Activity) bool { return a.Role == "processor" }) ||
		slices.ContainsFunc(set.Controllers, func(c *record.Controller) bool { return slices.Contains(c.Roles, "processor") })
}
