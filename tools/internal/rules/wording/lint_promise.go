package wording

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/abode"
)

// promised are what a company may say that it does not do, and what its records hold
// against that.
type promised struct {
	where   abode.Abode // of data
	engaged bool        // a processor has data
	shared  bool        // anybody has data, but for authorities
	decided bool        // an activity has automated decisions
	cookies bool        // cookies are set
}

// promisedBy gathers what the records of a site hold on a day.
func promisedBy(set *record.Set, asOf value.Date) promised {
	var p promised
	for _, r := range set.Recipients {
		if r.Status(asOf) != record.Current {
			continue
		}
		p.where.Add(r)
		p.engaged = p.engaged || r.IsProcessor()
		p.shared = p.shared || r.Kind != "authority"
	}
	p.decided = slices.ContainsFunc(set.Activities, func(a *record.Activity) bool {
		return a.AutomatedDecisions != nil && record.Yes(a.AutomatedDecisions.Used)
	})
	o := set.Organisation
	p.cookies = len(set.Cookies) > 0 || o != nil && o.Cookies != nil && record.Yes(o.Cookies.Used)
	return p
}

// placeLint finds a promise that data does not leave a place, in which it is not.
func placeLint() Pattern {
	return Pattern{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "promise-absolute", Severity: diag.Error, Law: "GDPR Art. 5(1)(a), 13(1)(f)",
				Title: diag.Text{SV: "ett löfte som förteckningen över mottagare motsäger", EN: "a promise that the list of recipients contradicts"}},
			Why:    diag.Text{SV: "minst en mottagare har uppgifter någon annanstans", EN: "at least one recipient has data elsewhere"},
			Better: diag.Text{SV: "skriv vad som gäller: vilka uppgifter, vilken mottagare, vilket land", EN: "write what is true: which data, which recipient, which country"},
		},
		turns: append(stayTurns(), turn{
			holds: []string{"tredje", "third countr"},
			words: []string{"inga", "ingen", "aldrig", "inte", "no ", "none", "never", "not "},
			sv:    `(?:inga|ingen|aldrig|inte)[^.,;]{0,80}(?:till|i) (?:ett |något )?tredje ?(?:land|länder)`,
			en:    `(?:no|none|never|not)[^.,;]{0,80}(?:to|in) (?:a |any )?third countr(?:y|ies)`,
			near:  `lämnar|för |förs|behandlas|lagras|överför|share|transfer|process|store|disclose|sent`,
		}),
		where: promises,
		spare: func(r *reading, h hit) bool {
			of := r.promised.where
			if d := h.p.Doc.Record; d != nil && d.Kind.Name == "recipient" { // which speaks of itself
				of = abode.Abode{}
				of.Add(d.Value.(*record.Recipient))
			}
			phrase := strings.ToLower(h.phrase())
			if strings.Contains(phrase, "tredje") || strings.Contains(phrase, "third countr") {
				return !of.Abroad || own(h)
			}
			place := abode.PlaceOf(phrase)
			return place == "" || !of.Beyond(place) || own(h)
		},
	}
}

// promiseLints find what a text promises and the records contradict, but for places. A
// reader who meets only one of the two is misled.
var promiseLints = []Pattern{
	{
		LintRule: LintRule{
			Rule: diag.Rule{ID: "promise-processors", Severity: diag.Error, Law: "GDPR Art. 5(1)(a), 13(1)(e)",
				Title: diag.Text{SV: "uppgifter sägs inte lämnas ut, fast någon får dem", EN: "data is said not to be disclosed, though somebody gets it"}},
			Why:    diag.Text{SV: "minst en mottagare i data/recipients får uppgifterna", EN: "at least one recipient in data/recipients gets the data"},
			Better: diag.Text{SV: "skriv vilka som får uppgifterna och varför; förbjuder ni något annat, såsom försäljning, säg just det", EN: "write who gets the data and why; if it is something else that you rule out, such as selling, say that"},
		},
		turns: []turn{{
			words: []string{"anlitar", "använder", "har ", "uses ", "use ", "engage", "have ", "has ", "employ", "do not", "does not"},
			sv:    `(?:anlitar|använder|har) (?:inga|inte några|inget) (?:personuppgiftsbiträden?|underbiträden?|biträden?)`,
			en:    `(?:uses?|engages?|have|has|employs?) no (?:data )?(?:sub-?)?processors?|(?:do|does) not (?:use|engage|have|employ) (?:any )?(?:data )?(?:sub-?)?processors?`,
		}, {
			words:  []string{"delar", "lämnar", "delas", "lämnas", "do not", "don't", "never", "not "},
			sv:     `(?:delar|lämnar|delas|lämnas)(?: vi)? (?:aldrig|inte)(?: [^.,;]{0,40})? (?:med|till|ut till) (?:någon|någon annan|andra|tredje part|tredjepart|utomstående)(?:[^\p{L}]|$)`,
			en:     `(?:do not|don't|never|not) (?:share|shared|disclose|disclosed|pass)[^.,;]{0,40} (?:with|to|on to) (?:anyone|anybody|others|third parties|any third party|a third party)`,
			unless: `annan än|andra än|förutom|utom |om inte|utan att|utan ditt|utan stöd|endast|bara |mer än|except|unless|without|other than|only|beyond|market|sälj|sell`,
		}},
		where: promises,
		spare: func(r *reading, h hit) bool {
			if strings.Contains(h.phrase(), "biträde") || strings.Contains(strings.ToLower(h.phrase()), "processor") {
				return !r.engaged || own(h)
			}
			return !r.shared || own(h)
		},
	}, {
		LintRule: LintRule{
			Rule: diag.Rule{ID: "promise-decisions", Severity: diag.Error, Law: "GDPR Art. 5(1)(a), 13(2)(f)",
				Title: diag.Text{SV: "automatiserade beslut sägs inte fattas, fast en behandling har dem", EN: "automated decisions are said not to be made, though an activity has them"}},
			Why:    diag.Text{SV: "minst en behandling har automated_decisions med used: true", EN: "at least one activity has automated_decisions with used: true"},
			Better: diag.Text{SV: "skriv vilka beslut det är, hur de fattas och vad de betyder för den som berörs", EN: "write which decisions they are, how they are made and what they mean to whom they concern"},
		},
		words:  []string{"inga", "inget", "ingen", "inte", "aldrig", "no ", "not ", "never", "don't"},
		holds:  []string{"automat"},
		sv:     `(?:inga|inget|ingen|inte|aldrig)[^.,;]{0,60}automati(?:serade?|ska?|serat|skt|cerat|cerade)[^.,;]{0,30}beslut(?:sfattande)?`,
		en:     `(?:no|not|never|don't)[^.,;]{0,60}automated[^.,;]{0,30}decision(?:s|-making| making)?`,
		unless: `rätt|right|föremål|subject|human|människ|bara|enbart|solely|only|rättslig|legal effect`,
		where:  promises,
		spare:  func(r *reading, h hit) bool { return !r.decided || own(h) },
	}, {
		LintRule: LintRule{
			Rule: diag.Rule{ID: "promise-cookies", Severity: diag.Error, Law: "LEK 9 kap. 28 §; GDPR Art. 5(1)(a)",
				Title: diag.Text{SV: "kakor sägs inte användas, fast de gör det", EN: "cookies are said not to be used, though they are"}},
			Why:    diag.Text{SV: "data/ har kakor, eller säger att sådana används", EN: "data/ has cookies, or says that they are used"},
			Better: diag.Text{SV: "nämn kakorna, eller säg just vilka som inte används: ”inga kakor för marknadsföring”", EN: "name the cookies, or say just which are not used: “no cookies for marketing”"},
		},
		words:  []string{"använder", "sätter", "lagrar", "placerar", "har ", "inga ", "är ", "helt ", "use", "set", "store", "place", "have ", "has ", "do not", "does not", "no cookies", "is ", "works"},
		holds:  []string{"kak", "cookie"},
		sv:     `(?:använder|sätter|lagrar|placerar|har)(?: vi| webbplatsen)? (?:inga|inte|aldrig|inte några) (?:kakor|cookies)|inga (?:kakor|cookies) (?:används|sätts|lagras|placeras)|(?:är|helt) (?:utan (?:kakor|cookies)|cookiefri\p{L}*)`,
		en:     `(?:use|uses|set|sets|store|stores|place|places|have|has) no cookies|(?:do|does) not (?:use|set|store|place)(?: any)? cookies|no cookies are (?:used|set|stored|placed)|(?:is|works) (?:without cookies|cookie-free)`,
		unless: `marknadsför|analys|statistik|spår|tredjepart|tredje part|andra |utan ditt|innan|förrän|marketing|analytic|statistic|track|third-party|third party|other |without your|until|before|except|utom `,
		where:  promises,
		spare:  func(r *reading, h hit) bool { return !r.cookies || own(h) },
	},
}

// promises tells whether a passage may promise something: it is no part of the glossary,
// no question and no heading.
func promises(p *prose.Passage) bool {
	return claims(p) && !p.Heading && kindOf(p) != "right" && kindOf(p) != "authority"
}

// own tells whether a hit is no promise of the company about all its data: it stands in
// a text that is shown only where it is so, or asks, or tells of a case.
func own(h hit) bool {
	sentence := strings.TrimSpace(strings.ToLower(h.sentence()))
	for _, begin := range []string{"om ", "när ", "if ", "when ", "where ", "unless "} {
		if strings.HasPrefix(sentence, begin) {
			return true
		}
	}
	return strings.HasSuffix(sentence, "?") || h.p.Conditional()
}
