package weight

import "testing"

// What became of a text is told by its words: ten that widen or may, and ten that do not.
func TestTextsAreComparedByTheirWords(t *testing.T) {
	for _, tc := range []struct {
		old, new string
		want     Nature
		sure     bool
	}{
		{"Servers.", "Servers and AI inference.", Changes, false},
		{"Backups in Sundsvall", "Backups in Bergen", Changes, false},
		{"Encrypted backups", "Backups", Changes, false},
		{"Logs, but never contents", "Logs and contents", Changes, false},
		{"At most 30 days", "At most 60 days", Changes, false},
		{"Only names", "Names", Changes, false},
		{"Support", "Sales", Changes, false},
		{"Pseudonymiserade loggar", "Loggar", Changes, false},
		{"Drift av servrar", "Drift av servrar och analys av ärenden", Changes, false},
		{"Utskick till kunder", "Utskick till kunder och till deras kunder i Norge", Changes, false},

		{"Servers", "servers.", Reworded, true},
		{"Servers and storage", "Storage and the servers", Reworded, true},
		{"Server for e-mail", "Servers for email", Reworded, true},
		{"Read [their list](https://a.example/)", "Read *their list*", Reworded, true},
		{"See https://a.example/x", "See https://b.example/y", Reworded, true},
		{"Strage of backups", "Storage of backups", Reworded, true},
		{"Uppgifter om kunder", "Uppgifterna om kunden", Reworded, true},
		{"Servers and AI inference", "Servers", Narrowed, true},
		{"Namn, adress och telefon", "Namn och adress", Narrowed, true},
		{"Recieving messages", "Receiving messages", Reworded, true},
	} {
		if n, sure := Text(tc.old, tc.new); n != tc.want || sure != tc.sure {
			t.Errorf("%q → %q: %s, sure %v", tc.old, tc.new, n, sure)
		}
	}
}

func TestCompaniesAreKnownHoweverTheyAreSpelt(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want bool
	}{
		{"Serverskogen, Inc.", "Serverskogen Inc", true}, {"Kvist AB", "KVIST Aktiebolag", true}, {"Kvist", "Kvist AB", true},
		{"Kvist A/S", "Kvist AS", true}, {"Sygnalik Sp. z o.o.", "Sygnalik sp. z o. o.", false}, {"Kvist AB", "Kvist AB (publ)", true},
		{"Kvist Inc", "Kvist Ltd", false}, {"Kvist AB", "Kvist Norge AB", false}, {"AB", "Inc", false}, {"Kvist", "", false},
	} {
		if got := SameCompany(tc.a, tc.b); got != tc.want {
			t.Errorf("%q and %q: %v", tc.a, tc.b, got)
		}
	}
}

// The order of lists carries no meaning, however deep they lie; what stands twice is not
// what stands once.
func TestTheOrderOfListsCarriesNoMeaning(t *testing.T) {
	list := func(v ...any) []any { return v }
	for _, tc := range []struct {
		a, b any
		want bool
	}{
		{list("a", "b"), list("b", "a"), true}, {list("a", "a", "b"), list("a", "b", "b"), false}, {list("a"), list("a", "a"), false},
		{map[string]any{"x": list(list(1, 2), list(3))}, map[string]any{"x": list(list(3), list(2, 1))}, true},
		{list(1), list("1"), false}, {list("a,b"), list("a", "b"), false}, {"a", "a", true}, {true, "true", false},
		{map[string]any{"a": "b"}, map[string]any{"a": "b", "c": "d"}, false},
	} {
		if got := Same(tc.a, tc.b); got != tc.want {
			t.Errorf("%v and %v: %v", tc.a, tc.b, got)
		}
		if got := Alike(tc.a, tc.b, func(string) bool { return false }); got != tc.want {
			t.Errorf("%v and %v alike: %v", tc.a, tc.b, got)
		}
	}
}
