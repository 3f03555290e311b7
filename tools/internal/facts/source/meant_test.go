package source_test

import (
	"testing"

	"tillit/tools/internal/facts/source"
)

type group struct {
	Abroad *bool  `yaml:"abroad" en:"Abroad" sv:"Utomlands"`
	Why    string `yaml:"why" en:"Why" sv:"Varför"`
}

type meant struct {
	Move  *group `yaml:"move" en:"Move" sv:"Flytt"`
	Seat  *card  `yaml:"seat" en:"Seat" sv:"Säte"`
	Level int    `yaml:"level" en:"Level" sv:"Nivå"`
	Open  bool   `yaml:"open" en:"Open" sv:"Öppen"`
	Since day    `yaml:"since" validate:"date" en:"Since" sv:"Sedan"`
	Text  words  `yaml:"text" en:"Text" sv:"Text"`
}

// A hint is as exact as what is known.
func TestHintsSayWhatWasMeant(t *testing.T) {
	for data, want := range map[string]string{
		"move: nej\n": "write move: {abroad: false}", "move: Ja\n": "write move: {abroad: true}", "move: no\n": "write move: {abroad: false}", "move: \"false\"\n": "write move: {abroad: false}",
		"level: \u00a01\n": "write level: 1", "level: \"\u00a07\"\n": "write level: 7", "level: 007\n": "write level: 7", "open: \u00a0ja\n": "write open: true", "open: Nej\n": "write open: false",
		"since: 260201\n": `write since: "2026-02-01"`, "since: 20260201\n": `write since: "2026-02-01"`,
		"text: {sv: Ja, no: Ja}\n": `write "no": if the text is in that language`, "text:\n  yes: Ja\n": `write "yes": if the text is in that language`, "text: {on: Ja}\n": `write "on": if the text is in that language`,

		"move: kanske\n": "the fields here are abroad, why", "seat: nej\n": "the fields here are name, aliases, country, since, level, active, service, notes",
		"level: ett\n": "write digits only, such as level: 30", "open: kanske\n": "write open: true or open: false",
		"text: {sv: Nej, nb: Nei, \"no\": Nei}\n": "", "text: {sv: no, en: \"no\"}\n": `write sv: "no"`,
	} {
		f, found := source.Parse("data/c.yaml", []byte(data))
		if f != nil {
			found = append(found, f.Decode(&meant{})...)
		}
		got := ""
		for _, d := range found {
			got += d.Hint.EN
		}
		if got != want {
			t.Errorf("%q: %q, want %q", data, got, want)
		}
	}
}
