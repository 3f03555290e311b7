package view

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
)

// Recipient is somebody who gets data.
type Recipient struct {
	ID           string
	Name         string
	TradeName    string // where it differs from Name
	OrgNumber    string
	Registration string // outside Sweden
	Kind         words.Word
	Status       string     // upcoming, current or ended, on the day of the page
	EngagedBy    *words.Ref // nil when engaged by the organisation itself
	Level        int
	Address      *words.Address
	Contact      *RoleContact
	Web          *words.Link
	Country      string // of establishment
	Parent       *Parent
	Locations    []Location
	Service      words.Text
	Purposes     []words.Text
	Data         []Data
	Subjects     []words.Text
	Services     []string
	Duration     words.Text
	Transfer     *Transfer // nil when nothing is said of one
	Measures     []words.Ref
	Security     words.Text
	Agreement    *Agreement
	SameDuties   bool
	Subs         *words.Link // its own list of sub-processors
	Alternative  words.Text
	Optional     bool
	Announced    words.Day
	ObjectBy     words.Day
	Effective    words.Day
	Ended        words.Day
	UrgentReason words.Text
	Replaces     *words.Ref
	ReplacedBy   []words.Ref
	Keys         []string // what it is found by: land=se

	traits []trait
}

// RoleContact is whom to ask at a recipient, by role.
type RoleContact struct {
	Position words.Text
	Email    string
	Phone    *words.Phone
	Link     *words.Link
}

// Location is a place of processing and what happens there.
type Location struct {
	Place string // town and country, or a region
	Kinds []words.Word
}

// Transfer is whether data leaves the EU/EEA, and what protects it then.
type Transfer struct {
	Made          bool
	Countries     []string
	Mechanism     *Ground
	Fallback      *Ground // takes over if the first one falls
	Adequacy      string
	DPFChecked    words.Day
	DPFCoverage   words.Word
	Copy          *words.Link
	CopyText      words.Text
	Assessed      words.Day
	Supplementary words.Text
	Note          words.Text
}

// Ground is what a transfer rests on.
type Ground struct {
	words.Word
	Module int // of the standard contractual clauses, where they are the ground
}

// Agreement is a contract with a recipient.
type Agreement struct {
	Type   words.Text
	Signed words.Day
	Link   *words.Link
}

// Roster is recipients by where they stand on the day of the page.
type Roster struct {
	Upcoming, Current, Ended []*Recipient
}

// All are the recipients of a roster, in the order in which a page shows them.
func (r Roster) All() []*Recipient { return slices.Concat(r.Upcoming, r.Current, r.Ended) }

// RecipientKind is the recipients of one kind.
type RecipientKind struct {
	Kind words.Word
	Roster
}

// TransferOf is a recipient whose data leaves the EU/EEA.
type TransferOf struct {
	Recipient words.Ref
	Kind      words.Word
	Status    string
	Purposes  []words.Text
	Transfer
}

func (t *tongue) recipient(r *record.Recipient) *Recipient {
	out := &Recipient{
		ID: r.ID, Name: words.Typeset(t.Lang, r.Label(t.Lang)), OrgNumber: hyphened(r.OrgNumber), Registration: r.ForeignRegistration,
		Kind: t.Choice("recipient-kind", r.Kind), Status: string(r.Status(t.AsOf)), Level: r.Level,
		Address: t.Address(r.Address, r.Country), Web: words.Web(r.Web), Country: t.Country(r.Country), Parent: t.parent(r.Parent),
		Service: t.Text(r.Service), Purposes: t.Texts(r.Purposes), Data: t.data(r.Data, nil), Subjects: t.Texts(r.DataSubjects),
		Services: t.serviceNames(r.Services), Duration: t.Text(r.Duration), Transfer: t.transfer(r),
		Measures: t.Refs("measure", r.Measures), Security: t.Text(r.SecurityText), SameDuties: record.Yes(r.FlowDown),
		Subs: words.Web(r.SubprocessorsURL), Alternative: t.Text(r.Alternative), Optional: record.Yes(r.Optional),
		Announced: t.Day(r.Announced), ObjectBy: t.Day(r.ObjectBy), Effective: t.Day(r.Effective), Ended: t.Day(r.Ended),
		UrgentReason: t.Text(r.UrgentReason),
	}
	if r.TradeName != r.Label(t.Lang) {
		out.TradeName = r.TradeName
	}
	if c := r.Contact; c != nil {
		out.Contact = &RoleContact{Position: t.Text(c.Position), Email: c.Email, Phone: t.Phone(c.Phone), Link: words.Web(c.URL)}
	}
	if a := r.DPA; a != nil {
		out.Agreement = &Agreement{Type: t.Text(a.Type), Signed: t.Day(a.SignedOn), Link: words.Web(a.URL)}
	}
	for _, l := range r.Locations {
		out.Locations = append(out.Locations, t.location(l))
	}
	if r.EngagedBy != "" {
		by := t.Ref("recipient", r.EngagedBy)
		out.EngagedBy = &by
	}
	if r.Replaces != "" {
		old := t.Ref("recipient", r.Replaces)
		out.Replaces = &old
	}
	out.ReplacedBy = t.Refs("recipient", t.Successors[r.ID])
	if r.IsSubprocessor() {
		out.traits = t.traits(r)
	}
	return out
}

func (t *tongue) location(l record.Location) Location {
	where := t.Country(l.Country)
	if where == "" || l.Zone() != l.Country.Zone() { // a place that is worldwide is more than its country
		where = diag.Join(", ", where, t.Choice("region", l.Region).Text)
	}
	return Location{Place: diag.Join(", ", l.City, where), Kinds: t.Choices("location-kind", l.Kinds)}
}

func (t *tongue) transfer(r *record.Recipient) *Transfer {
	if r.Transfer == nil && !r.Abroad() {
		return nil
	}
	x := r.Protection()
	out := &Transfer{
		Made: r.Abroad(), Countries: t.Countries(r.Destinations()),
		Mechanism: t.ground(x.Mechanism, &x), Fallback: t.ground(x.Fallback, &x),
		Adequacy: words.Typeset(t.Lang, x.AdequacyRef), DPFChecked: t.Day(x.DPFCheckedOn),
		DPFCoverage: t.Choice("dpf-coverage", x.DPFCoverage), Assessed: t.Day(x.TIAOn),
		Supplementary: t.Text(x.Supplementary), Note: t.Text(x.Note),
	}
	if x.Copy != nil {
		out.Copy, out.CopyText = words.Web(x.Copy.URL), t.Text(x.Copy.Text)
	}
	return out
}

func (t *tongue) ground(mechanism string, x *record.Transfer) *Ground {
	if mechanism == "" {
		return nil
	}
	g := &Ground{Word: t.Choice("mechanism", mechanism)}
	if mechanism == "art46-2-c" {
		g.Module = x.SCCModule
	}
	return g
}

// roster divides recipients by status, each part in the order of every list.
func (t *tongue) roster(of func(*record.Recipient) bool) Roster {
	var list Roster
	for _, r := range t.Set.On(t.AsOf).Listed(t.Lang, of) {
		switch out := t.recipient(r); r.Status(t.AsOf) {
		case record.Upcoming:
			list.Upcoming = append(list.Upcoming, out)
		case record.Ended:
			list.Ended = append(list.Ended, out)
		default:
			list.Current = append(list.Current, out)
		}
	}
	return list
}

// recipientKinds are the controller's own recipients, kind by kind. The
// customers' sub-processors are kept apart from them.
func (t *tongue) recipientKinds() []RecipientKind {
	var list []RecipientKind
	for _, c := range value.Choices("recipient-kind") {
		if c.Code == "subprocessor" {
			continue
		}
		k := RecipientKind{t.Choice("recipient-kind", c.Code), t.roster(func(r *record.Recipient) bool { return r.Kind == c.Code })}
		if len(k.All()) > 0 {
			list = append(list, k)
		}
	}
	return list
}

// transfers are the recipients whose data leaves the EU/EEA now or soon, whether that
// is said or told by a place that lies outside.
func (t *tongue) transfers() []TransferOf {
	var list []TransferOf
	for _, r := range t.Set.On(t.AsOf).Remaining() {
		if !r.Abroad() {
			continue
		}
		list = append(list, TransferOf{
			Recipient: t.Ref("recipient", r.ID), Kind: t.Choice("recipient-kind", r.Kind), Status: string(r.Status(t.AsOf)),
			Purposes: t.Texts(r.Purposes), Transfer: *t.transfer(r),
		})
	}
	words.By(t.Tongue, list, func(x TransferOf) string { return x.Recipient.Name })
	return list
}

// processingCountries are all countries in which data is processed.
func (t *tongue) processingCountries() []string {
	var codes []value.Country
	for _, r := range t.Set.On(t.AsOf).Remaining() {
		for _, l := range r.Locations {
			if l.Country != "" {
				codes = append(codes, l.Country)
			}
		}
	}
	names := t.Countries(codes)
	return t.inSentence(names)
}

// inSentence sorts the names of countries, each as a sentence has it: the United
// States.
func (t *tongue) inSentence(names []string) []string {
	words.By(t.Tongue, names, func(n string) string { return n })
	if t.Lang != "en" {
		return names
	}
	for _, code := range value.Countries() {
		if i := slices.Index(names, t.Country(value.Country(code))); i >= 0 && value.Definite(code) {
			names[i] = "the " + names[i]
		}
	}
	return names
}

func (t *tongue) transferCountries() []string {
	var names []string
	for _, x := range t.transfers() {
		for _, c := range x.Countries {
			if !slices.Contains(names, c) {
				names = append(names, c)
			}
		}
	}
	return t.inSentence(names)
}
