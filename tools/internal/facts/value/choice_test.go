package value_test

import (
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/facts/value"
)

// A code is in one list once, and has a word in both languages.
func TestChoicesHaveWords(t *testing.T) {
	names := value.ChoiceLists()
	if len(names) < 30 || !slices.IsSorted(names) {
		t.Errorf("%d lists: %v", len(names), names)
	}
	for _, list := range names {
		seen := map[string]bool{}
		for _, c := range value.Choices(list) {
			if seen[c.Code] || c.Code == "" || strings.TrimSpace(c.Name.SV) == "" || strings.TrimSpace(c.Name.EN) == "" {
				t.Errorf("%s: %+v", list, c)
			}
			seen[c.Code] = true
		}
	}
	if value.Choices("vessel") != nil || value.ChoiceName("role", "captain", "sv") != "captain" {
		t.Error("a code of no list has a word")
	}
}
