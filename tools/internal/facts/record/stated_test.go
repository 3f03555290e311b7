package record

import (
	"reflect"
	"testing"
)

func TestAQuestionIsAnsweredOrNot(t *testing.T) {
	for _, c := range []struct {
		answer  *bool
		yes, no bool
	}{{nil, false, false}, {&no, false, true}, {&yes, true, false}} {
		if Yes(c.answer) != c.yes || No(c.answer) != c.no {
			t.Errorf("%v: yes %v, no %v", c.answer, Yes(c.answer), No(c.answer))
		}
	}
}

// Each negative is declared by the word of its own field, and by no other.
func TestNegativesAreDeclaredOneByOne(t *testing.T) {
	all := Declarations{"none", "none", "none", "none", "none", "not_used", "not_targeted", "not_required"}
	asked := []func(Declarations) bool{
		Declarations.NoJointControllers, Declarations.NoTransfers, Declarations.NoAutomatedDecisions, Declarations.NoSpecialCategories,
		Declarations.NoCriminalOffences, Declarations.NoNationalID, Declarations.NotForChildren, Declarations.NoRepresentative,
	}
	fields := reflect.ValueOf(&all).Elem()
	if fields.NumField() != len(asked) {
		t.Fatalf("%d negatives, and %d are asked for", fields.NumField(), len(asked))
	}
	for i := range asked {
		var one Declarations
		reflect.ValueOf(&one).Elem().Field(i).Set(fields.Field(i))
		s := &Set{Organisation: &Organisation{Declarations: &one}}
		for j, holds := range asked {
			if got := holds(s.Declared()); got != (i == j) {
				t.Errorf("with %s alone, question %d is answered %v", fields.Type().Field(i).Name, j, got)
			}
		}
	}
	for _, s := range []*Set{{}, {Organisation: &Organisation{}}} {
		if s.Declared() != (Declarations{}) {
			t.Error("what nobody declares is declared")
		}
	}
}

func TestKindsOfRecipients(t *testing.T) {
	for kind, want := range map[string][2]bool{"subprocessor": {true, true}, "processor": {false, true}, "controller": {}, "category": {}, "": {}} {
		r := &Recipient{Kind: kind}
		if r.IsSubprocessor() != want[0] || r.IsProcessor() != want[1] {
			t.Errorf("a %q is on the customers' list: %v; processes on behalf: %v", kind, r.IsSubprocessor(), r.IsProcessor())
		}
	}
}
