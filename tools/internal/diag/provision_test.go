package diag

import (
	"slices"
	"testing"
)

func TestProvisionsAreWrittenAsLawyersDo(t *testing.T) {
	for law, want := range map[string]string{
		"":                                 "",
		"GDPR Art. 13(1)(c)":               "artikel 13.1 c i GDPR",
		"GDPR Art. 13(1)(a)–(b)":           "artikel 13.1 a–b i GDPR",
		"GDPR Art. 12(1), 13(2)(b)":        "artikel 12.1 och 13.2 b i GDPR",
		"GDPR Art. 4(7)–(8); EDPB 07/2020": "artikel 4.7–8 i GDPR; EDPB 07/2020",
		"GDPR Art. 28(2), (4); EDPB 22/2024 §25–32":      "artikel 28.2 och 28.4 i GDPR; EDPB 22/2024 §25–32",
		"GDPR Art. 49(1) second subparagraph":            "artikel 49.1 andra stycket i GDPR",
		"GDPR Art. 46(2)(b), 47":                         "artikel 46.2 b och 47 i GDPR",
		"GDPR Art. 21(2)–(3)":                            "artikel 21.2–3 i GDPR",
		"GDPR Art. 12–22":                                "artikel 12–22 i GDPR",
		"GDPR Art. 46(2)(c); Decision (EU) 2021/914":     "artikel 46.2 c i GDPR; beslut (EU) 2021/914",
		"Decision (EU) 2021/915 Annex IV":                "bilaga IV till beslut (EU) 2021/915",
		"Decision (EU) 2021/914 cl. 9(a)":                "klausul 9 a i beslut (EU) 2021/914",
		"Data Act Art. 28(1)(b)":                         "artikel 28.1 b i dataförordningen",
		"Dataskyddslagen 3 kap. 10 §; GDPR Art. 5(1)(f)": "Dataskyddslagen 3 kap. 10 §; artikel 5.1 f i GDPR",
		"LEK 9 kap. 28 §; C-673/17":                      "LEK 9 kap. 28 §; C-673/17",
		"Lag (1974:174); Dataskyddslagen 3 kap. 10 §":    "Lag (1974:174); Dataskyddslagen 3 kap. 10 §",
		"GDPR Art. 46(1); Decision (EU) 2021/914 cl. 14": "artikel 46.1 i GDPR; klausul 14 i beslut (EU) 2021/914",
	} {
		got := Provision(law)
		if got.SV != want || got.EN != law {
			t.Errorf("%q: %q, want %q", law, got.SV, want)
		}
	}
}

func TestALanguageOfItsOwnNamesAnArticle(t *testing.T) {
	finnish := func(numbers string) string { return "GDPR:n " + numbers + " artikla" }
	for law, want := range map[string]struct{ fi, sv string }{
		"":                       {"", ""},
		"GDPR Art. 13(1)(c)":     {"GDPR:n 13(1)(c) artikla", "GDPR:n 13.1 c artikla"},
		"GDPR Art. 46(2)(b), 47": {"GDPR:n 46(2)(b), 47 artikla", "GDPR:n 46.2 b och 47 artikla"},
		"GDPR Art. 46(1); Decision (EU) 2021/914 cl. 14": {"GDPR:n 46(1) artikla; Decision (EU) 2021/914 cl. 14", "GDPR:n 46.1 artikla; klausul 14 i beslut (EU) 2021/914"},
		"Dataskyddslagen 3 kap. 10 §":                    {"Dataskyddslagen 3 kap. 10 §", "Dataskyddslagen 3 kap. 10 §"},
	} {
		if got := ProvisionIn(law, "fi", finnish); got != want.fi {
			t.Errorf("%q: %q, want %q", law, got, want.fi)
		}
		if got := ProvisionIn(law, "sv-FI", finnish); got != want.sv {
			t.Errorf("%q: %q, want %q", law, got, want.sv)
		}
	}
}

func TestCitedTakesAnArticleApart(t *testing.T) {
	for law, want := range map[string][]string{
		"GDPR Art. 6(1)(f)":          {"6", "1", "f"},
		"GDPR Art. 46(2)(b), 47":     {"46", "2", "b"},
		"GDPR Art. 45(3)":            {"45", "3"},
		"GDPR Art. 26":               nil,
		"Data Act Art. 28(1)(b)":     nil,
		"EDPB; GDPR Art. 13(1)":      nil,
		"Dataskyddslagen 3 kap. 1 §": nil,
	} {
		if got := Cited(law); !slices.Equal(got, want) {
			t.Errorf("%q is %q, want %q", law, got, want)
		}
	}
}
