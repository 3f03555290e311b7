package law

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
)

// articles5to11 are the principles, as far as a public text can show them.
var articles5to11 = []Duty{
	{
		ID: "GDPR-6-1", Article: "GDPR Art. 6(1)", Severity: diag.Error, Fields: "activities: purposes[].bases",
		Title:  diag.Say("en enda rättslig grund för varje ändamål", "a single legal basis for each purpose"),
		Why:    diag.Say("Två grunder för samma ändamål lämnar personen utan besked om sina rättigheter.", "Two bases for one purpose leave the person unsure of their rights."),
		answer: each(ours, noActivity, singleBasis),
	},
	{
		ID: "GDPR-6-3", Article: "GDPR Art. 6(3)", Severity: diag.Warning, Fields: "activities: purposes[].bases[].law, task",
		Title:  diag.Say("lagen bakom en rättslig förpliktelse eller ett allmänt intresse", "the law behind a legal obligation or a public task"),
		Why:    diag.Say("En skyldighet som ingen lag ställer är ingen skyldighet.", "An obligation that no law lays down is none."),
		when:   onLaw,
		answer: each(ours, noActivity, lawful),
	},
	{
		ID: "GDPR-6-1-b-marketing", Article: "GDPR Art. 6(1)(b)", Severity: diag.Warning, Fields: "activities: purposes[].class, direct_marketing, bases",
		Title:  diag.Say("marknadsföring, statistik och förbättring vilar inte på avtal", "marketing, statistics and improvement do not rest on a contract"),
		Why:    diag.Say("Ett avtal om en tjänst går att fullgöra utan nyhetsbrev och statistik.", "An agreement on a service can be performed without newsletters and statistics."),
		lint:   "basis-misfit",
		answer: each(ours, noActivity, fitting),
	},
	{
		ID: "GDPR-7-3", Article: "GDPR Art. 7(3)", Severity: diag.Error, Fields: "rights: right: withdraw-consent: how",
		Title:  diag.Say("hur ett samtycke återkallas, lika lätt som det gavs", "how consent is withdrawn, as easily as it was given"),
		Why:    diag.Say("Den som måste leta efter vägen ut har inte samtyckt fritt.", "Whoever has to look for the way out has not consented freely."),
		lint:   "withdraw-missing",
		when:   onConsent,
		answer: withdrawable,
	},
	{
		ID: "GDPR-8-1", Article: "GDPR Art. 8(1)", Severity: diag.Error, Fields: "activities: children.min_age, children.consent",
		Title:  diag.Say("åldersgräns och vårdnadshavares samtycke", "age limit and a guardian's consent"),
		Why:    diag.Say("Under 13 år kan ett barn i Sverige inte själv samtycka till en tjänst på nätet.", "Under 13, a child in Sweden cannot consent alone to a service online."),
		when:   targetingChildren,
		answer: each(forChildren, nobody, guarded),
	},
	{
		ID: "GDPR-9-2", Article: "GDPR Art. 9(2)", Severity: diag.Error, Fields: "activities: purposes[].art9; declarations.special_categories",
		Title:  diag.Say("ett undantag i artikel 9.2 för känsliga personuppgifter", "an exception in Article 9(2) for special categories of data"),
		Why:    diag.Say("Känsliga uppgifter är förbjudna att behandla om inget undantag gäller.", "Special categories of data must not be processed unless an exception applies."),
		when:   special,
		answer: each(withSpecial, nobody, excepted),
	},
	{
		ID: "GDPR-10", Article: "GDPR Art. 10", Severity: diag.Error, Fields: "activities: purposes[].art10; declarations.criminal_offences",
		Title:  diag.Say("lagstödet för uppgifter om lagöverträdelser", "the legal support for data on criminal offences"),
		Why:    diag.Say("Uppgifter om brott får bara behandlas med stöd av lag.", "Data on offences may be processed only with support in law."),
		when:   offences,
		answer: each(withOffences, nobody, authorised),
	},
	{
		ID: "GDPR-5-1-e", Article: "GDPR Art. 5(1)(e)", Severity: diag.Error, Fields: "activities: retention; retention: action",
		Title:  diag.Say("vad som händer när tiden är ute", "what happens when the period has ended"),
		Why:    diag.Say("En lagringstid utan radering är ingen gräns.", "A period without erasure is no limit."),
		answer: each(ours, noActivity, ended),
	},
}

func forChildren(f *facts) []*record.Activity {
	return only(f.ours, func(a *record.Activity) bool { return a.Children != nil && record.Yes(a.Children.Targeted) })
}

func withSpecial(f *facts) []*record.Activity {
	return only(f.ours, func(a *record.Activity) bool {
		return specialItem(a) != "" || slices.ContainsFunc(a.Purposes, func(p record.Purpose) bool { return p.Art9 != "" })
	})
}

func withOffences(f *facts) []*record.Activity {
	return only(f.ours, func(a *record.Activity) bool {
		return slices.ContainsFunc(a.Purposes, func(p record.Purpose) bool { return len(p.Art10) > 0 })
	})
}

func singleBasis(f *facts, a *record.Activity) reply {
	if r := purposedAndBased(f, a); r.state != coverage.Covered {
		return r
	}
	return all(combined(a), covered("purposes"))
}

// combined are the purposes of an activity with more than one basis.
func combined(a *record.Activity) (gaps []reply) {
	for i, p := range a.Purposes {
		if len(p.Bases) > 1 {
			gaps = append(gaps, lacks(coverage.Partial, item("purposes", i)+".bases", diag.Say("anger %d rättsliga grunder för ändamålet %s", "gives %d legal bases for the purpose %s", len(p.Bases), record.QuotedWords(p.Text)),
				"").advised("dela ändamålet i flera med var sin grund, eller behåll den grund som bär", "split the purpose into several with a basis each, or keep the one that carries it"))
		}
	}
	return gaps
}

func lawful(_ *facts, a *record.Activity) reply {
	return lawNamed(a, "legal-obligation", "public-task")
}

// lawNamed asks of the purposes on certain bases that they name the law.
func lawNamed(a *record.Activity, bases ...string) reply {
	found := false
	var gaps []reply
	for i, p := range a.Purposes {
		for j, b := range p.Bases {
			if !slices.Contains(bases, b.Art6) {
				continue
			}
			found = true
			if len(b.Law) == 0 && (b.Art6 != "public-task" || len(b.Task) == 0) {
				gaps = append(gaps, lacks(coverage.Missing, item(item("purposes", i)+".bases", j), diag.Say("säger inte vilken lag ändamålet %s bygger på", "does not say on which law the purpose %s rests", record.QuotedWords(p.Text)),
					"law: {sv: Bokföringslagen (1999:1078), en: Bookkeeping Act (1999:1078)}"))
			}
		}
	}
	if !found {
		return passed("purposes", "inget av ändamålen vilar på den grunden", "none of the purposes rests on that basis")
	}
	return all(gaps, covered("purposes"))
}

// fitting asks that what a contract does not need does not rest on one.
func fitting(_ *facts, a *record.Activity) reply {
	var gaps []reply
	for i, p := range a.Purposes {
		if !p.DirectMarketing && p.Class != "marketing" && p.Class != "statistics" && p.Class != "improvement" {
			continue
		}
		for j, b := range p.Bases {
			if b.Art6 == "contract" {
				gaps = append(gaps, lacks(coverage.Missing, item(item("purposes", i)+".bases", j)+".art6", diag.Say("låter ändamålet %s vila på avtal", "rests the purpose %s on a contract", record.QuotedWords(p.Text)),
					"art6: …").advised("pröva berättigat intresse eller samtycke", "consider legitimate interests or consent"))
			}
		}
	}
	return all(gaps, passed("purposes", "ingen marknadsföring, statistik eller förbättring vilar på avtal", "no marketing, statistics or improvement rests on a contract"))
}

func withdrawable(f *facts) answer {
	r := f.rights["withdraw-consent"]
	if r == nil {
		return right("withdraw-consent")(f)
	}
	var a answer
	a.add(f, r, tells(len(r.How) > 0, "how", "hur ett samtycke återkallas", "how consent is withdrawn", "how: {sv: Välj Avsluta i nyhetsbrevet eller skriv till oss., en: Choose Unsubscribe in the newsletter or write to us.}"))
	return a
}

func guarded(_ *facts, a *record.Activity) reply {
	return whole(
		part{a.Children.MinAge > 0, "children.min_age", "från vilken ålder ett barn samtycker självt", "from which age a child consents alone", "children: {min_age: 13}"},
		part{len(a.Children.Consent) > 0, "children.consent", "hur vårdnadshavares samtycke inhämtas", "how a guardian's consent is obtained", "children: {consent: {sv: …, en: …}}"})
}

func excepted(_ *facts, a *record.Activity) reply {
	for _, p := range a.Purposes {
		if p.Art9 != "" {
			return covered("purposes")
		}
	}
	return tells(false, specialItem(a), "vilket undantag i artikel 9.2 som gäller", "which exception in Article 9(2) applies", "art9: explicit-consent").
		advised("skriv art9 på det ändamål som behöver uppgiften", "write art9 on the purpose that needs the datum")
}

// authorised is asked only of purposes that name the law, since nothing else in
// the data shows that offences are concerned.
func authorised(*facts, *record.Activity) reply { return covered("purposes") }

func ended(f *facts, a *record.Activity) reply {
	rules := f.kept(a)
	if len(rules) == 0 {
		return tells(false, "retention", "hur länge uppgifterna sparas", "how long the data is kept", "retention: […]")
	}
	var gaps []reply
	for _, r := range rules {
		gaps = append(gaps, tells(r.Action != "", "action", "vad som händer när tiden är ute", "what happens when the period has ended", "action: …").in(r))
	}
	return all(gaps, covered("retention"))
}
