package law

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/statute"
)

// guidelines are what the authorities read into the law.
var guidelines = []Duty{
	{
		ID: "WP260-LAYER", Article: "GDPR Art. 12(1); WP260", Severity: diag.Warning, Fields: "activities: summary; controllers: legal_name, trade_name",
		Title:  diag.Say("ett första lager med vem, varför och rättigheter", "a first layer with who, why and rights"),
		Why:    diag.Say("Det viktigaste först; resten ett klick bort.", "The most important first; the rest one click away."),
		answer: each(ours, noActivity, summarised),
	},
	{
		ID: "WP260-LANG", Article: "GDPR Art. 12(1); WP260", Severity: diag.Warning, Fields: "organisation: languages, audience_countries",
		Title:  diag.Say("läsarnas språk", "the readers' languages"),
		Why:    diag.Say("Den som vänder sig till ett land ska tala dess språk.", "Whoever addresses a country shall speak its language."),
		lint:   "language-mismatch",
		answer: spoken,
	},
	{
		ID: "WP260-CHANGE-ACTIVE", Article: "GDPR Art. 12(1); WP260 §29", Severity: diag.Error, Gentle: true, Fields: "changes: notices; organisation: change_policy",
		Title:  diag.Say("väsentliga ändringar meddelas aktivt", "material changes are actively notified"),
		Why:    diag.Say("En ändring på en sida som ingen läser om är ingen information.", "A change on a page that nobody reads again is no information."),
		answer: changesTold,
	},
	{
		ID: "WP260-CHANGE-ADVANCE", Article: "GDPR Art. 13(3); WP260 §30–31", Severity: diag.Warning, Fields: "changes: notices[].date, effective",
		Title:  diag.Say("grundläggande ändringar meddelas i god tid", "fundamental changes are notified well in advance"),
		Why:    diag.Say("Den som ska kunna invända behöver tid.", "Whoever is to be able to object needs time."),
		answer: each(effectiveChanges, outside("ingen ändring med startdag är antecknad", "no change with a day of effect is recorded"), inAdvance),
	},
	{
		ID: "WP260-CHANGE-CHECKBACK", Article: "GDPR Art. 5(1)(a); WP260 §29", Severity: diag.Error, Fields: "–",
		Title: diag.Say("inget ”läs sidan igen då och då”", "no “check this page regularly”"),
		Why:   diag.Say("Det är oskäligt att lägga bevakningen på läsaren.", "It is unfair to lay the watch on the reader."),
		answer: undecided("det avgörs av orden; regeln om ordval läser texterna",
			"that is decided by the words; the rule on wording reads the texts"),
	},
	{
		ID: "WP260-DATE", Article: "GDPR Art. 5(2); WP260", Severity: diag.Warning, Fields: "organisation: review.reviewed_on",
		Title:  diag.Say("när uppgifterna senast gicks igenom", "when the facts were last gone through"),
		Why:    diag.Say("Ingen lag kräver ett datum, men utan ett kan ingen visa vad som gällde.", "No law demands a date, but without one nobody can show what applied."),
		lint:   "no-date",
		answer: site(reviewed),
	},
	{
		ID: "WP260-SAMEPLACE", Article: "GDPR Art. 12(1); WP260", Severity: diag.Warning, Fields: "–",
		Title:  diag.Say("all information på ett ställe", "all information in one place"),
		Why:    diag.Say("Spridd information går inte att överblicka (CNIL mot Google).", "Scattered information cannot be surveyed (CNIL v. Google)."),
		answer: undecided("det avgörs på de färdiga sidorna", "that is decided on the finished pages"),
	},
	Duty{
		ID: "EDPB-07-2020-ROLES", Article: "GDPR Art. 4(7)–(8); EDPB 07/2020", Severity: diag.Error, Fields: "activities: role; services: roles",
		Title:  diag.Say("en roll för varje part i varje behandling", "one role for each party in each activity"),
		Why:    diag.Say("Den som är både ansvarig och biträde för samma uppgifter är ingetdera.", "Whoever is both controller and processor of the same data is neither."),
		lint:   "role-contradiction",
		answer: each(activities, noActivity, oneRole),
	}.by(edpb07),
	Duty{
		ID: "EDPB-07-2020-FLAG", Article: "GDPR Art. 28(2); EDPB 07/2020", Profile: "processor", Severity: diag.Warning, Fields: "organisation: processor_terms.notice_channels",
		Title:  diag.Say("nya underbiträden meddelas aktivt, inte bara i en lista", "new sub-processors are actively announced, not only listed"),
		Why:    diag.Say("Kunden ska inte behöva leta efter ändringen.", "The customer shall not have to look for the change."),
		when:   processing,
		answer: site(flagged),
	}.by(edpb07),
	Duty{
		ID: "EDPB-22-2024-CHAIN", Article: "GDPR Art. 28(2), (4); EDPB 22/2024 §25–32", Profile: "processor", Severity: diag.Warning, Fields: "recipients: legal_name, address, contact, service",
		Title:  diag.Say("vilka alla underbiträden är, i varje led", "who all sub-processors are, on every level"),
		Why:    diag.Say("Kunden svarar för hela kedjan och ska känna den.", "The customer answers for the whole chain and shall know it."),
		when:   processing,
		answer: each(chain, noChain, listedParty),
	}.by(edpb22),
	Duty{
		ID: "EDPB-22-2024-TRANSFER", Article: "GDPR Art. 44; EDPB 22/2024 §88", Profile: "processor", Severity: diag.Warning, Fields: "recipients: transfer",
		Title:  diag.Say("överföringar i varje led av kedjan", "transfers on every level of the chain"),
		Why:    diag.Say("Det sista ledet är lika mycket kundens ansvar som det första.", "The last link is as much the customer's responsibility as the first."),
		when:   processing,
		answer: each(chain, noChain, transferTold),
	}.by(edpb22),
}

func activities(f *facts) []*record.Activity { return f.set.Activities }

func effectiveChanges(f *facts) []*record.Change {
	return only(f.set.Changes, func(c *record.Change) bool { return c.Effective != "" && !record.No(c.Material) })
}

// languagesOf are official languages of the countries of the EEA, of which a
// reader there knows one.
var languagesOf = map[value.Country][]string{
	"AT": {"de"}, "AX": {"sv"}, "BE": {"nl", "fr", "de"}, "BG": {"bg"}, "CY": {"el"}, "CZ": {"cs"}, "DE": {"de"}, "DK": {"da"},
	"EE": {"et"}, "ES": {"es"}, "FI": {"fi", "sv"}, "FR": {"fr"}, "GR": {"el"}, "HR": {"hr"}, "HU": {"hu"}, "IE": {"en", "ga"},
	"IS": {"is"}, "IT": {"it"}, "LI": {"de"}, "LT": {"lt"}, "LU": {"fr", "de", "lb"}, "LV": {"lv"}, "MT": {"en", "mt"}, "NL": {"nl"},
	"NO": {"nb", "nn", "no"}, "PL": {"pl"}, "PT": {"pt"}, "RO": {"ro"}, "SE": {"sv"}, "SI": {"sl"}, "SK": {"sk"},
}

func spoken(f *facts) answer {
	var a answer
	if len(f.org.AudienceCountries) == 0 {
		a.add(f, f.org, reply{state: coverage.Unknown, path: "audience_countries", write: "audience_countries: […]",
			text: diag.Say("säger inte i vilka länder läsarna bor", "does not say in which countries the readers live")})
		return a
	}
	for i, c := range f.org.AudienceCountries {
		tongues, at := languagesOf[statute.HomeOf(c)], item("audience_countries", i)
		if len(tongues) == 0 || slices.ContainsFunc(tongues, func(l string) bool { return slices.Contains(f.org.Languages, l) }) {
			a.add(f, f.org, covered(at))
			continue
		}
		a.add(f, f.org, lacks(coverage.Missing, at, diag.Say("vänder sig till läsare i %s, men inte på %s", "addresses readers in %s, but not in %s", record.CountryWords(c),
			diag.Text{SV: value.LanguageName(tongues[0], "sv"), EN: value.LanguageName(tongues[0], "en")}), "languages: ["+tongues[0]+", …]"))
	}
	return a
}

// changesTold asks that each material change was told to somebody, or, where
// there is none yet, how changes will be.
func changesTold(f *facts) answer {
	var a answer
	for _, c := range f.set.Changes {
		switch {
		case record.No(c.Material):
		case len(c.Notices) > 0:
			a.add(f, c, covered("notices"))
		case record.Yes(c.Material):
			a.add(f, c, tells(false, "material", "vilka som har underrättats om en väsentlig ändring", "who was told of a material change", "notices: [{audience: customers, date: …, channel: …}]"))
		}
	}
	if a.state == "" {
		a.add(f, f.org, tells(len(f.org.ChangePolicy) > 0, "change_policy", "hur väsentliga ändringar meddelas", "how material changes are notified", "change_policy: {sv: …, en: …}"))
	}
	return a
}

func inAdvance(_ *facts, c *record.Change) reply {
	for _, n := range c.Notices {
		if n.Date.Before(c.Effective) {
			return covered("notices")
		}
	}
	return lacks(coverage.Missing, "effective", diag.Say("började gälla %s utan att någon hade underrättats innan", "took effect on %s without anybody having been told before", record.DayWords(c.Effective)), "notices: [{audience: …, date: …, channel: …}]")
}

func reviewed(f *facts, o *record.Organisation) reply {
	switch r := o.Review; {
	case r == nil || r.ReviewedOn == "":
		return tells(false, "review", "när uppgifterna senast gicks igenom", "when the facts were last gone through", "review: {reviewed_on: …}")
	case r.ReviewedOn.Before(yearBefore(f.asOf)):
		return lacks(coverage.Partial, "review.reviewed_on", diag.Say("gick igenom uppgifterna senast %s, för mer än tolv månader sedan", "last went through the facts on %s, more than twelve months ago", record.DayWords(r.ReviewedOn)),
			"review: {reviewed_on: …}").advised("gå igenom uppgifterna och skriv dagen då det skedde", "go through the facts and write the day on which that was done")
	}
	return covered("review.reviewed_on")
}

// oneRole asks that an activity has a role, and that no other has the opposite
// role for the very same data.
func oneRole(f *facts, a *record.Activity) reply {
	if !role(a) {
		return tells(false, "role", "i vilken roll den utförs", "in which role it is done", "role: …")
	}
	if other, category := f.contradicts(a); other != nil {
		return lacks(coverage.Missing, "role", diag.Say("utförs som %s, men %s behandlar samma uppgifter (%s) i samma tjänst som %s", "is done as a %s, but %s processes the same data (%s) in the same service as a %s",
			record.ChoiceWords("activity-role", a.Role), f.called(other), f.category(category), record.ChoiceWords("activity-role", other.Role)), "").
			advised("dela uppgifterna: ange i varje behandling vilka som behandlas i just den rollen", "split the data: list in each activity the items that are processed in that very role")
	}
	return covered("role")
}

// contradicts returns the activity for customers that claims the whole of a
// category of data which an activity of ours claims the whole of, too, in the
// same service. Where items are listed, the data is taken to be split.
func (f *facts) contradicts(a *record.Activity) (other *record.Activity, category string) {
	if customers(a) {
		return nil, ""
	}
	for _, d := range a.Data {
		if len(d.Items) > 0 {
			continue
		}
		for _, service := range a.Services {
			if c := f.wholes[claim{service, d.Category}]; c != nil {
				return c, d.Category
			}
		}
	}
	return nil, ""
}

// claim is a category of data in a service.
type claim struct{ service, category string }

func flagged(f *facts, _ *record.Organisation) reply {
	channels := f.terms().NoticeChannels
	if slices.ContainsFunc(channels, func(c string) bool { return c != "website" }) {
		return covered("processor_terms.notice_channels")
	}
	return tells(false, "processor_terms.notice_channels", "att nya underbiträden meddelas med e-post, flöde eller portal", "that new sub-processors are announced by e-mail, feed or portal", "processor_terms: {notice_channels: […]}")
}

// listedParty asks for the four fields of a list of sub-processors.
func listedParty(_ *facts, r *record.Recipient) reply {
	return parts(
		part{r.LegalName != "", "legal_name", "firma", "its legal name", "legal_name: …"},
		part{r.Address != nil, "address", "adress", "its address", "address: {street: …, postal_code: …, city: …, country: …}"},
		part{r.Contact != nil && (len(r.Contact.Position) > 0 || r.Contact.Email != "" || r.Contact.Phone != "" || r.Contact.URL != ""), "contact", "vem man frågar där", "whom to ask there", "contact: {position: {sv: …, en: …}, email: …}"},
		part{len(r.Service) > 0, "service", "vad den gör", "what it does", "service: {sv: …, en: …}"})
}
