package list

import (
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// TextCell is a text as a cell: nil when nothing is stated.
func TextCell(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// ListCell is several values as a cell: nil when there is none.
func ListCell(s []string) any {
	if len(s) == 0 {
		return nil
	}
	return s
}

func Texts(ts []record.Text, lang string) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.In(lang))
	}
	return out
}

func countries(cs []value.Country) []string {
	var out []string
	for _, c := range cs {
		out = append(out, string(c))
	}
	return out
}

func Address(a *record.Address, lang string) string {
	if a == nil {
		return ""
	}
	country := ""
	if a.Country != "" {
		country = value.CountryName(string(a.Country), lang)
	}
	return diag.Join(", ", a.Street, strings.TrimSpace(a.PostalCode+" "+a.City), country)
}

func Contact(c *record.RoleContact) string {
	if c == nil {
		return ""
	}
	return diag.Join(", ", c.Email, c.Phone, c.URL)
}

func parent(p *record.Parent) string {
	if p == nil {
		return ""
	}
	if p.Country == "" {
		return p.Name
	}
	return p.Name + " (" + string(p.Country) + ")"
}

func Locations(ls []record.Location, lang string) []string {
	var out []string
	for _, l := range ls {
		place := string(l.Country)
		if place == "" {
			place = l.Region
		}
		var kinds []string
		for _, k := range l.Kinds {
			kinds = append(kinds, value.ChoiceName("location-kind", k, lang))
		}
		out = append(out, Bracket(diag.Join(", ", place, l.City), kinds))
	}
	return out
}

func Data(set *record.Set, ds []record.Data, lang string) []string {
	var out []string
	for _, d := range ds {
		var items []string
		for _, i := range d.Items {
			items = append(items, i.Name.In(lang))
		}
		out = append(out, Bracket(Label(set, "category", d.Category, lang), items))
	}
	return out
}

func Services(set *record.Set, ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, Label(set, "service", id, ""))
	}
	return out
}

func Bracket(name string, inside []string) string {
	if len(inside) == 0 {
		return name
	}
	return name + " (" + strings.Join(inside, ", ") + ")"
}

// Label is what a record is called, or its id when there is none.
func Label(set *record.Set, kind, id, lang string) string {
	if e := set.Find(kind, id); e != nil {
		return e.Value.Label(lang)
	}
	return id
}

// activities are the names of those that are asked for.
func activities(set *record.Set, lang string, wanted func(*record.Activity) bool) []string {
	var out []string
	for _, a := range set.Activities {
		if wanted(a) {
			out = append(out, a.Label(lang))
		}
	}
	return out
}
