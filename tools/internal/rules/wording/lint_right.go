package wording

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
)

// rightLints find rights that are told narrower than they are.
var rightLints = []Pattern{
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "access-frequency", Severity: diag.Error, Law: "GDPR Art. 12(5), 15",
				Title: diag.Text{SV: "en gräns för hur ofta man får begära tillgång", EN: "a limit to how often access may be requested"}},
			Why:    diag.Text{SV: "lagen har ingen sådan gräns; den följde av personuppgiftslagen, som är upphävd", EN: "the law has no such limit; it came from the Swedish Personal Data Act, which is repealed"},
			Better: diag.Text{SV: "skriv: ”Du får när som helst och utan kostnad begära ett registerutdrag.”", EN: "write: “You may request a copy of your data at any time, free of charge.”"},
		},
		holds: []string{"gång", "årlig", "kalenderår", "varje år", "vartannat", "per år", "om året", "tolfte", "sjätte", "tillfälle", "under ett år", "once", "twice", "time", "year", "month", "annu"},
		words: frequencyTurns[0].words, sv: frequencyTurns[0].sv, en: frequencyTurns[0].en,
		near: frequencyTurns[0].near, also: frequencyTurns[0].also, unless: frequencyTurns[0].unless,
		turns:  frequencyTurns[1:],
		denied: true,
		spare: func(_ *reading, h hit) bool {
			return strings.HasPrefix(h.p.Field, "processor_terms") || kindOf(h.p) == "measure"
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "right-fee", Severity: diag.Error, Law: "GDPR Art. 12(5)",
				Title: diag.Text{SV: "en avgift för att använda en rättighet", EN: "a fee for using a right"}},
			Why:    diag.Text{SV: "det är gratis att använda sina rättigheter; avgift får tas ut bara om en begäran är uppenbart ogrundad eller orimlig", EN: "it is free of charge to use one's rights; a fee is allowed only where a request is manifestly unfounded or excessive"},
			Better: diag.Text{SV: "skriv: ”Det kostar inget att få ett registerutdrag.”", EN: "write: “It costs nothing to get a copy of your data.”"},
		},
		turns:  feeTurns,
		spare:  func(_ *reading, h hit) bool { return excusedFee.MatchString(h.p.Lower) },
		words:  []string{"avgift", "registerutdrag", "utdrag", "administrationsavgift", "expeditionsavgift", "fee", "charge", "copy", "copies", "access"},
		sv:     `(?:administrations|expeditions)?avgift(?:en)?(?: på [^.]{0,20})? (?:om|för) (?:att få )?(?:ett |varje |ditt |din |en )?(?:registerutdrag|utdrag|begäran om (?:tillgång|utdrag|registerutdrag|rättelse|radering))\p{L}*|(?:register)?utdrag(?:et)?[^.]{0,40}(?:kostar|mot en avgift|avgift på)`,
		en:     `(?:fee|charge)(?: of [^.]{0,20})? for (?:a |your |each |any )?(?:access|copy|copies|(?:access )?requests?)|(?:access|copy|copies)[^.]{0,40}(?:costs?|is charged|are charged|for a fee|subject to a fee)`,
		unless: `ogrund|orimlig|utan avgift|ingen avgift|avgiftsfri|kostnadsfri|kostar ing|kostar inte|gratis|ytterligare|fler (?:kopior|exemplar)|unfounded|excessive|free of charge|no fee|without|further|additional|nothing`,
		denied: true,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "right-needs-reason", Severity: diag.Error, Law: "GDPR Art. 15",
				Title: diag.Text{SV: "den som begär tillgång ska ha skäl", EN: "who requests access must have reasons"}},
			Why:    diag.Text{SV: "ingen behöver berätta varför de vill se sina uppgifter", EN: "nobody has to tell why they want to see their data"},
			Better: diag.Text{SV: "stryk kravet: ”Du behöver inte ange något skäl.”", EN: "strike the demand: “You need not give any reason.”"},
		},
		turns:  reasonTurns,
		words:  []string{"förutsatt att du", "berättigade skäl", "ange varför", "ange skäl", "ange ett skäl", "ange dina skäl", "motivera", "provided ", "only if you have", "state your reasons", "state why", "give a reason", "explain why"},
		sv:     `förutsatt att du har (?:berättigade|giltiga|godtagbara) skäl|berättigade skäl[^.]{0,60}(?:begära|registerutdrag)|ange varför|ange (?:ett |dina )?skäl|motivera (?:din begäran|varför)`,
		en:     `(?:provided (?:that )?|only if )you have (?:a )?(?:legitimate|valid|good|justified) (?:reasons?|grounds?|interest)|state your reasons|state why|give a reason|explain why`,
		near:   `utdrag|tillgång till|få ut|ta del|access|copy of`,
		unless: `invänd|väger tyngre|våra berättigade|objection|object to|overrid|our legitimate|särskilda situation|particular situation`,
		denied: true,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "right-invented-bar", Severity: diag.Error, Law: "GDPR Art. 17(1)(c), 21",
				Title: diag.Text{SV: "radering sägs vara utesluten vid intresseavvägning", EN: "erasure is said to be barred where legitimate interests are used"}},
			Why:    diag.Text{SV: "tvärtom ska uppgifterna raderas när någon invänder och inget väger tyngre", EN: "on the contrary, the data is to be erased when somebody objects and nothing overrides it"},
			Better: diag.Text{SV: "skriv: ”Invänder du raderar vi uppgifterna, om vi inte kan visa tvingande berättigade skäl som väger tyngre.”", EN: "write: “If you object we erase the data, unless we can show compelling legitimate grounds that override.”"},
		},
		turns:  barTurns,
		words:  []string{"radering", "raderas", "radera", "erasure", "deletion", "erased", "deleted"},
		sv:     `(?:radering|raderas?)[^.]*(?:kan inte ske|inte möjlig|går inte|inte|ej)[^.]*(?:baseras|grundas|stöds|vilar|bygger|stöd)[^.]*intresseavvägning|radering[^.]*kan inte ske[^.]*intresseavvägning`,
		en:     `(?:erasure|deletion|erased|deleted)[^.]*(?:cannot|not|excluded)[^.]*(?:based on|basis of|rel(?:y|ies) on|rests? on) (?:our |a )?legitimate interests?`,
		unless: `tyngre|overrid|prevail|outweigh|invänd|object`,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "id-excess", Severity: diag.Warning, Law: "GDPR Art. 5(1)(c), 12(6)",
				Title: diag.Text{SV: "identiteten ska alltid styrkas", EN: "identity must always be proved"}},
			Why:    diag.Text{SV: "fler uppgifter får krävas bara vid rimliga skäl att tvivla, och inte mer än vad som behövs", EN: "more information may be demanded only where there are reasonable doubts, and no more than is needed"},
			Better: diag.Text{SV: "skriv: ”Har vi rimliga skäl att tvivla på vem du är ber vi om de uppgifter som behövs för att bekräfta det.”", EN: "write: “If we have reasonable doubts about who you are, we ask for what is needed to confirm it.”"},
		},
		turns:  identityTurns,
		words:  []string{"fullgoda underlag", "fullgott underlag", "egenhändigt", "kopia av", "kopia på", "vidimerad", "copy of", "copies of", "hand-signed", "handwritten signature", "signed by hand"},
		sv:     `fullgo(?:da|tt) underlag för identifi\p{L}*|egenhändigt undertecknad\p{L}*|(?:vidimerad )?kopia (?:av|på) (?:ditt |din |sitt |sin )?(?:pass(?:et)?|id(?:-?\p{L}+)?|legitimation\p{L}*|körkort\p{L}*|leg)`,
		en:     `cop(?:y|ies) of (?:your |a |an )?(?:passport|id|identity (?:card|document)|driving licen[cs]e)|hand-signed|handwritten signature|signed by hand`,
		unless: `tvivl|tveka|osäk|doubt|uncertain|unsure`,
		denied: true,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "complaint-conditional", Severity: diag.Warning, Law: "GDPR Art. 77(1)",
				Title: diag.Text{SV: "klagomål görs beroende av att man först kontaktat företaget", EN: "a complaint is made to depend on contacting the company first"}},
			Why:    diag.Text{SV: "rätten att klaga är ovillkorlig; att höra av sig först är ett råd", EN: "the right to complain is unconditional; to get in touch first is advice"},
			Better: diag.Text{SV: "skriv: ”Du får klaga hos IMY utan att ha kontaktat oss. Hör gärna av dig ändå, så att vi kan rätta till felet.”", EN: "write: “You may complain to IMY without having contacted us. Do get in touch all the same, so that we can put it right.”"},
		},
		turns: complaintTurns,
		holds: []string{"först", "i första hand", "innan", "måste", "skall", "ska ", "further complaint", "first", "before", "must", "have to"},
		words: []string{"further complaint", "klagomål ", "klaga ", "complaints ", "måste", "ska ", "skall ", "behöver ", "kontakta oss", "först", "innan du", "i första hand", "must ", "have to", "first ", "before you", "only after", "before lodging", "before complaining"},
		sv: `(?:måste|ska|skall|behöver) (?:du |man )?(?:alltid )?(?:först|i första hand) (?:ha )?(?:kontakta|kontaktat|vända|vänt|höra|klaga|framföra)` +
			`|(?:måste|ska|skall) (?:du |man )?(?:alltid )?(?:kontakta|vända dig till|klaga hos) oss [^.]{0,20}(?:innan|först)` +
			`|kontakta oss (?:alltid )?(?:först )?innan du (?:klagar|anmäler|vänder dig till)|först (?:när|efter att|sedan) (?:du|vi) [^.]{0,60}(?:klaga|klagomål|anmäla)` +
			`|klagomål (?:ska|skall|måste) (?:alltid )?(?:först|i första hand)|(?:klagomål|klaga) [^.]{0,40}först (?:när|efter|sedan)|innan du (?:klagar|lämnar|får|kan|anmäler|vänder)[^.]{0,60} (?:måste|ska) du`,
		en: `further complaints|complaints (?:must|shall|should) (?:always )?first|(?:must|have to) (?:always )?first (?:contact|turn to|complain to|raise)|(?:must|have to) (?:always )?(?:contact|complain to) us (?:first|before)` +
			`|before (?:you (?:can |may )?(?:complain|lodg)\p{L}*|lodging|complaining)[^.]{0,60} (?:must|have to|shall|are required)` +
			`|only after (?:you have |having )?(?:contact|complain)\p{L}* [^.]{0,60}(?:complain|lodge)`,
		near:   `klag|tillsynsmyndighet|imy|integritetsskydd|anmäl|complain|authority`,
		unless: `gärna|råd|rekommenderar|inget villkor|inget krav|recommend|advice|welcome|no condition|not a condition`,
		denied: true,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "enf-response", Severity: diag.Warning, Law: "GDPR Art. 12(3)",
				Title: diag.Text{SV: "svaret på en begäran dröjer mer än en månad", EN: "the answer to a request takes more than a month"}},
			Why:    diag.Text{SV: "svaret ska komma utan onödigt dröjsmål och senast inom en månad; två månader till får det ta bara om begäran är komplicerad, och då ska personen få veta det inom den första", EN: "the answer is due without undue delay and within one month; two more months are allowed only where the request is complex, and then the person is to be told within the first"},
			Better: diag.Text{SV: "skriv: ”Vi svarar utan onödigt dröjsmål och senast inom en månad.”", EN: "write: “We answer without undue delay and within one month at the latest.”"},
		},
		words: []string{"inom ", "senast ", "upp till ", "högst ", "tar ", "within ", "up to ", "at most ", "in ", "takes "},
		holds: []string{"månad", "dag", "veck", "dygn", "month", "day", "week"},
		sv:    `(?:inom|senast (?:inom|efter)|upp till|högst|tar)(?: cirka| ungefär| normalt| vanligtvis)? ` + overMonthSV,
		en:    `(?:within|up to|at most|in|takes)(?: about| approximately| normally| a maximum of)? ` + overMonthEN,
		near:  `svar|besvara|begäran|registerutdrag|hantera|handlägg|återkom|respon|reply|repl(?:y|ies)|answer|request`,
		also:  `(?:^|[^\p{L}])(?:svara|besvara|svar|handlägg|hanter|återkom|får du|lämnar vi|skickar vi|behandla)|(?:respon[ds]|repl|answer|handle|process|deal|provide|get back|come back)`,
		unless: `komplicera|komplex|förläng|ytterligare|två månader till|sparas|lagras|raderas|spar[as]|lagra|överklag|klaga|klagomål|imy|myndighet|faktur|betal|ångra|retur|reklam|uppsäg|säga upp|leverans|gallra|anonymi|logg|ändring|underbiträd|kopiorna|återställ` +
			`|complex|extend|further|two more|stored|kept|deleted|erased|retain|appeal|complain|authority|invoice|pay|refund|return|terminat|deliver|chang|sub-?processor|backup`,
		where: func(p *prose.Passage) bool {
			return claims(p) && (kindOf(p) == "" || kindOf(p) == "right" || strings.HasPrefix(p.Field, "requests.response_time") || strings.HasPrefix(p.Field, "statements["))
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "rights-customer-only", Severity: diag.Warning, Law: "GDPR Art. 12–22",
				Title: diag.Text{SV: "rättigheterna sägs gälla kunder", EN: "the rights are said to be customers'"}},
			Why:    diag.Text{SV: "rättigheterna är vars och ens vars uppgifter behandlas: användares, besökares, anställdas hos kunder", EN: "the rights belong to everybody whose data is processed: users, visitors, customers' employees"},
			Better: diag.Text{SV: "skriv ”du”, och säg vid behov att det gäller alla vars uppgifter behandlas", EN: "write ‘you’, and say if need be that it applies to everybody whose data is processed"},
		},
		turns:  customerTurns,
		words:  []string{"du som", "dig som", "som kund", "som registrerad", "as a customer", "customers have the right", "our customers have"},
		sv:     `(?:du|dig) som kund|som (?:[^.,;]{0,25}[^\p{L}.,;])?kund (?:hos oss |hos [^.,;]{0,30} )?(?:kan man|kan du|har du|har man)`,
		en:     `as a customer,? you|(?:our )?customers have the right`,
		near:   `rätt(?:ighet\p{L}*)?(?:[^\p{L}]|$)|begära|få ut|rader|(?:^|[^\p{L}])(?:rights?(?:[^\p{L}]|$)|request|eras|delet)`,
		unless: `instruktion|biträd|välj|processor|instruct|choose|sägs upp|säga upp|terminate`,
		where: func(p *prose.Passage) bool {
			return claims(p) && (kindOf(p) == "" || kindOf(p) == "right" || strings.HasPrefix(p.Field, "requests.") || strings.HasPrefix(p.Field, "statements["))
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "right-mislabelled", Severity: diag.Error, Law: "GDPR Art. 12(1), 13(2)(b)",
				Title: diag.Text{SV: "texten beskriver en annan rättighet än den som anges", EN: "the text describes another right than the one named"}},
			Why:    diag.Text{SV: "det är en annan rättighet än den som rubriken lovar, som därmed saknas", EN: "that is another right than the heading promises, which is therefore missing"},
			Better: diag.Text{SV: "skriv vad rättigheten i rubriken innebär, och ge den andra en egen rubrik", EN: "write what the right in the heading means, and give the other a heading of its own"},
		},
		find: mislabelled,
	},
}

// excusedFee is said where the law allows a fee.
var excusedFee = regexp.MustCompile(`ogrund|orimlig|unfounded|excessive|(?:ytterligare|fler|extra|andra) (?:kopior|exemplar)|(?:further|additional|more|extra) copies`)

// aRight is how a right is recognised by its words.
type aRight struct {
	right   string
	heading string // what a heading of it is, without "right to"
	own     string // what every text about it holds one of
	strong  string // what no text about another right says unless it speaks of this one
}

// data is what all rights are about.
const (
	dataSV = `(?:dem|detta|det|(?:(?:de|dina|sina|alla|egna|person) ?){0,3}(?:person)?(?:uppgifter|uppgifterna|data|information))`
	dataEN = `(?:it|them|(?:(?:your|the|their|all|any|of|such) ?){0,3}(?:personal )?(?:data|information))`
)

var rightsInWords = []aRight{
	{"information", `(?:rätt(?:en)? till|right to) information|(?:to )?be informed`,
		`inform|veta|besked|upplys|underrätt|berätta|inform|know|told|tell|notice|learn`, ``},
	{"access", `(?:att få )?tillgång(?: till (?:dina )?(?:person)?uppgifter(?:na)?)?|registerutdrag|access(?: to your (?:personal )?data)?|access`,
		`tillgång|utdrag|kopi|veta|få ut|få se|ta del|(?:^|[^\p{L}])se (?:vilk|vad|dina|de|hur)|besked|bekräft|insyn|inblick|upplysning|access|cop(?:y|ies)|find out|know|learn|confirm|obtain|inspect|see (?:what|which|your|the|how)|view`,
		`registerutdrag|(?:kopi\p{L}*|utdrag) (?:av|på|ur|med|över) ` + dataSV + `|(?:få (?:se|veta) (?:vilka|vad)|ta del av vilka) [^.]{0,40}(?:uppgifter|om dig)|bekräftelse (?:på|av) (?:om|att|huruvida)|right of access|cop(?:y|ies) of ` + dataEN + `|confirmation (?:of|as to|on|that)|(?:find out|know|see|learn) (?:what|which) [^.]{0,30}(?:data|information) [^.]{0,20}(?:hold|have|about|process)`},
	{"rectification", `(?:att få )?(?:uppgifter(?:na)? )?(?:rättelse|rättade?|korrigering|korrigerade)|rectification|correction|(?:have [^.]{0,20})?(?:corrected|rectified)`,
		`rätta|rättel|korriger|felakti|fel |fel[.,]|ändr|komplett|ofullständ|uppdater|justera|rectif|correct|inaccura|incomplet|wrong|updat|amend|fix|complete|mistake|error`,
		`rätta felaktig|felaktiga uppgifter (?:rätt|korrig|ändr)|(?:` + dataSV + `) (?:rättade|korrigerade|kompletterade)|inaccurate (?:personal )?data (?:corrected|rectified)|` + dataEN + ` (?:corrected|rectified)|rectified`},
	{"erasure", `(?:att få )?(?:uppgifter(?:na)? )?(?:radering|raderade?|borttagning)|att bli (?:bort)?glömd|erasure|deletion|(?:to )?be forgotten`,
		`rader|glöm|ta(?:s|r|git)? bort|borttag|utplån|stryk|släng|kasta|förstör|avlägsn|sudda|gallra|makuler|anonymiser|upphör|eras|delet|forg[oe]t|remov|destroy|wip(?:e|ed)|purge|dispos|anonymi|get rid|throw|scrub|expung|discard`,
		`bli (?:bort)?glömd|(?:radera|ta(?:r|s)? bort) ` + dataSV + `|(?:` + dataSV + `) (?:raderade|borttagna|utplånade)|to be forgotten|(?:erase|delete|remove) ` + dataEN + `|` + dataEN + ` (?:erased|deleted|removed)`},
	{"restriction", `begränsning(?: av (?:behandling(?:en)?|användning(?:en)?))?|begränsad behandling|(?:att )?begränsa (?:behandling\p{L}*|användning\p{L}*)|restriction(?: of (?:the )?(?:processing|use))?|restrict (?:the )?processing`,
		`begräns|(?:bara|endast|enbart) (?:lagra|spara|får|lagras|sparas)|inte (?:använd|behandl|får)|sluta|stopp|stoppa|avbryt|avstå|upphöra|låter bli|spärr|paus|frys|lås|bestrid|vänta|vilar|vila |tillfällig|under tiden|tills vidare|medan (?:vi|en|ett|det|frågan|saken|uppgift|begäran|invänd|utred|pröv)|restrict|limit|paus|only (?:store|keep)|not use|stop|hold|suspend|halt|block|freez|frozen|temporar|ceas|refrain|meanwhile|in the meantime|while (?:we|the|your|a|an|it)|until (?:we|the|it)|contest|lock|quarantine`,
		`begränsa (?:behandlingen|användningen) av (?:dina|mina)|restriction of processing|restrict (?:the|our) processing`},
	{"portability", `(?:data)?portabilitet|(?:att )?(?:flytta|överföra) (?:dina )?(?:person)?uppgifter(?:na)?|(?:data )?portability|(?:to )?data portability`,
		`portab|maskin|flytt|föra över|för över|överför|ta med|strukturerat|allmänt använ|format|fil(?:en)?(?:[^\p{L}]|$)|filer|annan (?:leverantör|tjänst|aktör|ansvarig)|digital|elektronisk|machine|structured|mov(?:e|ing)|transmit|transfer|port |export|download|ladda|commonly used|take [^.]{0,30}with you|another (?:provider|service|controller|company|organi)|reus|återanvän`,
		`maskin ?läs\p{L}*|portabilitet|(?:uppgifter(?:na)?|data) (?:flyttade|överförda|överförd|flyttad) till|(?:flytta|föra över) ` + dataSV + ` till|machine.?readable|portability|commonly used(?: electronic)? format|(?:move|transfer|transmit|port) ` + dataEN + ` to (?:another|a new|someone)|` + dataEN + ` (?:moved|transferred|transmitted|ported) to (?:another|a new|someone)`},
	{"objection", `(?:att )?(?:invändning(?:ar)?|invända|göra invändning(?:ar)?)|objection|(?:to )?object(?: to (?:the |our )?processing)?`,
		`invänd|motsätt|säga nej|säger nej|tacka nej|nej till|avböj|slippa|protest|säga ifrån|opponera|object|diag.Say(?:ing)? no|oppos|opt(?:ing)? out|opt-out|challeng|refus|contest|stop`,
		`invända mot (?:att |vår |behandling|en |den |hur )|göra invändning|right to object|object to (?:our|the|any|processing|how)`},
	{"objection-marketing", `(?:att )?(?:invända mot|invändning mot|slippa|säga nej till|tacka nej till) (?:direkt)?(?:marknadsföring|reklam)|(?:to )?object to (?:direct )?marketing|opt(?:ing)? out of marketing`,
		`marknadsför|reklam|erbjudand|nyhetsbrev|utskick|invänd|nej|avregistrer|säga upp|avsluta|slippa|marketing|advert|newsletter|promot|object|opt|unsubscribe|offers`, `(?:slippa|säga nej till|tacka nej till) (?:direktmarknadsföring|reklam)|object to direct marketing`},
	{"objection-research", `(?:att )?invända mot forskning(?: och statistik)?|(?:to )?object to research(?: and statistics)?`,
		`forskning|statistik|historisk|arkiv|invänd|research|statistic|scientific|historical|object`, ``},
	{"no-adm", `(?:att )?(?:slippa|inte (?:bli föremål för|omfattas av|utsättas för)) (?:helt |enbart )?automatisera[dt]\p{L}* (?:besluts?\p{L}*|individuellt beslutsfattande)|automatiserade? beslut(?:sfattande)?|not to be subject to (?:solely )?automated (?:individual )?decision.?(?:s|making)|automated (?:individual )?decision.?(?:s|making)`,
		`automati|beslut|profiler|maskin|dator|algoritm|människ|mänsklig|handlägg|automat|decision|profil|machine|computer|algorithm|human|person `, `föremål för (?:ett )?(?:beslut|automatisera)|subject to (?:a decision|automated|decisions)`},
	{"withdraw-consent", `(?:att )?(?:återkalla|ta tillbaka|dra tillbaka) (?:ditt |ett |sitt )?samtycke\p{L}*|(?:to )?withdraw(?:al of)? (?:your |a )?consent`,
		`återkall|ta(?:r|ga|git)? tillbaka|ångra|ändra dig|dra (?:in|tillbaka)|drar (?:in|tillbaka)|säga nej|nej|avsluta|avregistrer|samtyck|withdr|take (?:it |this |that )?back|revok|chang(?:e|ing) your mind|consent|unsubscribe|opt|cancel|stop`, `återkalla (?:ett|ditt|era?) samtycke|withdraw (?:your|a|any) consent`},
	{"complaint", `(?:att )?(?:lämna (?:in )?)?klagomål(?: till [^.]{0,50})?|(?:att )?klaga(?: (?:hos|till) [^.]{0,50})?|(?:to )?(?:complaint|complain)|(?:to )?lodge a complaint(?: with [^.]{0,60})?`,
		`klag|tillsyn|imy|integritetsskydd|anmäl|myndighet|datainspekt|complain|authority|imy|report|supervis|regulator|commissioner`, `(?:lämna|inge|rikta) (?:in )?(?:ett )?klagomål|klaga (?:hos|till)|lodge a complaint|complain to`},
	{"judicial-remedy", `(?:ett )?(?:effektivt )?rättsmedel|domstolsprövning|(?:an? )?(?:effective )?judicial remedy`,
		`domstol|talan|tingsrätt|rättsmedel|rättslig|stäm|prövning|överklag|court|judicial|remedy|action|sue|proceedings|tribunal|appeal`, `väcka talan|effektivt rättsmedel|judicial remedy|bring (?:an action|proceedings)`},
	{"compensation", `ersättning|skadestånd|compensation|damages`,
		`ersätt|skadest|skada|kompens|compensat|damage|reparation|redress|liab`, `rätt till (?:ersättning|skadestånd)|(?:right to|claim) (?:compensation|damages)`},
}

// rightMatch is aRight, whose patterns are compiled when they are first tried.
type rightMatch struct {
	right                     string
	named, heading, name, own func() *regexp.Regexp // both a heading and a name begin with named
	strong                    *screened             // nil for none
}

// A right is named as a whole heading; at the head of a paragraph or an item of a
// list it stands before a colon or a dash, or else with the word right.
const (
	rightTo = `(?:(?:din|er|den registrerades|your|the) )?(?:rätt(?:en)? (?:till|att)|right (?:of|to)) `
	ordinal = `^(?:\d+(?:\.\d+)*[.)]? |[a-z]\) )?`
	aside   = `(?: ?\([^()]{0,80}\)| ?[”"“][^”"“]{0,60}[”"“]|,? (?:artikel|art\.|article) \d+(?:\.\d+|\(\d\))?)*`
)

var rightMatches = sync.OnceValue(func() []rightMatch {
	var list []rightMatch
	for _, r := range rightsInWords {
		list = append(list, rightMatch{
			right:   r.right,
			own:     compiled(r.own),
			named:   compiled(ordinal + `(?:` + rightTo + `)?(?:` + r.heading + `)`),
			heading: compiled(ordinal + `(?:` + rightTo + `)?(?:` + r.heading + `)` + aside + ` ?[.:]?$`),
			name:    compiled(ordinal + `(?:(?:` + rightTo + `)?(?:` + r.heading + `)` + aside + ` ?(?::| [–—-]) |(?:` + rightTo + `)(?:` + r.heading + `)` + aside + `[.] )`),
			strong:  screen("…", r.strong),
		})
	}
	return list
})

// headed returns the right that a passage is the heading of, or -1.
func headed(p *prose.Passage) int {
	const longest = 140
	if p.File != nil || len(p.Lower) > longest || !namesRight(p.Lower) {
		return -1
	}
	return slices.IndexFunc(rightMatches(), func(m rightMatch) bool {
		return m.named().MatchString(p.Lower) && m.heading().MatchString(p.Lower)
	})
}

// introduced returns the right that a passage begins by naming, and where what it
// says of the right begins, or -1.
func introduced(p *prose.Passage) (right, from int) {
	const longest = 200
	head := p.Lower[:min(len(p.Lower), longest)]
	if p.File != nil || p.Heading || !strings.ContainsAny(head, ":–—-.") || !namesRight(head) {
		return -1, 0
	}
	for i, m := range rightMatches() {
		if !m.named().MatchString(head) {
			continue
		}
		if at := m.name().FindStringIndex(head); at != nil {
			return i, at[1]
		}
	}
	return -1, 0
}

// mislabelled finds texts under the name of one right that describe another: they
// hold no word of their own right, and the very words of the other.
func mislabelled(_ *reading, d *prose.Document) []hit {
	if d.Record != nil {
		if v, ok := d.Record.Value.(*record.Right); ok {
			return mislabelledRecord(d, v.Right)
		}
		return nil
	}
	if d.Page == "glossary" {
		return nil
	}
	var hits []hit
	for i := 0; i < len(d.Passages); i++ {
		p := d.Passages[i]
		if at, from := introduced(p); at >= 0 {
			if h, ok := another(rightMatches()[at], d.Passages[i:i+1], from); ok {
				hits = append(hits, h)
			}
			continue
		}
		at := headed(p)
		if at < 0 {
			continue
		}
		end := i + 1
		for end < len(d.Passages) && !d.Passages[end].Heading && headed(d.Passages[end]) < 0 && (!p.Cell || end == i+1) {
			end++
		}
		if h, ok := another(rightMatches()[at], d.Passages[i+1:end], 0); ok {
			hits = append(hits, h)
		}
	}
	return hits
}

// namesRight spares the patterns a text that begins with no word of a name: the
// word right itself, or else, within the first few words, a right.
func namesRight(lower string) bool {
	const far = 40
	head := lower[:min(len(lower), far)]
	for _, stem := range []string{"rätt", "right"} {
		if strings.Contains(head, stem) {
			return true
		}
	}
	head = strings.TrimLeft(head, "0123456789.) ")
	for _, stem := range rightStems {
		if strings.HasPrefix(head, stem) {
			return true
		}
	}
	return false
}

var rightStems = strings.Fields("att information to tillgång registerutdrag access korrig correct have rectif rader uppgift bort erasure deletion begräns restrict data portab flytta överföra" +
	" invänd göra objection object slippa säga tacka opt inte automat not återkalla ta dra withdraw lämna klag complain lodge ett effektivt domstol an judicial effective ersättning skadestånd compensation damages be")

func mislabelledRecord(d *prose.Document, right string) []hit {
	at := slices.IndexFunc(rightMatches(), func(m rightMatch) bool { return m.right == right })
	if at < 0 {
		return nil
	}
	var hits []hit
	for _, p := range d.Passages {
		if strings.HasPrefix(p.Field, "meaning[") {
			if h, ok := another(rightMatches()[at], []*prose.Passage{p}, 0); ok {
				hits = append(hits, h)
			}
		}
	}
	return hits
}

// another returns the words in a text about one right that belong to another; the
// text begins at an offset of its first passage. A text in which no right can be
// told by its own words is left alone: it may be right in words of its own.
func another(m rightMatch, text []*prose.Passage, from int) (hit, bool) {
	for i, p := range text {
		if i > 0 {
			from = 0
		}
		if m.own().MatchString(p.Lower[from:]) {
			return hit{}, false
		}
	}
	for i, p := range text {
		if i > 0 {
			from = 0
		}
		for _, other := range rightMatches() {
			if other.right == m.right || other.strong == nil {
				continue
			}
			if at := other.strong.find(p.Lower[from:]); at != nil {
				return word(p, from+at[0], from+at[1]), true
			}
		}
	}
	return hit{}, false
}

// word is the hit that takes in the words that a part of a text begins and ends
// within.
func word(p *prose.Passage, from, to int) hit {
	for to < len(p.Lower) {
		is, size := letterAt(p.Lower[to:])
		if !is {
			break
		}
		to += size
	}
	for from > 0 && prose.EndsInLetter(p.Lower[:from]) && firstLetter(p.Lower[from:]) {
		from--
		for from > 0 && p.Lower[from]&0xC0 == 0x80 {
			from--
		}
	}
	return hit{p, from, to}
}
