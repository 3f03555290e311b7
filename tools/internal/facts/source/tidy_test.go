package source_test

import (
	"testing"

	"tillit/tools/internal/facts/source"
)

func TestTextsAreTidy(t *testing.T) {
	for _, tt := range []struct{ data, name, text string }{
		{"service:\n  sv: |\n    En rad.\n", "", "En rad."},
		{"service:\n  sv: |+\n    En rad.\n\n\n", "", "En rad."},
		{"service:\n  sv: \"  En rad. \"\n", "", "En rad."},
		{"service:\n  sv: \"\\u00a0En rad.\\u00a0\"\n", "", "En rad."},
		{"service:\n  sv: |\n    En rad.\n\n    Och en till.\n", "", "En rad.\n\nOch en till."},
		{"service:\n  sv: Fo\u0308rvaring\n", "", "Förvaring"},
		{"name: A\u030Akerberg\n", "Åkerberg", ""},
		{"name: \u212Bkerberg\n", "Åkerberg", ""},
		{"name: |\n  Åkerberg AB\n", "Åkerberg AB", ""},
		{"name: \" Åkerberg\"\n", " Åkerberg", ""}, // told by the rule of a line
		{"name: Cafe\u0301 q\u0308\n", "Café q\u0308", ""},
	} {
		f, found := source.Parse("data/c.yaml", []byte(tt.data))
		if f == nil || len(found) > 0 {
			t.Fatal(tt.data, found)
		}
		var c card
		f.Decode(&c)
		if c.Name != tt.name || c.Service["sv"] != tt.text {
			t.Errorf("%q is read as %q and %q", tt.data, c.Name, c.Service["sv"])
		}
	}
}

// What stands somewhere in a tidy text stands somewhere in the text as it is written.
func TestUntidied(t *testing.T) {
	for _, tt := range []struct {
		text     string
		at, want int
	}{
		{"rad", 2, 2}, {"  rad", 0, 2}, {"\n rad", 1, 3}, {"fo\u0308r", 0, 0}, {"fo\u0308r", 3, 4}, {" fo\u0308r o\u0308", 5, 7}, {"föra", 3, 3}, {"\u212Br", 2, 3}, {"x", 1, 1},
	} {
		if got := source.Untidied(tt.text, tt.at); got != tt.want {
			t.Errorf("%q: %d stands at %d, want %d", tt.text, tt.at, got, tt.want)
		}
	}
}
