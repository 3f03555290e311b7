package page

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Conditions are what prose may ask by {{% when "…" %}}, and the answers.
type Conditions map[string]bool

// Has tells whether a condition of prose holds. It is one word of those in
// ConditionsOf; "!dpo" is that it does not hold, "dpo,joint" that both do and
// "dpo|joint" that one of them does. The comma binds tighter than the bar.
func (c Conditions) Has(condition string) (bool, error) {
	holds := false
	for _, all := range strings.Split(condition, "|") {
		every := true
		for _, word := range strings.Split(all, ",") {
			word, not := strings.CutPrefix(strings.TrimSpace(word), "!")
			value, ok := c[word]
			if !ok {
				return false, c.unknown(word)
			}
			every = every && value != not
		}
		holds = holds || every
	}
	return holds, nil
}

func (c Conditions) unknown(word string) error {
	if near := diag.Nearest(word, slices.Sorted(maps.Keys(c))); near != "" {
		return fmt.Errorf("there is no condition %q; did you mean %q?", word, near)
	}
	return fmt.Errorf("there is no condition %q", word)
}

// ConditionsOf are the answers of a set on a day.
func ConditionsOf(s *record.Set, day value.Date) Conditions {
	is := Conditions{
		"processor":        s.ActsAsProcessor(),
		"retention":        len(s.Retention) > 0,
		"rights":           len(s.Rights) > 0,
		"recipients":       slices.ContainsFunc(s.Recipients, func(r *record.Recipient) bool { return !r.IsSubprocessor() }),
		"subprocessors":    slices.ContainsFunc(s.Recipients, (*record.Recipient).IsSubprocessor),
		"named-recipients": slices.ContainsFunc(s.Recipients, named),
		"transfers":        s.On(day).Transfers(),
		"measures":         len(s.Measures) > 0,
		"certifications":   len(s.Certifications) > 0,
		"services":         len(s.Services) > 0,

		"terms": slices.ContainsFunc(s.Services, func(x *record.Service) bool { return len(x.Terms) > 0 || len(x.DefinedTerm) > 0 }),
		"cloud": slices.ContainsFunc(s.Services, func(x *record.Service) bool {
			return len(x.Jurisdiction) > 0 || len(x.GovAccessMeasures) > 0 || len(x.Switching) > 0
		}),
		"non-necessary-cookies": slices.ContainsFunc(s.Cookies, func(c *record.Cookie) bool { return c.Category != "necessary" }),
	}
	is.organisation(s)
	is.parties(s)
	is.processing(s)
	is["no-transfers"] = !is["transfers"] && organisation(s).Declared().NoTransfers()
	is["no-automated-decisions"] = !is["automated-decisions"] && (is["no-automated-decisions"] || organisation(s).Declared().NoAutomatedDecisions())
	return is
}

func named(r *record.Recipient) bool { return r.Kind != "category" && !r.IsSubprocessor() }

// organisation answers what is asked of what the organisation says of itself.
func (c Conditions) organisation(s *record.Set) {
	o := organisation(s)
	use, terms := o.Cookies, o.ProcessorTerms
	if use == nil {
		use = &record.CookieUse{}
	}
	if terms == nil {
		terms = &record.ProcessorTerms{}
	}
	c["requests"], c["incident"], c["hosting"] = o.Requests != nil, o.Incident != nil, o.Hosting != nil
	c["notice-days"] = o.NoticeDays > 0
	c["cookies"] = len(s.Cookies) > 0 || record.Yes(use.Used)
	c["no-cookies"] = len(s.Cookies) == 0 && record.No(use.Used)
	c["cookie-consent"] = use.Consent != nil || slices.ContainsFunc(s.Cookies, func(c *record.Cookie) bool { return record.Yes(c.ConsentRequired) })
	c["general-authorisation"] = terms.Authorisation == "general"
	c["specific-authorisation"] = terms.Authorisation == "specific"
	c["objection-terms"] = len(terms.Objection) > 0
	c["processor-terms"] = slices.ContainsFunc([]record.Text{
		terms.Instructions, terms.Confidentiality, terms.FlowDown, terms.AssistanceRights,
		terms.AssistanceSecurity, terms.ReturnOrDelete, terms.Audit, terms.GoverningAgreement,
	}, func(t record.Text) bool { return len(t) > 0 })
	for _, topic := range value.Choices("topic") {
		c["statements-"+topic.Code] = states(s, topic.Code)
	}
	for _, p := range value.Choices("profile") {
		c["profile-"+p.Code] = slices.Contains(o.Profiles, p.Code)
	}
}

// parties answers what is asked of who is responsible, and who watches over it.
func (c Conditions) parties(s *record.Set) {
	any := func(is func(*record.Controller) bool) bool { return slices.ContainsFunc(s.Controllers, is) }
	told := any(func(c *record.Controller) bool { return c.DPO != nil })
	c["dpo"] = any(func(c *record.Controller) bool { return c.DPO != nil && record.Yes(c.DPO.Appointed) })
	c["no-dpo"], c["dpo-undeclared"] = told && !c["dpo"], !told
	c["joint"] = any(func(c *record.Controller) bool { return len(c.Joint) > 0 })
	c["several-controllers"] = len(s.Controllers) > 1
	c["representative"] = any(func(c *record.Controller) bool { return c.Representative != nil })
	c["group"] = any(func(c *record.Controller) bool { return c.GroupParent != nil })
	c["rights-contact"] = reachable(s.Publisher())

	complaints, cookies := AuthorityFor(s, "complaints"), AuthorityFor(s, "cookies")
	c["complaint-authority"], c["cookie-authority"] = complaints != nil, cookies != nil
	c["other-authorities"] = slices.ContainsFunc(s.Authorities, func(a *record.Authority) bool { return a != complaints && a != cookies })
}

// reachable tells whether requests have somewhere to go: the contact that was named for
// them, else the officer, else the organisation itself.
func reachable(c *record.Controller) bool {
	if c == nil {
		return false
	}
	d := c.DPO
	officer := d != nil && record.Yes(d.Appointed) && (d.Email != "" || d.Phone != "" || d.Address != nil)
	return c.RightsContact != nil || officer || c.Email != "" || c.Phone != "" || c.Address != nil
}

// AuthorityFor is the one for complaints or for cookies: that which the organisation
// names, else one of a country whose people the site informs; nil where there is none.
func AuthorityFor(s *record.Set, task string) (best *record.Authority) {
	o, rank := organisation(s), 0
	for _, a := range s.Authorities {
		if !slices.Contains(a.Tasks, task) {
			continue
		}
		score := 1
		switch {
		case a.ID == o.Authority:
			score = 4
		case len(o.AudienceCountries) > 0 && a.Country == o.AudienceCountries[0]:
			score = 3
		case a.Country == "SE":
			score = 2
		}
		if score > rank {
			best, rank = a, score
		}
	}
	return best
}

// processing answers what is asked of the organisation's own activities, and whether
// there are any, and some for customers.
func (c Conditions) processing(s *record.Set) {
	for _, b := range value.Choices("basis") {
		c[b.Code] = false
	}
	for _, word := range []string{"controller", "processor-activities", "special-categories", "national-id", "automated-decisions",
		"no-automated-decisions", "children", "marketing", "other-sources", "provision", "statutory-provision"} {
		c[word] = false
	}
	for _, a := range s.Activities {
		if a.Role == "processor" {
			c["processor-activities"] = true
			continue
		}
		c["controller"] = true
		for _, p := range a.Purposes {
			c["marketing"] = c["marketing"] || p.DirectMarketing
			c["special-categories"] = c["special-categories"] || p.Art9 != ""
			for _, b := range p.Bases {
				c[b.Art6] = true
			}
		}
		for _, d := range a.Data {
			for _, it := range d.Items {
				c["special-categories"] = c["special-categories"] || it.Special != ""
				c["national-id"] = c["national-id"] || it.NationalID != nil
			}
		}
		if s := a.Source; s != nil {
			c["other-sources"] = c["other-sources"] || slices.ContainsFunc(s.Kinds, func(k string) bool { return k == "other" || k == "public" })
		}
		if d := a.AutomatedDecisions; d != nil {
			c["automated-decisions"] = c["automated-decisions"] || record.Yes(d.Used)
			c["no-automated-decisions"] = c["no-automated-decisions"] || !record.Yes(d.Used)
		}
		c["children"] = c["children"] || a.Children != nil && record.Yes(a.Children.Targeted)
		c["provision"] = c["provision"] || a.Provision != nil
		c["statutory-provision"] = c["statutory-provision"] || a.Provision != nil && a.Provision.Requirement == "statutory"
	}
}
