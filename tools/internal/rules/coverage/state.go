package coverage

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// State is how far a duty is answered.
type State string

const (
	Covered       State = "covered"
	Partial       State = "partial"        // answered, but not in full
	Missing       State = "missing"        // the duty applies, and nothing answers it
	NotApplicable State = "not-applicable" // the facts say that the duty does not apply
	Unknown       State = "unknown"        // the facts do not say, or cannot
)

// Rank orders states from the best to the worst.
func (s State) Rank() int {
	return slices.Index([]State{"", NotApplicable, Covered, Partial, Unknown, Missing}, s)
}

// Report is how far a site's facts answer the law on a day: plain data, from
// which text, JSON, HTML and Markdown are made.
type Report struct {
	Organisation string
	AsOf         value.Date
	Pack         string
	Strict       bool
	Groups       []Group
	Accepted     []record.Acceptance // warnings that the site accepts on the day, with its reasons
}

// Group is the duties of a profile, those with gaps first.
type Group struct {
	Profile string
	Name    diag.Text
	Results []Result
}

// Result is the answer to one duty.
type Result struct {
	ID       string
	Article  string
	Title    diag.Text
	Why      diag.Text
	Severity diag.Severity // of its gaps
	State    State
	Reason   diag.Text // why it does not apply, or cannot be known
	Source   string
	Checked  value.Date
	By       []Place // the first shownPlaces
	More     int     // how many more there are
	Gaps     []Gap
	Like     string // the duty above that has these very gaps, if one has
}

// Place is a field that answers a duty.
type Place struct {
	Record diag.Text
	Field  string
	Pos    diag.Pos
}

// Gap is something that is not told: where, what, and what to write in which
// file.
type Gap struct {
	Message diag.Text
	Pos     diag.Pos
	File    string
	Where   diag.Text // in which file to write, and at which line of it
	Write   string    // lines of YAML
	Model   bool      // they show the form of an answer, not the answer
	Claim   bool      // they state a fact, to be written only if it is one
	Advice  diag.Text
}

// Compare notes the duties whose gaps are those of a duty above: they are told
// once for all of them.
func (g Group) Compare() {
	for i := range g.Results {
		d := &g.Results[i]
		for _, above := range g.Results[:i] {
			if len(d.Gaps) > 0 && above.Like == "" && above.State == d.State && slices.Equal(above.Gaps, d.Gaps) {
				d.Like = above.ID
				break
			}
		}
	}
}

// alike returns the duties that have the very gaps of one.
func (g Group) alike(id string) []Result {
	return slices.DeleteFunc(slices.Clone(g.Results), func(d Result) bool { return d.Like != id })
}

// Count returns how many duties are in each state.
func (r Report) Count() map[State]int {
	n := map[State]int{}
	for _, g := range r.Groups {
		for _, d := range g.Results {
			n[d.State]++
		}
	}
	return n
}

// Gap tells whether there is something to write.
func (r Result) Gap() bool {
	return r.State == Missing || r.State == Partial || r.State == Unknown && len(r.Gaps) > 0
}

// Blocks tells whether a duty is missing whose gap is an error.
func (r Report) Blocks() bool {
	for _, g := range r.Groups {
		if slices.ContainsFunc(g.Results, func(d Result) bool { return d.State == Missing && d.Severity == diag.Error }) {
			return true
		}
	}
	return false
}

// Instead introduces lines of YAML: an example of the words, or a fact that is to
// be written only if it is one.
func Instead(where diag.Text, model, claim bool) diag.Text {
	if claim {
		where = diag.Say("om det stämmer, %s", "if it is true, %s", where)
	}
	if model {
		where = diag.Say("%s, till exempel", "%s, for instance", where)
	}
	return where
}
