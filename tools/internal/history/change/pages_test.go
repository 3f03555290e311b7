package change

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
)

func TestPagesAreThoseThatShowWhatChanged(t *testing.T) {
	line := func(field string, verb Verb) FieldChange {
		return FieldChange{Path: strings.Split(field, "."), Verb: verb}
	}
	for _, tt := range []struct {
		name  string
		entry Entry
		role  string
		want  []string
	}{
		{"prose", Entry{Kind: PageEntry, Record: "about"}, "", []string{"about"}},
		{"a day of the review stands on every page alike", Entry{Kind: "organisation", Lines: []FieldChange{line("review.reviewed_on", Changed)}}, "", []string{}},
		{"the end of security.txt is on no page", Entry{Kind: "organisation", Lines: []FieldChange{line("security_contact.expires", Changed)}}, "", []string{}},
		{"who hosts the site", Entry{Kind: "organisation", Lines: []FieldChange{line("hosting.provider", Changed)}}, "", []string{"about"}},
		{"a new sub-processor without a transfer", Entry{Kind: "recipient", Role: "subprocessor", Lines: []FieldChange{line("legal_name", Added), line("transfer.third_country", Added)}}, "", []string{"subprocessors"}},
		{"a new sub-processor with one", Entry{Kind: "recipient", Role: "subprocessor", Lines: []FieldChange{line("legal_name", Added), line("transfer.countries", Added)}}, "", []string{"subprocessors", "transfers"}},
		{"a new name of a recipient of our own", Entry{Kind: "recipient", Role: "processor", Lines: []FieldChange{line("legal_name", Changed)}}, "", []string{"privacy-policy", "processing", "recipients", "transfers"}},
		{"what we do for customers", Entry{Kind: "activity", Lines: []FieldChange{line("data", Changed)}}, "processor", []string{"processing", "processor"}},
		{"what we do for ourselves", Entry{Kind: "activity", Lines: []FieldChange{line("data", Changed)}}, "controller", []string{"privacy-policy", "processing"}},
		{"an activity that is gone", Entry{Kind: "activity"}, "", []string{"privacy-policy", "processing", "processor"}},
	} {
		if diff := cmp.Diff(tt.want, tt.entry.Pages(tt.role)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestAChangeInAnotherLanguageIsShownInIt(t *testing.T) {
	f := FieldChange{
		Path: []string{"text"}, Verb: Changed, Label: diag.Text{SV: "Text", EN: "Text"},
		Old: diag.Text{SV: "Lika", EN: "Old"}, New: diag.Text{SV: "Lika", EN: "New"},
	}
	for lang, want := range map[string]string{"sv": "Text (på engelska): Old → New", "en": "Text: Old → New"} {
		if got := f.Line(lang); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

// A shortcode that came or went shows its words, or nothing, and never its braces.
func TestAnExcerptShowsNoShortcode(t *testing.T) {
	const before = "---\ntitle: A\n---\nVi är ansvariga.\n\n{{< aims >}}\n\nSlut.\n"
	const after = "---\ntitle: A\n---\nVi är {{< page \"glossary\" \"a\" \"personuppgiftsansvariga\" >}}.\n\nSlut.\n\n{{< feeds \"x\" >}}\n"
	e := Edit{Page: "p", Language: "sv", Spans: redline(before, after)}
	if e.Old() != before || e.New() != after {
		t.Fatalf("the edit does not hold both texts: %q %q", e.Old(), e.New())
	}
	var text string
	for _, s := range e.Excerpt(100) {
		text += string(s.Verb) + s.Text
	}
	if strings.ContainsAny(text, "{}<>") || !strings.Contains(text, "addedpersonuppgiftsansvariga") {
		t.Errorf("the excerpt is %q", text)
	}
}
