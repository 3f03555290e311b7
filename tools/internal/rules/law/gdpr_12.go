package law

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/skeleton"
)

// article12 is how the information is given and requests are handled.
var article12 = []Duty{
	{
		ID: "GDPR-12-1-concise", Article: "GDPR Art. 12(1)", Severity: diag.Warning, Fields: "activities: summary",
		Title:  diag.Say("ett kort första lager för varje behandling", "a short first layer for each activity"),
		Why:    diag.Say("Den som bara läser två meningar ska ändå veta vad som sker.", "Whoever reads only two sentences shall still know what happens."),
		answer: each(ours, noActivity, summarised),
	},
	{
		ID: "GDPR-12-1-plain", Article: "GDPR Art. 12(1)", Severity: diag.Warning, Fields: "–",
		Title: diag.Say("ett klart och tydligt språk utan ”kan”, ”ofta” och ”till exempel”", "clear and plain language without “may”, “often” and “for example”"),
		Why:   diag.Say("Ett obestämt ord gör att läsaren inte vet vad som gäller.", "An indefinite word leaves the reader not knowing what applies."),
		answer: undecided("språket går inte att bedöma av fälten; reglerna om ordval läser texterna",
			"the language cannot be judged from fields; the rules on wording read the texts"),
	},
	{
		ID: "GDPR-12-1-accessible", Article: "GDPR Art. 12(1)", Severity: diag.Error, Fields: "–",
		Title: diag.Say("informationen nås från varje sida, utan inloggning", "the information is reached from every page, without a log-in"),
		Why:   diag.Say("Information som ingen hittar har inte lämnats.", "Information that nobody finds has not been given."),
		answer: undecided("det avgörs på de färdiga sidorna; tillit build följer varje länk",
			"that is decided on the finished pages; tillit build follows every link"),
	},
	{
		ID: "GDPR-12-1-language", Article: "GDPR Art. 12(1)", Severity: diag.Error, Fields: "organisation: languages; every text",
		Title:  diag.Say("varje text på varje språk som webbplatsen har", "every text in every language of the site"),
		Why:    diag.Say("Den som får en rättslig text på fel språk har inte informerats.", "Whoever gets a legal text in the wrong language has not been informed."),
		told:   "text-language",
		answer: inEveryLanguage,
	},
	{
		ID: "GDPR-12-1-child", Article: "GDPR Art. 12(1)", Severity: diag.Error, Fields: "declarations.children; activities: children",
		Title: diag.Say("en text som barn förstår, om tjänsten riktar sig till barn", "a text that children understand, where the service is directed at them"),
		Why:   diag.Say("Barn ska kunna förstå vad som sker med deras uppgifter.", "Children shall be able to understand what happens to their data."),
		when:  targetingChildren,
		answer: undecided("tjänsten riktar sig till barn; om orden passar barn går inte att bedöma av fälten",
			"the service is directed at children; whether the words suit them cannot be judged from fields"),
	},
	{
		ID: "GDPR-12-2-channel", Article: "GDPR Art. 12(2)", Severity: diag.Error, Fields: "controllers: rights_contact",
		Title:  diag.Say("en kontaktväg för den som vill använda sina rättigheter", "a way of contact for those who want to use their rights"),
		Why:    diag.Say("Den ansvariga ska underlätta, och läsaren ska inte behöva leta efter en adress.", "The controller shall make it easy, and the reader shall not have to look for an address."),
		answer: each(controllers, noController, rightsContact),
	},
	{
		ID: "GDPR-12-3-time", Article: "GDPR Art. 12(3)", Severity: diag.Warning, Fields: "organisation: requests.response_time, requests.extension",
		Title:  diag.Say("svar utan onödigt dröjsmål och senast inom en månad", "an answer without undue delay and within one month"),
		Why:    diag.Say("Den som väntar ska veta hur länge, och när tiden får förlängas.", "Whoever waits shall know for how long, and when the time may be prolonged."),
		answer: site(timely),
	},
	{
		ID: "GDPR-12-4-refusal", Article: "GDPR Art. 12(4)", Severity: diag.Info, Fields: "organisation: requests.refusal_note",
		Title:  diag.Say("vad ett avslag innehåller", "what a refusal says"),
		Why:    diag.Say("Ett avslag ska ha skäl och visa vägen till myndighet och domstol.", "A refusal shall give reasons and show the way to the authority and the courts."),
		answer: site(refused),
	},
	{
		ID: "GDPR-12-5-free", Article: "GDPR Art. 12(5)", Severity: diag.Error, Fields: "organisation: requests.free_of_charge; rights: fee, frequency_limit",
		Title:  diag.Say("rättigheterna är kostnadsfria", "the rights are free of charge"),
		Why:    diag.Say("En avgift eller en gräns för hur ofta avskräcker, och lagen medger den bara mot uppenbart ogrundade eller orimliga begäran.", "A fee or a limit of frequency deters, and the law allows it only against requests that are manifestly unfounded or excessive."),
		answer: free,
	},
	{
		ID: "GDPR-12-6-identity", Article: "GDPR Art. 12(6)", Severity: diag.Warning, Fields: "organisation: requests.identity_check",
		Title:  diag.Say("identiteten kontrolleras bara vid rimliga tvivel", "identity is checked only where there is reasonable doubt"),
		Why:    diag.Say("Att alltid kräva en kopia av legitimationen är att samla in mer än som behövs.", "To demand a copy of an identity card always is to collect more than is needed."),
		answer: doubted,
	},
	{
		ID: "GDPR-12-7-icons", Article: "GDPR Art. 12(7)", Severity: diag.Info, Fields: "–",
		Title: diag.Say("symboler, om de används, går att läsa maskinellt", "icons, where they are used, are machine-readable"),
		Why:   diag.Say("Den som inte ser en symbol ska ändå få veta vad den säger.", "Whoever cannot see an icon shall still learn what it says."),
		answer: undecided("det avgörs på de färdiga sidorna; Tillits egna mallar använder inga symboler",
			"that is decided on the finished pages; Tillit's own templates use no icons"),
	},
}

func ours(f *facts) []*record.Activity          { return f.ours }
func controllers(f *facts) []*record.Controller { return f.controllers }

// noActivity is the answer where no activity of ours is told of. One duty tells
// it for all.
func noActivity(f *facts) answer {
	var a answer
	a.add(f, f.org, reply{state: coverage.Missing, path: "profiles", file: "data/activities/…",
		text:  diag.Say("har ingen behandling som den är personuppgiftsansvarig för", "has no activity for which it is the controller"),
		write: skeleton.Activity("controller")})
	return a
}

func noController(f *facts) answer {
	var a answer
	a.add(f, f.org, reply{state: coverage.Missing, path: "controller", file: "data/controllers/…",
		text:  diag.Say("säger inte vem som är personuppgiftsansvarig", "does not say who the controller is"),
		write: "legal_name: …; org_number: …; address: {street: …, postal_code: …, city: …, country: …}; email: …; dpo: {appointed: false, basis: {sv: …, en: …}}"})
	return a
}

func summarised(_ *facts, a *record.Activity) reply {
	return tells(len(a.Summary) > 0, "summary", "vad som sker, i en mening eller två", "what happens, in a sentence or two", "summary: {sv: …, en: …}")
}

func rightsContact(_ *facts, c *record.Controller) reply {
	r := c.RightsContact
	reachable := r != nil && (r.Email != "" || r.FormURL != "" || r.Phone != "" || r.Address != nil)
	return tells(reachable, "rights_contact", "vart man vänder sig för att använda sina rättigheter", "where to turn in order to use one's rights", "rights_contact: {email: …}")
}

// free looks for fees and limits before it asks whether it is said that there
// are none.
func free(f *facts) answer {
	var a answer
	for _, r := range f.set.Rights {
		if len(r.Fee) > 0 {
			a.add(f, r, lacks(coverage.Missing, "fee", diag.Say("tar en avgift: %s", "charges a fee: %s", record.QuotedWords(r.Fee)), "").
				advised("ta bort fee; en begäran är kostnadsfri", "remove fee; a request is free of charge"))
		}
		if len(r.FrequencyLimit) > 0 {
			a.add(f, r, limitedFrequency(r))
		}
	}
	said := f.requests().FreeOfCharge
	switch {
	case record.Yes(said):
		a.add(f, f.org, covered("requests.free_of_charge"))
	case record.No(said):
		a.add(f, f.org, lacks(coverage.Missing, "requests.free_of_charge", diag.Say("tar betalt för en begäran", "charges for a request"), "requests: {free_of_charge: true}"))
	default:
		a.add(f, f.org, tells(false, "requests.free_of_charge", "att en begäran är kostnadsfri", "that a request is free of charge", "requests: {free_of_charge: true}").warned())
	}
	return a
}

func limitedFrequency(r *record.Right) reply {
	return lacks(coverage.Missing, "frequency_limit", diag.Say("begränsar hur ofta den får användas: %s", "limits how often it may be used: %s", record.QuotedWords(r.FrequencyLimit)), "").
		advised("ta bort frequency_limit; lagen känner ingen sådan gräns", "remove frequency_limit; the law knows no such limit")
}

// inEveryLanguage looks at the texts that a notice is made of.
func inEveryLanguage(f *facts) answer {
	if len(f.org.Languages) == 0 {
		return answer{state: coverage.Unknown, why: diag.Say("webbplatsens språk är inte angivna", "the languages of the site are not told")}
	}
	var a answer
	ask := func(r record.Record, texts ...field) {
		told := len(a.gaps)
		for _, t := range texts {
			for _, l := range f.org.Languages {
				if len(t.text) > 0 && t.text.In(l) == "" {
					a.add(f, r, lacks(coverage.Missing, t.path, diag.Say("saknar texten på %s", "lacks the text in %s",
						diag.Text{SV: value.LanguageName(l, "sv"), EN: value.LanguageName(l, "en")}), t.path+": {"+l+": …}"))
				}
			}
		}
		if len(a.gaps) == told {
			a.add(f, r, covered(""))
		}
	}
	for _, r := range f.ours {
		ask(r, field{"name", r.Name}, field{"occasion", r.Occasion}, field{"summary", r.Summary})
	}
	for _, r := range f.set.Rights {
		ask(r, field{"meaning", r.Meaning}, field{"how", r.How})
	}
	for _, r := range f.set.Retention {
		ask(r, field{"name", r.Name}, field{"criterion", r.Criterion})
	}
	return a
}

// field is a text with its path.
type field struct {
	path string
	text record.Text
}
