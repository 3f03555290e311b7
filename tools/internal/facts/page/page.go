// Package page is the table of the pages that a site has: what each needs to be
// shown, where it stands, which facts it shows, for whom it is, and which list of
// downloads belongs to it. Prose, rules, history and publishing ask it, so that a
// page is known by one name everywhere: the folder of its prose in content/.
package page

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// The pages, by their folders in content/. Home has no folder; Sheet and Annexes
// lie below another page, and Search is made of all others.
const (
	Home          = "home"
	Policy        = "privacy-policy"
	Sheet         = "privacy-policy-sheet"
	Subprocessors = "subprocessors"
	Recipients    = "recipients"
	Processing    = "processing"
	Retention     = "retention"
	Rights        = "rights"
	Complaints    = "complaints"
	Security      = "security"
	Transfers     = "transfers"
	Cookies       = "cookies"
	Processor     = "processor"
	Annexes       = "processor-annexes"
	Changes       = "changes"
	Versions      = "versions"
	About         = "about"
	Contact       = "contact"
	Glossary      = "glossary"
	Search        = "search"
)

// Page is one line of the table.
type Page struct {
	ID   string
	Slug diag.Text // in its address; of the program's own prose

	// Needs tells whether there is something to show; nil where there always is.
	Needs func(*record.Set) bool
	// List names the list of facts that the page shows, as downloads name it.
	List string
	// Of are the pages that it is put together from: it changes when one of them does.
	Of []string
}

// Table returns every page, by its name.
func Table() []Page { return slices.Clone(table) }

var table = []Page{
	{ID: About, Slug: diag.Text{SV: "om", EN: "about"}},
	{ID: Changes, Slug: diag.Text{SV: "andringar", EN: "changes"}},
	{ID: Complaints, Slug: diag.Text{SV: "klagomal", EN: "complaints"},
		Needs: func(s *record.Set) bool { return len(s.Authorities) > 0 }},
	{ID: Contact, Slug: diag.Text{SV: "kontakt", EN: "contact"}, Needs: controlled},
	{ID: Cookies, Slug: diag.Text{SV: "kakor", EN: "cookies"},
		Needs: func(s *record.Set) bool {
			return len(s.Cookies) > 0 || organisation(s).Cookies != nil || states(s, "cookies")
		}},
	{ID: Glossary, Slug: diag.Text{SV: "ordlista", EN: "glossary"}},
	{ID: Home},
	{ID: Policy, Slug: diag.Text{SV: "integritetspolicy", EN: "privacy-policy"}, Needs: controlled},
	{ID: Sheet, Of: []string{Policy}},
	{ID: Processing, Slug: diag.Text{SV: "behandlingar", EN: "processing"},
		Needs: func(s *record.Set) bool { return len(s.Activities) > 0 }},
	{ID: Processor, Slug: diag.Text{SV: "personuppgiftsbitrade", EN: "processor"},
		Needs: func(s *record.Set) bool {
			return s.ActsAsProcessor() || organisation(s).ProcessorTerms != nil || states(s, "processor")
		}},
	{ID: Annexes, Of: []string{Processor, Security, Subprocessors}},
	{ID: Recipients, Slug: diag.Text{SV: "mottagare", EN: "recipients"}, List: "recipients",
		Needs: func(s *record.Set) bool {
			return slices.ContainsFunc(s.Recipients, func(r *record.Recipient) bool { return !r.IsSubprocessor() })
		}},
	{ID: Retention, Slug: diag.Text{SV: "lagringstider", EN: "retention"}, List: "retention",
		Needs: func(s *record.Set) bool { return len(s.Retention) > 0 || states(s, "retention") }},
	{ID: Rights, Slug: diag.Text{SV: "dina-rattigheter", EN: "your-rights"},
		Needs: func(s *record.Set) bool {
			return len(s.Rights) > 0 || organisation(s).Requests != nil || states(s, "rights")
		}},
	{ID: Search},
	{ID: Security, Slug: diag.Text{SV: "sakerhet", EN: "security"}, List: "measures",
		Needs: func(s *record.Set) bool {
			return len(s.Measures) > 0 || len(s.Certifications) > 0 || organisation(s).Incident != nil || states(s, "security")
		}},
	{ID: Subprocessors, Slug: diag.Text{SV: "underbitraden", EN: "subprocessors"}, List: "subprocessors",
		Needs: func(s *record.Set) bool {
			return slices.ContainsFunc(s.Recipients, (*record.Recipient).IsSubprocessor)
		}},
	{ID: Transfers, Slug: diag.Text{SV: "overforingar", EN: "transfers"},
		Needs: func(s *record.Set) bool { return s.Transfers() || s.Declared().NoTransfers() || states(s, "transfers") }},
	{ID: Versions, Slug: diag.Text{SV: "versioner", EN: "versions"}},
}

// Find returns the page of a folder in content/; any other is the site's own.
func Find(id string) (Page, bool) {
	i := slices.IndexFunc(table, func(p Page) bool { return p.ID == id })
	if i < 0 {
		return Page{}, false
	}
	return table[i], true
}

// Absent are the pages that have nothing to show.
func Absent(set *record.Set) map[string]bool {
	absent := map[string]bool{}
	for _, p := range table {
		if p.Needs != nil && !p.Needs(set) {
			absent[p.ID] = true
		}
	}
	return absent
}

func organisation(s *record.Set) *record.Organisation {
	if s.Organisation == nil {
		return &record.Organisation{}
	}
	return s.Organisation
}

func controlled(s *record.Set) bool { return len(s.Controllers) > 0 }

// states tells whether the organisation has a statement of its own on a topic.
func states(s *record.Set, topic string) bool {
	return slices.ContainsFunc(organisation(s).Statements, func(x record.Statement) bool { return x.Topic == topic })
}

// Route is where readers in a role begin.
type Route struct {
	Role  string
	Pages []string
}

// routes are in the order in which the start page tells them.
var routes = []Route{
	{"customer", []string{Subprocessors, Processor, Security}},
	{"user", []string{Policy, Rights}},
	{"visitor", []string{Cookies, Policy}},
	{"applicant", []string{Policy, Retention, Rights}},
	{"auditor", []string{Processing, Transfers, Security}},
	{"unhappy", []string{Complaints, Contact}},
}

// Routes are where readers begin. A page that is absent is left out, and a role
// with nowhere to go with it.
func Routes(absent map[string]bool) []Route {
	var list []Route
	for _, r := range routes {
		pages := slices.DeleteFunc(slices.Clone(r.Pages), func(p string) bool { return absent[p] })
		if len(pages) > 0 {
			list = append(list, Route{r.Role, pages})
		}
	}
	return list
}
