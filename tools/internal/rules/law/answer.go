package law

import (
	"fmt"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
)

// spot is a field of a record, whose place is looked up only if it is shown.
type spot struct {
	record record.Record
	path   string
}

// answer is how the facts answer a duty.
type answer struct {
	state coverage.State
	why   diag.Text // why it does not apply, or cannot be known
	spare diag.Text // why the first record that it does not concern is spared
	by    []spot
	gaps  []gap
}

// gap is one thing that is not said.
type gap struct {
	spot
	file    string    // to be created; empty when the record is there
	name    diag.Text // in a word, where gaps are counted up; the record's name when empty
	message diag.Text
	write   string // a skeleton of YAML, see written
	advice  diag.Text
	duty    string   // the id of the duty that it is told under, when not the one that found it
	mild    bool     // a warning, whatever the duty's severity
	silent  bool     // nothing is declared: a gap in strict mode only
	hangs   bool     // the duty named, or another rule, tells of it; here it only leaves another answer open
	pos     diag.Pos // where it stands, when that is no field
}

// reply is what one record answers. Its text has the record as its subject.
type reply struct {
	state  coverage.State
	path   string
	text   diag.Text
	untold diag.Text // the clauses that complete "does not state …", see sentenceOn
	spare  diag.Text // why the duty does not concern the record
	write  string
	advice diag.Text
	name   diag.Text
	file   string
	duty   string
	mild   bool
	hangs  bool
	where  record.Record // in which the gap is closed, when it is not the record that replies
	more   []reply       // what else the record leaves open
}

func covered(path string) reply { return reply{state: coverage.Covered, path: path} }

// passed is the reply of a record that a duty does not concern, and why.
func passed(path, sv, en string) reply {
	return reply{state: coverage.NotApplicable, path: path, spare: diag.Say(sv, en)}
}

func lacks(state coverage.State, path string, text diag.Text, write string) reply {
	return reply{state: state, path: path, text: text, write: write}
}

// all is what a record replies that may lack several things: all of them, or else what
// it replies where it lacks none.
func all(gaps []reply, none reply) reply {
	gaps = slices.DeleteFunc(gaps, func(r reply) bool { return r.text.IsZero() })
	if len(gaps) == 0 {
		return none
	}
	gaps[0].more = gaps[1:]
	return gaps[0]
}

// advised adds a sentence on what to write.
func (r reply) advised(sv, en string) reply { r.advice = diag.Say(sv, en); return r }

// in puts the gap in another record, of which the text is then told.
func (r reply) in(where record.Record) reply { r.where = where; return r }

// warned makes a gap a warning, whatever the duty's severity.
func (r reply) warned() reply { r.mild = true; return r }

// tells is covered when something is said, and missing otherwise. The clauses
// complete "does not state …".
func tells(said bool, path, sv, en, write string) reply {
	return part{said, path, sv, en, write}.reply()
}

// part is one of several things that an answer is made of.
type part struct {
	said           bool
	path           string
	sv, en, writes string
}

func (p part) reply() reply { return parts(p) }

// parts is covered when all is said, missing when nothing is, and else partial.
func parts(list ...part) reply {
	var path string
	var sv, en, write []string
	for _, p := range list {
		if p.said {
			continue
		}
		if len(sv) == 0 {
			path = p.path
		}
		sv, en, write = append(sv, p.sv), append(en, p.en), append(write, p.writes)
	}
	r := reply{path: path, write: strings.Join(write, "; "), untold: diag.Say(diag.And(sv, "eller"), diag.And(en, "or"))}
	r.text = diag.Say("anger inte %s", "does not state %s", r.untold)
	switch len(sv) {
	case 0:
		return covered(list[0].path)
	case len(list):
		r.state = coverage.Missing
	default:
		r.state = coverage.Partial
	}
	return r
}

// whole is covered when all is said, and else missing: for what the law wants in
// one piece.
func whole(list ...part) reply {
	r := parts(list...)
	if r.state == coverage.Partial {
		r.state = coverage.Missing
	}
	return r
}

// add takes in what a record answers. The worst reply decides: a notice that is
// silent about one service informs nobody who uses it.
func (a *answer) add(f *facts, r record.Record, got reply) {
	a.take(f, r, got)
	for _, more := range got.more {
		a.take(f, r, more)
	}
}

func (a *answer) take(f *facts, r record.Record, got reply) {
	if got.state.Rank() > a.state.Rank() {
		a.state = got.state
	}
	if a.spare.IsZero() {
		a.spare = got.spare
	}
	at := spot{r, got.path}
	if got.state == coverage.Covered || got.state == coverage.Partial || got.state == coverage.NotApplicable && got.path != "" {
		a.by = append(a.by, at)
	}
	if got.text.IsZero() {
		return
	}
	if got.where != nil {
		r = got.where
		at.record = r
	}
	a.gaps = append(a.gaps, gap{
		spot: at, file: got.file, name: got.name, message: f.sentenceOn(r, got), write: got.write,
		advice: got.advice, duty: got.duty, mild: got.mild, silent: got.state == coverage.Unknown, hangs: got.hangs,
	})
}

// each asks every record of a list. Where there is none, the answer is given by
// none.
func each[R record.Record](list func(*facts) []R, none func(*facts) answer, ask func(*facts, R) reply) func(*facts) answer {
	return func(f *facts) answer {
		records := list(f)
		if len(records) == 0 {
			return none(f)
		}
		var a answer
		for _, r := range records {
			a.add(f, r, ask(f, r))
		}
		return a
	}
}

// site asks what data/organisation.yaml says.
func site(ask func(*facts, *record.Organisation) reply) func(*facts) answer {
	return func(f *facts) answer {
		var a answer
		a.add(f, f.org, ask(f, f.org))
		return a
	}
}

// both of two answers, as one.
func (a answer) and(b answer) answer {
	if b.state.Rank() > a.state.Rank() {
		a.state, a.why, a.spare = b.state, b.why, b.spare
	}
	a.by, a.gaps = append(a.by, b.by...), append(a.gaps, b.gaps...)
	return a
}

// undecided is the answer to what no field of the data can tell.
func undecided(sv, en string) func(*facts) answer {
	return func(*facts) answer { return answer{state: coverage.Unknown, why: diag.Say(sv, en)} }
}

// outside is the answer to what does not concern the organisation.
func outside(sv, en string) func(*facts) answer {
	return func(*facts) answer { return answer{state: coverage.NotApplicable, why: diag.Say(sv, en)} }
}

// pending is the reply of a record that leaves open what another duty asks for,
// so that nobody can know whether this one applies.
func pending(duty, path string, text diag.Text) reply {
	return reply{state: coverage.Unknown, path: path, text: text, duty: duty, hangs: true}
}

// condition tells whether a duty applies. Where it does not, or where that is
// not known, the answer says why.
type condition func(*facts) (answer, bool)

// reply runs the duty over the facts.
func (d Duty) reply(f *facts) answer {
	if d.when != nil {
		if a, applies := d.when(f); !applies {
			return a
		}
	}
	return d.shown(f, d.answer(f))
}

// shown is an answer as readers get it: what the pages drop that were to show it has not
// been told, whatever the facts say. The rule page-drops tells of it at the page.
func (d Duty) shown(f *facts, a answer) answer {
	if a.state != coverage.Covered && a.state != coverage.Partial {
		return a
	}
	for _, drop := range f.left.Of(d.Fields, d.Profile == "processor" || d.Profile == "cloud") {
		a.state, a.by = coverage.Missing, nil
		message, advice := drop.Sentence(), drop.Advice()
		a.gaps = append(a.gaps, gap{spot: spot{f.org, ""}, pos: drop.Pos, message: message, advice: advice, hangs: true})
	}
	return a
}

func item(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }
