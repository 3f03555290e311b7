package alike

import (
	"cmp"
	"slices"
	"strings"
)

// sense is what a word means to one who looks for numbers.
type sense int

const (
	none     sense = iota
	numeral        // two, trettio
	one            // a, ett: no number but before a unit
	unit           // days
	month          // January
	multiple       // million
	percent        // procent
	within         // inom: "within a month" is a period, "once a month" is none
	cites          // artikel: what follows is a place in a text
	joins          // och: goes on with what came before
	often          // varannan: every so many
	between        // full: stands between a number and its unit
)

type word struct {
	sense sense
	value float64
	unit  string
}

// lexicon are the words of a language. Nil is a language of which only figures are read.
type lexicon struct {
	lang     string
	words    map[string]word
	compound map[string][]string // numbers that other words begin with, the longest first, by two letters
	stems    []stem
	begun    pairs // what its words begin with, so that few others are looked up,
	numbered pairs // and what those begin with that may be taken apart
}

// pairs are first two bytes of words.
type pairs [1 << 10]uint64

func (p *pairs) add(w string) { p[index(w)>>6] |= 1 << (index(w) & 63) }

func (p *pairs) has(w string) bool { return p[index(w)>>6]>>(index(w)&63)&1 == 1 }

func index(w string) uint16 { return uint16(w[0])<<8 | uint16(w[1]) }

// look returns what a word means.
func (l *lexicon) look(w string) word {
	if len(w) < 2 || l.begun.has(w) {
		return l.words[w]
	}
	return word{}
}

// ready is the lexicon once all words are in it.
func (l *lexicon) ready() *lexicon {
	for w := range l.words {
		if len(w) > 1 {
			l.begun.add(w)
		}
	}
	for w := range l.compound {
		l.numbered.add(w)
	}
	return l
}

// stem is what a word begins with that goes on from a number: tvåårig, trettiodagars.
type stem struct{ begins, unit string }

var lexicons = map[string]*lexicon{"sv": swedish().ready(), "en": english().ready()}

// reading returns how two languages are read side by side: by their words where those of
// both are known, else by figures.
func reading(a, b string) (*lexicon, *lexicon) {
	if x, y := lexicons[a], lexicons[b]; x != nil && y != nil {
		return x, y
	}
	return nil, nil
}

func (l *lexicon) add(what sense, value float64, unit string, words string) {
	for _, w := range strings.Fields(words) {
		l.words[w] = word{what, value, unit}
	}
}

// counted adds the words of a list, each a number more than the one before.
func (l *lexicon) counted(what sense, from int, words string) {
	for i, alike := range strings.Fields(words) {
		for _, w := range strings.Split(alike, "/") {
			l.words[w] = word{sense: what, value: float64(from + i)}
		}
	}
}

func swedish() *lexicon {
	l := &lexicon{lang: "sv", words: map[string]word{}}
	l.counted(numeral, 2, "två/tvenne tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton/aderton nitton tjugo")
	for i, tens := range strings.Fields("tjugo trettio/tretti fyrtio/fyrti femtio/femti sextio/sexti sjuttio/sjutti åttio/åtti nittio/nitti") {
		for _, t := range strings.Split(tens, "/") {
			l.words[t] = word{sense: numeral, value: float64(20 + 10*i)}
			for n, ones := range strings.Fields("en/ett två tre fyra fem sex sju åtta nio") {
				for _, o := range strings.Split(ones, "/") {
					l.words[t+o] = word{sense: numeral, value: float64(21 + 10*i + n)}
				}
			}
		}
	}
	for i, n := range strings.Fields("ett två tre fyra fem sex sju åtta nio") {
		l.words[n+"hundra"] = word{sense: numeral, value: float64(100 * (i + 1))}
		l.words[n+"tusen"] = word{sense: numeral, value: float64(1000 * (i + 1))}
	}
	l.add(one, 1, "", "en ett")
	l.add(multiple, 100, "", "hundra")
	l.add(multiple, 1e3, "", "tusen tkr")
	l.add(multiple, 1e6, "", "miljon miljoner mkr mnkr")
	l.add(multiple, 1e9, "", "miljard miljarder mdkr")
	l.add(percent, 1, "", "procent procentenheter")
	l.add(unit, 1, "minute", "minut minuter minuters minuterna")
	l.add(unit, 1, "hour", "timme timmar timmars timmarna timma")
	l.add(unit, 1, "day", "dag dagar dagars dagarna dagarnas dygn dygns dygnet dygnets kalenderdag kalenderdagar kalenderdagars")
	l.add(unit, 1, "workday", "arbetsdag arbetsdagar arbetsdagars arbetsdagarna vardag vardagar vardagars vardagarna bankdag bankdagar bankdagars helgfria")
	l.add(unit, 1, "week", "vecka veckor veckors veckorna veckan")
	l.add(unit, 1, "month", "månad månader månaders månaderna månaden månads kalendermånad kalendermånader")
	l.add(unit, 1, "quarter", "kvartal kvartals kvartalet")
	l.add(unit, 1, "half", "halvår halvårs halvåret")
	l.add(unit, 1, "year", "år års åren året åriga årig årigt kalenderår")
	l.add(often, 1, "year", "årligen årlig årliga årligt årsvis")
	l.add(often, 1, "month", "månadsvis månatligen månatlig månatliga")
	l.add(often, 1, "quarter", "kvartalsvis")
	l.add(often, 1, "week", "veckovis")
	l.add(often, 1, "day", "dagligen daglig dagliga")
	l.add(often, 2, "", "varannan vartannat")
	l.counted(often, 3, "tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte")
	l.counted(month, 1, "januari/jan februari/feb mars april/apr maj juni/jun juli/jul augusti/aug september/sep/sept oktober/okt november/nov december/dec")
	l.add(within, 0, "", "inom efter minst högst senast tidigast upp över under i om på")
	l.add(cites, 0, "", "artikel artiklarna artiklar art kap kapitel skäl sfs nr punkt punkten bilaga avsnitt steg version paragraf fotnot lagen förordning förordningen")
	l.add(joins, 0, "", "och eller till samt a b c d e f g")
	l.add(between, 0, "", "hela fulla extra ytterligare kompletta sammanhängande på varandra följande")
	l.prefixes("dagar", "day", "dags", "day", "dygn", "day", "arbetsdag", "workday", "veck", "week", "månad", "month", "år", "year", "timm", "hour", "minut", "minute")
	return l
}

// prefixes lets words be taken apart that begin with a number.
func (l *lexicon) prefixes(stems ...string) {
	l.compound = map[string][]string{}
	for w, m := range l.words {
		if m.sense == numeral || m.sense == one {
			l.compound[w[:2]] = append(l.compound[w[:2]], w)
		}
	}
	for _, alike := range l.compound {
		slices.SortFunc(alike, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	}
	for i := 0; i < len(stems); i += 2 {
		l.stems = append(l.stems, stem{stems[i], stems[i+1]})
	}
}

func english() *lexicon {
	l := &lexicon{lang: "en", words: map[string]word{}}
	l.counted(numeral, 1, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")
	for i, t := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		l.words[t] = word{sense: numeral, value: float64(20 + 10*i)}
	}
	l.add(one, 1, "", "a an")
	l.add(multiple, 100, "", "hundred")
	l.add(multiple, 1e3, "", "thousand")
	l.add(multiple, 1e6, "", "million millions")
	l.add(multiple, 1e9, "", "billion billions")
	l.add(percent, 1, "", "percent percentage")
	l.add(unit, 1, "minute", "minute minutes")
	l.add(unit, 1, "hour", "hour hours")
	l.add(unit, 1, "day", "day days")
	l.add(unit, 1, "workday", "weekday weekdays workday workdays")
	l.add(unit, 1, "week", "week weeks")
	l.add(unit, 1, "fortnight", "fortnight fortnights")
	l.add(unit, 1, "month", "month months")
	l.add(unit, 1, "quarter", "quarter quarters")
	l.add(unit, 1, "year", "year years")
	l.add(often, 1, "year", "yearly annually annual")
	l.add(often, 1, "month", "monthly")
	l.add(often, 1, "quarter", "quarterly")
	l.add(often, 1, "week", "weekly")
	l.add(often, 1, "day", "daily")
	l.add(often, 1, "fortnight", "fortnightly biweekly")
	l.add(often, 1, "half", "biannually biannual")
	l.add(often, 2, "", "other")
	l.counted(often, 3, "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
	l.counted(month, 1, "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec")
	l.add(within, 0, "", "within after least most than in for over under during")
	l.add(cites, 0, "", "article articles art section sections chapter chapters recital recitals no point paragraph annex step version sfs act regulation directive")
	l.add(joins, 0, "", "and or to b c d e f g")
	l.add(between, 0, "", "calendar full whole further additional more consecutive extra working business banking")
	return l
}

// compounded takes a word apart that begins with a number and goes on with a unit.
func (l *lexicon) compounded(w string) (word, bool) {
	if len(w) < len("enårs") || !l.numbered.has(w) {
		return word{}, false
	}
	for _, n := range l.compound[w[:2]] {
		if rest, ok := strings.CutPrefix(w, n); ok {
			if of := l.unitOf(rest); of != "" {
				return word{unit, l.words[n].value, of}, true
			}
		}
	}
	return word{}, false
}

// unitOf is the unit that a word begins with which goes on from a number: 30-dagarsfrist.
func (l *lexicon) unitOf(w string) string {
	for _, s := range l.stems {
		if strings.HasPrefix(w, s.begins) {
			return s.unit
		}
	}
	return ""
}
