package record

import (
	"fmt"
	"slices"

	"tillit/tools/internal/diag"
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

// Abroad tells whether data leaves the EU/EEA: that is said, or a place lies outside.
func (r *Recipient) Abroad() bool { return r.Zone() == value.Outside }

// Beyond is what tells that data leaves the EU/EEA, by its path in the file, and where
// to in words; empty where nothing tells it.
func (r *Recipient) Beyond() (path string, where diag.Text) {
	if r.Transfers() {
		return "transfer.third_country", diag.Say("ett tredjeland", "a third country")
	}
	for i, l := range r.Locations {
		if l.Zone() == value.Outside {
			return fmt.Sprintf("locations[%d]", i), l.Words()
		}
	}
	for i, c := range r.Protection().Countries {
		if c.Zone() == value.Outside {
			return fmt.Sprintf("transfer.countries[%d]", i), CountryWords(c)
		}
	}
	return "", diag.Text{}
}

// Protection is what is told of a transfer and of what it rests on; nothing where
// nobody has said a word.
func (r *Recipient) Protection() Transfer {
	if r.Transfer == nil {
		return Transfer{}
	}
	return *r.Transfer
}

// StatesTransfer tells whether it is said at all if data leaves the EU/EEA.
func (r *Recipient) StatesTransfer() bool {
	return r.Transfer != nil && r.Transfer.ThirdCountry != nil
}

// Destinations are the countries outside of the EU/EEA to which data goes: those
// that the transfer names, as they stand, and those of places that it leaves out.
func (r *Recipient) Destinations() []value.Country {
	list := slices.Clone(r.Protection().Countries)
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
	elsewhere := func(l Location) bool { return l.Zone() != value.Within }
	switch beyond, _ := r.Beyond(); {
	case beyond != "":
		return value.Outside
	case r.StatesTransfer(), len(r.Locations) > 0 && !slices.ContainsFunc(r.Locations, elsewhere):
		return value.Within
	}
	return value.Unknown
}
