package record

import (
	"tillit/tools/internal/facts/value"
)

// Recipient is somebody who gets personal data: a processor or sub-processor,
// an independent controller, an authority, a group company, or a category of
// recipients that cannot be named one by one (GDPR Art. 4(9), 13(1)(e)).
// sv: Den som får personuppgifter: ett biträde eller underbiträde, en
// självständigt ansvarig, en myndighet, ett koncernbolag, eller en kategori av
// mottagare som inte kan nämnas en och en (artikel 4.9 och 13.1 e i GDPR).
type Recipient struct {
	ID string `yaml:"-"`

	// The name in the company register, with its legal form.
	// sv: Namnet i företagsregistret, med bolagsform.
	// law: GDPR Art. 13(1)(e)
	// example: Puzzel AB
	LegalName string `yaml:"legal_name" validate:"omitempty,line" en:"Legal name" sv:"Firma"`
	// The name by which it is known, or its product.
	// sv: Namnet det är känt under, eller dess produkt.
	TradeName string `yaml:"trade_name" validate:"omitempty,line" en:"Trade name" sv:"Namn utåt"`
	// The name of a category or authority, in each language.
	// sv: Namnet på en kategori eller myndighet, på varje språk.
	Name Text `yaml:"name" validate:"required_without_all=LegalName TradeName,omitempty,text" en:"Name" sv:"Namn"`
	// The Swedish organisation number, within quotation marks.
	// sv: Organisationsnumret, inom citattecken.
	// example: "556579-4384"
	OrgNumber string `yaml:"org_number" validate:"omitempty,orgnumber" en:"Organisation number" sv:"Organisationsnummer"`
	// A registration outside Sweden: the register and the number.
	// sv: En registrering utanför Sverige: registret och numret.
	ForeignRegistration string `yaml:"foreign_registration" validate:"omitempty,line" en:"Foreign registration" sv:"Utländsk registrering"`
	// What it is to the data.
	// sv: Vad den är i förhållande till uppgifterna.
	Kind string `yaml:"kind" validate:"required,choice=recipient-kind" en:"Kind" sv:"Slag"`
	// Who engaged it, in a chain of sub-processors; left out when we did.
	// sv: Vem som anlitat den, i en kedja av underbiträden; utelämnas när vi har gjort det.
	// law: GDPR Art. 28(4)
	EngagedBy string `yaml:"engaged_by" validate:"omitempty,id" ref:"recipient" en:"Engaged by" sv:"Anlitas av"`
	// The level in the chain: 1 is engaged by us, 2 by one on level 1.
	// sv: Nivån i kedjan: 1 anlitas av oss, 2 av någon på nivå 1.
	// example: 1
	Level int `yaml:"level" validate:"omitempty,min=1,max=9" en:"Level in the chain" sv:"Nivå i kedjan"`
	// Its address.
	// sv: Dess adress.
	Address *Address `yaml:"address" en:"Address" sv:"Adress"`
	// Whom to ask there, by role.
	// sv: Vem man frågar där, efter roll.
	Contact *RoleContact `yaml:"contact" en:"Contact" sv:"Kontakt"`
	// Its own site.
	// sv: Dess egen webbplats.
	Web string `yaml:"web" validate:"omitempty,https" en:"Website" sv:"Webbplats"`
	// The country where it is established.
	// sv: Landet där den är etablerad.
	Country value.Country `yaml:"country" validate:"omitempty,country" en:"Country of establishment" sv:"Etableringsland"`
	// The company above it.
	// sv: Bolaget ovanför den.
	Parent *Parent `yaml:"parent" en:"Parent company" sv:"Moderbolag"`
	// Where the data is processed, and what happens there.
	// sv: Var uppgifterna behandlas, och vad som sker där.
	// law: GDPR Art. 13(1)(f)
	Locations []Location `yaml:"locations" validate:"omitempty,dive" en:"Places of processing" sv:"Platser för behandling"`
	// What it does for us.
	// sv: Vad den gör åt oss.
	Service Text `yaml:"service" validate:"omitempty,text" en:"Service" sv:"Tjänst"`
	// Why it gets the data.
	// sv: Varför den får uppgifterna.
	Purposes []Text `yaml:"purposes" validate:"omitempty,dive,text" en:"Purposes" sv:"Ändamål"`
	// Which data it gets.
	// sv: Vilka uppgifter den får.
	Data []Data `yaml:"data" validate:"omitempty,dive" en:"Data" sv:"Uppgifter"`
	// Whose data it is.
	// sv: Vems uppgifter det är.
	DataSubjects []Text `yaml:"data_subjects" validate:"omitempty,dive,text" en:"Data subjects" sv:"Registrerade"`
	// The services of ours that it helps to provide.
	// sv: De av våra tjänster som den hjälper till att leverera.
	Services []string `yaml:"services" validate:"omitempty,dive,id" ref:"service" en:"Services" sv:"Tjänster"`
	// How long it processes the data.
	// sv: Hur länge den behandlar uppgifterna.
	// law: GDPR Art. 28(3)
	Duration Text `yaml:"duration" validate:"omitempty,text" en:"Duration" sv:"Varaktighet"`
	// Whether data leaves the EU/EEA, and on what ground.
	// sv: Om uppgifter lämnar EU/EES, och på vilken grund.
	// law: GDPR Art. 13(1)(f), 44–49
	Transfer *Transfer `yaml:"transfer" en:"Transfer" sv:"Överföring"`
	// Its security measures, among ours.
	// sv: Dess säkerhetsåtgärder, bland våra.
	Measures []string `yaml:"measures" validate:"omitempty,dive,id" ref:"measure" en:"Measures" sv:"Åtgärder för säkerhet"`
	// Its security in words.
	// sv: Dess säkerhet i ord.
	SecurityText Text `yaml:"security_text" validate:"omitempty,text" en:"Security" sv:"Säkerhet"`
	// The data processing agreement.
	// sv: Personuppgiftsbiträdesavtalet.
	// law: GDPR Art. 28(3)
	DPA *Agreement `yaml:"dpa" en:"Data processing agreement" sv:"Personuppgiftsbiträdesavtal"`
	// Whether the same duties are laid on it as on us.
	// sv: Om den har samma skyldigheter som vi.
	// law: GDPR Art. 28(4)
	FlowDown *bool `yaml:"flow_down" en:"Same duties" sv:"Samma skyldigheter"`
	// Its own list of sub-processors.
	// sv: Dess egen lista över underbiträden.
	SubprocessorsURL string `yaml:"subprocessors_url" validate:"omitempty,https" en:"Its sub-processors" sv:"Dess underbiträden"`
	// What a customer can have instead.
	// sv: Vad en kund kan få i stället.
	Alternative Text `yaml:"alternative" validate:"omitempty,text" en:"Alternative arrangement" sv:"Alternativt upplägg"`
	// Whether a customer chooses it.
	// sv: Om en kund väljer till den.
	Optional *bool `yaml:"optional" en:"Optional" sv:"Valbar"`
	// The day on which it was announced to customers.
	// sv: Dagen då den meddelades kunderna.
	// law: GDPR Art. 28(2)
	Announced value.Date `yaml:"announced" validate:"omitempty,date" en:"Announced" sv:"Meddelad"`
	// The last day to object.
	// sv: Sista dagen att invända.
	// law: GDPR Art. 28(2)
	ObjectBy value.Date `yaml:"object_by" validate:"omitempty,date" en:"Last day to object" sv:"Sista dag att invända"`
	// The first day on which it gets data.
	// sv: Första dagen då den får uppgifter.
	Effective value.Date `yaml:"effective" validate:"omitempty,date" en:"Effective from" sv:"Gäller från"`
	// The last day on which it had data.
	// sv: Sista dagen då den hade uppgifter.
	Ended value.Date `yaml:"ended" validate:"omitempty,date" en:"Ended" sv:"Upphörde"`
	// Why notice was shorter than promised.
	// sv: Varför varslet var kortare än utlovat.
	UrgentReason Text `yaml:"urgent_reason" validate:"omitempty,text" en:"Urgent reason" sv:"Brådskande skäl"`
	// The recipient that it takes over from.
	// sv: Mottagaren som den tar över efter.
	Replaces string `yaml:"replaces" validate:"omitempty,id" ref:"recipient" en:"Replaces" sv:"Ersätter"`
}

// Key is the recipient's id.
func (r *Recipient) Key() string { return r.ID }

// Label is the legal name, else the trade name, else the name of the category.
func (r *Recipient) Label(lang string) string { return label(r, lang) }

// RoleContact is a contact by role: a person's name is never asked for.
type RoleContact struct {
	// The role or function.
	// sv: Rollen eller funktionen.
	Position Text `yaml:"position" validate:"omitempty,text" en:"Role" sv:"Roll"`
	// E-mail.
	// sv: E-post.
	Email string `yaml:"email" validate:"omitempty,email" en:"E-mail" sv:"E-post"`
	// Telephone, with country code.
	// sv: Telefon, med landsnummer.
	Phone string `yaml:"phone" validate:"omitempty,phone" en:"Telephone" sv:"Telefon"`
	// A page or form.
	// sv: En sida eller ett formulär.
	URL string `yaml:"url" validate:"omitempty,https" en:"Address" sv:"Adress"`
}

// Location is a place of processing: a country, or a region when no more is
// known. A region is weaker, and the check says so.
type Location struct {
	// The country.
	// sv: Landet.
	Country value.Country `yaml:"country" validate:"required_without=Region,omitempty,country" en:"Country" sv:"Land"`
	// A region, when the country is not known.
	// sv: En region, när landet inte är känt.
	Region string `yaml:"region" validate:"omitempty,choice=region" en:"Region" sv:"Region"`
	// The town or site.
	// sv: Orten eller anläggningen.
	City string `yaml:"city" validate:"omitempty,line" en:"Town" sv:"Ort"`
	// What happens there. Remote access is processing, too.
	// sv: Vad som sker där. Fjärråtkomst är också behandling.
	Kinds []string `yaml:"kinds" validate:"omitempty,dive,choice=location-kind" en:"What happens there" sv:"Vad som sker där"`
}

// Transfer is whether data leaves the EU/EEA and what protects it then.
type Transfer struct {
	// Whether there is a transfer to a third country. Say false when there is none.
	// sv: Om uppgifter överförs till tredjeland. Skriv false om inga gör det.
	// law: GDPR Art. 13(1)(f)
	ThirdCountry *bool `yaml:"third_country" validate:"required" en:"Transfer to a third country" sv:"Överföring till tredjeland"`
	// The countries.
	// sv: Länderna.
	// law: GDPR Art. 30(1)(e)
	Countries []value.Country `yaml:"countries" validate:"omitempty,dive,country" en:"Countries" sv:"Länder"`
	// The ground of the transfer.
	// sv: Grunden för överföringen.
	// law: GDPR Art. 45–49
	Mechanism string `yaml:"mechanism" validate:"omitempty,choice=mechanism" en:"Mechanism" sv:"Överföringsgrund"`
	// The ground that takes over if the first one falls.
	// sv: Grunden som tar vid om den första faller.
	Fallback string `yaml:"fallback" validate:"omitempty,choice=mechanism" en:"Fallback" sv:"Reservgrund"`
	// The module of the standard contractual clauses, 1 to 4.
	// sv: Standardavtalsklausulernas modul, 1 till 4.
	// law: Decision (EU) 2021/914
	SCCModule int `yaml:"scc_module" validate:"omitempty,min=1,max=4" en:"Module" sv:"Modul"`
	// The adequacy decision, as its number.
	// sv: Beslutet om adekvat skyddsnivå, som dess nummer.
	// law: GDPR Art. 45
	AdequacyRef string `yaml:"adequacy_ref" validate:"omitempty,line" en:"Adequacy decision" sv:"Beslut om adekvat skyddsnivå"`
	// The day on which the Data Privacy Framework list was looked at.
	// sv: Dagen då listan för Data Privacy Framework kontrollerades.
	DPFCheckedOn value.Date `yaml:"dpf_checked_on" validate:"omitempty,date" en:"DPF list checked on" sv:"DPF-listan kontrollerad"`
	// Which data the certification covers.
	// sv: Vilka uppgifter certifieringen omfattar.
	DPFCoverage string `yaml:"dpf_coverage" validate:"omitempty,choice=dpf-coverage" en:"DPF coverage" sv:"DPF-omfattning"`
	// Where a copy of the safeguards is had.
	// sv: Var en kopia av skyddsåtgärderna finns.
	// law: GDPR Art. 13(1)(f)
	Copy *Copy `yaml:"copy" en:"Copy" sv:"Kopia"`
	// The day of the transfer impact assessment.
	// sv: Dagen för bedömningen av överföringen.
	TIAOn value.Date `yaml:"tia_on" validate:"omitempty,date" en:"Assessment on" sv:"Bedömd"`
	// Further measures.
	// sv: Kompletterande åtgärder.
	Supplementary Text `yaml:"supplementary" validate:"omitempty,text" en:"Supplementary measures" sv:"Kompletterande åtgärder"`
	// A note, for instance on a parent company outside the EU/EEA.
	// sv: En anmärkning, till exempel om ett moderbolag utanför EU/EES.
	Note Text `yaml:"note" validate:"omitempty,text" en:"Note" sv:"Anmärkning"`
}

// Copy is how a person gets to see the safeguards.
type Copy struct {
	// Where it is published.
	// sv: Var den är publicerad.
	URL string `yaml:"url" validate:"omitempty,https" en:"Address" sv:"Adress"`
	// How it is asked for.
	// sv: Hur man begär den.
	Text Text `yaml:"text" validate:"omitempty,text" en:"Text" sv:"Text"`
}

// Agreement is a signed contract.
type Agreement struct {
	// The day it was signed.
	// sv: Dagen det undertecknades.
	SignedOn value.Date `yaml:"signed_on" validate:"omitempty,date" en:"Signed on" sv:"Undertecknat"`
	// What it is.
	// sv: Vad det är.
	Type Text `yaml:"type" validate:"omitempty,text" en:"Type" sv:"Typ"`
	// Where it is.
	// sv: Var det finns.
	URL string `yaml:"url" validate:"omitempty,https" en:"Address" sv:"Adress"`
}
