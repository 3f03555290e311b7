package law_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/law"
)

// Four rights come and go with the bases; all others are always there.
func TestUsableRightsFollowTheBases(t *testing.T) {
	for _, tt := range []struct{ purposes, more, want string }{
		{"legal-obligation", "", ""},
		{"vital-interests", "", ""},
		{"contract", "", "portability"},
		{"consent", "", "portability withdraw-consent"},
		{"legitimate-interests", "", "objection"},
		{"public-task", "", "objection"},
		{"contract legal-obligation legitimate-interests", "", "objection portability"},
		{"legal-obligation", ", art9: explicit-consent", "portability withdraw-consent"},
		{"legitimate-interests", ", direct_marketing: true", "objection objection-marketing"},
		{"legal-obligation", "cookie", "portability withdraw-consent"},
		{"", "", "objection portability withdraw-consent"},
	} {
		files := fstest.MapFS{"data/organisation.yaml": {Data: []byte("name: Prov\nlanguages: [sv, en]\n")}}
		more := tt.more
		if more == "cookie" {
			more = ""
			files["data/cookies/visits.yaml"] = &fstest.MapFile{Data: []byte("name: visits\nconsent_required: true\n")}
		}
		purposes := "purposes:\n"
		for _, basis := range strings.Fields(tt.purposes) {
			purposes += fmt.Sprintf("  - {text: {sv: Ett ändamål, en: A purpose}, bases: [{art6: %s}]%s}\n", basis, more)
		}
		if tt.purposes == "" { // what it rests on is not told, and so any of these may hold
			purposes = "purposes:\n  - {text: {sv: Ett ändamål, en: A purpose}}\n"
		}
		files["data/activities/a.yaml"] = &fstest.MapFile{Data: []byte(purposes)}
		set, list, err := record.LoadFS(files)
		if err != nil || len(list) > 0 {
			t.Fatalf("%v %v", err, list)
		}
		coming := []string{"portability", "objection", "objection-marketing", "withdraw-consent"}
		got := law.UsableRights(set, today)
		always := slices.DeleteFunc(slices.Clone(got), func(r string) bool { return slices.Contains(coming, r) })
		want := "information access rectification erasure restriction notification objection-research no-adm complaint judicial-remedy compensation"
		if diff := cmp.Diff(want, strings.Join(always, " ")); diff != "" {
			t.Errorf("%q%s: rights that always apply (-want +got):\n%s", tt.purposes, tt.more, diff)
		}
		got = slices.DeleteFunc(got, func(r string) bool { return !slices.Contains(coming, r) })
		slices.Sort(got)
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q%s (-want +got):\n%s", tt.purposes, tt.more, diff)
		}
	}
}
