package export

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

func say(sv, en string) diag.Text { return diag.Text{SV: sv, EN: en} }

// SubprocessorColumns are the columns of the sub-processor list.
func SubprocessorColumns() []Column {
	return []Column{
		{"id", Text, say("Id", "Id"), say("Postens id; också radens ankare på sidan.", "The record's id; also the row's anchor on the page.")},
		{"status", Text, say("Status", "Status"), say("upcoming, current eller ended den dag som filen gäller.", "upcoming, current or ended on the day that the file is about.")},
		{"name", Text, say("Namn", "Name"), say("Firma, eller namnet utåt om firman inte är angiven.", "Legal name, or trade name where no legal name is given.")},
		{"org_number", Text, say("Organisationsnummer", "Organisation number"), say("Svenskt organisationsnummer, NNNNNN-NNNN.", "Swedish organisation number, NNNNNN-NNNN.")},
		{"foreign_registration", Text, say("Utländsk registrering", "Foreign registration"), say("Register och nummer utanför Sverige.", "Register and number outside Sweden.")},
		{"country", Text, say("Etableringsland", "Country of establishment"), say("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters.")},
		{"address", Text, say("Adress", "Address"), say("Postadress på en rad.", "Postal address on one line.")},
		{"contact", Text, say("Kontakt", "Contact"), say("E-post, telefon eller sida för kontakt.", "E-mail, telephone or page for contact.")},
		{"parent", Text, say("Moderbolag", "Parent company"), say("Bolaget ovanför och dess land.", "The company above it and its country.")},
		{"level", Int, say("Nivå i kedjan", "Level in the chain"), say("1 anlitas av oss, 2 av någon på nivå 1.", "1 is engaged by us, 2 by one on level 1.")},
		{"engaged_by", Text, say("Anlitas av", "Engaged by"), say("Id för den som har anlitat mottagaren; tomt när vi har gjort det.", "Id of the one that engaged it; empty when we did.")},
		{"locations", List, say("Platser för behandling", "Places of processing"), say("Landskod eller region, och inom parentes vad som sker där.", "Country code or region, and in brackets what happens there.")},
		{"service", Text, say("Tjänst", "Service"), say("Vad mottagaren gör åt oss.", "What it does for us.")},
		{"purposes", List, say("Ändamål", "Purposes"), say("Varför den får uppgifterna.", "Why it gets the data.")},
		{"data", List, say("Uppgifter", "Data"), say("Kategorier av uppgifter, och inom parentes de enskilda.", "Categories of data, and in brackets the items.")},
		{"data_subjects", List, say("Registrerade", "Data subjects"), say("Vems uppgifter det är.", "Whose data it is.")},
		{"services", List, say("Våra tjänster", "Our services"), say("De av våra tjänster som den hjälper till att leverera.", "Those of our services that it helps to provide.")},
		{"third_country", Flag, say("Överföring till tredjeland", "Transfer to a third country"), say("true, false, eller tomt när det inte är angivet.", "true, false, or empty where it is not stated.")},
		{"transfer_countries", List, say("Tredjeländer", "Third countries"), say("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters.")},
		{"transfer_mechanism", Text, say("Överföringsgrund", "Mechanism"), say("Koden i docs/format.md, till exempel art46-2-c.", "The code in docs/format.md, such as art46-2-c.")},
		{"scc_module", Int, say("Modul", "Module"), say("Standardavtalsklausulernas modul.", "Module of the standard contractual clauses.")},
		{"security", Text, say("Säkerhet", "Security"), say("Säkerheten i ord.", "Security in words.")},
		{"alternative", Text, say("Alternativt upplägg", "Alternative arrangement"), say("Vad en kund kan få i stället.", "What a customer can have instead.")},
		{"optional", Flag, say("Valbar", "Optional"), say("Om kunden själv väljer till mottagaren.", "Whether the customer chooses it.")},
		{"announced", Date, say("Meddelad", "Announced"), say("Dagen då den meddelades kunderna.", "The day on which customers were told.")},
		{"object_by", Date, say("Sista dag att invända", "Last day to object"), say("Sista dagen att invända.", "The last day to object.")},
		{"effective", Date, say("Gäller från", "Effective from"), say("Första dagen då den får uppgifter.", "The first day on which it gets data.")},
		{"ended", Date, say("Upphörde", "Ended"), say("Sista dagen då den hade uppgifter.", "The last day on which it had data.")},
		{"replaces", Text, say("Ersätter", "Replaces"), say("Id för den som den tar över efter.", "Id of the one that it takes over from.")},
	}
}

// Subprocessors is the list of sub-processors: upcoming ones first, then
// current, then ended, each by name in the order of the language.
func Subprocessors(set *record.Set, lang string, asOf record.Date) Table {
	t := Table{
		Name: "subprocessors", Title: say("Underbiträden", "Sub-processors").In(lang),
		Language: lang, Organisation: set.Organisation.Name, AsOf: asOf, Columns: SubprocessorColumns(),
	}
	var list []*record.Recipient
	for _, r := range set.Recipients {
		if r.Kind == "subprocessor" {
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
	for _, r := range list {
		t.Rows = append(t.Rows, subprocessor(set, r, lang, asOf))
	}
	return t
}

func subprocessor(set *record.Set, r *record.Recipient, lang string, asOf record.Date) []any {
	transfer := r.Transfer
	if transfer == nil {
		transfer = &record.Transfer{}
	}
	return []any{
		r.ID, string(r.Status(asOf)), r.Label(lang), text(record.OrgNumber(r.OrgNumber)), text(r.ForeignRegistration),
		text(string(r.Country)), text(address(r.Address, lang)), text(contact(r.Contact)), text(parent(r.Parent)),
		number(r.Level), text(r.EngagedBy), list(locations(r.Locations, lang)),
		text(r.Service.In(lang)), list(texts(r.Purposes, lang)), list(data(set, r.Data, lang)), list(texts(r.DataSubjects, lang)),
		list(services(set, r.Services)), truth(transfer.ThirdCountry), list(countries(transfer.Countries)),
		text(transfer.Mechanism), number(transfer.SCCModule), text(security(set, r, lang)), text(r.Alternative.In(lang)), r.Optional,
		text(string(r.Announced)), text(string(r.ObjectBy)), text(string(r.Effective)), text(string(r.Ended)), text(r.Replaces),
	}
}

// The functions below turn facts into cells; what is not stated becomes nil.

func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func number(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func truth(b *bool) any {
	if b == nil {
		return nil
	}
	return *b
}

func list(s []string) any {
	if len(s) == 0 {
		return nil
	}
	return s
}

func texts(ts []record.Text, lang string) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.In(lang))
	}
	return out
}

func countries(cs []record.Country) []string {
	var out []string
	for _, c := range cs {
		out = append(out, string(c))
	}
	return out
}

func address(a *record.Address, lang string) string {
	if a == nil {
		return ""
	}
	country := ""
	if a.Country != "" {
		country = record.CountryName(string(a.Country), lang)
	}
	return join(", ", a.Street, strings.TrimSpace(a.PostalCode+" "+a.City), country)
}

func contact(c *record.RoleContact) string {
	if c == nil {
		return ""
	}
	return join(", ", c.Email, c.Phone, c.URL)
}

func parent(p *record.Parent) string {
	if p == nil {
		return ""
	}
	if p.Country == "" {
		return p.Name
	}
	return p.Name + " (" + string(p.Country) + ")"
}

func locations(ls []record.Location, lang string) []string {
	var out []string
	for _, l := range ls {
		place := string(l.Country)
		if place == "" {
			place = l.Region
		}
		var kinds []string
		for _, k := range l.Kinds {
			kinds = append(kinds, record.ChoiceName("location-kind", k, lang))
		}
		out = append(out, bracket(join(", ", place, l.City), kinds))
	}
	return out
}

func data(set *record.Set, ds []record.Data, lang string) []string {
	var out []string
	for _, d := range ds {
		name := d.Category
		if e := set.Find("category", d.Category); e != nil {
			name = e.Value.Label(lang)
		}
		var items []string
		for _, i := range d.Items {
			items = append(items, i.Name.In(lang))
		}
		out = append(out, bracket(name, items))
	}
	return out
}

func services(set *record.Set, ids []string) []string {
	var out []string
	for _, id := range ids {
		if e := set.Find("service", id); e != nil {
			id = e.Value.Label("")
		}
		out = append(out, id)
	}
	return out
}

func security(set *record.Set, r *record.Recipient, lang string) string {
	words := []string{r.SecurityText.In(lang)}
	for _, id := range r.Measures {
		if e := set.Find("measure", id); e != nil {
			words = append(words, e.Value.Label(lang))
		}
	}
	return join("; ", words...)
}

func bracket(name string, inside []string) string {
	if len(inside) == 0 {
		return name
	}
	return name + " (" + strings.Join(inside, ", ") + ")"
}

// join leaves out what is empty.
func join(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), sep)
}
