package wording

import (
	"slices"
	"strings"
	"sync"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// abode is where the data of some recipients is, as their records tell.
type abode struct {
	lands    []string // countries, by code, sorted
	anywhere bool     // in the world, or in a third country that is not named
	abroad   bool     // outside of the EU/EEA
	eea      bool     // somewhere in the EU/EEA, in a country that is not named
}

// add takes a recipient along.
func (a *abode) add(r *record.Recipient) {
	a.abroad = a.abroad || r.Abroad()
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

// beyond tells whether data is outside of a place that was promised, or cannot be said to
// be in it.
func (a abode) beyond(place string) bool {
	out := func(within func(code string) bool) bool {
		return a.anywhere || slices.ContainsFunc(a.lands, func(code string) bool { return !within(code) })
	}
	union := func(code string) bool {
		return value.Country(code).Zone() == value.Within && !strings.Contains("NO IS LI", code)
	}
	switch place {
	case "eea":
		return a.abroad
	case "eu":
		return a.abroad || out(union)
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

// placeOf is the place that a phrase ends with, or "".
func placeOf(phrase string) string {
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

// aPlace is what may be the name of a place; placeOf tells whether it is one, since a
// pattern of all names would take its time.
const aPlace = `(?:(?:den |det |the )?\p{L}[\p{L}/:'-]*(?: (?:och ees|and (?:the )?eea|unionen|union|ekonomiska samarbetsområdet|economic area|gränser|borders|soil|countries|region|kingdom|republic))?)`

// stayTurns are the ways to say that data does not leave a place.
func stayTurns() []turn {
	const in = ` (?:inom|i|på(?: \p{L}+){0,2} i) ` + aPlace
	const inside = ` (?:within|in|inside|on(?: \p{L}+){0,2} in)(?: the borders of)? ` + aPlace
	const (
		data    = `uppgift|data|information|behandl|lagra|process|store|host|allt(?:[^\p{L}]|$)|everything|kopi|backup|loggar|logs|filer|files|records|drift`
		elseSV  = `annat|övrig|kan välja|väljer|begäran|nyckel|nycklar|utan (?:ditt|din|er|ert|skydd|stöd|att)|om inte|förutom|utom |annat än|får inte|får aldrig|krav|kräv|rätt att|gäller|tillgänglig|lagen|lagar `
		elseEN  = `(?:every|any)thing else|all else|choose|on request|(?:^|[^\p{L}])keys?(?:[^\p{L}]|$)|without (?:your|their|safeguards|protection|a |an |our)|unless|except|other than|must not|may not|must never|require|right to|applies|available|law `
		whollSV = `(?:bara|endast|enbart|uteslutande|alltid|helt och hållet|enkom)`
		whollEN = `(?:only|solely|exclusively|always|entirely)`
		madeSV  = `(?:lagra\p{L}*|spara\p{L}*|behandla\p{L}*|hantera\p{L}*|bearbeta\p{L}*|bevara\p{L}*|finns|ligger|hålls|förvara\p{L}*|kvar)`
		madeEN  = `(?:processed|stored|kept|held|hosted|handled|located|saved|retained|processing|storage)`
	)
	leaving := turn{
		words: []string{"lämna", "aldrig", "inte", "inga", "ingen", "inget", "varken", "förs ", "flyttas", "skickas", "överförs", "never", "not ", "no ", "none", "at no ", "nothing", "without", "doesn't", "don't", "won't", "nor "},
		holds: []string{"lämna", "ur ", "från ", "leav", "out of", "from ", "beyond"},
		sv: `lämnar?(?: \p{L}+){0,3} (?:aldrig|inte|ej)(?: någonsin)? ` + aPlace +
			`|(?:aldrig|inte|ej|inga|ingen|inget|varken)[^.,;]* lämnar? ` + aPlace +
			`|(?:förs|flyttas|skickas|överförs|tas)(?: \p{L}+){0,2} (?:aldrig|inte|ej)(?: någonsin)?(?: ut)? (?:ur|från) ` + aPlace +
			`|(?:aldrig|inte|ej|inga|ingen|inget)[^.,;]* (?:förs?|föras|flyttas?|skickas?|överföras?|överförs|tas)(?: ut)? (?:ur|från) ` + aPlace,
		en: `(?:never|not|no|none|nothing|at no (?:time|point)|doesn't|don't|won't|nor)[^.,;]* leaves? ` + aPlace +
			`|never leaves? ` + aPlace + `|without (?:ever )?leaving ` + aPlace +
			`|(?:never|not|no|none|nothing)[^.,;]* (?:moved|sent|taken|transferred|exported|shipped) (?:out of|from|beyond|outside(?: of)?) ` + aPlace +
			`|(?:doesn't|don't|won't) leave ` + aPlace,
		near: data, unless: elseSV + "|" + elseEN,
	}
	staying := turn{
		words: []string{"bara", "endast", "enbart", "uteslutande", "alltid", "stannar", "förblir", "all ", "alla ", "allt ", "samtliga", "only", "solely", "exclusively", "always", "entirely", "stay", "remain", "everything"},
		sv: whollSV + `(?: (?:att )?` + madeSV + `){0,2}` + in + `|(?:stannar|förblir)(?: \p{L}+){0,3}` + in +
			`|(?:all|alla|allt|samtliga)(?: \p{L}+){0,2} ?(?:uppgifter\p{L}*|personuppgifter\p{L}*|data|kunddata|information|behandling|lagring|drift)(?: \p{L}+){0,3} (?:sker|görs|lagras|sparas|behandlas|hanteras|finns|ligger)` + in +
			`|allt (?:lagras|sparas|behandlas|hanteras|finns|ligger)` + in,
		en: whollEN + `(?: ever)?(?: be)?(?: ` + madeEN + `)?(?: and ` + madeEN + `)?` + inside + `|(?:stays?|remains?)(?: \p{L}+){0,2}` + inside +
			`|(?:all|everything)(?: \p{L}+){0,3} (?:is|are|takes place|happens|stays)(?: ` + madeEN + `)?(?: and ` + madeEN + `)?` + inside,
		near: data, unless: elseSV + "|" + elseEN,
	}
	alone := turn{
		words: []string{"inom ", "within ", "in the ", "in sweden", "in germany", "i sverige", "i eu", "i ees", "i norden", "i europa", "i tyskland", "in europe", "inside "},
		holds: []string{"enbart", "endast", "bara", "uteslutande", "annanstans", "only", "alone", "exclusively", "nowhere"},
		sv:    `(?:inom|i) ` + aPlace + ` (?:enbart|endast|uteslutande|och (?:ingen|inte någon) annanstans)`,
		en:    `(?:within|in|inside) ` + aPlace + ` (?:only|alone|exclusively|and nowhere else)`,
		near:  data, unless: elseSV + "|" + elseEN,
	}
	outside := turn{
		words: []string{"inga", "ingen", "aldrig", "inte", "no ", "none", "never", "not ", "nothing"},
		holds: []string{"utanför", "outside", "beyond"},
		sv:    `(?:inga|ingen|aldrig|inte)[^.,;]* utanför ` + aPlace,
		en:    `(?:no|none|never|not|nothing)[^.,;]* (?:outside(?: of)?|beyond) ` + aPlace,
		near:  `lämnar|delar|förs|behandlas|lagras|överför|hanteras|share|transfer|leave|process|store|disclose|sent`,
	}
	return []turn{leaving, staying, alone, outside}
}
