package statute

import (
	"slices"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Authority is a supervisory authority of a country where the GDPR applies, as
// far as it is known from elsewhere.
type Authority struct {
	Country      value.Country
	LocalName    string
	EnglishName  string
	Abbreviation string
	Web          string
	Complaint    string // its page for complaints
	Email        string
	Phone        string
	Several      bool // there are more: who is competent depends on the place
	Reference
}

// DirectoryOfAuthorities lists the authorities of all countries of the EEA, for
// those that the table does not know enough of.
const DirectoryOfAuthorities = "https://www.edpb.europa.eu/about-edpb/about-edpb/members_en"

// AuthorityTable returns what is known of each authority, by country. Not all of
// it is sure enough to be shown: see Authorities.
func AuthorityTable() []Authority { return slices.Clone(authorityTable) }

// Authorities returns the authorities as records for the pages, by country, with
// what may be shown to a reader: name and address of the site for all, ways of
// contact only where they were verified. The Swedish ones are IMY and PTS.
func Authorities() []record.Authority {
	list := make([]record.Authority, 0, len(authorityTable)+1)
	for _, a := range authorityTable {
		r := record.Authority{
			ID: "authority-" + string(a.Country), Country: a.Country, Tasks: []string{"complaints"}, Abbreviation: a.Abbreviation,
			Name: record.Text{"en": a.EnglishName, "sv": a.LocalName}, LocalName: a.LocalName, Web: a.Web, CheckedOn: a.Checked, Sources: []string{a.Source},
		}
		if a.Shown() {
			r.Email, r.Phone = a.Email, a.Phone
			r.ComplaintURL = record.Addresses{"sv": a.Complaint}
		}
		if a.Several {
			r.Scope = record.Text{
				"sv": "Det finns fler myndigheter i landet. Vilken som är behörig beror på var verksamheten finns; för företag i Tyskland är det i regel delstatens myndighet.",
				"en": "There are more authorities in the country. Which one is competent depends on the place; for companies in Germany it is as a rule that of the federal state.",
			}
		}
		if a.Country == "SE" {
			r = IMY()
		}
		list = append(list, r)
	}
	return append(list, pts())
}

// AuthorityOf returns the authority of a country, or of the state that a territory
// belongs to.
func AuthorityOf(country value.Country) (Authority, bool) {
	for _, a := range authorityTable {
		if a.Country == HomeOf(country) {
			return a, true
		}
	}
	return Authority{}, false
}

var (
	// The directory is in the public domain and was last touched on the day given;
	// most of its entries are older. Complaint pages come from a guide of mid-2026.
	directory = Reference{"datenanfragen.de, directory of supervisory authorities", SecondHand, "2026-03-08"}
	imyPages  = Reference{"https://www.imy.se/", Verified, "2026-11-21"}
	ptsPages  = Reference{"https://www.pts.se/", Verified, "2026-11-21"}
)

// IMY is all that was confirmed of the Swedish authority. Its visiting address
// and telephone hours were not, and are left out.
func IMY() record.Authority {
	return record.Authority{
		ID: "imy", Country: "SE", Tasks: []string{"complaints"},
		Name:      record.Text{"sv": "Integritetsskyddsmyndigheten", "en": "Swedish Authority for Privacy Protection"},
		LocalName: "Integritetsskyddsmyndigheten", Abbreviation: "IMY", OrgNumber: "202100-0050",
		Address: &record.Address{Street: "Box 8114", PostalCode: "104 20", City: "Stockholm", Country: "SE"},
		Email:   "imy@imy.se", Phone: "+46 8 657 61 00", Web: "https://www.imy.se/",
		ComplaintURL: record.Addresses{
			"sv": "https://www.imy.se/privatperson/utfora-arenden/lamna-ett-klagomal/",
			"en": "https://www.imy.se/en/individuals/forms-and-e-services/file-a-gdpr-complaint/",
		},
		RightsURL: record.Addresses{
			"sv": "https://www.imy.se/privatperson/dataskydd/dina-rattigheter/",
			"en": "https://www.imy.se/en/individuals/data-protection/your-rights-as-a-data-subject/",
		},
		ContactURL: record.Addresses{"sv": "https://www.imy.se/om-oss/kontakta-oss/"},
		CheckedOn:  imyPages.Checked, Sources: []string{imyPages.Source},
	}
}

// pts is what was confirmed of the authority for cookies: neither address nor
// telephone.
func pts() record.Authority {
	return record.Authority{
		ID: "pts", Country: "SE", Tasks: []string{"cookies"},
		Name:      record.Text{"sv": "Post- och telestyrelsen", "en": "Swedish Post and Telecom Authority"},
		LocalName: "Post- och telestyrelsen", Abbreviation: "PTS", Web: "https://www.pts.se/",
		CheckedOn: ptsPages.Checked, Sources: []string{ptsPages.Source},
	}
}

// authorityTable has an entry for each country of the EEA, and for Åland, which
// has an authority of its own.
var authorityTable = []Authority{
	{Country: "AT", LocalName: "Österreichische Datenschutzbehörde", EnglishName: "Austrian Data Protection Authority", Abbreviation: "DSB",
		Web: "https://dsb.gv.at/", Complaint: "https://data-protection-authority.gv.at/data-protection-in-austria/right-to-lodge-a-complaint", Email: "dsb@dsb.gv.at", Phone: "+43 1 521520", Reference: directory},
	{Country: "AX", LocalName: "Datainspektionen", EnglishName: "Data Inspectorate of Åland",
		Web: "https://www.di.ax/", Reference: directory},
	{Country: "BE", LocalName: "Autorité de protection des données / Gegevensbeschermingsautoriteit", EnglishName: "Belgian Data Protection Authority", Abbreviation: "APD-GBA",
		Web: "https://www.dataprotectionauthority.be/", Complaint: "https://www.dataprotectionauthority.be/citizen/actions/lodge-a-complaint", Email: "contact@apd-gba.be", Phone: "+32 2 274 48 00", Reference: directory},
	{Country: "BG", LocalName: "Комисия за защита на личните данни", EnglishName: "Commission for Personal Data Protection", Abbreviation: "КЗЛД",
		Web: "https://www.cpdp.bg/", Complaint: "https://cpdp.bg/en/lodging-complaints-and-alerts/", Email: "kzld@cpdp.bg", Phone: "+359 2 915 3519", Reference: directory},
	{Country: "CY", LocalName: "Γραφείο Επιτρόπου Προστασίας Δεδομένων Προσωπικού Χαρακτήρα", EnglishName: "Commissioner for Personal Data Protection",
		Web: "https://www.dataprotection.gov.cy/", Complaint: "https://www.dataprotection.gov.cy/dataprotection/dataprotection.nsf/page1i_en/page1i_en?opendocument=", Email: "commissioner@dataprotection.gov.cy", Phone: "+357 22 818456", Reference: directory},
	{Country: "CZ", LocalName: "Úřad pro ochranu osobních údajů", EnglishName: "Office for Personal Data Protection", Abbreviation: "ÚOOÚ",
		Web: "https://uoou.gov.cz/", Complaint: "https://uoou.gov.cz/verejnost/stiznost-na-spravce-nebo-zpracovatele", Email: "posta@uoou.gov.cz", Phone: "+420 234 665 111", Reference: directory},
	{Country: "DE", LocalName: "Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit", EnglishName: "Federal Commissioner for Data Protection and Freedom of Information", Abbreviation: "BfDI",
		Web: "https://www.bfdi.bund.de/", Complaint: "https://www.bfdi.bund.de/DE/Buerger/Inhalte/Allgemein/Datenschutz/BeschwerdeBeiDatenschutzbehoereden.html", Email: "poststelle@bfdi.bund.de", Phone: "+49 228 9977990", Several: true, Reference: directory},
	{Country: "DK", LocalName: "Datatilsynet", EnglishName: "Danish Data Protection Agency",
		Web: "https://www.datatilsynet.dk/", Complaint: "https://www.datatilsynet.dk/english/file-a-complaint", Email: "dt@datatilsynet.dk", Phone: "+45 33 19 32 00", Reference: directory},
	{Country: "EE", LocalName: "Andmekaitse Inspektsioon", EnglishName: "Estonian Data Protection Inspectorate", Abbreviation: "AKI",
		Web: "https://www.aki.ee/", Complaint: "https://www.aki.ee/en/guidelines-legislation/how-can-we-help-foreign-persons-and-authorities", Email: "info@aki.ee", Phone: "+372 627 4135", Reference: directory},
	{Country: "ES", LocalName: "Agencia Española de Protección de Datos", EnglishName: "Spanish Data Protection Agency", Abbreviation: "AEPD",
		Web: "https://www.aepd.es/", Complaint: "https://sedeaepd.gob.es/sede-electronica-web/vistas/infoSede/tramitesCiudadanoReclamaciones.jsf", Phone: "+34 900 293 183", Reference: directory},
	{Country: "FI", LocalName: "Tietosuojavaltuutetun toimisto / Dataombudsmannens byrå", EnglishName: "Office of the Data Protection Ombudsman",
		Web: "https://tietosuoja.fi/", Complaint: "https://tietosuoja.fi/en/report-of-fault-in-personal-data-processing", Email: "tietosuoja@om.fi", Phone: "+358 29 566 6700", Reference: directory},
	{Country: "FR", LocalName: "Commission nationale de l'informatique et des libertés", EnglishName: "French data protection authority", Abbreviation: "CNIL",
		Web: "https://www.cnil.fr/", Complaint: "https://www.cnil.fr/fr/adresser-une-plainte", Phone: "+33 1 53 73 22 22", Reference: directory},
	{Country: "GR", LocalName: "Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα", EnglishName: "Hellenic Data Protection Authority",
		Web: "https://www.dpa.gr/", Complaint: "https://www.dpa.gr/en/individuals/complaint-to-the-hellenic-dpa", Email: "complaints@dpa.gr", Phone: "+30 210 6475600", Reference: directory},
	{Country: "HR", LocalName: "Agencija za zaštitu osobnih podataka", EnglishName: "Croatian Personal Data Protection Agency", Abbreviation: "AZOP",
		Web: "https://azop.hr/", Complaint: "https://azop.hr/rights-of-individuals/", Email: "azop@azop.hr", Phone: "+385 1 4609 000", Reference: directory},
	{Country: "HU", LocalName: "Nemzeti Adatvédelmi és Információszabadság Hatóság", EnglishName: "National Authority for Data Protection and Freedom of Information", Abbreviation: "NAIH",
		Web: "https://www.naih.hu/", Complaint: "https://www.naih.hu/data-protection/international-affairs", Email: "ugyfelszolgalat@naih.hu", Phone: "+36 1 391 1400", Reference: directory},
	{Country: "IE", LocalName: "An Coimisiún um Chosaint Sonraí", EnglishName: "Data Protection Commission", Abbreviation: "DPC",
		Web: "https://www.dataprotection.ie/", Complaint: "https://forms.dataprotection.ie/contact", Email: "info@dataprotection.ie", Phone: "+353 1800 437 737", Reference: directory},
	{Country: "IS", LocalName: "Persónuvernd", EnglishName: "Icelandic Data Protection Authority",
		Web: "https://www.personuvernd.is/", Email: "postur@personuvernd.is", Phone: "+354 510 9600", Reference: directory},
	{Country: "IT", LocalName: "Garante per la protezione dei dati personali", EnglishName: "Italian Data Protection Authority",
		Web: "https://www.garanteprivacy.it/", Complaint: "https://www.garanteprivacy.it/diritti/come-agire-per-tutelare-i-tuoi-dati-personali/reclamo", Email: "protocollo@pec.gpdp.it", Phone: "+39 06 696771", Reference: directory},
	{Country: "LI", LocalName: "Datenschutzstelle", EnglishName: "Data Protection Authority Liechtenstein",
		Web: "https://www.datenschutzstelle.li/", Complaint: "https://www.datenschutzstelle.li/datenschutz/themen-z/beschwerderecht", Email: "info.dss@llv.li", Phone: "+423 236 60 90", Reference: directory},
	{Country: "LT", LocalName: "Valstybinė duomenų apsaugos inspekcija", EnglishName: "State Data Protection Inspectorate", Abbreviation: "VDAI",
		Web: "https://vdai.lrv.lt/", Complaint: "https://vdai.lrv.lt/en/services", Email: "ada@ada.lt", Phone: "+370 5 271 2804", Reference: directory},
	{Country: "LU", LocalName: "Commission nationale pour la protection des données", EnglishName: "National Commission for Data Protection", Abbreviation: "CNPD",
		Web: "https://cnpd.public.lu/", Complaint: "https://cnpd.public.lu/en/particuliers/faire-valoir/formulaire-plainte.html", Email: "info@cnpd.lu", Phone: "+352 26 10 60 1", Reference: directory},
	{Country: "LV", LocalName: "Datu valsts inspekcija", EnglishName: "Data State Inspectorate", Abbreviation: "DVI",
		Web: "https://www.dvi.gov.lv/", Complaint: "https://www.dvi.gov.lv/en/services/complaint-concerning-processing-personal-data", Email: "pasts@dvi.gov.lv", Phone: "+371 67 223 131", Reference: directory},
	{Country: "MT", LocalName: "Office of the Information and Data Protection Commissioner", EnglishName: "Office of the Information and Data Protection Commissioner", Abbreviation: "IDPC",
		Web: "https://idpc.org.mt/", Complaint: "https://idpc.org.mt/contact/", Email: "idpc.info@idpc.org.mt", Phone: "+356 2328 7100", Reference: directory},
	{Country: "NL", LocalName: "Autoriteit Persoonsgegevens", EnglishName: "Dutch Data Protection Authority", Abbreviation: "AP",
		Web: "https://autoriteitpersoonsgegevens.nl/", Complaint: "https://klachten.autoriteitpersoonsgegevens.nl/", Email: "info@autoriteitpersoonsgegevens.nl", Phone: "+31 70 888 8500", Reference: directory},
	{Country: "NO", LocalName: "Datatilsynet", EnglishName: "Norwegian Data Protection Authority",
		Web: "https://www.datatilsynet.no/", Complaint: "https://www.datatilsynet.no/om-datatilsynet/kontakt-oss/klage-til-datatilsynet/", Email: "postkasse@datatilsynet.no", Phone: "+47 22 39 69 00", Reference: directory},
	{Country: "PL", LocalName: "Urząd Ochrony Danych Osobowych", EnglishName: "Personal Data Protection Office", Abbreviation: "UODO",
		Web: "https://www.uodo.gov.pl/", Complaint: "https://uodo.gov.pl/en/680/1402", Email: "kancelaria@uodo.gov.pl", Phone: "+48 22 531 03 00", Reference: directory},
	{Country: "PT", LocalName: "Comissão Nacional de Proteção de Dados", EnglishName: "Portuguese Data Protection Authority", Abbreviation: "CNPD",
		Web: "https://www.cnpd.pt/", Complaint: "https://www.cnpd.pt/cidadaos/participacoes/", Email: "geral@cnpd.pt", Phone: "+351 21 392 8400", Reference: directory},
	{Country: "RO", LocalName: "Autoritatea Naţională de Supraveghere a Prelucrării Datelor cu Caracter Personal", EnglishName: "National Supervisory Authority for Personal Data Processing", Abbreviation: "ANSPDCP",
		Web: "https://www.dataprotection.ro/", Complaint: "https://www.dataprotection.ro/?lang=en&page=Plangeri_RGPD", Email: "anspdcp@dataprotection.ro", Phone: "+40 31 805 9211", Reference: directory},
	{Country: "SE", LocalName: "Integritetsskyddsmyndigheten", EnglishName: "Swedish Authority for Privacy Protection", Abbreviation: "IMY",
		Web: "https://www.imy.se/", Complaint: "https://www.imy.se/privatperson/utfora-arenden/lamna-ett-klagomal/", Email: "imy@imy.se", Phone: "+46 8 657 61 00", Reference: imyPages},
	{Country: "SI", LocalName: "Informacijski pooblaščenec", EnglishName: "Information Commissioner",
		Web: "https://www.ip-rs.si/", Complaint: "https://www.ip-rs.si/en/", Email: "gp.ip@ip-rs.si", Phone: "+386 1 230 97 30", Reference: directory},
	{Country: "SK", LocalName: "Úrad na ochranu osobných údajov Slovenskej republiky", EnglishName: "Office for Personal Data Protection of the Slovak Republic",
		Web: "https://dataprotection.gov.sk/", Complaint: "https://dataprotection.gov.sk/en/office/proceedings-on-protection-personal-data/", Email: "statny.dozor@pdp.gov.sk", Phone: "+421 2 323 132 14", Reference: directory},
}
