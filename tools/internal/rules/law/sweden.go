package law

import (
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
)

// sweden are the duties of Swedish law.
var sweden = []Duty{
	{
		ID: "SE-DSL-3-10", Article: "Dataskyddslagen 3 kap. 10 §", Severity: diag.Error, Fields: "activities, recipients: data[].items[].national_id; declarations.national_id",
		Title:  diag.Say("varför personnummer behövs", "why national identification numbers are needed"),
		Why:    diag.Say("Utan samtycke ska det vara klart motiverat av ändamålet, av säker identifiering eller av något annat beaktansvärt skäl.", "Without consent it must be clearly justified by the purpose, by secure identification or by another noteworthy reason."),
		when:   identified,
		answer: ofNumbers(justified),
	},
	{
		ID: "SE-DSL-3-10-special", Article: "Dataskyddslagen 3 kap. 10 §; GDPR Art. 9(1)", Severity: diag.Warning, Fields: "data[].items[].special",
		Title:  diag.Say("personnummer är ingen känslig uppgift", "a national identification number is no special category"),
		Why:    diag.Say("Fel etikett ger fel regler.", "The wrong label brings the wrong rules."),
		when:   identified,
		answer: ofNumbers(notSpecial),
	},
	{
		ID: "SE-DSL-2-4", Article: "Dataskyddslagen 2 kap. 4 §", Severity: diag.Error, Fields: "activities: children.min_age",
		Title:  diag.Say("åldersgränsen 13 år för barns eget samtycke", "the age of 13 for a child's own consent"),
		Why:    diag.Say("Gränsen är 13 år i Sverige, inte 16.", "The age is 13 in Sweden, not 16."),
		when:   targetingChildren,
		answer: each(forChildren, nobody, thirteen),
	},
	{
		ID: "SE-DSL-2-1", Article: "Dataskyddslagen 2 kap. 1 §", Severity: diag.Warning, Fields: "activities: purposes[].bases[].law",
		Title: diag.Say("lagen, kollektivavtalet eller beslutet bakom en rättslig förpliktelse", "the law, collective agreement or decision behind a legal obligation"),
		Why:   diag.Say("Förpliktelsen ska följa av svensk rätt eller EU-rätt.", "The obligation must follow from Swedish or EU law."),
		when:  onObligation,
		answer: each(ours, noActivity, func(_ *facts, a *record.Activity) reply {
			return lawNamed(a, "legal-obligation")
		}),
	},
	{
		ID: "SE-DSL-3-8", Article: "Dataskyddslagen 3 kap. 8–9 §§", Severity: diag.Error, Fields: "activities: purposes[].art10; declarations.criminal_offences",
		Title:  diag.Say("lagstödet för uppgifter om lagöverträdelser", "the statutory ground for data on criminal offences"),
		Why:    diag.Say("Andra än myndigheter behöver lag, föreskrift eller beslut.", "Others than authorities need a law, a regulation or a decision."),
		when:   offences,
		answer: each(withOffences, nobody, authorised),
	},
	Duty{
		ID: "SE-DSL-6-8", Article: "Dataskyddslagen 6 kap. 8 §; 7 kap. 3 a §", Severity: diag.Info, Fields: "authorities: complaint.remedy",
		Title: diag.Say("vad man kan göra om IMY dröjer: tre månader, sedan två veckor", "what to do if IMY is slow: three months, then two weeks"),
		Why:   diag.Say("Rätten finns sedan den 1 maj 2025, och få känner till den.", "The right exists since 1 May 2025, and few know of it."),
		when:  swedishAuthority,
		answer: ofAuthority("complaint.remedy", "vad man kan göra om myndigheten dröjer", "what can be done if the authority is slow",
			func(c *record.Complaint) record.Text { return c.Remedy }),
	}.by(remedyOf2025),
	Duty{
		ID: "SE-LEK-9-28-purpose", Article: "LEK 9 kap. 28 §", Profile: "cookies", Severity: diag.Error, Fields: "cookies: purpose",
		Title: diag.Say("vad varje kaka är till för", "what each cookie is for"),
		Why:   diag.Say("Ingen kan säga ja till det den inte vet.", "Nobody can say yes to what they do not know."),
		when:  cookiesUsed,
		answer: each(cookies, noCookie, func(_ *facts, c *record.Cookie) reply {
			return tells(len(c.Purpose) > 0, "purpose", "vad den är till för", "what it is for", "purpose: {sv: …, en: …}")
		}),
	}.by(lek),
	Duty{
		ID: "SE-LEK-9-28-consent", Article: "LEK 9 kap. 28 §; 1 kap. 8 §", Profile: "cookies", Severity: diag.Error, Fields: "organisation: cookies.consent; cookies: consent_required",
		Title:  diag.Say("samtycke innan andra kakor än nödvändiga sätts", "consent before other cookies than necessary ones are set"),
		Why:    diag.Say("Enheten är besökarens, så besökaren bestämmer.", "The device is the visitor's, so the visitor decides."),
		when:   consenting,
		answer: site(consentAsked),
	}.by(lek),
	Duty{
		ID: "SE-LEK-9-28-exempt", Article: "LEK 9 kap. 28 §", Profile: "cookies", Severity: diag.Error, Fields: "cookies: category, consent_required",
		Title:  diag.Say("bara överföring och uttryckligen begärda tjänster undantas från samtycke", "only transmission and expressly requested services are exempt from consent"),
		Why:    diag.Say("Statistik är inte nödvändig för besökaren.", "Statistics are not necessary for the visitor."),
		when:   cookiesUsed,
		answer: each(cookies, noCookie, exempt),
	}.by(lek),
	Duty{
		ID: "SE-LEK-9-28-info", Article: "LEK 9 kap. 28 §; C-673/17", Profile: "cookies", Severity: diag.Error, Fields: "cookies: provider, lifetime, session, recipients",
		Title:  diag.Say("vem som sätter kakan, hur länge den ligger kvar och vem som läser den", "who sets the cookie, how long it stays and who reads it"),
		Why:    diag.Say("EU-domstolen kräver livslängd och mottagare (Planet49).", "The Court of Justice requires lifetime and recipients (Planet49)."),
		when:   cookiesUsed,
		answer: each(cookies, noCookie, cookieTold),
	}.by(lek),
	Duty{
		ID: "SE-LEK-9-28-withdraw", Article: "LEK 9 kap. 28 §; GDPR Art. 7(3)", Profile: "cookies", Severity: diag.Error, Fields: "organisation: cookies.consent.withdraw, withdraw_url",
		Title: diag.Say("hur ett samtycke till kakor återkallas", "how consent to cookies is withdrawn"),
		Why:   diag.Say("Att hänvisa till webbläsarens inställningar räcker inte.", "To refer to the browser's settings is not enough."),
		when:  consenting,
		answer: site(func(f *facts, _ *record.Organisation) reply {
			c := f.consent()
			return tells(len(c.Withdraw) > 0 || c.WithdrawURL != "", "cookies.consent.withdraw", "hur ett samtycke till kakor återkallas", "how consent to cookies is withdrawn", "cookies: {consent: {withdraw: {sv: …, en: …}}}")
		}),
	}.by(lek),
	Duty{
		ID: "SE-BFL-7-2", Article: "Bokföringslagen 7 kap. 2 §", Severity: diag.Error, Fields: "retention: law, period, starts_at",
		Title:  diag.Say("räkenskapsinformation sparas till och med det sjunde året", "accounting records are kept through the seventh year"),
		Why:    diag.Say("Tiden räknas från utgången av det kalenderår då räkenskapsåret avslutades, inte från fakturan.", "The period runs from the end of the calendar year in which the financial year ended, not from the invoice."),
		lint:   "bfl-period",
		answer: each(underBookkeeping, noPeriod("ingen lagringstid anger bokföringslagen", "no retention rule names the Accounting Act"), sevenYears),
	}.by(bookkeeping),
	Duty{
		ID: "SE-PRESKR-2", Article: "Preskriptionslagen 2 §", Severity: diag.Warning, Fields: "retention: period, law; activities: data_subjects",
		Title:  diag.Say("tio år för krav bara med stöd av preskriptionslagen, och tre mot konsumenter", "ten years for claims only under the Limitation Act, and three against consumers"),
		Why:    diag.Say("Krav mot en konsument preskriberas efter tre år.", "Claims against a consumer are time-barred after three years."),
		answer: each(tenYears, noPeriod("ingen lagringstid är tio år eller anger preskriptionslagen", "no retention rule is of ten years or names the Limitation Act"), limitationNamed),
	}.by(limitation),
	Duty{
		ID: "SE-ABL-28-5", Article: "Aktiebolagslagen 28 kap. 5 §", Profile: "company", Severity: diag.Error, Fields: "controllers: legal_name, seat, org_number",
		Title: diag.Say("firma, säte och organisationsnummer på webbplatsen", "name, registered office and organisation number on the website"),
		Why:   diag.Say("Den som läser ska veta exakt vilket bolag det är.", "The reader shall know exactly which company it is."),
		when:  limited,
		answer: each(controllers, noController, func(_ *facts, c *record.Controller) reply {
			return whole(
				part{c.LegalName != "", "legal_name", "sin firma", "its legal name", "legal_name: …"},
				part{c.Seat != "", "seat", "var styrelsen har sitt säte", "where its registered office is", "seat: …"},
				part{c.OrgNumber != "", "org_number", "sitt organisationsnummer", "its organisation number", `org_number: "…"`})
		}),
	}.by(companies),
	Duty{
		ID: "SE-EHL-8", Article: "E-handelslagen 8 §", Profile: "company", Severity: diag.Warning, Fields: "controllers: legal_name, address, email, org_number, vat_number",
		Title:  diag.Say("namn, adress, e-post, organisationsnummer och momsnummer", "name, address, e-mail, organisation number and VAT number"),
		Why:    diag.Say("Den som erbjuder tjänster på nätet ska gå att nå snabbt.", "Whoever offers services online shall be quick to reach."),
		answer: each(controllers, noController, serviceProvider),
	}.by(commerce),
	Duty{
		ID: "SE-ORGNR-FORMAT", Article: "Lag (1974:174)", Profile: "company", Severity: diag.Error, Fields: "controllers: org_number",
		Title:  diag.Say("ett organisationsnummer som kan vara riktigt", "an organisation number that can be right"),
		Why:    diag.Say("En felskriven siffra pekar ut någon annan.", "A mistyped digit points to somebody else."),
		told:   "org-number",
		answer: each(numbered, outside("inget svenskt organisationsnummer anges", "no Swedish organisation number is given"), wellFormed),
	}.by(orgNumbers),
	{
		ID: "SE-IMY-NAME", Article: "GDPR Art. 13(2)(d)", Severity: diag.Error, Fields: "authorities: name",
		Title:  diag.Say("den svenska myndighetens rätta namn", "the right name of the Swedish authority"),
		Why:    diag.Say("Datainspektionen bytte namn den 1 januari 2021. På Åland heter myndigheten fortfarande så.", "Datainspektionen changed its name on 1 January 2021. On Åland the authority is still called so."),
		when:   swedishAuthority,
		answer: each(swedishAuthorities, nobody, rightlyNamed),
	},
	Duty{
		ID: "SE-PTS-COOKIE", Article: "LEK 9 kap. 28 §", Profile: "cookies", Severity: diag.Info, Fields: "authorities: tasks: cookies",
		Title:  diag.Say("att klagomål om kakor går till PTS", "that complaints about cookies go to PTS"),
		Why:    diag.Say("IMY prövar bara det som sker med uppgifterna efteråt.", "IMY examines only what happens to the data afterwards."),
		when:   cookiesUsed,
		answer: cookieAuthority,
	}.by(lek),
}

// number is a datum that is, or is called, a national identification number.
type number struct {
	record record.Record
	at     string
	item   record.Item
}

// numberNames are what people call such a number.
var numberNames = regexp.MustCompile(`(?i)personnummer|samordningsnummer|social security number|personal identity number|national identification number`)

// gatherNumbers finds the national identification numbers among the data.
func (f *facts) gatherNumbers() {
	look := func(r record.Record, data []record.Data) {
		for i, d := range data {
			for j, it := range d.Items {
				if it.NationalID != nil || calledNumber(it.Name) {
					f.numbers = append(f.numbers, number{r, item(item("data", i)+".items", j), it})
				}
			}
		}
	}
	for _, a := range f.set.Activities {
		look(a, a.Data)
	}
	for _, r := range f.recipients {
		look(r, r.Data)
	}
}

func calledNumber(name record.Text) bool {
	for _, s := range name {
		if (strings.Contains(s, "ummer") || strings.Contains(s, "umber")) && numberNames.MatchString(s) {
			return true
		}
	}
	return false
}

func ofNumbers(ask func(number) reply) func(*facts) answer {
	return func(f *facts) answer {
		var a answer
		for _, n := range f.numbers {
			a.add(f, n.record, ask(n))
		}
		return a
	}
}

func justified(n number) reply {
	id := n.item.NationalID
	const write = "national_id: {justification: …, reason: {sv: …, en: …}}"
	switch {
	case id == nil:
		return lacks(coverage.Missing, n.at, diag.Say("behandlar %s utan att säga varför det är klart motiverat", "processes %s without saying why that is clearly justified", record.QuotedWords(n.item.Name)), write)
	case id.Justification == "":
		return lacks(coverage.Missing, n.at+".national_id", diag.Say("behandlar %s, men grunden i lagen saknas", "processes %s, but the ground in the law is missing", record.QuotedWords(n.item.Name)), write).warned()
	}
	return covered(n.at + ".national_id")
}

func notSpecial(n number) reply {
	if n.item.Special == "" {
		return covered(n.at)
	}
	return lacks(coverage.Missing, n.at+".special", diag.Say("kallar %s en känslig uppgift, vilket ett personnummer inte är", "calls %s a special category, which a national identification number is not", record.QuotedWords(n.item.Name)), "").
		advised("ta bort special", "remove special")
}

func thirteen(_ *facts, a *record.Activity) reply {
	switch age := a.Children.MinAge; {
	case age == 13:
		return covered("children.min_age")
	case age == 0:
		return tells(false, "children.min_age", "från vilken ålder ett barn samtycker självt", "from which age a child consents alone", "children: {min_age: 13}")
	case age < 13:
		return lacks(coverage.Missing, "children.min_age", diag.Say("låter barn samtycka från %d år, men gränsen i Sverige är 13", "lets children consent from the age of %d, but the limit in Sweden is 13", age), "children: {min_age: 13}")
	default:
		return lacks(coverage.Partial, "children.min_age", diag.Say("anger åldern %d, men gränsen i Sverige är 13", "gives the age of %d, but the limit in Sweden is 13", age), "children: {min_age: 13}")
	}
}

// swedishAuthority is the condition that complaints go to a Swedish authority.
func swedishAuthority(f *facts) (answer, bool) {
	au := f.authority()
	switch {
	case au == nil && len(swedishAuthorities(f)) == 0:
		return noAuthority(f), false
	case au != nil && au.Country != "SE":
		return spared(diag.Say("klagomål går till en myndighet i ett annat land", "complaints go to an authority in another country"), spot{au, "country"})
	}
	return applies()
}

func swedishAuthorities(f *facts) []*record.Authority {
	return only(f.set.Authorities, func(a *record.Authority) bool { return a.Country == "SE" && slices.Contains(a.Tasks, "complaints") })
}

func rightlyNamed(_ *facts, a *record.Authority) reply {
	for _, name := range append([]string{a.LocalName, a.Abbreviation}, a.Name["sv"], a.Name["en"]) {
		if strings.Contains(name, "Integritetsskyddsmyndigheten") || name == "IMY" {
			return covered("name")
		}
	}
	return lacks(coverage.Missing, "name", diag.Say("heter inte längre så: %s", "is no longer called so: %s", record.QuotedWords(a.Name)),
		"name: {sv: Integritetsskyddsmyndigheten, en: Swedish Authority for Privacy Protection}; local_name: Integritetsskyddsmyndigheten")
}

func cookies(f *facts) []*record.Cookie { return f.set.Cookies }

func noCookie(f *facts) answer {
	var a answer
	a.add(f, f.org, reply{state: coverage.Missing, path: "cookies.used", file: "data/cookies/…",
		text: diag.Say("använder kakor men beskriver inga", "uses cookies but describes none"), write: "name: …; kind: …; provider: …; purpose: {sv: …, en: …}; category: …; lifetime: …"})
	return a
}

func consentAsked(f *facts, _ *record.Organisation) reply {
	c := f.consent()
	return tells(c.Tool != "" || c.ToolURL != "" || len(c.Withdraw) > 0, "cookies.consent", "hur samtycke till kakor inhämtas", "how consent to cookies is asked for", "cookies: {consent: {tool: …, withdraw: {sv: …, en: …}}}")
}

func exempt(_ *facts, c *record.Cookie) reply {
	if c.Category == "necessary" || c.Category == "" || !record.No(c.ConsentRequired) {
		return covered("category")
	}
	return lacks(coverage.Missing, "consent_required", diag.Say("sätts utan samtycke fast den hör till kategorin %s", "is set without consent although its category is %s", record.ChoiceWords("cookie-category", c.Category)),
		"consent_required: true").advised("är den nödvändig för en tjänst som besökaren uttryckligen har bett om, skriv category: necessary",
		"if it is necessary for a service that the visitor has expressly requested, write category: necessary")
}

func cookieTold(_ *facts, c *record.Cookie) reply {
	r := whole(
		part{c.Provider != "", "provider", "vem som sätter den", "who sets it", "provider: …"},
		part{c.Lifetime != "" || c.Session || c.Kind == "sessionstorage", "lifetime", "hur länge den ligger kvar", "how long it stays", "lifetime: …"})
	if c.Party == "third" && len(c.Recipients) == 0 {
		return all([]reply{r, lacks(coverage.Partial, "recipients", diag.Say("kommer från en tredje part, men det sägs inte vem som läser den", "comes from a third party, but it is not said who reads it"), "recipients: […]")}, r)
	}
	return r
}

// noPeriod is the answer where no retention rule is of a certain sort. Where there
// is no rule at all, nobody knows.
func noPeriod(sv, en string) func(*facts) answer {
	return func(f *facts) answer {
		rules := keptByUs(f)
		if len(rules) == 0 {
			return f.unkept()
		}
		a := answer{state: coverage.NotApplicable, why: diag.Say(sv, en)}
		for _, r := range rules {
			a.by = append(a.by, spot{r, "name"})
		}
		return a
	}
}

func underBookkeeping(f *facts) []*record.Retention {
	return only(f.set.Retention, func(r *record.Retention) bool { return cites(r.Law, "bokföringslag", "1999:1078", "accounting act") })
}

// cites tells whether a text names a law, by one of its names or its number.
func cites(law record.Text, names ...string) bool {
	for _, s := range law {
		s = strings.ToLower(s)
		if slices.ContainsFunc(names, func(n string) bool { return strings.Contains(s, n) }) {
			return true
		}
	}
	return false
}

func sevenYears(_ *facts, r *record.Retention) reply {
	const seven = value.Period("P7Y")
	var gaps []reply
	switch {
	case r.Period == "":
		gaps = append(gaps, lacks(coverage.Missing, "law", diag.Say("åberopar bokföringslagen men anger ingen tid", "relies on the Accounting Act but gives no period"), "period: P7Y"))
	case seven.LongerThan(r.Period):
		gaps = append(gaps, lacks(coverage.Missing, "period", diag.Say("anger %s, men bokföringslagen kräver sju år", "gives %s, but the Accounting Act demands seven years", record.PeriodWords(r.Period)), "period: P7Y"))
	case r.Period.LongerThan(seven):
		gaps = append(gaps, lacks(coverage.Partial, "period", diag.Say("anger %s, men bokföringslagen kräver bara sju år", "gives %s, but the Accounting Act demands only seven years", record.PeriodWords(r.Period)), "period: P7Y"))
	}
	if !cites(r.StartsAt, "kalenderår", "calendar year") {
		gaps = append(gaps, lacks(coverage.Partial, "starts_at", diag.Say("räknar inte tiden från utgången av det kalenderår då räkenskapsåret avslutades", "does not count from the end of the calendar year in which the financial year ended"),
			"starts_at: {sv: utgången av det kalenderår då räkenskapsåret avslutades, en: the end of the calendar year in which the financial year ended}"))
	}
	return all(gaps, covered("period"))
}

func tenYears(f *facts) []*record.Retention {
	return only(keptByUs(f), func(r *record.Retention) bool {
		return !value.Period("P10Y").LongerThan(r.Period) && !r.Period.LongerThan("P10Y") && r.Period != "" ||
			cites(r.Law, "preskriptionslag", "1981:130", "limitation act")
	})
}

func limitationNamed(f *facts, r *record.Retention) reply {
	if !cites(r.Law, "preskriptionslag", "1981:130", "limitation act") {
		return lacks(coverage.Missing, "period", diag.Say("sparas i %s utan att någon lag anges", "is kept for %s without a law being named", record.PeriodWords(r.Period)), "law: {sv: Preskriptionslagen (1981:130) 2 §, en: …}")
	}
	for _, a := range f.ours {
		if !slices.Contains(a.Retention, r.ID) || !r.Period.LongerThan("P3Y") {
			continue
		}
		for _, s := range a.DataSubjects {
			if cites(s, "konsument", "consumer", "privatperson") {
				return lacks(coverage.Missing, "period", diag.Say("sparas i %s med stöd av preskriptionslagen, men %s gäller konsumenter, mot vilka krav preskriberas efter tre år",
					"is kept for %s under the Limitation Act, but %s concerns consumers, against whom claims are time-barred after three years", record.PeriodWords(r.Period), f.called(a)), "period: P3Y")
			}
		}
	}
	return covered("law")
}

func serviceProvider(_ *facts, c *record.Controller) reply {
	return parts(
		part{c.LegalName != "", "legal_name", "sin firma", "its legal name", "legal_name: …"},
		part{c.Address != nil, "address", "sin adress", "its address", "address: {street: …, postal_code: …, city: …, country: …}"},
		part{c.Email != "", "email", "sin e-postadress", "its e-mail address", "email: …"},
		part{c.OrgNumber != "" || c.ForeignRegistration != "" || c.LegalForm == "ef", "org_number", "sitt organisationsnummer", "its organisation number", `org_number: "…"`},
		part{c.VATNumber != "", "vat_number", "sitt momsregistreringsnummer", "its VAT number", "vat_number: …"})
}

func numbered(f *facts) []*record.Controller {
	return only(f.controllers, func(c *record.Controller) bool { return c.OrgNumber != "" })
}

func wellFormed(_ *facts, c *record.Controller) reply {
	if value.OrgNumber(c.OrgNumber) != "" {
		return covered("org_number")
	}
	return lacks(coverage.Missing, "org_number", diag.Say("anger %s, som inte är något organisationsnummer", "gives %s, which is no organisation number", diag.Quote(c.OrgNumber)), "")
}

func cookieAuthority(f *facts) answer {
	var a answer
	for _, au := range f.set.Authorities {
		if slices.Contains(au.Tasks, "cookies") {
			a.add(f, au, covered("tasks"))
			return a
		}
	}
	a.add(f, f.org, reply{state: coverage.Missing, path: "cookies", file: "data/authorities/pts.yaml",
		text: diag.Say("säger inte att klagomål om kakor går till PTS", "does not say that complaints about cookies go to PTS"), write: "country: SE; tasks: [cookies]; name: {sv: Post- och telestyrelsen, en: Swedish Post and Telecom Authority}"})
	return a
}
