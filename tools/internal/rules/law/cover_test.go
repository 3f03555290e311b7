package law_test

import (
	"flag"
	"maps"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/law"
)

var update = flag.Bool("update", false, "rewrite docs/duties.md and the goldens in testdata")

// today is the day of every test.
const today = value.Date("2026-11-21")

// everything asks for all profiles, whatever the organisation claims.
var everything = law.Options{Profiles: []string{"notice", "cookies", "company", "processor", "ropa", "security", "cloud"}}

// root is the site of this repository, which answers every duty that it owes.
func root(tb testing.TB) *record.Set {
	tb.Helper()
	set, list, err := record.LoadFS(os.DirFS("../../../.."))
	if err != nil {
		tb.Fatal(err)
	}
	if list.Blocks() {
		tb.Fatalf("the repository's own data has mistakes: %+v", list)
	}
	return set
}

func states(r coverage.Report) map[string]coverage.State {
	m := map[string]coverage.State{}
	for _, g := range r.Groups {
		for _, d := range g.Results {
			m[d.ID] = d.State
		}
	}
	return m
}

// undecidable are the duties that no field answers, and that say so.
var undecidable = []string{
	"GDPR-12-1-plain", "GDPR-12-1-accessible", "GDPR-12-7-icons", "GDPR-30-5", "WP260-CHANGE-CHECKBACK", "WP260-SAMEPLACE",
}

func TestTheRepositorysSiteHasNoGap(t *testing.T) {
	for _, g := range law.Cover(root(t), today, law.Options{}).Groups {
		for _, d := range g.Results {
			if d.Gap() {
				t.Errorf("%s is %s: %+v", d.ID, d.State, d.Gaps)
			}
		}
	}
}

func TestWhatCannotBeDecidedSaysSo(t *testing.T) {
	for _, g := range law.Cover(root(t), today, law.Options{Profiles: everything.Profiles, Strict: true}).Groups {
		for _, d := range g.Results {
			if slices.Contains(undecidable, d.ID) != (d.State == coverage.Unknown) {
				t.Errorf("%s is %s", d.ID, d.State)
			}
			if d.State == coverage.Unknown && (d.Reason.SV == "" || d.Reason.EN == "") {
				t.Errorf("%s does not say why it cannot be decided", d.ID)
			}
		}
	}
}

// Where a duty does not apply, the report says why, and where that is written.
func TestNotApplicableHasReasonAndPlace(t *testing.T) {
	placeless := []string{"GDPR-13-3"} // no record tells of what has not happened
	for _, g := range law.Cover(root(t), today, everything).Groups {
		for _, d := range g.Results {
			if d.State != coverage.NotApplicable {
				continue
			}
			if d.Reason.SV == "" || d.Reason.EN == "" {
				t.Errorf("%s does not say why it does not apply", d.ID)
			}
			if len(d.By) == 0 && !slices.Contains(placeless, d.ID) {
				t.Errorf("%s does not say where that is written", d.ID)
			}
		}
	}
}

func TestPlacesAreInTheFile(t *testing.T) {
	for _, g := range law.Cover(root(t), today, everything).Groups {
		for _, d := range g.Results {
			for _, p := range d.By {
				if p.Pos.File == "" || p.Pos.Line == 0 {
					t.Errorf("%s: %s %q has no place", d.ID, p.Record.EN, p.Field)
				}
			}
		}
	}
}

// Taking away the fact that answers a duty turns that duty, and those that are
// documented to stand with it, and no other.
func TestEachDutyHangsOnItsFact(t *testing.T) {
	tried := map[string]bool{}
	all := attempts(t)
	for i, b := range breaches {
		tried[b.id] = true
		t.Run(b.id, func(t *testing.T) {
			before, after := all[i].before, all[i].after
			if s := before[b.id]; s != coverage.Covered && !(b.silent && s == coverage.NotApplicable) {
				t.Fatalf("is %s before anything is taken away", s)
			}
			want := coverage.Missing
			if b.turns != "" {
				want = b.turns
			}
			if after[b.id] != want {
				t.Errorf("turned %s, want %s", after[b.id], want)
			}
			var turned []string
			for _, id := range slices.Sorted(maps.Keys(after)) {
				if id != b.id && after[id] != before[id] {
					turned = append(turned, id)
				}
			}
			documented := slices.Clone(dutyOf(b.id).With)
			slices.Sort(documented)
			if diff := cmp.Diff(documented, turned); diff != "" {
				t.Errorf("-documented +turned:\n%s", diff)
			}
		})
	}
	for _, d := range law.Duties() {
		if !tried[d.ID] && !slices.Contains(undecidable, d.ID) && d.ID != "GDPR-12-1-child" {
			t.Errorf("no fact of %s is taken away", d.ID)
		}
	}
}

// A fact that is taken away is told of by the check, too, and something that was
// not said before.
func TestEachGapIsReported(t *testing.T) {
	ours := map[string]bool{}
	for _, r := range law.Rules() {
		ours[r.ID] = true
	}
	all := attempts(t)
	for i, b := range breaches {
		duty := dutyOf(b.id)
		if !ours[duty.Rule().ID] {
			continue // package check reports it
		}
		t.Run(b.id, func(t *testing.T) {
			before := map[string]bool{}
			for _, d := range all[i].said {
				before[d.Rule+d.Message.EN] = true
			}
			told := false
			for _, d := range all[i].says {
				if before[d.Rule+d.Message.EN] {
					continue
				}
				told = true
				if d.Message.SV == "" || d.Message.EN == "" || d.Hint.SV == "" || d.Hint.EN == "" || d.Law == "" || d.Pos.File == "" {
					t.Errorf("incomplete: %+v", d)
				}
			}
			if !told && duty.Severity != diag.Info {
				t.Error("nothing is reported")
			}
		})
	}
}

func dutyOf(id string) law.Duty {
	for _, d := range law.Duties() {
		if d.ID == id {
			return d
		}
	}
	return law.Duty{}
}

// Whether a text suits children is no field's to tell.
func TestAChildsTextIsUnknownWhereChildrenAreAddressed(t *testing.T) {
	set := root(t)
	forChildren(set)
	if s := states(law.Cover(set, today, everything))["GDPR-12-1-child"]; s != coverage.Unknown {
		t.Errorf("is %s", s)
	}
}

// bare is a site with one activity of ours, and with what else is given.
func bare(t *testing.T, more map[string]string) *record.Set {
	t.Helper()
	files := fstest.MapFS{
		"data/organisation.yaml":    {Data: []byte("name: Prov\nlanguages: [sv, en]\n")},
		"data/controllers/us.yaml":  {Data: []byte("trade_name: Prov\n")},
		"data/activities/work.yaml": {Data: []byte("role: controller\n")},
	}
	for name, text := range more {
		files["data/"+name+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	set, list, err := record.LoadFS(files)
	if err != nil || len(list) > 0 {
		t.Fatalf("%v %v", err, list)
	}
	return set
}

// Where nothing is declared, no duty is called not applicable, except those on
// records that a site without them claims nothing by. Nor is anything left unknown
// in strict mode but what no field can tell.
func TestSilenceIsNoDeclaration(t *testing.T) {
	claimsNothing := []string{
		"GDPR-13-3", "GDPR-32-cert", "WP260-CHANGE-ADVANCE", "SE-ORGNR-FORMAT",
		"GDPR-21-2", "GDPR-6-1-b-marketing", // a purpose that is told is told to be marketing or is none
	}
	for id, s := range states(law.Cover(bare(t, nil), today, everything)) {
		if s == coverage.NotApplicable && !slices.Contains(claimsNothing, id) {
			t.Errorf("%s is not applicable where nothing is declared", id)
		}
	}
	strict := law.Cover(bare(t, nil), today, law.Options{Profiles: everything.Profiles, Strict: true})
	for id, s := range states(strict) {
		if s == coverage.Unknown && !slices.Contains(undecidable, id) {
			t.Errorf("%s is unknown in strict mode", id)
		}
	}
}

// Each of the three declarations that no data leaves is one, and answers whether
// it does.
func TestThreeDeclarationsSayThatNoDataLeaves(t *testing.T) {
	for name, tt := range map[string]struct {
		more  map[string]string
		fact  coverage.State
		basis coverage.State
	}{
		"no recipient": {map[string]string{"activities/work": "role: controller\nrecipients: none\n"}, coverage.NotApplicable, coverage.NotApplicable},
		"declared":     {map[string]string{"organisation": "name: Prov\nlanguages: [sv, en]\ndeclarations: {transfers: none}\n"}, coverage.Covered, coverage.NotApplicable},
		"by each": {map[string]string{"activities/work": "role: controller\nrecipients: [host]\n",
			"recipients/host": "legal_name: Värden AB\ntransfer: {third_country: false}\n"}, coverage.Covered, coverage.NotApplicable},
		"by some": {map[string]string{"activities/work": "role: controller\nrecipients: [host, post]\n",
			"recipients/host": "legal_name: Värden AB\ntransfer: {third_country: false}\n", "recipients/post": "legal_name: Posten AB\n"}, coverage.Missing, coverage.Unknown},
		"another activity silent": {map[string]string{"activities/work": "role: controller\nrecipients: [host]\n", "activities/more": "role: controller\n",
			"recipients/host": "legal_name: Värden AB\ntransfer: {third_country: false}\n"}, coverage.Unknown, coverage.Unknown},
	} {
		got := states(law.Cover(bare(t, tt.more), today, everything))
		if got["GDPR-13-1-f-fact"] != tt.fact || got["GDPR-13-1-f-basis"] != tt.basis || got["GDPR-47"] != tt.basis {
			t.Errorf("%s: %s, %s and %s, want %s and %s", name, got["GDPR-13-1-f-fact"], got["GDPR-13-1-f-basis"], got["GDPR-47"], tt.fact, tt.basis)
		}
	}
}

// What a visitor says of cookies is consent, and can be withdrawn.
func TestConsentToCookiesIsConsent(t *testing.T) {
	purposes := "role: controller\npurposes:\n  - {text: {sv: Bokföra, en: Keep books}, bases: [{art6: legal-obligation}]}\n"
	for category, want := range map[string]coverage.State{"statistics": coverage.Missing, "necessary": coverage.NotApplicable} {
		set := bare(t, map[string]string{"activities/work": purposes, "cookies/visits": "name: visits\ncategory: " + category + "\n"})
		got := states(law.Cover(set, today, everything))
		for _, id := range []string{"GDPR-13-2-c", "GDPR-7-3"} {
			if got[id] != want {
				t.Errorf("%s with %s cookies: %s, want %s", id, category, got[id], want)
			}
		}
		if usable := slices.Contains(law.UsableRights(set, today), "withdraw-consent"); usable != (want == coverage.Missing) {
			t.Errorf("with %s cookies: usable %t", category, usable)
		}
	}
}
