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
