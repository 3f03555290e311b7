package check

import (
	"fmt"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

func (s *subject) recipient(r *record.Recipient) {
	s.inOrder("date-order", day{"announced", r.Announced}, day{"object_by", r.ObjectBy}, day{"effective", r.Effective}, day{"ended", r.Ended})
	s.notice(r)
	s.transfer(r)
	for i, d := range r.Data {
		for j, id := range d.Purposes {
			at := item(fmt.Sprintf("data[%d].purposes", i), j)
			s.report("unknown-purpose", at,
				diag.Say("%s hänvisar till ändamålet %s i %s, men en mottagares ändamål har inga id", "%s refers to the purpose %s in %s, but the purposes of a recipient have no ids",
					s.called(), diag.Quote(id), s.where(at)),
				diag.Say("ta bort purposes här", "remove purposes here"))
		}
	}
	if r.IsSubprocessor() && len(r.Locations) == 0 && !s.seen["locations"] && r.Status(s.asOf) != record.Ended {
		s.report("recipient-location", "locations",
			diag.Say("%s är underbiträde men saknar plats för behandling", "%s is a sub-processor, but no place of processing is told", s.called()),
			diag.Say("lägg till locations med landet: - country: SE", "add locations with the country: - country: SE"))
	}
}

// transfer compares what is said of transfers with where the data is.
func (s *subject) transfer(r *record.Recipient) {
	t := r.Transfer
	if !r.StatesTransfer() {
		if path, where := r.Beyond(); path != "" && t == nil {
			s.report("transfer-unstated", path,
				diag.Say("%s behandlar uppgifter utanför EU/EES (%s), men det sägs inte om det är en överföring", "%s processes data outside the EU/EEA (%s), but it is not said whether that is a transfer",
					s.called(), where),
				diag.Say("lägg till transfer med third_country: true, och mechanism när grunden är känd", "add transfer with third_country: true, and mechanism once the ground is known"))
		}
		return
	}
	if r.Transfers() {
		s.thirdCountry(t)
		return
	}
	related := func() []diag.Related {
		return []diag.Related{s.note(r, "transfer.third_country", diag.Say("här sägs att inga uppgifter lämnar EU/EES", "here it is said that no data leaves the EU/EEA"))}
	}
	for i, l := range r.Locations {
		if l.Zone() != value.Outside {
			continue
		}
		s.report("transfer-contradiction", item("locations", i),
			diag.Say("%s behandlar uppgifter utanför EU/EES (%s), men sägs inte överföra några dit", "%s processes data outside the EU/EEA (%s), but is said to transfer none there",
				s.called(), l.Words()),
			diag.Say("skriv third_country: true i transfer, och grunden i mechanism när den är känd, eller rätta platsen", "write third_country: true in transfer, and the ground in mechanism once it is known, or correct the place")).Related = related()
	}
	for i, c := range t.Countries {
		if c.Zone() == value.Outside {
			at := item("transfer.countries", i)
			s.report("transfer-contradiction", at,
				diag.Say("%s har %s i %s, men sägs inte överföra några uppgifter till tredjeland", "%s has %s in %s, but is said to transfer no data to a third country",
					s.called(), diag.Quote(string(c)), s.where(at)),
				diag.Say("skriv third_country: true, eller ta bort landet", "write third_country: true, or remove the country")).Related = related()
		}
	}
}

// thirdCountry asks of a transfer that it has a ground, and that the countries
// are third countries.
func (s *subject) thirdCountry(t *record.Transfer) {
	if t.Mechanism == "" && !s.seen["transfer.mechanism"] {
		s.report("transfer-mechanism", "transfer.third_country",
			diag.Say("%s för över uppgifter till tredjeland, men grunden för överföringen saknas", "%s transfers data to a third country, but the ground of the transfer is missing", s.called()),
			diag.Say("lägg till mechanism, till exempel adequacy-dpf eller art46-2-c; till dess säger sidorna att grunden inte är angiven", "add mechanism, such as adequacy-dpf or art46-2-c; until then the pages say that the ground is not stated"))
	}
	for i, c := range t.Countries {
		if c.Zone() == value.Within {
			at := item("transfer.countries", i)
			s.report("transfer-contradiction", at,
				diag.Say("%s har %s i %s, men %s hör till EU/EES och är inget tredjeland", "%s has %s in %s, but %s is in the EU/EEA and no third country",
					s.called(), diag.Quote(string(c)), s.where(at), record.CountryWords(c)),
				diag.Say("ta bort landet", "remove the country"))
		}
	}
}
