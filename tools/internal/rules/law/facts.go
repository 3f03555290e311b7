package law

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// facts is a set with what the duties ask of it again and again.
type facts struct {
	set  *record.Set
	asOf value.Date
	org  *record.Organisation // an empty one when there is none

	controllers []*record.Controller // those that the site speaks for
	ours        []*record.Activity   // as controller, alone or jointly
	customers   []*record.Activity   // as processor
	recipients  []*record.Recipient  // all that have not ended
	received    []*record.Recipient  // those that get data of ours
	chain       []*record.Recipient  // sub-processors
	abroad      []*record.Recipient  // those to whom data leaves the EU/EEA

	recipient map[string]*record.Recipient
	retention map[string]*record.Retention
	rights    map[string]*record.Right // by the word of the law
	services  map[string]*record.Service
	users     map[string][]*record.Activity // of a recipient, by its id

	wholes map[claim]*record.Activity // processing for customers of all data in a category of a service

	numbers []number // national identification numbers among the data

	basis    map[string]spot // the first purpose, or cookie, that rests on each basis
	backups  map[string]bool // categories whose backups have a period; see backedUp
	baseless bool            // a purpose of ours has none
	markets  spot            // the first purpose that is direct marketing

	left  *page.Left        // what own prose leaves out of the facts; nil where nobody has looked
	lines map[string]string // what has been written of each skeleton, by where it belongs
}

func gather(set *record.Set, asOf value.Date) *facts {
	f := &facts{
		set: set, asOf: asOf, org: set.Organisation,
		recipient: map[string]*record.Recipient{}, retention: map[string]*record.Retention{},
		rights: map[string]*record.Right{}, services: map[string]*record.Service{},
		users: set.Users(), wholes: map[claim]*record.Activity{}, basis: map[string]spot{}, lines: map[string]string{},
	}
	if f.org == nil {
		f.org = &record.Organisation{ID: "organisation"}
	}
	for _, r := range set.Retention {
		f.retention[r.ID] = r
	}
	for _, r := range set.Rights {
		if f.rights[r.Right] == nil {
			f.rights[r.Right] = r
		}
	}
	for _, s := range set.Services {
		f.services[s.ID] = s
	}
	for _, a := range set.Activities {
		if a.Role == "processor" {
			f.customers = append(f.customers, a)
			f.claimWholes(a)
		} else {
			f.ours = append(f.ours, a)
			f.purposes(a)
		}
	}
	f.cookieConsent()
	f.gatherRecipients()
	f.gatherControllers()
	f.gatherNumbers()
	return f
}

// claimWholes notes the categories of data that an activity for customers takes
// the whole of, in each service.
func (f *facts) claimWholes(a *record.Activity) {
	for _, d := range a.Data {
		for _, s := range a.Services {
			if c := (claim{s, d.Category}); len(d.Items) == 0 && f.wholes[c] == nil {
				f.wholes[c] = a
			}
		}
	}
}

// purposes notes on what the purposes of an activity of ours rest.
func (f *facts) purposes(a *record.Activity) {
	f.baseless = f.baseless || len(a.Purposes) == 0
	for i, p := range a.Purposes {
		at := spot{a, item("purposes", i)}
		f.baseless = f.baseless || len(p.Bases) == 0
		for j, b := range p.Bases {
			f.note(b.Art6, spot{a, item(at.path+".bases", j)})
		}
		if p.Art9 == "explicit-consent" {
			f.note("consent", at)
		}
		if p.DirectMarketing && f.markets.record == nil {
			f.markets = at
		}
	}
}

// cookieConsent notes what rests on what a visitor says of cookies: that is
// consent, too.
func (f *facts) cookieConsent() {
	for _, c := range f.set.Cookies {
		if record.Yes(c.ConsentRequired) || c.ConsentRequired == nil && c.Category != "" && c.Category != "necessary" {
			f.note("consent", spot{c, "category"})
		}
	}
}

func (f *facts) note(basis string, at spot) {
	if _, known := f.basis[basis]; !known {
		f.basis[basis] = at
	}
}

func (f *facts) gatherRecipients() {
	for _, r := range f.set.Recipients {
		f.recipient[r.ID] = r
		if r.Status(f.asOf) == record.Ended {
			continue
		}
		f.recipients = append(f.recipients, r)
		if r.IsSubprocessor() && (len(f.users[r.ID]) == 0 || slices.ContainsFunc(f.users[r.ID], customers)) {
			f.chain = append(f.chain, r)
		}
		if slices.ContainsFunc(f.users[r.ID], func(a *record.Activity) bool { return !customers(a) }) {
			f.received = append(f.received, r)
		}
		if r.Transfers() {
			f.abroad = append(f.abroad, r)
		}
	}
}

func customers(a *record.Activity) bool { return a.Role == "processor" }

// gatherControllers finds whom the site speaks for: the main controller, and
// those who carry out activities of their own.
func (f *facts) gatherControllers() {
	named := map[string]bool{}
	for _, a := range f.ours {
		named[a.Controller] = true
	}
	main := f.set.Controller()
	for _, c := range f.set.Controllers {
		if c == main || main == nil || named[c.ID] {
			f.controllers = append(f.controllers, c)
		}
	}
}

// owed returns the duties of the profiles asked for, or else of those that the
// organisation claims, as far as they are in force.
func (f *facts) owed(profiles []string) []Duty {
	if len(profiles) == 0 {
		profiles = f.org.Profiles
	}
	if len(profiles) == 0 {
		profiles = defaultProfiles
	}
	var owed []Duty
	for _, d := range duties {
		if slices.Contains(profiles, d.Profile) && d.holds(f.asOf) {
			owed = append(owed, d)
		}
	}
	return owed
}

// claims tells whether the organisation is under the duties of a profile.
func (f *facts) claims(profile string) bool {
	claimed := f.org.Profiles
	if len(claimed) == 0 {
		claimed = defaultProfiles
	}
	return slices.Contains(claimed, profile)
}

// rests tells whether a purpose rests on one of some bases.
func (f *facts) rests(bases ...string) bool {
	return slices.ContainsFunc(bases, func(b string) bool { _, used := f.basis[b]; return used })
}

// terms, requests and cookies spare the duties a look for nil.
func (f *facts) terms() record.ProcessorTerms {
	if t := f.org.ProcessorTerms; t != nil {
		return *t
	}
	return record.ProcessorTerms{}
}

func (f *facts) requests() record.Requests {
	if r := f.org.Requests; r != nil {
		return *r
	}
	return record.Requests{}
}

func (f *facts) incident() record.Incident {
	if i := f.org.Incident; i != nil {
		return *i
	}
	return record.Incident{}
}

func (f *facts) consent() record.Consent {
	if c := f.org.Cookies; c != nil && c.Consent != nil {
		return *c.Consent
	}
	return record.Consent{}
}

// authority returns the authority that complaints go to: the one that
// organisation.yaml names, or the only one that receives them.
func (f *facts) authority() *record.Authority {
	var found []*record.Authority
	for _, a := range f.set.Authorities {
		if a.ID == f.org.Authority {
			return a
		}
		if slices.Contains(a.Tasks, "complaints") {
			found = append(found, a)
		}
	}
	if len(found) == 1 && f.org.Authority == "" {
		return found[0]
	}
	return nil
}

// kept returns the retention rules of an activity that exist.
func (f *facts) kept(a *record.Activity) []*record.Retention {
	var list []*record.Retention
	for _, id := range a.Retention {
		if r := f.retention[id]; r != nil {
			list = append(list, r)
		}
	}
	return list
}

// sentence gives a predicate its subject: the record in words.
func (f *facts) sentence(r record.Record, predicate diag.Text) diag.Text {
	name := f.called(r)
	return diag.Text{SV: name.SV + " " + predicate.SV, EN: name.EN + " " + predicate.EN}
}

// sentenceOn says what a record leaves open. What is not told of somebody else is
// the organisation's silence, not theirs.
func (f *facts) sentenceOn(r record.Record, got reply) diag.Text {
	switch r.(type) {
	case *record.Recipient, *record.Authority, *record.Cookie, *record.Certification:
	default:
		return f.sentence(r, got.text)
	}
	switch {
	case got.untold.IsZero():
		return f.sentence(r, got.text)
	case strings.HasPrefix(got.untold.SV, "om "):
		return diag.Say("för %s sägs inte %s", "for %s the site does not state %s", f.called(r), got.untold)
	}
	return diag.Say("för %s saknas uppgift om %s", "for %s the site does not state %s", f.called(r), got.untold)
}

func (f *facts) called(r record.Record) diag.Text {
	if f.set.Of(r) == nil {
		if _, ok := r.(*record.Organisation); ok {
			return diag.Say("organisationen", "the organisation")
		}
	}
	t := f.set.Called(r)
	if right, ok := r.(*record.Right); ok {
		t = record.TextOn(right)
	}
	return diag.Text{SV: diag.Clip(t.SV, diag.MostQuoted), EN: diag.Clip(t.EN, diag.MostQuoted)}
}

// fromPerson tells whether an activity gets its data from the person, so that
// Art. 13 applies. Data generated by use is observed from the person, and what
// is not said to come from elsewhere is taken to come from there, too.
func fromPerson(a *record.Activity) bool {
	return a.Source == nil || slices.Contains(a.Source.Kinds, "subject") || slices.Contains(a.Source.Kinds, "generated")
}

// fromOthers tells whether an activity gets data from elsewhere, so that Art. 14
// applies.
func fromOthers(a *record.Activity) bool {
	return a.Source != nil && (slices.Contains(a.Source.Kinds, "other") || slices.Contains(a.Source.Kinds, "public"))
}

// characters is the number of characters of a text in the language in which it is
// longest.
func characters(t record.Text) int {
	n := 0
	for _, s := range t {
		n = max(n, utf8.RuneCountInString(strings.TrimSpace(s)))
	}
	return n
}
