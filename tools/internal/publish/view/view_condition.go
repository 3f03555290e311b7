package view

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
)

// Has tells whether a condition of prose holds. It is one word of those below;
// "!dpo" is that it does not hold, "dpo,joint" that both do and "dpo|joint" that
// one of them does. The comma binds tighter than the bar.
func (v *View) Has(condition string) (bool, error) {
	holds := false
	for _, all := range strings.Split(condition, "|") {
		every := true
		for _, word := range strings.Split(all, ",") {
			word, not := strings.CutPrefix(strings.TrimSpace(word), "!")
			value, ok := v.conditions[word]
			if !ok {
				return false, unknownCondition(word, v.conditions)
			}
			every = every && value != not
		}
		holds = holds || every
	}
	return holds, nil
}

func unknownCondition(word string, known map[string]bool) error {
	if near := diag.Nearest(word, slices.Sorted(maps.Keys(known))); near != "" {
		return fmt.Errorf("there is no condition %q; did you mean %q?", word, near)
	}
	return fmt.Errorf("there is no condition %q", word)
}

// conditions are all that prose may ask, and the answers.
func conditions(set *record.Set, v *View, o *record.Organisation) map[string]bool {
	d := o.Declared()
	is := map[string]bool{
		"controller":  len(v.Own) > 0,
		"processor":   set.ActsAsProcessor(),
		"dpo":         slices.ContainsFunc(v.Officers, func(d *Officer) bool { return d.Appointed }),
		"no-dpo":      len(v.Officers) > 0 && !slices.ContainsFunc(v.Officers, func(d *Officer) bool { return d.Appointed }),
		"joint":       len(v.Joint) > 0,
		"retention":   len(v.Retention) > 0,
		"requests":    o.Requests != nil,
		"rights":      len(v.Rights)+len(v.Objections) > 0,
		"recipients":  len(v.Recipients) > 0,
		"transfers":   len(v.Transfers) > 0,
		"measures":    len(v.Measures) > 0,
		"incident":    v.Incident != nil,
		"services":    len(v.Services) > 0,
		"terms":       len(v.Terms) > 0,
		"hosting":     v.Hosting != nil,
		"notice-days": o.NoticeDays > 0,
		"cookies":     len(v.Cookies) > 0 || v.CookiePolicy.Used,
		"no-cookies":  len(v.Cookies) == 0 && v.CookiePolicy.Unused,

		"dpo-undeclared":         len(v.Officers) == 0,
		"several-controllers":    len(v.Controllers) > 1,
		"representative":         slices.ContainsFunc(v.Controllers, func(c *Controller) bool { return c.Representative != nil }),
		"group":                  slices.ContainsFunc(v.Controllers, func(c *Controller) bool { return c.Parent != nil }),
		"rights-contact":         v.Controller.Rights != nil,
		"subprocessors":          len(v.Subprocessors.All()) > 0,
		"named-recipients":       slices.ContainsFunc(set.Recipients, named),
		"no-transfers":           len(v.Transfers) == 0 && d.NoTransfers(),
		"certifications":         len(v.Certifications) > 0,
		"general-authorisation":  v.ProcessorTerms.Authorisation.Code == "general",
		"specific-authorisation": v.ProcessorTerms.Authorisation.Code == "specific",
		"objection-terms":        v.ProcessorTerms.Objection != "",
		"processor-activities":   len(v.Customers) > 0,
		"processor-terms":        len(v.ProcessorTerms.Clauses) > 0,
		"cloud":                  slices.ContainsFunc(v.Services, func(s *Service) bool { return len(s.Jurisdiction) > 0 || s.GovAccess != "" || s.Switching != "" }),
		"complaint-authority":    v.ComplaintAuthority != nil,
		"cookie-authority":       v.CookieAuthority != nil,
		"other-authorities":      len(v.OtherAuthorities) > 0,
		"cookie-consent":         v.CookiePolicy.Consent != nil || slices.ContainsFunc(v.Cookies, func(c *Cookie) bool { return c.Consent }),
		"non-necessary-cookies":  slices.ContainsFunc(v.Cookies, func(c *Cookie) bool { return c.Category.Code != "necessary" }),
	}
	processing(is, v.Own)
	is["no-automated-decisions"] = !is["automated-decisions"] && (is["no-automated-decisions"] || d.NoAutomatedDecisions())
	for _, c := range value.Choices("topic") {
		is["statements-"+c.Code] = slices.ContainsFunc(v.statements, func(s Statement) bool { return s.topic == c.Code })
	}
	for _, c := range value.Choices("profile") {
		is["profile-"+c.Code] = slices.Contains(o.Profiles, c.Code)
	}
	return is
}

func named(r *record.Recipient) bool { return r.Kind != "category" && !r.IsSubprocessor() }

// processing answers what is asked of the organisation's own activities.
func processing(is map[string]bool, activities []*Activity) {
	for _, c := range value.Choices("basis") {
		is[c.Code] = false
	}
	for _, word := range []string{"special-categories", "national-id", "automated-decisions", "no-automated-decisions", "children", "marketing", "other-sources", "provision", "statutory-provision"} {
		is[word] = false
	}
	for _, a := range activities {
		for _, p := range a.Purposes {
			is["marketing"] = is["marketing"] || p.Marketing
			is["special-categories"] = is["special-categories"] || p.Art9.Code != ""
			for _, b := range p.Bases {
				is[b.Code] = true
			}
		}
		for _, d := range a.Data {
			for _, it := range d.Items {
				is["special-categories"] = is["special-categories"] || it.Special.Code != ""
				is["national-id"] = is["national-id"] || it.NationalID != nil
			}
		}
		if s := a.Source; s != nil {
			other := func(w words.Word) bool { return w.Code == "other" || w.Code == "public" }
			is["other-sources"] = is["other-sources"] || slices.ContainsFunc(s.Kinds, other)
		}
		if d := a.Automated; d != nil {
			is["automated-decisions"] = is["automated-decisions"] || d.Used
			is["no-automated-decisions"] = is["no-automated-decisions"] || !d.Used
		}
		is["children"] = is["children"] || a.Children != nil && a.Children.Targeted
		is["provision"] = is["provision"] || a.Provision != nil
		is["statutory-provision"] = is["statutory-provision"] || a.Provision != nil && a.Provision.Requirement.Code == "statutory"
	}
}

func known(list, code string) bool {
	return slices.ContainsFunc(value.Choices(list), func(c value.Choice) bool { return c.Code == code })
}
