package diag

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPrintGitHubEscapesWhatWouldEndACommand(t *testing.T) {
	l := List{{
		Pos:     Pos{"a,b:c%\n::error::d.yaml", 1, 2, 3},
		Rule:    "x::y,z",
		Message: Text{EN: "50 %\r\n::error file=b::forged, yes: %0A\u202e"},
		Hint:    Text{EN: "::stop-commands::t"},
	}}
	want := "::error file=a%2Cb%3Ac%25<U+000A>%3A%3Aerror%3A%3Ad.yaml,line=1,col=2,title=x%3A%3Ay%2Cz" +
		"::50 %25%0D%0A::error file=b::forged, yes: %250A<U+202E>%0Ahint: ::stop-commands::t\n"
	if diff := cmp.Diff(want, annotated(t, l, GitHubOptions{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestPrintGitHubShowsChangedFilesFirstAndNinePerKind(t *testing.T) {
	var l List
	add := func(s Severity, file string, n int) {
		for i := range n {
			l = append(l, Diagnostic{Pos: Pos{File: file, Line: i + 1}, Severity: s, Rule: "r", Message: Text{"m", "m"}})
		}
	}
	add(Error, "a.yaml", 8)
	add(Error, "z.yaml", 2)
	add(Warning, "a.yaml", 9)
	add(Warning, "z.yaml", 2)
	add(Info, "a.yaml", 9)

	var want strings.Builder
	line := func(kind, file string, from, to int) {
		for i := from; i <= to; i++ {
			fmt.Fprintf(&want, "::%s file=%s,line=%d,title=r::m\n", kind, file, i)
		}
	}
	line("error", "z.yaml", 1, 2)
	line("error", "a.yaml", 1, 7)
	want.WriteString("::error::and 1 more error\n")
	line("warning", "z.yaml", 1, 2)
	line("warning", "a.yaml", 1, 7)
	want.WriteString("::warning::and 2 more warnings\n")
	line("notice", "a.yaml", 1, 9)

	o := GitHubOptions{Lang: "en", Changed: map[string]bool{"z.yaml": true, "other.yaml": true}}
	if diff := cmp.Diff(want.String(), annotated(t, l, o)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	o.Lang = "sv"
	if got := annotated(t, l, o); !strings.Contains(got, "\n::warning::och 2 varningar till\n") {
		t.Errorf("the rest is not told in Swedish:\n%s", got)
	}
}

func TestPrintGitHubOfNothingIsNothing(t *testing.T) {
	if got := annotated(t, nil, GitHubOptions{}); got != "" {
		t.Errorf("got %q", got)
	}
}

func annotated(t *testing.T, l List, o GitHubOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := PrintGitHub(&b, l, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
