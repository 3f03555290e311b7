package wording

// What rights are asked for, in the words of those who tell of them.
const (
	accessSV = `registerutdrag|(?:^|[^\p{L}])utdrag(?:et|en)?(?:[^\p{L}]|$)|kopi(?:a|or|an|orna) (?:av|på|med) (?:(?:de|dina|sina|alla|egna|vilka|dess|personens) ){0,3}(?:person)?(?:uppgift|data)|kopi(?:a|or) av (?:dem|det vi)` +
		`|begära (?:en |ett |ut )?(?:kopi|utdrag|insyn)|begära(?:n)? (?:om )?(?:att få )?(?:ut|tillgång|information|insyn)|(?:tillgång till|ta del av|få ut|få se|insyn i) (?:(?:de|dina|sina|alla|vilka|våra|egna) ){0,3}(?:person)?(?:uppgift|data|information)` +
		`|få veta (?:vilka|vad)|rätt(?:en)? till (?:tillgång|insyn|information om)`
	requestSV = accessSV + `|begäran om (?:rättelse|radering|begränsning|dataportabilitet|portabilitet)|(?:utöva|använda|nyttja|utnyttja|göra gällande) (?:(?:dina|en|sina|någon av|dessa|sin|din) ){1,3}rättighet|rätt(?:en)? till (?:rättelse|radering|dataportabilitet|begränsning)|få (?:(?:dina|sina|felaktiga) ){0,2}(?:person)?uppgifter (?:rättade|raderade|flyttade)|begäran enligt (?:gdpr|dataskydd)`
	accessEN  = `(?:extracts?|cop(?:y|ies)) (?:of|from) (?:(?:your|the|their|all|any|our) ){0,2}(?:personal )?(?:data|information|records?|file)|(?:ask|apply|request\p{L}*|entitled|right|provide\p{L}*|get|receive|obtain|given?) (?:to |for |you )?(?:an? |one |the )?(?:\p{L}+ )?(?:extract|cop(?:y|ies))|subject access|access requests?|dsar|requests? for (?:access|a copy|copies|an extract|information|your (?:personal )?data)` +
		`|access to (?:your|the|their|any|all) (?:personal )?(?:data|information)|right (?:of|to) access|right to (?:see|know) (?:what|which)|(?:see|know|find out) (?:what|which) (?:personal )?(?:data|information) we`
	requestEN = accessEN + `|requests? (?:for|to) (?:erasure|deletion|rectification|correction|portability|restriction|delete|erase|correct|rectify)|exercis(?:e|ing|es) (?:(?:your|any|a|an|of|these|this|one|their|his|her|or) ){0,3}(?:\p{L}+ )?rights?|data subject requests?|have (?:your|the) (?:personal )?data (?:erased|deleted|corrected|rectified)|right (?:to|of) (?:erasure|rectification|portability|restriction)`
)

// feeTurns: any word for a price, where rights are spoken of.
var feeTurns = []turn{{
	words: []string{"debiter", "avgift", "administrationsavgift", "expeditionsavgift", "handläggningsavgift", "kopieringsavgift", "hanteringsavgift", "självkostnad", "kostnad", "kostar", "priset", "pris ", "fakturer", "tar betalt", "betala", "ersättning på", "ersättning med",
		"charge", "fee", "cost", "price", "payable", "pay ", "invoice", "administrative fee"},
	sv:     `debiter(?:ar|as|a|ing|ade)(?: \p{L}+)?|(?:administrations|expeditions|handläggnings|kopierings|hanterings)?avgift(?:en|er|erna)?|avgiftsbela\p{L}+|självkostnad\p{L}*|kostnad(?:en|er|erna)?|kostar|pris(?:et)?|fakturera\p{L}*|tar betalt|betalar?|ersättning (?:på|med) \d+`,
	en:     `charge(?:s|d|able)?|fees?|costs?|price(?:d|s)?|payable|pay|invoiced?`,
	near:   requestSV + `|` + requestEN,
	also:   `(?:^|[^\p{L}])(?:register)?utdrag|kopi|begär|tillgång|insyn|rättighet|rätt till|rader|rätta|\d+ ?(?:kr|kronor|:-|sek|eur|€)|(?:sek|eur|€|usd|£) ?\d+|extract|cop(?:y|ies)|request|access|right|exercis`,
	unless: gratis + `|faktur(?:a|or)[^\p{L}]|tjänsten|abonnemang|medlems|årsavgift|prenumer|subscription|purchase|service fee|biljett|api|belastningsreg|folkbokför|criminal record`,
	denied: true,
}, {
	words:  []string{"första ", "det första", "den första", "första registerutdraget", "the first ", "first "},
	sv:     `(?:det |den )?första (?:registerutdraget|utdraget|kopian|begäran)[^.;]{0,30}(?:gratis|kostnadsfri|avgiftsfri|utan kostnad|ingår)\p{L}*[^.;]{0,40}(?:därefter|sedan|efter det|ytterligare|därutöver|nästa|följande)[^.;]{0,60}\d+ ?(?:kr|kronor|sek)`,
	en:     `(?:the )?first (?:copy|request|extract)[^.;]{0,30}free[^.;]{0,60}(?:after that|subsequent|then|thereafter)[^.;]{0,60}(?:charged?|fee|costs?)`,
	unless: `ogrund|orimlig|unfounded|excessive|kopior|copies`,
}}

// gratis is what is said where a right costs nothing.
const gratis = `ogrund|orimlig|upprepa|utan (?:någon |extra )?(?:avgift|kostnad|ersättning)|ing(?:en|a) (?:avgift|kostnad)|avgiftsfri|kostnadsfri|kostar (?:dig )?(?:ing|inte)|gratis|ytterligare|fler |extra |(?:^|[^\p{L}\d])(?:0|noll) (?:kr|kronor|sek|eur)|inget (?:för|att betala)|(?:står|svarar) för (?:alla )?(?:kostnad|avgift)|betalar (?:du )?(?:ingen|inget|inte)` +
	`|unfounded|excessive|repetitive|free of|free,|(?:for|is|are) free|no (?:fee|cost|charge)|without|further|additional|nothing|in charge|0 (?:eur|sek)|we (?:bear|cover|pay)|any extra|not pay`

// frequencyTurns: how often, where access is spoken of.
var frequencyTurns = []turn{{
	words: []string{"en gång", "ett tillfälle", "vid ett tillfälle", "två gånger", "tre gånger", "1 gång", "2 gånger", "3 gånger", "årlig", "varje år", "varje kalenderår", "vart år", "vartannat år", "var tolfte", "var sjätte", "per år", "per kalenderår", "om året", "ett registerutdrag ", "två registerutdrag ", "ett utdrag ", "en kopia ", "en begäran ", "en kostnadsfri ", "ett kostnadsfritt ", "ett gratis ",
		"once", "twice", "one time", "two times", "three times", "every 12", "every twelve", "every six", "every 6", "every year", "each year", "every other year", "annual", "yearly", "one request", "two requests", "one copy", "one extract", "one free", "a single", "per year", "per calendar year", "per annum"},
	sv: `(?:(?:ett|en) (?:enda )?tillfälle|(?:en|två|tre|fyra|\d) gång(?:er)?)(?: \p{L}+)? ?(?:per|om|varje|var|under|inom|i|på|årligen)(?: (?:ett|en|varje|och|samma|löpande|rullande|det)){0,3} ?(?:kalender)?(?:året|år|tolvmånadersperiod|tolv månader|12-månadersperiod|12 månader|tolfte månad|period om (?:tolv|12) månader|halvår|kvartal|månad)` +
		`|årlig(?:en|a|t)?|(?:varje|vart|vartannat) (?:kalender)?år|var (?:tolfte|sjätte) månad|per (?:kalender)?år|om året` +
		`|(?:ett|två|en)(?: (?:kostnadsfri\p{L}*|gratis|enda))? (?:registerutdrag|utdrag|kopia|begäran) (?:per|om|varje|under ett|under) (?:kalender)?(?:år|året)`,
	en: `(?:once|twice|one time|(?:two|three|\d) times)(?: (?:a|an|per|every|each|in|any|during|within|one|given|single|rolling|calendar|consecutive|the|same)){1,4} (?:year|twelve[- ]month period|12[- ]month period|period of (?:12|twelve) months|(?:12|twelve)[- ]months?|half-year|six months|quarter|month)` +
		`|(?:once|twice) (?:annually|yearly)|every (?:12|twelve|6|six) months|every (?:other )?year|each (?:calendar )?year|annual(?:ly)?|yearly|per (?:calendar year|year|annum)` +
		`|(?:one|a single|two)(?: (?:free|free-of-charge|single))? (?:requests?|cop(?:y|ies)|extracts?|access requests?) (?:a|per|every|each|in any|in each)(?: (?:calendar|12|twelve|rolling|given))? ?(?:year|months?|month period|-month period)?`,
	near: accessSV + `|` + accessEN,
	also: `(?:^|[^\p{L}])(?:du|man|ni|er|dig|den registrerade|registrerade|var och en|envar|kunden|medlem\p{L}*|varje person|den som)(?:[^\p{L}]|$)|(?:utdrag|kopi\p{L}*|uppgifter(?:na)?|information|insyn|begäran)[^.]{0,30} (?:lämnas|ges|får|utlämnas|tillhandahålls|skickas|erhålls|beviljas|kan)|(?:lämnar|ger|skickar|tillhandahåller) [^.]{0,20}(?:utdrag|kopi)|begränsa\p{L}*|högst|max` +
		`|(?:^|[^\p{L}])(?:you|your|individuals?|data subjects?|customers?|members?|everyone|anyone|person)(?:[^\p{L}]|$)|(?:extract|cop(?:y|ies)|access|request|information)[^.]{0,30} (?:is|are|may|can|will be) |limited`,
	unless: notAccess,
	denied: true,
}, {
	words:  []string{"inte oftare", "inte mer än", "högst ", "max ", "maximalt ", "endast ", "bara ", "no more than", "not more than", "at most", "a maximum of", "only ", "limited to"},
	sv:     `(?:inte oftare än|inte mer än|högst|max|maximalt|endast|bara) (?:ett|två|tre|\d)(?: \p{L}+)? (?:registerutdrag|utdrag|kopior|begäran\p{L}*)[^.;]{0,30}(?:år|månad)\p{L}*`,
	en:     `(?:no more than|not more than|at most|a maximum of|only|limited to) (?:one|two|three|\d)(?: \p{L}+)? (?:requests?|cop(?:y|ies)|extracts?)[^.;]{0,30}(?:year|month)\p{L}*`,
	near:   accessSV + `|` + accessEN,
	unless: notAccess,
}}

// notAccess is what else happens once a year, and where there is no limit.
const notAccess = `revision|gransk|inspek|(?:^|[^\p{L}])test|övning|öva|utbild|genomgång|går igenom|ser över|behörighet|räkenskap|bokslut|mäter|utvärder|byter|statistik|publicer|redovis|rapport|sammanställ|årsredovis|faktur|kvitto|deklaration|kontoutdrag|inbetal|nyhetsbrev|påminn|frågar|kontrollerar vi|uppdatera|stämmer|meddelande` +
	`|audit|training|review|drill|exercise |report|statistic|publish|invoice|statement of account|financial|newsletter|remind|we (?:ask|write|check|test)|message` +
	`|ingen gräns|utan gräns|ingen begränsning|hur ofta|så ofta|när som helst|hur många|obegränsa|flera gånger|(?:också|även|gärna) (?:mer|oftare|fler)|oftare om|tidigare (?:fick|kunde|gällde)|personuppgiftslagen|no limit|as often|as many|any time|at any time|unlimited|formerly|previously|used to|(?:may|can|free to) (?:ask|request|apply)[^.]{0,40} more than once`

// reasonTurns: a duty to tell why, where access is spoken of.
var reasonTurns = []turn{{
	words: []string{"du måste", "du ska", "du skall", "du behöver", "du bör", "måste du", "ska du", "skall du", "behöver du", "bör du", "man måste", "man ska", "måste man", "ska man", "den som begär", "den registrerade", "krävs ", "kräver ", "kräver vi", "förutsätter", "förutsatt", "under förutsättning", "villkor", "endast om", "bara om", "om du ", "begäran ", "en begäran", "din begäran", "giltig", "godtagbar", "särskild", "sakliga", "goda skäl", "förklara", "berätta", "redogör för", "uppge", "skriv", "vi behöver veta", "vi vill veta", "vi måste få veta",
		"you must", "you have to", "you need", "you should", "you shall", "you are required", "you will", "your request", "requests ", "a request", "the request", "tell us", "if you ", "only if", "provided", "please state", "please explain", "we require", "we need to know", "we ask you", "must ", "reasons must"},
	holds: []string{"skäl", "varför", "anledning", "orsak", "syfte", "motiver", "intresse", "why", "reason", "ground", "justif", "purpose", "interest", "motiv"},
	sv: `(?:(?:du|man|den som begär [^.,;]{0,40}|den registrerade) (?:måste|ska|skall|behöver|bör)|(?:måste|ska|skall|behöver|bör) (?:du|man|den registrerade))(?: \p{L}+){0,3}? (?:ange|uppge|motivera|förklara|redogöra|berätta|skriva|visa|ha|tala om|styrka|lämna)[^.,;]{0,50}?(?:skäl\p{L}*|anledning\p{L}*|orsak\p{L}*|syfte\p{L}*|varför|motivering\p{L}*|begäran|intresse\p{L}*)` +
		`|(?:krävs|kräver(?: vi)?|förutsätter|förutsatt|under förutsättning|villkor\p{L}*|endast om|bara om|om du)[^.;]{0,60}(?:giltig\p{L}*|godtagbar\p{L}*|berättiga\p{L}*|saklig\p{L}*|särskil\p{L}*|god\p{L}*|rimlig\p{L}*|legitim\p{L}*|tungt? vägande) (?:skäl\p{L}*|anledning|orsak|syfte\p{L}*|intresse\p{L}*)` +
		`|(?:krävs|kräver(?: vi)?|förutsätter)[^.;]{0,40} (?:anger|uppger|förklarar|redogör|berättar|motiverar)[^.;]{0,40}(?:skäl\p{L}*|anledning\p{L}*|orsak\p{L}*|syfte\p{L}*|varför|begäran)` +
		`|(?:din |en )?begäran [^.,;]{0,40}(?:ska|skall|måste|bör)(?: \p{L}+)? (?:vara (?:\p{L}+ )?motiverad|motiveras|innehålla (?:ett |en |dina )?(?:skäl|motivering|anledning))` +
		`|(?:förklara|berätta|redogör för|uppge|skriv) (?:för oss )?varför|vi (?:behöver|vill|måste få) veta varför`,
	en: `you (?:must|have to|need to|should|shall|are (?:required|obliged|asked) to|will (?:have|need|be asked|be required) to)(?: \p{L}+)? (?:tell|state|give|explain|justify|specify|provide|indicate|show|have|demonstrate|set out|describe|include|let)[^.,;]{0,50}(?:why|reasons?|grounds?|justification|purpose|motiv\p{L}*|interest|request)` +
		`|(?:(?:your|a|the) request|requests)[^.,;]{0,40} (?:must|should|shall|need to|needs to|have to|has to) (?:be (?:justified|reasoned|motivated|substantiated)|(?:state|include|give|contain|set out|explain)[^.,;]{0,30}(?:reasons?|grounds?|why|purpose|justification))` +
		`|(?:if|only if|provided(?: that)?) (?:you|the data subject) (?:have|has|can show|can give|give|state|show|demonstrate)s?[^.,;]{0,20}(?:valid|good|legitimate|justified|proper|sufficient|compelling|reasonable|specific) (?:reasons?|grounds?|interest|purpose)` +
		`|tell us why|please (?:state|explain) (?:the reasons?|why)|we (?:require|need)[^.,;]{0,20} (?:a|the|your) reasons?|we need to know why`,
	near:   accessSV + `|` + accessEN,
	also:   accessSV + `|utdrag|begär|tillgång|` + accessEN + `|access|cop(?:y|ies)|request|extract`,
	unless: `invänd|väger tyngre|våra berättigade|särskilda? situation|rättelse|rätta|felakti|fullmakt|identitet|vem du är|behöver inte|inte (?:ange|motivera|förklara)|utan att (?:ange|motivera|förklara)|om vi (?:inte|avslår|nekar)|gärna|objection|object to|overrid|our legitimate|particular situation|rectif|correct|identity|who you are|not (?:have|need) to|without (?:giving|stating)|if we (?:refuse|do not)|exemption`,
	denied: true,
}}

// barTurns: erasure, a denial and legitimate interests, in any order.
var barTurns = []turn{{
	words: []string{"rätten till radering", "rätt till radering", "rätten att bli", "radering", "rader", "bli glömd", "bortglömd", "tas bort", "ta bort", "tar bort", "borttag", "uppgifter", "behandling", "vi rader", "vi tar", "erasure", "deletion", "the right to erasure", "the right to be forgotten", "erase", "delete", "forgotten", "remove", "we do not", "we cannot", "we will not", "we don't", "you cannot", "you can't", "you may not", "data "},
	holds: []string{"intresse", "interest", "6.1 f", "6(1)(f)"},
	sv: `(?:rätten till radering|rätt till radering|rätten att bli (?:bort)?glömd|radering\p{L}*|rader(?:as?|ar|ade|at)|bli (?:bort)?glömd|ta(?:s|r)? bort|borttag\p{L}*)[^.]*?(?:(?:inte|ej)(?: [^l.]| l[^ä.])|aldrig|undantag\p{L}*|utesluten|saknas|upphör|inget|ingen rätt)[^.]*?(?:baser|grund|stöd|vilar|bygg|enligt|artikel|med hänvisning|på)[^.]{0,60}?(?:intresseavvägning\p{L}*|berättiga(?:t|de) intresse\p{L}*|6\.1 f)` +
		`|uppgifter(?:na)?[^.]{0,60}?(?:baser|grund|stöd|vilar|bygg|enligt|på)[^.]{0,60}?(?:intresseavvägning\p{L}*|berättiga(?:t|de) intresse\p{L}*|6\.1 f)[^.]{0,60}?(?:(?:rader\p{L}*|ta(?:s|r)? bort) (?:vi )?(?:inte|ej|aldrig)|(?:kan|går|får|behöver)(?: du| vi| man)? (?:inte|ej|aldrig)[^.]{0,30}(?:rader\p{L}*|ta(?:s)? bort))` +
		`|(?:behandling|uppgifter)[^.]{0,60}?(?:intresseavvägning\p{L}*|berättiga(?:t|de) intresse\p{L}*)[^.]{0,40}?(?:omfattas (?:inte|ej) av|undanta\p{L}* från)[^.]{0,30}?(?:radering|glömd)` +
		`|vi (?:rader\p{L}*|tar) (?:inte|aldrig|ej)[^.]{0,80}(?:baser|grund|stöd|vilar|bygg|enligt|på)[^.]{0,60}?(?:intresseavvägning\p{L}*|berättiga(?:t|de) intresse\p{L}*)`,
	en: `(?:erasure|deletion|erased?|deleted?|forgotten|removed?)[^.]*?(?:cannot|can't|not|except|exclud\p{L}*|unavailable|n't|never)[^.]*?(?:based on|basis|rel(?:y|ies|ied|ying) (?:up)?on|rest(?:s|ing)? (?:up)?on|under|ground\p{L}*|justified by|article)[^.]{0,30}?(?:legitimate interests?|6\(1\)\(f\))` +
		`|(?:we|you) (?:do not|cannot|will not|don't|can't|may not|never) (?:delete|erase|remove|(?:have|get|request|demand|ask)[^.]{0,40}?(?:erased|deleted|removed|erasure|deletion))[^.]*?(?:based on|basis|rel(?:y|ies|ied|ying) (?:up)?on|rest(?:s|ing)? (?:up)?on|under|ground\p{L}*)[^.]{0,30}?legitimate interests?` +
		`|data [^.]{0,60}?(?:based on|basis|rel(?:y|ies|ied|ying) (?:up)?on|rest(?:s|ing)? (?:up)?on|under|ground\p{L}*)[^.]{0,30}?legitimate interests?[^.]{0,60}?(?:cannot|not|never)[^.]{0,30}?(?:erased?|deleted?|removed?|forgotten)`,
	unless: `tyngre|overrid|prevail|outweigh|invänd|object|tvingande|compelling|också|även|also|rättslig förpliktelse|legal obligation|inte längre behövs|no longer`,
}}

// complaintTurns: to turn to the company first, as a condition for a complaint.
const (
	toUsSV     = `(?:kontakt|vän[dt]|hör|klag|framför|ta(?:git|ga|r)? upp|skriv|skrev|skick|rikt|ställ|anmäl|meddel|påtal|reklam|lämna|försök|prata|gå |gått|lyft)\p{L}*[^.;]{0,50}?(?:oss|vårt \p{L}+|vår \p{L}+|företaget|bolaget|kundtjänst|personuppgiftsansvarig\p{L}*|dataskyddsombud\p{L}*|ombudet|supporten|vd)`
	toUsEN     = `(?:contact|turn|writ|wrote|complain|rais|tak|address|submit|notif|inform|approach|get in touch|got in touch|been in touch|bring|brought|try|tried|giv|send|sent|speak|spoken|lodg|exhaust|us(?:e|ed) )\p{L}*[^.;]{0,50}?(?:us|our \p{L}+|the company|the controller|internal \p{L}+)`
	complainSV = `klag|tillsynsmyndighet|(?:^|[^\p{L}])imy|integritetsskydd|datainspekt`
	complainEN = `complain|authority|(?:^|[^\p{L}])imy|regulator`
	advised    = `gärna|råd|rekommend|uppskatta|föreslå|uppmuntra|inget villkor|inget krav|utan krav|direkt (?:hos|till)|(?:^|[^\p{L}])ändå|även om du inte|oavsett|behöver inte|behöver du inte|måste inte|måste du inte|kan också|om du vill|ber vi dig|hoppas|inte ha kontaktat|vi måste|vi ska|ska vi|måste vi|recommend|advice|advis|welcome|no condition|not a condition|directly|anyway|regardless|appreciate|encourage|prefer|would like|if you like|invite|hope|not (?:have|need|required|obliged) to|no need|needn't|we must|we shall|we will|ask you to|about (?:our|the|your) (?:service|product|deliver|order|purchase)|om (?:våra |vår |din |en )?(?:tjänst|produkt|vara|leverans|köp)`
)

var complaintTurns = []turn{{
	words: []string{"måste", "ska ", "skall ", "behöver ", "bör ", "innan ", "krävs", "kräver", "förutsätt", "förutsatt", "villkor", "en förutsättning", "bara ", "endast", "enbart", "först ", "tidigast", "klagomål", "klagar du", "du får klaga", "du kan klaga",
		"must ", "have to", "need to", "shall ", "should ", "are required", "is required", "are obliged", "are expected", "before ", "only ", "requires", "provided", "on condition", "subject to", "complaints", "a complaint", "any complaint", "prior to", "first "},
	holds: []string{"klag", "tillsynsmyndighet", "imy", "integritetsskydd", "complain", "authority"},
	sv: `(?:måste|ska|skall|behöver|bör)(?: du| man| ni| den som \p{L}+| alltid| först| själv| dock| i första hand){0,4}(?: ha)? ` + toUsSV + `[^.;]{0,70}?(?:innan|först|i första hand|före|för att)` +
		`|(?:måste|ska|skall|behöver|bör)(?: du| man| ni| alltid| dock){0,3} (?:först|i första hand)(?: ha)? ` + toUsSV +
		`|innan [^.;]{0,80}?(?:måste|ska|skall|behöver|bör|krävs)[^.;]{0,40}?` + toUsSV +
		`|(?:förutsätt|kräv|förutsatt|villkor|en förutsättning)\p{L}*[^.;]{0,60}?` + toUsSV +
		`|(?:bara|endast|enbart|först|tidigast)(?: om| när| efter| sedan| att| det| du| vi| ni| har| själv){1,5} [^.;]{0,40}?(?:` + toUsSV + `|vår\p{L}* [^.;]{0,30}(?:svar|beslut|handläggning|prövning)|(?:svarat|hanterat|prövat|besvarat|avslagit|handlagt|fått (?:chans|möjlighet|tid))\p{L}*)` +
		`|klagomål\p{L}*[^.;]{0,30} (?:ska|skall|måste|bör)(?: \p{L}+)? (?:först|i första hand)`,
	en: `(?:must|have to|need to|shall|should|are required to|is required to|are obliged to|are expected to)(?: always| first| have| already| also){0,3} ` + toUsEN + `[^.;]{0,70}?(?:before|first|prior to|beforehand|in order to)` +
		`|(?:must|have to|need to|shall|are required to|are obliged to)(?: always)? first(?: have)? ` + toUsEN +
		`|(?:before|prior to) [^.;]{0,70}?(?:must|have to|shall|should|need to|are required|required to)[^.;]{0,40}?` + toUsEN +
		`|only(?: if| after| once| when| where| you| we| have| having| first){1,5} [^.;]{0,50}?(?:` + toUsEN + `|(?:responded|replied|answered|dealt|handled|had the chance|had an opportunity)\p{L}*)` +
		`|(?:requires?|provided|on condition|subject to)[^.;]{0,50}?` + toUsEN +
		`|(?:a )?complaints?(?: \p{L}+){0,3} (?:must|shall|should|have to|has to|need to|are to)(?: \p{L}+){0,5}? first|(?:any |a )?complaint [^.;]{0,50}must be preceded by`,
	near:   complainSV + `|` + complainEN,
	also:   complainSV + `|` + complainEN,
	unless: advised,
	denied: true,
}, {
	words:  []string{"kan inte", "kan du inte", "får inte", "får du inte", "kan man inte", "går inte", "cannot", "can not", "may not", "can't", "are not able", "are not entitled", "not until", "inte förrän", "no complaint"},
	holds:  []string{"klag", "tillsynsmyndighet", "imy", "integritetsskydd", "complain", "authority"},
	sv:     `(?:(?:kan|får) (?:du |man )?inte|går inte att|inte förrän)[^.;]{0,80}?(?:utan att|om du inte|förrän|innan|sedan|efter)[^.;]{0,40}?(?:` + toUsSV + `|svarat|prövat)`,
	en:     `(?:cannot|can not|can't|may not|are not able to|are not entitled to|no complaint)[^.;]{0,80}?(?:unless|until|before|without)[^.;]{0,40}?(?:` + toUsEN + `|responded|replied)`,
	near:   complainSV + `|` + complainEN,
	also:   complainSV + `|` + complainEN,
	unless: `gärna|rekommend|recommend|vi kan inte|we cannot`,
}}

// identityTurns: proof of who one is, whoever asks.
var identityTurns = []turn{{
	words: []string{"måste", "ska ", "skall", "alltid", "bifoga", "skicka", "legitimera", "vidimerad", "styrkt", "id-handling", "must ", "always", "all requests", "every request", "requests must", "enclose", "attach", "you need to", "you have to", "proof of identity", "certified copy", "notari"},
	holds: []string{"id-", "legit", "pass", "körkort", "identit", "identity", "licence", "license", "notar"},
	sv: `(?:måste|ska|skall|alltid)[^.;]{0,60}?(?:bifoga|skicka (?:in|med)|lämna|visa upp|uppvisa|ladda upp|legitimera|styrka)[^.;]{0,40}?(?:id-?handling\p{L}*|legitimation\p{L}*|id-kort\p{L}*|pass(?:et)?|körkort\p{L}*|legitimera dig)` +
		`|(?:bifoga|skicka med) (?:alltid )?(?:en |ett )?(?:vidimerad\p{L}* |bestyrkt )?(?:kopia (?:av|på) )?(?:din |ditt |en )?(?:id-?handling|legitimation|id-kort|pass|körkort)|vidimerad\p{L}* (?:id-?handling|legitimation|kopia)`,
	en: `(?:must|always|need to|have to)[^.;]{0,60}?(?:enclose|attach|provide|submit|send|include|upload|be accompanied by|present|show)[^.;]{0,40}?(?:proof of identity|identity (?:card|document)s?|id cards?|passports?|driving licen[cs]es?|photo id|identification)` +
		`|(?:all|every|any) requests? (?:must|should|need to|has to|have to)[^.;]{0,40}?(?:proof of identity|passport|identification|identity document)|(?:certified|notari[sz]ed) cop(?:y|ies)`,
	unless: inDoubt,
	denied: true,
}}

// inDoubt is where the law lets more be asked.
const inDoubt = `tvivl|tveka|osäk|om vi inte (?:kan|vet)|vid behov|doubt|uncertain|unsure|if we (?:cannot|are not|do not)|where necessary|bank-?id|anställ|besök|hyra|köra|resa|biljett|kontor|employ|visitor|rent|travel`

// customerTurns: rights that are said to be customers'.
var customerTurns = []turn{{
	words:  []string{"våra kunder har", "kunder har rätt", "kunden har rätt", "kunder kan begära", "alla kunder har", "våra kunder kan", "registrerade kunder", "our customers ", "customers ", "as our customer", "as a client", "clients ", "if you are a customer", "är du kund", "om du är kund"},
	sv:     `(?:våra |alla |registrerade )?kund(?:er|en) (?:har rätt|kan begära|får begära)|(?:är du|om du är) kund(?: hos oss)?,?[^.]{0,20}(?:har du rätt|kan du begära|får du begära)`,
	en:     `(?:our )?(?:customers|clients) (?:have (?:the|a) right|are entitled|can request|may request)|as (?:our customer|a client),? you|if you are (?:a|our) customer,? you (?:have the right|can|may)`,
	near:   `uppgift|registerutdrag|rader|rättel|personal data|your data|their data|erasure|access`,
	unless: `instruktion|biträd|välj|processor|instruct|choose|sägs upp|säga upp|terminate|ångra|retur|reklam|refund|return|också|även|also|controller|personuppgiftsansvarig`,
}}

// More than a month, in words and in figures.
const (
	overMonthSV = `(?:(?:3[2-9]|[4-9]\d|\d{3}) (?:arbets|kalender|vardags)?dag(?:ar)?|(?:2[3-9]|3\d) arbetsdagar|(?:[2-9]|1\d|två|tre|fyra|fem|sex|tolv) månader|(?:[5-9]|1\d|fem|sex|sju|åtta|nio|tio|tolv) veckor|(?:trettiofem|fyrtio|fyrtiofem|femtio|sextio|nittio) dagar)`
	overMonthEN = `(?:(?:3[2-9]|[4-9]\d|\d{3}) (?:calendar |working |business )?days|(?:2[3-9]|3\d) (?:working|business) days|(?:[2-9]|1\d|two|three|four|five|six|twelve) months|(?:[5-9]|1\d|five|six|seven|eight|nine|ten|twelve) weeks|(?:forty|forty-five|fifty|sixty|ninety) (?:calendar |working |business )?days)`
)
