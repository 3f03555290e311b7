package law_test

import (
	"flag"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/law"
	"tillit/tools/internal/record"
)

var update = flag.Bool("update", false, "rewrite docs/duties.md and the goldens in testdata")

// today is the day of every test.
const today = record.Date("2026-11-21")

// everything asks for all profiles, whatever the organisation claims.
var everything = law.Options{Profiles: []string{"notice", "cookies", "company", "processor", "ropa", "security", "cloud"}}

// root is the site of this repository, which answers every duty that it owes.
func root(tb testing.TB) *record.Set {
	tb.Helper()
	set, list, err := record.LoadFS(os.DirFS("../../.."))
	if err != nil {
		tb.Fatal(err)
	}
	if list.Blocks() {
		tb.Fatalf("the repository's own data has mistakes: %+v", list)
	}
	return set
}

func states(r law.Report) map[string]law.State {
	m := map[string]law.State{}
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
			if slices.Contains(undecidable, d.ID) != (d.State == law.Unknown) {
				t.Errorf("%s is %s", d.ID, d.State)
			}
			if d.State == law.Unknown && (d.Reason.SV == "" || d.Reason.EN == "") {
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
			if d.State != law.NotApplicable {
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
	all := trials(t)
	for i, b := range breaches {
		tried[b.id] = true
		t.Run(b.id, func(t *testing.T) {
			before, after := all[i].before, all[i].after
			if s := before[b.id]; s != law.Covered && !(b.silent && s == law.NotApplicable) {
				t.Fatalf("is %s before anything is taken away", s)
			}
			want := law.Missing
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
	all := trials(t)
	for i, b := range breaches {
		duty := dutyOf(b.id)
		if !ours[duty.Rule()] {
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
	if s := states(law.Cover(set, today, everything))["GDPR-12-1-child"]; s != law.Unknown {
		t.Errorf("is %s", s)
	}
}
