package feed

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/words"
)

// What is remembered is what would be made anew, whatever has changed since.
func TestAMemoryHasTheFeedsThatWouldBeMadeAnew(t *testing.T) {
	set, chain := issue(t, story(), told)
	place := Place{BaseURL: "https://example.com/"}
	m := &Memory{}
	ask := func(what string, kept bool) {
		t.Helper()
		was := m.files
		got, err := m.Feeds(set, chain, place)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Feeds(set, chain, place)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("after %s: -anew +remembered\n%s", what, diff)
		}
		if same := len(was) > 0 && &was[0] == &got[0]; same != kept {
			t.Errorf("after %s they were kept: %v, want %v", what, same, kept)
		}
	}
	ask("nothing", false)
	ask("nothing more", true)
	renamed := *set.Organisation
	renamed.Name = "Another"
	set.Organisation = &renamed
	ask("another name", false)
	set.Changes = append([]*record.Change{{ID: "why"}}, set.Changes...)
	ask("a notice", false)
	place.BaseURL = "https://example.com/b/"
	ask("another place", false)
	place.Words = words.Words{"fi": {"x": "y"}}
	ask("other words", false)
	set.Recipients = nil
	ask("no sub-processors", false)
	ask("nothing again", true)
}
