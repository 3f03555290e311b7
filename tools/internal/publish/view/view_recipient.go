package view

import (
	"cmp"
	"slices"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Recipient is somebody who gets data.
type Recipient struct {
	ID           string
	Name         string
	TradeName    string // where it differs from Name
	OrgNumber    string
	Registration string // outside Sweden
	Kind         Word
	Status       string // upcoming, current or ended, on the day of the page
	EngagedBy    *Ref   // nil when engaged by the organisation itself
	Level        int
	Address      *Address
	Contact      *RoleContact
	Web          *Link
	Country      string // of establishment
	Parent       *Parent
	Locations    []Location
	Service      Text
	Purposes     []Text
	Data         []Data
	Subjects     []Text
	Services     []string
	Duration     Text
	Transfer     *Transfer // nil when nothing is said of one
	Measures     []Ref
	Security     Text
	Agreement    *Agreement
	SameDuties   bool
	Subs         *Link // its own list of sub-processors
	Alternative  Text
	Optional     bool
	Announced    Day
	ObjectBy     Day
	Effective    Day
	Ended        Day
	UrgentReason Text
	Replaces     *Ref
	ReplacedBy   []Ref
	Keys         []string // what it is found by: land=se

	traits []trait
}

// RoleContact is whom to ask at a recipient, by role.
type RoleContact struct {
	Position Text
	Email    string
	Phone    *Phone
	Link     *Link
}

// Location is a place of processing and what happens there.
type Location struct {
	Place string // town and country, or a region
	Kinds []Word
}

// Transfer is whether data leaves the EU/EEA, and what protects it then.
type Transfer struct {
	Made          bool
	Countries     []string
	Mechanism     *Ground
	Fallback      *Ground // takes over if the first one falls
	Adequacy      string
	DPFChecked    Day
	DPFCoverage   Word
	Copy          *Link
	CopyText      Text
	Assessed      Day
	Supplementary Text
	Note          Text
}

// Ground is what a transfer rests on.
type Ground struct {
	Word
	Module int // of the standard contractual clauses, where they are the ground
}

// Agreement is a contract with a recipient.
type Agreement struct {
	Type   Text
	Signed Day
	Link   *Link
}

// Roster is recipients by where they stand on the day of the page.
type Roster struct {
	Upcoming, Current, Ended []*Recipient
}

// All are the recipients of a roster, in the order in which a page shows them.
func (r Roster) All() []*Recipient { return slices.Concat(r.Upcoming, r.Current, r.Ended) }

// RecipientKind is the recipients of one kind.
type RecipientKind struct {
	Kind Word
	Roster
}

// TransferOf is a recipient whose data leaves the EU/EEA.
type TransferOf struct {
	Recipient Ref
	Kind      Word
	Status    string
	Purposes  []Text
	Transfer
}

func (t *tongue) recipient(r *record.Recipient) *Recipient {
	out := &Recipient{
		ID: r.ID, Name: typeset(t.lang, r.Label(t.lang)), OrgNumber: hyphened(r.OrgNumber), Registration: r.ForeignRegistration,
		Kind: t.choice("recipient-kind", r.Kind), Status: string(r.Status(t.asOf)), Level: r.Level,
		Address: t.address(r.Address, r.Country), Web: web(r.Web), Country: t.country(r.Country), Parent: t.parent(r.Parent),
		Service: t.text(r.Service), Purposes: t.texts(r.Purposes), Data: t.data(r.Data, nil), Subjects: t.texts(r.DataSubjects),
		Services: t.serviceNames(r.Services), Duration: t.text(r.Duration), Transfer: t.transfer(r),
		Measures: t.refs("measure", r.Measures), Security: t.text(r.SecurityText), SameDuties: yes(r.FlowDown),
		Subs: web(r.SubprocessorsURL), Alternative: t.text(r.Alternative), Optional: r.Optional,
		Announced: t.day(r.Announced), ObjectBy: t.day(r.ObjectBy), Effective: t.day(r.Effective), Ended: t.day(r.Ended),
		UrgentReason: t.text(r.UrgentReason),
	}
	if r.TradeName != r.Label(t.lang) {
		out.TradeName = r.TradeName
	}
	if c := r.Contact; c != nil {
		out.Contact = &RoleContact{Position: t.text(c.Position), Email: c.Email, Phone: t.phone(c.Phone), Link: web(c.URL)}
	}
	if a := r.DPA; a != nil {
		out.Agreement = &Agreement{Type: t.text(a.Type), Signed: t.day(a.SignedOn), Link: web(a.URL)}
	}
	for _, l := range r.Locations {
		out.Locations = append(out.Locations, t.location(l))
	}
	if r.EngagedBy != "" {
		by := t.ref("recipient", r.EngagedBy)
		out.EngagedBy = &by
	}
	if r.Replaces != "" {
		old := t.ref("recipient", r.Replaces)
		out.Replaces = &old
	}
	out.ReplacedBy = t.refs("recipient", t.successors[r.ID])
	if r.Kind == "subprocessor" {
		out.traits = t.traits(r)
	}
	return out
}

func (t *tongue) location(l record.Location) Location {
	where := cmp.Or(t.country(l.Country), t.choice("region", l.Region).Text)
	return Location{Place: join(", ", l.City, where), Kinds: t.choices("location-kind", l.Kinds)}
}

func (t *tongue) transfer(r *record.Recipient) *Transfer {
	x := r.Transfer
	if x == nil {
		return nil
	}
	out := &Transfer{
		Made: yes(x.ThirdCountry), Countries: t.countries(thirdCountries(r)),
		Mechanism: t.ground(x.Mechanism, x), Fallback: t.ground(x.Fallback, x),
		Adequacy: typeset(t.lang, x.AdequacyRef), DPFChecked: t.day(x.DPFCheckedOn),
		DPFCoverage: t.choice("dpf-coverage", x.DPFCoverage), Assessed: t.day(x.TIAOn),
		Supplementary: t.text(x.Supplementary), Note: t.text(x.Note),
	}
	if x.Copy != nil {
		out.Copy, out.CopyText = web(x.Copy.URL), t.text(x.Copy.Text)
	}
	return out
}

func (t *tongue) ground(mechanism string, x *record.Transfer) *Ground {
	if mechanism == "" {
		return nil
	}
	g := &Ground{Word: t.choice("mechanism", mechanism)}
	if mechanism == "art46-2-c" {
		g.Module = x.SCCModule
	}
	return g
}

// thirdCountries are the countries outside the EU/EEA that a recipient's data
// goes to: those that the transfer names, else those of its locations.
func thirdCountries(r *record.Recipient) []value.Country {
	if r.Transfer != nil && len(r.Transfer.Countries) > 0 {
		return r.Transfer.Countries
	}
	var list []value.Country
	for _, l := range r.Locations {
		if l.Country != "" && !value.EEA(string(l.Country)) && !slices.Contains(list, l.Country) {
			list = append(list, l.Country)
		}
	}
	return list
}

// roster sorts recipients by status: what comes first comes first among the
// upcoming, what ended last stands first among the ended.
func (t *tongue) roster(of func(*record.Recipient) bool) Roster {
	var list Roster
	for _, r := range t.set.Recipients {
		if !of(r) {
			continue
		}
		switch out := t.recipient(r); r.Status(t.asOf) {
		case record.Upcoming:
			list.Upcoming = append(list.Upcoming, out)
		case record.Ended:
			list.Ended = append(list.Ended, out)
		default:
			list.Current = append(list.Current, out)
		}
	}
	for _, part := range [][]*Recipient{list.Upcoming, list.Current, list.Ended} {
		by(t, part, func(r *Recipient) string { return r.Name })
	}
	slices.SortStableFunc(list.Upcoming, func(a, b *Recipient) int { return cmp.Compare(a.Effective.ISO, b.Effective.ISO) })
	slices.SortStableFunc(list.Ended, func(a, b *Recipient) int { return cmp.Compare(b.Ended.ISO, a.Ended.ISO) })
	return list
}

// recipientKinds are the controller's own recipients, kind by kind. The
// customers' sub-processors are kept apart from them.
func (t *tongue) recipientKinds() []RecipientKind {
	var list []RecipientKind
	for _, c := range record.Choices("recipient-kind") {
		if c.Code == "subprocessor" {
			continue
		}
		k := RecipientKind{t.choice("recipient-kind", c.Code), t.roster(func(r *record.Recipient) bool { return r.Kind == c.Code })}
		if len(k.All()) > 0 {
			list = append(list, k)
		}
	}
	return list
}

// transfers are the recipients whose data leaves the EU/EEA now or soon.
func (t *tongue) transfers() []TransferOf {
	var list []TransferOf
	for _, r := range t.set.Recipients {
		if r.Status(t.asOf) == record.Ended || !transfers(r) {
			continue
		}
		list = append(list, TransferOf{
			Recipient: t.ref("recipient", r.ID), Kind: t.choice("recipient-kind", r.Kind), Status: string(r.Status(t.asOf)),
			Purposes: t.texts(r.Purposes), Transfer: *t.transfer(r),
		})
	}
	by(t, list, func(x TransferOf) string { return x.Recipient.Name })
	return list
}

func transfers(r *record.Recipient) bool { return r.Transfer != nil && yes(r.Transfer.ThirdCountry) }

func transferring(set *record.Set) bool { return slices.ContainsFunc(set.Recipients, transfers) }

func declaresNoTransfers(set *record.Set) bool {
	o := set.Organisation
	return o != nil && o.Declarations != nil && o.Declarations.Transfers == "none"
}

// processingCountries are all countries in which data is processed.
func (t *tongue) processingCountries() []string {
	var codes []value.Country
	for _, r := range t.set.Recipients {
		for _, l := range r.Locations {
			if l.Country != "" && r.Status(t.asOf) != record.Ended {
				codes = append(codes, l.Country)
			}
		}
	}
	names := t.countries(codes)
	return t.inSentence(names)
}

// inSentence sorts the names of countries, each as a sentence has it: the United
// States.
func (t *tongue) inSentence(names []string) []string {
	by(t, names, func(n string) string { return n })
	for i, name := range names {
		if t.lang == "en" && slices.ContainsFunc(withArticle, func(code string) bool { return t.country(value.Country(code)) == name }) {
			names[i] = "the " + name
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
