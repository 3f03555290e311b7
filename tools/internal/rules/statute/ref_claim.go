package statute

import (
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// Claim is something that texts about an authority say of the law, and that is not so
// or no longer so.
type Claim struct {
	Country value.Country
	Field   string         // of the record: scope, complaint.remedy
	Says    *regexp.Regexp // the words that claim it
	Unless  *regexp.Regexp // words that put it right; nil where none do
	Since   value.Date     // the first day on which it is not so
	Truth   diag.Text      // what is so
	Reference
}

// Claims are those about the authorities of a country that are not so on a day.
func Claims(country value.Country, day value.Date) []Claim {
	return slices.DeleteFunc(slices.Clone(claimTable), func(c Claim) bool { return c.Country != country || day.Before(c.Since) })
}

// In returns the words of a text that claim it; none where the text puts it right.
func (c Claim) In(text string) string {
	if c.Unless != nil && c.Unless.MatchString(text) {
		return ""
	}
	return strings.Join(strings.Fields(c.Says.FindString(text)), " ")
}

// ClaimTable returns the whole table.
func ClaimTable() []Claim { return slices.Clone(claimTable) }

var (
	collection = Reference{"https://www.imy.se/en, licences to collect debts, 9 January 2024", Verified, "2026-11-29"}
	remedyLaw  = Reference{"SFS 2018:218, through 2025:256, as of 13 May 2026", Statute, "2026-11-29"}
)

var claimTable = []Claim{
	{
		Country: "SE", Field: "scope", Says: regexp.MustCompile(`(?i)inkasso\p{L}*|debt collection`), Unless: regexp.MustCompile(`(?i)finansinspektionen`), Since: "2024-01-01",
		Truth:     diag.Say("tillsynen över inkasso har Finansinspektionen sedan den 1 januari 2024", "debt collection is supervised by Finansinspektionen since 1 January 2024"),
		Reference: collection,
	},
	{
		Country: "SE", Field: "complaint.remedy", Says: regexp.MustCompile(`(?i)7\s+kap\.?|chapter\s+7`), Unless: regexp.MustCompile(`(?i)6\s+kap|chapter\s+6`), Since: "2025-05-01",
		Truth:     diag.Say("begäran om besked står i 6 kap. 8 § dataskyddslagen; 7 kap. 3 a § är om överklagandet", "the request stands in chapter 6, section 8 of the Swedish Data Protection Act; chapter 7, section 3 a is about the appeal"),
		Reference: remedyLaw,
	},
	{
		Country: "SE", Field: "complaint.remedy", Says: regexp.MustCompile(`(?i)med\s+skäl|with\s+reasons|motiverat\s+(?:avslag|beslut)|reasoned\s+(?:refusal|decision)`), Since: "2025-05-01",
		Truth:     diag.Say("avslaget är ett särskilt beslut, och bestämmelsen säger inget om skäl", "the refusal is a separate decision, and the provision says nothing of reasons"),
		Reference: remedyLaw,
	},
	{
		Country: "SE", Field: "complaint.remedy", Says: regexp.MustCompile(`(?i)(?:inte|ej)\s+(?:har\s+)?(?:svarat|gett\s+dig\s+besked)|has\s+(?:not\s+answered|told\s+you\s+nothing|given\s+you\s+no\s+word)`), Since: "2025-05-01",
		Truth:     diag.Say("det som räknas är att IMY inom tre månader inte har beslutat om tillsyn ska inledas", "what counts is that IMY has not decided within three months whether to open a supervisory case"),
		Reference: remedyLaw,
	},
}
