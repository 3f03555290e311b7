package law

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/skeleton"
)

// purposeMistakes are about purposes, their bases and decisions by machines.
var purposeMistakes = []Mistake{
	{
		Rule: diag.Rule{ID: "consent-stack", Severity: diag.Warning, Law: "GDPR Art. 6(1), 7",
			Title: diag.Say("samtycke vid sidan av en annan grund", "consent beside another basis")},
		find: asked(each(ours, quiet, stacked)),
	},
	{
		Rule: diag.Rule{ID: "basis-combined", Severity: diag.Warning, Law: "GDPR Art. 6(1)",
			Title: diag.Say("flera rättsliga grunder för ett ändamål", "several legal bases for one purpose")},
		find: asked(each(ours, quiet, func(_ *facts, a *record.Activity) reply { return all(combined(a), reply{}) })),
	},
	{
		Rule: diag.Rule{ID: "li-unnamed", Severity: diag.Error, Law: "GDPR Art. 13(1)(d)",
			Title: diag.Say("en intresseavvägning utan ett intresse som går att väga", "legitimate interests without an interest that can be weighed")},
		find: asked(each(ours, quiet, uninterested)),
	},
	{
		Rule: diag.Rule{ID: "purpose-vague", Severity: diag.Warning, Law: "GDPR Art. 5(1)(b), 13(1)(c)",
			Title: diag.Say("ett ändamål som är för kort för att kunna prövas", "a purpose too short to be tested")},
		find: asked(each(ours, quiet, vague)),
	},
	{
		Rule: diag.Rule{ID: "adm-no-logic", Severity: diag.Error, Law: "GDPR Art. 13(2)(f), 22",
			Title: diag.Say("automatiserade beslut utan förklaring", "automated decisions without an explanation")},
		find: asked(each(decidingActivities, quiet, func(_ *facts, a *record.Activity) reply {
			return decisionExplained(a.AutomatedDecisions)
		})),
	},
}

func stacked(_ *facts, a *record.Activity) reply {
	var gaps []reply
	for i, p := range a.Purposes {
		if len(p.Bases) > 1 && slices.ContainsFunc(p.Bases, func(b record.Basis) bool { return b.Art6 == "consent" }) {
			gaps = append(gaps, lacks(coverage.Missing, item("purposes", i)+".bases", diag.Say("ber om samtycke till ändamålet %s fast det också har en annan grund", "asks for consent to the purpose %s although it has another basis, too", record.QuotedWords(p.Text)), "").
				advised("behåll den andra grunden om den bär; ett nej till samtycket skulle annars inte betyda något", "keep the other basis if it carries; a no to consent would otherwise mean nothing"))
		}
	}
	return all(gaps, reply{})
}

// A text is as good as it is in the language in which it says the least.
const (
	shortestInterest = 15 // letters; a heading such as "säkerhet" is no interest that can be weighed
	shortestPurpose  = 25 // letters: "Statistiska ändamål" cannot be tested, however it is meant
)

// uninterested finds an interest that names none.
func uninterested(_ *facts, a *record.Activity) reply {
	var gaps []reply
	for i, p := range a.Purposes {
		for j, b := range p.Bases {
			if b.Art6 != "legitimate-interests" {
				continue
			}
			if lang := emptiest(b.Interest, shortestInterest, noInterest); lang != "" {
				gaps = append(gaps, lacks(coverage.Missing, item(item("purposes", i)+".bases", j)+".interest["+lang+"]", diag.Say("anger intresset bara som %s", "tells the interest only as %s", diag.Quote(b.Interest[lang])),
					"interest: {sv: …, en: …}").advised("skriv vad ni vill uppnå, så att det går att väga mot personens intresse", "write what you want to achieve, so that it can be weighed against the person's interest"))
			}
		}
	}
	return all(gaps, reply{})
}

func vague(_ *facts, a *record.Activity) reply {
	var gaps []reply
	for i, p := range a.Purposes {
		if lang := emptiest(p.Text, shortestPurpose, noPurpose); lang != "" {
			gaps = append(gaps, lacks(coverage.Missing, item("purposes", i)+".text["+lang+"]", diag.Say("har ett ändamål som är för kort för att kunna prövas: %s", "has a purpose too short to be tested: %s", diag.Quote(p.Text[lang])),
				"text: {sv: Skicka varorna till adressen som du har uppgett., en: Send the goods to the address that you have given.}").advised("skriv vad som görs, för vem och varför", "write what is done, for whom and why"))
		}
	}
	return all(gaps, reply{})
}

// emptiest returns a language in which a text says nothing: it is shorter than
// so many letters, or has no word beside those that stand everywhere. A text that
// is not there in a language is for another rule.
func emptiest(t record.Text, shortest int, idle map[string]bool) string {
	for _, lang := range slices.Sorted(maps.Keys(t)) {
		text := strings.TrimSpace(t[lang])
		if text == "" || text == skeleton.Mark {
			continue
		}
		if utf8.RuneCountInString(text) < shortest || idling(text, idle) {
			return lang
		}
	}
	return ""
}

// idling tells whether every word of a text is one of those that say nothing.
func idling(text string, idle map[string]bool) bool {
	for word := range strings.FieldsFuncSeq(prose.Lowered(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !idle[word] {
			return false
		}
	}
	return true
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// littleWords stand in every text.
const littleWords = " och eller samt av för att i på med till en ett den det de vi vår våra vårt oss ha har kunna andra övriga olika liknande and or of for to in on with a an the we our us its their have be other various similar general allmänna s as well such"

// noInterest are words with which no interest is named: "Our legitimate business
// interests" can be said of anything.
var noInterest = set("berättigat berättigade intresse intresset intressen intressena säkerhet säkerhets säkerheten säkerhetsskäl ekonomi ekonomiska ekonomisk skäl affär affärs affärer affärsmässiga affärsmässigt affärsintresse affärsintressen kommersiella kommersiellt verksamhet verksamheten verksamhetens företag företaget företagets bolag bolagets legitima legitimt administrativa administration marknadsföring utveckling drift intresseavvägning syfte syften ändamål behov" +
	" legitimate interest interests security safety economic financial reason reasons business commercial company organisation organization administrative administration marketing development operation operations purpose purposes needs balancing test necessary lawful" + littleWords)

// noPurpose are those with which no purpose is.
var noPurpose = set("statistik statistiska statistiskt analys analyser ändamål ändamålet syfte syften administration administrativa marknadsföring service tjänst tjänster tjänsten tjänsterna förbättra förbättring utveckla utveckling verksamhet verksamheten kundvård kundservice interna affärs affärsmässiga kommersiella drift säkerhet kvalitet optimera hantera hantering behandla behandling uppgifter personuppgifter användare användarupplevelse upplevelse produkter produkt webbplats webbplatsen leverera förvalta" +
	" statistics statistical analysis analytics purpose purposes administration administrative marketing service services improve improving improvement develop developing development business customer care internal commercial operations security quality optimise optimize manage management process processing data personal users user experience products product website deliver provide" + littleWords)
