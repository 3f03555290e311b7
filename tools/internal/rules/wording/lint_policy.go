package wording

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// contractLints find notices that are written as if they were contracts, and law
// that no longer holds.
var contractLints = []Pattern{
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "consent-by-use", Severity: diag.Error, Law: "GDPR Art. 4(11), 7",
				Title: diag.Text{SV: "den som använder tjänsten sägs samtycka", EN: "using the service is said to be consent"}},
			Why:    diag.Text{SV: "att använda en tjänst är varken samtycke eller ett godkännande, och information är inget avtal", EN: "to use a service is neither consent nor acceptance, and a notice is no contract"},
			Better: diag.Text{SV: "skriv vad ni gör och på vilken rättslig grund; behövs samtycke, be om det för sig: ”Vi frågar dig innan vi lagrar kakor för statistik.”", EN: "write what you do and on which legal basis; where consent is needed, ask for it separately: “We ask you before we store cookies for statistics.”"},
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "deemed-agree", Severity: diag.Error, Law: "GDPR Art. 4(11), 7(2)",
				Title: diag.Text{SV: "läsaren sägs godkänna något utan att ha gjort något", EN: "the reader is said to agree without having done anything"}},
			Why:    diag.Text{SV: "ett samtycke är en egen handling och får inte vara inbakat i en text", EN: "consent is an act of its own and may not be buried in a text"},
			Better: diag.Text{SV: "skriv vad ni gör och varför: ”Vi skickar driftmeddelanden till din e-postadress, för att fullgöra avtalet.” Be om samtycke för sig, där det behövs", EN: "write what you do and why: “We send service messages to your e-mail address, to perform the contract.” Ask for consent separately, where it is needed"},
		},
		turns: deemedTurns,
		words: []string{"du godkänner", "du accepterar", "du samtycker", "också godkännande", "även godkännande", "samtidigt godkännande", "you "},
		sv:    `du (?:godkänner|accepterar|samtycker)(?: också| härmed| även)?(?: till)? att vi|(?:också|även|samtidigt) godkännande av (?:våra )?villkor\p{L}*`,
		en:    `you (?:also |hereby |further )?(?:agree|consent|accept) (?:that we|to (?:us|our))`,
		unless: `(?:om|när|ifall|huruvida|att|innan) du (?:också |själv |uttryckligen )?(?:godkänner|accepterar|samtycker)` +
			`|(?:if|when|whether|where|that|before) you (?:also |expressly )?(?:agree|consent|accept)|knapp|krys|klick|button|tick|click`,
		denied: true,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "old-authority", Severity: diag.Error, Law: "GDPR Art. 13(2)(d)",
				Title: diag.Text{SV: "tillsynsmyndigheten har sitt gamla namn", EN: "the supervisory authority has its old name"}},
			Why:    diag.Text{SV: "myndigheten heter sedan den 1 januari 2021 Integritetsskyddsmyndigheten", EN: "since 1 January 2021 the authority has been called Integritetsskyddsmyndigheten"},
			Better: diag.Text{SV: "skriv Integritetsskyddsmyndigheten (IMY); bara Ålands myndighet heter Datainspektionen", EN: "write the Swedish Authority for Privacy Protection (Integritetsskyddsmyndigheten, IMY); only the authority of Åland is called Datainspektionen"},
		},
		facts: true,
		spare: func(r *reading, h hit) bool { return r.aland || onAland(h.p.Doc.Record) },
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "old-law", Severity: diag.Error, Law: "GDPR Art. 94",
				Title: diag.Text{SV: "texten stöder sig på något som är upphävt", EN: "the text relies on something repealed"}},
			Why:    diag.Text{SV: "det är upphävt eller ogiltigt och går inte att stödja sig på", EN: "it is repealed or invalid and cannot be relied on"},
			Better: diag.Text{SV: "hänvisa till det som gäller: dataskyddsförordningen (EU) 2016/679, lagen (2022:482) om elektronisk kommunikation, standardavtalsklausulerna i (EU) 2021/914 eller EU–US Data Privacy Framework", EN: "refer to what applies: the GDPR (EU) 2016/679, the Swedish Electronic Communications Act (2022:482), the standard contractual clauses in (EU) 2021/914 or the EU–US Data Privacy Framework"},
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "check-back", Severity: diag.Error, Law: "GDPR Art. 5(1)(a), 12(1)",
				Title: diag.Text{SV: "läsaren ska själv bevaka ändringar", EN: "the reader is to watch for changes"}},
			Why:    diag.Text{SV: "det är den ansvariga som ska berätta om ändringar, inte läsaren som ska leta efter dem", EN: "it is for the controller to tell of changes, not for the reader to look for them"},
			Better: diag.Text{SV: "skriv hur och när ni berättar: ”Vi skickar väsentliga ändringar till dig med e-post minst 30 dagar innan de börjar gälla.”", EN: "write how and when you tell: “We send you material changes by e-mail at least 30 days before they take effect.”"},
		},
		turns:  backTurns,
		words:  []string{"läs", "besök", "titta", "kontrollera", "gå in", "ta del", "check", "review", "visit", "revisit"},
		sv:     `(?:läsa?|besöka?|titta|kontrollera|gå in|ta del)[^.]{0,60}(?:med jämna mellanrum|regelbundet|då och då|emellanåt)`,
		en:     `(?:check|review|visit|revisit) (?:back|this|the|our)[^.]{0,40}(?:regularly|periodically|from time to time|frequently)`,
		near:   `policy|polic|sida|villkor|information|notice|page|website|terms|statement`,
		unless: `(?:^|[^\p{L}])(?:vi|oss|ombudet|revisor\p{L}*) (?:själva )?(?:läser|kontrollerar|besöker|ska|kommer att)|(?:^|[^\p{L}])we (?:also |will |shall |regularly )?(?:check|review|visit)|logg|backup|kopior|leverantör|supplier|dina (?:egna )?uppgifter|your (?:own )?(?:data|details)|kundportal`,
		denied: true,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "stale-effective", Severity: diag.Warning, Law: "GDPR Art. 12(1)",
				Title: diag.Text{SV: "dagen då texten började gälla är gammal", EN: "the day from which the text applies is old"}},
			Why:    diag.Text{SV: "en text som talar om en gången dag som kommande har ingen sett över sedan dess", EN: "a text that speaks of a past day as if it were to come has not been reviewed since"},
			Better: diag.Text{SV: "skriv versionens dag och när texten senast gicks igenom", EN: "write the day of the version and when the text was last reviewed"},
		},
		turns: effectiveTurns,
		words: []string{"träder i kraft", "gäller från", "gäller fr", "enters into force", "comes into force", "will enter into force", "effective as of", "effective from", "applies from"},
		sv:    `träder i kraft|gäller (?:från|fr\.o\.m\.)(?: och med)? (?:den )?\d{1,2} \p{L}+ \d{4}`,
		en:    `(?:enters|comes|will enter|will come) into (?:force|effect)|(?:effective (?:as of|from)|applies from) (?:\d{1,2} \p{L}+|\p{L}+ \d{1,2},?) \d{4}`,
		spare: notStale,
	},
}

// onAland tells whether a record is about somebody on Åland, whose authority is
// called Datainspektionen.
func onAland(e *record.Filed) bool {
	if e == nil {
		return false
	}
	switch v := e.Value.(type) {
	case *record.Authority:
		return v.Country == "AX"
	case *record.Recipient:
		return v.Country == "AX"
	case *record.Controller:
		return v.Address != nil && v.Address.Country == "AX"
	}
	return false
}

// notStale tells whether a text may speak of a day as it does: of a day to come,
// or within a year of it. An agreement that has run for long is not stale.
func notStale(r *reading, h hit) bool {
	sentence := h.sentence()
	last := value.Date("")
	for _, d := range daysIn(sentence) {
		last = max(last, d)
	}
	if last == "" {
		return true
	}
	if strings.Contains(h.phrase(), "träder") || strings.Contains(h.phrase(), "force") || strings.Contains(h.phrase(), "effect ") {
		return !last.Before(r.asOf)
	}
	return !aNotice.MatchString(sentence) && !strings.HasPrefix(h.p.Lower[h.from:], "effective date") && !strings.HasPrefix(h.p.Lower[h.from:], "effective:") || !last.Before(r.asOf.Add(-365))
}

var aNotice = regexp.MustCompile(`policy|information|villkor|notice|statement|terms`)

var writtenDay = regexp.MustCompile(`(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? (\p{L}+)|(\p{L}+) (\d{1,2})(?:st|nd|rd|th)?,?) (\d{4})|(\d{4}-\d{2}-\d{2})`)

var monthNames = strings.Fields("januari februari mars april maj juni juli augusti september oktober november december" +
	" january february march april may june july august september october november december")

// daysIn returns the days that a text in lower case names.
func daysIn(text string) []value.Date {
	var days []value.Date
	for _, m := range writtenDay.FindAllStringSubmatch(text, 20) {
		if m[6] != "" {
			days = append(days, value.Date(m[6]))
			continue
		}
		day, _ := strconv.Atoi(m[1] + m[4])
		year, _ := strconv.Atoi(m[5])
		for i, name := range monthNames {
			if name == m[2]+m[3] {
				days = append(days, value.DateOf(time.Date(year, time.Month(i%12+1), day, 0, 0, 0, 0, time.UTC)))
				break
			}
		}
	}
	return days
}

// policyLints find what Art. 13 and 14 ask for, said so that nothing is said.
var policyLints = []Pattern{
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "retention-vague", Severity: diag.Warning, Law: "GDPR Art. 13(2)(a)",
				Title: diag.Text{SV: "lagringstiden är obestämd", EN: "the retention period is vague"}},
			Why:    diag.Text{SV: "av orden kan ingen räkna ut när uppgifterna raderas", EN: "from these words nobody can tell when the data is erased"},
			Better: diag.Text{SV: "skriv en tid och händelsen som den räknas från: ”i 24 månader från det att avtalet upphörde”; går det inte, skriv vad som avgör", EN: "write a period and the event that it runs from: “for 24 months from the end of the contract”; where that is impossible, write what decides"},
		},
		turns: retentionTurns,
		words: []string{"så länge", "inom rimlig", "inom en rimlig", "inom skälig", "inom en skälig", "är nödvändigt för att uppnå", "under den tid", "under skälig", "under en skälig", "under rimlig", "under en rimlig", "inte längre än", "ej längre än", "tills vidare", "for a reasonable", "no longer than", "not longer than", "until it is no longer", "until they are no longer", "as long as", "for as long as", "within a reasonable", "stored", "kept", "retained"},
		sv: `så länge (?:som )?(?:[^.,;]{0,30}(?:nödvändig\p{L}*|behöv\p{L}*|krävs)|(?:det finns en |du är |ni är |kunden är )?kund\p{L}*|vi har lagkrav)` +
			`|så länge [^.,;]{0,30}(?:ändamål|syfte)\p{L}*(?: kräver| kvarstår| finns)?|(?:inom|under) (?:en )?(?:rimlig|skälig) tid|(?:inte|ej) längre än (?:vad som |som |det )?(?:är )?(?:nödvändigt|behövs|krävs)|är nödvändigt för att uppnå|under den tid som (?:är nödvändig|behövs|krävs)|tills vidare`,
		en: `(?:for )?as long as (?:(?:is|it is|they are|we are|this is) )?(?:reasonably )?(?:necessary|needed|required)|as long as (?:we|they|it) (?:need|require)s?` +
			`|as long as you (?:are|remain) (?:a|our) customer|(?:within|for) a reasonable (?:time|period)|(?:no|not) longer than (?:is |it is )?(?:necessary|needed|required)|until (?:it is|they are) no longer (?:needed|necessary|required)|(?:stored|kept|retained)[^.]{0,20} in accordance with [^.]{0,30}instructions`,
		unless: `får inte sparas|shall be kept|must not be kept|may not be kept|\d ?(?:år|månad|veck|dag|dygn|timm|year|month|week|day|hour)|(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:år|månad|veck|dag|dygn|timm|year|month|week|day|hour)`,
		spare: func(_ *reading, h hit) bool {
			if e := h.p.Doc.Record; e != nil && (e.Kind.Name == "retention" || strings.HasPrefix(h.p.Field, "duration")) {
				return false // every word there is about keeping
			}
			return strings.HasPrefix(h.p.Field, "processor_terms") || kindOf(h.p) == "measure" && strings.HasPrefix(h.phrase(), "for a") || !keeping.MatchString(h.context()) ||
				noLonger.MatchString(h.phrase()) && (h.p.Doc.Page == "rights" || kindOf(h.p) == "right" || ofErasure.MatchString(h.context()))
		},
		denied: true,
		where:  func(p *prose.Passage) bool { return claims(p) && kindOf(p) != "right" && p.Doc.Page != "rights" },
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "purpose-vague", Severity: diag.Warning, Law: "GDPR Art. 5(1)(b), 13(1)(c)",
				Title: diag.Text{SV: "ändamålet är obestämt", EN: "the purpose is vague"}},
			Why:    diag.Text{SV: "ändamålet går inte att pröva en behandling mot", EN: "no processing can be tested against such a purpose"},
			Better: diag.Text{SV: "skriv vad som görs och för vem: ”för att räkna hur många som öppnar varje hjälpsida, så att vi vet vilka som behöver skrivas om”", EN: "write what is done and for whom: “to count how many open each help page, so that we know which to rewrite”"},
		},
		where: claims,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "basis-vague", Severity: diag.Error, Law: "GDPR Art. 6(1), 13(1)(c)",
				Title: diag.Text{SV: "den rättsliga grunden är obestämd", EN: "the legal basis is vague"}},
			Why:    diag.Text{SV: "det säger inte vilken grund i artikel 6.1 som vilken behandling vilar på", EN: "it does not tell which basis of Art. 6(1) which processing rests on"},
			Better: diag.Text{SV: "skriv en grund för varje ändamål: ”för att fullgöra avtalet med dig (artikel 6.1 b)”, och vid rättslig förpliktelse vilken lag", EN: "write one basis for each purpose: “to perform the contract with you (Art. 6(1)(b))”, and for a legal obligation which law"},
		},
		// Where the basis is chosen from a list, its words only explain it.
		where: func(p *prose.Passage) bool {
			return kindOf(p) != "retention" && claims(p) && kindOf(p) != "right" && kindOf(p) != "authority" && !strings.Contains(p.Field, ".bases[")
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "basis-combined", Severity: diag.Warning, Law: "GDPR Art. 6(1), 13(1)(c)",
				Title: diag.Text{SV: "två rättsliga grunder för samma ändamål", EN: "two legal bases for the same purpose"}},
			Why:    diag.Text{SV: "läsaren får inte veta vilken grund som gäller, och därmed inte vilka rättigheter", EN: "the reader does not learn which basis applies, nor therefore which rights"},
			Better: diag.Text{SV: "ge varje ändamål en grund, och dela det som har två", EN: "give each purpose one basis, and split what has two"},
		},
		turns:  severalTurns,
		words:  []string{"åtaganden gentemot", "avtal och", "samtycke och", "contract and", "consent and", "legitimate interest"},
		sv:     `åtaganden gentemot dig och intresseavvägning|(?:avtal|samtycke) och (?:berättigat intresse|intresseavvägning|samtycke|avtal)`,
		en:     `(?:contract|consent) and (?:our )?(?:legitimate interests?|consent|contract)|legitimate interests? and (?:contract|consent)`,
		unless: `portab|flytta|återkalla|maskinläs|skillnad|olika|differ|respektive|antingen|withdraw|machine|difference|either|respectively`,
		denied: true,
		where: func(p *prose.Passage) bool {
			return claims(p) && kindOf(p) != "right" && kindOf(p) != "authority" && !strings.Contains(p.Field, ".bases[")
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "adm-no-logic", Severity: diag.Error, Law: "GDPR Art. 13(2)(f), 22",
				Title: diag.Text{SV: "automatiserade beslut utan förklaring", EN: "automated decisions without an explanation"}},
			Why:    diag.Text{SV: "den som berörs ska få veta logiken bakom, vad beslutet betyder och hur en människa kan kopplas in", EN: "the person concerned is to learn the logic involved, what the decision means and how a human can step in"},
			Better: diag.Text{SV: "skriv vilka uppgifter som avgör och hur, vad det leder till, och vem man vänder sig till; fattas inga sådana beslut, skriv det", EN: "write which data decide and how, what it leads to, and whom to turn to; if no such decisions are made, say so"},
		},
		turns:  decisionTurns,
		words:  []string{"automatiserat besluts", "automatiserade beslut", "automatiskt besluts", "automated decision", "automated individual"},
		sv:     `automatiserat? beslutsfattande|automatiserade beslut|automatiskt beslutsfattande`,
		en:     `automated (?:individual )?decision.making|automated decisions?`,
		near:   `(?:^|[^\p{L}])vi [^.]*(?:använd|tillämpa|fatta)|används|förekommer|tillämpas|(?:^|[^\p{L}])we [^.]*(?:use|make|rely|employ)|(?:is|are) (?:used|made)`,
		denied: true,
		where:  func(p *prose.Passage) bool { return claims(p) && kindOf(p) != "right" && kindOf(p) != "activity" },
		spare:  func(_ *reading, h hit) bool { return h.p.Doc.Says(logic) },
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "contact-elsewhere", Severity: diag.Error, Law: "GDPR Art. 13(1)(a)–(b)",
				Title: diag.Text{SV: "kontaktuppgifterna finns någon annanstans", EN: "the contact details are somewhere else"}},
			Why:    diag.Text{SV: "kontaktuppgifterna är en del av informationen och ska stå här", EN: "the contact details are part of the information and belong here"},
			Better: diag.Text{SV: "skriv namn, adress, e-post och telefon där de behövs", EN: "write name, address, e-mail and telephone where they are needed"},
		},
		turns: elsewhereTurns,
		words: []string{"kontaktinformation", "kontaktuppgifter", "contact information", "contact details"},
		sv:    `kontakt(?:information|uppgifter(?:na)?)[^.]{0,30} finns på [^.]{0,30}(?:webbsida|hemsida|webbplats)`,
		en:    `contact (?:information|details)[^.]{0,30} (?:can be found|are found|is found|is available|are available) (?:on|at) [^.]{0,30}(?:website|web site|web page|homepage)`,
		spare: func(_ *reading, h hit) bool {
			return h.p.Linked || strings.Contains(h.sentence(), "@") || somebodyElse.MatchString(h.sentence())
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "dangling-link", Severity: diag.Error, Law: "GDPR Art. 12(1)",
				Title: diag.Text{SV: "en hänvisning leder ingenstans", EN: "a reference leads nowhere"}},
			Why:    diag.Text{SV: "läsaren hänvisas vidare, men det finns inget att följa", EN: "the reader is sent on, but there is nothing to follow"},
			Better: diag.Text{SV: "lägg länken på orden, eller skriv det som läsaren behöver veta på stället", EN: "put the link on the words, or write what the reader needs to know in its place"},
		},
		turns: danglingTurns,
		words: []string{"läs mer", "läsa mer", "mer information", "read more", "more information", "specificeras på", "specified on"},
		sv:    `(?:läsa? mer|mer information)[^.:]{0,40}här:?\s*$|specificeras på (?:vår |en )?webbsida`,
		en:    `(?:read more|more information)[^.:]{0,40}here:?\s*$|specified on (?:our|the|a) (?:website|web page)`,
		spare: func(_ *reading, h hit) bool {
			next := h.p.Index + 1
			return h.p.Linked || next < len(h.p.Doc.Passages) && h.p.Doc.Passages[next].Linked && h.p.File == nil
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "role-generic", Severity: diag.Error, Law: "GDPR Art. 13(1)(a)",
				Title: diag.Text{SV: "den ansvariga nämns inte vid namn", EN: "the controller is not named"}},
			Why:    diag.Text{SV: "läsaren får inte veta vilket företag det är", EN: "the reader does not learn which company it is"},
			Better: diag.Text{SV: "skriv firman, organisationsnumret och adressen, och därefter ”vi”", EN: "write the legal name, the registration number and the address, and ‘we’ from there on"},
		},
		words:  []string{"leverantören", "bolaget", "the company", "the supplier"},
		sv:     `leverantören|bolaget`,
		en:     `the company|the supplier`,
		manner: unnamed,
	},
}

var (
	somebodyElse = regexp.MustCompile(`imy|myndighet|kommissionen|domstol|authority|commission|court`)
	keeping      = regexp.MustCompile(keepingWords)
	// That data is no longer needed is a case of the right to erasure.
	noLonger  = regexp.MustCompile(`(?i)inte längre|no longer`)
	ofErasure = regexp.MustCompile(`rätt(?:en)? (?:till|att)|rättighet|right (?:to|of)|rights`)
	logic     = regexp.MustCompile(`logik|kriteri|faktor|avgörs? |avgörs? av|räknas (?:fram|ut)|poäng|handläggare|människa|mänsklig|logic|criteri|factor|score|human`)
)

// claims tells whether a passage says what the organisation does, and not what a
// word means.
func claims(p *prose.Passage) bool {
	return p.Doc.Page != "glossary" && !strings.HasPrefix(p.Field, "terms[") && kindOf(p) != "category"
}

// kindOf is the name of the kind of record that a passage is from, or empty.
func kindOf(p *prose.Passage) string {
	if p.Doc.Record == nil {
		return ""
	}
	return p.Doc.Record.Kind.Name
}

// unnamed tells whether a text speaks of a company again and again without
// naming it.
func unnamed(r *reading, hits []hit, _ int) bool {
	const often = 3
	d := hits[0].p.Doc
	if len(hits) < often || d.Record != nil && len(r.names) > 0 || d.Page != "" {
		return false
	}
	for _, name := range r.names {
		for _, p := range d.Passages {
			if strings.Contains(p.Lower, name) {
				return false
			}
		}
	}
	return !d.Says(companyName)
}

// companyName finds the legal form that a company's name ends or begins with.
var companyName = regexp.MustCompile(`\p{L} (?:ab|aktiebolag|handelsbolag|oy|ltd|limited|gmbh|inc|aps)(?:[^\p{L}]|$)|(?:^|[^\p{L}])ab \p{L}`)
