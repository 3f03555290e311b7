package law

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// purposeMistakes are about purposes, their bases and decisions by machines.
var purposeMistakes = []Mistake{
	{
		ID: "consent-stack", Severity: diag.Warning, Law: "GDPR Art. 6(1), 7",
		Title: both("samtycke vid sidan av en annan grund", "consent beside another basis"),
		find:  asked(each(ours, quiet, stacked)),
	},
	{
		ID: "basis-combined", Severity: diag.Warning, Law: "GDPR Art. 6(1)",
		Title: both("flera rättsliga grunder för ett ändamål", "several legal bases for one purpose"),
		find: asked(each(ours, quiet, func(_ *facts, a *record.Activity) reply {
			for i, p := range a.Purposes {
				if len(p.Bases) > 1 {
					return combined(i, p)
				}
			}
			return reply{}
		})),
	},
	{
		ID: "purpose-vague", Severity: diag.Warning, Law: "GDPR Art. 5(1)(b), 13(1)(c)",
		Title: both("ett ändamål som är för kort för att kunna prövas", "a purpose too short to be tested"),
		find:  asked(each(ours, quiet, vague)),
	},
	{
		ID: "adm-no-logic", Severity: diag.Error, Law: "GDPR Art. 13(2)(f), 22",
		Title: both("automatiserade beslut utan förklaring", "automated decisions without an explanation"),
		find: asked(each(decidingActivities, quiet, func(_ *facts, a *record.Activity) reply {
			return decisionExplained(a.AutomatedDecisions)
		})),
	},
}

func stacked(_ *facts, a *record.Activity) reply {
	for i, p := range a.Purposes {
		if len(p.Bases) > 1 && slices.ContainsFunc(p.Bases, func(b record.Basis) bool { return b.Art6 == "consent" }) {
			return lacks(Missing, item("purposes", i)+".bases", say("ber om samtycke till ändamålet %s fast det också har en annan grund", "asks for consent to the purpose %s although it has another basis, too", quoted(p.Text)), "").
				advised("behåll den andra grunden om den bär; ett nej till samtycket skulle annars inte betyda något", "keep the other basis if it carries; a no to consent would otherwise mean nothing")
		}
	}
	return reply{}
}

func vague(_ *facts, a *record.Activity) reply {
	const shortest = 25 // letters: "Statistiska ändamål" cannot be tested, however it is meant
	for i, p := range a.Purposes {
		if n := letters(p.Text); n > 0 && n < shortest {
			return lacks(Missing, item("purposes", i)+".text", say("har ett ändamål som är för kort för att kunna prövas: %s", "has a purpose too short to be tested: %s", quoted(p.Text)),
				"text: {sv: Skicka varorna till adressen som du har uppgett., en: Send the goods to the address that you have given.}").advised("skriv vad som görs, för vem och varför", "write what is done, for whom and why")
		}
	}
	return reply{}
}
