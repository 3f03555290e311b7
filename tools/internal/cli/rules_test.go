package cli

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every rule that is documented has words for the programs that show rules, and
// no other has.
func TestEveryRuleOfTheSiteHasATitle(t *testing.T) {
	doc, err := os.ReadFile("../../../docs/rules-site.md")
	if err != nil {
		t.Fatal(err)
	}
	var documented []string
	for _, h := range regexp.MustCompile(`(?m)^## ([a-z]+(?:-[a-z]+)+)$`).FindAllStringSubmatch(string(doc), -1) {
		documented = append(documented, h[1])
	}
	slices.Sort(documented)
	if diff := cmp.Diff(documented, slices.Sorted(maps.Keys(siteRules))); diff != "" {
		t.Errorf("-documented +with a title:\n%s", diff)
	}
	for _, id := range append(documented, "recipient-location", "gdpr-13-1-c-basis", "consent-by-use") {
		if title := ruleTitle(id); title.SV == "" || title.EN == "" {
			t.Errorf("%s has no title in both languages", id)
		}
	}
}
