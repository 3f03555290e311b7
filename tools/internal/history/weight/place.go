package weight

import (
	"slices"

	"tillit/tools/internal/facts/value"
)

// places are where a recipient says that it processes data: countries, and regions.
type places struct {
	countries []value.Country
	regions   []string
	stated    bool
}

// told are all places that a recipient tells of, also those of a transfer.
func told(recipient map[string]any) places {
	var p places
	for _, l := range values(recipient["locations"]) {
		p.stated = true
		if c := str(group(l), "country"); c != "" && str(group(l), "region") != "world" {
			p.countries = append(p.countries, value.Country(c))
		} else {
			p.regions = append(p.regions, str(group(l), "region"))
		}
	}
	transfer := group(recipient["transfer"])
	for _, c := range named(transfer["countries"]) {
		p.countries = append(p.countries, value.Country(c))
	}
	return p
}

// nothing tells whether no place is told at all.
func (p places) nothing() bool { return len(p.countries)+len(p.regions) == 0 }

// outside tells whether a place is told that lies outside of the EU/EEA.
func (p places) outside() bool {
	return slices.ContainsFunc(p.regions, wide) || slices.ContainsFunc(p.countries, func(c value.Country) bool { return c.Zone() == value.Outside })
}

// wide tells whether a region reaches beyond the EU/EEA.
func wide(region string) bool { return region != "EU" && region != "EEA" }

// holds tells whether a country was among what was told.
func (p places) holds(c value.Country) bool {
	if slices.Contains(p.countries, c) || slices.Contains(p.regions, "world") {
		return true
	}
	return slices.Contains(p.regions, "EEA") && c.Zone() == value.Within || slices.Contains(p.regions, "EU") && c.Zone() == value.Within && !efta[c]
}

// efta are the countries of the EEA that are not in the EU.
var efta = map[value.Country]bool{"NO": true, "IS": true, "LI": true}

// reaches tells whether a region was among what was told.
func (p places) reaches(region string) bool {
	return slices.Contains(p.regions, region) || slices.Contains(p.regions, "world") || region == "EU" && slices.Contains(p.regions, "EEA")
}

// places judges the list of places, and that of the countries of a transfer: one outside
// of what was told widens.
func (j *judge) places(field string) {
	before, after := told(j.of.Old), told(j.of.New)
	now := told(map[string]any{"locations": j.of.New["locations"]})
	if field != "locations" {
		now = told(map[string]any{"transfer": j.of.New["transfer"]})
	}
	more, first := false, false
	note := func(held bool, zone value.Zone) {
		unsaid := !held && j.unsaid(field, zone, before)
		more, first = more || !held && !unsaid, first || unsaid
	}
	for _, c := range now.countries {
		note(before.holds(c), c.Zone())
	}
	for _, r := range now.regions {
		note(before.reaches(r), map[bool]value.Zone{true: value.Outside, false: value.Within}[wide(r)])
	}
	fewer := slices.ContainsFunc(before.countries, func(c value.Country) bool { return !after.holds(c) }) ||
		slices.ContainsFunc(before.regions, func(r string) bool { return !after.reaches(r) || !slices.Contains(after.regions, r) })
	switch {
	case more:
		j.say(field, Changes, "recipient-location")
	case fewer:
		j.say(field, Narrowed, "")
	case first:
		j.say(field, Told, "")
	default:
		j.say(field, j.doings(field), "")
	}
}

// unsaid tells whether nothing was told of the places of a zone, so that one of them is
// told for the first time and not new.
func (j *judge) unsaid(field string, zone value.Zone, before places) bool {
	transfer := group(j.of.Old["transfer"])
	switch {
	case transfer["third_country"] == false && zone == value.Outside, before.outside() && zone == value.Outside:
		return false
	case field == "locations":
		return !before.stated
	}
	return before.nothing() || transfer["third_country"] == true
}

// doings is what became of the towns and of what happens there, in places that stayed.
func (j *judge) doings(field string) Nature {
	if field != "locations" {
		return Told // a country of a place, now among those of the transfer
	}
	if j.samely(j.of.Old[field], j.of.New[field]) {
		return Reworded
	}
	had := map[string]map[string]any{}
	for _, l := range values(j.of.Old[field]) {
		had[str(group(l), "country")+str(group(l), "region")+folded(str(group(l), "city"))] = group(l)
		had[str(group(l), "country")+str(group(l), "region")] = group(l)
	}
	n := Told
	for _, l := range values(j.of.New[field]) {
		at := str(group(l), "country") + str(group(l), "region")
		was := had[at+folded(str(group(l), "city"))]
		if was == nil {
			was = had[at]
		}
		if was == nil {
			continue
		}
		if a, b := str(was, "city"), str(group(l), "city"); a != "" && folded(a) != folded(b) {
			n = Changes
		}
		_, come := Pair(values(was["kinds"]), values(group(l)["kinds"]), j.alike)
		if len(come) == 0 || was["kinds"] == nil {
			continue
		}
		n = Changes
		if value.Country(str(group(l), "country")).Zone() == value.Outside {
			j.why["recipient-location"] = true // as from remote access to storage
		}
	}
	return n
}
