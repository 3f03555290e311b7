package trial

import "strings"

// Slip is a rule about words with sentences of our own: those in which the mistake
// is made, and those near to them in which it is not.
type Slip struct {
	Rule           string
	Speaks, Silent []string
}

// Slips are those of every rule about words. A sentence is read as a page, in the
// language that its first letters name; one that begins with a file's name is read
// as that record. The word vital stands for a page and facts, which a test makes.
var Slips = []Slip{
	{"consent-by-use", []string{
		"sv: Fortsätter du in i butiken godkänner du vår hantering av dina personuppgifter, se policyn.",
		"sv: När du handlar hos oss gäller villkoren. Genom att fortsätta till kassan godkänner du hur vi hanterar uppgifterna.",
		"sv: Om du besöker butikens sidor samtycker du till våra kakor.",
		"sv: Då samtycker du till policyn genom att surfa vidare.",
		"sv: Genom att använda\u00A0appen, samtycker du till detta.",
		"en: By browsing the shop you agree to this policy.",
		"en: If you continue to the next page, you accept our cookies.",
		"en: Your continued use of the app constitutes acceptance of the notice.",
	}, []string{
		"sv: Genom att använda appen samtycker du inte till någonting.",
		"sv: Genom att använda knappen Ja i rutan samtycker du till nyhetsbrevet.",
		"sv: Du kan ta tillbaka samtycket genom att använda formuläret.",
		"en: By using the consent tool you agree to what you have ticked.",
		"en: By using the form you can withdraw what you said.",
	}},
	{"deemed-agree", []string{
		"sv: Du samtycker även till att vi ringer dig om erbjudanden.",
		"sv: Registreringen innebär också godkännande av villkoren.",
		"en: You hereby agree that we send you offers.",
	}, []string{
		"sv: Nyhetsbrevet skickas bara om du samtycker till att vi gör det.",
		"sv: Du godkänner inte att vi ringer bara för att du är medlem.",
		"en: If you agree that we call you, tick the box.",
	}},
	{"old-authority", []string{
		"sv: Klagomål skickas till Datainspektionen.",
		"sv: Datainspektionens webbplats berättar mer.",
		"sv: Data\u00ADinspektionen tar emot klagomål.",
		"en: Complaints go to the Data Inspection Board.",
		"en: Complaints go to Datainspektionen.",
		"sv: Har du tidigare klagat hos oss kan du gå till Datainspektionen.",
		"data/authorities/x.yaml: {country: SE, name: {sv: Datainspektionen, en: Datainspektionen}}",
	}, []string{
		"sv: På Åland heter myndigheten Datainspektionen.",
		"sv: Datainspektionen i Mariehamn tar emot klagomål från Ålands invånare.",
		"sv: Datainspektionen heter sedan 2021 Integritetsskyddsmyndigheten.",
		"sv: Integritetsskyddsmyndigheten hette tidigare Datainspektionen.",
		"sv: Integritetsskyddsmyndigheten (tidigare Datainspektionen) tar emot klagomål.",
		"sv: Beslutet DI-2019-1 fattades av Datainspektionen.",
		"en: IMY, formerly the Swedish Data Inspection Board, receives complaints.",
		"data/authorities/ax.yaml: {country: AX, name: {sv: Datainspektionen, en: Datainspektionen}}",
	}},
	{"old-law", []string{
		"sv: Vi följer personuppgiftslagen.",
		"sv: Behandlingen sker enligt PUL.",
		"sv: Kakor regleras i 6 kap. 18 § lagen om elektronisk kommunikation.",
		"sv: Överföringen stöds på Privacy\u00A0Shield.",
		"en: We rely on the Privacy Shield.",
		"en: The clauses of Decision 2010/87 apply.",
	}, []string{
		"sv: Personuppgiftslagen upphävdes den 25 maj 2018.",
		"sv: Enligt 6 kap. 18 § patientdatalagen gäller annat.",
		"sv: Puls och temperatur mäts inte.",
		"en: The Privacy Shield was struck down in 2020.",
	}},
	{"check-back", []string{
		"sv: Vi råder dig att besöka sidan regelbundet för att se om något har ändrats.",
		"en: Please review this page from time to time.",
	}, []string{
		"sv: Vi läser igenom informationen regelbundet och rättar den.",
		"en: We review this notice regularly.",
		"en: We check the backups of this website regularly.",
		"sv: Du behöver inte läsa sidan regelbundet.",
	}},
	{"stale-effective", []string{
		"sv: Informationen gäller från den 3 april 2019.",
		"sv: När lagen träder i kraft den 1 juli 2020 gör vi så här.",
		"en: This notice is effective as of 3 April 2019.",
	}, []string{
		"sv: Ändringen träder i kraft den 1 mars 2027.",
		"sv: Informationen gäller från den 1 oktober 2026.",
		"sv: Lagen trädde i kraft den 25 maj 2018.",
		"sv: Hyresavtalet gäller från den 3 april 2019.",
		"sv: Lagen träder i kraft när regeringen beslutar det.",
	}},
	{"retention-vague", []string{
		"sv: Svaren sparas inte längre än nödvändigt.",
		"sv: Breven sparas så länge syftet kvarstår.",
		"en: Replies are stored no longer than needed.",
		"sv: Dina svar sparas så länge vi behöver dem.",
		"sv: Loggarna raderas inom skälig tid.",
		"sv: Uppgifterna lagras tills vidare.",
		"sv: Uppgifterna sparas inte längre än så länge det är nödvändigt.",
		"sv: ## Hur länge sparar vi dina svar?\n\nSå länge det behövs.",
		"sv: Breven sparas så länge som det är nöd\u00ADvändigt.",
		"en: We keep your replies for as long as needed.",
		"en: Your replies are deleted within a reasonable period.",
		"data/retention/x.yaml: {name: {sv: Svar, en: Replies}, criterion: {sv: Så länge det behövs, en: As long as necessary}}",
	}, []string{
		"sv: Dina svar sparas så länge du är kund och därefter i 12 månader.",
		"sv: Vi svarar inom rimlig tid.",
		"sv: Behandlingen är nödvändig för att uppnå ändamålet.",
		"en: The customer's data is processed in accordance with the customer's instructions.",
		"en: We keep your replies for as long as needed, at most two years.",
	}},
	{"purpose-vague", []string{
		"sv: Uppgifterna används för att förbättra våra tjänster.",
		"sv: Vi mäter för statistik.",
		"en: We use the data to improve our website.",
	}, []string{
		"sv: Uppgifterna används för statistik över hur många som öppnar varje hjälpsida.",
		"sv: Vi använder inte uppgifterna för att förbättra våra tjänster.",
		"en: We use the data to improve our website by rewriting pages that few finish.",
	}},
	{"basis-vague", []string{
		"sv: Alla behandlingar utförs med stöd av vårt uppdrag.",
		"sv: Uppgifterna behövs för att följa gällande lagstiftning.",
		"en: We process the data to comply with applicable laws.",
	}, []string{
		"sv: Grunden är en rättslig förpliktelse enligt bokföringslagen (1999:1078).",
		"en: The basis is a legal obligation under the Swedish Bookkeeping Act.",
		"data/activities/x.yaml: {name: {sv: Köp, en: Orders}, role: controller, purposes: [{id: a, text: {sv: Leverera, en: Deliver}, bases: [{art6: contract, contract: {sv: Våra åtaganden gentemot dig, en: Our obligations to you}}]}]}",
	}},
	{"basis-combined", []string{
		"sv: Grunden är avtal och intresseavvägning.",
		"en: The basis is contract and legitimate interests.",
	}, []string{
		"sv: Portabilitet gäller vid samtycke och avtal.",
		"en: The basis is a contract. For advertising it is consent.",
	}},
	{"adm-no-logic", []string{
		"sv: Vi använder automatiserade beslut när du ansöker.",
		"en: Automated decision-making is used when you apply.",
	}, []string{
		"sv: Vi använder inte automatiserat beslutsfattande.",
		"sv: Vi använder automatiserade beslut när du ansöker. Din inkomst är den faktor som avgör, och en handläggare kan ändra beslutet.",
		"sv: Du har rätt att slippa automatiserade beslut.",
	}},
	{"contact-elsewhere", []string{
		"sv: Våra kontaktuppgifter finns på företagets hemsida.",
		"en: Our contact details can be found on the company's website.",
	}, []string{
		"sv: Våra kontaktuppgifter finns på [vår webbplats](https://example.com/kontakt).",
		"sv: Kontaktinformation till myndigheten finns på dess webbplats.",
		"sv: Våra kontaktuppgifter finns på denna webbplats: fraga@example.com.",
	}},
	{"dangling-link", []string{
		"sv: Vill du läsa mer om kakor finns det här:\n\nEtt nytt stycke utan länk.",
		"en: Read more about it here.\n\nRead more about that here:",
	}, []string{
		"sv: Läs mer [här](/kakor/)",
		"sv: Du kan läsa mer om det här:\n\n- [Kakor](/kakor/)",
		"en: Read more about it here:\n\n{{< cookies >}}",
	}},
	{"role-generic", []string{
		"sv: Bolaget samlar in namn. Bolaget lagrar dem. Frågor ställs till bolaget.",
		"data/organisation.yaml: {name: X, change_policy: {sv: Leverantören berättar. Leverantören skriver. Leverantören ringer., en: We tell.}}",
	}, []string{
		"sv: Bolaget är Exempel AB. Bolaget samlar in namn. Bolaget lagrar dem. Fråga bolaget.",
		"sv: Bolaget lagrar namn.",
	}},
	{"recipient-vague", []string{
		"sv: Uppgifter lämnas till externa parter.",
		"sv: Vi delar adressen med våra samarbetspartner.",
		"sv: Adressen får samarbetspartnerna.",
		"en: We share the address with trusted partners.",
	}, []string{
		"sv: Vi säljer inga uppgifter till tredje part.",
		"sv: Underleverantörerna finns i förteckningen.",
		"en: We never share the address with third parties.",
		"data/recipients/x.yaml: {legal_name: Exempel AB, kind: processor, service: {sv: Är vår leverantör av telefoni, en: Is our partner in telephony}}",
	}},
	{"partners", []string{
		"sv: Adressen delas med andra koncernbolag.",
		"en: The address is shared with our affiliates.",
	}, []string{
		"sv: Adressen delas inte med andra koncernbolag.",
		"en: The address is shared with the group companies listed below.",
	}},
	{"transfer-vague", []string{
		"sv: Uppgifter kan behandlas i ett tredjeland, och överföras till tredje land.",
		"sv: Uppgifter överförs ibland till länder utanför EU/EES.",
		"en: Data is sometimes transferred to countries outside the EEA.",
	}, []string{
		"sv: Inga uppgifter överförs till länder utanför EU/EES.",
		"sv: Överförs uppgifter utanför EU/EES?",
		"sv: Uppgifter överförs till Japan, som ligger utanför EU/EES, med stöd av beslutet om adekvat skyddsnivå.",
	}},
	{"promise-absolute", []string{
		"data/recipients/x.yaml: {legal_name: Example Inc., kind: processor, transfer: {third_country: true, mechanism: art46-2-c}, alternative: {sv: Annars behandlas inga uppgifter utanför EU/EES., en: No data is processed outside the EU/EEA.}}",
	}, []string{
		"sv: Inga uppgifter behandlas utanför EU/EES.",
		"data/recipients/x.yaml: {legal_name: Example AB, kind: processor, transfer: {third_country: false}, alternative: {sv: Annars behandlas inga uppgifter utanför EU/EES., en: No data is processed outside the EU/EEA.}}",
	}},
	{"promise-processors", []string{
		"data/recipients/x.yaml: {legal_name: Exempel AB, kind: processor, alternative: {sv: Vi anlitar inga personuppgiftsbiträden., en: We use no processors.}}",
		"data/recipients/x.yaml: {legal_name: Exempel AB, kind: recipient, alternative: {sv: Vi delar aldrig dina uppgifter med någon., en: We never share your data with anyone.}}",
	}, []string{
		"sv: Vi anlitar inga personuppgiftsbiträden.",
		"en: We never share your data with anyone.",
		"data/recipients/x.yaml: {legal_name: Exempel AB, kind: authority, alternative: {sv: Vi delar aldrig dina uppgifter med någon., en: We never share your data with anyone.}}",
	}},
	{"promise-decisions", []string{
		"data/activities/x.yaml: {name: {sv: Kredit, en: Credit}, role: controller, automated_decisions: {used: true}, summary: {sv: Vi fattar inga automatiserade beslut., en: We make no automated decisions.}}",
	}, []string{
		"sv: Vi fattar inga automatiserade beslut.",
		"data/activities/x.yaml: {name: {sv: Kredit, en: Credit}, role: controller, automated_decisions: {used: true}, summary: {sv: Du har rätt att inte bli föremål för automatiserade beslut., en: You have the right not to be subject to automated decisions.}}",
	}},
	{"promise-cookies", []string{
		"data/cookies/x.yaml: {name: sid, purpose: {sv: Webbplatsen använder inga kakor., en: The site uses no cookies.}}",
	}, []string{
		"en: This site uses no cookies.",
		"data/cookies/x.yaml: {name: sid, purpose: {sv: Webbplatsen använder inga kakor för marknadsföring., en: The site uses no cookies for marketing.}}",
	}},
	{"location-region", []string{
		"sv: | Drift | Exempel AB | Inom EU |",
		"en: | Hosting | Example Ltd | EU/EEA |",
		"data/recipients/x.yaml: {legal_name: Exempel AB, kind: processor, locations: [{region: EU, city: Inom EU}]}",
	}, []string{
		"sv: Reglerna är desamma inom EU.",
		"sv: | Drift | Exempel AB | Irland |",
	}},
	{"uk-expired", []string{
		"sv: Beslutet om adekvat skyddsnivå för Storbritannien gäller till den 27 juni 2025.",
		"en: The adequacy decision on the United Kingdom ends in December 2025.",
	}, []string{
		"en: The adequacy decision on the United Kingdom was renewed in December 2025.",
	}},
	{"cookie-browser", []string{
		"sv: Kakor styr du själv i din webbläsare.",
		"sv: Vill du inte ha kakor blockerar du kakorna i din webbläsare.",
		"en: You refuse cookies by the settings: block cookies in your browser.",
	}, []string{
		"sv: Du ändrar ditt val under Kakor. Du kan också blockera kakor i webbläsaren.",
		"sv: Du behöver inte blockera kakor i din webbläsare.",
	}},
	{"pnr-misnamed", []string{
		"en: We ask for your social security number.",
	}, []string{
		"en: We ask for your personal identity number (personnummer).",
		"en: Employees in the United States give their social security number.",
	}},
	{"access-frequency", []string{
		"sv: Du har rätt till ett utdrag ur registret en gång om året.",
		"sv: Du får begära kopior, dock inte oftare än en gång per kalenderår.",
		"en: You may request a copy once every year.",
		"data/rights/access.yaml: {right: access, meaning: {sv: Du får veta vad vi har., en: You learn what we have.}, frequency_limit: {sv: Uppgifter lämnas en gång per år, en: Information is given once a year}}",
	}, []string{
		"sv: Det finns ingen gräns för hur ofta du begär ett utdrag.",
		"sv: Vi ser över vem som har tillgång en gång per år.",
		"sv: Vi låter granska åtkomsten till uppgifterna en gång per år.",
		"sv: Du får begära utdrag en gång per årstid, om du vill.",
		"en: The customer may request an audit once a year.",
	}},
	{"right-fee", []string{
		"sv: Vi tar ut en avgift för registerutdrag på 200 kronor.",
		"en: We charge a fee of EUR 20 for access to your data.",
	}, []string{
		"sv: Ett registerutdrag kostar ingenting.",
		"sv: Avgiften för tjänsten betalas i förskott, och begäran om faktura görs i portalen.",
		"sv: Ett registerutdrag är kostnadsfritt.",
		"sv: En avgift för registerutdraget får tas ut om begäran är uppenbart ogrundad.",
	}},
	{"right-needs-reason", []string{
		"sv: Du får ett utdrag förutsatt att du har giltiga skäl.",
		"sv: Motivera varför du vill ha ett registerutdrag.",
		"en: You get access only if you have a legitimate interest.",
	}, []string{
		"sv: Du behöver inte ange varför du vill ha ett registerutdrag.",
		"sv: Visar vi att våra berättigade skäl väger tyngre får du begära begränsning.",
	}},
	{"right-invented-bar", []string{
		"sv: Uppgifter raderas inte när behandlingen grundas på en intresseavvägning.",
		"en: Deletion is not possible where we rely on legitimate interests.",
	}, []string{
		"sv: Uppgifterna raderas, om inte skäl som väger tyngre än dina finns vid en intresseavvägning.",
		"en: Data is erased if you object to processing based on legitimate interests.",
	}},
	{"id-excess", []string{
		"sv: Skicka med en vidimerad kopia av pass.",
		"en: Please enclose a copy of your passport.",
		"en: You must always enclose a copy of your identity card.",
		"sv: Bifoga alltid en kopia av din id-handling.",
	}, []string{
		"sv: Vi begär aldrig en kopia av pass.",
		"en: If we have reasonable doubts we ask for more, for instance a copy of your passport.",
	}},
	{"complaint-conditional", []string{
		"sv: Klagomål ska först skickas till oss.",
		"en: Complaints must first be sent to us.",
		"sv: Innan du lämnar klagomål till IMY måste du vända dig till oss.",
		"sv: Du ska i första hand kontakta oss. Du måste alltid först kontakta bolaget om du vill klaga.",
		"en: Before lodging a complaint with the authority you must contact us.",
	}, []string{
		"sv: Du behöver inte kontakta oss först innan du klagar hos IMY.",
		"sv: Hör gärna av dig till oss innan du klagar hos IMY.",
		"en: You do not have to contact us before you complain to the authority.",
	}},
	{"enf-response", []string{
		"sv: Vi besvarar din begäran inom tre månader.",
		"sv: Ett registerutdrag får du inom 60 dagar.",
		"sv: Vi svarar på en begäran senast inom 45 dagar.",
		"en: We respond to your request within 90 days.",
		"en: Requests are answered within six weeks.",
		"data/organisation.yaml: {name: X, requests: {response_time: {sv: Vi svarar inom två månader., en: We answer within two months.}}}",
	}, []string{
		"sv: Vi svarar inom en månad. Är begäran komplicerad får svaret ta två månader till.",
		"sv: Vi svarar på din begäran inom 30 dagar.",
		"sv: Loggarna raderas inom tre månader.",
		"sv: Har IMY inte svarat inom tre månader kan du begära besked.",
		"en: We respond within one month, which may be extended by two further months.",
		"en: Invoices are answered for within 90 days of payment.",
		"data/organisation.yaml: {name: X, requests: {response_time: {sv: Vi svarar inom en månad., en: We answer within a month.}}}",
	}},
	{"adequacy-claim", []string{
		"sv: Indien har adekvat skyddsnivå.",
		"en: India offers an adequate level of protection.",
		"sv: Vår leverantör finns i Serbien. Serbien omfattas av ett beslut om adekvat skyddsnivå.",
		"sv: USA har en adekvat skyddsnivå.",
	}, []string{
		"sv: Schweiz har adekvat skyddsnivå.",
		"sv: Indien har inte adekvat skyddsnivå.",
		"sv: Uppgifterna förs till Indien. Tjänsten har adekvat skydd.",
		"en: Japan is covered by an adequacy decision.",
		"en: The United States offers adequate protection at those on the Data Privacy Framework list.",
	}},
	{"right-too-narrow", []string{
		"sv: Du kan begära att behandlingen begränsas tills uppgifterna har rättats.",
		"en: You may have processing restricted until the data is corrected.",
	}, []string{
		"sv: Du kan begära att behandlingen begränsas medan vi kontrollerar uppgifterna, och när behandlingen är olaglig.",
		"en: Processing is restricted, for instance, while we check the data.",
	}},
	{"enf-vital-public", []string{
		"vital",
	}, []string{
		"en: Our legal bases are contract and vital interests.",
	}},
	{"rights-customer-only", []string{
		"sv: Som kund har du rätt att få fel rättade.",
		"en: As a customer you have the right to a copy.",
	}, []string{
		"sv: Du har rätt att få fel rättade.",
		"sv: Som kund har du tillgång till portalen.",
	}},
	{"right-mislabelled", []string{
		"sv: ## Begränsning\n\nUppgifterna lämnas ut i maskinläsbar form.",
		"en: ## Right to restriction\n\nYou receive the data in a machine-readable form.",
		"data/rights/restriction.yaml: {right: restriction, meaning: {sv: Du får uppgifterna i en maskinläsbar fil., en: You get the data in a machine-readable file.}}",
		"data/rights/portability.yaml: {right: portability, meaning: {sv: Du får invända mot behandlingen., en: You may object to the processing.}}",
		"data/rights/erasure.yaml: {right: erasure, meaning: {sv: Du har rätt att få en kopia av de uppgifter som vi har om dig., en: You have the right to a copy of the data that we hold about you.}}",
		"data/rights/no-adm.yaml: {right: no-adm, meaning: {sv: Du har rätt att få dina uppgifter raderade., en: You have the right to have your data erased.}}",
		"data/rights/withdraw-consent.yaml: {right: withdraw-consent, meaning: {sv: Du har rätt att få felaktiga uppgifter rättade., en: You have the right to have inaccurate data corrected.}}",
		"data/rights/objection-marketing.yaml: {right: objection-marketing, meaning: {sv: Du har rätt till ett registerutdrag., en: You have the right to obtain a copy of your data.}}",
		"data/rights/judicial-remedy.yaml: {right: judicial-remedy, meaning: {sv: Du har rätt att lämna klagomål., en: You have the right to lodge a complaint.}}",
		"sv: **Begränsning:** Du har rätt att få ut dina uppgifter i maskinläsbart format.",
		"sv: - Rätt till begränsning – du kan få ut dina uppgifter i ett maskinläsbart format.",
		"en: - **Right to erasure (Article 17)**: you can get a copy of your data.",
		"en: | Right to restriction | You get your data in a machine-readable format. |",
		"sv: **Rätt till radering**\n\nDu får ett registerutdrag.",
	}, []string{
		"data/rights/restriction.yaml: {right: restriction, meaning: {sv: Du har rätt att stoppa behandlingen medan vi utreder om uppgifterna är felaktiga., en: You have the right to have us put the processing on hold while we check whether the data is wrong.}}",
		"data/rights/erasure.yaml: {right: erasure, meaning: {sv: Be oss slänga det som vi har om dig., en: Ask us to get rid of what we hold about you.}}",
		"data/rights/portability.yaml: {right: portability, meaning: {sv: Du får en fil som en annan leverantör kan läsa., en: You get a file that another provider can read.}}",
		"data/rights/access.yaml: {right: access, meaning: {sv: Du har rätt till insyn i det som står om dig., en: You have the right to inspect what we hold about you.}}",
		"sv: - Rätt till rättelse: säg till om något inte stämmer längre.",
		"sv: ## Information\n\nDu kan få dina uppgifter raderade.",
		"sv: ## Rätt till rättelse och radering\n\nDu kan få uppgifterna raderade.",
		"sv: ## Begränsning\n\nDu får begära att vi bara lagrar uppgifterna.",
		"sv: ## Portabilitet\n\nUppgifterna lämnas ut i maskinläsbar form.",
		"data/rights/restriction.yaml: {right: restriction, meaning: {sv: Vi begränsar hur uppgifterna används., en: We restrict how the data is used.}}",
	}},
	{"qualifier", []string{
		"sv: Namn kan behöva lämnas ut. I vissa fall lagras det, exempelvis vid köp. Normalt raderas det. Oftast sker det snart. I vissa situationer dröjer det.",
		"en: We may share names. We may also use them. Usually we may store them, and often we may combine them.",
	}, []string{
		"sv: Namnet lämnas ut till fraktbolaget när du handlar. I vissa fall ringer de dig.",
		"en: The decision of May 2026 applies. In May we collect names. You may use the form. May is busy. You may use it.",
	}},
	{"absolute-claim", []string{
		"sv: Vi garanterar full säkerhet.",
		"en: We protect the data with bank-level security.",
		"en: The data is 100\u00A0% safe.",
	}, []string{
		"sv: Vi kan inte garantera att nätet alltid fungerar.",
		"sv: Moderbolaget äger 100 % av aktierna.",
		"en: The data is encrypted with AES-256.",
	}},
	{"strive", []string{
		"sv: Vi strävar efter att svara snabbt.",
		"en: We use reasonable efforts to answer.",
	}, []string{
		"sv: Vi svarar inom en månad.",
		"en: We answer within a month.",
	}},
	{"data-open-ended", []string{
		"data/activities/x.yaml: {name: {sv: Köp, en: Orders}, role: controller, data: [{category: contact, items: [{name: {sv: Namn och liknande, en: Name and similar}}]}]}",
	}, []string{
		"data/activities/x.yaml: {name: {sv: Köp, en: Orders}, role: controller, data: [{category: contact, items: [{name: {sv: Namn, en: Name}}]}]}",
		"sv: Du kan till exempel ringa oss.",
	}},
	{"artefact", []string{
		"sv: Hoppa till innehållet",
		"sv: VÅRA ERBJUDANDEN",
	}, []string{
		"sv: ## GDPR",
		"sv: IMY tar emot klagomål.",
	}},
	{"empty-translation", []string{
		"data/rights/access.yaml: {right: access, meaning: {sv: You have the right to a copy of your data., en: You have the right to a copy of your data.}}",
	}, []string{
		"data/rights/access.yaml: {right: access, meaning: {sv: Du har rätt att få en kopia., en: You have the right to a copy.}}",
		"data/retention/x.yaml: {name: {sv: Svar i den gemensamma brevlådan, en: Svar i den gemensamma brevlådan}, law: {sv: Bokföringslagen (1999:1078) 7 kap. 2 §, en: Bokföringslagen (1999:1078) 7 kap. 2 §}}",
		"data/retention/x.yaml: {name: {sv: Svar, en: Replies}, criterion: {sv: Se Data Privacy Framework, en: Se Data Privacy Framework}}",
	}},
	{"typo", []string{
		"sv: Vi behandlar dina personupgifter.",
	}, []string{
		"sv: Vi behandlar dina personuppgifter.",
	}},
	{"negation-slip", []string{
		"sv: Vi samlar inte in uppgifter som inte behövs.",
		"en: We do not collect data that is not needed.",
	}, []string{
		"sv: Vi samlar inte in uppgifter om hälsa. Vi säljer dem inte.",
	}},
	{"public-secret", []string{
		"data/measures/x.yaml: {title: {sv: Nät, en: Network}, domain: physical, text: {sv: Servern 10.0.3.7 är skyddad., en: The server 10.0.3.7 is protected.}}",
	}, []string{
		"data/measures/x.yaml: {title: {sv: Nät, en: Network}, domain: physical, text: {sv: Näten är åtskilda., en: The networks are kept apart.}}",
		"sv: Se 10.1 och 10.2 i avtalet.",
	}},
	{"long-sentence", []string{
		"sv: " + strings.Repeat("Detta är en lång rad av ord ", 7) + "som slutar här.",
	}, []string{
		"sv: " + strings.Repeat("Det här är t.ex. ord. ", 20),
	}},
	{"dense-text", []string{
		"sv: " + strings.Repeat("Personuppgiftsansvarigas dokumentationsskyldigheter omfattar behandlingsverksamheternas säkerhetsåtgärder samt konsekvensbedömningar. ", 15),
	}, []string{
		"sv: " + strings.Repeat("Vi svarar dig inom en månad. ", 30),
		"en: " + strings.Repeat("Notwithstanding jurisdictional considerations, organisations document processing activities comprehensively. ", 15),
	}},
}

// Spoken returns, by rule, the shortest text in which the mistake is made.
func Spoken() map[string]string {
	shortest := map[string]string{}
	for _, s := range Slips {
		for _, text := range s.Speaks {
			if text == "vital" {
				continue
			}
			if old, ok := shortest[s.Rule]; !ok || len(text) < len(old) {
				shortest[s.Rule] = text
			}
		}
	}
	return shortest
}
