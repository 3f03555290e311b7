package record

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
)

func TestPlainLeavesOutWhatIsEmptyAndKeepsAnswers(t *testing.T) {
	no := false
	r := &Recipient{
		ID: "puzzel", LegalName: "Puzzel AB", Kind: "subprocessor",
		Service:   Text{"sv": "Växel", "en": ""},
		Locations: []Location{{Country: "SE"}, {}},
		Transfer:  &Transfer{ThirdCountry: &no},
		Address:   &Address{},
	}
	want := map[string]any{
		"legal_name": "Puzzel AB", "kind": "subprocessor",
		"service":   map[string]any{"sv": "Växel"},
		"locations": []any{map[string]any{"country": "SE"}},
		"transfer":  map[string]any{"third_country": false},
	}
	if diff := cmp.Diff(want, Plain(r)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestPlainKeepsADeclaredNone(t *testing.T) {
	a := &Activity{ID: "x", Recipients: OrNone[string]{None: true}}
	b := &Activity{ID: "x", Recipients: OrNone[string]{List: []string{"puzzel"}}}
	if got := Plain(a)["recipients"]; got != "none" {
		t.Errorf("a declared none became %v", got)
	}
	if diff := cmp.Diff(any([]any{"puzzel"}), Plain(b)["recipients"]); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestFieldAtFindsLabelsRefsAndChoices(t *testing.T) {
	recipient, _ := KindOf("recipient")
	activity, _ := KindOf("activity")
	for _, tc := range []struct {
		kind   Kind
		path   []string
		en     string
		ref    string
		choice string
	}{
		{recipient, []string{"legal_name"}, "Legal name", "", ""},
		{recipient, []string{"transfer", "mechanism"}, "Mechanism", "", "mechanism"},
		{recipient, []string{"locations", "kinds"}, "What happens there", "", "location-kind"},
		{activity, []string{"recipients"}, "Recipients", "recipient", ""},
		{activity, []string{"purposes", "bases", "art6"}, "Basis", "", "basis"},
	} {
		f, ok := FieldAt(tc.kind, tc.path...)
		if !ok || f.EN != tc.en || f.Ref != tc.ref || f.Choice != tc.choice {
			t.Errorf("%v: got %+v (%v)", tc.path, f, ok)
		}
	}
	if _, ok := FieldAt(recipient, "colour_of_the_building"); ok {
		t.Error("a key that does not exist was found")
	}
}

// A version that a later program issued may hold kinds that this one has no struct for.
func TestOfAKindThatIsNotKnownNoFieldIs(t *testing.T) {
	if f, ok := FieldAt(Kind{}, "name"); ok {
		t.Errorf("found %+v", f)
	}
	if keys := Keys(Kind{}); keys != nil {
		t.Errorf("found %v", keys)
	}
}

func TestLabelOfIsWhatTheStructSays(t *testing.T) {
	for _, tc := range []struct{ got, want diag.Text }{
		{LabelOf[Recipient]("trade_name"), diag.Say("Namn utåt", "Trade name")},
		{LabelOf[*Recipient]("trade_name"), diag.Say("Namn utåt", "Trade name")},
		{LabelOf[Transfer]("mechanism"), diag.Say("Överföringsgrund", "Mechanism")},
		{LabelOf[Recipient]("mechanism"), diag.Text{}},
		{LabelOf[Recipient]("id"), diag.Text{}},
	} {
		if tc.got != tc.want {
			t.Errorf("got %q, want %q", tc.got, tc.want)
		}
	}
}
