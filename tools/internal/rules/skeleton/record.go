package skeleton

// Activity is a skeleton of an activity that is missing, in which somebody has a role.
func Activity(role string) string {
	return "name: {sv: Kundsupport, en: Customer support}; role: " + role + "; data: [{category: …}]; " +
		"purposes: [{id: …, text: {sv: …, en: …}, bases: [{art6: …}]}]; recipients: […]; retention: […]"
}

// Measure is a skeleton of a measure that is missing in a domain.
func Measure(domain string) string {
	return "domain: " + domain + "; title: {sv: …, en: …}; text: {sv: …, en: …}; applies_to: both"
}

// Right is a skeleton of a right of which nothing is said. One that must stand by itself
// says so: Art. 21(4).
func Right(code string) string {
	meaning := "meaning: {sv: …, en: …}"
	if words, ok := meanings[code]; ok {
		meaning = words
	}
	write := "right: " + code + "; " + meaning + "; " + HowTo(code)
	if code == "objection" || code == "objection-marketing" {
		write += "; prominent: true"
	}
	return write
}

// MeansByLaw tells whether the skeleton of a right has the words of the law.
func MeansByLaw(code string) bool { return meanings[code] != "" }

// meanings are what those rights mean of which tillit init writes no record.
var meanings = map[string]string{
	"withdraw-consent": `meaning: {sv: "Du har rätt att när som helst återkalla ett samtycke. Återkallelsen påverkar inte det som skedde innan.", ` +
		`en: "You have the right to withdraw consent at any time. The withdrawal does not affect what was done before."}`,
	"objection-marketing": `meaning: {sv: "Du har rätt att när som helst invända mot att dina uppgifter används för direktmarknadsföring, även mot profilering för det ändamålet. Då upphör vi med det.", ` +
		`en: "You have the right to object at any time to the use of your data for direct marketing, including profiling for that purpose. We then stop using it so."}`,
}

// HowTo is a skeleton of how a right is used, which is not always by asking us.
func HowTo(right string) string {
	switch right {
	case "complaint":
		return "how: {sv: Klaga på myndighetens webbplats eller i ett brev till den., en: Complain on the authority's site or in a letter to it.}"
	case "judicial-remedy":
		return "how: {sv: Väck talan vid tingsrätten., en: Bring an action before the district court.}"
	case "compensation":
		return "how: {sv: Begär ersättning av oss eller väck talan vid tingsrätten., en: Claim compensation from us or bring an action before the district court.}"
	}
	return "how: {sv: …, en: …}"
}
