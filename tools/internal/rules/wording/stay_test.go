package wording_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/wording"
)

// inLands is a set with a processor in each of some countries.
func inLands(codes string) *record.Set {
	set := &record.Set{Organisation: &record.Organisation{Languages: []string{"sv", "en"}}}
	for _, code := range strings.Fields(codes) {
		l := record.Location{Country: value.Country(code)}
		if code == "EEA" || code == "world" {
			l = record.Location{Region: code}
		}
		set.Recipients = append(set.Recipients, &record.Recipient{ID: strings.ToLower(code), LegalName: "Exempel " + code, Kind: "processor", Locations: []record.Location{l}})
	}
	return set
}

func breaks(set *record.Set, sentence string) bool {
	file := prose.File{File: "content/x/index." + sentence[:2] + ".md", Lang: sentence[:2], Page: "x", Data: []byte("---\ntitle: X\n---\n\n" + sentence[4:] + "\n")}
	for _, d := range wording.Lint(set, []prose.File{file}, value.Date("2026-11-29")) {
		if d.Rule == "promise-absolute" {
			return true
		}
	}
	return false
}

// A promise that data does not leave a place is held against where each recipient has it:
// that of a country against every other, that of the Union against Norway as well.
func TestPromisesOfAPlaceAreHeldAgainstIt(t *testing.T) {
	for _, tt := range []struct{ sentence, breaks, keeps string }{
		{"sv: Era uppgifter lämnar aldrig Europa.", "IN US world", "SE DE GB CH NO EEA"},
		{"sv: Era uppgifter lämnar aldrig EU.", "IN US GB NO world", "SE DE EEA"},
		{"sv: Era uppgifter lämnar aldrig EU/EES.", "IN GB world", "SE DE NO EEA"},
		{"sv: Era uppgifter lämnar inte Sverige.", "IN DE NO EEA world", "SE"},
		{"sv: Uppgifterna kommer aldrig att lämna Sverige.", "DE", "SE"},
		{"sv: Inga personuppgifter lämnar EU.", "IN", "DE"},
		{"sv: Aldrig att era uppgifter lämnar Sveriges gränser.", "DE", "SE"},
		{"sv: Uppgifterna lämnar aldrig landet.", "DE", "SE"},
		{"sv: Data förs aldrig ut ur EU.", "IN", "DE"},
		{"sv: Uppgifterna flyttas inte ut ur Tyskland.", "SE IN", "DE"},
		{"sv: Inga uppgifter överförs från Sverige.", "DE", "SE"},
		{"sv: Allt stannar i Sverige.", "DE EEA", "SE"},
		{"sv: Era uppgifter stannar alltid i Sverige.", "DE", "SE"},
		{"sv: I vår tjänst stannar uppgifterna inom EU.", "IN", "DE"},
		{"sv: Uppgifterna förblir i Norden.", "DE IN", "SE NO DK"},
		{"sv: Alla uppgifter lagras i Sverige.", "DE", "SE"},
		{"sv: All behandling sker inom EU.", "IN", "DE"},
		{"sv: Uppgifterna behandlas enbart i Tyskland.", "SE", "DE"},
		{"sv: Uppgifterna lagras och behandlas endast inom EES.", "IN", "NO"},
		{"sv: Uppgifterna får vi bara lagra i Sverige.", "DE", "SE"},
		{"sv: Data lagras i Sverige och ingen annanstans.", "DE", "SE"},
		{"sv: Uppgifter förs aldrig utanför Sverige.", "DE", "SE"},
		{"en: Your data never leaves Europe.", "IN US world", "SE GB"},
		{"en: Your data never leaves the EU.", "IN NO", "DE"},
		{"en: Your data never leaves Sweden.", "DE", "SE"},
		{"en: Your data will never leave the EEA.", "IN GB", "NO"},
		{"en: Your data does not leave the European Union.", "IN", "DE"},
		{"en: No personal data ever leaves Sweden.", "DE", "SE"},
		{"en: At no time does your data leave the EU.", "IN", "DE"},
		{"en: Your data doesn't leave Swedish soil.", "DE", "SE"},
		{"en: Data is processed without ever leaving the EU.", "IN", "DE"},
		{"en: Your data is never moved out of Sweden.", "DE", "SE"},
		{"en: Data is never transferred outside Germany.", "SE", "DE"},
		{"en: Your data is only ever processed in Sweden.", "DE", "SE"},
		{"en: Your data is only ever stored and processed in the EU.", "IN", "DE"},
		{"en: Your data is processed in the EU only.", "IN", "DE"},
		{"en: Your data is stored in Sweden and nowhere else.", "DE", "SE"},
		{"en: All data is stored in the Netherlands.", "DE", "NL"},
		{"en: Everything stays in Sweden, your data too.", "DE", "SE"},
		{"en: Your data always remains within the Nordics.", "DE", "SE FI"},
		{"en: Your data is kept exclusively in Sweden.", "DE", "SE"},
	} {
		for _, land := range strings.Fields(tt.breaks) {
			if !breaks(inLands(land), tt.sentence) {
				t.Errorf("silent beside %s: %s", land, tt.sentence)
			}
		}
		for _, land := range strings.Fields(tt.keeps) {
			if breaks(inLands(land), tt.sentence) {
				t.Errorf("speaks beside %s: %s", land, tt.sentence)
			}
		}
	}
}

// What sounds like such a promise, beside recipients in Germany, India and anywhere.
func TestWhatIsNoPromiseOfAPlace(t *testing.T) {
	set := inLands("SE DE IN world")
	for _, sentence := range []string{
		"sv: Vi lämnar aldrig ut uppgifter till annonsörer.",
		"sv: Uppgifterna lämnas aldrig till någon i Sverige utan skäl.",
		"sv: Vi lämnar inte uppgifter utan ditt samtycke.",
		"sv: Du lämnar aldrig fler uppgifter än vi behöver.",
		"sv: Biträdet får inte föra ut uppgifterna ur EU.",
		"sv: Uppgifterna lämnar aldrig EU utan skydd av standardavtalsklausuler.",
		"sv: Om uppgifterna aldrig lämnar Sverige behövs ingen grund.",
		"sv: Lämnar era uppgifter aldrig EU?",
		"sv: Säkerhetskopior lagras i Sverige.",
		"sv: Kunden kan välja att uppgifterna lagras enbart i Sverige.",
		"sv: Nycklarna till uppgifterna finns bara i Sverige.",
		"sv: Uppgifterna stannar hos oss i trettio dagar.",
		"sv: Alla våra kontor ligger i Sverige.",
		"sv: Vi raderar uppgifterna när du lämnar Sverige.",
		"sv: Allt annat än felrapporter stannar i Sverige, uppgifter om fel behandlas i Indien.",
		"en: We never leave your data unprotected.",
		"en: If your data never leaves the EU, no ground is needed.",
		"en: Your data never leaves the EU without your consent.",
		"en: Does your data never leave the EU?",
		"en: The processor must not take the data out of the EU.",
		"en: Backups are stored in Sweden.",
		"en: The logs with your data are kept in Sweden.",
		"en: The customer can choose that data is stored in Sweden only.",
		"en: Your data is kept in Sweden if you choose so.",
		"en: The right applies to data processed in the EU only.",
		"en: We erase the data when you leave Sweden.",
		"en: Keys to the data are held in Sweden only.",
		"en: Everything else stays in Sweden, apart from data on errors.",
	} {
		if breaks(set, sentence) {
			t.Errorf("speaks: %s", sentence)
		}
	}
}
