package law

import (
	"regexp"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
)

// retentionMistakes are about how long data is kept.
var retentionMistakes = []Mistake{
	{
		Rule: diag.Rule{ID: "retention-conflict", Severity: diag.Error, Law: "GDPR Art. 13(2)(a)",
			Title: diag.Say("två lagringstider för samma uppgifter", "two periods for the same data")},
		find: asked(each(activities, quiet, conflicting)),
	},
	{
		Rule: diag.Rule{ID: "retention-range-unresolved", Severity: diag.Warning, Law: "GDPR Art. 13(2)(a)",
			Title: diag.Say("ett intervall utan tid för varje tjänst", "a range without the period of each service")},
		find: asked(each(retention, quiet, func(_ *facts, r *record.Retention) reply {
			if r.Range == nil || len(r.Breakdown) > 0 {
				return reply{}
			}
			return lacks(coverage.Missing, "range", diag.Say("anger ett intervall (%s–%s) utan att säga vilken tid som gäller för vad", "gives a range (%s–%s) without saying which period holds for what", record.PeriodWords(r.Range.Min), record.PeriodWords(r.Range.Max)),
				"breakdown: [{service: …, period: …}]")
		})),
	},
	{
		Rule: diag.Rule{ID: "retention-law-uncited", Severity: diag.Warning, Law: "GDPR Art. 6(3), 13(2)(a)",
			Title: diag.Say("sparande enligt lag utan att lagen nämns", "keeping by law without the law being named")},
		find: asked(each(ours, quiet, uncited)),
	},
	{
		Rule: diag.Rule{ID: "retention-just-in-case", Severity: diag.Warning, Law: "GDPR Art. 5(1)(e), 13(2)(a)",
			Title: diag.Say("uppgifter som sparas för säkerhets skull", "data kept just in case")},
		find: asked(each(retention, quiet, justInCase)),
	},
	{
		Rule: diag.Rule{ID: "backup-gap", Severity: diag.Warning, Law: "GDPR Art. 5(1)(e), 13(2)(a)",
			Title: diag.Say("radering utan ord om säkerhetskopior", "erasure without a word on backups")},
		find: asked(each(retention, quiet, unbacked)),
	},
}

func retention(f *facts) []*record.Retention { return f.set.Retention }

// conflicting finds two rules of an activity that give one category, in one kind
// of storage, different periods.
func conflicting(f *facts, a *record.Activity) reply {
	rules := f.kept(a)
	if len(rules) < 2 {
		return reply{}
	}
	first := map[string]*record.Retention{}
	var gaps []reply
	for i, r := range rules {
		if r.Period == "" && r.Range == nil {
			continue
		}
		for _, category := range r.Data {
			for _, storage := range storages(r) {
				key := category + " " + storage
				other := first[key]
				if other == nil {
					first[key] = r
					continue
				}
				if other != r && lasting(other) != lasting(r) {
					gaps = append(gaps, lacks(coverage.Missing, item("retention", i), diag.Say("har två tider för %s: %s enligt %s och %s enligt %s", "has two periods for %s: %s by %s and %s by %s", f.category(category),
						lasting(other), f.called(other), lasting(r), f.called(r)), "").
						advised("behåll den ena, eller låt dem gälla olika kategorier eller olika slags lagring (storage)", "keep one of them, or let them be about different categories or kinds of storage"))
				}
			}
		}
	}
	return all(gaps, reply{})
}

// lasting is how long data is kept by a rule, in words.
func lasting(r *record.Retention) diag.Text {
	if r.Period != "" || r.Range == nil {
		return record.PeriodWords(r.Period)
	}
	return diag.Say("%s–%s", "%s–%s", record.PeriodWords(r.Range.Min), record.PeriodWords(r.Range.Max))
}

func storages(r *record.Retention) []string {
	if len(r.Storage) == 0 {
		return []string{"primary"}
	}
	return r.Storage
}

func uncited(f *facts, a *record.Activity) reply {
	bound := slices.ContainsFunc(a.Purposes, func(p record.Purpose) bool {
		return slices.ContainsFunc(p.Bases, func(b record.Basis) bool { return b.Art6 == "legal-obligation" })
	})
	rules := f.kept(a)
	if !bound || len(rules) == 0 || slices.ContainsFunc(rules, func(r *record.Retention) bool { return len(r.Law) > 0 }) {
		return reply{}
	}
	return lacks(coverage.Missing, "retention", diag.Say("sparar uppgifter för att en lag kräver det, men ingen av dess lagringstider nämner lagen", "keeps data because a law demands it, but none of its retention rules names the law"),
		"").advised("skriv lagen i law i lagringstiden", "write the law in law of the retention rule")
}

// quarrels are words for what might be quarrelled about one day.
var quarrels = regexp.MustCompile(`bevis|tvist|rättsliga anspråk|ifall det|om det uppstår|evidence|dispute|legal claims|just in case|in case of`)

// justInCase finds data that is kept because it might be of use one day, for as
// long as anybody likes. A claim has a period: that of the law on limitation.
func justInCase(_ *facts, r *record.Retention) reply {
	if r.Period != "" || r.Range != nil || len(r.Law) > 0 {
		return reply{}
	}
	for _, text := range r.Criterion {
		if quarrels.MatchString(prose.Lowered(text)) {
			return lacks(coverage.Missing, "criterion", diag.Say("sparar uppgifter för säkerhets skull, utan en tid: %s", "keeps data just in case, without a period: %s", record.QuotedWords(r.Criterion)),
				"period: P3Y; law: {sv: Preskriptionslagen (1981:130), en: Limitation Act (1981:130)}").
				advised("säg vilket krav det gäller och hur länge det kan göras gällande: tre år mot konsumenter, annars högst tio", "say which claim it is and for how long it can be made: three years against consumers, otherwise ten at most")
		}
	}
	return reply{}
}

// unbacked finds data that is erased from where it is used, while nothing is
// said of its copies.
func unbacked(f *facts, r *record.Retention) reply {
	if !slices.Contains(storages(r), "primary") || slices.Contains(r.Storage, "backup") || r.Action == "" {
		return reply{}
	}
	backed := f.backedUp()
	if backed[""] {
		return reply{}
	}
	var gaps []reply
	for i, category := range r.Data {
		if !backed[category] {
			gaps = append(gaps, lacks(coverage.Missing, item("data", i), diag.Say("säger när uppgifterna i kategorin %s raderas, men ingen lagringstid gäller säkerhetskopiorna av dem", "says when the data in the category %s is erased, but no retention rule is about its backups", f.category(category)),
				"").advised("lägg till en lagringstid med storage: [backup] och kategorin i data", "add a retention rule with storage: [backup] and the category in data"))
		}
	}
	return all(gaps, reply{})
}

// backedUp are the categories of which a rule says how long their backups live;
// the empty one stands for all.
func (f *facts) backedUp() map[string]bool {
	if f.backups == nil {
		f.backups = map[string]bool{}
		for _, r := range f.set.Retention {
			if !slices.Contains(r.Storage, "backup") {
				continue
			}
			f.backups[""] = f.backups[""] || len(r.Data) == 0
			for _, category := range r.Data {
				f.backups[category] = true
			}
		}
	}
	return f.backups
}
