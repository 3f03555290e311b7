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
			return set.On(asOf).Listed(lang, (*record.Recipient).IsSubprocessor)
		}),
	}
}

// receiving is a recipient in a list of them.
type receiving = Row[*record.Recipient]

// whoColumns tell who a recipient is, and where it is.
func whoColumns() []Column {
	return []Column{
		TextColumn("id", func(r receiving) string { return r.Of.ID }).
			Means("Postens id; också radens ankare på sidan.", "The record's id; also the row's anchor on the page.").Called("Id", "Id").Filled(),
		TextColumn("status", func(r receiving) string { return string(r.Of.Status(r.AsOf)) }).
			Means("upcoming, current eller ended den dag som filen gäller.", "upcoming, current or ended on the day that the file is about.").Called("Status", "Status").Filled().of("status"),
		TextColumn("name", func(r receiving) string { return r.Of.Label(r.Lang) }).
			Means("Firma, eller namnet utåt om firman inte är angiven.", "Legal name, or trade name where no legal name is given.").Filled(),
		TextColumn("trade_name", func(r receiving) string { return also(r.Of) }).
			Means("Namnet som den är känd under, eller dess produkt.", "The name by which it is known, or its product."),
		TextColumn("org_number", func(r receiving) string { return value.OrgNumber(r.Of.OrgNumber) }).
			Means("Svenskt organisationsnummer, NNNNNN-NNNN.", "Swedish organisation number, NNNNNN-NNNN."),
		TextColumn("foreign_registration", func(r receiving) string { return r.Of.ForeignRegistration }).
			Means("Register och nummer utanför Sverige.", "Register and number outside Sweden."),
		TextColumn("country", func(r receiving) string { return string(r.Of.Country) }).
			Means("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters.").of("country"),
		TextColumn("address", func(r receiving) string { return Address(r.Of.Address, r.Lang) }).
			Means("Postadress på en rad.", "Postal address on one line."),
		TextColumn("contact", func(r receiving) string { return Contact(r.Of.Contact) }).
			Means("E-post, telefon eller sida för kontakt.", "E-mail, telephone or page for contact."),
		TextColumn("web", func(r receiving) string { return value.Wire(r.Of.Web) }),
		TextColumn("parent", func(r receiving) string { return parent(r.Of.Parent) }).
			Means("Bolaget ovanför och dess land.", "The company above it and its country."),
		IntColumn("level", func(r receiving) int { return r.Of.Level }).
			Means("1 anlitas av oss, 2 av någon på nivå 1.", "1 is engaged by us, 2 by one on level 1."),
		TextColumn("engaged_by", func(r receiving) string { return r.Of.EngagedBy }).
			Means("Id för den som har anlitat mottagaren; tomt när vi har gjort det.", "Id of the one that engaged it; empty when we did.").of("recipient"),
		ListColumn("locations", func(r receiving) []string { return Locations(r.Of.Locations, r.Lang) }).
			Means("Landskod eller region, och inom parentes vad som sker där.", "Country code or region, and in brackets what happens there.").of("country"),
	}
}

// taskColumns tell what it does, with which data.
func taskColumns() []Column {
	return []Column{
		TextColumn("service", func(r receiving) string { return r.In(r.Of.Service) }).
			Means("Vad mottagaren gör åt oss.", "What it does for us."),
		ListColumn("purposes", func(r receiving) []string { return Texts(r.Of.Purposes, r.Lang) }),
		ListColumn("data", func(r receiving) []string { return Data(r.Set, r.Of.Data, r.Lang) }).
			Means("Kategorier av uppgifter, och inom parentes de enskilda.", "Categories of data, and in brackets the items."),
		ListColumn("data_subjects", func(r receiving) []string { return Texts(r.Of.DataSubjects, r.Lang) }),
		ListColumn("services", func(r receiving) []string { return Services(r.Set, r.Of.Services) }).
			Means("De av våra tjänster som den hjälper till att leverera.", "Those of our services that it helps to provide.").Called("Våra tjänster", "Our services"),
		TextColumn("duration", func(r receiving) string { return r.In(r.Of.Duration) }),
	}
}

// whenColumns tell from when and until when it gets data, and what a customer can do.
func whenColumns() []Column {
	return []Column{
		TextColumn("alternative", func(r receiving) string { return r.In(r.Of.Alternative) }),
		FlagColumn("optional", func(r receiving) *bool { return r.Of.Optional }).
			Means("Om kunden själv väljer till mottagaren.", "Whether the customer chooses it."),
		DateColumn("announced", func(r receiving) value.Date { return r.Of.Announced }).
			Means("Dagen då den meddelades kunderna.", "The day on which customers were told."),
		DateColumn("object_by", func(r receiving) value.Date { return r.Of.ObjectBy }),
		TextColumn("urgent_reason", func(r receiving) string { return r.In(r.Of.UrgentReason) }),
		DateColumn("effective", func(r receiving) value.Date { return r.Of.Effective }),
		DateColumn("ended", func(r receiving) value.Date { return r.Of.Ended }),
		TextColumn("replaces", func(r receiving) string { return r.Of.Replaces }).
			Means("Id för den som den tar över efter.", "Id of the one that it takes over from.").of("recipient"),
	}
}

// also is the name by which a recipient is known, where that is not its label.
func also(r *record.Recipient) string {
	if r.LegalName == "" {
		return ""
	}
	return r.TradeName
}
