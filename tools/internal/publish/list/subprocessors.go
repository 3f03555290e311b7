package list

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// subprocessors is the list of sub-processors, in the order of the page.
func subprocessors() Roll {
	return Roll{
		Name: "subprocessors", Title: diag.Say("Underbiträden", "Sub-processors"),
		Columns: slices.Concat([]Column{
			NewColumn("id", Text, diag.Say("Id", "Id"), diag.Say("Postens id; också radens ankare på sidan.", "The record's id; also the row's anchor on the page.")).Filled(),
			NewColumn("status", Text, diag.Say("Status", "Status"), diag.Say("upcoming, current eller ended den dag som filen gäller.", "upcoming, current or ended on the day that the file is about.")).Filled().of("status"),
			NewColumn("name", Text, diag.Say("Namn", "Name"), diag.Say("Firma, eller namnet utåt om firman inte är angiven.", "Legal name, or trade name where no legal name is given.")).Filled(),
			NewColumn("trade_name", Text, diag.Say("Namn utåt", "Trade name"), diag.Say("Namnet som den är känd under, eller dess produkt.", "The name by which it is known, or its product.")),
			NewColumn("org_number", Text, diag.Say("Organisationsnummer", "Organisation number"), diag.Say("Svenskt organisationsnummer, NNNNNN-NNNN.", "Swedish organisation number, NNNNNN-NNNN.")),
			NewColumn("foreign_registration", Text, diag.Say("Utländsk registrering", "Foreign registration"), diag.Say("Register och nummer utanför Sverige.", "Register and number outside Sweden.")),
			NewColumn("country", Text, diag.Say("Etableringsland", "Country of establishment"), diag.Say("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters.")).of("country"),
			NewColumn("address", Text, diag.Say("Adress", "Address"), diag.Say("Postadress på en rad.", "Postal address on one line.")),
			NewColumn("contact", Text, diag.Say("Kontakt", "Contact"), diag.Say("E-post, telefon eller sida för kontakt.", "E-mail, telephone or page for contact.")),
			NewColumn("web", Text, diag.Say("Webbplats", "Website"), diag.Say("Dess egen webbplats.", "Its own site.")),
			NewColumn("parent", Text, diag.Say("Moderbolag", "Parent company"), diag.Say("Bolaget ovanför och dess land.", "The company above it and its country.")),
			NewColumn("level", Int, diag.Say("Nivå i kedjan", "Level in the chain"), diag.Say("1 anlitas av oss, 2 av någon på nivå 1.", "1 is engaged by us, 2 by one on level 1.")),
			NewColumn("engaged_by", Text, diag.Say("Anlitas av", "Engaged by"), diag.Say("Id för den som har anlitat mottagaren; tomt när vi har gjort det.", "Id of the one that engaged it; empty when we did.")).of("recipient"),
			NewColumn("locations", List, diag.Say("Platser för behandling", "Places of processing"), diag.Say("Landskod eller region, och inom parentes vad som sker där.", "Country code or region, and in brackets what happens there.")).of("country"),
			NewColumn("service", Text, diag.Say("Tjänst", "Service"), diag.Say("Vad mottagaren gör åt oss.", "What it does for us.")),
			NewColumn("purposes", List, diag.Say("Ändamål", "Purposes"), diag.Say("Varför den får uppgifterna.", "Why it gets the data.")),
			NewColumn("data", List, diag.Say("Uppgifter", "Data"), diag.Say("Kategorier av uppgifter, och inom parentes de enskilda.", "Categories of data, and in brackets the items.")),
			NewColumn("data_subjects", List, diag.Say("Registrerade", "Data subjects"), diag.Say("Vems uppgifter det är.", "Whose data it is.")),
			NewColumn("services", List, diag.Say("Våra tjänster", "Our services"), diag.Say("De av våra tjänster som den hjälper till att leverera.", "Those of our services that it helps to provide.")),
			NewColumn("duration", Text, diag.Say("Varaktighet", "Duration"), diag.Say("Hur länge den behandlar uppgifterna.", "How long it processes the data.")),
		}, transferColumns(), agreementColumns(), []Column{
			NewColumn("alternative", Text, diag.Say("Alternativt upplägg", "Alternative arrangement"), diag.Say("Vad en kund kan få i stället.", "What a customer can have instead.")),
			NewColumn("optional", Flag, diag.Say("Valbar", "Optional"), diag.Say("Om kunden själv väljer till mottagaren.", "Whether the customer chooses it.")),
			NewColumn("announced", Date, diag.Say("Meddelad", "Announced"), diag.Say("Dagen då den meddelades kunderna.", "The day on which customers were told.")),
			NewColumn("object_by", Date, diag.Say("Sista dag att invända", "Last day to object"), diag.Say("Sista dagen att invända.", "The last day to object.")),
			NewColumn("urgent_reason", Text, diag.Say("Brådskande skäl", "Urgent reason"), diag.Say("Varför varslet var kortare än utlovat.", "Why notice was shorter than promised.")),
			NewColumn("effective", Date, diag.Say("Gäller från", "Effective from"), diag.Say("Första dagen då den får uppgifter.", "The first day on which it gets data.")),
			NewColumn("ended", Date, diag.Say("Upphörde", "Ended"), diag.Say("Sista dagen då den hade uppgifter.", "The last day on which it had data.")),
			NewColumn("replaces", Text, diag.Say("Ersätter", "Replaces"), diag.Say("Id för den som den tar över efter.", "Id of the one that it takes over from.")).of("recipient"),
		}),
		sheet: []group{
			{diag.Say("Underbiträde", "Sub-processor"), []string{"name", "trade_name", "org_number", "foreign_registration", "country", "address", "contact", "web", "parent", "level", "engaged_by", "id"}},
			{diag.Say("Vad den gör", "What it does"), []string{"service", "purposes", "services", "optional", "alternative"}},
			{diag.Say("Uppgifter", "Data"), []string{"data", "data_subjects", "duration"}},
			{diag.Say("Var, och vilket skydd", "Where, and how protected"), slices.Concat([]string{"locations"}, names(transferColumns()), names(agreementColumns()))},
			{diag.Say("När", "When"), []string{"status", "announced", "object_by", "urgent_reason", "effective", "ended", "replaces"}},
		},
		Rows: func(set *record.Set, lang string, asOf value.Date) [][]any {
			var rows [][]any
			for _, r := range set.Listed(asOf, lang, IsSubprocessor) {
				rows = append(rows, subprocessor(set, r, lang, asOf))
			}
			return rows
		},
	}
}

func IsSubprocessor(r *record.Recipient) bool { return r.Kind == "subprocessor" }

func subprocessor(set *record.Set, r *record.Recipient, lang string, asOf value.Date) []any {
	return slices.Concat([]any{
		r.ID, string(r.Status(asOf)), r.Label(lang), TextCell(also(r)), TextCell(value.OrgNumber(r.OrgNumber)), TextCell(r.ForeignRegistration),
		TextCell(string(r.Country)), TextCell(Address(r.Address, lang)), TextCell(Contact(r.Contact)), TextCell(r.Web), TextCell(parent(r.Parent)),
		IntCell(r.Level), TextCell(r.EngagedBy), ListCell(Locations(r.Locations, lang)),
		TextCell(r.Service.In(lang)), ListCell(Texts(r.Purposes, lang)), ListCell(Data(set, r.Data, lang)), ListCell(Texts(r.DataSubjects, lang)),
		ListCell(Services(set, r.Services)), TextCell(r.Duration.In(lang)),
	}, transferCells(r.Transfer, lang), agreementCells(set, r, lang), []any{
		TextCell(r.Alternative.In(lang)), r.Optional,
		TextCell(string(r.Announced)), TextCell(string(r.ObjectBy)), TextCell(r.UrgentReason.In(lang)), TextCell(string(r.Effective)), TextCell(string(r.Ended)), TextCell(r.Replaces),
	})
}

// also is the name by which a recipient is known, where that is not its label.
func also(r *record.Recipient) string {
	if r.LegalName == "" {
		return ""
	}
	return r.TradeName
}
