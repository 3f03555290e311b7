package slip_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/slip"
)

func TestConflicts(t *testing.T) {
	tests := []struct {
		name, text string
		markdown   bool
		lines      []int  // of the findings
		settled    string // what is left, without empty lines
	}{
		{"around fields", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\nc: 4\n", false, []int{2}, "a: 1 b: 2 c: 4"},
		{"within a text", "sv: |\n  Ja.\n  <<<<<<< HEAD\n  Vi.\n  =======\n  De.\n  >>>>>>> gren/ny\n", false, []int{3}, "sv: |   Ja.   Vi."},
		{"with the state before", "<<<<<<< ours\na\n||||||| 3f2a\nb\n=======\nc\n>>>>>>> theirs\n", true, []int{1}, "a"},
		{"of Subversion", "<<<<<<< .mine\na\n=======\nb\n>>>>>>> .r12\n", true, []int{1}, "a"},
		{"with the ends of lines of Windows", "<<<<<<< HEAD\r\na: 1\r\n=======\r\na: 2\r\n>>>>>>> x\r\nb: 1\r\n", false, []int{1}, "a: 1 b: 1"},
		{"two", "<<<<<<< a\nx\n=======\n>>>>>>> b\ny\n<<<<<<< a\n=======\nz\n>>>>>>> b\n", true, []int{1, 6}, "x y"},
		{"marks without a name", "<<<<<<<\na\n=======\nb\n>>>>>>>\n", true, []int{1}, "a"},
		{"the end alone", "a: 1\n>>>>>>> main\nb: 1\n", false, []int{2}, "a: 1 b: 1"},
		{"the beginning alone", "a: 1\n<<<<<<< HEAD\nb: 1\n", false, []int{2}, "a: 1 b: 1"},
		{"the middle alone", "sv: |\n  Ja.\n  =======\n  Nej.\n", false, []int{3}, "sv: |   Ja.   Nej."},
		{"the middle alone in a page", "Ja.\n\n=======\n\nNej.\n", true, []int{3}, "Ja. Nej."},
		{"longer marks", "<<<<<<<<< HEAD\na\n=========\nb\n>>>>>>>>> x\n", true, []int{1}, "a"},
		{"indented by tabs", "\t<<<<<<< HEAD\n\ta\n\t=======\n\tb\n\t>>>>>>> x\n", true, []int{1}, "\ta"},
		{"six are none", "<<<<<< HEAD\na: 1\n>>>>>>> x\n", false, []int{3}, "<<<<<< HEAD a: 1"},
		{"its end is missing", "<<<<<<< HEAD\na: 1\n=======\nb: 1\n", false, []int{1}, "a: 1 b: 1"},

		{name: "a heading that is underlined", text: "Rubrik\n=======\n\nText.\n", markdown: true},
		{name: "another length", text: "sv: |\n  Rubrik\n  ======\n", markdown: false},
		{name: "a longer line", text: "sv: |\n  Rubrik\n  =============\n", markdown: false},
		{name: "quoted four times", text: ">>>> Hej\n", markdown: true},
		{name: "a quote of quotes with spaces", text: "> > > > > > > Hej\n", markdown: true},
		{name: "six", text: "<<<<<< HEAD\n", markdown: true},
		{name: "within a line", text: "Märket <<<<<<< HEAD betyder en konflikt, och >>>>>>> är slutet.\n", markdown: true},
		{name: "a comment", text: "# <<<<<<< HEAD\na: 1\n", markdown: false},
		{name: "an empty row of a table", text: "|||||||\n", markdown: true},
		{name: "a word after it", text: "<<<<<<<HEAD\n=======>\n", markdown: true},
		{name: "less than", text: "a: \"1 << 2 >> 3\"\n", markdown: false},
		{name: "a rule of a table", text: "a = b\n+++++++++++\n%%%%%%% \n", markdown: true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, found := slip.Settle(tt.text, tt.markdown)
			var lines []int
			for _, c := range found {
				lines = append(lines, c.Line)
			}
			if diff := cmp.Diff(tt.lines, lines); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if tt.lines == nil {
				tt.settled = strings.TrimRight(strings.Join(strings.Split(tt.text, "\n"), " "), " ")
			}
			var left []string
			for line := range strings.Lines(text) {
				if line = strings.TrimRight(line, "\r\n"); line != "" || tt.lines == nil {
					left = append(left, line)
				}
			}
			if diff := cmp.Diff(tt.settled, strings.TrimRight(strings.Join(left, " "), " ")); diff != "" {
				t.Errorf("-want +left:\n%s", diff)
			}
			if strings.Count(text, "\n") != strings.Count(tt.text, "\n") {
				t.Error("a line was lost")
			}
		})
	}
}
