package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Rule is one thing that the program can find fault with.
type Rule struct {
	ID       string   // stands in brackets after a finding; see formerly
	Group    string   // the page of docs/rules/ that tells of it, without .md
	Severity Severity // of its findings; of the gravest where Milder
	Milder   bool     // some of its findings are less grave than Severity
	Mends    bool     // tillit fix mends some of its findings, see Diagnostic.Edits
	Title    Text     // what it finds, in short; lower case, no full stop
	Law      string   // "GDPR Art. 12(1)" where a law asks for it; else empty
}

// Stops tells whether every finding of the rule stops publication, so that none can
// ever be accepted.
func (r Rule) Stops() bool { return r.Severity == Error && !r.Milder }

// At makes a finding of the rule, with its severity and its law.
func (r Rule) At(pos Pos, message, hint Text) Diagnostic {
	return Diagnostic{Pos: pos, Severity: r.Severity, Rule: r.ID, Law: r.Law, Message: message, Hint: hint}
}

// New makes a finding of a rule of the table. An id that the table lacks is a mistake
// of the program, and no finding could be trusted that was made with it: New panics.
func New(id string, pos Pos, message, hint Text) Diagnostic {
	r, ok := byID[id]
	if !ok {
		panic(fmt.Sprintf("diag: the table of rules has no %q", id))
	}
	return r.At(pos, message, hint)
}

// Rules is the one table of rules, by id: those that stand here, and those that come
// with the tables of another room. An id that stands twice is a mistake of the program:
// Rules panics.
func Rules(others ...Rule) []Rule {
	all := slices.Concat(table, others)
	slices.SortFunc(all, func(a, b Rule) int { return cmp.Compare(a.ID, b.ID) })
	for i := range all[1:] {
		if all[i].ID == all[i+1].ID {
			panic(fmt.Sprintf("diag: the rule %q stands twice in the table", all[i].ID))
		}
	}
	return all
}

// formerly has the names that rules bore before the law they are named after moved.
// What a site has written under one of them still counts.
var formerly = map[string]string{"se-dsl-7-remedy": "se-dsl-6-8"}

// Named is the name that a rule bears today, by that or by one it bore before.
func Named(id string) string {
	if now, moved := formerly[id]; moved {
		return now
	}
	return id
}

// RuleOf finds a rule in a table that Rules has made, by a name it bears or bore.
func RuleOf(rules []Rule, id string) (Rule, bool) {
	id = Named(id)
	i, found := slices.BinarySearchFunc(rules, id, func(r Rule, id string) int { return cmp.Compare(r.ID, id) })
	if !found {
		return Rule{}, false
	}
	return rules[i], true
}

// byID are the rules of the table that stands here.
var byID = func() map[string]Rule {
	found := map[string]Rule{}
	for _, r := range Rules() {
		found[r.ID] = r
	}
	return found
}()
