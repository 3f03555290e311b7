package page

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// Fact is something that a page shows, by the shortcode that puts it there.
type Fact struct {
	Name diag.Text // as a sentence has it
	Call string    // what prose writes: activities "controller"
	Or   []string  // other calls that show no less of it
	// Of are the fields that it shows, as the table of duties names them: "controllers:
	// dpo". A name alone is all fields of a folder that no line of its own names.
	Of []string

	When string // the condition of prose under which there is something to show; always when empty
	Page string // that shows it
	Free bool   // it stands there for convenience: another page owes it

	needs func(*record.Set) bool // what else is asked when the condition holds
}

// fact is a line of the table.
func fact(call, when, sv, en string, of ...string) Fact {
	return Fact{Name: diag.Say(sv, en), Call: call, Of: of, When: when}
}

func (f Fact) or(calls ...string) Fact { f.Or = calls; return f }

func (f Fact) where(holds func(*record.Set) bool) Fact { f.needs = holds; return f }

func (f Fact) free() Fact { f.Free = true; return f }

// facts are what the pages must show, by their folders in content/, and what else they
// do. Each of the program's own pages does; a test holds it.
var facts = map[string][]Fact{
	About: {fact("hosting", "hosting", "vem som driver webbplatsen", "who hosts the website", "organisation: hosting")},
	Changes: {
		fact("changes", "", "vad som har ändrats", "what has changed"),
		fact("upcoming", "subprocessors", "de underbiträden som är på väg", "the sub-processors that are to come"),
		statements("changes"),
	},
	Complaints: {
		fact("complaint-authority", "complaint-authority", "tillsynsmyndigheten som tar emot klagomål", "the authority that receives complaints",
			"authorities", "authorities: name", "organisation: authority"),
		fact("authorities", "other-authorities", "de övriga tillsynsmyndigheterna", "the other authorities"),
		fact("cookie-authority", "cookie-authority", "myndigheten som tar emot klagomål om kakor", "the authority that receives complaints about cookies", "authorities: tasks"),
		fact("dpo", "dpo", "", "", "controllers: dpo").free(),
		fact("rights-contact", "rights-contact", "", "", "controllers: rights_contact").free(),
	},
	Contact: {
		fact("contacts", "", "hur organisationen nås", "how to reach the organisation",
			"controllers: legal_name", "controllers: address", "controllers: email", "controllers: phone", "organisation: security_contact"),
		statements("contact"),
		fact("dpo", "dpo|no-dpo", "", "", "controllers: dpo").free(),
		fact("rights-contact", "rights-contact", "", "", "controllers: rights_contact").free(),
	},
	Cookies: {
		fact("cookies", "", "kakorna", "the cookies", "cookies", "organisation: cookies"),
		fact("consent", "cookie-consent", "hur ett samtycke till kakor lämnas och återkallas", "how consent to cookies is given and withdrawn", "organisation: cookies.consent").
			where(func(s *record.Set) bool {
				return organisation(s).Cookies != nil && organisation(s).Cookies.Consent != nil
			}),
		statements("cookies"),
		fact("cookie-authority", "cookie-authority", "", "", "authorities: tasks").free(),
	},
	Glossary: {fact("terms", "terms", "orden i tjänsterna", "the words of the services", "services: terms")},
	Policy: {
		fact("controllers", "", "vem som är personuppgiftsansvarig", "who the controller is",
			"controllers", "controllers: legal_name", "controllers: address", "controllers: email", "controllers: phone"),
		fact(`activities "controller"`, "controller", "behandlingarna", "the activities", "activities", "activities: purposes", "activities: data",
			"activities: retention", "activities: recipients", "retention: period", "retention: range", "retention: criterion", "retention: data"),
		fact("joint", "joint", "det väsentliga i arrangemangen mellan gemensamt ansvariga", "the essence of the arrangements between joint controllers", "controllers: joint"),
		fact("dpo", "dpo|no-dpo", "dataskyddsombudet", "the data protection officer", "controllers: dpo"),
		fact("services", "services,!processor", "tjänsterna", "the services", "services"),
		fact("aims", "", "målen med informationen", "the aims of the information", "organisation: aims").
			where(func(s *record.Set) bool { return len(organisation(s).Aims) > 0 }),
		fact(`country-list "transfers"`, "transfers", "de länder utanför EU/EES som uppgifter överförs till", "the countries outside the EU/EEA that data is transferred to",
			"recipients: transfer.countries").or("transfers"),
		fact("rights-contact", "consent,rights-contact|legitimate-interests,rights-contact|public-task,rights-contact|marketing,rights-contact",
			"vart den vänder sig som vill använda sina rättigheter", "where to turn to use one's rights", "controllers: rights_contact").or("rights-ways"),
		fact("authority-name", "complaint-authority", "tillsynsmyndighetens namn", "the name of the authority", "authorities: name").or("complaint-authority"),
		statements("policy"),
		statements("sharing"),
	},
	Processing: {
		fact(`matrix "controller"`, "controller", "tabellen över behandlingarna", "the table of the activities",
			"activities: purposes", "activities: data", "activities: retention", "activities: recipients", "retention: data").or(`activities "controller"`),
		fact(`matrix "processor"`, "processor-activities", "tabellen över behandlingarna för kunder", "the table of the activities for customers",
			"customers: purposes", "customers: data", "customers: retention", "customers: recipients").or(`activities "processor"`, "processor-activities"),
	},
	Processor: {
		fact("processor-terms", "processor-terms", "villkoren för biträdet", "the terms of the processor", "organisation: processor_terms"),
		fact("processor-activities", "processor-activities", "behandlingarna för kunder", "the activities for customers", "customers", "customers: purposes",
			"customers: data", "customers: retention", "customers: recipients").or(`activities "processor"`),
		fact("responsibilities", "", "vem som ansvarar för vad", "who answers for what").
			where(func(s *record.Set) bool {
				return organisation(s).ProcessorTerms != nil && len(organisation(s).ProcessorTerms.Responsibilities) > 0
			}),
		fact("services", "services,processor", "tjänsterna", "the services", "services"),
		statements("processor"),
		fact("controllers", "", "", "", "controllers", "controllers: legal_name", "controllers: address", "controllers: email", "controllers: phone").free(),
	},
	Recipients: {fact("recipients", "", "mottagarna", "the recipients", "recipients", "recipients: transfer")},
	Retention: {
		fact("retention", "retention", "lagringstiderna", "the storage periods", "retention", "retention: period", "retention: range", "retention: criterion", "retention: data", "categories: retention"),
		statements("retention"),
	},
	Rights: {
		fact("rights", "rights", "rättigheterna", "the rights", "rights").where(func(s *record.Set) bool { return slices.ContainsFunc(s.Rights, listed) }),
		fact("objection", "rights", "rätten att invända", "the right to object", "rights: right.objection", "rights: right.objection-marketing").
			where(func(s *record.Set) bool { return slices.ContainsFunc(s.Rights, Apart) }),
		fact("requests", "requests", "hur en begäran tas om hand", "how requests are handled", "organisation: requests"),
		fact("rights-ways", "rights-contact", "vart den vänder sig som vill använda sina rättigheter", "where to turn to use one's rights", "controllers: rights_contact").or("rights-contact"),
		statements("rights"),
	},
	Security: {
		fact("measures", "measures", "säkerhetsåtgärderna", "the security measures", "measures"),
		fact("certifications", "certifications", "certifikaten", "the certificates", "certifications"),
		fact("incident", "incident", "vad som sker efter en personuppgiftsincident", "what happens after a personal data breach", "organisation: incident"),
		statements("security"),
	},
	Subprocessors: {
		fact("subprocessors", "", "underbiträdena", "the sub-processors", "subprocessors", "subprocessors: transfer"),
		fact("notice-days", "notice-days", "hur långt i förväg ett nytt underbiträde meddelas", "how far ahead a new sub-processor is announced", "organisation: notice_days").or("objection-terms"),
		fact("objection-terms", "objection-terms", "hur en kund invänder mot ett nytt underbiträde", "how a customer objects to a new sub-processor",
			"organisation: processor_terms.authorisation", "organisation: processor_terms.notice_channels"),
	},
	Transfers: {
		fact("transfers", "transfers", "överföringarna till tredjeland", "the transfers to third countries", "recipients: transfer", "recipients: transfer.countries", "subprocessors: transfer"),
		statements("transfers"),
	},
	Versions: {fact("versions", "", "de utgivna versionerna", "the issued versions")},
}

// Apart tells whether a right is told apart from all others, as Art. 21(4) GDPR demands
// of those of objection.
func Apart(r *record.Right) bool {
	return r.Prominent || slices.Contains([]string{"objection", "objection-marketing", "objection-research"}, r.Right)
}

// listed tells whether a right is told of among the others.
func listed(r *record.Right) bool { return !Apart(r) }

// statements are what the organisation says on a topic, which stands on one page.
func statements(topic string) Fact {
	name := record.ChoiceWords("topic", topic)
	return Fact{
		Name: diag.Say("det som sägs under ämnet %s", "what is said on the topic %s", name),
		Call: "statements " + diag.Quote(topic), When: "statements-" + topic,
	}
}

// Facts returns the table, in the order of the pages' names.
func Facts() []Fact {
	var all []Fact
	for _, p := range table {
		for _, f := range facts[p.ID] {
			f.Page = p.ID
			all = append(all, f)
		}
	}
	return all
}

// Shows are what a page shows of a set on a day, if it is the program's, as it must
// where that is not free; nothing where the page is absent or none of the table.
func Shows(id string, s *record.Set, is Conditions) []Fact {
	p, ok := Find(id)
	if !ok || p.Needs != nil && !p.Needs(s) {
		return nil
	}
	var shown []Fact
	for _, f := range facts[id] {
		holds := true
		if f.When != "" {
			holds, _ = is.Has(f.When)
		}
		if holds && (f.needs == nil || f.needs(s)) {
			f.Page = id
			shown = append(shown, f)
		}
	}
	return shown
}

// Shown tells whether some calls show a fact. A call is its name, and its first word in
// quotation marks where it has one.
func (f Fact) Shown(calls []string) bool {
	return slices.ContainsFunc(calls, func(c string) bool { return c == f.Call || slices.Contains(f.Or, c) })
}

// Left is what the own prose of a site leaves out of the facts that its pages show.
type Left struct {
	Shown   []Fact // by all pages, if they were the program's
	Dropped []Drop
}

// Drop is a page in a language whose prose leaves out facts.
type Drop struct {
	Page, Lang string
	Pos        diag.Pos // where its text begins
	Facts      []Fact
}

// Owed are those of the facts that the page owes.
func (d Drop) Owed() []Fact {
	return slices.DeleteFunc(slices.Clone(d.Facts), func(f Fact) bool { return f.Free })
}

// Sentence says what a page leaves out.
func (d Drop) Sentence() diag.Text {
	var sv, en []string
	for _, f := range d.Owed() {
		sv, en = append(sv, f.Name.SV), append(en, f.Name.EN)
	}
	return diag.Say("sidans egen text visar inte %s", "the page's own text does not show %s", diag.Text{SV: diag.And(sv, "och"), EN: diag.And(en, "and")})
}

// Advice says what to write in the text.
func (d Drop) Advice() diag.Text {
	var calls []string
	for _, f := range d.Owed() {
		calls = append(calls, "{{< "+f.Call+" >}}")
	}
	return diag.Say("skriv i texten, där det ska stå:\n%s", "write in the text, where it is to stand:\n%s", strings.Join(calls, "\n\n"))
}

// Of returns what leaves out a fact that some fields hold, as a duty names them, where
// no other page shows it; nil where it is shown. What is owed to customers is told of
// other activities and recipients than what everybody is owed.
func (l *Left) Of(fields string, customers bool) []Drop {
	if l == nil || len(l.Dropped) == 0 {
		return nil
	}
	for _, field := range fieldsOf(fields, customers) {
		showing := longest(l.Shown, field)
		var by []Drop
		for _, f := range showing {
			at := slices.IndexFunc(l.Dropped, func(d Drop) bool {
				return slices.ContainsFunc(d.Facts, func(x Fact) bool { return x.Call == f.Call && x.Page == f.Page })
			})
			if at < 0 {
				by = nil
				break
			}
			if d := l.Dropped[at]; len(d.Owed()) > 0 {
				by = append(by, d)
			}
		}
		if len(by) > 0 {
			return by
		}
	}
	return nil
}

// longest are the facts that show a field by the longest beginning of its path that any
// fact names.
func longest(shown []Fact, field string) []Fact {
	best, showing := 0, []Fact(nil)
	for _, f := range shown {
		n := 0
		for _, of := range f.Of {
			if of == field || strings.HasPrefix(field, of+".") || strings.HasPrefix(field, of+": ") {
				n = max(n, len(of))
			}
		}
		switch {
		case n == 0 || n < best:
		case n > best:
			best, showing = n, []Fact{f}
		default:
			showing = append(showing, f)
		}
	}
	return showing
}

// ofCustomers are the folders of which the pages for customers show records of their own,
// and what those are called.
var ofCustomers = map[string]string{"activities": "customers", "recipients": "subprocessors"}

// ShowsRecords tells whether a fact shows records of a folder.
func (f Fact) ShowsRecords(folder string) bool {
	return slices.ContainsFunc(f.Of, func(of string) bool {
		name, _, _ := strings.Cut(of, ":")
		return name == folder || name == ofCustomers[folder]
	})
}

// fieldsOf takes apart how a duty names its fields: "activities: retention; retention:
// period, range" is three.
func fieldsOf(fields string, customers bool) []string {
	var list []string
	for part := range strings.SplitSeq(fields, "; ") {
		folders, paths, _ := strings.Cut(strings.ReplaceAll(part, "[]", ""), ": ")
		for folder := range strings.SplitSeq(folders, ", ") {
			if to, ok := ofCustomers[folder]; ok && customers {
				folder = to
			}
			if paths == "" {
				list = append(list, folder)
				continue
			}
			for path := range strings.SplitSeq(strings.ReplaceAll(paths, ": ", "."), ", ") {
				list = append(list, folder+": "+path)
			}
		}
	}
	return list
}

// LeftOf is what the pages of a site show, before anybody has read own prose.
func LeftOf(s *record.Set, is Conditions) *Left {
	l := &Left{}
	for _, p := range table {
		l.Shown = append(l.Shown, Shows(p.ID, s, is)...)
	}
	return l
}
