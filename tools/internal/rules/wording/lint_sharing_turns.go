package wording

import (
	"tillit/tools/internal/facts/prose"
)

// recipientTurns: more recipients who are nobody.
var recipientTurns = []turn{{
	words: []string{"tredjepart", "utvalda", "noga utvalda", "våra ", "leverantörer", "externa ", "extern ", "andra företag", "andra parter", "andra aktörer", "tjänsteleverantör", "it-leverantör", "underkonsult", "samarbetspart", "partner", "olika leverantörer", "betrodda", "pålitliga", "vissa leverantörer", "våra underleverantör",
		"third-party", "third party", "third parties", "carefully selected", "selected ", "service provider", "our service providers", "vendors", "our vendors", "suppliers", "our suppliers", "external ", "other companies", "other parties", "other organi", "contractors", "certain ", "various ", "subcontractors", "partners", "our advisers", "advertisers"},
	sv:     `tredjepart(?:er|erna|en)?|tredjepartsleverantör\p{L}*|(?:noga |särskilt )?utvalda (?:\p{L}*partner\p{L}*|partners|leverantörer|företag|bolag|tredjeparter|aktörer)|(?:våra|externa|extern|andra|olika|vissa|betrodda|pålitliga)(?: \p{L}+)? (?:leverantör|leverantörer|tjänsteleverantörer|it-leverantörer|parter|part|partner|partners|partnern|aktörer|företag|bolag|konsulter|underleverantörer|samarbetspartners?)`,
	en:     `third[- ]party (?:vendors?|providers?|service providers?|suppliers?|partners?|companies|services)|(?:carefully )?selected (?:partners|third parties|companies|suppliers|vendors|organi[sz]ations)|(?:our|external|certain|various|other|trusted|outside)(?: \p{L}+)?(?: (?:and|or) \p{L}+)? (?:service providers?|vendors|suppliers|companies|parties|contractors|subcontractors|providers|organi[sz]ations|advertisers|consultants)`,
	also:   `(?:^|[^\p{L}])(?:delar?|delas|dela|lämna\p{L}*|överför\p{L}*|ge[rs]?|ges|skicka\p{L}*|anlita\p{L}*|använder|får tillgång|tillgång till|få del|tar del|ta del|vidarebefordra\p{L}*|sprid\p{L}*|utlämn\p{L}*|röjs|säljer|kan få)(?:[^\p{L}]|$)|(?:^|[^\p{L}])(?:share[sd]?|sharing|disclos\p{L}*|transfer\p{L}*|provide[ds]?|pass(?:ed)?|give[ns]?|send|sent|engage[ds]?|use[ds]?|available|access|receive[ds]?|sell)(?:[^\p{L}]|$)`,
	unless: namedThere + `|tjänsteleverantörens|dina (?:egna )?leverantör|your (?:own )?(?:suppliers|vendors)|från (?:andra|externa|tredje)|hämta|samla[rs]? in|from (?:third|other|external)|collect|obtain|aldrig|never|kakor|cookie|garanti|warrant|kunduppgifter hos|såsom|nämligen|namely|dessa (?:är|leverantörer)|i (?:sverige|tyskland|irland|finland|danmark)|in (?:sweden|germany|ireland|finland|denmark)|rätt att|right to|kräver att|require (?:that|our)|begränsa|vår webbplats innehåller|länk|link`,
	denied: true,
}}

// namedThere is said where the recipients are named, here or in a list.
const namedThere = `byter|byte av|ny(?:tt|a)? under|new sub|avses|betyder|means|(?:är|is) (?:en|a|någon|any) (?:tredje|third|annan)|namnges|namn[^.]{0,20}(?:står|finns)|förteckning|lista|listas|bilaga|framgår|står på|nedan|följande|avsnitt|` + string(prose.Object) +
	`|listed|list of|set out|named|annex|schedule|appendix|below|following|section|tredje ?parts(?:kak|cook)|third.party cookie|(?:^|[^\p{L}])(?:ab|aktiebolag|ltd|limited|gmbh|inc|aps|oy|llc|b\.?v)(?:[^\p{L}]|$)`

// circleTurns: more circles.
var circleTurns = []turn{{
	words:  []string{"dela", "lämna", "överför", "få", "tillgång", "skicka", "share", "sharing", "disclos", "transfer", "pass", "available", "access", "provide"},
	holds:  []string{"koncern", "närstående", "dotterbolag", "moderbolag", "systerbolag", "intressebolag", "gruppen", "affiliate", "group", "subsidiar", "parent compan", "related compan", "sister compan"},
	sv:     `(?:delar?|delas|lämnar?|lämnas|lämnas ut|överföras?|överförs|får|få|ges|tillgång|skickas?)[^.]{0,80}(?:(?:bolag|företag|enheter)(?:en)? (?:i|inom) (?:(?:vår|den|samma) )?(?:koncern|grupp)\p{L}*|närstående (?:bolag|företag)|koncernbolag\p{L}*|(?:våra )?(?:dotter|syster|intresse|moder)bolag\p{L}*|inom (?:vår )?(?:koncernen|koncern|gruppen|företagsgruppen))`,
	en:     `(?:share|shared|sharing|disclosed?|transferred|transfer|passed|available|provided?|access)[^.]{0,80}(?:affiliates|affiliated (?:companies|entities)|(?:companies|entities|members)(?: \p{L}+)? (?:in|of|within) (?:our|the|the same)(?: \p{L}+)? group|group (?:companies|entities)|(?:our )?(?:subsidiaries|parent company|sister companies|related companies)|within (?:our|the)(?: \p{L}+)? group)`,
	unless: namedThere,
	denied: true,
}}

// abroadTurns: more ways out of the EU without a country.
var abroadTurns = []turn{{
	words:  []string{"lagra", "sparas", "behandla", "finns", "skicka", "lämna", "överför", "hanteras", "föras", "förs ", "tillgängliga", "åtkomliga", "tredje land", "tredjeland", "transfer", "store", "process", "sent", "send", "host", "located", "access", "data may", "disclos", "countries outside", "third countr"},
	holds:  []string{"tredje land", "tredjeland", "utanför e", "utanför den europe", "third countr", "outside", "other countries", "andra länder", "utomlands", "abroad"},
	sv:     `(?:lagra\p{L}*|sparas|behandla\p{L}*|finns|skicka\p{L}*|lämna\p{L}*|överför\p{L}*|hantera\p{L}*|föras|förs|tillgängliga|åtkomliga)[^.]{0,80}(?:(?:till|i) (?:ett |ett annat |andra )?(?:tredje ?l(?:and|änder)|länder)[^.]{0,1}(?: utanför (?:eu/ees|eu|ees))?|utanför (?:eu/ees|eu och ees|eu eller ees|eu|ees|den europeiska (?:unionen|ekonomiska)))`,
	en:     `(?:transfer\p{L}*|stored?|process\p{L}*|sent|send|host\p{L}*|located|access\p{L}*|disclos\p{L}*)[^.]{0,80}(?:(?:to|in|from) (?:a |any |other |certain )?third countr(?:y|ies)|outside (?:of )?(?:the )?(?:eu/eea|eea|eu|european (?:union|economic area)))`,
	also:   `tredje ?l(?:and|änder)|utanför|third countr|outside`,
	unless: `förteckn|lista|framgår|(?:^|[^\p{L}])står |anges|listed|set out|stated|described|nedan|below|får inte|must not|may not|krypter|bara inom|endast inom|only within|inte utanför|rätt|right|kräver|requires that|usa|united states|storbritannien|united kingdom|schweiz|switzerland|japan|indien|india|kanada|canada|norge|bor |resident|vistas|travel|reser|kunder (?:i|utanför)|customers|safeguards? (?:stand|is|are) |skyddet (?:står|finns)|skyddsåtgärd\p{L}* (?:står|finns)`,
	denied: true,
}, {
	words:  []string{"vissa leverantörer", "våra leverantörer", "leverantörer", "några av våra", "some of our", "certain of our", "our suppliers", "our providers", "our service providers"},
	sv:     `(?:vissa (?:av våra )?leverantörer|våra leverantörer|leverantörer|några av våra \p{L}+)[^.]{0,40}(?:finns|är etablerade|har sin verksamhet|ligger|är belägna)[^.]{0,40}(?:utanför (?:eu/ees|eu|ees)|i tredje ?l(?:and|änder))`,
	en:     `(?:some of our|certain of our|our)(?: \p{L}+){0,3} (?:are (?:located|based|established)|operate)[^.]{0,40}(?:outside (?:of )?(?:the )?(?:eu/eea|eea|eu|european)|in third countries)`,
	unless: `förteckn|lista|framgår|anges|listed|set out|usa|united states|storbritannien|united kingdom|schweiz|japan|indien|india`,
	denied: true,
}}

// browserTurns: the browser as the way to refuse.
var browserTurns = []turn{{
	words: []string{"ställa in", "ställ in", "ställer in", "blockera", "neka", "stäng", "ändra", "radera", "ta bort", "i din webbläsare", "i webbläsaren", "via webbläsaren", "genom att ändra", "inställningar", "din webbläsare", "de flesta webbläsare", "om du inte", "vill du inte", "undvika", "hantera", "kontrollera", "avvisa", "styr",
		"set your browser", "adjust", "configure", "most browsers", "your browser", "browser settings", "disable", "block", "refuse", "reject", "delete", "change your", "change the", "through your browser", "by changing", "in your browser", "manage", "control", "if you do not", "if you don't", "opt out", "turn off", "modify"},
	holds:  []string{"webbläsar", "browser"},
	sv:     `(?:ställa? in|ställer in|blockera\p{L}*|nekar?|stänga? av|ändrar?|radera\p{L}*|ta(?:r)? bort|undvika?|hanterar?|kontrollerar?|avvisar?|styra?)[^.]{0,80}webbläsar\p{L}*(?:[^.]{0,40}(?:neka|block|avvis|inte (?:tillåt|accept|ta emot))\p{L}*)?|(?:i |via |genom )?(?:din |de flesta )?webbläsar\p{L}*[^.]{0,80}(?:blockera|neka|stänga av|avvisa|radera|ta bort|tillåta)\p{L}*`,
	en:     `(?:set|adjust|configure|disable|block|refuse|reject|delete|change|manage|control|turn off|modify)(?:ing|ting)? [^.]{0,80}browsers?(?:'s|s)?(?: settings)?(?:[^.]{0,30}(?:reject|refuse|block|decline|not accept)\p{L}*)?|(?:most |your )?browsers?[^.]{0,60}(?:refuse|reject|block|disable|decline|delete)`,
	near:   `kakor|cookie`,
	unless: `också|även|dessutom|utöver|behöver inte|räcker inte|inget samtycke|kommer ihåg|nödvändiga kakor|also|in addition|as well|besides|need not|not need|not enough|no consent|do not track|consent (?:tool|banner)|cookie banner|kakval|kakruta`,
	denied: false,
}}

// numberTurns: a number that Sweden has not.
var numberTurns = []turn{{
	words:  []string{"socialförsäkringsnummer", "socialnummer", "personal security number", "personal identification code"},
	sv:     `socialförsäkringsnum\p{L}*|socialnummer|social security-nummer`,
	en:     `personal security numbers?`,
	unless: `usa|amerikan|finland|finsk|united states|american|danmark`,
}}
