package wording

// deemedTurns: the reader is said to agree to something.
var deemedTurns = []turn{{
	words: []string{"du medger", "du ger oss", "du lämnar härmed", "du är införstådd", "du bekräftar", "du förstår och", "kunden samtycker", "kunden godkänner", "användaren godkänner", "användaren samtycker", "användaren accepterar", "härmed ", "du anses", "you ", "the user ", "users ", "the customer "},
	sv: `du medger att vi|du (?:ger oss|lämnar) (?:härmed )?(?:rätt(?:en)? att|tillåtelse att|tillstånd att|ditt samtycke till att)|du (?:är införstådd med|förstår|bekräftar) och (?:godkänner|accepterar|samtycker(?: till)?)(?: att)?|(?:kunden|användaren) (?:samtycker|godkänner|accepterar)(?: härmed| också)?(?: till)? att` +
		`|härmed (?:godkänner|samtycker|accepterar) (?:du|jag|kunden)|du anses (?:härmed )?ha (?:godkänt|samtyckt|accepterat)`,
	en:     `(?:you|the user|users|the customer) (?:also |hereby |further |expressly |irrevocably |understand and |acknowledge and ){0,3}(?:authori[sz]e|permit|allow|give|grant)s? us (?:the right |permission |your consent )?to|you (?:hereby |understand and |acknowledge and |expressly )(?:agree|consent|accept)|(?:the user|users|the customer) (?:hereby )?(?:agrees?|consents?|accepts?) (?:that we|to (?:us|our))|you (?:are|will be|shall be) deemed to have (?:agreed|consented|accepted)`,
	unless: `(?:om|när|ifall|huruvida|innan|genom att|i vilken) du |(?:if|when|whether|where|before|unless|by|once|only) you|knapp|krys|klick|button|tick|click|separat|separately|återkall|withdraw`,
	denied: true,
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
