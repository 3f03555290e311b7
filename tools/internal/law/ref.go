package law

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
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
	Checked   record.Date
}

// Shown tells whether a fact may be shown to a reader.
func (r Reference) Shown() bool { return r.Certainty == Verified || r.Certainty == Statute }

// freshDays is how long a reference counts as fresh.
const freshDays = 180

// refTable is a table as the test of age sees it.
type refTable struct {
	name    diag.Text
	entries []Reference
	used    func(*record.Set, int) bool // whether a site rests on an entry; nil where nothing of it ages
}

func tableOf[T any](sv, en string, list []T, ref func(T) Reference, used func(*record.Set, T) bool) refTable {
	t := refTable{name: diag.Say(sv, en)}
	for _, v := range list {
		t.entries = append(t.entries, ref(v))
	}
	if used != nil {
		t.used = func(set *record.Set, i int) bool { return used(set, list[i]) }
	}
	return t
}
