package export

import (
	"slices"
	"strings"

	"tillit/tools/internal/record"
)

// The functions below turn facts into cells; what is not stated becomes nil.

func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func number(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func truth(b *bool) any {
	if b == nil {
		return nil
	}
	return *b
}

func list(s []string) any {
	if len(s) == 0 {
		return nil
	}
	return s
}

func texts(ts []record.Text, lang string) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.In(lang))
	}
	return out
}

func countries(cs []record.Country) []string {
	var out []string
	for _, c := range cs {
		out = append(out, string(c))
	}
	return out
}

func address(a *record.Address, lang string) string {
	if a == nil {
		return ""
	}
	country := ""
	if a.Country != "" {
		country = record.CountryName(string(a.Country), lang)
	}
	return join(", ", a.Street, strings.TrimSpace(a.PostalCode+" "+a.City), country)
}

func contact(c *record.RoleContact) string {
	if c == nil {
		return ""
	}
	return join(", ", c.Email, c.Phone, c.URL)
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

func locations(ls []record.Location, lang string) []string {
	var out []string
	for _, l := range ls {
		place := string(l.Country)
		if place == "" {
			place = l.Region
		}
		var kinds []string
		for _, k := range l.Kinds {
			kinds = append(kinds, record.ChoiceName("location-kind", k, lang))
		}
		out = append(out, bracket(join(", ", place, l.City), kinds))
	}
	return out
}

func data(set *record.Set, ds []record.Data, lang string) []string {
	var out []string
	for _, d := range ds {
		var items []string
		for _, i := range d.Items {
			items = append(items, i.Name.In(lang))
		}
		out = append(out, bracket(label(set, "category", d.Category, lang), items))
	}
	return out
}

func services(set *record.Set, ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, label(set, "service", id, ""))
	}
	return out
}

func bracket(name string, inside []string) string {
	if len(inside) == 0 {
		return name
	}
	return name + " (" + strings.Join(inside, ", ") + ")"
}

// join leaves out what is empty.
func join(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), sep)
}

// label is what a record is called, or its id when there is none.
func label(set *record.Set, kind, id, lang string) string {
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
