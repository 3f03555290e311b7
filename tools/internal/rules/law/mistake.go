package law

import (
	"slices"

	"tillit/tools/internal/diag"
)

// Mistake is something known to be wrong, or known to go wrong, in the facts of
// a notice. The tables stand in a file for each subject.
type Mistake struct {
	ID       string // never renamed
	Severity diag.Severity
	Law      string
	Title    diag.Text
	find     func(*facts) []gap
}

// Mistakes returns the mistakes that are looked for in the facts.
func Mistakes() []Mistake { return slices.Clone(mistakes) }

var mistakes = slices.Concat(numberMistakes, rightMistakes, purposeMistakes, retentionMistakes, recipientMistakes,
	transferMistakes, cookieMistakes, authorityMistakes, siteMistakes)

// asked finds what an answer leaves open.
func asked(answer func(*facts) answer) func(*facts) []gap {
	return func(f *facts) []gap { return answer(f).gaps }
}

// quiet is the answer where there is nothing to look at.
func quiet(*facts) answer { return answer{} }

// owing finds what is wrong only with those who owe the duties of a profile.
func owing(profile string, find func(*facts) []gap) func(*facts) []gap {
	return func(f *facts) []gap {
		if !f.claims(profile) {
			return nil
		}
		return find(f)
	}
}
