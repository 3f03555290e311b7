package center_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/center"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/law"
)

// A duty is proved on what the reader gets: facts that own prose drops, and that no
// other page shows, answer none.
func TestCoverageCallsNoDutyAnsweredThatThePagesDrop(t *testing.T) {
	for _, tt := range []struct {
		name  string
		pages map[string]string // text by file
		want  []string          // the duties that are missing then
	}{
		{"nothing dropped", map[string]string{"complaints/index.sv": "{{< complaint-authority >}} {{< cookie-authority >}}"}, nil},
		{"a page of one's own", map[string]string{"careers/index.sv": "Hej.", "careers/index.en": "Hello."}, nil},
		{"the authority, whose name the policy tells", map[string]string{"complaints/index.sv": "{{< cookie-authority >}}"},
			[]string{"GDPR-13-2-d-contact", "GDPR-77-1", "GDPR-77-2", "SE-DSL-6-8"}},
		{"the authority and its name", map[string]string{
			"complaints/index.sv":     "{{< cookie-authority >}}",
			"privacy-policy/index.sv": `{{< controllers >}} {{< activities "controller" >}} {{< dpo >}} {{< services >}} {{< aims >}} {{< rights-contact >}} {{< country-list "transfers" >}} {{< statements "sharing" >}}`,
		}, []string{"GDPR-13-2-d-contact", "GDPR-77-1", "GDPR-77-2", "SE-DSL-6-8", "SE-IMY-NAME"}},
		{"the transfers, which the lists tell as well", map[string]string{"transfers/index.en": "Some."}, nil},
		{"the controller, whom the page on the processor names", map[string]string{"privacy-policy/index.en": `{{< activities "controller" >}}`}, nil},
		{"the controller, whom no page names in full", map[string]string{"privacy-policy/index.en": `{{< activities "controller" >}}`, "processor/index.sv": "Hej."},
			[]string{"EDPB-07-2020-ROLES", "SE-ABL-28-5", "SE-EHL-8", "SE-ORGNR-FORMAT", "WP260-LAYER"}},
		{"the officer, on both pages that tell of one", map[string]string{
			"privacy-policy/index.en": `{{< activities "controller" >}} {{< controllers >}}`, "contact/index.en": "{{< contacts >}}",
		}, []string{"GDPR-37-1"}},
		{"the rights, and not that to object", map[string]string{"rights/index.sv": "{{< objection >}} {{< requests >}} {{< rights-ways >}}"}, []string{
			"GDPR-12-5-free", "GDPR-13-2-b-access", "GDPR-13-2-b-erasure", "GDPR-13-2-b-explain", "GDPR-13-2-b-portability",
			"GDPR-13-2-b-rectification", "GDPR-13-2-b-restriction", "GDPR-13-2-d", "GDPR-77-unconditional", "GDPR-79"}},
		{"the requests", map[string]string{"rights/index.sv": "{{< rights >}} {{< objection >}} {{< rights-ways >}}"},
			[]string{"GDPR-12-3-time", "GDPR-12-4-refusal", "GDPR-12-5-free", "GDPR-12-6-identity"}},
		{"the storage periods, which the policy tells without their start", map[string]string{"retention/index.sv": "Så länge som det behövs."},
			[]string{"GDPR-13-2-a-start", "GDPR-5-1-e", "SE-BFL-7-2"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := starter(t)
			missing := func() []string {
				report, err := open(t, dir).Coverage("2026-11-29", law.Options{})
				if err != nil {
					t.Fatal(err)
				}
				var ids []string
				for _, g := range report.Groups {
					for _, r := range g.Results {
						if r.State == coverage.Missing {
							ids = append(ids, r.ID)
						}
					}
				}
				slices.Sort(ids)
				return ids
			}
			before := missing()
			for file, text := range tt.pages {
				write(t, dir, "content/"+file+".md", "---\ntitle: T\nslug: "+strings.Split(file, "/")[0]+"\n---\n\n"+text+"\n")
			}
			got := slices.DeleteFunc(missing(), func(id string) bool { return slices.Contains(before, id) })
			if diff := cmp.Diff(tt.want, got); diff != "" && len(tt.want)+len(got) > 0 {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// A preview is for those who are still writing: what their prose drops does not stop it.
func TestWhatProseDropsStopsABuildAndNoPreview(t *testing.T) {
	dir := starter(t)
	for _, lang := range []string{"sv", "en"} {
		write(t, dir, "content/cookies/index."+lang+".md", "---\ntitle: T\n---\n\nHej "+lang+".\n")
	}
	for _, preview := range []bool{false, true} {
		files, list, err := open(t, dir).Build(t.Context(), center.Order{Today: "2026-11-28", Preview: preview})
		if err != nil || list.Blocks() == preview || (files != nil) != preview || !slices.Contains(rules(list), "page-drops") {
			t.Errorf("preview: %v; %d files; %v %v", preview, len(files), rules(list), err)
		}
	}
}
