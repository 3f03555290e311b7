package statute

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// Adequacy is a decision of the Commission that a country protects data well
// enough (GDPR Art. 45(3)). Tables of these found elsewhere are wrong as often
// as not, so this one is kept by hand.
type Adequacy struct {
	Country  string // ISO 3166-1; EPO for the European Patent Organisation
	Decision string
	Adopted  value.Date
	Ends     value.Date // the last day on which it holds; empty where none is set
	Scope    diag.Text  // empty where it holds for every recipient there
	Narrow   bool       // the recipient must meet a condition that the scope names
	Reference
}

// AdequacyDecisions returns the decisions known, by country.
func AdequacyDecisions() []Adequacy { return slices.Clone(AdequacyTable) }

// Decision returns the decision on a country.
func Decision(country value.Country) (Adequacy, bool) {
	for _, d := range AdequacyTable {
		if d.Country == string(country) {
			return d, true
		}
	}
	return Adequacy{}, false
}

// Holds tells whether a decision is in force on a day.
func (d Adequacy) Holds(asOf value.Date) bool {
	return !asOf.Before(d.Adopted) && !d.Ends.Before(asOf)
}

var reportOf2024 = Reference{"COM(2024) 7, 15 January 2024", Verified, "2026-11-21"}

var AdequacyTable = []Adequacy{
	{Country: "AD", Decision: "2010/625/EU", Adopted: "2010-10-19", Reference: reportOf2024},
	{Country: "AR", Decision: "2003/490/EC", Adopted: "2003-06-30", Reference: reportOf2024},
	{Country: "BR", Decision: "(EU) 2026/179", Adopted: "2026-01-26", Reference: Reference{"OJ 28 January 2026", Verified, "2026-11-21"}},
	{Country: "CA", Decision: "2002/2/EC", Adopted: "2001-12-20", Narrow: true, Reference: reportOf2024,
		Scope: diag.Say("bara kommersiella organisationer som omfattas av PIPEDA", "only commercial organisations under PIPEDA")},
	{Country: "CH", Decision: "2000/518/EC", Adopted: "2000-07-26", Reference: reportOf2024},
	{Country: "EPO", Decision: "(EU) 2025/1382", Adopted: "2025-07-15", Reference: Reference{"OJ, July 2025", Verified, "2026-11-21"},
		Scope: diag.Say("överföringar till Europeiska patentorganisationen", "transfers to the European Patent Organisation")},
	{Country: "FO", Decision: "2010/146/EU", Adopted: "2010-03-05", Reference: reportOf2024},
	// The number of the decision of 19 December 2025 that renewed this one was not
	// found, so the first decision stands here with the renewed end.
	{Country: "GB", Decision: "(EU) 2021/1772", Adopted: "2021-06-28", Ends: "2031-12-27", Reference: Reference{"Commission, renewal of 19 December 2025", Verified, "2026-11-21"}},
	{Country: "GG", Decision: "2003/821/EC", Adopted: "2003-11-21", Reference: reportOf2024},
	{Country: "IL", Decision: "2011/61/EU", Adopted: "2011-01-31", Reference: reportOf2024},
	{Country: "IM", Decision: "2004/411/EC", Adopted: "2004-04-28", Reference: reportOf2024},
	{Country: "JE", Decision: "2008/393/EC", Adopted: "2008-05-08", Reference: reportOf2024},
	{Country: "JP", Decision: "(EU) 2019/419", Adopted: "2019-01-23", Reference: Reference{"OJ L 76, 19 March 2019", Verified, "2026-11-21"},
		Scope: diag.Say("företag som omfattas av APPI med tilläggsregler", "business operators under APPI with the supplementary rules")},
	{Country: "KR", Decision: "(EU) 2022/254", Adopted: "2021-12-17", Reference: Reference{"OJ L 44, 24 February 2022", Verified, "2026-11-21"}},
	{Country: "NZ", Decision: "2013/65/EU", Adopted: "2012-12-19", Reference: reportOf2024},
	{Country: "US", Decision: "(EU) 2023/1795", Adopted: "2023-07-10", Narrow: true, Reference: Reference{"OJ L 231, 20 September 2023; General Court T-553/23, appeal C-703/25 P", Verified, "2026-11-21"},
		Scope: diag.Say("bara organisationer på listan för EU–US Data Privacy Framework", "only organisations on the EU–US Data Privacy Framework list")},
	{Country: "UY", Decision: "2012/484/EU", Adopted: "2012-08-21", Reference: reportOf2024},
}
