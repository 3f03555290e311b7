package view

import (
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/words"

	"github.com/google/go-cmp/cmp"
)

func TestTextRunsInTheDirectionOfItsScript(t *testing.T) {
	got := map[string]string{}
	for _, lang := range []string{"sv", "en", "ar", "he", "fa", "sr-Latn", "az-Arab", "yi", "qaa", "qaa-Hebr"} {
		got[lang] = (&View{Lang: lang}).Direction()
	}
	want := map[string]string{"sv": "ltr", "en": "ltr", "ar": "rtl", "he": "rtl", "fa": "rtl", "sr-Latn": "ltr", "az-Arab": "rtl", "yi": "rtl", "qaa": "ltr", "qaa-Hebr": "rtl"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A site's own words end up within the quotation marks of a stylesheet.
func TestAStatusCannotLeaveItsQuotationMarks(t *testing.T) {
	speaker := newTongue(&record.Set{}, "qaa", "2026-11-21", map[string]string{"edition_current": `x"; } * { display: none } \` + "\n{from}"}, nil, nil)
	got := speaker.status(&Edition{From: words.Day{Text: "1 March 2026"}})
	want := `.ti-status::after { content: "x\"; } * { display: none } \\ 1 March 2026"; }` + "\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
