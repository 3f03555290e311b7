package law_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/law"
)

func TestRightsInUseNameTheActivitiesThatGiveThem(t *testing.T) {
	load := func(more map[string]string) *record.Set {
		files := fstest.MapFS{"data/organisation.yaml": {Data: []byte("name: Prov\nlanguages: [sv, en]\n")}}
		for name, text := range more {
			files["data/"+name+".yaml"] = &fstest.MapFile{Data: []byte(text)}
		}
		set, list, err := record.LoadFS(files)
		if err != nil || len(list) > 0 {
			t.Fatalf("%v %v", err, list)
		}
		return set
	}
	purpose := func(rest string) string { return "purposes: [{text: {sv: Ett, en: One}, " + rest + "}]\n" }
	records := map[string]string{
		"activities/contract": purpose("bases: [{art6: contract}]"),
		"activities/health":   purpose("bases: [{art6: legal-obligation}], art9: explicit-consent"),
		"activities/law":      purpose("bases: [{art6: legal-obligation}]"),
		"activities/letters":  purpose("bases: [{art6: legitimate-interests}], direct_marketing: true"),
		"activities/task":     purpose("bases: [{art6: public-task}]"),
		"activities/theirs":   "role: processor\n" + purpose("bases: [{art6: consent}]"),
		"cookies/visits":      "name: visits\nconsent_required: true\n",
	}
	want := map[string]law.Reach{
		"objection":           {Activities: []string{"letters", "task"}},
		"objection-marketing": {Activities: []string{"letters"}},
		"portability":         {Activities: []string{"contract", "health"}, Cookies: true},
		"withdraw-consent":    {Activities: []string{"health"}, Cookies: true},
	}
	if diff := cmp.Diff(want, law.RightsInUse(load(records), today)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	records["activities/untold"] = "purposes: [{text: {sv: Ett, en: One}}]\n"
	if got := law.RightsInUse(load(records), today); got != nil {
		t.Errorf("a purpose has no basis, yet the rights are told as %v", got)
	}
}
