package law

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// article13 is what a person is told when the data is collected from them.
var article13 = []Duty{
	{
		ID: "GDPR-13-1-a", Article: "GDPR Art. 13(1)(a)", Severity: diag.Error, Fields: "controllers: legal_name, address, email, phone",
		Title:  diag.Say("vem som är personuppgiftsansvarig, och hur den nås", "who the controller is, and how to reach it"),
		Why:    diag.Say("Utan namn och kontaktväg finns det ingen att ställa till svars.", "Without a name and a way of contact there is nobody to hold to account."),
		answer: each(controllers, noController, identity),
	},
	{
		ID: "GDPR-13-1-a-rep", Article: "GDPR Art. 13(1)(a)", Severity: diag.Error, Fields: "controllers: representative; declarations.representative",
		Title:  diag.Say("företrädaren i EU för den som är etablerad utanför", "the representative in the EU of a controller outside it"),
		Why:    diag.Say("Den som är etablerad utanför EU ska gå att nå i EU.", "Whoever is established outside the EU shall be reachable inside it."),
		when:   outsideUnion,
		answer: each(controllersOutside, noController, represented),
	},
	{
		ID: "GDPR-13-1-b", Article: "GDPR Art. 13(1)(b)", Severity: diag.Error, Fields: "controllers: dpo",
		Title:  diag.Say("hur dataskyddsombudet nås, eller att inget är utsett", "how to reach the data protection officer, or that none is appointed"),
		Why:    diag.Say("Namnet behövs inte, men en kontaktväg.", "No name is needed, but a way of contact."),
		lint:   "dpo-missing",
		answer: each(controllers, noController, officerReached),
	},
	{
		ID: "GDPR-13-1-c-purpose", Article: "GDPR Art. 13(1)(c)", Severity: diag.Error, Fields: "activities: purposes",
		Title:  diag.Say("minst ett bestämt ändamål för varje behandling", "at least one specific purpose for each activity"),
		Why:    diag.Say("Den som inte vet varför kan inte pröva om det är rätt.", "Whoever does not know why cannot test whether it is right."),
		answer: each(personal, noActivity, purposed),
	},
	{
		ID: "GDPR-13-1-c-basis", Article: "GDPR Art. 13(1)(c)", Severity: diag.Error, Fields: "activities: purposes[].bases[].art6",
		Title:  diag.Say("en rättslig grund för varje ändamål", "a legal basis for each purpose"),
		Why:    diag.Say("Grunden avgör vilka rättigheter personen har.", "The basis decides which rights the person has."),
		answer: each(personal, noActivity, based),
	},
	{
		ID: "GDPR-13-1-c-link", Article: "GDPR Art. 13(1)(c)", Severity: diag.Warning, Fields: "activities: data[].category; retention: data",
		Title:  diag.Say("vilka uppgifter som hör till vilket ändamål och vilken lagringstid", "which data belongs to which purpose and which period"),
		Why:    diag.Say("Listor utan samband låter ingen följa en uppgift från insamling till radering.", "Lists without links let nobody follow a datum from collection to erasure."),
		answer: each(personal, noActivity, linked),
	},
	{
		ID: "GDPR-13-1-d", Article: "GDPR Art. 13(1)(d)", Severity: diag.Error, Fields: "activities: purposes[].bases[].interest, whose",
		Title:  diag.Say("vilket intresse det gäller, och vems", "which interest it is, and whose"),
		Why:    diag.Say("En intresseavvägning utan intresse kan ingen väga.", "Nobody can weigh an interest that is not named."),
		lint:   "li-unnamed",
		when:   onInterest,
		answer: each(personal, noActivity, interested),
	},
	{
		ID: "GDPR-13-1-e", Article: "GDPR Art. 13(1)(e)", Severity: diag.Error, Fields: "activities: recipients",
		Title:  diag.Say("vilka som får uppgifterna, eller att ingen får dem", "who gets the data, or that nobody does"),
		Why:    diag.Say("Den som har fått uppgifterna är den som rättelsen måste nå.", "Whoever has received the data is whom a correction must reach."),
		answer: each(personal, noActivity, disclosed),
	},
	{
		ID: "GDPR-13-1-e-named", Article: "GDPR Art. 13(1)(e)", Severity: diag.Warning, Fields: "recipients: legal_name",
		Title:  diag.Say("biträden vid namn, inte bara som kategori", "processors by name, not only by category"),
		Why:    diag.Say("Ett namn säger mer än en kategori, och den som begär det har rätt till namnen.", "A name tells more than a category, and whoever asks is entitled to the names."),
		answer: amongRecipients(processorsOfOurs, "inget biträde får uppgifterna", "no processor gets the data", named),
	},
	{
		ID: "GDPR-13-1-e-category", Article: "GDPR Art. 13(1)(e)", Severity: diag.Warning, Fields: "recipients: service, locations",
		Title:  diag.Say("för en kategori: slag, bransch och plats", "for a category: type, sector and place"),
		Why:    diag.Say("”Samarbetspartner” säger ingenting; en bransch och ett land gör det.", "“Partners” says nothing; a sector and a country do."),
		answer: amongRecipients(categoriesOfOurs, "ingen mottagare anges bara som kategori", "no recipient is told as a category only", described),
	},
	{
		ID: "GDPR-13-1-f-fact", Article: "GDPR Art. 13(1)(f)", Severity: diag.Error, Fields: "recipients: transfer.third_country, locations; declarations.transfers",
		Title:  diag.Say("om uppgifter lämnar EU/EES", "whether data leaves the EU/EEA"),
		Why:    diag.Say("Skyddet slutar vid gränsen, och fjärråtkomst är också en överföring.", "The protection ends at the border, and remote access is a transfer, too."),
		answer: transfersTold(transferTold),
	},
	{
		ID: "GDPR-13-1-f-basis", Article: "GDPR Art. 13(1)(f)", Severity: diag.Error, Fields: "recipients: transfer.mechanism",
		Title:  diag.Say("på vilken grund uppgifter lämnar EU/EES", "on what ground data leaves the EU/EEA"),
		Why:    diag.Say("Utan beslut om adekvat skyddsnivå krävs skyddsåtgärder.", "Without an adequacy decision, safeguards are required."),
		told:   "transfer-mechanism",
		when:   transferring(received, receivedAbroad),
		answer: each(receivedAbroad, nobody, grounded),
	},
	{
		ID: "GDPR-13-1-f-copy", Article: "GDPR Art. 13(1)(f)", Severity: diag.Error, Fields: "recipients: transfer.copy",
		Title:  diag.Say("hur man får en kopia av skyddsåtgärderna", "how to get a copy of the safeguards"),
		Why:    diag.Say("Skyddet ska gå att läsa, inte bara finnas.", "The protection shall be readable, not only exist."),
		when:   transferring(received, receivedAbroad),
		answer: each(receivedAbroad, nobody, copied),
	},
	{
		ID: "GDPR-13-1-f-country", Article: "GDPR Art. 13(1)(f)", Severity: diag.Warning, Fields: "recipients: transfer.countries",
		Title: diag.Say("vilka tredjeländer det gäller", "which third countries are concerned"),
		Why: diag.Say("Kammarrätten i Stockholm (mål nr 2829-23) kräver inte namnen, men WP260 gör det. Därför en varning.",
			"The Administrative Court of Appeal in Stockholm (case 2829-23) does not demand the names, but WP260 does. Hence a warning."),
		when:   transferring(received, receivedAbroad),
		answer: each(receivedAbroad, nobody, countriesNamed),
	},
	{
		ID: "GDPR-13-2-a", Article: "GDPR Art. 13(2)(a)", Severity: diag.Error, Fields: "activities: retention; retention: period, range, criterion",
		Title:  diag.Say("hur länge uppgifterna sparas, eller vad som avgör det", "how long the data is kept, or what decides"),
		Why:    diag.Say("En tid är ett löfte som går att kontrollera.", "A period is a promise that can be checked."),
		answer: each(personal, noActivity, keptFor),
	},
	{
		ID: "GDPR-13-2-a-start", Article: "GDPR Art. 13(2)(a)", Severity: diag.Warning, Fields: "retention: starts_at",
		Title:  diag.Say("från vilken händelse tiden räknas", "from which event the period runs"),
		Why:    diag.Say("”Tolv månader” säger ingenting utan en första dag.", "“Twelve months” says nothing without a first day."),
		answer: each(keptByUs, noRetention, started),
	},
	{
		ID: "GDPR-13-2-a-generic", Article: "GDPR Art. 13(2)(a)", Severity: diag.Error, Gentle: true, Fields: "retention: criterion, starts_at, law",
		Title:  diag.Say("ett kriterium som går att pröva", "a criterion that can be tested"),
		Why:    diag.Say("”Så länge det behövs” låter den som skrev det bestämma i efterhand.", "“As long as needed” lets whoever wrote it decide afterwards."),
		lint:   "retention-vague",
		answer: each(keptByUs, noRetention, testable),
	},
	rightDuty("GDPR-13-2-b-access", "GDPR Art. 13(2)(b), 15", "access", nil, diag.Say("Den som får se sina uppgifter kan upptäcka fel i dem.", "Whoever sees their data can find mistakes in it.")),
	rightDuty("GDPR-13-2-b-rectification", "GDPR Art. 13(2)(b), 16", "rectification", nil, diag.Say("Beslut på felaktiga uppgifter blir fel beslut.", "Decisions on wrong data become wrong decisions.")),
	rightDuty("GDPR-13-2-b-erasure", "GDPR Art. 13(2)(b), 17", "erasure", nil, diag.Say("Det som inte längre behövs ska inte finnas kvar.", "What is no longer needed shall not remain.")),
	rightDuty("GDPR-13-2-b-restriction", "GDPR Art. 13(2)(b), 18", "restriction", nil, diag.Say("Medan en tvist pågår ska uppgifterna varken användas eller försvinna.", "While a dispute is going on, the data shall neither be used nor vanish.")),
	rightDuty("GDPR-13-2-b-objection", "GDPR Art. 13(2)(b), 21", "objection", unlessSpared(objectable), diag.Say("Den som inte har tillfrågats ska kunna säga ifrån.", "Whoever was not asked shall be able to object.")),
	rightDuty("GDPR-13-2-b-portability", "GDPR Art. 13(2)(b), 20", "portability", unlessSpared(portable), diag.Say("Den som vill byta ska kunna ta med sig sina uppgifter.", "Whoever wants to leave shall be able to take their data along.")),
	{
		ID: "GDPR-13-2-b-explain", Article: "GDPR Art. 13(2)(b)", Severity: diag.Warning, Fields: "rights: meaning, how",
		Title: diag.Say("vad varje rättighet betyder, och hur den används", "what each right means, and how to use it"),
		Why: diag.Say("Kammarrätten i Stockholm (mål nr 2829-23) nöjer sig med att rättigheterna nämns. Därför en varning.",
			"The Administrative Court of Appeal in Stockholm (case 2829-23) is content with the rights being named. Hence a warning."),
		answer: each(rights, noRight, explained),
	},
	{
		ID: "GDPR-13-2-c", Article: "GDPR Art. 13(2)(c)", Severity: diag.Error, Fields: "rights: right: withdraw-consent",
		Title:  diag.Say("rätten att återkalla ett samtycke", "the right to withdraw consent"),
		Why:    diag.Say("Ett samtycke som inte kan tas tillbaka är inget samtycke.", "Consent that cannot be taken back is no consent."),
		lint:   "withdraw-missing",
		when:   onConsent,
		answer: right("withdraw-consent"),
	},
	{
		ID: "GDPR-13-2-d", Article: "GDPR Art. 13(2)(d)", Severity: diag.Error, Fields: "rights: right: complaint",
		Title:  diag.Say("rätten att klaga hos en tillsynsmyndighet", "the right to lodge a complaint with an authority"),
		Why:    diag.Say("Den som inte får rätt hos er ska veta vart den kan gå.", "Whoever gets no satisfaction from you shall know where to go."),
		answer: right("complaint"),
	},
	{
		ID: "GDPR-13-2-d-contact", Article: "GDPR Art. 13(2)(d)", Severity: diag.Warning, Fields: "organisation: authority; authorities: web, complaint_url, email, phone, address",
		Title:  diag.Say("tillsynsmyndighetens namn och hur den nås", "the authority's name and how to reach it"),
		Why:    diag.Say("Rätten att klaga är värd lika mycket som adressen.", "The right to complain is worth as much as the address."),
		lint:   "authority-no-contact",
		answer: authorityReached,
	},
	{
		ID: "GDPR-13-2-e", Article: "GDPR Art. 13(2)(e)", Severity: diag.Error, Fields: "activities: provision",
		Title:  diag.Say("om uppgifterna måste lämnas, och vad som annars händer", "whether the data must be given, and what follows if not"),
		Why:    diag.Say("Den som tror att den måste lämnar mer än den behöver.", "Whoever believes they must gives more than they need."),
		answer: each(personal, noActivity, required),
	},
	{
		ID: "GDPR-13-2-f", Article: "GDPR Art. 13(2)(f)", Severity: diag.Error, Fields: "activities: automated_decisions; declarations.automated_decisions",
		Title:  diag.Say("om beslut fattas enbart automatiserat, och i så fall hur", "whether decisions are made by machines alone, and then how"),
		Why:    diag.Say("Den som berörs ska kunna förstå och bestrida beslutet.", "Whoever is affected shall be able to understand and contest the decision."),
		answer: each(personal, noActivity, decided),
	},
	{
		ID: "GDPR-13-3", Article: "GDPR Art. 13(3)", Severity: diag.Error, Fields: "changes: records, effective, notices",
		Title:  diag.Say("ett nytt ändamål meddelas innan behandlingen börjar", "a new purpose is told before the processing begins"),
		Why:    diag.Say("Den som lämnade sina uppgifter för ett ändamål ska hinna säga ifrån om nästa.", "Whoever gave data for one purpose shall have time to object to the next."),
		answer: each(changesOfActivities, outside("ingen ändring av en behandling är antecknad", "no change of an activity is recorded"), toldInTime),
	},
}

// rightDuty is the duty to name one of the six rights.
func rightDuty(id, article, code string, when condition, why diag.Text) Duty {
	return Duty{
		ID: id, Article: article, Severity: diag.Error, Fields: "rights: right: " + code,
		Title: record.ChoiceWords("right", code), Why: why,
		lint: "rights-missing", when: when, answer: right(code),
	}
}
