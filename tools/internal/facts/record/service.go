package record

import (
	"tillit/tools/internal/facts/value"
)

// Service is a product under its own name, with who is controller and who is
// processor in it.
// sv: En produkt under eget namn, med vem som är personuppgiftsansvarig och vem
// som är biträde i den.
type Service struct {
	ID string `yaml:"-"`

	// The product's name.
	// sv: Produktens namn.
	// example: Exempelmolnet
	Name string `yaml:"name" validate:"required,line" en:"Name" sv:"Namn"`
	// What it does.
	// sv: Vad den gör.
	Description Text `yaml:"description" validate:"omitempty,text" en:"Description" sv:"Beskrivning"`
	// The word that texts use for it ("the Service").
	// sv: Ordet som texter använder för den ("Tjänsten").
	DefinedTerm Text `yaml:"defined_term" validate:"omitempty,text" en:"Defined term" sv:"Definierad term"`
	// Its own page.
	// sv: Dess egen sida.
	URL string `yaml:"url" validate:"omitempty,https" en:"Address" sv:"Adress"`
	// The organisation that provides it.
	// sv: Organisationen som tillhandahåller den.
	Provider string `yaml:"provider" validate:"omitempty,id" ref:"controller" en:"Provider" sv:"Leverantör"`
	// Who has which role in it, and what the role is called.
	// sv: Vem som har vilken roll i den, och vad rollen kallas.
	// law: GDPR Art. 4(7)–(8)
	Roles []ServiceRole `yaml:"roles" validate:"omitempty,dive" en:"Roles" sv:"Roller"`
	// Words with a meaning of their own in it.
	// sv: Ord med egen betydelse i den.
	Terms []Term `yaml:"terms" validate:"omitempty,dive" en:"Terms" sv:"Termer"`
	// Integrations that a customer turns on, and what is then shared.
	// sv: Integrationer som en kund slår på, och vad som då delas.
	Integrations Text `yaml:"integrations" validate:"omitempty,text" en:"Integrations" sv:"Integrationer"`
	// Where to read more.
	// sv: Var man kan läsa mer.
	Links []Link `yaml:"links" validate:"omitempty,dive" en:"Links" sv:"Länkar"`
	// The countries to whose law its infrastructure is subject.
	// sv: Länderna vars lag dess infrastruktur lyder under.
	// law: Data Act Art. 28(1)(a)
	Jurisdiction []value.Country `yaml:"jurisdiction" validate:"omitempty,dive,country" en:"Jurisdiction" sv:"Jurisdiktion"`
	// Measures against unlawful access by authorities of third countries.
	// sv: Åtgärder mot otillåten åtkomst för tredjelands myndigheter.
	// law: Data Act Art. 28(1)(b)
	GovAccessMeasures Text `yaml:"gov_access_measures" validate:"omitempty,text" en:"Measures against government access" sv:"Åtgärder mot myndighetsåtkomst"`
	// How a customer moves to another provider.
	// sv: Hur en kund byter till en annan leverantör.
	// law: Data Act Art. 26
	Switching Text `yaml:"switching" validate:"omitempty,text" en:"Switching" sv:"Leverantörsbyte"`
}

// Key is the service's id.
func (s *Service) Key() string { return s.ID }

// Label is the product's name.
func (s *Service) Label(lang string) string { return label(s, lang) }

// ServiceRole tells who stands in which role.
type ServiceRole struct {
	// The role in law.
	// sv: Rollen i lagens mening.
	Role string `yaml:"role" validate:"required,choice=service-role" en:"Role" sv:"Roll"`
	// Who has it: the customer, us, a user.
	// sv: Vem som har den: kunden, vi, en användare.
	Who string `yaml:"who" validate:"required,choice=party" en:"Who" sv:"Vem"`
	// What the role is called.
	// sv: Vad rollen kallas.
	Name Text `yaml:"name" validate:"omitempty,text" en:"Name" sv:"Namn"`
	// What it means and does.
	// sv: Vad den innebär och gör.
	Text Text `yaml:"text" validate:"omitempty,text" en:"Text" sv:"Text"`
}

// Term is a word and its meaning.
type Term struct {
	// The word.
	// sv: Ordet.
	Term Text `yaml:"term" validate:"required,text" en:"Term" sv:"Term"`
	// What it means.
	// sv: Vad det betyder.
	Meaning Text `yaml:"meaning" validate:"required,text" en:"Meaning" sv:"Betydelse"`
}
