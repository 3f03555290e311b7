package record

import (
	"slices"
	"testing"

	"tillit/tools/internal/facts/value"
)

var yes, no = true, false

func TestWhereAPlaceLies(t *testing.T) {
	for _, c := range []struct {
		place Location
		want  value.Zone
	}{
		{Location{}, value.Unknown},
		{Location{Country: "SE"}, value.Within},
		{Location{Country: "NO", City: "Oslo"}, value.Within},
		{Location{Country: "GB"}, value.Outside},
		{Location{Country: "XX"}, value.Unknown},
		{Location{Region: "EU"}, value.Within},
		{Location{Region: "EEA"}, value.Within},
		{Location{Region: "world"}, value.Outside},
		{Location{Region: "varies"}, value.Unknown},
		{Location{Region: "EEA", Country: "US"}, value.Outside},
		{Location{Region: "EEA", Country: "XX"}, value.Unknown},
		{Location{Region: "world", Country: "SE"}, value.Outside},
	} {
		if got := c.place.Zone(); got != c.want {
			t.Errorf("%+v lies in %v, want %v", c.place, got, c.want)
		}
	}
}

func TestWhereARecipientProcessesData(t *testing.T) {
	within, outside, worldwide, anywhere := Location{Country: "SE"}, Location{Country: "US"}, Location{Region: "world"}, Location{Region: "varies"}
	for _, c := range []struct {
		name     string
		places   []Location
		transfer *Transfer
		want     value.Zone
	}{
		{"nothing is told", nil, nil, value.Unknown},
		{"a transfer of which nothing is told", nil, &Transfer{}, value.Unknown},
		{"no transfer", nil, &Transfer{ThirdCountry: &no}, value.Within},
		{"a transfer", nil, &Transfer{ThirdCountry: &yes}, value.Outside},
		{"a transfer, and places within", []Location{within}, &Transfer{ThirdCountry: &yes}, value.Outside},
		{"places within", []Location{within, {Region: "EEA"}}, nil, value.Within},
		{"one place outside", []Location{within, outside}, nil, value.Outside},
		{"one place worldwide", []Location{within, worldwide}, nil, value.Outside},
		{"worldwide, and no transfer", []Location{worldwide}, &Transfer{ThirdCountry: &no}, value.Outside},
		{"one place that varies", []Location{within, anywhere}, nil, value.Unknown},
		{"one place that varies, and no transfer", []Location{within, anywhere}, &Transfer{ThirdCountry: &no}, value.Within},
		{"a country named, though nothing is said", []Location{within}, &Transfer{Countries: []value.Country{"IN"}}, value.Outside},
	} {
		r := &Recipient{Locations: c.places, Transfer: c.transfer}
		if got := r.Zone(); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestDestinationsAreThoseNamedAndThoseOfThePlaces(t *testing.T) {
	places := []Location{{Country: "SE"}, {Country: "US"}, {Region: "world"}, {Country: "IN"}, {Country: "US"}, {Country: "XX"}}
	for _, c := range []struct {
		transfer *Transfer
		want     []value.Country
	}{
		{nil, []value.Country{"US", "IN"}},
		{&Transfer{ThirdCountry: &yes}, []value.Country{"US", "IN"}},
		{&Transfer{ThirdCountry: &yes, Countries: []value.Country{"GB", "US"}}, []value.Country{"GB", "US", "IN"}},
	} {
		if got := (&Recipient{Locations: places, Transfer: c.transfer}).Destinations(); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.transfer, got, c.want)
		}
	}
}

func TestATransferIsStatedOrNot(t *testing.T) {
	for _, c := range []struct {
		transfer     *Transfer
		made, stated bool
	}{
		{nil, false, false},
		{&Transfer{Mechanism: "adequacy"}, false, false},
		{&Transfer{ThirdCountry: &no}, false, true},
		{&Transfer{ThirdCountry: &yes}, true, true},
	} {
		r := &Recipient{Transfer: c.transfer}
		if r.Transfers() != c.made || r.StatesTransfer() != c.stated {
			t.Errorf("%+v: made %v, stated %v", c.transfer, r.Transfers(), r.StatesTransfer())
		}
		if got := (&Set{Recipients: []*Recipient{{}, r}}).Transfers(); got != c.made {
			t.Errorf("%+v: of the set, %v", c.transfer, got)
		}
	}
}
