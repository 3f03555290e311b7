package check

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// duplicates reports recipients that are the same company by number, unless one
// has ended or takes over from the other: two entries for one company contradict
// each other sooner or later.
func (c *checker) duplicates() {
	byNumber := map[string][]*record.Recipient{}
	for _, r := range c.set.Recipients {
		n := value.OrgNumber(r.OrgNumber)
		if n == "" || r.Status(c.asOf) == record.Ended {
			continue
		}
		others := byNumber[n]
		i := slices.IndexFunc(others, func(o *record.Recipient) bool { return o.Replaces != r.ID && r.Replaces != o.ID })
		byNumber[n] = append(others, r)
		if i < 0 {
			continue
		}
		s := c.about(r)
		d := s.report("repeated-org-number", "org_number",
			diag.Say("%s har samma organisationsnummer, %s, som %s", "%s has the same organisation number, %s, as %s", s.called(), n, c.called(others[i])),
			diag.Say("slå ihop filerna, eller rätta det ena numret", "join the files, or correct one of the numbers"))
		d.Related = append(d.Related, c.note(others[i], "org_number", c.called(others[i])))
		c.found = append(c.found, s.found...)
	}
}
