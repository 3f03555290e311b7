// Package abode tells where the data of recipients is, and whether that is outside of a
// place that a text names.
package abode

import (
	"slices"
	"strings"
	"sync"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Abode is where the data of some recipients is, as their records tell.
type Abode struct {
	lands    []string // countries, by code, sorted
	anywhere bool     // in the world, or in a third country that is not named
	Abroad   bool     // outside of the EU/EEA
	eea      bool     // somewhere in the EU/EEA, in a country that is not named
}

// Add takes a recipient along.
func (a *Abode) Add(r *record.Recipient) {
	a.Abroad = a.Abroad || r.Abroad()
	for _, l := range r.Locations {
		switch {
		case l.Zone() == value.Outside && l.Country.Zone() != value.Outside:
			a.anywhere = true
		case l.Country != "":
			a.lands = append(a.lands, string(l.Country))
		default:
			a.eea = a.eea || l.Zone() == value.Within
		}
	}
	beyond := r.Destinations()
	for _, c := range beyond {
		a.lands = append(a.lands, string(c))
	}
	a.anywhere = a.anywhere || r.Abroad() && len(beyond) == 0
	slices.Sort(a.lands)
	a.lands = slices.Compact(a.lands)
}

// Beyond tells whether data is outside of a place that was promised, or cannot be said to
// be in it.
func (a Abode) Beyond(place string) bool {
	out := func(within func(code string) bool) bool {
		return a.anywhere || slices.ContainsFunc(a.lands, func(code string) bool { return !within(code) })
	}
	union := func(code string) bool {
		return value.Country(code).Zone() == value.Within && !strings.Contains("NO IS LI", code)
	}
	switch place {
	case "eea":
		return a.Abroad
	case "eu":
		return a.Abroad || out(union)
	case "europe":
		return out(func(code string) bool {
			return value.Country(code).Zone() == value.Within || strings.Contains(europe, code)
		})
	case "nordic":
		return a.eea || out(func(code string) bool { return strings.Contains("SE NO DK FI IS AX FO GL", code) })
	}
	return a.eea || out(func(code string) bool { return code == place })
}

// europe are countries that lie in Europe and outside of the EEA.
const europe = "AD AL BA CH FO GB GG GI IM JE MC MD ME MK RS SM UA VA"

// promisedLands are the countries of which a company may say that all data stays there.
const promisedLands = "SE NO DK FI IS DE NL IE FR BE LU AT ES PT IT PL EE LV LT CZ SK HU SI HR RO BG GR CY MT LI CH GB"

// placeNames are what promised places are called in a text in lower case, each with the
// place; a longer name stands before one that it begins with.
var placeNames = sync.OnceValue(func() []struct{ name, place string } {
	all := []struct{ name, place string }{
		{"eu/ees", "eea"}, {"eu/eea", "eea"}, {"eu och ees", "eea"}, {"eu and the eea", "eea"}, {"eu and eea", "eea"}, {"ees-området", "eea"}, {"ees", "eea"}, {"eea", "eea"},
		{"europeiska ekonomiska samarbetsområdet", "eea"}, {"european economic area", "eea"},
		{"europeiska unionen", "eu"}, {"european union", "eu"}, {"eu-området", "eu"}, {"eu:s gränser", "eu"}, {"eu's borders", "eu"}, {"eu", "eu"},
		{"europa", "europe"}, {"europe", "europe"},
		{"norden", "nordic"}, {"nordic countries", "nordic"}, {"nordic region", "nordic"}, {"nordics", "nordic"},
		{"landets gränser", "SE"}, {"landet", "SE"}, {"sveriges gränser", "SE"}, {"the country", "SE"}, {"swedish borders", "SE"}, {"swedish soil", "SE"},
	}
	for _, code := range strings.Fields(promisedLands) {
		for _, lang := range []string{"sv", "en"} {
			all = append(all, struct{ name, place string }{strings.ToLower(value.CountryName(code, lang)), code})
		}
	}
	return all
})

// PlaceOf is the place that a phrase ends with, or "".
func PlaceOf(phrase string) string {
	for _, tail := range []string{"enbart", "endast", "uteslutande", "och ingen annanstans", "och inte någon annanstans", "only", "alone", "exclusively", "and nowhere else"} {
		phrase = strings.TrimSuffix(phrase, " "+tail)
	}
	place, longest := "", 0
	for _, n := range placeNames() {
		rest, ends := strings.CutSuffix(phrase, n.name)
		if ends && len(n.name) > longest && !prose.EndsInLetter(rest) {
			place, longest = n.place, len(n.name)
		}
	}
	return place
}
