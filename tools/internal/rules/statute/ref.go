// Package statute holds the dated reference tables: what the program knows of the law
// and the world, each entry with its source and the day on which it was looked at.
package statute

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Certainty is how sure a fact of a reference table is.
type Certainty string

const (
	Verified   Certainty = "verified"    // checked against the source named
	Statute    Certainty = "statute"     // the text of a law, stable
	SecondHand Certainty = "second-hand" // from somebody who says to have checked it
	Unproven   Certainty = "unproven"    // never shown to a reader
)

// Reference is where a fact of a table comes from, and when it was looked at.
type Reference struct {
	Source    string
	Certainty Certainty
	Checked   value.Date
}

// Shown tells whether a fact may be shown to a reader.
func (r Reference) Shown() bool { return r.Certainty == Verified || r.Certainty == Statute }

// FreshDays is how long a reference counts as fresh.
const FreshDays = 180

// RefTable is a table as the test of age sees it.
type RefTable struct {
	Name       diag.Text
	References []Reference
	Used       func(*record.Set, int) bool // whether a site rests on one; nil where nothing of it ages
}

func TableOf[T any](sv, en string, list []T, ref func(T) Reference, used func(*record.Set, T) bool) RefTable {
	t := RefTable{Name: diag.Say(sv, en)}
	for _, v := range list {
		t.References = append(t.References, ref(v))
	}
	if used != nil {
		t.Used = func(set *record.Set, i int) bool { return used(set, list[i]) }
	}
	return t
}
