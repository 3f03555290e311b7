package wording

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
)

// sharingLints find what is said too loosely of who gets the data, where it goes
// and what is stored on the reader's device.
var sharingLints = []Pattern{
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "recipient-vague", Severity: diag.Warning, Law: "GDPR Art. 13(1)(e)",
				Title: diag.Text{SV: "mottagaren är obestämd", EN: "the recipient is vague"}},
			Why:    diag.Text{SV: "läsaren får inte veta vem som får uppgifterna", EN: "the reader does not learn who gets the data"},
			Better: diag.Text{SV: "nämn mottagaren vid namn, eller skriv vilket slags mottagare, vad de gör och i vilket land: ”vårt inkassobolag Exempelkrav AB i Göteborg”", EN: "name the recipient, or write what kind of recipient, what they do and in which country: “our debt collector Exempelkrav AB in Gothenburg”"},
		},
		where: func(p *prose.Passage) bool {
			kind := kindOf(p)
			return claims(p) && kind != "recipient" && kind != "right" && kind != "measure" && kind != "authority" && !strings.HasPrefix(p.Field, "processor_terms")
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "partners", Severity: diag.Warning, Law: "GDPR Art. 13(1)(e)",
				Title: diag.Text{SV: "uppgifter delas inom en krets som inte nämns", EN: "data is shared within a circle that is not named"}},
			Why:    diag.Text{SV: "läsaren får inte veta vilka bolag det är eller vad de gör med uppgifterna", EN: "the reader does not learn which companies they are or what they do with the data"},
			Better: diag.Text{SV: "nämn bolagen, landet och varför de får uppgifterna", EN: "name the companies, their country and why they get the data"},
		},
		turns:  circleTurns,
		words:  []string{"dela", "lämna", "överför", "share", "disclose", "transfer"},
		sv:     `(?:delar?|delas|lämnar?|lämnas|överföras?|överförs)[^.]{0,80}(?:koncernbolag|inom koncernen|dotterbolag|närstående bolag)\p{L}*`,
		en:     `(?:share|shared|disclosed?|transferred)[^.]{0,80}(?:affiliates|affiliated companies|group companies|subsidiaries)`,
		unless: `namnges|förteckning|lista|listas|bilaga|framgår|` + string(prose.Object) + `|listed|list of|set out|annex`,
		denied: true,
		where:  claims,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "transfer-vague", Severity: diag.Error, Law: "GDPR Art. 13(1)(f), 44–49",
				Title: diag.Text{SV: "överföring utanför EU/EES utan land och skydd", EN: "a transfer outside the EU/EEA without country and safeguard"}},
			Why:    diag.Text{SV: "det saknas vilket land det är, vad överföringen stöds på och hur man får en kopia av skyddet", EN: "it lacks the country, what the transfer rests on and how to get a copy of the safeguards"},
			Better: diag.Text{SV: "nämn landet och stödet: ”till USA, med stöd av kommissionens standardavtalsklausuler (artikel 46.2 c); skriv till oss för en kopia”", EN: "name the country and the ground: “to the United States, under the Commission's standard contractual clauses (Art. 46(2)(c)); write to us for a copy”"},
		},
		turns:  abroadTurns,
		words:  []string{"strävar", "behandlas", "överföras", "överförs", "överföra", "skyddsnivå jämförbar", "transfer", "strive", "endeavour", "aim"},
		sv:     `strävar (?:alltid )?efter att[^.]{0,80}eu/ees|(?:överföras?|överförs|behandlas)[^.]{0,80}(?:utanför (?:eu/ees|eu|ees)|till (?:ett )?tredje ?l(?:and|änder))|skyddsnivå jämförbar`,
		en:     `(?:strive|endeavour|aim) to [^.]{0,80}(?:eu/eea|eea|eu)|(?:transfer|transferred|transfers)[^.]{0,80}outside (?:of )?(?:the )?(?:eu/eea|eea|eu|european (?:union|economic area))`,
		denied: true,
		where:  claims,
		unless: `förteckn|lista|framgår|(?:^|[^\p{L}])står |anges|listed|set out|stated|described`,
		facts:  true,
		spare: func(r *reading, h hit) bool {
			return h.p.Heading || strings.HasSuffix(strings.TrimSpace(h.sentence()), "?") || r.secured && h.p.Doc.Record != nil || r.secured && h.p.Doc.Page != "" || h.p.Doc.Says(mechanism)
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "location-region", Severity: diag.Warning, Law: "GDPR Art. 13(1)(f), 30(1)(e)",
				Title: diag.Text{SV: "platsen är en region och inget land", EN: "the place is a region and no country"}},
			Why:    diag.Text{SV: "läsaren får inte veta i vilket land uppgifterna finns", EN: "the reader does not learn in which country the data is"},
			Better: diag.Text{SV: "skriv landet, och orten om den är känd: ”Irland (Dublin)”", EN: "write the country, and the town if it is known: “Ireland (Dublin)”"},
		},
		words: []string{"inom ", "berörda länder", "within ", "eu/", "eu-", "eur", "ees", "eea", "eu countries"},
		any:   `(?:eu|ees|eea|eu/ees|eu/eea|europa|europe|eu-länder|eu countries)$`,
		sv:    `inom sverige eller eu/ees|inom (?:eu/ees|ees|eu)|berörda länder`,
		en:    `within (?:the )?(?:eu/eea|eea|eu)`,
		where: placeName,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "uk-expired", Severity: diag.Warning, Law: "GDPR Art. 45(3)",
				Title: diag.Text{SV: "beslutet om Storbritannien sägs löpa ut 2025", EN: "the decision on the United Kingdom is said to end in 2025"}},
			Why:    diag.Text{SV: "kommissionen förnyade beslutet i december 2025, och det gäller till och med den 27 december 2031", EN: "the Commission renewed the decision in December 2025, and it applies until 27 December 2031"},
			Better: diag.Text{SV: "skriv dagen då det nya beslutet upphör att gälla", EN: "write the day on which the renewed decision ends"},
		},
		words:  []string{"storbritannien", "förenade kungariket", "brittisk", "united kingdom", "uk "},
		any:    `(?:storbritannien|förenade kungariket|brittisk\p{L}*|united kingdom|uk)[^.]{0,120}(?:juni|december|june) 2025`,
		near:   `adekvat|adequa|skyddsnivå`,
		unless: `2031|förläng|förny|renew|extend`,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "cookie-browser", Severity: diag.Error, Law: "LEK 9 kap. 28 §",
				Title: diag.Text{SV: "webbläsaren sägs vara sättet att säga nej till kakor", EN: "the browser is said to be the way to refuse cookies"}},
			Why:    diag.Text{SV: "kakor som inte är nödvändiga kräver ett ja i förväg; inställningar i webbläsaren är inget samtycke", EN: "cookies that are not necessary require a yes beforehand; settings of the browser are no consent"},
			Better: diag.Text{SV: "fråga innan kakorna lagras, och visa var man ändrar sig: ”Du ändrar ditt val under Kakor längst ned på varje sida.”", EN: "ask before the cookies are stored, and show where to change one's mind: “You change your choice under Cookies at the foot of each page.”"},
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "pnr-misnamed", Severity: diag.Info, Law: "Dataskyddslagen 3 kap. 10 §",
				Title: diag.Text{SV: "personnumret kallas något annat", EN: "the personal identity number is called something else"}},
			Why:    diag.Text{SV: "Sverige har inget sådant nummer; det som menas är personnummer eller samordningsnummer", EN: "Sweden has no such number; what is meant is the personal identity number or the coordination number"},
			Better: diag.Text{SV: "skriv personal identity number (personnummer)", EN: "write personal identity number (personnummer)"},
		},
		turns:  numberTurns,
		words:  []string{"social security number", "ssn"},
		any:    `social security numbers?`,
		unless: `usa|united states|american`,
	},
}

var mechanism = regexp.MustCompile(`adekvat|standardavtalsklausul|(?:^|[^\p{L}])scc(?:[^\p{L}]|$)|bindande företags|data privacy framework|artikel 4[5-9]|adequa|standard contractual|binding corporate|art(?:icle|\.) 4[5-9]`)

// placeName tells whether a passage is the name of a place: a cell of a table, or
// the town of a location.
func placeName(p *prose.Passage) bool {
	const longest = 40
	if p.File != nil {
		return strings.HasPrefix(p.Field, "locations[") || strings.HasSuffix(p.Field, ".city")
	}
	return p.Cell && utf8.RuneCountInString(p.Text) <= longest
}
