package record

import (
	"tillit/tools/internal/facts/value"
)

// Cookie is something stored on, or read from, a visitor's device (LEK 9 kap. 28 §).
// sv: Något som lagras på, eller läses från, en besökares enhet (9 kap. 28 §
// LEK).
type Cookie struct {
	ID string `yaml:"-"`

	// Its name on the device.
	// sv: Dess namn på enheten.
	// example: session_id
	Name string `yaml:"name" validate:"required,line" en:"Name" sv:"Namn"`
	// What kind of storage it is.
	// sv: Vilket slags lagring det är.
	Kind string `yaml:"kind" validate:"required,choice=cookie-kind" en:"Kind" sv:"Slag"`
	// Who sets it.
	// sv: Vem som sätter den.
	Provider string `yaml:"provider" validate:"omitempty,line" en:"Provider" sv:"Leverantör"`
	// Whether it comes from us or from somebody else.
	// sv: Om den kommer från oss eller någon annan.
	Party string `yaml:"party" validate:"omitempty,choice=cookie-party" en:"Party" sv:"Part"`
	// What it is for, in plain words.
	// sv: Vad den är till för, i vanliga ord.
	Purpose Text `yaml:"purpose" validate:"required,text" en:"Purpose" sv:"Ändamål"`
	// What it is for, by class.
	// sv: Vad den är till för, efter slag.
	Category string `yaml:"category" validate:"required,choice=cookie-category" en:"Category" sv:"Kategori"`
	// How long it stays: an ISO 8601 duration; left out for session storage.
	// sv: Hur länge den ligger kvar: en ISO 8601-period; utelämnas för sessionslagring.
	Lifetime value.Period `yaml:"lifetime" validate:"omitempty,period" en:"Lifetime" sv:"Livslängd"`
	// Whether it goes when the browser closes.
	// sv: Om den försvinner när webbläsaren stängs.
	Session bool `yaml:"session" en:"Session only" sv:"Bara sessionen"`
	// Whether consent is asked for before it is set.
	// sv: Om samtycke inhämtas innan den sätts.
	ConsentRequired *bool `yaml:"consent_required" validate:"required" en:"Needs consent" sv:"Kräver samtycke"`
	// Who else gets to read it.
	// sv: Vilka andra som får läsa den.
	Recipients []string `yaml:"recipients" validate:"omitempty,dive,id" ref:"recipient" en:"Recipients" sv:"Mottagare"`
}

// Key is the cookie's id.
func (c *Cookie) Key() string { return c.ID }

// Label is the cookie's name.
func (c *Cookie) Label(lang string) string { return label(c, lang) }
