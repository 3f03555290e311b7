package view

import (
	"fmt"
	"slices"
	"strings"

	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
)

// Facet is one way to divide the list of sub-processors, with a page for each of
// its parts, so that the list can be filtered without a script.
type Facet struct {
	Name  string // "Land", as the reader meets it
	Param string // land: the part of an address that names it
	Parts []*Part
}

// Part is the sub-processors that have one thing in common.
type Part struct {
	Page  string // its folder in content/
	Value string // se: the part of an address that names it
	Text  string // "Sverige"
	Title string // "Underbiträden i Sverige"
	Roster
	Count int
}

// trait is what a sub-processor is found by: a value of a facet.
type trait struct {
	facet, code string
	value       string // the code, as an address bears it
	text        string // "Sverige"
	title       string // the word of the interface that makes a title of it
	name        string // what stands in the title
}

// facets divides a roster by service, by country and by transfer. A facet that
// would not divide it, having one part only, is left out.
func (t *tongue) facets(all Roster) []*Facet {
	if len(all.All()) < 2 {
		return nil
	}
	var list []*Facet
	for _, x := range []struct{ facet, name, param string }{
		{"service", "filter_service", "filter_address_service"},
		{"country", "filter_country", "filter_address_country"},
		{"transfer", "filter_transfer", "filter_address_transfer"},
	} {
		f := &Facet{Name: t.Say(x.name), Param: t.AddressWord(x.param)}
		for _, r := range all.All() {
			for _, y := range r.traits {
				if y.facet == x.facet && !slices.ContainsFunc(f.Parts, func(p *Part) bool { return p.Value == y.value }) {
					f.Parts = append(f.Parts, t.part(all, y))
				}
			}
		}
		if len(f.Parts) < 2 {
			continue
		}
		words.By(t.Tongue, f.Parts, func(p *Part) string { return p.Text })
		for _, r := range all.All() {
			for _, y := range r.traits {
				if y.facet == x.facet {
					r.Keys = append(r.Keys, f.Param+"="+y.value)
				}
			}
		}
		list = append(list, f)
	}
	return list
}

// part is those of a roster that have a trait.
func (t *tongue) part(all Roster, x trait) *Part {
	with := func(list []*Recipient) (out []*Recipient) {
		for _, r := range list {
			if slices.ContainsFunc(r.traits, func(y trait) bool { return y.facet == x.facet && y.code == x.code }) {
				out = append(out, r)
			}
		}
		return out
	}
	p := &Part{
		Page: "subprocessors-" + x.facet + "-" + x.code, Value: x.value, Text: x.text, Title: t.Say(x.title, "name", x.name),
		Roster: Roster{with(all.Upcoming), with(all.Current), with(all.Ended)},
	}
	p.Count = len(p.All())
	return p
}

// traits are all that a recipient is found by: the services it helps to provide,
// where data is processed, and whether data leaves the EU/EEA.
func (t *tongue) traits(r *record.Recipient) []trait {
	var list []trait
	add := func(x trait) {
		if !slices.ContainsFunc(list, func(y trait) bool { return y.facet == x.facet && y.code == x.code }) {
			list = append(list, x)
		}
	}
	for _, ref := range r.Services {
		name := t.Ref("service", ref).Name
		add(trait{"service", ref, words.Slug(ref), name, "filter_title_service", name})
	}
	for _, x := range t.places(r) {
		add(x)
	}
	switch r.Zone() {
	case value.Outside:
		add(trait{"transfer", "outside", t.AddressWord("filter_address_outside"), t.Say("filter_outside"), "filter_title_outside", ""})
	case value.Within:
		add(trait{"transfer", "within", t.AddressWord("filter_address_within"), t.Say("filter_within"), "filter_title_within", ""})
	}
	return list
}

// places are the countries and regions in which a recipient processes data, and
// those that data is transferred to. One that names no place is found where it
// is established.
func (t *tongue) places(r *record.Recipient) []trait {
	var list []trait
	country := func(c value.Country) {
		if c == "" {
			return
		}
		title, name := "filter_title_country", t.Country(c)
		switch {
		case t.Lang == "sv" && value.Island(string(c)):
			title = "filter_title_island"
		case t.Lang == "en" && value.Definite(string(c)):
			name = "the " + name
		}
		code := strings.ToLower(string(c))
		list = append(list, trait{"country", code, code, t.Country(c), title, name})
	}
	for _, l := range r.Locations {
		country(l.Country)
		if w := t.Choice("region", l.Region); l.Country == "" && w.Text != "" {
			code := words.Slug(l.Region)
			list = append(list, trait{"country", code, code, w.Capital(), "filter_title_region", w.Text})
		}
	}
	if r.Transfers() {
		for _, c := range r.Destinations() {
			country(c)
		}
	}
	if len(list) == 0 {
		country(r.Country)
	}
	return list
}

// partPages adds a page for each part of the list of sub-processors, below the
// page of the whole list: /underbitraden/land/se/. The pages of an issued version
// hold the whole list only, which is what a reader of one must see.
func (b *Making) partPages(v *View, l record.Language) {
	if b.Issue != nil {
		v.Facets = nil
		for _, r := range v.Subprocessors.All() {
			r.Keys = nil
		}
		return
	}
	i := slices.IndexFunc(b.Pages, func(p prose.Page) bool { return p.ID == page.Subprocessors && p.Lang == l.Tag })
	if i < 0 {
		return
	}
	above := b.Pages[i]
	for _, f := range v.Facets {
		for _, p := range f.Parts {
			url := above.URL + f.Param + "/" + p.Value + "/"
			b.addPage(prose.Page{ID: p.Page, Lang: l.Tag, Title: p.Title, URL: url, Part: true}, l, "type: part\nwhole: %q", above.ID)
		}
	}
}

// Part returns the part of the list of sub-processors that a page shows.
func (v *View) Part(page string) (*Part, error) {
	for _, f := range v.Facets {
		for _, p := range f.Parts {
			if p.Page == page {
				return p, nil
			}
		}
	}
	return nil, fmt.Errorf("no part of the list of sub-processors has the page %q", page)
}
