package export

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tillit/tools/internal/record"
)

// subprocessors is the list of sub-processors: upcoming ones first, then
// current, then ended, each by name in the order of the language.
func subprocessors() Roll {
	return Roll{
		Name: "subprocessors", Title: say("Underbiträden", "Sub-processors"),
		Columns: slices.Concat([]Column{
			column("id", Text, say("Id", "Id"), say("Postens id; också radens ankare på sidan.", "The record's id; also the row's anchor on the page.")).always(),
			column("status", Text, say("Status", "Status"), say("upcoming, current eller ended den dag som filen gäller.", "upcoming, current or ended on the day that the file is about.")).always().of("status"),
			column("name", Text, say("Namn", "Name"), say("Firma, eller namnet utåt om firman inte är angiven.", "Legal name, or trade name where no legal name is given.")).always(),
			column("trade_name", Text, say("Namn utåt", "Trade name"), say("Namnet som den är känd under, eller dess produkt.", "The name by which it is known, or its product.")),
			column("org_number", Text, say("Organisationsnummer", "Organisation number"), say("Svenskt organisationsnummer, NNNNNN-NNNN.", "Swedish organisation number, NNNNNN-NNNN.")),
			column("foreign_registration", Text, say("Utländsk registrering", "Foreign registration"), say("Register och nummer utanför Sverige.", "Register and number outside Sweden.")),
			column("country", Text, say("Etableringsland", "Country of establishment"), say("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters.")).of("country"),
			column("address", Text, say("Adress", "Address"), say("Postadress på en rad.", "Postal address on one line.")),
			column("contact", Text, say("Kontakt", "Contact"), say("E-post, telefon eller sida för kontakt.", "E-mail, telephone or page for contact.")),
			column("web", Text, say("Webbplats", "Website"), say("Dess egen webbplats.", "Its own site.")),
			column("parent", Text, say("Moderbolag", "Parent company"), say("Bolaget ovanför och dess land.", "The company above it and its country.")),
			column("level", Int, say("Nivå i kedjan", "Level in the chain"), say("1 anlitas av oss, 2 av någon på nivå 1.", "1 is engaged by us, 2 by one on level 1.")),
			column("engaged_by", Text, say("Anlitas av", "Engaged by"), say("Id för den som har anlitat mottagaren; tomt när vi har gjort det.", "Id of the one that engaged it; empty when we did.")).of("recipient"),
			column("locations", List, say("Platser för behandling", "Places of processing"), say("Landskod eller region, och inom parentes vad som sker där.", "Country code or region, and in brackets what happens there.")).of("country"),
			column("service", Text, say("Tjänst", "Service"), say("Vad mottagaren gör åt oss.", "What it does for us.")),
			column("purposes", List, say("Ändamål", "Purposes"), say("Varför den får uppgifterna.", "Why it gets the data.")),
			column("data", List, say("Uppgifter", "Data"), say("Kategorier av uppgifter, och inom parentes de enskilda.", "Categories of data, and in brackets the items.")),
			column("data_subjects", List, say("Registrerade", "Data subjects"), say("Vems uppgifter det är.", "Whose data it is.")),
			column("services", List, say("Våra tjänster", "Our services"), say("De av våra tjänster som den hjälper till att leverera.", "Those of our services that it helps to provide.")),
			column("duration", Text, say("Varaktighet", "Duration"), say("Hur länge den behandlar uppgifterna.", "How long it processes the data.")),
		}, transferColumns(), agreementColumns(), []Column{
			column("alternative", Text, say("Alternativt upplägg", "Alternative arrangement"), say("Vad en kund kan få i stället.", "What a customer can have instead.")),
			column("optional", Flag, say("Valbar", "Optional"), say("Om kunden själv väljer till mottagaren.", "Whether the customer chooses it.")),
			column("announced", Date, say("Meddelad", "Announced"), say("Dagen då den meddelades kunderna.", "The day on which customers were told.")),
			column("object_by", Date, say("Sista dag att invända", "Last day to object"), say("Sista dagen att invända.", "The last day to object.")),
			column("urgent_reason", Text, say("Brådskande skäl", "Urgent reason"), say("Varför varslet var kortare än utlovat.", "Why notice was shorter than promised.")),
			column("effective", Date, say("Gäller från", "Effective from"), say("Första dagen då den får uppgifter.", "The first day on which it gets data.")),
			column("ended", Date, say("Upphörde", "Ended"), say("Sista dagen då den hade uppgifter.", "The last day on which it had data.")),
			column("replaces", Text, say("Ersätter", "Replaces"), say("Id för den som den tar över efter.", "Id of the one that it takes over from.")).of("recipient"),
		}),
		sheet: []group{
			{say("Underbiträde", "Sub-processor"), []string{"name", "trade_name", "org_number", "foreign_registration", "country", "address", "contact", "web", "parent", "level", "engaged_by", "id"}},
			{say("Vad den gör", "What it does"), []string{"service", "purposes", "services", "optional", "alternative"}},
			{say("Uppgifter", "Data"), []string{"data", "data_subjects", "duration"}},
			{say("Var, och vilket skydd", "Where, and how protected"), slices.Concat([]string{"locations"}, names(transferColumns()), names(agreementColumns()))},
			{say("När", "When"), []string{"status", "announced", "object_by", "urgent_reason", "effective", "ended", "replaces"}},
		},
		rows: func(set *record.Set, lang string, asOf record.Date) [][]any {
			var rows [][]any
			for _, r := range byStatus(set, lang, asOf, isSubprocessor) {
				rows = append(rows, subprocessor(set, r, lang, asOf))
			}
			return rows
		},
	}
}

func isSubprocessor(r *record.Recipient) bool { return r.Kind == "subprocessor" }

// byStatus returns the recipients that are wanted: upcoming ones, current ones,
// ended ones, each by name.
func byStatus(set *record.Set, lang string, asOf record.Date, wanted func(*record.Recipient) bool) []*record.Recipient {
	var list []*record.Recipient
	for _, r := range set.Recipients {
		if wanted(r) {
			list = append(list, r)
		}
	}
	order := map[record.Status]int{record.Upcoming: 0, record.Current: 1, record.Ended: 2}
	names := collate.New(language.Make(lang))
	slices.SortStableFunc(list, func(a, b *record.Recipient) int {
		return cmp.Or(
			cmp.Compare(order[a.Status(asOf)], order[b.Status(asOf)]),
			names.CompareString(a.Label(lang), b.Label(lang)),
		)
	})
	return list
}

func subprocessor(set *record.Set, r *record.Recipient, lang string, asOf record.Date) []any {
	return slices.Concat([]any{
		r.ID, string(r.Status(asOf)), r.Label(lang), text(also(r)), text(record.OrgNumber(r.OrgNumber)), text(r.ForeignRegistration),
		text(string(r.Country)), text(address(r.Address, lang)), text(contact(r.Contact)), text(r.Web), text(parent(r.Parent)),
		number(r.Level), text(r.EngagedBy), list(locations(r.Locations, lang)),
		text(r.Service.In(lang)), list(texts(r.Purposes, lang)), list(data(set, r.Data, lang)), list(texts(r.DataSubjects, lang)),
		list(services(set, r.Services)), text(r.Duration.In(lang)),
	}, transferCells(r.Transfer, lang), agreementCells(set, r, lang), []any{
		text(r.Alternative.In(lang)), r.Optional,
		text(string(r.Announced)), text(string(r.ObjectBy)), text(r.UrgentReason.In(lang)), text(string(r.Effective)), text(string(r.Ended)), text(r.Replaces),
	})
}

// also is the name by which a recipient is known, where that is not its label.
func also(r *record.Recipient) string {
	if r.LegalName == "" {
		return ""
	}
	return r.TradeName
}
