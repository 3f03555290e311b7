package law

import (
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
)

// recipientMistakes are about those who get data.
var recipientMistakes = []Mistake{
	{
		Rule: diag.Rule{ID: "recipient-no-location", Severity: diag.Error, Law: "GDPR Art. 13(1)(f)",
			Title: diag.Say("en mottagare utan plats", "a recipient without a place")},
		find: asked(each(standingRecipients, quiet, unplaced)),
	},
	{
		Rule: diag.Rule{ID: "location-region", Severity: diag.Warning, Law: "GDPR Art. 13(1)(f)",
			Title: diag.Say("en region i stället för ett land", "a region instead of a country")},
		find: asked(each(standingRecipients, quiet, regional)),
	},
	{
		Rule: diag.Rule{ID: "location-parent", Severity: diag.Warning, Law: "GDPR Art. 13(1)(f), 44",
			Title: diag.Say("ett moderbolag utanför EU/EES utan ett ord om det", "a parent company outside the EU/EEA without a word on it")},
		find: asked(each(standingRecipients, quiet, owned)),
	},
	{
		Rule: diag.Rule{ID: "recipient-product-not-entity", Severity: diag.Warning, Law: "GDPR Art. 13(1)(e)",
			Title: diag.Say("en produkt i stället för ett bolag", "a product instead of a company")},
		find: asked(each(standingRecipients, quiet, productNamed)),
	},
	{
		Rule: diag.Rule{ID: "role-mislabel", Severity: diag.Warning, Law: "GDPR Art. 4(8), 28(4)",
			Title: diag.Say("ett eget biträde kallas underbiträde", "a processor of our own is called a sub-processor")},
		find: asked(each(standingRecipients, quiet, misplaced)),
	},
	{
		Rule: diag.Rule{ID: "enf-recipient-incomplete", Severity: diag.Warning, Law: "GDPR Art. 13(1)(e)",
			Title: diag.Say("en mottagare utan uppgift om vad den får", "a recipient without a word on what it gets")},
		find: asked(each(standingRecipients, quiet, func(_ *facts, r *record.Recipient) reply {
			return tells(len(r.Data) > 0, "data", "vilka uppgifter den får", "which data it gets", "data: [{category: …}]")
		})),
	},
	{
		Rule: diag.Rule{ID: "joint-unstated", Severity: diag.Warning, Law: "GDPR Art. 26; C-210/16, C-40/17",
			Title: diag.Say("ett socialt nätverk utan uppgift om gemensamt ansvar", "a social network without a word on joint responsibility")},
		find: asked(each(standingRecipients, quiet, networked)),
	},
}

func standingRecipients(f *facts) []*record.Recipient { return f.recipients }

// unplaced leaves sub-processors to the rule that check has for them, and
// categories to the duty to describe them.
func unplaced(_ *facts, r *record.Recipient) reply {
	if len(r.Locations) > 0 || r.IsSubprocessor() || r.Kind == "category" {
		return reply{}
	}
	return tells(false, "locations", "i vilket land uppgifterna behandlas", "in which country the data is processed", "locations: [{country: SE}]")
}

func regional(_ *facts, r *record.Recipient) reply {
	var gaps []reply
	for i, l := range r.Locations {
		if l.Country == "" && l.Region != "" {
			gaps = append(gaps, lacks(coverage.Missing, item("locations", i), diag.Say("anger bara platsen som %s", "gives the place only as %s", record.ChoiceWords("region", l.Region)), "locations: [{country: …}]"))
		}
	}
	return all(gaps, reply{})
}

func owned(_ *facts, r *record.Recipient) reply {
	t := r.Transfer
	if r.Parent == nil || r.Parent.Country == "" || r.Parent.Country.Zone() == value.Within || r.Transfers() || t != nil && len(t.Note) > 0 {
		return reply{}
	}
	stated := "" // a word on transfer says first whether there is one
	if !r.StatesTransfer() {
		stated = "third_country: false, "
	}
	return lacks(coverage.Missing, "parent.country", diag.Say("har ett moderbolag i %s, men inget sägs om dess insyn eller landets lagar", "has a parent company in %s, but nothing is said of its access or of that country's laws", record.CountryWords(r.Parent.Country)),
		"transfer: {"+stated+"note: {sv: Leverantören ägs från ett tredjeland men varken lagrar eller läser uppgifterna utanför EU/EES., "+
			"en: The provider is owned from a third country but neither stores nor reads the data outside the EU/EEA.}}")
}

// legalForms are the words by which a company's name shows that it is one.
var legalForms = regexp.MustCompile(`(?i)(?:^|[\s.,(])(?:AB|aktiebolag(?:et)?|HB|KB|handelsbolag|ek\. ?för\.?|ekonomisk förening|förening(?:en)?|stiftelse(?:n)?|` +
	`GmbH|mbH|AG|SE|UG|KG|OHG|e\.?V\.?|Inc|LLC|L\.L\.C|LLP|Corp|Corporation|Company|Co|Ltd|Limited|PLC|DAC|UC|CLG|ApS|A/S|AS|ASA|I/S|K/S|ANS|DA|Oyj?|Abp|ry|` +
	`S\.?A\.?S?|S\.?A\.?R\.?L|SARL|SAS|EURL|SNC|S\.?p\.?A|S\.?r\.?l|S\.?L\.?U?|B\.?V|N\.?V|BVBA|SRL|V\.?O\.?F|OÜ|SIA|UAB|Sp\. ?z ?o\.? ?o|z ?o\.? ?o|s\.? ?r\.? ?o|a\.? ?s|d\.? ?o\.? ?o|d\.? ?d|Kft|Zrt|Nyrt|EOOD|OOD|ehf|hf|Pty|Pte|KK|GK|Foundation|University|universitet(?:et)?|kommun|region(?:en)?)\.?(?:$|[\s,)])`)

func productNamed(_ *facts, r *record.Recipient) reply {
	if r.Kind == "category" || r.Kind == "authority" || r.OrgNumber != "" || r.ForeignRegistration != "" || legalForms.MatchString(r.LegalName) {
		return reply{}
	}
	if r.LegalName == "" {
		return lacks(coverage.Missing, "trade_name", diag.Say("nämns inte med sin firma, så läsaren vet inte vilket bolag det är", "is not told by its legal name, so the reader does not know which company it is"), "legal_name: …")
	}
	return lacks(coverage.Missing, "legal_name", diag.Say("har en firma utan bolagsform: %s", "has a legal name without a legal form: %s", diag.Quote(r.LegalName)), "legal_name: … AB; org_number: …")
}

func misplaced(f *facts, r *record.Recipient) reply {
	users := f.users[r.ID]
	if !r.IsSubprocessor() || len(users) == 0 || slices.ContainsFunc(users, customers) {
		return reply{}
	}
	return lacks(coverage.Missing, "kind", diag.Say("kallas underbiträde, men används bara i egna behandlingar som %s", "is called a sub-processor, but is used only in activities of our own such as %s", f.called(users[0])), "kind: processor")
}

// networks are the social networks whose pages and plug-ins the Court of Justice
// has found to be run jointly.
var networks = regexp.MustCompile(`(?i)\b(?:Meta Platforms|Facebook|Instagram|LinkedIn|TikTok|Twitter|X Corp|Pinterest|Snap Inc)\b`)

// networkOf is the social network that a name is of, or empty.
func networkOf(name string) string {
	found := prose.Lowered(networks.FindString(name))
	switch found {
	case "facebook", "instagram":
		return "meta platforms"
	case "x corp":
		return "twitter"
	}
	return found
}

func networked(f *facts, r *record.Recipient) reply {
	if !networks.MatchString(r.LegalName) && !networks.MatchString(r.TradeName) {
		return reply{}
	}
	for _, c := range f.set.Controllers {
		for _, j := range c.Joint {
			if r.LegalName != "" && strings.Contains(prose.Lowered(j.With), prose.Lowered(r.LegalName)) || networkOf(j.With) != "" && networkOf(j.With) == networkOf(r.LegalName+" "+r.TradeName) {
				return reply{}
			}
		}
	}
	if r.Kind == "joint" {
		return reply{}
	}
	return lacks(coverage.Missing, "kind", diag.Say("är ett socialt nätverk, men ingen är angiven som gemensamt ansvarig", "is a social network, but nobody is told to be a joint controller"), "").
		advised("beskriv arrangemanget i joint hos den ansvariga", "describe the arrangement in joint of the controller")
}
