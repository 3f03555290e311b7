package view

import (
	"slices"
	"strings"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/words"
)

// Activity is one processing activity.
type Activity struct {
	ID         string
	Name       string
	Occasion   words.Text
	Summary    words.Text
	Role       words.Word
	Controller *words.Ref // nil when it is the main one
	OnBehalfOf words.Text
	Services   []string
	Subjects   []words.Text
	Data       []Data
	Purposes   []Purpose
	Operations []words.Text
	Source     *Source
	Provision  *Provision
	Automated  *Automated
	Children   *Children
	Measures   []words.Ref
	Assessed   words.Day

	NoRecipients bool // declared, or all that are named have left
	Recipients   []words.Ref
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
	Bases     []words.Word // of those purposes, each once
	Retention []*Retention

	Recipients []words.Ref // of the activity, those who get data of the category
}

// Data is what is processed in one category.
type Data struct {
	Category  string
	Gloss     words.Text
	Items     []Item
	Plain     string       // the items in a line, where there is no more to say of them
	Purposes  []words.Text // where it serves only some of the activity's purposes
	Condition words.Text
	Optional  bool
	Reason    words.Text
	Note      words.Text

	category string // its id
	serves   []string
}

// Item is one datum.
type Item struct {
	Name       words.Text
	Parts      []words.Text
	Condition  words.Text
	Optional   bool
	Note       words.Text
	Special    words.Word
	NationalID *NationalID
}

// NationalID is why a personal identity number is processed.
type NationalID struct {
	Ground words.Word
	Reason words.Text
}

// Purpose is one reason for processing, with its legal basis.
type Purpose struct {
	ID        string
	Text      words.Text
	Bases     []Basis
	Art9      words.Word
	Art10     words.Text
	Marketing bool
	Class     words.Word
}

// Basis is one legal basis with what it needs in order to hold.
type Basis struct {
	words.Word
	Interest, Whose, Statute, Contract, Task words.Text
}

// Source is where the data comes from.
type Source struct {
	Kinds        []words.Word
	From         []words.Text
	Public       bool
	NotPublic    bool
	InformedWhen words.Text
	Exemption    words.Text
}

// Provision is whether the data must be given, and what follows if it is not.
type Provision struct {
	Requirement  words.Word
	Obliged      bool
	NotObliged   bool
	Consequences words.Text
}

// Automated is about decisions made by machines alone.
type Automated struct {
	Used         bool
	Profiling    bool
	NoProfiling  bool
	Exception    words.Word
	Logic        words.Text
	Significance words.Text
	Consequences words.Text
	Safeguards   []words.Text
}

// Children says whether an activity is directed at children.
type Children struct {
	Targeted bool
	Age      int
	Consent  words.Text
}

func (t *tongue) activity(a *record.Activity, kept map[string]*Retention) *Activity {
	out := &Activity{
		ID: a.ID, Name: a.Label(t.Lang), Occasion: t.Text(a.Occasion), Summary: t.Text(a.Summary),
		Role: t.Choice("activity-role", a.Role), OnBehalfOf: t.Text(a.OnBehalfOf),
		Services: t.serviceNames(a.Services), Subjects: t.Texts(a.DataSubjects), Operations: t.Texts(a.Operations),
		Source: t.source(a.Source), Measures: t.Refs("measure", a.Measures), Assessed: t.Day(a.DPIAOn),
		Recipients: t.Refs("recipient", t.Set.On(t.AsOf).Standing(a.Recipients.List)),
	}
	out.NoRecipients = len(out.Recipients) == 0 && a.Recipients.Declared()
	if main := t.Set.Controller(); a.Controller != "" && (main == nil || main.ID != a.Controller) {
		ref := t.Ref("controller", a.Controller)
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
			Requirement: t.Choice("provision", p.Requirement), Obliged: record.Yes(p.Obliged), NotObliged: record.No(p.Obliged), Consequences: t.Text(p.Consequences),
		}
	}
	if d := a.AutomatedDecisions; d != nil {
		out.Automated = &Automated{
			Used: record.Yes(d.Used), Profiling: record.Yes(d.Profiling), NoProfiling: record.No(d.Profiling), Exception: t.Choice("adm-exception", d.Exception),
			Logic: t.Text(d.Logic), Significance: t.Text(d.Significance), Consequences: t.Text(d.Consequences), Safeguards: t.Texts(d.Safeguards),
		}
	}
	if c := a.Children; c != nil {
		out.Children = &Children{Targeted: record.Yes(c.Targeted), Age: c.MinAge, Consent: t.Text(c.Consent)}
	}
	out.Rows = rows(out)
	for i := range out.Rows {
		out.Rows[i].Recipients = t.Refs("recipient", t.Set.On(t.AsOf).Standing(t.Set.GettingOf(a, out.Rows[i].category)))
	}
	return out
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
			Category: t.Ref("category", d.Category).Name, Condition: t.Text(d.Condition), Optional: d.Optional,
			Reason: t.Text(d.Reason), Note: t.Text(d.Note), category: d.Category, serves: d.Purposes,
		}
		if e := t.Set.Find("category", d.Category); e != nil {
			data.Gloss = t.Text(e.Value.(*record.Category).Gloss)
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
		Name: t.Text(it.Name), Condition: t.Text(it.Condition), Optional: it.Optional,
		Note: t.Text(it.Note), Special: t.Choice("special", it.Special),
	}
	for _, p := range it.Items {
		out.Parts = append(out.Parts, t.Text(p.Name))
	}
	if n := it.NationalID; n != nil {
		out.NationalID = &NationalID{Ground: t.Choice("national-id", n.Justification), Reason: t.Text(n.Reason)}
	}
	return out
}

func (t *tongue) purpose(p record.Purpose) Purpose {
	out := Purpose{
		ID: p.ID, Text: t.Text(p.Text), Art9: t.Choice("art9", p.Art9), Art10: t.Text(p.Art10),
		Marketing: p.DirectMarketing, Class: t.Choice("purpose-class", p.Class),
	}
	for _, b := range p.Bases {
		out.Bases = append(out.Bases, Basis{
			Word: t.Choice("basis", b.Art6), Interest: t.Text(b.Interest), Whose: t.Text(b.Whose),
			Statute: t.Text(b.Law), Contract: t.Text(b.Contract), Task: t.Text(b.Task),
		})
	}
	return out
}

func (t *tongue) source(s *record.Source) *Source {
	if s == nil {
		return nil
	}
	return &Source{
		Kinds: t.Choices("source", s.Kinds), From: t.Texts(s.From), Public: record.Yes(s.PubliclyAccessible), NotPublic: record.No(s.PubliclyAccessible),
		InformedWhen: t.Text(s.InformedWhen), Exemption: t.Text(s.Exemption),
	}
}

// activities are those of the organisation in a role; an activity for which it
// is jointly responsible is its own as much as the others.
func (t *tongue) activities(kept map[string]*Retention) (own, forCustomers []*Activity) {
	for _, a := range t.Set.Activities {
		if a.Role == "processor" {
			forCustomers = append(forCustomers, t.activity(a, kept))
		} else {
			own = append(own, t.activity(a, kept))
		}
	}
	words.By(t.Tongue, own, func(a *Activity) string { return a.Name })
	words.By(t.Tongue, forCustomers, func(a *Activity) string { return a.Name })
	return own, forCustomers
}
