package wording

import (
	"regexp"
	"strings"
	"sync"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/statute"
)

// claimLints compare what a text claims with the tables and with the facts.
var claimLints = []Pattern{
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "adequacy-claim", Severity: diag.Error, Law: "GDPR Art. 45",
				Title: diag.Say("ett land sägs ha adekvat skyddsnivå utan ett beslut om det", "a country is said to be adequate without a decision on it")},
			Why:    diag.Say("kommissionen har inget beslut om det landet, eller ett som bara gäller en del av mottagarna där", "the Commission has no decision on that country, or one that covers only some of the recipients there"),
			Better: diag.Say("nämn stödet för överföringen: ”med stöd av kommissionens standardavtalsklausuler (artikel 46.2 c)”; gäller ett beslut bara en del av mottagarna, skriv att er mottagare hör dit", "name the ground of the transfer: “under the Commission's standard contractual clauses (Art. 46(2)(c))”; where a decision covers only some recipients, write that yours is one of them"),
		},
		find: adequacyClaimed,
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "right-too-narrow", Severity: diag.Warning, Law: "GDPR Art. 18(1)",
				Title: diag.Say("begränsning i bara ett av lagens fyra fall", "restriction in only one of the law's four cases")},
			Why:    diag.Say("lagen har fyra fall: uppgifterna bestrids, behandlingen är olaglig, personen behöver dem för rättsliga anspråk, en invändning prövas", "the law has four cases: the data is contested, the processing is unlawful, the person needs it for legal claims, an objection is being examined"),
			Better: diag.Say("nämn alla fyra fallen, eller skriv att rätten gäller i de fall som artikel 18 anger", "name all four cases, or write that the right applies in the cases that Article 18 gives"),
		},
		words:  []string{"begräns", "restrict"},
		sv:     `begräns(?:a|as|ad|ning|ningen)[^.]{0,80} (?:tills|till dess|medan|under tiden|så länge)[^.]{0,60}(?:ändra|rätta|korriger|kontroller)\p{L}*`,
		en:     `restrict(?:ed|ion)?[^.]{0,80} (?:until|while)[^.]{0,60}(?:changed|corrected|rectified|verif\p{L}*|check\p{L}*)`,
		near:   `uppgift|behandling|data|processing`,
		unless: `olaglig|rättsliga anspråk|invänd|artikel 18|art\. 18|till exempel|bland annat|t\.ex|också|även|unlawful|legal claims|object|article 18|for example|for instance|such as|also`,
		where:  func(p *prose.Passage) bool { return claims(p) && kindOf(p) == "" },
		spare: func(_ *reading, h hit) bool {
			return fourCases.MatchString(h.p.Lower) || h.p.Index+1 < len(h.p.Doc.Passages) && fourCases.MatchString(h.p.Doc.Passages[h.p.Index+1].Lower)
		},
	},
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "enf-vital-public", Severity: diag.Warning, Law: "GDPR Art. 6(1), 13(1)(c)",
				Title: diag.Say("en rättslig grund som ingen behandling vilar på", "a legal basis that no processing rests on")},
			Why:    diag.Say("inget ändamål i data/ vilar på den grunden; den är uppräknad för säkerhets skull (jfr WhatsApp, DPC 2021)", "no purpose in data/ rests on that basis; it is recited just in case (cf. WhatsApp, DPC 2021)"),
			Better: diag.Say("nämn bara de grunder som används, var och en vid sitt ändamål", "name only the bases that are used, each with its purpose"),
		},
		words:  []string{"grundläggande intressen", "vitala intressen", "livsviktiga intressen", "vital interest", "uppgift av allmänt intresse", "public task", "task carried out in the public interest", "myndighetsutövning", "exercise of official authority"},
		sv:     `(?:grundläggande|vitala|livsviktiga) intressen|uppgift av allmänt intresse|myndighetsutövning`,
		en:     `vital interests?|public task|task carried out in the public interest|exercise of official authority`,
		near:   `rättslig grund|grund(?:en|er)? |stöd|legal bas(?:is|es)|ground|we (?:process|rely)|vi behandlar`,
		unless: `rätt(?:en)? att|invänd|right to|object|om |where |if `,
		denied: true,
		where:  func(p *prose.Passage) bool { return claims(p) && kindOf(p) == "" && p.Doc.Page == "" },
		spare: func(r *reading, h hit) bool {
			basis := "public-task"
			if strings.Contains(h.phrase(), "intressen") || strings.Contains(h.phrase(), "vital") {
				basis = "vital-interests"
			}
			return len(r.activities) == 0 || r.rests(basis)
		},
	},
}

// fourCases are words of the other cases of restriction.
var fourCases = regexp.MustCompile(`olaglig|rättsliga anspråk|invändning|artikel 18|unlawful|legal claims|objection|article 18`)

// rests tells whether a purpose rests on a basis.
func (r *reading) rests(basis string) bool {
	for _, a := range r.activities {
		for _, p := range a.Purposes {
			for _, b := range p.Bases {
				if b.Art6 == basis {
					return true
				}
			}
		}
	}
	return false
}

var (
	adequacyWords = regexp.MustCompile(`(?:har|omfattas av|erbjuder|säkerställer|anses ha|ger|uppfyller|has|offers?|ensures?|provides?|benefits? from|is covered by|is considered)[^.;]{0,60}(?:adekva|adequa)\p{L}*`)
	noAdequacy    = regexp.MustCompile(`^ *om |saknas|standardavtal|standard contractual|in(?:te|get|gen)(?:[^\p{L}]|$)|utan |(?:^|[^\p{L}])(?:no|not|without|lacks?|unless|whether|if)(?:[^\p{L}]|$)|tredjeland|third countr|data privacy framework|dpf|certifi|listan|list |pipeda|kommersiell|commercial|bindande företags|binding corporate`)
)

// thirdCountries are the names of the countries outside of the EEA, in lower case.
var thirdCountries = sync.OnceValue(func() map[string]value.Country {
	names := map[string]value.Country{"usa": "US", "the us": "US", "uk": "GB", "storbritannien": "GB"}
	for _, code := range value.Countries() {
		if country := value.Country(code); country.Zone() == value.Outside {
			for _, lang := range []string{"sv", "en"} {
				names[prose.Lowered(value.CountryName(code, lang))] = country
			}
		}
	}
	return names
})

// adequacyClaimed finds a country that is said to be adequate though no decision
// says so, or only for some of the recipients there.
func adequacyClaimed(r *reading, d *prose.Document) []hit {
	var hits []hit
	for _, p := range d.Passages {
		if !strings.Contains(p.Lower, "adekva") && !strings.Contains(p.Lower, "adequa") || !claims(p) {
			continue
		}
		for _, at := range adequacyWords.FindAllStringIndex(p.Lower, mostHits) {
			h := hit{p, at[0], at[1]}
			if noAdequacy.MatchString(h.sentence()) {
				continue
			}
			before := p.Lower[max(0, at[0]-40):at[0]]
			if name, code := lastCountry(before); code != "" {
				if decided, known := statute.Decision(code); !known || !decided.Holds(r.asOf) || decided.Narrow {
					hits = append(hits, hit{p, at[0] - len(before) + strings.LastIndex(before, name), at[1]})
				}
			}
		}
	}
	return hits
}

// lastCountry returns the third country that the words before a verb end with.
func lastCountry(before string) (string, value.Country) {
	words := strings.Fields(before)
	for n := 1; n <= min(len(words), 4); n++ {
		name := strings.Join(words[len(words)-n:], " ")
		if code, ok := thirdCountries()[name]; ok {
			return name, code
		}
	}
	return "", ""
}
