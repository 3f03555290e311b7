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
		Columns: slices.Concat(whoColumns(), taskColumns(), transferColumns(), agreementColumns(), whenColumns()),
		groups: []group{
			{diag.Say("Underbiträde", "Sub-processor"), []string{"name", "trade_name", "org_number", "foreign_registration", "country", "address", "contact", "web", "parent", "level", "engaged_by", "id"}},
			{diag.Say("Vad den gör", "What it does"), []string{"service", "purposes", "services", "optional", "alternative"}},
			{diag.Say("Uppgifter", "Data"), []string{"data", "data_subjects", "duration"}},
			{diag.Say("Var, och vilket skydd", "Where, and how protected"), slices.Concat([]string{"locations"}, names(transferColumns()), names(agreementColumns()))},
			{diag.Say("När", "When"), []string{"status", "announced", "object_by", "urgent_reason", "effective", "ended", "replaces"}},
		},
		Rows: Of(func(set *record.Set, lang string, asOf value.Date) []*record.Recipient {
			return set.Listed(asOf, lang, (*record.Recipient).IsSubprocessor)
		}),
	}
}

// receiving is a recipient in a list of them.
type receiving = Row[*record.Recipient]

// whoColumns tell who a recipient is, and where it is.
func whoColumns() []Column {
	return []Column{
		TextColumn("id", diag.Say("Postens id; också radens ankare på sidan.", "The record's id; also the row's anchor on the page."),
			func(r receiving) string { return r.Of.ID }).Called("Id", "Id").Filled(),
		TextColumn("status", diag.Say("upcoming, current eller ended den dag som filen gäller.", "upcoming, current or ended on the day that the file is about."),
			func(r receiving) string { return string(r.Of.Status(r.AsOf)) }).Called("Status", "Status").Filled().of("status"),
		TextColumn("name", diag.Say("Firma, eller namnet utåt om firman inte är angiven.", "Legal name, or trade name where no legal name is given."),
			func(r receiving) string { return r.Of.Label(r.Lang) }).Filled(),
		TextColumn("trade_name", diag.Say("Namnet som den är känd under, eller dess produkt.", "The name by which it is known, or its product."),
			func(r receiving) string { return also(r.Of) }),
		TextColumn("org_number", diag.Say("Svenskt organisationsnummer, NNNNNN-NNNN.", "Swedish organisation number, NNNNNN-NNNN."),
			func(r receiving) string { return value.OrgNumber(r.Of.OrgNumber) }),
		TextColumn("foreign_registration", diag.Say("Register och nummer utanför Sverige.", "Register and number outside Sweden."),
			func(r receiving) string { return r.Of.ForeignRegistration }),
		TextColumn("country", diag.Say("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters."),
			func(r receiving) string { return string(r.Of.Country) }).of("country"),
		TextColumn("address", diag.Say("Postadress på en rad.", "Postal address on one line."),
			func(r receiving) string { return Address(r.Of.Address, r.Lang) }),
		TextColumn("contact", diag.Say("E-post, telefon eller sida för kontakt.", "E-mail, telephone or page for contact."),
			func(r receiving) string { return Contact(r.Of.Contact) }),
		TextColumn("web", diag.Say("Dess egen webbplats.", "Its own site."),
			func(r receiving) string { return r.Of.Web }),
		TextColumn("parent", diag.Say("Bolaget ovanför och dess land.", "The company above it and its country."),
			func(r receiving) string { return parent(r.Of.Parent) }),
		IntColumn("level", diag.Say("1 anlitas av oss, 2 av någon på nivå 1.", "1 is engaged by us, 2 by one on level 1."),
			func(r receiving) int { return r.Of.Level }),
		TextColumn("engaged_by", diag.Say("Id för den som har anlitat mottagaren; tomt när vi har gjort det.", "Id of the one that engaged it; empty when we did."),
			func(r receiving) string { return r.Of.EngagedBy }).of("recipient"),
		ListColumn("locations", diag.Say("Landskod eller region, och inom parentes vad som sker där.", "Country code or region, and in brackets what happens there."),
			func(r receiving) []string { return Locations(r.Of.Locations, r.Lang) }).of("country"),
	}
}

// taskColumns tell what it does, with which data.
func taskColumns() []Column {
	return []Column{
		TextColumn("service", diag.Say("Vad mottagaren gör åt oss.", "What it does for us."),
			func(r receiving) string { return r.In(r.Of.Service) }),
		ListColumn("purposes", diag.Say("Varför den får uppgifterna.", "Why it gets the data."),
			func(r receiving) []string { return Texts(r.Of.Purposes, r.Lang) }),
		ListColumn("data", diag.Say("Kategorier av uppgifter, och inom parentes de enskilda.", "Categories of data, and in brackets the items."),
			func(r receiving) []string { return Data(r.Set, r.Of.Data, r.Lang) }),
		ListColumn("data_subjects", diag.Say("Vems uppgifter det är.", "Whose data it is."),
			func(r receiving) []string { return Texts(r.Of.DataSubjects, r.Lang) }),
		ListColumn("services", diag.Say("De av våra tjänster som den hjälper till att leverera.", "Those of our services that it helps to provide."),
			func(r receiving) []string { return Services(r.Set, r.Of.Services) }).Called("Våra tjänster", "Our services"),
		TextColumn("duration", diag.Say("Hur länge den behandlar uppgifterna.", "How long it processes the data."),
			func(r receiving) string { return r.In(r.Of.Duration) }),
	}
}

// whenColumns tell from when and until when it gets data, and what a customer can do.
func whenColumns() []Column {
	return []Column{
		TextColumn("alternative", diag.Say("Vad en kund kan få i stället.", "What a customer can have instead."),
			func(r receiving) string { return r.In(r.Of.Alternative) }),
		FlagColumn("optional", diag.Say("Om kunden själv väljer till mottagaren.", "Whether the customer chooses it."),
			func(r receiving) *bool { return &r.Of.Optional }),
		DateColumn("announced", diag.Say("Dagen då den meddelades kunderna.", "The day on which customers were told."),
			func(r receiving) value.Date { return r.Of.Announced }),
		DateColumn("object_by", diag.Say("Sista dagen att invända.", "The last day to object."),
			func(r receiving) value.Date { return r.Of.ObjectBy }),
		TextColumn("urgent_reason", diag.Say("Varför varslet var kortare än utlovat.", "Why notice was shorter than promised."),
			func(r receiving) string { return r.In(r.Of.UrgentReason) }),
		DateColumn("effective", diag.Say("Första dagen då den får uppgifter.", "The first day on which it gets data."),
			func(r receiving) value.Date { return r.Of.Effective }),
		DateColumn("ended", diag.Say("Sista dagen då den hade uppgifter.", "The last day on which it had data."),
			func(r receiving) value.Date { return r.Of.Ended }),
		TextColumn("replaces", diag.Say("Id för den som den tar över efter.", "Id of the one that it takes over from."),
			func(r receiving) string { return r.Of.Replaces }).of("recipient"),
	}
}

// also is the name by which a recipient is known, where that is not its label.
func also(r *record.Recipient) string {
	if r.LegalName == "" {
		return ""
	}
	return r.TradeName
}
