package wording

// aPlace is what may be the name of a place; abode.PlaceOf tells whether it is one, since a
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
