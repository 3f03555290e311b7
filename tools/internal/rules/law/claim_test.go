package law_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/law"
	"tillit/tools/internal/rules/statute"
)

// What a text about an authority says of the law is held against the law of the day.
func TestClaimsThatNoLongerHoldAreTold(t *testing.T) {
	for _, tt := range []struct {
		field, lang, text string
		says              string // what the finding says; empty for silence
	}{
		{"scope", "sv", "IMY har tillsyn över kreditupplysning och inkasso.", "Finansinspektionen"},
		{"scope", "sv", "Myndigheten prövar också inkassoverksamhet.", "Finansinspektionen"},
		{"scope", "en", "It supervises credit information and Debt Collection.", "Finansinspektionen"},
		{"scope", "sv", "IMY har tillsyn över kreditupplysning.", ""},
		{"scope", "sv", "Inkasso hör till Finansinspektionen sedan 2024.", ""},
		{"scope", "en", "Debt collection is a matter for Finansinspektionen.", ""},
		{"remedy", "sv", "Den möjligheten finns i 7 kap. dataskyddslagen.", "chapter 6, section 8"},
		{"remedy", "en", "This has been possible since 2025 (chapter 7 of the act).", "chapter 6, section 8"},
		{"remedy", "sv", "Begär besked (6 kap. 8 §) och överklaga (7 kap. 3 a §).", ""},
		{"remedy", "en", "Ask (chapter 6, section 8) and appeal (chapter 7, section 3 a).", ""},
		{"remedy", "sv", "IMY ska ge besked eller avslå begäran, med skäl.", "nothing of reasons"},
		{"remedy", "en", "IMY must answer, or refuse with\nreasons.", "nothing of reasons"},
		{"remedy", "sv", "IMY ska ge besked eller avslå begäran i ett särskilt beslut.", ""},
		{"remedy", "sv", "Har IMY inte svarat på tre månader kan du begära besked.", "decided within three months"},
		{"remedy", "en", "If IMY has not answered in three months, ask it.", "decided within three months"},
		{"remedy", "en", "If IMY has not decided in three months whether to open a case, ask it.", ""},
		{"remedy", "sv", "", ""},
	} {
		set := root(t)
		imy := set.Authorities[0]
		if tt.field == "scope" {
			imy.Scope = record.Text{tt.lang: tt.text}
		} else {
			imy.Complaint.Remedy = record.Text{tt.lang: tt.text}
		}
		d, told := found(law.Check(set, nil, today), "authority-differs")
		if told != (tt.says != "") || told && !strings.Contains(d.Message.EN, tt.says) {
			t.Errorf("%s %q: told %t: %s", tt.field, tt.text, told, d.Message.EN)
		}
	}
}

// All that is wrong in the texts of an authority is told at once.
func TestClaimsAreToldTogether(t *testing.T) {
	set := root(t)
	set.Authorities[0].Scope = record.Text{"sv": "Även inkasso.", "en": "Debt collection, too."}
	set.Authorities[0].Complaint.Remedy = record.Text{"sv": "Det står i 7 kap. och avslås med skäl."}
	d, _ := found(law.Check(set, nil, today), "authority-differs")
	for _, want := range []string{"Finansinspektionen", "chapter 6", "reasons"} {
		if !strings.Contains(d.Message.EN, want) {
			t.Errorf("%q is not in %s", want, d.Message.EN)
		}
	}
	if n := strings.Count(d.Message.SV, "Finansinspektionen"); n != 2 { // the words of each language, and the truth once for each
		t.Errorf("Finansinspektionen stands there %d times: %s", n, d.Message.SV)
	}
}

// Before the day a claim was right.
func TestClaimsHoldUntilTheirDay(t *testing.T) {
	for _, c := range statute.ClaimTable() {
		before := value.DateOf(c.Since.Time().AddDate(0, 0, -1))
		if n, m := len(statute.Claims(c.Country, before)), len(statute.Claims(c.Country, c.Since)); n >= m {
			t.Errorf("%s: %d claims before, %d on the day", c.Since, n, m)
		}
	}
}
