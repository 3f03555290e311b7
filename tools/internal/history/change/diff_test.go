package change

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tillit/tools/internal/history/weight"
	"tillit/tools/internal/trial"
)

func puzzel(t *testing.T, edits ...string) Snapshot {
	t.Helper()
	return Of(trial.Puzzel(t, edits...))
}

func TestDiffSpeaksOfFieldsInWords(t *testing.T) {
	const p = "data/recipients/puzzel.yaml: "
	for _, tc := range []struct {
		name  string
		edit  string
		verb  Verb
		label string
		old   string
		new   string
		why   string // the reason for which it is material, if it is
	}{
		{"a place moves", p + "legal_name: Puzzel AB\norg_number: 556579-4384\nkind: subprocessor\nlocations: [{country: SE, kinds: [hosting]}]\ndata: [{category: contact}]\n",
			Changed, "Places of processing", "Ireland (hosting)", "Sweden (hosting)", "recipient-location"},
		{"a dash is no change of the number, but a digit is", p + "legal_name: Puzzel AB\norg_number: 556340-7468\nkind: subprocessor\nlocations: [{country: IE, kinds: [hosting]}]\ndata: [{category: contact}]\n",
			Changed, "Organisation number", "556579-4384", "556340-7468", "recipient-org-number"},
		{"data is added, and named", p + "legal_name: Puzzel AB\norg_number: 556579-4384\nkind: subprocessor\nlocations: [{country: IE, kinds: [hosting]}]\ndata: [{category: contact}, {category: chat}]\n",
			Changed, "Data", "", "Chats", "recipient-data"},
		{"a company changes its name", p + "legal_name: Puzzel Sverige AB\norg_number: 556579-4384\nkind: subprocessor\nlocations: [{country: IE, kinds: [hosting]}]\ndata: [{category: contact}]\n",
			Renamed, "Legal name", "Puzzel AB", "Puzzel Sverige AB", ""},
		{"retention grows", "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P1Y\n",
			Changed, "Period", "6 months", "1 year", "retention-longer"},
		{"retention shrinks, which needs no notice", "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P3M\n",
			Changed, "Period", "6 months", "3 months", ""},
		{"a basis changes", "data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\npurposes: [{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: consent}]}]\nrecipients: [puzzel]\n",
			Changed, "Purposes: Legal basis", "contract", "", "activity-basis"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := Diff(puzzel(t), puzzel(t, tc.edit))
			if len(d.Records) != 1 || len(d.Prose) != 0 {
				t.Fatalf("want one changed record, got %+v", d)
			}
			c := d.Records[0]
			if c.Verb != tc.verb {
				t.Errorf("verb %q, want %q", c.Verb, tc.verb)
			}
			f := c.Fields[0]
			if f.Label.EN != tc.label || unspaced(f.Old.EN) != tc.old || unspaced(f.New.EN) != tc.new {
				t.Errorf("got %q: %q → %q", f.Label.EN, f.Old.EN, f.New.EN)
			}
			var why []string
			for _, r := range c.Reasons {
				why = append(why, r.ID)
			}
			if got := strings.Join(why, " "); got != tc.why {
				t.Errorf("material because of %q, want %q", got, tc.why)
			}
		})
	}
}

func TestLookingAgainAtATransferIsNotMaterial(t *testing.T) {
	const p = "data/recipients/puzzel.yaml: legal_name: Puzzel AB\nkind: subprocessor\ntransfer: {third_country: true, "
	a := puzzel(t, p+"mechanism: adequacy-dpf, dpf_checked_on: 2026-01-01, tia_on: 2026-01-01}\n")
	again := Diff(a, puzzel(t, p+"mechanism: adequacy-dpf, dpf_checked_on: 2026-05-01, tia_on: 2026-05-01}\n")).Records[0]
	if len(again.Fields) != 2 || len(again.Reasons) != 0 {
		t.Errorf("two days changed; got %+v", again)
	}
	other := Diff(a, puzzel(t, p+"mechanism: adequacy-dpf, dpf_checked_on: 2026-01-01, tia_on: 2026-01-01}\nlocations: [{country: US}]\n")).Records[0]
	if other.Nature != weight.Told || len(other.Reasons) != 0 {
		t.Errorf("a place was told for the first time; got %+v", other)
	}
	other = Diff(a, puzzel(t, p+"mechanism: art49-1-a, dpf_checked_on: 2026-05-01, tia_on: 2026-01-01}\n")).Records[0]
	if len(other.Reasons) != 1 || other.Reasons[0].ID != "recipient-transfer" {
		t.Errorf("another ground; got %+v", other)
	}
}

// unspaced puts ordinary spaces where typography has others.
func unspaced(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestDiffOfTheSameIsEmpty(t *testing.T) {
	if d := Diff(puzzel(t), puzzel(t)); !d.Empty() {
		t.Errorf("got %+v", d)
	}
	// The order of lists and keys carries no meaning.
	same := puzzel(t, "data/recipients/puzzel.yaml: kind: subprocessor\ndata: [{category: contact}]\nlegal_name: Puzzel AB\nlocations: [{kinds: [hosting], country: IE}]\norg_number: \"556579-4384\"\n")
	if d := Diff(puzzel(t), same); !d.Empty() {
		t.Errorf("the order of keys counted: %+v", d)
	}
}

func TestARecordUnderANewIDIsRenamed(t *testing.T) {
	d := Diff(puzzel(t), puzzel(t,
		"data/recipients/puzzel.yaml: -",
		"data/recipients/puzzel-sverige.yaml: legal_name: Puzzel Sverige AB\norg_number: 556579-4384\nkind: subprocessor\n",
		"data/activities/support.yaml: name: {sv: Support, en: Support}\nrole: controller\nrecipients: [puzzel-sverige]\n"))
	for _, c := range d.Records {
		if c.Kind == "activity" && len(c.Reasons) > 0 {
			t.Errorf("the activity has the recipient that it had, and is material: %v", c.Reasons)
		}
	}
	c := d.Records[0]
	if c.Verb != Renamed || c.From != "puzzel" || c.OldName.SV != "Puzzel AB" || c.Name.SV != "Puzzel Sverige AB" {
		t.Errorf("got %+v", c)
	}
}

func TestApplyingADifferenceGivesTheOther(t *testing.T) {
	a := puzzel(t)
	for _, b := range []Snapshot{
		puzzel(t, "data/recipients/puzzel.yaml: -"),
		puzzel(t, "data/recipients/new.yaml: legal_name: Ny AB\nkind: processor\n"),
		puzzel(t, "data/recipients/puzzel.yaml: -", "data/recipients/p2.yaml: legal_name: P2 AB\norg_number: 556579-4384\nkind: processor\n"),
		puzzel(t, "data/retention/logs.yaml: -", "data/categories/chat.yaml: name: {sv: Samtal, en: Talks}\n"),
	} {
		b.Prose = map[string]map[string]string{"privacy-policy": {"sv": "Vi sparar loggar i tre månader, inte sex.\n"}, "cookies": {"en": "None.\n"}}
		for _, pair := range [][2]Snapshot{{a, b}, {b, a}} {
			got := Apply(pair[0], Diff(pair[0], pair[1]))
			if diff := cmp.Diff(pair[1], got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		}
	}
}

// The same legal person under another id is known by its number, or by what it is
// registered as elsewhere; and only if no other has the same.
func TestRegistrationsTellWhoIsTheSame(t *testing.T) {
	company := func(id, registration string) string {
		return "data/recipients/" + id + ".yaml: legal_name: " + id + "\nkind: processor\n" + registration + "\n"
	}
	const none = "data/recipients/puzzel.yaml: -"
	const activity = "data/activities/support.yaml: -"
	for _, tc := range []struct {
		name          string
		before, after []string
		want          []string
	}{
		{"a number", []string{company("old", "org_number: 556579-4384")}, []string{company("new", "org_number: '5565794384'")}, []string{"new renamed from old"}},
		{"a registration elsewhere", []string{company("old", "foreign_registration: Brønnøysund 987654321")}, []string{company("new", "foreign_registration: Brønnøysund 987654321")}, []string{"new renamed from old"}},
		{"another registration elsewhere", []string{company("old", "foreign_registration: Brønnøysund 987654321")}, []string{company("new", "foreign_registration: Brønnøysund 987654322")}, []string{"new added", "old removed"}},
		{"none at all", []string{company("old", "")}, []string{company("new", "")}, []string{"new added", "old removed"}},
		{"two that are new", []string{company("old", "org_number: 556579-4384")}, []string{company("new", "org_number: 556579-4384"), company("newer", "org_number: 556579-4384")},
			[]string{"new added", "newer added", "old removed"}},
		{"two that are gone", []string{company("old", "org_number: 556579-4384"), company("older", "org_number: 556579-4384")}, []string{company("new", "org_number: 556579-4384")},
			[]string{"new added", "old removed", "older removed"}},
		{"one that stays beside one that comes", []string{company("old", "org_number: 556579-4384")}, []string{company("old", "org_number: 556579-4384"), company("new", "org_number: 556579-4384")}, []string{"new added"}},
		{"two pairs", []string{company("a", "org_number: 556579-4384"), company("b", "org_number: 556340-7468")}, []string{company("c", "org_number: 556340-7468"), company("d", "org_number: 556579-4384")},
			[]string{"c renamed from b", "d renamed from a"}},
	} {
		var got []string
		for _, c := range Diff(puzzel(t, append(tc.before, none, activity)...), puzzel(t, append(tc.after, none, activity)...)).Records {
			said := c.ID + " " + string(c.Verb)
			if c.From != "" {
				said += " from " + c.From
			}
			got = append(got, said)
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", tc.name, diff)
		}
	}
}

// A record that only has another id is renamed all the same, and in nothing else.
func TestAnotherIDAloneIsARename(t *testing.T) {
	const company = ": legal_name: Puzzel AB\norg_number: 556579-4384\nkind: subprocessor\n"
	before := puzzel(t, "data/recipients/puzzel.yaml"+company, "data/activities/support.yaml: -")
	after := puzzel(t, "data/recipients/puzzel.yaml: -", "data/recipients/puzzel-ab.yaml"+company, "data/activities/support.yaml: -")
	d := Diff(before, after)
	if len(d.Records) != 1 || d.Records[0].Verb != Renamed || d.Records[0].From != "puzzel" || len(d.Records[0].Fields) != 0 || d.Material() {
		t.Errorf("got %+v", d.Records)
	}
	if diff := cmp.Diff(after, Apply(before, d)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// A site whose facts are issued and whose prose is not, or the other way round, says
// something else than its last version.
func TestADifferenceOfEitherKindIsOne(t *testing.T) {
	records, prose, none := Difference{Records: []Change{{}}}, Difference{Prose: []Edit{{}}}, Difference{}
	if records.Empty() || prose.Empty() || !none.Empty() {
		t.Errorf("empty: records %v, prose %v, none %v", records.Empty(), prose.Empty(), none.Empty())
	}
	one := Difference{Records: []Change{{}, {Reasons: []weight.Reason{{}}}}}
	if !one.Material() || records.Material() || prose.Material() {
		t.Errorf("material: one reason %v, no reason %v, prose %v", one.Material(), records.Material(), prose.Material())
	}
}

// A recipient whose file has another name is the same, by its registration or else by its
// own name; two of one name are told apart by nothing.
func TestACompanyUnderAnotherIDIsKnownByItsName(t *testing.T) {
	const alone, gone = "data/activities/support.yaml: -", "data/recipients/puzzel.yaml: -"
	file := func(id, rest string) string {
		return "data/recipients/" + id + ".yaml: kind: subprocessor\n" + rest
	}
	for _, tc := range []struct {
		name, before, after string
		want                string
	}{
		{"by its name", "legal_name: \"Kvist, Inc.\"\n", "legal_name: Kvist Inc\n", "renamed"},
		{"by its name, with a number that is new", "legal_name: Kvist AB\n", "legal_name: Kvist AB\norg_number: 556579-4384\n", "renamed"},
		{"two numbers are two companies", "legal_name: Kvist AB\norg_number: 556340-7468\n", "legal_name: Kvist AB\norg_number: 556579-4384\n", "removed added"},
		{"another form is another company", "legal_name: Kvist Inc\n", "legal_name: Kvist Ltd\n", "removed added"},
	} {
		var verbs []string
		for _, c := range Diff(puzzel(t, gone, alone, file("a", tc.before)), puzzel(t, gone, alone, file("b", tc.after))).Records {
			verbs = append(verbs, string(c.Verb))
		}
		if got := strings.Join(verbs, " "); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}
