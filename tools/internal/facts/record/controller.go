package record

import (
	"tillit/tools/internal/facts/value"
)

// Controller is an organisation that decides over processing, or that processes
// for others, and that the site speaks for.
// sv: En organisation som bestämmer över behandling, eller som behandlar åt
// andra, och som webbplatsen talar för.
type Controller struct {
	ID string `yaml:"-"`

	// The name in the company register, with its legal form.
	// sv: Namnet i företagsregistret, med bolagsform.
	// law: GDPR Art. 13(1)(a)
	// example: Exempelbolaget AB
	LegalName string `yaml:"legal_name" validate:"required_without=TradeName,omitempty,line" en:"Legal name" sv:"Firma"`
	// The name by which it is known.
	// sv: Namnet det är känt under.
	TradeName string `yaml:"trade_name" validate:"omitempty,line" en:"Trade name" sv:"Namn utåt"`
	// The legal form.
	// sv: Den juridiska formen.
	LegalForm string `yaml:"legal_form" validate:"omitempty,choice=legal-form" en:"Legal form" sv:"Juridisk form"`
	// The Swedish organisation number, within quotation marks.
	// sv: Organisationsnumret, inom citattecken.
	// law: ABL 28 kap. 5 §
	// example: "556016-0680"
	OrgNumber string `yaml:"org_number" validate:"omitempty,orgnumber" en:"Organisation number" sv:"Organisationsnummer"`
	// A registration outside Sweden: the register and the number.
	// sv: En registrering utanför Sverige: registret och numret.
	ForeignRegistration string `yaml:"foreign_registration" validate:"omitempty,line" en:"Foreign registration" sv:"Utländsk registrering"`
	// The VAT number.
	// sv: Registreringsnumret för moms.
	// law: E-handelslagen 8 §
	VATNumber string `yaml:"vat_number" validate:"omitempty,vatnumber" en:"VAT number" sv:"Momsregistreringsnummer"`
	// The municipality of the registered office.
	// sv: Orten där styrelsen har sitt säte.
	// law: ABL 28 kap. 5 §
	Seat string `yaml:"seat" validate:"omitempty,line" en:"Registered office" sv:"Säte"`
	// What the organisation does, in a sentence or two.
	// sv: Vad organisationen gör, i en mening eller två.
	Description Text `yaml:"description" validate:"omitempty,text" en:"Description" sv:"Beskrivning"`
	// The postal address.
	// sv: Postadressen.
	// law: GDPR Art. 13(1)(a)
	Address *Address `yaml:"address" en:"Address" sv:"Adress"`
	// E-mail to the organisation.
	// sv: E-post till organisationen.
	// law: GDPR Art. 13(1)(a)
	Email string `yaml:"email" validate:"omitempty,email" en:"E-mail" sv:"E-post"`
	// Telephone, with country code.
	// sv: Telefon, med landsnummer.
	Phone string `yaml:"phone" validate:"omitempty,phone" en:"Telephone" sv:"Telefon"`
	// The organisation's own site.
	// sv: Organisationens egen webbplats.
	Web string `yaml:"web" validate:"omitempty,https" en:"Website" sv:"Webbplats"`
	// Further ways of contact, each with what it is for.
	// sv: Fler kontaktvägar, var och en med vad den är till för.
	Channels []Channel `yaml:"channels" validate:"omitempty,dive" en:"Ways of contact" sv:"Kontaktvägar"`
	// Whether it is established in the EU/EEA; taken as true when left out.
	// sv: Om den är etablerad i EU/EES; antas vara sant om fältet utelämnas.
	// law: GDPR Art. 27
	EstablishedInEU *bool `yaml:"established_in_eu" en:"Established in the EU/EEA" sv:"Etablerad i EU/EES"`
	// The group that it belongs to.
	// sv: Koncernen den tillhör.
	GroupParent *Parent `yaml:"group_parent" en:"Parent company" sv:"Moderbolag"`
	// What it is: controller, processor, joint controller.
	// sv: Vad den är: personuppgiftsansvarig, personuppgiftsbiträde, gemensamt ansvarig.
	Roles []string `yaml:"roles" validate:"omitempty,dive,choice=role" en:"Roles" sv:"Roller"`
	// The data protection officer, or that none is appointed.
	// sv: Dataskyddsombudet, eller att inget är utsett.
	// law: GDPR Art. 13(1)(b), 37(7)
	DPO *DPO `yaml:"dpo" en:"Data protection officer" sv:"Dataskyddsombud"`
	// The representative in the EU of a controller outside it.
	// sv: Företrädaren i EU för en ansvarig utanför unionen.
	// law: GDPR Art. 27
	Representative *Representative `yaml:"representative" en:"Representative" sv:"Företrädare"`
	// With whom it is jointly responsible, and the essence of the arrangement.
	// sv: Med vem den är gemensamt ansvarig, och det väsentliga i arrangemanget.
	// law: GDPR Art. 26
	Joint []Joint `yaml:"joint" validate:"omitempty,dive" en:"Joint controllers" sv:"Gemensamt ansvariga"`
	// Where a person turns to use their rights.
	// sv: Vart en person vänder sig för att använda sina rättigheter.
	// law: GDPR Art. 12(2)
	RightsContact *RightsContact `yaml:"rights_contact" en:"Contact for rights" sv:"Kontakt för rättigheter"`
}

// Key is the controller's id.
func (c *Controller) Key() string { return c.ID }

// Label is the legal name, else the trade name.
func (c *Controller) Label(lang string) string { return label(c, lang) }

// Address is a postal or visiting address.
type Address struct {
	// Street and number, or box.
	// sv: Gata och nummer, eller box.
	Street string `yaml:"street" validate:"omitempty,line" en:"Street or box" sv:"Gata eller box"`
	// Postal code, within quotation marks.
	// sv: Postnummer, inom citattecken.
	// example: "104 20"
	PostalCode string `yaml:"postal_code" validate:"omitempty,line,max=16" en:"Postal code" sv:"Postnummer"`
	// Town.
	// sv: Ort.
	City string `yaml:"city" validate:"omitempty,line" en:"Town" sv:"Ort"`
	// Country, as an ISO 3166-1 code of two letters.
	// sv: Land, som ISO 3166-1-kod med två bokstäver.
	Country value.Country `yaml:"country" validate:"omitempty,country" en:"Country" sv:"Land"`
}

// Channel is a way to get in touch.
type Channel struct {
	// What kind of channel it is.
	// sv: Vilket slags kanal det är.
	Kind string `yaml:"kind" validate:"required,choice=channel" en:"Kind" sv:"Slag"`
	// What it is for.
	// sv: Vad den är till för.
	Purpose Text `yaml:"purpose" validate:"omitempty,text" en:"Purpose" sv:"Ändamål"`
	// Its address: https, mailto or tel; left out when it is told in words.
	// sv: Dess adress: https, mailto eller tel; utelämnas när den beskrivs i ord.
	URL string `yaml:"url" validate:"omitempty,link" en:"Address" sv:"Adress"`
	// When it is open.
	// sv: När den är öppen.
	Hours Text `yaml:"hours" validate:"omitempty,text" en:"Hours" sv:"Tider"`
}

// Parent is a company above another.
type Parent struct {
	// Its name.
	// sv: Dess namn.
	Name string `yaml:"name" validate:"required,line" en:"Name" sv:"Namn"`
	// Its country.
	// sv: Dess land.
	Country value.Country `yaml:"country" validate:"omitempty,country" en:"Country" sv:"Land"`
	// What it does for the company below.
	// sv: Vad det gör för bolaget under sig.
	Text Text `yaml:"text" validate:"omitempty,text" en:"Text" sv:"Text"`
}

// DPO is the data protection officer. A name is not required; a channel is.
type DPO struct {
	// Whether one is appointed. Say false when none is.
	// sv: Om ett ombud är utsett. Skriv false om inget är det.
	// law: GDPR Art. 37
	Appointed *bool `yaml:"appointed" validate:"required" en:"Appointed" sv:"Utsett"`
	// Why one is, or is not, appointed.
	// sv: Varför ett ombud är, eller inte är, utsett.
	Basis Text `yaml:"basis" validate:"omitempty,text" en:"Reason" sv:"Skäl"`
	// The function's title.
	// sv: Funktionens titel.
	Title Text `yaml:"title" validate:"omitempty,text" en:"Title" sv:"Titel"`
	// A person's name, if it is to be published.
	// sv: Ett namn, om det ska publiceras.
	Name string `yaml:"name" validate:"omitempty,line" en:"Name" sv:"Namn"`
	// E-mail.
	// sv: E-post.
	Email string `yaml:"email" validate:"omitempty,email" en:"E-mail" sv:"E-post"`
	// Telephone, with country code.
	// sv: Telefon, med landsnummer.
	Phone string `yaml:"phone" validate:"omitempty,phone" en:"Telephone" sv:"Telefon"`
	// Postal address.
	// sv: Postadress.
	Address *Address `yaml:"address" en:"Address" sv:"Adress"`
	// What the officer may be asked about.
	// sv: Vad ombudet kan tillfrågas om.
	// law: GDPR Art. 38(4)
	Topics Text `yaml:"topics" validate:"omitempty,text" en:"What to ask about" sv:"Vad man kan fråga om"`
	// The day on which the authority was told.
	// sv: Dagen då myndigheten underrättades.
	// law: GDPR Art. 37(7)
	NotifiedToAuthorityOn value.Date `yaml:"notified_to_authority_on" validate:"omitempty,date" en:"Authority told on" sv:"Anmält till myndigheten"`
}

// Representative stands for a controller outside the EU (GDPR Art. 27).
type Representative struct {
	// Name.
	// sv: Namn.
	Name string `yaml:"name" validate:"required,line" en:"Name" sv:"Namn"`
	// Address.
	// sv: Adress.
	Address *Address `yaml:"address" en:"Address" sv:"Adress"`
	// E-mail.
	// sv: E-post.
	Email string `yaml:"email" validate:"omitempty,email" en:"E-mail" sv:"E-post"`
	// Telephone, with country code.
	// sv: Telefon, med landsnummer.
	Phone string `yaml:"phone" validate:"omitempty,phone" en:"Telephone" sv:"Telefon"`
}

// Joint is one arrangement between joint controllers (GDPR Art. 26).
type Joint struct {
	// The other controller.
	// sv: Den andra ansvariga.
	With string `yaml:"with" validate:"required,line" en:"With" sv:"Med"`
	// The activities that it is about.
	// sv: Behandlingarna det gäller.
	Activities []string `yaml:"activities" validate:"omitempty,dive,id" ref:"activity" en:"Activities" sv:"Behandlingar"`
	// The essence of the arrangement.
	// sv: Det väsentliga i arrangemanget.
	// law: GDPR Art. 26(2)
	Essence Text `yaml:"essence" validate:"required,text" en:"Essence" sv:"Det väsentliga"`
	// Where a person turns.
	// sv: Vart en person vänder sig.
	ContactPoint Text `yaml:"contact_point" validate:"omitempty,text" en:"Contact point" sv:"Kontaktpunkt"`
}

// RightsContact is where requests go.
type RightsContact struct {
	// E-mail.
	// sv: E-post.
	Email string `yaml:"email" validate:"omitempty,email" en:"E-mail" sv:"E-post"`
	// A form.
	// sv: Ett formulär.
	FormURL string `yaml:"form_url" validate:"omitempty,https" en:"Form" sv:"Formulär"`
	// Telephone, with country code.
	// sv: Telefon, med landsnummer.
	Phone string `yaml:"phone" validate:"omitempty,phone" en:"Telephone" sv:"Telefon"`
	// Postal address.
	// sv: Postadress.
	Address *Address `yaml:"address" en:"Address" sv:"Adress"`
	// In words, where there is more to say.
	// sv: I ord, där mer behöver sägas.
	Text Text `yaml:"text" validate:"omitempty,text" en:"Text" sv:"Text"`
}
