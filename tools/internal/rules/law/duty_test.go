package law_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/law"
)

// ids are all duties that the law knows of, by table. An id is never changed.
const ids = `
GDPR-12-1-concise GDPR-12-1-plain GDPR-12-1-accessible GDPR-12-1-language GDPR-12-1-child GDPR-12-2-channel
GDPR-12-3-time GDPR-12-4-refusal GDPR-12-5-free GDPR-12-6-identity GDPR-12-7-icons

GDPR-13-1-a GDPR-13-1-a-rep GDPR-13-1-b GDPR-13-1-c-purpose GDPR-13-1-c-basis GDPR-13-1-c-link GDPR-13-1-d
GDPR-13-1-e GDPR-13-1-e-named GDPR-13-1-e-category GDPR-13-1-f-fact GDPR-13-1-f-basis GDPR-13-1-f-copy
GDPR-13-1-f-country GDPR-13-2-a GDPR-13-2-a-start GDPR-13-2-a-generic GDPR-13-2-b-access
GDPR-13-2-b-rectification GDPR-13-2-b-erasure GDPR-13-2-b-restriction GDPR-13-2-b-objection
GDPR-13-2-b-portability GDPR-13-2-b-explain GDPR-13-2-c GDPR-13-2-d GDPR-13-2-d-contact GDPR-13-2-e
GDPR-13-2-f GDPR-13-3

GDPR-14-1-a GDPR-14-1-b GDPR-14-1-c GDPR-14-1-e GDPR-14-1-f GDPR-14-1-d GDPR-14-2-a GDPR-14-2-c GDPR-14-2-d
GDPR-14-2-e GDPR-14-2-g GDPR-14-2-b GDPR-14-2-f GDPR-14-3 GDPR-14-5

GDPR-6-1 GDPR-6-3 GDPR-6-1-b-marketing GDPR-7-3 GDPR-8-1 GDPR-9-2 GDPR-10 GDPR-5-1-e

GDPR-21-4 GDPR-21-2 GDPR-21-5 GDPR-22-2 GDPR-22-3 GDPR-22-4 GDPR-26-1 GDPR-26-2 GDPR-27-1 GDPR-37-1 GDPR-37-7
GDPR-38-4

GDPR-28-1 GDPR-28-2-authorisation GDPR-28-2-notice GDPR-28-2-list GDPR-28-3 GDPR-28-3-a GDPR-28-3-b
GDPR-28-3-c GDPR-28-3-d GDPR-28-3-e GDPR-28-3-f GDPR-28-3-g GDPR-28-3-h GDPR-28-4 GDPR-30-2-a GDPR-30-2-b
GDPR-30-2-c GDPR-30-2-d

GDPR-30-1-a GDPR-30-1-b GDPR-30-1-c GDPR-30-1-d GDPR-30-1-e GDPR-30-1-f GDPR-30-1-g GDPR-30-5

GDPR-32-1-a GDPR-32-1-b GDPR-32-1-c GDPR-32-1-d GDPR-32-4 GDPR-32-cert GDPR-33-1 GDPR-33-2 GDPR-34-2

GDPR-44 GDPR-45 GDPR-45-dpf GDPR-46-2 GDPR-46-2-c-module GDPR-46-tia GDPR-46-3 GDPR-47 GDPR-49-1-a GDPR-49-1-b
GDPR-49-1-c GDPR-49-1-d GDPR-49-1-e GDPR-49-1-f GDPR-49-1-g GDPR-49-1-2

GDPR-77-1 GDPR-77-unconditional GDPR-77-2 GDPR-79

SE-DSL-3-10 SE-DSL-3-10-special SE-DSL-2-4 SE-DSL-2-1 SE-DSL-3-8 SE-DSL-6-8 SE-LEK-9-28-purpose
SE-LEK-9-28-consent SE-LEK-9-28-exempt SE-LEK-9-28-info SE-LEK-9-28-withdraw SE-BFL-7-2 SE-PRESKR-2 SE-ABL-28-5
SE-EHL-8 SE-ORGNR-FORMAT SE-IMY-NAME SE-PTS-COOKIE

WP260-LAYER WP260-LANG WP260-CHANGE-ACTIVE WP260-CHANGE-ADVANCE WP260-CHANGE-CHECKBACK WP260-DATE
WP260-SAMEPLACE EDPB-07-2020-ROLES EDPB-07-2020-FLAG EDPB-22-2024-CHAIN EDPB-22-2024-TRANSFER

SCC914-9a SCC914-ANNEX-I SCC914-ANNEX-II SCC914-ANNEX-III SCC915-ANNEX-I SCC915-ANNEX-II SCC915-ANNEX-III
SCC915-ANNEX-IV

DATAACT-28-1-a DATAACT-28-1-b DATAACT-26`

func TestTheTableHoldsEveryDuty(t *testing.T) {
	want := strings.Fields(ids)
	var got []string
	for _, d := range law.Duties() {
		got = append(got, d.ID)
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-known +in the table:\n%s", diff)
	}
}

func TestEachDutyIsComplete(t *testing.T) {
	profiles := map[string]bool{}
	for _, c := range value.Choices("profile") {
		profiles[c.Code] = true
	}
	known := strings.Fields(ids)
	for _, d := range law.Duties() {
		for what, empty := range map[string]bool{
			"article": d.Article == "", "Swedish title": d.Title.SV == "", "English title": d.Title.EN == "",
			"Swedish reason": d.Why.SV == "", "English reason": d.Why.EN == "", "source": d.Source == "", "fields": d.Fields == "",
			"profile": !profiles[d.Profile], "day of check": !d.Checked.Valid(), "first day": !d.ValidFrom.Valid(),
		} {
			if empty {
				t.Errorf("%s: no %s", d.ID, what)
			}
		}
		if d.ValidTo != "" && !d.ValidFrom.Before(d.ValidTo) || today.Before(d.Checked) {
			t.Errorf("%s: days in the wrong order", d.ID)
		}
		for _, other := range d.With {
			if !slices.Contains(known, other) || other == d.ID {
				t.Errorf("%s: stands together with %q", d.ID, other)
			}
		}
	}
}

// The letters that are got wrong most often.
func TestArticleLetters(t *testing.T) {
	want := map[string]string{
		"GDPR-13-1-c-basis": "GDPR Art. 13(1)(c)", "GDPR-14-1-c": "GDPR Art. 14(1)(c)", "GDPR-12-3-time": "GDPR Art. 12(3)",
		"GDPR-13-1-d": "GDPR Art. 13(1)(d)", "GDPR-14-2-b": "GDPR Art. 14(2)(b)", "GDPR-14-1-d": "GDPR Art. 14(1)(d)",
		"GDPR-13-2-d": "GDPR Art. 13(2)(d)", "GDPR-14-2-e": "GDPR Art. 14(2)(e)", "GDPR-13-2-f": "GDPR Art. 13(2)(f)",
		"GDPR-14-2-g": "GDPR Art. 14(2)(g)", "GDPR-14-2-f": "GDPR Art. 14(2)(f)", "GDPR-13-2-e": "GDPR Art. 13(2)(e)",
		"GDPR-21-4": "GDPR Art. 21(4)", "GDPR-30-1-f": "GDPR Art. 30(1)(f)", "GDPR-30-2-a": "GDPR Art. 30(2)(a)",
	}
	for _, d := range law.Duties() {
		if article, ok := want[d.ID]; ok && article != d.Article {
			t.Errorf("%s: %s, want %s", d.ID, d.Article, article)
		}
	}
}

// A duty is no duty before its day.
func TestDutiesHaveADay(t *testing.T) {
	set := root(t)
	for _, tt := range []struct {
		id   string
		asOf value.Date
		owed bool
	}{
		{"SE-DSL-6-8", "2025-04-30", false},
		{"SE-DSL-6-8", "2025-05-01", true},
		{"DATAACT-28-1-a", "2025-09-11", false},
		{"DATAACT-28-1-a", "2025-09-12", true},
		{"GDPR-13-1-a", "2018-05-24", false},
	} {
		if _, owed := states(law.Cover(set, tt.asOf, everything))[tt.id]; owed != tt.owed {
			t.Errorf("%s on %s: owed %t, want %t", tt.id, tt.asOf, owed, tt.owed)
		}
	}
}

// What need not reach the public stops no publication, but in strict mode
// everything is as grave as the law has it.
func TestSeverityDependsOnProfileAndStrictness(t *testing.T) {
	set := root(t)
	severity := func(strict bool) map[string]diag.Severity {
		m := map[string]diag.Severity{}
		for _, g := range law.Cover(set, today, law.Options{Profiles: everything.Profiles, Strict: strict}).Groups {
			for _, r := range g.Results {
				m[r.ID] = r.Severity
			}
		}
		return m
	}
	normal, strict := severity(false), severity(true)
	for id, want := range map[string][2]diag.Severity{
		"GDPR-13-1-a":         {diag.Error, diag.Error},
		"DATAACT-28-1-a":      {diag.Error, diag.Error},
		"GDPR-28-3-a":         {diag.Warning, diag.Error},
		"GDPR-13-2-a-generic": {diag.Warning, diag.Error},
		"WP260-CHANGE-ACTIVE": {diag.Warning, diag.Error},
		"GDPR-12-3-time":      {diag.Warning, diag.Warning},
		"GDPR-12-4-refusal":   {diag.Info, diag.Info},
	} {
		if got := [2]diag.Severity{normal[id], strict[id]}; got != want {
			t.Errorf("%s: %v, want %v", id, got, want)
		}
	}
}
