package record

import (
	"tillit/tools/internal/facts/value"
)

// Change is what an editor adds to a computed change: why, what the reader can
// do, and who was told. What changed is never typed; it is computed from two
// issued versions.
// sv: Det en redaktör lägger till en beräknad ändring: varför, vad läsaren kan
// göra, och vilka som underrättats. Vad som ändrats skrivs aldrig för hand; det
// räknas fram ur två utgivna versioner.
type Change struct {
	ID string `yaml:"-"`

	// The records that changed, as folder/id.
	// sv: Posterna som ändrades, som mapp/id.
	// example: [recipients/puzzel]
	Records []string `yaml:"records" validate:"required,min=1,dive,recordref" en:"Records" sv:"Poster"`
	// A heading.
	// sv: En rubrik.
	Title Text `yaml:"title" validate:"required,text" en:"Heading" sv:"Rubrik"`
	// Why it changes.
	// sv: Varför det ändras.
	Why Text `yaml:"why" validate:"omitempty,text" en:"Why" sv:"Varför"`
	// What the reader can do.
	// sv: Vad läsaren kan göra.
	Options Text `yaml:"options" validate:"omitempty,text" en:"What you can do" sv:"Vad du kan göra"`
	// The day from which it applies.
	// sv: Dagen från vilken det gäller.
	Effective value.Date `yaml:"effective" validate:"omitempty,date" en:"Effective from" sv:"Gäller från"`
	// What kind of change it is, where facts cannot tell or tell it wrong.
	// sv: Vad det är för slags ändring, där uppgifterna inte räcker eller säger fel.
	// example: corrected
	Kind string `yaml:"kind" validate:"omitempty,choice=change-kind" en:"Kind" sv:"Slag"`
	// Whether it is material, when the editor knows better than the computation.
	// sv: Om den är väsentlig, när redaktören vet bättre än beräkningen.
	Material *bool `yaml:"material" en:"Material" sv:"Väsentlig"`
	// Who was told, when and how.
	// sv: Vilka som underrättats, när och hur.
	// law: GDPR Art. 28(2)
	Notices []Notice `yaml:"notices" validate:"omitempty,dive" en:"Who was told" sv:"Vilka som underrättats"`
}

// Key is the change's id.
func (c *Change) Key() string { return c.ID }

// Label is the change's heading.
func (c *Change) Label(lang string) string { return label(c, lang) }

// Notice is one act of telling.
type Notice struct {
	// Who was told.
	// sv: Vilka som underrättades.
	Audience string `yaml:"audience" validate:"required,choice=audience" en:"Who" sv:"Vilka"`
	// The day.
	// sv: Dagen.
	Date value.Date `yaml:"date" validate:"required,date" en:"Date" sv:"Datum"`
	// The channel.
	// sv: Kanalen.
	Channel string `yaml:"channel" validate:"required,choice=notice-channel" en:"Channel" sv:"Kanal"`
	// A note.
	// sv: En anmärkning.
	Note Text `yaml:"note" validate:"omitempty,text" en:"Note" sv:"Anmärkning"`
}
