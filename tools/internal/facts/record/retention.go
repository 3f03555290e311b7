package record

import (
	"tillit/tools/internal/facts/value"
)

// Retention is one rule of how long data is kept: a period, a range or a
// criterion, from an event, and what happens then (GDPR Art. 5(1)(e)).
// sv: En regel för hur länge uppgifter sparas: en tid, ett intervall eller ett
// kriterium, räknat från en händelse, och vad som händer sedan (artikel 5.1 e i
// GDPR).
type Retention struct {
	ID string `yaml:"-"`

	// What is kept.
	// sv: Vad som sparas.
	// example: {sv: Fakturor och underlag, en: Invoices and vouchers}
	Name Text `yaml:"name" validate:"required,text" en:"Name" sv:"Namn"`
	// The categories of data it is about.
	// sv: Kategorierna av uppgifter det gäller.
	Data []string `yaml:"data" validate:"omitempty,dive,id" ref:"category" en:"Data" sv:"Uppgifter"`
	// How long, as an ISO 8601 duration.
	// sv: Hur länge, som ISO 8601-period.
	// law: GDPR Art. 13(2)(a)
	// example: P7Y
	Period value.Period `yaml:"period" validate:"omitempty,period" en:"Period" sv:"Tid"`
	// Between how long and how long, when it varies.
	// sv: Mellan hur länge och hur länge, när det varierar.
	Range *Range `yaml:"range" en:"Range" sv:"Intervall"`
	// What decides, where no period can be given.
	// sv: Vad som avgör, där ingen tid kan anges.
	// law: GDPR Art. 13(2)(a)
	Criterion Text `yaml:"criterion" validate:"omitempty,text" en:"Criterion" sv:"Kriterium"`
	// The event that the period runs from.
	// sv: Händelsen som tiden räknas från.
	// example: {sv: utgången av det kalenderår då räkenskapsåret avslutades, en: the end of the calendar year in which the financial year ended}
	StartsAt Text `yaml:"starts_at" validate:"omitempty,text" en:"From" sv:"Räknas från"`
	// What happens then.
	// sv: Vad som händer sedan.
	// law: GDPR Art. 5(1)(e)
	Action string `yaml:"action" validate:"omitempty,choice=retention-action" en:"Then" sv:"Därefter"`
	// More on what happens then, for instance who deletes.
	// sv: Mer om vad som händer sedan, till exempel vem som raderar.
	Handling Text `yaml:"handling" validate:"omitempty,text" en:"How" sv:"Hur"`
	// Where the data lies: primary storage, backup or log.
	// sv: Var uppgifterna ligger: primär lagring, säkerhetskopia eller logg.
	Storage []string `yaml:"storage" validate:"omitempty,dive,choice=storage" en:"Storage" sv:"Lagring"`
	// What may make it longer or shorter.
	// sv: Vad som kan göra tiden längre eller kortare.
	Exception Text `yaml:"exception" validate:"omitempty,text" en:"Exception" sv:"Undantag"`
	// The law that demands or bounds it.
	// sv: Lagen som kräver eller begränsar den.
	Law Text `yaml:"law" validate:"omitempty,text" en:"Law" sv:"Lag"`
	// The period for each service, where a range is given.
	// sv: Tiden för varje tjänst, där ett intervall anges.
	Breakdown []Share `yaml:"breakdown" validate:"omitempty,dive" en:"Per service" sv:"Per tjänst"`
}

// Key is the record's id.
func (r *Retention) Key() string { return r.ID }

// Label is what is kept.
func (r *Retention) Label(lang string) string { return label(r, lang) }

// Range is a shortest and a longest period.
type Range struct {
	// At least.
	// sv: Minst.
	Min value.Period `yaml:"min" validate:"required,period" en:"At least" sv:"Minst"`
	// At most.
	// sv: Högst.
	Max value.Period `yaml:"max" validate:"required,period" en:"At most" sv:"Högst"`
}

// Share is the period for one service out of a range.
type Share struct {
	// The service.
	// sv: Tjänsten.
	Service string `yaml:"service" validate:"required,id" ref:"service" en:"Service" sv:"Tjänst"`
	// Its period.
	// sv: Dess tid.
	Period value.Period `yaml:"period" validate:"required,period" en:"Period" sv:"Tid"`
}
