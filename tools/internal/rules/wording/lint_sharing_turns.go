package wording

import (
	"tillit/tools/internal/facts/prose"
)

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

// numberTurns: a number that Sweden has not.
var numberTurns = []turn{{
	words:  []string{"socialförsäkringsnummer", "socialnummer", "personal security number", "personal identification code"},
	sv:     `socialförsäkringsnum\p{L}*|socialnummer|social security-nummer`,
	en:     `personal security numbers?`,
	unless: `usa|amerikan|finland|finsk|united states|american|danmark`,
}}
