package change

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// About are the entries that a word means: an id of an entry, or of a file in
// data/changes; of no word, those that nobody has been told of. Where there are none it
// says why.
func About(word string, entries []Entry, set *record.Set) (found []Entry, none diag.Text) {
	if word == "" {
		return Untold(entries), none
	}
	var names []string
	for _, e := range entries {
		if e.Kind == FirstEntry {
			continue
		}
		if e.ID == word || slices.ContainsFunc(e.Changes, func(c *record.Change) bool { return c.ID == word }) {
			found = append(found, e)
		}
		names = append(names, e.ID)
	}
	if len(found) > 0 {
		return found, none
	}
	for _, c := range set.Changes {
		if c.ID == word {
			return nil, diag.Say("data/changes/%s.yaml gäller ingenting som är utgivet; stämmer records och effective, och är versionen utgiven med tillit freeze?",
				"data/changes/%s.yaml is about nothing that has been issued; are records and effective right, and has the version been issued with tillit freeze?", word)
		}
		names = append(names, c.ID)
	}
	if near := diag.Nearest(word, names); near != "" {
		return nil, diag.Say("ändringen %q finns inte; menade du %q?", "there is no change %q; did you mean %q?", word, near)
	}
	return nil, diag.Say("ändringen %q finns inte; skriv ett id i data/changes, eller ett som flödena har", "there is no change %q; write an id in data/changes, or one that the feeds have", word)
}
