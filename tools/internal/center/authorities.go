package center

import (
	"errors"
	"io/fs"
	"slices"

	"tillit/tools/internal/facts/record"
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

// swedishAuthorities are those of the site that tillit init writes: they also tell
// how a complaint goes.
func swedishAuthorities(carried fs.FS) ([]*record.Authority, error) {
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
	return set.Authorities, nil
}
