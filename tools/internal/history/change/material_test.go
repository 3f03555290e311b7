package change

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The reasons are a promise to readers of docs/versions.md.
func TestReasonsAreDocumented(t *testing.T) {
	data, err := os.ReadFile("../../../../docs/versions.md")
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, r := range Reasons() {
		want = append(want, "| `"+r.ID+"` | "+r.Text.EN+" | "+r.Text.SV+" | "+r.Law+" |")
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "| `") && strings.Contains(line, "GDPR") {
			got = append(got, strings.TrimSpace(line))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-program +document\n%s", diff)
	}
}
