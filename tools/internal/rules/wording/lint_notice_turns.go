package wording

// agrees is a verb of consent, and notices what there is to consent to.
const (
	agreesSV = `(?:accepterar|godkänner|samtycker|godtar|medger|accepterat|godkänt|samtyckt|(?:lämnar|ger) (?:du |ni )?(?:ditt |ert )?samtycke|anses (?:du )?(?:ha )?(?:accepter|godkän|samtyck)\p{L}*|är införstådd)`
	agreesEN = `(?:accept|agree|consent|acknowledge and agree|are deemed to|give (?:us )?your consent|signify your|indicate your)(?:s|ed)?`
	noticeSV = `(?:policy\p{L}*|integritet\p{L}*|behandl\p{L}*|personuppg\p{L}*|dina uppgifter|kakor\p{L}*|cookies|dataskydd\p{L}*|denna (?:information|text)|detta)`
	noticeEN = `(?:polic(?:y|ies)|privacy|process\p{L}*|personal (?:data|information)|your (?:data|information)|cookies?|notice|statement|collect\p{L}*|our use|its use|this use|practices)`
	gesture  = `knapp|krys|klick|kakval|samtyckesverktyg|formulär|rutan|bocka|button|tick|click|consent tool|checkbox`
)

// useTurns: to act is said to be to agree.
var useTurns = []turn{{
	words: []string{"genom", "när du ", "då du ", "om du ", "i och med", "använder du", "surfar du", "besöker du", "fortsätter du", "skapar du", "registrerar du", "loggar du", "handlar du", "beställer du", "din användning", "ditt användande", "ditt besök", "din registrering", "ditt köp", "din beställning", "fortsatt användning", "fortsatt surfande", "användning", "användande", "besök", "registrering", "köp", "beställning", "surfande", "den som använder", "den som besöker", "alla som använder",
		"by ", "if you ", "when you ", "your ", "using ", "use of", "continued use", "continuing to", "visiting ", "accessing ", "through your use", "in using", "registering ", "anyone who"},
	holds: []string{"samtyck", "godkän", "accepter", "godta", "medge", "införstådd", "accept", "agree", "consent", "deemed", "signif"},
	sv: `(?:genom (?:att (?:du )?|din |ditt |fortsatt )|när du |då du |om du |i och med (?:att du |din |ditt )|använder du|surfar du|besöker du|fortsätter du|den som |alla som )[^.]{0,15}?(?:använd|nyttj|utnyttj|besök|fortsätt|fortsatt|surf|bläddr|läs)\p{L}*[^.]{0,70}?` + agreesSV +
		`|(?:använder|surfar|besöker|fortsätter) du[^.]{0,70}?` + agreesSV +
		`|(?:genom (?:att (?:du )?|din |ditt )|när du |då du |om du |i och med (?:att du |din |ditt )|skapar du|registrerar du|loggar du|handlar du|beställer du|den som )[^.]{0,15}?(?:logg|registr|skap|öppn|beställ|köp|handl|anmäl|ta(?:r)? del|lämn|uppge|skick|kontakt|ring|bok|delta|ladd|teckn|ansök|bli |blir|mejl|konto)\p{L}*[^.]{0,60}?` + agreesSV + `[^.]{0,50}?` + noticeSV +
		`|(?:din |ditt |all |fortsatt )?(?:användning|användande\p{L}*|besök|registrering|köp|beställning|surfande)[^.]{0,60}? (?:innebär|betyder|medför|utgör|räknas som|anses|ses som|betraktas som|är)[^.]{0,40}?(?:samtyck|godkän|accepter)\p{L}*`,
	en: `(?:by |through |in )(?:your )?(?:continu\p{L}*|us(?:e|ing)|visit\p{L}*|access\p{L}*|brows\p{L}*|register\p{L}*|sign\p{L}*|creat\p{L}*|provid\p{L}*|submitt\p{L}*|giv\p{L}*|order\p{L}*|purchas\p{L}*|contact\p{L}*|download\p{L}*|send\p{L}*|shar\p{L}*|log\p{L}*|interact\p{L}*|enter\p{L}*|open\p{L}*|join\p{L}*|complet\p{L}*|participat\p{L}*|call\p{L}*|enroll\p{L}*|book\p{L}*|apply\p{L}*)[^.]{0,80}? (?:you|users?|the user|customers?) (?:\p{L}+ ){0,3}?` + agreesEN +
		`|(?:if|when) you (?:continue|keep|use|visit|access|browse|stay|remain)\p{L}*[^.]{0,60}? you (?:\p{L}+ ){0,3}?` + agreesEN +
		`|(?:if|when) you (?:register|sign up|create|log in|order|provide|submit|contact|buy|purchase|join|book|apply)\p{L}*[^.]{0,60}? you (?:\p{L}+ ){0,3}?` + agreesEN + `[^.]{0,50}?` + noticeEN +
		`|(?:your |the |any |continued |using |use of |visiting |accessing |continuing to )(?:continued )?(?:use|using|visit\p{L}*|access\p{L}*|brows\p{L}*|registration|our|this|the|submission|provision)[^.]{0,60}? (?:means|implies|constitutes?|is|signifies|amounts to|indicates|shall be|will be|confirms)[^.]{0,40}?(?:accept|agree|consent|deemed)\p{L}*` +
		`|anyone who (?:uses|visits)[^.]{0,60}? (?:agrees|consents|accepts)`,
	unless: gesture + `|innan du|frivillig|uttryckligen|separat|särskilt|återkall|inte bunden|köpvillkor|allmänna villkor(?: och)? köp|optional|separately|withdraw|i fråga om|terms of (?:sale|purchase)`,
	denied: true,
}}

// deemedTurns: the reader is said to agree to something.
var deemedTurns = []turn{{
	words: []string{"du medger", "du ger oss", "du lämnar härmed", "du är införstådd", "du bekräftar", "du förstår och", "kunden samtycker", "kunden godkänner", "användaren godkänner", "användaren samtycker", "användaren accepterar", "härmed ", "du anses", "you ", "the user ", "users ", "the customer "},
	sv: `du medger att vi|du (?:ger oss|lämnar) (?:härmed )?(?:rätt(?:en)? att|tillåtelse att|tillstånd att|ditt samtycke till att)|du (?:är införstådd med|förstår|bekräftar) och (?:godkänner|accepterar|samtycker(?: till)?)(?: att)?|(?:kunden|användaren) (?:samtycker|godkänner|accepterar)(?: härmed| också)?(?: till)? att` +
		`|härmed (?:godkänner|samtycker|accepterar) (?:du|jag|kunden)|du anses (?:härmed )?ha (?:godkänt|samtyckt|accepterat)`,
	en:     `(?:you|the user|users|the customer) (?:also |hereby |further |expressly |irrevocably |understand and |acknowledge and ){0,3}(?:authori[sz]e|permit|allow|give|grant)s? us (?:the right |permission |your consent )?to|you (?:hereby |understand and |acknowledge and |expressly )(?:agree|consent|accept)|(?:the user|users|the customer) (?:hereby )?(?:agrees?|consents?|accepts?) (?:that we|to (?:us|our))|you (?:are|will be|shall be) deemed to have (?:agreed|consented|accepted)`,
	unless: `(?:om|när|ifall|huruvida|innan|genom att|i vilken) du |(?:if|when|whether|where|before|unless|by|once|only) you|knapp|krys|klick|button|tick|click|separat|separately|återkall|withdraw`,
	denied: true,
}}

// authorityTurns: other names of the authority that was.
var authorityTurns = []turn{{
	words:  []string{"swedish data inspect", "the data inspect", "data inspectorate", "swedish data protection authority (data"},
	any:    `(?:swedish )?data inspectorate|data inspection (?:authority|agency)|swedish data inspection`,
	unless: `norw|norge|norsk|former|previous|called|renamed|used to be|no longer|estonia|latvia|icel`,
}}

// lawTurns: other law that is no more.
var lawTurns = []turn{{
	words:  []string{"data protection directive", "dataskyddsdirektivet", "the data protection directive", "personal data act", "swedish data act", "datalagen", "pul "},
	sv:     `dataskyddsdirektivet`,
	en:     `(?:eu |european )?data protection directive`,
	unless: `upphäv|ogiltig|upphör|ersat|ersätt|inte längre|tidigare|gamla|brottsdata|2016/680|polis|repeal|invalid|replac|former|previous|no longer|(?:^|[^\p{L}])old |police|law enforcement`,
}}

// backTurns: the reader is to watch for changes.
var backTurns = []turn{{
	words: []string{"håll dig uppdaterad", "hålla dig uppdaterad", "hålla dig informerad", "håll dig informerad", "återkom", "besök", "kom tillbaka", "titta in", "gå in på", "läs igenom", "ta del av", "regelbundet", "du ansvarar", "ditt ansvar", "det är ditt ansvar", "ditt eget ansvar", "uppmanar", "råder", "rekommenderar",
		"it is your responsibility", "you are responsible", "your responsibility", "please revisit", "please check", "please review", "please visit", "revisit", "check back", "come back", "keep yourself", "stay informed", "stay up to date", "keep up to date", "we encourage you", "we recommend", "we advise", "you should check", "you should review", "we suggest", "refer back"},
	sv: `(?:håll|hålla) dig (?:uppdaterad|informerad)[^.]{0,60}?(?:återkom|sida|här|hit|policy)\p{L}*|(?:besök\p{L}*|återkom\p{L}*|kom tillbaka|titta in|läs igenom|ta del av)[^.]{0,60}?(?:hit|sida\p{L}*|policy\p{L}*|webbplats\p{L}*|text\p{L}*|information\p{L}*|här)[^.]{0,40}?(?:ibland|då och då|regelbundet|jämna mellanrum|emellanåt|ofta|för att (?:hålla|se|få)|uppdaterad|senaste)` +
		`|regelbundet (?:läs|besök|återkom|kontroller|gå in|titt)\p{L}*[^.]{0,40}?(?:policy|sida|information|text)\p{L}*|(?:återkom|kom tillbaka)(?: gärna)? hit|(?:du ansvarar|det är ditt (?:eget )?ansvar|ditt (?:eget )?ansvar)[^.]{0,60}?(?:ändring|uppdater|policy|senaste|hålla dig)\p{L}*|(?:uppmanar|råder|rekommenderar) (?:vi )?(?:dig|er|alla)?[^.]{0,30}?(?:läs|besök|återkom|kontrollera|gå in|titta|ta del)\p{L}*[^.]{0,60}?(?:regelbundet|jämna mellanrum|då och då|ofta|ibland|ändring|uppdater)\p{L}*`,
	en: `(?:it is your|your) responsibility[^.]{0,60}?(?:change|up to date|update|check|review|current)\p{L}*|you are responsible for[^.]{0,40}?(?:check|review|keeping|staying|monitor)\p{L}*[^.]{0,60}?(?:change|update|notice|policy|page|statement)\p{L}*|(?:please |you should |we (?:encourage|recommend|advise|suggest|urge) (?:that )?you (?:to )?)?(?:revisit|check back|come back|refer back|check|review|visit)[^.]{0,50}?(?:stay|keep|be(?:come)?|remain)(?: yourself)? (?:informed|aware|up to date|updated|current)` +
		`|(?:stay|keep)(?: yourself)? (?:informed|up to date|updated)[^.]{0,60}?(?:check|review|visit|revisit|return)\p{L}*|(?:please |you should |we (?:encourage|recommend|advise|suggest|urge) (?:that )?you (?:to )?)(?:check|review|revisit|visit|read|consult)[^.]{0,40}?(?:polic(?:y|ies)|notice|page|statement|site|website)[^.]{0,40}?(?:regularly|periodically|from time to time|often|frequently|occasionally|for (?:any )?(?:changes|updates))`,
	unless: `(?:^|[^\p{L}])(?:vi|oss|ombudet) (?:själva )?(?:läser|kontrollerar|besöker|ska|kommer att|meddelar|skickar|mejlar)|we (?:also |will |shall )?(?:check|e-?mail|notify|tell|send)|logg|backup|kopior|dina (?:egna )?uppgifter|your (?:own )?(?:data|details|profile)|kundportal|evenemang|erbjudand|nyheter|offers|events`,
	denied: true,
}}

// effectiveTurns: other ways to write the day.
var effectiveTurns = []turn{{
	words: []string{"gäller från", "gäller fr", "gäller sedan", "ikraftträdande", "senast uppdaterad", "uppdaterades senast", "giltig från", "effective date", "last updated", "last modified", "last revised", "effective", "in effect", "in force", "applies from", "applies as of", "applies since", "valid from", "dated"},
	sv:    `(?:gäller|giltig)(?: från| fr\.?o\.?m\.?| sedan)(?: och med)? (?:den )?(?:\d{1,2} \p{L}+ \d{4}|\d{4}-\d{2}-\d{2})`,
	en:    `effective(?: date)?(?: as of| from| since| on|:)? ?:? ?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?\p{L}+|\p{L}+ \d{1,2}(?:st|nd|rd|th)?,?) \d{4}|effective(?: date)?(?: as of| from| since| on|:)? ?:? ?\d{4}-\d{2}-\d{2}|(?:in (?:effect|force)|applies|valid) (?:from|since|as of) (?:(?:\d{1,2} \p{L}+|\p{L}+ \d{1,2},?) \d{4}|\d{4}-\d{2}-\d{2})`,
}}

// retentionTurns: more ways to say nothing about time.
var retentionTurns = []turn{{
	words: []string{"när de inte längre", "när uppgifterna inte längre", "när det inte längre", "när den inte längre", "när uppgiften inte längre", "när behovet", "när ändamålet", "när syftet", "när vi inte längre", "då de inte längre", "så snart", "så fort", "den tid ", "under den tid", "under den period", "den period", "för den tid", "längre än", "längre tid än", "gallra", "rader", "rensa", "en tid ", "en viss tid", "en begränsad tid", "under en tid", "till dess ändamål", "tills ändamål", "tills syfte", "tills de inte", "tills uppgifterna inte", "till dess att de inte", "till dess att uppgifterna inte", "så länge", "lika länge",
		"when it is no longer", "when they are no longer", "when no longer", "when the data is no longer", "when the purpose", "once it is no longer", "once no longer", "once they are no longer", "once the purpose", "once the data is no longer", "where no longer", "as soon as", "for the period", "for the time", "for the duration", "for a period", "for such", "for the length", "for longer than", "longer than", "any longer than", "in due course", "for a limited", "for some time", "until the purpose", "until no longer", "until they are no longer", "until the data is no longer", "for as long as", "as long as", "only as long as", "regularly", "periodically", "if it is no longer", "if no longer", "after it is no longer", "indefinitely", "obegränsad tid", "tills vidare"},
	sv: `(?:när|då|så snart|så fort|tills|till dess(?: att)?) (?:de|det|den|uppgifter(?:na)?|uppgiften|data|vi|informationen|dem)(?: \p{L}+)? (?:inte|ej) längre (?:behövs|behöver\p{L}*|är (?:nödvändiga?t?|aktuella?t?|relevanta?t?)|krävs|fyller|har (?:ett |något )?behov)|(?:när|då|så snart|tills|till dess(?: att)?) (?:inte längre behövs|(?:behovet|ändamålet|syftet|ändamålen)[^.,;]{0,30}(?:upphör\p{L}*|uppfyll\p{L}*|uppnå\p{L}*|bortfall\p{L}*|inte längre|är (?:uppfyllt|uppnått)))` +
		`|(?:under |för )?den (?:tid|period)(?: som)?(?: det)?(?: är)? (?:krävs|behövs|nödvändig\p{L}*|behövlig\p{L}*|erfordras)|längre (?:tid )?än (?:vad )?(?:som |det )?(?:är )?(?:nödvändig\p{L}*|behövs|krävs|behövligt|motiverat|befogat|ändamålet|syftet)|(?:under )?en (?:viss|begränsad|kortare|längre|lämplig) tid|(?:gallra|rader|rensa)\p{L}*(?: \p{L}+){0,2} (?:löpande|efter hand)|så länge (?:vi|bolaget|det)[^.,;]{0,20}(?:har|finns)[^.,;]{0,15} (?:behov|skäl|anledning|intresse|berättigat|legitim)\p{L}*|så länge (?:det|de|uppgifterna)[^.,;]{0,20} (?:motiverat|befogat|aktuell\p{L}*|relevant\p{L}*)|lika länge som[^.,;]{0,20}(?:behövs|nödvändigt|krävs)|obegränsad tid`,
	en: `(?:when|once|where|if|after|as soon as|until)(?: (?:it|they|the data|your data|data|the information|this|that|personal data|your personal data))?(?: (?:is|are|has|have|been))? no longer (?:needed|necessary|required|relevant|serves?)|(?:when|once|until|as soon as) (?:we|our)(?: \p{L}+)? no longer (?:need|require)|(?:when|once|until|as soon as) (?:the|that|those|our) purposes?[^.,;]{0,40}(?:fulfilled|achieved|completed|served|ceased?|met|satisfied|over)` +
		`|for (?:the|a|such|whatever|any) (?:period|time|duration|length of time|amount of time)(?: of time)?(?: that| as)?(?: (?:is|it is|may be|are|we (?:reasonably )?(?:consider|deem|believe)))? ?(?:reasonably )?(?:necessary|needed|required)|(?:for )?(?:any )?longer than (?:is |it is |we |what is |are )?(?:strictly |reasonably |absolutely )?(?:necessary|need(?:ed)?|required|require|appropriate|justified)|in due course|for (?:a limited|some|an appropriate|a certain) (?:time|period)(?: of time)?` +
		`|(?:for )?as long as (?:we|the company|there)(?: \p{L}+)? (?:have|has|is|need|require|consider|deem|believe)[^.,;]{0,30}(?:need|reason|purpose|interest|necessary|appropriate|justif|relevant|useful)\p{L}*|(?:for )?as long as (?:(?:it |they |that )?(?:is|are|remains?|may be) )?(?:reasonably |relevant|appropriate|useful|justified|strictly |absolutely )(?:necessary|needed|required)?|indefinitely`,
	near:   keepingWords,
	unless: vagueRight,
	denied: true,
}}

const (
	keepingWords = `spar|lagr|behåll|bevar|rader|gallr|anonymis|tas? bort|tar bort|finns kvar|förvar|utplån|förstör|(?:^|[^\p{L}])(?:stor(?:e|ed|age|ing)|kept|keep|retain|retention|delet|eras|hold|held|destroy|remov|anonymi|purg)`
	vagueRight   = `får inte sparas|får inte behållas|får uppgifter(?:na)? inte|enligt lag(?:en)? får|shall be kept|must not be kept|may not be kept|\d ?(?:år|månad|veck|dag|dygn|timm|year|month|week|day|hour)|(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|en|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty-four) (?:år|månad|veck|dag|dygn|timm|year|month|week|day|hour)|rätt(?:en)? (?:till|att)|(?:right|ask|request|entitled|demand|require) (?:of|to|us|that)|begära|kräva|be oss|om du |you can|you may have|konto|account|löpande räkning`
)

// purposeTurns: more purposes that are none.
var purposeTurns = []turn{{
	words: []string{"förbättra", "utveckla", "ge dig en bättre", "ge dig bästa", "ge en bättre", "ge dig en så", "bättre användarupplevelse", "analys", "statistik", "affärsutveckling", "produktutveckling", "verksamhetsutveckling", "interna ändamål", "andra ändamål", "övriga ändamål", "liknande ändamål", "administrativa ändamål", "affärsmässiga", "affärsändamål", "marknadsföringsändamål", "forskningsändamål", "kvalitetssäkra", "kundvård", "optimera", "effektivisera", "för att kunna erbjuda", "skräddarsy", "personifiera", "personanpassa", "allmänna ändamål", "kommersiella ändamål", "analysändamål", "höja kvaliteten",
		"improv", "develop", "enhanc", "optimis", "optimiz", "analytics", "internal ", "other purposes", "for other", "administrative purposes", "business ", "research", "personali", "better experience", "best experience", "provide you with a better", "provide a better", "give you a better", "similar purposes", "commercial purposes", "statistic", "legitimate business", "any purpose", "various purposes", "user experience", "quality purposes", "marketing purposes"},
	sv: `(?:förbättra|utveckla|optimera|effektivisera|kvalitetssäkra)(?: (?:och|eller|samt|,) ?(?:förbättra|utveckla|optimera|effektivisera|förvalta|underhålla))* (?:vår|våra|vårt|tjänsten|webbplatsen|hemsidan|sajten|verksamheten|appen|upplevelsen|din upplevelse|användarupplevelsen|kundupplevelsen|kvaliteten|servicen)(?: (?:tjänst\p{L}*|produkt\p{L}*|service|verksamhet|webbplats|hemsida|erbjudande\p{L}*|kundupplevelse|app|system|utbud))?` +
		`|(?:förbättra|optimera) (?:tjänsterna|produkterna)|ge (?:dig|en|våra kunder)(?: en| den)?(?: så)? (?:bättre|bästa|bra) (?:möjliga )?(?:\p{L}*upplevelse|service|tjänst)|(?:analys|statistik)(?: (?:och|eller|samt) (?:analys|statistik|uppföljning|utveckling))+|(?:affärs|produkt|verksamhets|tjänste)utveckling|(?:interna|andra|övriga|liknande|administrativa|affärsmässiga|kommersiella|allmänna) (?:ändamål|syften)|(?:affärs|marknadsförings|forsknings|analys|statistik)ändamål`,
	en: `(?:improv|develop|enhanc|optimi[sz]|personali[sz])(?:e|es|ing|ement of)?(?:,? (?:and|or|&) (?:improv|develop|enhanc|optimi[sz]|maintain|personali[sz])\p{L}*)* (?:our|your|the|user|customer|of our)(?: (?:our|the|online|user|customer|overall|shopping|browsing))? ?(?:services?|products?|websites?|sites?|business|offerings?|experience|apps?|platform|operations|marketing)` +
		`|(?:better|best) (?:user |customer |possible )?experience|(?:internal|other|administrative|commercial|similar|various|marketing|quality|any)(?: \p{L}+)? purposes?|(?:internal )?research (?:and|or|&) (?:analytics|development|analysis)(?: purposes)?|(?:analytics|statistical|research|business|analytical) purposes|business development`,
	unless: gesture + `|inte förenlig|oförenlig|andra ändamål än|för andra ändamål än|incompatible|purposes other than|other purposes than|any other purpose|new purpose|nya? ändamål|inte för|not for|vi (?:vill|behöver) din hjälp|rätt|motsätt|invänd|object|right|opt out`,
	denied: true,
}}

// basisTurns: more bases that are none.
var basisTurns = []turn{{
	words: []string{"all behandling", "behandlingen ", "behandling ", "vår behandling", "uppfylla", "fullgöra", "följa ", "i enlighet med", "enligt lag", "enligt gällande", "rättsliga skyldigheter", "stöd i lag", "med stöd av", "en laglig grund", "laglig grund", "en rättslig grund", "all processing", "all our processing", "our processing", "the processing", "we process", "we only process", "comply with", "complies with", "meet ", "satisfy", "fulfil", "lawful", "as permitted", "as required or", "where we have", "when we have", "in accordance with applicable"},
	sv: `(?:all|vår) behandling[^.]{0,40}(?:sker|utförs|görs|är)[^.]{0,40}(?:i enlighet med|enligt|följer)[^.]{0,30}(?:lag(?:en|stiftning\p{L}*|ar)?|gdpr|dataskyddsförordningen|regelverk\p{L}*|regler)|behandling(?:en)?(?: \p{L}+){0,3} har (?:alltid )?(?:stöd i lag|(?:en )?(?:laglig|rättslig) grund)` +
		`|(?:uppfylla|fullgöra|följa|leva upp till|efterleva) (?:de |våra |alla |sina )?(?:rättsliga|lagliga|legala|lagstadgade)(?: \p{L}+)? (?:skyldigheter|förpliktelser|krav|åtaganden)|(?:följa|uppfylla|efterleva) (?:den )?(?:tillämplig|gällande|aktuell)\p{L}* (?:lag|lagar|lagstiftning|rätt|regler|lagkrav)|(?:med stöd av|enligt) (?:tillämplig|gällande) (?:lag|lagstiftning|rätt)|(?:när|om|då) (?:vi har|det finns) (?:en |ett )?(?:laglig|rättslig|lagligt|rättsligt) (?:grund|stöd)`,
	en:     `(?:all |our |the )?(?:all our )?processing(?: of [^.]{0,30})? (?:is|complies|takes place|is carried out) (?:[^.]{0,50} )?(?:lawful\p{L}*|applicable (?:laws?|legislation)|in accordance with (?:the )?(?:law|gdpr|applicable)|with (?:the )?gdpr)|(?:where|when|if) (?:we have|there is) a (?:legal|lawful|valid)(?: \p{L}+)? (?:basis|ground)|(?:comply with|meet|fulfil|satisfy) (?:our|all|any|its|the)(?: applicable| relevant)? (?:legal|statutory|regulatory)(?: (?:and|or) \p{L}+)? (?:obligations?|requirements?|duties)|as (?:permitted|required)(?: or \p{L}+)? by (?:applicable )?law`,
	near:   `behandl|grund|stöd|spar|uppgift|åtagand|process|basis|ground|data`,
	unless: `nämligen|\d{4}:\d{3}|bokför|skatteförfarandelag|skattelag|penningtvätt|arbetsrätt|patientdata|namely|bookkeeping|accounting|tax|anti-money|artikel 6|art\. ?6|article 6|6\.1|6\(1\)|biträde|instruktion|processor|rätt(?:en)? att|right to|återkall|klag|som anges|som framgår|following|kunden|customer (?:is|must|has)|svarar för|ansvarar för|rätt(?:en)? till|rader|erase|olaglig|unlawful`,
	denied: true,
}}

// severalTurns: two bases in one breath.
const (
	basisSV = `(?:(?:fullgörande av |fullgöra |uppfyllande av )?(?:ett |vårt )?avtal(?:et)?(?: med dig)?|(?:ditt |ett )?samtycke|(?:en )?intresseavvägning|(?:vårt |ett )?(?:berättigat|berättigade) intressen?|(?:en )?rättslig förpliktelse|(?:ett )?allmänt intresse|uppgift av allmänt intresse|skydd av grundläggande intressen)`
	basisEN = `(?:(?:the )?performance of (?:a|the|our) contract(?: with you)?|(?:a |our )?contract(?:ual necessity)?(?: with you)?|(?:your )?consent|(?:a |our )?legal obligations?|(?:our )?legitimate interests?|(?:a |the )?public (?:task|interest)|vital interests?)`
)

var severalTurns = []turn{{
	words:  []string{"avtal", "fullgör", "uppfyllande", "samtycke", "ditt samtycke", "intresseavvägning", "berättiga", "vårt berättigade", "rättslig förpliktelse", "en rättslig", "allmänt intresse", "contract", "performance of", "consent", "your consent", "legal obligation", "legitimate interest", "our legitimate", "public task", "public interest"},
	holds:  []string{"grund", "basis", "bases", "ground", "stöd", "rest"},
	sv:     basisSV + `(?:, ` + basisSV + `)*,? (?:och|eller|samt|och/eller|alternativt|respektive|i kombination med|jämte|liksom|tillsammans med) (?:(?:i vissa fall|ibland|även|på) )?` + basisSV,
	en:     basisEN + `(?:, ` + basisEN + `)*,? (?:and|or|and/or|as well as|together with|combined with|in combination with) (?:(?:in some cases|sometimes|also|where applicable,?) )?` + basisEN,
	near:   `grund|stöd|basis|bases|ground|rests? on|rely|based`,
	unless: `portab|flytta|återkalla|maskinläs|skillnad|olika|differ|respektive|antingen|beror på|för varje|withdraw|machine|difference|either|respectively|depend|for each|rätt(?:en)? (?:till|att)|right (?:to|of)|behövs inte|not needed|invänd|object|betyder|means|definition|sex (?:rättsliga )?grunder|six (?:legal )?bases|automatiserad behandling|automated means|artikel 20|article 20`,
	denied: true,
}}

// decisionTurns: decisions by machines in plain words.
var decisionTurns = []turn{{
	words:  []string{"beslut", "fattas automatiskt", "fattar vi automatiskt", "avgörs automatiskt", "profilering", "din ansökan", "ansökan", "ett system", "vårt system", "en algoritm", "algoritm", "automatiskt", "decisions", "the decision", "your application", "your credit", "applications", "profiling", "an algorithm", "algorithms", "our system", "automatically", "decided"},
	holds:  []string{"automat", "profiler", "profiling", "algorit"},
	sv:     `beslut[^.]{0,60}(?:fattas|tas|sker|görs)(?: \p{L}+)? (?:helt |enbart )?(?:automatiskt|automatiserat|av (?:en )?(?:dator|algoritm|maskin))|(?:din )?ansökan[^.]{0,40}(?:avgörs|prövas|bedöms|beviljas|avslås|godkänns)[^.]{0,20} automatiskt|profilering[^.]{0,40}(?:för att|när vi) (?:fatta|fattar|ta) beslut|(?:ett |vårt )?(?:system|algoritm)[^.]{0,30}(?:avgör|beslutar|fattar beslut)|algoritm\p{L}*[^.]{0,30}(?:avgör|beslutar|fattar beslut)`,
	en:     `(?:decisions?|applications?|your (?:application|credit)[^.]{0,20})[^.]{0,40}(?:is|are) (?:made |taken |decided |assessed |approved or rejected |determined )?(?:solely |fully |entirely )?(?:automatically|by (?:an |our )?(?:algorithm|computer|automated))(?: decided| made)?|profiling[^.]{0,40}to (?:make|take|reach) decisions|(?:an algorithm|our system|algorithms)[^.]{0,30}(?:decides?|determines?|makes? (?:the|a) decision)`,
	unless: `rätt(?:en)? (?:till|att)|right (?:to|not)|inte|(?:^|[^\p{L}])(?:no|not|never|inga|ingen) `,
}}

// elsewhereTurns: the contact details are on some site.
var elsewhereTurns = []turn{{
	words: []string{"kontaktinformation", "kontaktuppgifter", "våra kontaktuppgifter", "se vår", "se våra", "besök vår", "gå till vår", "på vår", "hur du kontaktar", "du hittar kontakt", "för kontakt", "contact information", "contact details", "our contact", "see our", "please see", "please visit", "visit our", "you will find our contact", "you can find our contact", "how to contact", "for contact"},
	holds: []string{"kontakt", "contact"},
	sv:    `(?:våra )?(?:kontakt(?:information|uppgifter(?:na)?)|hur du kontaktar oss)[^.]{0,30} (?:hittar|finner|finns|ser|får|framgår|anges|publiceras|står)[^.]{0,40}(?:webbsida|hemsida|webbplats|sajt|webb)\p{L}*|(?:se|besök|gå (?:in )?(?:till|på))(?: \p{L}+)? (?:webbsida|hemsida|webbplats|sajt|webb)\p{L}*[^.]{0,30}(?:för|hittar|finns)[^.]{0,20}kontakt\p{L}*|på (?:vår|våra|bolagets|företagets) (?:webbsida|hemsida|webbplats|sajt)\p{L}*[^.]{0,40}(?:kontaktuppgifter|kontaktinformation)|för kontakt\p{L}*[^.]{0,20}(?:se|besök)[^.]{0,20}(?:webbsida|hemsida|webbplats)`,
	en:    `(?:please )?(?:see|visit|refer to|consult) (?:our|the|the company's)(?: \p{L}+)? (?:website|web site|web page|homepage|site)[^.]{0,30}(?:for|to find)[^.]{0,20} (?:contact (?:information|details)|how to contact)|(?:our )?contact (?:information|details)[^.]{0,40}(?:on|at|via|from) (?:our|the)(?: \p{L}+)? (?:website|web site|web page|homepage|site)|you (?:will|can) find our contact (?:information|details)[^.]{0,30}(?:on|at) (?:our|the)(?: \p{L}+)? (?:website|web site|web page|homepage|site)|how to contact us[^.]{0,40}(?:website|homepage)`,
}}

// danglingTurns: here, where nothing is.
var danglingTurns = []turn{{
	words: []string{"läs mer", "läsa mer", "mer information", "du hittar mer", "mer om detta", "klicka här", "read more", "more information", "find out more", "learn more", "click here", "further information"},
	sv:    `(?:läsa? mer|mer information|du hittar mer|mer om detta)[^.:]{0,60}(?:här|via denna länk|på denna länk|på följande länk|nedanstående länk)[.:]?\s*$|klicka här[^.:]{0,60}[.:]?\s*$`,
	en:    `(?:read|find out|learn) more[^.:]{0,60}(?:here|at this link|via this link|the following link)[.:]?\s*$|(?:more|further) information[^.:]{0,60}(?:here|at this link|via this link)[.:]?\s*$|click here[^.:]{0,60}[.:]?\s*$`,
}}
