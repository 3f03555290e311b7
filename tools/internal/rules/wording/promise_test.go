package wording_test

import (
	"slices"
	"testing"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/wording"
)

// What a page promises is held against the records, in the sentences that companies
// write. Beside each stands what only sounds like it.
func TestPromisesAreHeldAgainstTheRecords(t *testing.T) {
	yes := true
	busy := &record.Set{
		Organisation: &record.Organisation{Languages: []string{"sv", "en"}},
		Recipients:   []*record.Recipient{{ID: "x", LegalName: "Exempel Inc.", Kind: "processor", Locations: []record.Location{{Country: "IN"}}}},
		Activities:   []*record.Activity{{ID: "a", AutomatedDecisions: &record.AutomatedDecisions{Used: &yes}}},
		Cookies:      []*record.Cookie{{ID: "c"}},
	}
	idle := &record.Set{Organisation: busy.Organisation}
	for rule, sentences := range map[string]struct{ speaks, silent []string }{
		"promise-absolute": {[]string{
			"sv: Vi för inte över några uppgifter till tredjeland.",
			"sv: Inga personuppgifter lämnar oss för att behandlas utanför EU.",
			"sv: Uppgifterna lagras endast inom EU/EES.",
			"sv: Alla data stannar i Sverige.",
			"sv: Dina uppgifter behandlas uteslutande inom EU.",
			"sv: Uppgifterna överförs aldrig till något tredje land.",
			"en: We never transfer data outside the EU/EEA.",
			"en: Your data is stored exclusively within the EU.",
			"en: Personal data always stays in the EEA.",
			"en: No data is sent to a third country.",
			"en: We process personal data only in Sweden.",
		}, []string{
			"sv: Lagen gäller bara inom EU.",
			"sv: Om uppgifterna inte förs över till tredjeland behövs inga klausuler.",
			"sv: Överförs uppgifter aldrig utanför EU/EES?",
			"sv: Uppgifter förs till Indien, som ligger utanför EU/EES.",
			"sv: Vi för inte över uppgifter utan skydd.",
			"sv: Tjänsten är tillgänglig bara inom EU.",
			"en: Where no data leaves for processing outside the EU, no ground is needed.",
			"en: The right is available only in the EU for stored data.",
			"en: Data is transferred to India, outside the EU.",
			"sv: {{% when \"no-transfers\" %}}\n\nUppgifterna behandlas bara inom EU/EES.\n\n{{% /when %}}",
			"en: {{% when \"no-transfers\" %}}\n\nThey are processed only in the EU/EEA.\n\n{{% /when %}}",
		}},
		"promise-processors": {[]string{
			"sv: Vi anlitar inga personuppgiftsbiträden.",
			"sv: Vi har inte några underbiträden.",
			"sv: Vi delar aldrig dina uppgifter med någon annan.",
			"sv: Uppgifterna lämnas inte ut till tredje part.",
			"sv: Vi lämnar inte uppgifterna till utomstående.",
			"en: We use no processors.",
			"en: We do not engage any sub-processors.",
			"en: We never share your data with third parties.",
			"en: Your data is not shared with anyone.",
			"en: We don't disclose personal data to others.",
		}, []string{
			"sv: Vi delar inte uppgifterna med andra än de mottagare som står här, utom när lagen kräver det.",
			"sv: Vi säljer aldrig dina uppgifter.",
			"sv: Utan ditt samtycke delar vi inte uppgifterna med någon.",
			"sv: Vi lämnar inte ut uppgifter till någon för marknadsföring.",
			"sv: Om vi inte delar uppgifterna med någon säger vi det.",
			"sv: Biträdet får inte dela uppgifterna.",
			"sv: Vi lämnar inte ut dina uppgifter till någon annan än budfirman.",
			"en: We do not share your data with third parties for marketing.",
			"en: We do not sell your data.",
			"en: We do not share your data with anyone other than those listed.",
			"en: We never share your data with third parties without your consent.",
		}},
		"promise-decisions": {[]string{
			"sv: Vi fattar inga automatiserade beslut.",
			"sv: Vi använder inte automatiserat beslutsfattande.",
			"sv: Det förekommer inget automatiserat beslutsfattande hos oss.",
			"sv: Vi tillämpar aldrig automatiserade individuella beslut.",
			"en: We make no automated decisions.",
			"en: We do not use automated decision-making.",
			"en: There is no automated individual decision-making.",
			"en: We never make automated decisions about you.",
			"en: No automated decisions are made.",
			"en: We don't make automated decisions.",
		}, []string{
			"sv: Du har rätt att inte bli föremål för automatiserade beslut.",
			"sv: Inga beslut fattas enbart automatiserat utan att en människa granskar dem.",
			"sv: Vi fattar automatiserade beslut om kredit.",
			"sv: Om inga automatiserade beslut fattas gäller inte rätten.",
			"sv: Besluten är automatiserade.",
			"en: You have the right not to be subject to automated decisions.",
			"en: No decision is based solely on automated processing.",
			"en: We make automated decisions on credit.",
			"en: If no automated decisions are made, the right does not arise.",
			"en: {{% when \"no-automated-decisions\" %}}\n\nWe make no automated decisions.\n\n{{% /when %}}",
		}},
		"promise-cookies": {[]string{
			"sv: Vi använder inga kakor.",
			"sv: Webbplatsen sätter inga cookies.",
			"sv: Inga kakor används.",
			"sv: Webbplatsen är helt utan kakor.",
			"sv: Här använder vi inte kakor.",
			"en: We use no cookies.",
			"en: This site does not use cookies.",
			"en: We do not set any cookies.",
			"en: No cookies are stored on your device.",
			"en: The site works without cookies.",
		}, []string{
			"sv: Vi använder inga kakor för marknadsföring.",
			"sv: Inga kakor sätts innan du har svarat.",
			"sv: Vi använder inga andra kakor än de nödvändiga.",
			"sv: Om vi använder inga kakor behövs inget samtycke.",
			"sv: Vi använder kakor.",
			"en: We use no cookies for marketing.",
			"en: No cookies are set before you have chosen.",
			"en: We do not use third-party cookies.",
			"en: This site uses cookies.",
			"en: If you use no cookies, some pages forget you.",
		}},
	} {
		says := func(set *record.Set, sentence string) bool {
			file := prose.File{File: "content/x/index." + sentence[:2] + ".md", Lang: sentence[:2], Page: "x", Data: []byte("---\ntitle: X\n---\n\n" + sentence[4:] + "\n")}
			for _, d := range wording.Lint(set, []prose.File{file}, value.Date("2026-11-29")) {
				if d.Rule == rule {
					return true
				}
			}
			return false
		}
		for _, s := range sentences.speaks {
			if !says(busy, s) {
				t.Errorf("%s is silent on %s", rule, s)
			}
			if says(idle, s) {
				t.Errorf("%s speaks where nothing contradicts: %s", rule, s)
			}
		}
		for _, s := range sentences.silent {
			if says(busy, s) {
				t.Errorf("%s speaks on %s", rule, s)
			}
		}
	}
	if !slices.ContainsFunc(wording.LintRules(), func(r wording.LintRule) bool { return r.ID == "promise-cookies" }) {
		t.Error("the rules are not told")
	}
}
