package law

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/skeleton"
)

// Options says what a report is about.
type Options struct {
	Profiles []string   // those that the organisation claims when empty
	Left     *page.Left // what own prose leaves out of the facts
	Strict   bool       // what nobody has declared counts as missing, and every duty as grave as the law has it
}

// Cover compares the facts with the duties.
func Cover(set *record.Set, asOf value.Date, o Options) coverage.Report {
	f := gather(set, asOf)
	f.left = o.Left
	r := coverage.Report{Organisation: f.org.Name, AsOf: asOf, Pack: Pack, Strict: o.Strict}
	for _, a := range f.org.Accepted {
		if !a.Until.Before(asOf) {
			r.Accepted = append(r.Accepted, a)
		}
	}
	for _, d := range f.owed(o.Profiles) {
		i := slices.IndexFunc(r.Groups, func(g coverage.Group) bool { return g.Profile == d.Profile })
		if i < 0 {
			i = len(r.Groups)
			r.Groups = append(r.Groups, coverage.Group{Profile: d.Profile, Name: record.ChoiceWords("profile", d.Profile)})
		}
		r.Groups[i].Results = append(r.Groups[i].Results, f.result(d, o.Strict))
	}
	slices.SortStableFunc(r.Groups, func(a, b coverage.Group) int { return profileRank(a.Profile) - profileRank(b.Profile) })
	for _, g := range r.Groups {
		slices.SortStableFunc(g.Results, func(a, b coverage.Result) int { return urgency(b.State) - urgency(a.State) })
		g.Compare()
	}
	return r
}

// profileRank orders profiles as their list has them: what the public is owed
// first.
func profileRank(profile string) int {
	return slices.IndexFunc(value.Choices("profile"), func(c value.Choice) bool { return c.Code == profile })
}

// urgency orders results for a reader who wants to know what to do.
func urgency(s coverage.State) int {
	return slices.Index([]coverage.State{coverage.NotApplicable, coverage.Covered, coverage.Unknown, coverage.Partial, coverage.Missing}, s)
}

// shownPlaces is how many places of an answer are looked up. Nobody reads the
// thousandth, and each costs a look into its file.
const shownPlaces = 40

func (f *facts) result(d Duty, strict bool) coverage.Result {
	a := d.reply(f)
	r := coverage.Result{
		ID: d.ID, Article: d.Article, Title: d.Title, Why: d.Why, Severity: d.normal(), State: a.state, Reason: a.why,
		Source: d.Source, Checked: d.Checked,
	}
	if !slices.ContainsFunc(a.gaps, func(g gap) bool { return !g.mild }) && len(a.gaps) > 0 {
		r.Severity = max(r.Severity, diag.Warning)
	}
	if strict {
		r.Severity = d.Severity
		if a.state == coverage.Unknown && len(a.gaps) > 0 {
			r.State = coverage.Missing
		}
	}
	if a.state == coverage.NotApplicable && a.why.IsZero() {
		r.Reason = a.spare
	}
	for i, s := range a.by {
		if i == shownPlaces {
			r.More = len(a.by) - i
			break
		}
		r.By = append(r.By, coverage.Place{Record: f.called(s.record), Field: s.path, Pos: f.at(s)})
	}
	told := map[coverage.Gap]bool{}
	for _, g := range a.gaps {
		if g.hangs && g.duty != "" {
			g.advice = asksFor(g.duty)
		}
		next := coverage.Gap{Message: g.message, Pos: f.pos(g), File: f.fileOf(g), Where: f.where(g), Write: f.written(g), Model: skeleton.Modelled(g.write, f.fileOf(g)), Claim: skeleton.Claiming(g.write, f.fileOf(g)), Advice: g.advice}
		if !told[next] { // several records may find the same thing missing in one
			told[next] = true
			r.Gaps = append(r.Gaps, next)
		}
	}
	return r
}

// asksFor names the duty under which an open question is asked.
func asksFor(id string) diag.Text {
	for _, d := range duties {
		if d.ID == id {
			return diag.Say("svaret efterfrågas i %s [%s] och avgör även den här punkten", "the answer is asked for in %s [%s] and decides this point, too", diag.Provision(d.Article), id)
		}
	}
	return diag.Text{}
}
