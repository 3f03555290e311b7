package law

import (
	"cmp"
	"slices"

	"tillit/tools/internal/diag"
)

// Mistake is something known to be wrong, or known to go wrong, in the facts of
// a notice. The tables stand in a file for each subject.
type Mistake struct {
	diag.Rule
	find func(*facts) []gap
}

// Mistakes returns the mistakes that are looked for in the facts.
func Mistakes() []Mistake { return slices.Clone(mistakes) }

var mistakes = slices.Concat(
	in("purposes", numberMistakes),
	in("rights", rightMistakes),
	in("purposes", purposeMistakes),
	in("retention", retentionMistakes),
	in("recipients", recipientMistakes),
	in("transfers", transferMistakes),
	in("cookies", cookieMistakes),
	in("rights", authorityMistakes),
	in("organisation", siteMistakes),
)

// in gives mistakes the page of docs/rules/ that tells of them, unless they have their
// own. What nobody has declared is one step less grave than what is known to be wrong.
func in(group string, list []Mistake) []Mistake {
	for i := range list {
		list[i].Group, list[i].Milder = cmp.Or(list[i].Group, group), true
	}
	return list
}

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
