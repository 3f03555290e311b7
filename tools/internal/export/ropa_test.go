package export

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/record"
)

// The registers are for the authority. What a site publishes never holds them.
func TestRegistersAreNeverPublished(t *testing.T) {
	for _, f := range All(small(t), edition) {
		for _, r := range Registers() {
			if strings.Contains(f.Path, r.Name) || strings.Contains(f.Path, fold(r.Title.SV)) || strings.Contains(f.Path, fold(r.Title.EN)) {
				t.Errorf("%s is published", f.Path)
			}
		}
	}
}

// Art. 30(1) has the letters a to g, and Art. 30(2) a to d; a column without one
// only says which record it is.
func TestRegistersHaveEachLetterOfTheArticle(t *testing.T) {
	for i, want := range []string{"abcdefg", "abcd"} {
		letters := map[string]bool{}
		for _, c := range Registers()[i].Columns {
			if rest, ok := strings.CutPrefix(c.Label.EN, "Art. 30("); ok {
				letters[rest[3:4]] = true
				if prefix := "Art. 30." + rest[:1] + " " + rest[3:4] + " "; !strings.HasPrefix(c.Label.SV, prefix) {
					t.Errorf("%q is not the same letter as %q", c.Label.SV, c.Label.EN)
				}
			}
		}
		for _, l := range want {
			if !letters[string(l)] {
				t.Errorf("%s has no letter %c", Registers()[i].Name, l)
			}
		}
	}
}

// The repository's own site is controller for some activities and processor for
// others, and each is in one register.
func TestEachActivityIsInOneRegister(t *testing.T) {
	set, _, err := record.LoadFS(os.DirFS("../../.."))
	if err != nil {
		t.Fatal(err)
	}
	in := map[string]string{}
	for _, r := range Registers() {
		for _, row := range r.Table(set, "en", edition).Rows {
			in[row[0].(string)] += r.Name
			if len(row) != len(r.Columns) {
				t.Fatalf("%s: %d cells for %d columns", r.Name, len(row), len(r.Columns))
			}
		}
	}
	want := map[string]string{}
	for _, a := range set.Activities {
		want[a.ID] = "ropa-controller"
		if a.Role == "processor" {
			want[a.ID] = "ropa-processor"
		}
	}
	if diff := cmp.Diff(want, in); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
