package law

import (
	"regexp"
	"strings"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/skeleton"
)

// written is what closes a gap, as its file would have it.
func (f *facts) written(g gap) string {
	if g.write == "" {
		return ""
	}
	at := formOf(g)
	key := strings.Join(append(at.Groups, at.Kind.Name, g.write), "\n")
	if _, done := f.lines[key]; !done {
		f.lines[key] = skeleton.Write(g.write, at, f.org.Languages)
	}
	return f.lines[key]
}

func formOf(g gap) skeleton.Form {
	at := skeleton.Form{Groups: strings.Split(indexes.ReplaceAllString(g.path, ""), ".")}
	if folder, _, ok := strings.Cut(strings.TrimPrefix(g.file, "data/"), "/"); ok {
		at.Kind, _ = record.KindOf(folder)
	} else {
		at.Kind, _ = record.KindFor(g.record)
	}
	return at
}

var indexes = regexp.MustCompile(`\[[^]]*\]`) // purposes[0].text[sv]

// newActivity and newMeasure are skeletons of records that are missing.
func newActivity(role string) string {
	return "name: {sv: Kundsupport, en: Customer support}; role: " + role + "; data: [{category: …}]; " +
		"purposes: [{id: …, text: {sv: …, en: …}, bases: [{art6: …}]}]; recipients: […]; retention: […]"
}

func newMeasure(domain string) string {
	return "domain: " + domain + "; title: {sv: …, en: …}; text: {sv: …, en: …}; applies_to: both"
}

// meaningOf is a skeleton of what a right means, with the words of the law where tillit
// init writes no record of it.
func meaningOf(right string) string {
	switch right {
	case "withdraw-consent":
		return `meaning: {sv: "Du har rätt att när som helst återkalla ett samtycke. Återkallelsen påverkar inte det som skedde innan.", en: "You have the right to withdraw consent at any time. The withdrawal does not affect what was done before."}`
	case "objection-marketing":
		return `meaning: {sv: "Du har rätt att när som helst invända mot att dina uppgifter används för direktmarknadsföring, även mot profilering för det ändamålet. Då upphör vi med det.", en: "You have the right to object at any time to the use of your data for direct marketing, including profiling for that purpose. We then stop using it so."}`
	}
	return "meaning: {sv: …, en: …}"
}

// howTo is a skeleton of how a right is used, which is not always by asking us.
func howTo(right string) string {
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
