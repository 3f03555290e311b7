package source_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/source"
)

type card struct {
	Name    string   `yaml:"name" validate:"required,line" en:"Name" sv:"Namn"`
	Aliases []string `yaml:"aliases" validate:"omitempty,dive,line" en:"Aliases" sv:"Andra namn"`
	Country string   `yaml:"country" validate:"omitempty,country" en:"Country" sv:"Land"`
	Since   day      `yaml:"since" validate:"omitempty,date" en:"Since" sv:"Sedan"`
	Level   int      `yaml:"level" en:"Level" sv:"Nivå"`
	Active  bool     `yaml:"active" en:"Active" sv:"Aktiv"`
	Service words    `yaml:"service" en:"Service" sv:"Tjänst"`
	Notes   []words  `yaml:"notes" en:"Notes" sv:"Anmärkningar"`
}

// Words that somebody wrote without quotes end at a #, and nobody who wrote them knows.
func TestTextsThatARemarkEnds(t *testing.T) {
	tests := []struct {
		name, data string
		want       string // line:column rule
	}{
		{"a line", "name: Rum # 4\n", "1:11 cut-text"},
		{"a text", "service:\n  sv: Svar på fråga # 7\n  en: Answers\n", "2:21 cut-text"},
		{"after several spaces", "name: Rum    # vån. 2\n", "1:14 cut-text"},
		{"after a tab", "name: Rum\t# vån. 2\n", "1:11 cut-text"},
		{"without a space after it", "name: Rum #4\n", "1:11 cut-text"},
		{"an item of a list", "aliases:\n  - Rum 4\n  - Rum # 5\n", "3:9 cut-text"},
		{"a text of a list", "notes:\n  - sv: Se punkt # 3\n", "2:18 cut-text"},
		{"on the last line of a text", "service:\n  en: |-\n    x # y\n  sv: Svar på\n    fråga # 7\n", "5:11 cut-text"},
		{"on a line before the last", "service:\n  sv: Svar på # 7\n    och fråga # 8\n", "2:15 cut-text"},
		{"within braces", "service: {sv: Fråga # 7, en: Question}\n", "1:21 cut-text"},
		{"within braces over lines", "service: {\n  sv: Fråga # 7,\n  en: Question\n  }\n", "2:13 cut-text"},
		{"within brackets", "aliases: [Rum # 4, Rum 5]\n", "1:15 cut-text"},
		{"letters of two bytes", "name: Åäö åäö # ö\n", "1:15 cut-text"},
		{"the last of braces over lines", "service: {sv: Fråga,\n  en: Question # 7\n  }\n", "2:16 cut-text"},

		{name: "after double quotes", data: "name: \"Rum 4\" # ett rum\n"},
		{name: "after single quotes", data: "name: 'Rum 4'   # ett rum\n"},
		{name: "in quotes", data: "name: \"Rum # 4\"\n"},
		{name: "after a code", data: "country: SE # Sverige\n"},
		{name: "after a day", data: "since: 2026-01-02 # enligt avtalet\n"},
		{name: "after a number", data: "level: 2 # två led\n"},
		{name: "after true", data: "active: true # sedan i maj\n"},
		{name: "no space before it", data: "name: Rum#4\n"},
		{name: "C sharp", data: "name: Kurs i C# och F#\n"},
		{name: "after the name of a field", data: "service: # av oss\n  sv: Svar\n"},
		{name: "in a text below a bar", data: "service:\n  sv: | # av oss\n    Svar på # 7\n"},
		{name: "on a line of its own", data: "# ett rum # 4\nname: Rum\n  # och mer\n"},
		{name: "after a brace", data: "service: {sv: Fråga, en: Question} # av oss\n"},
		{name: "between items of brackets over lines", data: "aliases: [Rum, # ett\n  Sal]\n"},
		{name: "after quotes within braces", data: "service: {sv: \"Fråga # 7\", # av oss\n  en: 'Question'}\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, found := source.Parse("data/c.yaml", []byte(tt.data))
			if f != nil {
				found = append(found, f.Decode(&card{})...)
			}
			got := ""
			for _, d := range found {
				got += fmt.Sprintf("%d:%d %s", d.Pos.Line, d.Pos.Column, d.Rule)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
