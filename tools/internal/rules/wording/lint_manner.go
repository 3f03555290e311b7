package wording

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
)

// mannerLints find what is wrong with how a text speaks, whatever it speaks of.
var mannerLints = []Pattern{
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "qualifier", Severity: diag.Warning, Law: "GDPR Art. 12(1)",
				Title: diag.Text{SV: "texten reserverar sig i mening efter mening", EN: "the text hedges in sentence after sentence"}},
			Why:    diag.Text{SV: "så många förbehåll att läsaren inte får veta vad som faktiskt sker", EN: "so many reservations that the reader does not learn what actually happens"},
			Better: diag.Text{SV: "skriv vad som sker, och i vilka fall: ”När du ringer spelar vi in samtalet” i stället för ”samtal kan i vissa fall komma att spelas in”", EN: "write what happens, and in which cases: “When you call, we record the call” rather than “calls may in certain cases be recorded”"},
		},
		words: []string{"kan ", "i vissa ", "komma att", "t.ex", "och liknande", "eller liknande", "m.m", "etc", "vanligtvis", "normalt", "exempelvis", "ofta", "under vissa", "not limited to", "under certain", "may ", "might ", "in certain", "often", "generally", "usually", "from time to time"},
		sv:    `kan (?:komma att|behöva|i vissa)|i vissa (?:fall|situationer)|komma att dela|t\.ex\.?|och liknande|eller liknande|m\.m\.|etc|vanligtvis|normalt|exempelvis|oftast|under vissa omständigheter`,
		en: `etc|not limited to|under certain (?:conditions|circumstances)|in certain (?:cases|circumstances|situations)|from time to time|usually|generally|often` +
			`|(?:may|might) (?:also |sometimes |need to |have to |be )?(?:share|disclose|collect|use|process|transfer|contact|send|store|keep|receive|combine|include|shared|disclosed|collected|used|processed|transferred|stored|kept|combined)`,
		manner: func(_ *reading, hits []hit, words int) bool { return len(hits) >= 5 && 100*len(hits) > words },
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "absolute-claim", Severity: diag.Warning, Law: "GDPR Art. 5(1)(a), 32",
				Title: diag.Text{SV: "ett påstående som inte går att kontrollera", EN: "a claim that cannot be checked"}},
			Why:    diag.Text{SV: "det lovar allt och säger inget som någon kan kontrollera", EN: "it promises everything and says nothing that anybody can check"},
			Better: diag.Text{SV: "skriv vad som görs: ”Uppgifterna krypteras med AES-256 innan de lagras.”", EN: "write what is done: “The data is encrypted with AES-256 before it is stored.”"},
		},
		turns:  claimTurns,
		words:  []string{"fullaste allvar", "vårt yttersta", "största möjliga", "garanter", "följer alla", "fullgod", "fullgott", "100 %", "100%", "industry standard", "guarantee", "utmost", "very seriously", "bank-level", "military", "state of the art", "state-of-the-art"},
		any:    `100 ?%`,
		sv:     `fullaste allvar|vårt yttersta|största möjliga|garanter\p{L}*|följer alla (?:dataskydds)?lagar|fullgod\p{L}*|fullgott`,
		en:     `industry standards?|guarantees?|guaranteed|utmost (?:care|importance|respect)|very seriously|bank-level|military[ -]grade|state[ -]of[ -]the[ -]art`,
		unless: `tls|aes|iso|nist|konfidentialitet|sekretess|confidential|aktie|ägar|äger|shares|owned|owns|andel|garanterar inte|återvunn|förnybar|renewable|recycled`,
		denied: true,
		where:  claims,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "strive", Severity: diag.Warning, Law: "GDPR Art. 5(1)(a), 12(1)",
				Title: diag.Text{SV: "en strävan i stället för ett besked", EN: "an ambition in place of a fact"}},
			Why:    diag.Text{SV: "läsaren får veta vad ni vill, inte vad ni gör", EN: "the reader learns what you wish, not what you do"},
			Better: diag.Text{SV: "skriv vad ni gör, och när det inte går", EN: "write what you do, and when it cannot be done"},
		},
		where: claims,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "data-open-ended", Severity: diag.Warning, Law: "GDPR Art. 14(1)(d), 30(1)(c)",
				Title: diag.Text{SV: "uppräkningen av uppgifter är öppen", EN: "the list of data is open"}},
			Why:    diag.Text{SV: "läsaren får inte veta vilka uppgifter det gäller", EN: "the reader does not learn which data it is"},
			Better: diag.Text{SV: "räkna upp uppgifterna, var och en för sig", EN: "list the data, one by one"},
		},
		words: []string{"t.ex", "till exempel", "och liknande", "eller liknande", "exempelvis", "m.m", "med mera", "etc", "osv", "bland annat", "bl.a", "vanligtvis", "oftast", "such as", "for example", "e.g", "and similar", "or similar", "not limited to", "among other"},
		any:   `etc`,
		sv:    `t\.ex\.?|till exempel|och liknande|eller liknande|exempelvis|m\.m\.?|med mera|osv|bland annat|bl\.a\.?|vanligtvis|oftast`,
		en:    `such as|for example|e\.g\.?|and similar|or similar|not limited to|among other things`,
		where: func(p *prose.Passage) bool {
			return dataName.MatchString(p.Field) || kindOf(p) == "category" && strings.HasPrefix(p.Field, "name[")
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "artefact", Severity: diag.Info,
				Title: diag.Text{SV: "rester av en annan sida", EN: "remains of another page"}},
			Why:    diag.Text{SV: "det är en meny, en rubrik i versaler eller en knapp och hör inte till texten", EN: "it is a menu, a headline in capitals or a button and is no part of the text"},
			Better: diag.Text{SV: "stryk raden", EN: "strike the line"},
		},
		find: artefacts,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "empty-translation", Severity: diag.Error, Law: "GDPR Art. 12(1)",
				Title: diag.Text{SV: "samma text på två språk", EN: "the same text in two languages"}},
			Why:    diag.Text{SV: "texten är ordagrant densamma på ett annat språk, och alltså inte översatt", EN: "the text is word for word the same in another language, and so is not translated"},
			Better: diag.Text{SV: "översätt texten, eller stryk språket ur languages", EN: "translate the text, or strike the language from languages"},
		},
		find: untranslated,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "typo", Severity: diag.Info,
				Title: diag.Text{SV: "ett ord är felstavat", EN: "a word is misspelt"}},
			Why:    diag.Text{SV: "ordet är felstavat", EN: "the word is misspelt"},
			Better: diag.Text{SV: "rätta stavningen", EN: "correct the spelling"},
		},
		words:  []string{"åtand", "integratt", "personupgift", "personuppgit", "personuppift", "persnuppgift", "samtyke", "samtyck ", "behandlnig", "dataskydsombud", "dataskyddombud", "intergritet", "integritetsskydssmynd", "rättighter", "lagringtid", "persomal data", "proccess", "persoanl", "recieve", "controler", "supervisiory", "consen "},
		sv:     `åtand\p{L}*|integratt\p{L}*|personupgift\p{L}*|personuppgit\p{L}*|personuppift\p{L}*|persnuppgift\p{L}*|samtyke\p{L}*|behandlnig\p{L}*|dataskydsombud\p{L}*|dataskyddombud\p{L}*|intergritet\p{L}*|integritetsskydssmynd\p{L}*|rättighter\p{L}*|lagringtid\p{L}*`,
		en:     `persomal data|proccess\p{L}*|persoanl|recieve\p{L}*|controler\p{L}*|supervisiory`,
		unless: `controlera`,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "negation-slip", Severity: diag.Info, Law: "GDPR Art. 12(1)",
				Title: diag.Text{SV: "två nekande ord i samma led", EN: "two denials in one clause"}},
			Why:    diag.Text{SV: "dubbla nekanden läses lätt fel", EN: "double negatives are easily misread"},
			Better: diag.Text{SV: "skriv jakande: ”Vi lagrar bara uppgifter som vi behöver.”", EN: "write it as a positive: “We only store data that we need.”"},
		},
		words: []string{"inte", "not "},
		sv:    `inte [^.,;:]{0,60} som inte`,
		en:    `not [^.,;:]{0,60} (?:that|which) (?:is|are|do|does) not`,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "public-secret", Severity: diag.Info, Law: "GDPR Art. 32",
				Title: diag.Text{SV: "en detalj som hjälper en angripare", EN: "a detail that helps an attacker"}},
			Why:    diag.Text{SV: "interna adresser och versionsnummer visar var det går att angripa", EN: "internal addresses and version numbers show where to attack"},
			Better: diag.Text{SV: "beskriv skyddet utan adresser och versioner", EN: "describe the protection without addresses and versions"},
		},
		words: []string{"10.", "192.168.", "172.", "v1.", "v2.", "v3."},
		any:   `(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?:\.\d{1,3})?|v\d+\.\d+\.\d+`,
		where: func(p *prose.Passage) bool {
			return kindOf(p) == "measure" || p.Doc.Page == "security" || strings.HasPrefix(p.Field, "security_text")
		},
	},
}

var dataName = regexp.MustCompile(`^data\[\d+\]\.items\[\d+\]\.(?:name|items)`)

var notice = regexp.MustCompile(`^(?:skip to (?:main )?content|hoppa till (?:huvud)?innehåll(?:et)?|till innehållet|meny|menu|läs mindre|dela på (?:facebook|linkedin)|cookie settings|acceptera alla|accept all)$`)

// artefacts finds paragraphs of prose that are no text: what a page's menu says,
// and headlines in capitals.
func artefacts(_ *reading, d *prose.Document) []hit {
	const shortest = 7 // letters, so that GDPR and SCC are no headlines
	if d.Record != nil {
		return nil
	}
	var hits []hit
	for _, p := range d.Passages {
		if len(p.Text) > 60 || p.Cell || p.File != nil {
			continue
		}
		capitals, other := 0, 0
		for _, r := range p.Text {
			if unicode.IsUpper(r) {
				capitals++
			} else if r != ' ' {
				other++
			}
		}
		if capitals >= shortest && other == 0 || notice.MatchString(p.Lower) {
			hits = append(hits, hit{p, 0, len(p.Text)})
		}
	}
	return hits
}

// untranslatedNames are the fields that are the same in every language: names,
// addresses, and what law is cited.
var untranslatedNames = regexp.MustCompile(`(?:^|[.\]])(?:name|title|law|laws|ref|reference|address|street|city|scope|service|provider|label)\[[a-zA-Z-]+\]$`)

var citation = regexp.MustCompile(`\d{4}[:/]\d+|\(eu\)|(?:art\.|artikel|article|kap\.|§)`)

// untranslated finds texts of some length that are the same in two languages.
func untranslated(_ *reading, d *prose.Document) []hit {
	const shortest = 4 // words
	if d.Record == nil {
		return nil
	}
	var hits []hit
	for i, p := range d.Passages {
		if i == 0 || p.Lang == "" || p.Text != d.Passages[i-1].Text || len(p.Text) < 12 {
			continue
		}
		before := d.Passages[i-1]
		if before.Lang == "" || before.Lang == p.Lang || fieldOf(before) != fieldOf(p) || untranslatedNames.MatchString(p.Field) || citation.MatchString(p.Lower) {
			continue
		}
		if words, _ := wordsIn(p.Text); words >= shortest && !allNames(p.Text) {
			hits = append(hits, hit{p, 0, len(p.Text)})
		}
	}
	return hits
}

// fieldOf is the field of a text, whatever its language.
func fieldOf(p *prose.Passage) string { return strings.TrimSuffix(p.Field, "["+p.Lang+"]") }

// allNames tells whether most words of a text begin as names do.
func allNames(text string) bool {
	names, words := 0, 0
	for word := range strings.FieldsSeq(text) {
		r, _ := utf8.DecodeRuneInString(word)
		words++
		if !unicode.IsLower(r) {
			names++
		}
	}
	return 2*names > words
}
