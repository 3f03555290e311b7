package law

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/statute"
)

// articles77to79 are the complaint and the remedies.
var articles77to79 = []Duty{
	{
		ID: "GDPR-77-1", Article: "GDPR Art. 77(1)", Severity: diag.Warning, Fields: "organisation: audience_countries; authorities: country, tasks",
		Title:  diag.Say("klagomål där man bor, arbetar eller där felet skedde", "complaints where one lives, works or where the fault occurred"),
		Why:    diag.Say("Ingen ska behöva klaga på ett främmande språk.", "Nobody shall have to complain in a foreign language."),
		answer: residence,
	},
	{
		ID: "GDPR-77-unconditional", Article: "GDPR Art. 77", Severity: diag.Error, Fields: "rights: right: complaint: precondition",
		Title:  diag.Say("rätten att klaga utan villkor", "the right to complain without conditions"),
		Why:    diag.Say("Att höra av sig först är ett råd, aldrig ett krav.", "To get in touch first is advice, never a requirement."),
		answer: unconditional,
	},
	{
		ID: "GDPR-77-2", Article: "GDPR Art. 77(2)", Severity: diag.Info, Fields: "authorities: complaint.process",
		Title: diag.Say("vad som händer med ett klagomål", "what becomes of a complaint"),
		Why:   diag.Say("Den som klagar ska veta vad den kan vänta sig, och när.", "Whoever complains shall know what to expect, and when."),
		answer: ofAuthority("complaint.process", "vad som händer med ett klagomål", "what becomes of a complaint",
			func(c *record.Complaint) record.Text { return c.Process }),
	},
	{
		ID: "GDPR-79", Article: "GDPR Art. 79, 82", Severity: diag.Info, Fields: "rights: right: judicial-remedy, compensation",
		Title:  diag.Say("rätten att gå till domstol och att få ersättning", "the right to go to court and to be compensated"),
		Why:    diag.Say("Myndigheten dömer inte ut skadestånd; det gör domstolen.", "The authority awards no damages; the court does."),
		answer: remedies,
	},
}

// residence asks for an authority in each country where readers live. The table
// of authorities knows those of the EEA, so only a country outside of it is left
// without.
func residence(f *facts) answer {
	if f.rights["complaint"] == nil {
		return right("complaint")(f)
	}
	var a answer
	if len(f.org.AudienceCountries) == 0 {
		a.add(f, f.org, reply{state: coverage.Unknown, path: "audience_countries", write: "audience_countries: […]",
			text: diag.Say("säger inte i vilka länder läsarna bor", "does not say in which countries the readers live")})
		return a
	}
	for i, c := range f.org.AudienceCountries {
		own := slices.IndexFunc(f.set.Authorities, func(au *record.Authority) bool {
			return au.Country == statute.HomeOf(c) && slices.Contains(au.Tasks, "complaints")
		})
		_, listed := statute.AuthorityOf(c)
		at := item("audience_countries", i)
		switch {
		case own >= 0:
			a.add(f, f.set.Authorities[own], covered("country"))
		case listed:
			a.add(f, f.org, covered(at))
		default:
			a.add(f, f.org, lacks(coverage.Partial, at, diag.Say("vänder sig till läsare i %s, där ingen tillsynsmyndighet enligt dataskyddsförordningen finns", "addresses readers in %s, where there is no supervisory authority under the GDPR", record.CountryWords(c)), "").
				advised("säg vart läsare i det landet kan vända sig", "say where readers in that country can turn"))
		}
	}
	return a
}

func unconditional(f *facts) answer {
	r := f.rights["complaint"]
	if r == nil {
		return right("complaint")(f)
	}
	var a answer
	a.add(f, r, conditionOf(r))
	return a
}

func conditionOf(r *record.Right) reply {
	if len(r.Precondition) == 0 {
		return covered("right")
	}
	return lacks(coverage.Missing, "precondition", diag.Say("ställer ett villkor: %s", "sets a condition: %s", record.QuotedWords(r.Precondition)), "").
		advised("ta bort precondition; skriv rådet att höra av sig först i how, som ett råd", "remove precondition; put the advice to get in touch first in how, as advice")
}

// ofAuthority asks what the authority's record says of a complaint.
func ofAuthority(path, sv, en string, text func(*record.Complaint) record.Text) func(*facts) answer {
	return func(f *facts) answer {
		au := f.authority()
		if au == nil {
			return noAuthority(f)
		}
		var a answer
		a.add(f, au, tells(au.Complaint != nil && len(text(au.Complaint)) > 0, path, sv, en, "complaint: {"+strings.TrimPrefix(path, "complaint.")+": {sv: …, en: …}}"))
		return a
	}
}

// noAuthority is the answer on what becomes of a complaint where it is not told to
// whom one complains.
func noAuthority(f *facts) answer {
	var a answer
	a.add(f, f.org, pending("GDPR-13-2-d-contact", "authority", diag.Say("säger inte vilken myndighet som tar emot klagomål", "does not say which authority receives complaints")))
	return a
}

func remedies(f *facts) answer {
	a := right("judicial-remedy")(f).and(right("compensation")(f))
	if a.state == coverage.Missing && len(a.by) > 0 {
		a.state = coverage.Partial
	}
	return a
}
