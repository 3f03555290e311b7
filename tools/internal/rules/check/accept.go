package check

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Accept takes out of a list the warnings that the site's data accepts on a day,
// with its reasons, and returns them apart. Errors are never accepted. What is
// wrong with the acceptances themselves is added to what is kept. rules is the table
// of all rules that there are, as diag.Rules makes it.
func Accept(list diag.List, set *record.Set, asOf value.Date, rules []diag.Rule) (kept, accepted diag.List) {
	o := set.Organisation
	if o == nil || len(o.Accepted) == 0 {
		return list, nil
	}
	c := newChecker(set, asOf)
	s := c.about(o)
	var inForce []record.Acceptance
	for i, a := range o.Accepted {
		if s.acceptable(a, item("accepted", i), rules) {
			inForce = append(inForce, a)
		}
	}
	for _, d := range list {
		if d.Severity != diag.Error && slices.ContainsFunc(inForce, func(a record.Acceptance) bool { return hides(a, d.Rule, d.Pos.File) }) {
			accepted = append(accepted, d)
			continue
		}
		kept = append(kept, d)
	}
	kept = append(kept, s.found...)
	kept.Sort()
	return kept, accepted
}

// hides tells whether an acceptance in force is about a finding of a rule in a file.
func hides(a record.Acceptance, rule, file string) bool {
	return diag.Named(a.Rule) == rule && (a.File == "" || a.File == file)
}

// Accepts tells whether a site accepts, on a day, what a rule warns of in a file. Who
// folds findings together asks before, so that what is accepted in one file is told of
// in the next.
func Accepts(o *record.Organisation, rule, file string, asOf value.Date) bool {
	return o != nil && slices.ContainsFunc(o.Accepted, func(a record.Acceptance) bool {
		return hides(a, rule, file) && a.Reason != "" && a.Until.Valid() && !a.Until.Before(asOf)
	})
}

// Unused are the acceptances in force that hide nothing: the warning is gone, or never
// was. accepted is all that they hide.
func Unused(accepted diag.List, set *record.Set, asOf value.Date, rules []diag.Rule) diag.List {
	o := set.Organisation
	if o == nil || !set.Whole() {
		return nil
	}
	s := newChecker(set, asOf).about(o)
	var found diag.List
	for i, a := range o.Accepted {
		told := len(s.found)
		if !s.acceptable(a, item("accepted", i), rules) || slices.ContainsFunc(accepted, func(d diag.Diagnostic) bool { return hides(a, d.Rule, d.Pos.File) }) {
			s.found = s.found[:told]
			continue
		}
		s.found = s.found[:told]
		s.report("accepted-unused", item("accepted", i),
			diag.Say("%s godtar varningen %s%s, men den ges inte", "%s accepts the warning %s%s, but it is not given", s.called(), a.Rule, diag.Text{SV: in(a.File, "i"), EN: in(a.File, "in")}),
			diag.Say("ta bort raden; en senare varning göms annars utan att någon ser den", "remove the entry; it would hide a later warning that nobody sees")).
			Mend(diag.Edit{Deed: diag.Remove})
		found = append(found, s.found[told:]...)
	}
	return found
}

// in is a file with a word before it; nothing where none is named.
func in(file, word string) string {
	if file == "" {
		return ""
	}
	return " " + word + " " + file
}

// acceptable tells whether an acceptance counts, and reports why not.
func (s *subject) acceptable(a record.Acceptance, at string, rules []diag.Rule) bool {
	if a.Rule == "" || a.Reason == "" || !a.Until.Valid() {
		return false // reported as missing
	}
	rule, known := diag.RuleOf(rules, a.Rule)
	path := child(at, "rule")
	switch {
	case !known:
		var ids []string
		for _, r := range rules {
			ids = append(ids, r.ID)
		}
		hint := diag.Say("reglernas namn står inom hakparentes efter varje anmärkning", "the names of the rules stand in brackets after each finding")
		if near := diag.Nearest(a.Rule, ids); near != "" {
			hint = diag.Say("menade du %s?", "did you mean %s?", near)
		}
		d := s.report("accepted-unknown", path, s.has(diag.Quote(a.Rule), path, diag.Say("det finns ingen sådan regel", "there is no such rule")), hint)
		if now := diag.Meant(a.Rule, ids); now != "" {
			d.Mend(diag.Edit{Deed: diag.Word, Was: a.Rule, Now: now})
		}
	case rule.Stops():
		s.report("accepted-error", path, s.has(diag.Quote(a.Rule), path, diag.Say("den regeln gäller fel, och fel kan inte godtas", "that rule is about errors, and errors cannot be accepted")),
			diag.Say("rätta felet och ta bort raden här", "correct the error and remove the entry here"))
	case a.Until.Before(s.asOf):
		s.report("accepted-expired", child(at, "until"),
			diag.Say("varningen %s godtogs till och med %s, och den dagen är förbi", "the warning %s was accepted until %s, and that day has passed", a.Rule, a.Until),
			diag.Say("rätta det som varningen gäller, eller pröva skälet på nytt och skriv en ny dag", "correct what the warning is about, or weigh the reason anew and write a new day"))
	default:
		return true
	}
	return false
}
