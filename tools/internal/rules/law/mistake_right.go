package law

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/statute"
	"tillit/tools/internal/rules/wording"
)

// rightMistakes are about how rights are told.
var rightMistakes = []Mistake{
	{
		Rule: diag.Rule{ID: "access-frequency", Severity: diag.Error, Law: "GDPR Art. 12(5), 15",
			Title: diag.Say("en gräns för hur ofta en rättighet får användas", "a limit on how often a right may be used")},
		find: asked(each(rights, quiet, func(_ *facts, r *record.Right) reply {
			if len(r.FrequencyLimit) == 0 {
				return reply{}
			}
			return bettered("access-frequency", limitedFrequency(r))
		})),
	},
	{
		Rule: diag.Rule{ID: "right-fee", Severity: diag.Error, Law: "GDPR Art. 12(5)",
			Title: diag.Say("en avgift för en rättighet", "a fee for a right")},
		find: asked(each(rights, quiet, charged)),
	},
	{
		Rule: diag.Rule{ID: "right-needs-reason", Severity: diag.Error, Law: "GDPR Art. 12(2), 15",
			Title: diag.Say("ett villkor som lagen inte känner", "a condition that the law does not know")},
		find: asked(each(rights, quiet, conditioned)),
	},
	{
		Rule: diag.Rule{ID: "complaint-conditional", Severity: diag.Error, Law: "GDPR Art. 77",
			Title: diag.Say("ett villkor för att få klaga", "a condition for lodging a complaint")},
		find: asked(each(rights, quiet, func(_ *facts, r *record.Right) reply {
			if r.Right != "complaint" {
				return reply{}
			}
			return bettered("complaint-conditional", conditionOf(r))
		})),
	},
	{
		Rule: diag.Rule{ID: "right-too-narrow", Severity: diag.Warning, Law: "GDPR Art. 18(1)",
			Title: diag.Say("begränsning i bara ett av lagens fyra fall", "restriction in only one of the law's four cases")},
		find: asked(each(rights, quiet, narrowed)),
	},
	{
		Rule: diag.Rule{ID: "right-invented-bar", Severity: diag.Error, Law: "GDPR Art. 17(1)(c), 21",
			Title: diag.Say("radering sägs vara utesluten vid intresseavvägning", "erasure is said to be barred where legitimate interests are used")},
		find: asked(each(rights, quiet, barred)),
	},
	{
		Rule: diag.Rule{ID: "right-unqualified", Severity: diag.Warning, Law: "GDPR Art. 13(2)(b)",
			Title: diag.Say("en rättighet som inte gäller på de grunder som används", "a right that does not apply on the bases in use")},
		find: asked(each(rights, quiet, unqualified)),
	},
}

// bettered adds to an advice the sentence that the lint of the same mistake has,
// where there is something to advise.
func bettered(id string, r reply) reply {
	if i := slices.IndexFunc(wording.Patterns(), func(l wording.Pattern) bool { return l.ID == id }); i >= 0 && !r.advice.IsZero() {
		r.advice = diag.Say("%s; %s", "%s; %s", r.advice, wording.Patterns()[i].Better)
	}
	return r
}

func charged(_ *facts, r *record.Right) reply {
	if len(r.Fee) == 0 {
		return reply{}
	}
	return bettered("right-fee", lacks(coverage.Missing, "fee", diag.Say("tar en avgift: %s", "charges a fee: %s", record.QuotedWords(r.Fee)), "").
		advised("ta bort fee; en begäran är kostnadsfri", "remove fee; a request is free of charge"))
}

func conditioned(_ *facts, r *record.Right) reply {
	if len(r.Precondition) == 0 || r.Right == "complaint" {
		return reply{}
	}
	return bettered("right-needs-reason", lacks(coverage.Missing, "precondition", diag.Say("kräver något som lagen inte kräver: %s", "demands what the law does not: %s", record.QuotedWords(r.Precondition)), "").
		advised("ta bort precondition; ingen behöver säga varför", "remove precondition; nobody has to say why"))
}

func narrowed(_ *facts, r *record.Right) reply {
	one := len(r.Grounds) == 1
	at := "grounds"
	if len(r.Grounds) == 0 && len(r.Limits) == 1 {
		one, at = cites(r.Limits[0], "rätta", "ändra", "korriger", "rectif", "correct"), "limits"
	}
	if r.Right != "restriction" || !one {
		return reply{}
	}
	return lacks(coverage.Missing, at, diag.Say("nämner ett fall, men lagen har fyra", "names one case, but the law has four"), "").
		advised("nämn alla fyra: uppgifterna bestrids, behandlingen är olaglig, personen behöver dem för rättsliga anspråk, en invändning prövas",
			"name all four: the data is contested, the processing is unlawful, the person needs it for legal claims, an objection is being examined")
}

// barred finds legitimate interests among what stands in the way of erasure,
// unless it says that something must outweigh the person's objection.
func barred(_ *facts, r *record.Right) reply {
	if r.Right != "erasure" {
		return reply{}
	}
	var gaps []reply
	for i, limit := range r.Limits {
		if cites(limit, "intresseavvägning", "berättigat intresse", "berättigade intressen", "legitimate interest") &&
			!cites(limit, "invänd", "tyngre", "object", "overrid", "outweigh") {
			gaps = append(gaps, lacks(coverage.Missing, item("limits", i), diag.Say("utesluter radering där behandlingen vilar på en intresseavvägning: %s", "bars erasure where the processing rests on legitimate interests: %s", record.QuotedWords(limit)), "").
				advised("stryk begränsningen: den som invänder får uppgifterna raderade, om inget tvingande berättigat skäl väger tyngre",
					"strike the limit: whoever objects has the data erased, unless compelling legitimate grounds override"))
		}
	}
	return all(gaps, reply{})
}

// unqualified finds a right that none of the bases in use gives, told as if it
// always held.
func unqualified(f *facts, r *record.Right) reply {
	if f.baseless || len(f.ours) == 0 || r.Conditional || len(r.Grounds) > 0 || len(r.Limits) > 0 {
		return reply{}
	}
	for _, b := range statute.BasisTable {
		if _, used := f.basis[b.Code]; used && statute.RightApplies(r.Right, b.Code) != statute.Never {
			return reply{}
		}
	}
	if r.Right == "objection" && f.markets.record != nil || r.Right == "withdraw-consent" && f.basis["art9-explicit-consent"].record != nil {
		return reply{}
	}
	return lacks(coverage.Missing, "right", diag.Say("gäller inte på någon av de rättsliga grunder som används, men sägs gälla utan förbehåll", "applies on none of the legal bases in use, but is told without qualification"),
		"conditional: true; grounds: [{sv: …, en: …}]")
}
