package statute

import (
	"slices"

	"tillit/tools/internal/facts/value"
)

// Jurisdiction is a country or territory in which the GDPR applies.
type Jurisdiction struct {
	Country value.Country
	Block   string        // "EU" or "EFTA-EEA"
	Of      value.Country // the state to which a territory with a code of its own belongs
	Reference
}

// Jurisdictions returns the thirty states of the EEA, and the territories of
// theirs that have codes of their own and belong to the Union.
func Jurisdictions() []Jurisdiction { return slices.Clone(JurisdictionTable) }

var (
	treaties     = Reference{"Treaty on European Union, Article 52; Treaty on the Functioning of the European Union, Article 355", Statute, "2026-11-21"}
	eeaAgreement = Reference{"Agreement on the European Economic Area; Decision of the EEA Joint Committee 154/2018", Statute, "2026-11-21"}
	overseas     = Reference{"Treaty on the Functioning of the European Union, Articles 349 and 355(1)", Statute, "2026-11-21"}
)

var JurisdictionTable = slices.Concat(
	within27("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
	[]Jurisdiction{
		{"IS", "EFTA-EEA", "", eeaAgreement}, {"LI", "EFTA-EEA", "", eeaAgreement}, {"NO", "EFTA-EEA", "", eeaAgreement},
		{"AX", "EU", "FI", Reference{"Treaty on the Functioning of the European Union, Article 355(4)", Statute, "2026-11-21"}},
		{"GF", "EU", "FR", overseas}, {"GP", "EU", "FR", overseas}, {"MF", "EU", "FR", overseas}, {"MQ", "EU", "FR", overseas}, {"RE", "EU", "FR", overseas}, {"YT", "EU", "FR", overseas},
	})

func within27(codes ...value.Country) []Jurisdiction {
	var list []Jurisdiction
	for _, c := range codes {
		list = append(list, Jurisdiction{c, "EU", "", treaties})
	}
	return list
}

// HomeOf is the state whose authority and languages a territory shares: those parts
// of France that have codes of their own. Åland has an authority itself.
func HomeOf(c value.Country) value.Country {
	for _, j := range JurisdictionTable {
		if j.Country == c && j.Of != "" && c != "AX" {
			return j.Of
		}
	}
	return c
}
