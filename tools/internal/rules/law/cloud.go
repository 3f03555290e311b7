package law

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
)

// cloud is what a provider of data processing services owes under the Data Act.
var cloud = []Duty{
	{
		ID: "DATAACT-28-1-a", Article: "Data Act Art. 28(1)(a)", Severity: diag.Error, Fields: "services: jurisdiction",
		Title: diag.Say("vilka länders lag varje tjänsts infrastruktur lyder under", "to which countries' law the infrastructure of each service is subject"),
		Why:   diag.Say("Kunden ska se vems myndigheter som kan kräva ut uppgifter.", "The customer shall see whose authorities can demand data."),
		answer: each(services, noService, func(_ *facts, s *record.Service) reply {
			return tells(len(s.Jurisdiction) > 0, "jurisdiction", "vilka länders lag infrastrukturen lyder under", "to which countries' law its infrastructure is subject", "jurisdiction: […]")
		}),
	},
	{
		ID: "DATAACT-28-1-b", Article: "Data Act Art. 28(1)(b)", Severity: diag.Error, Fields: "services: gov_access_measures",
		Title: diag.Say("åtgärder mot otillåten åtkomst för tredjelands myndigheter", "measures against unlawful access by authorities of third countries"),
		Why:   diag.Say("Skyddet gäller också uppgifter som inte är personuppgifter.", "The protection covers data that is not personal, too."),
		answer: each(services, noService, func(_ *facts, s *record.Service) reply {
			return tells(len(s.GovAccessMeasures) > 0, "gov_access_measures", "vad som skyddar mot tredjelands myndigheter", "what protects against authorities of third countries", "gov_access_measures: {sv: …, en: …}")
		}),
	},
	{
		ID: "DATAACT-26", Article: "Data Act Art. 26", Severity: diag.Info, Fields: "services: switching",
		Title: diag.Say("hur en kund byter leverantör", "how a customer switches provider"),
		Why:   diag.Say("Den som kan lämna stannar av fri vilja.", "Whoever can leave stays of their own will."),
		answer: each(services, noService, func(_ *facts, s *record.Service) reply {
			return tells(len(s.Switching) > 0, "switching", "hur en kund byter leverantör", "how a customer switches provider", "switching: {sv: …, en: …}")
		}),
	},
}

func services(f *facts) []*record.Service { return f.set.Services }

func noService(f *facts) answer {
	var a answer
	a.add(f, f.org, reply{state: coverage.Missing, path: "profiles", file: "data/services/…",
		text: diag.Say("är leverantör av molntjänster, men beskriver ingen tjänst", "is a provider of cloud services, but describes no service"), write: "name: …; jurisdiction: […]; gov_access_measures: {sv: …, en: …}; switching: {sv: …, en: …}"})
	return a
}
