package wording

// claimTurns: more claims that nobody can check.
var claimTurns = []turn{{
	words: []string{"på största allvar", "på högsta", "största allvar", "största vikt", "yttersta vikt", "marknadsledande", "branschledande", "världsledande", "helt säkr", "fullständigt säkr", "alltid säkr", "helt skydd", "högsta säkerhet", "högsta möjliga", "högsta tänkbara", "bästa möjliga skydd", "full säkerhet", "total säkerhet", "maximal säkerhet", "absolut säker", "branschstandard", "trygga hos oss", "alltid trygg", "all tänkbar",
		"seriously", "take your privacy", "take the protection", "takes your privacy", "take privacy", "industry-standard", "industry-leading", "industry leading", "best-in-class", "best in class", "world-class", "world class", "completely safe", "completely secure", "totally secure", "totally safe", "fully secure", "perfectly safe", "absolutely secure", "always safe", "always secure", "highest level", "highest standard", "highest possible", "cutting-edge", "cutting edge", "leading security", "top-level", "of paramount", "paramount", "bulletproof", "unbreakable", "safe with us"},
	sv:     `på (?:största|högsta|fullaste|allra största) allvar|(?:största|yttersta) vikt|(?:marknads|bransch|världs)ledande[^.]{0,20}(?:säkerhet|skydd|kryptering|lösning)\p{L}*|(?:helt|fullständigt|alltid|absolut) (?:säkra|säkert|säkrade|skyddade|trygga|trygg)|(?:högsta|bästa|full|total|maximal)(?: (?:möjliga|tänkbara))? (?:säkerhet|säkerhetsnivå|skydd|skyddsnivå|nivå av säkerhet)|trygga hos oss|branschstandard(?:er)?(?: för säkerhet)?`,
	en:     `(?:take|takes|taking)[^.]{0,50} seriously|industry[- ](?:standard|leading)(?: security| encryption| measures)?|best[- ]in[- ]class|world[- ]class|(?:completely|totally|fully|perfectly|absolutely|always|100%) (?:safe|secure)|highest (?:level|levels|standard|standards|possible)(?: \p{L}+){0,3}|cutting[- ]edge|of (?:the utmost|paramount) importance|bulletproof|unbreakable|safe with us`,
	unless: `tls|aes|nist|konfidentialitet|sekretess|confidential|aktie|garanterar inte|kundservice|customer service|kan inte|cannot|no (?:system|method)|ingen(?:ting)? är|nothing is`,
	denied: true,
}}

// striveTurns: more wishes.
var striveTurns = []turn{{
	words: []string{"gör vårt bästa", "gör vad vi kan", "gör allt vi kan", "gör allt för", "vår ambition", "vår målsättning", "vårt mål är", "har som mål", "har som ambition", "målsättningen", "vi ämnar", "vi avser att", "i den mån det är möjligt", "i den utsträckning", "om möjligt", "när det är möjligt",
		"try our", "our aim", "our ambition", "our goal", "do our best", "do our utmost", "do everything", "make every effort", "every effort", "seek to", "wherever possible", "where possible", "to the extent possible", "attempt to", "committed to", "hope to", "intend to", "all reasonable"},
	sv:     `gör (?:alltid )?(?:vårt bästa|vad vi kan|allt vi kan|allt för att)|(?:vår|vårt) (?:ambition|målsättning|mål) är|har som (?:mål|ambition|målsättning)|i den (?:mån|utsträckning) (?:det |som )?(?:är )?(?:möjligt|rimligt)`,
	en:     `(?:we )?try our best|our (?:aim|ambition|goal) is|do (?:our (?:best|utmost)|everything (?:we can|in our power))|(?:make )?every (?:reasonable )?effort|(?:where(?:ver)?|to the extent) (?:reasonably )?possible|all reasonable efforts`,
	unless: `eu/ees|eu/eea|tredje ?land|third countr|(?:du|någon|angripare|obehörig\p{L}*|de) (?:försöker|har försökt)|inloggningsförsök|försök att logga|om vi (?:försöker|inte)|(?:if|when) (?:you|someone|somebody) (?:try|tries|attempt)|you (?:try|attempt)|attackers?|log in|tekniskt möjligt|technically feasible`,
	denied: true,
}, {
	words:  []string{"försöker", "eftersträvar", "try ", "tries ", "aim", "attempt", "seek"},
	sv:     `försöker|eftersträvar`,
	en:     `(?:try|tries|aims?|attempts?|seeks?) (?:(?:our|its) best )?to`,
	also:   `(?:^|[^\p{L}])(?:vi|bolaget|företaget) (?:\p{L}+ ){0,2}?(?:försöker|eftersträvar)|(?:försöker|eftersträvar) (?:vi|bolaget|företaget)|(?:^|[^\p{L}])(?:we|the company) (?:\p{L}+ ){0,2}?(?:try|tries|aim|attempt|seek)`,
	unless: `eu/ees|eu/eea|tredje ?land|third countr|(?:du|någon|angripare|obehörig\p{L}*|de) (?:försöker|har försökt)|inloggningsförsök|försök att logga|om vi (?:försöker|inte)|(?:if|when) (?:you|someone|somebody) (?:try|tries|attempt)|you (?:try|attempt)|attackers?|log in|tekniskt möjligt|technically feasible`,
	denied: true,
}}
