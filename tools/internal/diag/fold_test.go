package diag

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// One cause in many files is one finding, at its first place, and hides none of them.
// Findings of other causes and rules stay, and so do those of one file.
func TestFindingsOfOneCauseAreOne(t *testing.T) {
	at := func(rule, cause, file string, line int) Diagnostic {
		name := fmt.Sprintf("%s:%d", file, line)
		return Diagnostic{Rule: rule, Cause: cause, Pos: Pos{File: file, Line: line}, Message: Text{name, name}, Severity: Warning}
	}
	grave := at("a", "fi", "3", 9)
	grave.Severity = Error
	list := List{at("a", "fi", "2", 1), at("a", "fi", "1", 7), at("a", "de", "1", 2), at("a", "de", "1", 3), at("b", "fi", "4", 1), at("a", "", "5", 1), at("a", "", "6", 1), grave}
	before := fmt.Sprint(list)
	var got []string
	for _, d := range list.Fold() {
		line := d.Pos.String() + " " + d.Rule + " " + d.Message.EN + " " + d.Severity.word().EN
		for _, r := range d.Related {
			line += " + " + r.Pos.String()
		}
		got = append(got, line)
	}
	want := []string{
		"1:2 a 1:2 warning", "1:3 a 1:3 warning",
		"1:7 a 1:7; the same holds for 2 more places, in 3 files altogether error + 2:1 + 3:9",
		"4:1 b 4:1 warning", "5:1 a 5:1 warning", "6:1 a 6:1 warning",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if fmt.Sprint(list) != before {
		t.Error("the list was altered")
	}
	two := List{at("a", "fi", "2", 1), at("a", "fi", "1", 7)}.Fold()
	if len(two) != 1 || !strings.Contains(two[0].Message.SV, "ett ställe till, i 2 filer") {
		t.Errorf("two: %v", two)
	}
}
