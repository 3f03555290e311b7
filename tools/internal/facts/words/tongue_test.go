package words

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPhoneIsWrittenAsTheReaderDialsIt(t *testing.T) {
	for _, c := range []struct{ in, sv, en, href string }{
		{"+46 8 657 61 00", "08-657 61 00", "+46 8 657 61 00", "tel:+4686576100"},
		{"08-657 61 00", "08-657 61 00", "+46 8 657 61 00", "tel:+4686576100"},
		{"+46 (0)8 515 154 15", "08-515 154 15", "+46 8 515 154 15", "tel:+46851515415"},
		{"0046701234567", "070-123 45 67", "+46 70 123 45 67", "tel:+46701234567"},
		{"+46 35 12 34 56", "035-12 34 56", "+46 35 12 34 56", "tel:+4635123456"},
		{"0142-123 45", "0142-123 45", "+46 142 123 45", "tel:+4614212345"},
		{"+45 33 19 32 00", "+45 33 19 32 00", "+45 33 19 32 00", "tel:+4533193200"},
	} {
		sv, en := (&Tongue{Lang: "sv"}).Phone(c.in), (&Tongue{Lang: "en"}).Phone(c.in)
		if sv.Text != c.sv || en.Text != c.en || string(sv.Href) != c.href {
			t.Errorf("%q is %q, %q, %q; want %q, %q, %q", c.in, sv.Text, en.Text, sv.Href, c.sv, c.en, c.href)
		}
	}
}

func TestDaysAndPeriodsKeepNumberAndUnitTogether(t *testing.T) {
	sv, en := &Tongue{Lang: "sv", AsOf: "2026-03-01"}, &Tongue{Lang: "en", AsOf: "2026-03-01"}
	if diff := cmp.Diff(Day{ISO: "2026-03-01", Text: "1\u00a0mars 2026"}, sv.Day("2026-03-01")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Day{ISO: "2026-03-01", Text: "1\u00a0March 2026"}, en.Day("2026-03-01")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, want := sv.Period("P1Y6M"), "1\u00a0år och 6\u00a0månader"; got != want {
		t.Errorf("the period is %q, want %q", got, want)
	}
	if got := sv.Day(""); got != (Day{}) {
		t.Errorf("no day is %v", got)
	}
}

func TestProvisionIsWrittenAsTheLanguageDoes(t *testing.T) {
	for _, c := range []struct{ in, sv, en string }{
		{"GDPR Art. 6(1)(f)", "artikel 6.1 f i GDPR", "Article 6(1)(f) GDPR"},
		{"GDPR Art. 13–14", "artikel 13–14 i GDPR", "Article 13–14 GDPR"},
		{"GDPR Art. 21(2)–(3)", "artikel 21.2–3 i GDPR", "Article 21(2)–(3) GDPR"},
		{"GDPR Art. 46(2)(b), 47", "artikel 46.2 b och 47 i GDPR", "Article 46(2)(b), 47 GDPR"},
		{"GDPR Art. 49(1) second subparagraph", "artikel 49.1 andra stycket i GDPR", "Article 49(1) second subparagraph GDPR"},
		{"Dataskyddslagen 3 kap. 10 §", "Dataskyddslagen 3 kap. 10 §", "Dataskyddslagen 3 kap. 10 §"},
	} {
		plain := strings.NewReplacer(NBSP, " ")
		if got := plain.Replace((&Tongue{Lang: "sv"}).Provision(c.in)); got != c.sv {
			t.Errorf("%q is %q, want %q", c.in, got, c.sv)
		}
		if got := plain.Replace((&Tongue{Lang: "en"}).Provision(c.in)); got != c.en {
			t.Errorf("%q is %q, want %q", c.in, got, c.en)
		}
	}
}

func TestLinksOutOfRecordsAreSafe(t *testing.T) {
	for url, want := range map[string]string{
		"https://example.com/a": "https://example.com/a", "mailto:a@b.se": "mailto:a@b.se", "tel:+4681": "tel:+4681",
		"javascript:alert(1)": "", "data:text/html,x": "", "http://example.com/": "", "//example.com": "", " https://x": "",
	} {
		if got := linkTo(url, "").Href; string(got) != want {
			t.Errorf("%q leads to %q", url, got)
		}
	}
}
