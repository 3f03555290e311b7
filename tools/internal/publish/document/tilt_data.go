package document

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/publish/list"
)

// disclosed are the data of each activity, category by category.
func (n *tilt) disclosed() []any {
	out := []any{}
	for _, a := range n.activities() {
		for _, d := range a.Data {
			purposes, bases, interests := n.purposes(a, d)
			out = append(out, list.Object{
				{Name: "_id", Value: a.ID + "." + d.Category}, {Name: "category", Value: list.Data(n.set, []record.Data{d}, n.lang)[0]},
				{Name: "purposes", Value: purposes}, {Name: "legalBases", Value: bases}, {Name: "legitimateInterests", Value: interests},
				{Name: "recipients", Value: n.recipients(a)}, {Name: "storage", Value: n.storage(a, d)}, {Name: "nonDisclosure", Value: n.provision(a)},
			})
		}
	}
	return out
}

// purposes are those of an activity that a category serves, with their bases.
func (n *tilt) purposes(a *record.Activity, d record.Data) (purposes, bases, interests []any) {
	purposes, bases, interests = []any{}, []any{}, []any{}
	for _, p := range a.Purposes {
		if len(d.Purposes) > 0 && !slices.Contains(d.Purposes, p.ID) {
			continue
		}
		class := a.Label(n.lang)
		if p.Class != "" {
			class = value.ChoiceName("purpose-class", p.Class, n.lang)
		}
		purposes = append(purposes, list.Object{{Name: "purpose", Value: class}, {Name: "description", Value: p.Text.In(n.lang)}})
		for _, b := range p.Bases {
			text := diag.Join(" ", value.ChoiceName("basis", b.Art6, n.lang)+":", b.Law.In(n.lang), b.Contract.In(n.lang), b.Task.In(n.lang), p.Text.In(n.lang))
			bases = append(bases, list.Object{{Name: "reference", Value: reference("basis", b.Art6)}, {Name: "description", Value: text}})
			if b.Art6 == "legitimate-interests" {
				interests = append(interests, list.Object{{Name: "exists", Value: true}, {Name: "reasoning", Value: diag.Join(" – ", b.Interest.In(n.lang), b.Whose.In(n.lang))}})
			}
		}
		if p.Art9 != "" {
			bases = append(bases, list.Object{{Name: "reference", Value: reference("art9", p.Art9)}, {Name: "description", Value: value.ChoiceName("art9", p.Art9, n.lang)}})
		}
		if text := p.Art10.In(n.lang); text != "" {
			bases = append(bases, list.Object{{Name: "reference", Value: "GDPR-10"}, {Name: "description", Value: text}})
		}
	}
	if len(interests) == 0 {
		interests = append(interests, list.Object{{Name: "exists", Value: false}})
	}
	return purposes, bases, interests
}

// reference writes where a choice stands in the law as TILT does: GDPR-6-1-f.
func reference(choices, code string) string {
	for _, c := range value.Choices(choices) {
		if c.Code == code {
			return strings.Join(append([]string{"GDPR"}, diag.Cited(c.Law)...), "-")
		}
	}
	return "GDPR"
}

func (n *tilt) recipients(a *record.Activity) []any {
	out := []any{}
	for _, r := range n.set.On(n.edition.AsOf).GettingFrom(a) {
		kind := value.ChoiceName("recipient-kind", r.Kind, n.lang)
		if r.Kind == "category" {
			out = append(out, list.Object{{Name: "category", Value: r.Label(n.lang)}})
			continue
		}
		o := list.Object{{Name: "name", Value: r.Label(n.lang)}}
		if where := list.Address(r.Address, n.lang); where != "" {
			o = append(o, list.Member{Name: "address", Value: where})
		}
		if r.Country != "" {
			o = append(o, list.Member{Name: "country", Value: string(r.Country)})
		}
		out = append(out, append(o, list.Member{Name: "category", Value: kind}))
	}
	return out
}

// storage is how long a category is kept. Where a rule has a range or differs from
// service to service, each period stands by itself.
func (n *tilt) storage(a *record.Activity, d record.Data) []any {
	out := []any{}
	for _, r := range n.set.Retention {
		if !slices.Contains(a.Retention, r.ID) || len(r.Data) > 0 && !slices.Contains(r.Data, d.Category) {
			continue
		}
		periods, conditions := []any{}, []any{}
		add := func(name string, p value.Period) {
			if ttl := lasting(p); ttl != "" {
				periods = append(periods, list.Object{{Name: "description", Value: name}, {Name: "ttl", Value: ttl}})
			}
		}
		from := r.StartsAt.In(n.lang)
		if from != "" {
			from = n.say("från ", "from ") + from
		}
		name := diag.Join("; ", diag.Join(" ", r.Label(n.lang), from), r.Law.In(n.lang))
		add(name, r.Period)
		if r.Range != nil {
			add(name+"; "+n.say("minst", "at least"), r.Range.Min)
			add(name+"; "+n.say("högst", "at most"), r.Range.Max)
		}
		for _, s := range r.Breakdown {
			add(name+"; "+list.Label(n.set, "service", s.Service, n.lang), s.Period)
		}
		for _, text := range []record.Text{r.Criterion, r.Exception} {
			if s := text.In(n.lang); s != "" {
				conditions = append(conditions, s)
			}
		}
		out = append(out, list.Object{{Name: "temporal", Value: periods}, {Name: "purposeConditional", Value: conditions}, {Name: "legalBasisConditional", Value: []any{}}, {Name: "aggregationFunction", Value: "max"}})
	}
	return out
}

var weeks = regexp.MustCompile(`^P(\d+)W$`)

// lasting is a period as TILT writes it, which counts no weeks.
func lasting(p value.Period) string {
	if m := weeks.FindStringSubmatch(string(p)); m != nil {
		if count, err := strconv.Atoi(m[1]); err == nil {
			return "P" + strconv.Itoa(7*count) + "D"
		}
	}
	return string(p)
}

// provision tells whether a person must give the data. TILT cannot leave it open.
func (n *tilt) provision(a *record.Activity) list.Object {
	p := a.Provision
	if p == nil {
		n.note("TILT kräver besked om uppgifterna måste lämnas. Där webbplatsen inget säger står false.",
			"TILT demands an answer to whether the data must be given. Where the site says nothing, it is false.")
		p = &record.Provision{}
	}
	return list.Object{
		{Name: "legalRequirement", Value: p.Requirement == "statutory"},
		{Name: "contractualRegulation", Value: p.Requirement == "contractual" || p.Requirement == "precontractual"},
		{Name: "obligationToProvide", Value: record.Yes(p.Obliged)},
		{Name: "consequences", Value: p.Consequences.In(n.lang)},
	}
}

// sources are where data comes from that the person has not given.
func (n *tilt) sources() []any {
	out := []any{}
	for _, a := range n.activities() {
		s := a.Source
		if s == nil || !slices.ContainsFunc(s.Kinds, func(kind string) bool { return kind == "other" || kind == "public" }) {
			continue
		}
		described := strings.Join(list.Texts(s.From, n.lang), "; ")
		if described == "" {
			var kinds []string
			for _, kind := range s.Kinds {
				kinds = append(kinds, value.ChoiceName("source", kind, n.lang))
			}
			described = strings.Join(kinds, "; ")
		}
		public := record.Yes(s.PubliclyAccessible) || slices.Contains(s.Kinds, "public")
		for _, d := range a.Data {
			out = append(out, list.Object{
				{Name: "_id", Value: a.ID + "." + d.Category}, {Name: "dataCategory", Value: list.Label(n.set, "category", d.Category, n.lang)},
				{Name: "sources", Value: []any{list.Object{{Name: "description", Value: described}, {Name: "url", Value: ""}, {Name: "publiclyAvailable", Value: public}}}},
			})
		}
	}
	if len(out) > 0 {
		n.note("TILT kräver en adress för varje källa; den är tom, eftersom källorna beskrivs i ord.",
			"TILT demands an address of each source; it is empty, since the sources are described in words.")
	}
	return out
}

// transfers are the third countries to which data goes, recipient by recipient.
func (n *tilt) transfers() []any {
	out := []any{}
	var done []*record.Recipient
	for _, a := range n.activities() {
		for _, r := range n.set.On(n.edition.AsOf).GettingFrom(a) {
			if slices.Contains(done, r) || !r.Abroad() {
				continue
			}
			done = append(done, r)
			for _, c := range r.Destinations() {
				out = append(out, n.transfer(r, string(c)))
			}
		}
	}
	return out
}

func (n *tilt) transfer(r *record.Recipient, country string) list.Object {
	t := r.Protection()
	ground := r.Label(n.lang)
	if t.Mechanism != "" {
		ground += ": " + value.ChoiceName("mechanism", t.Mechanism, n.lang)
	}
	answer := func(available bool, more ...string) list.Object {
		o := list.Object{{Name: "available", Value: available}}
		if available {
			o = append(o, list.Member{Name: "description", Value: diag.Join(" ", append([]string{ground}, more...)...)})
		}
		return o
	}
	clauses := t.Mechanism == "art46-2-c" || t.Mechanism == "art46-2-d"
	return list.Object{
		{Name: "country", Value: country},
		{Name: "adequacyDecision", Value: answer(strings.HasPrefix(t.Mechanism, "adequacy"), t.AdequacyRef)},
		{Name: "appropriateGuarantees", Value: answer(strings.HasPrefix(t.Mechanism, "art46"), list.Safeguards(t.Copy, n.lang))},
		{Name: "standardDataProtectionClause", Value: answer(clauses, list.Safeguards(t.Copy, n.lang))},
	}
}
