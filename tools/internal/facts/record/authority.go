package record

import (
	"tillit/tools/internal/facts/value"
)

// Authority is where a person complains.
// sv: Dit en person vänder sig för att klaga.
type Authority struct {
	ID string `yaml:"-"`

	// The country whose authority it is.
	// sv: Landet vars myndighet det är.
	Country value.Country `yaml:"country" validate:"required,country" en:"Country" sv:"Land"`
	// What it receives complaints about.
	// sv: Vad den tar emot klagomål om.
	Tasks []string `yaml:"tasks" validate:"required,min=1,dive,choice=authority-task" en:"Tasks" sv:"Uppgifter"`
	// Its name in each language.
	// sv: Dess namn på varje språk.
	Name Text `yaml:"name" validate:"required,text" en:"Name" sv:"Namn"`
	// Its name at home.
	// sv: Dess namn i hemlandet.
	LocalName string `yaml:"local_name" validate:"omitempty,line" en:"Local name" sv:"Namn i hemlandet"`
	// Its abbreviation.
	// sv: Dess förkortning.
	// example: IMY
	Abbreviation string `yaml:"abbreviation" validate:"omitempty,line,max=16" en:"Abbreviation" sv:"Förkortning"`
	// Its organisation number.
	// sv: Dess organisationsnummer.
	OrgNumber string `yaml:"org_number" validate:"omitempty,orgnumber" en:"Organisation number" sv:"Organisationsnummer"`
	// Its postal address.
	// sv: Dess postadress.
	Address *Address `yaml:"address" en:"Postal address" sv:"Postadress"`
	// Its visiting address.
	// sv: Dess besöksadress.
	VisitingAddress *Address `yaml:"visiting_address" en:"Visiting address" sv:"Besöksadress"`
	// E-mail.
	// sv: E-post.
	Email string `yaml:"email" validate:"omitempty,email" en:"E-mail" sv:"E-post"`
	// Telephone, with country code.
	// sv: Telefon, med landsnummer.
	Phone string `yaml:"phone" validate:"omitempty,phone" en:"Telephone" sv:"Telefon"`
	// Its site.
	// sv: Dess webbplats.
	Web string `yaml:"web" validate:"omitempty,https" en:"Website" sv:"Webbplats"`
	// Its complaint page, by language.
	// sv: Dess sida för klagomål, per språk.
	ComplaintURL Addresses `yaml:"complaint_url" validate:"omitempty,dive,https" en:"Complaint page" sv:"Sida för klagomål"`
	// Its page on the rights, by language.
	// sv: Dess sida om rättigheterna, per språk.
	RightsURL Addresses `yaml:"rights_url" validate:"omitempty,dive,https" en:"Page on rights" sv:"Sida om rättigheter"`
	// Its contact page, by language.
	// sv: Dess kontaktsida, per språk.
	ContactURL Addresses `yaml:"contact_url" validate:"omitempty,dive,https" en:"Contact page" sv:"Kontaktsida"`
	// What it deals with, and what it does not.
	// sv: Vad den hanterar, och vad den inte hanterar.
	Scope Text `yaml:"scope" validate:"omitempty,text" en:"Scope" sv:"Ansvarsområde"`
	// How a complaint goes.
	// sv: Hur ett klagomål går till.
	Complaint *Complaint `yaml:"complaint" en:"How a complaint goes" sv:"Hur ett klagomål går till"`
	// The day on which the facts were last compared with the authority's own pages.
	// sv: Dagen då uppgifterna senast jämfördes med myndighetens egna sidor.
	CheckedOn value.Date `yaml:"checked_on" validate:"required,date" en:"Checked on" sv:"Kontrollerad"`
	// Where they were compared.
	// sv: Var de jämfördes.
	Sources []string `yaml:"sources" validate:"omitempty,dive,line" en:"Sources" sv:"Källor"`
}

// Key is the authority's id.
func (a *Authority) Key() string { return a.ID }

// Label is the authority's name.
func (a *Authority) Label(lang string) string { return label(a, lang) }

// Addresses are the same page by language.
type Addresses map[string]string

// Complaint is the way of a complaint with an authority (GDPR Art. 77–78).
type Complaint struct {
	// Who may complain.
	// sv: Vem som kan klaga.
	Who Text `yaml:"who" validate:"omitempty,text" en:"Who may complain" sv:"Vem som kan klaga"`
	// What the authority advises to do first. Advice, never a condition.
	// sv: Vad myndigheten råder till först. Ett råd, aldrig ett villkor.
	// law: GDPR Art. 77
	First Text `yaml:"first" validate:"omitempty,text" en:"Before you complain" sv:"Innan du klagar"`
	// What a complaint contains.
	// sv: Vad ett klagomål innehåller.
	Contents []Text `yaml:"contents" validate:"omitempty,dive,text" en:"What it contains" sv:"Vad det innehåller"`
	// How it is sent, and what becomes public.
	// sv: Hur det skickas, och vad som blir offentligt.
	Form Text `yaml:"form" validate:"omitempty,text" en:"How to send it" sv:"Hur det skickas"`
	// What the authority does.
	// sv: Vad myndigheten gör.
	Process Text `yaml:"process" validate:"omitempty,text" en:"What happens then" sv:"Vad som händer sedan"`
	// When an answer is due, and what can be done if none comes.
	// sv: När ett svar ska komma, och vad man kan göra om det uteblir.
	// law: GDPR Art. 78(2)
	Remedy Text `yaml:"remedy" validate:"omitempty,text" en:"If no answer comes" sv:"Om svaret dröjer"`
	// How a decision is appealed.
	// sv: Hur ett beslut överklagas.
	// law: GDPR Art. 78(1)
	Appeal Text `yaml:"appeal" validate:"omitempty,text" en:"Appeal" sv:"Överklagande"`
}
