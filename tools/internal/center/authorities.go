package center

import (
	"errors"
	"io/fs"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/rules/statute"
)

// withAuthorities adds to what the pages show the authorities of the readers'
// countries that the site has no record of: a person may complain where they live
// or work (GDPR Art. 77(1)).
func (c *Center) withAuthorities(set *record.Set) (*record.Set, error) {
	shown := *set
	shown.Authorities = slices.Clone(set.Authorities)
	swedish, err := swedishAuthorities(c.program.Files)
	if err != nil {
		return nil, err
	}
	known := swedish
	for _, a := range statute.Authorities() {
		if a.Country != "SE" {
			known = append(known, &a)
		}
	}
	for _, a := range known {
		told := slices.ContainsFunc(set.Authorities, func(own *record.Authority) bool { return same(own, a) })
		if !told && slices.Contains(set.Organisation.AudienceCountries, a.Country) {
			shown.Authorities = append(shown.Authorities, a)
		}
	}
	return &shown, nil
}

// same tells whether two records are of a country's authority for the same task.
func same(a, b *record.Authority) bool {
	shared := slices.ContainsFunc(a.Tasks, func(task string) bool { return slices.Contains(b.Tasks, task) })
	return a.Country == b.Country && shared
}

// swedishAuthorities are those that tillit init writes: they also tell
// how a complaint goes.
func swedishAuthorities(carried fs.FS) ([]*record.Authority, error) {
	set, err := starterOf(carried)
	if err != nil {
		return nil, err
	}
	return set.Authorities, nil
}

// starterOf is the made-up company that the program carries.
func starterOf(carried fs.FS) (*record.Set, error) {
	starter, err := fs.Sub(carried, "examples/starter")
	if err != nil {
		return nil, err
	}
	set, list, err := record.LoadFS(starter)
	if err != nil {
		return nil, err
	}
	if list.Blocks() {
		return nil, errors.New("the starter that the program carries cannot be read")
	}
	return set, nil
}

// unwritten returns what the site still says in the words of the made-up company.
func (c *Center) unwritten(set *record.Set, _ value.Date) (diag.List, error) {
	if c.starter == nil {
		company, err := starterOf(c.program.Files)
		if err != nil {
			return nil, err
		}
		c.starter = check.StarterOf(company)
	}
	return c.starter.Left(set), nil
}

// strict stops whoever publishes words of the made-up company that the site has not
// accepted.
func strict(list diag.List) diag.List {
	list = slices.Clone(list)
	for i := range list {
		if list[i].Rule == check.StarterRule {
			list[i].Severity = diag.Error
		}
	}
	return list
}
