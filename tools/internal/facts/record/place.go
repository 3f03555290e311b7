package record

import (
	"slices"

	"tillit/tools/internal/facts/value"
)

// Zone tells where a place lies. A place that is worldwide is outside, whatever
// country stands beside it; a region counts where no country is told.
func (l Location) Zone() value.Zone {
	switch {
	case l.Region == "world":
		return value.Outside
	case l.Country != "":
		return l.Country.Zone()
	case l.Region == "EU", l.Region == "EEA":
		return value.Within
	}
	return value.Unknown
}

// Transfers tells whether the recipient is said to get data in a third country.
func (r *Recipient) Transfers() bool { return r.Transfer != nil && Yes(r.Transfer.ThirdCountry) }

// StatesTransfer tells whether it is said at all if data leaves the EU/EEA.
func (r *Recipient) StatesTransfer() bool {
	return r.Transfer != nil && r.Transfer.ThirdCountry != nil
}

// Destinations are the countries outside of the EU/EEA to which data goes: those
// that the transfer names, as they stand, else those of the places.
func (r *Recipient) Destinations() []value.Country {
	if r.Transfer != nil && len(r.Transfer.Countries) > 0 {
		return r.Transfer.Countries
	}
	var list []value.Country
	for _, l := range r.Locations {
		if l.Country.Zone() == value.Outside && !slices.Contains(list, l.Country) {
			list = append(list, l.Country)
		}
	}
	return list
}

// Zone tells where the recipient processes data: outside of the EEA where a place
// lies there or data goes there, within it where each place lies within or where it
// is said that no data leaves; not known where neither is told.
func (r *Recipient) Zone() value.Zone {
	outside := func(l Location) bool { return l.Zone() == value.Outside }
	elsewhere := func(l Location) bool { return l.Zone() != value.Within }
	switch {
	case r.Transfers(), len(r.Destinations()) > 0, slices.ContainsFunc(r.Locations, outside):
		return value.Outside
	case r.StatesTransfer(), len(r.Locations) > 0 && !slices.ContainsFunc(r.Locations, elsewhere):
		return value.Within
	}
	return value.Unknown
}
