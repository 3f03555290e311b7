package diag

import (
	"slices"
	"strings"
	"testing"
)

func TestAFindingTakesSeverityAndLawFromTheTable(t *testing.T) {
	pos := Pos{File: "data/x.yaml", Line: 3}
	d := New("transfer-unstated", pos, Text{"sv", "en"}, Text{"råd", "hint"})
	want := Diagnostic{Pos: pos, Severity: Warning, Rule: "transfer-unstated", Law: "GDPR Art. 13(1)(f)", Message: Text{"sv", "en"}, Hint: Text{"råd", "hint"}}
	if !slices.EqualFunc(List{d}, List{want}, func(a, b Diagnostic) bool {
		return a.Pos == b.Pos && a.Severity == b.Severity && a.Rule == b.Rule && a.Law == b.Law && a.Message == b.Message && a.Hint == b.Hint
	}) {
		t.Errorf("%+v, want %+v", d, want)
	}
	if d := New("alias", pos, Text{}, Text{}); d.Severity != Error || d.Law != "" {
		t.Errorf("%+v, want an error without a law", d)
	}
}

func TestARuleThatNoTableHasPanics(t *testing.T) {
	for what, f := range map[string]func(){
		"no-such-rule": func() { New("no-such-rule", Pos{}, Text{}, Text{}) },
		`""`:           func() { New("", Pos{}, Text{}, Text{}) },
		`"alias"`:      func() { Rules(Rule{ID: "own"}, Rule{ID: "alias"}) },
		`"own"`:        func() { Rules(Rule{ID: "own"}, Rule{ID: "own"}) },
	} {
		func() {
			defer func() {
				if said, _ := recover().(string); !strings.Contains(said, what) {
					t.Errorf("%s: the panic says %q", what, said)
				}
			}()
			f()
		}()
	}
}

func TestTheTableIsInOrderAndFindsItsRules(t *testing.T) {
	rules := Rules(Rule{ID: "zebra"}, Rule{ID: "aardvark"})
	if len(rules) != len(table)+2 {
		t.Errorf("%d rules, want %d", len(rules), len(table)+2)
	}
	if !slices.IsSortedFunc(rules, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("the rules are not sorted by id")
	}
	for _, r := range rules {
		if found, ok := RuleOf(rules, r.ID); !ok || found != r {
			t.Errorf("%s: found %+v, %v", r.ID, found, ok)
		}
	}
	for _, id := range []string{"", "aardvar", "aliass", "zebraa"} {
		if r, ok := RuleOf(rules, id); ok || r != (Rule{}) {
			t.Errorf("%q: found %+v", id, r)
		}
	}
}

func TestEachRuleOfTheTableHasWordsAndAPage(t *testing.T) {
	for _, r := range Rules() {
		if r.Title.SV == "" || r.Title.EN == "" {
			t.Errorf("%s has no words in both languages", r.ID)
		}
		if r.Group == "" {
			t.Errorf("%s is told of on no page", r.ID)
		}
	}
}

func TestOnlyARuleThatNeverWarnsStops(t *testing.T) {
	for r, want := range map[Rule]bool{
		{Severity: Error}:               true,
		{Severity: Error, Milder: true}: false,
		{Severity: Warning}:             false,
		{Severity: Info}:                false,
	} {
		if got := r.Stops(); got != want {
			t.Errorf("%+v stops: %v", r, got)
		}
	}
}
