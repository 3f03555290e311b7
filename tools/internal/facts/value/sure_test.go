package value_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/facts/value"
)

// What a value can only have been meant to be, by constraint. Each is what the hint says
// to write as well; where somebody must know or choose there is none.
func TestWhatCanOnlyBeMeant(t *testing.T) {
	for of, values := range map[string]map[string]string{
		"date": {
			"20260201": "2026-02-01", "2026/2/1": "2026-02-01", "1.2.2026": "2026-02-01", "31/1/2026": "2026-01-31", "1/31/2026": "2026-01-31",
			"1 februari 2026": "2026-02-01", "March 1, 2026": "2026-03-01", "2026-02-01T10:00": "2026-02-01", "2/2/2026": "2026-02-02",
			"1/2/2026": "", "01-02-2026": "", "26-02-01": "", "260201": "", "2026-02-30": "", "våren 2026": "", "2026-02-01": "",
		},
		"country":  {"se": "SE", "de": "DE", "ie": "IE", "el": "GR", "sv": "", "uk": "", "et": "", "sl": "", "SV": "", "Irland": "IE", "ireland": "IE", "UK": "GB", "EU": "", "XX": "", "Irlande": ""},
		"language": {"SV": "sv", "svenska": "sv", "English": "en", "sv_SE": "sv-SE", "xx-yy-zz": "", "språk": ""},
		"period":   {"p7y": "P7Y", "2 år": "P2Y", "24 months": "P24M", "72 timmar": "PT72H", "2": "", "ett år": "", "P": ""},
		"orgnumber": {"16559999-0305": "559999-0305", "165599990305": "559999-0305", "559999-0306": "", "19559999-0305": "",
			"5599990305": ""}, // which is right as it is
		"vatnumber": {"SE 559999 0305 01": "SE559999030501", "se559999030501": "SE559999030501", "559999030501": "", "5599990305": ""},
		"phone":     {"+46 (0)8 465 004 20": "+46 8 465 004 20", "0046 8 465 004 20": "+46 8 465 004 20", "08-465 004 20": "", "465": ""},
		"email": {"mailto:a@b.example": "a@b.example", "<a@b.example>": "a@b.example", "a @ b.example": "a@b.example", " a@b.example ": "a@b.example",
			"a(at)b.example": "a@b.example", "anna berg@b.example": "", "a@": "", "a": ""},
		"https":  {"https:/www.a.example/": "https://www.a.example/", "HTTPS://a.example/": "https://a.example/", " https://a.example/ ": "https://a.example/", "http://a.example/": "", "www.a.example": ""},
		"link":   {"a@b.example": "mailto:a@b.example", "+46 8 465 004 20": "tel:+46846500420", "http://a.example/": "", "a.example": ""},
		"line":   {" Acme ": "Acme", "Acme\nAB": "", "\u200bAcme": "", "": ""},
		"colour": {"1a5276": "", "blue": ""},
	} {
		c := constraint(t, of)
		for written, want := range values {
			got := c.Meant(written, "")
			if got != want {
				t.Errorf("%s: %q is taken for %q, not %q", of, written, got, want)
			}
			if _, hint := c.Explain(written, ""); got != "" && !strings.Contains(hint.EN, got) {
				t.Errorf("%s: %q is made %q, and the hint is: %s", of, written, got, hint.EN)
			}
		}
	}
	for written, want := range map[string]string{
		"underbiträde": "subprocessor", "subprocesor": "subprocessor", "Sub-Processor": "subprocessor", "SUBPROCESSOR": "subprocessor", "proc": "", "grup": "", "controler": "controller", "x": "",
	} {
		if got := constraint(t, "choice").Meant(written, "recipient-kind"); got != want {
			t.Errorf("%q is taken for %q, not %q", written, got, want)
		}
	}
}

func constraint(t *testing.T, tag string) value.Constraint {
	t.Helper()
	for _, c := range value.Constraints() {
		if c.Tag == tag {
			return c
		}
	}
	t.Fatalf("there is no constraint %s", tag)
	return value.Constraint{}
}
